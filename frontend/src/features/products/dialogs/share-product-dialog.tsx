import { Alert, MultiSelect, Radio, Stack } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useOrganizationDirectory } from '@/features/members/directory';
import { graphql } from '@/gql';
import { useCountries } from '@/lib/countries';
import { useIdempotencyKey } from '@/lib/draft';
import { useFormats } from '@/lib/format';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { RemoteSelect } from '@/ui/remote-select';
import type { ProductDialogProps } from '../product-dialogs';

const GrantProduct = graphql(`
  mutation GrantProduct($input: GrantProductInput!) {
    grantProduct(input: $input) {
      ...ProductChange
    }
  }
`);

interface ShareValues extends Record<string, unknown> {
  to: 'organization' | 'enforcers';
  organizationId: string | null;
  countries: string[];
}

const NOBODY: ShareValues = { to: 'organization', organizationId: null, countries: [] };

/** Opens the sheet to an organisation by name, or to enforcers of some countries or of all. */
export default function ShareProductDialog({ product, onClose, onStale }: ProductDialogProps) {
  const { t } = useTranslation('products');
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const directory = useOrganizationDirectory(['LE_AGENCY', 'LAB', 'SECRETARIAT']);
  const countries = useCountries();
  const command = useCommandForm({
    document: GrantProduct,
    initialValues: NOBODY,
    variables: ({ to, organizationId, countries: chosen }) => ({
      input: {
        idempotencyKey: idempotencyKey.current,
        productId: product.id,
        to: to === 'organization' ? { organizationId: organizationId ?? '' } : { enforcers: { countries: chosen } },
      },
    }),
    validate: ({ to, organizationId }) =>
      to === 'organization' && !organizationId ? { organizationId: t('form.organizationNeeded') } : {},
    onDone: () => {
      renewKey();
      void notify(t('grants.given'));
      onClose();
    },
    // A corrected form is another request; only an unanswered one may be sent again under the same key.
    onFailure: ({ code }) => code !== null && renewKey(),
    onStale,
  });
  const { form } = command;
  const byName = form.values.to === 'organization';
  const name = directory.options.find(({ value }) => value === form.values.organizationId)?.label;
  return (
    <CommandDialog
      title={t('grants.shareTitle', { name: product.name })}
      submitLabel={t('grants.share')}
      command={command}
      onClose={onClose}
    >
      <Radio.Group label={t('grants.to')} {...form.getInputProps('to')}>
        <Stack gap={8} mt={6}>
          <Radio value="organization" label={t('grants.toOrganization')} />
          <Radio value="enforcers" label={t('grants.toEnforcers')} description={t('grants.toEnforcersHint')} />
        </Stack>
      </Radio.Group>
      {byName ? (
        <RemoteSelect
          label={t('fields.organization')}
          description={t('grants.organizationHint')}
          required
          {...directory}
          {...form.getInputProps('organizationId')}
        />
      ) : (
        <MultiSelect
          label={t('fields.countries')}
          description={t('grants.countriesHint')}
          searchable
          clearable
          hidePickedOptions
          maxValues={60}
          data={countries}
          {...form.getInputProps('countries')}
        />
      )}
      <Audience product={product} name={byName ? (name ?? null) : undefined} countries={form.values.countries} />
    </CommandDialog>
  );
}

interface AudienceProps {
  product: ProductDialogProps['product'];
  /** Of the organisation; null as long as none is chosen, undefined for enforcers. */
  name: string | null | undefined;
  countries: readonly string[];
}

/** Who will see what, before it happens. */
function Audience({ product, name, countries }: AudienceProps) {
  const { t } = useTranslation('products');
  const { country, list } = useFormats();
  if (name === null) return null;
  const who =
    name ??
    (countries.length > 0
      ? t('grants.enforcersOf', { countries: list(countries.map(country)) })
      : t('grants.everyEnforcer'));
  return (
    <Alert variant="light" p="xs" icon={<IconUsers size={16} aria-hidden />} role="status">
      {t(product.state === 'PUBLISHED' ? 'grants.willRead' : 'grants.willReadLater', { who })} {t('grants.red')}
    </Alert>
  );
}
