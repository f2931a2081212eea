import { Button, Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { FundPageFragment } from '@/gql/graphql';
import { today } from '@/lib/day';
import { FilterMenu } from '@/ui/filter-menu';
import { Section } from '@/ui/section';
import { ShortFailure } from '@/ui/short-failure';
import { courseOf } from './course-scale';
import { CourseTable } from './course-table';
import { CourseRange, Series } from './fund-search';
import classes from './funds.module.css';

const CourseChart = lazy(() => import('./course-chart'));

const FundCourseQuery = graphql(`
  query FundCourse($id: ID!, $from: Date!, $to: Date!, $step: BalanceStep!) {
    fund(id: $id) {
      id
      balanceOverTime(from: $from, to: $to, step: $step) {
        ...CoursePoint
      }
    }
  }
  fragment CoursePoint on FundBalancePoint {
    on
    bank {
      ...FundMoney
    }
    pool {
      ...FundMoney
    }
    available {
      ...FundMoney
    }
    held {
      ...FundMoney
    }
    captured {
      ...FundMoney
    }
    refunded {
      ...FundMoney
    }
    committedNotPaid {
      ...FundMoney
    }
    shortfall {
      ...FundMoney
    }
  }
`);

const RANGES: CourseRange[] = [CourseRange.DAYS_30, 'DAYS_90', CourseRange.MONTHS_12, CourseRange.YEARS_3];
const USUAL: Series[] = [Series.available, Series.held, Series.captured];
/** Who sees only what is allotted to the own organisation is not told of these. */
const WHOLE: Series[] = [Series.pool, Series.bank];

const route = getRouteApi('/_app/funds/$id');

/** How the fund came to what it is, from its entries: as a picture, or as the table that says the same. */
export function FundCourse({ fund }: { fund: FundPageFragment }) {
  const { t } = useTranslation('funds');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const range = search.range ?? 'DAYS_90';
  const [{ data, error }, reload] = useQuery({
    query: FundCourseQuery,
    variables: { id: fund.id, ...courseOf(range, today()) },
  });
  const change = (next: Partial<typeof search>) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  const known = Object.values(Series).filter((each) => fund.balance || !WHOLE.includes(each));
  const chosen = (search.series ?? USUAL).filter((each) => known.includes(each));
  const series = chosen.length > 0 ? chosen : USUAL;
  const points = data?.fund?.balanceOverTime;
  return (
    <Section
      title={t('course.title')}
      actions={
        <Button
          variant="default"
          aria-pressed={search.table === true}
          onClick={() => change({ table: search.table ? undefined : true })}
        >
          {t(search.table ? 'course.picture' : 'course.table')}
        </Button>
      }
    >
      <div className={classes.acts}>
        {RANGES.map((each) => (
          <Button
            key={each}
            variant={each === range ? 'light' : 'subtle'}
            color={each === range ? undefined : 'gray'}
            aria-pressed={each === range}
            onClick={() => change({ range: each === 'DAYS_90' ? undefined : each })}
          >
            {t(`course.ranges.${each}`)}
          </Button>
        ))}
        <FilterMenu
          label={t('course.shown')}
          options={known.map((value) => ({ value, label: t(`figures.${value}`) }))}
          selected={series}
          onChange={(next) => change({ series: next })}
        />
      </div>
      {error && !points ? <ShortFailure error={error} retry={reload} /> : null}
      {points && search.table ? <CourseTable points={points} series={series} /> : null}
      {search.table || (error && !points) ? null : (
        <Suspense fallback={<Skeleton h={244} mt={8} />}>
          {points ? <CourseChart points={points} series={series} /> : <Skeleton h={244} mt={8} aria-busy />}
        </Suspense>
      )}
    </Section>
  );
}
