import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { BrandCardFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';

const RetireBrand = graphql(`
  mutation RetireBrand($input: BrandTransitionInput!) {
    retireBrand(input: $input) {
      brand {
        ...BrandCard
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export interface BrandDialogProps {
  brand: BrandCardFragment;
  onClose: () => void;
  /** Reads the brand again: after a change, or when somebody else was faster. */
  onChanged: () => void;
}

export default function RetireBrandDialog({ brand, onClose, onChanged }: BrandDialogProps) {
  const { t } = useTranslation('rights');
  const { labelled } = useFormats();
  const name = useLocalName()(brand);
  return (
    <StepDialog
      document={RetireBrand}
      target={brand}
      title={labelled(t('brandActions.RETIRE'), name)}
      submitLabel={t('brandActions.RETIRE')}
      text={t('brands.retireText', { name })}
      reason="none"
      danger
      onDone={() => {
        void notify(t('brands.retired', { name }));
        onClose();
        onChanged();
      }}
      onClose={onClose}
      onStale={onChanged}
    />
  );
}
