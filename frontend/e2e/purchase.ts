import type { APIRequestContext } from '@playwright/test';
import { apiOf, handIn } from './api';
import { type DemoPerson, type Portal, personWith } from './fixture';

const OWN = `{ viewer { person { id brandScope { id } } organization { id name brands(first: 1) { nodes { id } } } } }`;
const FUND = `mutation ($input: CreateFundInput!) {
  createFund(input: $input) { fund { id } userErrors { code message } }
}`;
const CONTRIBUTE = `mutation ($input: ProposeContributionInput!) {
  proposeContribution(input: $input) { order { id version } userErrors { code message } }
}`;
const ALLOCATE = `mutation ($input: ProposeAllocationInput!) {
  proposeAllocation(input: $input) { order { id version } userErrors { code message } }
}`;
const AGREE = `mutation ($input: FundOrderTransitionInput!) {
  approveFundOrder(input: $input) { order { id version } userErrors { code message } }
}`;
const CREATE = `mutation ($input: CreateLeadInput!) {
  createLead(input: $input) { lead { id reference items { nodes { id } } } userErrors { code message } }
}`;
const STANDS = `query ($reference: String!) { leadByReference(reference: $reference) { id version } }`;
const PREVIEW = `query ($input: PreviewAudienceInput!) { previewAudience(input: $input) { token } }`;
const SHARE = `mutation ($input: ShareLeadInput!) {
  shareLead(input: $input) { lead { id } userErrors { code message } }
}`;
const FUNDING = `{ purchaseFunding { allocationId currency } }`;
const REQUEST = `mutation ($input: RequestPurchaseInput!) {
  requestPurchase(input: $input) { purchase { id version } userErrors { code field message } }
}`;
const APPROVE = `mutation ($input: ApprovePurchaseInput!) {
  approvePurchase(input: $input) { purchase { id version } userErrors { code field message } }
}`;

/** A member with somebody who investigates and another one who decides on its money, and who else has to do with it. */
export function cast(portal: Portal) {
  const members = portal.people.filter(({ kind }) => kind === 'MEMBER_BRAND');
  const pairs = members
    .filter(({ roles }) => roles.includes('MF'))
    .flatMap((finance) =>
      members
        .filter(({ roles }) => roles.includes('MI'))
        .filter(({ organization, email }) => organization === finance.organization && email !== finance.email)
        .map((investigator) => ({ finance, investigator })),
    );
  const [pair] = pairs;
  const owner = members.find(
    ({ roles, organization }) => roles.includes('MI') && organization !== pair?.finance.organization,
  );
  const admins = portal.people.filter(({ roles, kind }) => roles.includes('SA') && kind === 'SECRETARIAT');
  const [first, second] = admins;
  const desk = personWith(portal, 'SO', 'SECRETARIAT');
  const buyer = portal.people.find(({ roles, email, kind }) => {
    return roles.includes('SO') && kind === 'SECRETARIAT' && email !== desk.email;
  });
  if (!pair || !owner || !first || !second) throw new Error('the demo has no member with finance and an investigator');
  return {
    ...pair,
    owner,
    first,
    second,
    desk,
    buyer: buyer ?? desk,
    manager: personWith(portal, 'FM', 'SECRETARIAT'),
  };
}

type Cast = ReturnType<typeof cast>;

/** So much in a fund of a currency of its own, allotted to the member for any purchase. */
export async function money(request: APIRequestContext, cast: Cast, currency: string, amount: string) {
  const [keeps, one, two] = [
    await apiOf(request, cast.manager),
    await apiOf(request, cast.first),
    await apiOf(request, cast.second),
  ];
  const { organization } = (await (await apiOf(request, cast.finance))(OWN)).viewer;
  const name = `Purchases ${crypto.randomUUID().slice(0, 8)}`;
  const { fund } = (await keeps(FUND, { input: { idempotencyKey: crypto.randomUUID(), name, currency } })).createFund;
  const about = { idempotencyKey: crypto.randomUUID(), fundId: fund.id, organizationId: organization.id, amount };
  const given = (await keeps(CONTRIBUTE, { input: { ...about, bankReference: `B-${name}` } })).proposeContribution
    .order;
  await one(AGREE, { input: { id: given.id, expectedVersion: given.version } });
  const allotted = (await keeps(ALLOCATE, { input: { ...about, idempotencyKey: crypto.randomUUID() } }))
    .proposeAllocation.order;
  const agreed = (await one(AGREE, { input: { id: allotted.id, expectedVersion: allotted.version } })).approveFundOrder;
  await two(AGREE, { input: { id: allotted.id, expectedVersion: agreed.order.version } });
  return { fund: fund.id as string, name };
}

/** A lead about a brand of the investigator's: its author's, triaged. */
async function leadBy(request: APIRequestContext, cast: Cast, author: DemoPerson) {
  const { viewer } = await (await apiOf(request, cast.investigator))(OWN);
  const brand = viewer.person.brandScope[0] ?? viewer.organization.brands.nodes[0];
  const { lead } = (
    await (
      await apiOf(request, author)
    )(CREATE, {
      input: {
        idempotencyKey: crypto.randomUUID(),
        title: `Hang tags by the thousand ${crypto.randomUUID().slice(0, 8)}`,
        tlp: 'AMBER',
        channel: 'ONLINE',
        infringementTypes: ['COUNTERFEIT'],
        items: [{ title: 'Hang tags, 500 pieces', brandId: brand.id }],
      },
    })
  ).createLead;
  await handIn(request, lead.reference, author, cast.desk);
  const { reference, id } = lead as { reference: string; id: string };
  return { reference, id, item: lead.items.nodes[0].id as string, organization: viewer.organization.id as string };
}

/** A lead of somebody else's that was shared with the member, which has to answer it. */
export async function delivered(request: APIRequestContext, cast: Cast) {
  const lead = await leadBy(request, cast, cast.owner);
  const ask = await apiOf(request, cast.owner);
  const grants = [{ organizationId: lead.organization }];
  const { version } = (await ask(STANDS, { reference: lead.reference })).leadByReference;
  const { token } = (await ask(PREVIEW, { input: { id: lead.id, grants } })).previewAudience;
  await ask(SHARE, { input: { id: lead.id, expectedVersion: version, previewToken: token, grants } });
  return lead.reference;
}

/** A purchase of three for at most 100.00 each, of the member's own lead, whose money is held. */
export async function approved(request: APIRequestContext, cast: Cast, currency: string) {
  const lead = await leadBy(request, cast, cast.investigator);
  const [asks, agrees] = [await apiOf(request, cast.investigator), await apiOf(request, cast.finance)];
  const funding: { allocationId: string; currency: string }[] = (await asks(FUNDING)).purchaseFunding;
  const { purchase } = (
    await asks(REQUEST, {
      input: {
        idempotencyKey: crypto.randomUUID(),
        itemId: lead.item,
        quantity: 3,
        reason: 'To see who prints them',
        maxUnitPrice: '100.00',
        allocationId: funding.find((each) => each.currency === currency)?.allocationId,
        purpose: 'CIVIL',
        notarised: false,
      },
    })
  ).requestPurchase;
  await agrees(APPROVE, { input: { id: purchase.id, expectedVersion: purchase.version } });
  return { id: purchase.id as string, reference: lead.reference };
}
