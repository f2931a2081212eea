import { createFileRoute } from '@tanstack/react-router';
import { ScreeningFiguresPage } from '@/features/screening/figures-page';
import { screeningFiguresSearch } from '@/features/screening/screening-search';

export const Route = createFileRoute('/_app/screening/figures')({
  validateSearch: screeningFiguresSearch,
  component: ScreeningFiguresPage,
});
