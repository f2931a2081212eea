import { createFileRoute } from '@tanstack/react-router';
import { BreakGlassPage } from '@/features/break-glass/break-glass-page';
import { breakGlassSearch } from '@/features/break-glass/break-glass-search';

export const Route = createFileRoute('/_app/break-glass')({
  validateSearch: breakGlassSearch,
  component: BreakGlassPage,
});
