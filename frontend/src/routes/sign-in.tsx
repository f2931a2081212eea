import { createFileRoute, redirect } from '@tanstack/react-router';
import { SignInPage } from '@/features/sessions/sign-in-page';
import { loadTexts } from '@/lib/i18n';

export const Route = createFileRoute('/sign-in')({
  validateSearch: ({ redirect: to, error }: Record<string, unknown>): { redirect?: string; error?: string } => ({
    ...(typeof to === 'string' && /^\/(?!\/)/.test(to) ? { redirect: to } : {}),
    ...(typeof error === 'string' ? { error } : {}),
  }),
  beforeLoad: async ({ context, search }) => {
    await context.session.start();
    if (context.session.status() === 'authenticated') throw redirect({ href: search.redirect ?? '/' });
    await loadTexts('public');
  },
  component: SignInPage,
});
