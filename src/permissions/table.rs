//! The permission table. Read it like a spreadsheet.
//!
//! It drives the default deny at the GraphQL root, the check in commands, the scope of lists, the `Requires:` lines in
//! `schema.graphql` and `docs/permissions.md`. A root field without a row fails a test, and so does a row without a field.

use strum::VariantArray as _;

/// What a person is in the alliance. One person may hold several.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    strum::IntoStaticStr,
    strum::EnumString,
    strum::VariantArray,
    serde::Serialize,
    serde::Deserialize,
)]
#[strum(serialize_all = "UPPERCASE")]
#[serde(rename_all = "UPPERCASE")]
pub enum Role {
    /// Secretariat administrator.
    Sa,
    /// Secretariat officer, the case desk.
    So,
    /// Fund manager.
    Fm,
    /// Member administrator.
    Ma,
    /// Member investigator.
    Mi,
    /// Member finance.
    Mf,
    /// Counsel or agent under a power of attorney.
    Mc,
    /// Law-enforcement contact.
    Le,
    /// Appraiser.
    Ap,
    /// Partner service account.
    Ps,
    /// Auditor.
    Au,
}

/// How far an action reaches for a role.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    strum::IntoStaticStr,
    strum::EnumString,
    strum::VariantArray,
)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Scope {
    /// Never.
    No,
    /// What names the person.
    Named,
    /// What concerns the own organisation within the person's brands.
    Brand,
    /// The own organisation's.
    Own,
    /// A principal's, within the power of attorney.
    Principal,
    /// What is shared with the person.
    Shared,
    /// All of that kind in the alliance.
    All,
}

use Scope::{All, Brand as Brd, Named as Nam, No as Not, Own, Principal as Pri, Shared as Shd};

const __: Scope = Not;

macro_rules! actions {
    ($($(#[doc = $title:literal])+ $action:ident = [$($scope:ident),+];)+) => {
        /// What can be done.
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
            strum::IntoStaticStr, strum::EnumString, strum::VariantArray,
        )]
        #[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
        pub enum Action { $($(#[doc = $title])+ $action,)+ }

        impl Action {
            /// What it means, for people.
            #[must_use]
            pub fn title(self) -> &'static str {
                match self { $(Self::$action => concat!($($title),+).trim_ascii(),)+ }
            }

            const fn row(self) -> [Scope; 11] {
                match self { $(Self::$action => [$($scope),+],)+ }
            }
        }
    };
}

actions! {
    //                                                SA   SO   FM   MA   MI   MF   MC   LE   AP   PS   AU
    /// Read the directory of organisations and brands.
    DirectoryRead                               = [   All, All, All, All, All, All, All, All, All, All, All];
    /// Invite, review, approve, suspend and expel organisations.
    OrganizationManage                          = [   All, __,  __,  __,  __,  __,  __,  __,  __,  __,  __ ];
    /// Keep an organisation's own facts and apply for membership.
    OrganizationEdit                            = [   All, __,  __,  Own, __,  __,  Own, Own, Own, __,  __ ];
    /// Leave the alliance, or take the application back, for the own organisation.
    OrganizationLeave                           = [   __,  __,  __,  Own, __,  __,  __,  Own, Own, __,  __ ];
    /// Invite, change and suspend people.
    UserManage                                  = [   All, __,  __,  Own, __,  __,  Own, Own, Own, __,  __ ];
    /// Enter an organisation's own sign-in provider, make it the only way in, and take it away.
    SingleSignOnManage                          = [   All, __,  __,  Own, __,  __,  Own, Own, Own, __,  __ ];
    /// See people: all of them, or those of the own organisation and the names of the others.
    PersonRead                                  = [   All, All, Own, Own, Own, Own, Own, Own, Own, __,  Own];
    /// Change one's own settings.
    SettingsEdit                                = [   Nam, Nam, Nam, Nam, Nam, Nam, Nam, Nam, Nam, __,  Nam];
    /// Create and retire brands.
    BrandEdit                                   = [   __,  __,  __,  Own, Brd, __,  Pri, __,  __,  __,  __ ];
    /// Enter, change, submit, renew and dispute IP rights.
    IpRightEdit                                 = [   __,  __,  __,  Own, Brd, __,  Pri, __,  __,  __,  __ ];
    /// Verify, reject, settle and invalidate IP rights that somebody else submitted.
    IpRightVerify                               = [   __,  All, __,  __,  __,  __,  __,  __,  __,  __,  __ ];
    /// Add and revoke authorised parties.
    AuthorizedPartyEdit                         = [   __,  __,  __,  Own, Brd, __,  Pri, __,  __,  __,  __ ];
    /// Read authorised parties.
    AuthorizedPartyRead                         = [   __,  All, __,  Own, Brd, __,  Pri, Shd, __,  __,  __ ];
    /// Submit and revoke powers of attorney.
    PowerOfAttorneySubmit                       = [   __,  __,  __,  Own, __,  __,  Own, __,  __,  __,  __ ];
    /// Read powers of attorney.
    PowerOfAttorneyRead                         = [   All, All, __,  Own, Own, Own, Own, __,  __,  __,  All];
    /// Verify or revoke powers of attorney that somebody else submitted.
    PowerOfAttorneyVerify                       = [   __,  All, __,  __,  __,  __,  __,  __,  __,  __,  __ ];
    /// Create, change and submit leads.
    LeadCreate                                  = [   __,  Own, __,  Own, Own, __,  Pri, Own, __,  Own, __ ];
    /// Read leads, their items, deliveries, comments and timeline, as far as their audience reaches.
    LeadRead                                    = [   __,  Shd, __,  Shd, Brd, __,  Pri, Shd, __,  Shd, Nam];
    /// Triage leads.
    LeadTriage                                  = [   __,  All, __,  Own, Brd, __,  Pri, __,  __,  __,  __ ];
    /// Reject leads.
    LeadReject                                  = [   __,  All, __,  __,  __,  __,  __,  __,  __,  __,  __ ];
    /// Let a lead go on with another one that is about the same.
    LeadMerge                                   = [   __,  All, __,  __,  __,  __,  __,  __,  __,  __,  __ ];
    /// Name subjects of leads, say what they are known by and what ties them; within the leads one keeps, or that are shared.
    SubjectEdit                                 = [   __,  Shd, __,  Own, Brd, __,  Pri, Shd, __,  Own, __ ];
    /// Note something of a subject for the own organisation alone.
    SubjectAnnotate                             = [   __,  Own, __,  Own, Own, __,  Own, Own, __,  __,  __ ];
    /// See personal data in clear, each time for a purpose that is logged.
    PersonalDataRead                            = [   __,  Nam, __,  __,  Nam, __,  Nam, Nam, __,  __,  __ ];
    /// Preview the audience, share leads, change their TLP and retract them.
    LeadShare                                   = [   __,  Own, __,  Own, Brd, __,  Pri, Own, __,  __,  __ ];
    /// Ask that a lead be opened to a person in an emergency.
    BreakGlassAsk                               = [   All, __,  __,  __,  __,  __,  __,  __,  __,  __,  __ ];
    /// Decide what somebody else asked for in an emergency.
    BreakGlassDecide                            = [   __,  All, __,  __,  __,  __,  __,  __,  __,  __,  __ ];
    /// See what was opened in an emergency: all of it, or what is of the own organisation's leads.
    BreakGlassRead                              = [   All, All, __,  Own, __,  __,  __,  __,  __,  __,  All];
    /// See that another organisation knows an identifier of a lead of one's own, and how leads are compared.
    BlindMatchRead                              = [   __,  __,  __,  Own, Brd, __,  Pri, __,  __,  __,  __ ];
    /// Propose contact by a blind match, decline it, take it back; let a lead be compared that is left out otherwise.
    BlindMatchAnswer                            = [   __,  __,  __,  Own, Brd, __,  Pri, __,  __,  __,  __ ];
    /// Agree, as a second person, to the contact that somebody of the own organisation proposed.
    BlindMatchAgree                             = [   __,  __,  __,  Own, __,  __,  __,  __,  __,  __,  __ ];
    /// See how many blind matches there are in the alliance.
    BlindMatchFigures                           = [   __,  All, __,  __,  __,  __,  __,  __,  __,  __,  All];
    /// See sharing groups: all of them, or those that are not confidential and those one is in or looks after.
    SharingGroupRead                            = [   All, All, __,  Own, Own, __,  Own, Own, __,  __,  All];
    /// Make sharing groups, say who is in them, close them; leave them.
    SharingGroupManage                          = [   __,  All, __,  Own, __,  __,  __,  Own, __,  __,  __ ];
    /// Resolve and reopen leads.
    LeadResolve                                 = [   __,  All, __,  Own, Brd, __,  Pri, Own, __,  __,  __ ];
    /// Acknowledge and answer deliveries.
    DeliveryAnswer                              = [   __,  __,  __,  Own, Brd, __,  Pri, __,  __,  __,  __ ];
    /// Settle deliveries that expired unanswered.
    DeliverySettle                              = [   __,  All, __,  __,  __,  __,  __,  __,  __,  __,  __ ];
    /// Comment on leads one can see.
    CommentAdd                                  = [   __,  Shd, __,  Shd, Shd, __,  Shd, Shd, __,  __,  __ ];
    /// Add evidence to leads one can see.
    EvidenceAdd                                 = [   __,  Shd, __,  Shd, Shd, __,  Pri, Shd, __,  Own, __ ];
    /// Read what is said of evidence, its hash and its custody, as far as its audience reaches.
    EvidenceRead                                = [   __,  Shd, __,  Shd, Brd, __,  Pri, Shd, __,  __,  Nam];
    /// See and download the content of evidence, as far as its audience reaches.
    EvidenceExport                              = [   __,  Shd, __,  Shd, Brd, __,  Pri, Shd, __,  __,  __ ];
    /// Place evidence under legal hold, and lift it.
    EvidenceHold                                = [   __,  All, __,  Own, __,  __,  __,  Shd, __,  __,  __ ];
    /// Ask that evidence be destroyed.
    EvidenceDestroyAsk                          = [   __,  All, __,  Own, __,  __,  Pri, __,  __,  __,  __ ];
    /// Decide, as a second person, whether evidence is destroyed.
    EvidenceDestroyDecide                       = [   __,  All, __,  __,  __,  __,  __,  __,  __,  __,  __ ];
    /// Say who of the own organisation is on a lead that one can see, watch it, and hand work over to the next shift.
    LeadFollow                                  = [   __,  Shd, __,  Shd, Shd, __,  Shd, Shd, __,  __,  __ ];
    /// Read the audit log: everything, the administrative part, one's own organisation's acts, or one's own.
    AuditRead                                   = [   Shd, __,  __,  Own, __,  __,  __,  Nam, __,  __,  All];
    /// See how the service runs: its database, jobs, mails and processes.
    OperationsRead                              = [   All, __,  __,  __,  __,  __,  __,  __,  __,  __,  __ ];
    /// Have a mail that failed tried again.
    MailRetry                                   = [   All, __,  __,  __,  __,  __,  __,  __,  __,  __,  __ ];
}

impl Role {
    /// The role's two letters.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }
}

/// How far `action` reaches for `role`.
#[must_use]
pub fn scope(role: Role, action: Action) -> Scope {
    let row = action.row();
    match role {
        Role::Sa => row[0],
        Role::So => row[1],
        Role::Fm => row[2],
        Role::Ma => row[3],
        Role::Mi => row[4],
        Role::Mf => row[5],
        Role::Mc => row[6],
        Role::Le => row[7],
        Role::Ap => row[8],
        Role::Ps => row[9],
        Role::Au => row[10],
    }
}

/// What a root field asks of the caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Requirement {
    /// Nothing: the caller need not be signed in.
    Anyone,
    /// A signed-in person, also one whose role asks for a second factor that it has not got yet.
    Enrolling,
    /// A signed-in person of an active organisation, or one that is still applying.
    SignedIn,
    /// A role to which the action is given in any scope; the scope itself is applied below the root.
    Action(Action),
}

use Requirement::{Action as Needs, Anyone, Enrolling, SignedIn};

/// Every root field and what it asks.
pub const ROOT_FIELDS: &[(&str, &str, Requirement)] = &[
    ("Query", "node", SignedIn),
    ("Query", "nodes", SignedIn),
    ("Query", "viewer", Anyone),
    ("Query", "permissionMatrix", SignedIn),
    ("Query", "leads", Needs(Action::LeadRead)),
    ("Query", "lead", Needs(Action::LeadRead)),
    ("Query", "leadByReference", Needs(Action::LeadRead)),
    ("Query", "search", Needs(Action::LeadRead)),
    ("Query", "savedViews", Needs(Action::LeadRead)),
    ("Query", "exports", Needs(Action::LeadRead)),
    ("Query", "previewBulk", Needs(Action::LeadRead)),
    ("Query", "previewAudience", Needs(Action::LeadShare)),
    ("Query", "previewMerge", Needs(Action::LeadMerge)),
    ("Query", "sharingGroups", Needs(Action::SharingGroupRead)),
    ("Query", "sharingGroup", Needs(Action::SharingGroupRead)),
    ("Query", "breakGlassRequests", Needs(Action::BreakGlassRead)),
    ("Query", "breakGlassRequest", Needs(Action::BreakGlassRead)),
    ("Query", "subjects", Needs(Action::LeadRead)),
    ("Query", "subject", Needs(Action::LeadRead)),
    ("Query", "subjectNetwork", Needs(Action::LeadRead)),
    ("Query", "subjectPath", Needs(Action::LeadRead)),
    ("Query", "detectIdentifiers", Needs(Action::SubjectEdit)),
    ("Query", "blindMatches", Needs(Action::BlindMatchRead)),
    ("Query", "blindMatch", Needs(Action::BlindMatchRead)),
    ("Query", "blindMatchFigures", Needs(Action::BlindMatchFigures)),
    ("Query", "evidenceItem", Needs(Action::EvidenceRead)),
    ("Query", "importUpload", Needs(Action::LeadCreate)),
    ("Query", "importPreview", Needs(Action::LeadCreate)),
    ("Query", "imports", Needs(Action::LeadCreate)),
    ("Query", "import", Needs(Action::LeadCreate)),
    ("Query", "importMappings", Needs(Action::LeadCreate)),
    ("Query", "deliveries", Needs(Action::LeadRead)),
    ("Query", "delivery", Needs(Action::LeadRead)),
    ("Query", "assignable", Needs(Action::LeadFollow)),
    ("Query", "mentionable", Needs(Action::CommentAdd)),
    ("Query", "notifications", SignedIn),
    ("Query", "unreadNotifications", SignedIn),
    ("Query", "notificationPreferences", SignedIn),
    ("Query", "calendarFeed", Needs(Action::SettingsEdit)),
    ("Query", "handOvers", Needs(Action::LeadFollow)),
    ("Query", "handOver", Needs(Action::LeadFollow)),
    ("Query", "organizations", Needs(Action::DirectoryRead)),
    ("Query", "organization", Needs(Action::DirectoryRead)),
    ("Query", "people", Needs(Action::PersonRead)),
    ("Query", "brands", Needs(Action::DirectoryRead)),
    ("Query", "ipRights", Needs(Action::DirectoryRead)),
    ("Query", "ipRight", Needs(Action::DirectoryRead)),
    ("Query", "auditEntries", Needs(Action::AuditRead)),
    ("Query", "auditSeal", Needs(Action::AuditRead)),
    ("Query", "operations", Needs(Action::OperationsRead)),
    ("Query", "mails", Needs(Action::OperationsRead)),
    ("Query", "signInMethods", Anyone),
    ("Mutation", "signIn", Anyone),
    ("Mutation", "refreshSession", Anyone),
    ("Mutation", "signOut", Anyone),
    ("Mutation", "acceptInvitation", Anyone),
    ("Mutation", "completeSignIn", Anyone),
    ("Mutation", "startTotp", Enrolling),
    ("Mutation", "confirmTotp", Enrolling),
    ("Mutation", "removeTotp", SignedIn),
    ("Mutation", "startPasskey", Enrolling),
    ("Mutation", "addPasskey", Enrolling),
    ("Mutation", "renamePasskey", SignedIn),
    ("Mutation", "removePasskey", SignedIn),
    ("Mutation", "renewRecoveryCodes", SignedIn),
    ("Mutation", "requestPasswordReset", Anyone),
    ("Mutation", "resetPassword", Anyone),
    ("Mutation", "changePassword", SignedIn),
    ("Mutation", "endSession", SignedIn),
    ("Mutation", "endOtherSessions", SignedIn),
    ("Mutation", "linkSingleSignOn", Anyone),
    ("Mutation", "configureSingleSignOn", Needs(Action::SingleSignOnManage)),
    ("Mutation", "testSingleSignOn", Needs(Action::SingleSignOnManage)),
    ("Mutation", "enforceSingleSignOn", Needs(Action::SingleSignOnManage)),
    ("Mutation", "removeSingleSignOn", Needs(Action::SingleSignOnManage)),
    ("Mutation", "updateSettings", Needs(Action::SettingsEdit)),
    ("Mutation", "inviteOrganization", Needs(Action::OrganizationManage)),
    ("Mutation", "updateOrganization", Needs(Action::OrganizationEdit)),
    ("Mutation", "submitApplication", Needs(Action::OrganizationEdit)),
    ("Mutation", "startReview", Needs(Action::OrganizationManage)),
    ("Mutation", "approveOrganization", Needs(Action::OrganizationManage)),
    ("Mutation", "suspendOrganization", Needs(Action::OrganizationManage)),
    ("Mutation", "reinstateOrganization", Needs(Action::OrganizationManage)),
    ("Mutation", "expelOrganization", Needs(Action::OrganizationManage)),
    ("Mutation", "withdrawOrganization", Needs(Action::OrganizationLeave)),
    ("Mutation", "inviteUser", Needs(Action::UserManage)),
    ("Mutation", "updateUser", Needs(Action::UserManage)),
    ("Mutation", "suspendUser", Needs(Action::UserManage)),
    ("Mutation", "reinstateUser", Needs(Action::UserManage)),
    ("Mutation", "resendInvitation", Needs(Action::UserManage)),
    ("Mutation", "resetSecondFactor", Needs(Action::UserManage)),
    ("Mutation", "createBrand", Needs(Action::BrandEdit)),
    ("Mutation", "retireBrand", Needs(Action::BrandEdit)),
    ("Mutation", "createIpRight", Needs(Action::IpRightEdit)),
    ("Mutation", "updateIpRight", Needs(Action::IpRightEdit)),
    ("Mutation", "discardIpRight", Needs(Action::IpRightEdit)),
    ("Mutation", "submitIpRight", Needs(Action::IpRightEdit)),
    ("Mutation", "takeBackIpRight", Needs(Action::IpRightEdit)),
    ("Mutation", "verifyIpRight", Needs(Action::IpRightVerify)),
    ("Mutation", "rejectIpRight", Needs(Action::IpRightVerify)),
    ("Mutation", "renewIpRight", Needs(Action::IpRightEdit)),
    ("Mutation", "disputeIpRight", SignedIn),
    ("Mutation", "settleIpRight", Needs(Action::IpRightVerify)),
    ("Mutation", "invalidateIpRight", Needs(Action::IpRightVerify)),
    ("Mutation", "importIpRights", Needs(Action::IpRightEdit)),
    ("Mutation", "addCertificate", Needs(Action::IpRightEdit)),
    ("Mutation", "removeCertificate", Needs(Action::IpRightEdit)),
    ("Mutation", "openCertificate", Needs(Action::DirectoryRead)),
    ("Mutation", "addAuthorizedParty", Needs(Action::AuthorizedPartyEdit)),
    ("Mutation", "revokeAuthorizedParty", Needs(Action::AuthorizedPartyEdit)),
    (
        "Mutation",
        "submitPowerOfAttorney",
        Needs(Action::PowerOfAttorneySubmit),
    ),
    (
        "Mutation",
        "verifyPowerOfAttorney",
        Needs(Action::PowerOfAttorneyVerify),
    ),
    ("Mutation", "revokePowerOfAttorney", SignedIn),
    ("Mutation", "createSharingGroup", Needs(Action::SharingGroupManage)),
    ("Mutation", "updateSharingGroup", Needs(Action::SharingGroupManage)),
    ("Mutation", "addSharingGroupMembers", Needs(Action::SharingGroupManage)),
    (
        "Mutation",
        "removeSharingGroupMember",
        Needs(Action::SharingGroupManage),
    ),
    ("Mutation", "closeSharingGroup", Needs(Action::SharingGroupManage)),
    ("Mutation", "askBreakGlass", Needs(Action::BreakGlassAsk)),
    ("Mutation", "decideBreakGlass", Needs(Action::BreakGlassDecide)),
    ("Mutation", "withdrawBreakGlass", Needs(Action::BreakGlassAsk)),
    ("Mutation", "endBreakGlass", Needs(Action::BreakGlassDecide)),
    ("Mutation", "startImport", Needs(Action::LeadCreate)),
    ("Mutation", "cancelImport", Needs(Action::LeadCreate)),
    ("Mutation", "saveImportMapping", Needs(Action::LeadCreate)),
    ("Mutation", "deleteImportMapping", Needs(Action::LeadCreate)),
    ("Mutation", "createLead", Needs(Action::LeadCreate)),
    ("Mutation", "updateLead", Needs(Action::LeadCreate)),
    ("Mutation", "submitLead", Needs(Action::LeadCreate)),
    ("Mutation", "triageLead", Needs(Action::LeadTriage)),
    ("Mutation", "rejectLead", Needs(Action::LeadReject)),
    ("Mutation", "mergeLead", Needs(Action::LeadMerge)),
    ("Mutation", "shareLead", Needs(Action::LeadShare)),
    ("Mutation", "changeLeadTlp", Needs(Action::LeadShare)),
    ("Mutation", "revokeLeadGrant", Needs(Action::LeadShare)),
    ("Mutation", "changeLeadHandling", Needs(Action::LeadShare)),
    ("Mutation", "resolveLead", Needs(Action::LeadResolve)),
    ("Mutation", "reopenLead", Needs(Action::LeadResolve)),
    ("Mutation", "retractLead", Needs(Action::LeadShare)),
    ("Mutation", "viewDelivery", Needs(Action::DeliveryAnswer)),
    ("Mutation", "acknowledgeDelivery", Needs(Action::DeliveryAnswer)),
    ("Mutation", "answerDelivery", Needs(Action::DeliveryAnswer)),
    ("Mutation", "answerInfoRequest", Needs(Action::LeadShare)),
    ("Mutation", "settleExpiredDelivery", Needs(Action::DeliverySettle)),
    ("Mutation", "addComment", Needs(Action::CommentAdd)),
    ("Mutation", "addSubject", Needs(Action::SubjectEdit)),
    ("Mutation", "changeSubject", Needs(Action::SubjectEdit)),
    ("Mutation", "removeSubject", Needs(Action::SubjectEdit)),
    ("Mutation", "addIdentifiers", Needs(Action::SubjectEdit)),
    ("Mutation", "removeIdentifier", Needs(Action::SubjectEdit)),
    ("Mutation", "linkSubjects", Needs(Action::SubjectEdit)),
    ("Mutation", "unlinkSubjects", Needs(Action::SubjectEdit)),
    ("Mutation", "annotateSubject", Needs(Action::SubjectAnnotate)),
    ("Mutation", "revealPersonalData", Needs(Action::PersonalDataRead)),
    ("Mutation", "answerBlindMatch", Needs(Action::BlindMatchAnswer)),
    ("Mutation", "withdrawContact", Needs(Action::BlindMatchAnswer)),
    ("Mutation", "setBlindMatching", Needs(Action::BlindMatchAnswer)),
    ("Mutation", "attachEvidence", Needs(Action::EvidenceAdd)),
    ("Mutation", "openEvidence", Needs(Action::EvidenceExport)),
    ("Mutation", "recordCustody", Needs(Action::EvidenceRead)),
    ("Mutation", "sendEvidence", Needs(Action::EvidenceRead)),
    ("Mutation", "confirmEvidenceTransfer", Needs(Action::EvidenceRead)),
    ("Mutation", "refuseEvidenceTransfer", Needs(Action::EvidenceRead)),
    ("Mutation", "withdrawEvidenceTransfer", Needs(Action::EvidenceRead)),
    ("Mutation", "placeLegalHold", Needs(Action::EvidenceHold)),
    ("Mutation", "liftLegalHold", Needs(Action::EvidenceHold)),
    ("Mutation", "askEvidenceDestruction", Needs(Action::EvidenceDestroyAsk)),
    (
        "Mutation",
        "approveEvidenceDestruction",
        Needs(Action::EvidenceDestroyDecide),
    ),
    (
        "Mutation",
        "refuseEvidenceDestruction",
        Needs(Action::EvidenceDestroyDecide),
    ),
    ("Mutation", "applyBulk", Needs(Action::LeadRead)),
    ("Mutation", "createSavedView", Needs(Action::LeadRead)),
    ("Mutation", "updateSavedView", Needs(Action::LeadRead)),
    ("Mutation", "deleteSavedView", Needs(Action::LeadRead)),
    ("Mutation", "setDefaultSavedView", Needs(Action::LeadRead)),
    ("Mutation", "createExport", Needs(Action::LeadRead)),
    ("Mutation", "cancelExport", Needs(Action::LeadRead)),
    ("Mutation", "assignLead", Needs(Action::LeadFollow)),
    ("Mutation", "watchLead", Needs(Action::LeadFollow)),
    ("Mutation", "unwatchLead", Needs(Action::LeadFollow)),
    ("Mutation", "markNotificationRead", SignedIn),
    ("Mutation", "markAllNotificationsRead", SignedIn),
    ("Mutation", "archiveNotification", SignedIn),
    ("Mutation", "setNotificationPreference", Needs(Action::SettingsEdit)),
    ("Mutation", "createCalendarFeed", Needs(Action::SettingsEdit)),
    ("Mutation", "revokeCalendarFeed", Needs(Action::SettingsEdit)),
    ("Mutation", "createHandOver", Needs(Action::LeadFollow)),
    ("Mutation", "acknowledgeHandOver", Needs(Action::LeadFollow)),
    ("Mutation", "retryMail", Needs(Action::MailRetry)),
    ("Subscription", "leadActivity", Needs(Action::LeadRead)),
    ("Subscription", "notificationActivity", SignedIn),
];

/// What a root field asks, or `None` where the table has no row for it: then it is refused.
#[must_use]
pub fn requirement(parent: &str, field: &str) -> Option<Requirement> {
    ROOT_FIELDS
        .iter()
        .find(|(p, f, _)| *p == parent && *f == field)
        .map(|(_, _, requirement)| *requirement)
}

/// The roles to which `action` is given.
pub fn roles_with(action: Action) -> impl Iterator<Item = Role> {
    Role::VARIANTS
        .iter()
        .copied()
        .filter(move |role| scope(*role, action) != Scope::No)
}

/// The sentence behind `Requires:` in the schema.
#[must_use]
pub fn requires(requirement: Requirement) -> String {
    match requirement {
        Anyone => "nobody in particular; sign-in is not needed".to_owned(),
        Enrolling => "a signed-in person, with or without a second factor".to_owned(),
        SignedIn => "a signed-in person".to_owned(),
        Needs(action) => {
            let name: &str = action.into();
            let roles: Vec<_> = roles_with(action).map(Role::code).collect();
            format!("{name} ({})", roles.join(", "))
        }
    }
}
