import { createFileRoute } from '@tanstack/react-router';
import { NewIpRightPage } from '@/features/rights/ip-rights/new-ip-right-page';

export const Route = createFileRoute('/_app/rights/new')({ component: NewIpRightPage });
