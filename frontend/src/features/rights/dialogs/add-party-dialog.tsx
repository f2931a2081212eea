import { Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { AuthorizedPartyKind } from '@/gql/graphql';
import { today } from '@/lib/day';
import { useIdempotencyKey } from '@/lib/draft';
import { every } from '@/lib/every';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import DayInput from '@/ui/day-input';
import { notify } from '@/ui/notify';
import type { BrandDialogProps } from './retire-brand-dialog';

/** What somebody does for a brand; every one of the contract. */
const KINDS = every<AuthorizedPartyKind>({
  SELLER: true,
  DISTRIBUTOR: true,
  OEM: true,
  ODM: true,
  LICENSEE: true,
});

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
  const { labelled } = useFormats();
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
    draft: `add-party-${brand.id}`,
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
      title={labelled(t('brandActions.ADD_AUTHORIZED_PARTY'), localName(brand))}
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
        data={KINDS.map((value) => ({
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
        <DayInput label={t('fields.validFrom')} required {...form.getInputProps('validFrom')} />
        <DayInput label={t('fields.validTo')} clearable {...form.getInputProps('validTo')} />
      </SimpleGrid>
      <TextInput label={t('fields.territory')} maxLength={100} {...form.getInputProps('territory')} />
    </CommandDialog>
  );
}
