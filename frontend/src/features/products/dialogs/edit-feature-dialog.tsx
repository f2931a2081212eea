import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { useFormats } from '@/lib/format';
import { useViewer } from '@/lib/viewer';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { FeatureDialogProps } from '../features/feature-card';
import { FeatureFields } from '../features/feature-fields';
import { featureInput, valuesOfFeature } from '../features/feature-form';
import { useFeatureFaults } from '../features/use-feature-faults';

const UpdateFakeFeature = graphql(`
  mutation UpdateFakeFeature($input: UpdateFakeFeatureInput!) {
    updateFakeFeature(input: $input) {
      feature {
        ...FakeFeature
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export default function EditFeatureDialog({ feature, holder, revealed, onClose, onStale }: FeatureDialogProps) {
  const { t } = useTranslation(['products', 'common']);
  const { labelled } = useFormats();
  const own = useViewer().organization.id === holder;
  const command = useCommandForm({
    document: UpdateFakeFeature,
    initialValues: valuesOfFeature(feature, revealed),
    // What is RED is kept by no draft.
    draft: feature.tlp === 'RED' ? undefined : `update-feature-${feature.id}`,
    variables: (values) => ({
      input: { id: feature.id, expectedVersion: feature.version, feature: featureInput(values) },
    }),
    validate: useFeatureFaults(),
    onDone: () => {
      void notify(t('features.saved'));
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog
      title={labelled(t('features.acts.edit'), feature.feature)}
      submitLabel={t('common:save')}
      size="xl"
      command={command}
      onClose={onClose}
    >
      <FeatureFields form={command.form} own={own} before={feature} />
    </CommandDialog>
  );
}
