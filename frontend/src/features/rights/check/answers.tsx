import { useTranslation } from 'react-i18next';
import type { AuthorizationAnswer } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { Section } from '@/ui/section';
import { StateBadge, type Tone } from '@/ui/state-badge';
import classes from './check-page.module.css';
import type { Answered } from './use-check';

// That a brand has said nothing of somebody accuses nobody.
const TONES: Record<AuthorizationAnswer, Tone> = { AUTHORIZED: 'good', NOT_AUTHORIZED: 'bad', UNKNOWN: 'neutral' };

/** What was answered on this page, the last one first; read out as it comes. */
export function Answers({ answers }: { answers: readonly Answered[] }) {
  const { t } = useTranslation('rights');
  const { date, dateTime } = useFormats();
  return (
    <div aria-live="polite">
      {answers.length > 0 ? (
        <Section title={t('check.answers')} count={answers.length}>
          <ul className={classes.answers}>
            {answers.map(({ key, brand, asked, answer, validTo, at }) => (
              <li key={key} className={classes.answer}>
                <div className={classes.line}>
                  <StateBadge tone={TONES[answer]} label={t(`check.answer.${answer}`)} />
                  <span className={classes.asked}>{asked}</span>
                  <span className={classes.dimmed}>{brand}</span>
                  <time className={classes.when} dateTime={at}>
                    {dateTime(at)}
                  </time>
                </div>
                <p className={classes.meaning}>
                  {answer === 'AUTHORIZED' && validTo
                    ? t('check.until', { day: date(validTo) })
                    : t(`check.meaning.${answer}`)}
                </p>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </div>
  );
}
