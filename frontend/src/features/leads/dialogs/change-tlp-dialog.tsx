import { Anchor, Radio, Select, Stack, Text, Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePersonDirectory } from '@/features/members/directory';
import { graphql } from '@/gql';
import { HandlingCode, Tlp } from '@/gql/graphql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { RemoteMultiSelect } from '@/ui/remote-select';
import { TLP_TEXT } from '@/ui/tlp-badge';
import type { LeadDialogProps } from '../lead-dialogs';

const ChangeLeadTlp = graphql(`
  mutation ChangeLeadTlp($input: ChangeLeadTlpInput!) {
    changeLeadTlp(input: $input) {
      lead {
        ...LeadPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** The narrower ones from the present one on: what was handed in is not opened wider. */
function from<Code>(now: Code, all: readonly Code[]): readonly Code[] {
  return all.slice(all.indexOf(now));
}

export default function ChangeTlpDialog({ lead, onClose, onStale }: LeadDialogProps) {
  const { t } = useTranslation(['leads', 'enums', 'common']);
  const people = usePersonDirectory();
  const draft = lead.state === 'DRAFT';
  const labels = draft ? Object.values(Tlp) : from<Tlp>(lead.tlp, Object.values(Tlp));
  const codes = draft
    ? Object.values(HandlingCode)
    : from<HandlingCode>(lead.handlingCode, Object.values(HandlingCode));
  const command = useCommandForm({
    document: ChangeLeadTlp,
    initialValues: {
      tlp: lead.tlp as Tlp,
      handlingCode: lead.handlingCode as HandlingCode,
      reason: '',
      namedPersonIds: [] as string[],
    },
    draft: `change-tlp-${lead.id}`,
    undrafted: ['namedPersonIds'],
    variables: ({ tlp, handlingCode, reason, namedPersonIds }) => ({
      input: {
        id: lead.id,
        expectedVersion: lead.version,
        tlp,
        handlingCode,
        reason: reason.trim(),
        namedPersonIds: tlp === 'RED' ? namedPersonIds : undefined,
      },
    }),
    validate: ({ reason }) => (reason.trim() ? {} : { reason: t('reasonNeeded') }),
    onDone: () => {
      void notify(t('done.CHANGE_TLP'));
      onClose();
    },
    onStale,
  });
  const { form } = command;
  return (
    <CommandDialog
      title={t('actions.CHANGE_TLP')}
      submitLabel={t('actions.CHANGE_TLP')}
      command={command}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        {t('changeTlp.text')}
      </Text>
      <Radio.Group label="TLP" {...form.getInputProps('tlp')}>
        <Stack gap={6} mt={6}>
          {labels.map((value) => (
            <Radio key={value} value={value} label={TLP_TEXT[value]} description={t(`common:tlp.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {!draft && lead.allowedActions.includes('COPY') ? (
        <Text size="sm" c="dimmed">
          {t('changeTlp.wider')}{' '}
          <Anchor
            size="sm"
            underline="always"
            renderRoot={(props) => <Link to="/leads/new" search={{ from: lead.reference }} {...props} />}
          >
            {t('actions.COPY')}
          </Anchor>
        </Text>
      ) : null}
      {form.values.tlp === 'RED' ? (
        <RemoteMultiSelect
          label={t('changeTlp.named')}
          description={t('changeTlp.namedHint')}
          {...people}
          {...form.getInputProps('namedPersonIds')}
        />
      ) : null}
      <Select
        label={t('fields.handlingCode')}
        data={codes.map((value) => ({ value, label: t(`enums:handlingCode.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('handlingCode')}
      />
      <Textarea label={t('fields.reason')} required autosize minRows={2} {...form.getInputProps('reason')} />
    </CommandDialog>
  );
}
