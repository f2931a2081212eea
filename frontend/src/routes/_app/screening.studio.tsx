import { createFileRoute } from '@tanstack/react-router';
import { studioSearch } from '@/features/screening/screening-search';
import { StudioPage } from '@/features/screening/studio/studio-page';

export const Route = createFileRoute('/_app/screening/studio')({
  validateSearch: studioSearch,
  component: StudioPage,
});
