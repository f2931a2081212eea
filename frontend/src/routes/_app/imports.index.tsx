import { createFileRoute } from '@tanstack/react-router';
import { importsSearch } from '@/features/imports/import-search';
import { ImportsPage } from '@/features/imports/imports-page';

export const Route = createFileRoute('/_app/imports/')({ validateSearch: importsSearch, component: ImportsPage });
