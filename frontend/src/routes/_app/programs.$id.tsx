import { createFileRoute } from '@tanstack/react-router';
import { programPageSearch } from '@/features/funds/fund-search';
import { ProgramPage } from '@/features/funds/programs/program-page';

export const Route = createFileRoute('/_app/programs/$id')({
  validateSearch: programPageSearch,
  component: ProgramPage,
});
