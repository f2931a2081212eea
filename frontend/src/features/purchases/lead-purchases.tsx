import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { useFormats } from '@/lib/format';
import { useLiveRefresh } from '@/lib/live';
import { useLocalName } from '@/lib/local-name';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { Section } from '@/ui/section';
import { PurchaseStateBadge } from './purchase-words';
import classes from './purchases.module.css';

const LeadPurchasesQuery = graphql(`
  query LeadPurchases($id: ID!) {
    lead(id: $id) {
      id
      purchases {
        ...PurchaseRow
      }
    }
  }
`);

const RequestPurchase = lazy(() => import('./request-purchase'));

interface LeadPurchasesProps {
  lead: { id: string; state: string; deliveries: readonly { recipient: { id: string } }[] };
  /** Changes whenever something happens to the lead. */
  activity: unknown;
}

/** What was test-bought for a lead, and what became of it; loaded after the page it stands on. */
export default function LeadPurchases({ lead, activity }: LeadPurchasesProps) {
  const { t } = useTranslation('purchases');
  const viewer = useViewer();
  const localName = useLocalName();
  const { money } = useFormats();
  const [asking, setAsking] = useState(false);
  // Whom a lead was delivered to asks by the answer to it, which says how many.
  const delivered = lead.deliveries.some(({ recipient }) => recipient.id === viewer.organization.id);
  const asks = may(viewer, 'PURCHASE_REQUEST') && lead.state !== 'DRAFT' && !delivered;
  const reads = may(viewer, 'PURCHASE_READ');
  const [{ data }, reload] = useQuery({ query: LeadPurchasesQuery, variables: { id: lead.id }, pause: !reads });
  useLiveRefresh(activity, () => reload({ requestPolicy: 'network-only' }));
  const purchases = data?.lead?.purchases ?? [];
  if (!data || (purchases.length === 0 && !asks)) return null;
  return (
    <Section
      title={t('title')}
      count={purchases.length}
      actions={
        asks ? (
          <Button variant="default" leftSection={<IconPlus size={14} />} onClick={() => setAsking(true)}>
            {t('request')}
          </Button>
        ) : null
      }
    >
      {purchases.length > 0 ? (
        <ul className={classes.list} aria-label={t('title')}>
          {purchases.map(({ id, title, state, organization, quantity, approvedQuantity, money: sums }) => (
            <li key={id} className={classes.item}>
              <Link to="/purchases/$id" params={{ id }} search={{}} className={classes.link}>
                {title}
              </Link>
              <span className={classes.dimmed}>{localName(organization)}</span>
              <span>{t('pieces', { count: approvedQuantity ?? quantity })}</span>
              <PurchaseStateBadge state={state} />
              {sums ? (
                <span className={`${classes.end} ${classes.amount}`}>{money(sums.approved ?? sums.asked)}</span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {asking ? (
        <Suspense>
          <RequestPurchase leadId={lead.id} onClose={() => setAsking(false)} />
        </Suspense>
      ) : null}
    </Section>
  );
}
