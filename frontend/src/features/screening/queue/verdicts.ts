import type { ScreeningDismissal } from '@/gql/graphql';
import type { Saying } from './use-review';

interface Verdict extends Saying {
  /** The key that says it. */
  key: string;
  label: 'CONFIRM' | 'SKIP' | ScreeningDismissal;
}

const dismissed = (key: string, dismissal: ScreeningDismissal): Verdict => ({
  key,
  judgement: 'DISMISS',
  dismissal,
  label: dismissal,
});

/** One key for each verdict; letters that the portal itself listens to are left out. */
export const VERDICTS: readonly Verdict[] = [
  { key: '1', judgement: 'CONFIRM', label: 'CONFIRM' },
  dismissed('2', 'NOT_INFRINGING'),
  dismissed('3', 'AUTHORIZED_SELLER'),
  dismissed('4', 'NOT_MY_BRAND'),
  dismissed('5', 'INSUFFICIENT_INFORMATION'),
  { key: 'n', judgement: 'SKIP', label: 'SKIP' },
];
