import { createFileRoute } from '@tanstack/react-router';
import { GuestPage } from '@/features/guests/guest-page';
import { loadTexts } from '@/lib/i18n';

export const Route = createFileRoute('/guest')({
  beforeLoad: () => loadTexts('guest'),
  component: GuestPage,
});
