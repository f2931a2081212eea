import { Button, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { ImportedEntryFragment } from '@/gql/graphql';
import { failureText } from '@/lib/command';
import { useIdempotencyKey } from '@/lib/draft';
import { may } from '@/lib/permissions';
import { useCommand } from '@/lib/use-command';
import { useViewer } from '@/lib/viewer';
import { useCommandForm } from '@/ui/command-form';
import { FailureNote } from '@/ui/failure-note';
import { notify } from '@/ui/notify';
import { PageHeader } from '@/ui/page-header';
import { RouteMissing } from '@/ui/route-missing';
import { Section } from '@/ui/section';
import { BrandsSelect } from './brands-select';
import { FilesField } from './files-field';
import { HolderSelect } from './holder-select';
import { type ImportValues, importInput, MOST_FILES, tooLarge, tooMuch } from './import-form';
import classes from './import-page.module.css';
import { ImportTable } from './import-table';
import { IpRightTrail } from './ip-right-trail';
import { useActsForOthers } from './principals';

const ImportIpRights = graphql(`
  mutation ImportIpRights($input: ImportIpRightsInput!) {
    importIpRights(input: $input) {
      entries {
        ...ImportedEntry
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

type Entries = readonly ImportedEntryFragment[];

export function ImportPage() {
  const { t } = useTranslation('ipRights');
  const [taken, setTaken] = useState<Entries | null>(null);
  if (!may(useViewer(), 'IP_RIGHT_EDIT')) return <RouteMissing />;
  return (
    <>
      <PageHeader eyebrow={<IpRightTrail />} title={t('import.title')} />
      {taken ? <Taken entries={taken} onAgain={() => setTaken(null)} /> : <Import onTaken={setTaken} />}
    </>
  );
}

function Import({ onTaken }: { onTaken: (entries: Entries) => void }) {
  const { t } = useTranslation('ipRights');
  const viewer = useViewer();
  const forOthers = useActsForOthers();
  /** What would come of the files as they are chosen now. */
  const [tried, setTried] = useState<{ entries: Entries; of: ImportValues } | null>(null);
  const initialValues: ImportValues = { organizationId: null, brandIds: [], documents: [] };
  const command = useCommandForm({
    document: ImportIpRights,
    initialValues,
    draft: 'import-ip-rights',
    undrafted: forOthers ? ['organizationId', 'brandIds', 'documents'] : ['documents'],
    // Nothing is kept of a dry run, so each is another one.
    variables: (values) => ({ input: importInput(values, crypto.randomUUID(), true) }),
    validate: ({ organizationId, brandIds, documents }) => {
      const large = tooLarge(documents);
      return {
        ...(forOthers && !organizationId ? { organizationId: t('form.holderNeeded') } : {}),
        ...(brandIds.length > 0 ? {} : { brandIds: t('form.brandsNeeded') }),
        ...(documents.length > 0 ? {} : { documents: t('import.filesNeeded') }),
        ...(documents.length > MOST_FILES ? { documents: t('import.tooMany') } : {}),
        ...(tooMuch(documents) ? { documents: t('import.tooMuch') } : {}),
        ...(large ? { documents: t('import.tooLarge', { name: large.name }) } : {}),
      };
    },
    onDone: ({ entries }) => setTried({ entries: entries ?? [], of: command.form.getValues() }),
    onFailure: () => setTried(null),
  });
  const { form } = command;
  const { organizationId, documents } = form.values;
  const unreadable = documents.filter((_, place) => form.errors[`documents.${place}`]).map(({ name }) => name);
  const fresh = tried?.of === form.values ? tried.entries : null;
  return (
    <div className={classes.page}>
      <form onSubmit={command.submit} noValidate className={classes.form}>
        <FailureNote message={command.message} />
        <Text size="sm" c="dimmed">
          {t('import.hint')}
        </Text>
        <Stack gap="sm">
          {forOthers ? (
            <HolderSelect
              value={organizationId}
              error={form.errors.organizationId}
              onChange={(id) => form.setValues({ organizationId: id, brandIds: [] })}
            />
          ) : null}
          <BrandsSelect
            holder={forOthers ? organizationId : viewer.organization.id}
            description={t('import.brandsHint')}
            {...form.getInputProps('brandIds')}
          />
          <FilesField
            files={documents}
            error={
              unreadable.length > 0 ? t('import.unreadable', { names: unreadable.join(', ') }) : form.errors.documents
            }
            onChange={(chosen) => {
              // What was wrong with a file is told by its place.
              form.clearErrors();
              form.setFieldValue('documents', chosen);
            }}
          />
        </Stack>
        <Group>
          <Button type="submit" size="sm" loading={command.running} variant={fresh ? 'default' : 'filled'}>
            {t('import.try')}
          </Button>
        </Group>
      </form>
      {fresh ? (
        <Preview
          entries={fresh}
          values={form.values}
          onTaken={(entries) => {
            command.discard();
            onTaken(entries);
          }}
        />
      ) : null}
    </div>
  );
}

interface PreviewProps {
  entries: Entries;
  values: ImportValues;
  onTaken: (entries: Entries) => void;
}

/** What would come of it, and the step that does it. */
function Preview({ entries, values, onTaken }: PreviewProps) {
  const { t } = useTranslation('ipRights');
  const { run, running } = useCommand(ImportIpRights);
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const [message, setMessage] = useState<string | null>(null);
  const count = draftsIn(entries).length;
  const take = async () => {
    setMessage(null);
    const outcome = await run({ input: importInput(values, idempotencyKey.current, false) });
    if (outcome.ok) {
      void notify(t('import.taken', { count: draftsIn(outcome.payload.entries ?? []).length }));
      return onTaken(outcome.payload.entries ?? []);
    }
    const { failure } = outcome;
    // Only an unanswered one may be sent again under the same key.
    if (failure.code !== null) renewKey();
    setMessage(failureText(failure));
  };
  return (
    <Section title={t('import.preview')} count={entries.length}>
      <ImportTable label={t('import.preview')} entries={entries} />
      <Stack gap="sm" mt="md" align="start">
        <FailureNote message={message} />
        {count > 0 ? (
          <Button size="sm" loading={running} onClick={() => void take()}>
            {t('import.take', { count })}
          </Button>
        ) : (
          <Text size="sm" c="dimmed" role="status">
            {t('import.nothing')}
          </Text>
        )}
      </Stack>
    </Section>
  );
}

function draftsIn(entries: Entries) {
  return entries.filter(({ outcome }) => outcome === 'DRAFTED');
}

/** What came of it, with the way to each draft. */
function Taken({ entries, onAgain }: { entries: Entries; onAgain: () => void }) {
  const { t } = useTranslation('ipRights');
  return (
    <div className={classes.page}>
      <Section title={t('import.result')} count={entries.length}>
        <ImportTable label={t('import.result')} entries={entries} />
        <Group gap="xs" mt="md">
          <Button size="sm" renderRoot={(props) => <Link to="/rights" search={{ states: ['DRAFT'] }} {...props} />}>
            {t('import.toDrafts')}
          </Button>
          <Button variant="default" size="sm" onClick={onAgain}>
            {t('import.again')}
          </Button>
        </Group>
      </Section>
    </div>
  );
}
