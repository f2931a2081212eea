import { createSpotlight } from '@mantine/spotlight';

/** Kept apart from the palette itself, which is loaded when it is first opened. */
export const [paletteStore, palette] = createSpotlight();

export function openPalette() {
  palette.open();
}
