import { Alert, Anchor, Stack } from '@mantine/core';
import { IconAlertTriangle, IconArrowMerge, IconCopy, IconShieldCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { DuplicateLeadFragment, LeadWarningsFragment } from '@/gql/graphql';

graphql(`
  fragment LeadWarnings on Lead {
    id
    state
    mergedInto {
      ...DuplicateLead
    }
    retractedBasis {
      ...DuplicateLead
    }
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

/** What to know before acting: where it goes on, what no longer stands, the same listing elsewhere, an authorised seller. */
export function LeadWarnings({ lead }: { lead: LeadWarningsFragment }) {
  const { t } = useTranslation('leads');
  const { mergedInto, retractedBasis: retracted, possibleDuplicates: duplicates, authorizedSellerWarnings } = lead;
  const merged = lead.state === 'MERGED' || Boolean(mergedInto);
  const parts = [merged ? 1 : 0, retracted.length, duplicates.length, authorizedSellerWarnings.length];
  if (parts.every((count) => count === 0)) return null;
  return (
    <Stack gap="xs">
      {merged ? (
        <Alert color="gray" variant="light" icon={<IconArrowMerge size={16} />} title={t('merged.title')}>
          {mergedInto ? <Named leads={[mergedInto]} /> : t('merged.unseen')}
        </Alert>
      ) : null}
      {retracted.length > 0 ? (
        <Alert color="red" variant="light" icon={<IconAlertTriangle size={16} />} title={t('warnings.retracted')}>
          {t('warnings.retractedText')}
          <Named leads={retracted} />
        </Alert>
      ) : null}
      {authorizedSellerWarnings.length > 0 ? (
        <Alert color="yellow" variant="light" icon={<IconShieldCheck size={16} />} title={t('warnings.authorized')}>
          {authorizedSellerWarnings.map(({ item, party }) => (
            <div key={item.id + party.id}>
              {t('warnings.authorizedItem', { item: item.title, seller: item.seller ?? party.name, party: party.name })}
            </div>
          ))}
        </Alert>
      ) : null}
      {duplicates.length > 0 ? (
        <Alert color="gray" variant="light" icon={<IconCopy size={16} />} title={t('warnings.duplicates')}>
          <Named leads={duplicates} />
        </Alert>
      ) : null}
    </Stack>
  );
}

function Named({ leads }: { leads: readonly DuplicateLeadFragment[] }) {
  return leads.map(({ id, reference, title }) => (
    <div key={id}>
      <Anchor
        size="sm"
        underline="always"
        renderRoot={(props) => <Link to="/leads/$reference" params={{ reference }} {...props} />}
      >
        {reference}
      </Anchor>{' '}
      {title}
    </div>
  ));
}
