import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { OrganizationFactsFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { Fact, Facts } from '@/ui/facts';

graphql(`
  fragment OrganizationFacts on Organization {
    id
    name
    nameZh
    kind
    industry
    country
    divisionCode
    timeZone
    language
    joinedOn
    createdAt
  }
`);

export function OrganizationFacts({ organization }: { organization: OrganizationFactsFragment }) {
  const { t } = useTranslation(['members', 'enums']);
  const { country, date, dateTime } = useFormats();
  const { industry, divisionCode, joinedOn, createdAt } = organization;
  const place = [country(organization.country), divisionCode].filter(Boolean).join(' · ');
  return (
    <Facts>
      <Fact label={t('fields.kind')}>{t(`enums:organizationKind.${organization.kind}`)}</Fact>
      <Fact label={t('fields.legalName')}>{organization.name}</Fact>
      <Fact label={t('fields.legalNameZh')}>
        {organization.nameZh ? <span lang="zh-Hans">{organization.nameZh}</span> : null}
      </Fact>
      <Fact label={t('fields.industry')}>{industry ? t(`enums:industry.${industry}`) : null}</Fact>
      <Fact label={t('fields.country')}>{place}</Fact>
      <Fact label={t('fields.timeZone')}>{organization.timeZone}</Fact>
      <Fact label={t('fields.language')}>{t(`enums:language.${organization.language}`)}</Fact>
      <Fact label={t('fields.joined')}>
        {joinedOn ? <time dateTime={joinedOn}>{date(joinedOn)}</time> : t('organizations.notJoined')}
      </Fact>
      <Fact label={t('fields.invited')}>
        <time dateTime={createdAt}>{dateTime(createdAt)}</time>
      </Fact>
    </Facts>
  );
}
