import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { type DemoPerson, expect, type Portal, personWith, test } from '../e2e/fixture';
import { freePort } from '../e2e/server';
import { audit, type Category, type Figures, FORM_FACTORS, GOALS } from './audit';

const SIGN_IN = `mutation ($email: String!, $password: String!) {
  signIn(input: { email: $email, password: $password }) { accessToken userErrors { code } }
}`;

/** The demo has no group of its own. */
const CREATE_GROUP = `mutation ($input: CreateSharingGroupInput!) {
  createSharingGroup(input: $input) { group { id } userErrors { code } }
}`;

/** Evidence is found by its words, or on its lead. */
const FIND_EVIDENCE = `{
  search(query: "window", kinds: [EVIDENCE], first: 1) { nodes { object { ... on EvidenceItem { id } } } }
}`;

/** What only some may read is asked for where a page is about it. */
const FIND = {
  referral: '{ found: referrals(first: 1) { nodes { id } } }',
  action: '{ found: offlineActions(first: 1) { nodes { id } } }',
  fund: '{ found: funds(first: 1) { nodes { id } } }',
  program: '{ found: testPurchasePrograms(first: 1) { nodes { id } } }',
  sample: '{ found: samples(first: 1) { nodes { id } } }',
  appraisal: '{ found: appraisals(first: 1) { nodes { id } } }',
  purchase: '{ found: purchases(first: 1) { nodes { id } } }',
  statement: '{ found: bankStatements(first: 1) { nodes { id fund { id } } } }',
  agency: '{ found: agencies(first: 1) { nodes { id } } }',
  product: '{ found: products(first: 1, filter: { states: [PUBLISHED] }) { nodes { id } } }',
};

const TABLE = 'test-results/lighthouse.md';

const CSRF = { 'x-touchstone-csrf': '1' };

/** Whose page it is; nobody's are those that need no session. */
const PAGES: Record<string, (portal: Portal) => DemoPerson | undefined> = {
  '/sign-in': () => undefined,
  '/invitation#token': () => undefined,
  '/guest#link': () => undefined,
  '/inbox': (portal) => personWith(portal, 'MI', 'MEMBER_BRAND'),
  '/leads': (portal) => personWith(portal, 'MI', 'MEMBER_BRAND'),
  '/leads/new': (portal) => personWith(portal, 'MI', 'MEMBER_BRAND'),
  '/search?q=bag': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/board': (portal) => personWith(portal, 'MI', 'MEMBER_BRAND'),
  '/calendar': (portal) => personWith(portal, 'MI', 'MEMBER_BRAND'),
  '/hand-overs': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/notifications': (portal) => personWith(portal, 'MI', 'MEMBER_BRAND'),
  '/evidence/{evidence}': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/leads/{reference}': (portal) => personWith(portal, 'MI', 'MEMBER_BRAND'),
  '/referrals': (portal) => personWith(portal, 'MA', 'MEMBER_BRAND'),
  '/referrals/{referral}': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/actions': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/actions/{action}': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/actions/map': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/campaigns': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/deconfliction': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/funds': (portal) => personWith(portal, 'FM', 'SECRETARIAT'),
  '/funds/{fund}': (portal) => personWith(portal, 'FM', 'SECRETARIAT'),
  '/funds/{fund}/reconciliation': (portal) => personWith(portal, 'FM', 'SECRETARIAT'),
  '/funds/{fund}/statements/{statement}': (portal) => personWith(portal, 'FM', 'SECRETARIAT'),
  '/fund-orders': (portal) => personWith(portal, 'SA', 'SECRETARIAT'),
  '/programs': (portal) => personWith(portal, 'FM', 'SECRETARIAT'),
  '/purchases': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/purchases/approvals': (portal) => personWith(portal, 'FM', 'SECRETARIAT'),
  '/purchases/figures': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/purchases/clashes': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/purchases/{purchase}': (portal) => personWith(portal, 'FM', 'SECRETARIAT'),
  '/programs/{program}': (portal) => personWith(portal, 'FM', 'SECRETARIAT'),
  '/samples': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/samples/{sample}': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/appraisals': (portal) => personWith(portal, 'AP', 'LAB'),
  '/appraisals/figures': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/appraisals/{appraisal}': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/rights': (portal) => personWith(portal, 'MA', 'MEMBER_BRAND'),
  '/rights/new': (portal) => personWith(portal, 'MA', 'MEMBER_BRAND'),
  '/rights/import': (portal) => personWith(portal, 'MA', 'MEMBER_BRAND'),
  '/rights/{right}': (portal) => personWith(portal, 'MA', 'MEMBER_BRAND'),
  '/rights/check': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/products': (portal) => personWith(portal, 'MA', 'MEMBER_BRAND'),
  '/products/{product}': (portal) => personWith(portal, 'MA', 'MEMBER_BRAND'),
  '/organizations': (portal) => personWith(portal, 'SA'),
  '/organizations/{id}': (portal) => personWith(portal, 'SA'),
  '/agencies': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/agencies/{agency}': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/people': (portal) => personWith(portal, 'SA'),
  '/groups': (portal) => personWith(portal, 'MA', 'MEMBER_BRAND'),
  '/groups/{group}': (portal) => personWith(portal, 'MA', 'MEMBER_BRAND'),
  '/break-glass': (portal) => personWith(portal, 'SA'),
  '/matches': (portal) => personWith(portal, 'MA', 'MEMBER_BRAND'),
  '/screening': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/screening/studio': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/screening/figures': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/screening/sellers': (portal) => personWith(portal, 'MI', 'MEMBER_BRAND'),
  '/subjects': (portal) => personWith(portal, 'SA'),
  '/subjects/{subject}': (portal) => personWith(portal, 'SA'),
  '/imports': (portal) => personWith(portal, 'SA'),
  '/partners': (portal) => personWith(portal, 'MA', 'MEMBER_BRAND'),
  '/partners/ingest': (portal) => personWith(portal, 'MI', 'MEMBER_BRAND'),
  '/partners/api': (portal) => personWith(portal, 'MI', 'MEMBER_BRAND'),
  '/statistics': (portal) => personWith(portal, 'SO', 'SECRETARIAT'),
  '/audit': (portal) => personWith(portal, 'AU'),
  '/operations': (portal) => personWith(portal, 'SA'),
  '/settings/profile': (portal) => personWith(portal, 'MI', 'MEMBER_BRAND'),
  '/settings/notifications': (portal) => personWith(portal, 'MI', 'MEMBER_BRAND'),
  '/settings/security': (portal) => personWith(portal, 'MI', 'MEMBER_BRAND'),
  '/settings/calendar': (portal) => personWith(portal, 'MI', 'MEMBER_BRAND'),
};

const measured: Figures[] = [];

for (const [path, personOf] of Object.entries(PAGES)) {
  test(path, async ({ portal }) => {
    const person = personOf(portal);
    const port = await freePort();
    const profile = mkdtempSync(join(tmpdir(), 'touchstone-lighthouse-'));
    const { launchOptions } = test.info().project.use;
    const context = await chromium.launchPersistentContext(profile, {
      ...launchOptions,
      args: [...(launchOptions?.args ?? []), `--remote-debugging-port=${port}`],
    });
    try {
      for (const formFactor of FORM_FACTORS) {
        const page = person ? await signedIn(context, portal, person, path) : path;
        const figures = await audit(path, portal.url + page, port, formFactor);
        measured.push(figures);
        for (const [category, goal] of Object.entries(GOALS[formFactor])) {
          expect
            .soft(figures.scores[category as Category], `${formFactor} ${category} ${figures.found.join('\n')}`)
            .toBeGreaterThanOrEqual(goal);
        }
      }
    } finally {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    }
  });
}

/** A new session in this browser, and the address of the page with what it is about. */
async function signedIn(context: BrowserContext, { url }: Portal, { email, password }: DemoPerson, path: string) {
  const ask = async (query: string, variables: object, token?: string) => {
    const headers = token ? { authorization: `Bearer ${token}` } : CSRF;
    return (await (await context.request.post(`${url}/graphql`, { data: { query, variables }, headers })).json()).data;
  };
  const { signIn } = await ask(SIGN_IN, { email, password });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`${url}/sign-in`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.evaluate(() => localStorage.setItem('touchstone.signed-in', '1'));
  await page.goto('about:blank');
  const { leads, organizations, ipRights, subjects } = await ask(
    `{
      leads(first: 1) { nodes { reference } }
      organizations(first: 1, filter: { kinds: [MEMBER_BRAND] }) { nodes { id } }
      ipRights(first: 1) { nodes { id } }
      subjects(first: 1) { nodes { id } }
    }`,
    {},
    signIn.accessToken,
  );
  if (path.includes('{group}')) {
    const input = { idempotencyKey: path, name: 'Watch movements', purpose: 'Forged movements.', confidential: true };
    const { createSharingGroup } = await ask(CREATE_GROUP, { input }, signIn.accessToken);
    return path.replace('{group}', createSharingGroup.group.id);
  }
  if (path.includes('{evidence}')) {
    const { search } = await ask(FIND_EVIDENCE, {}, signIn.accessToken);
    return path.replace('{evidence}', search.nodes[0].object.id);
  }
  if (path.includes('{statement}')) {
    const { found } = await ask(FIND.statement, {}, signIn.accessToken);
    return path.replace('{statement}', found.nodes[0].id).replace('{fund}', found.nodes[0].fund.id);
  }
  for (const [thing, query] of Object.entries(FIND)) {
    if (!path.includes(`{${thing}}`)) continue;
    const { found } = await ask(query, {}, signIn.accessToken);
    return path.replace(`{${thing}}`, found.nodes[0].id);
  }
  return path
    .replace('{reference}', leads?.nodes[0]?.reference)
    .replace('{subject}', subjects?.nodes[0]?.id)
    .replace('{right}', ipRights?.nodes[0]?.id)
    .replace('{id}', organizations?.nodes[0]?.id);
}

/** A page that failed ends its worker, so the table is taken up where the one before left it. */
test.afterAll(() => {
  const rows = new Map(
    existsSync(TABLE) ? readFileSync(TABLE, 'utf8').split('\n').slice(2).filter(Boolean).map(keyed) : [],
  );
  for (const { page, formFactor, scores } of measured) {
    const cells = [`\`${page}\``, formFactor, scores.performance, scores.accessibility, scores['best-practices']];
    const [key, row] = keyed(`| ${cells.join(' | ')} |`);
    rows.set(key, row);
  }
  const head = '| page | | performance | accessibility | best practices |\n| --- | --- | ---: | ---: | ---: |';
  writeFileSync(TABLE, `${head}\n${[...rows.values()].join('\n')}\n`);
});

/** A row by its page and form factor. */
function keyed(row: string): [string, string] {
  return [row.split('|').slice(1, 3).join(), row];
}
