import { createFileRoute } from '@tanstack/react-router';
import { OutcomePage } from '@/features/actions/outcome/outcome-page';

export const Route = createFileRoute('/_app/actions/$id/outcome')({ component: OutcomePage });
