import { createFileRoute, redirect } from '@tanstack/react-router';
import { takeWay } from '@/lib/way-back';

/** Where the server sends somebody who came back from the organisation's own sign-in: the cookie is there already. */
export const Route = createFileRoute('/signed-in')({
  beforeLoad: async ({ context }) => {
    await context.session.refresh();
    throw redirect({ href: context.session.status() === 'authenticated' ? takeWay() : '/sign-in', replace: true });
  },
});
