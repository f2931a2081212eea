import { createFileRoute } from '@tanstack/react-router';
import { AppraisalListPage } from '@/features/appraisals/appraisal-list-page';
import { appraisalSearch } from '@/features/appraisals/appraisal-search';

export const Route = createFileRoute('/_app/appraisals/')({
  validateSearch: appraisalSearch,
  component: AppraisalListPage,
});
