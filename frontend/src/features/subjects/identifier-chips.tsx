import { VisuallyHidden } from '@mantine/core';
import { IconCopy, IconEyeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { IdentifierChipFragment } from '@/gql/graphql';
import { notify } from '@/ui/notify';
import classes from './subjects.module.css';

graphql(`
  fragment IdentifierChip on Identifier {
    id
    kind
    value
    isMasked
    rule
    strength
    addedAt
  }
`);

export type ChipValue = Pick<IdentifierChipFragment, 'kind' | 'value' | 'isMasked'>;

/** Something that a subject is known by; a click copies it, but for what is shown in part only. */
export function IdentifierChip({ identifier, removed }: { identifier: ChipValue; removed?: boolean }) {
  const { t } = useTranslation(['subjects', 'common']);
  const { kind, value, isMasked } = identifier;
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    void notify(t('common:copied'));
  };
  const text = (
    <>
      <span className={classes.chipKind}>{t(`identifierKinds.${kind}`)} </span>
      <span className={classes.chipValue}>{value}</span>
    </>
  );
  if (isMasked || removed)
    return (
      <span className={classes.chip} data-removed={removed} title={isMasked ? t('identifiers.maskedHint') : undefined}>
        {text}
        {isMasked ? (
          <>
            <IconEyeOff size={13} aria-hidden />
            <VisuallyHidden> ({t('identifiers.masked')})</VisuallyHidden>
          </>
        ) : null}
      </span>
    );
  return (
    <button type="button" className={classes.chip} title={t('identifiers.copy')} onClick={() => void copy()}>
      {text}
      <IconCopy size={13} aria-hidden />
    </button>
  );
}

export function IdentifierChips({
  identifiers,
  removed,
}: {
  identifiers: readonly IdentifierChipFragment[];
  removed?: boolean;
}) {
  const { t } = useTranslation('subjects');
  if (identifiers.length === 0) return null;
  return (
    <ul className={classes.chips} aria-label={t('fields.identifiers')}>
      {identifiers.map((identifier) => (
        <li key={identifier.id}>
          <IdentifierChip identifier={identifier} removed={removed} />
        </li>
      ))}
    </ul>
  );
}
