import { createFileRoute } from '@tanstack/react-router';
import { partnersSearch } from '@/features/partners/partner-search';
import { PartnersPage } from '@/features/partners/partners-page';

export const Route = createFileRoute('/_app/partners/')({ validateSearch: partnersSearch, component: PartnersPage });
