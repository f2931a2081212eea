import { createFileRoute } from '@tanstack/react-router';
import { SamplePage } from '@/features/samples/sample-page';
import { samplePageSearch } from '@/features/samples/sample-search';

export const Route = createFileRoute('/_app/samples/$id')({ validateSearch: samplePageSearch, component: SamplePage });
