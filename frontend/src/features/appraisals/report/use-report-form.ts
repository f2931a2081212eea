import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { CorrectAppraisalInput, ReportAppraisalInput, ReportBuilderFragment } from '@/gql/graphql';
import { useIdempotencyKey } from '@/lib/draft';
import { type CommandForm, useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { type ReportValues, reportFaults, reportInput, reportValues } from './report-form';

const ReportAppraisal = graphql(`
  mutation ReportAppraisal($input: ReportAppraisalInput!) {
    reportAppraisal(input: $input) {
      appraisal {
        ...AppraisalPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const CorrectAppraisal = graphql(`
  mutation CorrectAppraisal($input: CorrectAppraisalInput!) {
    correctAppraisal(input: $input) {
      appraisal {
        ...AppraisalPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface ReportFormOptions {
  appraisal: ReportBuilderFragment;
  /** Whether there is a report already, of which this will be another version. */
  corrects: boolean;
  /** Of who signs. */
  name: string;
  onDone: () => void;
  onStale: () => void;
}

/** A report, or a correction of one. What the server says of a field of the report stands at that field. */
export function useReportForm(options: ReportFormOptions): CommandForm<ReportValues> {
  const { appraisal, corrects, name, onDone, onStale } = options;
  const { t } = useTranslation('appraisals');
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const target = () => ({
    idempotencyKey: idempotencyKey.current,
    id: appraisal.id,
    expectedVersion: appraisal.version,
  });
  const validate = (values: ReportValues) =>
    Object.fromEntries(
      Object.entries(reportFaults(values, corrects)).map(([field, fault]) => [field, t(`faults.${fault}`)]),
    );
  const shared = {
    initialValues: reportValues(appraisal.referenceFeatures, corrects ? (appraisal.report ?? null) : null, name),
    validate,
    onStale,
    onDone: () => {
      renewKey();
      void notify(t(corrects ? 'done.CORRECT' : 'done.REPORT'));
      onDone();
    },
  };
  const report = useCommandForm({
    ...shared,
    document: ReportAppraisal,
    variables: (values): { input: ReportAppraisalInput } => ({ input: { ...target(), report: reportInput(values) } }),
    onFailure: ({ code, fields }) => {
      if (code !== null) renewKey();
      report.form.setErrors(ofTheReport(fields));
    },
    draft: corrects ? undefined : `report-${appraisal.id}`,
  });
  const correction = useCommandForm({
    ...shared,
    document: CorrectAppraisal,
    variables: (values): { input: CorrectAppraisalInput } => ({
      input: { ...target(), report: reportInput(values), reason: values.correction.trim() },
    }),
    onFailure: ({ code, fields }) => {
      if (code !== null) renewKey();
      correction.form.setErrors(ofTheReport(fields));
    },
    draft: corrects ? `correct-${appraisal.id}-${appraisal.report?.version}` : undefined,
  });
  return corrects ? correction : report;
}

/** The graph names `report.reasons` what is `reasons` here. */
function ofTheReport(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, text]) => [
      field === 'reason' ? 'correction' : field.replace(/^report\./, ''),
      text,
    ]),
  );
}
