import { createFileRoute } from '@tanstack/react-router';
import { HandOverListPage } from '@/features/hand-overs/hand-over-list-page';
import { handOverSearch } from '@/features/hand-overs/hand-over-search';

export const Route = createFileRoute('/_app/hand-overs')({
  validateSearch: handOverSearch,
  component: HandOverListPage,
});
