import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { IdentifierChipFragment, SubjectPageFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { type Column, DataTable } from '@/ui/data-table';
import { Section } from '@/ui/section';
import { IdentifierChip } from './identifier-chips';
import classes from './subjects.module.css';

const RemoveIdentifierDialog = lazy(() => import('./dialogs/remove-identifier-dialog'));

graphql(`
  fragment SubjectIdentifiers on Subject {
    id
    identifiers {
      ...IdentifierChip
    }
  }
`);

const route = getRouteApi('/_app/subjects/$subject');

interface SubjectIdentifiersProps {
  subject: SubjectPageFragment;
  onStale: () => void;
}

export function SubjectIdentifiers({ subject, onStale }: SubjectIdentifiersProps) {
  const { t } = useTranslation('subjects');
  const navigate = route.useNavigate();
  const [leaving, setLeaving] = useState<IdentifierChipFragment | null>(null);
  const changes = subject.allowedActions.includes('CHANGE');
  const columns = useColumns(Boolean(subject.removedAt), changes ? setLeaving : undefined);
  return (
    <Section
      title={t('identifiers.section')}
      count={subject.identifiers.length}
      actions={
        changes ? (
          <Button
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => void navigate({ search: { do: 'IDENTIFIERS' } })}
          >
            {t('identifiers.add')}
          </Button>
        ) : null
      }
    >
      <DataTable
        label={t('identifiers.section')}
        columns={columns}
        rows={subject.identifiers}
        rowKey={({ id }) => id}
        empty={
          <Text size="sm" c="dimmed">
            {t('identifiers.none')}
          </Text>
        }
      />
      {leaving ? (
        <Suspense>
          <RemoveIdentifierDialog
            subject={subject}
            identifier={leaving}
            onStale={onStale}
            onClose={() => setLeaving(null)}
          />
        </Suspense>
      ) : null}
    </Section>
  );
}

function useColumns(
  removed: boolean,
  remove: ((identifier: IdentifierChipFragment) => void) | undefined,
): Column<IdentifierChipFragment>[] {
  const { t } = useTranslation('subjects');
  const { moment } = useFormats();
  const columns: Column<IdentifierChipFragment>[] = [
    {
      key: 'value',
      header: t('fields.identifiers'),
      primary: true,
      render: (identifier) => <IdentifierChip identifier={identifier} removed={removed} />,
    },
    {
      key: 'strength',
      header: t('network.strength'),
      width: 208,
      render: ({ strength, rule }) => (
        <span title={t('identifiers.rule', { rule })}>
          {t(`strengths.${strength}`)} <span className={classes.dimmed}>· {t(`strengthMeaning.${strength}`)}</span>
        </span>
      ),
    },
    {
      key: 'added',
      header: t('fields.named'),
      width: 88,
      align: remove ? undefined : 'end',
      from: 'md',
      render: ({ addedAt }) => <time dateTime={addedAt}>{moment(addedAt)}</time>,
    },
  ];
  if (!remove) return columns;
  return [
    ...columns,
    {
      key: 'actions',
      header: t('fields.actions'),
      width: 104,
      align: 'end',
      render: (identifier) => (
        <Button
          variant="subtle"
          color="red"
          size="compact-xs"
          aria-label={t('identifiers.removeOf', {
            kind: t(`identifierKinds.${identifier.kind}`),
            value: identifier.value,
          })}
          onClick={() => remove(identifier)}
        >
          {t('identifiers.remove')}…
        </Button>
      ),
    },
  ];
}
