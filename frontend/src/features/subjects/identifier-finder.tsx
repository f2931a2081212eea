import { Button, CloseButton, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IdentifierInput, IdentifierKind } from '@/gql/graphql';
import { HintField, useIdentifierKinds } from './identifier-fields';
import { emptyIdentifier, hintsOf, type IdentifierValues, identifierInput, ofKind } from './subject-form';
import classes from './subjects.module.css';

interface IdentifierFinderProps {
  found: IdentifierInput | undefined;
  onFind: (identifier: IdentifierInput | undefined) => void;
  /** Why the server does not take it as one. */
  error: string | null;
}

/** Finds who is known by exactly this, however it is written. */
export function IdentifierFinder({ found, onFind, error }: IdentifierFinderProps) {
  const { t } = useTranslation(['subjects', 'common']);
  const kinds = useIdentifierKinds();
  const [row, setRow] = useState(() => emptyIdentifier());
  const find = (event: FormEvent) => {
    event.preventDefault();
    onFind(row.value.trim() ? identifierInput(row) : undefined);
  };
  const set = (change: Partial<IdentifierValues>) => setRow((now) => ({ ...now, ...change }));
  const clear = () => {
    setRow((now) => ofKind({ ...now, value: '' }, now.kind));
    onFind(undefined);
  };
  return (
    <search aria-label={t('find.label')}>
      <form onSubmit={find} className={classes.finder}>
        <Select
          size="xs"
          w={150}
          aria-label={t('identifiers.kind')}
          searchable
          allowDeselect={false}
          data={kinds}
          value={row.kind}
          onChange={(kind) => kind && setRow((now) => ofKind(now, kind as IdentifierKind))}
        />
        <TextInput
          size="xs"
          w={200}
          aria-label={t('find.value')}
          placeholder={t('find.value')}
          autoComplete="off"
          value={row.value}
          error={error}
          onChange={({ currentTarget }) => set({ value: currentTarget.value })}
        />
        {hintsOf(row).map((hint) => (
          <HintField key={hint} hint={hint} compact value={row[hint]} onChange={(value) => set({ [hint]: value })} />
        ))}
        <Button type="submit" variant={found ? 'light' : 'default'} fw={500}>
          {t('find.submit')}
        </Button>
        {found ? <CloseButton size={26} iconSize={16} aria-label={t('find.clear')} onClick={clear} /> : null}
      </form>
    </search>
  );
}
