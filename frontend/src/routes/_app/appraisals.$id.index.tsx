import { createFileRoute } from '@tanstack/react-router';
import { AppraisalPage } from '@/features/appraisals/appraisal-page';
import { appraisalPageSearch } from '@/features/appraisals/appraisal-search';

export const Route = createFileRoute('/_app/appraisals/$id/')({
  validateSearch: appraisalPageSearch,
  component: AppraisalPage,
});
