import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { PictureSide, ProductFeaturesFragment } from '@/gql/graphql';
import { failureText } from '@/lib/command';
import { useIdempotencyKey } from '@/lib/draft';
import { useCommand } from '@/lib/use-command';
import { useViewer } from '@/lib/viewer';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { FeatureFields } from '../features/feature-fields';
import { emptyFeature, featureInput } from '../features/feature-form';
import { useFeatureFaults } from '../features/use-feature-faults';
import { AddProductPicture } from '../pictures/add-product-picture';
import { type ChosenPicture, PictureSlot } from '../pictures/chosen-picture';
import { SIDES } from '../product-words';

const AddFakeFeature = graphql(`
  mutation AddFakeFeature($input: AddFakeFeatureInput!) {
    addFakeFeature(input: $input) {
      feature {
        ...FakeFeature
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

type Chosen = { [Side in PictureSide]: ChosenPicture | null };
const NOTHING: Chosen = { GENUINE: null, FAKE: null };

interface AddFeatureDialogProps {
  product: ProductFeaturesFragment;
  onClose: () => void;
  onStale: () => void;
}

/** Both sides are written beside each other, each with its picture; the pictures follow once the feature is there. */
export default function AddFeatureDialog({ product, onClose, onStale }: AddFeatureDialogProps) {
  const { t } = useTranslation('products');
  const own = useViewer().organization.id === product.holder.id;
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const [chosen, setChosen] = useState(NOTHING);
  const { addPictures, adding } = useAddPictures();
  const command = useCommandForm({
    document: AddFakeFeature,
    initialValues: emptyFeature(own),
    draft: `add-feature-${product.id}`,
    undrafted: ['readerIds'],
    variables: (values) => ({
      input: { idempotencyKey: idempotencyKey.current, productId: product.id, feature: featureInput(values) },
    }),
    validate: useFeatureFaults(),
    onDone: async ({ feature }) => {
      renewKey();
      const failure = feature ? await addPictures(feature, chosen) : null;
      void notify(failure ? t('features.addedWithout', { why: failure }) : t('features.added'));
      onClose();
      onStale();
    },
    // A corrected form is another request; only an unanswered one may be sent again under the same key.
    onFailure: ({ code }) => code !== null && renewKey(),
    onStale,
  });
  const slot = (side: PictureSide) => (
    <PictureSlot
      side={side}
      chosen={chosen[side]}
      onChange={(picture) => setChosen((now) => ({ ...now, [side]: picture }))}
    />
  );
  const underWay = SIDES.some((side) => chosen[side]?.uploadId === null);
  return (
    <CommandDialog
      title={t('features.add')}
      submitLabel={t('features.submit')}
      size="xl"
      command={{ ...command, running: command.running || adding }}
      onClose={onClose}
      disabled={underWay}
    >
      <FeatureFields form={command.form} own={own} pictures={{ genuine: slot('GENUINE'), fake: slot('FAKE') }} />
    </CommandDialog>
  );
}

/** Adds the pictures one after the other, because each moves the version that the next has to name. */
function useAddPictures() {
  const { run } = useCommand(AddProductPicture);
  const [adding, setAdding] = useState(false);
  const addPictures = async ({ id, version }: { id: string; version: number }, chosen: Chosen) => {
    setAdding(true);
    let expectedVersion = version;
    for (const side of SIDES) {
      const uploadId = chosen[side]?.uploadId;
      if (!uploadId) continue;
      const outcome = await run({ input: { of: { featureId: id }, expectedVersion, side, uploadId } });
      if (!outcome.ok) {
        setAdding(false);
        return failureText(outcome.failure);
      }
      const { product } = outcome.payload;
      expectedVersion = product?.features.find((each) => each.id === id)?.version ?? expectedVersion + 1;
    }
    setAdding(false);
    return null;
  };
  return { addPictures, adding };
}
