import { createFileRoute } from '@tanstack/react-router';
import { statementSearch } from '@/features/bank-statements/bank-search';
import { StatementPage } from '@/features/bank-statements/statement-page';

export const Route = createFileRoute('/_app/funds/$id_/statements/$statement')({
  validateSearch: statementSearch,
  component: StatementPage,
});
