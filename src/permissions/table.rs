//! The permission table. Read it like a spreadsheet.
//!
//! It drives the default deny at the GraphQL root, the check in commands, the scope of lists, the `Requires:` lines in
//! `schema.graphql` and `docs/permissions.md`; what each root field asks of it stands in [`roots`](super::roots).

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
    /// Make, change and end service accounts of the own organisation.
    ServiceAccountManage                        = [   All, __,  __,  Own, __,  __,  Own, Own, Own, Own, __ ];
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
    /// Ask, of one shop or one certificate, whether a brand has authorised it, without seeing whom else it has.
    AuthorizationCheck                          = [   __,  All, __,  __,  __,  __,  __,  All, __,  All, __ ];
    /// Read product sheets and what tells fakes apart, as far as their audience reaches.
    ProductRead                                 = [   __,  Shd, __,  Shd, Brd, __,  Pri, Shd, Shd, __,  __ ];
    /// Write product sheets and what tells fakes apart, publish them, and say which organisations read them.
    ProductEdit                                 = [   __,  __,  __,  Own, Brd, __,  Pri, __,  __,  __,  __ ];
    /// See whom to call at right holders: at all of them, or at the own organisation.
    CompanyContactRead                          = [   All, All, __,  Own, Own, __,  Own, All, __,  __,  __ ];
    /// Say whom enforcers call at a right holder.
    CompanyContactEdit                          = [   __,  __,  __,  Own, __,  __,  Pri, __,  __,  __,  __ ];
    /// Submit and revoke powers of attorney.
    PowerOfAttorneySubmit                       = [   __,  __,  __,  Own, __,  __,  Own, __,  __,  __,  __ ];
    /// Read powers of attorney.
    PowerOfAttorneyRead                         = [   All, All, __,  Own, Own, Own, Own, __,  __,  __,  All];
    /// Verify or revoke powers of attorney that somebody else submitted.
    PowerOfAttorneyVerify                       = [   __,  All, __,  __,  __,  __,  __,  __,  __,  __,  __ ];
    /// Find agencies of law enforcement and know of their officers: all of them, or the own agency.
    AgencyRead                                  = [   All, All, __,  All, All, __,  All, Own, __,  __,  __ ];
    /// Keep what the directory says of agencies, their contact points and their officers.
    AgencyEdit                                  = [   All, All, __,  __,  __,  __,  __,  Own, __,  __,  __ ];
    /// Verify, as one of two, officers whom somebody else proposed, and attest them each year.
    OfficerVerify                               = [   All, All, __,  __,  __,  __,  __,  __,  __,  __,  __ ];
    /// See in clear how agencies and their officers are reached, each time for a purpose that is logged.
    ContactReveal                               = [   All, All, __,  All, All, __,  All, Own, __,  __,  __ ];
    /// Create, change and submit leads.
    LeadCreate                                  = [   __,  Own, __,  Own, Own, __,  Pri, Own, __,  Own, __ ];
    /// See what screening says of listings: of all brands, or of those of the own organisation or a principal.
    ScreeningRead                               = [   __,  All, __,  Own, Brd, __,  Pri, __,  __,  __,  __ ];
    /// Say what screened listings are; watch sellers for the own organisation.
    ScreeningJudge                              = [   __,  All, __,  Own, Brd, __,  Pri, __,  __,  __,  __ ];
    /// Write rules, have models learnt and let them hold: for the alliance, or for brands of the own organisation or a principal.
    ScreeningConfigure                          = [   __,  All, __,  Own, Brd, __,  Pri, __,  __,  __,  __ ];
    /// Read leads, their items, deliveries, comments and timeline, as far as their audience reaches.
    LeadRead                                    = [   __,  Shd, __,  Shd, Brd, __,  Pri, Shd, __,  Shd, Nam];
    /// Have files made of the leads one reads.
    LeadExport                                  = [   __,  Shd, __,  Shd, Brd, __,  Pri, Shd, __,  Shd, Nam];
    /// Have everything of the own organisation in one file, for another house.
    OrganizationExport                          = [   __,  __,  __,  Own, __,  __,  Own, Own, Own, __,  __ ];
    /// See, fetch and call off the files that one asked for, of leads or of the own organisation, while one may ask for such.
    ExportRead                                  = [   __,  Nam, __,  Nam, Nam, __,  Nam, Nam, Nam, Nam, Nam];
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
    /// Read referrals: those of the own organisation or a principal, of others at the desk, or those that name one.
    ReferralRead                                = [   __,  Shd, __,  Own, Brd, __,  Pri, Nam, __,  __,  __ ];
    /// Write referrals of leads to law enforcement, hand them in, take them back, answer what is asked.
    ReferralDraft                               = [   __,  Own, __,  Own, Brd, __,  Pri, __,  __,  __,  __ ];
    /// Decide, as a second person, whether a referral goes to the agency.
    ReferralApprove                             = [   __,  All, __,  Own, __,  __,  __,  __,  __,  __,  __ ];
    /// Receive referrals that name one: acknowledge, ask, accept and decline them.
    ReferralReceive                             = [   __,  __,  __,  __,  __,  __,  __,  Nam, __,  __,  __ ];
    /// Say what came of a referral.
    ReferralFeedback                            = [   __,  All, __,  __,  __,  __,  __,  Nam, __,  __,  __ ];
    /// See how many referrals came to what: in the alliance, or of the own organisation.
    ReferralFigures                             = [   __,  All, __,  Own, __,  __,  __,  __,  __,  __,  All];
    /// Say who of the own organisation is on a lead that one can see, watch it, and hand work over to the next shift.
    LeadFollow                                  = [   __,  Shd, __,  Shd, Shd, __,  Shd, Shd, __,  __,  __ ];
    /// Propose offline actions and campaigns, and change what is not approved.
    OfflineActionPropose                        = [   __,  All, __,  Own, Brd, __,  Pri, All, __,  __,  __ ];
    /// Know of offline actions, as far as their audience reaches.
    OfflineActionRead                           = [   Nam, Shd, __,  Shd, Brd, __,  Pri, Shd, __,  __,  __ ];
    /// Find that nothing stands in an action's way.
    OfflineActionPlan                           = [   __,  All, __,  __,  __,  __,  __,  All, __,  __,  __ ];
    /// Approve, for the secretariat or for law enforcement, what somebody else proposed.
    OfflineActionApprove                        = [   All, All, __,  __,  __,  __,  __,  Nam, __,  __,  __ ];
    /// Set, begin, end, put off, break off and give up an action one leads, and end its embargo.
    OfflineActionConduct                        = [   __,  __,  __,  __,  __,  __,  __,  Nam, __,  __,  __ ];
    /// Send links to officers without an account, of an action one leads or whose desk one is, and take them back.
    OfflineActionInvite                         = [   Nam, All, __,  __,  __,  __,  __,  Nam, __,  __,  __ ];
    /// Learn that actions meet, and say what becomes of it: of all of them, or of those one leads.
    DeconflictionRead                           = [   __,  All, __,  __,  __,  __,  __,  Nam, __,  __,  __ ];
    /// Write down what came of an action on whose team one is.
    OutcomeRecord                               = [   __,  Nam, __,  Nam, Nam, __,  __,  Nam, __,  __,  __ ];
    /// Verify what somebody else wrote down of an action.
    OutcomeVerify                               = [   __,  All, __,  __,  __,  __,  __,  All, __,  __,  __ ];
    /// Write down what becomes of suspects and seized goods.
    FollowUpRecord                              = [   __,  All, __,  Nam, Nam, __,  __,  Nam, __,  __,  __ ];
    /// Begin and end the following-up of an action.
    FollowUpClose                               = [   __,  All, __,  __,  __,  __,  __,  __,  __,  __,  __ ];
    /// Read what came of offline actions in figures: of all of them with small ones, or of one's own and the rest without.
    StatisticsRead                              = [   All, All, All, Own, Own, Own, Pri, Shd, __,  __,  All];
    /// Read of programmes of test purchases: all of them, or those in which one may take part.
    ProgramRead                                 = [   All, All, All, Own, Own, Own, Pri, __,  __,  __,  All];
    /// See funds, what is allotted and what waits for others: all of it, or what is the own organisation's or a principal's.
    FundRead                                    = [   All, __,  All, Own, __,  Own, Pri, __,  __,  __,  All];
    /// Read the entries of funds, and take them as files: all of them, or those of the own organisation's accounts.
    LedgerRead                                  = [   __,  __,  All, Own, __,  Own, Pri, __,  __,  __,  All];
    /// Read what banks said of funds, and how it meets the ledger; entries only as far as the ledger is read.
    BankStatementRead                           = [   All, __,  All, __,  __,  __,  __,  __,  __,  __,  All];
    /// Make funds and programmes, propose what moves money, write down what the bank did.
    FundManage                                  = [   __,  __,  All, __,  __,  __,  __,  __,  __,  __,  __ ];
    /// Agree, as another person, to what moves money.
    FundApprove                                 = [   All, __,  All, __,  __,  __,  __,  __,  __,  __,  __ ];
    /// See test purchases: all of them, those of the own organisation or a principal, or those one buys.
    PurchaseRead                                = [   __,  All, All, Own, Brd, Own, Pri, __,  __,  __,  All];
    /// Ask for test purchases, and give up what one asked for.
    PurchaseRequest                             = [   __,  Own, __,  Own, Brd, __,  Pri, __,  __,  __,  __ ];
    /// Approve, as another person, test purchases of programmes, or those that the own organisation pays itself.
    PurchaseApprove                             = [   __,  __,  All, __,  __,  Own, __,  __,  __,  __,  __ ];
    /// Say who buys, hand purchases to right holders, settle where they meet offline actions.
    PurchaseAssign                              = [   __,  All, __,  __,  __,  __,  __,  __,  __,  __,  __ ];
    /// Give a test purchase to another buyer where the first one cannot see to it any more.
    PurchaseReassign                            = [   __,  All, All, __,  __,  Own, __,  __,  __,  __,  __ ];
    /// Order and receive test purchases that one is to buy, and see as whom one buys, for a purpose that is logged.
    PurchaseBuy                                 = [   __,  Nam, __,  __,  Nam, __,  Nam, __,  __,  __,  __ ];
    /// Read samples: those whose evidence one sees, or those that one inspects.
    SampleRead                                  = [   __,  Shd, __,  Shd, Brd, __,  Pri, Shd, Nam, __,  __ ];
    /// Say what became of samples.
    SampleDispose                               = [   __,  All, __,  Own, Brd, __,  Pri, __,  __,  __,  __ ];
    /// Hand samples over, take them over, write down what one did with them in hand.
    SampleHandOver                              = [   __,  Nam, __,  Nam, Nam, __,  Nam, Nam, Nam, __,  __ ];
    /// Read appraisals: of purchases that concern one, as far as one sees the evidence, or those that one does.
    AppraisalRead                               = [   __,  All, __,  Own, Brd, __,  Pri, __,  Nam, __,  __ ];
    /// Order appraisals and re-inspections, and take them back.
    AppraisalOrder                              = [   __,  All, __,  Own, Brd, __,  Pri, __,  __,  __,  __ ];
    /// Take up, decline and report appraisals that one was asked for.
    AppraisalReport                             = [   __,  __,  __,  __,  __,  __,  __,  __,  Nam, __,  __ ];
    /// Agree to reports, contest them, and let them count.
    AppraisalContest                            = [   __,  All, __,  Own, Brd, __,  Pri, __,  __,  __,  __ ];
    /// Say how appraisals in a programme are judged, and for how long money is held and samples are kept.
    AppraisalConfigure                          = [   __,  All, All, __,  __,  __,  __,  __,  __,  __,  __ ];
    /// See how appraisers work: all of them, those of the own organisation, or oneself.
    AppraiserFigures                            = [   __,  All, __,  Own, __,  __,  __,  __,  Nam, __,  __ ];
    /// Follow what changes of what a service account sees.
    ChangeRead                                  = [   __,  __,  __,  __,  __,  __,  __,  __,  __,  Shd, __ ];
    /// Read the audit log: everything, the administrative part, one's own organisation's acts, or one's own.
    AuditRead                                   = [   Shd, __,  __,  Own, __,  __,  __,  Nam, __,  __,  All];
    /// Say where webhooks of the own organisation's service accounts go, and see what became of them.
    WebhookManage                               = [   All, __,  __,  Own, __,  __,  Own, Own, Own, Own, __ ];
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

/// The roles to which `action` is given.
pub fn roles_with(action: Action) -> impl Iterator<Item = Role> {
    Role::VARIANTS
        .iter()
        .copied()
        .filter(move |role| scope(*role, action) != Scope::No)
}
