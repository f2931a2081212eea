import type { APIRequestContext, Page } from '@playwright/test';
import { apiOf } from './api';
import { type DemoPerson, expect, type Portal, personWith } from './fixture';

export const ME = `{ viewer { person { id } organization { id } } }`;
const RESOLVED = `{ leads(first: 100, filter: { states: [RESOLVED] }) { nodes { reference outcome } } }`;
const PROPOSE = `mutation ($input: ProposeOfflineActionInput!) {
  proposeOfflineAction(input: $input) { action { id version } userErrors { code message } }
}`;
export const step = (name: string) => `mutation ($id: ID!, $version: Int!) {
  ${name}(input: { id: $id, expectedVersion: $version }) { action { version state } userErrors { code message } }
}`;

/** Who proposes, the desk, and the officer who leads. */
export function cast(portal: Portal) {
  return {
    officer: personWith(portal, 'LE', 'LE_AGENCY'),
    desk: personWith(portal, 'SO', 'SECRETARIAT'),
    admin: personWith(portal, 'SA'),
    author: personWith(portal, 'MA', 'MEMBER_BRAND'),
  };
}

/** Another officer of the same agency: whoever proposes an action does not approve it. */
export function colleagueOf({ people }: Portal, officer: DemoPerson) {
  const found = people.find(
    ({ roles, organization, email }) =>
      roles.includes('LE') && organization === officer.organization && email !== officer.email,
  );
  if (!found) throw new Error('the demo has one officer only');
  return found;
}

interface Wishes {
  leadId?: string;
  address?: string;
  operationId?: string;
  riskNotes?: string;
  site?: object;
}

/** An action of law enforcement's own at one site, with the desk on its team. */
export async function action(
  request: APIRequestContext,
  officer: DemoPerson,
  desk: DemoPerson,
  { leadId, address, operationId, riskNotes, site }: Wishes = {},
) {
  const ask = await apiOf(request, officer);
  const { person, organization } = (await ask(ME)).viewer;
  const theirs = (await (await apiOf(request, desk))(ME)).viewer.person;
  const title = `The mill ${crypto.randomUUID().slice(0, 8)}`;
  const day = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
  const { proposeOfflineAction } = await ask(PROPOSE, {
    input: {
      idempotencyKey: crypto.randomUUID(),
      title,
      kind: 'RAID',
      operationId,
      riskNotes,
      leadAgencyId: organization.id,
      team: [
        { personId: leadId ?? person.id, role: 'LEAD' },
        { personId: theirs.id, role: 'DESK' },
      ],
      leadIds: [],
      isOwnCase: true,
      window: { startsLocal: `${day}T06:00`, endsLocal: `${day}T12:00`, timeZone: 'Asia/Shanghai' },
      sites: [
        { kind: 'PRODUCTION', country: 'CN', divisionCode: '3301', address: address ?? `Mill lane ${title}`, ...site },
      ],
    },
  });
  return { title, ...proposeOfflineAction.action } as { title: string; id: string; version: number };
}

/** A lead on which an action may rest: the reference of one that was confirmed. */
export async function confirmedLead(request: APIRequestContext, author: DemoPerson) {
  const { leads } = await (await apiOf(request, author))(RESOLVED);
  const isConfirmed = ({ outcome }: { outcome: string }) => outcome === 'CONFIRMED_INFRINGEMENT';
  return leads.nodes.find(isConfirmed).reference as string;
}

export async function take(page: Page, name: string) {
  const button = page.getByRole('button', { name, exact: true });
  await button.click();
  const dialog = page.getByRole('dialog', { name });
  await dialog.getByRole('button', { name, exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

export async function pick(page: Page, field: string, option: string | RegExp) {
  await page.getByRole('combobox', { name: field, exact: true }).click();
  await page.getByRole('option', { name: option }).first().click();
}

const BRANDS = '{ brands(first: 2, filter: { states: [ACTIVE] }) { nodes { id name } } }';
const STANDS = `query ($id: ID!) {
  offlineAction(id: $id) { version allowedActions sites { id } outcome { suspects { id version } seizures { id version } } }
}`;
const record = (name: string, type: string) => `mutation ($input: ${type}!) {
  ${name}(input: $input) { action { id } userErrors { code message } }
}`;

/** An action that was done, with a suspect and goods of two brands, verified by the desk. */
export async function verified(request: APIRequestContext, portal: Portal) {
  const { officer, desk } = cast(portal);
  const proposer = colleagueOf(portal, officer);
  const [leads, seconds] = [await apiOf(request, officer), await apiOf(request, desk)];
  const lead = (await leads(ME)).viewer;
  const { id, title } = await action(request, proposer, desk, { leadId: lead.person.id });
  const stands = async (ask = leads) => (await ask(STANDS, { id })).offlineAction;
  const go = async (name: string, ask = leads) => ask(step(name), { id, version: (await stands()).version });
  await go('submitOfflineAction');
  await expect.poll(async () => (await stands()).allowedActions, { timeout: 30_000 }).toContain('PLAN');
  await go('planOfflineAction');
  await go('approveOfflineAction', seconds);
  for (const name of ['approve', 'schedule', 'start', 'execute']) await go(`${name}OfflineAction`);
  const [site] = (await stands()).sites;
  const on = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  const entry = () => ({ idempotencyKey: crypto.randomUUID(), actionId: id, siteId: site.id });
  await leads(record('recordSiteResult', 'RecordSiteResultInput'), { input: { ...entry(), result: 'DEALT_WITH' } });
  await leads(record('recordSuspect', 'RecordSuspectInput'), {
    input: { ...entry(), name: 'Wen Half-finished', stage: 'CRIMINALLY_DETAINED', on },
  });
  for (const [place, brand] of (await seconds(BRANDS)).brands.nodes.entries()) {
    const goods = { brandId: brand.id, product: ['Hang tags', 'Buckles'][place], quantity: '2', unit: 'box' };
    await leads(record('recordSeizure', 'RecordSeizureInput'), {
      input: { ...entry(), ...goods, disposition: 'STORED', on },
    });
  }
  await go('submitOutcome');
  await go('verifyOutcome', seconds);
  return { id, title, go, stands, officer, desk, leads, seconds };
}

const CREATE_CAMPAIGN = `mutation ($input: CreateEnforcementOperationInput!) {
  createEnforcementOperation(input: $input) { operation { id } userErrors { code message } }
}`;

/** A campaign of this name: its id. */
export async function campaign(request: APIRequestContext, person: DemoPerson, name: string) {
  const input = { idempotencyKey: crypto.randomUUID(), name };
  const { createEnforcementOperation } = await (await apiOf(request, person))(CREATE_CAMPAIGN, { input });
  return createEnforcementOperation.operation.id as string;
}
