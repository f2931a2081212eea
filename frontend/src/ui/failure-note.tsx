import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';

/** Says what happened and what is kept; read out at once. */
export function FailureNote({ message, children }: { message: string | null; children?: ReactNode }) {
  const root = useRef<HTMLDivElement>(null);
  // The button that failed may be a page further down.
  useEffect(() => {
    if (message) root.current?.scrollIntoView({ block: 'nearest' });
  }, [message]);
  if (!message) return null;
  return (
    <Alert ref={root} role="alert" color="red" variant="light" p="xs" icon={<IconAlertTriangle size={16} />}>
      {message}
      {children}
    </Alert>
  );
}
