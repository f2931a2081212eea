import { createFileRoute } from '@tanstack/react-router';
import { ApiPage } from '@/features/api/api-page';
import { apiSearch } from '@/features/api/api-search';

export const Route = createFileRoute('/_app/partners/api')({ validateSearch: apiSearch, component: ApiPage });
