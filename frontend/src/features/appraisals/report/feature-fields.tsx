import { ActionIcon, Button, Group, Select, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FeatureFinding } from '@/gql/graphql';
import classes from '../appraisals.module.css';
import type { ReportValues } from './report-form';

const MOST = 50;

/** Each feature with what it looked like: those that were given, and what the appraiser adds. */
export function FeatureFields({ form }: { form: UseFormReturnType<ReportValues> }) {
  const { t } = useTranslation('appraisals');
  const { features } = form.values;
  const add = () => form.insertListItem('features', { key: crypto.randomUUID(), feature: '', finding: null, note: '' });
  return (
    <fieldset className={classes.fields}>
      <Text component="legend" size="sm" fw={500} px={4}>
        {t('report.parts.features')}
      </Text>
      {features.map((row, index) => (
        <div key={row.key} className={classes.feature}>
          <TextInput
            label={t('report.feature', { number: index + 1 })}
            maxLength={500}
            {...form.getInputProps(`features.${index}.feature`)}
          />
          <Select
            label={t('report.finding', { number: index + 1 })}
            data={Object.values(FeatureFinding).map((value) => ({ value, label: t(`findings.${value}`) }))}
            {...form.getInputProps(`features.${index}.finding`)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            mb={2}
            aria-label={t('report.removeFeature', { number: index + 1 })}
            onClick={() => form.removeListItem('features', index)}
          >
            <IconX size={15} />
          </ActionIcon>
          <TextInput
            aria-label={t('report.featureNote', { number: index + 1 })}
            placeholder={t('report.notePlaceholder')}
            maxLength={1000}
            {...form.getInputProps(`features.${index}.note`)}
          />
        </div>
      ))}
      {form.errors.features ? (
        <Text size="xs" c="red" role="alert">
          {form.errors.features}
        </Text>
      ) : null}
      <Group>
        <Button
          variant="default"
          leftSection={<IconPlus size={15} aria-hidden />}
          disabled={features.length >= MOST}
          onClick={add}
        >
          {t('report.addFeature')}
        </Button>
      </Group>
    </fieldset>
  );
}
