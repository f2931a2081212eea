import { createFileRoute, redirect } from '@tanstack/react-router';
import { SignInPage } from '@/features/sessions/sign-in-page';

export const Route = createFileRoute('/sign-in')({
  validateSearch: (search: Record<string, unknown>): { redirect?: string } =>
    typeof search.redirect === 'string' && /^\/(?!\/)/.test(search.redirect) ? { redirect: search.redirect } : {},
  beforeLoad: async ({ context, search }) => {
    await context.session.start();
    if (context.session.status() === 'authenticated') throw redirect({ href: search.redirect ?? '/' });
  },
  component: SignInPage,
});
