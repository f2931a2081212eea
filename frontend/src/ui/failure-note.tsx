import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** Says what happened and what is kept; read out at once. */
export function FailureNote({ message, children }: { message: string | null; children?: ReactNode }) {
  if (!message) return null;
  return (
    <Alert role="alert" color="red" variant="light" p="xs" icon={<IconAlertTriangle size={16} />}>
      {message}
      {children}
    </Alert>
  );
}
