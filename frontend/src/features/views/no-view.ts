/** In the address in the place of a saved view: everything, or the list's own first one. */
export const NO_VIEW = 'all';
