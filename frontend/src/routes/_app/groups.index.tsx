import { createFileRoute } from '@tanstack/react-router';
import { GroupListPage } from '@/features/groups/group-list-page';
import { groupSearch } from '@/features/groups/group-search';

export const Route = createFileRoute('/_app/groups/')({ validateSearch: groupSearch, component: GroupListPage });
