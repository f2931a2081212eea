import { useNavigate } from '@tanstack/react-router';
import RequestPurchaseDialog, { type RequestPurchaseProps } from './dialogs/request-dialog';

/** Asks for a purchase and goes on to its page. */
export default function RequestPurchase(props: Omit<RequestPurchaseProps, 'onRequested'>) {
  const navigate = useNavigate();
  return (
    <RequestPurchaseDialog
      {...props}
      onRequested={(id) => void navigate({ to: '/purchases/$id', params: { id }, search: {} })}
    />
  );
}
