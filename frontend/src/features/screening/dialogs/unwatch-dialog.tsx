import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { WatchedSellerRowFragment } from '@/gql/graphql';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';

const UnwatchSeller = graphql(`
  mutation UnwatchSeller($input: UnwatchSellerInput!) {
    unwatchSeller(input: $input) {
      watchedSeller {
        ...WatchedSellerRow
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface UnwatchDialogProps {
  seller: WatchedSellerRowFragment;
  onClose: () => void;
  onStale: () => void;
}

/** Takes a shop off the list. */
export default function UnwatchDialog({ seller, onClose, onStale }: UnwatchDialogProps) {
  const { t } = useTranslation('screening');
  const name = seller.name ?? seller.shopId;
  return (
    <StepDialog
      document={UnwatchSeller}
      target={seller}
      title={t('sellers.unwatchTitle')}
      submitLabel={t('sellers.unwatch')}
      text={t('sellers.unwatchText', { name })}
      reason="none"
      onDone={() => {
        void notify(t('sellers.unwatched', { name }));
        onClose();
      }}
      onClose={onClose}
      onStale={onStale}
    />
  );
}
