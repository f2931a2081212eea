import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { AgencyFactsFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { Fact, Facts } from '@/ui/facts';
import classes from './agencies.module.css';
import { useJurisdictionName } from './agency-table';
import { DutyHours } from './duty-hours';
import { useLanguages } from './languages';

graphql(`
  fragment AgencyFacts on Agency {
    id
    kind
    organization {
      id
      name
      nameZh
    }
    jurisdictions {
      country
      divisionCode
    }
    languages
    timeZone
    dutyHours {
      day
      from
      to
    }
    createdAt
  }
`);

export function AgencyFacts({ agency }: { agency: AgencyFactsFragment }) {
  const { t } = useTranslation('agencies');
  const localName = useLocalName();
  const areaName = useJurisdictionName();
  const { dateTime, list } = useFormats();
  const { nameOf } = useLanguages();
  const { organization, kind, jurisdictions, languages, timeZone, dutyHours, createdAt } = agency;
  return (
    <Facts>
      <Fact label={t('fields.kind')}>{t(`kinds.${kind}`)}</Fact>
      <Fact label={t('fields.jurisdictions')}>
        <ul className={classes.areas}>
          {jurisdictions.map((area) => (
            <li key={areaName(area)}>{areaName(area)}</li>
          ))}
        </ul>
      </Fact>
      <Fact label={t('fields.languages')}>{list(languages.map(nameOf))}</Fact>
      <Fact label={t('fields.dutyHours')}>
        {dutyHours.length > 0 ? <DutyHours hours={dutyHours} /> : t('fields.hoursUnknown')}
      </Fact>
      <Fact label={t('fields.timeZone')}>{timeZone}</Fact>
      <Fact label={t('fields.organization')}>
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link to="/organizations/$id" params={{ id: organization.id }} search={{}} {...props} />
          )}
        >
          {localName(organization)}
        </Anchor>
      </Fact>
      <Fact label={t('fields.created')}>
        <time dateTime={createdAt}>{dateTime(createdAt)}</time>
      </Fact>
    </Facts>
  );
}
