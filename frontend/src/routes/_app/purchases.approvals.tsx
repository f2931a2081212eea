import { createFileRoute } from '@tanstack/react-router';
import { ApprovalsPage } from '@/features/purchases/approvals-page';

export const Route = createFileRoute('/_app/purchases/approvals')({ component: ApprovalsPage });
