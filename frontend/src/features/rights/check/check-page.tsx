import { Button, Group, Radio, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '@/ui/failure-note';
import { PageHeader } from '@/ui/page-header';
import { RemoteSelect } from '@/ui/remote-select';
import { useBrandDirectory } from '../brand-directory';
import { Answers } from './answers';
import { type CheckValues, checkFaults, type Known, NOTHING } from './check-form';
import classes from './check-page.module.css';
import { useCheck } from './use-check';

const WAYS: readonly Known[] = ['shop', 'certificate'];

/** Asks of one shop or one certificate whether a brand has authorised it, without seeing whom else it has. */
export function CheckAuthorizationPage() {
  const { t } = useTranslation('rights');
  const brands = useBrandDirectory();
  const { answers, asking, failure, ask } = useCheck();
  const form = useForm<CheckValues>({
    initialValues: NOTHING,
    validate: (values) =>
      Object.fromEntries(Object.entries(checkFaults(values)).map(([field, text]) => [field, t(text)])),
  });
  const submit = form.onSubmit((values) => {
    const label = brands.options.find(({ value }) => value === values.brandId)?.label ?? '';
    void ask(values, label);
  });
  return (
    <>
      <PageHeader title={t('check.title')} />
      <div className={classes.page}>
        <form onSubmit={submit} noValidate className={classes.form} aria-label={t('check.title')}>
          <Stack gap="sm">
            <Text size="sm" c="dimmed">
              {t('check.text')}
            </Text>
            <FailureNote message={failure} />
            <RemoteSelect label={t('check.brand')} required {...brands} {...form.getInputProps('brandId')} />
            <Radio.Group label={t('check.knownBy')} {...form.getInputProps('by')}>
              <Group gap="lg" mt={6}>
                {WAYS.map((way) => (
                  <Radio key={way} value={way} label={t(`check.by.${way}`)} />
                ))}
              </Group>
            </Radio.Group>
            {form.values.by === 'shop' ? (
              <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
                <TextInput
                  label={t('check.platform')}
                  placeholder="taobao"
                  required
                  maxLength={40}
                  {...form.getInputProps('platform')}
                />
                <TextInput label={t('check.shopId')} required maxLength={100} {...form.getInputProps('shopId')} />
              </SimpleGrid>
            ) : (
              <TextInput
                label={t('check.number')}
                description={t('check.numberHint')}
                required
                maxLength={100}
                {...form.getInputProps('number')}
              />
            )}
            <Group>
              <Button type="submit" size="sm" loading={asking}>
                {t('check.submit')}
              </Button>
            </Group>
          </Stack>
        </form>
        <Answers answers={answers} />
      </div>
    </>
  );
}
