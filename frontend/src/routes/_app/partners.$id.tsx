import { createFileRoute } from '@tanstack/react-router';
import { AccountPage } from '@/features/partners/account-page';
import { accountSearch } from '@/features/partners/partner-search';

export const Route = createFileRoute('/_app/partners/$id')({ validateSearch: accountSearch, component: AccountPage });
