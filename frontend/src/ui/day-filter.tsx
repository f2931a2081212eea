import { TextInput } from '@mantine/core';
import { lazy, Suspense } from 'react';

const DayInput = lazy(() => import('./day-input'));

interface DayFilterProps {
  label: string;
  min?: string;
  max?: string;
  value?: string;
  onChange: (day?: string) => void;
}

/** The first or the last day of what a list shows; its label stands within the field. */
export function DayFilter({ label, value, onChange, ...limits }: DayFilterProps) {
  const field = {
    size: 'xs',
    'aria-label': label,
    leftSection: label,
    leftSectionWidth: 48,
    leftSectionProps: { 'aria-hidden': true },
    w: 184,
  } as const;
  return (
    <Suspense fallback={<TextInput {...field} disabled />}>
      <DayInput {...field} {...limits} clearable value={value} onChange={(day) => onChange(day || undefined)} />
    </Suspense>
  );
}
