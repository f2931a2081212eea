import type { AppraisalDialogProps } from '../appraisal-dialogs';
import { OrderAppraisalDialog } from './order-appraisal-dialog';

/** The same questions to somebody else, of no lower rank, who does not know what was found. */
export default function ReinspectDialog({ appraisal, onClose }: AppraisalDialogProps) {
  return (
    <OrderAppraisalDialog
      sampleId={appraisal.sample.id}
      label={appraisal.sample.label}
      follows={appraisal}
      quality={false}
      onClose={onClose}
    />
  );
}
