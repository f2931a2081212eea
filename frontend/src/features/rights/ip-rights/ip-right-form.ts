import type { IpRightFactsInput, IpRightFormFragment, IpRightKind } from '@/gql/graphql';

/** What the form of a right holds, by the names of the contract, so that refusals find their fields. */
export interface IpRightValues extends Record<string, unknown> {
  /** The right holder, where somebody acts for others. */
  organizationId: string | null;
  kind: IpRightKind;
  title: string;
  titleZh: string;
  brandIds: string[];
  office: string;
  applicationNumber: string;
  registrationNumber: string;
  st13: string;
  /** As a select keeps them. */
  niceClasses: string[];
  /** As they are typed: `02-04, 03-01`. */
  locarnoClasses: string;
  goods: string;
  territory: string[];
  filedOn: string;
  inForceFrom: string;
  expiresOn: string;
  recordUrl: string;
}

/** Most are trade marks, and most of those Chinese. */
export function emptyIpRight(): IpRightValues {
  return {
    organizationId: null,
    kind: 'TRADEMARK',
    title: '',
    titleZh: '',
    brandIds: [],
    office: 'CN',
    applicationNumber: '',
    registrationNumber: '',
    st13: '',
    niceClasses: [],
    locarnoClasses: '',
    goods: '',
    territory: [],
    filedOn: '',
    inForceFrom: '',
    expiresOn: '',
    recordUrl: '',
  };
}

export function valuesOf(right: IpRightFormFragment): IpRightValues {
  return {
    organizationId: right.holder.id,
    kind: right.kind,
    title: right.title,
    titleZh: right.titleZh ?? '',
    brandIds: right.brands.map(({ id }) => id),
    office: right.office,
    applicationNumber: right.applicationNumber ?? '',
    registrationNumber: right.registrationNumber ?? '',
    st13: right.st13 ?? '',
    niceClasses: right.niceClasses.map(String),
    locarnoClasses: right.locarnoClasses.join(', '),
    goods: right.goods ?? '',
    territory: [...right.territory],
    filedOn: right.filedOn ?? '',
    inForceFrom: right.inForceFrom ?? '',
    expiresOn: right.expiresOn ?? '',
    recordUrl: right.recordUrl ?? '',
  };
}

/** The facts are given whole: what was emptied is left out, which takes it away. */
export function factsInput(values: IpRightValues): IpRightFactsInput {
  const { kind, brandIds, office, territory } = values;
  return {
    kind,
    title: values.title.trim(),
    titleZh: given(values.titleZh),
    brandIds,
    office,
    applicationNumber: given(values.applicationNumber),
    registrationNumber: given(values.registrationNumber),
    st13: given(values.st13),
    niceClasses: values.niceClasses.map(Number).sort((a, b) => a - b),
    locarnoClasses: kind === 'DESIGN' ? (readLocarnoClasses(values.locarnoClasses) ?? []) : [],
    goods: given(values.goods),
    territory,
    filedOn: given(values.filedOn),
    inForceFrom: given(values.inForceFrom),
    expiresOn: given(values.expiresOn),
    recordUrl: given(values.recordUrl),
  };
}

function given(typed: string): string | undefined {
  return typed.trim() || undefined;
}

const LAST_LOCARNO = 32;

/** What somebody typed, such as `2-4, 03-01`; null where a word of it is no class of the Locarno classification. */
export function readLocarnoClasses(typed: string): string[] | null {
  const words = typed.split(/[\s,;，、；]+/).filter(Boolean);
  const classes = words.map((word) => {
    const [, main = '', sub = ''] = /^(\d{1,2})-(\d{1,2})$/.exec(word) ?? [];
    const isClass = Number(main) >= 1 && Number(main) <= LAST_LOCARNO;
    return isClass ? `${main.padStart(2, '0')}-${sub.padStart(2, '0')}` : null;
  });
  const known = classes.filter((each) => each !== null);
  return known.length === classes.length ? [...new Set(known)].sort() : null;
}

/** What the form says before the server does: the name of a text for each field that is not right. */
export function faults(values: IpRightValues) {
  const { kind, filedOn, inForceFrom, expiresOn } = values;
  return {
    ...(values.title.trim() ? {} : { title: 'form.titleNeeded' as const }),
    ...(values.brandIds.length > 0 ? {} : { brandIds: 'form.brandsNeeded' as const }),
    ...(values.office ? {} : { office: 'form.officeNeeded' as const }),
    ...(/^([A-Z]{2}[0-9]{6}[0-9A-Z]{9})?$/.test(values.st13.trim()) ? {} : { st13: 'form.st13Wrong' as const }),
    ...(readLocarnoClasses(values.locarnoClasses) ? {} : { locarnoClasses: 'form.locarnoWrong' as const }),
    // What was made is protected from then on, and may be registered later.
    ...(kind !== 'COPYRIGHT' && isBefore(inForceFrom, filedOn)
      ? { inForceFrom: 'form.startsBeforeFiling' as const }
      : {}),
    ...(isBefore(expiresOn, inForceFrom) ? { expiresOn: 'form.endsBeforeStart' as const } : {}),
    ...(/^(https:\/\/\S+)?$/.test(values.recordUrl.trim()) ? {} : { recordUrl: 'form.recordUrlWrong' as const }),
  };
}

function isBefore(day: string, other: string) {
  return day !== '' && other !== '' && day < other;
}
