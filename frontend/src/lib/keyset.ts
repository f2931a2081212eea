import { text } from './search-params';

/** Where a list stands; part of the address, so that a page can be linked to and the back button works. */
export interface KeysetPage {
  after?: string;
  before?: string;
}

/** For a route's search shape: `searchShape({ ...keysetParams, … })`. */
export const keysetParams = { after: text, before: text };

const PAGE_SIZE = 50;

export function pageArguments({ after, before }: KeysetPage, size = PAGE_SIZE) {
  return before ? { last: size, before } : { first: size, after };
}

/** A changed filter starts at the first page again. */
export const FIRST_PAGE = { after: undefined, before: undefined };

/** Whether anything narrows the list; where it stands does not. */
export function isNarrowed({ after: _after, before: _before, ...filters }: KeysetPage & Record<string, unknown>) {
  return Object.values(filters).some((value) => value !== undefined);
}
