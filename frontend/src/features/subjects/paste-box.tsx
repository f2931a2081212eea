import { Button, Select, Text, Textarea } from '@mantine/core';
import { IconCheck, IconPlus, IconScan } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { graphql } from '@/gql';
import { useCountries } from '@/lib/countries';
import { errorCode } from '@/lib/errors';
import classes from './identifier-fields.module.css';
import { emptyIdentifier, hintsOf, type IdentifierValues, isSame } from './subject-form';

const DetectIdentifiers = graphql(`
  query DetectIdentifiers($text: String!, $country: String) {
    detectIdentifiers(text: $text, country: $country) {
      kind
      value
    }
  }
`);

const LONGEST_TEXT = 20_000;

interface PasteBoxProps {
  taken: readonly IdentifierValues[];
  onTake: (found: IdentifierValues[]) => void;
}

/** A text in which the server looks for identifiers; what it finds is offered, nothing is taken unasked. */
export function PasteBox({ taken, onTake }: PasteBoxProps) {
  const { t } = useTranslation('subjects');
  const countries = useCountries();
  const [text, setText] = useState('');
  const [country, setCountry] = useState<string | null>('CN');
  const { found, looking, failure, detect } = useDetection();
  return (
    <div className={classes.paste}>
      <Textarea
        label={t('identifiers.paste')}
        description={t('identifiers.pasteHint')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={LONGEST_TEXT}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <div className={classes.pasteLine}>
        <Select
          label={t('identifiers.writtenFrom')}
          searchable
          allowDeselect={false}
          data={countries}
          value={country}
          onChange={setCountry}
        />
        <Button
          variant="default"
          leftSection={<IconScan size={15} />}
          size="sm"
          loading={looking}
          disabled={!text.trim()}
          onClick={() => void detect(text, country)}
        >
          {t('identifiers.detect')}
        </Button>
      </div>
      <div aria-live="polite">
        {failure ? (
          <Text size="sm" c="red">
            {failure}
          </Text>
        ) : null}
        {found ? <Found found={found} taken={taken} onTake={onTake} /> : null}
      </div>
    </div>
  );
}

/** Asked once and not kept: the text may name people. */
function useDetection() {
  const { t } = useTranslation();
  const client = useClient();
  const [found, setFound] = useState<IdentifierValues[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [looking, setLooking] = useState(false);
  const detect = async (text: string, country: string | null) => {
    setLooking(true);
    const { data, error } = await client
      .query(DetectIdentifiers, { text, country }, { requestPolicy: 'network-only' })
      .toPromise();
    setLooking(false);
    setFailure(error ? t(`errors.${errorCode(error) ?? 'UNREACHABLE'}`) : null);
    const rows = data?.detectIdentifiers?.map(({ kind, value }) => {
      const row = emptyIdentifier(kind, value);
      return hintsOf(row).includes('country') ? { ...row, country } : row;
    });
    setFound(rows ? rows.filter((row, place) => rows.findIndex((each) => isSame(each, row)) === place) : null);
  };
  return { found, looking, failure, detect };
}

interface FoundProps extends PasteBoxProps {
  found: IdentifierValues[];
}

function Found({ found, taken, onTake }: FoundProps) {
  const { t } = useTranslation('subjects');
  if (found.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('identifiers.foundNothing')}
      </Text>
    );
  const isTaken = (row: IdentifierValues) => taken.some((each) => isSame(each, row));
  return (
    <ul className={classes.found} aria-label={t('identifiers.found', { count: found.length })}>
      {found.map((row) => (
        <li key={row.key}>
          <Button
            variant="default"
            size="compact-sm"
            fw={400}
            disabled={isTaken(row)}
            leftSection={isTaken(row) ? <IconCheck size={13} /> : <IconPlus size={13} />}
            onClick={() => onTake([row])}
          >
            {t(`identifierKinds.${row.kind}`)} {row.value}
          </Button>
        </li>
      ))}
      {found.length > 1 && !found.every(isTaken) ? (
        <li>
          <Button variant="subtle" size="compact-sm" onClick={() => onTake(found)}>
            {t('identifiers.takeAll')}
          </Button>
        </li>
      ) : null}
    </ul>
  );
}
