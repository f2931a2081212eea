import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { FundPageFragment } from '@/gql/graphql';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { type FundDo, RECORDS } from './fund-search';

export interface FundDialogProps {
  fund: FundPageFragment;
  onClose: () => void;
}

const DIALOGS = {
  CONTRIBUTION: lazy(() => import('./dialogs/contribution-dialog')),
  ALLOCATION: lazy(() => import('./dialogs/allocation-dialog')),
  RECOVERY: lazy(() => import('./dialogs/recovery-dialog')),
  PAYOUT: lazy(() => import('./dialogs/payout-dialog')),
  EXCHANGE: lazy(() => import('./dialogs/exchange-dialog')),
  PERIOD_CLOSE: lazy(() => import('./dialogs/close-period-dialog')),
  CARD_PAYMENT: lazy(() => import('./dialogs/card-payment-dialog')),
  SUSPENSE: lazy(() => import('./dialogs/suspense-dialog')),
  EXPORT: lazy(() => import('./dialogs/export-dialog')),
};

const route = getRouteApi('/_app/funds/$id');

export function FundDialogs({ fund }: { fund: FundPageFragment }) {
  const { do: step } = route.useSearch();
  const navigate = route.useNavigate();
  const reads = may(useViewer(), 'LEDGER_READ');
  if (!step || !isAllowed(fund, step, reads)) return null;
  const Dialog = DIALOGS[step];
  return (
    <Suspense>
      <Dialog
        key={step}
        fund={fund}
        onClose={() => void navigate({ search: (now) => ({ ...now, do: undefined }), replace: true })}
      />
    </Suspense>
  );
}

function isAllowed({ allowedActions }: FundPageFragment, step: FundDo, reads: boolean): boolean {
  if (step === 'EXPORT') return reads;
  return allowedActions.includes(RECORDS.some((each) => each === step) ? 'RECORD' : 'PROPOSE');
}
