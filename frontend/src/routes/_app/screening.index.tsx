import { createFileRoute } from '@tanstack/react-router';
import { QueuePage } from '@/features/screening/queue/queue-page';
import { queueSearch } from '@/features/screening/screening-search';

export const Route = createFileRoute('/_app/screening/')({
  validateSearch: queueSearch,
  component: QueuePage,
});
