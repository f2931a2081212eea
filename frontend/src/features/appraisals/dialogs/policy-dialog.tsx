import { ActionIcon, Input, Modal, NumberInput, SegmentedControl, Select, Skeleton, Text } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { AppraisalPolicyOfFragment, AppraisalRank } from '@/gql/graphql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { ShortFailure } from '@/ui/short-failure';
import classes from '../appraisals.module.css';
import { moved } from '../rank-order';
import { TermsForm } from './terms-form';

const AppraisalPolicyQuery = graphql(`
  query AppraisalPolicy($programId: ID) {
    appraisalPolicy(programId: $programId) {
      ...AppraisalPolicyOf
    }
  }
  fragment AppraisalPolicyOf on AppraisalPolicy {
    rankOrder
    qualityEvery
    version
    mayChange
  }
`);

const PolicyPrograms = graphql(`
  query PolicyPrograms {
    testPurchasePrograms(first: 100, filter: { states: [PLANNED, ACTIVE, ENDED] }) {
      nodes {
        id
        name
      }
    }
  }
`);

const SetAppraisalPolicy = graphql(`
  mutation SetAppraisalPolicy($input: SetAppraisalPolicyInput!) {
    setAppraisalPolicy(input: $input) {
      policy {
        ...AppraisalPolicyOf
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const MOST = 1000;

const ABOUT = ['judging', 'terms'] as const;
type About = (typeof ABOUT)[number];

/** How samples are judged, in each programme; and for how long they are kept and money is held, from which day on. */
export default function PolicyDialog({ onClose }: { onClose: () => void }) {
  const [about, setAbout] = useState<About>('judging');
  const choice = <AboutChoice value={about} onChange={setAbout} />;
  if (about === 'terms') return <TermsForm choice={choice} onClose={onClose} />;
  return <Judging about={choice} onClose={onClose} />;
}

function AboutChoice({ value, onChange }: { value: About; onChange: (value: About) => void }) {
  const { t } = useTranslation('appraisals');
  return (
    <SegmentedControl
      fullWidth
      aria-label={t('policy.about.label')}
      data={ABOUT.map((about) => ({ value: about, label: t(`policy.about.${about}`) }))}
      value={value}
      onChange={(about) => onChange(about as About)}
    />
  );
}

/** Whose word counts for more, and how many samples are inspected again; each programme may have its own. */
function Judging({ about, onClose }: { about: ReactNode; onClose: () => void }) {
  const { t } = useTranslation(['appraisals', 'common']);
  const [programId, setProgramId] = useState<string | null>(null);
  const [{ data, error, fetching }, reload] = useQuery({ query: AppraisalPolicyQuery, variables: { programId } });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  const policy = fetching ? null : data?.appraisalPolicy;
  const choice = (
    <>
      {about}
      <ProgramChoice value={programId} onChange={setProgramId} />
    </>
  );
  if (policy)
    return (
      <PolicyForm
        key={`${programId} ${policy.version}`}
        policy={policy}
        programId={programId}
        choice={choice}
        onClose={onClose}
        onStale={refresh}
      />
    );
  return (
    <Modal opened onClose={onClose} title={t('policy.title')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      {choice}
      {error ? <ShortFailure error={error} retry={refresh} /> : <Skeleton h={240} mt="sm" />}
    </Modal>
  );
}

function ProgramChoice({ value, onChange }: { value: string | null; onChange: (value: string | null) => void }) {
  const { t } = useTranslation('appraisals');
  const [{ data }] = useQuery({ query: PolicyPrograms });
  return (
    <Select
      label={t('policy.program')}
      placeholder={t('policy.noProgram')}
      searchable
      clearable
      data={(data?.testPurchasePrograms.nodes ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
    />
  );
}

interface PolicyFormProps {
  policy: AppraisalPolicyOfFragment;
  programId: string | null;
  choice: ReactNode;
  onClose: () => void;
  onStale: () => void;
}

function PolicyForm({ policy, programId, choice, onClose, onStale }: PolicyFormProps) {
  const { t } = useTranslation('appraisals');
  const command = useCommandForm({
    document: SetAppraisalPolicy,
    initialValues: { rankOrder: policy.rankOrder, qualityEvery: policy.qualityEvery as number | string },
    variables: ({ rankOrder, qualityEvery }) => ({
      input: { programId, expectedVersion: policy.version, rankOrder, qualityEvery: Number(qualityEvery) },
    }),
    validate: ({ qualityEvery }) =>
      typeof qualityEvery === 'number' && Number.isInteger(qualityEvery) && qualityEvery >= 0 && qualityEvery <= MOST
        ? {}
        : { qualityEvery: t('policy.qualityFault') },
    onDone: () => {
      void notify(t('policy.done'));
      onClose();
    },
    onStale,
  });
  const { form } = command;
  const { rankOrder } = form.values;
  return (
    <CommandDialog
      title={t('policy.title')}
      submitLabel={t('policy.save')}
      command={command}
      onClose={onClose}
      disabled={!policy.mayChange}
    >
      {choice}
      <Input.Wrapper label={t('policy.rankOrder')} description={t('policy.rankHint')} error={form.errors.rankOrder}>
        <RankOrder ranks={rankOrder} onChange={(next) => form.setFieldValue('rankOrder', next)} />
      </Input.Wrapper>
      <NumberInput
        label={t('policy.qualityEvery')}
        description={t('policy.qualityHint')}
        required
        min={0}
        max={MOST}
        allowDecimal={false}
        {...form.getInputProps('qualityEvery')}
      />
    </CommandDialog>
  );
}

interface RankOrderProps {
  ranks: readonly AppraisalRank[];
  onChange: (ranks: AppraisalRank[]) => void;
}

function RankOrder({ ranks, onChange }: RankOrderProps) {
  const { t } = useTranslation('appraisals');
  const last = ranks.length - 1;
  return (
    <ol className={`${classes.list} ${classes.ranks}`}>
      {ranks.map((rank, index) => (
        <li key={rank} className={classes.item}>
          <Text span size="sm">
            {t(`ranks.${rank}`)}
          </Text>
          <ActionIcon.Group className={classes.end}>
            <ActionIcon
              variant="default"
              size={26}
              aria-label={t('policy.raise', { rank: t(`ranks.${rank}`) })}
              disabled={index === 0}
              onClick={() => onChange(moved(ranks, index, -1))}
            >
              <IconChevronUp size={14} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="default"
              size={26}
              aria-label={t('policy.lower', { rank: t(`ranks.${rank}`) })}
              disabled={index === last}
              onClick={() => onChange(moved(ranks, index, 1))}
            >
              <IconChevronDown size={14} aria-hidden />
            </ActionIcon>
          </ActionIcon.Group>
        </li>
      ))}
    </ol>
  );
}
