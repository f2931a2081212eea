import { createFileRoute, redirect } from '@tanstack/react-router';
import { Shell } from '@/features/shell/shell';
import { isFirstPage, loadTexts } from '@/lib/i18n';

export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ context, location }) => {
    await context.session.start();
    if (context.session.status() !== 'authenticated') {
      throw redirect({ to: '/sign-in', search: location.pathname === '/' ? {} : { redirect: location.href } });
    }
    if (!isFirstPage(location.pathname)) await loadTexts('rest');
  },
  component: Shell,
});
