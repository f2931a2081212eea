import { createFileRoute } from '@tanstack/react-router';
import { SubjectPage } from '@/features/subjects/subject-page';
import { subjectPageSearch } from '@/features/subjects/subject-search';

export const Route = createFileRoute('/_app/subjects/$subject')({
  validateSearch: subjectPageSearch,
  component: SubjectPage,
});
