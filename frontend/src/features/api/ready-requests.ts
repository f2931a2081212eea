import type { Sketch } from './sketch';

/** What somebody tries first. */
export const READY = ['viewer', 'brands', 'listing', 'leads', 'changes'] as const;
export type Ready = (typeof READY)[number];

/** What a role must be able to do to be offered it; the rest is everybody's. A feed is read by service accounts alone. */
export const NEEDS: Partial<Record<Ready, string>> = { listing: 'LEAD_CREATE', leads: 'LEAD_READ' };
export const FOR_SERVICES: readonly Ready[] = ['changes'];

const QUERIES: Record<Ready, string> = {
  viewer: `query Viewer {
  viewer {
    person {
      id
      name
    }
    organization {
      id
      name
    }
    roles
  }
  apiLimits {
    costLeft
    costPerMinute
  }
}
`,
  brands: `query Brands($search: String) {
  brands(first: 10, filter: { search: $search, states: [ACTIVE] }) {
    nodes {
      id
      name
    }
  }
}
`,
  listing: `mutation FirstLead($input: IngestListingsInput!) {
  ingestListings(input: $input) {
    created
    alreadyThere
    duplicates
    refused
    results {
      index
      externalId
      outcome
      reference
      message
    }
    userErrors {
      code
      field
      message
    }
  }
}
`,
  leads: `query Leads($first: Int!, $after: String) {
  leads(first: $first, after: $after) {
    nodes {
      id
      reference
      title
      state
      tlp
      updatedAt
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
`,
  changes: `query Changes($since: String) {
  changes(since: $since, first: 20) {
    changes {
      kind
      operation
      id
      at
      lead {
        reference
        title
        state
      }
    }
    cursor
    hasMore
  }
}
`,
};

const listing = {
  externalId: 'first-1',
  url: 'https://shop.example/item/1',
  title: 'Forged hang tags, 500 pieces',
  brand: { name: '' },
};

const VARIABLES: Record<Ready, object | null> = {
  viewer: null,
  brands: { search: '' },
  // Only tried: who wants it kept says so.
  listing: { input: { dryRun: true, listings: [listing] } },
  leads: { first: 10, after: null },
  changes: { since: null },
};

export function readyRequest(ready: Ready): Sketch {
  const variables = VARIABLES[ready];
  return { query: QUERIES[ready], variables: variables ? `${JSON.stringify(variables, null, 2)}\n` : '' };
}
