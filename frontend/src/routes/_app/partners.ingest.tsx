import { createFileRoute } from '@tanstack/react-router';
import { IngestPage } from '@/features/ingest/ingest-page';
import { ingestSearch } from '@/features/ingest/ingest-search';

export const Route = createFileRoute('/_app/partners/ingest')({ validateSearch: ingestSearch, component: IngestPage });
