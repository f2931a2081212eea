import { createFileRoute } from '@tanstack/react-router';
import { MapPage } from '@/features/actions/map/map-page';
import { mapSearch } from '@/features/actions/map/map-search';

export const Route = createFileRoute('/_app/actions/map')({ validateSearch: mapSearch, component: MapPage });
