import type { StaleLists } from './cache';

const features = import.meta.glob<StaleLists>('../features/*/cache.ts', { eager: true, import: 'default' });

/** The rules of all features; loaded with the first change. */
export const staleLists: StaleLists = Object.assign({}, ...Object.values(features));
