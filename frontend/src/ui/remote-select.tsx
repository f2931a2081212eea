import { MultiSelect, Select } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';

export interface Option {
  value: string;
  label: string;
}

interface RemoteSelectProps {
  label?: string;
  /** Names it where a label would not fit: in a toolbar. */
  'aria-label'?: string;
  size?: 'xs' | 'sm';
  /** Its width, in pixels, where it does not fill what it stands in. */
  w?: number;
  /** Room above it, within a set of fields. */
  mt?: 'sm';
  description?: string;
  placeholder?: string;
  required?: boolean;
  error?: ReactNode;
  /** What the server found for the present search. */
  options: readonly Option[];
  onSearch: (search: string) => void;
}

/** Options once seen stay known, so that a chosen one keeps its name when the search moves on. */
function useKnown(options: readonly Option[], selected: readonly string[]): Option[] {
  const known = useRef(new Map<string, string>());
  for (const { value, label } of options) known.current.set(value, label);
  const missing = selected
    .filter((value) => !options.some((option) => option.value === value))
    .map((value) => ({ value, label: known.current.get(value) ?? '…' }));
  return [...options, ...missing];
}

interface RemoteMultiSelectProps extends RemoteSelectProps {
  /** Within something that closes when one clicks beside it. */
  inPlace?: boolean;
  value?: string[];
  onChange: (value: string[]) => void;
}

export function RemoteMultiSelect({ options, onSearch, inPlace, value = [], ...props }: RemoteMultiSelectProps) {
  const { t } = useTranslation();
  const search = useDebouncedCallback(onSearch, 200);
  const data = useKnown(options, value);
  return (
    <MultiSelect
      {...props}
      value={value}
      data={data}
      placeholder={value.length > 0 ? undefined : props.placeholder}
      searchable
      hidePickedOptions
      comboboxProps={{ withinPortal: !inPlace }}
      nothingFoundMessage={t('nothingFound')}
      onSearchChange={search}
    />
  );
}

interface RemoteSingleSelectProps extends RemoteSelectProps {
  value?: string | null;
  onChange: (value: string | null) => void;
  clearable?: boolean;
}

export function RemoteSelect({ options, onSearch, ...props }: RemoteSingleSelectProps) {
  const { t } = useTranslation();
  const search = useDebouncedCallback(onSearch, 200);
  const data = useKnown(options, props.value ? [props.value] : []);
  return (
    <Select
      {...props}
      data={data}
      searchable
      clearButtonProps={{ 'aria-label': t('clear') }}
      nothingFoundMessage={t('nothingFound')}
      onSearchChange={(typed) => {
        if (!data.some(({ label }) => label === typed)) search(typed);
      }}
    />
  );
}
