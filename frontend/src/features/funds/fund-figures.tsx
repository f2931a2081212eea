import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { FundPageFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { Section } from '@/ui/section';
import classes from './funds.module.css';
import { isZero } from './minor';
import { ownSums } from './own-sums';

graphql(`
  fragment FundFigures on FundBalance {
    bank {
      ...FundMoney
    }
    pool {
      ...FundMoney
    }
    available {
      ...FundMoney
    }
    held {
      ...FundMoney
    }
    captured {
      ...FundMoney
    }
    refunded {
      ...FundMoney
    }
    cardClearing {
      ...FundMoney
    }
    recoveryPayable {
      ...FundMoney
    }
    suspense {
      ...FundMoney
    }
    fxClearing {
      ...FundMoney
    }
    committedNotPaid {
      ...FundMoney
    }
    shortfall {
      ...FundMoney
    }
  }
`);

/** A definition is shown to who points at a figure, moves to it by the keys, or touches it. */
const ON_ALL = { hover: true, focus: true, touch: true };

/** What people ask for first, then what the books hold besides. */
const FUND = [
  'available',
  'held',
  'captured',
  'refunded',
  'committedNotPaid',
  'shortfall',
  'pool',
  'bank',
  'cardClearing',
  'recoveryPayable',
  'suspense',
  'fxClearing',
] as const;
/** These stand there only where there is something of them. */
const SELDOM: readonly string[] = ['cardClearing', 'recoveryPayable', 'suspense', 'fxClearing'];
const OWN = [
  'allocated',
  'available',
  'held',
  'captured',
  'refunded',
  'committedNotPaid',
  'wanted',
  'shortfall',
] as const;
const WARNS: readonly string[] = ['shortfall', 'suspense', 'fxClearing'];

/** What a fund comes to, each figure with what it counts: all of it, or what is allotted to one's own organisation. */
export function FundFigures({ fund }: { fund: FundPageFragment }) {
  const { t } = useTranslation('funds');
  const { balance } = fund;
  const own = ownSums(fund.allocations, fund.currency);
  return (
    <Section title={t(balance ? 'now' : 'nowOwn')}>
      <dl className={classes.figures}>
        {balance
          ? FUND.filter((code) => !SELDOM.includes(code) || !isZero(balance[code])).map((code) => (
              <Figure key={code} code={code} value={balance[code]} definition={t(`definitions.${code}`)} />
            ))
          : OWN.map((code) => (
              <Figure key={code} code={code} value={own[code]} definition={t(`ownDefinitions.${code}`)} />
            ))}
      </dl>
    </Section>
  );
}

interface FigureProps {
  code: (typeof FUND)[number] | (typeof OWN)[number];
  value: { amount: string; currency: string };
  definition: string;
}

function Figure({ code, value, definition }: FigureProps) {
  const { t } = useTranslation('funds');
  const { money } = useFormats();
  return (
    <Tooltip label={definition} multiline w={280} events={ON_ALL}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the definition is for the keyboard too */}
      <div className={classes.figure} tabIndex={0}>
        <dt>{t(`figures.${code}`)}</dt>
        <dd className={WARNS.includes(code) && !isZero(value) ? classes.warns : undefined}>{money(value)}</dd>
      </div>
    </Tooltip>
  );
}
