import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { StatisticsPeriod, yearOf } from '@/features/actions/statistics-period';
import { graphql } from '@/gql';
import { todayIn } from '@/lib/day';
import { may } from '@/lib/permissions';
import { useTimeZone, useViewer } from '@/lib/viewer';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { RouteMissing } from '@/ui/route-missing';
import { Toolbar } from '@/ui/toolbar';
import { BrandChoice } from './brand-choice';
import { Figures } from './figures';
import { cuts } from './period';
import classes from './screening.module.css';
import { ScreeningTabs } from './screening-tabs';

const ScreeningCourse = graphql(`
  query ScreeningCourse(
    $brandId: ID
    $first: DateTime!
    $second: DateTime!
    $third: DateTime!
    $fourth: DateTime!
    $end: DateTime!
  ) {
    whole: screeningStatistics(brandId: $brandId, from: $first, to: $end) {
      ...ScreeningFigures
    }
    first: screeningStatistics(brandId: $brandId, from: $first, to: $second) {
      ...ScreeningFigures
    }
    second: screeningStatistics(brandId: $brandId, from: $second, to: $third) {
      ...ScreeningFigures
    }
    third: screeningStatistics(brandId: $brandId, from: $third, to: $fourth) {
      ...ScreeningFigures
    }
    fourth: screeningStatistics(brandId: $brandId, from: $fourth, to: $end) {
      ...ScreeningFigures
    }
  }
  fragment ScreeningFigures on ScreeningStatistics {
    proactive
    reactive
    proactiveRatio
    asOf
    models {
      model
      suspects
      confirmed
      cleared
      precision {
        of
        all
        share
        low
        high
      }
    }
  }
`);

const route = getRouteApi('/_app/screening/figures');

/** How often suspects were rightly suspected, by version and over time, and what was found before anybody complained. */
export function ScreeningFiguresPage() {
  const { t } = useTranslation('screening');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const reads = may(useViewer(), 'SCREENING_READ');
  const timeZone = useTimeZone();
  const thisYear = Number(todayIn(timeZone).slice(0, 4));
  const whole = yearOf(thisYear);
  const { from = whole.from, to = whole.to, brand } = search;
  const [first = '', second = '', third = '', fourth = '', end = ''] = cuts(from, to, timeZone);
  const [{ data, error, fetching }, reload] = useQuery({
    query: ScreeningCourse,
    variables: { brandId: brand, first, second, third, fourth, end },
    pause: !reads,
  });
  const change = (next: Partial<typeof search>) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  if (!reads) return <RouteMissing />;
  return (
    <>
      <PageHeader title={t('figures.title')} />
      <ScreeningTabs />
      <Toolbar>
        <StatisticsPeriod period={{ from, to }} thisYear={thisYear} onChange={change} />
        <BrandChoice value={brand} placeholder={t('figures.allBrands')} onChange={(next) => change({ brand: next })} />
      </Toolbar>
      {error && !data ? <QueryFailure error={error} retry={reload} /> : null}
      <div className={classes.page} aria-busy={fetching}>
        {data?.whole ? (
          <Figures
            whole={data.whole}
            parts={[
              { begin: first, figures: data.first ?? null },
              { begin: second, figures: data.second ?? null },
              { begin: third, figures: data.third ?? null },
              { begin: fourth, figures: data.fourth ?? null },
            ]}
          />
        ) : null}
      </div>
    </>
  );
}
