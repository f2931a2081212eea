import { Button, Checkbox, Group, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { type DeliveryFragment, type PermittedActions, Verdict } from '@/gql/graphql';
import { useKeys } from '@/lib/keyboard';
import { useCommandForm } from '@/ui/command-form';
import { FailureNote } from '@/ui/failure-note';
import { notify } from '@/ui/notify';
import classes from './answer-form.module.css';

const AnswerDelivery = graphql(`
  mutation AnswerDelivery($input: AnswerDeliveryInput!) {
    answerDelivery(input: $input) {
      delivery {
        ...Delivery
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface AnswerFormProps {
  delivery: DeliveryFragment;
  onAnswered: () => void;
  onStale: () => void;
}

/** With the key that chooses it, which stays the same whatever is offered. */
const VERDICTS = Object.values(Verdict).map((verdict, index) => ({ verdict, key: String(index + 1) }));

/** Where a lead may not be acted on outside, nobody buys anything. */
const INSIDE: PermittedActions[] = ['NONE', 'INTERNAL_ONLY'];

/** The answer to a lead: keys 1–5 choose the verdict, Ctrl Enter sends. */
export function AnswerForm({ delivery, onAnswered, onStale }: AnswerFormProps) {
  const { t } = useTranslation(['deliveries', 'enums']);
  const reason = useRef<HTMLTextAreaElement>(null);
  const inside = INSIDE.includes(delivery.lead.handling.permittedActions);
  const offered = VERDICTS.filter(({ verdict }) => !inside || verdict !== 'NEEDS_TEST_PURCHASE');
  const offers = (verdict: Verdict | '') => offered.some((each) => each.verdict === verdict);
  const command = useCommandForm({
    document: AnswerDelivery,
    initialValues: {
      verdict: (delivery.verdict ?? '') as Verdict | '',
      reason: '',
      testPurchases: '1',
      attributionAllowed: delivery.attributionAllowed,
    },
    draft: `answer-${delivery.id}`,
    variables: ({ verdict, reason: text, testPurchases, attributionAllowed }) => ({
      input: {
        id: delivery.id,
        expectedVersion: delivery.version,
        verdict: verdict as Verdict,
        reason: text.trim(),
        testPurchases: verdict === 'NEEDS_TEST_PURCHASE' ? Number(testPurchases) : undefined,
        attributionAllowed,
      },
    }),
    validate: ({ verdict, reason: text }) => ({
      ...(offers(verdict) ? {} : { verdict: t('answer.verdictNeeded') }),
      ...(text.trim() ? {} : { reason: t('answer.reasonNeeded') }),
    }),
    onDone: () => {
      void notify(t('answer.done'));
      onAnswered();
    },
    onStale,
  });
  const { form } = command;
  const choose = (verdict: Verdict) => {
    form.setFieldValue('verdict', verdict);
    reason.current?.focus();
  };
  useKeys({
    ...Object.fromEntries(offered.map(({ verdict, key }) => [key, () => choose(verdict)])),
    a: () => reason.current?.focus(),
  });
  const asks = form.values.verdict === 'NEEDS_INFO';

  return (
    <form
      onSubmit={command.submit}
      noValidate
      aria-label={t('answer.title')}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) command.submit();
      }}
    >
      <Stack gap="sm">
        <FailureNote message={command.message} />
        <Radio.Group
          label={t('answer.verdict')}
          description={inside ? t('answer.noTestPurchase') : undefined}
          {...form.getInputProps('verdict')}
        >
          <div className={classes.verdicts}>
            {offered.map(({ verdict: value, key }) => (
              <Radio.Card
                key={value}
                value={value}
                className={classes.verdict}
                aria-label={t(`enums:verdict.${value}`)}
              >
                <Radio.Indicator size="xs" />
                <span>{t(`enums:verdict.${value}`)}</span>
                <span className={classes.key} aria-hidden>
                  {key}
                </span>
              </Radio.Card>
            ))}
          </div>
        </Radio.Group>
        {form.values.verdict === 'NEEDS_TEST_PURCHASE' && !inside ? (
          <TextInput
            type="number"
            label={t('answer.testPurchases')}
            min={1}
            max={99}
            maw={160}
            {...form.getInputProps('testPurchases')}
          />
        ) : null}
        <Textarea
          ref={reason}
          label={asks ? t('answer.question') : t('answer.reason')}
          description={asks ? t('answer.questionHint') : undefined}
          required
          autosize
          minRows={3}
          maxRows={12}
          {...form.getInputProps('reason')}
        />
        <Checkbox
          label={t('answer.attribution')}
          description={t('answer.attributionHint')}
          {...form.getInputProps('attributionAllowed', { type: 'checkbox' })}
        />
        <Group>
          <Button type="submit" size="sm" loading={command.running}>
            {asks ? t('answer.ask') : t('answer.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
