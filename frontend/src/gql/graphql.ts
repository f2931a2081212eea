/* eslint-disable */
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A day of the calendar, such as `2026-02-27`. */
  Date: { input: string; output: string; }
  /** A moment as RFC 3339 in UTC, such as `2026-02-13T16:30:00Z`. */
  DateTime: { input: string; output: string; }
  /** An exact decimal number as text, such as `"123.45"`; never a float. */
  Decimal: { input: string; output: string; }
  /** A scalar that can represent any JSON value. */
  JSON: { input: unknown; output: unknown; }
};

/** What accepts an invitation. */
export type AcceptInvitationInput = {
  /** The token in the link of the invitation's mail. */
  token: Scalars['String']['input'];
  /** The first password, of 12 to 128 characters. */
  password: Scalars['String']['input'];
};

/** What a person signs in with; shown to itself alone. */
export type Account = {
  /** Whether the person can sign in by a password: one is set, and the organisation has not closed passwords. */
  passwordSet: Scalars['Boolean']['output'];
  /** Whether the person signs in by its organisation's own provider. */
  singleSignOn: Scalars['Boolean']['output'];
  /** The second factor. */
  secondFactor: SecondFactor;
};

/** The viewer after a change of its account. */
export type AccountPayload = {
  /** The person as it stands now; null where it was refused. */
  viewer?: Maybe<Viewer>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UserError>;
};

/** Somebody whom a brand lets sell or make. */
export type AddAuthorizedPartyInput = {
  /** 1 to 128 characters that stand for this call: the same key with the same input is done once. */
  idempotencyKey: Scalars['String']['input'];
  /** The brand. */
  brandId: Scalars['ID']['input'];
  /** What it does for the brand. */
  kind: AuthorizedPartyKind;
  /** Its name, at most 200 characters. */
  name: Scalars['String']['input'];
  /** Code of the platform of its shop, as in canonical listing addresses, at most 40 characters. */
  platform?: InputMaybe<Scalars['String']['input']>;
  /** Id of its shop there, at most 100 characters. */
  shopId?: InputMaybe<Scalars['String']['input']>;
  /** Where it may act, at most 100 characters. */
  territory?: InputMaybe<Scalars['String']['input']>;
  /** The first day, in UTC. */
  validFrom: Scalars['Date']['input'];
  /** The last day, in UTC; without end where it is left out. */
  validTo?: InputMaybe<Scalars['Date']['input']>;
};

/** A comment to be. */
export type AddCommentInput = {
  /** 1 to 128 characters of the client's choice; the same key with the same input gives the same comment. */
  idempotencyKey: Scalars['String']['input'];
  /** The lead. */
  leadId: Scalars['ID']['input'];
  /** The words, at most 5,000 characters. */
  body: Scalars['String']['input'];
  /** Who sees it; the owner's and the author's organisations where nothing is said. */
  audience?: InputMaybe<CommentAudience>;
  /** Whether other organisations may see the author's name; not, where nothing is said. */
  attributionAllowed?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A new comment, or why there is none. */
export type AddCommentPayload = {
  /** The comment; null where it was refused. */
  comment?: Maybe<Comment>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UserError>;
};

/** A passkey that an authenticator has made. */
export type AddPasskeyInput = {
  /** The token that came with the options. */
  token: Scalars['String']['input'];
  /** What the person calls it, at most 60 characters. */
  name: Scalars['String']['input'];
  /** What the authenticator made, as `toJSON` of the browser's credential gives it. */
  credential: Scalars['JSON']['input'];
};

/** A passkey that was added. */
export type AddPasskeyPayload = {
  /** The passkey; null where it was refused. */
  passkey?: Maybe<Passkey>;
  /** Recovery codes, each good once and shown only now; null where it was refused or the earlier ones stay good. */
  recoveryCodes?: Maybe<Array<Scalars['String']['output']>>;
  /** The person as it stands now; null where it was refused. */
  viewer?: Maybe<Viewer>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UserError>;
};

/** An answer to a delivery. */
export type AnswerDeliveryInput = {
  /** The delivery. */
  id: Scalars['ID']['input'];
  /** The version the answer is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** The verdict; `NEEDS_INFO` asks the owner and stops the clock. */
  verdict: Verdict;
  /** Why, or the question; at most 2,000 characters. */
  reason: Scalars['String']['input'];
  /** How many to buy, 1 to 100, with `NEEDS_TEST_PURCHASE` only. */
  testPurchases?: InputMaybe<Scalars['Int']['input']>;
  /** Whether the owner and the other viewers may know that the answer is this organisation's. */
  attributionAllowed?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The owner's answer to a recipient's question. */
export type AnswerInfoRequestInput = {
  /** The delivery, from `infoRequests`. */
  id: Scalars['ID']['input'];
  /** The version the answer is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** The information, at most 2,000 characters. */
  answer: Scalars['String']['input'];
};

/** An organisation among the viewers of a lead. */
export type AudienceOrganization = {
  /** The organisation. */
  organization: Organization;
  /** How many of its people see the lead. */
  personCount: Scalars['Int']['output'];
  /** How many items they see. */
  itemCount: Scalars['Int']['output'];
  /** Whether sharing pushes it a delivery with a deadline. */
  willReceiveDelivery: Scalars['Boolean']['output'];
};

/** Who sees a lead, or would. */
export type AudiencePreview = {
  /** To be passed back when sharing: it ties the share to exactly this audience. */
  token: Scalars['String']['output'];
  /** How many people see it. */
  personCount: Scalars['Int']['output'];
  /** The organisations whose people see it. */
  organizations: Array<AudienceOrganization>;
  /** People named. */
  namedPeople: Array<Person>;
  /** Whether the community of the alliance sees it. */
  community: Scalars['Boolean']['output'];
  /** Whether law enforcement of the place sees it. */
  lawEnforcement: Scalars['Boolean']['output'];
  /** Whether everybody who is signed in sees it. */
  public: Scalars['Boolean']['output'];
  /** What the sender should know before sharing. */
  warnings: Array<Scalars['String']['output']>;
};

/** One act, whoever did it: metadata, never content. */
export type AuditEntry = Node & {
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** When it was done. */
  at: Scalars['DateTime']['output'];
  /** Who did it; `Touchstone` for the service itself. */
  actorName: Scalars['String']['output'];
  /** The verb, as the mutation is called. */
  action: Scalars['String']['output'];
  /** What it was done to; null where it was no single object. */
  objectId?: Maybe<Scalars['ID']['output']>;
  /** Codes, ids and counts as JSON. */
  detail: Scalars['String']['output'];
  /**
   * Place in the sealed chain; null until it is sealed, and for viewers who read only a part of the log, because gaps
   * would tell them of acts they may not know of.
   */
  sequence?: Maybe<Scalars['Int']['output']>;
  /** Hash of its link in the chain; null where `sequence` is. */
  hash?: Maybe<Scalars['String']['output']>;
};

/** A page of the audit log. */
export type AuditEntryConnection = {
  /** Information to aid in pagination. */
  pageInfo: PageInfo;
  /** A list of edges. */
  edges: Array<AuditEntryEdge>;
  /** A list of nodes. */
  nodes: Array<AuditEntry>;
  /** How many entries there are that the viewer can see, counted up to 10,000. */
  totalCount: Scalars['Int']['output'];
  /** Whether `totalCount` is exact; false means there are more. */
  totalCountIsExact: Scalars['Boolean']['output'];
};

/** An edge in a connection. */
export type AuditEntryEdge = {
  /** The item at the end of the edge */
  node: AuditEntry;
  /** A cursor for use in pagination */
  cursor: Scalars['String']['output'];
};

/** Which entries of the audit log. */
export type AuditFilter = {
  /** Only these verbs. */
  actions?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Only acts of this person. */
  actorId?: InputMaybe<Scalars['ID']['input']>;
  /** Only what was done to this object. */
  objectId?: InputMaybe<Scalars['ID']['input']>;
  /** From this moment on. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Before this moment. */
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** How far the log is sealed. */
export type AuditSeal = {
  /** Entries with a place in the chain, of those the viewer may read. */
  sealed: Scalars['Int']['output'];
  /** Entries that wait for one. */
  unsealed: Scalars['Int']['output'];
  /** Hash of the last link; null while there is none, and for viewers who read only a part of the log. */
  head?: Maybe<Scalars['String']['output']>;
  /** When the latest checkpoint was signed; null while there is none, and for viewers who read only a part of the log. */
  checkpointAt?: Maybe<Scalars['DateTime']['output']>;
  /** How many links it counted; null where `checkpointAt` is. */
  checkpointCount?: Maybe<Scalars['Int']['output']>;
};

/** The audit entries in numbers; never what they say. */
export type AuditState = {
  /** Entries in all. */
  entries: Scalars['Int']['output'];
  /** Those with a place in the chain. */
  sealed: Scalars['Int']['output'];
  /** Those that wait for one. */
  unsealed: Scalars['Int']['output'];
  /** How long the oldest of these has waited; null where none waits. */
  oldestUnsealedSeconds?: Maybe<Scalars['Int']['output']>;
  /** When the latest checkpoint was signed, on the machine that answers; null while there is none. */
  lastCheckpointAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A seller, distributor, maker or licensee whom a brand has authorised. */
export type AuthorizedParty = Node & {
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** The brand. */
  brand: Brand;
  /** What it does for the brand. */
  kind: AuthorizedPartyKind;
  /** Its name. */
  name: Scalars['String']['output'];
  /** Code of the platform of its shop, as in canonical listing addresses; null where none was named. */
  platform?: Maybe<Scalars['String']['output']>;
  /** Id of its shop there; null where none was named. */
  shopId?: Maybe<Scalars['String']['output']>;
  /** Where it may act; null where none was named. */
  territory?: Maybe<Scalars['String']['output']>;
  /** The first day, in UTC. */
  validFrom: Scalars['Date']['output'];
  /** The last day, in UTC; null where there is none. */
  validTo?: Maybe<Scalars['Date']['output']>;
  /** Where it stands. */
  state: AuthorizedPartyState;
  /** Counts its changes; to be sent back as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** What the viewer can do to it now. */
  allowedActions: Array<AuthorizedPartyAction>;
};

/** What the viewer can do to an authorised party now. */
export const AuthorizedPartyAction = {
  /** Take the authorisation back. */
  Revoke: 'REVOKE'
} as const;

export type AuthorizedPartyAction = typeof AuthorizedPartyAction[keyof typeof AuthorizedPartyAction];
/** What an authorised party does for a brand. */
export const AuthorizedPartyKind = {
  /** Sells to consumers. */
  Seller: 'SELLER',
  /** Sells to sellers. */
  Distributor: 'DISTRIBUTOR',
  /** Makes to the brand's design. */
  Oem: 'OEM',
  /** Designs and makes for the brand. */
  Odm: 'ODM',
  /** Uses the brand under a licence. */
  Licensee: 'LICENSEE'
} as const;

export type AuthorizedPartyKind = typeof AuthorizedPartyKind[keyof typeof AuthorizedPartyKind];
/** The outcome of a change of an authorised party. */
export type AuthorizedPartyPayload = {
  /** The authorised party afterwards; null where it was refused. */
  authorizedParty?: Maybe<AuthorizedParty>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UserError>;
};

/** Where an authorised party stands. */
export const AuthorizedPartyState = {
  /** Not revoked, its last day not over. */
  Active: 'ACTIVE',
  /** Its last day is over. */
  Expired: 'EXPIRED',
  /** Taken back. */
  Revoked: 'REVOKED'
} as const;

export type AuthorizedPartyState = typeof AuthorizedPartyState[keyof typeof AuthorizedPartyState];
/** An item whose seller or maker the brand has authorised. */
export type AuthorizedSellerWarning = {
  /** The item. */
  item: LeadItem;
  /** The authorised party. */
  party: AuthorizedParty;
};

/** A brand and its owner. */
export type Brand = Node & {
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Its name. */
  name: Scalars['String']['output'];
  /** Its name in Chinese; null where there is none. */
  nameZh?: Maybe<Scalars['String']['output']>;
  /** Whether it is in use. */
  state: BrandState;
  /** The classes of goods and services it stands for, by the Nice classification, 1–45. */
  niceClasses: Array<Scalars['Int']['output']>;
  /** The right holder. */
  owner: Organization;
  /** Whom it lets sell or make, by name; empty where the viewer may not read them. */
  authorizedParties: Array<AuthorizedParty>;
  /** Counts its changes; to be sent back as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** When it was entered. */
  createdAt: Scalars['DateTime']['output'];
  /** What the viewer can do to it now. */
  allowedActions: Array<BrandAction>;
};

/** What the viewer can do to a brand now. */
export const BrandAction = {
  /** Take it out of use. */
  Retire: 'RETIRE',
  /** Add somebody whom it lets sell or make. */
  AddAuthorizedParty: 'ADD_AUTHORIZED_PARTY'
} as const;

export type BrandAction = typeof BrandAction[keyof typeof BrandAction];
/** A page of brands. */
export type BrandConnection = {
  /** Information to aid in pagination. */
  pageInfo: PageInfo;
  /** A list of edges. */
  edges: Array<BrandEdge>;
  /** A list of nodes. */
  nodes: Array<Brand>;
  /** How many entries there are that the viewer can see, counted up to 10,000. */
  totalCount: Scalars['Int']['output'];
  /** Whether `totalCount` is exact; false means there are more. */
  totalCountIsExact: Scalars['Boolean']['output'];
};

/** An edge in a connection. */
export type BrandEdge = {
  /** The item at the end of the edge */
  node: Brand;
  /** A cursor for use in pagination */
  cursor: Scalars['String']['output'];
};

/** Which brands to list; what is left out does not narrow the list. */
export type BrandFilter = {
  /** A part of the name, whatever its case and accents; at most 100 characters. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Their owner. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  /** States. */
  states?: InputMaybe<Array<BrandState>>;
};

/** The outcome of a change of a brand. */
export type BrandPayload = {
  /** The brand afterwards; null where it was refused. */
  brand?: Maybe<Brand>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UserError>;
};

/** Where a brand stands. */
export const BrandState = {
  /** In use. */
  Active: 'ACTIVE',
  /** No longer in use; what was written under it stays. */
  Retired: 'RETIRED'
} as const;

export type BrandState = typeof BrandState[keyof typeof BrandState];
/** A step of a brand. */
export type BrandTransitionInput = {
  /** Which one. */
  id: Scalars['ID']['input'];
  /** The version that was seen. */
  expectedVersion: Scalars['Int']['input'];
};

/** A change of TLP or handling code. */
export type ChangeLeadTlpInput = {
  /** The lead. */
  id: Scalars['ID']['input'];
  /** The version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** The new TLP. */
  tlp: Tlp;
  /** The new handling code; stays where nothing is said. */
  handlingCode?: InputMaybe<HandlingCode>;
  /** Why, for everybody who sees the lead; at most 2,000 characters. */
  reason: Scalars['String']['input'];
  /** People to name, so that RED keeps readers. */
  namedPersonIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** What replaces a password. */
export type ChangePasswordInput = {
  /** The password that is to be replaced. */
  currentPassword: Scalars['String']['input'];
  /** The new one, of 12 to 128 characters. */
  newPassword: Scalars['String']['input'];
};

/** Where the goods are offered. */
export const Channel = {
  /** On the internet. */
  Online: 'ONLINE',
  /** In shops, workshops, warehouses. */
  Offline: 'OFFLINE'
} as const;

export type Channel = typeof Channel[keyof typeof Channel];
/** What somebody said about a lead. */
export type Comment = Node & {
  /** The words. */
  body: Scalars['String']['output'];
  /** The author, as the viewer may know it: a name, an organisation or a pseudonym. */
  authorName: Scalars['String']['output'];
  /** When it was said. */
  createdAt: Scalars['DateTime']['output'];
  /** Who sees it. */
  audience: CommentAudience;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** The author; null where the viewer may not know the name. */
  author?: Maybe<Person>;
};

/** Who sees a comment. */
export const CommentAudience = {
  /** The lead's owner and the author's organisation. */
  OwnerAndMyOrganization: 'OWNER_AND_MY_ORGANIZATION',
  /** Everybody who sees the lead. */
  EveryoneWhoSeesTheLead: 'EVERYONE_WHO_SEES_THE_LEAD'
} as const;

export type CommentAudience = typeof CommentAudience[keyof typeof CommentAudience];
/** A page of comments. */
export type CommentConnection = {
  /** Information to aid in pagination. */
  pageInfo: PageInfo;
  /** A list of edges. */
  edges: Array<CommentEdge>;
  /** A list of nodes. */
  nodes: Array<Comment>;
  /** How many entries there are that the viewer can see, counted up to 10,000. */
  totalCount: Scalars['Int']['output'];
  /** Whether `totalCount` is exact; false means there are more. */
  totalCountIsExact: Scalars['Boolean']['output'];
};

/** An edge in a connection. */
export type CommentEdge = {
  /** The item at the end of the edge */
  node: Comment;
  /** A cursor for use in pagination */
  cursor: Scalars['String']['output'];
};

/** What finishes a sign-in. */
export type CompleteSignInInput = {
  /** The challenge's token. */
  token: Scalars['String']['input'];
  /** The second factor. */
  answer: SecondFactorAnswer;
  /** Return the refresh token in the body instead of the cookie: for clients that are no browsers. */
  returnRefreshToken?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A provider to be used. */
export type ConfigureSingleSignOnInput = {
  /** Whose it is. */
  organization: Scalars['ID']['input'];
  /** The provider's name for itself, an https URL, exactly as its discovery document has it. */
  issuer: Scalars['String']['input'];
  /** The provider's name for the portal, at most 200 characters. */
  clientId: Scalars['String']['input'];
  /** The secret that the provider shows for this client; without it the one that is there stays, where the issuer does. */
  clientSecret?: InputMaybe<Scalars['String']['input']>;
  /** The mail domains it speaks for, 1 to 20. */
  domains: Array<Scalars['String']['input']>;
  /** The version that was seen; nothing where there was none. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** The first code of an authenticator app. */
export type ConfirmTotpInput = {
  /** The six digits that the app shows. */
  code: Scalars['String']['input'];
};

/** A brand to enter. */
export type CreateBrandInput = {
  /** 1 to 128 characters that stand for this call: the same key with the same input is done once. */
  idempotencyKey: Scalars['String']['input'];
  /** The right holder; the viewer's own organisation where it is left out. */
  organizationId?: InputMaybe<Scalars['ID']['input']>;
  /** Its name, at most 200 characters. */
  name: Scalars['String']['input'];
  /** Its name in Chinese, at most 200 characters. */
  nameZh?: InputMaybe<Scalars['String']['input']>;
  /** The classes of goods and services it stands for, by the Nice classification, 1–45. */
  niceClasses?: InputMaybe<Array<Scalars['Int']['input']>>;
};

/** A right to enter. */
export type CreateIpRightInput = {
  /** 1 to 128 characters that stand for this call: the same key with the same input is done once. */
  idempotencyKey: Scalars['String']['input'];
  /** The right holder; the viewer's own organisation where it is left out. */
  organizationId?: InputMaybe<Scalars['ID']['input']>;
  /** What the right holder says of it. */
  facts: IpRightFactsInput;
};

/** A lead to be. */
export type CreateLeadInput = {
  /** 1 to 128 characters of the client's choice; the same key with the same input gives the same lead. */
  idempotencyKey: Scalars['String']['input'];
  /** One line, at most 200 characters. */
  title: Scalars['String']['input'];
  /** More of it, at most 5,000 characters. */
  summary?: InputMaybe<Scalars['String']['input']>;
  /** How far it may travel. */
  tlp: Tlp;
  /** Restrictions on its use; `H0` where nothing is said. */
  handlingCode?: InputMaybe<HandlingCode>;
  /** Where it came from; taken from the secretariat and from platforms only. */
  source?: InputMaybe<LeadSource>;
  /** Where the goods are offered. */
  channel: Channel;
  /** What is wrong; at least one. */
  infringementTypes: Array<InfringementType>;
  /** ISO 3166-1 alpha-2 country. */
  country?: InputMaybe<Scalars['String']['input']>;
  /** Administrative division below the country, at most 12 letters, digits or hyphens. */
  divisionCode?: InputMaybe<Scalars['String']['input']>;
  /** What the goods are thought to be worth. */
  estimatedValue?: InputMaybe<MoneyInput>;
  /** How urgent it is; `NORMAL` where nothing is said. */
  priority?: InputMaybe<Priority>;
  /** Listings or products, at most 100. */
  items: Array<LeadItemInput>;
  /** The principal an agent writes for. */
  onBehalfOf?: InputMaybe<Scalars['ID']['input']>;
};

/** A new lead, or why there is none. */
export type CreateLeadPayload = {
  /** The lead; null where it was refused. */
  lead?: Maybe<Lead>;
  /** Leads that the caller can see and that carry the same listing. */
  duplicates: Array<Lead>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UserError>;
};

/** The kinds of database there are. */
export const DatabaseBackend = {
  /** SQLite, in a file of the data folder. */
  Sqlite: 'SQLITE',
  /** PostgreSQL. */
  Postgresql: 'POSTGRESQL'
} as const;

export type DatabaseBackend = typeof DatabaseBackend[keyof typeof DatabaseBackend];
/** The database. */
export type DatabaseState = {
  /** Whether it answers and has every migration of this version. */
  reachable: Scalars['Boolean']['output'];
  /** How many migrations it has. */
  migrationsApplied: Scalars['Int']['output'];
  /** Bytes it takes. */
  sizeBytes: Scalars['Int']['output'];
};

/** A lead pushed to one recipient, with a clock. */
export type Delivery = Node & {
  /** Where it stands. */
  state: DeliveryState;
  /** 1, and one more for every time it was sent again. */
  round: Scalars['Int']['output'];
  /** When it was sent. */
  pushedAt: Scalars['DateTime']['output'];
  /** The end of the last day for an answer. */
  dueAt: Scalars['DateTime']['output'];
  /** The last day for an answer, at the recipient. */
  dueOn: Scalars['Date']['output'];
  /** Whether a calendar notice that is still to come may move the deadline later. */
  provisional: Scalars['Boolean']['output'];
  /** Since when the clock stands still; null while it runs. */
  pausedSince?: Maybe<Scalars['DateTime']['output']>;
  /** The rule behind the deadline, with its version. */
  rule: Scalars['String']['output'];
  /** The calendar behind the deadline, with its version. */
  calendarVersion: Scalars['String']['output'];
  /** The verdict; null until there is one. */
  verdict?: Maybe<Verdict>;
  /** Why; null until there is a verdict. */
  reason?: Maybe<Scalars['String']['output']>;
  /** How many to buy; null unless the verdict asks for it. */
  testPurchases?: Maybe<Scalars['Int']['output']>;
  /** When it was answered; null until then. */
  answeredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the answer came after the deadline. */
  late: Scalars['Boolean']['output'];
  /** Whether the recipient lets the owner and the other viewers know that the answer is its own. */
  attributionAllowed: Scalars['Boolean']['output'];
  /** What the recipient asked the owner; null where it asked nothing. */
  infoQuestion?: Maybe<Scalars['String']['output']>;
  /** What the owner answered; null until it did. */
  infoAnswer?: Maybe<Scalars['String']['output']>;
  /** The version to name in `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** The lead. */
  lead: Lead;
  /** The organisation that is to answer. */
  recipient: Organization;
  /** The recipient's brands that the lead concerns, as far as the viewer sees their items. */
  brands: Array<Brand>;
  /** The items of the recipient's brands that the viewer sees. */
  items: Array<LeadItem>;
  /** Working days left on the recipient's calendar: 0 on the last day, negative when late. */
  workingDaysLeft: Scalars['Int']['output'];
  /** Who answered; null for viewers outside the recipient and until there is an answer. */
  answeredBy?: Maybe<Person>;
  /** Every verdict that was given, the first one first. */
  answers: Array<DeliveryAnswer>;
  /** What the viewer may do with it right now. */
  allowedActions: Array<DeliveryAction>;
};

/** What the viewer may do with a delivery right now. */
export const DeliveryAction = {
  /** Mark it as opened. */
  View: 'VIEW',
  /** Take it up. */
  Acknowledge: 'ACKNOWLEDGE',
  /** Answer it, or change the answer. */
  Answer: 'ANSWER',
  /** Settle what lapsed. */
  Settle: 'SETTLE'
} as const;

export type DeliveryAction = typeof DeliveryAction[keyof typeof DeliveryAction];
/** One verdict that was given. */
export type DeliveryAnswer = {
  /** 1 for the first. */
  version: Scalars['Int']['output'];
  /** The verdict. */
  verdict: Verdict;
  /** Why. */
  reason: Scalars['String']['output'];
  /** How many to buy; null unless the verdict asks for it. */
  testPurchases?: Maybe<Scalars['Int']['output']>;
  /** When it was given. */
  answeredAt: Scalars['DateTime']['output'];
  /** Whether it came after the deadline. */
  late: Scalars['Boolean']['output'];
  /** Who gave it; null for viewers outside the recipient. */
  answeredBy?: Maybe<Person>;
};

/** A page of deliveries. */
export type DeliveryConnection = {
  /** Information to aid in pagination. */
  pageInfo: PageInfo;
  /** A list of edges. */
  edges: Array<DeliveryEdge>;
  /** A list of nodes. */
  nodes: Array<Delivery>;
  /** How many entries there are that the viewer can see, counted up to 10,000. */
  totalCount: Scalars['Int']['output'];
  /** Whether `totalCount` is exact; false means there are more. */
  totalCountIsExact: Scalars['Boolean']['output'];
};

/** An edge in a connection. */
export type DeliveryEdge = {
  /** The item at the end of the edge */
  node: Delivery;
  /** A cursor for use in pagination */
  cursor: Scalars['String']['output'];
};

/** Which deliveries. */
export type DeliveryFilter = {
  /** In one of these states. */
  states?: InputMaybe<Array<DeliveryState>>;
  /** Whether an answer is still wanted. */
  open?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the deadline has passed without an answer. */
  overdue?: InputMaybe<Scalars['Boolean']['input']>;
  /** Concerning one of these brands of the recipient. */
  brandIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Of this lead. */
  leadId?: InputMaybe<Scalars['ID']['input']>;
  /** With one of these verdicts. */
  verdicts?: InputMaybe<Array<Verdict>>;
  /** Due before this moment. */
  dueTo?: InputMaybe<Scalars['DateTime']['input']>;
  /** Received by this organisation. */
  recipientId?: InputMaybe<Scalars['ID']['input']>;
};

/** The order of deliveries. */
export type DeliveryOrder = {
  /** By what. */
  field: DeliveryOrderField;
  /** Which way. */
  direction: OrderDirection;
};

/** By what deliveries are ordered. */
export const DeliveryOrderField = {
  /** The deadline. */
  DueAt: 'DUE_AT',
  /** The moment of pushing. */
  CreatedAt: 'CREATED_AT'
} as const;

export type DeliveryOrderField = typeof DeliveryOrderField[keyof typeof DeliveryOrderField];
/** A changed delivery, or why it was not changed. */
export type DeliveryPayload = {
  /** The delivery; null where the change was refused, and for an owner who may not know the recipient. */
  delivery?: Maybe<Delivery>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UserError>;
};

/** Where a delivery stands. */
export const DeliveryState = {
  /** Sent to the recipient. */
  Pushed: 'PUSHED',
  /** Opened by the recipient. */
  Viewed: 'VIEWED',
  /** Taken up by the recipient. */
  Acknowledged: 'ACKNOWLEDGED',
  /** Waiting for the owner's information; the clock stands still. */
  NeedsInfo: 'NEEDS_INFO',
  /** Answered with a verdict. */
  Answered: 'ANSWERED',
  /** Past its deadline. */
  Overdue: 'OVERDUE',
  /** Lapsed; the desk settles it. */
  Expired: 'EXPIRED',
  /** Closed without a verdict. */
  Closed: 'CLOSED'
} as const;

export type DeliveryState = typeof DeliveryState[keyof typeof DeliveryState];
/** A step of a delivery that needs nothing more. */
export type DeliveryTransitionInput = {
  /** The delivery. */
  id: Scalars['ID']['input'];
  /** The version the step is based on. */
  expectedVersion: Scalars['Int']['input'];
};

/** How often the digest goes out. */
export const DigestFrequency = {
  /** Once a day. */
  Daily: 'DAILY',
  /** Once a week, with the week's numbers. */
  Weekly: 'WEEKLY',
  /** As soon as something new comes, several things together; and once a day what is due. */
  Immediate: 'IMMEDIATE',
  /** Never. */
  Off: 'OFF'
} as const;

export type DigestFrequency = typeof DigestFrequency[keyof typeof DigestFrequency];
/** The outcome of throwing a draft away. */
export type DiscardIpRightPayload = {
  /** The id that the draft had; null where it was refused. */
  discardedId?: Maybe<Scalars['ID']['output']>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UserError>;
};

/** A session to be ended. */
export type EndSessionInput = {
  /** Which one. */
  id: Scalars['ID']['input'];
  /** The password. */
  password: Scalars['String']['input'];
};

/** Whether passwords are closed. */
export type EnforceSingleSignOnInput = {
  /** Whose people. */
  organization: Scalars['ID']['input'];
  /** Whether they can no longer use passwords. */
  enforced: Scalars['Boolean']['input'];
  /** The version that was seen. */
  expectedVersion: Scalars['Int']['input'];
};

/** The stable error codes. */
export const ErrorCode = {
  /** Nobody is signed in, or the token is no longer good. */
  Unauthenticated: 'UNAUTHENTICATED',
  /** The viewer's roles do not allow this. */
  Forbidden: 'FORBIDDEN',
  /** It does not exist, or the viewer may not see it: the answer is the same. */
  NotFound: 'NOT_FOUND',
  /** A value is missing, malformed or out of range. */
  BadUserInput: 'BAD_USER_INPUT',
  /** An id is malformed or belongs to another type. */
  InvalidId: 'INVALID_ID',
  /** Somebody else changed it in the meantime. */
  StaleVersion: 'STALE_VERSION',
  /** Its present state does not allow this step. */
  TransitionNotAllowed: 'TRANSITION_NOT_ALLOWED',
  /** The viewer's role may not open the audience that far. */
  TlpCeiling: 'TLP_CEILING',
  /** The second person must be another one. */
  FourEyes: 'FOUR_EYES',
  /** It is too late for this. */
  DeadlinePassed: 'DEADLINE_PASSED',
  /** The same idempotency key came with another body. */
  IdempotencyMismatch: 'IDEMPOTENCY_MISMATCH',
  /** The audience changed since it was previewed. */
  PreviewRequired: 'PREVIEW_REQUIRED',
  /** The seller is authorised by the brand; an override needs a reason. */
  AuthorizedSeller: 'AUTHORIZED_SELLER',
  /** Address or password are wrong, or the account is closed. */
  SignInFailed: 'SIGN_IN_FAILED',
  /** The refresh or invitation token is not, or no longer, good. */
  TokenInvalid: 'TOKEN_INVALID',
  /** Somebody without a password has to have signed in just now for this. */
  SignInAgain: 'SIGN_IN_AGAIN',
  /** Another request has just used this refresh token; the session goes on with the one it got. */
  RefreshedElsewhere: 'REFRESHED_ELSEWHERE',
  /** A role asks for a second factor that the person has not got yet. */
  SecondFactorRequired: 'SECOND_FACTOR_REQUIRED',
  /** The code or the passkey is not right. */
  SecondFactorFailed: 'SECOND_FACTOR_FAILED',
  /** What the organisation's sign-in provider sent is not, or no longer, good. */
  SingleSignOnFailed: 'SINGLE_SIGN_ON_FAILED',
  /** The organisation's sign-in provider is out of reach, or not set up as it has to be. */
  ProviderUnavailable: 'PROVIDER_UNAVAILABLE',
  /** There is one already. */
  AlreadyExists: 'ALREADY_EXISTS',
  /** Too many attempts; try again later. */
  RateLimited: 'RATE_LIMITED',
  /** The request is larger, deeper or wider than the limits allow. */
  LimitExceeded: 'LIMIT_EXCEEDED',
  /**
   * The request took longer than a request may. What it had not finished was undone; whether a change was made says
   * the same request again, with the same idempotency key.
   */
  TimeLimitExceeded: 'TIME_LIMIT_EXCEEDED',
  /** The document does not parse or does not fit the schema. */
  InvalidDocument: 'INVALID_DOCUMENT',
  /** The server knows no document of this id. */
  PersistedDocumentNotFound: 'PERSISTED_DOCUMENT_NOT_FOUND',
  /** The server answers only documents that it knows, named by their ids. */
  PersistedDocumentIdRequired: 'PERSISTED_DOCUMENT_ID_REQUIRED',
  /** A part the answer needs is out of reach; try again. */
  Unavailable: 'UNAVAILABLE',
  /** Our fault; the log knows more under the request's id. */
  Internal: 'INTERNAL'
} as const;

export type ErrorCode = typeof ErrorCode[keyof typeof ErrorCode];
/** What becomes of a lapsed delivery. */
export const ExpirySettlement = {
  /** Sent again with a new deadline. */
  Repush: 'REPUSH',
  /** Closed without counting against the recipient. */
  Close: 'CLOSE',
  /** Closed and counted as a non-response. */
  NonResponse: 'NON_RESPONSE'
} as const;

export type ExpirySettlement = typeof ExpirySettlement[keyof typeof ExpirySettlement];
/** Europol's handling codes; H2 and H3 narrow a lead to named people. */
export const HandlingCode = {
  /** No restriction beyond the purpose. */
  H0: 'H0',
  /** Not for use in court without permission. */
  H1: 'H1',
  /** Not to be passed on without permission. */
  H2: 'H2',
  /** Other restrictions. */
  H3: 'H3'
} as const;

export type HandlingCode = typeof HandlingCode[keyof typeof HandlingCode];
/** Files of an office to take over. */
export type ImportIpRightsInput = {
  /** 1 to 128 characters that stand for this call: the same key with the same input is done once. */
  idempotencyKey: Scalars['String']['input'];
  /** The right holder; the viewer's own organisation where it is left out. */
  organizationId?: InputMaybe<Scalars['ID']['input']>;
  /** The right holder's brands that the marks protect, 1 to 100. */
  brandIds: Array<Scalars['ID']['input']>;
  /** The texts of 1 to 20 files, at most 200,000 bytes each, 800,000 bytes and 200 marks together. */
  documents: Array<Scalars['String']['input']>;
  /** Whether only to say what would come of it. */
  dryRun: Scalars['Boolean']['input'];
};

/** The outcome of taking over an office's files. */
export type ImportIpRightsPayload = {
  /** What came of each mark, in the files' order; null where the whole was refused. */
  entries?: Maybe<Array<ImportedIpRightEntry>>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UserError>;
};

/** An entry of an office's file, and what came of it. */
export type ImportedIpRightEntry = {
  /** What came of it. */
  outcome: IpRightImportOutcome;
  /** What to know of it. */
  notes: Array<RegisterNote>;
  /** The words of the mark; null where it has none. */
  words?: Maybe<Scalars['String']['output']>;
  /** The office, by WIPO ST.3. */
  office: Scalars['String']['output'];
  /** The number of the application; null where the file has none. */
  applicationNumber?: Maybe<Scalars['String']['output']>;
  /** The number of the registration; null where the file has none. */
  registrationNumber?: Maybe<Scalars['String']['output']>;
  /** Nice classes. */
  niceClasses: Array<Scalars['Int']['output']>;
  /** What the office says of its status; null where the file says nothing. */
  statusText?: Maybe<Scalars['String']['output']>;
  /**
   * The draft, or the right that was there; null where there is none, for drafts of a dry run, and where the viewer may
   * not know of it.
   */
  ipRight?: Maybe<IpRight>;
};

/** The alliance's twelve industries. */
export const Industry = {
  /** Luxury goods. */
  Luxury: 'LUXURY',
  /** Jewellery and watches. */
  Jewellery: 'JEWELLERY',
  /** Clothing. */
  Apparel: 'APPAREL',
  /** Shoes. */
  Footwear: 'FOOTWEAR',
  /** Cosmetics and personal care. */
  Cosmetics: 'COSMETICS',
  /** Phones, wearables and other smart devices. */
  SmartDevices: 'SMART_DEVICES',
  /** Other electronics. */
  Electronics: 'ELECTRONICS',
  /** Food and drink. */
  FoodAndDrink: 'FOOD_AND_DRINK',
  /** Household goods. */
  Household: 'HOUSEHOLD',
  /** Medicines and health. */
  Pharma: 'PHARMA',
  /** Vehicles and their parts. */
  Automotive: 'AUTOMOTIVE',
  /** Toys. */
  Toys: 'TOYS'
} as const;

export type Industry = typeof Industry[keyof typeof Industry];
/** A recipient's question that the lead's owner is to answer; the recipient stays unnamed. */
export type InfoRequest = {
  /** The delivery to name in `answerInfoRequest`. */
  deliveryId: Scalars['ID']['output'];
  /** What the recipient asks. */
  question: Scalars['String']['output'];
  /** Since when the clock stands still. */
  askedAt: Scalars['DateTime']['output'];
  /** The version to name in `answerInfoRequest`. */
  version: Scalars['Int']['output'];
};

/** What is wrong with the goods or the offer. */
export const InfringementType = {
  /** A counterfeit. */
  Counterfeit: 'COUNTERFEIT',
  /** The mark is hidden in the pictures. */
  LogoObscured: 'LOGO_OBSCURED',
  /** A look-alike without the mark. */
  LookalikeShanzhai: 'LOOKALIKE_SHANZHAI',
  /** Brand names stuffed into the text. */
  KeywordStuffing: 'KEYWORD_STUFFING',
  /** A seller caught before. */
  RepeatInfringement: 'REPEAT_INFRINGEMENT',
  /** Pictures taken from the brand. */
  StolenImage: 'STOLEN_IMAGE',
  /** A patent. */
  Patent: 'PATENT',
  /** Genuine goods outside their market. */
  GreyMarket: 'GREY_MARKET',
  /** Sold across a border. */
  CrossBorder: 'CROSS_BORDER',
  /** Made, packed or stored off line. */
  OfflineProduction: 'OFFLINE_PRODUCTION'
} as const;

export type InfringementType = typeof InfringementType[keyof typeof InfringementType];
/** The end of a right's effect. */
export type InvalidateIpRightInput = {
  /** Which one. */
  id: Scalars['ID']['input'];
  /** The version that was seen. */
  expectedVersion: Scalars['Int']['input'];
  /** Why, 1 to 1,000 characters. */
  reason: Scalars['String']['input'];
  /** The first day without effect; from the right's beginning where it is left out. */
  from?: InputMaybe<Scalars['Date']['input']>;
};

/** An organisation to invite, with its first person. */
export type InviteOrganizationInput = {
  /** 1 to 128 characters that stand for this call: the same key with the same input is done once. */
  idempotencyKey: Scalars['String']['input'];
  /** What kind of organisation it is; it decides the role of the first person. */
  kind: OrganizationKind;
  /** Legal name, at most 200 characters. */
  name: Scalars['String']['input'];
  /** Legal name in Chinese, at most 200 characters. */
  nameZh?: InputMaybe<Scalars['String']['input']>;
  /** Its industry. */
  industry?: InputMaybe<Industry>;
  /** ISO 3166-1 alpha-2, such as CN. */
  country: Scalars['String']['input'];
  /** Administrative division below the country: at most 12 letters, digits and dashes. */
  divisionCode?: InputMaybe<Scalars['String']['input']>;
  /** A zone of the tz database, such as Asia/Shanghai. */
  timeZone: Scalars['String']['input'];
  /** Language of its mails. */
  language: Language;
  /** Name of the first person, at most 100 characters. */
  adminName: Scalars['String']['input'];
  /** E-mail address of the first person. */
  adminEmail: Scalars['String']['input'];
};

/** A person to invite. */
export type InviteUserInput = {
  /** 1 to 128 characters that stand for this call: the same key with the same input is done once. */
  idempotencyKey: Scalars['String']['input'];
  /** The organisation; the viewer's own where it is left out. */
  organizationId?: InputMaybe<Scalars['ID']['input']>;
  /** The person's name, at most 100 characters. */
  name: Scalars['String']['input'];
  /** The person's e-mail address. */
  email: Scalars['String']['input'];
  /** The roles, at least one; people can hold the roles of their organisation's kind. */
  roles: Array<Role>;
  /** The brands the person is limited to, at most 200; no limit where it is left out or empty. */
  brandScope?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** A trade mark, patent, design, copyright or other right that protects brands. */
export type IpRight = Node & {
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** What kind of right. */
  kind: IpRightKind;
  /** The mark's words, or what is protected. */
  title: Scalars['String']['output'];
  /** The same in Chinese; null where there is none. */
  titleZh?: Maybe<Scalars['String']['output']>;
  /** The right holder: its owner, or who has a licence of it. */
  holder: Organization;
  /** The brands that it protects. */
  brands: Array<Brand>;
  /** The office, by WIPO ST.3: CN, US, EM for the European Union's, WO for WIPO. */
  office: Scalars['String']['output'];
  /** The office's number of the application; null where none was named. */
  applicationNumber?: Maybe<Scalars['String']['output']>;
  /** The office's number of the registration or grant; null where none was named. */
  registrationNumber?: Maybe<Scalars['String']['output']>;
  /** The number by WIPO ST.13; null where none was named. */
  st13?: Maybe<Scalars['String']['output']>;
  /** The classes of goods and services, by the Nice classification, 1–45. */
  niceClasses: Array<Scalars['Int']['output']>;
  /** The classes of a design, by the Locarno classification, such as 02-04. */
  locarnoClasses: Array<Scalars['String']['output']>;
  /** Goods and services; null where none were named. */
  goods?: Maybe<Scalars['String']['output']>;
  /** Where it is in force: countries by ISO 3166-1 alpha-2, and EU for the European Union. */
  territory: Array<Scalars['String']['output']>;
  /** The day of the application; null where none was named. */
  filedOn?: Maybe<Scalars['Date']['output']>;
  /** Its first day: of registration or grant; of creation for a copyright. Null where none was named. */
  inForceFrom?: Maybe<Scalars['Date']['output']>;
  /** Its last day; null where it has none, or none was named. */
  expiresOn?: Maybe<Scalars['Date']['output']>;
  /** The days until its last one, negative once that is over; null where it has no last day. */
  daysLeft?: Maybe<Scalars['Int']['output']>;
  /** Where the office's register shows it; null where nothing was named. */
  recordUrl?: Maybe<Scalars['String']['output']>;
  /** Where it stands today. */
  state: IpRightState;
  /** Whether it can be cited for an act of a day, in a country. */
  force: IpRightForce;
  /** Who submitted it last; null before, and for everybody but the holder, its agents and those who verify rights. */
  submittedBy?: Maybe<Person>;
  /** When it was submitted last; null before, and for everybody but the holder, its agents and those who verify rights. */
  submittedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who verified it; null where nobody has, and for everybody but the holder, its agents and those who verify rights. */
  verifiedBy?: Maybe<Person>;
  /** When it was verified; null where nobody has. */
  verifiedAt?: Maybe<Scalars['DateTime']['output']>;
  /**
   * Why it was rejected, disputed, settled, invalidated or taken back, or its renewal found wanting; null where nothing
   * was said, and for everybody but the holder, its agents and those who verify rights.
   */
  reason?: Maybe<Scalars['String']['output']>;
  /** The day from which on it has no effect; null where it was not invalidated. */
  invalidFrom?: Maybe<Scalars['Date']['output']>;
  /**
   * A renewal that waits to be verified; null where there is none, and for everybody but the holder, its agents and those
   * who verify rights.
   */
  renewal?: Maybe<IpRightRenewal>;
  /**
   * Other organisations that have submitted a right of the same office and number, for those who verify rights; empty for
   * everybody else. A licence is a good reason, a forged certificate another one.
   */
  alsoClaimedBy: Array<Organization>;
  /** When it was entered. */
  createdAt: Scalars['DateTime']['output'];
  /** What the viewer can do to it now. */
  allowedActions: Array<IpRightAction>;
  /** Counts its changes; to be sent back as `expectedVersion`. */
  version: Scalars['Int']['output'];
};


/** A trade mark, patent, design, copyright or other right that protects brands. */
export type IpRightForceArgs = {
  on: Scalars['Date']['input'];
  country?: InputMaybe<Scalars['String']['input']>;
};

/** What the viewer can do to a right now. */
export const IpRightAction = {
  /** Change its facts. */
  Update: 'UPDATE',
  /** Throw away a draft that was never submitted. */
  Discard: 'DISCARD',
  /** Hand it to the secretariat. */
  Submit: 'SUBMIT',
  /** Take it back to change it; it counts for nothing until it is verified again. */
  TakeBack: 'TAKE_BACK',
  /** Find its proof, or that of its renewal, good. */
  Verify: 'VERIFY',
  /** Find its proof, or that of its renewal, wanting. */
  Reject: 'REJECT',
  /** Say that it has a later last day. */
  Renew: 'RENEW',
  /** Say that it is challenged. */
  Dispute: 'DISPUTE',
  /** Say that the challenge came to nothing. */
  Settle: 'SETTLE',
  /** Say that it has no effect. */
  Invalidate: 'INVALIDATE'
} as const;

export type IpRightAction = typeof IpRightAction[keyof typeof IpRightAction];
/** A page of IP rights. */
export type IpRightConnection = {
  /** Information to aid in pagination. */
  pageInfo: PageInfo;
  /** A list of edges. */
  edges: Array<IpRightEdge>;
  /** A list of nodes. */
  nodes: Array<IpRight>;
  /** How many entries there are that the viewer can see, counted up to 10,000. */
  totalCount: Scalars['Int']['output'];
  /** Whether `totalCount` is exact; false means there are more. */
  totalCountIsExact: Scalars['Boolean']['output'];
};

/** An edge in a connection. */
export type IpRightEdge = {
  /** The item at the end of the edge */
  node: IpRight;
  /** A cursor for use in pagination */
  cursor: Scalars['String']['output'];
};

/**
 * What a right holder says of a right; what is left out is not known, or does not apply. A draft may lack what
 * `submitIpRight` asks for.
 */
export type IpRightFactsInput = {
  /** What kind of right. */
  kind: IpRightKind;
  /** The mark's words, or what is protected, at most 200 characters. */
  title: Scalars['String']['input'];
  /** The same in Chinese, at most 200 characters. */
  titleZh?: InputMaybe<Scalars['String']['input']>;
  /** The right holder's brands that it protects, 1 to 100. */
  brandIds: Array<Scalars['ID']['input']>;
  /** The office, by WIPO ST.3: CN, US, EM for the European Union's, WO for WIPO. */
  office: Scalars['String']['input'];
  /** The office's number of the application, at most 40 characters. */
  applicationNumber?: InputMaybe<Scalars['String']['input']>;
  /** The office's number of the registration or grant, at most 40 characters. */
  registrationNumber?: InputMaybe<Scalars['String']['input']>;
  /** The number by WIPO ST.13: 17 capital letters and digits that begin with the office. */
  st13?: InputMaybe<Scalars['String']['input']>;
  /** The classes of goods and services, by the Nice classification, 1–45. */
  niceClasses?: InputMaybe<Array<Scalars['Int']['input']>>;
  /** The classes of a design, by the Locarno classification, such as 02-04; at most 20. */
  locarnoClasses?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Goods and services, at most 20,000 characters. */
  goods?: InputMaybe<Scalars['String']['input']>;
  /**
   * Where it is in force: countries by ISO 3166-1 alpha-2, and EU for the European Union. Where it is left out or
   * empty, the office's own country, or what it registers for.
   */
  territory?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The day of the application. */
  filedOn?: InputMaybe<Scalars['Date']['input']>;
  /** Its first day: of registration or grant; of creation for a copyright. */
  inForceFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Its last day. */
  expiresOn?: InputMaybe<Scalars['Date']['input']>;
  /** Where the office's register shows it: an address that begins with https://, at most 500 characters. */
  recordUrl?: InputMaybe<Scalars['String']['input']>;
};

/** Which rights to list; what is left out does not narrow the list. */
export type IpRightFilter = {
  /** A part of a title or number, whatever its case and accents; at most 100 characters. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Their holder. */
  holderId?: InputMaybe<Scalars['ID']['input']>;
  /** A brand they protect. */
  brandId?: InputMaybe<Scalars['ID']['input']>;
  /** Kinds. */
  kinds?: InputMaybe<Array<IpRightKind>>;
  /** States, as of today. */
  states?: InputMaybe<Array<IpRightState>>;
  /** A Nice class they are registered for, 1–45. */
  niceClass?: InputMaybe<Scalars['Int']['input']>;
  /** A country that they reach today, by ISO 3166-1 alpha-2; a right of the European Union reaches its members. */
  country?: InputMaybe<Scalars['String']['input']>;
  /** Whether only those with a renewal that waits to be verified. */
  renewalWaits?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Whether a right can be cited for an act. */
export type IpRightForce = {
  /** Whether it can. */
  inForce: Scalars['Boolean']['output'];
  /** Why not; null where it can. */
  lack?: Maybe<IpRightLack>;
};

/** What came of an entry of an office's file. */
export const IpRightImportOutcome = {
  /** It becomes a draft. */
  Drafted: 'DRAFTED',
  /** The holder has a right of that number already. */
  AlreadyThere: 'ALREADY_THERE',
  /** It was not taken over; the notes say why. */
  Skipped: 'SKIPPED'
} as const;

export type IpRightImportOutcome = typeof IpRightImportOutcome[keyof typeof IpRightImportOutcome];
/** What kind of right it is. */
export const IpRightKind = {
  /** A registered trade mark. */
  Trademark: 'TRADEMARK',
  /** A copyright. */
  Copyright: 'COPYRIGHT',
  /** A patent for an invention. */
  PatentInvention: 'PATENT_INVENTION',
  /** A utility model. */
  UtilityModel: 'UTILITY_MODEL',
  /** A registered design. */
  Design: 'DESIGN',
  /** A geographical indication. */
  Gi: 'GI',
  /** Another right. */
  Other: 'OTHER'
} as const;

export type IpRightKind = typeof IpRightKind[keyof typeof IpRightKind];
/** Why a right cannot be cited for an act. */
export const IpRightLack = {
  /** Nobody has verified it. */
  NotVerified: 'NOT_VERIFIED',
  /** It is challenged, and nothing is decided. */
  Disputed: 'DISPUTED',
  /** It had not come into force on that day. */
  NotYet: 'NOT_YET',
  /** Its last day was over. */
  Expired: 'EXPIRED',
  /** It had no effect on that day. */
  Invalidated: 'INVALIDATED',
  /** It does not reach that country. */
  Elsewhere: 'ELSEWHERE'
} as const;

export type IpRightLack = typeof IpRightLack[keyof typeof IpRightLack];
/** What a list of rights is ordered by. */
export const IpRightOrder = {
  /** When it was entered, oldest first. */
  CreatedAt: 'CREATED_AT',
  /** Its last day, nearest first; those without one at the end. */
  ExpiresOn: 'EXPIRES_ON'
} as const;

export type IpRightOrder = typeof IpRightOrder[keyof typeof IpRightOrder];
/** The outcome of a change of an IP right. */
export type IpRightPayload = {
  /** The right afterwards; null where it was refused. */
  ipRight?: Maybe<IpRight>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UserError>;
};

/** A renewal that waits to be verified. */
export type IpRightRenewal = {
  /** The last day that the right would have, in UTC. */
  expiresOn: Scalars['Date']['output'];
  /** Who says so. */
  submittedBy: Person;
};

/** Where a right stands. */
export const IpRightState = {
  /** Being written. */
  Draft: 'DRAFT',
  /** Waits for the secretariat. */
  Submitted: 'SUBMITTED',
  /** Found wanting; to be taken back, changed and submitted again. */
  Rejected: 'REJECTED',
  /** Somebody else has looked at the proof. */
  Verified: 'VERIFIED',
  /** Verified, and its last day is at most 180 days away. */
  Expiring: 'EXPIRING',
  /** Verified, and its last day is over. */
  Expired: 'EXPIRED',
  /** Somebody has challenged it, and nothing is decided; it cannot be cited. */
  Disputed: 'DISPUTED',
  /** It has no effect, from its beginning or from a later day on; final. */
  Invalidated: 'INVALIDATED'
} as const;

export type IpRightState = typeof IpRightState[keyof typeof IpRightState];
/** A step of a right. */
export type IpRightTransitionInput = {
  /** Which one. */
  id: Scalars['ID']['input'];
  /** The version that was seen. */
  expectedVersion: Scalars['Int']['input'];
  /** Why, at most 1,000 characters; needed to reject, dispute and settle. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** A job and how its last turn ended, on whichever machine. */
export type Job = {
  /** Its name. */
  name: Scalars['String']['output'];
  /** When it runs: a cron expression, seconds first, UTC. */
  schedule: Scalars['String']['output'];
  /** When the last turn began; null before the first one. */
  lastStartedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When a turn last ended; null before the first one has. */
  lastFinishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How it ended; null before the first one has. */
  lastResult?: Maybe<JobResult>;
  /** The code of the failure; null where there was none. */
  lastError?: Maybe<Scalars['String']['output']>;
  /** When the next turn begins; null where the schedule knows no more. */
  nextAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether a turn does not end, or does not come although it is due. */
  stuck: Scalars['Boolean']['output'];
  /** Turns that have ended. */
  runs: Scalars['Int']['output'];
  /** Those of them that did not end well. */
  failures: Scalars['Int']['output'];
};

/** How a job's last turn ended. */
export const JobResult = {
  /** It did what there was to do. */
  Done: 'DONE',
  /** It failed; the next turn tries again. */
  Failed: 'FAILED',
  /** It hit a fault of ours; the next turn tries again. */
  Panicked: 'PANICKED'
} as const;

export type JobResult = typeof JobResult[keyof typeof JobResult];
/** A language of portal and mails. */
export const Language = {
  /** English. */
  En: 'EN',
  /** Simplified Chinese, 简体中文. */
  ZhHans: 'ZH_HANS'
} as const;

export type Language = typeof Language[keyof typeof Language];
/** Information that points to an infringement, before proof. */
export type Lead = Node & {
  /** What people call it; random, so that it tells nothing about volume. */
  reference: Scalars['String']['output'];
  /** One line. */
  title: Scalars['String']['output'];
  /** More of it; null where nothing more was written. */
  summary?: Maybe<Scalars['String']['output']>;
  /** Where it stands. */
  state: LeadState;
  /** How far it may travel. */
  tlp: Tlp;
  /** Restrictions on its use. */
  handlingCode: HandlingCode;
  /** Where it came from. */
  source: LeadSource;
  /** Where the goods are offered. */
  channel: Channel;
  /** What is wrong. */
  infringementTypes: Array<InfringementType>;
  /** ISO 3166-1 alpha-2 country; null where it has no place. */
  country?: Maybe<Scalars['String']['output']>;
  /** Administrative division below the country; null where none is known. */
  divisionCode?: Maybe<Scalars['String']['output']>;
  /** Admiralty grade such as `B2`; null until triage. */
  grade?: Maybe<Scalars['String']['output']>;
  /** How urgent it is. */
  priority: Priority;
  /** What the goods are thought to be worth; null where nobody has said. */
  estimatedValue?: Maybe<Money>;
  /** When it was written. */
  createdAt: Scalars['DateTime']['output'];
  /** How it ended; null until it is resolved. */
  outcome?: Maybe<LeadOutcome>;
  /** Why triage turned it down; null unless it did. */
  rejectReason?: Maybe<RejectReason>;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /**
   * The version to name in `expectedVersion`. A viewer who may not change the lead sees it move only when something it
   * can see has changed.
   */
  version: Scalars['Int']['output'];
  /** When it last changed in a way this viewer may know of. */
  updatedAt: Scalars['DateTime']['output'];
  /** The organisation whose lead it is. */
  owner: Organization;
  /** Who wrote it; null for people of other organisations. */
  createdBy?: Maybe<Person>;
  /** The items that the viewer sees. */
  items: LeadItemConnection;
  /**
   * The deliveries that the viewer sees: its own organisation's, for the desk all, for the owner those whose recipients
   * allow it.
   */
  deliveries: Array<Delivery>;
  /** How the recipients answered, without names; empty unless the viewer keeps the lead. */
  verdictCounts: Array<VerdictCount>;
  /** Recipients' questions that wait for the owner; empty unless the viewer keeps the lead. */
  infoRequests: Array<InfoRequest>;
  /** The comments that the viewer sees, oldest first. */
  comments: CommentConnection;
  /** What happened, as far as the viewer may know, oldest first. */
  timeline: TimelineEntryConnection;
  /** Who sees it now; null unless the viewer may share it. */
  audience?: Maybe<AudiencePreview>;
  /** What the viewer may do with it right now. */
  allowedActions: Array<LeadAction>;
  /** Other leads with the same listing, among those the viewer sees; at most 20. */
  possibleDuplicates: Array<Lead>;
  /** Items whose seller the brand has authorised; empty for those who may not read authorised parties. */
  authorizedSellerWarnings: Array<AuthorizedSellerWarning>;
};


/** Information that points to an infringement, before proof. */
export type LeadItemsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** Information that points to an infringement, before proof. */
export type LeadCommentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** Information that points to an infringement, before proof. */
export type LeadTimelineArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** What the viewer may do with a lead right now. */
export const LeadAction = {
  /** Change the draft. */
  Update: 'UPDATE',
  /** Hand it in. */
  Submit: 'SUBMIT',
  /** Grade it. */
  Triage: 'TRIAGE',
  /** Turn it down. */
  Reject: 'REJECT',
  /** Show it to more people. */
  Share: 'SHARE',
  /** Change its TLP. */
  ChangeTlp: 'CHANGE_TLP',
  /** Close it. */
  Resolve: 'RESOLVE',
  /** Open it again. */
  Reopen: 'REOPEN',
  /** Take it back. */
  Retract: 'RETRACT',
  /** Comment on it. */
  Comment: 'COMMENT',
  /** See who sees it, and who would. */
  PreviewAudience: 'PREVIEW_AUDIENCE',
  /** Answer a recipient's question. */
  AnswerInfoRequest: 'ANSWER_INFO_REQUEST'
} as const;

export type LeadAction = typeof LeadAction[keyof typeof LeadAction];
/** Something that happened to a lead that the viewer sees. */
export type LeadActivity = {
  /** Opaque id of the timeline's entry. */
  id: Scalars['ID']['output'];
  /** What happened. */
  kind: TimelineKind;
  /** When. */
  at: Scalars['DateTime']['output'];
  /** The lead, as it is now. */
  lead: Lead;
  /** The delivery concerned; null where it is about none that the viewer sees. */
  delivery?: Maybe<Delivery>;
  /** The comment concerned; null where it is about none that the viewer sees. */
  comment?: Maybe<Comment>;
};

/** A page of leads. */
export type LeadConnection = {
  /** Information to aid in pagination. */
  pageInfo: PageInfo;
  /** A list of edges. */
  edges: Array<LeadEdge>;
  /** A list of nodes. */
  nodes: Array<Lead>;
  /** How many entries there are that the viewer can see, counted up to 10,000. */
  totalCount: Scalars['Int']['output'];
  /** Whether `totalCount` is exact; false means there are more. */
  totalCountIsExact: Scalars['Boolean']['output'];
};

/** An edge in a connection. */
export type LeadEdge = {
  /** The item at the end of the edge */
  node: Lead;
  /** A cursor for use in pagination */
  cursor: Scalars['String']['output'];
};

/** Which leads. */
export type LeadFilter = {
  /** Words that one visible text of the lead has: its own, an item's or a comment's. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** In one of these states. */
  states?: InputMaybe<Array<LeadState>>;
  /** With one of these TLP labels. */
  tlp?: InputMaybe<Array<Tlp>>;
  /** With a visible item of one of these brands. */
  brandIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Of one of these organisations. */
  ownerIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** With one of these types. */
  infringementTypes?: InputMaybe<Array<InfringementType>>;
  /** Through one of these channels. */
  channels?: InputMaybe<Array<Channel>>;
  /** With one of these priorities. */
  priorities?: InputMaybe<Array<Priority>>;
  /** From one of these sources. */
  sources?: InputMaybe<Array<LeadSource>>;
  /** Written at this moment or later. */
  createdFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Written before this moment. */
  createdTo?: InputMaybe<Scalars['DateTime']['input']>;
  /** Written by the viewer. */
  mine?: InputMaybe<Scalars['Boolean']['input']>;
};

/** To whom a lead is shown: exactly one. */
export type LeadGrantInput =
  /** An organisation; gets a delivery where the lead concerns one of its brands. */
  { organizationId: Scalars['ID']['input']; personId?: never; community?: never; }
  |  /** A person by name; the only way at RED. */
  { organizationId?: never; personId: Scalars['ID']['input']; community?: never; }
  |  /** The community of the alliance; only `true` means something. Needs GREEN or CLEAR. */
  { organizationId?: never; personId?: never; community: Scalars['Boolean']['input']; };

/** One listing or product of a lead. */
export type LeadItem = Node & {
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** The listing's title. */
  title: Scalars['String']['output'];
  /** The address as it was given; null where there is none. */
  url?: Maybe<Scalars['String']['output']>;
  /** The platform, such as `taobao` or `amazon.com.br`; null where there is no address. */
  platform?: Maybe<Scalars['String']['output']>;
  /** The platform's own id; null where the address does not tell. */
  listingId?: Maybe<Scalars['String']['output']>;
  /** The address without anything that does not help to find the page; null where there is none. */
  canonicalUrl?: Maybe<Scalars['String']['output']>;
  /** The seller's name on the platform; null where unknown. */
  seller?: Maybe<Scalars['String']['output']>;
  /** The seller's shop id on the platform; null where unknown. */
  shopId?: Maybe<Scalars['String']['output']>;
  /** What it is offered for; null where unknown. */
  price?: Maybe<Money>;
  /** When the listing was looked at; null where unknown. */
  capturedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The brand it concerns; null where nobody has said. */
  brand?: Maybe<Brand>;
};

/** A page of a lead's items. */
export type LeadItemConnection = {
  /** Information to aid in pagination. */
  pageInfo: PageInfo;
  /** A list of edges. */
  edges: Array<LeadItemEdge>;
  /** A list of nodes. */
  nodes: Array<LeadItem>;
  /** How many entries there are that the viewer can see, counted up to 10,000. */
  totalCount: Scalars['Int']['output'];
  /** Whether `totalCount` is exact; false means there are more. */
  totalCountIsExact: Scalars['Boolean']['output'];
};

/** An edge in a connection. */
export type LeadItemEdge = {
  /** The item at the end of the edge */
  node: LeadItem;
  /** A cursor for use in pagination */
  cursor: Scalars['String']['output'];
};

/** One listing or product of a lead to be. */
export type LeadItemInput = {
  /** The brand it concerns; leave it out where nobody can say yet. */
  brandId?: InputMaybe<Scalars['ID']['input']>;
  /** The listing's title, at most 300 characters. */
  title: Scalars['String']['input'];
  /** The listing's address, at most 2,048 characters. */
  url?: InputMaybe<Scalars['String']['input']>;
  /** The seller's name on the platform. */
  seller?: InputMaybe<Scalars['String']['input']>;
  /** The seller's shop id on the platform. */
  shopId?: InputMaybe<Scalars['String']['input']>;
  /** What it is offered for. */
  price?: InputMaybe<MoneyInput>;
  /** When the listing was looked at. */
  capturedAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** The order of leads. */
export type LeadOrder = {
  /** By what. */
  field: LeadOrderField;
  /** Which way. */
  direction: OrderDirection;
};

/** By what leads are ordered. */
export const LeadOrderField = {
  /** The moment of writing. */
  CreatedAt: 'CREATED_AT',
  /** Urgency. */
  Priority: 'PRIORITY'
} as const;

export type LeadOrderField = typeof LeadOrderField[keyof typeof LeadOrderField];
/** How a lead ended. */
export const LeadOutcome = {
  /** It is an infringement. */
  ConfirmedInfringement: 'CONFIRMED_INFRINGEMENT',
  /** It is none. */
  NotInfringing: 'NOT_INFRINGING',
  /** It cannot be told. */
  InsufficientInformation: 'INSUFFICIENT_INFORMATION',
  /** Nobody answered. */
  NoAnswer: 'NO_ANSWER'
} as const;

export type LeadOutcome = typeof LeadOutcome[keyof typeof LeadOutcome];
/** A changed lead, or why it was not changed. */
export type LeadPayload = {
  /** The lead; null where the change was refused. */
  lead?: Maybe<Lead>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UserError>;
};

/** Where a lead came from. */
export const LeadSource = {
  /** A detection model. */
  Model: 'MODEL',
  /** A member. */
  Member: 'MEMBER',
  /** Law enforcement. */
  Le: 'LE',
  /** The public. */
  PublicTip: 'PUBLIC_TIP',
  /** A partner system. */
  Partner: 'PARTNER',
  /** An association. */
  Association: 'ASSOCIATION'
} as const;

export type LeadSource = typeof LeadSource[keyof typeof LeadSource];
/** Where a lead stands. */
export const LeadState = {
  /** Being written by its owner. */
  Draft: 'DRAFT',
  /** Handed in, waiting for triage. */
  Submitted: 'SUBMITTED',
  /** Graded, ready to be shared. */
  Triaged: 'TRIAGED',
  /** Turned down at triage. */
  Rejected: 'REJECTED',
  /** Pushed to those it concerns. */
  Shared: 'SHARED',
  /** Closed with an outcome. */
  Resolved: 'RESOLVED',
  /** Taken back. */
  Retracted: 'RETRACTED'
} as const;

export type LeadState = typeof LeadState[keyof typeof LeadState];
/** A step of a lead that needs nothing more. */
export type LeadTransitionInput = {
  /** The lead. */
  id: Scalars['ID']['input'];
  /** The version the step is based on. */
  expectedVersion: Scalars['Int']['input'];
};

/** The password that proves once whose account it is. */
export type LinkSingleSignOnInput = {
  /** The token in the address that the provider's reply led to. */
  token: Scalars['String']['input'];
  /** The password that was used so far. */
  password: Scalars['String']['input'];
};

/** A mail of the queue: never what it says, nor the address. */
export type Mail = {
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** What it is for. */
  kind: MailKind;
  /** What became of it. */
  state: MailStatus;
  /** How often it was tried. */
  attempts: Scalars['Int']['output'];
  /** When it was queued. */
  createdAt: Scalars['DateTime']['output'];
  /** When it is tried next; null where it does not wait. */
  nextAttemptAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it came to its end; null until then. */
  settledAt?: Maybe<Scalars['DateTime']['output']>;
  /** Class of what went wrong last, such as CONNECTION_BROKE; null where nothing did. */
  error?: Maybe<Scalars['String']['output']>;
  /** Name of the person it is for. */
  recipient: Scalars['String']['output'];
};

/** A page of mails. */
export type MailConnection = {
  /** Information to aid in pagination. */
  pageInfo: PageInfo;
  /** A list of edges. */
  edges: Array<MailEdge>;
  /** A list of nodes. */
  nodes: Array<Mail>;
  /** How many entries there are that the viewer can see, counted up to 10,000. */
  totalCount: Scalars['Int']['output'];
  /** Whether `totalCount` is exact; false means there are more. */
  totalCountIsExact: Scalars['Boolean']['output'];
};

/** An edge in a connection. */
export type MailEdge = {
  /** The item at the end of the edge */
  node: Mail;
  /** A cursor for use in pagination */
  cursor: Scalars['String']['output'];
};

/** Which mails to list; what is left out does not narrow the list. */
export type MailFilter = {
  /** The state they are in. */
  state?: InputMaybe<MailStatus>;
};

/** What a mail is for. */
export const MailKind = {
  /** Invites a person to set the first password. */
  Invitation: 'INVITATION',
  /** Carries the link that sets a new password. */
  PasswordReset: 'PASSWORD_RESET',
  /** Tells of a new password. */
  PasswordChanged: 'PASSWORD_CHANGED',
  /** Tells that somebody fails to sign in again and again. */
  SignInLocked: 'SIGN_IN_LOCKED',
  /** Tells of a new second factor. */
  SecondFactorAdded: 'SECOND_FACTOR_ADDED',
  /** Tells of a second factor that was taken away. */
  SecondFactorRemoved: 'SECOND_FACTOR_REMOVED',
  /** Tells of a recovery code that was used. */
  RecoveryCodeUsed: 'RECOVERY_CODE_USED',
  /** Tells that an administrator took all second factors away. */
  SecondFactorReset: 'SECOND_FACTOR_RESET',
  /** The digest of a day. */
  Digest: 'DIGEST',
  /** The digest of a week. */
  WeeklyDigest: 'WEEKLY_DIGEST',
  /** What has just come. */
  ImmediateDigest: 'IMMEDIATE_DIGEST',
  /** Tells which rights end soon. */
  IpRightExpiry: 'IP_RIGHT_EXPIRY'
} as const;

export type MailKind = typeof MailKind[keyof typeof MailKind];
/** The mails in numbers, each counted up to a bound; never what they say. */
export type MailState = {
  /** They wait. */
  queued: Scalars['Int']['output'];
  /** A sender has them. */
  claimed: Scalars['Int']['output'];
  /** The mail server took them since midnight, UTC. */
  sentToday: Scalars['Int']['output'];
  /** They were refused for good, or too often. */
  failed: Scalars['Int']['output'];
  /** Nobody knows whether they arrived; they are not sent again. */
  unknown: Scalars['Int']['output'];
  /** When the oldest of those that wait was queued; null where none waits. */
  oldestQueuedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the settings name a mail server; else mails become files in the data folder. */
  configured: Scalars['Boolean']['output'];
};

/** What became of a mail. */
export const MailStatus = {
  /** It waits. */
  Queued: 'QUEUED',
  /** A sender has it. */
  Claimed: 'CLAIMED',
  /** The mail server took it. */
  Sent: 'SENT',
  /** There was nothing to say. */
  Empty: 'EMPTY',
  /** Nobody knows whether it arrived; it is not sent again. The next digest says so to its recipient. */
  Unknown: 'UNKNOWN',
  /** It was refused for good, or too often. */
  Failed: 'FAILED',
  /** Its time was over before it could be sent; the next digest says everything. */
  Lapsed: 'LAPSED'
} as const;

export type MailStatus = typeof MailStatus[keyof typeof MailStatus];
/** An amount of money. */
export type Money = {
  /** The amount, with the currency's decimal places. */
  amount: Scalars['Decimal']['output'];
  /** ISO 4217 code. */
  currency: Scalars['String']['output'];
};

/** An amount of money. */
export type MoneyInput = {
  /** The amount, with at most the currency's decimal places. */
  amount: Scalars['Decimal']['input'];
  /** ISO 4217 code. */
  currency: Scalars['String']['input'];
};

/** Everything that can be done. */
export type Mutation = {
  /**
   * Signs in, or asks for the second factor of somebody who has one. The refresh token goes into a cookie that scripts
   * cannot read, unless the body is asked for.
   *
   * Requires: nobody in particular; sign-in is not needed.
   */
  signIn: SignInPayload;
  /**
   * Goes on with a session: a new access token and a new refresh token for an old one, which is used up. A refresh
   * token that comes a second time ends its session.
   *
   * Requires: nobody in particular; sign-in is not needed.
   */
  refreshSession: SignInPayload;
  /**
   * Ends the session of the access token and of the cookie. Signing out twice is fine.
   *
   * Requires: nobody in particular; sign-in is not needed.
   */
  signOut: SignOutPayload;
  /**
   * Sets the first password of an invited person and signs in.
   *
   * Requires: nobody in particular; sign-in is not needed.
   */
  acceptInvitation: SignInPayload;
  /**
   * Finishes a sign-in that was asked for its second factor.
   *
   * Requires: nobody in particular; sign-in is not needed.
   */
  completeSignIn: SignInPayload;
  /**
   * Begins to set up an authenticator app. It counts from its first code on, and the one in use stays good until then.
   *
   * Requires: a signed-in person, with or without a second factor.
   */
  startTotp: StartTotpPayload;
  /**
   * Finishes setting up an authenticator app. Whoever had no second factor gets recovery codes, and the other sessions
   * end, because they began without one.
   *
   * Requires: a signed-in person, with or without a second factor.
   */
  confirmTotp: RecoveryCodesPayload;
  /**
   * Removes the authenticator app. Refused where a role asks for a second factor and this is the last one.
   *
   * Requires: a signed-in person.
   */
  removeTotp: AccountPayload;
  /**
   * Makes new recovery codes; the earlier ones are no longer good.
   *
   * Requires: a signed-in person.
   */
  renewRecoveryCodes: RecoveryCodesPayload;
  /**
   * Begins to add a passkey or security key.
   *
   * Requires: a signed-in person, with or without a second factor.
   */
  startPasskey: StartPasskeyPayload;
  /**
   * Finishes adding a passkey. Whoever had no second factor gets recovery codes, and the other sessions end, because
   * they began without one.
   *
   * Requires: a signed-in person, with or without a second factor.
   */
  addPasskey: AddPasskeyPayload;
  /**
   * Gives a passkey another name.
   *
   * Requires: a signed-in person.
   */
  renamePasskey: AccountPayload;
  /**
   * Removes a passkey. Refused where a role asks for a second factor and this is the last one.
   *
   * Requires: a signed-in person.
   */
  removePasskey: AccountPayload;
  /**
   * Sends a link that sets a new password, good once for an hour, to the address if somebody with a password has it. The
   * answer does not tell whether anybody has.
   *
   * Requires: nobody in particular; sign-in is not needed.
   */
  requestPasswordReset: RequestPasswordResetPayload;
  /**
   * Sets a new password and ends every session of the person, who is signed in then, or asked for the second factor.
   *
   * Requires: nobody in particular; sign-in is not needed.
   */
  resetPassword: SignInPayload;
  /**
   * Replaces the password and ends the person's other sessions.
   *
   * Requires: a signed-in person.
   */
  changePassword: AccountPayload;
  /**
   * Ends one of the viewer's sessions; its open connections close.
   *
   * Requires: a signed-in person.
   */
  endSession: AccountPayload;
  /**
   * Ends all of the viewer's sessions but the one of this request.
   *
   * Requires: a signed-in person.
   */
  endOtherSessions: AccountPayload;
  /**
   * Enters an organisation's provider, or changes its settings. A change of the issuer forgets whom the other provider
   * knew; those people prove their password once more.
   *
   * Requires: SINGLE_SIGN_ON_MANAGE (SA, MA, MC, LE, AP).
   */
  configureSingleSignOn: OrganizationPayload;
  /**
   * Asks the provider whether it could be used: it has to answer, go by the name that was entered, and sign in a way
   * that is accepted. Whether the client is known there shows only when somebody signs in.
   *
   * Requires: SINGLE_SIGN_ON_MANAGE (SA, MA, MC, LE, AP).
   */
  testSingleSignOn: OrganizationPayload;
  /**
   * Makes the provider the only way in for the organisation's people, or lets them use their passwords again. The
   * secretariat can do the latter for everybody, and keeps its own passwords for that.
   *
   * Requires: SINGLE_SIGN_ON_MANAGE (SA, MA, MC, LE, AP).
   */
  enforceSingleSignOn: OrganizationPayload;
  /**
   * Takes an organisation's provider away; its people use their passwords again.
   *
   * Requires: SINGLE_SIGN_ON_MANAGE (SA, MA, MC, LE, AP).
   */
  removeSingleSignOn: OrganizationPayload;
  /**
   * Signs in somebody whom the provider vouches for and who has used a password so far; the password proves once whose
   * account it is. The provider is enough from then on.
   *
   * Requires: nobody in particular; sign-in is not needed.
   */
  linkSingleSignOn: SignInPayload;
  /**
   * Changes the viewer's own settings.
   *
   * Requires: SETTINGS_EDIT (SA, SO, FM, MA, MI, MF, MC, LE, AP, AU).
   */
  updateSettings: UpdateSettingsPayload;
  /**
   * Invites an organisation together with its first person, who gets a mail.
   *
   * Requires: ORGANIZATION_MANAGE (SA).
   */
  inviteOrganization: OrganizationPayload;
  /**
   * Changes an organisation's facts.
   *
   * Requires: ORGANIZATION_EDIT (SA, MA, MC, LE, AP).
   */
  updateOrganization: OrganizationPayload;
  /**
   * Applies for membership: an invited organisation becomes an applicant.
   *
   * Requires: ORGANIZATION_EDIT (SA, MA, MC, LE, AP).
   */
  submitApplication: OrganizationPayload;
  /**
   * Begins to look into an application.
   *
   * Requires: ORGANIZATION_MANAGE (SA).
   */
  startReview: OrganizationPayload;
  /**
   * Takes an organisation into membership; done by somebody else than who invited it.
   *
   * Requires: ORGANIZATION_MANAGE (SA).
   */
  approveOrganization: OrganizationPayload;
  /**
   * Shuts an organisation out for the time being; its people are out at their next request.
   *
   * Requires: ORGANIZATION_MANAGE (SA).
   */
  suspendOrganization: OrganizationPayload;
  /**
   * Lets a suspended organisation in again.
   *
   * Requires: ORGANIZATION_MANAGE (SA).
   */
  reinstateOrganization: OrganizationPayload;
  /**
   * Shuts a suspended organisation out for good, or ends an application. Somebody else than who suspended it does so.
   *
   * Requires: ORGANIZATION_MANAGE (SA).
   */
  expelOrganization: OrganizationPayload;
  /**
   * Leaves the alliance for good, or takes the application back: the own organisation's administrator says why, and
   * its people are out at their next request.
   *
   * Requires: ORGANIZATION_LEAVE (MA, LE, AP).
   */
  withdrawOrganization: OrganizationPayload;
  /**
   * Invites a person, who gets a mail; into another organisation than the own one only its administrators.
   *
   * Requires: USER_MANAGE (SA, MA, MC, LE, AP).
   */
  inviteUser: PersonPayload;
  /**
   * Changes a person's name, roles and brand scope; nobody changes the own roles and brands. Of other organisations
   * only administrators are changed, and given no other role.
   *
   * Requires: USER_MANAGE (SA, MA, MC, LE, AP).
   */
  updateUser: PersonPayload;
  /**
   * Shuts a person out, at its next request; never oneself and never the last administrator.
   *
   * Requires: USER_MANAGE (SA, MA, MC, LE, AP).
   */
  suspendUser: PersonPayload;
  /**
   * Lets a suspended person in again.
   *
   * Requires: USER_MANAGE (SA, MA, MC, LE, AP).
   */
  reinstateUser: PersonPayload;
  /**
   * Sends an invited person a new invitation; earlier ones are void.
   *
   * Requires: USER_MANAGE (SA, MA, MC, LE, AP).
   */
  resendInvitation: PersonPayload;
  /**
   * Takes away all second factors of somebody who lost them; the reason is required. The person is told by mail, and its
   * sessions end.
   *
   * Requires: USER_MANAGE (SA, MA, MC, LE, AP).
   */
  resetSecondFactor: PersonPayload;
  /**
   * Enters a brand of a right holder.
   *
   * Requires: BRAND_EDIT (MA, MI, MC).
   */
  createBrand: BrandPayload;
  /**
   * Takes a brand out of use; what was written under it stays.
   *
   * Requires: BRAND_EDIT (MA, MI, MC).
   */
  retireBrand: BrandPayload;
  /**
   * Adds somebody whom a brand lets sell or make, so that leads against it are stopped at triage.
   *
   * Requires: AUTHORIZED_PARTY_EDIT (MA, MI, MC).
   */
  addAuthorizedParty: AuthorizedPartyPayload;
  /**
   * Takes an authorisation back.
   *
   * Requires: AUTHORIZED_PARTY_EDIT (MA, MI, MC).
   */
  revokeAuthorizedParty: AuthorizedPartyPayload;
  /**
   * Submits a power of attorney as its principal or its agent; it allows nothing until it is verified.
   *
   * Requires: POWER_OF_ATTORNEY_SUBMIT (MA, MC).
   */
  submitPowerOfAttorney: PowerOfAttorneyPayload;
  /**
   * Finds a power of attorney genuine, so that it holds; done by somebody else than who submitted it.
   *
   * Requires: POWER_OF_ATTORNEY_VERIFY (SO).
   */
  verifyPowerOfAttorney: PowerOfAttorneyPayload;
  /**
   * Takes a power of attorney back: by its principal, its agent or the desk. What its agent saw by it is out of sight
   * at the next request.
   *
   * Requires: a signed-in person.
   */
  revokePowerOfAttorney: PowerOfAttorneyPayload;
  /**
   * Enters a right as a draft.
   *
   * Requires: IP_RIGHT_EDIT (MA, MI, MC).
   */
  createIpRight: IpRightPayload;
  /**
   * Changes a draft; all its facts are given anew.
   *
   * Requires: IP_RIGHT_EDIT (MA, MI, MC).
   */
  updateIpRight: IpRightPayload;
  /**
   * Throws away a draft that was never submitted.
   *
   * Requires: IP_RIGHT_EDIT (MA, MI, MC).
   */
  discardIpRight: DiscardIpRightPayload;
  /**
   * Hands a draft to the secretariat, once nothing is missing: number, territory, first and, but for copyrights,
   * geographical indications and others, last day; for a trade mark its Nice classes.
   *
   * Requires: IP_RIGHT_EDIT (MA, MI, MC).
   */
  submitIpRight: IpRightPayload;
  /**
   * Takes a right back to change it; it counts for nothing until it is verified again.
   *
   * Requires: IP_RIGHT_EDIT (MA, MI, MC).
   */
  takeBackIpRight: IpRightPayload;
  /**
   * Finds the proof of a right, or of its renewal, good; done by somebody else than who submitted it.
   *
   * Requires: IP_RIGHT_VERIFY (SO).
   */
  verifyIpRight: IpRightPayload;
  /**
   * Finds the proof of a right, or of its renewal, wanting; a right whose renewal is rejected keeps its last day.
   *
   * Requires: IP_RIGHT_VERIFY (SO).
   */
  rejectIpRight: IpRightPayload;
  /**
   * Says that a right is challenged; it cannot be cited until that is settled.
   *
   * Requires: a signed-in person.
   */
  disputeIpRight: IpRightPayload;
  /**
   * Says that the challenge came to nothing.
   *
   * Requires: IP_RIGHT_VERIFY (SO).
   */
  settleIpRight: IpRightPayload;
  /**
   * Says that a right has a later last day; until somebody else has verified that, the present one counts.
   *
   * Requires: IP_RIGHT_EDIT (MA, MI, MC).
   */
  renewIpRight: IpRightPayload;
  /**
   * Says that a right has no effect, from its beginning or from a later day on. Final.
   *
   * Requires: IP_RIGHT_VERIFY (SO).
   */
  invalidateIpRight: IpRightPayload;
  /**
   * Reads trade marks from files of an office, WIPO ST.66 or ST.96 as the USPTO gives them, and drafts a right for each
   * that the office does not call dead and that is not there yet. A dry run says what would come of it.
   *
   * Requires: IP_RIGHT_EDIT (MA, MI, MC).
   */
  importIpRights: ImportIpRightsPayload;
  /**
   * Writes a draft; the same idempotency key gives the same lead.
   *
   * Requires: LEAD_CREATE (SO, MA, MI, MC, LE, PS).
   */
  createLead: CreateLeadPayload;
  /**
   * Changes a draft.
   *
   * Requires: LEAD_CREATE (SO, MA, MI, MC, LE, PS).
   */
  updateLead: LeadPayload;
  /**
   * Hands a draft in for triage.
   *
   * Requires: LEAD_CREATE (SO, MA, MI, MC, LE, PS).
   */
  submitLead: LeadPayload;
  /**
   * Grades a submitted lead. `AUTHORIZED_SELLER` where the brand has authorised a seller and no reason is given.
   *
   * Requires: LEAD_TRIAGE (SO, MA, MI, MC).
   */
  triageLead: LeadPayload;
  /**
   * Turns a triaged lead down.
   *
   * Requires: LEAD_REJECT (SO).
   */
  rejectLead: LeadPayload;
  /**
   * Shows a lead to more people, exactly as previewed, and pushes deliveries with their deadlines.
   *
   * Requires: LEAD_SHARE (SO, MA, MI, MC, LE).
   */
  shareLead: LeadPayload;
  /**
   * Changes the TLP or handling code; who may no longer see the lead loses sight at once.
   *
   * Requires: LEAD_SHARE (SO, MA, MI, MC, LE).
   */
  changeLeadTlp: LeadPayload;
  /**
   * Closes a shared lead whose deliveries are all answered or closed.
   *
   * Requires: LEAD_RESOLVE (SO, MA, MI, MC, LE).
   */
  resolveLead: LeadPayload;
  /**
   * Opens a resolved lead again.
   *
   * Requires: LEAD_RESOLVE (SO, MA, MI, MC, LE).
   */
  reopenLead: LeadPayload;
  /**
   * Takes a lead back; those who saw it are told, nothing is deleted.
   *
   * Requires: LEAD_SHARE (SO, MA, MI, MC, LE).
   */
  retractLead: LeadPayload;
  /**
   * Marks a delivery as opened by its recipient.
   *
   * Requires: DELIVERY_ANSWER (MA, MI, MC).
   */
  viewDelivery: DeliveryPayload;
  /**
   * Marks a delivery as taken up by its recipient.
   *
   * Requires: DELIVERY_ANSWER (MA, MI, MC).
   */
  acknowledgeDelivery: DeliveryPayload;
  /**
   * Answers a delivery, or changes the answer. Late answers are taken and marked late.
   *
   * Requires: DELIVERY_ANSWER (MA, MI, MC).
   */
  answerDelivery: DeliveryPayload;
  /**
   * Answers a recipient's question as the lead's owner; the clock runs on.
   *
   * Requires: LEAD_SHARE (SO, MA, MI, MC, LE).
   */
  answerInfoRequest: DeliveryPayload;
  /**
   * Settles a delivery that lapsed unanswered.
   *
   * Requires: DELIVERY_SETTLE (SO).
   */
  settleExpiredDelivery: DeliveryPayload;
  /**
   * Comments on a lead; the same idempotency key gives the same comment.
   *
   * Requires: COMMENT_ADD (SO, MA, MI, MC, LE).
   */
  addComment: AddCommentPayload;
  /**
   * Has a mail that failed tried again, as if it were new. One that may have arrived is never sent again.
   *
   * Requires: MAIL_RETRY (SA).
   */
  retryMail: RetryMailPayload;
};


/** Everything that can be done. */
export type MutationSignInArgs = {
  input: SignInInput;
};


/** Everything that can be done. */
export type MutationRefreshSessionArgs = {
  input?: InputMaybe<RefreshSessionInput>;
};


/** Everything that can be done. */
export type MutationAcceptInvitationArgs = {
  input: AcceptInvitationInput;
};


/** Everything that can be done. */
export type MutationCompleteSignInArgs = {
  input: CompleteSignInInput;
};


/** Everything that can be done. */
export type MutationStartTotpArgs = {
  input: PasswordInput;
};


/** Everything that can be done. */
export type MutationConfirmTotpArgs = {
  input: ConfirmTotpInput;
};


/** Everything that can be done. */
export type MutationRemoveTotpArgs = {
  input: PasswordInput;
};


/** Everything that can be done. */
export type MutationRenewRecoveryCodesArgs = {
  input: PasswordInput;
};


/** Everything that can be done. */
export type MutationStartPasskeyArgs = {
  input: PasswordInput;
};


/** Everything that can be done. */
export type MutationAddPasskeyArgs = {
  input: AddPasskeyInput;
};


/** Everything that can be done. */
export type MutationRenamePasskeyArgs = {
  input: RenamePasskeyInput;
};


/** Everything that can be done. */
export type MutationRemovePasskeyArgs = {
  input: RemovePasskeyInput;
};


/** Everything that can be done. */
export type MutationRequestPasswordResetArgs = {
  input: RequestPasswordResetInput;
};


/** Everything that can be done. */
export type MutationResetPasswordArgs = {
  input: ResetPasswordInput;
};


/** Everything that can be done. */
export type MutationChangePasswordArgs = {
  input: ChangePasswordInput;
};


/** Everything that can be done. */
export type MutationEndSessionArgs = {
  input: EndSessionInput;
};


/** Everything that can be done. */
export type MutationEndOtherSessionsArgs = {
  input: PasswordInput;
};


/** Everything that can be done. */
export type MutationConfigureSingleSignOnArgs = {
  input: ConfigureSingleSignOnInput;
};


/** Everything that can be done. */
export type MutationTestSingleSignOnArgs = {
  input: TestSingleSignOnInput;
};


/** Everything that can be done. */
export type MutationEnforceSingleSignOnArgs = {
  input: EnforceSingleSignOnInput;
};


/** Everything that can be done. */
export type MutationRemoveSingleSignOnArgs = {
  input: RemoveSingleSignOnInput;
};


/** Everything that can be done. */
export type MutationLinkSingleSignOnArgs = {
  input: LinkSingleSignOnInput;
};


/** Everything that can be done. */
export type MutationUpdateSettingsArgs = {
  input: UpdateSettingsInput;
};


/** Everything that can be done. */
export type MutationInviteOrganizationArgs = {
  input: InviteOrganizationInput;
};


/** Everything that can be done. */
export type MutationUpdateOrganizationArgs = {
  input: UpdateOrganizationInput;
};


/** Everything that can be done. */
export type MutationSubmitApplicationArgs = {
  input: OrganizationTransitionInput;
};


/** Everything that can be done. */
export type MutationStartReviewArgs = {
  input: OrganizationTransitionInput;
};


/** Everything that can be done. */
export type MutationApproveOrganizationArgs = {
  input: OrganizationTransitionInput;
};


/** Everything that can be done. */
export type MutationSuspendOrganizationArgs = {
  input: OrganizationTransitionInput;
};


/** Everything that can be done. */
export type MutationReinstateOrganizationArgs = {
  input: OrganizationTransitionInput;
};


/** Everything that can be done. */
export type MutationExpelOrganizationArgs = {
  input: OrganizationTransitionInput;
};


/** Everything that can be done. */
export type MutationWithdrawOrganizationArgs = {
  input: OrganizationTransitionInput;
};


/** Everything that can be done. */
export type MutationInviteUserArgs = {
  input: InviteUserInput;
};


/** Everything that can be done. */
export type MutationUpdateUserArgs = {
  input: UpdateUserInput;
};


/** Everything that can be done. */
export type MutationSuspendUserArgs = {
  input: PersonTransitionInput;
};


/** Everything that can be done. */
export type MutationReinstateUserArgs = {
  input: PersonTransitionInput;
};


/** Everything that can be done. */
export type MutationResendInvitationArgs = {
  input: PersonTransitionInput;
};


/** Everything that can be done. */
export type MutationResetSecondFactorArgs = {
  input: PersonTransitionInput;
};


/** Everything that can be done. */
export type MutationCreateBrandArgs = {
  input: CreateBrandInput;
};


/** Everything that can be done. */
export type MutationRetireBrandArgs = {
  input: BrandTransitionInput;
};


/** Everything that can be done. */
export type MutationAddAuthorizedPartyArgs = {
  input: AddAuthorizedPartyInput;
};


/** Everything that can be done. */
export type MutationRevokeAuthorizedPartyArgs = {
  input: RevokeAuthorizedPartyInput;
};


/** Everything that can be done. */
export type MutationSubmitPowerOfAttorneyArgs = {
  input: SubmitPowerOfAttorneyInput;
};


/** Everything that can be done. */
export type MutationVerifyPowerOfAttorneyArgs = {
  input: PowerOfAttorneyTransitionInput;
};


/** Everything that can be done. */
export type MutationRevokePowerOfAttorneyArgs = {
  input: PowerOfAttorneyTransitionInput;
};


/** Everything that can be done. */
export type MutationCreateIpRightArgs = {
  input: CreateIpRightInput;
};


/** Everything that can be done. */
export type MutationUpdateIpRightArgs = {
  input: UpdateIpRightInput;
};


/** Everything that can be done. */
export type MutationDiscardIpRightArgs = {
  input: IpRightTransitionInput;
};


/** Everything that can be done. */
export type MutationSubmitIpRightArgs = {
  input: IpRightTransitionInput;
};


/** Everything that can be done. */
export type MutationTakeBackIpRightArgs = {
  input: IpRightTransitionInput;
};


/** Everything that can be done. */
export type MutationVerifyIpRightArgs = {
  input: IpRightTransitionInput;
};


/** Everything that can be done. */
export type MutationRejectIpRightArgs = {
  input: IpRightTransitionInput;
};


/** Everything that can be done. */
export type MutationDisputeIpRightArgs = {
  input: IpRightTransitionInput;
};


/** Everything that can be done. */
export type MutationSettleIpRightArgs = {
  input: IpRightTransitionInput;
};


/** Everything that can be done. */
export type MutationRenewIpRightArgs = {
  input: RenewIpRightInput;
};


/** Everything that can be done. */
export type MutationInvalidateIpRightArgs = {
  input: InvalidateIpRightInput;
};


/** Everything that can be done. */
export type MutationImportIpRightsArgs = {
  input: ImportIpRightsInput;
};


/** Everything that can be done. */
export type MutationCreateLeadArgs = {
  input: CreateLeadInput;
};


/** Everything that can be done. */
export type MutationUpdateLeadArgs = {
  input: UpdateLeadInput;
};


/** Everything that can be done. */
export type MutationSubmitLeadArgs = {
  input: LeadTransitionInput;
};


/** Everything that can be done. */
export type MutationTriageLeadArgs = {
  input: TriageLeadInput;
};


/** Everything that can be done. */
export type MutationRejectLeadArgs = {
  input: RejectLeadInput;
};


/** Everything that can be done. */
export type MutationShareLeadArgs = {
  input: ShareLeadInput;
};


/** Everything that can be done. */
export type MutationChangeLeadTlpArgs = {
  input: ChangeLeadTlpInput;
};


/** Everything that can be done. */
export type MutationResolveLeadArgs = {
  input: ResolveLeadInput;
};


/** Everything that can be done. */
export type MutationReopenLeadArgs = {
  input: ReasonedLeadInput;
};


/** Everything that can be done. */
export type MutationRetractLeadArgs = {
  input: ReasonedLeadInput;
};


/** Everything that can be done. */
export type MutationViewDeliveryArgs = {
  input: DeliveryTransitionInput;
};


/** Everything that can be done. */
export type MutationAcknowledgeDeliveryArgs = {
  input: DeliveryTransitionInput;
};


/** Everything that can be done. */
export type MutationAnswerDeliveryArgs = {
  input: AnswerDeliveryInput;
};


/** Everything that can be done. */
export type MutationAnswerInfoRequestArgs = {
  input: AnswerInfoRequestInput;
};


/** Everything that can be done. */
export type MutationSettleExpiredDeliveryArgs = {
  input: SettleExpiredDeliveryInput;
};


/** Everything that can be done. */
export type MutationAddCommentArgs = {
  input: AddCommentInput;
};


/** Everything that can be done. */
export type MutationRetryMailArgs = {
  input: RetryMailInput;
};

/** Something that has an id of its own. */
export type Node = {
  /** Opaque id; its prefix names the type. */
  id: Scalars['ID']['output'];
};

/** How the service runs. */
export type Operations = {
  /** The version of the process that answers. */
  version: Scalars['String']['output'];
  /** When the process that answers began. */
  startedAt: Scalars['DateTime']['output'];
  /** What keeps the data. */
  databaseBackend: DatabaseBackend;
  /** The database. */
  database: DatabaseState;
  /** The worker's jobs, by name. */
  jobs: Array<Job>;
  /** The mails. */
  mail: MailState;
  /** The audit log. */
  audit: AuditState;
  /** The events that wait for their place in the one order. */
  outbox: OutboxState;
  /** Subscriptions that are followed, through all processes, as these last told. */
  openStreams: Scalars['Int']['output'];
  /** The processes of the service, the youngest first; at most a hundred. */
  replicas: Array<Replica>;
};

/** Which way a list runs. */
export const OrderDirection = {
  /** Smallest or earliest first. */
  Asc: 'ASC',
  /** Largest or latest first. */
  Desc: 'DESC'
} as const;

export type OrderDirection = typeof OrderDirection[keyof typeof OrderDirection];
/** An organisation of the alliance, whatever its kind. */
export type Organization = Node & {
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** What kind of organisation it is. */
  kind: OrganizationKind;
  /** Legal name. */
  name: Scalars['String']['output'];
  /** Legal name in Chinese; null where there is none. */
  nameZh?: Maybe<Scalars['String']['output']>;
  /** Where it stands in its membership. */
  state: OrganizationState;
  /** Its industry; null where none was named. */
  industry?: Maybe<Industry>;
  /** Its country, ISO 3166-1 alpha-2. */
  country: Scalars['String']['output'];
  /** Administrative division below the country; null where none was named. */
  divisionCode?: Maybe<Scalars['String']['output']>;
  /** Its time zone, by its name in the tz database; working days are reckoned in it. */
  timeZone: Scalars['String']['output'];
  /** Language of its mails. */
  language: Language;
  /** The day it was taken into membership, in its time zone; null before. */
  joinedOn?: Maybe<Scalars['Date']['output']>;
  /** Counts its changes; to be sent back as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** When it was invited. */
  createdAt: Scalars['DateTime']['output'];
  /** Its brands that the viewer may know of. */
  brands: BrandConnection;
  /** Its people that the viewer may know of. */
  people: PersonConnection;
  /** The powers of attorney that it gave or was given, newest first, as far as the viewer may read them; at most 200. */
  powersOfAttorney: Array<PowerOfAttorney>;
  /** Its own sign-in provider; null where it has none, and for whom it is not to look after. */
  singleSignOn?: Maybe<SingleSignOn>;
  /** What the viewer can do to it now. */
  allowedActions: Array<OrganizationAction>;
};


/** An organisation of the alliance, whatever its kind. */
export type OrganizationBrandsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** An organisation of the alliance, whatever its kind. */
export type OrganizationPeopleArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** What the viewer can do to an organisation now. */
export const OrganizationAction = {
  /** Change its facts. */
  Update: 'UPDATE',
  /** Apply for membership. */
  SubmitApplication: 'SUBMIT_APPLICATION',
  /** Begin to look into the application. */
  StartReview: 'START_REVIEW',
  /** Take it into membership. */
  Approve: 'APPROVE',
  /** Shut it out for the time being. */
  Suspend: 'SUSPEND',
  /** Let it in again. */
  Reinstate: 'REINSTATE',
  /** Shut it out for good, or end its application. */
  Expel: 'EXPEL',
  /** Leave the alliance for good, or take the application back. */
  Withdraw: 'WITHDRAW',
  /** Invite somebody into it. */
  InviteUser: 'INVITE_USER',
  /** Enter a brand of it. */
  CreateBrand: 'CREATE_BRAND',
  /** Submit a power of attorney as its principal or agent. */
  SubmitPowerOfAttorney: 'SUBMIT_POWER_OF_ATTORNEY',
  /** Enter, change or take away its own sign-in provider. */
  ConfigureSingleSignOn: 'CONFIGURE_SINGLE_SIGN_ON'
} as const;

export type OrganizationAction = typeof OrganizationAction[keyof typeof OrganizationAction];
/** A page of organisations. */
export type OrganizationConnection = {
  /** Information to aid in pagination. */
  pageInfo: PageInfo;
  /** A list of edges. */
  edges: Array<OrganizationEdge>;
  /** A list of nodes. */
  nodes: Array<Organization>;
  /** How many entries there are that the viewer can see, counted up to 10,000. */
  totalCount: Scalars['Int']['output'];
  /** Whether `totalCount` is exact; false means there are more. */
  totalCountIsExact: Scalars['Boolean']['output'];
};

/** An edge in a connection. */
export type OrganizationEdge = {
  /** The item at the end of the edge */
  node: Organization;
  /** A cursor for use in pagination */
  cursor: Scalars['String']['output'];
};

/** Which organisations to list; what is left out does not narrow the list. */
export type OrganizationFilter = {
  /** A part of the name, whatever its case and accents; at most 100 characters. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Kinds. */
  kinds?: InputMaybe<Array<OrganizationKind>>;
  /** Membership states. */
  states?: InputMaybe<Array<OrganizationState>>;
  /** Industries. */
  industries?: InputMaybe<Array<Industry>>;
};

/** What kind of organisation it is. */
export const OrganizationKind = {
  /** A right holder in membership. */
  MemberBrand: 'MEMBER_BRAND',
  /** An industry association. */
  Association: 'ASSOCIATION',
  /** A firm that acts for principals. */
  AgentFirm: 'AGENT_FIRM',
  /** A law-enforcement agency. */
  LeAgency: 'LE_AGENCY',
  /** A laboratory. */
  Lab: 'LAB',
  /** A marketplace. */
  Platform: 'PLATFORM',
  /** The alliance's own office. */
  Secretariat: 'SECRETARIAT',
  /** An auditor or invited supervisor. */
  Auditor: 'AUDITOR'
} as const;

export type OrganizationKind = typeof OrganizationKind[keyof typeof OrganizationKind];
/** The outcome of a change of an organisation. */
export type OrganizationPayload = {
  /** The organisation afterwards; null where it was refused. */
  organization?: Maybe<Organization>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UserError>;
};

/** Where an organisation stands in its membership. */
export const OrganizationState = {
  /** Asked to join; its first person has an invitation. */
  Invited: 'INVITED',
  /** Has applied. */
  Applied: 'APPLIED',
  /** The secretariat is looking into the application. */
  UnderReview: 'UNDER_REVIEW',
  /** In membership. */
  Active: 'ACTIVE',
  /** Shut out for the time being. */
  Suspended: 'SUSPENDED',
  /** Left of its own will; final. */
  Withdrawn: 'WITHDRAWN',
  /** Shut out for good; final. */
  Expelled: 'EXPELLED'
} as const;

export type OrganizationState = typeof OrganizationState[keyof typeof OrganizationState];
/** A step of an organisation. */
export type OrganizationTransitionInput = {
  /** Which one. */
  id: Scalars['ID']['input'];
  /** The version that was seen. */
  expectedVersion: Scalars['Int']['input'];
  /** Why, at most 1,000 characters; kept in the audit log. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** The events that wait for their place in the one order. */
export type OutboxState = {
  /** How many wait. */
  waiting: Scalars['Int']['output'];
  /** How long the oldest of them has waited; null where none waits. */
  oldestSeconds?: Maybe<Scalars['Int']['output']>;
};

/** Information about pagination in a connection */
export type PageInfo = {
  /** When paginating backwards, are there more items? */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** When paginating forwards, are there more items? */
  hasNextPage: Scalars['Boolean']['output'];
  /** When paginating backwards, the cursor to continue. */
  startCursor?: Maybe<Scalars['String']['output']>;
  /** When paginating forwards, the cursor to continue. */
  endCursor?: Maybe<Scalars['String']['output']>;
};

/** A passkey or security key of a person. */
export type Passkey = {
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** What the person calls it. */
  name: Scalars['String']['output'];
  /** Since when there has been one. */
  createdAt: Scalars['DateTime']['output'];
  /** When it was used last; null where it never was. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** The password, once more, before something that a thief of the session must not do. */
export type PasswordInput = {
  /** The person's password. */
  password: Scalars['String']['input'];
};

/** One action of the permission table and how far this viewer may take it. */
export type Permission = {
  /** Code of the action. */
  action: Scalars['String']['output'];
  /** How far it reaches. */
  scope: Scope;
};

/** One action of the permission table. */
export type PermissionRow = {
  /** Code of the action. */
  action: Scalars['String']['output'];
  /** What it means. */
  title: Scalars['String']['output'];
  /** How far it reaches for each role that has it. */
  scopes: Array<RoleScope>;
};

/** A person of an organisation. Of people of other organisations most viewers see no more than name and organisation. */
export type Person = Node & {
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** The person's name. */
  name: Scalars['String']['output'];
  /** The address; null where the viewer may not see it. */
  email?: Maybe<Scalars['String']['output']>;
  /** Whether the person can sign in. */
  state: PersonState;
  /** The person's organisation. */
  organization: Organization;
  /** The person's roles; empty where the viewer may not see them. */
  roles: Array<Role>;
  /** The brands the person is limited to; empty where it is not limited or the viewer may not see it. */
  brandScope: Array<Brand>;
  /** Counts the person's changes; to be sent back as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** When the person signed in last; null where it never did or the viewer may not see it. */
  lastSignInAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the viewer can do to the person now. */
  allowedActions: Array<PersonAction>;
};

/** What the viewer can do to a person now. */
export const PersonAction = {
  /** Change name, roles and brand scope. */
  Update: 'UPDATE',
  /** Shut the person out. */
  Suspend: 'SUSPEND',
  /** Let the person in again. */
  Reinstate: 'REINSTATE',
  /** Send a new invitation. */
  ResendInvitation: 'RESEND_INVITATION',
  /** Take away all second factors of somebody who lost them. */
  ResetSecondFactor: 'RESET_SECOND_FACTOR'
} as const;

export type PersonAction = typeof PersonAction[keyof typeof PersonAction];
/** A page of people. */
export type PersonConnection = {
  /** Information to aid in pagination. */
  pageInfo: PageInfo;
  /** A list of edges. */
  edges: Array<PersonEdge>;
  /** A list of nodes. */
  nodes: Array<Person>;
  /** How many entries there are that the viewer can see, counted up to 10,000. */
  totalCount: Scalars['Int']['output'];
  /** Whether `totalCount` is exact; false means there are more. */
  totalCountIsExact: Scalars['Boolean']['output'];
};

/** An edge in a connection. */
export type PersonEdge = {
  /** The item at the end of the edge */
  node: Person;
  /** A cursor for use in pagination */
  cursor: Scalars['String']['output'];
};

/** Which people to list; what is left out does not narrow the list. */
export type PersonFilter = {
  /** A part of the name, or of the address where the viewer may see it; at most 100 characters. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Their organisation. */
  organizationId?: InputMaybe<Scalars['ID']['input']>;
  /** Roles; finds only people whose roles the viewer may see. */
  roles?: InputMaybe<Array<Role>>;
  /** States. */
  states?: InputMaybe<Array<PersonState>>;
};

/** The outcome of a change of a person. */
export type PersonPayload = {
  /** The person afterwards; null where it was refused. */
  person?: Maybe<Person>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UserError>;
};

/** Where a person stands. */
export const PersonState = {
  /** Has not set a password yet. */
  Invited: 'INVITED',
  /** Can sign in. */
  Active: 'ACTIVE',
  /** Shut out. */
  Suspended: 'SUSPENDED'
} as const;

export type PersonState = typeof PersonState[keyof typeof PersonState];
/** A step of a person. */
export type PersonTransitionInput = {
  /** Whom. */
  id: Scalars['ID']['input'];
  /** The version that was seen. */
  expectedVersion: Scalars['Int']['input'];
  /** Why, at most 1,000 characters; kept in the audit log. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** What a power of attorney allows. */
export const PoaAction = {
  /** See what is shared with the principal. */
  ReadLeads: 'READ_LEADS',
  /** Write, share and close leads for the principal. */
  CreateLeads: 'CREATE_LEADS',
  /** Answer deliveries for the principal. */
  AnswerDeliveries: 'ANSWER_DELIVERIES',
  /** Keep the principal's brands and authorised parties. */
  ManageBrands: 'MANAGE_BRANDS'
} as const;

export type PoaAction = typeof PoaAction[keyof typeof PoaAction];
/** Where a power of attorney stands. */
export const PoaState = {
  /** Waits for the secretariat; it allows nothing yet. */
  Submitted: 'SUBMITTED',
  /** Allows what it says between its dates. */
  Verified: 'VERIFIED',
  /** Its last day is over. */
  Expired: 'EXPIRED',
  /** Taken back; final. */
  Revoked: 'REVOKED'
} as const;

export type PoaState = typeof PoaState[keyof typeof PoaState];
/** What an agent may do for a principal, and from when until when. */
export type PowerOfAttorney = Node & {
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Who gave it. */
  principal: Organization;
  /** Who may act by it. */
  agent: Organization;
  /** The brands it covers; empty where it covers all. */
  brands: Array<Brand>;
  /** Whether it covers all brands of the principal, later ones too. */
  allBrands: Scalars['Boolean']['output'];
  /** What it allows. */
  actions: Array<PoaAction>;
  /** The first day, in UTC. */
  validFrom: Scalars['Date']['output'];
  /** The last day, in UTC. */
  validTo: Scalars['Date']['output'];
  /** Where it stands now. */
  state: PoaState;
  /** Who submitted it. */
  submittedBy: Person;
  /** When it was submitted. */
  createdAt: Scalars['DateTime']['output'];
  /** When it was verified; null before. */
  verifiedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the viewer can do to it now. */
  allowedActions: Array<PowerOfAttorneyAction>;
  /** Counts its changes; to be sent back as `expectedVersion`. */
  version: Scalars['Int']['output'];
};

/** What the viewer can do to a power of attorney now. */
export const PowerOfAttorneyAction = {
  /** Find it genuine, so that it holds. */
  Verify: 'VERIFY',
  /** Take it back. */
  Revoke: 'REVOKE'
} as const;

export type PowerOfAttorneyAction = typeof PowerOfAttorneyAction[keyof typeof PowerOfAttorneyAction];
/** The outcome of a change of a power of attorney. */
export type PowerOfAttorneyPayload = {
  /** The power of attorney afterwards; null where it was refused. */
  powerOfAttorney?: Maybe<PowerOfAttorney>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UserError>;
};

/** A step of a power of attorney. */
export type PowerOfAttorneyTransitionInput = {
  /** Which one. */
  id: Scalars['ID']['input'];
  /** The version that was seen. */
  expectedVersion: Scalars['Int']['input'];
  /** Why, at most 1,000 characters; kept in the audit log. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** What an audience is previewed for. */
export type PreviewAudienceInput = {
  /** The lead. */
  id: Scalars['ID']['input'];
  /** To whom it would be shown besides those who see it already. */
  grants: Array<LeadGrantInput>;
  /** Organisations that must never see it, whatever else is said. */
  excludeOrganizationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** A TLP to try out; a share keeps the lead's own. */
  tlp?: InputMaybe<Tlp>;
  /** Whether every viewer would see every item. */
  itemsOpen?: InputMaybe<Scalars['Boolean']['input']>;
  /** When the grants would end. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** How urgent it is. */
export const Priority = {
  /** When there is time. */
  Low: 'LOW',
  /** In turn. */
  Normal: 'NORMAL',
  /** Before others. */
  High: 'HIGH',
  /** At once. */
  Urgent: 'URGENT'
} as const;

export type Priority = typeof Priority[keyof typeof Priority];
/** Everything that can be asked. */
export type Query = {
  /**
   * An object by its id; null where there is none that the viewer can see.
   *
   * Requires: a signed-in person.
   */
  node?: Maybe<Node>;
  /**
   * Objects by their ids, in that order, at most 100; null where there is none that the viewer can see.
   *
   * Requires: a signed-in person.
   */
  nodes: Array<Maybe<Node>>;
  /**
   * The person who is signed in; null where nobody is.
   *
   * Requires: nobody in particular; sign-in is not needed.
   */
  viewer?: Maybe<Viewer>;
  /**
   * The permission table: how far each action reaches for each role.
   *
   * Requires: a signed-in person.
   */
  permissionMatrix: Array<PermissionRow>;
  /**
   * The organisations of the alliance that the viewer may know of, oldest first.
   *
   * Requires: DIRECTORY_READ (SA, SO, FM, MA, MI, MF, MC, LE, AP, PS, AU).
   */
  organizations: OrganizationConnection;
  /**
   * An organisation; null where there is none that the viewer may know of.
   *
   * Requires: DIRECTORY_READ (SA, SO, FM, MA, MI, MF, MC, LE, AP, PS, AU).
   */
  organization?: Maybe<Organization>;
  /**
   * The people that the viewer may know of, oldest first.
   *
   * Requires: PERSON_READ (SA, SO, FM, MA, MI, MF, MC, LE, AP, AU).
   */
  people: PersonConnection;
  /**
   * The brands that the viewer may know of, oldest first.
   *
   * Requires: DIRECTORY_READ (SA, SO, FM, MA, MI, MF, MC, LE, AP, PS, AU).
   */
  brands: BrandConnection;
  /**
   * The rights that the viewer may know of: verified ones of everybody in the directory, and whatever is the viewer's
   * own organisation's, its principals', or waits to be verified by the viewer.
   *
   * Requires: DIRECTORY_READ (SA, SO, FM, MA, MI, MF, MC, LE, AP, PS, AU).
   */
  ipRights: IpRightConnection;
  /**
   * A right by its id.
   *
   * Requires: DIRECTORY_READ (SA, SO, FM, MA, MI, MF, MC, LE, AP, PS, AU).
   */
  ipRight: IpRight;
  /**
   * The leads that the viewer sees, latest first unless ordered otherwise.
   *
   * Requires: LEAD_READ (SO, MA, MI, MC, LE, PS, AU).
   */
  leads: LeadConnection;
  /**
   * A lead; `NOT_FOUND` where there is none that the viewer sees.
   *
   * Requires: LEAD_READ (SO, MA, MI, MC, LE, PS, AU).
   */
  lead?: Maybe<Lead>;
  /**
   * A lead by what people call it; `NOT_FOUND` where there is none that the viewer sees.
   *
   * Requires: LEAD_READ (SO, MA, MI, MC, LE, PS, AU).
   */
  leadByReference?: Maybe<Lead>;
  /**
   * Who would see a lead if it were shared so; the token of the answer goes into `shareLead`.
   *
   * Requires: LEAD_SHARE (SO, MA, MI, MC, LE).
   */
  previewAudience?: Maybe<AudiencePreview>;
  /**
   * The deliveries that the viewer sees, those due first in front unless ordered otherwise.
   *
   * Requires: LEAD_READ (SO, MA, MI, MC, LE, PS, AU).
   */
  deliveries: DeliveryConnection;
  /**
   * A delivery; `NOT_FOUND` where there is none that the viewer sees.
   *
   * Requires: LEAD_READ (SO, MA, MI, MC, LE, PS, AU).
   */
  delivery?: Maybe<Delivery>;
  /**
   * Entries of the audit log, latest first: all of them for auditors, the administrative ones for secretariat
   * administrators, the acts of the own people for members' administrators, the own acts for law enforcement.
   *
   * Requires: AUDIT_READ (SA, MA, LE, AU).
   */
  auditEntries: AuditEntryConnection;
  /**
   * How far the audit log is sealed, and what vouches for it outside the database.
   *
   * Requires: AUDIT_READ (SA, MA, LE, AU).
   */
  auditSeal: AuditSeal;
  /**
   * How the service runs: its database, jobs, mails, audit log and processes.
   *
   * Requires: OPERATIONS_READ (SA).
   */
  operations: Operations;
  /**
   * The mails that were queued, latest first.
   *
   * Requires: OPERATIONS_READ (SA).
   */
  mails: MailConnection;
  /**
   * How somebody with this address signs in. The part behind the @ decides, so the answer does not tell whether there
   * is such an account.
   *
   * Requires: nobody in particular; sign-in is not needed.
   */
  signInMethods: SignInMethods;
};


/** Everything that can be asked. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. */
export type QueryNodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};


/** Everything that can be asked. */
export type QueryOrganizationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OrganizationFilter>;
};


/** Everything that can be asked. */
export type QueryOrganizationArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. */
export type QueryPeopleArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PersonFilter>;
};


/** Everything that can be asked. */
export type QueryBrandsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BrandFilter>;
};


/** Everything that can be asked. */
export type QueryIpRightsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<IpRightFilter>;
  orderBy?: InputMaybe<IpRightOrder>;
};


/** Everything that can be asked. */
export type QueryIpRightArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. */
export type QueryLeadsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LeadFilter>;
  orderBy?: InputMaybe<LeadOrder>;
};


/** Everything that can be asked. */
export type QueryLeadArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. */
export type QueryLeadByReferenceArgs = {
  reference: Scalars['String']['input'];
};


/** Everything that can be asked. */
export type QueryPreviewAudienceArgs = {
  input: PreviewAudienceInput;
};


/** Everything that can be asked. */
export type QueryDeliveriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DeliveryFilter>;
  orderBy?: InputMaybe<DeliveryOrder>;
};


/** Everything that can be asked. */
export type QueryDeliveryArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. */
export type QueryAuditEntriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AuditFilter>;
};


/** Everything that can be asked. */
export type QueryMailsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MailFilter>;
};


/** Everything that can be asked. */
export type QuerySignInMethodsArgs = {
  email: Scalars['String']['input'];
};

/** Hours in which no mail goes out at once, in the person's time zone. What comes in them is told when they end. */
export type QuietHours = {
  /** The first hour, 0–23. */
  from: Scalars['Int']['output'];
  /** The hour with which they end, 0–23; on the next day where it is the earlier one. */
  to: Scalars['Int']['output'];
};

/** Hours in which no mail goes out at once, in the person's time zone. */
export type QuietHoursInput = {
  /** The first hour, 0–23. */
  from: Scalars['Int']['input'];
  /** The hour with which they end, 0–23, another one; on the next day where it is the earlier one. */
  to: Scalars['Int']['input'];
};

/** A step of a lead that needs a reason. */
export type ReasonedLeadInput = {
  /** The lead. */
  id: Scalars['ID']['input'];
  /** The version the step is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** Why, for everybody who sees the lead; at most 2,000 characters. */
  reason: Scalars['String']['input'];
};

/** The viewer with new recovery codes. */
export type RecoveryCodesPayload = {
  /** The codes, each good once and shown only now; null where it was refused or the earlier ones stay good. */
  recoveryCodes?: Maybe<Array<Scalars['String']['output']>>;
  /** The person as it stands now; null where it was refused. */
  viewer?: Maybe<Viewer>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UserError>;
};

/** What to go on with. */
export type RefreshSessionInput = {
  /** A refresh token from an earlier body; without it the cookie is used, and the new one is set there. */
  refreshToken?: InputMaybe<Scalars['String']['input']>;
};

/** What to know of an entry of an office's file. */
export const RegisterNote = {
  /** The file names no number: nothing that could be verified. Not taken over. */
  NoNumber: 'NO_NUMBER',
  /** The office says that it is abandoned, cancelled or expired. Not taken over. */
  NotInForce: 'NOT_IN_FORCE',
  /** What the file says is not acceptable, such as days out of order. Not taken over. */
  NotAcceptable: 'NOT_ACCEPTABLE',
  /** The office's status says neither that it is in force nor that it is not. */
  StatusUnknown: 'STATUS_UNKNOWN',
  /** It is an application that is not registered yet. */
  NotRegistered: 'NOT_REGISTERED',
  /** The mark has no words; the number stands for them. */
  NoWords: 'NO_WORDS',
  /** The file has no last day; it was reckoned from the last renewal or the registration. */
  LastDayReckoned: 'LAST_DAY_RECKONED'
} as const;

export type RegisterNote = typeof RegisterNote[keyof typeof RegisterNote];
/** Why triage turns a lead down. */
export type RejectLeadInput = {
  /** The lead. */
  id: Scalars['ID']['input'];
  /** The version the decision is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** Why. */
  reason: RejectReason;
  /** More of it, at most 2,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** Why triage turned a lead down. */
export const RejectReason = {
  /** It is known already. */
  Duplicate: 'DUPLICATE',
  /** Too little to go on. */
  InsufficientInformation: 'INSUFFICIENT_INFORMATION',
  /** Not the alliance's business. */
  OutOfScope: 'OUT_OF_SCOPE',
  /** Evidently no infringement. */
  NotInfringing: 'NOT_INFRINGING',
  /** The seller is authorised. */
  AuthorizedSeller: 'AUTHORIZED_SELLER'
} as const;

export type RejectReason = typeof RejectReason[keyof typeof RejectReason];
/** A passkey to be forgotten. */
export type RemovePasskeyInput = {
  /** Which one. */
  id: Scalars['ID']['input'];
  /** The person's password. */
  password: Scalars['String']['input'];
};

/** A provider to be taken away. */
export type RemoveSingleSignOnInput = {
  /** Whose. */
  organization: Scalars['ID']['input'];
  /** The version that was seen. */
  expectedVersion: Scalars['Int']['input'];
};

/** Another name for a passkey. */
export type RenamePasskeyInput = {
  /** Which one. */
  id: Scalars['ID']['input'];
  /** What the person calls it, at most 60 characters. */
  name: Scalars['String']['input'];
};

/** A later last day of a right. */
export type RenewIpRightInput = {
  /** Which one. */
  id: Scalars['ID']['input'];
  /** The version that was seen. */
  expectedVersion: Scalars['Int']['input'];
  /** The last day it has now. */
  expiresOn: Scalars['Date']['input'];
};

/** A process of the service, as it last told of itself; it does so every ten seconds. */
export type Replica = {
  /** The machine's name. */
  host: Scalars['String']['output'];
  /** The program's version. */
  version: Scalars['String']['output'];
  /** Whether it answers requests. */
  serves: Scalars['Boolean']['output'];
  /** Whether it runs the jobs. */
  works: Scalars['Boolean']['output'];
  /** When it began. */
  startedAt: Scalars['DateTime']['output'];
  /** When it last told of itself. */
  seenAt: Scalars['DateTime']['output'];
  /** Whether it is still there. One that ended without saying so is shown for a day. */
  alive: Scalars['Boolean']['output'];
  /** Subscriptions that were followed through it. */
  openStreams: Scalars['Int']['output'];
};

/** Whose password was forgotten. */
export type RequestPasswordResetInput = {
  /** The person's e-mail address. */
  email: Scalars['String']['input'];
};

/** Whether a reset was asked for; never whether there is such an account. */
export type RequestPasswordResetPayload = {
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UserError>;
};

/** What sets a new password. */
export type ResetPasswordInput = {
  /** The token in the link of the mail. */
  token: Scalars['String']['input'];
  /** The new password, of 12 to 128 characters. */
  password: Scalars['String']['input'];
};

/** How a lead ended. */
export type ResolveLeadInput = {
  /** The lead. */
  id: Scalars['ID']['input'];
  /** The version the decision is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** The outcome. */
  outcome: LeadOutcome;
  /** More of it, at most 2,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** A mail to try again. */
export type RetryMailInput = {
  /** Which one. */
  id: Scalars['ID']['input'];
};

/** The outcome of having a mail tried again. */
export type RetryMailPayload = {
  /** The mail afterwards; null where it was refused. */
  mail?: Maybe<Mail>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UserError>;
};

/** The end of an authorisation. */
export type RevokeAuthorizedPartyInput = {
  /** Which one. */
  id: Scalars['ID']['input'];
  /** The version that was seen. */
  expectedVersion: Scalars['Int']['input'];
  /** Why, 1 to 1,000 characters; kept in the audit log. */
  reason: Scalars['String']['input'];
};

/** What a person is in the alliance. One person may hold several roles. */
export const Role = {
  /** Secretariat administrator. */
  Sa: 'SA',
  /** Secretariat officer, the case desk. */
  So: 'SO',
  /** Fund manager. */
  Fm: 'FM',
  /** Member administrator. */
  Ma: 'MA',
  /** Member investigator. */
  Mi: 'MI',
  /** Member finance. */
  Mf: 'MF',
  /** Counsel or agent under a power of attorney. */
  Mc: 'MC',
  /** Law-enforcement contact. */
  Le: 'LE',
  /** Appraiser. */
  Ap: 'AP',
  /** Partner service account. */
  Ps: 'PS',
  /** Auditor. */
  Au: 'AU'
} as const;

export type Role = typeof Role[keyof typeof Role];
/** How far an action reaches for a role. */
export type RoleScope = {
  /** The role. */
  role: Role;
  /** How far the action reaches for it. */
  scope: Scope;
};

/** How far an action reaches. */
export const Scope = {
  /** Never. */
  No: 'NO',
  /** What names the person. */
  Named: 'NAMED',
  /** What concerns the own organisation within the person's brands. */
  Brand: 'BRAND',
  /** The own organisation's. */
  Own: 'OWN',
  /** A principal's, within the power of attorney. */
  Principal: 'PRINCIPAL',
  /** What is shared with the person. */
  Shared: 'SHARED',
  /** All of that kind in the alliance. */
  All: 'ALL'
} as const;

export type Scope = typeof Scope[keyof typeof Scope];
/** What a person proves beside its password. */
export type SecondFactor = {
  /** Whether a role of the person asks for one. */
  required: Scalars['Boolean']['output'];
  /** Whether there is one. */
  enrolled: Scalars['Boolean']['output'];
  /** Since when there has been an authenticator app; null where there is none. */
  totpSince?: Maybe<Scalars['DateTime']['output']>;
  /** How many recovery codes are left. */
  recoveryCodesLeft: Scalars['Int']['output'];
  /** The passkeys, oldest first; at most ten. */
  passkeys: Array<Passkey>;
};

/** A second factor. */
export type SecondFactorAnswer =
  /** The six digits that the authenticator app shows. */
  { totp: Scalars['String']['input']; recoveryCode?: never; passkey?: never; }
  |  /** A recovery code, which is used up. */
  { totp?: never; recoveryCode: Scalars['String']['input']; passkey?: never; }
  |  /** What a passkey signed, as `toJSON` of the browser's credential gives it. */
  { totp?: never; recoveryCode?: never; passkey: Scalars['JSON']['input']; };

/** A sign-in that waits for its second factor. */
export type SecondFactorChallenge = {
  /** To be sent back with the second factor; good for one sign-in. */
  token: Scalars['String']['output'];
  /** Until when it waits. */
  expiresAt: Scalars['DateTime']['output'];
  /** How to go on. */
  methods: Array<SecondFactorMethod>;
  /** What the browser's `PublicKeyCredential.parseRequestOptionsFromJSON` takes; null where the person has no passkey. */
  passkeyOptions?: Maybe<Scalars['JSON']['output']>;
};

/** How a sign-in can go on. */
export const SecondFactorMethod = {
  /** A code of an authenticator app. */
  Totp: 'TOTP',
  /** A recovery code. */
  RecoveryCode: 'RECOVERY_CODE',
  /** A passkey or security key. */
  Passkey: 'PASSKEY'
} as const;

export type SecondFactorMethod = typeof SecondFactorMethod[keyof typeof SecondFactorMethod];
/** A sign-in of the viewer that has not ended. */
export type Session = {
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** When it began. */
  createdAt: Scalars['DateTime']['output'];
  /**
   * When it was used last, as far as is noted: some minutes may be missing. A session that is not used for a while, a week
   * by default, ends.
   */
  lastSeenAt: Scalars['DateTime']['output'];
  /** When it ends, however often it is used. */
  expiresAt: Scalars['DateTime']['output'];
  /** What the client called itself; null where it said nothing. */
  userAgent?: Maybe<Scalars['String']['output']>;
  /** The network it began in, such as `192.0.2.0/24`; null where it is not known. */
  network?: Maybe<Scalars['String']['output']>;
  /** Whether it is the one of this request. */
  current: Scalars['Boolean']['output'];
};

/** A page of sessions. */
export type SessionConnection = {
  /** Information to aid in pagination. */
  pageInfo: PageInfo;
  /** A list of edges. */
  edges: Array<SessionEdge>;
  /** A list of nodes. */
  nodes: Array<Session>;
  /** How many entries there are that the viewer can see, counted up to 10,000. */
  totalCount: Scalars['Int']['output'];
  /** Whether `totalCount` is exact; false means there are more. */
  totalCountIsExact: Scalars['Boolean']['output'];
};

/** An edge in a connection. */
export type SessionEdge = {
  /** The item at the end of the edge */
  node: Session;
  /** A cursor for use in pagination */
  cursor: Scalars['String']['output'];
};

/** What a person set up for itself. */
export type Settings = {
  /** Language of portal and mails. */
  language: Language;
  /** The person's time zone, by its name in the tz database. */
  timeZone: Scalars['String']['output'];
  /** How often the digest goes out. */
  digest: DigestFrequency;
  /** Hour of the day at which the digest goes out in that time zone, 0–23. */
  digestHour: Scalars['Int']['output'];
  /** Whether the digest keeps to working days. A weekly one whose day is none comes on the next working day. */
  workingDaysOnly: Scalars['Boolean']['output'];
  /** The day of a weekly digest. */
  digestWeekday: Weekday;
  /** When nothing goes out at once; null for no such hours. */
  quietHours?: Maybe<QuietHours>;
  /** Whether a mail tells which of the organisation's rights end soon; only who keeps all of them gets it. */
  expiryReminders: Scalars['Boolean']['output'];
  /** Counts the changes of the person; to be sent back as `expectedVersion`. */
  version: Scalars['Int']['output'];
};

/** What becomes of a lapsed delivery. */
export type SettleExpiredDeliveryInput = {
  /** The delivery. */
  id: Scalars['ID']['input'];
  /** The version the decision is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** The decision. */
  settlement: ExpirySettlement;
  /** Why, at most 2,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** A share, as it was previewed. */
export type ShareLeadInput = {
  /** The lead. */
  id: Scalars['ID']['input'];
  /** The version the preview was made of. */
  expectedVersion: Scalars['Int']['input'];
  /** The token of the preview. */
  previewToken: Scalars['String']['input'];
  /** To whom it is shown besides those who see it already. */
  grants: Array<LeadGrantInput>;
  /** Organisations that must never see it, whatever else is said. */
  excludeOrganizationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Whether every viewer sees every item. */
  itemsOpen?: InputMaybe<Scalars['Boolean']['input']>;
  /** Why, for those who keep the lead; at most 2,000 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** When the grants end. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What to sign in with. */
export type SignInInput = {
  /** The person's e-mail address. */
  email: Scalars['String']['input'];
  /** The password. */
  password: Scalars['String']['input'];
  /** Return the refresh token in the body instead of the cookie: for clients that are no browsers. */
  returnRefreshToken?: InputMaybe<Scalars['Boolean']['input']>;
};

/** How people with addresses in a domain sign in. */
export type SignInMethods = {
  /** Whether by password. */
  password: Scalars['Boolean']['output'];
  /** By their organisation's provider; null where the domain has none. */
  singleSignOn?: Maybe<SignInProvider>;
};

/** A session to go on with. */
export type SignInPayload = {
  /** Token for the `Authorization: Bearer` header; null where it was refused. */
  accessToken?: Maybe<Scalars['String']['output']>;
  /** Seconds until the access token ends; null where it was refused. */
  expiresIn?: Maybe<Scalars['Int']['output']>;
  /** Good for one refresh; null where it was refused or the token is in the cookie. */
  refreshToken?: Maybe<Scalars['String']['output']>;
  /** Who signed in; null where it was refused. */
  viewer?: Maybe<Viewer>;
  /** What else is asked before the session begins: then there are no tokens yet; null where nothing is. */
  secondFactor?: Maybe<SecondFactorChallenge>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UserError>;
};

/** The way to an organisation's provider. */
export type SignInProvider = {
  /** Where to send the browser. */
  url: Scalars['String']['output'];
};

/** The end of a session. */
export type SignOutPayload = {
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UserError>;
};

/** An organisation's own provider, which says who its people are. The client's secret is never shown. */
export type SingleSignOn = {
  /** The provider's name for itself, a URL. */
  issuer: Scalars['String']['output'];
  /** The provider's name for the portal. */
  clientId: Scalars['String']['output'];
  /** The mail domains it speaks for, in order. */
  domains: Array<Scalars['String']['output']>;
  /** Whether the organisation's people can no longer use passwords. */
  enforced: Scalars['Boolean']['output'];
  /** The address to enter at the provider as the one that people are sent back to. */
  redirectUri: Scalars['String']['output'];
  /** When somebody first signed in with these settings; null where nobody has yet. */
  verifiedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Counts its changes; to be sent back as `expectedVersion`. */
  version: Scalars['Int']['output'];
};

/** What an authenticator is asked to make. */
export type StartPasskeyPayload = {
  /** To be sent back with what the authenticator made; null where it was refused. */
  token?: Maybe<Scalars['String']['output']>;
  /** What the browser's `PublicKeyCredential.parseCreationOptionsFromJSON` takes; null where it was refused. */
  options?: Maybe<Scalars['JSON']['output']>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UserError>;
};

/** An authenticator app to be. */
export type StartTotpPayload = {
  /** The secret as people type it, in base 32; shown once, null where it was refused. */
  secret?: Maybe<Scalars['String']['output']>;
  /** The same as `otpauth://` address, for a QR code; null where it was refused. */
  uri?: Maybe<Scalars['String']['output']>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UserError>;
};

/** A power of attorney to submit. */
export type SubmitPowerOfAttorneyInput = {
  /** 1 to 128 characters that stand for this call: the same key with the same input is done once. */
  idempotencyKey: Scalars['String']['input'];
  /** Who gives it; the viewer's own organisation where it is left out. */
  principalId?: InputMaybe<Scalars['ID']['input']>;
  /** Who may act by it: an agent firm or an association. */
  agentId: Scalars['ID']['input'];
  /** The brands it covers, at most 200; all of the principal's where it is left out or empty. */
  brandIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** What it allows, at least one. */
  actions: Array<PoaAction>;
  /** The first day, in UTC. */
  validFrom: Scalars['Date']['input'];
  /** The last day, in UTC; at most ten years later. */
  validTo: Scalars['Date']['input'];
};

/** Everything that can be followed. */
export type Subscription = {
  /**
   * What happens to one lead, or to every lead that the viewer sees. Access is asked for again at every event; the
   * stream ends with an error when the viewer may no longer sign in.
   *
   * Requires: LEAD_READ (SO, MA, MI, MC, LE, PS, AU).
   */
  leadActivity: LeadActivity;
};


/** Everything that can be followed. */
export type SubscriptionLeadActivityArgs = {
  leadId?: InputMaybe<Scalars['ID']['input']>;
};

/** An organisation whose provider is to be tried. */
export type TestSingleSignOnInput = {
  /** Which one. */
  organization: Scalars['ID']['input'];
};

/** Something that happened to a lead. */
export type TimelineEntry = Node & {
  /** What happened. */
  kind: TimelineKind;
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Who did it, as the viewer may know it: a name, an organisation or a pseudonym. */
  actorName: Scalars['String']['output'];
  /** A code, a number or the reason given; null where there is none. */
  detail?: Maybe<Scalars['String']['output']>;
  /** The words given with it, where the detail is a code; null where there are none. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** The delivery concerned; null where it is about none that the viewer sees. */
  delivery?: Maybe<Delivery>;
  /** The comment concerned; null where it is about none that the viewer sees. */
  comment?: Maybe<Comment>;
};

/** A page of a lead's timeline. */
export type TimelineEntryConnection = {
  /** Information to aid in pagination. */
  pageInfo: PageInfo;
  /** A list of edges. */
  edges: Array<TimelineEntryEdge>;
  /** A list of nodes. */
  nodes: Array<TimelineEntry>;
  /** How many entries there are that the viewer can see, counted up to 10,000. */
  totalCount: Scalars['Int']['output'];
  /** Whether `totalCount` is exact; false means there are more. */
  totalCountIsExact: Scalars['Boolean']['output'];
};

/** An edge in a connection. */
export type TimelineEntryEdge = {
  /** The item at the end of the edge */
  node: TimelineEntry;
  /** A cursor for use in pagination */
  cursor: Scalars['String']['output'];
};

/** What happened to a lead. */
export const TimelineKind = {
  /** It was written. */
  Created: 'CREATED',
  /** Its draft was changed. */
  Updated: 'UPDATED',
  /** It was handed in. */
  Submitted: 'SUBMITTED',
  /** It was graded. */
  Triaged: 'TRIAGED',
  /** It was turned down. */
  Rejected: 'REJECTED',
  /** It was shown to more people. */
  Shared: 'SHARED',
  /** Its TLP was changed. */
  TlpChanged: 'TLP_CHANGED',
  /** It was pushed to a recipient. */
  Delivered: 'DELIVERED',
  /** The recipient opened it. */
  Viewed: 'VIEWED',
  /** The recipient took it up. */
  Acknowledged: 'ACKNOWLEDGED',
  /** The recipient answered. */
  Answered: 'ANSWERED',
  /** The recipient asked for information. */
  InfoRequested: 'INFO_REQUESTED',
  /** The owner gave the information. */
  InfoAnswered: 'INFO_ANSWERED',
  /** The calendar's notice came out and the deadline was computed anew; it never becomes earlier. */
  DeadlineRecalculated: 'DEADLINE_RECALCULATED',
  /** The deadline passed. */
  Overdue: 'OVERDUE',
  /** It lapsed unanswered. */
  Expired: 'EXPIRED',
  /** The desk settled what had lapsed. */
  Settled: 'SETTLED',
  /** Somebody commented. */
  Commented: 'COMMENTED',
  /** It was closed. */
  Resolved: 'RESOLVED',
  /** It was opened again. */
  Reopened: 'REOPENED',
  /** It was taken back. */
  Retracted: 'RETRACTED'
} as const;

export type TimelineKind = typeof TimelineKind[keyof typeof TimelineKind];
/** Traffic Light Protocol 2.0: how far information may travel. */
export const Tlp = {
  /** For everybody. */
  Clear: 'CLEAR',
  /** For the community of the alliance and law enforcement. */
  Green: 'GREEN',
  /** For the named organisations and their clients. */
  Amber: 'AMBER',
  /** For the named organisations only. */
  AmberStrict: 'AMBER_STRICT',
  /** For named people only. */
  Red: 'RED'
} as const;

export type Tlp = typeof Tlp[keyof typeof Tlp];
/** What triage decides. */
export type TriageLeadInput = {
  /** The lead. */
  id: Scalars['ID']['input'];
  /** The version the decision is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** Admiralty grade: source A to F, information 1 to 6, such as `B2`. */
  grade: Scalars['String']['input'];
  /** How urgent it is. */
  priority: Priority;
  /** Why to go on although a seller is authorised; needed only then. */
  overrideReason?: InputMaybe<Scalars['String']['input']>;
};

/** A draft as it shall be. */
export type UpdateIpRightInput = {
  /** Which one. */
  id: Scalars['ID']['input'];
  /** The version that was seen. */
  expectedVersion: Scalars['Int']['input'];
  /** All its facts as they shall be; what is left out is taken away. */
  facts: IpRightFactsInput;
};

/** Changes to a draft; what is left out stays. */
export type UpdateLeadInput = {
  /** The lead. */
  id: Scalars['ID']['input'];
  /** The version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** A new title. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** A new summary. */
  summary?: InputMaybe<Scalars['String']['input']>;
  /** New types. */
  infringementTypes?: InputMaybe<Array<InfringementType>>;
  /** A new country. */
  country?: InputMaybe<Scalars['String']['input']>;
  /** A new division. */
  divisionCode?: InputMaybe<Scalars['String']['input']>;
  /** A new estimate. */
  estimatedValue?: InputMaybe<MoneyInput>;
  /** Further items. */
  addItems?: InputMaybe<Array<LeadItemInput>>;
};

/** What shall be different of an organisation; what is left out stays, and null takes away what may be missing. */
export type UpdateOrganizationInput = {
  /** Which one. */
  id: Scalars['ID']['input'];
  /** The version that was seen. */
  expectedVersion: Scalars['Int']['input'];
  /** Legal name, at most 200 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Legal name in Chinese, at most 200 characters. */
  nameZh?: InputMaybe<Scalars['String']['input']>;
  /** Its industry. */
  industry?: InputMaybe<Industry>;
  /** ISO 3166-1 alpha-2, such as CN. */
  country?: InputMaybe<Scalars['String']['input']>;
  /** Administrative division below the country: at most 12 letters, digits and dashes. */
  divisionCode?: InputMaybe<Scalars['String']['input']>;
  /** A zone of the tz database, such as Asia/Shanghai. */
  timeZone?: InputMaybe<Scalars['String']['input']>;
  /** Language of its mails. */
  language?: InputMaybe<Language>;
};

/** What shall be different of the viewer's own settings; what is left out stays. */
export type UpdateSettingsInput = {
  /** The version that was seen. */
  expectedVersion: Scalars['Int']['input'];
  /** Language of portal and mails. */
  language?: InputMaybe<Language>;
  /** A zone of the tz database, such as Asia/Shanghai. */
  timeZone?: InputMaybe<Scalars['String']['input']>;
  /** How often the digest goes out. */
  digest?: InputMaybe<DigestFrequency>;
  /** Hour of the day at which the digest goes out in that time zone, 0–23. */
  digestHour?: InputMaybe<Scalars['Int']['input']>;
  /** Whether the digest keeps to working days. */
  workingDaysOnly?: InputMaybe<Scalars['Boolean']['input']>;
  /** The day of a weekly digest. */
  digestWeekday?: InputMaybe<Weekday>;
  /** When nothing goes out at once; null for no such hours. */
  quietHours?: InputMaybe<QuietHoursInput>;
  /** Whether a mail tells which of the organisation's rights end soon. */
  expiryReminders?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The outcome of a change of settings. */
export type UpdateSettingsPayload = {
  /** The viewer afterwards; null where it was refused. */
  viewer?: Maybe<Viewer>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UserError>;
};

/** What shall be different of a person; what is left out stays. */
export type UpdateUserInput = {
  /** Whom. */
  id: Scalars['ID']['input'];
  /** The version that was seen. */
  expectedVersion: Scalars['Int']['input'];
  /** The person's name, at most 100 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** All roles the person shall hold, at least one. */
  roles?: InputMaybe<Array<Role>>;
  /** All brands the person shall be limited to, at most 200; an empty list takes the limit away. */
  brandScope?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** Why a mutation was refused; nothing changed. */
export type UserError = {
  /** The stable code. */
  code: ErrorCode;
  /** Path of the input field at fault; null where it is no single field. */
  field?: Maybe<Array<Scalars['String']['output']>>;
  /** What happened, for people. */
  message: Scalars['String']['output'];
};

/** What a recipient answers. */
export const Verdict = {
  /** An infringement. */
  Confirmed: 'CONFIRMED',
  /** None. */
  NotInfringing: 'NOT_INFRINGING',
  /** To be told only by buying. */
  NeedsTestPurchase: 'NEEDS_TEST_PURCHASE',
  /** Another's brand. */
  NotMyBrand: 'NOT_MY_BRAND',
  /** A question to the owner; stops the clock. */
  NeedsInfo: 'NEEDS_INFO'
} as const;

export type Verdict = typeof Verdict[keyof typeof Verdict];
/** How many recipients stand where. */
export type VerdictCount = {
  /** The verdict; null for those who have not answered. */
  verdict?: Maybe<Verdict>;
  /** Where the deliveries stand. */
  state: DeliveryState;
  /** How many. */
  count: Scalars['Int']['output'];
};

/** The person behind the request, with what the database says of it right now. */
export type Viewer = {
  /** The person. */
  person: Person;
  /** The person's organisation. */
  organization: Organization;
  /** The person's roles. */
  roles: Array<Role>;
  /** Every action the viewer may take and how far; actions it may never take are left out. */
  permissions: Array<Permission>;
  /** What the person signs in with. */
  account: Account;
  /** Where the person is signed in, oldest first. */
  sessions: SessionConnection;
  /** What the person set up for itself. */
  settings: Settings;
};


/** The person behind the request, with what the database says of it right now. */
export type ViewerSessionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A day of the week. */
export const Weekday = {
  /** Monday. */
  Monday: 'MONDAY',
  /** Tuesday. */
  Tuesday: 'TUESDAY',
  /** Wednesday. */
  Wednesday: 'WEDNESDAY',
  /** Thursday. */
  Thursday: 'THURSDAY',
  /** Friday. */
  Friday: 'FRIDAY',
  /** Saturday. */
  Saturday: 'SATURDAY',
  /** Sunday. */
  Sunday: 'SUNDAY'
} as const;

export type Weekday = typeof Weekday[keyof typeof Weekday];
export type AuditLogQueryVariables = Exact<{
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AuditFilter>;
}>;


export type AuditLogQuery = { auditEntries: { totalCount: number, totalCountIsExact: boolean, nodes: Array<{ id: string, at: string, actorName: string, action: string, objectId?: string | null, detail: string, sequence?: number | null, hash?: string | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor?: string | null, endCursor?: string | null } }, auditSeal: { sealed: number, unsealed: number, head?: string | null, checkpointAt?: string | null, checkpointCount?: number | null } };

export type AuditActorQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type AuditActorQuery = { node?:
    | { __typename: 'AuditEntry' }
    | { __typename: 'AuthorizedParty' }
    | { __typename: 'Brand' }
    | { __typename: 'Comment' }
    | { __typename: 'Delivery' }
    | { __typename: 'IpRight' }
    | { __typename: 'Lead' }
    | { __typename: 'LeadItem' }
    | { __typename: 'Organization' }
    | { __typename: 'Person', id: string, name: string }
    | { __typename: 'PowerOfAttorney' }
    | { __typename: 'TimelineEntry' }
   | null };

export type AuditSealFragment = { sealed: number, unsealed: number, head?: string | null, checkpointAt?: string | null, checkpointCount?: number | null };

export type AuditRowFragment = { id: string, at: string, actorName: string, action: string, objectId?: string | null, detail: string, sequence?: number | null, hash?: string | null };

export type AnswerDeliveryMutationVariables = Exact<{
  input: AnswerDeliveryInput;
}>;


export type AnswerDeliveryMutation = { answerDelivery: { delivery?: { version: number, allowedActions: Array<DeliveryAction>, pushedAt: string, verdict?: Verdict | null, reason?: string | null, testPurchases?: number | null, answeredAt?: string | null, attributionAllowed: boolean, infoQuestion?: string | null, infoAnswer?: string | null, id: string, state: DeliveryState, dueOn: string, dueAt: string, workingDaysLeft: number, pausedSince?: string | null, late: boolean, provisional: boolean, answeredBy?: { id: string, name: string } | null, recipient: { id: string, name: string, nameZh?: string | null }, brands: Array<{ id: string, name: string, nameZh?: string | null }>, answers: Array<{ version: number, verdict: Verdict, reason: string, answeredAt: string, late: boolean, answeredBy?: { id: string, name: string } | null }> } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type InboxDetailQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type InboxDetailQuery = { delivery?: { version: number, allowedActions: Array<DeliveryAction>, pushedAt: string, verdict?: Verdict | null, reason?: string | null, testPurchases?: number | null, answeredAt?: string | null, attributionAllowed: boolean, infoQuestion?: string | null, infoAnswer?: string | null, id: string, state: DeliveryState, dueOn: string, dueAt: string, workingDaysLeft: number, pausedSince?: string | null, late: boolean, provisional: boolean, items: Array<{ id: string, title: string, url?: string | null, canonicalUrl?: string | null, platform?: string | null, listingId?: string | null, seller?: string | null, shopId?: string | null, capturedAt?: string | null, price?: { amount: string, currency: string } | null, brand?: { id: string, name: string, nameZh?: string | null } | null }>, lead: { id: string, reference: string, title: string, summary?: string | null, tlp: Tlp, owner: { id: string, name: string, nameZh?: string | null } }, answeredBy?: { id: string, name: string } | null, recipient: { id: string, name: string, nameZh?: string | null }, brands: Array<{ id: string, name: string, nameZh?: string | null }>, answers: Array<{ version: number, verdict: Verdict, reason: string, answeredAt: string, late: boolean, answeredBy?: { id: string, name: string } | null }> } | null };

export type DeliveryClockFragment = { id: string, state: DeliveryState, dueOn: string, dueAt: string, workingDaysLeft: number, pausedSince?: string | null, late: boolean, provisional: boolean };

export type DeliveryFragment = { version: number, allowedActions: Array<DeliveryAction>, pushedAt: string, verdict?: Verdict | null, reason?: string | null, testPurchases?: number | null, answeredAt?: string | null, attributionAllowed: boolean, infoQuestion?: string | null, infoAnswer?: string | null, id: string, state: DeliveryState, dueOn: string, dueAt: string, workingDaysLeft: number, pausedSince?: string | null, late: boolean, provisional: boolean, answeredBy?: { id: string, name: string } | null, recipient: { id: string, name: string, nameZh?: string | null }, brands: Array<{ id: string, name: string, nameZh?: string | null }>, answers: Array<{ version: number, verdict: Verdict, reason: string, answeredAt: string, late: boolean, answeredBy?: { id: string, name: string } | null }> };

export type ViewDeliveryMutationVariables = Exact<{
  input: DeliveryTransitionInput;
}>;


export type ViewDeliveryMutation = { viewDelivery: { delivery?: { version: number, allowedActions: Array<DeliveryAction>, pushedAt: string, verdict?: Verdict | null, reason?: string | null, testPurchases?: number | null, answeredAt?: string | null, attributionAllowed: boolean, infoQuestion?: string | null, infoAnswer?: string | null, id: string, state: DeliveryState, dueOn: string, dueAt: string, workingDaysLeft: number, pausedSince?: string | null, late: boolean, provisional: boolean, answeredBy?: { id: string, name: string } | null, recipient: { id: string, name: string, nameZh?: string | null }, brands: Array<{ id: string, name: string, nameZh?: string | null }>, answers: Array<{ version: number, verdict: Verdict, reason: string, answeredAt: string, late: boolean, answeredBy?: { id: string, name: string } | null }> } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type AcknowledgeDeliveryMutationVariables = Exact<{
  input: DeliveryTransitionInput;
}>;


export type AcknowledgeDeliveryMutation = { acknowledgeDelivery: { delivery?: { version: number, allowedActions: Array<DeliveryAction>, pushedAt: string, verdict?: Verdict | null, reason?: string | null, testPurchases?: number | null, answeredAt?: string | null, attributionAllowed: boolean, infoQuestion?: string | null, infoAnswer?: string | null, id: string, state: DeliveryState, dueOn: string, dueAt: string, workingDaysLeft: number, pausedSince?: string | null, late: boolean, provisional: boolean, answeredBy?: { id: string, name: string } | null, recipient: { id: string, name: string, nameZh?: string | null }, brands: Array<{ id: string, name: string, nameZh?: string | null }>, answers: Array<{ version: number, verdict: Verdict, reason: string, answeredAt: string, late: boolean, answeredBy?: { id: string, name: string } | null }> } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type DeliveryByIdQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type DeliveryByIdQuery = { delivery?: { version: number, allowedActions: Array<DeliveryAction>, pushedAt: string, verdict?: Verdict | null, reason?: string | null, testPurchases?: number | null, answeredAt?: string | null, attributionAllowed: boolean, infoQuestion?: string | null, infoAnswer?: string | null, id: string, state: DeliveryState, dueOn: string, dueAt: string, workingDaysLeft: number, pausedSince?: string | null, late: boolean, provisional: boolean, answeredBy?: { id: string, name: string } | null, recipient: { id: string, name: string, nameZh?: string | null }, brands: Array<{ id: string, name: string, nameZh?: string | null }>, answers: Array<{ version: number, verdict: Verdict, reason: string, answeredAt: string, late: boolean, answeredBy?: { id: string, name: string } | null }> } | null };

export type InboxQueryVariables = Exact<{
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DeliveryFilter>;
  orderBy?: InputMaybe<DeliveryOrder>;
}>;


export type InboxQuery = { deliveries: { totalCount: number, nodes: Array<{ id: string, state: DeliveryState, dueOn: string, dueAt: string, workingDaysLeft: number, pausedSince?: string | null, late: boolean, provisional: boolean, brands: Array<{ id: string, name: string, nameZh?: string | null }>, recipient: { id: string, name: string }, lead: { id: string, reference: string, title: string, tlp: Tlp, owner: { id: string, name: string, nameZh?: string | null } } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor?: string | null, endCursor?: string | null } } };

export type InboxRowFragment = { id: string, state: DeliveryState, dueOn: string, dueAt: string, workingDaysLeft: number, pausedSince?: string | null, late: boolean, provisional: boolean, brands: Array<{ id: string, name: string, nameZh?: string | null }>, recipient: { id: string, name: string }, lead: { id: string, reference: string, title: string, tlp: Tlp, owner: { id: string, name: string, nameZh?: string | null } } };

export type AnswerInfoRequestMutationVariables = Exact<{
  input: AnswerInfoRequestInput;
}>;


export type AnswerInfoRequestMutation = { answerInfoRequest: { delivery?: { version: number, allowedActions: Array<DeliveryAction>, pushedAt: string, verdict?: Verdict | null, reason?: string | null, testPurchases?: number | null, answeredAt?: string | null, attributionAllowed: boolean, infoQuestion?: string | null, infoAnswer?: string | null, id: string, state: DeliveryState, dueOn: string, dueAt: string, workingDaysLeft: number, pausedSince?: string | null, late: boolean, provisional: boolean, answeredBy?: { id: string, name: string } | null, recipient: { id: string, name: string, nameZh?: string | null }, brands: Array<{ id: string, name: string, nameZh?: string | null }>, answers: Array<{ version: number, verdict: Verdict, reason: string, answeredAt: string, late: boolean, answeredBy?: { id: string, name: string } | null }> } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type SettleExpiredDeliveryMutationVariables = Exact<{
  input: SettleExpiredDeliveryInput;
}>;


export type SettleExpiredDeliveryMutation = { settleExpiredDelivery: { delivery?: { version: number, allowedActions: Array<DeliveryAction>, pushedAt: string, verdict?: Verdict | null, reason?: string | null, testPurchases?: number | null, answeredAt?: string | null, attributionAllowed: boolean, infoQuestion?: string | null, infoAnswer?: string | null, id: string, state: DeliveryState, dueOn: string, dueAt: string, workingDaysLeft: number, pausedSince?: string | null, late: boolean, provisional: boolean, answeredBy?: { id: string, name: string } | null, recipient: { id: string, name: string, nameZh?: string | null }, brands: Array<{ id: string, name: string, nameZh?: string | null }>, answers: Array<{ version: number, verdict: Verdict, reason: string, answeredAt: string, late: boolean, answeredBy?: { id: string, name: string } | null }> } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type TriageQueueQueryVariables = Exact<{
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
}>;


export type TriageQueueQuery = { leads: { nodes: Array<{ id: string, reference: string, title: string, state: LeadState, tlp: Tlp, priority: Priority, infringementTypes: Array<InfringementType>, createdAt: string, version: number, owner: { id: string, name: string, nameZh?: string | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor?: string | null, endCursor?: string | null } } };

export type AudienceFragment = { token: string, personCount: number, community: boolean, lawEnforcement: boolean, public: boolean, warnings: Array<string>, organizations: Array<{ personCount: number, itemCount: number, willReceiveDelivery: boolean, organization: { id: string, name: string, nameZh?: string | null } }>, namedPeople: Array<{ id: string, name: string }> };

export type ChangeLeadTlpMutationVariables = Exact<{
  input: ChangeLeadTlpInput;
}>;


export type ChangeLeadTlpMutation = { changeLeadTlp: { lead?: { id: string, reference: string, title: string, summary?: string | null, state: LeadState, tlp: Tlp, handlingCode: HandlingCode, version: number, allowedActions: Array<LeadAction>, source: LeadSource, channel: Channel, infringementTypes: Array<InfringementType>, country?: string | null, divisionCode?: string | null, grade?: string | null, priority: Priority, createdAt: string, updatedAt: string, outcome?: LeadOutcome | null, rejectReason?: RejectReason | null, estimatedValue?: { amount: string, currency: string } | null, owner: { id: string, name: string, nameZh?: string | null }, createdBy?: { id: string, name: string } | null, verdictCounts: Array<{ verdict?: Verdict | null, state: DeliveryState, count: number }>, items: { nodes: Array<{ id: string, title: string, url?: string | null, canonicalUrl?: string | null, platform?: string | null, listingId?: string | null, seller?: string | null, shopId?: string | null, capturedAt?: string | null, price?: { amount: string, currency: string } | null, brand?: { id: string, name: string, nameZh?: string | null } | null }>, pageInfo: { hasNextPage: boolean } }, possibleDuplicates: Array<{ id: string, reference: string, title: string, state: LeadState }>, authorizedSellerWarnings: Array<{ item: { id: string, title: string, seller?: string | null }, party: { id: string, name: string, kind: AuthorizedPartyKind } }>, infoRequests: Array<{ deliveryId: string, question: string, askedAt: string, version: number }>, deliveries: Array<{ version: number, allowedActions: Array<DeliveryAction>, pushedAt: string, verdict?: Verdict | null, reason?: string | null, testPurchases?: number | null, answeredAt?: string | null, attributionAllowed: boolean, infoQuestion?: string | null, infoAnswer?: string | null, id: string, state: DeliveryState, dueOn: string, dueAt: string, workingDaysLeft: number, pausedSince?: string | null, late: boolean, provisional: boolean, answeredBy?: { id: string, name: string } | null, recipient: { id: string, name: string, nameZh?: string | null }, brands: Array<{ id: string, name: string, nameZh?: string | null }>, answers: Array<{ version: number, verdict: Verdict, reason: string, answeredAt: string, late: boolean, answeredBy?: { id: string, name: string } | null }> }>, timeline: { nodes: Array<{ id: string, kind: TimelineKind, at: string, actorName: string, detail?: string | null, reason?: string | null, comment?: { id: string, body: string, audience: CommentAudience } | null }>, pageInfo: { hasPreviousPage: boolean } } } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type RejectLeadMutationVariables = Exact<{
  input: RejectLeadInput;
}>;


export type RejectLeadMutation = { rejectLead: { lead?: { id: string, reference: string, title: string, summary?: string | null, state: LeadState, tlp: Tlp, handlingCode: HandlingCode, version: number, allowedActions: Array<LeadAction>, source: LeadSource, channel: Channel, infringementTypes: Array<InfringementType>, country?: string | null, divisionCode?: string | null, grade?: string | null, priority: Priority, createdAt: string, updatedAt: string, outcome?: LeadOutcome | null, rejectReason?: RejectReason | null, estimatedValue?: { amount: string, currency: string } | null, owner: { id: string, name: string, nameZh?: string | null }, createdBy?: { id: string, name: string } | null, verdictCounts: Array<{ verdict?: Verdict | null, state: DeliveryState, count: number }>, items: { nodes: Array<{ id: string, title: string, url?: string | null, canonicalUrl?: string | null, platform?: string | null, listingId?: string | null, seller?: string | null, shopId?: string | null, capturedAt?: string | null, price?: { amount: string, currency: string } | null, brand?: { id: string, name: string, nameZh?: string | null } | null }>, pageInfo: { hasNextPage: boolean } }, possibleDuplicates: Array<{ id: string, reference: string, title: string, state: LeadState }>, authorizedSellerWarnings: Array<{ item: { id: string, title: string, seller?: string | null }, party: { id: string, name: string, kind: AuthorizedPartyKind } }>, infoRequests: Array<{ deliveryId: string, question: string, askedAt: string, version: number }>, deliveries: Array<{ version: number, allowedActions: Array<DeliveryAction>, pushedAt: string, verdict?: Verdict | null, reason?: string | null, testPurchases?: number | null, answeredAt?: string | null, attributionAllowed: boolean, infoQuestion?: string | null, infoAnswer?: string | null, id: string, state: DeliveryState, dueOn: string, dueAt: string, workingDaysLeft: number, pausedSince?: string | null, late: boolean, provisional: boolean, answeredBy?: { id: string, name: string } | null, recipient: { id: string, name: string, nameZh?: string | null }, brands: Array<{ id: string, name: string, nameZh?: string | null }>, answers: Array<{ version: number, verdict: Verdict, reason: string, answeredAt: string, late: boolean, answeredBy?: { id: string, name: string } | null }> }>, timeline: { nodes: Array<{ id: string, kind: TimelineKind, at: string, actorName: string, detail?: string | null, reason?: string | null, comment?: { id: string, body: string, audience: CommentAudience } | null }>, pageInfo: { hasPreviousPage: boolean } } } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type ReopenLeadMutationVariables = Exact<{
  input: ReasonedLeadInput;
}>;


export type ReopenLeadMutation = { reopenLead: { lead?: { id: string, reference: string, title: string, summary?: string | null, state: LeadState, tlp: Tlp, handlingCode: HandlingCode, version: number, allowedActions: Array<LeadAction>, source: LeadSource, channel: Channel, infringementTypes: Array<InfringementType>, country?: string | null, divisionCode?: string | null, grade?: string | null, priority: Priority, createdAt: string, updatedAt: string, outcome?: LeadOutcome | null, rejectReason?: RejectReason | null, estimatedValue?: { amount: string, currency: string } | null, owner: { id: string, name: string, nameZh?: string | null }, createdBy?: { id: string, name: string } | null, verdictCounts: Array<{ verdict?: Verdict | null, state: DeliveryState, count: number }>, items: { nodes: Array<{ id: string, title: string, url?: string | null, canonicalUrl?: string | null, platform?: string | null, listingId?: string | null, seller?: string | null, shopId?: string | null, capturedAt?: string | null, price?: { amount: string, currency: string } | null, brand?: { id: string, name: string, nameZh?: string | null } | null }>, pageInfo: { hasNextPage: boolean } }, possibleDuplicates: Array<{ id: string, reference: string, title: string, state: LeadState }>, authorizedSellerWarnings: Array<{ item: { id: string, title: string, seller?: string | null }, party: { id: string, name: string, kind: AuthorizedPartyKind } }>, infoRequests: Array<{ deliveryId: string, question: string, askedAt: string, version: number }>, deliveries: Array<{ version: number, allowedActions: Array<DeliveryAction>, pushedAt: string, verdict?: Verdict | null, reason?: string | null, testPurchases?: number | null, answeredAt?: string | null, attributionAllowed: boolean, infoQuestion?: string | null, infoAnswer?: string | null, id: string, state: DeliveryState, dueOn: string, dueAt: string, workingDaysLeft: number, pausedSince?: string | null, late: boolean, provisional: boolean, answeredBy?: { id: string, name: string } | null, recipient: { id: string, name: string, nameZh?: string | null }, brands: Array<{ id: string, name: string, nameZh?: string | null }>, answers: Array<{ version: number, verdict: Verdict, reason: string, answeredAt: string, late: boolean, answeredBy?: { id: string, name: string } | null }> }>, timeline: { nodes: Array<{ id: string, kind: TimelineKind, at: string, actorName: string, detail?: string | null, reason?: string | null, comment?: { id: string, body: string, audience: CommentAudience } | null }>, pageInfo: { hasPreviousPage: boolean } } } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type ResolveLeadMutationVariables = Exact<{
  input: ResolveLeadInput;
}>;


export type ResolveLeadMutation = { resolveLead: { lead?: { id: string, reference: string, title: string, summary?: string | null, state: LeadState, tlp: Tlp, handlingCode: HandlingCode, version: number, allowedActions: Array<LeadAction>, source: LeadSource, channel: Channel, infringementTypes: Array<InfringementType>, country?: string | null, divisionCode?: string | null, grade?: string | null, priority: Priority, createdAt: string, updatedAt: string, outcome?: LeadOutcome | null, rejectReason?: RejectReason | null, estimatedValue?: { amount: string, currency: string } | null, owner: { id: string, name: string, nameZh?: string | null }, createdBy?: { id: string, name: string } | null, verdictCounts: Array<{ verdict?: Verdict | null, state: DeliveryState, count: number }>, items: { nodes: Array<{ id: string, title: string, url?: string | null, canonicalUrl?: string | null, platform?: string | null, listingId?: string | null, seller?: string | null, shopId?: string | null, capturedAt?: string | null, price?: { amount: string, currency: string } | null, brand?: { id: string, name: string, nameZh?: string | null } | null }>, pageInfo: { hasNextPage: boolean } }, possibleDuplicates: Array<{ id: string, reference: string, title: string, state: LeadState }>, authorizedSellerWarnings: Array<{ item: { id: string, title: string, seller?: string | null }, party: { id: string, name: string, kind: AuthorizedPartyKind } }>, infoRequests: Array<{ deliveryId: string, question: string, askedAt: string, version: number }>, deliveries: Array<{ version: number, allowedActions: Array<DeliveryAction>, pushedAt: string, verdict?: Verdict | null, reason?: string | null, testPurchases?: number | null, answeredAt?: string | null, attributionAllowed: boolean, infoQuestion?: string | null, infoAnswer?: string | null, id: string, state: DeliveryState, dueOn: string, dueAt: string, workingDaysLeft: number, pausedSince?: string | null, late: boolean, provisional: boolean, answeredBy?: { id: string, name: string } | null, recipient: { id: string, name: string, nameZh?: string | null }, brands: Array<{ id: string, name: string, nameZh?: string | null }>, answers: Array<{ version: number, verdict: Verdict, reason: string, answeredAt: string, late: boolean, answeredBy?: { id: string, name: string } | null }> }>, timeline: { nodes: Array<{ id: string, kind: TimelineKind, at: string, actorName: string, detail?: string | null, reason?: string | null, comment?: { id: string, body: string, audience: CommentAudience } | null }>, pageInfo: { hasPreviousPage: boolean } } } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type RetractLeadMutationVariables = Exact<{
  input: ReasonedLeadInput;
}>;


export type RetractLeadMutation = { retractLead: { lead?: { id: string, reference: string, title: string, summary?: string | null, state: LeadState, tlp: Tlp, handlingCode: HandlingCode, version: number, allowedActions: Array<LeadAction>, source: LeadSource, channel: Channel, infringementTypes: Array<InfringementType>, country?: string | null, divisionCode?: string | null, grade?: string | null, priority: Priority, createdAt: string, updatedAt: string, outcome?: LeadOutcome | null, rejectReason?: RejectReason | null, estimatedValue?: { amount: string, currency: string } | null, owner: { id: string, name: string, nameZh?: string | null }, createdBy?: { id: string, name: string } | null, verdictCounts: Array<{ verdict?: Verdict | null, state: DeliveryState, count: number }>, items: { nodes: Array<{ id: string, title: string, url?: string | null, canonicalUrl?: string | null, platform?: string | null, listingId?: string | null, seller?: string | null, shopId?: string | null, capturedAt?: string | null, price?: { amount: string, currency: string } | null, brand?: { id: string, name: string, nameZh?: string | null } | null }>, pageInfo: { hasNextPage: boolean } }, possibleDuplicates: Array<{ id: string, reference: string, title: string, state: LeadState }>, authorizedSellerWarnings: Array<{ item: { id: string, title: string, seller?: string | null }, party: { id: string, name: string, kind: AuthorizedPartyKind } }>, infoRequests: Array<{ deliveryId: string, question: string, askedAt: string, version: number }>, deliveries: Array<{ version: number, allowedActions: Array<DeliveryAction>, pushedAt: string, verdict?: Verdict | null, reason?: string | null, testPurchases?: number | null, answeredAt?: string | null, attributionAllowed: boolean, infoQuestion?: string | null, infoAnswer?: string | null, id: string, state: DeliveryState, dueOn: string, dueAt: string, workingDaysLeft: number, pausedSince?: string | null, late: boolean, provisional: boolean, answeredBy?: { id: string, name: string } | null, recipient: { id: string, name: string, nameZh?: string | null }, brands: Array<{ id: string, name: string, nameZh?: string | null }>, answers: Array<{ version: number, verdict: Verdict, reason: string, answeredAt: string, late: boolean, answeredBy?: { id: string, name: string } | null }> }>, timeline: { nodes: Array<{ id: string, kind: TimelineKind, at: string, actorName: string, detail?: string | null, reason?: string | null, comment?: { id: string, body: string, audience: CommentAudience } | null }>, pageInfo: { hasPreviousPage: boolean } } } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type ShareLeadMutationVariables = Exact<{
  input: ShareLeadInput;
}>;


export type ShareLeadMutation = { shareLead: { lead?: { id: string, reference: string, title: string, summary?: string | null, state: LeadState, tlp: Tlp, handlingCode: HandlingCode, version: number, allowedActions: Array<LeadAction>, source: LeadSource, channel: Channel, infringementTypes: Array<InfringementType>, country?: string | null, divisionCode?: string | null, grade?: string | null, priority: Priority, createdAt: string, updatedAt: string, outcome?: LeadOutcome | null, rejectReason?: RejectReason | null, estimatedValue?: { amount: string, currency: string } | null, owner: { id: string, name: string, nameZh?: string | null }, createdBy?: { id: string, name: string } | null, verdictCounts: Array<{ verdict?: Verdict | null, state: DeliveryState, count: number }>, items: { nodes: Array<{ id: string, title: string, url?: string | null, canonicalUrl?: string | null, platform?: string | null, listingId?: string | null, seller?: string | null, shopId?: string | null, capturedAt?: string | null, price?: { amount: string, currency: string } | null, brand?: { id: string, name: string, nameZh?: string | null } | null }>, pageInfo: { hasNextPage: boolean } }, possibleDuplicates: Array<{ id: string, reference: string, title: string, state: LeadState }>, authorizedSellerWarnings: Array<{ item: { id: string, title: string, seller?: string | null }, party: { id: string, name: string, kind: AuthorizedPartyKind } }>, infoRequests: Array<{ deliveryId: string, question: string, askedAt: string, version: number }>, deliveries: Array<{ version: number, allowedActions: Array<DeliveryAction>, pushedAt: string, verdict?: Verdict | null, reason?: string | null, testPurchases?: number | null, answeredAt?: string | null, attributionAllowed: boolean, infoQuestion?: string | null, infoAnswer?: string | null, id: string, state: DeliveryState, dueOn: string, dueAt: string, workingDaysLeft: number, pausedSince?: string | null, late: boolean, provisional: boolean, answeredBy?: { id: string, name: string } | null, recipient: { id: string, name: string, nameZh?: string | null }, brands: Array<{ id: string, name: string, nameZh?: string | null }>, answers: Array<{ version: number, verdict: Verdict, reason: string, answeredAt: string, late: boolean, answeredBy?: { id: string, name: string } | null }> }>, timeline: { nodes: Array<{ id: string, kind: TimelineKind, at: string, actorName: string, detail?: string | null, reason?: string | null, comment?: { id: string, body: string, audience: CommentAudience } | null }>, pageInfo: { hasPreviousPage: boolean } } } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type PreviewAudienceQueryVariables = Exact<{
  input: PreviewAudienceInput;
}>;


export type PreviewAudienceQuery = { previewAudience?: { token: string, personCount: number, community: boolean, lawEnforcement: boolean, public: boolean, warnings: Array<string>, organizations: Array<{ personCount: number, itemCount: number, willReceiveDelivery: boolean, organization: { id: string, name: string, nameZh?: string | null } }>, namedPeople: Array<{ id: string, name: string }> } | null };

export type TriageLeadMutationVariables = Exact<{
  input: TriageLeadInput;
}>;


export type TriageLeadMutation = { triageLead: { lead?: { id: string, reference: string, title: string, summary?: string | null, state: LeadState, tlp: Tlp, handlingCode: HandlingCode, version: number, allowedActions: Array<LeadAction>, source: LeadSource, channel: Channel, infringementTypes: Array<InfringementType>, country?: string | null, divisionCode?: string | null, grade?: string | null, priority: Priority, createdAt: string, updatedAt: string, outcome?: LeadOutcome | null, rejectReason?: RejectReason | null, estimatedValue?: { amount: string, currency: string } | null, owner: { id: string, name: string, nameZh?: string | null }, createdBy?: { id: string, name: string } | null, verdictCounts: Array<{ verdict?: Verdict | null, state: DeliveryState, count: number }>, items: { nodes: Array<{ id: string, title: string, url?: string | null, canonicalUrl?: string | null, platform?: string | null, listingId?: string | null, seller?: string | null, shopId?: string | null, capturedAt?: string | null, price?: { amount: string, currency: string } | null, brand?: { id: string, name: string, nameZh?: string | null } | null }>, pageInfo: { hasNextPage: boolean } }, possibleDuplicates: Array<{ id: string, reference: string, title: string, state: LeadState }>, authorizedSellerWarnings: Array<{ item: { id: string, title: string, seller?: string | null }, party: { id: string, name: string, kind: AuthorizedPartyKind } }>, infoRequests: Array<{ deliveryId: string, question: string, askedAt: string, version: number }>, deliveries: Array<{ version: number, allowedActions: Array<DeliveryAction>, pushedAt: string, verdict?: Verdict | null, reason?: string | null, testPurchases?: number | null, answeredAt?: string | null, attributionAllowed: boolean, infoQuestion?: string | null, infoAnswer?: string | null, id: string, state: DeliveryState, dueOn: string, dueAt: string, workingDaysLeft: number, pausedSince?: string | null, late: boolean, provisional: boolean, answeredBy?: { id: string, name: string } | null, recipient: { id: string, name: string, nameZh?: string | null }, brands: Array<{ id: string, name: string, nameZh?: string | null }>, answers: Array<{ version: number, verdict: Verdict, reason: string, answeredAt: string, late: boolean, answeredBy?: { id: string, name: string } | null }> }>, timeline: { nodes: Array<{ id: string, kind: TimelineKind, at: string, actorName: string, detail?: string | null, reason?: string | null, comment?: { id: string, body: string, audience: CommentAudience } | null }>, pageInfo: { hasPreviousPage: boolean } } } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type UpdateLeadMutationVariables = Exact<{
  input: UpdateLeadInput;
}>;


export type UpdateLeadMutation = { updateLead: { lead?: { id: string, reference: string, title: string, summary?: string | null, state: LeadState, tlp: Tlp, handlingCode: HandlingCode, version: number, allowedActions: Array<LeadAction>, source: LeadSource, channel: Channel, infringementTypes: Array<InfringementType>, country?: string | null, divisionCode?: string | null, grade?: string | null, priority: Priority, createdAt: string, updatedAt: string, outcome?: LeadOutcome | null, rejectReason?: RejectReason | null, estimatedValue?: { amount: string, currency: string } | null, owner: { id: string, name: string, nameZh?: string | null }, createdBy?: { id: string, name: string } | null, verdictCounts: Array<{ verdict?: Verdict | null, state: DeliveryState, count: number }>, items: { nodes: Array<{ id: string, title: string, url?: string | null, canonicalUrl?: string | null, platform?: string | null, listingId?: string | null, seller?: string | null, shopId?: string | null, capturedAt?: string | null, price?: { amount: string, currency: string } | null, brand?: { id: string, name: string, nameZh?: string | null } | null }>, pageInfo: { hasNextPage: boolean } }, possibleDuplicates: Array<{ id: string, reference: string, title: string, state: LeadState }>, authorizedSellerWarnings: Array<{ item: { id: string, title: string, seller?: string | null }, party: { id: string, name: string, kind: AuthorizedPartyKind } }>, infoRequests: Array<{ deliveryId: string, question: string, askedAt: string, version: number }>, deliveries: Array<{ version: number, allowedActions: Array<DeliveryAction>, pushedAt: string, verdict?: Verdict | null, reason?: string | null, testPurchases?: number | null, answeredAt?: string | null, attributionAllowed: boolean, infoQuestion?: string | null, infoAnswer?: string | null, id: string, state: DeliveryState, dueOn: string, dueAt: string, workingDaysLeft: number, pausedSince?: string | null, late: boolean, provisional: boolean, answeredBy?: { id: string, name: string } | null, recipient: { id: string, name: string, nameZh?: string | null }, brands: Array<{ id: string, name: string, nameZh?: string | null }>, answers: Array<{ version: number, verdict: Verdict, reason: string, answeredAt: string, late: boolean, answeredBy?: { id: string, name: string } | null }> }>, timeline: { nodes: Array<{ id: string, kind: TimelineKind, at: string, actorName: string, detail?: string | null, reason?: string | null, comment?: { id: string, body: string, audience: CommentAudience } | null }>, pageInfo: { hasPreviousPage: boolean } } } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type SubmitLeadMutationVariables = Exact<{
  input: LeadTransitionInput;
}>;


export type SubmitLeadMutation = { submitLead: { lead?: { id: string, reference: string, title: string, summary?: string | null, state: LeadState, tlp: Tlp, handlingCode: HandlingCode, version: number, allowedActions: Array<LeadAction>, source: LeadSource, channel: Channel, infringementTypes: Array<InfringementType>, country?: string | null, divisionCode?: string | null, grade?: string | null, priority: Priority, createdAt: string, updatedAt: string, outcome?: LeadOutcome | null, rejectReason?: RejectReason | null, estimatedValue?: { amount: string, currency: string } | null, owner: { id: string, name: string, nameZh?: string | null }, createdBy?: { id: string, name: string } | null, verdictCounts: Array<{ verdict?: Verdict | null, state: DeliveryState, count: number }>, items: { nodes: Array<{ id: string, title: string, url?: string | null, canonicalUrl?: string | null, platform?: string | null, listingId?: string | null, seller?: string | null, shopId?: string | null, capturedAt?: string | null, price?: { amount: string, currency: string } | null, brand?: { id: string, name: string, nameZh?: string | null } | null }>, pageInfo: { hasNextPage: boolean } }, possibleDuplicates: Array<{ id: string, reference: string, title: string, state: LeadState }>, authorizedSellerWarnings: Array<{ item: { id: string, title: string, seller?: string | null }, party: { id: string, name: string, kind: AuthorizedPartyKind } }>, infoRequests: Array<{ deliveryId: string, question: string, askedAt: string, version: number }>, deliveries: Array<{ version: number, allowedActions: Array<DeliveryAction>, pushedAt: string, verdict?: Verdict | null, reason?: string | null, testPurchases?: number | null, answeredAt?: string | null, attributionAllowed: boolean, infoQuestion?: string | null, infoAnswer?: string | null, id: string, state: DeliveryState, dueOn: string, dueAt: string, workingDaysLeft: number, pausedSince?: string | null, late: boolean, provisional: boolean, answeredBy?: { id: string, name: string } | null, recipient: { id: string, name: string, nameZh?: string | null }, brands: Array<{ id: string, name: string, nameZh?: string | null }>, answers: Array<{ version: number, verdict: Verdict, reason: string, answeredAt: string, late: boolean, answeredBy?: { id: string, name: string } | null }> }>, timeline: { nodes: Array<{ id: string, kind: TimelineKind, at: string, actorName: string, detail?: string | null, reason?: string | null, comment?: { id: string, body: string, audience: CommentAudience } | null }>, pageInfo: { hasPreviousPage: boolean } } } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type LeadActivityFeedSubscriptionVariables = Exact<{
  leadId?: InputMaybe<Scalars['ID']['input']>;
}>;


export type LeadActivityFeedSubscription = { leadActivity: { id: string, kind: TimelineKind, at: string, lead: { id: string, state: LeadState, tlp: Tlp, priority: Priority, version: number } } };

export type LeadDeliveriesFragment = { id: string, deliveries: Array<{ version: number, allowedActions: Array<DeliveryAction>, pushedAt: string, verdict?: Verdict | null, reason?: string | null, testPurchases?: number | null, answeredAt?: string | null, attributionAllowed: boolean, infoQuestion?: string | null, infoAnswer?: string | null, id: string, state: DeliveryState, dueOn: string, dueAt: string, workingDaysLeft: number, pausedSince?: string | null, late: boolean, provisional: boolean, answeredBy?: { id: string, name: string } | null, recipient: { id: string, name: string, nameZh?: string | null }, brands: Array<{ id: string, name: string, nameZh?: string | null }>, answers: Array<{ version: number, verdict: Verdict, reason: string, answeredAt: string, late: boolean, answeredBy?: { id: string, name: string } | null }> }> };

export type LeadFactsFragment = { id: string, handlingCode: HandlingCode, source: LeadSource, channel: Channel, infringementTypes: Array<InfringementType>, country?: string | null, divisionCode?: string | null, grade?: string | null, priority: Priority, createdAt: string, updatedAt: string, outcome?: LeadOutcome | null, rejectReason?: RejectReason | null, estimatedValue?: { amount: string, currency: string } | null, owner: { id: string, name: string, nameZh?: string | null }, createdBy?: { id: string, name: string } | null, verdictCounts: Array<{ verdict?: Verdict | null, state: DeliveryState, count: number }> };

export type LeadItemsFragment = { id: string, items: { nodes: Array<{ id: string, title: string, url?: string | null, canonicalUrl?: string | null, platform?: string | null, listingId?: string | null, seller?: string | null, shopId?: string | null, capturedAt?: string | null, price?: { amount: string, currency: string } | null, brand?: { id: string, name: string, nameZh?: string | null } | null }>, pageInfo: { hasNextPage: boolean } } };

export type LeadItemFragment = { id: string, title: string, url?: string | null, canonicalUrl?: string | null, platform?: string | null, listingId?: string | null, seller?: string | null, shopId?: string | null, capturedAt?: string | null, price?: { amount: string, currency: string } | null, brand?: { id: string, name: string, nameZh?: string | null } | null };

export type LeadListQueryVariables = Exact<{
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LeadFilter>;
  orderBy?: InputMaybe<LeadOrder>;
}>;


export type LeadListQuery = { leads: { totalCount: number, totalCountIsExact: boolean, nodes: Array<{ id: string, reference: string, title: string, state: LeadState, tlp: Tlp, priority: Priority, infringementTypes: Array<InfringementType>, createdAt: string, version: number, owner: { id: string, name: string, nameZh?: string | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor?: string | null, endCursor?: string | null } } };

export type LeadPageQueryVariables = Exact<{
  reference: Scalars['String']['input'];
}>;


export type LeadPageQuery = { leadByReference?: { id: string, reference: string, title: string, summary?: string | null, state: LeadState, tlp: Tlp, handlingCode: HandlingCode, version: number, allowedActions: Array<LeadAction>, source: LeadSource, channel: Channel, infringementTypes: Array<InfringementType>, country?: string | null, divisionCode?: string | null, grade?: string | null, priority: Priority, createdAt: string, updatedAt: string, outcome?: LeadOutcome | null, rejectReason?: RejectReason | null, estimatedValue?: { amount: string, currency: string } | null, owner: { id: string, name: string, nameZh?: string | null }, createdBy?: { id: string, name: string } | null, verdictCounts: Array<{ verdict?: Verdict | null, state: DeliveryState, count: number }>, items: { nodes: Array<{ id: string, title: string, url?: string | null, canonicalUrl?: string | null, platform?: string | null, listingId?: string | null, seller?: string | null, shopId?: string | null, capturedAt?: string | null, price?: { amount: string, currency: string } | null, brand?: { id: string, name: string, nameZh?: string | null } | null }>, pageInfo: { hasNextPage: boolean } }, possibleDuplicates: Array<{ id: string, reference: string, title: string, state: LeadState }>, authorizedSellerWarnings: Array<{ item: { id: string, title: string, seller?: string | null }, party: { id: string, name: string, kind: AuthorizedPartyKind } }>, infoRequests: Array<{ deliveryId: string, question: string, askedAt: string, version: number }>, deliveries: Array<{ version: number, allowedActions: Array<DeliveryAction>, pushedAt: string, verdict?: Verdict | null, reason?: string | null, testPurchases?: number | null, answeredAt?: string | null, attributionAllowed: boolean, infoQuestion?: string | null, infoAnswer?: string | null, id: string, state: DeliveryState, dueOn: string, dueAt: string, workingDaysLeft: number, pausedSince?: string | null, late: boolean, provisional: boolean, answeredBy?: { id: string, name: string } | null, recipient: { id: string, name: string, nameZh?: string | null }, brands: Array<{ id: string, name: string, nameZh?: string | null }>, answers: Array<{ version: number, verdict: Verdict, reason: string, answeredAt: string, late: boolean, answeredBy?: { id: string, name: string } | null }> }>, timeline: { nodes: Array<{ id: string, kind: TimelineKind, at: string, actorName: string, detail?: string | null, reason?: string | null, comment?: { id: string, body: string, audience: CommentAudience } | null }>, pageInfo: { hasPreviousPage: boolean } } } | null };

export type LeadPageFragment = { id: string, reference: string, title: string, summary?: string | null, state: LeadState, tlp: Tlp, handlingCode: HandlingCode, version: number, allowedActions: Array<LeadAction>, source: LeadSource, channel: Channel, infringementTypes: Array<InfringementType>, country?: string | null, divisionCode?: string | null, grade?: string | null, priority: Priority, createdAt: string, updatedAt: string, outcome?: LeadOutcome | null, rejectReason?: RejectReason | null, estimatedValue?: { amount: string, currency: string } | null, owner: { id: string, name: string, nameZh?: string | null }, createdBy?: { id: string, name: string } | null, verdictCounts: Array<{ verdict?: Verdict | null, state: DeliveryState, count: number }>, items: { nodes: Array<{ id: string, title: string, url?: string | null, canonicalUrl?: string | null, platform?: string | null, listingId?: string | null, seller?: string | null, shopId?: string | null, capturedAt?: string | null, price?: { amount: string, currency: string } | null, brand?: { id: string, name: string, nameZh?: string | null } | null }>, pageInfo: { hasNextPage: boolean } }, possibleDuplicates: Array<{ id: string, reference: string, title: string, state: LeadState }>, authorizedSellerWarnings: Array<{ item: { id: string, title: string, seller?: string | null }, party: { id: string, name: string, kind: AuthorizedPartyKind } }>, infoRequests: Array<{ deliveryId: string, question: string, askedAt: string, version: number }>, deliveries: Array<{ version: number, allowedActions: Array<DeliveryAction>, pushedAt: string, verdict?: Verdict | null, reason?: string | null, testPurchases?: number | null, answeredAt?: string | null, attributionAllowed: boolean, infoQuestion?: string | null, infoAnswer?: string | null, id: string, state: DeliveryState, dueOn: string, dueAt: string, workingDaysLeft: number, pausedSince?: string | null, late: boolean, provisional: boolean, answeredBy?: { id: string, name: string } | null, recipient: { id: string, name: string, nameZh?: string | null }, brands: Array<{ id: string, name: string, nameZh?: string | null }>, answers: Array<{ version: number, verdict: Verdict, reason: string, answeredAt: string, late: boolean, answeredBy?: { id: string, name: string } | null }> }>, timeline: { nodes: Array<{ id: string, kind: TimelineKind, at: string, actorName: string, detail?: string | null, reason?: string | null, comment?: { id: string, body: string, audience: CommentAudience } | null }>, pageInfo: { hasPreviousPage: boolean } } };

export type LeadQuestionsFragment = { id: string, allowedActions: Array<LeadAction>, infoRequests: Array<{ deliveryId: string, question: string, askedAt: string, version: number }> };

export type InfoRequestFragment = { deliveryId: string, question: string, askedAt: string, version: number };

export type LeadRowFragment = { id: string, reference: string, title: string, state: LeadState, tlp: Tlp, priority: Priority, infringementTypes: Array<InfringementType>, createdAt: string, version: number, owner: { id: string, name: string, nameZh?: string | null } };

export type LeadTimelineFragment = { id: string, allowedActions: Array<LeadAction>, timeline: { nodes: Array<{ id: string, kind: TimelineKind, at: string, actorName: string, detail?: string | null, reason?: string | null, comment?: { id: string, body: string, audience: CommentAudience } | null }>, pageInfo: { hasPreviousPage: boolean } } };

export type TimelineEntryFragment = { id: string, kind: TimelineKind, at: string, actorName: string, detail?: string | null, reason?: string | null, comment?: { id: string, body: string, audience: CommentAudience } | null };

export type AddCommentMutationVariables = Exact<{
  input: AddCommentInput;
}>;


export type AddCommentMutation = { addComment: { comment?: { id: string } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type LeadWarningsFragment = { id: string, possibleDuplicates: Array<{ id: string, reference: string, title: string, state: LeadState }>, authorizedSellerWarnings: Array<{ item: { id: string, title: string, seller?: string | null }, party: { id: string, name: string, kind: AuthorizedPartyKind } }> };

export type DuplicateLeadFragment = { id: string, reference: string, title: string, state: LeadState };

export type CreateLeadMutationVariables = Exact<{
  input: CreateLeadInput;
}>;


export type CreateLeadMutation = { createLead: { lead?: { id: string, reference: string } | null, duplicates: Array<{ id: string, reference: string, title: string, state: LeadState }>, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type ConfigureSingleSignOnMutationVariables = Exact<{
  input: ConfigureSingleSignOnInput;
}>;


export type ConfigureSingleSignOnMutation = { configureSingleSignOn: { organization?: { id: string, singleSignOn?: { issuer: string, clientId: string, domains: Array<string>, enforced: boolean, redirectUri: string, verifiedAt?: string | null, version: number } | null } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type InviteOrganizationMutationVariables = Exact<{
  input: InviteOrganizationInput;
}>;


export type InviteOrganizationMutation = { inviteOrganization: { organization?: { id: string, name: string } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type InviteUserMutationVariables = Exact<{
  input: InviteUserInput;
}>;


export type InviteUserMutation = { inviteUser: { person?: { id: string, name: string, email?: string | null, state: PersonState, roles: Array<Role>, lastSignInAt?: string | null, version: number, allowedActions: Array<PersonAction>, brandScope: Array<{ id: string, name: string, nameZh?: string | null }>, organization: { id: string, name: string, nameZh?: string | null, kind: OrganizationKind } } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type InvitingOrganizationQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type InvitingOrganizationQuery = { organization?: { id: string, kind: OrganizationKind } | null };

export type OrganizationChangeFragment = { organization?: { id: string, name: string, nameZh?: string | null, kind: OrganizationKind, state: OrganizationState, version: number, allowedActions: Array<OrganizationAction>, industry?: Industry | null, country: string, divisionCode?: string | null, timeZone: string, language: Language, joinedOn?: string | null, createdAt: string } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> };

export type SubmitApplicationMutationVariables = Exact<{
  input: OrganizationTransitionInput;
}>;


export type SubmitApplicationMutation = { change: { organization?: { id: string, name: string, nameZh?: string | null, kind: OrganizationKind, state: OrganizationState, version: number, allowedActions: Array<OrganizationAction>, industry?: Industry | null, country: string, divisionCode?: string | null, timeZone: string, language: Language, joinedOn?: string | null, createdAt: string } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type StartReviewMutationVariables = Exact<{
  input: OrganizationTransitionInput;
}>;


export type StartReviewMutation = { change: { organization?: { id: string, name: string, nameZh?: string | null, kind: OrganizationKind, state: OrganizationState, version: number, allowedActions: Array<OrganizationAction>, industry?: Industry | null, country: string, divisionCode?: string | null, timeZone: string, language: Language, joinedOn?: string | null, createdAt: string } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type ApproveOrganizationMutationVariables = Exact<{
  input: OrganizationTransitionInput;
}>;


export type ApproveOrganizationMutation = { change: { organization?: { id: string, name: string, nameZh?: string | null, kind: OrganizationKind, state: OrganizationState, version: number, allowedActions: Array<OrganizationAction>, industry?: Industry | null, country: string, divisionCode?: string | null, timeZone: string, language: Language, joinedOn?: string | null, createdAt: string } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type SuspendOrganizationMutationVariables = Exact<{
  input: OrganizationTransitionInput;
}>;


export type SuspendOrganizationMutation = { change: { organization?: { id: string, name: string, nameZh?: string | null, kind: OrganizationKind, state: OrganizationState, version: number, allowedActions: Array<OrganizationAction>, industry?: Industry | null, country: string, divisionCode?: string | null, timeZone: string, language: Language, joinedOn?: string | null, createdAt: string } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type ReinstateOrganizationMutationVariables = Exact<{
  input: OrganizationTransitionInput;
}>;


export type ReinstateOrganizationMutation = { change: { organization?: { id: string, name: string, nameZh?: string | null, kind: OrganizationKind, state: OrganizationState, version: number, allowedActions: Array<OrganizationAction>, industry?: Industry | null, country: string, divisionCode?: string | null, timeZone: string, language: Language, joinedOn?: string | null, createdAt: string } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type ExpelOrganizationMutationVariables = Exact<{
  input: OrganizationTransitionInput;
}>;


export type ExpelOrganizationMutation = { change: { organization?: { id: string, name: string, nameZh?: string | null, kind: OrganizationKind, state: OrganizationState, version: number, allowedActions: Array<OrganizationAction>, industry?: Industry | null, country: string, divisionCode?: string | null, timeZone: string, language: Language, joinedOn?: string | null, createdAt: string } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type WithdrawOrganizationMutationVariables = Exact<{
  input: OrganizationTransitionInput;
}>;


export type WithdrawOrganizationMutation = { change: { organization?: { id: string, name: string, nameZh?: string | null, kind: OrganizationKind, state: OrganizationState, version: number, allowedActions: Array<OrganizationAction>, industry?: Industry | null, country: string, divisionCode?: string | null, timeZone: string, language: Language, joinedOn?: string | null, createdAt: string } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type PersonChangeFragment = { person?: { id: string, name: string, email?: string | null, state: PersonState, roles: Array<Role>, lastSignInAt?: string | null, version: number, allowedActions: Array<PersonAction>, brandScope: Array<{ id: string, name: string, nameZh?: string | null }>, organization: { id: string, name: string, nameZh?: string | null, kind: OrganizationKind } } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> };

export type SuspendUserMutationVariables = Exact<{
  input: PersonTransitionInput;
}>;


export type SuspendUserMutation = { change: { person?: { id: string, name: string, email?: string | null, state: PersonState, roles: Array<Role>, lastSignInAt?: string | null, version: number, allowedActions: Array<PersonAction>, brandScope: Array<{ id: string, name: string, nameZh?: string | null }>, organization: { id: string, name: string, nameZh?: string | null, kind: OrganizationKind } } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type ReinstateUserMutationVariables = Exact<{
  input: PersonTransitionInput;
}>;


export type ReinstateUserMutation = { change: { person?: { id: string, name: string, email?: string | null, state: PersonState, roles: Array<Role>, lastSignInAt?: string | null, version: number, allowedActions: Array<PersonAction>, brandScope: Array<{ id: string, name: string, nameZh?: string | null }>, organization: { id: string, name: string, nameZh?: string | null, kind: OrganizationKind } } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type ResendInvitationMutationVariables = Exact<{
  input: PersonTransitionInput;
}>;


export type ResendInvitationMutation = { change: { person?: { id: string, name: string, email?: string | null, state: PersonState, roles: Array<Role>, lastSignInAt?: string | null, version: number, allowedActions: Array<PersonAction>, brandScope: Array<{ id: string, name: string, nameZh?: string | null }>, organization: { id: string, name: string, nameZh?: string | null, kind: OrganizationKind } } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type ResetSecondFactorMutationVariables = Exact<{
  input: PersonTransitionInput;
}>;


export type ResetSecondFactorMutation = { change: { person?: { id: string, name: string, email?: string | null, state: PersonState, roles: Array<Role>, lastSignInAt?: string | null, version: number, allowedActions: Array<PersonAction>, brandScope: Array<{ id: string, name: string, nameZh?: string | null }>, organization: { id: string, name: string, nameZh?: string | null, kind: OrganizationKind } } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type EnforceSingleSignOnMutationVariables = Exact<{
  input: EnforceSingleSignOnInput;
}>;


export type EnforceSingleSignOnMutation = { enforceSingleSignOn: { organization?: { id: string, singleSignOn?: { issuer: string, clientId: string, domains: Array<string>, enforced: boolean, redirectUri: string, verifiedAt?: string | null, version: number } | null } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type RemoveSingleSignOnMutationVariables = Exact<{
  input: RemoveSingleSignOnInput;
}>;


export type RemoveSingleSignOnMutation = { removeSingleSignOn: { organization?: { id: string, singleSignOn?: { issuer: string, clientId: string, domains: Array<string>, enforced: boolean, redirectUri: string, verifiedAt?: string | null, version: number } | null } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type UpdateOrganizationMutationVariables = Exact<{
  input: UpdateOrganizationInput;
}>;


export type UpdateOrganizationMutation = { updateOrganization: { organization?: { id: string, name: string, nameZh?: string | null, kind: OrganizationKind, state: OrganizationState, version: number, allowedActions: Array<OrganizationAction>, industry?: Industry | null, country: string, divisionCode?: string | null, timeZone: string, language: Language, joinedOn?: string | null, createdAt: string } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type UpdateUserMutationVariables = Exact<{
  input: UpdateUserInput;
}>;


export type UpdateUserMutation = { updateUser: { person?: { id: string, name: string, email?: string | null, state: PersonState, roles: Array<Role>, lastSignInAt?: string | null, version: number, allowedActions: Array<PersonAction>, brandScope: Array<{ id: string, name: string, nameZh?: string | null }>, organization: { id: string, name: string, nameZh?: string | null, kind: OrganizationKind } } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type OrganizationDirectoryQueryVariables = Exact<{
  filter?: InputMaybe<OrganizationFilter>;
}>;


export type OrganizationDirectoryQuery = { organizations: { nodes: Array<{ id: string, name: string, nameZh?: string | null }> } };

export type PersonDirectoryQueryVariables = Exact<{
  filter?: InputMaybe<PersonFilter>;
}>;


export type PersonDirectoryQuery = { people: { nodes: Array<{ id: string, name: string, organization: { id: string, name: string } }> } };

export type OrganizationFactsFragment = { id: string, name: string, nameZh?: string | null, kind: OrganizationKind, industry?: Industry | null, country: string, divisionCode?: string | null, timeZone: string, language: Language, joinedOn?: string | null, createdAt: string };

export type OrganizationListQueryVariables = Exact<{
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OrganizationFilter>;
}>;


export type OrganizationListQuery = { organizations: { totalCount: number, totalCountIsExact: boolean, nodes: Array<{ id: string, name: string, nameZh?: string | null, kind: OrganizationKind, state: OrganizationState, industry?: Industry | null, country: string, joinedOn?: string | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor?: string | null, endCursor?: string | null } } };

export type OrganizationPageQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type OrganizationPageQuery = { organization?: { id: string, name: string, nameZh?: string | null, kind: OrganizationKind, state: OrganizationState, version: number, allowedActions: Array<OrganizationAction>, industry?: Industry | null, country: string, divisionCode?: string | null, timeZone: string, language: Language, joinedOn?: string | null, createdAt: string, people: { totalCount: number, nodes: Array<{ id: string, name: string, email?: string | null, state: PersonState, roles: Array<Role>, lastSignInAt?: string | null, version: number, allowedActions: Array<PersonAction>, brandScope: Array<{ id: string, name: string, nameZh?: string | null }>, organization: { id: string, name: string, nameZh?: string | null, kind: OrganizationKind } }>, pageInfo: { hasNextPage: boolean } }, brands: { totalCount: number, nodes: Array<{ id: string, name: string, nameZh?: string | null, state: BrandState, niceClasses: Array<number>, version: number, allowedActions: Array<BrandAction>, authorizedParties: Array<{ id: string, kind: AuthorizedPartyKind, name: string, platform?: string | null, shopId?: string | null, territory?: string | null, validFrom: string, validTo?: string | null, state: AuthorizedPartyState, version: number, allowedActions: Array<AuthorizedPartyAction> }> }> }, powersOfAttorney: Array<{ id: string, allBrands: boolean, actions: Array<PoaAction>, validFrom: string, validTo: string, state: PoaState, createdAt: string, verifiedAt?: string | null, version: number, allowedActions: Array<PowerOfAttorneyAction>, principal: { id: string, name: string, nameZh?: string | null }, agent: { id: string, name: string, nameZh?: string | null }, brands: Array<{ id: string, name: string, nameZh?: string | null }>, submittedBy: { id: string, name: string } }>, singleSignOn?: { issuer: string, clientId: string, domains: Array<string>, enforced: boolean, redirectUri: string, verifiedAt?: string | null, version: number } | null } | null };

export type OrganizationPageFragment = { id: string, name: string, nameZh?: string | null, kind: OrganizationKind, state: OrganizationState, version: number, allowedActions: Array<OrganizationAction>, industry?: Industry | null, country: string, divisionCode?: string | null, timeZone: string, language: Language, joinedOn?: string | null, createdAt: string };

export type OrganizationPeopleFragment = { id: string, people: { totalCount: number, nodes: Array<{ id: string, name: string, email?: string | null, state: PersonState, roles: Array<Role>, lastSignInAt?: string | null, version: number, allowedActions: Array<PersonAction>, brandScope: Array<{ id: string, name: string, nameZh?: string | null }>, organization: { id: string, name: string, nameZh?: string | null, kind: OrganizationKind } }>, pageInfo: { hasNextPage: boolean } } };

export type OrganizationSingleSignOnFragment = { id: string, singleSignOn?: { issuer: string, clientId: string, domains: Array<string>, enforced: boolean, redirectUri: string, verifiedAt?: string | null, version: number } | null };

export type TestSingleSignOnMutationVariables = Exact<{
  input: TestSingleSignOnInput;
}>;


export type TestSingleSignOnMutation = { testSingleSignOn: { userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type OrganizationRowFragment = { id: string, name: string, nameZh?: string | null, kind: OrganizationKind, state: OrganizationState, industry?: Industry | null, country: string, joinedOn?: string | null };

export type BrandsToLimitToQueryVariables = Exact<{
  owner: Scalars['ID']['input'];
}>;


export type BrandsToLimitToQuery = { brands: { nodes: Array<{ id: string, name: string, nameZh?: string | null }> } };

export type PersonListQueryVariables = Exact<{
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PersonFilter>;
}>;


export type PersonListQuery = { people: { totalCount: number, totalCountIsExact: boolean, nodes: Array<{ id: string, name: string, email?: string | null, state: PersonState, roles: Array<Role>, lastSignInAt?: string | null, version: number, allowedActions: Array<PersonAction>, brandScope: Array<{ id: string, name: string, nameZh?: string | null }>, organization: { id: string, name: string, nameZh?: string | null, kind: OrganizationKind } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor?: string | null, endCursor?: string | null } } };

export type NamedOrganizationQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type NamedOrganizationQuery = { organization?: { id: string, name: string, nameZh?: string | null } | null };

export type PersonRowFragment = { id: string, name: string, email?: string | null, state: PersonState, roles: Array<Role>, lastSignInAt?: string | null, version: number, allowedActions: Array<PersonAction>, brandScope: Array<{ id: string, name: string, nameZh?: string | null }>, organization: { id: string, name: string, nameZh?: string | null, kind: OrganizationKind } };

export type JobRowFragment = { name: string, schedule: string, lastStartedAt?: string | null, lastFinishedAt?: string | null, lastResult?: JobResult | null, lastError?: string | null, nextAt?: string | null, stuck: boolean, runs: number, failures: number };

export type MailQueueQueryVariables = Exact<{
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MailFilter>;
}>;


export type MailQueueQuery = { mails: { totalCount: number, totalCountIsExact: boolean, nodes: Array<{ id: string, kind: MailKind, state: MailStatus, attempts: number, createdAt: string, nextAttemptAt?: string | null, settledAt?: string | null, error?: string | null, recipient: string }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor?: string | null, endCursor?: string | null } } };

export type MailRowFragment = { id: string, kind: MailKind, state: MailStatus, attempts: number, createdAt: string, nextAttemptAt?: string | null, settledAt?: string | null, error?: string | null, recipient: string };

export type RetryMailMutationVariables = Exact<{
  input: RetryMailInput;
}>;


export type RetryMailMutation = { retryMail: { mail?: { id: string, kind: MailKind, state: MailStatus, attempts: number, createdAt: string, nextAttemptAt?: string | null, settledAt?: string | null, error?: string | null, recipient: string } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type OperationsQueryVariables = Exact<{ [key: string]: never; }>;


export type OperationsQuery = { operations: { version: string, startedAt: string, databaseBackend: DatabaseBackend, openStreams: number, database: { reachable: boolean, migrationsApplied: number, sizeBytes: number }, jobs: Array<{ name: string, schedule: string, lastStartedAt?: string | null, lastFinishedAt?: string | null, lastResult?: JobResult | null, lastError?: string | null, nextAt?: string | null, stuck: boolean, runs: number, failures: number }>, mail: { queued: number, claimed: number, sentToday: number, failed: number, unknown: number, oldestQueuedAt?: string | null, configured: boolean }, audit: { entries: number, sealed: number, unsealed: number, oldestUnsealedSeconds?: number | null, lastCheckpointAt?: string | null }, outbox: { waiting: number, oldestSeconds?: number | null }, replicas: Array<{ host: string, version: string, serves: boolean, works: boolean, startedAt: string, seenAt: string, alive: boolean, openStreams: number }> } };

export type OperationsFragment = { version: string, startedAt: string, databaseBackend: DatabaseBackend, openStreams: number, database: { reachable: boolean, migrationsApplied: number, sizeBytes: number }, jobs: Array<{ name: string, schedule: string, lastStartedAt?: string | null, lastFinishedAt?: string | null, lastResult?: JobResult | null, lastError?: string | null, nextAt?: string | null, stuck: boolean, runs: number, failures: number }>, mail: { queued: number, claimed: number, sentToday: number, failed: number, unknown: number, oldestQueuedAt?: string | null, configured: boolean }, audit: { entries: number, sealed: number, unsealed: number, oldestUnsealedSeconds?: number | null, lastCheckpointAt?: string | null }, outbox: { waiting: number, oldestSeconds?: number | null }, replicas: Array<{ host: string, version: string, serves: boolean, works: boolean, startedAt: string, seenAt: string, alive: boolean, openStreams: number }> };

export type ReplicaRowFragment = { host: string, version: string, serves: boolean, works: boolean, startedAt: string, seenAt: string, alive: boolean, openStreams: number };

export type AuthorizedPartyFragment = { id: string, kind: AuthorizedPartyKind, name: string, platform?: string | null, shopId?: string | null, territory?: string | null, validFrom: string, validTo?: string | null, state: AuthorizedPartyState, version: number, allowedActions: Array<AuthorizedPartyAction> };

export type BrandDirectoryQueryVariables = Exact<{
  filter?: InputMaybe<BrandFilter>;
}>;


export type BrandDirectoryQuery = { brands: { nodes: Array<{ id: string, name: string, nameZh?: string | null }> } };

export type BrandsOfQueryVariables = Exact<{
  owner: Scalars['ID']['input'];
}>;


export type BrandsOfQuery = { brands: { nodes: Array<{ id: string, name: string, nameZh?: string | null }> } };

export type AddAuthorizedPartyMutationVariables = Exact<{
  input: AddAuthorizedPartyInput;
}>;


export type AddAuthorizedPartyMutation = { addAuthorizedParty: { authorizedParty?: { id: string, kind: AuthorizedPartyKind, name: string, platform?: string | null, shopId?: string | null, territory?: string | null, validFrom: string, validTo?: string | null, state: AuthorizedPartyState, version: number, allowedActions: Array<AuthorizedPartyAction> } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type CreateBrandMutationVariables = Exact<{
  input: CreateBrandInput;
}>;


export type CreateBrandMutation = { createBrand: { brand?: { id: string, name: string, nameZh?: string | null, state: BrandState, niceClasses: Array<number>, version: number, allowedActions: Array<BrandAction>, authorizedParties: Array<{ id: string, kind: AuthorizedPartyKind, name: string, platform?: string | null, shopId?: string | null, territory?: string | null, validFrom: string, validTo?: string | null, state: AuthorizedPartyState, version: number, allowedActions: Array<AuthorizedPartyAction> }> } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type PowerChangeFragment = { powerOfAttorney?: { id: string, allBrands: boolean, actions: Array<PoaAction>, validFrom: string, validTo: string, state: PoaState, createdAt: string, verifiedAt?: string | null, version: number, allowedActions: Array<PowerOfAttorneyAction>, principal: { id: string, name: string, nameZh?: string | null }, agent: { id: string, name: string, nameZh?: string | null }, brands: Array<{ id: string, name: string, nameZh?: string | null }>, submittedBy: { id: string, name: string } } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> };

export type VerifyPowerOfAttorneyMutationVariables = Exact<{
  input: PowerOfAttorneyTransitionInput;
}>;


export type VerifyPowerOfAttorneyMutation = { change: { powerOfAttorney?: { id: string, allBrands: boolean, actions: Array<PoaAction>, validFrom: string, validTo: string, state: PoaState, createdAt: string, verifiedAt?: string | null, version: number, allowedActions: Array<PowerOfAttorneyAction>, principal: { id: string, name: string, nameZh?: string | null }, agent: { id: string, name: string, nameZh?: string | null }, brands: Array<{ id: string, name: string, nameZh?: string | null }>, submittedBy: { id: string, name: string } } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type RevokePowerOfAttorneyMutationVariables = Exact<{
  input: PowerOfAttorneyTransitionInput;
}>;


export type RevokePowerOfAttorneyMutation = { change: { powerOfAttorney?: { id: string, allBrands: boolean, actions: Array<PoaAction>, validFrom: string, validTo: string, state: PoaState, createdAt: string, verifiedAt?: string | null, version: number, allowedActions: Array<PowerOfAttorneyAction>, principal: { id: string, name: string, nameZh?: string | null }, agent: { id: string, name: string, nameZh?: string | null }, brands: Array<{ id: string, name: string, nameZh?: string | null }>, submittedBy: { id: string, name: string } } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type RetireBrandMutationVariables = Exact<{
  input: BrandTransitionInput;
}>;


export type RetireBrandMutation = { retireBrand: { brand?: { id: string, name: string, nameZh?: string | null, state: BrandState, niceClasses: Array<number>, version: number, allowedActions: Array<BrandAction>, authorizedParties: Array<{ id: string, kind: AuthorizedPartyKind, name: string, platform?: string | null, shopId?: string | null, territory?: string | null, validFrom: string, validTo?: string | null, state: AuthorizedPartyState, version: number, allowedActions: Array<AuthorizedPartyAction> }> } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type RevokeAuthorizedPartyMutationVariables = Exact<{
  input: RevokeAuthorizedPartyInput;
}>;


export type RevokeAuthorizedPartyMutation = { revokeAuthorizedParty: { authorizedParty?: { id: string, kind: AuthorizedPartyKind, name: string, platform?: string | null, shopId?: string | null, territory?: string | null, validFrom: string, validTo?: string | null, state: AuthorizedPartyState, version: number, allowedActions: Array<AuthorizedPartyAction> } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type SubmitPowerOfAttorneyMutationVariables = Exact<{
  input: SubmitPowerOfAttorneyInput;
}>;


export type SubmitPowerOfAttorneyMutation = { submitPowerOfAttorney: { powerOfAttorney?: { id: string, allBrands: boolean, actions: Array<PoaAction>, validFrom: string, validTo: string, state: PoaState, createdAt: string, verifiedAt?: string | null, version: number, allowedActions: Array<PowerOfAttorneyAction>, principal: { id: string, name: string, nameZh?: string | null }, agent: { id: string, name: string, nameZh?: string | null }, brands: Array<{ id: string, name: string, nameZh?: string | null }>, submittedBy: { id: string, name: string } } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type PowerPartnersQueryVariables = Exact<{
  filter?: InputMaybe<OrganizationFilter>;
}>;


export type PowerPartnersQuery = { organizations: { nodes: Array<{ id: string, name: string, nameZh?: string | null }> } };

export type DiscardIpRightMutationVariables = Exact<{
  input: IpRightTransitionInput;
}>;


export type DiscardIpRightMutation = { discardIpRight: { discardedId?: string | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type InvalidateIpRightMutationVariables = Exact<{
  input: InvalidateIpRightInput;
}>;


export type InvalidateIpRightMutation = { invalidateIpRight: { ipRight?: { id: string, kind: IpRightKind, title: string, titleZh?: string | null, office: string, applicationNumber?: string | null, registrationNumber?: string | null, expiresOn?: string | null, state: IpRightState, version: number, allowedActions: Array<IpRightAction>, st13?: string | null, filedOn?: string | null, inForceFrom?: string | null, daysLeft?: number | null, recordUrl?: string | null, submittedAt?: string | null, verifiedAt?: string | null, invalidFrom?: string | null, createdAt: string, niceClasses: Array<number>, locarnoClasses: Array<string>, goods?: string | null, territory: Array<string>, reason?: string | null, holder: { id: string, name: string, nameZh?: string | null }, renewal?: { expiresOn: string, submittedBy: { id: string, name: string } } | null, submittedBy?: { id: string, name: string } | null, verifiedBy?: { id: string, name: string } | null, brands: Array<{ id: string, name: string, nameZh?: string | null }>, alsoClaimedBy: Array<{ id: string, name: string, nameZh?: string | null }> } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type IpRightChangeFragment = { ipRight?: { id: string, kind: IpRightKind, title: string, titleZh?: string | null, office: string, applicationNumber?: string | null, registrationNumber?: string | null, expiresOn?: string | null, state: IpRightState, version: number, allowedActions: Array<IpRightAction>, st13?: string | null, filedOn?: string | null, inForceFrom?: string | null, daysLeft?: number | null, recordUrl?: string | null, submittedAt?: string | null, verifiedAt?: string | null, invalidFrom?: string | null, createdAt: string, niceClasses: Array<number>, locarnoClasses: Array<string>, goods?: string | null, territory: Array<string>, reason?: string | null, holder: { id: string, name: string, nameZh?: string | null }, renewal?: { expiresOn: string, submittedBy: { id: string, name: string } } | null, submittedBy?: { id: string, name: string } | null, verifiedBy?: { id: string, name: string } | null, brands: Array<{ id: string, name: string, nameZh?: string | null }>, alsoClaimedBy: Array<{ id: string, name: string, nameZh?: string | null }> } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> };

export type TakeBackIpRightMutationVariables = Exact<{
  input: IpRightTransitionInput;
}>;


export type TakeBackIpRightMutation = { change: { ipRight?: { id: string, kind: IpRightKind, title: string, titleZh?: string | null, office: string, applicationNumber?: string | null, registrationNumber?: string | null, expiresOn?: string | null, state: IpRightState, version: number, allowedActions: Array<IpRightAction>, st13?: string | null, filedOn?: string | null, inForceFrom?: string | null, daysLeft?: number | null, recordUrl?: string | null, submittedAt?: string | null, verifiedAt?: string | null, invalidFrom?: string | null, createdAt: string, niceClasses: Array<number>, locarnoClasses: Array<string>, goods?: string | null, territory: Array<string>, reason?: string | null, holder: { id: string, name: string, nameZh?: string | null }, renewal?: { expiresOn: string, submittedBy: { id: string, name: string } } | null, submittedBy?: { id: string, name: string } | null, verifiedBy?: { id: string, name: string } | null, brands: Array<{ id: string, name: string, nameZh?: string | null }>, alsoClaimedBy: Array<{ id: string, name: string, nameZh?: string | null }> } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type VerifyIpRightMutationVariables = Exact<{
  input: IpRightTransitionInput;
}>;


export type VerifyIpRightMutation = { change: { ipRight?: { id: string, kind: IpRightKind, title: string, titleZh?: string | null, office: string, applicationNumber?: string | null, registrationNumber?: string | null, expiresOn?: string | null, state: IpRightState, version: number, allowedActions: Array<IpRightAction>, st13?: string | null, filedOn?: string | null, inForceFrom?: string | null, daysLeft?: number | null, recordUrl?: string | null, submittedAt?: string | null, verifiedAt?: string | null, invalidFrom?: string | null, createdAt: string, niceClasses: Array<number>, locarnoClasses: Array<string>, goods?: string | null, territory: Array<string>, reason?: string | null, holder: { id: string, name: string, nameZh?: string | null }, renewal?: { expiresOn: string, submittedBy: { id: string, name: string } } | null, submittedBy?: { id: string, name: string } | null, verifiedBy?: { id: string, name: string } | null, brands: Array<{ id: string, name: string, nameZh?: string | null }>, alsoClaimedBy: Array<{ id: string, name: string, nameZh?: string | null }> } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type RejectIpRightMutationVariables = Exact<{
  input: IpRightTransitionInput;
}>;


export type RejectIpRightMutation = { change: { ipRight?: { id: string, kind: IpRightKind, title: string, titleZh?: string | null, office: string, applicationNumber?: string | null, registrationNumber?: string | null, expiresOn?: string | null, state: IpRightState, version: number, allowedActions: Array<IpRightAction>, st13?: string | null, filedOn?: string | null, inForceFrom?: string | null, daysLeft?: number | null, recordUrl?: string | null, submittedAt?: string | null, verifiedAt?: string | null, invalidFrom?: string | null, createdAt: string, niceClasses: Array<number>, locarnoClasses: Array<string>, goods?: string | null, territory: Array<string>, reason?: string | null, holder: { id: string, name: string, nameZh?: string | null }, renewal?: { expiresOn: string, submittedBy: { id: string, name: string } } | null, submittedBy?: { id: string, name: string } | null, verifiedBy?: { id: string, name: string } | null, brands: Array<{ id: string, name: string, nameZh?: string | null }>, alsoClaimedBy: Array<{ id: string, name: string, nameZh?: string | null }> } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type DisputeIpRightMutationVariables = Exact<{
  input: IpRightTransitionInput;
}>;


export type DisputeIpRightMutation = { change: { ipRight?: { id: string, kind: IpRightKind, title: string, titleZh?: string | null, office: string, applicationNumber?: string | null, registrationNumber?: string | null, expiresOn?: string | null, state: IpRightState, version: number, allowedActions: Array<IpRightAction>, st13?: string | null, filedOn?: string | null, inForceFrom?: string | null, daysLeft?: number | null, recordUrl?: string | null, submittedAt?: string | null, verifiedAt?: string | null, invalidFrom?: string | null, createdAt: string, niceClasses: Array<number>, locarnoClasses: Array<string>, goods?: string | null, territory: Array<string>, reason?: string | null, holder: { id: string, name: string, nameZh?: string | null }, renewal?: { expiresOn: string, submittedBy: { id: string, name: string } } | null, submittedBy?: { id: string, name: string } | null, verifiedBy?: { id: string, name: string } | null, brands: Array<{ id: string, name: string, nameZh?: string | null }>, alsoClaimedBy: Array<{ id: string, name: string, nameZh?: string | null }> } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type SettleIpRightMutationVariables = Exact<{
  input: IpRightTransitionInput;
}>;


export type SettleIpRightMutation = { change: { ipRight?: { id: string, kind: IpRightKind, title: string, titleZh?: string | null, office: string, applicationNumber?: string | null, registrationNumber?: string | null, expiresOn?: string | null, state: IpRightState, version: number, allowedActions: Array<IpRightAction>, st13?: string | null, filedOn?: string | null, inForceFrom?: string | null, daysLeft?: number | null, recordUrl?: string | null, submittedAt?: string | null, verifiedAt?: string | null, invalidFrom?: string | null, createdAt: string, niceClasses: Array<number>, locarnoClasses: Array<string>, goods?: string | null, territory: Array<string>, reason?: string | null, holder: { id: string, name: string, nameZh?: string | null }, renewal?: { expiresOn: string, submittedBy: { id: string, name: string } } | null, submittedBy?: { id: string, name: string } | null, verifiedBy?: { id: string, name: string } | null, brands: Array<{ id: string, name: string, nameZh?: string | null }>, alsoClaimedBy: Array<{ id: string, name: string, nameZh?: string | null }> } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type RenewIpRightMutationVariables = Exact<{
  input: RenewIpRightInput;
}>;


export type RenewIpRightMutation = { renewIpRight: { ipRight?: { id: string, kind: IpRightKind, title: string, titleZh?: string | null, office: string, applicationNumber?: string | null, registrationNumber?: string | null, expiresOn?: string | null, state: IpRightState, version: number, allowedActions: Array<IpRightAction>, st13?: string | null, filedOn?: string | null, inForceFrom?: string | null, daysLeft?: number | null, recordUrl?: string | null, submittedAt?: string | null, verifiedAt?: string | null, invalidFrom?: string | null, createdAt: string, niceClasses: Array<number>, locarnoClasses: Array<string>, goods?: string | null, territory: Array<string>, reason?: string | null, holder: { id: string, name: string, nameZh?: string | null }, renewal?: { expiresOn: string, submittedBy: { id: string, name: string } } | null, submittedBy?: { id: string, name: string } | null, verifiedBy?: { id: string, name: string } | null, brands: Array<{ id: string, name: string, nameZh?: string | null }>, alsoClaimedBy: Array<{ id: string, name: string, nameZh?: string | null }> } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type EditIpRightQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type EditIpRightQuery = { ipRight: { id: string, kind: IpRightKind, title: string, titleZh?: string | null, office: string, applicationNumber?: string | null, registrationNumber?: string | null, st13?: string | null, niceClasses: Array<number>, locarnoClasses: Array<string>, goods?: string | null, territory: Array<string>, filedOn?: string | null, inForceFrom?: string | null, expiresOn?: string | null, recordUrl?: string | null, version: number, allowedActions: Array<IpRightAction>, holder: { id: string }, brands: Array<{ id: string, name: string, nameZh?: string | null }> } };

export type IpRightFormFragment = { id: string, kind: IpRightKind, title: string, titleZh?: string | null, office: string, applicationNumber?: string | null, registrationNumber?: string | null, st13?: string | null, niceClasses: Array<number>, locarnoClasses: Array<string>, goods?: string | null, territory: Array<string>, filedOn?: string | null, inForceFrom?: string | null, expiresOn?: string | null, recordUrl?: string | null, version: number, allowedActions: Array<IpRightAction>, holder: { id: string }, brands: Array<{ id: string, name: string, nameZh?: string | null }> };

export type UpdateIpRightMutationVariables = Exact<{
  input: UpdateIpRightInput;
}>;


export type UpdateIpRightMutation = { updateIpRight: { ipRight?: { id: string, kind: IpRightKind, title: string, titleZh?: string | null, office: string, applicationNumber?: string | null, registrationNumber?: string | null, expiresOn?: string | null, state: IpRightState, version: number, allowedActions: Array<IpRightAction>, st13?: string | null, filedOn?: string | null, inForceFrom?: string | null, daysLeft?: number | null, recordUrl?: string | null, submittedAt?: string | null, verifiedAt?: string | null, invalidFrom?: string | null, createdAt: string, niceClasses: Array<number>, locarnoClasses: Array<string>, goods?: string | null, territory: Array<string>, reason?: string | null, holder: { id: string, name: string, nameZh?: string | null }, renewal?: { expiresOn: string, submittedBy: { id: string, name: string } } | null, submittedBy?: { id: string, name: string } | null, verifiedBy?: { id: string, name: string } | null, brands: Array<{ id: string, name: string, nameZh?: string | null }>, alsoClaimedBy: Array<{ id: string, name: string, nameZh?: string | null }> } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type ImportIpRightsMutationVariables = Exact<{
  input: ImportIpRightsInput;
}>;


export type ImportIpRightsMutation = { importIpRights: { entries?: Array<{ outcome: IpRightImportOutcome, notes: Array<RegisterNote>, words?: string | null, office: string, applicationNumber?: string | null, registrationNumber?: string | null, niceClasses: Array<number>, statusText?: string | null, ipRight?: { id: string, title: string } | null }> | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type ImportedEntryFragment = { outcome: IpRightImportOutcome, notes: Array<RegisterNote>, words?: string | null, office: string, applicationNumber?: string | null, registrationNumber?: string | null, niceClasses: Array<number>, statusText?: string | null, ipRight?: { id: string, title: string } | null };

export type SubmitIpRightMutationVariables = Exact<{
  input: IpRightTransitionInput;
}>;


export type SubmitIpRightMutation = { submitIpRight: { ipRight?: { id: string, kind: IpRightKind, title: string, titleZh?: string | null, office: string, applicationNumber?: string | null, registrationNumber?: string | null, expiresOn?: string | null, state: IpRightState, version: number, allowedActions: Array<IpRightAction>, st13?: string | null, filedOn?: string | null, inForceFrom?: string | null, daysLeft?: number | null, recordUrl?: string | null, submittedAt?: string | null, verifiedAt?: string | null, invalidFrom?: string | null, createdAt: string, niceClasses: Array<number>, locarnoClasses: Array<string>, goods?: string | null, territory: Array<string>, reason?: string | null, holder: { id: string, name: string, nameZh?: string | null }, renewal?: { expiresOn: string, submittedBy: { id: string, name: string } } | null, submittedBy?: { id: string, name: string } | null, verifiedBy?: { id: string, name: string } | null, brands: Array<{ id: string, name: string, nameZh?: string | null }>, alsoClaimedBy: Array<{ id: string, name: string, nameZh?: string | null }> } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type IpRightFactsFragment = { id: string, kind: IpRightKind, title: string, titleZh?: string | null, office: string, applicationNumber?: string | null, registrationNumber?: string | null, st13?: string | null, filedOn?: string | null, inForceFrom?: string | null, expiresOn?: string | null, daysLeft?: number | null, recordUrl?: string | null, state: IpRightState, submittedAt?: string | null, verifiedAt?: string | null, invalidFrom?: string | null, createdAt: string, holder: { id: string, name: string, nameZh?: string | null }, submittedBy?: { id: string, name: string } | null, verifiedBy?: { id: string, name: string } | null };

export type FilterNamesQueryVariables = Exact<{
  ids: Array<Scalars['ID']['input']> | Scalars['ID']['input'];
}>;


export type FilterNamesQuery = { nodes: Array<
    | { __typename: 'AuditEntry' }
    | { __typename: 'AuthorizedParty' }
    | { __typename: 'Brand', id: string, name: string, nameZh?: string | null }
    | { __typename: 'Comment' }
    | { __typename: 'Delivery' }
    | { __typename: 'IpRight' }
    | { __typename: 'Lead' }
    | { __typename: 'LeadItem' }
    | { __typename: 'Organization', id: string, name: string, nameZh?: string | null }
    | { __typename: 'Person' }
    | { __typename: 'PowerOfAttorney' }
    | { __typename: 'TimelineEntry' }
   | null> };

export type IpRightForceQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  on: Scalars['Date']['input'];
  country?: InputMaybe<Scalars['String']['input']>;
}>;


export type IpRightForceQuery = { ipRight: { id: string, force: { inForce: boolean, lack?: IpRightLack | null } } };

export type IpRightListQueryVariables = Exact<{
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<IpRightFilter>;
  orderBy?: InputMaybe<IpRightOrder>;
}>;


export type IpRightListQuery = { ipRights: { totalCount: number, totalCountIsExact: boolean, nodes: Array<{ id: string, kind: IpRightKind, title: string, titleZh?: string | null, office: string, applicationNumber?: string | null, registrationNumber?: string | null, niceClasses: Array<number>, expiresOn?: string | null, daysLeft?: number | null, state: IpRightState, version: number, holder: { id: string, name: string, nameZh?: string | null }, brands: Array<{ id: string, name: string, nameZh?: string | null }>, renewal?: { expiresOn: string } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor?: string | null, endCursor?: string | null } } };

export type IpRightPageQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type IpRightPageQuery = { ipRight: { id: string, kind: IpRightKind, title: string, titleZh?: string | null, office: string, applicationNumber?: string | null, registrationNumber?: string | null, expiresOn?: string | null, state: IpRightState, version: number, allowedActions: Array<IpRightAction>, st13?: string | null, filedOn?: string | null, inForceFrom?: string | null, daysLeft?: number | null, recordUrl?: string | null, submittedAt?: string | null, verifiedAt?: string | null, invalidFrom?: string | null, createdAt: string, niceClasses: Array<number>, locarnoClasses: Array<string>, goods?: string | null, territory: Array<string>, reason?: string | null, holder: { id: string, name: string, nameZh?: string | null }, renewal?: { expiresOn: string, submittedBy: { id: string, name: string } } | null, submittedBy?: { id: string, name: string } | null, verifiedBy?: { id: string, name: string } | null, brands: Array<{ id: string, name: string, nameZh?: string | null }>, alsoClaimedBy: Array<{ id: string, name: string, nameZh?: string | null }> } };

export type IpRightPageFragment = { id: string, kind: IpRightKind, title: string, titleZh?: string | null, office: string, applicationNumber?: string | null, registrationNumber?: string | null, expiresOn?: string | null, state: IpRightState, version: number, allowedActions: Array<IpRightAction>, st13?: string | null, filedOn?: string | null, inForceFrom?: string | null, daysLeft?: number | null, recordUrl?: string | null, submittedAt?: string | null, verifiedAt?: string | null, invalidFrom?: string | null, createdAt: string, niceClasses: Array<number>, locarnoClasses: Array<string>, goods?: string | null, territory: Array<string>, reason?: string | null, holder: { id: string, name: string, nameZh?: string | null }, renewal?: { expiresOn: string, submittedBy: { id: string, name: string } } | null, submittedBy?: { id: string, name: string } | null, verifiedBy?: { id: string, name: string } | null, brands: Array<{ id: string, name: string, nameZh?: string | null }>, alsoClaimedBy: Array<{ id: string, name: string, nameZh?: string | null }> };

export type IpRightScopeFragment = { id: string, niceClasses: Array<number>, locarnoClasses: Array<string>, goods?: string | null, territory: Array<string>, holder: { id: string }, brands: Array<{ id: string, name: string, nameZh?: string | null }> };

export type IpRightRowFragment = { id: string, kind: IpRightKind, title: string, titleZh?: string | null, office: string, applicationNumber?: string | null, registrationNumber?: string | null, niceClasses: Array<number>, expiresOn?: string | null, daysLeft?: number | null, state: IpRightState, version: number, holder: { id: string, name: string, nameZh?: string | null }, brands: Array<{ id: string, name: string, nameZh?: string | null }>, renewal?: { expiresOn: string } | null };

export type IpRightWarningsFragment = { id: string, state: IpRightState, expiresOn?: string | null, reason?: string | null, renewal?: { expiresOn: string, submittedBy: { id: string, name: string } } | null, alsoClaimedBy: Array<{ id: string, name: string, nameZh?: string | null }> };

export type CreateIpRightMutationVariables = Exact<{
  input: CreateIpRightInput;
}>;


export type CreateIpRightMutation = { createIpRight: { ipRight?: { id: string, title: string } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type PrincipalsQueryVariables = Exact<{
  agent: Scalars['ID']['input'];
}>;


export type PrincipalsQuery = { organization?: { id: string, powersOfAttorney: Array<{ id: string, allBrands: boolean, actions: Array<PoaAction>, state: PoaState, principal: { id: string, name: string, nameZh?: string | null }, brands: Array<{ id: string }> }> } | null };

export type OrganizationBrandsFragment = { id: string, brands: { totalCount: number, nodes: Array<{ id: string, name: string, nameZh?: string | null, state: BrandState, niceClasses: Array<number>, version: number, allowedActions: Array<BrandAction>, authorizedParties: Array<{ id: string, kind: AuthorizedPartyKind, name: string, platform?: string | null, shopId?: string | null, territory?: string | null, validFrom: string, validTo?: string | null, state: AuthorizedPartyState, version: number, allowedActions: Array<AuthorizedPartyAction> }> }> } };

export type BrandCardFragment = { id: string, name: string, nameZh?: string | null, state: BrandState, niceClasses: Array<number>, version: number, allowedActions: Array<BrandAction>, authorizedParties: Array<{ id: string, kind: AuthorizedPartyKind, name: string, platform?: string | null, shopId?: string | null, territory?: string | null, validFrom: string, validTo?: string | null, state: AuthorizedPartyState, version: number, allowedActions: Array<AuthorizedPartyAction> }> };

export type OrganizationPowersFragment = { id: string, powersOfAttorney: Array<{ id: string, allBrands: boolean, actions: Array<PoaAction>, validFrom: string, validTo: string, state: PoaState, createdAt: string, verifiedAt?: string | null, version: number, allowedActions: Array<PowerOfAttorneyAction>, principal: { id: string, name: string, nameZh?: string | null }, agent: { id: string, name: string, nameZh?: string | null }, brands: Array<{ id: string, name: string, nameZh?: string | null }>, submittedBy: { id: string, name: string } }> };

export type PowerOfAttorneyFragment = { id: string, allBrands: boolean, actions: Array<PoaAction>, validFrom: string, validTo: string, state: PoaState, createdAt: string, verifiedAt?: string | null, version: number, allowedActions: Array<PowerOfAttorneyAction>, principal: { id: string, name: string, nameZh?: string | null }, agent: { id: string, name: string, nameZh?: string | null }, brands: Array<{ id: string, name: string, nameZh?: string | null }>, submittedBy: { id: string, name: string } };

export type EnteredFragment = { accessToken?: string | null, expiresIn?: number | null, secondFactor?: { token: string, methods: Array<SecondFactorMethod>, passkeyOptions?: unknown | null } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> };

export type RequestPasswordResetMutationVariables = Exact<{
  input: RequestPasswordResetInput;
}>;


export type RequestPasswordResetMutation = { requestPasswordReset: { userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type AcceptInvitationMutationVariables = Exact<{
  input: AcceptInvitationInput;
}>;


export type AcceptInvitationMutation = { acceptInvitation: { accessToken?: string | null, expiresIn?: number | null, secondFactor?: { token: string, methods: Array<SecondFactorMethod>, passkeyOptions?: unknown | null } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type LinkSingleSignOnMutationVariables = Exact<{
  input: LinkSingleSignOnInput;
}>;


export type LinkSingleSignOnMutation = { linkSingleSignOn: { accessToken?: string | null, expiresIn?: number | null, secondFactor?: { token: string, methods: Array<SecondFactorMethod>, passkeyOptions?: unknown | null } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn: { accessToken?: string | null, expiresIn?: number | null, secondFactor?: { token: string, methods: Array<SecondFactorMethod>, passkeyOptions?: unknown | null } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type ResetPasswordMutationVariables = Exact<{
  input: ResetPasswordInput;
}>;


export type ResetPasswordMutation = { resetPassword: { accessToken?: string | null, expiresIn?: number | null, secondFactor?: { token: string, methods: Array<SecondFactorMethod>, passkeyOptions?: unknown | null } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type CompleteSignInMutationVariables = Exact<{
  input: CompleteSignInInput;
}>;


export type CompleteSignInMutation = { completeSignIn: { accessToken?: string | null, expiresIn?: number | null, secondFactor?: { token: string, methods: Array<SecondFactorMethod>, passkeyOptions?: unknown | null } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type SignInMethodsQueryVariables = Exact<{
  email: Scalars['String']['input'];
}>;


export type SignInMethodsQuery = { signInMethods: { password: boolean, singleSignOn?: { url: string } | null } };

export type AccountQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountQuery = { viewer?: { account: { passwordSet: boolean, singleSignOn: boolean, secondFactor: { required: boolean, enrolled: boolean, totpSince?: string | null, recoveryCodesLeft: number, passkeys: Array<{ id: string, name: string, createdAt: string, lastUsedAt?: string | null }> } } } | null };

export type AccountFragment = { passwordSet: boolean, singleSignOn: boolean, secondFactor: { required: boolean, enrolled: boolean, totpSince?: string | null, recoveryCodesLeft: number, passkeys: Array<{ id: string, name: string, createdAt: string, lastUsedAt?: string | null }> } };

export type AccountChangeFragment = { viewer?: { account: { passwordSet: boolean, singleSignOn: boolean, secondFactor: { required: boolean, enrolled: boolean, totpSince?: string | null, recoveryCodesLeft: number, passkeys: Array<{ id: string, name: string, createdAt: string, lastUsedAt?: string | null }> } } } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> };

export type NewRecoveryCodesFragment = { recoveryCodes?: Array<string> | null, viewer?: { account: { passwordSet: boolean, singleSignOn: boolean, secondFactor: { required: boolean, enrolled: boolean, totpSince?: string | null, recoveryCodesLeft: number, passkeys: Array<{ id: string, name: string, createdAt: string, lastUsedAt?: string | null }> } } } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> };

export type StartPasskeyMutationVariables = Exact<{
  input: PasswordInput;
}>;


export type StartPasskeyMutation = { startPasskey: { token?: string | null, options?: unknown | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type AddPasskeyMutationVariables = Exact<{
  input: AddPasskeyInput;
}>;


export type AddPasskeyMutation = { addPasskey: { recoveryCodes?: Array<string> | null, viewer?: { account: { passwordSet: boolean, singleSignOn: boolean, secondFactor: { required: boolean, enrolled: boolean, totpSince?: string | null, recoveryCodesLeft: number, passkeys: Array<{ id: string, name: string, createdAt: string, lastUsedAt?: string | null }> } } } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { changePassword: { viewer?: { account: { passwordSet: boolean, singleSignOn: boolean, secondFactor: { required: boolean, enrolled: boolean, totpSince?: string | null, recoveryCodesLeft: number, passkeys: Array<{ id: string, name: string, createdAt: string, lastUsedAt?: string | null }> } } } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type EndSessionMutationVariables = Exact<{
  input: EndSessionInput;
}>;


export type EndSessionMutation = { endSession: { viewer?: { account: { passwordSet: boolean, singleSignOn: boolean, secondFactor: { required: boolean, enrolled: boolean, totpSince?: string | null, recoveryCodesLeft: number, passkeys: Array<{ id: string, name: string, createdAt: string, lastUsedAt?: string | null }> } } } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type EndOtherSessionsMutationVariables = Exact<{
  input: PasswordInput;
}>;


export type EndOtherSessionsMutation = { endOtherSessions: { viewer?: { account: { passwordSet: boolean, singleSignOn: boolean, secondFactor: { required: boolean, enrolled: boolean, totpSince?: string | null, recoveryCodesLeft: number, passkeys: Array<{ id: string, name: string, createdAt: string, lastUsedAt?: string | null }> } } } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type StartTotpMutationVariables = Exact<{
  input: PasswordInput;
}>;


export type StartTotpMutation = { startTotp: { secret?: string | null, uri?: string | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type ConfirmTotpMutationVariables = Exact<{
  input: ConfirmTotpInput;
}>;


export type ConfirmTotpMutation = { confirmTotp: { recoveryCodes?: Array<string> | null, viewer?: { account: { passwordSet: boolean, singleSignOn: boolean, secondFactor: { required: boolean, enrolled: boolean, totpSince?: string | null, recoveryCodesLeft: number, passkeys: Array<{ id: string, name: string, createdAt: string, lastUsedAt?: string | null }> } } } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type OwnSessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnSessionsQuery = { viewer?: { sessions: { nodes: Array<{ id: string, createdAt: string, lastSeenAt: string, userAgent?: string | null, network?: string | null, current: boolean }> } } | null };

export type OwnSessionFragment = { id: string, createdAt: string, lastSeenAt: string, userAgent?: string | null, network?: string | null, current: boolean };

export type RemovePasskeyMutationVariables = Exact<{
  input: RemovePasskeyInput;
}>;


export type RemovePasskeyMutation = { removePasskey: { viewer?: { account: { passwordSet: boolean, singleSignOn: boolean, secondFactor: { required: boolean, enrolled: boolean, totpSince?: string | null, recoveryCodesLeft: number, passkeys: Array<{ id: string, name: string, createdAt: string, lastUsedAt?: string | null }> } } } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type RemoveTotpMutationVariables = Exact<{
  input: PasswordInput;
}>;


export type RemoveTotpMutation = { removeTotp: { viewer?: { account: { passwordSet: boolean, singleSignOn: boolean, secondFactor: { required: boolean, enrolled: boolean, totpSince?: string | null, recoveryCodesLeft: number, passkeys: Array<{ id: string, name: string, createdAt: string, lastUsedAt?: string | null }> } } } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type RenamePasskeyMutationVariables = Exact<{
  input: RenamePasskeyInput;
}>;


export type RenamePasskeyMutation = { renamePasskey: { viewer?: { account: { passwordSet: boolean, singleSignOn: boolean, secondFactor: { required: boolean, enrolled: boolean, totpSince?: string | null, recoveryCodesLeft: number, passkeys: Array<{ id: string, name: string, createdAt: string, lastUsedAt?: string | null }> } } } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type RenewRecoveryCodesMutationVariables = Exact<{
  input: PasswordInput;
}>;


export type RenewRecoveryCodesMutation = { renewRecoveryCodes: { recoveryCodes?: Array<string> | null, viewer?: { account: { passwordSet: boolean, singleSignOn: boolean, secondFactor: { required: boolean, enrolled: boolean, totpSince?: string | null, recoveryCodesLeft: number, passkeys: Array<{ id: string, name: string, createdAt: string, lastUsedAt?: string | null }> } } } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type UpdateSettingsMutationVariables = Exact<{
  input: UpdateSettingsInput;
}>;


export type UpdateSettingsMutation = { updateSettings: { viewer?: { roles: Array<Role>, person: { id: string, name: string, email?: string | null }, organization: { id: string, name: string, nameZh?: string | null, kind: OrganizationKind, timeZone: string }, account: { secondFactor: { required: boolean, enrolled: boolean } }, permissions: Array<{ action: string, scope: Scope }>, settings: { language: Language, timeZone: string, digest: DigestFrequency, digestHour: number, workingDaysOnly: boolean, digestWeekday: Weekday, expiryReminders: boolean, version: number, quietHours?: { from: number, to: number } | null } } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type ChooseLanguageMutationVariables = Exact<{
  input: UpdateSettingsInput;
}>;


export type ChooseLanguageMutation = { updateSettings: { viewer?: { roles: Array<Role>, person: { id: string, name: string, email?: string | null }, organization: { id: string, name: string, nameZh?: string | null, kind: OrganizationKind, timeZone: string }, account: { secondFactor: { required: boolean, enrolled: boolean } }, permissions: Array<{ action: string, scope: Scope }>, settings: { language: Language, timeZone: string, digest: DigestFrequency, digestHour: number, workingDaysOnly: boolean, digestWeekday: Weekday, expiryReminders: boolean, version: number, quietHours?: { from: number, to: number } | null } } | null, userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type InboxCountQueryVariables = Exact<{
  desk: Scalars['Boolean']['input'];
  recipientId?: InputMaybe<Scalars['ID']['input']>;
}>;


export type InboxCountQuery = { leads?: { totalCount: number }, deliveries?: { totalCount: number } };

export type PingQueryVariables = Exact<{ [key: string]: never; }>;


export type PingQuery = { viewer?: { person: { id: string } } | null };

export type PaletteLeadsQueryVariables = Exact<{
  search: Scalars['String']['input'];
  isReference: Scalars['Boolean']['input'];
}>;


export type PaletteLeadsQuery = { byReference?: { id: string, reference: string, title: string } | null, leads?: { nodes: Array<{ id: string, reference: string, title: string }> } };

export type PaletteLeadFragment = { id: string, reference: string, title: string };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer?: { roles: Array<Role>, person: { id: string, name: string, email?: string | null }, organization: { id: string, name: string, nameZh?: string | null, kind: OrganizationKind, timeZone: string }, account: { secondFactor: { required: boolean, enrolled: boolean } }, permissions: Array<{ action: string, scope: Scope }>, settings: { language: Language, timeZone: string, digest: DigestFrequency, digestHour: number, workingDaysOnly: boolean, digestWeekday: Weekday, expiryReminders: boolean, version: number, quietHours?: { from: number, to: number } | null } } | null };

export type ViewerFragment = { roles: Array<Role>, person: { id: string, name: string, email?: string | null }, organization: { id: string, name: string, nameZh?: string | null, kind: OrganizationKind, timeZone: string }, account: { secondFactor: { required: boolean, enrolled: boolean } }, permissions: Array<{ action: string, scope: Scope }>, settings: { language: Language, timeZone: string, digest: DigestFrequency, digestHour: number, workingDaysOnly: boolean, digestWeekday: Weekday, expiryReminders: boolean, version: number, quietHours?: { from: number, to: number } | null } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: { userErrors: Array<{ code: ErrorCode, field?: Array<string> | null, message: string }> } };

export type RefreshSessionMutationVariables = Exact<{ [key: string]: never; }>;


export type RefreshSessionMutation = { refreshSession: { accessToken?: string | null, expiresIn?: number | null, userErrors: Array<{ code: ErrorCode }> } };

export type PageEndsFragment = { hasNextPage: boolean, hasPreviousPage: boolean, startCursor?: string | null, endCursor?: string | null };

export const AuditSealFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AuditSeal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AuditSeal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sealed"}},{"kind":"Field","name":{"kind":"Name","value":"unsealed"}},{"kind":"Field","name":{"kind":"Name","value":"head"}},{"kind":"Field","name":{"kind":"Name","value":"checkpointAt"}},{"kind":"Field","name":{"kind":"Name","value":"checkpointCount"}}]}}]} as unknown as DocumentNode<AuditSealFragment, unknown>;
export const AuditRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AuditRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AuditEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"objectId"}},{"kind":"Field","name":{"kind":"Name","value":"detail"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"hash"}}]}}]} as unknown as DocumentNode<AuditRowFragment, unknown>;
export const DeliveryClockFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryClock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"workingDaysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"pausedSince"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"provisional"}}]}}]} as unknown as DocumentNode<DeliveryClockFragment, unknown>;
export const InboxRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"InboxRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryClock"}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recipient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryClock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"workingDaysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"pausedSince"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"provisional"}}]}}]} as unknown as DocumentNode<InboxRowFragment, unknown>;
export const AudienceFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Audience"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AudiencePreview"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"token"}},{"kind":"Field","name":{"kind":"Name","value":"personCount"}},{"kind":"Field","name":{"kind":"Name","value":"community"}},{"kind":"Field","name":{"kind":"Name","value":"lawEnforcement"}},{"kind":"Field","name":{"kind":"Name","value":"public"}},{"kind":"Field","name":{"kind":"Name","value":"warnings"}},{"kind":"Field","name":{"kind":"Name","value":"organizations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"personCount"}},{"kind":"Field","name":{"kind":"Name","value":"itemCount"}},{"kind":"Field","name":{"kind":"Name","value":"willReceiveDelivery"}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"namedPeople"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<AudienceFragment, unknown>;
export const LeadFactsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"handlingCode"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"infringementTypes"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"divisionCode"}},{"kind":"Field","name":{"kind":"Name","value":"grade"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"estimatedValue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"rejectReason"}},{"kind":"Field","name":{"kind":"Name","value":"verdictCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]} as unknown as DocumentNode<LeadFactsFragment, unknown>;
export const LeadItemFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LeadItem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"canonicalUrl"}},{"kind":"Field","name":{"kind":"Name","value":"platform"}},{"kind":"Field","name":{"kind":"Name","value":"listingId"}},{"kind":"Field","name":{"kind":"Name","value":"seller"}},{"kind":"Field","name":{"kind":"Name","value":"shopId"}},{"kind":"Field","name":{"kind":"Name","value":"capturedAt"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brand"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}}]} as unknown as DocumentNode<LeadItemFragment, unknown>;
export const LeadItemsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadItems"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadItem"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LeadItem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"canonicalUrl"}},{"kind":"Field","name":{"kind":"Name","value":"platform"}},{"kind":"Field","name":{"kind":"Name","value":"listingId"}},{"kind":"Field","name":{"kind":"Name","value":"seller"}},{"kind":"Field","name":{"kind":"Name","value":"shopId"}},{"kind":"Field","name":{"kind":"Name","value":"capturedAt"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brand"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}}]} as unknown as DocumentNode<LeadItemsFragment, unknown>;
export const DuplicateLeadFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DuplicateLead"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]} as unknown as DocumentNode<DuplicateLeadFragment, unknown>;
export const LeadWarningsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadWarnings"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"possibleDuplicates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DuplicateLead"}}]}},{"kind":"Field","name":{"kind":"Name","value":"authorizedSellerWarnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"seller"}}]}},{"kind":"Field","name":{"kind":"Name","value":"party"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DuplicateLead"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]} as unknown as DocumentNode<LeadWarningsFragment, unknown>;
export const InfoRequestFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"InfoRequest"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InfoRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deliveryId"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<InfoRequestFragment, unknown>;
export const LeadQuestionsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadQuestions"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"infoRequests"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"InfoRequest"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"InfoRequest"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InfoRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deliveryId"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<LeadQuestionsFragment, unknown>;
export const DeliveryFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Delivery"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryClock"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"pushedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"testPurchases"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attributionAllowed"}},{"kind":"Field","name":{"kind":"Name","value":"infoQuestion"}},{"kind":"Field","name":{"kind":"Name","value":"infoAnswer"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"answers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryClock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"workingDaysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"pausedSince"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"provisional"}}]}}]} as unknown as DocumentNode<DeliveryFragment, unknown>;
export const LeadDeliveriesFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadDeliveries"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"deliveries"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Delivery"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryClock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"workingDaysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"pausedSince"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"provisional"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Delivery"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryClock"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"pushedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"testPurchases"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attributionAllowed"}},{"kind":"Field","name":{"kind":"Name","value":"infoQuestion"}},{"kind":"Field","name":{"kind":"Name","value":"infoAnswer"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"answers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<LeadDeliveriesFragment, unknown>;
export const TimelineEntryFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TimelineEntry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TimelineEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"detail"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"comment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}}]}}]}}]} as unknown as DocumentNode<TimelineEntryFragment, unknown>;
export const LeadTimelineFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadTimeline"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"timeline"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TimelineEntry"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TimelineEntry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TimelineEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"detail"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"comment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}}]}}]}}]} as unknown as DocumentNode<LeadTimelineFragment, unknown>;
export const LeadPageFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"handlingCode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadFacts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadItems"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadWarnings"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadQuestions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadDeliveries"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadTimeline"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LeadItem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"canonicalUrl"}},{"kind":"Field","name":{"kind":"Name","value":"platform"}},{"kind":"Field","name":{"kind":"Name","value":"listingId"}},{"kind":"Field","name":{"kind":"Name","value":"seller"}},{"kind":"Field","name":{"kind":"Name","value":"shopId"}},{"kind":"Field","name":{"kind":"Name","value":"capturedAt"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brand"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DuplicateLead"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"InfoRequest"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InfoRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deliveryId"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryClock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"workingDaysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"pausedSince"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"provisional"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Delivery"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryClock"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"pushedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"testPurchases"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attributionAllowed"}},{"kind":"Field","name":{"kind":"Name","value":"infoQuestion"}},{"kind":"Field","name":{"kind":"Name","value":"infoAnswer"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"answers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TimelineEntry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TimelineEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"detail"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"comment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"handlingCode"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"infringementTypes"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"divisionCode"}},{"kind":"Field","name":{"kind":"Name","value":"grade"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"estimatedValue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"rejectReason"}},{"kind":"Field","name":{"kind":"Name","value":"verdictCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadItems"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadItem"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadWarnings"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"possibleDuplicates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DuplicateLead"}}]}},{"kind":"Field","name":{"kind":"Name","value":"authorizedSellerWarnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"seller"}}]}},{"kind":"Field","name":{"kind":"Name","value":"party"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadQuestions"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"infoRequests"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"InfoRequest"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadDeliveries"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"deliveries"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Delivery"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadTimeline"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"timeline"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TimelineEntry"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}}]}}]}}]}}]} as unknown as DocumentNode<LeadPageFragment, unknown>;
export const LeadRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"infringementTypes"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<LeadRowFragment, unknown>;
export const OrganizationFactsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"industry"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"divisionCode"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"joinedOn"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]} as unknown as DocumentNode<OrganizationFactsFragment, unknown>;
export const OrganizationPageFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganizationFacts"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"industry"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"divisionCode"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"joinedOn"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]} as unknown as DocumentNode<OrganizationPageFragment, unknown>;
export const OrganizationChangeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OrganizationPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganizationPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"industry"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"divisionCode"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"joinedOn"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganizationFacts"}}]}}]} as unknown as DocumentNode<OrganizationChangeFragment, unknown>;
export const PersonRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"brandScope"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastSignInAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}}]}}]} as unknown as DocumentNode<PersonRowFragment, unknown>;
export const PersonChangeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PersonPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"brandScope"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastSignInAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}}]}}]} as unknown as DocumentNode<PersonChangeFragment, unknown>;
export const OrganizationPeopleFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationPeople"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"people"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"brandScope"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastSignInAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}}]}}]} as unknown as DocumentNode<OrganizationPeopleFragment, unknown>;
export const OrganizationSingleSignOnFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationSingleSignOn"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"singleSignOn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issuer"}},{"kind":"Field","name":{"kind":"Name","value":"clientId"}},{"kind":"Field","name":{"kind":"Name","value":"domains"}},{"kind":"Field","name":{"kind":"Name","value":"enforced"}},{"kind":"Field","name":{"kind":"Name","value":"redirectUri"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<OrganizationSingleSignOnFragment, unknown>;
export const OrganizationRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"industry"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"joinedOn"}}]}}]} as unknown as DocumentNode<OrganizationRowFragment, unknown>;
export const MailRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MailRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mail"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"}}]}}]} as unknown as DocumentNode<MailRowFragment, unknown>;
export const JobRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JobRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Job"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"schedule"}},{"kind":"Field","name":{"kind":"Name","value":"lastStartedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastFinishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastResult"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}},{"kind":"Field","name":{"kind":"Name","value":"nextAt"}},{"kind":"Field","name":{"kind":"Name","value":"stuck"}},{"kind":"Field","name":{"kind":"Name","value":"runs"}},{"kind":"Field","name":{"kind":"Name","value":"failures"}}]}}]} as unknown as DocumentNode<JobRowFragment, unknown>;
export const ReplicaRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReplicaRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Replica"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"host"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"serves"}},{"kind":"Field","name":{"kind":"Name","value":"works"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"seenAt"}},{"kind":"Field","name":{"kind":"Name","value":"alive"}},{"kind":"Field","name":{"kind":"Name","value":"openStreams"}}]}}]} as unknown as DocumentNode<ReplicaRowFragment, unknown>;
export const OperationsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Operations"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Operations"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"databaseBackend"}},{"kind":"Field","name":{"kind":"Name","value":"database"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reachable"}},{"kind":"Field","name":{"kind":"Name","value":"migrationsApplied"}},{"kind":"Field","name":{"kind":"Name","value":"sizeBytes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"jobs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"JobRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"queued"}},{"kind":"Field","name":{"kind":"Name","value":"claimed"}},{"kind":"Field","name":{"kind":"Name","value":"sentToday"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"unknown"}},{"kind":"Field","name":{"kind":"Name","value":"oldestQueuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"configured"}}]}},{"kind":"Field","name":{"kind":"Name","value":"audit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entries"}},{"kind":"Field","name":{"kind":"Name","value":"sealed"}},{"kind":"Field","name":{"kind":"Name","value":"unsealed"}},{"kind":"Field","name":{"kind":"Name","value":"oldestUnsealedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"lastCheckpointAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outbox"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"waiting"}},{"kind":"Field","name":{"kind":"Name","value":"oldestSeconds"}}]}},{"kind":"Field","name":{"kind":"Name","value":"openStreams"}},{"kind":"Field","name":{"kind":"Name","value":"replicas"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReplicaRow"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JobRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Job"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"schedule"}},{"kind":"Field","name":{"kind":"Name","value":"lastStartedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastFinishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastResult"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}},{"kind":"Field","name":{"kind":"Name","value":"nextAt"}},{"kind":"Field","name":{"kind":"Name","value":"stuck"}},{"kind":"Field","name":{"kind":"Name","value":"runs"}},{"kind":"Field","name":{"kind":"Name","value":"failures"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReplicaRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Replica"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"host"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"serves"}},{"kind":"Field","name":{"kind":"Name","value":"works"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"seenAt"}},{"kind":"Field","name":{"kind":"Name","value":"alive"}},{"kind":"Field","name":{"kind":"Name","value":"openStreams"}}]}}]} as unknown as DocumentNode<OperationsFragment, unknown>;
export const PowerOfAttorneyFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PowerOfAttorney"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PowerOfAttorney"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"principal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"allBrands"}},{"kind":"Field","name":{"kind":"Name","value":"actions"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}}]}}]} as unknown as DocumentNode<PowerOfAttorneyFragment, unknown>;
export const PowerChangeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PowerChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PowerOfAttorneyPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"powerOfAttorney"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PowerOfAttorney"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PowerOfAttorney"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PowerOfAttorney"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"principal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"allBrands"}},{"kind":"Field","name":{"kind":"Name","value":"actions"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}}]}}]} as unknown as DocumentNode<PowerChangeFragment, unknown>;
export const IpRightFactsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"titleZh"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"applicationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"registrationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"st13"}},{"kind":"Field","name":{"kind":"Name","value":"filedOn"}},{"kind":"Field","name":{"kind":"Name","value":"inForceFrom"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"daysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"recordUrl"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"verifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"invalidFrom"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]} as unknown as DocumentNode<IpRightFactsFragment, unknown>;
export const IpRightScopeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightScope"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"niceClasses"}},{"kind":"Field","name":{"kind":"Name","value":"locarnoClasses"}},{"kind":"Field","name":{"kind":"Name","value":"goods"}},{"kind":"Field","name":{"kind":"Name","value":"territory"}}]}}]} as unknown as DocumentNode<IpRightScopeFragment, unknown>;
export const IpRightWarningsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightWarnings"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"renewal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"alsoClaimedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}}]} as unknown as DocumentNode<IpRightWarningsFragment, unknown>;
export const IpRightPageFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"titleZh"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"applicationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"registrationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"renewal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightFacts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightScope"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightWarnings"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"titleZh"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"applicationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"registrationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"st13"}},{"kind":"Field","name":{"kind":"Name","value":"filedOn"}},{"kind":"Field","name":{"kind":"Name","value":"inForceFrom"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"daysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"recordUrl"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"verifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"invalidFrom"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightScope"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"niceClasses"}},{"kind":"Field","name":{"kind":"Name","value":"locarnoClasses"}},{"kind":"Field","name":{"kind":"Name","value":"goods"}},{"kind":"Field","name":{"kind":"Name","value":"territory"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightWarnings"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"renewal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"alsoClaimedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}}]} as unknown as DocumentNode<IpRightPageFragment, unknown>;
export const IpRightChangeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRightPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ipRight"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"titleZh"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"applicationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"registrationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"st13"}},{"kind":"Field","name":{"kind":"Name","value":"filedOn"}},{"kind":"Field","name":{"kind":"Name","value":"inForceFrom"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"daysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"recordUrl"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"verifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"invalidFrom"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightScope"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"niceClasses"}},{"kind":"Field","name":{"kind":"Name","value":"locarnoClasses"}},{"kind":"Field","name":{"kind":"Name","value":"goods"}},{"kind":"Field","name":{"kind":"Name","value":"territory"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightWarnings"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"renewal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"alsoClaimedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"titleZh"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"applicationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"registrationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"renewal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightFacts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightScope"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightWarnings"}}]}}]} as unknown as DocumentNode<IpRightChangeFragment, unknown>;
export const IpRightFormFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightForm"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"titleZh"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"applicationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"registrationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"st13"}},{"kind":"Field","name":{"kind":"Name","value":"niceClasses"}},{"kind":"Field","name":{"kind":"Name","value":"locarnoClasses"}},{"kind":"Field","name":{"kind":"Name","value":"goods"}},{"kind":"Field","name":{"kind":"Name","value":"territory"}},{"kind":"Field","name":{"kind":"Name","value":"filedOn"}},{"kind":"Field","name":{"kind":"Name","value":"inForceFrom"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"recordUrl"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}}]}}]} as unknown as DocumentNode<IpRightFormFragment, unknown>;
export const ImportedEntryFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ImportedEntry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ImportedIpRightEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"notes"}},{"kind":"Field","name":{"kind":"Name","value":"words"}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"applicationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"registrationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"niceClasses"}},{"kind":"Field","name":{"kind":"Name","value":"statusText"}},{"kind":"Field","name":{"kind":"Name","value":"ipRight"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]} as unknown as DocumentNode<ImportedEntryFragment, unknown>;
export const IpRightRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"titleZh"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"applicationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"registrationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"niceClasses"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"daysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"renewal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<IpRightRowFragment, unknown>;
export const AuthorizedPartyFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AuthorizedParty"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AuthorizedParty"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"platform"}},{"kind":"Field","name":{"kind":"Name","value":"shopId"}},{"kind":"Field","name":{"kind":"Name","value":"territory"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}}]}}]} as unknown as DocumentNode<AuthorizedPartyFragment, unknown>;
export const BrandCardFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BrandCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Brand"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"niceClasses"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"authorizedParties"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AuthorizedParty"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AuthorizedParty"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AuthorizedParty"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"platform"}},{"kind":"Field","name":{"kind":"Name","value":"shopId"}},{"kind":"Field","name":{"kind":"Name","value":"territory"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}}]}}]} as unknown as DocumentNode<BrandCardFragment, unknown>;
export const OrganizationBrandsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationBrands"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BrandCard"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AuthorizedParty"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AuthorizedParty"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"platform"}},{"kind":"Field","name":{"kind":"Name","value":"shopId"}},{"kind":"Field","name":{"kind":"Name","value":"territory"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BrandCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Brand"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"niceClasses"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"authorizedParties"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AuthorizedParty"}}]}}]}}]} as unknown as DocumentNode<OrganizationBrandsFragment, unknown>;
export const OrganizationPowersFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationPowers"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"powersOfAttorney"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PowerOfAttorney"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PowerOfAttorney"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PowerOfAttorney"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"principal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"allBrands"}},{"kind":"Field","name":{"kind":"Name","value":"actions"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}}]}}]} as unknown as DocumentNode<OrganizationPowersFragment, unknown>;
export const EnteredFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Entered"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresIn"}},{"kind":"Field","name":{"kind":"Name","value":"secondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"token"}},{"kind":"Field","name":{"kind":"Name","value":"methods"}},{"kind":"Field","name":{"kind":"Name","value":"passkeyOptions"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<EnteredFragment, unknown>;
export const AccountFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Account"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Account"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"passwordSet"}},{"kind":"Field","name":{"kind":"Name","value":"singleSignOn"}},{"kind":"Field","name":{"kind":"Name","value":"secondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"required"}},{"kind":"Field","name":{"kind":"Name","value":"enrolled"}},{"kind":"Field","name":{"kind":"Name","value":"totpSince"}},{"kind":"Field","name":{"kind":"Name","value":"recoveryCodesLeft"}},{"kind":"Field","name":{"kind":"Name","value":"passkeys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}}]}}]}}]} as unknown as DocumentNode<AccountFragment, unknown>;
export const AccountChangeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccountPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Account"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Account"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Account"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"passwordSet"}},{"kind":"Field","name":{"kind":"Name","value":"singleSignOn"}},{"kind":"Field","name":{"kind":"Name","value":"secondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"required"}},{"kind":"Field","name":{"kind":"Name","value":"enrolled"}},{"kind":"Field","name":{"kind":"Name","value":"totpSince"}},{"kind":"Field","name":{"kind":"Name","value":"recoveryCodesLeft"}},{"kind":"Field","name":{"kind":"Name","value":"passkeys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}}]}}]}}]} as unknown as DocumentNode<AccountChangeFragment, unknown>;
export const NewRecoveryCodesFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NewRecoveryCodes"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecoveryCodesPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recoveryCodes"}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Account"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Account"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Account"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"passwordSet"}},{"kind":"Field","name":{"kind":"Name","value":"singleSignOn"}},{"kind":"Field","name":{"kind":"Name","value":"secondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"required"}},{"kind":"Field","name":{"kind":"Name","value":"enrolled"}},{"kind":"Field","name":{"kind":"Name","value":"totpSince"}},{"kind":"Field","name":{"kind":"Name","value":"recoveryCodesLeft"}},{"kind":"Field","name":{"kind":"Name","value":"passkeys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}}]}}]}}]} as unknown as DocumentNode<NewRecoveryCodesFragment, unknown>;
export const OwnSessionFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OwnSession"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Session"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastSeenAt"}},{"kind":"Field","name":{"kind":"Name","value":"userAgent"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"current"}}]}}]} as unknown as DocumentNode<OwnSessionFragment, unknown>;
export const PaletteLeadFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PaletteLead"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]} as unknown as DocumentNode<PaletteLeadFragment, unknown>;
export const ViewerFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Viewer"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Viewer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"required"}},{"kind":"Field","name":{"kind":"Name","value":"enrolled"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"permissions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}}]}},{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"digest"}},{"kind":"Field","name":{"kind":"Name","value":"digestHour"}},{"kind":"Field","name":{"kind":"Name","value":"workingDaysOnly"}},{"kind":"Field","name":{"kind":"Name","value":"digestWeekday"}},{"kind":"Field","name":{"kind":"Name","value":"quietHours"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expiryReminders"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<ViewerFragment, unknown>;
export const PageEndsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageEnds"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]} as unknown as DocumentNode<PageEndsFragment, unknown>;
export const AuditLogDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AuditLog"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AuditFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"auditEntries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AuditRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageEnds"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"totalCountIsExact"}}]}},{"kind":"Field","name":{"kind":"Name","value":"auditSeal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AuditSeal"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AuditRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AuditEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"objectId"}},{"kind":"Field","name":{"kind":"Name","value":"detail"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"hash"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageEnds"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AuditSeal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AuditSeal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sealed"}},{"kind":"Field","name":{"kind":"Name","value":"unsealed"}},{"kind":"Field","name":{"kind":"Name","value":"head"}},{"kind":"Field","name":{"kind":"Name","value":"checkpointAt"}},{"kind":"Field","name":{"kind":"Name","value":"checkpointCount"}}]}}]} as unknown as DocumentNode<AuditLogQuery, AuditLogQueryVariables>;
export const AuditActorDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AuditActor"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<AuditActorQuery, AuditActorQueryVariables>;
export const AnswerDeliveryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AnswerDelivery"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AnswerDeliveryInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"answerDelivery"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Delivery"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryClock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"workingDaysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"pausedSince"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"provisional"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Delivery"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryClock"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"pushedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"testPurchases"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attributionAllowed"}},{"kind":"Field","name":{"kind":"Name","value":"infoQuestion"}},{"kind":"Field","name":{"kind":"Name","value":"infoAnswer"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"answers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<AnswerDeliveryMutation, AnswerDeliveryMutationVariables>;
export const InboxDetailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"InboxDetail"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delivery"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Delivery"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadItem"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryClock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"workingDaysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"pausedSince"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"provisional"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Delivery"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryClock"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"pushedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"testPurchases"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attributionAllowed"}},{"kind":"Field","name":{"kind":"Name","value":"infoQuestion"}},{"kind":"Field","name":{"kind":"Name","value":"infoAnswer"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"answers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LeadItem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"canonicalUrl"}},{"kind":"Field","name":{"kind":"Name","value":"platform"}},{"kind":"Field","name":{"kind":"Name","value":"listingId"}},{"kind":"Field","name":{"kind":"Name","value":"seller"}},{"kind":"Field","name":{"kind":"Name","value":"shopId"}},{"kind":"Field","name":{"kind":"Name","value":"capturedAt"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brand"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}}]} as unknown as DocumentNode<InboxDetailQuery, InboxDetailQueryVariables>;
export const ViewDeliveryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ViewDelivery"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeliveryTransitionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewDelivery"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Delivery"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryClock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"workingDaysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"pausedSince"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"provisional"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Delivery"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryClock"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"pushedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"testPurchases"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attributionAllowed"}},{"kind":"Field","name":{"kind":"Name","value":"infoQuestion"}},{"kind":"Field","name":{"kind":"Name","value":"infoAnswer"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"answers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<ViewDeliveryMutation, ViewDeliveryMutationVariables>;
export const AcknowledgeDeliveryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AcknowledgeDelivery"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeliveryTransitionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"acknowledgeDelivery"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Delivery"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryClock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"workingDaysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"pausedSince"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"provisional"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Delivery"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryClock"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"pushedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"testPurchases"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attributionAllowed"}},{"kind":"Field","name":{"kind":"Name","value":"infoQuestion"}},{"kind":"Field","name":{"kind":"Name","value":"infoAnswer"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"answers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<AcknowledgeDeliveryMutation, AcknowledgeDeliveryMutationVariables>;
export const DeliveryByIdDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DeliveryById"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delivery"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Delivery"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryClock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"workingDaysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"pausedSince"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"provisional"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Delivery"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryClock"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"pushedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"testPurchases"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attributionAllowed"}},{"kind":"Field","name":{"kind":"Name","value":"infoQuestion"}},{"kind":"Field","name":{"kind":"Name","value":"infoAnswer"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"answers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<DeliveryByIdQuery, DeliveryByIdQueryVariables>;
export const InboxDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Inbox"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DeliveryFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DeliveryOrder"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"InboxRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageEnds"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryClock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"workingDaysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"pausedSince"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"provisional"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"InboxRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryClock"}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recipient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageEnds"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]} as unknown as DocumentNode<InboxQuery, InboxQueryVariables>;
export const AnswerInfoRequestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AnswerInfoRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AnswerInfoRequestInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"answerInfoRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Delivery"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryClock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"workingDaysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"pausedSince"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"provisional"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Delivery"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryClock"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"pushedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"testPurchases"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attributionAllowed"}},{"kind":"Field","name":{"kind":"Name","value":"infoQuestion"}},{"kind":"Field","name":{"kind":"Name","value":"infoAnswer"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"answers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<AnswerInfoRequestMutation, AnswerInfoRequestMutationVariables>;
export const SettleExpiredDeliveryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SettleExpiredDelivery"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SettleExpiredDeliveryInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"settleExpiredDelivery"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Delivery"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryClock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"workingDaysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"pausedSince"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"provisional"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Delivery"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryClock"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"pushedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"testPurchases"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attributionAllowed"}},{"kind":"Field","name":{"kind":"Name","value":"infoQuestion"}},{"kind":"Field","name":{"kind":"Name","value":"infoAnswer"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"answers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<SettleExpiredDeliveryMutation, SettleExpiredDeliveryMutationVariables>;
export const TriageQueueDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TriageQueue"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leads"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"states"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"SUBMITTED"}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"CREATED_AT"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"ASC"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageEnds"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"infringementTypes"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageEnds"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]} as unknown as DocumentNode<TriageQueueQuery, TriageQueueQueryVariables>;
export const ChangeLeadTlpDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangeLeadTlp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangeLeadTlpInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changeLeadTlp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"handlingCode"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"infringementTypes"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"divisionCode"}},{"kind":"Field","name":{"kind":"Name","value":"grade"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"estimatedValue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"rejectReason"}},{"kind":"Field","name":{"kind":"Name","value":"verdictCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LeadItem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"canonicalUrl"}},{"kind":"Field","name":{"kind":"Name","value":"platform"}},{"kind":"Field","name":{"kind":"Name","value":"listingId"}},{"kind":"Field","name":{"kind":"Name","value":"seller"}},{"kind":"Field","name":{"kind":"Name","value":"shopId"}},{"kind":"Field","name":{"kind":"Name","value":"capturedAt"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brand"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadItems"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadItem"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DuplicateLead"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadWarnings"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"possibleDuplicates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DuplicateLead"}}]}},{"kind":"Field","name":{"kind":"Name","value":"authorizedSellerWarnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"seller"}}]}},{"kind":"Field","name":{"kind":"Name","value":"party"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"InfoRequest"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InfoRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deliveryId"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadQuestions"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"infoRequests"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"InfoRequest"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryClock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"workingDaysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"pausedSince"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"provisional"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Delivery"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryClock"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"pushedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"testPurchases"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attributionAllowed"}},{"kind":"Field","name":{"kind":"Name","value":"infoQuestion"}},{"kind":"Field","name":{"kind":"Name","value":"infoAnswer"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"answers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadDeliveries"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"deliveries"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Delivery"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TimelineEntry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TimelineEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"detail"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"comment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadTimeline"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"timeline"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TimelineEntry"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"handlingCode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadFacts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadItems"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadWarnings"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadQuestions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadDeliveries"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadTimeline"}}]}}]} as unknown as DocumentNode<ChangeLeadTlpMutation, ChangeLeadTlpMutationVariables>;
export const RejectLeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RejectLead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RejectLeadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rejectLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"handlingCode"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"infringementTypes"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"divisionCode"}},{"kind":"Field","name":{"kind":"Name","value":"grade"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"estimatedValue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"rejectReason"}},{"kind":"Field","name":{"kind":"Name","value":"verdictCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LeadItem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"canonicalUrl"}},{"kind":"Field","name":{"kind":"Name","value":"platform"}},{"kind":"Field","name":{"kind":"Name","value":"listingId"}},{"kind":"Field","name":{"kind":"Name","value":"seller"}},{"kind":"Field","name":{"kind":"Name","value":"shopId"}},{"kind":"Field","name":{"kind":"Name","value":"capturedAt"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brand"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadItems"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadItem"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DuplicateLead"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadWarnings"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"possibleDuplicates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DuplicateLead"}}]}},{"kind":"Field","name":{"kind":"Name","value":"authorizedSellerWarnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"seller"}}]}},{"kind":"Field","name":{"kind":"Name","value":"party"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"InfoRequest"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InfoRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deliveryId"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadQuestions"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"infoRequests"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"InfoRequest"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryClock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"workingDaysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"pausedSince"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"provisional"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Delivery"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryClock"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"pushedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"testPurchases"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attributionAllowed"}},{"kind":"Field","name":{"kind":"Name","value":"infoQuestion"}},{"kind":"Field","name":{"kind":"Name","value":"infoAnswer"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"answers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadDeliveries"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"deliveries"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Delivery"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TimelineEntry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TimelineEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"detail"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"comment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadTimeline"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"timeline"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TimelineEntry"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"handlingCode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadFacts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadItems"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadWarnings"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadQuestions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadDeliveries"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadTimeline"}}]}}]} as unknown as DocumentNode<RejectLeadMutation, RejectLeadMutationVariables>;
export const ReopenLeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReopenLead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReasonedLeadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reopenLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"handlingCode"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"infringementTypes"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"divisionCode"}},{"kind":"Field","name":{"kind":"Name","value":"grade"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"estimatedValue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"rejectReason"}},{"kind":"Field","name":{"kind":"Name","value":"verdictCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LeadItem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"canonicalUrl"}},{"kind":"Field","name":{"kind":"Name","value":"platform"}},{"kind":"Field","name":{"kind":"Name","value":"listingId"}},{"kind":"Field","name":{"kind":"Name","value":"seller"}},{"kind":"Field","name":{"kind":"Name","value":"shopId"}},{"kind":"Field","name":{"kind":"Name","value":"capturedAt"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brand"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadItems"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadItem"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DuplicateLead"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadWarnings"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"possibleDuplicates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DuplicateLead"}}]}},{"kind":"Field","name":{"kind":"Name","value":"authorizedSellerWarnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"seller"}}]}},{"kind":"Field","name":{"kind":"Name","value":"party"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"InfoRequest"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InfoRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deliveryId"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadQuestions"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"infoRequests"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"InfoRequest"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryClock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"workingDaysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"pausedSince"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"provisional"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Delivery"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryClock"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"pushedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"testPurchases"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attributionAllowed"}},{"kind":"Field","name":{"kind":"Name","value":"infoQuestion"}},{"kind":"Field","name":{"kind":"Name","value":"infoAnswer"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"answers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadDeliveries"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"deliveries"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Delivery"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TimelineEntry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TimelineEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"detail"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"comment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadTimeline"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"timeline"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TimelineEntry"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"handlingCode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadFacts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadItems"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadWarnings"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadQuestions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadDeliveries"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadTimeline"}}]}}]} as unknown as DocumentNode<ReopenLeadMutation, ReopenLeadMutationVariables>;
export const ResolveLeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResolveLead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResolveLeadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resolveLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"handlingCode"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"infringementTypes"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"divisionCode"}},{"kind":"Field","name":{"kind":"Name","value":"grade"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"estimatedValue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"rejectReason"}},{"kind":"Field","name":{"kind":"Name","value":"verdictCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LeadItem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"canonicalUrl"}},{"kind":"Field","name":{"kind":"Name","value":"platform"}},{"kind":"Field","name":{"kind":"Name","value":"listingId"}},{"kind":"Field","name":{"kind":"Name","value":"seller"}},{"kind":"Field","name":{"kind":"Name","value":"shopId"}},{"kind":"Field","name":{"kind":"Name","value":"capturedAt"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brand"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadItems"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadItem"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DuplicateLead"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadWarnings"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"possibleDuplicates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DuplicateLead"}}]}},{"kind":"Field","name":{"kind":"Name","value":"authorizedSellerWarnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"seller"}}]}},{"kind":"Field","name":{"kind":"Name","value":"party"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"InfoRequest"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InfoRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deliveryId"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadQuestions"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"infoRequests"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"InfoRequest"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryClock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"workingDaysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"pausedSince"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"provisional"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Delivery"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryClock"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"pushedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"testPurchases"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attributionAllowed"}},{"kind":"Field","name":{"kind":"Name","value":"infoQuestion"}},{"kind":"Field","name":{"kind":"Name","value":"infoAnswer"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"answers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadDeliveries"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"deliveries"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Delivery"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TimelineEntry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TimelineEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"detail"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"comment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadTimeline"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"timeline"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TimelineEntry"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"handlingCode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadFacts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadItems"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadWarnings"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadQuestions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadDeliveries"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadTimeline"}}]}}]} as unknown as DocumentNode<ResolveLeadMutation, ResolveLeadMutationVariables>;
export const RetractLeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RetractLead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReasonedLeadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retractLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"handlingCode"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"infringementTypes"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"divisionCode"}},{"kind":"Field","name":{"kind":"Name","value":"grade"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"estimatedValue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"rejectReason"}},{"kind":"Field","name":{"kind":"Name","value":"verdictCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LeadItem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"canonicalUrl"}},{"kind":"Field","name":{"kind":"Name","value":"platform"}},{"kind":"Field","name":{"kind":"Name","value":"listingId"}},{"kind":"Field","name":{"kind":"Name","value":"seller"}},{"kind":"Field","name":{"kind":"Name","value":"shopId"}},{"kind":"Field","name":{"kind":"Name","value":"capturedAt"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brand"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadItems"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadItem"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DuplicateLead"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadWarnings"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"possibleDuplicates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DuplicateLead"}}]}},{"kind":"Field","name":{"kind":"Name","value":"authorizedSellerWarnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"seller"}}]}},{"kind":"Field","name":{"kind":"Name","value":"party"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"InfoRequest"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InfoRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deliveryId"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadQuestions"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"infoRequests"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"InfoRequest"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryClock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"workingDaysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"pausedSince"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"provisional"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Delivery"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryClock"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"pushedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"testPurchases"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attributionAllowed"}},{"kind":"Field","name":{"kind":"Name","value":"infoQuestion"}},{"kind":"Field","name":{"kind":"Name","value":"infoAnswer"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"answers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadDeliveries"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"deliveries"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Delivery"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TimelineEntry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TimelineEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"detail"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"comment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadTimeline"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"timeline"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TimelineEntry"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"handlingCode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadFacts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadItems"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadWarnings"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadQuestions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadDeliveries"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadTimeline"}}]}}]} as unknown as DocumentNode<RetractLeadMutation, RetractLeadMutationVariables>;
export const ShareLeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ShareLead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ShareLeadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"shareLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"handlingCode"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"infringementTypes"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"divisionCode"}},{"kind":"Field","name":{"kind":"Name","value":"grade"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"estimatedValue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"rejectReason"}},{"kind":"Field","name":{"kind":"Name","value":"verdictCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LeadItem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"canonicalUrl"}},{"kind":"Field","name":{"kind":"Name","value":"platform"}},{"kind":"Field","name":{"kind":"Name","value":"listingId"}},{"kind":"Field","name":{"kind":"Name","value":"seller"}},{"kind":"Field","name":{"kind":"Name","value":"shopId"}},{"kind":"Field","name":{"kind":"Name","value":"capturedAt"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brand"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadItems"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadItem"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DuplicateLead"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadWarnings"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"possibleDuplicates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DuplicateLead"}}]}},{"kind":"Field","name":{"kind":"Name","value":"authorizedSellerWarnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"seller"}}]}},{"kind":"Field","name":{"kind":"Name","value":"party"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"InfoRequest"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InfoRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deliveryId"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadQuestions"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"infoRequests"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"InfoRequest"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryClock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"workingDaysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"pausedSince"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"provisional"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Delivery"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryClock"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"pushedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"testPurchases"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attributionAllowed"}},{"kind":"Field","name":{"kind":"Name","value":"infoQuestion"}},{"kind":"Field","name":{"kind":"Name","value":"infoAnswer"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"answers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadDeliveries"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"deliveries"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Delivery"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TimelineEntry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TimelineEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"detail"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"comment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadTimeline"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"timeline"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TimelineEntry"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"handlingCode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadFacts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadItems"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadWarnings"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadQuestions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadDeliveries"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadTimeline"}}]}}]} as unknown as DocumentNode<ShareLeadMutation, ShareLeadMutationVariables>;
export const PreviewAudienceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PreviewAudience"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PreviewAudienceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"previewAudience"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Audience"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Audience"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AudiencePreview"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"token"}},{"kind":"Field","name":{"kind":"Name","value":"personCount"}},{"kind":"Field","name":{"kind":"Name","value":"community"}},{"kind":"Field","name":{"kind":"Name","value":"lawEnforcement"}},{"kind":"Field","name":{"kind":"Name","value":"public"}},{"kind":"Field","name":{"kind":"Name","value":"warnings"}},{"kind":"Field","name":{"kind":"Name","value":"organizations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"personCount"}},{"kind":"Field","name":{"kind":"Name","value":"itemCount"}},{"kind":"Field","name":{"kind":"Name","value":"willReceiveDelivery"}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"namedPeople"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<PreviewAudienceQuery, PreviewAudienceQueryVariables>;
export const TriageLeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TriageLead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TriageLeadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"triageLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"handlingCode"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"infringementTypes"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"divisionCode"}},{"kind":"Field","name":{"kind":"Name","value":"grade"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"estimatedValue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"rejectReason"}},{"kind":"Field","name":{"kind":"Name","value":"verdictCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LeadItem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"canonicalUrl"}},{"kind":"Field","name":{"kind":"Name","value":"platform"}},{"kind":"Field","name":{"kind":"Name","value":"listingId"}},{"kind":"Field","name":{"kind":"Name","value":"seller"}},{"kind":"Field","name":{"kind":"Name","value":"shopId"}},{"kind":"Field","name":{"kind":"Name","value":"capturedAt"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brand"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadItems"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadItem"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DuplicateLead"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadWarnings"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"possibleDuplicates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DuplicateLead"}}]}},{"kind":"Field","name":{"kind":"Name","value":"authorizedSellerWarnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"seller"}}]}},{"kind":"Field","name":{"kind":"Name","value":"party"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"InfoRequest"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InfoRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deliveryId"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadQuestions"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"infoRequests"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"InfoRequest"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryClock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"workingDaysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"pausedSince"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"provisional"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Delivery"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryClock"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"pushedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"testPurchases"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attributionAllowed"}},{"kind":"Field","name":{"kind":"Name","value":"infoQuestion"}},{"kind":"Field","name":{"kind":"Name","value":"infoAnswer"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"answers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadDeliveries"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"deliveries"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Delivery"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TimelineEntry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TimelineEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"detail"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"comment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadTimeline"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"timeline"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TimelineEntry"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"handlingCode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadFacts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadItems"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadWarnings"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadQuestions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadDeliveries"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadTimeline"}}]}}]} as unknown as DocumentNode<TriageLeadMutation, TriageLeadMutationVariables>;
export const UpdateLeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateLead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateLeadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"handlingCode"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"infringementTypes"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"divisionCode"}},{"kind":"Field","name":{"kind":"Name","value":"grade"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"estimatedValue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"rejectReason"}},{"kind":"Field","name":{"kind":"Name","value":"verdictCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LeadItem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"canonicalUrl"}},{"kind":"Field","name":{"kind":"Name","value":"platform"}},{"kind":"Field","name":{"kind":"Name","value":"listingId"}},{"kind":"Field","name":{"kind":"Name","value":"seller"}},{"kind":"Field","name":{"kind":"Name","value":"shopId"}},{"kind":"Field","name":{"kind":"Name","value":"capturedAt"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brand"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadItems"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadItem"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DuplicateLead"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadWarnings"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"possibleDuplicates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DuplicateLead"}}]}},{"kind":"Field","name":{"kind":"Name","value":"authorizedSellerWarnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"seller"}}]}},{"kind":"Field","name":{"kind":"Name","value":"party"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"InfoRequest"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InfoRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deliveryId"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadQuestions"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"infoRequests"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"InfoRequest"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryClock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"workingDaysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"pausedSince"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"provisional"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Delivery"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryClock"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"pushedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"testPurchases"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attributionAllowed"}},{"kind":"Field","name":{"kind":"Name","value":"infoQuestion"}},{"kind":"Field","name":{"kind":"Name","value":"infoAnswer"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"answers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadDeliveries"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"deliveries"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Delivery"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TimelineEntry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TimelineEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"detail"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"comment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadTimeline"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"timeline"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TimelineEntry"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"handlingCode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadFacts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadItems"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadWarnings"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadQuestions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadDeliveries"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadTimeline"}}]}}]} as unknown as DocumentNode<UpdateLeadMutation, UpdateLeadMutationVariables>;
export const SubmitLeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SubmitLead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LeadTransitionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"submitLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"handlingCode"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"infringementTypes"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"divisionCode"}},{"kind":"Field","name":{"kind":"Name","value":"grade"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"estimatedValue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"rejectReason"}},{"kind":"Field","name":{"kind":"Name","value":"verdictCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LeadItem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"canonicalUrl"}},{"kind":"Field","name":{"kind":"Name","value":"platform"}},{"kind":"Field","name":{"kind":"Name","value":"listingId"}},{"kind":"Field","name":{"kind":"Name","value":"seller"}},{"kind":"Field","name":{"kind":"Name","value":"shopId"}},{"kind":"Field","name":{"kind":"Name","value":"capturedAt"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brand"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadItems"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadItem"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DuplicateLead"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadWarnings"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"possibleDuplicates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DuplicateLead"}}]}},{"kind":"Field","name":{"kind":"Name","value":"authorizedSellerWarnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"seller"}}]}},{"kind":"Field","name":{"kind":"Name","value":"party"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"InfoRequest"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InfoRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deliveryId"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadQuestions"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"infoRequests"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"InfoRequest"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryClock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"workingDaysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"pausedSince"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"provisional"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Delivery"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryClock"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"pushedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"testPurchases"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attributionAllowed"}},{"kind":"Field","name":{"kind":"Name","value":"infoQuestion"}},{"kind":"Field","name":{"kind":"Name","value":"infoAnswer"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"answers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadDeliveries"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"deliveries"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Delivery"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TimelineEntry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TimelineEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"detail"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"comment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadTimeline"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"timeline"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TimelineEntry"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"handlingCode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadFacts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadItems"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadWarnings"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadQuestions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadDeliveries"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadTimeline"}}]}}]} as unknown as DocumentNode<SubmitLeadMutation, SubmitLeadMutationVariables>;
export const LeadActivityFeedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"LeadActivityFeed"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"leadId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leadActivity"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"leadId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"leadId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]}}]} as unknown as DocumentNode<LeadActivityFeedSubscription, LeadActivityFeedSubscriptionVariables>;
export const LeadListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LeadList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"LeadFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"LeadOrder"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leads"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageEnds"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"totalCountIsExact"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"infringementTypes"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageEnds"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]} as unknown as DocumentNode<LeadListQuery, LeadListQueryVariables>;
export const LeadPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LeadPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reference"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leadByReference"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"reference"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reference"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadPage"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"handlingCode"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"infringementTypes"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"divisionCode"}},{"kind":"Field","name":{"kind":"Name","value":"grade"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"estimatedValue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"rejectReason"}},{"kind":"Field","name":{"kind":"Name","value":"verdictCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LeadItem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"canonicalUrl"}},{"kind":"Field","name":{"kind":"Name","value":"platform"}},{"kind":"Field","name":{"kind":"Name","value":"listingId"}},{"kind":"Field","name":{"kind":"Name","value":"seller"}},{"kind":"Field","name":{"kind":"Name","value":"shopId"}},{"kind":"Field","name":{"kind":"Name","value":"capturedAt"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brand"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadItems"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadItem"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DuplicateLead"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadWarnings"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"possibleDuplicates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DuplicateLead"}}]}},{"kind":"Field","name":{"kind":"Name","value":"authorizedSellerWarnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"seller"}}]}},{"kind":"Field","name":{"kind":"Name","value":"party"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"InfoRequest"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InfoRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deliveryId"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadQuestions"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"infoRequests"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"InfoRequest"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryClock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"workingDaysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"pausedSince"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"provisional"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Delivery"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Delivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryClock"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"pushedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"testPurchases"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attributionAllowed"}},{"kind":"Field","name":{"kind":"Name","value":"infoQuestion"}},{"kind":"Field","name":{"kind":"Name","value":"infoAnswer"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"answers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadDeliveries"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"deliveries"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Delivery"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TimelineEntry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TimelineEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"detail"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"comment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadTimeline"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"timeline"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TimelineEntry"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeadPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"tlp"}},{"kind":"Field","name":{"kind":"Name","value":"handlingCode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadFacts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadItems"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadWarnings"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadQuestions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadDeliveries"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeadTimeline"}}]}}]} as unknown as DocumentNode<LeadPageQuery, LeadPageQueryVariables>;
export const AddCommentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddComment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AddCommentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addComment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"comment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<AddCommentMutation, AddCommentMutationVariables>;
export const CreateLeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateLead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateLeadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createLead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}},{"kind":"Field","name":{"kind":"Name","value":"duplicates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DuplicateLead"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DuplicateLead"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]} as unknown as DocumentNode<CreateLeadMutation, CreateLeadMutationVariables>;
export const ConfigureSingleSignOnDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfigureSingleSignOn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConfigureSingleSignOnInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"configureSingleSignOn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganizationSingleSignOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationSingleSignOn"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"singleSignOn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issuer"}},{"kind":"Field","name":{"kind":"Name","value":"clientId"}},{"kind":"Field","name":{"kind":"Name","value":"domains"}},{"kind":"Field","name":{"kind":"Name","value":"enforced"}},{"kind":"Field","name":{"kind":"Name","value":"redirectUri"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<ConfigureSingleSignOnMutation, ConfigureSingleSignOnMutationVariables>;
export const InviteOrganizationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"InviteOrganization"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InviteOrganizationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inviteOrganization"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<InviteOrganizationMutation, InviteOrganizationMutationVariables>;
export const InviteUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"InviteUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InviteUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inviteUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"brandScope"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastSignInAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}}]}}]} as unknown as DocumentNode<InviteUserMutation, InviteUserMutationVariables>;
export const InvitingOrganizationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"InvitingOrganization"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}}]}}]} as unknown as DocumentNode<InvitingOrganizationQuery, InvitingOrganizationQueryVariables>;
export const SubmitApplicationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SubmitApplication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrganizationTransitionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"change"},"name":{"kind":"Name","value":"submitApplication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganizationChange"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"industry"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"divisionCode"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"joinedOn"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganizationFacts"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OrganizationPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganizationPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<SubmitApplicationMutation, SubmitApplicationMutationVariables>;
export const StartReviewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartReview"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrganizationTransitionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"change"},"name":{"kind":"Name","value":"startReview"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganizationChange"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"industry"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"divisionCode"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"joinedOn"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganizationFacts"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OrganizationPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganizationPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<StartReviewMutation, StartReviewMutationVariables>;
export const ApproveOrganizationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ApproveOrganization"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrganizationTransitionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"change"},"name":{"kind":"Name","value":"approveOrganization"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganizationChange"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"industry"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"divisionCode"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"joinedOn"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganizationFacts"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OrganizationPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganizationPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<ApproveOrganizationMutation, ApproveOrganizationMutationVariables>;
export const SuspendOrganizationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SuspendOrganization"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrganizationTransitionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"change"},"name":{"kind":"Name","value":"suspendOrganization"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganizationChange"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"industry"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"divisionCode"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"joinedOn"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganizationFacts"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OrganizationPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganizationPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<SuspendOrganizationMutation, SuspendOrganizationMutationVariables>;
export const ReinstateOrganizationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReinstateOrganization"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrganizationTransitionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"change"},"name":{"kind":"Name","value":"reinstateOrganization"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganizationChange"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"industry"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"divisionCode"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"joinedOn"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganizationFacts"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OrganizationPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganizationPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<ReinstateOrganizationMutation, ReinstateOrganizationMutationVariables>;
export const ExpelOrganizationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ExpelOrganization"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrganizationTransitionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"change"},"name":{"kind":"Name","value":"expelOrganization"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganizationChange"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"industry"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"divisionCode"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"joinedOn"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganizationFacts"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OrganizationPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganizationPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<ExpelOrganizationMutation, ExpelOrganizationMutationVariables>;
export const WithdrawOrganizationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WithdrawOrganization"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrganizationTransitionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"change"},"name":{"kind":"Name","value":"withdrawOrganization"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganizationChange"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"industry"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"divisionCode"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"joinedOn"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganizationFacts"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OrganizationPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganizationPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<WithdrawOrganizationMutation, WithdrawOrganizationMutationVariables>;
export const SuspendUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SuspendUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PersonTransitionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"change"},"name":{"kind":"Name","value":"suspendUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonChange"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"brandScope"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastSignInAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PersonPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<SuspendUserMutation, SuspendUserMutationVariables>;
export const ReinstateUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReinstateUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PersonTransitionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"change"},"name":{"kind":"Name","value":"reinstateUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonChange"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"brandScope"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastSignInAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PersonPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<ReinstateUserMutation, ReinstateUserMutationVariables>;
export const ResendInvitationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResendInvitation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PersonTransitionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"change"},"name":{"kind":"Name","value":"resendInvitation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonChange"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"brandScope"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastSignInAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PersonPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<ResendInvitationMutation, ResendInvitationMutationVariables>;
export const ResetSecondFactorDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResetSecondFactor"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PersonTransitionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"change"},"name":{"kind":"Name","value":"resetSecondFactor"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonChange"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"brandScope"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastSignInAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PersonPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<ResetSecondFactorMutation, ResetSecondFactorMutationVariables>;
export const EnforceSingleSignOnDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EnforceSingleSignOn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EnforceSingleSignOnInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enforceSingleSignOn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganizationSingleSignOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationSingleSignOn"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"singleSignOn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issuer"}},{"kind":"Field","name":{"kind":"Name","value":"clientId"}},{"kind":"Field","name":{"kind":"Name","value":"domains"}},{"kind":"Field","name":{"kind":"Name","value":"enforced"}},{"kind":"Field","name":{"kind":"Name","value":"redirectUri"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<EnforceSingleSignOnMutation, EnforceSingleSignOnMutationVariables>;
export const RemoveSingleSignOnDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemoveSingleSignOn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RemoveSingleSignOnInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removeSingleSignOn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganizationSingleSignOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationSingleSignOn"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"singleSignOn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issuer"}},{"kind":"Field","name":{"kind":"Name","value":"clientId"}},{"kind":"Field","name":{"kind":"Name","value":"domains"}},{"kind":"Field","name":{"kind":"Name","value":"enforced"}},{"kind":"Field","name":{"kind":"Name","value":"redirectUri"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<RemoveSingleSignOnMutation, RemoveSingleSignOnMutationVariables>;
export const UpdateOrganizationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateOrganization"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateOrganizationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateOrganization"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganizationPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"industry"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"divisionCode"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"joinedOn"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganizationFacts"}}]}}]} as unknown as DocumentNode<UpdateOrganizationMutation, UpdateOrganizationMutationVariables>;
export const UpdateUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"brandScope"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastSignInAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}}]}}]} as unknown as DocumentNode<UpdateUserMutation, UpdateUserMutationVariables>;
export const OrganizationDirectoryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrganizationDirectory"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"OrganizationFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organizations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}}]}}]} as unknown as DocumentNode<OrganizationDirectoryQuery, OrganizationDirectoryQueryVariables>;
export const PersonDirectoryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PersonDirectory"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PersonFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"people"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PersonDirectoryQuery, PersonDirectoryQueryVariables>;
export const OrganizationListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrganizationList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"OrganizationFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organizations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganizationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageEnds"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"totalCountIsExact"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"industry"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"joinedOn"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageEnds"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]} as unknown as DocumentNode<OrganizationListQuery, OrganizationListQueryVariables>;
export const OrganizationPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrganizationPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganizationPage"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganizationPeople"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganizationBrands"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganizationPowers"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganizationSingleSignOn"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"industry"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"divisionCode"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"joinedOn"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"brandScope"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastSignInAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AuthorizedParty"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AuthorizedParty"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"platform"}},{"kind":"Field","name":{"kind":"Name","value":"shopId"}},{"kind":"Field","name":{"kind":"Name","value":"territory"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BrandCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Brand"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"niceClasses"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"authorizedParties"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AuthorizedParty"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PowerOfAttorney"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PowerOfAttorney"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"principal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"allBrands"}},{"kind":"Field","name":{"kind":"Name","value":"actions"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganizationFacts"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationPeople"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"people"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationBrands"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BrandCard"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationPowers"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"powersOfAttorney"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PowerOfAttorney"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganizationSingleSignOn"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"singleSignOn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issuer"}},{"kind":"Field","name":{"kind":"Name","value":"clientId"}},{"kind":"Field","name":{"kind":"Name","value":"domains"}},{"kind":"Field","name":{"kind":"Name","value":"enforced"}},{"kind":"Field","name":{"kind":"Name","value":"redirectUri"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<OrganizationPageQuery, OrganizationPageQueryVariables>;
export const TestSingleSignOnDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TestSingleSignOn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TestSingleSignOnInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"testSingleSignOn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<TestSingleSignOnMutation, TestSingleSignOnMutationVariables>;
export const BrandsToLimitToDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BrandsToLimitTo"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"owner"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"brands"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"ownerId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"owner"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"states"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"ACTIVE"}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}}]}}]} as unknown as DocumentNode<BrandsToLimitToQuery, BrandsToLimitToQueryVariables>;
export const PersonListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PersonList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PersonFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"people"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageEnds"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"totalCountIsExact"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"brandScope"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastSignInAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageEnds"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]} as unknown as DocumentNode<PersonListQuery, PersonListQueryVariables>;
export const NamedOrganizationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NamedOrganization"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}}]} as unknown as DocumentNode<NamedOrganizationQuery, NamedOrganizationQueryVariables>;
export const MailQueueDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MailQueue"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"MailFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mails"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MailRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageEnds"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"totalCountIsExact"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MailRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mail"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageEnds"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]} as unknown as DocumentNode<MailQueueQuery, MailQueueQueryVariables>;
export const RetryMailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RetryMail"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RetryMailInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryMail"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MailRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MailRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mail"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"}}]}}]} as unknown as DocumentNode<RetryMailMutation, RetryMailMutationVariables>;
export const OperationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Operations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"operations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Operations"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JobRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Job"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"schedule"}},{"kind":"Field","name":{"kind":"Name","value":"lastStartedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastFinishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastResult"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}},{"kind":"Field","name":{"kind":"Name","value":"nextAt"}},{"kind":"Field","name":{"kind":"Name","value":"stuck"}},{"kind":"Field","name":{"kind":"Name","value":"runs"}},{"kind":"Field","name":{"kind":"Name","value":"failures"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReplicaRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Replica"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"host"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"serves"}},{"kind":"Field","name":{"kind":"Name","value":"works"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"seenAt"}},{"kind":"Field","name":{"kind":"Name","value":"alive"}},{"kind":"Field","name":{"kind":"Name","value":"openStreams"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Operations"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Operations"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"databaseBackend"}},{"kind":"Field","name":{"kind":"Name","value":"database"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reachable"}},{"kind":"Field","name":{"kind":"Name","value":"migrationsApplied"}},{"kind":"Field","name":{"kind":"Name","value":"sizeBytes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"jobs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"JobRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"queued"}},{"kind":"Field","name":{"kind":"Name","value":"claimed"}},{"kind":"Field","name":{"kind":"Name","value":"sentToday"}},{"kind":"Field","name":{"kind":"Name","value":"failed"}},{"kind":"Field","name":{"kind":"Name","value":"unknown"}},{"kind":"Field","name":{"kind":"Name","value":"oldestQueuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"configured"}}]}},{"kind":"Field","name":{"kind":"Name","value":"audit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entries"}},{"kind":"Field","name":{"kind":"Name","value":"sealed"}},{"kind":"Field","name":{"kind":"Name","value":"unsealed"}},{"kind":"Field","name":{"kind":"Name","value":"oldestUnsealedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"lastCheckpointAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outbox"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"waiting"}},{"kind":"Field","name":{"kind":"Name","value":"oldestSeconds"}}]}},{"kind":"Field","name":{"kind":"Name","value":"openStreams"}},{"kind":"Field","name":{"kind":"Name","value":"replicas"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReplicaRow"}}]}}]}}]} as unknown as DocumentNode<OperationsQuery, OperationsQueryVariables>;
export const BrandDirectoryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BrandDirectory"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"BrandFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"brands"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"30"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}}]}}]} as unknown as DocumentNode<BrandDirectoryQuery, BrandDirectoryQueryVariables>;
export const BrandsOfDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BrandsOf"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"owner"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"brands"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"ownerId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"owner"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"states"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"ACTIVE"}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}}]}}]} as unknown as DocumentNode<BrandsOfQuery, BrandsOfQueryVariables>;
export const AddAuthorizedPartyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddAuthorizedParty"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AddAuthorizedPartyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addAuthorizedParty"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"authorizedParty"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AuthorizedParty"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AuthorizedParty"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AuthorizedParty"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"platform"}},{"kind":"Field","name":{"kind":"Name","value":"shopId"}},{"kind":"Field","name":{"kind":"Name","value":"territory"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}}]}}]} as unknown as DocumentNode<AddAuthorizedPartyMutation, AddAuthorizedPartyMutationVariables>;
export const CreateBrandDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateBrand"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateBrandInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createBrand"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"brand"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BrandCard"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AuthorizedParty"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AuthorizedParty"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"platform"}},{"kind":"Field","name":{"kind":"Name","value":"shopId"}},{"kind":"Field","name":{"kind":"Name","value":"territory"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BrandCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Brand"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"niceClasses"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"authorizedParties"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AuthorizedParty"}}]}}]}}]} as unknown as DocumentNode<CreateBrandMutation, CreateBrandMutationVariables>;
export const VerifyPowerOfAttorneyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"VerifyPowerOfAttorney"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PowerOfAttorneyTransitionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"change"},"name":{"kind":"Name","value":"verifyPowerOfAttorney"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PowerChange"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PowerOfAttorney"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PowerOfAttorney"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"principal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"allBrands"}},{"kind":"Field","name":{"kind":"Name","value":"actions"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PowerChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PowerOfAttorneyPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"powerOfAttorney"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PowerOfAttorney"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<VerifyPowerOfAttorneyMutation, VerifyPowerOfAttorneyMutationVariables>;
export const RevokePowerOfAttorneyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokePowerOfAttorney"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PowerOfAttorneyTransitionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"change"},"name":{"kind":"Name","value":"revokePowerOfAttorney"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PowerChange"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PowerOfAttorney"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PowerOfAttorney"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"principal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"allBrands"}},{"kind":"Field","name":{"kind":"Name","value":"actions"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PowerChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PowerOfAttorneyPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"powerOfAttorney"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PowerOfAttorney"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<RevokePowerOfAttorneyMutation, RevokePowerOfAttorneyMutationVariables>;
export const RetireBrandDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RetireBrand"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BrandTransitionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retireBrand"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"brand"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BrandCard"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AuthorizedParty"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AuthorizedParty"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"platform"}},{"kind":"Field","name":{"kind":"Name","value":"shopId"}},{"kind":"Field","name":{"kind":"Name","value":"territory"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BrandCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Brand"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"niceClasses"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"authorizedParties"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AuthorizedParty"}}]}}]}}]} as unknown as DocumentNode<RetireBrandMutation, RetireBrandMutationVariables>;
export const RevokeAuthorizedPartyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeAuthorizedParty"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeAuthorizedPartyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeAuthorizedParty"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"authorizedParty"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AuthorizedParty"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AuthorizedParty"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AuthorizedParty"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"platform"}},{"kind":"Field","name":{"kind":"Name","value":"shopId"}},{"kind":"Field","name":{"kind":"Name","value":"territory"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}}]}}]} as unknown as DocumentNode<RevokeAuthorizedPartyMutation, RevokeAuthorizedPartyMutationVariables>;
export const SubmitPowerOfAttorneyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SubmitPowerOfAttorney"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubmitPowerOfAttorneyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"submitPowerOfAttorney"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"powerOfAttorney"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PowerOfAttorney"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PowerOfAttorney"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PowerOfAttorney"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"principal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"allBrands"}},{"kind":"Field","name":{"kind":"Name","value":"actions"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}}]}}]} as unknown as DocumentNode<SubmitPowerOfAttorneyMutation, SubmitPowerOfAttorneyMutationVariables>;
export const PowerPartnersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PowerPartners"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"OrganizationFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organizations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"30"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}}]}}]} as unknown as DocumentNode<PowerPartnersQuery, PowerPartnersQueryVariables>;
export const DiscardIpRightDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DiscardIpRight"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IpRightTransitionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"discardIpRight"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"discardedId"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<DiscardIpRightMutation, DiscardIpRightMutationVariables>;
export const InvalidateIpRightDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"InvalidateIpRight"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidateIpRightInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invalidateIpRight"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ipRight"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"titleZh"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"applicationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"registrationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"st13"}},{"kind":"Field","name":{"kind":"Name","value":"filedOn"}},{"kind":"Field","name":{"kind":"Name","value":"inForceFrom"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"daysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"recordUrl"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"verifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"invalidFrom"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightScope"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"niceClasses"}},{"kind":"Field","name":{"kind":"Name","value":"locarnoClasses"}},{"kind":"Field","name":{"kind":"Name","value":"goods"}},{"kind":"Field","name":{"kind":"Name","value":"territory"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightWarnings"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"renewal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"alsoClaimedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"titleZh"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"applicationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"registrationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"renewal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightFacts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightScope"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightWarnings"}}]}}]} as unknown as DocumentNode<InvalidateIpRightMutation, InvalidateIpRightMutationVariables>;
export const TakeBackIpRightDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TakeBackIpRight"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IpRightTransitionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"change"},"name":{"kind":"Name","value":"takeBackIpRight"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightChange"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"titleZh"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"applicationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"registrationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"st13"}},{"kind":"Field","name":{"kind":"Name","value":"filedOn"}},{"kind":"Field","name":{"kind":"Name","value":"inForceFrom"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"daysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"recordUrl"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"verifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"invalidFrom"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightScope"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"niceClasses"}},{"kind":"Field","name":{"kind":"Name","value":"locarnoClasses"}},{"kind":"Field","name":{"kind":"Name","value":"goods"}},{"kind":"Field","name":{"kind":"Name","value":"territory"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightWarnings"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"renewal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"alsoClaimedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"titleZh"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"applicationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"registrationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"renewal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightFacts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightScope"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightWarnings"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRightPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ipRight"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<TakeBackIpRightMutation, TakeBackIpRightMutationVariables>;
export const VerifyIpRightDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"VerifyIpRight"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IpRightTransitionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"change"},"name":{"kind":"Name","value":"verifyIpRight"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightChange"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"titleZh"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"applicationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"registrationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"st13"}},{"kind":"Field","name":{"kind":"Name","value":"filedOn"}},{"kind":"Field","name":{"kind":"Name","value":"inForceFrom"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"daysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"recordUrl"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"verifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"invalidFrom"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightScope"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"niceClasses"}},{"kind":"Field","name":{"kind":"Name","value":"locarnoClasses"}},{"kind":"Field","name":{"kind":"Name","value":"goods"}},{"kind":"Field","name":{"kind":"Name","value":"territory"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightWarnings"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"renewal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"alsoClaimedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"titleZh"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"applicationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"registrationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"renewal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightFacts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightScope"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightWarnings"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRightPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ipRight"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<VerifyIpRightMutation, VerifyIpRightMutationVariables>;
export const RejectIpRightDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RejectIpRight"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IpRightTransitionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"change"},"name":{"kind":"Name","value":"rejectIpRight"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightChange"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"titleZh"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"applicationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"registrationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"st13"}},{"kind":"Field","name":{"kind":"Name","value":"filedOn"}},{"kind":"Field","name":{"kind":"Name","value":"inForceFrom"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"daysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"recordUrl"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"verifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"invalidFrom"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightScope"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"niceClasses"}},{"kind":"Field","name":{"kind":"Name","value":"locarnoClasses"}},{"kind":"Field","name":{"kind":"Name","value":"goods"}},{"kind":"Field","name":{"kind":"Name","value":"territory"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightWarnings"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"renewal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"alsoClaimedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"titleZh"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"applicationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"registrationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"renewal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightFacts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightScope"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightWarnings"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRightPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ipRight"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<RejectIpRightMutation, RejectIpRightMutationVariables>;
export const DisputeIpRightDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DisputeIpRight"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IpRightTransitionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"change"},"name":{"kind":"Name","value":"disputeIpRight"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightChange"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"titleZh"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"applicationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"registrationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"st13"}},{"kind":"Field","name":{"kind":"Name","value":"filedOn"}},{"kind":"Field","name":{"kind":"Name","value":"inForceFrom"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"daysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"recordUrl"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"verifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"invalidFrom"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightScope"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"niceClasses"}},{"kind":"Field","name":{"kind":"Name","value":"locarnoClasses"}},{"kind":"Field","name":{"kind":"Name","value":"goods"}},{"kind":"Field","name":{"kind":"Name","value":"territory"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightWarnings"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"renewal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"alsoClaimedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"titleZh"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"applicationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"registrationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"renewal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightFacts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightScope"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightWarnings"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRightPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ipRight"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<DisputeIpRightMutation, DisputeIpRightMutationVariables>;
export const SettleIpRightDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SettleIpRight"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IpRightTransitionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"change"},"name":{"kind":"Name","value":"settleIpRight"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightChange"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"titleZh"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"applicationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"registrationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"st13"}},{"kind":"Field","name":{"kind":"Name","value":"filedOn"}},{"kind":"Field","name":{"kind":"Name","value":"inForceFrom"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"daysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"recordUrl"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"verifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"invalidFrom"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightScope"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"niceClasses"}},{"kind":"Field","name":{"kind":"Name","value":"locarnoClasses"}},{"kind":"Field","name":{"kind":"Name","value":"goods"}},{"kind":"Field","name":{"kind":"Name","value":"territory"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightWarnings"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"renewal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"alsoClaimedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"titleZh"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"applicationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"registrationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"renewal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightFacts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightScope"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightWarnings"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRightPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ipRight"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<SettleIpRightMutation, SettleIpRightMutationVariables>;
export const RenewIpRightDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RenewIpRight"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RenewIpRightInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"renewIpRight"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ipRight"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"titleZh"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"applicationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"registrationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"st13"}},{"kind":"Field","name":{"kind":"Name","value":"filedOn"}},{"kind":"Field","name":{"kind":"Name","value":"inForceFrom"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"daysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"recordUrl"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"verifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"invalidFrom"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightScope"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"niceClasses"}},{"kind":"Field","name":{"kind":"Name","value":"locarnoClasses"}},{"kind":"Field","name":{"kind":"Name","value":"goods"}},{"kind":"Field","name":{"kind":"Name","value":"territory"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightWarnings"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"renewal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"alsoClaimedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"titleZh"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"applicationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"registrationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"renewal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightFacts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightScope"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightWarnings"}}]}}]} as unknown as DocumentNode<RenewIpRightMutation, RenewIpRightMutationVariables>;
export const EditIpRightDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EditIpRight"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ipRight"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightForm"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightForm"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"titleZh"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"applicationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"registrationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"st13"}},{"kind":"Field","name":{"kind":"Name","value":"niceClasses"}},{"kind":"Field","name":{"kind":"Name","value":"locarnoClasses"}},{"kind":"Field","name":{"kind":"Name","value":"goods"}},{"kind":"Field","name":{"kind":"Name","value":"territory"}},{"kind":"Field","name":{"kind":"Name","value":"filedOn"}},{"kind":"Field","name":{"kind":"Name","value":"inForceFrom"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"recordUrl"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}}]}}]} as unknown as DocumentNode<EditIpRightQuery, EditIpRightQueryVariables>;
export const UpdateIpRightDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateIpRight"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateIpRightInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateIpRight"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ipRight"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"titleZh"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"applicationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"registrationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"st13"}},{"kind":"Field","name":{"kind":"Name","value":"filedOn"}},{"kind":"Field","name":{"kind":"Name","value":"inForceFrom"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"daysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"recordUrl"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"verifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"invalidFrom"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightScope"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"niceClasses"}},{"kind":"Field","name":{"kind":"Name","value":"locarnoClasses"}},{"kind":"Field","name":{"kind":"Name","value":"goods"}},{"kind":"Field","name":{"kind":"Name","value":"territory"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightWarnings"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"renewal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"alsoClaimedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"titleZh"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"applicationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"registrationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"renewal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightFacts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightScope"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightWarnings"}}]}}]} as unknown as DocumentNode<UpdateIpRightMutation, UpdateIpRightMutationVariables>;
export const ImportIpRightsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ImportIpRights"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ImportIpRightsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"importIpRights"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entries"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ImportedEntry"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ImportedEntry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ImportedIpRightEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"notes"}},{"kind":"Field","name":{"kind":"Name","value":"words"}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"applicationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"registrationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"niceClasses"}},{"kind":"Field","name":{"kind":"Name","value":"statusText"}},{"kind":"Field","name":{"kind":"Name","value":"ipRight"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]} as unknown as DocumentNode<ImportIpRightsMutation, ImportIpRightsMutationVariables>;
export const SubmitIpRightDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SubmitIpRight"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IpRightTransitionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"submitIpRight"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ipRight"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"titleZh"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"applicationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"registrationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"st13"}},{"kind":"Field","name":{"kind":"Name","value":"filedOn"}},{"kind":"Field","name":{"kind":"Name","value":"inForceFrom"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"daysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"recordUrl"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"verifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"invalidFrom"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightScope"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"niceClasses"}},{"kind":"Field","name":{"kind":"Name","value":"locarnoClasses"}},{"kind":"Field","name":{"kind":"Name","value":"goods"}},{"kind":"Field","name":{"kind":"Name","value":"territory"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightWarnings"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"renewal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"alsoClaimedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"titleZh"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"applicationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"registrationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"renewal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightFacts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightScope"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightWarnings"}}]}}]} as unknown as DocumentNode<SubmitIpRightMutation, SubmitIpRightMutationVariables>;
export const FilterNamesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FilterNames"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Brand"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}}]}}]} as unknown as DocumentNode<FilterNamesQuery, FilterNamesQueryVariables>;
export const IpRightForceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"IpRightForce"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"on"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"country"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ipRight"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"force"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"on"},"value":{"kind":"Variable","name":{"kind":"Name","value":"on"}}},{"kind":"Argument","name":{"kind":"Name","value":"country"},"value":{"kind":"Variable","name":{"kind":"Name","value":"country"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inForce"}},{"kind":"Field","name":{"kind":"Name","value":"lack"}}]}}]}}]}}]} as unknown as DocumentNode<IpRightForceQuery, IpRightForceQueryVariables>;
export const IpRightListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"IpRightList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"IpRightFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"IpRightOrder"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ipRights"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageEnds"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"totalCountIsExact"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"titleZh"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"applicationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"registrationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"niceClasses"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"daysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"renewal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageEnds"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]} as unknown as DocumentNode<IpRightListQuery, IpRightListQueryVariables>;
export const IpRightPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"IpRightPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ipRight"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightPage"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"titleZh"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"applicationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"registrationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"st13"}},{"kind":"Field","name":{"kind":"Name","value":"filedOn"}},{"kind":"Field","name":{"kind":"Name","value":"inForceFrom"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"daysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"recordUrl"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"verifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"invalidFrom"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightScope"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"niceClasses"}},{"kind":"Field","name":{"kind":"Name","value":"locarnoClasses"}},{"kind":"Field","name":{"kind":"Name","value":"goods"}},{"kind":"Field","name":{"kind":"Name","value":"territory"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightWarnings"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"renewal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"alsoClaimedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IpRightPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IpRight"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"titleZh"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"applicationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"registrationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"renewal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightFacts"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightScope"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IpRightWarnings"}}]}}]} as unknown as DocumentNode<IpRightPageQuery, IpRightPageQueryVariables>;
export const CreateIpRightDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateIpRight"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateIpRightInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createIpRight"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ipRight"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<CreateIpRightMutation, CreateIpRightMutationVariables>;
export const PrincipalsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Principals"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"agent"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"agent"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"powersOfAttorney"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"principal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}}]}},{"kind":"Field","name":{"kind":"Name","value":"allBrands"}},{"kind":"Field","name":{"kind":"Name","value":"brands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"actions"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]}}]} as unknown as DocumentNode<PrincipalsQuery, PrincipalsQueryVariables>;
export const RequestPasswordResetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RequestPasswordReset"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestPasswordResetInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestPasswordReset"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RequestPasswordResetMutation, RequestPasswordResetMutationVariables>;
export const AcceptInvitationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AcceptInvitation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AcceptInvitationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"acceptInvitation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Entered"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Entered"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresIn"}},{"kind":"Field","name":{"kind":"Name","value":"secondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"token"}},{"kind":"Field","name":{"kind":"Name","value":"methods"}},{"kind":"Field","name":{"kind":"Name","value":"passkeyOptions"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<AcceptInvitationMutation, AcceptInvitationMutationVariables>;
export const LinkSingleSignOnDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LinkSingleSignOn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LinkSingleSignOnInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"linkSingleSignOn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Entered"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Entered"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresIn"}},{"kind":"Field","name":{"kind":"Name","value":"secondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"token"}},{"kind":"Field","name":{"kind":"Name","value":"methods"}},{"kind":"Field","name":{"kind":"Name","value":"passkeyOptions"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<LinkSingleSignOnMutation, LinkSingleSignOnMutationVariables>;
export const SignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Entered"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Entered"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresIn"}},{"kind":"Field","name":{"kind":"Name","value":"secondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"token"}},{"kind":"Field","name":{"kind":"Name","value":"methods"}},{"kind":"Field","name":{"kind":"Name","value":"passkeyOptions"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<SignInMutation, SignInMutationVariables>;
export const ResetPasswordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResetPassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResetPasswordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resetPassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Entered"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Entered"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresIn"}},{"kind":"Field","name":{"kind":"Name","value":"secondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"token"}},{"kind":"Field","name":{"kind":"Name","value":"methods"}},{"kind":"Field","name":{"kind":"Name","value":"passkeyOptions"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<ResetPasswordMutation, ResetPasswordMutationVariables>;
export const CompleteSignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CompleteSignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CompleteSignInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completeSignIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Entered"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Entered"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresIn"}},{"kind":"Field","name":{"kind":"Name","value":"secondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"token"}},{"kind":"Field","name":{"kind":"Name","value":"methods"}},{"kind":"Field","name":{"kind":"Name","value":"passkeyOptions"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<CompleteSignInMutation, CompleteSignInMutationVariables>;
export const SignInMethodsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SignInMethods"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"email"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signInMethods"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"email"},"value":{"kind":"Variable","name":{"kind":"Name","value":"email"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"password"}},{"kind":"Field","name":{"kind":"Name","value":"singleSignOn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]} as unknown as DocumentNode<SignInMethodsQuery, SignInMethodsQueryVariables>;
export const AccountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Account"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Account"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Account"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"passwordSet"}},{"kind":"Field","name":{"kind":"Name","value":"singleSignOn"}},{"kind":"Field","name":{"kind":"Name","value":"secondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"required"}},{"kind":"Field","name":{"kind":"Name","value":"enrolled"}},{"kind":"Field","name":{"kind":"Name","value":"totpSince"}},{"kind":"Field","name":{"kind":"Name","value":"recoveryCodesLeft"}},{"kind":"Field","name":{"kind":"Name","value":"passkeys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}}]}}]}}]} as unknown as DocumentNode<AccountQuery, AccountQueryVariables>;
export const StartPasskeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartPasskey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startPasskey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"token"}},{"kind":"Field","name":{"kind":"Name","value":"options"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<StartPasskeyMutation, StartPasskeyMutationVariables>;
export const AddPasskeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddPasskey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AddPasskeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addPasskey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recoveryCodes"}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Account"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Account"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Account"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"passwordSet"}},{"kind":"Field","name":{"kind":"Name","value":"singleSignOn"}},{"kind":"Field","name":{"kind":"Name","value":"secondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"required"}},{"kind":"Field","name":{"kind":"Name","value":"enrolled"}},{"kind":"Field","name":{"kind":"Name","value":"totpSince"}},{"kind":"Field","name":{"kind":"Name","value":"recoveryCodesLeft"}},{"kind":"Field","name":{"kind":"Name","value":"passkeys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}}]}}]}}]} as unknown as DocumentNode<AddPasskeyMutation, AddPasskeyMutationVariables>;
export const ChangePasswordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangePassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangePasswordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changePassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountChange"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Account"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Account"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"passwordSet"}},{"kind":"Field","name":{"kind":"Name","value":"singleSignOn"}},{"kind":"Field","name":{"kind":"Name","value":"secondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"required"}},{"kind":"Field","name":{"kind":"Name","value":"enrolled"}},{"kind":"Field","name":{"kind":"Name","value":"totpSince"}},{"kind":"Field","name":{"kind":"Name","value":"recoveryCodesLeft"}},{"kind":"Field","name":{"kind":"Name","value":"passkeys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccountPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Account"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const EndSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EndSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EndSessionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountChange"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Account"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Account"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"passwordSet"}},{"kind":"Field","name":{"kind":"Name","value":"singleSignOn"}},{"kind":"Field","name":{"kind":"Name","value":"secondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"required"}},{"kind":"Field","name":{"kind":"Name","value":"enrolled"}},{"kind":"Field","name":{"kind":"Name","value":"totpSince"}},{"kind":"Field","name":{"kind":"Name","value":"recoveryCodesLeft"}},{"kind":"Field","name":{"kind":"Name","value":"passkeys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccountPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Account"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<EndSessionMutation, EndSessionMutationVariables>;
export const EndOtherSessionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EndOtherSessions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endOtherSessions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountChange"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Account"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Account"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"passwordSet"}},{"kind":"Field","name":{"kind":"Name","value":"singleSignOn"}},{"kind":"Field","name":{"kind":"Name","value":"secondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"required"}},{"kind":"Field","name":{"kind":"Name","value":"enrolled"}},{"kind":"Field","name":{"kind":"Name","value":"totpSince"}},{"kind":"Field","name":{"kind":"Name","value":"recoveryCodesLeft"}},{"kind":"Field","name":{"kind":"Name","value":"passkeys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccountPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Account"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<EndOtherSessionsMutation, EndOtherSessionsMutationVariables>;
export const StartTotpDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartTotp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startTotp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"uri"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<StartTotpMutation, StartTotpMutationVariables>;
export const ConfirmTotpDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfirmTotp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConfirmTotpInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmTotp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"NewRecoveryCodes"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Account"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Account"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"passwordSet"}},{"kind":"Field","name":{"kind":"Name","value":"singleSignOn"}},{"kind":"Field","name":{"kind":"Name","value":"secondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"required"}},{"kind":"Field","name":{"kind":"Name","value":"enrolled"}},{"kind":"Field","name":{"kind":"Name","value":"totpSince"}},{"kind":"Field","name":{"kind":"Name","value":"recoveryCodesLeft"}},{"kind":"Field","name":{"kind":"Name","value":"passkeys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NewRecoveryCodes"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecoveryCodesPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recoveryCodes"}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Account"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<ConfirmTotpMutation, ConfirmTotpMutationVariables>;
export const OwnSessionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OwnSessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sessions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OwnSession"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OwnSession"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Session"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastSeenAt"}},{"kind":"Field","name":{"kind":"Name","value":"userAgent"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"current"}}]}}]} as unknown as DocumentNode<OwnSessionsQuery, OwnSessionsQueryVariables>;
export const RemovePasskeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemovePasskey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RemovePasskeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removePasskey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountChange"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Account"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Account"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"passwordSet"}},{"kind":"Field","name":{"kind":"Name","value":"singleSignOn"}},{"kind":"Field","name":{"kind":"Name","value":"secondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"required"}},{"kind":"Field","name":{"kind":"Name","value":"enrolled"}},{"kind":"Field","name":{"kind":"Name","value":"totpSince"}},{"kind":"Field","name":{"kind":"Name","value":"recoveryCodesLeft"}},{"kind":"Field","name":{"kind":"Name","value":"passkeys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccountPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Account"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<RemovePasskeyMutation, RemovePasskeyMutationVariables>;
export const RemoveTotpDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemoveTotp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removeTotp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountChange"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Account"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Account"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"passwordSet"}},{"kind":"Field","name":{"kind":"Name","value":"singleSignOn"}},{"kind":"Field","name":{"kind":"Name","value":"secondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"required"}},{"kind":"Field","name":{"kind":"Name","value":"enrolled"}},{"kind":"Field","name":{"kind":"Name","value":"totpSince"}},{"kind":"Field","name":{"kind":"Name","value":"recoveryCodesLeft"}},{"kind":"Field","name":{"kind":"Name","value":"passkeys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccountPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Account"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<RemoveTotpMutation, RemoveTotpMutationVariables>;
export const RenamePasskeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RenamePasskey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RenamePasskeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"renamePasskey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountChange"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Account"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Account"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"passwordSet"}},{"kind":"Field","name":{"kind":"Name","value":"singleSignOn"}},{"kind":"Field","name":{"kind":"Name","value":"secondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"required"}},{"kind":"Field","name":{"kind":"Name","value":"enrolled"}},{"kind":"Field","name":{"kind":"Name","value":"totpSince"}},{"kind":"Field","name":{"kind":"Name","value":"recoveryCodesLeft"}},{"kind":"Field","name":{"kind":"Name","value":"passkeys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccountPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Account"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<RenamePasskeyMutation, RenamePasskeyMutationVariables>;
export const RenewRecoveryCodesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RenewRecoveryCodes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"renewRecoveryCodes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"NewRecoveryCodes"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Account"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Account"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"passwordSet"}},{"kind":"Field","name":{"kind":"Name","value":"singleSignOn"}},{"kind":"Field","name":{"kind":"Name","value":"secondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"required"}},{"kind":"Field","name":{"kind":"Name","value":"enrolled"}},{"kind":"Field","name":{"kind":"Name","value":"totpSince"}},{"kind":"Field","name":{"kind":"Name","value":"recoveryCodesLeft"}},{"kind":"Field","name":{"kind":"Name","value":"passkeys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NewRecoveryCodes"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecoveryCodesPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recoveryCodes"}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Account"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<RenewRecoveryCodesMutation, RenewRecoveryCodesMutationVariables>;
export const UpdateSettingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateSettings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateSettingsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateSettings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Viewer"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Viewer"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Viewer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"required"}},{"kind":"Field","name":{"kind":"Name","value":"enrolled"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"permissions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}}]}},{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"digest"}},{"kind":"Field","name":{"kind":"Name","value":"digestHour"}},{"kind":"Field","name":{"kind":"Name","value":"workingDaysOnly"}},{"kind":"Field","name":{"kind":"Name","value":"digestWeekday"}},{"kind":"Field","name":{"kind":"Name","value":"quietHours"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expiryReminders"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<UpdateSettingsMutation, UpdateSettingsMutationVariables>;
export const ChooseLanguageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChooseLanguage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateSettingsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateSettings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Viewer"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Viewer"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Viewer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"required"}},{"kind":"Field","name":{"kind":"Name","value":"enrolled"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"permissions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}}]}},{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"digest"}},{"kind":"Field","name":{"kind":"Name","value":"digestHour"}},{"kind":"Field","name":{"kind":"Name","value":"workingDaysOnly"}},{"kind":"Field","name":{"kind":"Name","value":"digestWeekday"}},{"kind":"Field","name":{"kind":"Name","value":"quietHours"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expiryReminders"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<ChooseLanguageMutation, ChooseLanguageMutationVariables>;
export const InboxCountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"InboxCount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"desk"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"recipientId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leads"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"states"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"SUBMITTED"}]}}]}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"desk"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"deliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"open"},"value":{"kind":"BooleanValue","value":true}},{"kind":"ObjectField","name":{"kind":"Name","value":"recipientId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"recipientId"}}}]}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"skip"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"desk"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<InboxCountQuery, InboxCountQueryVariables>;
export const PingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Ping"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<PingQuery, PingQueryVariables>;
export const PaletteLeadsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PaletteLeads"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"isReference"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"byReference"},"name":{"kind":"Name","value":"leadByReference"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"reference"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"isReference"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PaletteLead"}}]}},{"kind":"Field","name":{"kind":"Name","value":"leads"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"6"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}}]}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"skip"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"isReference"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PaletteLead"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PaletteLead"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lead"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]} as unknown as DocumentNode<PaletteLeadsQuery, PaletteLeadsQueryVariables>;
export const ViewerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Viewer"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Viewer"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Viewer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"required"}},{"kind":"Field","name":{"kind":"Name","value":"enrolled"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"permissions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}}]}},{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"digest"}},{"kind":"Field","name":{"kind":"Name","value":"digestHour"}},{"kind":"Field","name":{"kind":"Name","value":"workingDaysOnly"}},{"kind":"Field","name":{"kind":"Name","value":"digestWeekday"}},{"kind":"Field","name":{"kind":"Name","value":"quietHours"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expiryReminders"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<ViewerQuery, ViewerQueryVariables>;
export const SignOutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SignOutMutation, SignOutMutationVariables>;
export const RefreshSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RefreshSession"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refreshSession"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresIn"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<RefreshSessionMutation, RefreshSessionMutationVariables>;