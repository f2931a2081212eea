/** Every verb the log knows, as the mutations are called, in the order of the domain. */
export const AUDIT_ACTIONS = [
  'signIn',
  'refreshSession',
  'signOut',
  'completeSignIn',
  'startTotp',
  'confirmTotp',
  'removeTotp',
  'renewRecoveryCodes',
  'startPasskey',
  'addPasskey',
  'renamePasskey',
  'removePasskey',
  'resetSecondFactor',
  'requestPasswordReset',
  'resetPassword',
  'changePassword',
  'endSession',
  'endOtherSessions',
  'configureSingleSignOn',
  'testSingleSignOn',
  'enforceSingleSignOn',
  'removeSingleSignOn',
  'linkSingleSignOn',
  'acceptInvitation',
  'inviteOrganization',
  'updateOrganization',
  'submitApplication',
  'startReview',
  'approveOrganization',
  'suspendOrganization',
  'reinstateOrganization',
  'expelOrganization',
  'withdrawOrganization',
  'inviteUser',
  'inviteAdministrator',
  'updateUser',
  'suspendUser',
  'reinstateUser',
  'resendInvitation',
  'updateSettings',
  'retryMail',
  'unsubscribe',
  'createBrand',
  'retireBrand',
  'addAuthorizedParty',
  'revokeAuthorizedParty',
  'submitPowerOfAttorney',
  'verifyPowerOfAttorney',
  'revokePowerOfAttorney',
  'createIpRight',
  'updateIpRight',
  'discardIpRight',
  'submitIpRight',
  'takeBackIpRight',
  'verifyIpRight',
  'rejectIpRight',
  'renewIpRight',
  'disputeIpRight',
  'settleIpRight',
  'invalidateIpRight',
  'importIpRights',
  'createSharingGroup',
  'updateSharingGroup',
  'addSharingGroupMembers',
  'removeSharingGroupMember',
  'closeSharingGroup',
  'askBreakGlass',
  'decideBreakGlass',
  'withdrawBreakGlass',
  'endBreakGlass',
  'uploadImport',
  'startImport',
  'cancelImport',
  'saveImportMapping',
  'deleteImportMapping',
  'createLead',
  'updateLead',
  'submitLead',
  'triageLead',
  'rejectLead',
  'mergeLead',
  'shareLead',
  'changeLeadTlp',
  'changeLeadHandling',
  'revokeLeadGrant',
  'resolveLead',
  'reopenLead',
  'retractLead',
  'openLeadInEmergency',
  'closeEmergency',
  'addSubject',
  'changeSubject',
  'removeSubject',
  'addIdentifiers',
  'removeIdentifier',
  'linkSubjects',
  'unlinkSubjects',
  'annotateSubject',
  'revealPersonalData',
  'forgetPersonalData',
  'readLead',
  'viewDelivery',
  'acknowledgeDelivery',
  'answerDelivery',
  'answerInfoRequest',
  'recalculateDeadline',
  'overdueDelivery',
  'expireDelivery',
  'resumeDelivery',
  'settleExpiredDelivery',
  'addComment',
  'rotateKeys',
  'replaceKeys',
  'restoreBackup',
  'foundDemo',
  'loadDemo',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export function isKnownAction(action: string): action is AuditAction {
  return AUDIT_ACTIONS.some((known) => known === action);
}

const HASH_SHOWN = 10;

/** Enough of a hash to compare by eye. */
export function shortHash(hash: string): string {
  return hash.slice(0, HASH_SHOWN);
}

/** The metadata of an entry as a line: `roles: MI, state: ACTIVE`. */
export function detailLine(detail: string): string {
  const value = parsed(detail);
  if (value === null || typeof value !== 'object') return value === null ? '' : String(value);
  return Object.entries(value)
    .filter(([, each]) => each !== null && !(Array.isArray(each) && each.length === 0))
    .map(([key, each]) => `${key}: ${textOf(each)}`)
    .join(' · ');
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

function parsed(detail: string): unknown {
  try {
    return JSON.parse(detail);
  } catch {
    return detail;
  }
}
