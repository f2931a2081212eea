import { Anchor, Checkbox, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { LeadMatchesFragment } from '@/gql/graphql';
import { failureText } from '@/lib/command';
import { useCommand } from '@/lib/use-command';
import { notify } from '@/ui/notify';
import { Section } from '@/ui/section';

graphql(`
  fragment LeadMatches on Lead {
    id
    blindMatching {
      optedIn
      version
      matches
      mayChange
    }
  }
`);

const SetBlindMatching = graphql(`
  mutation SetBlindMatching($input: SetBlindMatchingInput!) {
    setBlindMatching(input: $input) {
      lead {
        ...LeadMatches
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Whether somebody else knows the same as a lead of one's own, and whether it is compared where it would be left out. */
export function LeadMatches({ lead, onStale }: { lead: LeadMatchesFragment; onStale: () => void }) {
  const { t } = useTranslation('matches');
  const { run, running } = useCommand(SetBlindMatching);
  const matching = lead.blindMatching;
  if (!matching || (matching.matches === 0 && !matching.mayChange)) return null;
  const set = async (optIn: boolean) => {
    const outcome = await run({ input: { leadId: lead.id, expectedVersion: matching.version, optIn } });
    if (outcome.ok) return void notify(t(optIn ? 'lead.optedIn' : 'lead.optedOut'));
    if (outcome.failure.code === 'STALE_VERSION') onStale();
    void notify(failureText(outcome.failure));
  };
  return (
    <Section title={t('lead.section')} count={matching.matches}>
      {matching.matches > 0 ? (
        <Anchor size="sm" renderRoot={(props) => <Link to="/matches" search={{ lead: lead.id }} {...props} />}>
          {t('lead.show', { count: matching.matches })}
        </Anchor>
      ) : (
        <Text size="sm" c="dimmed">
          {t('lead.none')}
        </Text>
      )}
      {matching.mayChange ? (
        <Checkbox
          mt={8}
          label={t('lead.optIn')}
          description={t('lead.optInHint')}
          checked={matching.optedIn}
          disabled={running}
          onChange={({ currentTarget }) => void set(currentTarget.checked)}
        />
      ) : null}
    </Section>
  );
}
