import { createFileRoute } from '@tanstack/react-router';
import { PersonListPage } from '@/features/members/person-list-page';
import { personSearch } from '@/features/members/person-search';

export const Route = createFileRoute('/_app/people')({ validateSearch: personSearch, component: PersonListPage });
