import { createFileRoute } from '@tanstack/react-router';
import { statisticsSearch } from '@/features/actions/action-search';
import { StatisticsPage } from '@/features/actions/statistics-page';

export const Route = createFileRoute('/_app/statistics')({
  validateSearch: statisticsSearch,
  component: StatisticsPage,
});
