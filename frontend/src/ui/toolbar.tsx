import { Group } from '@mantine/core';
import type { ReactNode } from 'react';

/** The strip of filters under a page's header. */
export function Toolbar({ children }: { children: ReactNode }) {
  return (
    <Group gap={6} px={{ base: 16, sm: 20 }} py={8} style={{ borderBottom: '1px solid var(--ts-line)' }}>
      {children}
    </Group>
  );
}
