import { useTranslation } from 'react-i18next';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';
import type { ActionDialogProps } from '../action-dialogs';
import { PLAIN, REASONED, type Transition } from '../transitions';

const SEVERE: Transition[] = ['ABORT', 'CANCEL'];

interface TransitionDialogProps extends ActionDialogProps {
  step: Transition;
}

/** Takes an action one step further; what happens then, and who learns of it, stands above the button. */
export default function TransitionDialog({ action, step, onClose, onStale }: TransitionDialogProps) {
  const { t } = useTranslation('actions');
  const plain = step in PLAIN;
  const document = plain ? PLAIN[step as keyof typeof PLAIN] : REASONED[step as keyof typeof REASONED];
  return (
    <StepDialog
      document={document}
      target={action}
      title={t(`steps.${step}`)}
      submitLabel={t(`steps.${step}`)}
      text={t(`texts.${step}`)}
      reason={plain ? 'none' : 'required'}
      danger={SEVERE.includes(step)}
      onDone={() => {
        void notify(t('done', { step: t(`steps.${step}`) }));
        onClose();
      }}
      onClose={onClose}
      onStale={onStale}
    />
  );
}
