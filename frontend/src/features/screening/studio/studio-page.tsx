import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { RouteMissing } from '@/ui/route-missing';
import { Toolbar } from '@/ui/toolbar';
import { StudioPart } from '../address';
import { BrandChoice } from '../brand-choice';
import classes from '../screening.module.css';
import { ScreeningTabs } from '../screening-tabs';
import { InForce } from './in-force';
import { Models } from './models';
import { Releases } from './releases';
import { Rules } from './rules';
import { StudioDialogs } from './studio-dialogs';
import { useStudio } from './use-studio';

const ScreeningStudio = graphql(`
  query ScreeningStudio($brandId: ID) {
    screeningState(brandId: $brandId) {
      mayRelease
      release {
        ...StudioRelease
      }
    }
  }
  fragment StudioRelease on ScreeningRelease {
    id
    number
    threshold
    mode
    reason
    rolledBackTo
    releasedAt
    rulePacks {
      ...StudioPack
    }
    model {
      id
      name
      number
    }
    releasedBy {
      id
      name
    }
  }
  fragment StudioPack on RulePack {
    id
    kind
    number
    rules
    note
    createdAt
    createdBy {
      id
      name
    }
  }
`);

/** Rules, models and the threshold of a brand or the alliance: what holds, what was, and what would come of a change. */
export function StudioPage() {
  const { t } = useTranslation('screening');
  const reads = may(useViewer(), 'SCREENING_READ');
  const { brandId, part, go } = useStudio();
  const [{ data, error }, reload] = useQuery({ query: ScreeningStudio, variables: { brandId }, pause: !reads });
  const state = data?.screeningState;
  if (!reads) return <RouteMissing />;
  const refresh = () => reload({ requestPolicy: 'network-only' });
  return (
    <>
      <PageHeader title={t('studio.title')} />
      <ScreeningTabs />
      <Toolbar>
        <BrandChoice value={brandId} placeholder={t('alliance')} onChange={(brand) => go({ brand, part })} />
        {Object.values(StudioPart).map((each) => (
          <Button
            key={each}
            variant={each === part ? 'light' : 'subtle'}
            color={each === part ? undefined : 'gray'}
            aria-pressed={each === part}
            onClick={() => go({ brand: brandId, part: each === StudioPart.RULES ? undefined : each })}
          >
            {t(`studio.parts.${each}`)}
          </Button>
        ))}
      </Toolbar>
      {error && !state ? <QueryFailure error={error} retry={reload} /> : null}
      <div className={classes.page} aria-busy={!state && !error}>
        {state ? (
          <>
            <InForce release={state.release ?? null} mayRelease={state.mayRelease} />
            {part === 'RULES' ? (
              <Rules
                key={`${brandId ?? ''}#${state.release?.number ?? 0}`}
                release={state.release ?? null}
                mayWrite={state.mayRelease}
              />
            ) : null}
            {part === 'MODELS' ? <Models release={state.release ?? null} mayTrain={state.mayRelease} /> : null}
            {part === 'RELEASES' ? <Releases release={state.release ?? null} mayRelease={state.mayRelease} /> : null}
            {state.mayRelease ? <StudioDialogs release={state.release ?? null} onChanged={refresh} /> : null}
          </>
        ) : null}
      </div>
    </>
  );
}
