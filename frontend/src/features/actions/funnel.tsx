import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EnforcementFiguresFragment, FigureCode } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { Section } from '@/ui/section';
import classes from './actions.module.css';

/** What is counted on the way from a lead to a suspect, in that order; everything else is a ratio of these. */
const STEPS = [
  'LEADS_REFERRED',
  'REFERRALS_SENT',
  'REFERRALS_ACCEPTED',
  'ACTIONS',
  'SITES',
  'SUSPECTS',
] as const satisfies FigureCode[];
type Step = (typeof STEPS)[number];

export function isRatio(code: FigureCode): code is Exclude<FigureCode, Step> {
  return !(STEPS as readonly FigureCode[]).includes(code);
}

/** A definition is shown to who points at a figure, moves to it by the keys, or touches it. */
export const ON_ALL = { hover: true, focus: true, touch: true };

/** A figure in words: what must not be told is said to be small. */
export function useTold() {
  const { t } = useTranslation('actions');
  const { number } = useFormats();
  return (value: number | null | undefined, suppressed: boolean) => {
    if (suppressed) return t('statistics.suppressed');
    return value === null || value === undefined ? '–' : number(value);
  };
}

/** From leads over referrals and actions and their sites to suspects, and these by their stage. */
export function Funnel({ figures }: { figures: EnforcementFiguresFragment }) {
  const { t } = useTranslation('actions');
  const told = useTold();
  const steps = STEPS.flatMap((code) => {
    const figure = figures.figures.find((each) => each.code === code);
    if (!figure) return [];
    const value = figure.value === null || figure.value === undefined ? null : Number(figure.value);
    return [
      {
        key: code,
        label: t(`statistics.figures.${code}`),
        count: figure.isSuppressed ? 0 : (value ?? 0),
        text: told(value, figure.isSuppressed),
        definition: t(`statistics.definitions.${code}`),
      },
    ];
  });
  return (
    <>
      <div className={classes.part}>
        <Section title={t('statistics.funnel')}>
          <Bars rows={steps} />
        </Section>
      </div>
      <div className={classes.part}>
        <Section title={t('statistics.byStage')}>
          <Bars
            rows={figures.suspectsByStage.map(({ stage, count, isSuppressed }) => ({
              key: stage,
              label: t(`custody.${stage}`),
              count: isSuppressed ? 0 : (count ?? 0),
              text: told(count, isSuppressed),
              definition: t(`statistics.stages.${stage}`),
            }))}
          />
        </Section>
      </div>
    </>
  );
}

interface Row {
  key: string;
  label: string;
  count: number;
  text: string;
  /** What it counts. */
  definition?: string;
}

/** The number says it; the bar is for the eye. */
export function Bars({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation('actions');
  const most = Math.max(1, ...rows.map(({ count }) => count));
  if (rows.length === 0) return <p className={classes.dimmed}>{t('nothing')}</p>;
  return (
    <ul className={classes.funnel}>
      {rows.map(({ key, label, count, text, definition }) => {
        const row = (
          <>
            <span>{label}</span>
            <span aria-hidden>
              <span className={classes.bar} style={{ width: `${(count / most) * 100}%`, display: 'block' }} />
            </span>
            <span className={classes.told}>{text}</span>
          </>
        );
        return definition ? (
          <Tooltip key={key} label={definition} multiline w={280} events={ON_ALL}>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the definition is for the keyboard too */}
            <li className={classes.row} tabIndex={0}>
              {row}
            </li>
          </Tooltip>
        ) : (
          <li key={key} className={classes.row}>
            {row}
          </li>
        );
      })}
    </ul>
  );
}
