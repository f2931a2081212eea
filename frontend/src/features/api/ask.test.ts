import { expect, it, vi } from 'vitest';
import { ask, type Ports } from './ask';
import { readVariables } from './variables';

function ports(...responses: Response[]) {
  const left = [...responses];
  const bodies: string[] = [];
  const renew = vi.fn(async () => {});
  let now = 0;
  const told: Ports = {
    post: async (body) => {
      bodies.push(body);
      now += 7.4;
      return left.shift() ?? Response.error();
    },
    renew,
    now: () => now,
  };
  return { ports: told, bodies, renew };
}

const json = (body: object, init?: ResponseInit) => new Response(JSON.stringify(body), init);

it('tells the answer, its cost, its time and what is left', async () => {
  const headers = { 'ratelimit-policy': '"cost";q=60;w=60', ratelimit: '"cost";r=57;t=3' };
  const body = { data: { viewer: null }, extensions: { cost: 3 } };
  const { ports: server, bodies } = ports(json(body, { headers }));
  const answer = await ask(server, { query: '{ viewer { roles } }', variables: {} });
  expect(JSON.parse(bodies[0] ?? '')).toEqual({
    query: '{ viewer { roles } }',
    variables: {},
    extensions: { cost: true },
  });
  expect(answer).toMatchObject({ status: 200, cost: 3, milliseconds: 7, errors: [], codes: [] });
  expect(answer.standing).toMatchObject({ left: 57, resetsInSeconds: 3 });
  expect(JSON.parse(answer.text)).toEqual(body);
  expect(answer.bytes).toBe(JSON.stringify(body).length);
});

it('tells what went wrong', async () => {
  const errors = [{ message: 'Too much.', extensions: { code: 'RATE_LIMITED' } }, { message: 'And more.' }];
  const { ports: server } = ports(json({ errors }, { status: 429, headers: { 'retry-after': '2' } }));
  const answer = await ask(server, { query: '{ a }' });
  expect(answer).toMatchObject({
    status: 429,
    cost: null,
    errors: ['Too much.', 'And more.'],
    codes: ['RATE_LIMITED'],
  });
  expect(answer.limits).toEqual([['Retry-After', '2']]);
});

it('shows what is no JSON as it came', async () => {
  const { ports: server } = ports(new Response('Bad gateway', { status: 502 }));
  expect(await ask(server, { query: '{ a }' })).toMatchObject({ status: 502, text: 'Bad gateway', errors: [] });
});

it('sends again with a new token what was refused for the old one, once', async () => {
  const refused = () => json({ errors: [{ message: 'Sign in.' }] }, { status: 401 });
  const renewed = ports(refused(), json({ data: {} }));
  expect((await ask(renewed.ports, { query: '{ a }' })).status).toBe(200);
  expect([renewed.renew.mock.calls.length, renewed.bodies.length]).toEqual([1, 2]);
  const ended = ports(refused(), refused());
  expect((await ask(ended.ports, { query: '{ a }' })).status).toBe(401);
  expect(ended.bodies).toHaveLength(2);
});

it('takes variables that are one object', () => {
  expect(readVariables('')).toEqual({});
  expect(readVariables('{ "first": 1 }')).toEqual({ first: 1 });
  for (const other of ['[1]', '1', 'null', '{first: 1}']) expect(readVariables(other)).toBeNull();
});
