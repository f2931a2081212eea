import type { APIRequestContext } from '@playwright/test';
import type { DemoPerson } from './fixture';

const SIGN_IN = `mutation ($email: String!, $password: String!) {
  signIn(input: { email: $email, password: $password, returnRefreshToken: true }) { accessToken }
}`;

const CREATE = `mutation ($input: CreateLeadInput!) {
  createLead(input: $input) { lead { reference } userErrors { code message } }
}`;

const FIND = `query ($reference: String!) { leadByReference(reference: $reference) { id version } }`;

const SUBMIT = `mutation ($id: ID!, $version: Int!) {
  submitLead(input: { id: $id, expectedVersion: $version }) { lead { version } userErrors { code message } }
}`;

const TRIAGE = `mutation ($id: ID!, $version: Int!) {
  triageLead(input: { id: $id, expectedVersion: $version, grade: "B2", priority: NORMAL }) {
    userErrors { code message }
  }
}`;

/** What a spec needs before it begins, without clicking for it: the API as one person. */
export async function apiOf(request: APIRequestContext, { email, password }: DemoPerson) {
  const execute = async (query: string, variables: object, token?: string) => {
    const headers = token ? { authorization: `Bearer ${token}` } : undefined;
    const answer = await (await request.post('/graphql', { data: { query, variables }, headers })).json();
    const refused = answer.errors ?? Object.values<{ userErrors?: object[] }>(answer.data)[0]?.userErrors ?? [];
    if (refused.length > 0) throw new Error(JSON.stringify(refused));
    return answer.data;
  };
  const { accessToken } = (await execute(SIGN_IN, { email, password })).signIn;
  return (query: string, variables: object = {}) => execute(query, variables, accessToken);
}

/** A lead that its author may share with anybody: the reference of a new one. */
export async function triagedLead(
  request: APIRequestContext,
  author: DemoPerson,
  officer: DemoPerson,
  { tlp = 'AMBER', url }: { tlp?: string; url?: string } = {},
) {
  const asAuthor = await apiOf(request, author);
  const { createLead } = await asAuthor(CREATE, {
    input: {
      idempotencyKey: crypto.randomUUID(),
      title: `Forged hang tags ${crypto.randomUUID().slice(0, 8)}`,
      tlp,
      channel: 'ONLINE',
      infringementTypes: ['COUNTERFEIT'],
      items: [{ title: 'Hang tags, 500 pieces', url }],
    },
  });
  const { reference } = createLead.lead;
  await handIn(request, reference, author, officer);
  return reference as string;
}

/** Takes a draft as far as its author may share it. */
export async function handIn(request: APIRequestContext, reference: string, author: DemoPerson, officer: DemoPerson) {
  const [asAuthor, asOfficer] = [await apiOf(request, author), await apiOf(request, officer)];
  const { leadByReference } = await asAuthor(FIND, { reference });
  const { id, version } = leadByReference;
  const { submitLead } = await asAuthor(SUBMIT, { id, version });
  await asOfficer(TRIAGE, { id, version: submitLead.lead.version });
}
