import { Button, Group, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { getRouteApi, Link, Navigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { AppraisalConclusion, type ReportBuilderFragment } from '@/gql/graphql';
import { hasErrorCode } from '@/lib/errors';
import { useViewer } from '@/lib/viewer';
import { FailureNote } from '@/ui/failure-note';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { RouteMissing } from '@/ui/route-missing';
import { TwoColumns } from '@/ui/two-columns';
import { AppraisalFacts } from '../appraisal-facts';
import { AppraisalNotices } from '../appraisal-notices';
import { AppraisalSkeleton, AppraisalTrail, Task } from '../appraisal-page';
import classes from '../appraisals.module.css';
import { FeatureFields } from './feature-fields';
import { PhotoFields } from './photo-fields';
import { useReportForm } from './use-report-form';

const ReportBuilderQuery = graphql(`
  query ReportBuilder($id: ID!) {
    appraisal(id: $id) {
      ...ReportBuilder
    }
  }
  fragment ReportBuilder on Appraisal {
    id
    reference
    version
    blind
    questions
    referenceFeatures
    allowedActions
    sample {
      id
      label
    }
    report {
      version
      method
      process
      features {
        feature
        finding
        note
      }
      conclusion
      reasons
      signedName
      seal
    }
    ...AppraisalFacts
    ...AppraisalNotices
  }
`);

const route = getRouteApi('/_app/appraisals/$id/report');

export function ReportPage() {
  const { id } = route.useParams();
  const [{ data, error }, reload] = useQuery({
    query: ReportBuilderQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const sent = useRef(false);
  const appraisal = data?.appraisal;
  if (!appraisal) {
    const missing = hasErrorCode(error, 'NOT_FOUND') || hasErrorCode(error, 'INVALID_ID');
    if (data?.appraisal === null || missing) return <RouteMissing />;
    if (error) return <QueryFailure error={error} retry={reload} />;
    return <AppraisalSkeleton />;
  }
  const corrects = appraisal.allowedActions.includes('CORRECT');
  // What is reported or not begun is looked at, not written.
  if (sent.current || !(corrects || appraisal.allowedActions.includes('REPORT'))) {
    return <Navigate to="/appraisals/$id" params={{ id }} search={{}} replace />;
  }
  return (
    <Report
      key={id}
      appraisal={appraisal}
      corrects={corrects}
      onSent={() => {
        sent.current = true;
      }}
      onStale={() => reload({ requestPolicy: 'network-only' })}
    />
  );
}

interface ReportProps {
  appraisal: ReportBuilderFragment;
  corrects: boolean;
  onSent: () => void;
  onStale: () => void;
}

/** What was found, written where the sample lies: it is kept in this browser until it is signed. */
function Report({ appraisal, corrects, onSent, onStale }: ReportProps) {
  const { t } = useTranslation('appraisals');
  const navigate = route.useNavigate();
  const viewer = useViewer();
  const command = useReportForm({
    appraisal,
    corrects,
    name: viewer.person.name,
    onStale,
    onDone: () => {
      onSent();
      void navigate({ to: '/appraisals/$id', params: { id: appraisal.id }, search: {} });
    },
  });
  const { form } = command;
  return (
    <>
      <PageHeader
        eyebrow={<AppraisalTrail reference={appraisal.reference} />}
        title={t(corrects ? 'steps.CORRECT' : 'report.write')}
        meta={appraisal.sample.label}
      />
      <TwoColumns side={<AppraisalFacts appraisal={appraisal} />}>
        <AppraisalNotices appraisal={appraisal} />
        <Task appraisal={appraisal} />
        <form onSubmit={command.submit} noValidate className={classes.form} aria-label={t('report.write')}>
          {corrects ? (
            <Textarea
              label={t('report.correction')}
              description={t('report.correctionHint')}
              required
              autosize
              minRows={2}
              maxLength={2000}
              {...form.getInputProps('correction')}
            />
          ) : null}
          <Textarea
            label={t('report.parts.process')}
            description={t('report.processHint')}
            required
            autosize
            minRows={3}
            maxLength={8000}
            {...form.getInputProps('process')}
          />
          <Textarea
            label={t('report.parts.method')}
            description={t('report.methodHint')}
            required
            autosize
            minRows={2}
            maxLength={4000}
            {...form.getInputProps('method')}
          />
          <FeatureFields form={form} />
          <PhotoFields form={form} />
          <Radio.Group label={t('fields.conclusion')} required {...form.getInputProps('conclusion')}>
            <Stack gap={8} mt={6}>
              {Object.values(AppraisalConclusion).map((each) => (
                <Radio
                  key={each}
                  value={each}
                  label={t(`conclusions.${each}`)}
                  description={t(`conclusionTexts.${each}`)}
                />
              ))}
            </Stack>
          </Radio.Group>
          <Textarea
            label={t('report.parts.reasons')}
            required
            autosize
            minRows={4}
            maxLength={8000}
            {...form.getInputProps('reasons')}
          />
          <TextInput
            label={t('report.signedName')}
            description={t('report.signHint')}
            required
            maxLength={200}
            {...form.getInputProps('signedName')}
          />
          <TextInput label={t('fields.stamp')} maxLength={200} {...form.getInputProps('seal')} />
          <div className={classes.save}>
            <FailureNote message={command.message} />
            <Group gap="xs">
              <Button type="submit" size="sm" loading={command.running}>
                {t('report.sign')}
              </Button>
              <Button
                size="sm"
                variant="default"
                renderRoot={(props) => (
                  <Link to="/appraisals/$id" params={{ id: appraisal.id }} search={{}} {...props} />
                )}
              >
                {t('report.back')}
              </Button>
              <span className={classes.dimmed}>{t('report.kept')}</span>
            </Group>
          </div>
        </form>
      </TwoColumns>
    </>
  );
}
