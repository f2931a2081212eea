import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { useIdempotencyKey } from '@/lib/draft';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import type { ActionDialogProps } from '../action-dialogs';
import { EMPTY_SITE, SiteFields, siteInput } from '../site-fields';

const AddActionSite = graphql(`
  mutation AddActionSite($input: AddActionSiteInput!) {
    addActionSite(input: $input) {
      action {
        ...OfflineActionPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export default function AddSiteDialog({ action, onClose, onStale }: ActionDialogProps) {
  const { t } = useTranslation('actions');
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: AddActionSite,
    initialValues: EMPTY_SITE,
    draft: `add-site-${action.id}`,
    variables: (values) => ({
      input: {
        idempotencyKey: idempotencyKey.current,
        actionId: action.id,
        expectedVersion: action.version,
        site: siteInput(values),
      },
    }),
    validate: ({ address }) => (address.trim() ? {} : { address: t('form.addressNeeded') }),
    onDone: () => {
      renewKey();
      onClose();
    },
    onFailure: ({ code }) => code !== null && renewKey(),
    onStale,
  });
  return (
    <CommandDialog title={t('addSite')} submitLabel={t('form.add')} command={command} onClose={onClose} size="lg">
      <SiteFields form={command.form} />
    </CommandDialog>
  );
}
