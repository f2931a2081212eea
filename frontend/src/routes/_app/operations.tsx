import { createFileRoute } from '@tanstack/react-router';
import { OperationsPage } from '@/features/operations/operations-page';
import { operationsSearch } from '@/features/operations/operations-search';

export const Route = createFileRoute('/_app/operations')({
  validateSearch: operationsSearch,
  component: OperationsPage,
});
