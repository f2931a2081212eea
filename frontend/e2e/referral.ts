import type { APIRequestContext } from '@playwright/test';
import { apiOf, handIn } from './api';
import { type DemoPerson, expect } from './fixture';

const OWN = `{ viewer { organization { id } } }`;
const BRAND = `query ($owner: ID!, $on: Date!) {
  ipRights(first: 20, filter: { holderId: $owner, states: [VERIFIED], country: "CN" }) {
    nodes { id title brands { id } force(on: $on, country: "CN") { inForce } }
  }
}`;
const CREATE = `mutation ($input: CreateLeadInput!) {
  createLead(input: $input) { lead { id reference items { nodes { id } } } userErrors { code message } }
}`;
const SUBJECT = `mutation ($input: AddSubjectInput!) { addSubject(input: $input) { subject { id } userErrors { code message } } }`;
const EVIDENCE = `mutation ($input: AttachEvidenceInput!) {
  attachEvidence(input: $input) { evidence { id } userErrors { code message } }
}`;
const AGENCY = `query ($search: String!) { agencies(first: 1, filter: { search: $search }) {
  nodes { id officers { id state hasAccount } }
} }`;
const REFER = `mutation ($input: CreateReferralInput!) {
  createReferral(input: $input) { referral { id version } userErrors { code message } }
}`;
const FILL = `mutation ($input: UpdateReferralInput!) {
  updateReferral(input: $input) { referral { version } userErrors { code field message } }
}`;
const HAND_IN = `mutation ($id: ID!, $expectedVersion: Int!) {
  submitReferral(input: { id: $id, expectedVersion: $expectedVersion }) { referral { version } userErrors { code message } }
}`;
export const APPROVE = `mutation ($id: ID!, $expectedVersion: Int!) {
  approveReferral(input: { id: $id, expectedVersion: $expectedVersion }) { referral { version } userErrors { code message } }
}`;
const STATE = `query ($id: ID!) { referral(id: $id) { state } }`;

/** A lead with all that a package wants of it, for an agency in China. */
export async function readyLead(request: APIRequestContext, author: DemoPerson, desk: DemoPerson) {
  const ask = await apiOf(request, author);
  const owner = (await ask(OWN)).viewer.organization.id;
  const on = new Date().toISOString().slice(0, 10);
  const rights = (await ask(BRAND, { owner, on })).ipRights.nodes;
  const right = rights.find(({ force }: { force: { inForce: boolean } }) => force.inForce);
  const { lead } = (
    await ask(CREATE, {
      input: {
        idempotencyKey: crypto.randomUUID(),
        title: `Workshop ${crypto.randomUUID().slice(0, 8)}`,
        tlp: 'AMBER',
        channel: 'OFFLINE',
        infringementTypes: ['COUNTERFEIT'],
        items: [{ title: 'Hang tags, 500 pieces', brandId: right.brands[0].id }],
      },
    })
  ).createLead;
  const key = { idempotencyKey: crypto.randomUUID(), leadId: lead.id };
  const site = { ...key, kind: 'SITE', name: 'Behind the mill', identifiers: [] };
  const { subject } = (await ask(SUBJECT, { input: site })).addSubject;
  const moment = { collectedAt: new Date().toISOString(), collectedOffset: 0 };
  const tag = { ...key, kind: 'PHYSICAL_SAMPLE', title: 'A tag, bought', seal: 'S-1', ...moment };
  const { evidence } = (await ask(EVIDENCE, { input: tag })).attachEvidence;
  await handIn(request, lead.reference, author, desk);
  const ids = {
    lead: lead.id,
    right: right.id,
    item: lead.items.nodes[0].id,
    subject: subject.id,
    evidence: evidence.id,
  };
  return { reference: lead.reference as string, right: right.title as string, ids };
}

type Ids = Awaited<ReturnType<typeof readyLead>>['ids'];

/** A referral to an officer without an account, which waits for somebody else to approve it. */
export async function handedInReferral(request: APIRequestContext, author: DemoPerson, ids: Ids, agency: string) {
  const asAuthor = await apiOf(request, author);
  const [found] = (await asAuthor(AGENCY, { search: agency })).agencies.nodes;
  const officer = found.officers.find((each: { state: string; hasAccount: boolean }) => {
    return each.state === 'VERIFIED' && !each.hasAccount;
  });
  const title = `Hang tags from the mill ${crypto.randomUUID().slice(0, 8)}`;
  const begun = { idempotencyKey: crypto.randomUUID(), agencyId: found.id, leadIds: [ids.lead], title };
  const { id, version } = (await asAuthor(REFER, { input: begun })).createReferral.referral;
  const filled = (
    await asAuthor(FILL, {
      input: {
        id,
        expectedVersion: version,
        officerIds: [officer.id],
        facts: 'Hang tags are printed behind the mill, at night, and leave in unmarked vans before six. 印制吊牌。',
        rightIds: [ids.right],
        itemIds: [ids.item],
        subjectIds: [ids.subject],
        evidenceIds: [ids.evidence],
        valuation: {
          amount: '125000',
          currency: 'CNY',
          basis: 'GENUINE_PRICE',
          source: 'Price list 2026',
          date: '2026-11-01',
        },
        noAppraisalReason: 'NO_SAMPLE',
        civilProceedings: 'NONE',
        safetyNotes: 'Two dogs at the gate.',
      },
    })
  ).updateReferral.referral;
  const handedIn = (await asAuthor(HAND_IN, { id, expectedVersion: filled.version })).submitReferral.referral;
  return { id: id as string, version: handedIn.version as number, title };
}

/** A referral that was sent to an officer without an account: its id and title. */
export async function sentReferral(request: APIRequestContext, author: DemoPerson, desk: DemoPerson, agency: string) {
  const { ids } = await readyLead(request, author, desk);
  const { id, version, title } = await handedInReferral(request, author, ids, agency);
  const [asAuthor, asDesk] = [await apiOf(request, author), await apiOf(request, desk)];
  await asDesk(APPROVE, { id, expectedVersion: version });
  await expect.poll(async () => (await asAuthor(STATE, { id })).referral.state, { timeout: 60_000 }).toBe('SENT');
  return { id, title };
}
