import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { IconClock, IconX } from '@tabler/icons-react';
import { getRouteApi, Link, Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { FieldOutcomeFragment } from '@/gql/graphql';
import { hasErrorCode } from '@/lib/errors';
import { useFormats } from '@/lib/format';
import { useReconnected } from '@/lib/live';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { RouteMissing } from '@/ui/route-missing';
import { Section } from '@/ui/section';
import { ActionSkeleton, ActionTrail } from '../action-page';
import classes from '../actions.module.css';
import { useQuantity } from '../use-quantity';
import type { Entry } from './outbox';
import { SeizureForm } from './seizure-form';
import { SiteResultForm } from './site-result-form';
import { SuspectForm } from './suspect-form';
import { useOutbox } from './use-outbox';

const FieldOutcomeQuery = graphql(`
  query FieldOutcome($id: ID!) {
    offlineAction(id: $id) {
      ...FieldOutcome
    }
  }
  fragment FieldOutcome on OfflineAction {
    id
    reference
    title
    version
    allowedActions
    sites {
      ...ActionSite
    }
    outcome {
      revision
      suspects {
        id
        maskedName
        stage
      }
      seizures {
        id
        product
        quantity
        unit
      }
    }
  }
`);

const route = getRouteApi('/_app/actions/$id/outcome');

/** What came of an action, told from the field: on a phone, with a bad network. */
export function OutcomePage() {
  const { id } = route.useParams();
  const [{ data, error }, reload] = useQuery({ query: FieldOutcomeQuery, variables: { id } });
  useReconnected(() => reload({ requestPolicy: 'network-only' }));
  const action = data?.offlineAction;
  if (!action) {
    const missing = hasErrorCode(error, 'NOT_FOUND') || hasErrorCode(error, 'INVALID_ID');
    if (data?.offlineAction === null || missing) return <RouteMissing />;
    if (error) return <QueryFailure error={error} retry={reload} />;
    return <ActionSkeleton />;
  }
  if (!action.allowedActions.includes('RECORD_OUTCOME')) {
    return <Navigate to="/actions/$id" params={{ id }} search={{}} replace />;
  }
  return <Field action={action} />;
}

const FORMS = { siteResult: SiteResultForm, suspect: SuspectForm, seizure: SeizureForm } as const;

function Field({ action }: { action: FieldOutcomeFragment }) {
  const { t } = useTranslation('actions');
  const [kind, setKind] = useState<Entry['kind']>('siteResult');
  const outbox = useOutbox(action.id);
  const Form = FORMS[kind];
  return (
    <>
      <PageHeader eyebrow={<ActionTrail reference={action.reference} />} title={t('field.title')} />
      <div className={classes.form}>
        <SegmentedControl
          fullWidth
          aria-label={t('field.what')}
          value={kind}
          onChange={(next) => setKind(next as Entry['kind'])}
          data={(Object.keys(FORMS) as Entry['kind'][]).map((value) => ({ value, label: t(`field.kinds.${value}`) }))}
        />
        <Form key={kind} action={action} onEntry={outbox.add} />
        <Waiting {...outbox} />
        <Confirmed action={action} />
        <div>
          <Button
            variant="default"
            size="sm"
            renderRoot={(props) => <Link to="/actions/$id" params={{ id: action.id }} search={{}} {...props} />}
          >
            {t('field.back')}
          </Button>
        </div>
      </div>
    </>
  );
}

/** What was entered and is not confirmed: it is sent by itself as soon as that goes. */
function Waiting({ entries, sending, send, remove }: ReturnType<typeof useOutbox>) {
  const { t } = useTranslation('actions');
  const { labelled } = useFormats();
  if (entries.length === 0) return null;
  return (
    <Section
      title={t('field.waiting')}
      count={entries.length}
      actions={
        <Button size="compact-xs" variant="default" loading={sending} onClick={() => void send()}>
          {t('field.send')}
        </Button>
      }
    >
      <Text size="sm" c="dimmed" mb={6} role="status">
        {t('field.kept')}
      </Text>
      <ul className={classes.list} aria-label={t('field.waiting')}>
        {entries.map(({ key, label, refused }) => (
          <li key={key} className={classes.item}>
            <Group gap={6} wrap="nowrap">
              {refused ? <IconX size={15} aria-hidden /> : <IconClock size={15} aria-hidden />}
              <span className={classes.strong}>{label}</span>
            </Group>
            {refused ? (
              <>
                <Text size="sm" c="red" component="span">
                  {refused}
                </Text>
                <Button
                  className={classes.end}
                  size="compact-xs"
                  variant="subtle"
                  color="red"
                  aria-label={labelled(t('field.discard'), label)}
                  onClick={() => remove(key)}
                >
                  {t('field.discard')}
                </Button>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Confirmed({ action }: { action: FieldOutcomeFragment }) {
  const { t } = useTranslation('actions');
  const inWords = useQuantity();
  const { sites, outcome } = action;
  const told = sites.filter(({ result }) => result);
  const count = told.length + outcome.suspects.length + outcome.seizures.length;
  return (
    <Section title={t('field.confirmed')} count={count}>
      {count > 0 ? (
        <ul className={classes.list} aria-label={t('field.confirmed')}>
          {told.map(({ id, address, result }) => (
            <li key={id} className={classes.item}>
              {`${address} · ${result ? t(`results.${result}`) : ''}`}
            </li>
          ))}
          {outcome.suspects.map(({ id, maskedName, stage }) => (
            <li key={id} className={classes.item}>{`${maskedName ?? '–'} · ${t(`custody.${stage}`)}`}</li>
          ))}
          {outcome.seizures.map(({ id, product, quantity, unit }) => (
            <li key={id} className={classes.item}>{`${inWords(quantity, unit)} · ${product}`}</li>
          ))}
        </ul>
      ) : (
        <p className={classes.dimmed}>{t('field.nothing')}</p>
      )}
    </Section>
  );
}
