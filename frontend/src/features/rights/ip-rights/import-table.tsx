import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { ImportedEntryFragment, IpRightImportOutcome } from '@/gql/graphql';
import { type Column, DataTable } from '@/ui/data-table';
import { StateBadge, type Tone } from '@/ui/state-badge';
import classes from './import-page.module.css';

graphql(`
  fragment ImportedEntry on ImportedIpRightEntry {
    outcome
    notes
    words
    office
    applicationNumber
    registrationNumber
    niceClasses
    statusText
    ipRight {
      id
      title
    }
  }
`);

interface ImportTableProps {
  label: string;
  entries: readonly ImportedEntryFragment[];
}

export function ImportTable({ label, entries }: ImportTableProps) {
  const { t } = useTranslation('ipRights');
  const hasStatus = entries.some(({ statusText }) => statusText);
  const columns = useImportColumns().filter(({ key }) => hasStatus || key !== 'status');
  const rows = entries.map((entry, index) => ({ ...entry, key: String(index) }));
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
      empty={
        <Text size="sm" c="dimmed">
          {t('import.noMarks')}
        </Text>
      }
    />
  );
}

const TONES: Record<IpRightImportOutcome, Tone> = { DRAFTED: 'good', ALREADY_THERE: 'neutral', SKIPPED: 'attention' };

function useImportColumns(): Column<ImportedEntryFragment>[] {
  const { t } = useTranslation('ipRights');
  return [
    { key: 'mark', header: t('import.mark'), primary: true, render: (entry) => <Mark entry={entry} /> },
    { key: 'numbers', header: t('import.numbers'), width: 150, render: (entry) => <Numbers entry={entry} /> },
    {
      key: 'classes',
      header: t('fields.classes'),
      width: 84,
      render: ({ niceClasses }) => <span className={classes.dimmed}>{niceClasses.join(' ')}</span>,
    },
    {
      key: 'status',
      header: t('import.status'),
      width: 152,
      from: 'md',
      render: ({ statusText }) => <span className={classes.dimmed}>{statusText}</span>,
    },
    {
      key: 'outcome',
      header: t('import.outcome'),
      width: 148,
      render: ({ outcome, ipRight }) => (
        <StateBadge
          tone={TONES[outcome]}
          label={outcome === 'DRAFTED' && ipRight ? t('import.drafted') : t(`import.outcomes.${outcome}`)}
        />
      ),
    },
    {
      key: 'notes',
      header: t('import.notes'),
      width: '28%',
      render: ({ notes }) => (
        <div className={classes.notes}>
          {notes.map((note) => (
            <div key={note}>{t(`import.noteTexts.${note}`)}</div>
          ))}
        </div>
      ),
    },
  ];
}

function Mark({ entry: { words, ipRight } }: { entry: ImportedEntryFragment }) {
  if (!ipRight) return words ?? '–';
  return (
    <Anchor
      inherit
      renderRoot={(props) => <Link to="/rights/$rightId" params={{ rightId: ipRight.id }} search={{}} {...props} />}
    >
      {words ?? ipRight.title}
    </Anchor>
  );
}

function Numbers({ entry }: { entry: ImportedEntryFragment }) {
  const { t } = useTranslation('ipRights');
  const { office, applicationNumber, registrationNumber } = entry;
  return (
    <>
      <div>{[office, registrationNumber].filter(Boolean).join(' ')}</div>
      {applicationNumber ? (
        <div className={classes.dimmed}>{t('page.application', { number: applicationNumber })}</div>
      ) : null}
    </>
  );
}
