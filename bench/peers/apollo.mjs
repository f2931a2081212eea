// Apollo Server 5 with dataloaders: the part of our schema that is asked for, over hand-written statements.
import { createServer } from "node:http";
import { randomUUID } from "node:crypto";
import { ApolloServer, HeaderMap } from "@apollo/server";
import DataLoader from "dataloader";
import { statement } from "./comment.mjs";
import { pool } from "./database.mjs";
import { decode, encode } from "./typeid.mjs";
import { person } from "./who.mjs";

const COMMENT = await statement();
const PRIORITIES = ["LOW", "NORMAL", "HIGH", "URGENT"];

const typeDefs = `
  type Query { leads(first: Int): LeadConnection! lead(id: ID!): Lead }
  type Mutation { addComment(input: AddCommentInput!): AddCommentPayload! }
  input AddCommentInput { idempotencyKey: String! leadId: ID! body: String! }
  type AddCommentPayload { comment: Comment userErrors: [UserError!]! }
  type UserError { code: String! message: String! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type LeadConnection { edges: [LeadEdge!]! pageInfo: PageInfo! }
  type LeadEdge { node: Lead! }
  type Lead {
    id: ID! reference: String! title: String! state: String! tlp: String! priority: String! createdAt: String!
    owner: Organization! items(first: Int): ItemConnection! comments(first: Int): CommentConnection!
  }
  type Organization { id: ID! name: String! }
  type Person { id: ID! name: String! }
  type Brand { id: ID! name: String! }
  type ItemConnection { edges: [ItemEdge!]! }
  type ItemEdge { node: Item! }
  type Item { title: String! brand: Brand }
  type CommentConnection { edges: [CommentEdge!]! totalCount: Int! }
  type CommentEdge { node: Comment! }
  type Comment { id: ID! body: String! authorName: String! createdAt: String! author: Person }
`;

const INBOX = `
  SELECT l.id, l.reference, l.title, l.state, l.tlp, l.priority, l.created_at, l.owner_id
  FROM (
    SELECT DISTINCT x.object_id, x.created_at
    FROM unnest($1::text[]) AS p(principal)
    CROSS JOIN LATERAL (
      SELECT a.object_id, a.created_at
      FROM audience a
      WHERE a.kind = 'lead' AND a.principal = p.principal AND a.valid_until > $3
        AND NOT EXISTS (SELECT 1 FROM wall w WHERE w.root_id = a.root_id AND w.organization_id = $2)
      ORDER BY a.created_at DESC, a.object_id DESC
      LIMIT 51
    ) AS x
    ORDER BY x.created_at DESC, x.object_id DESC
    LIMIT 51
  ) AS page
  JOIN lead l ON l.id = page.object_id
  ORDER BY page.created_at DESC, page.object_id DESC`;
const LEAD = `
  SELECT l.id, l.reference, l.title, l.state, l.tlp, l.priority, l.created_at, l.owner_id
  FROM lead l
  WHERE l.id = $4
    AND EXISTS (SELECT 1 FROM audience a WHERE a.kind = 'lead' AND a.object_id = l.id AND a.principal = ANY ($1)
      AND a.valid_until > $3)
    AND NOT EXISTS (SELECT 1 FROM wall w WHERE w.root_id = l.id AND w.organization_id = $2)`;
const ITEMS = `
  SELECT i.lead_id, i.title, i.brand_id
  FROM lead_item i
  WHERE i.lead_id = ANY ($2) AND EXISTS (SELECT 1 FROM audience a WHERE a.kind = 'item' AND a.object_id = i.id
    AND a.principal = ANY ($1) AND a.valid_until > $3)
  ORDER BY i.lead_id, i.position`;
const COMMENTS = `
  SELECT c.lead_id, c.id, c.body, c.created_at, c.author_id, c.organization_id
  FROM comment c
  WHERE c.lead_id = ANY ($2) AND EXISTS (SELECT 1 FROM audience a WHERE a.kind = 'comment' AND a.object_id = c.id
    AND a.principal = ANY ($1) AND a.valid_until > $3)
  ORDER BY c.lead_id, c.created_at, c.id`;
const COUNTS = `
  SELECT c.lead_id, COUNT(*)::int AS found
  FROM comment c
  WHERE c.lead_id = ANY ($2) AND EXISTS (SELECT 1 FROM audience a WHERE a.kind = 'comment' AND a.object_id = c.id
    AND a.principal = ANY ($1) AND a.valid_until > $3)
  GROUP BY c.lead_id`;

const now = () => (Date.now() * 1000).toString();
const prepared = (name, text, values) => pool.query({ name, text, values }).then((result) => result.rows);

function byId(name, table) {
  return new DataLoader(async (ids) => {
    const rows = await prepared(name, `SELECT id, name FROM ${table} WHERE id = ANY ($1)`, [ids]);
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  });
}

function ofLeads(name, text, viewer, gather) {
  return new DataLoader(async (leads) => {
    const rows = await prepared(name, text, [viewer.principals, leads, now()]);
    const lists = Map.groupBy(rows, (row) => row.lead_id);
    return leads.map((lead) => gather(lists.get(lead) ?? []));
  });
}

function loaders(viewer) {
  return {
    organizations: byId("organizations", "organization"),
    people: byId("people", "person"),
    brands: byId("brands", "brand"),
    items: ofLeads("items", ITEMS, viewer, (rows) => rows),
    comments: ofLeads("comments", COMMENTS, viewer, (rows) => rows),
    counts: ofLeads("counts", COUNTS, viewer, (rows) => rows[0]?.found ?? 0),
  };
}

const moment = (micros) => {
  const text = new Date(Math.floor(Number(micros) / 1000)).toISOString();
  const rest = Number(BigInt(micros) % 1000000n);
  const fraction = rest === 0 ? "" : `.${rest.toString().padStart(6, "0").replace(/0+$/, "")}`;
  return `${text.slice(0, 19)}${fraction}Z`;
};
const cursor = (row) => {
  const bytes = Buffer.alloc(24);
  bytes.writeBigInt64BE(BigInt(row.created_at));
  bytes.write(row.id.replaceAll("-", ""), 8, "hex");
  return bytes.toString("base64url");
};
const edges = (rows) => ({ edges: rows.map((node) => ({ node })) });

const resolvers = {
  Query: {
    async leads(_, { first }, { viewer }) {
      const rows = await prepared("inbox", INBOX, [viewer.principals, viewer.organization, now()]);
      const page = rows.slice(0, first);
      return { ...edges(page), pageInfo: { hasNextPage: rows.length > first, endCursor: cursor(page.at(-1)) } };
    },
    async lead(_, { id }, { viewer }) {
      const rows = await prepared("lead", LEAD, [viewer.principals, viewer.organization, now(), decode(id)]);
      return rows[0] ?? null;
    },
  },
  Mutation: {
    async addComment(_, { input }, { viewer }) {
      const at = now();
      const fresh = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
      const lead = decode(input.leadId);
      const [row] = await prepared("comment", COMMENT, [
        viewer.principals, viewer.organization, at, lead, viewer.id, input.body, input.idempotencyKey, fresh,
      ]);
      const said = { id: fresh[0], body: input.body, created_at: at, signature: `${row.author}, ${row.home}` };
      return { comment: said, userErrors: [] };
    },
  },
  Lead: {
    id: (lead) => encode("lead", lead.id),
    priority: (lead) => PRIORITIES[lead.priority],
    createdAt: (lead) => moment(lead.created_at),
    owner: (lead, _, { load }) => load.organizations.load(lead.owner_id),
    items: async (lead, { first }, { load }) => edges((await load.items.load(lead.id)).slice(0, first)),
    comments: (lead, { first }) => ({ lead, first }),
  },
  CommentConnection: {
    edges: async ({ lead, first }, _, { load }) => edges((await load.comments.load(lead.id)).slice(0, first)).edges,
    totalCount: ({ lead }, _, { load }) => load.counts.load(lead.id),
  },
  Organization: { id: (row) => encode("org", row.id) },
  Person: { id: (row) => encode("person", row.id) },
  Brand: { id: (row) => encode("brand", row.id) },
  Item: { brand: (item, _, { load }) => (item.brand_id ? load.brands.load(item.brand_id) : null) },
  Comment: {
    id: (comment) => encode("comment", comment.id),
    createdAt: (comment) => moment(comment.created_at),
    async authorName(comment, _, { load }) {
      if (comment.signature) return comment.signature;
      const [author, home] = await Promise.all([
        load.people.load(comment.author_id), load.organizations.load(comment.organization_id),
      ]);
      return `${author.name}, ${home.name}`;
    },
    author: (comment, _, { load }) => load.people.load(comment.author_id),
  },
};

const apollo = new ApolloServer({ typeDefs, resolvers, introspection: false, includeStacktraceInErrorResponses: false });
await apollo.start();

async function body(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
}

async function answer(request, response) {
  if (request.url === "/healthz") return response.end();
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
  const result = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: request.method, headers, search: "", body: await body(request) },
    context: async () => {
      const viewer = await person(request.headers.authorization);
      return { viewer, load: loaders(viewer) };
    },
  });
  for (const [name, value] of result.headers) response.setHeader(name, value);
  response.statusCode = result.status ?? 200;
  response.end(result.body.kind === "complete" ? result.body.string : "");
}

createServer((request, response) => {
  answer(request, response).catch((error) => {
    console.error(error);
    response.statusCode = 500;
    response.end();
  });
}).listen(Number(process.env.PORT), "127.0.0.1");
