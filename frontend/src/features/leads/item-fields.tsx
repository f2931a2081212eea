import { ActionIcon, Button, Group, NativeSelect, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useBrandDirectory } from '@/features/rights/brand-directory';
import { RemoteSelect } from '@/ui/remote-select';
import classes from './item-fields.module.css';
import { CURRENCIES, emptyItem, type ItemValues, itemsFromPaste } from './lead-form';

interface WithItems extends Record<string, unknown> {
  items: ItemValues[];
}

/** Pasting several addresses into one field makes one row for each. */
export function ItemFields<Values extends WithItems>({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation('leads');
  const { items } = form.values;
  const setItems = (next: ItemValues[]) => form.setFieldValue('items', next as never);

  const paste = (index: number) => (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = itemsFromPaste(event.clipboardData.getData('text'));
    const [first, ...rest] = pasted;
    if (!first || rest.length === 0) return;
    event.preventDefault();
    const now = items.map((item, at) => (at === index ? { ...item, url: first.url } : item));
    setItems([
      ...now.slice(0, index + 1),
      ...rest.map((item) => ({ ...item, brandId: now[index]?.brandId ?? null })),
      ...now.slice(index + 1),
    ]);
  };

  return (
    <div className={classes.root}>
      {items.map((item, index) => (
        <ItemRow
          key={item.key}
          form={form}
          index={index}
          onPaste={paste(index)}
          onRemove={items.length > 1 ? () => setItems(items.filter((each) => each.key !== item.key)) : undefined}
        />
      ))}
      <div>
        <Button
          variant="subtle"
          leftSection={<IconPlus size={15} />}
          onClick={() => setItems([...items, { ...emptyItem(), brandId: items.at(-1)?.brandId ?? null }])}
        >
          {t('items.add')}
        </Button>
      </div>
    </div>
  );
}

interface ItemRowProps<Values extends WithItems> {
  form: UseFormReturnType<Values>;
  index: number;
  onPaste: (event: ClipboardEvent<HTMLInputElement>) => void;
  onRemove: (() => void) | undefined;
}

function ItemRow<Values extends WithItems>({ form, index, onPaste, onRemove }: ItemRowProps<Values>) {
  const { t } = useTranslation('leads');
  const brands = useBrandDirectory();
  const field = (name: keyof ItemValues) => form.getInputProps(`items.${index}.${name}` as never);
  return (
    <fieldset className={classes.item}>
      <legend className={classes.legend}>{t('items.nth', { number: index + 1 })}</legend>
      <TextInput
        label={t('items.url')}
        type="url"
        inputMode="url"
        className={classes.wide}
        onPaste={onPaste}
        {...field('url')}
      />
      <TextInput label={t('items.itemTitle')} {...field('title')} />
      <RemoteSelect label={t('items.brand')} clearable {...brands} {...field('brandId')} />
      <TextInput label={t('items.sellerField')} {...field('seller')} />
      <Group gap={6} wrap="nowrap" align="flex-end">
        <TextInput label={t('items.price')} inputMode="decimal" flex={1} {...field('price')} />
        <NativeSelect aria-label={t('fields.currency')} data={CURRENCIES} w={80} {...field('currency')} />
      </Group>
      {onRemove ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          className={classes.remove}
          aria-label={t('items.remove', { number: index + 1 })}
          onClick={onRemove}
        >
          <IconTrash size={15} />
        </ActionIcon>
      ) : null}
    </fieldset>
  );
}
