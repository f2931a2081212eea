import { Button, FileButton } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { DocumentOfInput, RightsDocumentFragment } from '@/gql/graphql';
import { failureText } from '@/lib/command';
import { useFormats } from '@/lib/format';
import { useMeasures } from '@/lib/measures';
import { useCommand } from '@/lib/use-command';
import { notify } from '@/ui/notify';
import { StateBadge } from '@/ui/state-badge';
import classes from './rights-documents.module.css';

const AddDocumentDialog = lazy(() => import('../dialogs/add-document-dialog'));
const WithdrawDocumentDialog = lazy(() => import('../dialogs/withdraw-document-dialog'));

graphql(`
  fragment RightsDocument on RightsDocument {
    id
    number
    title
    validFrom
    validTo
    fileName
    bytes
    sha256
    addedAt
    withdrawnAt
    quarantined
  }
`);

const OpenRightsDocument = graphql(`
  mutation OpenRightsDocument($input: OpenRightsDocumentInput!) {
    openRightsDocument(input: $input) {
      url
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** What browsers offer to choose; the server looks at the bytes. */
const ACCEPT = 'application/pdf,image/jpeg,image/png,image/webp';
/** The server takes no more. */
const MOST = 10;

interface RightsDocumentsProps {
  /** Whose they are. */
  of: DocumentOfInput;
  /** What that is called. */
  name: string;
  /** Its version. */
  version: number;
  documents: readonly RightsDocumentFragment[];
  adds: boolean;
  withdraws: boolean;
  /** Reads what they belong to again: its version moves with them. */
  onChanged: () => void;
}

/** The certificates of a maker or licensee, or what was handed in of a power of attorney. */
export function RightsDocuments(props: RightsDocumentsProps) {
  const { of, name, version, documents, adds, withdraws, onChanged } = props;
  const { t } = useTranslation('rights');
  const { labelled } = useFormats();
  const [file, setFile] = useState<File | null>(null);
  const [leaving, setLeaving] = useState<RightsDocumentFragment | null>(null);
  const kind = of.partyId ? 'certificate' : 'paper';
  if (documents.length === 0 && !adds) return null;
  return (
    <div className={classes.root}>
      {documents.length > 0 ? (
        <ul className={classes.list} aria-label={labelled(t(`documents.${kind}.title`), name)}>
          {documents.map((document) => (
            <DocumentRow
              key={document.id}
              document={document}
              onWithdraw={withdraws && !document.withdrawnAt ? () => setLeaving(document) : undefined}
            />
          ))}
        </ul>
      ) : null}
      {adds && documents.length < MOST ? (
        <FileButton
          accept={ACCEPT}
          onChange={setFile}
          inputProps={{ 'aria-label': labelled(t(`documents.${kind}.add`), name) }}
        >
          {(button) => (
            <Button
              {...button}
              variant="subtle"
              size="compact-xs"
              leftSection={<IconUpload size={13} aria-hidden />}
              aria-label={labelled(t(`documents.${kind}.add`), name)}
            >
              {t(`documents.${kind}.add`)}
            </Button>
          )}
        </FileButton>
      ) : null}
      <Suspense>
        {file ? (
          <AddDocumentDialog
            of={of}
            version={version}
            file={file}
            onChanged={onChanged}
            onClose={() => setFile(null)}
          />
        ) : null}
        {leaving ? (
          <WithdrawDocumentDialog
            document={leaving}
            version={version}
            onChanged={onChanged}
            onClose={() => setLeaving(null)}
          />
        ) : null}
      </Suspense>
    </div>
  );
}

interface DocumentRowProps {
  document: RightsDocumentFragment;
  onWithdraw?: () => void;
}

function DocumentRow({ document, onWithdraw }: DocumentRowProps) {
  const { t } = useTranslation('rights');
  const { date, dateTime, labelled, moment } = useFormats();
  const measures = useMeasures();
  const { run, running } = useCommand(OpenRightsDocument);
  const { id, number, title, validFrom, validTo, fileName, bytes, sha256, addedAt, withdrawnAt, quarantined } =
    document;
  const name = title ?? number ?? fileName ?? t('documents.unnamed');
  const open = async () => {
    const outcome = await run({ input: { id } });
    if (!outcome.ok) return void notify(failureText(outcome.failure));
    // An attachment: the page stays where it is.
    if (outcome.payload.url) window.location.assign(outcome.payload.url);
  };
  return (
    <li className={classes.item} data-over={withdrawnAt ? true : undefined}>
      <span className={classes.name}>{name}</span>
      {number && number !== name ? <span className={classes.code}>{number}</span> : null}
      {validFrom ? (
        <span className={classes.dimmed}>
          {validTo
            ? t('validity.fromTo', { from: date(validFrom), to: date(validTo) })
            : t('validity.from', { from: date(validFrom) })}
        </span>
      ) : null}
      <span className={classes.dimmed}>{measures.bytes(bytes)}</span>
      <time className={classes.dimmed} dateTime={addedAt} title={dateTime(addedAt)}>
        {t('documents.added', { at: moment(addedAt) })}
      </time>
      <span className={classes.code} title={sha256}>
        {sha256.slice(0, 12)}…
      </span>
      {withdrawnAt ? <StateBadge tone="neutral" label={t('documents.withdrawn', { at: moment(withdrawnAt) })} /> : null}
      {quarantined ? <StateBadge tone="bad" label={t('documents.quarantined')} /> : null}
      <span className={classes.acts}>
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconDownload size={13} aria-hidden />}
          loading={running}
          disabled={quarantined}
          aria-label={labelled(t('documents.open'), name)}
          onClick={() => void open()}
        >
          {t('documents.open')}
        </Button>
        {onWithdraw ? (
          <Button
            variant="subtle"
            color="red"
            size="compact-xs"
            aria-label={labelled(t('documents.withdraw'), name)}
            onClick={onWithdraw}
          >
            {t('documents.withdraw')}…
          </Button>
        ) : null}
      </span>
    </li>
  );
}
