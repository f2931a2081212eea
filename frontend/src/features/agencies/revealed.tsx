import { Anchor, Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { ContactPurpose } from '@/gql/graphql';
import classes from './agencies.module.css';

export interface PurposeValues extends Record<string, unknown> {
  purpose: ContactPurpose | null;
}

/** For what contact data are looked at: asked each time, and logged. */
export function PurposeField({ form }: { form: UseFormReturnType<PurposeValues> }) {
  const { t } = useTranslation('agencies');
  return (
    <>
      <Text size="sm">{t('reveal.text')}</Text>
      <Select
        label={t('reveal.purpose')}
        required
        data={Object.values(ContactPurpose).map((value) => ({ value, label: t(`purposes.${value}`) }))}
        {...form.getInputProps('purpose')}
      />
    </>
  );
}

interface RevealedProps {
  title: string;
  purpose: ContactPurpose | null;
  name?: string;
  email?: string | null;
  phone?: string | null;
  onClose: () => void;
}

/** What is shown lives in this dialog only and goes with it. */
export function Revealed({ title, purpose, name, email, phone, onClose }: RevealedProps) {
  const { t } = useTranslation(['agencies', 'common']);
  const phoneWide = useMediaQuery('(max-width: 48em)');
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      fullScreen={phoneWide}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="sm">
        {purpose ? (
          <Text size="sm" c="dimmed">
            {t('reveal.shown', { purpose: t(`purposes.${purpose}`) })}
          </Text>
        ) : null}
        <dl className={classes.clear}>
          {name ? (
            <>
              <dt>{t('fields.name')}</dt>
              <dd>{name}</dd>
            </>
          ) : null}
          {phone ? (
            <>
              <dt>{t('fields.phone')}</dt>
              <dd>
                <Anchor size="sm" href={`tel:${phone.replaceAll(' ', '')}`}>
                  {phone}
                </Anchor>
              </dd>
            </>
          ) : null}
          {email ? (
            <>
              <dt>{t('fields.email')}</dt>
              <dd>
                <Anchor size="sm" href={`mailto:${email}`}>
                  {email}
                </Anchor>
              </dd>
            </>
          ) : null}
        </dl>
        <Group justify="flex-end">
          <Button size="sm" onClick={onClose}>
            {t('reveal.close')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
