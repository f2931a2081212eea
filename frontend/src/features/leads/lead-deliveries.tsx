import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { AnswerDialog } from '@/features/deliveries/answer-dialog';
import { AnswerRecord } from '@/features/deliveries/answer-record';
import { DeadlineChip } from '@/features/deliveries/deadline-chip';
import { AcknowledgeDelivery, DeliveryById } from '@/features/deliveries/delivery-fragments';
import { DeliveryStateBadge } from '@/features/deliveries/delivery-state';
import { SettleDialog } from '@/features/deliveries/settle-dialog';
import { DeliveryPurchase } from '@/features/purchases/delivery-purchase';
import { graphql } from '@/gql';
import type { DeliveryFragment, LeadDeliveriesFragment } from '@/gql/graphql';
import { useLocalName } from '@/lib/local-name';
import { useCommand } from '@/lib/use-command';
import { notify } from '@/ui/notify';
import { Section } from '@/ui/section';
import classes from './lead-items.module.css';

graphql(`
  fragment LeadDeliveries on Lead {
    id
    deliveries {
      ...Delivery
    }
  }
`);

type Dialog = 'answer' | 'settle';
const DIALOGS = { answer: AnswerDialog, settle: SettleDialog };

export function LeadDeliveries({ lead }: { lead: LeadDeliveriesFragment }) {
  const { t } = useTranslation('deliveries');
  if (lead.deliveries.length === 0) return null;
  return (
    <Section title={t('title')} count={lead.deliveries.length}>
      <ul className={classes.list}>
        {lead.deliveries.map((delivery) => (
          <li key={delivery.id} className={classes.item}>
            <DeliveryCard delivery={delivery} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function DeliveryCard({ delivery }: { delivery: DeliveryFragment }) {
  const { t } = useTranslation('deliveries');
  const localName = useLocalName();
  const client = useClient();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const acknowledge = useCommand(AcknowledgeDelivery);
  const can = (action: DeliveryFragment['allowedActions'][number]) => delivery.allowedActions.includes(action);
  const Dialog = dialog ? DIALOGS[dialog] : null;

  const take = async () => {
    const outcome = await acknowledge.run({ input: { id: delivery.id, expectedVersion: delivery.version } });
    if (!outcome.ok) void notify(outcome.failure.message ?? t('answer.failed'));
  };

  return (
    <>
      <div className={classes.line}>
        <span className={classes.title}>{localName(delivery.recipient)}</span>
        {delivery.brands.map((brand) => (
          <span key={brand.id} className={classes.brand}>
            {localName(brand)}
          </span>
        ))}
        <span className={classes.state}>
          <DeliveryStateBadge state={delivery.state} />
          <DeadlineChip clock={delivery} provisional={delivery.provisional} />
        </span>
      </div>
      <AnswerRecord delivery={delivery} />
      <Group gap={6} mt={can('ANSWER') || can('SETTLE') || can('ACKNOWLEDGE') || delivery.verdict ? 8 : 0}>
        <DeliveryPurchase delivery={delivery} />
        {can('ANSWER') ? (
          <Button onClick={() => setDialog('answer')}>{delivery.verdict ? t('answer.again') : t('answer.open')}</Button>
        ) : null}
        {can('ACKNOWLEDGE') ? (
          <Button variant="default" loading={acknowledge.running} onClick={() => void take()}>
            {t('acknowledge')}
          </Button>
        ) : null}
        {can('SETTLE') ? (
          <Button variant="default" onClick={() => setDialog('settle')}>
            {t('settle.title')}
          </Button>
        ) : null}
      </Group>
      {Dialog ? (
        <Dialog
          delivery={delivery}
          onClose={() => setDialog(null)}
          onStale={() =>
            void client.query(DeliveryById, { id: delivery.id }, { requestPolicy: 'network-only' }).toPromise()
          }
        />
      ) : null}
    </>
  );
}
