import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { useFormats } from '@/lib/format';
import { Fact, Facts } from '@/ui/facts';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { TwoColumns } from '@/ui/two-columns';
import classes from './matches.module.css';

const BlindMatchFiguresQuery = graphql(`
  query BlindMatchFigures {
    blindMatchFigures {
      signals
      standing
      contacts
    }
  }
`);

/** How many matches there are, for those who look after the alliance and see none of them. */
export function MatchFigures() {
  const { t } = useTranslation('matches');
  const { number } = useFormats();
  const [{ data, error }, reload] = useQuery({ query: BlindMatchFiguresQuery });
  const figures = data?.blindMatchFigures;
  const told = (figure: number | null | undefined) => (typeof figure === 'number' ? number(figure) : t('figures.few'));
  return (
    <>
      <PageHeader title={t('title')} />
      {!figures && error ? (
        <QueryFailure error={error} retry={reload} />
      ) : (
        <TwoColumns
          side={
            <Facts>
              <Fact label={t('figures.signals')}>{figures ? told(figures.signals) : <Waiting />}</Fact>
              <Fact label={t('figures.standing')}>{figures ? told(figures.standing) : <Waiting />}</Fact>
              <Fact label={t('figures.contacts')}>{figures ? told(figures.contacts) : <Waiting />}</Fact>
            </Facts>
          }
        >
          <p className={classes.explained}>{t('figures.explained')}</p>
        </TwoColumns>
      )}
    </>
  );
}

function Waiting() {
  return <Skeleton h={12} w={40} aria-busy />;
}
