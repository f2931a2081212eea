import { Alert, Anchor, Stack } from '@mantine/core';
import { IconCopy, IconShieldCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { LeadWarningsFragment } from '@/gql/graphql';

graphql(`
  fragment LeadWarnings on Lead {
    id
    possibleDuplicates {
      ...DuplicateLead
    }
    authorizedSellerWarnings {
      item {
        id
        title
        seller
      }
      party {
        id
        name
        kind
      }
    }
  }
  fragment DuplicateLead on Lead {
    id
    reference
    title
    state
  }
`);

/** What to know before acting: the same listing elsewhere, a seller the brand has authorised. */
export function LeadWarnings({ lead }: { lead: LeadWarningsFragment }) {
  const { t } = useTranslation('leads');
  const { possibleDuplicates: duplicates, authorizedSellerWarnings: warnings } = lead;
  if (duplicates.length === 0 && warnings.length === 0) return null;
  return (
    <Stack gap="xs">
      {warnings.length > 0 ? (
        <Alert color="yellow" variant="light" icon={<IconShieldCheck size={16} />} title={t('warnings.authorized')}>
          {warnings.map(({ item, party }) => (
            <div key={item.id + party.id}>
              {t('warnings.authorizedItem', { item: item.title, seller: item.seller ?? party.name, party: party.name })}
            </div>
          ))}
        </Alert>
      ) : null}
      {duplicates.length > 0 ? (
        <Alert color="gray" variant="light" icon={<IconCopy size={16} />} title={t('warnings.duplicates')}>
          {duplicates.map((duplicate) => (
            <div key={duplicate.id}>
              <Anchor
                size="sm"
                renderRoot={(props) => (
                  <Link to="/leads/$reference" params={{ reference: duplicate.reference }} {...props} />
                )}
              >
                {duplicate.reference}
              </Anchor>{' '}
              {duplicate.title}
            </div>
          ))}
        </Alert>
      ) : null}
    </Stack>
  );
}
