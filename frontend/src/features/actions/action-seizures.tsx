import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { SeizureLineFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { Section } from '@/ui/section';
import { StateBadge } from '@/ui/state-badge';
import classes from './actions.module.css';
import { EntryActs, type OpenEntry } from './follow-up-acts';
import { useQuantity } from './use-quantity';

graphql(`
  fragment SeizureLine on SeizureLine {
    id
    brand {
      id
      name
      nameZh
    }
    product
    quantity
    unit
    valuation {
      amount
      currency
      basis
    }
    storagePlace
    disposition
    dispositionOn
    isFinal
    noFollowUp
    destruction {
      id
      state
      method
      place
      on
      certificateNumber
      certificateIssuer
      certificateEvidenceId
      askedBy {
        id
        name
      }
      decidedBy {
        id
        name
      }
      version
    }
    version
    allowedActions
  }
`);

export type SeizureLine = SeizureLineFragment;

/** "12,500 pieces · Hang tags": what goods are called everywhere. */
export function useGoodsName() {
  const inWords = useQuantity();
  return ({ quantity, unit, product }: Pick<SeizureLine, 'quantity' | 'unit' | 'product'>) =>
    `${inWords(quantity, unit)} · ${product}`;
}

interface ActionSeizuresProps {
  seizures: readonly SeizureLine[];
  onAct: (open: OpenEntry) => void;
}

/** Each pallet by where it is now, to its end. */
export function ActionSeizures({ seizures, onAct }: ActionSeizuresProps) {
  const { t } = useTranslation('actions');
  return (
    <Section title={t('outcome.seizures')} count={seizures.length}>
      {seizures.length > 0 ? (
        <ul className={classes.list} aria-label={t('outcome.seizures')}>
          {seizures.map((seizure) => (
            <SeizureItem key={seizure.id} seizure={seizure} onAct={onAct} />
          ))}
        </ul>
      ) : (
        <p className={classes.dimmed}>{t('outcome.noSeizures')}</p>
      )}
    </Section>
  );
}

function SeizureItem({ seizure, onAct }: { seizure: SeizureLine; onAct: (open: OpenEntry) => void }) {
  const { t } = useTranslation(['actions', 'referrals']);
  const localName = useLocalName();
  const goodsName = useGoodsName();
  const { date, labelled, money } = useFormats();
  const { brand, valuation, storagePlace, disposition, dispositionOn, isFinal, noFollowUp, allowedActions } = seizure;
  const name = goodsName(seizure);
  return (
    <li className={classes.entry}>
      <div className={classes.line}>
        <span className={classes.strong}>{name}</span>
        {brand ? <span>{localName(brand)}</span> : null}
        {valuation ? (
          <span className={classes.dimmed}>{`${money(valuation)} (${t(`referrals:bases.${valuation.basis}`)})`}</span>
        ) : null}
        <StateBadge tone={isFinal ? 'neutral' : 'progress'} label={t(`dispositions.${disposition}`)} />
        <time dateTime={dispositionOn} className={classes.dimmed}>
          {date(dispositionOn)}
        </time>
        <span className={classes.dimmed}>{storagePlace}</span>
      </div>
      {seizure.destruction ? <Destruction destruction={seizure.destruction} /> : null}
      {noFollowUp ? <p className={classes.text}>{labelled(t('followUp.ended'), noFollowUp)}</p> : null}
      <EntryActs label={name} allowed={allowedActions} onAct={(step) => onAct({ step, seizure })} />
    </li>
  );
}

/** Who says that goods were destroyed, who confirmed it, and by which certificate. */
export function Destruction({ destruction }: { destruction: NonNullable<SeizureLine['destruction']> }) {
  const { t } = useTranslation('actions');
  const { date, list } = useFormats();
  const { state, method, place, on, askedBy, decidedBy, certificateEvidenceId: evidence } = destruction;
  return (
    <div className={classes.line}>
      <span>{t(`destruction.states.${state}`)}</span>
      <span>{list([method, place, date(on)])}</span>
      <span>
        {t('destruction.certificate', {
          number: destruction.certificateNumber,
          issuer: destruction.certificateIssuer,
        })}
      </span>
      {evidence ? (
        <Link to="/evidence/$id" params={{ id: evidence }} search={{}} className={classes.link}>
          {t('destruction.evidence')}
        </Link>
      ) : null}
      <span className={classes.dimmed}>
        {list([
          t('destruction.askedBy', { name: askedBy.name }),
          ...(decidedBy ? [t('destruction.decidedBy', { name: decidedBy.name })] : []),
        ])}
      </span>
    </div>
  );
}
