import { Button, Checkbox, CopyButton, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/lib/format';
import classes from './partners.module.css';

interface SecretOnceProps {
  title: string;
  text: string;
  /** What is shown, by its name; each can be copied. */
  values: readonly { label: string; value: string }[];
  /** A line to try it with. */
  command?: string;
  onDone: () => void;
}

/** A secret that is shown this once; closes by its own button alone: whoever leaves before has lost it. */
export function SecretOnce({ title, text, values, command, onDone }: SecretOnceProps) {
  const { t } = useTranslation('partners');
  const [kept, setKept] = useState(false);
  return (
    <Modal
      opened
      onClose={() => {}}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={title}
      size="lg"
    >
      <Stack gap="sm">
        <Text size="sm">{text}</Text>
        {values.map(({ label, value }) => (
          <Group key={label} gap={6} align="flex-end" wrap="nowrap">
            <TextInput
              label={label}
              value={value}
              readOnly
              flex={1}
              classNames={{ input: classes.id }}
              onFocus={({ currentTarget }) => currentTarget.select()}
            />
            <Copy label={label} value={value} />
          </Group>
        ))}
        {command ? (
          <div>
            <Group justify="space-between" mb={6}>
              <Text size="sm" fw={500}>
                {t('secret.try')}
              </Text>
              <Copy label={t('secret.try')} value={command} />
            </Group>
            <code className={classes.code}>{command}</code>
          </div>
        ) : null}
        <Checkbox
          label={t('secret.kept')}
          checked={kept}
          onChange={({ currentTarget }) => setKept(currentTarget.checked)}
        />
        <Group justify="flex-end">
          <Button size="sm" disabled={!kept} onClick={onDone}>
            {t('secret.done')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Copy({ label, value }: { label: string; value: string }) {
  const { t } = useTranslation('partners');
  const { labelled } = useFormats();
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          leftSection={<IconCopy size={15} />}
          aria-label={labelled(t('secret.copy'), label)}
          onClick={copy}
        >
          {t(copied ? 'secret.copied' : 'secret.copy')}
        </Button>
      )}
    </CopyButton>
  );
}
