import { Radio, Select, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useColleagueDirectory, useOrganizationDirectory } from '@/features/members/directory';
import { graphql } from '@/gql';
import { Priority, RejectReason, Tlp, Verdict } from '@/gql/graphql';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { RemoteMultiSelect, RemoteSelect } from '@/ui/remote-select';
import { TLP_TEXT } from '@/ui/tlp-badge';
import type { BulkActionKind, BulkValues } from './bulk-action';

const BulkGroups = graphql(`
  query BulkGroups {
    sharingGroups(first: 100, filter: { mine: true }) {
      nodes {
        id
        name
        state
      }
    }
  }
`);

const SOURCES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
const INFORMATION = ['1', '2', '3', '4', '5', '6'] as const;
/** Verdicts that say the same of many; what to buy and what to ask differ from one to the next. */
const VERDICTS = [Verdict.Confirmed, Verdict.NotInfringing, Verdict.NotMyBrand];

interface BulkFieldsProps {
  kind: BulkActionKind;
  form: UseFormReturnType<BulkValues>;
}

export function BulkFields({ kind, form }: BulkFieldsProps) {
  const { t } = useTranslation(['bulk', 'leads', 'enums', 'common']);
  return (
    <>
      <Text size="sm" c="dimmed">
        {t(`texts.${kind}`)}
      </Text>
      {kind === 'triage' ? <TriageFields form={form} /> : null}
      {kind === 'reject' ? (
        <Select
          label={t('leads:fields.reason')}
          data={Object.values(RejectReason).map((value) => ({ value, label: t(`enums:rejectReason.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('rejectReason')}
        />
      ) : null}
      {kind === 'share' ? <ShareFields form={form} /> : null}
      {kind === 'assign' ? <AssignField form={form} /> : null}
      {kind === 'raiseTlp' ? (
        <Radio.Group label="TLP" {...form.getInputProps('tlp')}>
          <Stack gap={6} mt={6}>
            {[Tlp.Green, Tlp.Amber, Tlp.AmberStrict, Tlp.Red].map((value) => (
              <Radio key={value} value={value} label={TLP_TEXT[value]} description={t(`common:tlp.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
      ) : null}
      {kind === 'answer' ? (
        <Radio.Group label={t('verdict')} {...form.getInputProps('verdict')}>
          <Stack gap={6} mt={6}>
            {VERDICTS.map((value) => (
              <Radio key={value} value={value} label={t(`enums:verdict.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
      ) : null}
      {kind === 'acknowledge' || kind === 'assign' ? null : (
        <Textarea
          label={t(`reasons.${kind}`)}
          required={kind === 'raiseTlp' || kind === 'answer'}
          autosize
          minRows={2}
          maxLength={2000}
          {...form.getInputProps('reason')}
        />
      )}
    </>
  );
}

function AssignField({ form }: { form: UseFormReturnType<BulkValues> }) {
  const { t } = useTranslation('leads');
  const colleagues = useColleagueDirectory();
  return (
    <RemoteSelect
      label={t('followUp.assignee')}
      placeholder={t('followUp.nobody')}
      clearable
      {...colleagues}
      {...form.getInputProps('personId')}
    />
  );
}

function TriageFields({ form }: { form: UseFormReturnType<BulkValues> }) {
  const { t } = useTranslation(['leads', 'enums']);
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Select
          label={t('triage.source')}
          data={SOURCES.map((value) => ({ value, label: `${value} · ${t(`triage.sources.${value}`)}` }))}
          allowDeselect={false}
          {...form.getInputProps('source')}
        />
        <Select
          label={t('triage.information')}
          data={INFORMATION.map((value) => ({ value, label: `${value} · ${t(`triage.informations.${value}`)}` }))}
          allowDeselect={false}
          {...form.getInputProps('information')}
        />
      </SimpleGrid>
      <Select
        label={t('fields.priority')}
        data={Object.values(Priority).map((value) => ({ value, label: t(`enums:priority.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('priority')}
      />
    </>
  );
}

function ShareFields({ form }: { form: UseFormReturnType<BulkValues> }) {
  const { t } = useTranslation('bulk');
  const organizations = useOrganizationDirectory();
  const [{ data }] = useQuery({ query: BulkGroups, pause: !may(useViewer(), 'SHARING_GROUP_READ') });
  const groups = data?.sharingGroups.nodes.filter(({ state }) => state === 'ACTIVE') ?? [];
  return (
    <>
      <RemoteMultiSelect label={t('organizations')} {...organizations} {...form.getInputProps('organizationIds')} />
      {groups.length > 0 ? (
        <RemoteMultiSelect
          label={t('groups')}
          options={groups.map(({ id, name }) => ({ value: id, label: name }))}
          onSearch={() => undefined}
          {...form.getInputProps('groupIds')}
        />
      ) : null}
    </>
  );
}
