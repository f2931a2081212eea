import type { EvidenceKind, TestPurchaseProgramPageFragment } from '@/gql/graphql';
import { isAmountOf, writtenAmount } from '../minor';

export interface ProgramValues extends Record<string, unknown> {
  name: string;
  purpose: string;
  startsOn: string;
  endsOn: string;
  named: boolean;
  memberIds: string[];
  caps: { perPurchase: string; perMember: string; perPeriod: string; periodDays: string; perSeller: string };
  requiredEvidence: EvidenceKind[];
  approvalThreshold: string;
}

export const EMPTY: ProgramValues = {
  name: '',
  purpose: '',
  startsOn: '',
  endsOn: '',
  named: false,
  memberIds: [],
  caps: { perPurchase: '', perMember: '', perPeriod: '', periodDays: '', perSeller: '' },
  requiredEvidence: [],
  approvalThreshold: '',
};

type Program = Pick<
  TestPurchaseProgramPageFragment,
  'name' | 'purpose' | 'startsOn' | 'endsOn' | 'open' | 'members' | 'caps' | 'requiredEvidence' | 'approvalThreshold'
>;

/** A programme as its form shows it. */
export function programValues({ caps, members, open, approvalThreshold, ...program }: Program): ProgramValues {
  return {
    name: program.name,
    purpose: program.purpose,
    startsOn: program.startsOn,
    endsOn: program.endsOn,
    requiredEvidence: [...program.requiredEvidence],
    named: !open,
    memberIds: members.map(({ id }) => id),
    caps: {
      perPurchase: caps.perPurchase?.amount ?? '',
      perMember: caps.perMember?.amount ?? '',
      perPeriod: caps.perPeriod?.amount ?? '',
      periodDays: caps.periodDays ? String(caps.periodDays) : '',
      perSeller: caps.perSeller?.amount ?? '',
    },
    approvalThreshold: approvalThreshold?.amount ?? '',
  };
}

const amount = (typed: string) => writtenAmount(typed) || undefined;

/** What the form says, as the API takes it; what is left empty is not capped. */
export function programInput({ caps, named, memberIds, ...values }: ProgramValues) {
  return {
    name: values.name.trim(),
    purpose: values.purpose.trim(),
    startsOn: values.startsOn,
    endsOn: values.endsOn,
    memberIds: named ? memberIds : undefined,
    caps: {
      perPurchase: amount(caps.perPurchase),
      perMember: amount(caps.perMember),
      perPeriod: amount(caps.perPeriod),
      periodDays: caps.periodDays.trim() ? Number(caps.periodDays) : undefined,
      perSeller: amount(caps.perSeller),
    },
    requiredEvidence: values.requiredEvidence,
    approvalThreshold: amount(values.approvalThreshold),
  };
}

const MOST_DAYS = 366;
const isDays = (typed: string) => /^\d{1,3}$/.test(typed.trim()) && Number(typed) >= 1 && Number(typed) <= MOST_DAYS;

export type ProgramFault =
  | 'nameNeeded'
  | 'purposeNeeded'
  | 'dayNeeded'
  | 'daysWrong'
  | 'membersNeeded'
  | 'amountWrong'
  | 'periodWrong';

/** What is missing or cannot be, by field. */
export function programFaults(values: ProgramValues, currency: string): Record<string, ProgramFault> {
  const faults: Record<string, ProgramFault> = {};
  if (!values.name.trim()) faults.name = 'nameNeeded';
  if (!values.purpose.trim()) faults.purpose = 'purposeNeeded';
  if (!values.startsOn) faults.startsOn = 'dayNeeded';
  if (!values.endsOn) faults.endsOn = 'dayNeeded';
  if (values.startsOn && values.endsOn && values.endsOn < values.startsOn) faults.endsOn = 'daysWrong';
  if (values.named && values.memberIds.length === 0) faults.memberIds = 'membersNeeded';
  const { periodDays, ...amounts } = values.caps;
  for (const [cap, typed] of Object.entries(amounts))
    if (typed.trim() && !isAmountOf(typed, currency)) faults[`caps.${cap}`] = 'amountWrong';
  if (values.approvalThreshold.trim() && !isAmountOf(values.approvalThreshold, currency))
    faults.approvalThreshold = 'amountWrong';
  const lacksDays = amounts.perPeriod.trim() !== '' && !isDays(periodDays);
  const lacksCap = amounts.perPeriod.trim() === '' && periodDays.trim() !== '';
  if (lacksDays || lacksCap) faults['caps.periodDays'] = 'periodWrong';
  return faults;
}
