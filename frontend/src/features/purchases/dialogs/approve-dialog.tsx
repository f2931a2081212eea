import { Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { decimalOf, placesOf } from '@/features/funds/minor';
import { graphql } from '@/gql';
import { useFormats } from '@/lib/format';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { costOfPieces, shortfallOf } from '../money-course';
import type { PurchaseDialogProps } from '../purchase-dialogs';
import classes from '../purchases.module.css';

const ApprovePurchase = graphql(`
  mutation ApprovePurchase($input: ApprovePurchaseInput!) {
    approvePurchase(input: $input) {
      purchase {
        ...PurchasePage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** What may be spent of now, before anything is held for this purchase. */
const MoneyForPurchase = graphql(`
  query MoneyForPurchase($filter: FundAllocationFilter) {
    fundAllocations(first: 50, filter: $filter) {
      nodes {
        id
        closed
        program {
          id
        }
        balance {
          available {
            ...PurchaseSum
          }
          held {
            ...PurchaseSum
          }
          shortfall {
            ...PurchaseSum
          }
        }
      }
    }
  }
`);

const isCount = (typed: string, most: number) => /^\d{1,3}$/.test(typed.trim()) && +typed >= 1 && +typed <= most;

/** Agrees to all that is asked for or to fewer; says what is there for it. */
export default function ApprovePurchaseDialog({ purchase, onClose, onStale }: PurchaseDialogProps) {
  const { t } = useTranslation('purchases');
  const command = useCommandForm({
    document: ApprovePurchase,
    initialValues: { quantity: String(purchase.approvedQuantity ?? purchase.quantity) },
    variables: ({ quantity }) => ({
      input: { id: purchase.id, expectedVersion: purchase.version, quantity: Number(quantity) },
    }),
    validate: ({ quantity }) =>
      isCount(quantity, purchase.quantity) ? {} : { quantity: t('form.upTo', { count: purchase.quantity }) },
    onDone: () => {
      void notify(t('done.APPROVE'));
      onClose();
    },
    onStale,
  });
  const { quantity } = command.form.values;
  const last = purchase.approvals.length + 1 >= purchase.approvalsNeeded;
  return (
    <CommandDialog title={t('steps.APPROVE')} submitLabel={t('steps.APPROVE')} command={command} onClose={onClose}>
      <Text size="sm">{t(last ? 'texts.APPROVE' : 'texts.APPROVE_FIRST')}</Text>
      <TextInput
        label={t('form.howMany')}
        description={t('form.upTo', { count: purchase.quantity })}
        required
        inputMode="numeric"
        autoComplete="off"
        {...command.form.getInputProps('quantity')}
      />
      {isCount(quantity, purchase.quantity) ? <MoneyThere purchase={purchase} quantity={Number(quantity)} /> : null}
    </CommandDialog>
  );
}

function MoneyThere({ purchase, quantity }: Pick<PurchaseDialogProps, 'purchase'> & { quantity: number }) {
  const { t } = useTranslation('purchases');
  const { money } = useFormats();
  const { money: sums, organization, program } = purchase;
  const [{ data }] = useQuery({
    query: MoneyForPurchase,
    variables: { filter: { organizationId: organization.id, programId: program?.id } },
    requestPolicy: 'cache-and-network',
  });
  if (!sums) return null;
  const { currency, maxUnitPrice, expectedShipping, expectedFees } = sums;
  const fitting = data?.fundAllocations.nodes.filter(
    (each) =>
      !each.closed &&
      each.balance.available.currency === currency &&
      (each.program?.id ?? null) === (program?.id ?? null),
  );
  const balance = fitting?.length === 1 ? fitting[0]?.balance : undefined;
  const wanted = costOfPieces(quantity, maxUnitPrice, expectedShipping, expectedFees);
  const lacks = balance ? shortfallOf(wanted, balance.available) : null;
  const places = placesOf(maxUnitPrice);
  const inMoney = (minor: bigint) => money({ amount: decimalOf(minor, places), currency });
  return (
    <dl className={classes.clear} aria-live="polite">
      <dt>{t('money.wouldHold')}</dt>
      <dd>{inMoney(wanted)}</dd>
      {balance ? (
        <>
          <dt>{t('money.available')}</dt>
          <dd>{money(balance.available)}</dd>
          <dt>{t('money.heldAlready')}</dt>
          <dd>{money(balance.held)}</dd>
          <dt>{t('money.shortfall')}</dt>
          <dd className={lacks ? classes.warns : undefined}>{inMoney(lacks ?? 0n)}</dd>
        </>
      ) : null}
    </dl>
  );
}
