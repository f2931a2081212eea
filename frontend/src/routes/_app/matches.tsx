import { createFileRoute } from '@tanstack/react-router';
import { matchSearch } from '@/features/matches/match-search';
import { MatchesPage } from '@/features/matches/matches-page';

export const Route = createFileRoute('/_app/matches')({
  validateSearch: matchSearch,
  component: MatchesPage,
});
