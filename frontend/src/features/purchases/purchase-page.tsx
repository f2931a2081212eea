import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { CaseConclusion } from '@/features/appraisals/case-conclusion';
import { useNotificationActivity } from '@/features/notifications/notification-feed';
import { SamplesSection } from '@/features/samples/samples-section';
import { graphql } from '@/gql';
import { hasErrorCode } from '@/lib/errors';
import { useLiveRefresh } from '@/lib/live';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { RouteMissing } from '@/ui/route-missing';
import { Section } from '@/ui/section';
import { TwoColumns, TwoColumnsSkeleton } from '@/ui/two-columns';
import { PurchaseActions } from './purchase-actions';
import { PurchaseCustody } from './purchase-custody';
import { PurchaseDialogs } from './purchase-dialogs';
import { PurchaseEvidence } from './purchase-evidence';
import { PurchaseFacts } from './purchase-facts';
import { PurchaseHistory } from './purchase-history';
import { PurchaseMoney } from './purchase-money';
import { PurchasePeople } from './purchase-people';
import { PurchaseStateBadge } from './purchase-words';
import classes from './purchases.module.css';

const PurchasePageQuery = graphql(`
  query PurchasePage($id: ID!) {
    purchase(id: $id) {
      ...PurchasePage
    }
  }
  fragment PurchasePage on Purchase {
    id
    reference
    title
    state
    quantity
    approvedQuantity
    reason
    decisionReason
    holdExpiresAt
    version
    allowedActions
    ...PurchaseFacts
    ...PurchaseMoneyOf
    ...PurchasePeople
    ...PurchaseEvidenceOf
    ...PurchaseCustody
    ...PurchaseHistory
  }
`);

const route = getRouteApi('/_app/purchases/$id');

export function PurchasePage() {
  const { t } = useTranslation(['purchases', 'common']);
  const { id } = route.useParams();
  const [{ data, error }, reload] = useQuery({ query: PurchasePageQuery, variables: { id } });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  // Whoever is told that it moved, or waits, sees it here at once.
  useLiveRefresh(useNotificationActivity(), refresh);
  const purchase = data?.purchase;

  if (!purchase) {
    const missing = hasErrorCode(error, 'NOT_FOUND') || hasErrorCode(error, 'INVALID_ID');
    if (data?.purchase === null || missing) return <RouteMissing />;
    if (error) return <QueryFailure error={error} retry={reload} />;
    return (
      <>
        <PageHeader eyebrow={<PurchaseTrail />} title={t('common:loading')} />
        <TwoColumnsSkeleton />
      </>
    );
  }
  return (
    <>
      <PageHeader
        eyebrow={<PurchaseTrail reference={purchase.reference} />}
        title={purchase.title}
        meta={<PurchaseStateBadge state={purchase.state} />}
        actions={<PurchaseActions purchase={purchase} />}
      />
      <TwoColumns side={<PurchaseFacts purchase={purchase} />}>
        {purchase.decisionReason ? <p className={classes.notice}>{purchase.decisionReason}</p> : null}
        <Section title={t('asked')}>
          <p className={classes.strong}>
            {purchase.approvedQuantity && purchase.approvedQuantity < purchase.quantity
              ? t('approvedOf', { count: purchase.approvedQuantity, asked: purchase.quantity })
              : t('pieces', { count: purchase.quantity })}
          </p>
          <p className={classes.text}>{purchase.reason}</p>
        </Section>
        <PurchaseMoney purchase={purchase} />
        <PurchasePeople purchase={purchase} />
        <PurchaseEvidence purchase={purchase} />
        <SamplesSection purchaseId={purchase.id} />
        <CaseConclusion purchaseId={purchase.id} />
        <PurchaseCustody purchase={purchase} />
        <PurchaseHistory purchase={purchase} />
      </TwoColumns>
      <PurchaseDialogs purchase={purchase} onStale={refresh} />
    </>
  );
}

export function PurchaseTrail({ reference }: { reference?: string }) {
  const { t } = useTranslation('purchases');
  return (
    <>
      <Link to="/purchases" search={{}}>
        {t('title')}
      </Link>
      <span aria-hidden> / </span>
      {reference ? <span className={classes.code}>{reference}</span> : null}
    </>
  );
}
