import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { useFormats } from '@/lib/format';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';
import type { FeatureDialogProps } from '../features/feature-card';

const RetireFakeFeature = graphql(`
  mutation RetireFakeFeature($input: ProductTransitionInput!) {
    retireFakeFeature(input: $input) {
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

export default function RetireFeatureDialog({ feature, onClose, onStale }: FeatureDialogProps) {
  const { t } = useTranslation('products');
  const { labelled } = useFormats();
  return (
    <StepDialog
      document={RetireFakeFeature}
      target={feature}
      title={labelled(t('features.acts.retire'), feature.feature)}
      submitLabel={t('features.acts.retire')}
      text={t('features.retireText')}
      reason="none"
      danger
      onDone={() => {
        void notify(t('features.retired'));
        onClose();
      }}
      onClose={onClose}
      onStale={onStale}
    />
  );
}
