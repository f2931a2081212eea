import { Button, Skeleton, Stack } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { GraphQLSchema } from 'graphql';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/lib/format';
import { FailureNote } from '@/ui/failure-note';
import { SearchBox } from '@/ui/search-box';
import { Section } from '@/ui/section';
import classes from './api.module.css';
import type { SchemaProblem } from './read-schema';
import { entriesOf, find, membersOf, outline, ROOTS } from './schema-index';
import { SchemaType } from './schema-type';
import type { Sketch } from './sketch';
import { SomeFirst } from './some-first';
import { TypeLink } from './type-name';

const MOST_FOUND = 30;
const MOST_NAMES = 24;

const route = getRouteApi('/_app/partners/api');

interface SchemaReferenceProps {
  schema: GraphQLSchema | null;
  problem: SchemaProblem | null;
  retry: () => void;
  onTry: (sketch: Sketch) => void;
}

/** What the running server has, in its own words. */
export function SchemaReference({ schema, problem, retry, onTry }: SchemaReferenceProps) {
  const { t } = useTranslation(['api', 'common']);
  const { q, type: name, field } = route.useSearch();
  const navigate = route.useNavigate();
  if (problem) {
    return (
      <FailureNote message={t(`schema.problems.${problem}`)}>
        <div className={classes.bar}>
          <Button variant="default" size="xs" onClick={retry}>
            {t('common:retry')}
          </Button>
        </div>
      </FailureNote>
    );
  }
  if (!schema) {
    return (
      <Stack gap="sm" aria-busy>
        {[40, 72, 56, 64].map((width) => (
          <Skeleton key={width} h={14} w={`${width}%`} />
        ))}
      </Stack>
    );
  }
  const type = name && !name.startsWith('__') ? schema.getType(name) : undefined;
  return (
    <>
      <SearchBox
        label={t('schema.search')}
        value={q}
        onChange={(next) => void navigate({ search: { q: next }, replace: true })}
      />
      {name ? <Trail q={q} /> : null}
      {name && !type ? <p className={classes.hint}>{t('schema.missing', { name })}</p> : null}
      {type ? <SchemaType key={type.name} schema={schema} type={type} field={field} onTry={onTry} /> : null}
      {!name && q ? <Results schema={schema} q={q} /> : null}
      {!name && !q ? <Outline schema={schema} /> : null}
    </>
  );
}

function Trail({ q }: { q: string | undefined }) {
  const { t } = useTranslation('api');
  return (
    <nav className={classes.trail} aria-label={t('schema.trail')}>
      <Link to="/partners/api" search={{}}>
        {t('schema.all')}
      </Link>
      {q ? (
        <Link to="/partners/api" search={{ q }}>
          {t('schema.back', { q })}
        </Link>
      ) : null}
    </nav>
  );
}

function Results({ schema, q }: { schema: GraphQLSchema; q: string }) {
  const { t } = useTranslation('api');
  const { number } = useFormats();
  const entries = useMemo(() => entriesOf(schema), [schema]);
  const wanted = useDeferredValue(q);
  const found = useMemo(() => find(entries, wanted), [entries, wanted]);
  return (
    <Section title={t('schema.found', { count: found.length, number: number(found.length) })}>
      {found.length === 0 ? <p className={classes.hint}>{t('schema.nothing')}</p> : null}
      <SomeFirst key={wanted} items={found} size={MOST_FOUND} className={classes.list} label={t('schema.results')}>
        {({ type, member, description, deprecated }) => (
          <li key={`${type}.${member ?? ''}`}>
            <Link to="/partners/api" search={{ type, field: member ?? undefined, q }} className={classes.code}>
              {member ? `${type}.${member}` : type}
            </Link>
            {deprecated ? <span className={classes.deprecated}>{t('schema.deprecated')}</span> : null}
            <p className={classes.line}>{firstLine(description)}</p>
          </li>
        )}
      </SomeFirst>
    </Section>
  );
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]?.replaceAll('`', '') ?? '';
}

function Outline({ schema }: { schema: GraphQLSchema }) {
  const { t } = useTranslation('api');
  const { number } = useFormats();
  const groups = useMemo(() => outline(schema), [schema]);
  return (
    <>
      <Section title={t('schema.roots')}>
        <ul className={classes.list}>
          {ROOTS.map((root) => {
            const type = schema.getType(root);
            return type ? (
              <li key={root} className={classes.code}>
                <TypeLink name={root} />{' '}
                <span className={classes.dimmed}>
                  {t('schema.fields', { count: membersOf(type).length, number: number(membersOf(type).length) })}
                </span>
              </li>
            ) : null;
          })}
        </ul>
      </Section>
      {groups.map(({ kind, names }) => (
        <Section key={kind} title={t(`schema.kinds.${kind}`)} count={names.length}>
          <SomeFirst items={names} size={MOST_NAMES} className={classes.names}>
            {(each) => (
              <li key={each} className={classes.code}>
                <TypeLink name={each} />
              </li>
            )}
          </SomeFirst>
        </Section>
      ))}
    </>
  );
}
