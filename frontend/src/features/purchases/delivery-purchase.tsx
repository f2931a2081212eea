import { Button } from '@mantine/core';
import { IconShoppingCart } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeliveryFragment } from '@/gql/graphql';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';

const RequestPurchase = lazy(() => import('./request-purchase'));

/** The way from an answer that wants a test purchase to asking for one. */
export function DeliveryPurchase({ delivery }: { delivery: DeliveryFragment }) {
  const { t } = useTranslation('deliveries');
  const [asking, setAsking] = useState(false);
  const viewer = useViewer();
  // An agent asks for its principals.
  const own = delivery.recipient.id === viewer.organization.id || viewer.organization.kind === 'AGENT_FIRM';
  if (delivery.verdict !== 'NEEDS_TEST_PURCHASE' || !own || !may(viewer, 'PURCHASE_REQUEST')) return null;
  return (
    <>
      <Button variant="default" leftSection={<IconShoppingCart size={15} />} onClick={() => setAsking(true)}>
        {t('requestPurchase')}
      </Button>
      {asking ? (
        <Suspense>
          <RequestPurchase leadId={delivery.lead.id} delivery={delivery} onClose={() => setAsking(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
