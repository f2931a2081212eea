import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { hasErrorCode } from '@/lib/errors';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { RouteMissing } from '@/ui/route-missing';
import { Section } from '@/ui/section';
import { TwoColumns, TwoColumnsSkeleton } from '@/ui/two-columns';
import { MatchActions } from './match-actions';
import { MatchContact } from './match-contact';
import { MatchDialogs } from './match-dialogs';
import { MatchFacts } from './match-facts';
import { MatchHoldings } from './match-holdings';
import { MatchState } from './match-state';
import classes from './matches.module.css';

const BlindMatchDetailQuery = graphql(`
  query BlindMatchDetail($id: ID!) {
    blindMatch(id: $id) {
      ...BlindMatchDetail
    }
  }
  fragment BlindMatchDetail on BlindMatch {
    id
    state
    isContactWished
    note
    version
    allowedActions
    holdings {
      ...BlindMatchHoldingLine
    }
    contact {
      ...BlindMatchContactPart
    }
    ...BlindMatchFacts
  }
`);

const route = getRouteApi('/_app/matches');

/** One match: what both were told, what it rests on here, and once both want it who the other one is. */
export function MatchDetail({ id }: { id: string }) {
  const { t } = useTranslation(['matches', 'subjects']);
  const [{ data, error }, reload] = useQuery({
    query: BlindMatchDetailQuery,
    variables: { id },
    // The other side asks for contact, and what a match rests on may end.
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  const match = data?.blindMatch;

  if (!match) {
    const missing = hasErrorCode(error, 'NOT_FOUND') || hasErrorCode(error, 'INVALID_ID');
    if (data?.blindMatch === null || missing) return <RouteMissing />;
    if (error) return <QueryFailure error={error} retry={reload} />;
    return <Loading />;
  }
  return (
    <>
      <PageHeader
        eyebrow={<Trail />}
        title={t('of', { kind: t(`subjects:identifierKinds.${match.identifierKind}`) })}
        meta={<MatchState match={match} />}
        actions={<MatchActions match={match} />}
      />
      <TwoColumns side={<MatchFacts match={match} />}>
        <p className={classes.explained}>
          {t(match.isContactWished ? `explainedWished.${match.state}` : `explained.${match.state}`)}
        </p>
        {match.contact ? <MatchContact contact={match.contact} /> : null}
        <Section title={t('holdings')} count={match.holdings.length}>
          <MatchHoldings kind={match.identifierKind} holdings={match.holdings} />
        </Section>
        {match.note ? (
          <Section title={t('fields.note')}>
            <p className={classes.words}>{match.note}</p>
          </Section>
        ) : null}
      </TwoColumns>
      <MatchDialogs match={match} onStale={refresh} />
    </>
  );
}

function Trail() {
  const { t } = useTranslation('matches');
  const { match: _match, do: _do, ...list } = route.useSearch();
  return (
    <>
      <Link to="/matches" search={list}>
        {t('title')}
      </Link>
      <span aria-hidden> /</span>
    </>
  );
}

function Loading() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader eyebrow={<Trail />} title={t('loading')} />
      <TwoColumnsSkeleton />
    </>
  );
}
