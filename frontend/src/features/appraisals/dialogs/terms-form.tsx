import { Modal, NumberInput, Skeleton, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { PurchaseTermsOfFragment } from '@/gql/graphql';
import { addDays, today } from '@/lib/day';
import { useFormats } from '@/lib/format';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import DayInput from '@/ui/day-input';
import { notify } from '@/ui/notify';
import { ShortFailure } from '@/ui/short-failure';
import classes from '../appraisals.module.css';

const PurchaseTermsQuery = graphql(`
  query PurchaseTerms {
    purchaseTerms {
      ...PurchaseTermsOf
    }
  }
  fragment PurchaseTermsOf on PurchaseTermsOverview {
    holdDays
    retentionYears
    version
    mayChange
    set {
      number
      effectiveFrom
      holdDays
      retentionYears
      setBy {
        id
        name
      }
    }
  }
`);

const SetPurchaseTerms = graphql(`
  mutation SetPurchaseTerms($input: SetPurchaseTermsInput!) {
    setPurchaseTerms(input: $input) {
      terms {
        ...PurchaseTermsOf
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const MOST_DAYS = 90;
const MOST_YEARS = 30;
/** How many of those that were set are shown. */
const SHOWN = 5;

function isWhole(value: number | string, most: number) {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most;
}

/** For how long money is held and samples are kept, from a day to come on. */
export function TermsForm({ choice, onClose }: { choice: ReactNode; onClose: () => void }) {
  const { t } = useTranslation(['appraisals', 'common']);
  const [{ data, error }, reload] = useQuery({ query: PurchaseTermsQuery });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  const terms = data?.purchaseTerms;
  if (terms) return <Form key={terms.version} terms={terms} choice={choice} onClose={onClose} onStale={refresh} />;
  return (
    <Modal opened onClose={onClose} title={t('policy.title')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      {choice}
      {error ? <ShortFailure error={error} retry={refresh} /> : <Skeleton h={240} mt="sm" />}
    </Modal>
  );
}

interface FormProps {
  terms: PurchaseTermsOfFragment;
  choice: ReactNode;
  onClose: () => void;
  onStale: () => void;
}

function Form({ terms, choice, onClose, onStale }: FormProps) {
  const { t } = useTranslation('appraisals');
  const command = useCommandForm({
    document: SetPurchaseTerms,
    initialValues: {
      holdDays: terms.holdDays as number | string,
      retentionYears: terms.retentionYears as number | string,
      effectiveFrom: '',
    },
    variables: ({ holdDays, retentionYears, effectiveFrom }) => ({
      input: {
        expectedVersion: terms.version,
        holdDays: Number(holdDays),
        retentionYears: Number(retentionYears),
        effectiveFrom,
      },
    }),
    validate: ({ holdDays, retentionYears, effectiveFrom }) => ({
      ...(isWhole(holdDays, MOST_DAYS) ? {} : { holdDays: t('terms.holdFault') }),
      ...(isWhole(retentionYears, MOST_YEARS) ? {} : { retentionYears: t('terms.retentionFault') }),
      ...(effectiveFrom ? {} : { effectiveFrom: t('terms.effectiveFault') }),
    }),
    onDone: () => {
      void notify(t('terms.done'));
      onClose();
    },
    onStale,
  });
  const { form } = command;
  return (
    <CommandDialog
      title={t('policy.title')}
      submitLabel={t('policy.save')}
      command={command}
      onClose={onClose}
      disabled={!terms.mayChange}
    >
      {choice}
      <NumberInput
        label={t('terms.holdDays')}
        description={t('terms.holdHint')}
        required
        min={1}
        max={MOST_DAYS}
        allowDecimal={false}
        {...form.getInputProps('holdDays')}
      />
      <NumberInput
        label={t('terms.retentionYears')}
        description={t('terms.retentionHint')}
        required
        min={1}
        max={MOST_YEARS}
        allowDecimal={false}
        {...form.getInputProps('retentionYears')}
      />
      <DayInput
        label={t('terms.effectiveFrom')}
        description={t('terms.effectiveHint')}
        required
        min={addDays(today(), 1)}
        {...form.getInputProps('effectiveFrom')}
      />
      <SetBefore terms={terms} />
    </CommandDialog>
  );
}

function SetBefore({ terms }: { terms: PurchaseTermsOfFragment }) {
  const { t } = useTranslation('appraisals');
  const { date } = useFormats();
  if (terms.set.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={t('terms.before')}>
      {terms.set.slice(0, SHOWN).map(({ number, effectiveFrom, holdDays, retentionYears, setBy }) => (
        <li key={number} className={classes.item}>
          <Text span size="sm">
            {t('terms.line', { day: date(effectiveFrom), holdDays, retentionYears, name: setBy.name })}
          </Text>
        </li>
      ))}
    </ul>
  );
}
