import { createFileRoute } from '@tanstack/react-router';
import { EvidencePage } from '@/features/evidence/evidence-page';
import { evidencePageSearch } from '@/features/evidence/evidence-search';

export const Route = createFileRoute('/_app/evidence/$id')({
  validateSearch: evidencePageSearch,
  component: EvidencePage,
});
