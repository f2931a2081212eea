import { Button, Checkbox, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { ExportFormat, type LeadFilter, type LeadOrder } from '@/gql/graphql';
import { failureText } from '@/lib/command';
import { useIdempotencyKey } from '@/lib/draft';
import { useCommand } from '@/lib/use-command';
import { FailureNote } from '@/ui/failure-note';
import { ExportRows, useExports } from './export-rows';

const CreateExport = graphql(`
  mutation CreateExport($input: CreateExportInput!) {
    createExport(input: $input) {
      export {
        ...ExportRow
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** What a file of leads can be; an archive is of an organisation. */
const FORMATS = [ExportFormat.Xlsx, ExportFormat.Csv, ExportFormat.Stix, ExportFormat.Misp] as const;
const FOR_SYSTEMS = [ExportFormat.Stix, ExportFormat.Misp] as const;

interface ExportDialogProps {
  filter: LeadFilter;
  orderBy: LeadOrder;
  /** How many leads the list has. */
  count?: number | undefined;
  /** The one lead that is wanted instead of a list: for other systems, and RED too where it is that. */
  lead?: { reference: string; red: boolean };
  onClose: () => void;
}

/** Asks for a file of the list as it stands, and shows the day's files; one may leave and come back. */
export default function ExportDialog({ filter, orderBy, count, lead, onClose }: ExportDialogProps) {
  const { t } = useTranslation(['exports', 'common']);
  const formats = lead ? FOR_SYSTEMS : FORMATS;
  const [format, setFormat] = useState<(typeof FORMATS)[number]>(formats[0]);
  const [includeRed, setIncludeRed] = useState(lead?.red ?? false);
  const [failure, setFailure] = useState<string | null>(null);
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const create = useCommand(CreateExport);
  const { rows, reload } = useExports(formats);
  const ask = async () => {
    setFailure(null);
    const input = { idempotencyKey: idempotencyKey.current, format, filter, orderBy, includeRed };
    const outcome = await create.run({ input });
    if (outcome.ok || outcome.failure.code !== null) renewKey();
    if (!outcome.ok) setFailure(failureText(outcome.failure));
    reload();
  };
  const textOf = () => {
    if (lead) return t(lead.red ? 'textOfRedLead' : 'textOfLead', { reference: lead.reference });
    return count === undefined ? t('text') : t('textOf', { count });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={lead ? t('titleOfLead') : t('title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="sm">
        <FailureNote message={failure} />
        <Text size="sm">{textOf()}</Text>
        <Group gap="md" wrap="wrap">
          <SegmentedControl
            aria-label={t('format')}
            size="xs"
            value={format}
            onChange={(value) => setFormat(value as typeof format)}
            data={formats.map((value) => ({ value, label: t(`formats.${value}`) }))}
          />
          {lead ? null : (
            <Checkbox
              label={t('red')}
              checked={includeRed}
              onChange={(event) => setIncludeRed(event.currentTarget.checked)}
            />
          )}
          <Button ml="auto" size="sm" loading={create.running} onClick={() => void ask()}>
            {t('make')}
          </Button>
        </Group>
        {FOR_SYSTEMS.some((each) => each === format) ? (
          <Text size="xs" c="dimmed">
            {t('systems')}
          </Text>
        ) : null}
        <ExportRows rows={rows} onChanged={reload} />
        <Text size="xs" c="dimmed">
          {t('kept')}
        </Text>
      </Stack>
    </Modal>
  );
}
