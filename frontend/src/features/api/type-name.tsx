import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { named } from './schema-index';

/** `[Lead!]!`, whose name leads to the type. */
export function TypeName({ type }: { type: string }) {
  const name = named(type);
  const [before = '', after = ''] = type.split(name);
  return (
    <Fragment>
      {before}
      <TypeLink name={name} />
      {after}
    </Fragment>
  );
}

export function TypeLink({ name, member }: { name: string; member?: string }) {
  return (
    <Link to="/partners/api" search={{ type: name, field: member }}>
      {member ? `${name}.${member}` : name}
    </Link>
  );
}
