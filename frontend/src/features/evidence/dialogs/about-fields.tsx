import { Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';

const EvidenceAbout = graphql(`
  query EvidenceAbout($leadId: ID!) {
    lead(id: $leadId) {
      id
      items(first: 100) {
        nodes {
          id
          title
          platform
        }
      }
      evidence(first: 100) {
        nodes {
          id
          title
          kind
        }
      }
    }
  }
`);

interface About extends Record<string, unknown> {
  itemId: string | null;
  parentId: string | null;
}

interface AboutFieldsProps<Values extends About> {
  leadId: string;
  form: UseFormReturnType<Values>;
}

/** Which listing a piece of evidence is about, and what it was derived from; nothing where the lead has neither. */
export function AboutFields<Values extends About>({ leadId, form }: AboutFieldsProps<Values>) {
  const { t } = useTranslation('evidence');
  const [{ data }] = useQuery({ query: EvidenceAbout, variables: { leadId } });
  const items = data?.lead?.items.nodes ?? [];
  const evidence = data?.lead?.evidence.nodes ?? [];
  return (
    <>
      {items.length > 0 ? (
        <Select
          label={t('fields.about')}
          description={t('form.aboutHint')}
          clearable
          searchable
          data={items.map(({ id, title, platform }) => ({
            value: id,
            label: platform ? `${title} · ${platform}` : title,
          }))}
          {...form.getInputProps('itemId')}
        />
      ) : null}
      {evidence.length > 0 ? (
        <Select
          label={t('fields.parent')}
          description={t('form.parentHint')}
          clearable
          searchable
          data={evidence.map(({ id, title, kind }) => ({ value: id, label: `${title} · ${t(`kinds.${kind}`)}` }))}
          {...form.getInputProps('parentId')}
        />
      ) : null}
    </>
  );
}
