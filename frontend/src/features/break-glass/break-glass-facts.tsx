import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { BreakGlassFactsFragment, BreakGlassPersonFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { Fact, Facts } from '@/ui/facts';
import classes from './break-glass.module.css';
import { openUntilOf } from './break-glass-state';

graphql(`
  fragment BreakGlassFacts on BreakGlassRequest {
    id
    reference
    lead {
      id
      reference
      title
    }
    person {
      ...BreakGlassPerson
    }
    hours
    state
    askedBy {
      ...BreakGlassPerson
    }
    askedAt
    decidedBy {
      ...BreakGlassPerson
    }
    decidedAt
    expiresAt
  }
`);

export function BreakGlassFacts({ request }: { request: BreakGlassFactsFragment }) {
  const { t } = useTranslation('breakGlass');
  const { lead, person, hours, askedBy, askedAt, decidedBy, decidedAt } = request;
  const openUntil = openUntilOf(request);
  return (
    <Facts>
      <Fact label={t('fields.reference')}>
        {lead ? <LeadLink lead={lead} /> : <span className={classes.reference}>{request.reference}</span>}
      </Fact>
      <Fact label={t('fields.person')}>
        <Who person={person} />
      </Fact>
      <Fact label={t('fields.hours')}>{t('hours', { count: hours })}</Fact>
      <Fact label={t('fields.until')}>{openUntil ? <At moment={openUntil} /> : null}</Fact>
      <Fact label={t('fields.askedBy')}>
        <Who person={askedBy} />
      </Fact>
      <Fact label={t('fields.askedAt')}>
        <At moment={askedAt} />
      </Fact>
      <Fact label={t('fields.decidedBy')}>{decidedBy ? <Who person={decidedBy} /> : null}</Fact>
      <Fact label={t('fields.decidedAt')}>{decidedAt ? <At moment={decidedAt} /> : null}</Fact>
    </Facts>
  );
}

/** The lead is linked to for those only who see it; the others know no more than what was asked for. */
function LeadLink({ lead: { reference, title } }: { lead: NonNullable<BreakGlassFactsFragment['lead']> }) {
  return (
    <>
      <Anchor
        size="sm"
        className={classes.reference}
        renderRoot={(props) => <Link to="/leads/$reference" params={{ reference }} {...props} />}
      >
        {reference}
      </Anchor>
      <div className={classes.dimmed}>{title}</div>
    </>
  );
}

function Who({ person: { name, organization } }: { person: BreakGlassPersonFragment }) {
  const localName = useLocalName();
  return (
    <>
      {name}
      <div className={classes.dimmed}>{localName(organization)}</div>
    </>
  );
}

function At({ moment }: { moment: string }) {
  const { dateTime } = useFormats();
  return <time dateTime={moment}>{dateTime(moment)}</time>;
}
