import { Button, Group, Select } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePrint } from '@/features/exports/use-print';
import { graphql } from '@/gql';
import type { AppraisalReportsOfFragment } from '@/gql/graphql';
import { Section } from '@/ui/section';
import classes from './appraisals.module.css';
import { changedParts, chosenVersions } from './compare';
import { ReportVersion } from './report-version';

graphql(`
  fragment AppraisalReportsOf on Appraisal {
    id
    reference
    reportUrl
    reports {
      ...ReportVersionOf
    }
  }
`);

const route = getRouteApi('/_app/appraisals/$id/');

/** The report as it stands; where it was corrected, two of its versions beside each other. */
export function AppraisalReports({ appraisal }: { appraisal: AppraisalReportsOfFragment }) {
  const { t } = useTranslation('appraisals');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { reports, reference, reportUrl } = appraisal;
  const paper = usePrint(reportUrl ? new URL(reportUrl, window.location.origin).pathname : '', reference);
  if (reports.length === 0) return null;
  const [left, right] = chosenVersions(
    reports.map(({ version }) => version),
    search.left,
    search.right,
  );
  const of = (version: number | undefined) => reports.find((report) => report.version === version);
  const [one, other] = [of(left), of(right)];
  const changed = one && other ? changedParts(one, other) : [];
  const choices = reports.map(({ version }) => ({
    value: String(version),
    label: t('report.version', { number: version }),
  }));
  return (
    <Section
      title={t('report.title')}
      count={reports.length > 1 ? reports.length : undefined}
      actions={
        reportUrl ? (
          <Button
            variant="default"
            leftSection={<IconFileTypePdf size={15} aria-hidden />}
            loading={paper.printing}
            onClick={() => void paper.print()}
          >
            {t('report.pdf')}
          </Button>
        ) : null
      }
    >
      {reports.length > 2 ? (
        <Group gap="xs" mb={8}>
          {(['left', 'right'] as const).map((side) => (
            <Select
              key={side}
              size="xs"
              w={160}
              aria-label={t(`report.${side}`)}
              allowDeselect={false}
              data={choices}
              value={String(side === 'left' ? left : right)}
              onChange={(version) =>
                void navigate({ search: (now) => ({ ...now, [side]: version ?? undefined }), replace: true })
              }
            />
          ))}
        </Group>
      ) : null}
      <div className={classes.versions}>
        {one && one !== other ? <ReportVersion report={one} changed={changed} alone={false} /> : null}
        {other ? <ReportVersion report={other} changed={changed} alone={!one} /> : null}
      </div>
    </Section>
  );
}
