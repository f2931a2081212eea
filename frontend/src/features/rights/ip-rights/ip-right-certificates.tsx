import { Button, FileButton } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { CertificateRowFragment, IpRightCertificatesFragment } from '@/gql/graphql';
import { failureText } from '@/lib/command';
import { useFormats } from '@/lib/format';
import { useMeasures } from '@/lib/measures';
import { useCommand } from '@/lib/use-command';
import { notify } from '@/ui/notify';
import { Section } from '@/ui/section';
import { StateBadge } from '@/ui/state-badge';
import classes from './ip-right-certificates.module.css';

const AddCertificateDialog = lazy(() => import('./dialogs/add-certificate-dialog'));
const RemoveCertificateDialog = lazy(() => import('./dialogs/remove-certificate-dialog'));

graphql(`
  fragment IpRightCertificates on IpRight {
    id
    state
    version
    verifiedAt
    mayAddCertificate
    certificates {
      ...CertificateRow
    }
  }
  fragment CertificateRow on IpRightCertificate {
    id
    title
    fileName
    bytes
    sha256
    addedAt
    addedBy {
      id
      name
    }
    verified
    quarantined
    mayRemove
  }
`);

const OpenCertificate = graphql(`
  mutation OpenCertificate($input: OpenCertificateInput!) {
    openCertificate(input: $input) {
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

interface IpRightCertificatesProps {
  right: IpRightCertificatesFragment;
  /** Reads the right again: when somebody else was faster. */
  onStale: () => void;
}

/** The files by which the right is verified. */
export function IpRightCertificates({ right, onStale }: IpRightCertificatesProps) {
  const { t } = useTranslation('ipRights');
  const [waiting, setWaiting] = useState<File[]>([]);
  const { certificates, mayAddCertificate } = right;
  if (certificates.length === 0 && !mayAddCertificate) return null;
  const [next] = waiting;
  return (
    <Section
      title={t('certificates.title')}
      count={certificates.length}
      actions={
        mayAddCertificate ? (
          <FileButton
            multiple
            accept={ACCEPT}
            onChange={(files) => setWaiting((all) => [...all, ...files])}
            inputProps={{ 'aria-label': t('certificates.add') }}
          >
            {(props) => (
              <Button {...props} variant="default" leftSection={<IconUpload size={15} aria-hidden />}>
                {t('certificates.add')}
              </Button>
            )}
          </FileButton>
        ) : null
      }
    >
      {certificates.length > 0 ? (
        <ul className={classes.list}>
          {certificates.map((certificate) => (
            <CertificateRow key={certificate.id} certificate={certificate} right={right} onStale={onStale} />
          ))}
        </ul>
      ) : (
        <span className={classes.none}>{t('certificates.none')}</span>
      )}
      {next ? (
        <Suspense>
          <AddCertificateDialog
            // Another file is another form.
            key={waiting.length}
            right={right}
            file={next}
            onStale={onStale}
            onClose={() => setWaiting(([, ...rest]) => rest)}
          />
        </Suspense>
      ) : null}
    </Section>
  );
}

interface CertificateRowProps extends IpRightCertificatesProps {
  certificate: CertificateRowFragment;
}

function CertificateRow({ certificate, right, onStale }: CertificateRowProps) {
  const { t } = useTranslation('ipRights');
  const { dateTime, labelled, moment } = useFormats();
  const measures = useMeasures();
  const { run, running } = useCommand(OpenCertificate);
  const [removing, setRemoving] = useState(false);
  const { id, title, fileName, bytes, sha256, addedAt, addedBy, verified, quarantined, mayRemove } = certificate;
  const name = title ?? fileName ?? t('certificates.unnamed');
  const open = async () => {
    const outcome = await run({ input: { id } });
    if (!outcome.ok) return void notify(failureText(outcome.failure));
    // An attachment: the page stays where it is.
    if (outcome.payload.url) window.location.assign(outcome.payload.url);
  };
  return (
    <li className={classes.item}>
      <div className={classes.body}>
        <div className={classes.name}>{name}</div>
        <div className={classes.detail}>
          {title && fileName ? <span>{fileName}</span> : null}
          <span>{measures.bytes(bytes)}</span>
          <time dateTime={addedAt} title={dateTime(addedAt)}>
            {addedBy
              ? t('certificates.addedBy', { name: addedBy.name, at: moment(addedAt) })
              : t('certificates.added', { at: moment(addedAt) })}
          </time>
          <span className={classes.hash} title={sha256}>
            {sha256.slice(0, 12)}…
          </span>
        </div>
        {quarantined ? <StateBadge tone="bad" label={t('certificates.quarantined')} /> : null}
        {right.verifiedAt && !verified ? <StateBadge tone="attention" label={t('certificates.afterwards')} /> : null}
      </div>
      <div className={classes.buttons}>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconDownload size={14} aria-hidden />}
          loading={running}
          disabled={quarantined}
          aria-label={labelled(t('certificates.open'), name)}
          onClick={() => void open()}
        >
          {t('certificates.open')}
        </Button>
        {mayRemove ? (
          <Button
            variant="default"
            size="xs"
            aria-label={labelled(t('certificates.remove'), name)}
            onClick={() => setRemoving(true)}
          >
            {t('certificates.remove')}
          </Button>
        ) : null}
      </div>
      {removing ? (
        <Suspense>
          <RemoveCertificateDialog
            id={id}
            name={name}
            version={right.version}
            onStale={onStale}
            onClose={() => setRemoving(false)}
          />
        </Suspense>
      ) : null}
    </li>
  );
}
