import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useByName, useLocalName } from '@/lib/local-name';
import { ShortFailure } from '@/ui/short-failure';
import { useKeepingPowers } from './principals';

interface HolderSelectProps {
  value?: string | null;
  error?: ReactNode;
  onChange: (id: string | null) => void;
}

/** Whose rights the viewer's organisation may keep. */
export function HolderSelect({ error, ...props }: HolderSelectProps) {
  const { t } = useTranslation(['ipRights', 'common']);
  const localName = useLocalName();
  const byName = useByName();
  const { powers, error: failure, reload } = useKeepingPowers();
  const principals = new Map(powers?.map(({ principal }) => [principal.id, principal]));
  const isEmpty = powers?.length === 0;
  return (
    <Select
      label={t('fields.holder')}
      description={t(isEmpty ? 'form.noHolders' : 'form.holderHint')}
      required
      searchable
      allowDeselect={false}
      nothingFoundMessage={powers ? t('common:nothingFound') : undefined}
      data={byName([...principals.values()]).map((each) => ({ value: each.id, label: localName(each) }))}
      error={failure && !powers ? <ShortFailure error={failure} retry={reload} /> : error}
      {...props}
    />
  );
}
