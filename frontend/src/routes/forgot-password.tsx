import { createFileRoute } from '@tanstack/react-router';
import { ForgotPasswordPage } from '@/features/sessions/forgot-password-page';
import { loadTexts } from '@/lib/i18n';

export const Route = createFileRoute('/forgot-password')({
  beforeLoad: () => loadTexts('public'),
  component: ForgotPasswordPage,
});
