import { Button, Group, Select, Skeleton, Stack, Text } from '@mantine/core';
import { IconArrowsMaximize, IconRoute } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { LeadLink } from '@/features/leads/lead-facts';
import { graphql } from '@/gql';
import type { NetworkSubjectFragment } from '@/gql/graphql';
import { Fact, Facts } from '@/ui/facts';
import { IdentifierChips } from '../identifier-chips';
import { KindIcon } from '../subject-name';
import shared from '../subjects.module.css';
import classes from './network.module.css';
import type { Network } from './network-graph';
import { MOST_STARTS, type NetworkState } from './use-network';

const NetworkFacts = graphql(`
  query NetworkFacts($id: ID!) {
    subject(id: $id) {
      id
      detail
      lead {
        ...LeadLink
      }
      identifiers {
        ...IdentifierChip
      }
    }
  }
`);

interface NetworkSideProps {
  state: NetworkState;
  network: Network | undefined;
  selected: string | null;
  /** From whom a path is asked for, while its other end is being chosen. */
  choosing: string | null;
  onChoose: (from: string | null) => void;
  onSelect: (id: string) => void;
}

/** What one of them is, and where to go on from it. */
export function NetworkSide(props: NetworkSideProps) {
  const { t } = useTranslation('subjects');
  const { state, network, selected, onSelect } = props;
  const subject = network?.subjects.find(({ id }) => id === selected);
  return (
    <aside className={classes.side} aria-label={t('network.selected')}>
      <Select
        label={t('network.selected')}
        placeholder={t('network.choose')}
        searchable
        allowDeselect={false}
        data={useNames(network?.subjects)}
        value={subject?.id ?? null}
        onChange={(id) => id && onSelect(id)}
      />
      {subject ? (
        <>
          <Selected subject={subject} state={state} />
          <PathTo {...props} subject={subject} />
        </>
      ) : null}
      <Path state={state} network={network} />
    </aside>
  );
}

/** Names repeat, so the kind stands with them, and a number where that repeats too. */
function useNames(subjects: readonly NetworkSubjectFragment[] = []) {
  const { t } = useTranslation('subjects');
  const seen = new Map<string, number>();
  return subjects.map(({ id, name, kind }) => {
    const label = `${name} · ${t(`kinds.${kind}`)}`;
    const times = (seen.get(label) ?? 0) + 1;
    seen.set(label, times);
    return { value: id, label: times > 1 ? `${label} (${times})` : label };
  });
}

function Selected({ subject, state }: { subject: NetworkSubjectFragment; state: NetworkState }) {
  const { t } = useTranslation('subjects');
  const [{ data, fetching }] = useQuery({ query: NetworkFacts, variables: { id: subject.id } });
  const facts = data?.subject?.id === subject.id ? data.subject : null;
  const started = state.starts.includes(subject.id);
  return (
    <Stack gap="sm">
      <h2 className={classes.title}>
        <span className={shared.cellName}>
          <KindIcon kind={subject.kind} />
          {subject.name}
        </span>
      </h2>
      <Facts>
        <Fact label={t('fields.kind')}>{t(`kinds.${subject.kind}`)}</Fact>
        <Fact label={t('fields.role')}>{subject.role ? t(`roles.${subject.role}`) : null}</Fact>
        <Fact label={t('fields.lead')}>
          {facts?.lead ? (
            <>
              <LeadLink lead={facts.lead} />
              <div className={classes.dimmed}>{facts.lead.title}</div>
            </>
          ) : null}
        </Fact>
        <Fact label={t('fields.detail')}>{facts?.detail}</Fact>
      </Facts>
      {facts ? <IdentifierChips identifiers={facts.identifiers} /> : fetching ? <Skeleton h={24} aria-busy /> : null}
      <Group gap={6}>
        <Button
          variant="default"
          renderRoot={(props) => (
            <Link to="/subjects/$subject" params={{ subject: subject.id }} search={{}} {...props} />
          )}
        >
          {t('network.open')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconArrowsMaximize size={14} />}
          disabled={started || state.starts.length >= MOST_STARTS}
          title={state.starts.length >= MOST_STARTS ? t('network.most') : undefined}
          onClick={() => state.expand(subject.id)}
        >
          {t(started ? 'network.expanded' : 'network.expand')}
        </Button>
      </Group>
    </Stack>
  );
}

interface PathToProps extends NetworkSideProps {
  subject: NetworkSubjectFragment;
}

function PathTo({ state, network, choosing, onChoose, subject }: PathToProps) {
  const { t } = useTranslation('subjects');
  const others = useNames(network?.subjects).filter(({ value }) => value !== subject.id);
  if (others.length === 0) return null;
  if (choosing !== subject.id)
    return (
      <div>
        <Button variant="default" leftSection={<IconRoute size={14} />} onClick={() => onChoose(subject.id)}>
          {t('network.pathTo')}
        </Button>
      </div>
    );
  return (
    <Select
      label={t('network.pathFrom', { name: subject.name })}
      placeholder={t('network.pathPick')}
      description={t('network.choose')}
      searchable
      data={others}
      value={null}
      onChange={(to) => {
        if (to) state.setEnds({ from: subject.id, to });
        onChoose(null);
      }}
    />
  );
}

function Path({ state, network }: { state: NetworkState; network: Network | undefined }) {
  const { t } = useTranslation(['subjects', 'common']);
  const { path, pathState } = state;
  if (pathState === 'none') return null;
  const nameOf = (id: string) => network?.subjects.find((each) => each.id === id)?.name ?? '…';
  return (
    <section aria-label={t('network.path')} aria-live="polite" aria-busy={pathState === 'fetching'}>
      <h2 className={classes.title}>{t('network.path')}</h2>
      {pathState === 'failed' ? (
        <Text size="sm" c="red">
          {t('common:errors.title')}
        </Text>
      ) : pathState === 'missing' ? (
        <Text size="sm">{t('network.noPath')}</Text>
      ) : (
        <ol className={classes.path}>
          {path.map((id) => (
            <li key={id}>{nameOf(id)}</li>
          ))}
        </ol>
      )}
      <Button variant="subtle" size="compact-xs" mt={6} onClick={() => state.setEnds(null)}>
        {t('network.clearPath')}
      </Button>
    </section>
  );
}
