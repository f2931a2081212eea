import { Button, Modal, Textarea } from '@mantine/core';
import { IconDownload, IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { EvidencePageFragment, EvidenceRendition } from '@/gql/graphql';
import { failureText } from '@/lib/command';
import { useCommand } from '@/lib/use-command';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import classes from './evidence.module.css';

const OpenEvidence = graphql(`
  mutation OpenEvidence($input: OpenEvidenceInput!) {
    openEvidence(input: $input) {
      url
      expiresAt
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** A copy to look at, and the original. What they are for is asked where the server wants to know it. */
export function EvidenceOpen({ evidence }: { evidence: EvidencePageFragment }) {
  const { t } = useTranslation('evidence');
  const { run, running } = useCommand(OpenEvidence);
  const [asking, setAsking] = useState<EvidenceRendition | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const { id, title, mediaType } = evidence;
  const opened = (rendition: EvidenceRendition, url: string | null | undefined) => {
    if (!url) return;
    if (rendition === 'PREVIEW') setShown(url);
    // An attachment: the page stays where it is.
    else window.location.assign(url);
  };
  const open = async (rendition: EvidenceRendition) => {
    const outcome = await run({ input: { id, rendition } });
    if (outcome.ok) opened(rendition, outcome.payload.url);
    else if (outcome.failure.fields.purpose) setAsking(rendition);
    else void notify(failureText(outcome.failure));
  };
  return (
    <>
      {mediaType?.startsWith('image/') ? (
        <Button
          variant="default"
          leftSection={<IconEye size={15} aria-hidden />}
          loading={running}
          onClick={() => void open('PREVIEW')}
        >
          {t('open.PREVIEW')}
        </Button>
      ) : null}
      <Button
        variant="default"
        leftSection={<IconDownload size={15} aria-hidden />}
        loading={running}
        onClick={() => void open('ORIGINAL')}
      >
        {t('open.ORIGINAL')}
      </Button>
      {asking ? (
        <PurposeDialog
          id={id}
          rendition={asking}
          onOpened={(url) => {
            setAsking(null);
            opened(asking, url);
          }}
          onClose={() => setAsking(null)}
        />
      ) : null}
      <Modal
        opened={shown !== null}
        onClose={() => setShown(null)}
        title={title}
        size="auto"
        closeButtonProps={{ 'aria-label': t('open.close') }}
      >
        {shown ? <img src={shown} alt={t('open.alt', { title })} className={classes.preview} /> : null}
        <p className={classes.marked}>{t('open.marked')}</p>
      </Modal>
    </>
  );
}

interface PurposeDialogProps {
  id: string;
  rendition: EvidenceRendition;
  onOpened: (url: string | null | undefined) => void;
  onClose: () => void;
}

function PurposeDialog({ id, rendition, onOpened, onClose }: PurposeDialogProps) {
  const { t } = useTranslation('evidence');
  const command = useCommandForm({
    document: OpenEvidence,
    initialValues: { purpose: '' },
    variables: ({ purpose }) => ({ input: { id, rendition, purpose: purpose.trim() } }),
    validate: ({ purpose }) => (purpose.trim() ? {} : { purpose: t('open.purposeNeeded') }),
    onDone: ({ url }) => onOpened(url),
  });
  return (
    <CommandDialog title={t(`open.${rendition}`)} submitLabel={t('open.submit')} command={command} onClose={onClose}>
      <Textarea
        label={t('fields.purpose')}
        description={t('open.purposeHint')}
        required
        autosize
        minRows={2}
        maxLength={2000}
        {...command.form.getInputProps('purpose')}
      />
    </CommandDialog>
  );
}
