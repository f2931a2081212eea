import { Button, Skeleton, Text } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { LeadMergedFragment, MergedLeadFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { QueryFailure } from '@/ui/query-failure';
import { Section } from '@/ui/section';
import { TlpBadge } from '@/ui/tlp-badge';
import { LeadLink } from './lead-facts';
import { ItemList } from './lead-items';
import classes from './lead-merged.module.css';
import { LeadStateBadge } from './lead-state';
import { useOwnerName } from './owner-name';

graphql(`
  fragment LeadMerged on Lead {
    id
    contributors
    mergedLeads {
      ...MergedLead
    }
  }
  fragment MergedLead on Lead {
    id
    reference
    title
    state
    tlp
    owner {
      id
      name
      nameZh
    }
    ownerName
  }
`);

const MergedItems = graphql(`
  query MergedItems($reference: String!) {
    leadByReference(reference: $reference) {
      ...LeadItems
    }
  }
`);

/** The leads that go on with this one, and who contributed. Their listings are read only when somebody unfolds them. */
export function LeadMerged({ lead }: { lead: LeadMergedFragment }) {
  const { t } = useTranslation('leads');
  const { list } = useFormats();
  const { mergedLeads, contributors } = lead;
  if (mergedLeads.length === 0) return null;
  return (
    <Section title={t('merged.section')} count={mergedLeads.length}>
      <Text size="sm" c="dimmed" mb={6}>
        {t('merged.contributors', { names: list(contributors) })}
      </Text>
      <ul className={classes.list}>
        {mergedLeads.map((merged) => (
          <Merged key={merged.id} lead={merged} />
        ))}
      </ul>
    </Section>
  );
}

function Merged({ lead }: { lead: MergedLeadFragment }) {
  const { t } = useTranslation('leads');
  const ownerName = useOwnerName();
  const [open, setOpen] = useState(false);
  const part = useId();
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <li className={classes.item}>
      <div className={classes.line}>
        <span className={classes.reference}>
          <LeadLink lead={lead} />
        </span>
        <span className={classes.title}>{lead.title}</span>
        <span className={classes.marks}>
          <span className={classes.dimmed}>{ownerName(lead)}</span>
          <LeadStateBadge state={lead.state} />
          <TlpBadge tlp={lead.tlp} />
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            leftSection={<Chevron size={14} aria-hidden />}
            aria-expanded={open}
            aria-controls={open ? part : undefined}
            aria-label={t('merged.itemsOf', { reference: lead.reference })}
            onClick={() => setOpen(!open)}
          >
            {t('merged.items')}
          </Button>
        </span>
      </div>
      {open ? (
        <div id={part} className={classes.items}>
          <Items reference={lead.reference} />
        </div>
      ) : null}
    </li>
  );
}

function Items({ reference }: { reference: string }) {
  const { t } = useTranslation('leads');
  const [{ data, error }, reload] = useQuery({ query: MergedItems, variables: { reference } });
  const items = data?.leadByReference?.items;
  if (error && !items) return <QueryFailure error={error} retry={reload} />;
  if (!items) return <Skeleton h={40} aria-busy />;
  if (items.nodes.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('merged.noItems')}
      </Text>
    );
  return (
    <>
      <ItemList items={items.nodes} />
      {items.pageInfo.hasNextPage ? (
        <Text size="sm" c="dimmed" mt={6}>
          {t('items.more')}
        </Text>
      ) : null}
    </>
  );
}
