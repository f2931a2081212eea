import { createFileRoute } from '@tanstack/react-router';
import { ActionPage } from '@/features/actions/action-page';
import { actionPageSearch } from '@/features/actions/action-search';

export const Route = createFileRoute('/_app/actions/$id/')({ validateSearch: actionPageSearch, component: ActionPage });
