import { createFileRoute } from '@tanstack/react-router';
import { GroupPage } from '@/features/groups/group-page';
import { groupPageSearch } from '@/features/groups/group-search';

export const Route = createFileRoute('/_app/groups/$id')({ validateSearch: groupPageSearch, component: GroupPage });
