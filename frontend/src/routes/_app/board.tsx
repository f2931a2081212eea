import { createFileRoute } from '@tanstack/react-router';
import { BoardPage } from '@/features/calendar/board-page';
import { boardSearch } from '@/features/calendar/planning-search';

export const Route = createFileRoute('/_app/board')({ validateSearch: boardSearch, component: BoardPage });
