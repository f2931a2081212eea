import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { GroupFactsFragment } from '@/gql/graphql';
import { lastDayOf } from '@/lib/day';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { Fact, Facts } from '@/ui/facts';

graphql(`
  fragment GroupFacts on SharingGroup {
    id
    owner {
      id
      name
      nameZh
    }
    confidential
    expiresAt
    createdAt
  }
`);

export function GroupFacts({ group }: { group: GroupFactsFragment }) {
  const { t } = useTranslation('groups');
  const localName = useLocalName();
  const { dateTime } = useFormats();
  const { owner, confidential, expiresAt, createdAt } = group;
  return (
    <Facts>
      <Fact label={t('fields.owner')}>
        <Anchor
          size="sm"
          renderRoot={(props) => <Link to="/organizations/$id" params={{ id: owner.id }} search={{}} {...props} />}
        >
          {localName(owner)}
        </Anchor>
      </Fact>
      <Fact label={t('fields.confidentiality')}>{t(confidential ? 'closedCircle' : 'open')}</Fact>
      <Fact label={t('fields.ends')}>{expiresAt ? <LastDay at={expiresAt} /> : t('fields.noEnd')}</Fact>
      <Fact label={t('fields.created')}>
        <time dateTime={createdAt}>{dateTime(createdAt)}</time>
      </Fact>
    </Facts>
  );
}

/** The last day, as it was given; the moment to who points at it. */
export function LastDay({ at }: { at: string }) {
  const { date, dateTime } = useFormats();
  return (
    <time dateTime={at} title={dateTime(at)}>
      {date(lastDayOf(at))}
    </time>
  );
}
