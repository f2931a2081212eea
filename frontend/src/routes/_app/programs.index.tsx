import { createFileRoute } from '@tanstack/react-router';
import { programListSearch } from '@/features/funds/fund-search';
import { ProgramListPage } from '@/features/funds/programs/program-list-page';

export const Route = createFileRoute('/_app/programs/')({
  validateSearch: programListSearch,
  component: ProgramListPage,
});
