import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { OrganizationPageFragment, OrganizationPeopleFragment } from '@/gql/graphql';
import { useByName } from '@/lib/local-name';
import { Section } from '@/ui/section';
import { PersonTable } from './person-table';

graphql(`
  fragment OrganizationPeople on Organization {
    id
    people(first: 50) {
      nodes {
        ...PersonRow
      }
      pageInfo {
        hasNextPage
      }
      totalCount
    }
  }
`);

const route = getRouteApi('/_app/organizations/$id');

interface OrganizationPeopleProps {
  organization: OrganizationPageFragment & OrganizationPeopleFragment;
  onChanged: () => void;
}

export function OrganizationPeople({ organization, onChanged }: OrganizationPeopleProps) {
  const { t } = useTranslation('members');
  const navigate = route.useNavigate();
  const byName = useByName();
  const { nodes, pageInfo, totalCount } = organization.people;
  return (
    <Section
      title={t('people.title')}
      count={totalCount}
      actions={
        organization.allowedActions.includes('INVITE_USER') ? (
          <Button
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => void navigate({ search: { do: 'INVITE_USER' } })}
          >
            {t('people.invite')}
          </Button>
        ) : null
      }
    >
      <PersonTable
        label={t('people.title')}
        people={byName(nodes)}
        withOrganization={false}
        onChanged={onChanged}
        empty={
          <Text size="sm" c="dimmed">
            {t('people.noneHere')}
          </Text>
        }
      />
      {pageInfo.hasNextPage ? (
        <Link to="/people" search={{ organization: organization.id }}>
          {t('people.all')}
        </Link>
      ) : null}
    </Section>
  );
}
