import { Button } from '@mantine/core';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Fault, spanOf } from './fault';
import classes from './studio.module.css';

interface SourceFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  fault: Fault | null;
}

/** A text with its lines numbered; what is wrong stands below, and leads to its line. */
export function SourceField({ label, value, onChange, fault }: SourceFieldProps) {
  const { t } = useTranslation('screening');
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLDivElement>(null);
  const lines = value.split('\n');
  const show = (line: number) => {
    const [start, end] = spanOf(value, line);
    area.current?.focus();
    area.current?.setSelectionRange(start, end);
  };
  return (
    <div>
      <label className={classes.label} htmlFor={id}>
        {label}
      </label>
      <div className={classes.editor} data-faulty={fault ? true : undefined}>
        <div ref={gutter} className={classes.gutter} aria-hidden>
          {lines.map((_, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
            <span key={place} data-faulty={fault?.line === place + 1 || undefined}>
              {place + 1}
            </span>
          ))}
        </div>
        <textarea
          ref={area}
          id={id}
          className={classes.area}
          wrap="off"
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          value={value}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? `${id}-fault` : undefined}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
          onScroll={({ currentTarget }) => {
            if (gutter.current) gutter.current.scrollTop = currentTarget.scrollTop;
          }}
        />
      </div>
      {fault ? (
        <div id={`${id}-fault`} role="alert" className={classes.fault}>
          {fault.line === null ? null : (
            <Button variant="default" size="compact-xs" onClick={() => show(fault.line ?? 1)}>
              {t('rules.line', { line: fault.line })}
            </Button>
          )}
          <span>{t(`faults.${fault.kind}`, { about: fault.about })}</span>
        </div>
      ) : null}
    </div>
  );
}
