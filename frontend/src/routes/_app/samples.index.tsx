import { createFileRoute } from '@tanstack/react-router';
import { SampleListPage } from '@/features/samples/sample-list-page';
import { sampleSearch } from '@/features/samples/sample-search';

export const Route = createFileRoute('/_app/samples/')({ validateSearch: sampleSearch, component: SampleListPage });
