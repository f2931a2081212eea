import { createFileRoute } from '@tanstack/react-router';
import { SubjectListPage } from '@/features/subjects/subject-list-page';
import { subjectListSearch } from '@/features/subjects/subject-search';

export const Route = createFileRoute('/_app/subjects/')({
  validateSearch: subjectListSearch,
  component: SubjectListPage,
});
