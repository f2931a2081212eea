import type {
  CivilProceedings,
  HandlingCode,
  Language,
  NoAppraisalReason,
  ReferralBuilderFragment,
  UpdateReferralInput,
  ValuationBasis,
} from '@/gql/graphql';

export interface BuilderValues extends Record<string, unknown> {
  title: string;
  facts: string;
  contactId: string | null;
  officerIds: string[];
  leadIds: string[];
  rightIds: string[];
  itemIds: string[];
  subjectIds: string[];
  evidenceIds: string[];
  country: string;
  divisionCode: string;
  handlingCode: HandlingCode;
  language: Language;
  amount: string;
  currency: string;
  basis: ValuationBasis | null;
  source: string;
  date: string;
  noAppraisalReason: NoAppraisalReason | null;
  noAppraisalNote: string;
  civilProceedings: CivilProceedings | null;
  civilProceedingsNote: string;
  safetyNotes: string;
  dataCountry: string | null;
  crossBorderBasis: string;
  approvalReference: string;
}

const idsOf = (rows: readonly { id: string }[] = []) => rows.map(({ id }) => id);

export function valuesOf(referral: ReferralBuilderFragment): BuilderValues {
  const { content } = referral;
  return {
    title: referral.title,
    facts: content?.facts ?? '',
    contactId: referral.contact.id,
    officerIds: referral.officers.map(({ officer }) => officer.id),
    leadIds: idsOf(content?.leads),
    rightIds: (content?.rights ?? []).map(({ right }) => right.id),
    itemIds: idsOf(content?.items),
    subjectIds: idsOf(content?.subjects),
    evidenceIds: idsOf(content?.evidence),
    country: referral.country,
    divisionCode: referral.divisionCode ?? '',
    handlingCode: referral.handlingCode,
    language: referral.language,
    amount: content?.valuation?.amount ?? '',
    currency: content?.valuation?.currency ?? 'CNY',
    basis: content?.valuation?.basis ?? null,
    source: content?.valuation?.source ?? '',
    date: content?.valuation?.date ?? '',
    noAppraisalReason: content?.noAppraisalReason ?? null,
    noAppraisalNote: content?.noAppraisalNote ?? '',
    civilProceedings: content?.civilProceedings ?? null,
    civilProceedingsNote: content?.civilProceedingsNote ?? '',
    safetyNotes: content?.safetyNotes ?? '',
    dataCountry: content?.dataCountry ?? null,
    crossBorderBasis: content?.crossBorderBasis ?? '',
    approvalReference: content?.approvalReference ?? '',
  };
}

/** What belongs to which lead, as far as it was seen on the page. */
export type PartsOfLeads = ReadonlyMap<string, readonly string[]>;

/** A value is said as a whole or not at all. */
export function isValued({ amount, source, basis, date }: Pick<BuilderValues, 'amount' | 'source' | 'basis' | 'date'>) {
  return Boolean(amount.trim() || source.trim() || basis || date);
}

export function builderInput(
  values: BuilderValues,
  partsOf: PartsOfLeads,
): Omit<UpdateReferralInput, 'id' | 'expectedVersion'> {
  const { amount, currency, basis, source, date, contactId, noAppraisalReason, civilProceedings, dataCountry } = values;
  // What belongs to a lead that was taken out goes with it.
  const gone = new Set([...partsOf].filter(([lead]) => !values.leadIds.includes(lead)).flatMap(([, parts]) => parts));
  const kept = (ids: string[]) => ids.filter((id) => !gone.has(id));
  return {
    title: values.title.trim(),
    facts: values.facts.trim(),
    contactId: contactId ?? undefined,
    officerIds: values.officerIds,
    leadIds: values.leadIds,
    rightIds: values.rightIds,
    itemIds: kept(values.itemIds),
    subjectIds: kept(values.subjectIds),
    evidenceIds: kept(values.evidenceIds),
    country: values.country,
    divisionCode: values.divisionCode.trim(),
    handlingCode: values.handlingCode,
    language: values.language,
    valuation:
      basis && isValued(values)
        ? { amount: amount.trim().replaceAll(/[\s,，]/g, ''), currency, basis, source: source.trim(), date }
        : undefined,
    noAppraisalReason: noAppraisalReason ?? undefined,
    noAppraisalNote: values.noAppraisalNote.trim(),
    civilProceedings: civilProceedings ?? undefined,
    civilProceedingsNote: values.civilProceedingsNote.trim(),
    safetyNotes: values.safetyNotes.trim(),
    dataCountry: dataCountry ?? '',
    crossBorderBasis: values.crossBorderBasis.trim(),
    approvalReference: values.approvalReference.trim(),
  };
}
