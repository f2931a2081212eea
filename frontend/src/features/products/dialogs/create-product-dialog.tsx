import { Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useBrandsOf } from '@/features/rights/brand-directory';
import { HolderSelect } from '@/features/rights/ip-rights/holder-select';
import { coveredBrands, useActsForOthers, useKeepingPowers } from '@/features/rights/ip-rights/principals';
import { graphql } from '@/gql';
import { useIdempotencyKey } from '@/lib/draft';
import { useViewer } from '@/lib/viewer';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { ProductFields, useProductFaults } from '../product-fields';
import { emptyProduct, type ProductValues, productInput } from '../product-form';

const CreateProduct = graphql(`
  mutation CreateProduct($input: CreateProductInput!) {
    createProduct(input: $input) {
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

/** Begins a sheet; its features and pictures are added on its page. */
export default function CreateProductDialog({ brand, onClose }: { brand?: string; onClose: () => void }) {
  const { t } = useTranslation('products');
  const navigate = useNavigate();
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const initialValues: ProductValues = { ...emptyProduct(), brandId: brand ?? null };
  const command = useCommandForm({
    document: CreateProduct,
    initialValues,
    draft: 'create-product',
    undrafted: ['holderId', 'brandId'],
    variables: (values) => ({
      input: {
        idempotencyKey: idempotencyKey.current,
        brandId: values.brandId ?? '',
        product: productInput(values),
      },
    }),
    validate: useProductFaults(),
    onDone: ({ product }) => {
      renewKey();
      void notify(t('created', { name: product?.name ?? '' }));
      if (product) void navigate({ to: '/products/$id', params: { id: product.id }, search: {} });
      else onClose();
    },
    // A corrected form is another request; only an unanswered one may be sent again under the same key.
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  return (
    <CommandDialog title={t('new')} submitLabel={t('create')} size="xl" command={command} onClose={onClose}>
      <WhoseFields form={command.form} />
      <ProductFields form={command.form} />
    </CommandDialog>
  );
}

/** Of which brand it is; an agent says first of whose. */
function WhoseFields({ form }: { form: UseFormReturnType<ProductValues> }) {
  const { t } = useTranslation(['products', 'common']);
  const own = useViewer().organization.id;
  const forOthers = useActsForOthers();
  const { powers } = useKeepingPowers();
  const { holderId } = form.values;
  const holder = forOthers ? holderId : own;
  const covered = powers && holder ? coveredBrands(powers, holder) : null;
  const brands = useBrandsOf(holder).filter(({ value }) => covered?.has(value) ?? true);
  return (
    <>
      {forOthers ? (
        <HolderSelect
          value={holderId}
          error={form.errors.holderId}
          onChange={(id) => form.setValues({ holderId: id, brandId: null })}
        />
      ) : null}
      <Select
        label={t('fields.brand')}
        required
        searchable
        allowDeselect={false}
        disabled={holder === null}
        nothingFoundMessage={t('common:nothingFound')}
        data={brands}
        {...form.getInputProps('brandId')}
      />
    </>
  );
}
