import { OrderAppraisalDialog } from '@/features/appraisals/dialogs/order-appraisal-dialog';
import type { SampleDialogProps } from '../sample-dialogs';

/** Of this sample; for quality where it was drawn for that. */
export default function OrderSampleAppraisalDialog({ sample, onClose }: SampleDialogProps) {
  return (
    <OrderAppraisalDialog sampleId={sample.id} label={sample.label} quality={sample.qualityDue} onClose={onClose} />
  );
}
