import type {
  IdentifierInput,
  IdentifierKind,
  LegalBasis,
  PersonalDataInput,
  PersonalDataPurpose,
  SubjectKind,
} from '@/gql/graphql';
import { endOf } from '@/lib/day';

/** What else the server needs to know of an identifier to compare it. */
export type Hint = 'country' | 'platform' | 'bank' | 'division' | 'postcode';

export interface IdentifierValues {
  /** Names the row on the screen only. */
  key: string;
  kind: IdentifierKind;
  value: string;
  country: string | null;
  platform: string;
  bank: string;
  division: string;
  postcode: string;
}

/** Papers are a person's. */
const PAPERS: readonly IdentifierKind[] = ['NATIONAL_ID', 'PASSPORT'];

const HINTS: Partial<Record<IdentifierKind, readonly Hint[]>> = {
  PHONE: ['country'],
  WHATSAPP: ['country'],
  SHOP: ['platform'],
  LISTING: ['platform'],
  COMPANY_NUMBER: ['country'],
  BANK_ACCOUNT: ['bank'],
  PLATE: ['country'],
  NATIONAL_ID: ['country'],
  PASSPORT: ['country'],
};

export function hintsOf({ kind, country }: Pick<IdentifierValues, 'kind' | 'country'>): readonly Hint[] {
  if (kind !== 'ADDRESS') return HINTS[kind] ?? [];
  return ['country', country && country !== 'CN' ? 'postcode' : 'division'];
}

export function fits(subject: SubjectKind | undefined, identifier: IdentifierKind): boolean {
  return subject === undefined || subject === 'PERSON' || !PAPERS.includes(identifier);
}

export function emptyIdentifier(kind: IdentifierKind = 'PHONE', value = ''): IdentifierValues {
  return {
    key: crypto.randomUUID(),
    kind,
    value,
    country: hintsOf({ kind, country: null }).includes('country') ? 'CN' : null,
    platform: '',
    bank: '',
    division: '',
    postcode: '',
  };
}

/** Only the hints of the kind go: what was typed for another kind would contradict. */
export function identifierInput(values: IdentifierValues): IdentifierInput {
  const { kind, value } = values;
  const hints = hintsOf(values).map((hint) => [hint, values[hint]?.trim() || undefined]);
  return { kind, value: value.trim(), ...Object.fromEntries(hints) };
}

/** Rows without a text are rows that somebody did not need. */
export function identifierInputs(rows: readonly IdentifierValues[]): IdentifierInput[] {
  return filled(rows).map(identifierInput);
}

/** Those with a text: they alone may stand in the form when it is sent, or a refusal would stand at another one's row. */
export function filled(rows: readonly IdentifierValues[]): IdentifierValues[] {
  return rows.filter(({ value }) => value.trim());
}

/** A kind that was chosen anew brings its own hints. */
export function ofKind(row: IdentifierValues, kind: IdentifierKind): IdentifierValues {
  return { ...emptyIdentifier(kind, row.value), key: row.key };
}

export function isSame(one: Pick<IdentifierValues, 'kind' | 'value'>, other: Pick<IdentifierValues, 'kind' | 'value'>) {
  return one.kind === other.kind && one.value.trim() === other.value.trim();
}

/** What was found in a text takes the place of empty rows, and nothing twice. */
export function taking(rows: readonly IdentifierValues[], found: readonly IdentifierValues[]): IdentifierValues[] {
  const taken = filled(rows);
  for (const next of found) if (!taken.some((each) => isSame(each, next))) taken.push(next);
  return taken;
}

export interface PersonalValues {
  purpose: PersonalDataPurpose | null;
  legalBasis: LegalBasis | null;
  /** A day; empty for the usual time. */
  retainUntil: string;
}

export const NO_PERSONAL_DATA: PersonalValues = { purpose: null, legalBasis: null, retainUntil: '' };

export function personalInput(values: PersonalValues, was?: string | null): PersonalDataInput | undefined {
  const { purpose, legalBasis, retainUntil } = values;
  if (!purpose || !legalBasis) return undefined;
  return { purpose, legalBasis, retainUntil: endOf(retainUntil, was) };
}
