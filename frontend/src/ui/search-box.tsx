import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '@/lib/keyboard';

interface SearchBoxProps {
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** Searches while one types; `/` jumps here. The address follows after a short pause. */
export function SearchBox({ label, value, onChange }: SearchBoxProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value ?? '');
  const report = useDebouncedCallback((next: string) => onChange(next.trim() || undefined), 250);
  useEffect(() => {
    if (document.activeElement !== input.current) setTyped(value ?? '');
  }, [value]);
  useKeys({ '/': () => input.current?.focus() });
  const change = (next: string) => {
    setTyped(next);
    report(next);
  };
  return (
    <TextInput
      ref={input}
      role="searchbox"
      size="xs"
      w={{ base: '100%', sm: 240 }}
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={14} />}
      rightSection={
        typed ? <CloseButton size={24} iconSize={14} aria-label={t('clear')} onClick={() => change('')} /> : null
      }
      value={typed}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
