import { createFileRoute } from '@tanstack/react-router';
import { SearchPage } from '@/features/search/search-page';
import { foundSearch } from '@/features/search/search-params';

export const Route = createFileRoute('/_app/search')({ validateSearch: foundSearch, component: SearchPage });
