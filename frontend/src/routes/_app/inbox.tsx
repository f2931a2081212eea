import { createFileRoute } from '@tanstack/react-router';
import { InboxPage } from '@/features/deliveries/inbox-page';
import { inboxSearch } from '@/features/deliveries/inbox-search';

export const Route = createFileRoute('/_app/inbox')({ validateSearch: inboxSearch, component: InboxPage });
