import { createFileRoute } from '@tanstack/react-router';
import { ImportPage } from '@/features/rights/ip-rights/import-page';

export const Route = createFileRoute('/_app/rights/import')({ component: ImportPage });
