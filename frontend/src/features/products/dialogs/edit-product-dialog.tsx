import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { ProductDialogProps } from '../product-dialogs';
import { ProductFields, useProductFaults } from '../product-fields';
import { productInput, valuesOfProduct } from '../product-form';

graphql(`
  fragment ProductForm on ProductModel {
    id
    holder {
      id
    }
    brand {
      id
    }
    modelNumber
    name
    gtin
    description
    genuinePrice {
      price {
        amount
        currency
      }
      basis
      source
      foundOn
    }
    packaging
    routes
    sellers
    minimumQuantity
  }
`);

const UpdateProduct = graphql(`
  mutation UpdateProduct($input: UpdateProductInput!) {
    updateProduct(input: $input) {
      product {
        ...ProductPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** All of a sheet is sent as it stands here; its brand stays. */
export default function EditProductDialog({ product, onClose, onStale }: ProductDialogProps) {
  const { t } = useTranslation(['products', 'common']);
  const command = useCommandForm({
    document: UpdateProduct,
    initialValues: valuesOfProduct(product),
    draft: `update-product-${product.id}`,
    variables: (values) => ({
      input: { id: product.id, expectedVersion: product.version, product: productInput(values) },
    }),
    validate: useProductFaults(),
    onDone: ({ product: saved }) => {
      void notify(t('saved', { name: saved?.name ?? product.name }));
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog
      title={t('editTitle', { name: product.name })}
      submitLabel={t('common:save')}
      size="xl"
      command={command}
      onClose={onClose}
    >
      <ProductFields form={command.form} />
    </CommandDialog>
  );
}
