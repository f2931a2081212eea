import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { HandOverCardFragment } from '@/gql/graphql';
import { failureText } from '@/lib/command';
import { useFormats } from '@/lib/format';
import { useCommand } from '@/lib/use-command';
import { notify } from '@/ui/notify';
import { StateBadge } from '@/ui/state-badge';
import { Time } from '@/ui/time';
import classes from './hand-overs.module.css';

graphql(`
  fragment HandOverCard on HandOver {
    id
    version
    body
    fromZone
    toZone
    createdAt
    acknowledgedAt
    acknowledgedBy {
      id
      name
    }
    author {
      id
      name
    }
    allowedActions
    actions {
      id
      reference
      title
    }
    references {
      lead {
        id
        reference
        title
      }
      delivery {
        id
        dueOn
      }
    }
  }
`);

const AcknowledgeHandOver = graphql(`
  mutation AcknowledgeHandOver($input: AcknowledgeHandOverInput!) {
    acknowledgeHandOver(input: $input) {
      handOver {
        ...HandOverCard
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** A place by its city: `Asia/Shanghai` is Shanghai. */
const cityOf = (zone: string) => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

interface HandOverCardProps {
  handOver: HandOverCardFragment;
  onChanged: () => void;
}

/** A note with what it is about; whoever of the next shift has read it takes it over. */
export function HandOverCard({ handOver, onChanged }: HandOverCardProps) {
  const { t } = useTranslation('handOvers');
  const { day } = useFormats();
  const { run, running } = useCommand(AcknowledgeHandOver);
  const { acknowledgedBy, acknowledgedAt, author, references, actions } = handOver;
  const take = async () => {
    const outcome = await run({ input: { id: handOver.id, expectedVersion: handOver.version } });
    void notify(outcome.ok ? t('taken') : failureText(outcome.failure));
    onChanged();
  };
  return (
    <article className={classes.card} aria-label={t('from', { author: author.name })}>
      <header className={classes.head}>
        <span className={classes.zones}>
          {cityOf(handOver.fromZone)}
          <IconArrowRight size={14} aria-label={t('to')} />
          {cityOf(handOver.toZone)}
        </span>
        <StateBadge
          tone={acknowledgedAt ? 'good' : 'attention'}
          label={t(acknowledgedAt ? 'states.taken' : 'states.open')}
        />
        <span className={classes.by}>
          {author.name} · <Time at={handOver.createdAt} />
        </span>
      </header>
      <p className={classes.body}>{handOver.body}</p>
      {references.length + actions.length > 0 ? (
        <ul className={classes.references} aria-label={t('about')}>
          {references.map(({ lead, delivery }) => (
            <li key={`${lead.id}${delivery?.id ?? ''}`}>
              <Link to="/leads/$reference" params={{ reference: lead.reference }} className={classes.reference}>
                {lead.reference}
              </Link>
              <span className={classes.title}>{lead.title}</span>
              {delivery ? <span className={classes.due}>{t('due', { day: day(delivery.dueOn) })}</span> : null}
            </li>
          ))}
          {actions.map(({ id, reference, title }) => (
            <li key={id}>
              <Link to="/actions/$id" params={{ id }} search={{}} className={classes.reference}>
                {reference}
              </Link>
              <span className={classes.title}>{title}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {acknowledgedBy ? (
        <span className={classes.by}>
          {t('takenBy', { name: acknowledgedBy.name })} · <Time at={acknowledgedAt} />
        </span>
      ) : null}
      {handOver.allowedActions.includes('ACKNOWLEDGE') ? (
        <Button loading={running} onClick={() => void take()} className={classes.take}>
          {t('take')}
        </Button>
      ) : null}
    </article>
  );
}
