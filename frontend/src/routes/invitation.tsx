import { createFileRoute } from '@tanstack/react-router';
import { InvitationPage } from '@/features/sessions/invitation-page';
import { loadTexts } from '@/lib/i18n';

export const Route = createFileRoute('/invitation')({
  beforeLoad: () => loadTexts('public'),
  component: InvitationPage,
});
