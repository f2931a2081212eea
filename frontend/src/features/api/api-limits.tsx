import { Button, Progress, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { useFormats } from '@/lib/format';
import { useMeasures } from '@/lib/measures';
import { Fact, Facts } from '@/ui/facts';
import { QueryFailure } from '@/ui/query-failure';
import { Section } from '@/ui/section';
import classes from './api.module.css';
import type { Answer } from './ask';

const ApiLimitsQuery = graphql(`
  query ApiLimits {
    apiLimits {
      costPerMinute
      costLeft
      resetsInSeconds
      requestsPerMinute
      depth
      complexity
      rootFields
      pageSize
      streams
      listingsPerCall
      bodyBytes
    }
  }
`);

/** What the reader may ask of the API. After a request of the console its own headers say what is left. */
export function ApiLimits({ answer }: { answer: Answer | null }) {
  const { t } = useTranslation('api');
  const [{ data, error, fetching }, reload] = useQuery({ query: ApiLimitsQuery, requestPolicy: 'network-only' });
  const again = () => reload({ requestPolicy: 'network-only' });
  const limits = data?.apiLimits;
  if (error && !limits) return <QueryFailure error={error} retry={reload} />;
  return (
    <Section
      title={t('limits.title')}
      actions={
        <Button variant="subtle" size="compact-xs" loading={fetching} onClick={again}>
          {t('limits.again')}
        </Button>
      }
    >
      {limits ? <Standing limits={limits} answer={answer} /> : <Skeleton h={220} aria-busy />}
    </Section>
  );
}

interface StandingProps {
  limits: {
    costPerMinute: number;
    costLeft: number;
    resetsInSeconds: number;
    requestsPerMinute: number;
    depth: number;
    complexity: number;
    rootFields: number;
    pageSize: number;
    streams: number;
    listingsPerCall: number;
    bodyBytes: number;
  };
  answer: Answer | null;
}

function Standing({ limits, answer }: StandingProps) {
  const { t } = useTranslation('api');
  const { number } = useFormats();
  const { bytes, duration } = useMeasures();
  const told = answer?.standing;
  const per = told?.perWindow ?? limits.costPerMinute;
  const left = told?.left ?? limits.costLeft;
  const resets = told?.resetsInSeconds ?? limits.resetsInSeconds;
  const window = duration((told?.windowSeconds ?? 60) * 1_000);
  const counted = per > 0;
  return (
    <>
      {counted ? (
        <div className={classes.left}>
          <p className={classes.figure}>{t('limits.left', { left: number(left), all: number(per) })}</p>
          <Progress value={(left / per) * 100} size="sm" aria-label={t('limits.leftLabel')} />
        </div>
      ) : (
        <p className={classes.hint}>{t('limits.uncounted')}</p>
      )}
      <Facts>
        {counted ? (
          <Fact label={t('limits.window')}>{t('limits.perWindow', { count: number(per), window })}</Fact>
        ) : null}
        {counted ? (
          <Fact label={t('limits.resets')}>
            {resets === 0 ? t('limits.full') : t('limits.resetsIn', { wait: duration(resets * 1_000) })}
          </Fact>
        ) : null}
        <Fact label={t('limits.last')}>
          {typeof answer?.cost === 'number'
            ? t('points', { count: answer.cost, number: number(answer.cost) })
            : t('limits.none')}
        </Fact>
        <Fact label={t('limits.requests')}>
          {limits.requestsPerMinute > 0
            ? t('limits.perMinute', { count: number(limits.requestsPerMinute) })
            : t('limits.unlimited')}
        </Fact>
        <Fact label={t('limits.complexity')}>
          {t('points', { count: limits.complexity, number: number(limits.complexity) })}
        </Fact>
        <Fact label={t('limits.depth')}>{number(limits.depth)}</Fact>
        <Fact label={t('limits.rootFields')}>{number(limits.rootFields)}</Fact>
        <Fact label={t('limits.pageSize')}>{number(limits.pageSize)}</Fact>
        <Fact label={t('limits.streams')}>{number(limits.streams)}</Fact>
        <Fact label={t('limits.listings')}>{number(limits.listingsPerCall)}</Fact>
        <Fact label={t('limits.body')}>{bytes(limits.bodyBytes)}</Fact>
      </Facts>
      <p className={classes.hint}>{t('limits.text')}</p>
    </>
  );
}
