import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { ScreenedOfferFragment, ScreeningDismissal, ScreeningJudgement } from '@/gql/graphql';
import { type Failure, failureText } from '@/lib/command';
import { useCommand } from '@/lib/use-command';
import { notify } from '@/ui/notify';
import type { Judged } from './waiting';

const JudgeScreenedListing = graphql(`
  mutation JudgeScreenedListing($input: JudgeScreenedListingInput!) {
    judgeScreenedListing(input: $input) {
      screenedListing {
        ...ScreenedOffer
      }
      next {
        ...ScreenedOffer
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const UndoScreeningJudgement = graphql(`
  mutation UndoScreeningJudgement($input: UndoScreeningJudgementInput!) {
    undoScreeningJudgement(input: $input) {
      screenedListing {
        ...ScreenedOffer
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** What somebody says to a listing. */
export interface Saying {
  judgement: ScreeningJudgement;
  /** With `DISMISS`. */
  dismissal?: ScreeningDismissal;
  note?: string;
}

/** What was said last, and what became of the listing by that; null while it is on its way, and where it was refused. */
export interface Said {
  row: ScreenedOfferFragment;
  saying: Saying;
  listing: ScreenedOfferFragment | null;
}

const TOLD = ['AUTHORIZED_SELLER', 'RIGHT_NOT_IN_FORCE', 'STALE_VERSION'] as const;

/** Why a judgement was refused, in words that fit here. */
function useRefusal() {
  const { t } = useTranslation('screening');
  return (failure: Failure) => {
    const told = TOLD.find((code) => code === failure.code);
    return told ? t(`refused.${told}`) : failureText(failure);
  };
}

interface ReviewOptions {
  /** A judgement was refused: the listing waits again. */
  onRefused: (id: string) => void;
  /** A judgement was taken back. */
  onUndone: (id: string) => void;
}

/**
 * Judgements are sent one after the other while the eyes are at the next listing already: what was judged is out of sight at
 * once and comes back where the server refuses. With each answer comes what waits next.
 */
export function useReview({ onRefused, onUndone }: ReviewOptions) {
  const { t } = useTranslation('screening');
  const { run } = useCommand(JudgeScreenedListing);
  const { run: runUndo } = useCommand(UndoScreeningJudgement);
  const refusal = useRefusal();
  const [come, setCome] = useState<readonly ScreenedOfferFragment[]>([]);
  const [judged, setJudged] = useState<Judged>(new Map());
  const [said, setSaid] = useState<Said | null>(null);
  const latest = useRef<Promise<ScreenedOfferFragment | null>>(Promise.resolve(null));

  const showAgain = (id: string) => {
    setJudged((now) => new Map([...now].filter(([each]) => each !== id)));
    setSaid((now) => (now?.row.id === id ? null : now));
  };
  const send = async (row: ScreenedOfferFragment, saying: Saying) => {
    const outcome = await run({ input: { id: row.id, expectedVersion: row.version, ...saying } });
    if (!outcome.ok) {
      showAgain(row.id);
      void notify(refusal(outcome.failure));
      onRefused(row.id);
      return null;
    }
    const { screenedListing: listing, next } = outcome.payload;
    setCome((now) => [...now.filter(({ id }) => !next.some((each) => each.id === id)), ...next]);
    setSaid((now) => (now?.row.id === row.id ? { ...now, listing: listing ?? null } : now));
    return listing ?? null;
  };
  const judge = (row: ScreenedOfferFragment, saying: Saying) => {
    setJudged((now) => new Map(now).set(row.id, row.version));
    setSaid({ row, saying, listing: null });
    latest.current = send(row, saying);
  };
  const undo = async (listing: Pick<ScreenedOfferFragment, 'id' | 'version'>) => {
    const outcome = await runUndo({ input: { id: listing.id, expectedVersion: listing.version } });
    if (!outcome.ok) return void notify(refusal(outcome.failure));
    const { screenedListing: again } = outcome.payload;
    if (again) setCome((now) => [...now.filter(({ id }) => id !== again.id), again]);
    showAgain(listing.id);
    onUndone(listing.id);
  };
  /** Takes back what was said last, also while it is still on its way. */
  const undoLast = async () => {
    if (!said) return void notify(t('undo.nothing'));
    if (said.saying.judgement === 'CONFIRM') return void notify(t('undo.lead'));
    const listing = await latest.current;
    if (listing?.mayUndo) await undo(listing);
  };
  return { come, judged, said, judge, undo, undoLast };
}
