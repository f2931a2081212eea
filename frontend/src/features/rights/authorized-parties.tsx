import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type {
  AuthorizedPartyFragment,
  AuthorizedPartyKind,
  BrandCardFragment,
  RightsDocumentFragment,
} from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { RightsDocuments } from './documents/rights-documents';
import classes from './rights.module.css';
import { PartyStateBadge } from './rights-state';

const RevokePartyDialog = lazy(() => import('./dialogs/revoke-party-dialog'));

graphql(`
  fragment AuthorizedParty on AuthorizedParty {
    id
    kind
    name
    platform
    shopId
    territory
    validFrom
    validTo
    state
    version
    allowedActions
  }
`);

// Apart from the organisation's page: within its lists of lists they would cost too much.
const PartyDocuments = graphql(`
  query PartyDocuments($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      ... on AuthorizedParty {
        id
        documents {
          ...RightsDocument
        }
      }
    }
  }
`);

/** So many can be asked for at once. */
const MOST = 100;

/** Who makes or uses the brand shows a certificate; who sells is known by a shop. */
const WITH_CERTIFICATES: readonly AuthorizedPartyKind[] = ['OEM', 'ODM', 'LICENSEE'];

interface AuthorizedPartiesProps {
  brand: BrandCardFragment;
  onChanged: () => void;
}

/** Whom the brand has authorised; leads against them are stopped at triage. */
export function AuthorizedParties({ brand, onChanged }: AuthorizedPartiesProps) {
  const { t } = useTranslation('rights');
  const name = useLocalName()(brand);
  const { documentsOf, reload } = useDocuments(brand.authorizedParties);
  if (brand.authorizedParties.length === 0) return null;
  return (
    <ul className={classes.parties} aria-label={t('parties.of', { name })}>
      {brand.authorizedParties.map((party) => (
        <Party
          key={party.id}
          party={party}
          documents={documentsOf(party.id)}
          onChanged={() => {
            onChanged();
            reload();
          }}
        />
      ))}
    </ul>
  );
}

/** The certificates of those who have any, by the party; undefined as long as they are on their way. */
function useDocuments(parties: readonly AuthorizedPartyFragment[]) {
  const makers = parties.filter(({ kind }) => WITH_CERTIFICATES.includes(kind));
  const ids = makers.slice(0, MOST).map(({ id }) => id);
  const [{ data }, reload] = useQuery({ query: PartyDocuments, variables: { ids }, pause: ids.length === 0 });
  const documentsOf = (id: string): readonly RightsDocumentFragment[] | undefined => {
    const party = data?.nodes.find((node) => node?.__typename === 'AuthorizedParty' && node.id === id);
    return party && 'documents' in party ? party.documents : undefined;
  };
  const again = () => {
    if (ids.length > 0) reload({ requestPolicy: 'network-only' });
  };
  return { documentsOf, reload: again };
}

interface PartyProps {
  party: AuthorizedPartyFragment;
  documents: readonly RightsDocumentFragment[] | undefined;
  onChanged: () => void;
}

function Party({ party, documents, onChanged }: PartyProps) {
  const { t } = useTranslation(['rights', 'enums']);
  const { labelled, date } = useFormats();
  const [revoking, setRevoking] = useState(false);
  const keeps = party.allowedActions.includes('REVOKE');
  const shop = [party.platform, party.shopId, party.territory].filter(Boolean).join(' · ');
  return (
    <li>
      <div className={classes.line}>
        <span>{party.name}</span>
        <span className={classes.dimmed}>{t(`enums:authorizedPartyKind.${party.kind}`)}</span>
        {shop ? <span className={classes.dimmed}>{shop}</span> : null}
        <span className={classes.dimmed}>
          {party.validTo
            ? t('validity.fromTo', { from: date(party.validFrom), to: date(party.validTo) })
            : t('validity.from', { from: date(party.validFrom) })}
        </span>
        <PartyStateBadge state={party.state} />
        {keeps ? (
          <Button
            className={classes.end}
            variant="subtle"
            color="red"
            size="compact-xs"
            aria-label={labelled(t('parties.revoke'), party.name)}
            onClick={() => setRevoking(true)}
          >
            {t('parties.revoke')}…
          </Button>
        ) : null}
      </div>
      {documents ? (
        <RightsDocuments
          of={{ partyId: party.id }}
          name={party.name}
          version={party.version}
          documents={documents}
          adds={keeps && party.state === 'ACTIVE'}
          withdraws={keeps}
          onChanged={onChanged}
        />
      ) : null}
      {revoking ? (
        <Suspense>
          <RevokePartyDialog party={party} onChanged={onChanged} onClose={() => setRevoking(false)} />
        </Suspense>
      ) : null}
    </li>
  );
}
