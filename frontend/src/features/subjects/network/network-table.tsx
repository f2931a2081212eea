import { useTranslation } from 'react-i18next';
import { useFormats } from '@/lib/format';
import { type Column, DataTable } from '@/ui/data-table';
import { Section } from '@/ui/section';
import { KindIcon, SubjectLink } from '../subject-name';
import shared from '../subjects.module.css';
import classes from './network.module.css';
import { isOnPath, type Network, tiesOf } from './network-graph';
import type { Marks } from './network-option';

interface NetworkTableProps {
  network: Network;
  marks: Marks;
  onSelect: (id: string) => void;
}

/** What the picture shows, for who reads or hears it: the subjects, and what ties them. */
export function NetworkTable({ network, marks, onSelect }: NetworkTableProps) {
  const { t } = useTranslation('subjects');
  const subjects = useSubjectColumns(network, marks, onSelect);
  const ties = useTieColumns(network);
  const rows = useTies(network, marks);
  return (
    <>
      <Section title={t('title')} count={network.subjects.length}>
        <DataTable label={t('title')} columns={subjects} rows={network.subjects} rowKey={({ id }) => id} empty={null} />
      </Section>
      {rows.length > 0 ? (
        <Section title={t('network.ties')} count={rows.length}>
          <DataTable label={t('network.ties')} columns={ties} rows={rows} rowKey={({ key }) => key} empty={null} />
        </Section>
      ) : null}
    </>
  );
}

function useSubjectColumns(
  network: Network,
  { selected, path }: Marks,
  onSelect: (id: string) => void,
): Column<Network['subjects'][number]>[] {
  const { t } = useTranslation('subjects');
  const ties = tiesOf(network);
  return [
    {
      key: 'name',
      header: t('fields.name'),
      primary: true,
      render: ({ id, name, kind }) => (
        <span className={shared.cellName}>
          <KindIcon kind={kind} />
          <button type="button" className={classes.pick} aria-pressed={id === selected} onClick={() => onSelect(id)}>
            {name}
          </button>
          {path.includes(id) ? <span className={classes.dimmed}>({t('network.onPath')})</span> : null}
        </span>
      ),
    },
    { key: 'kind', header: t('fields.kind'), width: 128, render: ({ kind }) => t(`kinds.${kind}`) },
    {
      key: 'role',
      header: t('fields.role'),
      width: 152,
      render: ({ role }) => (role ? t(`roles.${role}`) : null),
    },
    { key: 'ties', header: t('network.tiesCount'), width: 72, align: 'end', render: ({ id }) => ties.get(id) ?? 0 },
  ];
}

interface Tie {
  key: string;
  what: string;
  more: string;
  who: readonly string[];
  /** From the first to the second, rather than among all. */
  directed: boolean;
  onPath: boolean;
}

function useTies(network: Network, { path }: Marks): Tie[] {
  const { t } = useTranslation('subjects');
  const { labelled } = useFormats();
  const common = network.shared.map(({ key, kind, value, strength, rule, subjectIds }) => ({
    key,
    what: labelled(t(`identifierKinds.${kind}`), value),
    more: `${t(`strengths.${strength}`)} · ${rule}`,
    who: subjectIds,
    directed: false,
    onPath: isOnPath(path, subjectIds),
  }));
  const links = network.links.map(({ id, kind, confidence, fromId, toId }) => ({
    key: id,
    what: t(`linkKinds.${kind}`),
    more: t(`confidenceShort.${confidence}`),
    who: [fromId, toId],
    directed: true,
    onPath: isOnPath(path, [fromId, toId]),
  }));
  return [...common, ...links];
}

function useTieColumns(network: Network): Column<Tie>[] {
  const { t } = useTranslation('subjects');
  const subjects = new Map(network.subjects.map((subject) => [subject.id, subject]));
  return [
    {
      key: 'what',
      header: t('network.what'),
      primary: true,
      render: ({ what, onPath }) => (
        <>
          {what}
          {onPath ? <span className={classes.dimmed}> ({t('network.onPath')})</span> : null}
        </>
      ),
    },
    { key: 'more', header: t('network.strength'), width: 176, render: ({ more }) => more },
    {
      key: 'who',
      header: t('network.who'),
      width: '45%',
      render: ({ who, directed }) =>
        who.map((id, place) => {
          const subject = subjects.get(id);
          return subject ? (
            <span key={id}>
              {place > 0 ? (directed ? ' → ' : ' · ') : null}
              <SubjectLink subject={subject} />
            </span>
          ) : null;
        }),
    },
  ];
}
