import { createFileRoute } from '@tanstack/react-router';
import { deconflictionSearch } from '@/features/actions/action-search';
import { DeconflictionPage } from '@/features/actions/deconfliction-page';

export const Route = createFileRoute('/_app/deconfliction')({
  validateSearch: deconflictionSearch,
  component: DeconflictionPage,
});
