import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { IpRightPageFragment } from '@/gql/graphql';
import { hasErrorCode } from '@/lib/errors';
import { useLiveRefresh } from '@/lib/live';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { RouteMissing } from '@/ui/route-missing';
import { TwoColumns } from '@/ui/two-columns';
import { IpRightActions } from './ip-right-actions';
import { IpRightCertificates } from './ip-right-certificates';
import { IpRightDialogs } from './ip-right-dialogs';
import { IpRightFacts } from './ip-right-facts';
import { IpRightForce } from './ip-right-force';
import classes from './ip-right-page.module.css';
import { IpRightScope } from './ip-right-scope';
import { IpRightSkeleton } from './ip-right-skeleton';
import { IpRightTrail } from './ip-right-trail';
import { IpRightWarnings } from './ip-right-warnings';
import { IpRightStateBadge, useLocalTitle } from './ip-right-words';

const IpRightPageQuery = graphql(`
  query IpRightPage($id: ID!) {
    ipRight(id: $id) {
      ...IpRightPage
    }
  }
  fragment IpRightPage on IpRight {
    id
    kind
    title
    titleZh
    holder {
      id
      name
      nameZh
    }
    office
    applicationNumber
    registrationNumber
    expiresOn
    renewal {
      expiresOn
    }
    state
    version
    allowedActions
    ...IpRightFacts
    ...IpRightScope
    ...IpRightCertificates
    ...IpRightWarnings
  }
`);

const route = getRouteApi('/_app/rights/$rightId/');

export function IpRightPage() {
  const { rightId } = route.useParams();
  const localTitle = useLocalTitle();
  const [{ data, error }, reload] = useQuery({ query: IpRightPageQuery, variables: { id: rightId } });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  useLiveRefresh(undefined, refresh);
  const right = data?.ipRight;

  if (!right) {
    if (hasErrorCode(error, 'NOT_FOUND') || hasErrorCode(error, 'INVALID_ID')) return <RouteMissing />;
    if (error) return <QueryFailure error={error} retry={reload} />;
    return <IpRightSkeleton />;
  }
  return (
    <>
      <PageHeader
        eyebrow={<IpRightTrail />}
        title={localTitle(right)}
        meta={<Meta right={right} />}
        actions={<IpRightActions right={right} onStale={refresh} />}
      />
      <TwoColumns side={<IpRightFacts right={right} />}>
        <IpRightWarnings right={right} />
        <IpRightCertificates right={right} onStale={refresh} />
        <IpRightScope right={right} />
        <IpRightForce key={right.version} right={right} />
      </TwoColumns>
      <IpRightDialogs right={right} onChanged={refresh} />
    </>
  );
}

function Meta({ right }: { right: IpRightPageFragment }) {
  const { t } = useTranslation('ipRights');
  const number = right.registrationNumber ?? right.applicationNumber;
  return (
    <>
      <IpRightStateBadge state={right.state} />
      <span className={classes.meta}>
        {[t(`kinds.${right.kind}`), [right.office, number].filter(Boolean).join(' ')].join(' · ')}
      </span>
    </>
  );
}
