import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { PrincipalsQuery } from '@/gql/graphql';
import { useViewer } from '@/lib/viewer';
import { openSide } from '../power-form';

const Principals = graphql(`
  query Principals($agent: ID!) {
    organization(id: $agent) {
      id
      powersOfAttorney {
        id
        principal {
          id
          name
          nameZh
        }
        allBrands
        brands {
          id
        }
        actions
        state
      }
    }
  }
`);

type Power = NonNullable<PrincipalsQuery['organization']>['powersOfAttorney'][number];

/** Agents keep the rights of others; nobody else has to say whose. */
export function useActsForOthers(): boolean {
  return openSide(useViewer().organization.kind) === 'principalId';
}

/** The powers by which the viewer's organisation may keep rights; undefined as long as nobody knows. */
export function useKeepingPowers() {
  const pause = !useActsForOthers();
  const [{ data, error, fetching }, reload] = useQuery({
    query: Principals,
    variables: { agent: useViewer().organization.id },
    pause,
    // The secretariat may have verified one meanwhile.
    requestPolicy: 'cache-and-network',
  });
  const powers = data?.organization?.powersOfAttorney.filter(
    ({ state, actions }) => state === 'VERIFIED' && actions.includes('MANAGE_BRANDS'),
  );
  return { powers, error: fetching ? undefined : error, reload };
}

/** The principal's brands that the powers cover; null where they cover all of them. */
export function coveredBrands(powers: readonly Pick<Power, 'principal' | 'allBrands' | 'brands'>[], principal: string) {
  const given = powers.filter((power) => power.principal.id === principal);
  if (given.some(({ allBrands }) => allBrands)) return null;
  return new Set(given.flatMap(({ brands }) => brands.map(({ id }) => id)));
}
