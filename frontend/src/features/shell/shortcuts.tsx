import { useHotkeys } from '@mantine/hooks';
import { useSpotlight } from '@mantine/spotlight';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useRef, useState } from 'react';
import type { ViewerFragment } from '@/gql/graphql';
import { useKeys } from '@/lib/keyboard';
import { hasInbox, may } from '@/lib/permissions';
import { openPalette, paletteStore } from './palette-store';

const Palette = lazy(() => import('./palette'));
const KeysDialog = lazy(() => import('./keys-dialog'));

const SEQUENCE_MS = 1_000;

/** Keys that work on every page, and what they open. `G` waits a moment for the letter of a page. */
export function Shortcuts({ viewer }: { viewer: ViewerFragment }) {
  const navigate = useNavigate();
  const [keysOpen, setKeysOpen] = useState(false);
  const { opened } = useSpotlight(paletteStore);
  const everOpened = useRef(false);
  everOpened.current ||= opened;
  const goPressed = useRef(0);
  const going = () => Date.now() - goPressed.current < SEQUENCE_MS;

  useHotkeys([['mod+K', openPalette]], []);
  useKeys({
    '?': () => setKeysOpen(true),
    g: () => {
      goPressed.current = Date.now();
    },
    i: () => going() && hasInbox(viewer) && void navigate({ to: '/inbox' }),
    l: () => going() && may(viewer, 'LEAD_READ') && void navigate({ to: '/leads' }),
    s: () => going() && void navigate({ to: '/settings' }),
    c: () => may(viewer, 'LEAD_CREATE') && void navigate({ to: '/leads/new' }),
  });

  return (
    <Suspense>
      {everOpened.current ? <Palette /> : null}
      {keysOpen ? <KeysDialog onClose={() => setKeysOpen(false)} /> : null}
    </Suspense>
  );
}
