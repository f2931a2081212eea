import { useSpotlight } from '@mantine/spotlight';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { ViewerFragment } from '@/gql/graphql';
import { withRestOfTexts } from '@/lib/i18n';
import { type KeyMap, useKeys } from '@/lib/keyboard';
import { may } from '@/lib/permissions';
import { pagesOf } from './pages';
import { openPalette, paletteStore } from './palette-store';

const Palette = lazy(() => withRestOfTexts(import('./palette')));
const KeysDialog = lazy(() => withRestOfTexts(import('./keys-dialog')));

const SEQUENCE_MS = 1_000;

/** Wherever the focus is, also in a field. */
function openByKey(event: KeyboardEvent) {
  if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  event.preventDefault();
  openPalette();
}

/** Keys that work on every page, and what they open. `G` waits a moment for the letter of a page. */
export function Shortcuts({ viewer }: { viewer: ViewerFragment }) {
  const navigate = useNavigate();
  const [keysOpen, setKeysOpen] = useState(false);
  const { opened } = useSpotlight(paletteStore);
  const everOpened = useRef(false);
  everOpened.current ||= opened;
  const goPressed = useRef(0);
  const going = () => Date.now() - goPressed.current < SEQUENCE_MS;

  const goThere: KeyMap = {};
  for (const { to, letter } of pagesOf(viewer)) if (letter) goThere[letter] = () => going() && void navigate({ to });

  useEffect(() => {
    window.addEventListener('keydown', openByKey);
    return () => window.removeEventListener('keydown', openByKey);
  }, []);
  useKeys({
    '?': () => setKeysOpen(true),
    g: () => {
      goPressed.current = Date.now();
    },
    ...goThere,
    c: () => may(viewer, 'LEAD_CREATE') && void navigate({ to: '/leads/new' }),
  });

  return (
    <Suspense>
      {everOpened.current ? <Palette /> : null}
      {keysOpen ? <KeysDialog onClose={() => setKeysOpen(false)} /> : null}
    </Suspense>
  );
}
