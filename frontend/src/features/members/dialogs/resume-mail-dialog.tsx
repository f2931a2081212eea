import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useResumeMail } from '@/features/notifications/use-resume-mail';
import type { PersonRowFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';

interface ResumeMailDialogProps {
  person: PersonRowFragment;
  onClose: () => void;
  onChanged: () => void;
}

/** Says why no mails go to somebody, and what to look at before they go again. */
export default function ResumeMailDialog({ person, onClose, onChanged }: ResumeMailDialogProps) {
  const { t } = useTranslation(['members', 'common']);
  const { labelled, dateTime } = useFormats();
  const { name, email, mailSuspendedAt, mailSuspendedWhy } = person;
  const { run, running } = useResumeMail(t('noMail.resumed', { name }));
  const resume = async () => {
    if (!(await run(person.id))) return;
    onClose();
    onChanged();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={labelled(t('noMail.resume'), name)}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="sm">
        {mailSuspendedAt && mailSuspendedWhy ? (
          <Text size="sm">
            {t(`noMail.text.${mailSuspendedWhy}`, { name, email: email ?? '', at: dateTime(mailSuspendedAt) })}
          </Text>
        ) : null}
        <Text size="sm" c="dimmed">
          {t('noMail.resumeText')}
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" size="sm" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button size="sm" loading={running} onClick={() => void resume()} data-autofocus>
            {t('noMail.resume')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
