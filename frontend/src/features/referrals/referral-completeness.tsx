import { Progress, Text } from '@mantine/core';
import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { ReferralCompletenessFragment } from '@/gql/graphql';
import { Section } from '@/ui/section';
import classes from './referrals.module.css';

graphql(`
  fragment ReferralCompleteness on Referral {
    id
    state
    completeness {
      rulesVersion
      score
      least
      complete
      rules {
        code
        weight
        mandatory
        met
      }
    }
  }
`);

/** What is still missing, the heaviest first; of what was sent the package says it. */
export function ReferralCompleteness({ referral }: { referral: ReferralCompletenessFragment }) {
  const { t } = useTranslation('referrals');
  const { completeness, state } = referral;
  if (!completeness || (state !== 'DRAFT' && state !== 'PENDING_APPROVAL')) return null;
  const { score, least, complete, rules, rulesVersion } = completeness;
  const inOrder = [...rules].sort((a, b) => Number(a.met) - Number(b.met) || b.weight - a.weight);
  const words = t('completeness.score', { score, least });
  return (
    <Section title={t('completeness.title')}>
      <Text size="sm" fw={500} role="status">
        {words} · {t(complete ? 'completeness.complete' : 'completeness.incomplete')}
      </Text>
      <Progress value={score} color={complete ? 'teal' : 'yellow'} aria-label={words} mt={6} />
      <ul className={classes.rules} aria-label={t('completeness.rules')}>
        {inOrder.map(({ code, weight, mandatory, met }) => (
          <li key={code} className={classes.rule} data-met={met || undefined}>
            {met ? (
              <IconCircleCheck size={15} role="img" aria-label={t('completeness.met')} />
            ) : (
              <IconCircle size={15} role="img" aria-label={t('completeness.missing')} />
            )}
            <span>
              {t(`rules.${code}`)}
              <span className={classes.dimmed}>
                {' '}
                · {weight}
                {mandatory ? ` · ${t('completeness.mandatory')}` : ''}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <Text size="xs" c="dimmed" mt={6}>
        {t('completeness.by', { version: rulesVersion })}
      </Text>
    </Section>
  );
}
