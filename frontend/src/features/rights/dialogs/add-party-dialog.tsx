import { Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { AuthorizedPartyKind } from '@/gql/graphql';
import { useIdempotencyKey } from '@/lib/draft';
import { useLocalName } from '@/lib/local-name';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { today } from '../validity';
import type { BrandDialogProps } from './retire-brand-dialog';

const AddAuthorizedParty = graphql(`
  mutation AddAuthorizedParty($input: AddAuthorizedPartyInput!) {
    addAuthorizedParty(input: $input) {
      authorizedParty {
        ...AuthorizedParty
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export default function AddPartyDialog({ brand, onClose, onChanged }: BrandDialogProps) {
  const { t } = useTranslation(['rights', 'enums']);
  const localName = useLocalName();
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: AddAuthorizedParty,
    initialValues: {
      kind: 'SELLER' as AuthorizedPartyKind,
      name: '',
      platform: '',
      shopId: '',
      territory: '',
      validFrom: today(),
      validTo: '',
    },
    variables: ({ kind, name, platform, shopId, territory, validFrom, validTo }) => ({
      input: {
        idempotencyKey: idempotencyKey.current,
        brandId: brand.id,
        kind,
        name: name.trim(),
        platform: platform.trim() || undefined,
        shopId: shopId.trim() || undefined,
        territory: territory.trim() || undefined,
        validFrom,
        validTo: validTo || undefined,
      },
    }),
    validate: ({ name, validFrom, validTo }) => ({
      ...(name.trim() ? {} : { name: t('form.nameNeeded') }),
      ...(validFrom ? {} : { validFrom: t('form.dayNeeded') }),
      ...(validTo && validTo < validFrom ? { validTo: t('form.endsBeforeStart') } : {}),
    }),
    onDone: ({ authorizedParty }) => {
      renewKey();
      void notify(t('parties.added', { name: authorizedParty?.name ?? '' }));
      onClose();
      onChanged();
    },
    // A corrected form is another request; only an unanswered one may be sent again under the same key.
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  const { form } = command;
  return (
    <CommandDialog
      title={`${t('brandActions.ADD_AUTHORIZED_PARTY')}: ${localName(brand)}`}
      submitLabel={t('parties.add')}
      command={command}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        {t('parties.hint')}
      </Text>
      <Select
        label={t('fields.partyKind')}
        allowDeselect={false}
        data={Object.values(AuthorizedPartyKind).map((value) => ({
          value,
          label: t(`enums:authorizedPartyKind.${value}`),
        }))}
        {...form.getInputProps('kind')}
      />
      <TextInput label={t('fields.name')} required maxLength={200} {...form.getInputProps('name')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          label={t('fields.platform')}
          placeholder="taobao"
          maxLength={40}
          {...form.getInputProps('platform')}
        />
        <TextInput label={t('fields.shopId')} maxLength={100} {...form.getInputProps('shopId')} />
        <TextInput label={t('fields.validFrom')} type="date" required {...form.getInputProps('validFrom')} />
        <TextInput label={t('fields.validTo')} type="date" {...form.getInputProps('validTo')} />
      </SimpleGrid>
      <TextInput label={t('fields.territory')} maxLength={100} {...form.getInputProps('territory')} />
    </CommandDialog>
  );
}
