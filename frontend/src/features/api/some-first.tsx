import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/lib/format';

interface SomeFirstProps<Item> {
  items: readonly Item[];
  size: number;
  className?: string;
  label?: string;
  children: (item: Item) => ReactNode;
}

/** A list of which only some stand there until more are asked for: a schema has thousands of fields. */
export function SomeFirst<Item>({ items, size, className, label, children }: SomeFirstProps<Item>) {
  const { t } = useTranslation('api');
  const { number } = useFormats();
  const [shown, setShown] = useState(size);
  const rest = items.length - shown;
  return (
    <>
      <ul className={className} aria-label={label}>
        {items.slice(0, shown).map(children)}
      </ul>
      {rest > 0 ? (
        <Button variant="default" size="xs" mt={8} onClick={() => setShown(shown + size * 4)}>
          {t('schema.more', { rest: number(rest) })}
        </Button>
      ) : null}
    </>
  );
}
