import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { OfficerWaitingFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { Section } from '@/ui/section';
import classes from './agencies.module.css';
import { OfficerStateBadge } from './officer-state';

graphql(`
  fragment OfficerWaiting on Officer {
    id
    maskedName
    state
    attestedUntil
    verificationsMissing
    agency {
      id
      organization {
        id
        name
        nameZh
      }
    }
  }
`);

/** For the secretariat: whom two people are to verify, and whose year is nearly over. */
interface Officers {
  nodes: readonly OfficerWaitingFragment[];
  totalCount: number;
}

interface OfficersWaitingProps {
  waiting: Officers | undefined;
  ending: Officers | undefined;
}

export function OfficersWaiting({ waiting, ending }: OfficersWaitingProps) {
  const { t } = useTranslation('agencies');
  const officers = [...(waiting?.nodes ?? []), ...(ending?.nodes ?? [])];
  if (officers.length === 0) return null;
  const count = (waiting?.totalCount ?? 0) + (ending?.totalCount ?? 0);
  return (
    <div className={classes.waiting}>
      <Section title={t('waiting.title')} count={count}>
        <ul className={classes.list} aria-label={t('waiting.title')}>
          {officers.map((officer) => (
            <Waiting key={officer.id} officer={officer} />
          ))}
        </ul>
        {count > officers.length ? (
          <Text size="sm" c="dimmed" mt={6}>
            {t('waiting.more')}
          </Text>
        ) : null}
      </Section>
    </div>
  );
}

function Waiting({ officer }: { officer: OfficerWaitingFragment }) {
  const { t } = useTranslation('agencies');
  const localName = useLocalName();
  const { date } = useFormats();
  const { maskedName, agency, state, attestedUntil, verificationsMissing } = officer;
  return (
    <li className={classes.item}>
      <Link to="/agencies/$id" params={{ id: agency.id }} search={{}} className={classes.link}>
        {`${maskedName} · ${localName(agency.organization)}`}
      </Link>
      <OfficerStateBadge state={state} />
      <span className={classes.dimmed}>
        {state === 'VERIFIED'
          ? attestedUntil
            ? t('officers.until', { day: date(attestedUntil.slice(0, 10)) })
            : null
          : t('officers.missing', { count: verificationsMissing })}
      </span>
    </li>
  );
}
