import type { LinkProps } from '@tanstack/react-router';
import type en from '@/locales/en';
import type { Page } from './pages';

/** Something to do that begins on a page. */
export interface PaletteOffer extends Pick<Page, 'concerns'> {
  label: keyof typeof en.palette.do;
  link: Pick<LinkProps, 'to' | 'params' | 'search'>;
}

const features = import.meta.glob<readonly PaletteOffer[]>('../*/palette.ts', { eager: true, import: 'default' });

/** What the features offer in their `palette.ts`, by the features' names. */
export const OFFERS = Object.values(features).flat();
