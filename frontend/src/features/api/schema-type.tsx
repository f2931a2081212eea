import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { GraphQLNamedType, GraphQLSchema } from 'graphql';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '@/ui/section';
import classes from './api.module.css';
import { type Argument, kindOf, type Member, membersOf, ROOTS, relativesOf, type Use, usesOf } from './schema-index';
import { type Sketch, sketchOf } from './sketch';
import { SomeFirst } from './some-first';
import { TypeLink, TypeName } from './type-name';
import { Words } from './words';

const MOST_MEMBERS = 30;
const MOST_USES = 12;

interface SchemaTypeProps {
  schema: GraphQLSchema;
  type: GraphQLNamedType;
  /** Only this one of its fields. */
  field: string | undefined;
  onTry: (sketch: Sketch) => void;
}

/** A type: what it is, what it is made of, and where it is met. */
export function SchemaType({ schema, type, field, onTry }: SchemaTypeProps) {
  const { t } = useTranslation('api');
  const members = useMemo(() => membersOf(type), [type]);
  const { interfaces, possible } = useMemo(() => relativesOf(type, schema), [type, schema]);
  const uses = useMemo(() => usesOf(type.name, schema), [type, schema]);
  const kind = kindOf(type);
  const one = field === undefined ? undefined : members.find(({ name }) => name === field);
  const shown = one ? [one] : members;
  const isRoot = ROOTS.some((root) => root === type.name);
  return (
    <>
      <Section title={type.name} actions={<span className={classes.dimmed}>{t(`schema.kindOf.${kind}`)}</span>}>
        <Words text={type.description ?? ''} />
        <Names label={t('schema.interfaces')} names={interfaces} />
        <Names label={t('schema.possible')} names={possible} />
        {'specifiedByURL' in type && type.specifiedByURL ? (
          <p className={classes.line}>
            <a href={type.specifiedByURL} target="_blank" rel="noreferrer">
              {type.specifiedByURL}
            </a>
          </p>
        ) : null}
      </Section>
      {field !== undefined && !one ? (
        <p className={classes.hint}>{t('schema.missing', { name: `${type.name}.${field}` })}</p>
      ) : null}
      {shown.length > 0 ? (
        <Section
          title={t(kind === 'ENUM' ? 'schema.values' : 'schema.members')}
          count={members.length}
          actions={
            one ? (
              <Link to="/partners/api" search={{ type: type.name }} className={classes.action}>
                {t('schema.allFields', { name: type.name })}
              </Link>
            ) : null
          }
        >
          <SomeFirst key={field} items={shown} size={MOST_MEMBERS} className={classes.list}>
            {(member) => (
              <MemberRow
                key={member.name}
                type={type.name}
                member={member}
                action={
                  isRoot ? (
                    <Button
                      variant="default"
                      size="compact-xs"
                      aria-label={t('schema.tryField', { name: member.name })}
                      onClick={() => {
                        const sketch = sketchOf(schema, type.name, member.name);
                        if (sketch) onTry(sketch);
                      }}
                    >
                      {t('schema.try')}
                    </Button>
                  ) : null
                }
              />
            )}
          </SomeFirst>
        </Section>
      ) : null}
      {one ? null : <Uses title={t('schema.gives')} uses={uses.gives} />}
      {one ? null : <Uses title={t('schema.takes')} uses={uses.takes} />}
    </>
  );
}

function Names({ label, names }: { label: string; names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <div>
      <p className={classes.label}>{label}</p>
      <SomeFirst items={names} size={MOST_USES} className={classes.names} label={label}>
        {(name) => (
          <li key={name} className={classes.code}>
            <TypeLink name={name} />
          </li>
        )}
      </SomeFirst>
    </div>
  );
}

function Uses({ title, uses }: { title: string; uses: readonly Use[] }) {
  if (uses.length === 0) return null;
  return (
    <Section title={title} count={uses.length}>
      <SomeFirst items={uses} size={MOST_USES} className={classes.names} label={title}>
        {({ type, member }) => (
          <li key={`${type}.${member}`} className={classes.code}>
            <TypeLink name={type} member={member} />
          </li>
        )}
      </SomeFirst>
    </Section>
  );
}

function MemberRow({ type, member, action }: { type: string; member: Member; action: ReactNode }) {
  const { name, description, deprecated, preset, args } = member;
  return (
    <li>
      <div className={classes.member}>
        <span className={classes.code}>
          <Link to="/partners/api" search={{ type, field: name }}>
            {name}
          </Link>
          {member.type ? (
            <>
              {': '}
              <TypeName type={member.type} />
            </>
          ) : null}
          {preset === null ? null : ` = ${preset}`}
        </span>
        {action}
      </div>
      <Deprecated reason={deprecated} />
      <Words text={description} />
      {args.length > 0 ? (
        <ul className={classes.args}>
          {args.map((arg) => (
            <ArgumentRow key={arg.name} argument={arg} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

function ArgumentRow({ argument: { name, type, preset, deprecated, description } }: { argument: Argument }) {
  return (
    <li>
      <span className={classes.code}>
        {name}
        {': '}
        <TypeName type={type} />
        {preset === null ? null : ` = ${preset}`}
      </span>
      <Deprecated reason={deprecated} />
      <Words text={description} />
    </li>
  );
}

function Deprecated({ reason }: { reason: string | null }) {
  const { t } = useTranslation('api');
  if (reason === null) return null;
  return (
    <p className={classes.line}>
      <span className={classes.deprecated}>{t('schema.deprecated')}</span> {reason}
    </p>
  );
}
