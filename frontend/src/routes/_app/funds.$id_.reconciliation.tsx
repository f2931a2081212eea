import { createFileRoute } from '@tanstack/react-router';
import { reconciliationSearch } from '@/features/bank-statements/bank-search';
import { ReconciliationPage } from '@/features/bank-statements/reconciliation-page';

export const Route = createFileRoute('/_app/funds/$id_/reconciliation')({
  validateSearch: reconciliationSearch,
  component: ReconciliationPage,
});
