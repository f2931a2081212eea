import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DeliveryFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import classes from './answer-record.module.css';
import { VerdictBadge } from './delivery-state';

/** What was answered, latest first; an answer is superseded, never edited. */
export function AnswerRecord({ delivery }: { delivery: DeliveryFragment }) {
  const { t } = useTranslation('deliveries');
  const { dateTime } = useFormats();
  const answers = [...delivery.answers].sort((a, b) => b.version - a.version);
  return (
    <>
      {delivery.infoQuestion ? (
        <div className={classes.quote}>
          <Text size="xs" c="dimmed">
            {t('info.question')}
          </Text>
          {delivery.infoQuestion}
          {delivery.infoAnswer ? (
            <>
              <Text size="xs" c="dimmed" mt={6}>
                {t('info.answer')}
              </Text>
              {delivery.infoAnswer}
            </>
          ) : null}
        </div>
      ) : null}
      {answers.map((answer, index) => (
        <div key={answer.version} className={classes.answer} data-superseded={index > 0 || undefined}>
          <div className={classes.head}>
            <VerdictBadge verdict={answer.verdict} />
            <span className={classes.by}>
              {[
                answer.answeredBy?.name,
                dateTime(answer.answeredAt),
                answer.late ? t('late') : null,
                index > 0 ? t('superseded') : null,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </div>
          {answer.reason ? <p className={classes.reason}>{answer.reason}</p> : null}
        </div>
      ))}
      {delivery.testPurchases ? <Text size="sm">{t('testPurchases', { count: delivery.testPurchases })}</Text> : null}
    </>
  );
}
