import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';
import type { ProductDialogProps } from '../product-dialogs';

graphql(`
  fragment ProductChange on ProductPayload {
    product {
      ...ProductPage
    }
    userErrors {
      code
      field
      message
    }
  }
`);

/** One mutation a step; the alias gives them one shape. */
const DOCUMENTS = {
  PUBLISH: graphql(`
    mutation PublishProduct($input: ProductTransitionInput!) {
      change: publishProduct(input: $input) {
        ...ProductChange
      }
    }
  `),
  ARCHIVE: graphql(`
    mutation ArchiveProduct($input: ProductTransitionInput!) {
      change: archiveProduct(input: $input) {
        ...ProductChange
      }
    }
  `),
};

interface ProductStepDialogProps extends ProductDialogProps {
  step: keyof typeof DOCUMENTS;
}

/** Says who reads the sheet from then on, or does not any more. */
export default function ProductStepDialog({ product, step, onClose, onStale }: ProductStepDialogProps) {
  const { t } = useTranslation('products');
  const held = product.grants.filter(({ revokedAt }) => !revokedAt).length;
  const text =
    step === 'PUBLISH' && held === 0 ? t('consequences.PUBLISH_NOBODY') : t(`consequences.${step}`, { count: held });
  return (
    <StepDialog
      document={DOCUMENTS[step]}
      target={product}
      title={t(`stepTitles.${step}`, { name: product.name })}
      submitLabel={t(`steps.${step}`)}
      text={text}
      reason="none"
      danger={step === 'ARCHIVE'}
      onDone={() => {
        void notify(t(`done.${step}`, { name: product.name }));
        onClose();
      }}
      onClose={onClose}
      onStale={onStale}
    />
  );
}
