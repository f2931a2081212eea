import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { failureText } from '@/lib/command';
import { useIdempotencyKey } from '@/lib/draft';
import { useCommand } from '@/lib/use-command';
import { notify } from '@/ui/notify';
import { useStudio } from './use-studio';

const TrainScreeningModel = graphql(`
  mutation TrainScreeningModel($input: TrainScreeningModelInput!) {
    trainScreeningModel(input: $input) {
      model {
        ...StudioModel
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Has the next version learnt of the verdicts. It counts for nothing before it is released. */
export function TrainButton({ onTrained }: { onTrained: (id: string) => void }) {
  const { t } = useTranslation('screening');
  const { brandId } = useStudio();
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const { run, running } = useCommand(TrainScreeningModel);
  const train = async () => {
    const outcome = await run({ input: { brandId, idempotencyKey: idempotencyKey.current } });
    if (outcome.ok || outcome.failure.code !== null) renewKey();
    if (!outcome.ok) {
      const tooFew = outcome.failure.code === 'TRANSITION_NOT_ALLOWED';
      return void notify(tooFew ? t('models.tooFew') : failureText(outcome.failure));
    }
    const { model } = outcome.payload;
    if (!model) return;
    void notify(t('models.trained', { name: model.name }));
    onTrained(model.id);
  };
  return (
    <Button variant="default" loading={running} onClick={() => void train()}>
      {t('models.train')}
    </Button>
  );
}
