import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { ServiceAccountFactsFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { Fact, Facts } from '@/ui/facts';
import { Time } from '@/ui/time';
import classes from './partners.module.css';

graphql(`
  fragment ServiceAccountFacts on ServiceAccount {
    id
    organization {
      id
      name
      nameZh
    }
    networks
    lastUsedAt
    lastNetwork
    createdBy {
      id
      name
    }
    createdAt
  }
`);

export function AccountFacts({ account }: { account: ServiceAccountFactsFragment }) {
  const { t } = useTranslation('partners');
  const localName = useLocalName();
  const { dateTime } = useFormats();
  const { id, organization, networks, lastUsedAt, lastNetwork, createdBy, createdAt } = account;
  return (
    <Facts>
      <Fact label={t('fields.clientId')}>
        <span className={classes.id}>{id}</span>
      </Fact>
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
      <Fact label={t('fields.networks')}>
        {networks.length > 0
          ? networks.map((network) => (
              <div key={network} className={classes.id}>
                {network}
              </div>
            ))
          : t('anywhere')}
      </Fact>
      <Fact label={t('fields.lastUsed')}>{lastUsedAt ? <Time at={lastUsedAt} /> : t('never')}</Fact>
      <Fact label={t('fields.lastNetwork')}>{lastNetwork}</Fact>
      <Fact label={t('fields.createdBy')}>{createdBy?.name}</Fact>
      <Fact label={t('fields.created')}>
        <time dateTime={createdAt}>{dateTime(createdAt)}</time>
      </Fact>
    </Facts>
  );
}
