import { createFileRoute } from '@tanstack/react-router';
import { ResetPasswordPage } from '@/features/sessions/reset-password-page';
import { loadTexts } from '@/lib/i18n';

export const Route = createFileRoute('/reset-password')({
  beforeLoad: () => loadTexts('public'),
  component: ResetPasswordPage,
});
