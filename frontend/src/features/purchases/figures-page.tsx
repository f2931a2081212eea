import { Text, Tooltip } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Bars, ON_ALL } from '@/features/actions/funnel';
import { StatisticsPeriod, yearOf } from '@/features/actions/statistics-period';
import { percent } from '@/features/appraisals/percent';
import { useOrganizationDirectory } from '@/features/members/directory';
import { graphql } from '@/gql';
import type { PurchaseFiguresFragment } from '@/gql/graphql';
import { todayIn } from '@/lib/day';
import { errorCode } from '@/lib/errors';
import { useFormats } from '@/lib/format';
import { useTimeZone } from '@/lib/viewer';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { RemoteSelect } from '@/ui/remote-select';
import { Section } from '@/ui/section';
import { Toolbar } from '@/ui/toolbar';
import { PurchaseTrail } from './purchase-page';
import type { PurchaseFiguresSearch } from './purchase-search';
import classes from './purchases.module.css';
import { sharesOf } from './shares';

const PurchaseStatistics = graphql(`
  query PurchaseStatistics($input: PurchaseStatisticsInput!) {
    purchaseStatistics(input: $input) {
      ...PurchaseFigures
    }
  }
  fragment PurchaseFigures on PurchaseStatistics {
    states {
      state
      count
    }
    tellsMoney
    spent {
      kind
      currency
      amount {
        ...PurchaseSum
      }
    }
    appraised
    counterfeit
    hitRate
    costPerCounterfeit {
      ...PurchaseSum
    }
    membersTakingPart
    membersEligible
    participation
    isSuppressed
  }
`);

const route = getRouteApi('/_app/purchases/figures');

/** What test purchases came to: how often it was a counterfeit, and what each of these cost. */
export function PurchaseFiguresPage() {
  const { t } = useTranslation('purchases');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const organizations = useOrganizationDirectory();
  const thisYear = Number(todayIn(useTimeZone()).slice(0, 4));
  const whole = yearOf(thisYear);
  const { from = whole.from, to = whole.to, organization, program } = search;
  const [{ data, error }, reload] = useQuery({
    query: PurchaseStatistics,
    variables: { input: { from, to, organizationId: organization, programId: program } },
  });
  const figures = data?.purchaseStatistics;
  const change = (next: Partial<PurchaseFiguresSearch>) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  const byYear = error && errorCode(error) === 'BAD_USER_INPUT';
  return (
    <>
      <PageHeader eyebrow={<PurchaseTrail />} title={t('figures.title')} />
      <Toolbar>
        <StatisticsPeriod period={{ from, to }} thisYear={thisYear} onChange={change} />
        <RemoteSelect
          size="xs"
          w={200}
          clearable
          aria-label={t('fields.organization')}
          placeholder={t('fields.organization')}
          {...organizations}
          value={organization ?? null}
          onChange={(next) => change({ organization: next ?? undefined })}
        />
      </Toolbar>
      {byYear && !figures ? (
        <Text role="alert" c="dimmed" px="var(--ts-edge)" py="xl">
          {t('figures.byYear')}
        </Text>
      ) : null}
      {error && !figures && !byYear ? <QueryFailure error={error} retry={reload} /> : null}
      <div aria-busy={!figures && !error}>{figures ? <Figures figures={figures} /> : null}</div>
    </>
  );
}

function Figures({ figures }: { figures: PurchaseFiguresFragment }) {
  const { t, i18n } = useTranslation(['purchases', 'funds']);
  const { list, money, number } = useFormats();
  const told = (value: number | null | undefined) =>
    value === null || value === undefined
      ? t(figures.isSuppressed ? 'figures.suppressed' : 'figures.none')
      : number(value);
  const ratio = (value: string | null | undefined) =>
    value === null || value === undefined ? told(null) : percent(Number(value), i18n.language);
  const cost = figures.costPerCounterfeit.map((sum) => money(sum));
  const noCost = figures.tellsMoney ? told(null) : t('figures.noMoney');
  const shown = {
    costPerCounterfeit: cost.length > 0 ? list(cost) : noCost,
    hitRate: ratio(figures.hitRate),
    appraised: told(figures.appraised),
    counterfeit: told(figures.counterfeit),
    participation: ratio(figures.participation),
    membersTakingPart: t('figures.of', {
      count: told(figures.membersTakingPart),
      all: number(figures.membersEligible),
    }),
  };
  return (
    <>
      <div className={classes.part}>
        <Section title={t('figures.ratios')}>
          <dl className={classes.figures}>
            {(Object.keys(shown) as (keyof typeof shown)[]).map((code) => (
              <Tooltip key={code} label={t(`figures.definitions.${code}`)} multiline w={280} events={ON_ALL}>
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the definition is for the keyboard too */}
                <div className={classes.figure} tabIndex={0}>
                  <dt>{t(`figures.names.${code}`)}</dt>
                  <dd>{shown[code]}</dd>
                </div>
              </Tooltip>
            ))}
          </dl>
        </Section>
      </div>
      {[...new Set(figures.spent.map(({ currency }) => currency))].map((currency) => (
        <div key={currency} className={classes.part}>
          <Section title={t('figures.spentIn', { currency })}>
            <Bars
              rows={sharesOf(figures.spent.filter((each) => each.currency === currency)).map(
                ({ kind, amount, share }) => ({
                  key: kind,
                  label: t(`funds:costKinds.${kind}`),
                  count: share,
                  text: amount ? money(amount) : t('figures.suppressed'),
                }),
              )}
            />
          </Section>
        </div>
      ))}
      <div className={classes.part}>
        <Section title={t('figures.byState')}>
          <Bars
            rows={figures.states.map(({ state, count }) => ({
              key: state,
              label: t(`states.${state}`),
              count: count ?? 0,
              text: told(count),
            }))}
          />
        </Section>
      </div>
    </>
  );
}
