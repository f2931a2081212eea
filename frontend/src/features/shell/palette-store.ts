import { createSpotlight } from '@mantine/spotlight';

/** Kept apart from the palette itself, which is loaded when it is first opened. */
const [store, actions] = createSpotlight();

export const paletteStore = store;

export function openPalette() {
  actions.open();
}
