import { createFileRoute } from '@tanstack/react-router';
import { ImportPage } from '@/features/imports/import-page';
import { importSearch } from '@/features/imports/import-search';

export const Route = createFileRoute('/_app/imports/$id')({ validateSearch: importSearch, component: ImportPage });
