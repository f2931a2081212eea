import { Button, Text, Tooltip } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type CombinedError, useQuery } from 'urql';
import { graphql } from '@/gql';
import type { EnforcementFiguresFragment } from '@/gql/graphql';
import { todayIn } from '@/lib/day';
import { errorCode } from '@/lib/errors';
import { useFormats } from '@/lib/format';
import { useTimeZone } from '@/lib/viewer';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { Section } from '@/ui/section';
import { Toolbar } from '@/ui/toolbar';
import classes from './actions.module.css';
import { Bars, Funnel, isRatio, ON_ALL, useTold } from './funnel';
import { StatisticsPeriod, yearOf } from './statistics-period';
import { useQuantity } from './use-quantity';

const EnforcementStatistics = graphql(`
  query EnforcementStatistics($input: EnforcementStatisticsInput!) {
    enforcementStatistics(input: $input) {
      ...EnforcementFigures
    }
  }
  fragment EnforcementFigures on EnforcementStatistics {
    figures {
      code
      value
      isSuppressed
    }
    suspectsByStage {
      stage
      count
      isSuppressed
    }
    sitesByResult {
      result
      count
      isSuppressed
    }
    values {
      basis
      amount
      currency
      isSuppressed
    }
    quantities {
      unit
      quantity
      isSuppressed
    }
  }
`);

const route = getRouteApi('/_app/statistics');

/** From leads to suspects by stage: verified records only, each figure with what it counts. */
export function StatisticsPage() {
  const { t } = useTranslation('actions');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const thisYear = Number(todayIn(useTimeZone()).slice(0, 4));
  const whole = yearOf(thisYear);
  const { from = whole.from, to = whole.to } = search;
  const scope = search.scope ?? 'ALLIANCE';
  const [{ data, error }, reload] = useQuery({
    query: EnforcementStatistics,
    variables: { input: { from, to, scope } },
  });
  const figures = data?.enforcementStatistics;
  const change = (next: Partial<typeof search>) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  return (
    <>
      <PageHeader title={t('statistics.title')} />
      <Toolbar>
        {(['ALLIANCE', 'OWN'] as const).map((each) => (
          <Button
            key={each}
            variant={each === scope ? 'light' : 'subtle'}
            color={each === scope ? undefined : 'gray'}
            aria-pressed={each === scope}
            onClick={() => change({ scope: each })}
          >
            {t(`statistics.scopes.${each}`)}
          </Button>
        ))}
        <StatisticsPeriod period={{ from, to }} thisYear={thisYear} onChange={change} />
      </Toolbar>
      {error && !figures ? <Refused error={error} reload={reload} isAlliance={scope === 'ALLIANCE'} /> : null}
      <div aria-busy={!figures && !error}>{figures ? <Figures figures={figures} /> : null}</div>
    </>
  );
}

/** Why there are no figures: most people are told the alliance's by calendar year alone. */
function Refused({
  error,
  reload,
  isAlliance,
}: {
  error: CombinedError;
  reload: Parameters<typeof QueryFailure>[0]['retry'];
  isAlliance: boolean;
}) {
  const { t } = useTranslation('actions');
  if (isAlliance && errorCode(error) === 'BAD_USER_INPUT') {
    return (
      <Text role="alert" c="dimmed" px="var(--ts-edge)" py="xl">
        {t('statistics.byYear')}
      </Text>
    );
  }
  return <QueryFailure error={error} retry={reload} />;
}

function Figures({ figures }: { figures: EnforcementFiguresFragment }) {
  const { t } = useTranslation(['actions', 'referrals']);
  const { money } = useFormats();
  const inWords = useQuantity();
  const told = useTold();
  return (
    <>
      <Funnel figures={figures} />
      <div className={classes.part}>
        <Section title={t('statistics.ratios')}>
          <dl className={classes.figures} style={{ padding: 0 }}>
            {figures.figures.map(({ code, value, isSuppressed }) =>
              isRatio(code) ? (
                <Tooltip key={code} label={t(`statistics.definitions.${code}`)} multiline w={280} events={ON_ALL}>
                  {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the definition is for the keyboard too */}
                  <div className={classes.figure} tabIndex={0}>
                    <dt>{t(`statistics.figures.${code}`)}</dt>
                    <dd>
                      <span className={classes.number}>
                        {told(value === null || value === undefined ? null : Number(value), isSuppressed)}
                      </span>
                    </dd>
                  </div>
                </Tooltip>
              ) : null,
            )}
          </dl>
        </Section>
      </div>
      <div className={classes.part}>
        <Section title={t('statistics.byResult')}>
          <Bars
            rows={figures.sitesByResult.map(({ result, count, isSuppressed }) => ({
              key: result,
              label: t(`results.${result}`),
              count: isSuppressed ? 0 : (count ?? 0),
              text: told(count, isSuppressed),
            }))}
          />
        </Section>
      </div>
      <div className={classes.part}>
        <Section title={t('statistics.values')}>
          {figures.values.length > 0 ? (
            <ul className={classes.list} aria-label={t('statistics.values')}>
              {figures.values.map(({ basis, amount, currency, isSuppressed }) => (
                <li key={`${basis}${currency}`} className={classes.item}>
                  <span className={classes.strong}>
                    {isSuppressed || !amount || !currency ? t('statistics.suppressed') : money({ amount, currency })}
                  </span>
                  <span className={classes.dimmed}>{t(`referrals:bases.${basis}`)}</span>
                </li>
              ))}
            </ul>
          ) : (
            <p className={classes.dimmed}>{t('statistics.noValues')}</p>
          )}
        </Section>
      </div>
      <div className={classes.part}>
        <Section title={t('statistics.quantities')}>
          {figures.quantities.length > 0 ? (
            <ul className={classes.list} aria-label={t('statistics.quantities')}>
              {figures.quantities.map(({ unit, quantity, isSuppressed }, place) => (
                <li key={unit ?? place} className={classes.item}>
                  <span className={classes.strong}>
                    {isSuppressed || !quantity || !unit ? t('statistics.suppressedUnit') : inWords(quantity, unit)}
                  </span>
                </li>
              ))}
            </ul>
          ) : (
            <p className={classes.dimmed}>{t('statistics.noQuantities')}</p>
          )}
        </Section>
      </div>
    </>
  );
}
