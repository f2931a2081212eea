import type { APIRequestContext } from '@playwright/test';
import { apiOf } from './api';
import { type DemoPerson, type Portal, personWith } from './fixture';
import { readyLead } from './referral';

type Ask = Awaited<ReturnType<typeof apiOf>>;

const FUNDING = '{ purchaseFunding { allocationId currency program { id } } }';
const BUYERS = 'query ($id: ID!) { buyersForPurchase(id: $id, query: "") { id name } }';
const ITS_SAMPLES = 'query ($id: ID!) { purchase(id: $id) { version samples { id label } } }';
const EVIDENCE = `mutation ($input: AttachEvidenceInput!) {
  attachEvidence(input: $input) { evidence { id } userErrors { code field message } }
}`;
const ORDER = `mutation ($input: OrderAppraisalInput!) {
  orderAppraisal(input: $input) { appraisal { id version } userErrors { code field message } }
}`;
const APPRAISERS = 'query ($id: ID!) { appraisers(sampleId: $id) { id name } }';
const PURCHASE = 'purchase { id version }';

/** One mutation about one thing. */
const change = (name: string, input: string, answer: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${answer} userErrors { code field message } } }`;

/** The smallest picture there is, and the beginning of a film: the server looks at the first bytes. */
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const FILM = Buffer.from('\0\0\0\u0018ftypmp42\0\0\0\0mp42isom', 'latin1');

const TOKEN = `mutation ($email: String!, $password: String!) {
  signIn(input: { email: $email, password: $password, returnRefreshToken: true }) { accessToken }
}`;

/** Sends a file as a person: its id. */
async function uploaded(request: APIRequestContext, { email, password }: DemoPerson, name: string, bytes: Buffer) {
  const answer = await request.post('/graphql', { data: { query: TOKEN, variables: { email, password } } });
  const { accessToken } = (await answer.json()).data.signIn;
  const sent = await request.post('/files', {
    data: bytes,
    headers: {
      authorization: `Bearer ${accessToken}`,
      'content-type': 'application/octet-stream',
      'x-touchstone-file-name': name,
    },
  });
  return (await sent.json()).id as string;
}

/** Who takes part: a brand that has money of its own, the desk, and appraisers who know nothing of each other. */
export function cast(portal: Portal) {
  const author = personWith(portal, 'MA', 'MEMBER_BRAND');
  const colleague = (role: string) => {
    const found = portal.people.find(
      ({ roles, organization }) => roles.includes(role) && organization === author.organization,
    );
    if (!found) throw new Error(`the brand has nobody with ${role}`);
    return found;
  };
  const labs = portal.people.filter(({ roles, kind }) => roles.includes('AP') && kind === 'LAB');
  const [first, second] = labs;
  if (!first || !second) throw new Error('the demo has no two appraisers of laboratories');
  return {
    author,
    finance: colleague('MF'),
    buyers: portal.people.filter(
      ({ roles, organization }) => roles.includes('MI') && organization === author.organization,
    ),
    desk: personWith(portal, 'SO', 'SECRETARIAT'),
    first,
    second,
    headquarters: personWith(portal, 'AP', 'MEMBER_BRAND'),
  };
}

/** The seller of what is bought, whom nobody who inspects blindly may read of. */
export const SELLER = 'Harbour Lane Watches';

/** A sample that was bought for a new lead: with its purchase, its lead and what that is made of. */
export async function boughtSample(request: APIRequestContext, portal: Portal) {
  const { author, finance, buyers, desk } = cast(portal);
  const { reference, ids } = await readyLead(request, author, desk);
  const [asAuthor, asFinance, asDesk] = await Promise.all([author, finance, desk].map((each) => apiOf(request, each)));
  if (!asAuthor || !asFinance || !asDesk) throw new Error('nobody');
  const evidence = (kind: string, name: string, bytes: Buffer) =>
    attached(request, author, asAuthor, ids.lead, kind, name, bytes);
  const key = () => crypto.randomUUID();
  const { purchaseFunding } = await asAuthor(FUNDING);
  const money = purchaseFunding.find(({ program }: { program: object | null }) => program === null);
  const { requestPurchase } = await asAuthor(change('requestPurchase', 'RequestPurchaseInput', PURCHASE), {
    input: {
      idempotencyKey: key(),
      itemId: ids.item,
      quantity: 1,
      reason: 'To know whether it is genuine',
      maxUnitPrice: '80.00',
      allocationId: money.allocationId,
      purpose: 'CIVIL',
      notarised: false,
      seller: SELLER,
    },
  });
  const { id } = requestPurchase.purchase;
  let version: number = requestPurchase.purchase.version;
  const act = async (ask: Ask, name: string, type: string, more: object = {}) => {
    const answer = await ask(change(name, type, PURCHASE), { input: { id, expectedVersion: version, ...more } });
    version = answer[name].purchase.version;
  };
  await act(asFinance, 'approvePurchase', 'ApprovePurchaseInput');
  const { buyersForPurchase } = await asDesk(BUYERS, { id });
  const known = buyersForPurchase.find(({ name }: { name: string }) => buyers.some((buyer) => buyer.name === name));
  const buyer = buyers.find(({ name }) => name === known?.name);
  if (!known || !buyer) throw new Error('nobody may buy it');
  const identity = {
    alias: `Wen ${key().slice(0, 8)}`,
    shipTo: `Lane ${key().slice(0, 8)}`,
    acknowledgeWarnings: true,
  };
  await act(asDesk, 'assignPurchase', 'AssignPurchaseInput', { buyerId: known.id, ...identity });
  const asBuyer = await apiOf(request, buyer);
  await act(asBuyer, 'orderPurchase', 'OrderPurchaseInput', {
    idempotencyKey: key(),
    orderNumber: `O-${key().slice(0, 8)}`,
    costs: [{ kind: 'GOODS', amount: '61.50' }],
    paidFrom: 'CARD',
    listingEvidenceId: await evidence('SCREENSHOT', 'listing.png', PICTURE),
    proofEvidenceId: await evidence('SCREENSHOT', 'order.png', PICTURE),
  });
  await act(asBuyer, 'shipPurchase', 'ShipPurchaseInput', { parcelNumber: `P-${key().slice(0, 8)}` });
  await act(asBuyer, 'receivePurchase', 'ReceivePurchaseInput', {
    idempotencyKey: key(),
    videoEvidenceId: await evidence('VIDEO', 'unpacking.mp4', FILM),
    seals: [`S-${key().slice(0, 8)}`],
    place: 'Store-room 2',
  });
  const { purchase } = await asDesk(ITS_SAMPLES, { id });
  const [sample] = purchase.samples as { id: string; label: string }[];
  if (!sample) throw new Error('it has no sample');
  return { purchase: id as string, sample, reference, ids };
}

async function attached(
  request: APIRequestContext,
  person: DemoPerson,
  ask: Ask,
  leadId: string,
  kind: string,
  name: string,
  bytes: Buffer,
) {
  const uploadId = await uploaded(request, person, name, bytes);
  const moment = { collectedAt: new Date().toISOString(), collectedOffset: 0 };
  const input = { idempotencyKey: crypto.randomUUID(), leadId, uploadId, kind, title: name, ...moment };
  return (await ask(EVIDENCE, { input })).attachEvidence.evidence.id as string;
}

/** What the desk asks of an appraiser: the id of the appraisal. */
export async function ordered(
  request: APIRequestContext,
  desk: DemoPerson,
  sampleId: string,
  appraiser: DemoPerson,
  more: object = {},
) {
  const ask = await apiOf(request, desk);
  const { appraisers } = await ask(APPRAISERS, { id: sampleId });
  const found = appraisers.find(({ name }: { name: string }) => name === appraiser.name);
  const input = {
    idempotencyKey: crypto.randomUUID(),
    sampleId,
    rank: 'LOCAL_TEAM',
    appraiserId: found?.id,
    questions: 'Is it genuine?',
    referenceFeatures: ['The seam is sewn'],
    ...more,
  };
  return (await ask(ORDER, { input })).orderAppraisal.appraisal.id as string;
}

/** An appraisal that counts, without clicking for it. */
export async function finished(
  request: APIRequestContext,
  desk: DemoPerson,
  sampleId: string,
  appraiser: DemoPerson,
  conclusion: string,
  more: object = {},
) {
  const id = await ordered(request, desk, sampleId, appraiser, more);
  const [asAppraiser, asDesk] = [await apiOf(request, appraiser), await apiOf(request, desk)];
  const { appraisal } = await asDesk('query ($id: ID!) { appraisal(id: $id) { version } }', { id });
  let version: number = appraisal.version;
  const act = async (ask: Ask, name: string, type: string, input: object = {}) => {
    const document = change(name, type, 'appraisal { id version }');
    const answer = await ask(document, { input: { id, expectedVersion: version, ...input } });
    version = answer[name].appraisal.version;
  };
  await act(asAppraiser, 'takeUpAppraisal', 'TakeUpAppraisalInput', { interest: 'NONE' });
  await act(asAppraiser, 'beginAppraisal', 'AppraisalTransitionInput');
  await act(asAppraiser, 'reportAppraisal', 'ReportAppraisalInput', {
    idempotencyKey: crypto.randomUUID(),
    report: {
      method: 'By eye',
      process: 'Received sealed, opened, looked at',
      features: [{ feature: 'The seam is sewn', finding: 'NOT_AS_GENUINE' }],
      photos: [{ uploadId: await uploaded(request, appraiser, 'seam.png', PICTURE), caption: 'The seam' }],
      conclusion,
      reasons: 'The seam is glued',
      signedName: appraiser.name,
    },
  });
  await act(asDesk, 'agreeToAppraisal', 'AppraisalTransitionInput');
  await act(asDesk, 'finalizeAppraisal', 'AppraisalTransitionInput');
  return id;
}
