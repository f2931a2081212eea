import { createFileRoute } from '@tanstack/react-router';
import { ActionBoardPage } from '@/features/actions/action-board-page';
import { actionBoardSearch } from '@/features/actions/action-search';

export const Route = createFileRoute('/_app/actions/')({
  validateSearch: actionBoardSearch,
  component: ActionBoardPage,
});
