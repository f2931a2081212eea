import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { useIdempotencyKey } from '@/lib/draft';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { readNiceClasses } from '../nice-classes';

const CreateBrand = graphql(`
  mutation CreateBrand($input: CreateBrandInput!) {
    createBrand(input: $input) {
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

interface CreateBrandDialogProps {
  organization: { id: string };
  onClose: () => void;
  onChanged: () => void;
}

export default function CreateBrandDialog({ organization, onClose, onChanged }: CreateBrandDialogProps) {
  const { t } = useTranslation('rights');
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: CreateBrand,
    initialValues: { name: '', nameZh: '', niceClasses: '' },
    draft: `create-brand-${organization.id}`,
    variables: ({ name, nameZh, niceClasses }) => ({
      input: {
        idempotencyKey: idempotencyKey.current,
        organizationId: organization.id,
        name: name.trim(),
        nameZh: nameZh.trim() || undefined,
        niceClasses: readNiceClasses(niceClasses) ?? [],
      },
    }),
    validate: ({ name, niceClasses }) => ({
      ...(name.trim() ? {} : { name: t('form.nameNeeded') }),
      ...(readNiceClasses(niceClasses) ? {} : { niceClasses: t('form.classesWrong') }),
    }),
    onDone: ({ brand }) => {
      renewKey();
      void notify(t('brands.created', { name: brand?.name ?? '' }));
      onClose();
      onChanged();
    },
    // A corrected form is another request; only an unanswered one may be sent again under the same key.
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  const { form } = command;
  return (
    <CommandDialog title={t('brands.create')} submitLabel={t('brands.create')} command={command} onClose={onClose}>
      <TextInput label={t('fields.name')} required maxLength={200} {...form.getInputProps('name')} />
      <TextInput label={t('fields.nameZh')} maxLength={200} {...form.getInputProps('nameZh')} />
      <TextInput
        label={t('fields.niceClasses')}
        description={t('form.classesHint')}
        placeholder="9, 18, 25"
        {...form.getInputProps('niceClasses')}
      />
    </CommandDialog>
  );
}
