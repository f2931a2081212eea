import { createFileRoute } from '@tanstack/react-router';
import { appraiserFiguresSearch } from '@/features/appraisals/appraisal-search';
import { AppraiserFiguresPage } from '@/features/appraisals/figures-page';

export const Route = createFileRoute('/_app/appraisals/figures')({
  validateSearch: appraiserFiguresSearch,
  component: AppraiserFiguresPage,
});
