import { createFileRoute } from '@tanstack/react-router';
import { ReportPage } from '@/features/appraisals/report/report-page';

export const Route = createFileRoute('/_app/appraisals/$id/report')({ component: ReportPage });
