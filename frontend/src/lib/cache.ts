import type { Cache, KeyingConfig, UpdatesConfig } from '@urql/exchange-graphcache';

const embedded = () => null;

/** Types without an identity of their own are stored inside their parent. */
export const cacheKeys: KeyingConfig = {
  Viewer: () => 'viewer',
  Settings: () => 'settings',
  Account: () => 'account',
  SecondFactor: embedded,
  Permission: embedded,
  Money: embedded,
  VerdictCount: embedded,
  InfoRequest: embedded,
  DeliveryAnswer: embedded,
  Sighting: embedded,
  AuthorizedSellerWarning: embedded,
  AudiencePreview: embedded,
  AudienceOrganization: embedded,
  AudienceGroup: embedded,
  LeadHandling: embedded,
  MergePreview: embedded,
  SharingGroupMember: embedded,
  // Without an id it is a person's in clear, which nothing keeps.
  Identifier: ({ id }) => (id ? String(id) : null),
  SubjectNote: embedded,
  PersonalDataKept: embedded,
  RevealedPerson: embedded,
  SubjectNetwork: embedded,
  SubjectPath: embedded,
  SharedIdentifier: embedded,
  CommonIdentifier: embedded,
  LeadAlike: embedded,
  DetectedIdentifier: embedded,
  PermissionRow: embedded,
  RoleScope: embedded,
  UserError: embedded,
  AuditSeal: embedded,
  LeadActivity: embedded,
  Operations: embedded,
  DatabaseState: embedded,
  Job: embedded,
  MailState: embedded,
  AuditState: embedded,
  OutboxState: embedded,
  Replica: embedded,
  IpRightForce: embedded,
  IpRightRenewal: embedded,
  ImportedIpRightEntry: embedded,
  SingleSignOn: embedded,
  SignInMethods: embedded,
  SignInProvider: embedded,
};

/** Lists are keyset pages, so a change cannot be spliced in: drop the lists, what is on the screen is read again. */
function dropLists(cache: Cache, ...fields: string[]) {
  for (const { fieldName, arguments: args } of cache.inspectFields('Query')) {
    if (fields.includes(fieldName)) cache.invalidate('Query', fieldName, args ?? undefined);
  }
}

function dropping(...fields: string[]) {
  return (_result: unknown, _args: unknown, cache: Cache) => dropLists(cache, ...fields);
}

export const cacheUpdates: UpdatesConfig = {
  Mutation: {
    createLead: dropping('leads'),
    submitLead: dropping('leads'),
    triageLead: dropping('leads'),
    rejectLead: dropping('leads'),
    // What takes it in, and what else goes on with that, shows it too.
    mergeLead: dropping('leads', 'deliveries', 'leadByReference'),
    shareLead: dropping('leads', 'deliveries'),
    changeLeadTlp: dropping('leads', 'deliveries'),
    changeLeadHandling: dropping('leads', 'deliveries'),
    revokeLeadGrant: dropping('leads', 'deliveries'),
    resolveLead: dropping('leads', 'deliveries'),
    reopenLead: dropping('leads', 'deliveries'),
    // Leads that rest on it warn of that.
    retractLead: dropping('leads', 'deliveries', 'leadByReference'),
    answerDelivery: dropping('deliveries'),
    answerInfoRequest: dropping('deliveries'),
    settleExpiredDelivery: dropping('deliveries'),
    inviteOrganization: dropping('organizations'),
    updateOrganization: dropping('organizations'),
    submitApplication: dropping('organizations'),
    startReview: dropping('organizations'),
    approveOrganization: dropping('organizations'),
    suspendOrganization: dropping('organizations', 'ipRights'),
    reinstateOrganization: dropping('organizations', 'ipRights'),
    expelOrganization: dropping('organizations', 'ipRights'),
    withdrawOrganization: dropping('organizations', 'ipRights'),
    inviteUser: dropping('people'),
    updateUser: dropping('people'),
    suspendUser: dropping('people'),
    reinstateUser: dropping('people'),
    createBrand: dropping('brands'),
    retireBrand: dropping('brands', 'ipRights'),
    createIpRight: dropping('ipRights'),
    updateIpRight: dropping('ipRights'),
    discardIpRight: dropping('ipRights'),
    submitIpRight: dropping('ipRights'),
    takeBackIpRight: dropping('ipRights'),
    verifyIpRight: dropping('ipRights'),
    rejectIpRight: dropping('ipRights'),
    renewIpRight: dropping('ipRights'),
    disputeIpRight: dropping('ipRights'),
    settleIpRight: dropping('ipRights'),
    invalidateIpRight: dropping('ipRights'),
    importIpRights: dropping('ipRights'),
    createSharingGroup: dropping('sharingGroups'),
    updateSharingGroup: dropping('sharingGroups'),
    addSharingGroupMembers: dropping('sharingGroups'),
    removeSharingGroupMember: dropping('sharingGroups', 'leads', 'deliveries'),
    closeSharingGroup: dropping('sharingGroups', 'leads', 'deliveries'),
    askBreakGlass: dropping('breakGlassRequests'),
    decideBreakGlass: dropping('breakGlassRequests', 'leadByReference'),
    withdrawBreakGlass: dropping('breakGlassRequests'),
    endBreakGlass: dropping('breakGlassRequests', 'leadByReference'),
    addSubject: dropping('subjects', 'subjectNetwork', 'leadByReference'),
    changeSubject: dropping('subjects', 'leadByReference'),
    removeSubject: dropping('subjects', 'subjectNetwork', 'leadByReference'),
    addIdentifiers: dropping('subjects', 'subjectNetwork', 'leadByReference'),
    removeIdentifier: dropping('subjects', 'subjectNetwork', 'leadByReference'),
    linkSubjects: dropping('subject', 'subjectNetwork'),
    unlinkSubjects: dropping('subject', 'subjectNetwork'),
  },
};
