import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';
import type { BreakGlassDialogProps } from '../break-glass-dialogs';

const WithdrawBreakGlass = graphql(`
  mutation WithdrawBreakGlass($input: EndBreakGlassInput!) {
    withdrawBreakGlass(input: $input) {
      request {
        ...BreakGlassDetail
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const EndBreakGlass = graphql(`
  mutation EndBreakGlass($input: EndBreakGlassInput!) {
    endBreakGlass(input: $input) {
      request {
        ...BreakGlassDetail
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface EndDialogProps extends BreakGlassDialogProps {
  step: 'WITHDRAW' | 'END';
}

/** Takes a request back, or ends what it has opened. */
export default function EndDialog({ request, step, onClose, onStale }: EndDialogProps) {
  const { t } = useTranslation('breakGlass');
  const shared = {
    target: request,
    title: t(`titles.${step}`),
    submitLabel: t(`actions.${step}`),
    text: t(`consequences.${step}`, { person: request.person.name }),
    reason: 'none' as const,
    danger: true,
    onDone: () => {
      void notify(t(`done.${step}`));
      onClose();
    },
    onClose,
    onStale,
  };
  return step === 'WITHDRAW' ? (
    <StepDialog document={WithdrawBreakGlass} {...shared} />
  ) : (
    <StepDialog document={EndBreakGlass} {...shared} />
  );
}
