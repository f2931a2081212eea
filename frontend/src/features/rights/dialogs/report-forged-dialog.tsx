import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { PowerOfAttorneyFragment } from '@/gql/graphql';
import { useLocalName } from '@/lib/local-name';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';

const ReportForgedPowerOfAttorney = graphql(`
  mutation ReportForgedPowerOfAttorney($input: ReportForgedPowerOfAttorneyInput!) {
    reportForgedPowerOfAttorney(input: $input) {
      ...PowerChange
    }
  }
`);

interface ReportForgedDialogProps {
  power: PowerOfAttorneyFragment;
  onClose: () => void;
  onChanged: () => void;
}

/** Says that nobody gave a power of attorney: it is taken back at once, and written down against who handed it in. */
export default function ReportForgedDialog({ power, onClose, onChanged }: ReportForgedDialogProps) {
  const { t } = useTranslation('rights');
  const localName = useLocalName();
  return (
    <StepDialog
      document={ReportForgedPowerOfAttorney}
      target={power}
      title={t('powers.reportForged')}
      submitLabel={t('powers.reportForged')}
      text={t('powers.forgedText', {
        principal: localName(power.principal),
        agent: localName(power.agent),
        name: power.submittedBy.name,
      })}
      reason="required"
      confirmation={t('powers.forgedConfirmation')}
      danger
      onDone={() => {
        void notify(t('powers.forgedDone'));
        onClose();
        onChanged();
      }}
      onClose={onClose}
      onStale={onChanged}
    />
  );
}
