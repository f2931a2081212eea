import { Button, Skeleton, Stack } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { LeadHandlingWords } from '@/features/leads/lead-handling';
import { ItemList } from '@/features/leads/lead-items';
import { useOwnerName } from '@/features/leads/owner-name';
import { DeliveryPurchase } from '@/features/purchases/delivery-purchase';
import { graphql } from '@/gql';
import type { DeliveryFragment } from '@/gql/graphql';
import { useCommand } from '@/lib/use-command';
import { QueryFailure } from '@/ui/query-failure';
import { RouteMissing } from '@/ui/route-missing';
import { Section } from '@/ui/section';
import { TlpBadge } from '@/ui/tlp-badge';
import { AnswerForm } from './answer-form';
import { AnswerRecord } from './answer-record';
import { DeadlineChip } from './deadline-chip';
import { ViewDelivery } from './delivery-fragments';
import classes from './delivery-inbox.module.css';
import { DeliveryStateBadge } from './delivery-state';

const InboxDetail = graphql(`
  query InboxDetail($id: ID!) {
    delivery(id: $id) {
      ...Delivery
      items {
        ...LeadItem
      }
      lead {
        id
        reference
        title
        summary
        tlp
        owner {
          id
          name
          nameZh
        }
        ownerName
      }
    }
  }
`);

interface DeliveryDetailProps {
  id: string;
  onAnswered: () => void;
  /** On a phone the detail takes the place of the list. */
  onBack?: () => void;
}

export default function DeliveryDetail({ id, onAnswered, onBack }: DeliveryDetailProps) {
  const { t } = useTranslation(['deliveries', 'common']);
  const [{ data, error }, reload] = useQuery({ query: InboxDetail, variables: { id } });
  const delivery = data?.delivery;
  const ownerName = useOwnerName();
  useSeen(delivery);
  if (delivery === null) return <RouteMissing />;
  return (
    <section className={classes.detail} aria-label={delivery?.lead.title ?? t('common:loading')} aria-busy={!delivery}>
      {onBack ? (
        <div>
          <Button variant="subtle" color="gray" leftSection={<IconArrowLeft size={15} />} onClick={onBack}>
            {t('common:back')}
          </Button>
        </div>
      ) : null}
      {delivery ? (
        <>
          <header className={classes.detailHead}>
            <Link to="/leads/$reference" params={{ reference: delivery.lead.reference }} className={classes.reference}>
              {delivery.lead.reference}
            </Link>
            <h2 className={classes.detailTitle}>{delivery.lead.title}</h2>
            <div className={classes.badges}>
              <DeadlineChip clock={delivery} provisional={delivery.provisional} />
              <DeliveryStateBadge state={delivery.state} />
              <TlpBadge tlp={delivery.lead.tlp} />
              <span className={classes.hint}>{t('from', { owner: ownerName(delivery.lead) })}</span>
            </div>
            <LeadHandlingWords handling={delivery.lead.handling} inline />
          </header>
          {delivery.lead.summary ? <p className={classes.summary}>{delivery.lead.summary}</p> : null}
          {delivery.items.length > 0 ? (
            <Section title={t('itemsForYou')} count={delivery.items.length}>
              <ItemList items={delivery.items} />
            </Section>
          ) : null}
          <AnswerPart
            delivery={delivery}
            onAnswered={onAnswered}
            onStale={() => reload({ requestPolicy: 'network-only' })}
          />
        </>
      ) : error ? (
        <QueryFailure error={error} retry={reload} />
      ) : (
        <Stack gap="sm">
          {[30, 80, 55, 65].map((width) => (
            <Skeleton key={width} h={12} w={`${width}%`} />
          ))}
        </Stack>
      )}
    </section>
  );
}

interface AnswerPartProps {
  delivery: DeliveryFragment;
  onAnswered: () => void;
  onStale: () => void;
}

function AnswerPart({ delivery, onAnswered, onStale }: AnswerPartProps) {
  const { t } = useTranslation('deliveries');
  const answered = delivery.answers.length > 0 || delivery.infoQuestion !== null;
  const canAnswer = delivery.allowedActions.includes('ANSWER');
  return (
    <>
      {answered ? (
        <Section title={t('answersTitle')}>
          <AnswerRecord delivery={delivery} />
          <DeliveryPurchase delivery={delivery} />
        </Section>
      ) : null}
      {canAnswer ? (
        <Section title={answered ? t('answer.again') : t('answer.title')}>
          <AnswerForm delivery={delivery} onAnswered={onAnswered} onStale={onStale} />
        </Section>
      ) : null}
    </>
  );
}

/** Opening a delivery marks it as seen, once, where the server says that this is the reader's to do. */
function useSeen(delivery: DeliveryFragment | null | undefined) {
  const { run } = useCommand(ViewDelivery);
  const told = useRef(false);
  useEffect(() => {
    if (!delivery || told.current || !delivery.allowedActions.includes('VIEW')) return;
    told.current = true;
    void run({ input: { id: delivery.id, expectedVersion: delivery.version } });
  }, [delivery, run]);
}
