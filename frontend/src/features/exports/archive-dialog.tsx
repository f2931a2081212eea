import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { ExportFormat } from '@/gql/graphql';
import type { Failure } from '@/lib/command';
import { useIdempotencyKey } from '@/lib/draft';
import { useCommand } from '@/lib/use-command';
import { FailureNote } from '@/ui/failure-note';
import { ExportRows, useExports } from './export-rows';

const CreateOrganizationExport = graphql(`
  mutation CreateOrganizationExport($input: CreateOrganizationExportInput!) {
    createOrganizationExport(input: $input) {
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

const FORMATS = [ExportFormat.Archive] as const;

/** Asks for the archive, by the password once more, and gives it out once it is made; one may leave and come back. */
export default function ArchiveDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['exports', 'common']);
  const [password, setPassword] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const create = useCommand(CreateOrganizationExport);
  const { rows, waits, reload } = useExports(FORMATS);
  const ask = async (event: FormEvent) => {
    event.preventDefault();
    setFailure(null);
    const input = { idempotencyKey: idempotencyKey.current, password: password || null };
    const outcome = await create.run({ input });
    if (outcome.ok || outcome.failure.code !== null) renewKey();
    if (outcome.ok) setPassword('');
    else setFailure(outcome.failure);
    reload();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('archive.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="sm">
        <FailureNote message={failure?.message ?? null} />
        <Text size="sm">{t('archive.consequences')}</Text>
        <form onSubmit={(event) => void ask(event)} noValidate>
          <Stack gap="sm">
            <PasswordInput
              label={t('archive.password')}
              description={t('archive.passwordHint')}
              autoComplete="current-password"
              value={password}
              error={failure?.fields.password}
              aria-invalid={Boolean(failure?.fields.password)}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <Group justify="flex-end">
              <Button type="submit" size="sm" loading={create.running} disabled={waits}>
                {t('archive.make')}
              </Button>
            </Group>
          </Stack>
        </form>
        <ExportRows rows={rows} onChanged={reload} />
        <Text size="xs" c="dimmed">
          {t('archive.kept')}
        </Text>
      </Stack>
    </Modal>
  );
}
