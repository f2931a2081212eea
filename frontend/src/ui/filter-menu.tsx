import { Button, CloseButton, Group, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/lib/format';
import classes from './filter-menu.module.css';

interface FilterMenuProps<Value extends string> {
  label: string;
  options: readonly { value: Value; label: string }[];
  selected: readonly Value[] | undefined;
  onChange: (selected: Value[] | undefined) => void;
}

/** One filter of a list: several values, the choice written on the button. */
export function FilterMenu<Value extends string>({ label, options, selected = [], onChange }: FilterMenuProps<Value>) {
  const { t } = useTranslation();
  const { labelled } = useFormats();
  const toggle = (value: Value) => {
    const next = selected.includes(value) ? selected.filter((each) => each !== value) : [...selected, value];
    onChange(next.length > 0 ? next : undefined);
  };
  const chosen = options.filter(({ value }) => selected.includes(value)).map((option) => option.label);
  const text = chosen.length > 2 ? `${chosen.length}` : chosen.join(', ');
  const whole = text ? labelled(label, text) : label;
  return (
    <Group gap={0} wrap="nowrap">
      <Menu closeOnItemClick={false} position="bottom-start" withinPortal>
        <Menu.Target>
          <Button
            variant={chosen.length > 0 ? 'light' : 'default'}
            fw={500}
            rightSection={chosen.length > 0 ? null : <IconChevronDown size={14} />}
          >
            <span className={classes.text} title={text ? whole : undefined}>
              {whole}
            </span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
          {options.map(({ value, label: optionLabel }) => (
            <Menu.CheckboxItem key={value} checked={selected.includes(value)} onChange={() => toggle(value)}>
              {optionLabel}
            </Menu.CheckboxItem>
          ))}
        </Menu.Dropdown>
      </Menu>
      {chosen.length > 0 ? (
        <CloseButton
          size={26}
          iconSize={16}
          aria-label={labelled(t('clear'), label)}
          onClick={() => onChange(undefined)}
        />
      ) : null}
    </Group>
  );
}
