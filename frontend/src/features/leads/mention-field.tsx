import { Combobox, Textarea, type TextareaProps, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { askedName, type Mentioned, withName } from './mention';

const MentionablePeople = graphql(`
  query MentionablePeople($leadId: ID!, $query: String) {
    mentionable(leadId: $leadId, query: $query) {
      id
      name
    }
  }
`);

interface MentionFieldProps extends Omit<TextareaProps, 'value' | 'onChange'> {
  leadId: string;
  value: string;
  onChange: (value: string) => void;
  onMention: (person: Mentioned) => void;
}

/** A text in which `@` offers the people who may be named there. */
export function MentionField({ leadId, value, onChange, onMention, ...props }: MentionFieldProps) {
  const { t } = useTranslation('leads');
  const field = useRef<HTMLTextAreaElement>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const [query] = useDebouncedValue(asked ?? '', 120);
  const [{ data }] = useQuery({ query: MentionablePeople, variables: { leadId, query }, pause: asked === null });
  const people = asked === null ? [] : (data?.mentionable ?? []);
  const open = people.length > 0;
  const combobox = useCombobox({ opened: open, onDropdownClose: () => setAsked(null) });

  const offered = people.map(({ id }) => id).join();
  // Enter takes the first one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list has another first
  useEffect(() => {
    if (offered) combobox.selectFirstOption();
  }, [offered]);

  const look = () => {
    const { current } = field;
    if (current) setAsked(askedName(current.value, current.selectionStart));
  };
  const pick = (id: string) => {
    const person = people.find((each) => each.id === id);
    const { current } = field;
    if (!person || !current) return;
    const next = withName(value, current.selectionStart, person.name);
    onMention(person);
    onChange(next.text);
    setAsked(null);
    requestAnimationFrame(() => current.setSelectionRange(next.caret, next.caret));
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) {
      event.stopPropagation();
      setAsked(null);
    }
  };
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={pick}
      position="bottom-start"
      middlewares={{ flip: true, shift: true }}
      withinPortal={false}
    >
      <Combobox.Target withKeyboardNavigation={open}>
        <Textarea
          ref={field}
          value={value}
          aria-autocomplete="list"
          onChange={({ currentTarget }) => {
            onChange(currentTarget.value);
            look();
          }}
          onKeyDown={leave}
          onKeyUp={({ key }) => {
            if (key === 'ArrowLeft' || key === 'ArrowRight') look();
          }}
          onBlur={() => setAsked(null)}
          {...props}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!open}>
        <Combobox.Options aria-label={t('comment.mentionable')}>
          {people.map(({ id, name }) => (
            <Combobox.Option key={id} value={id}>
              {name}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
