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
  const { brandId, part, go } = useStudio();
  if (!may(useViewer(), 'SCREENING_READ')) return <RouteMissing />;
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
      {/* Nothing of one brand is ever shown as another's. */}
      <Studio key={brandId ?? ''} />
    </>
  );
}

function Studio() {
  const { brandId, part } = useStudio();
  const [{ data, error }, reload] = useQuery({ query: ScreeningStudio, variables: { brandId } });
  if (error && !data) return <QueryFailure error={error} retry={reload} />;
  const state = data?.screeningState;
  if (!state) return <div className={classes.page} aria-busy />;
  const release = state.release ?? null;
  return (
    <div className={classes.page}>
      <InForce release={release} mayRelease={state.mayRelease} />
      {part === 'RULES' ? <Rules key={release?.number} release={release} mayWrite={state.mayRelease} /> : null}
      {part === 'MODELS' ? <Models release={release} mayTrain={state.mayRelease} /> : null}
      {part === 'RELEASES' ? <Releases release={release} mayRelease={state.mayRelease} /> : null}
      {state.mayRelease ? (
        <StudioDialogs release={release} onChanged={() => reload({ requestPolicy: 'network-only' })} />
      ) : null}
    </div>
  );
}
