import { Button, CopyButton, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/lib/format';
import { useMeasures } from '@/lib/measures';
import { Fact, Facts } from '@/ui/facts';
import { Section } from '@/ui/section';
import classes from './api.module.css';
import type { Answer } from './ask';

/** As much as a browser shows at once without stopping. */
const MOST_SHOWN = 100_000;

/** What came back: the answer itself, what was wrong, and what it cost. */
export function ConsoleAnswer({ answer }: { answer: Answer }) {
  const { t } = useTranslation('api');
  const { number } = useFormats();
  const { bytes, duration } = useMeasures();
  const { text, errors, status, cost, milliseconds, limits } = answer;
  const cut = text.length > MOST_SHOWN;
  return (
    <Section
      title={t('answer.title')}
      actions={
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button variant="default" size="compact-xs" onClick={copy}>
              {t(copied ? 'console.copied' : 'answer.copy')}
            </Button>
          )}
        </CopyButton>
      }
    >
      {errors.length > 0 ? (
        <ul className={classes.problems} aria-label={t('answer.errors')}>
          {errors.map((message, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an answer is replaced as a whole
            <li key={at}>{message}</li>
          ))}
        </ul>
      ) : null}
      <div className={classes.facts}>
        <Facts>
          <Fact label={t('answer.status')}>{status}</Fact>
          <Fact label={t('answer.cost')}>
            {cost === null ? t('answer.untold') : t('points', { count: cost, number: number(cost) })}
          </Fact>
          <Fact label={t('answer.time')}>{duration(milliseconds)}</Fact>
          <Fact label={t('answer.size')}>{bytes(answer.bytes)}</Fact>
          {limits.map(([name, value]) => (
            <Fact key={name} label={name}>
              <code>{value}</code>
            </Fact>
          ))}
        </Facts>
      </div>
      {cut ? <p className={classes.hint}>{t('answer.cut', { count: number(MOST_SHOWN) })}</p> : null}
      <Textarea
        label={t('answer.body')}
        classNames={{ input: classes.editor }}
        autosize
        minRows={4}
        maxRows={32}
        readOnly
        spellCheck={false}
        value={cut ? text.slice(0, MOST_SHOWN) : text}
      />
    </Section>
  );
}
