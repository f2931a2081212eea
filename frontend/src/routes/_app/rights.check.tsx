import { createFileRoute } from '@tanstack/react-router';
import { CheckAuthorizationPage } from '@/features/rights/check/check-page';

export const Route = createFileRoute('/_app/rights/check')({ component: CheckAuthorizationPage });
