import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { useByName, useLocalName } from '@/lib/local-name';
import { useViewer } from '@/lib/viewer';
import { openSide } from '../power-form';

const Principals = graphql(`
  query Principals($agent: ID!) {
    organization(id: $agent) {
      id
      powersOfAttorney {
        id
        principal {
          id
          name
          nameZh
        }
        actions
        state
      }
    }
  }
`);

/** Agents keep the rights of others; nobody else has to say whose. */
export function useActsForOthers(): boolean {
  return openSide(useViewer().organization.kind) === 'principalId';
}

interface HolderSelectProps {
  value?: string | null;
  error?: ReactNode;
  onChange: (id: string | null) => void;
}

/** Whose rights the viewer's organisation may keep. */
export function HolderSelect(props: HolderSelectProps) {
  const { t } = useTranslation('ipRights');
  const localName = useLocalName();
  const byName = useByName();
  const [{ data }] = useQuery({ query: Principals, variables: { agent: useViewer().organization.id } });
  const powers = data?.organization?.powersOfAttorney ?? [];
  const lasting = powers.filter(({ state, actions }) => state === 'VERIFIED' && actions.includes('MANAGE_BRANDS'));
  const principals = new Map(lasting.map(({ principal }) => [principal.id, principal]));
  return (
    <Select
      label={t('fields.holder')}
      description={t('form.holderHint')}
      required
      searchable
      allowDeselect={false}
      data={byName([...principals.values()]).map((each) => ({ value: each.id, label: localName(each) }))}
      {...props}
    />
  );
}
