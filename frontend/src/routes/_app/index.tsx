import { createFileRoute, Navigate } from '@tanstack/react-router';
import { homeOf } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';

export const Route = createFileRoute('/_app/')({ component: Home });

function Home() {
  return <Navigate to={homeOf(useViewer())} replace />;
}
