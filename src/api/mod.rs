//! The API: merges the slices' root fields into one schema, guards it, and answers requests.
//!
//! Whoever executes the schema goes through the guard, be it over HTTP, over a socket or in a test: there is no other way
//! to it.

mod answer;
mod documents;
mod errors;
mod guard;
mod guarded;
mod limits;
mod loaders;
mod measure;
mod node;
pub mod pages;
mod sdl;

use std::sync::Arc;

use async_graphql::{MergedObject, MergedSubscription, SDLExportOptions, connection::Connection};

use crate::{
    actions::graphql::{
        ActionGuestsMutation, ActionSite, ActionStepsMutation, ActionsMutation, ActionsQuery, DeconflictionHit,
        DeconflictionRecord, EnforcementOperation, FollowUpMutation, OfflineAction, OutcomeMutation, StatisticsQuery,
    },
    agencies::graphql::{AgenciesMutation, AgenciesQuery, Agency, Officer},
    app::App,
    audit::graphql::{AuditEntry, AuditQuery},
    blind_match::graphql::{BlindMatch, BlindMatchMutation, BlindMatchQuery},
    break_glass::graphql::{BreakGlassMutation, BreakGlassQuery, BreakGlassRequest},
    calendar_feeds::graphql::{CalendarFeedsMutation, CalendarFeedsQuery},
    evidence::graphql::{CustodyEvent, EvidenceItem, EvidenceMutation, EvidenceQuery},
    exports::graphql::{Export, ExportsMutation, ExportsQuery},
    funds::graphql::{
        Fund, FundAllocation, FundOrder, FundOrdersMutation, FundsMutation, FundsQuery, LedgerEntry,
        TestPurchaseProgram,
    },
    groups::graphql::{GroupsMutation, GroupsQuery, SharingGroup},
    guests::graphql::{GuestsMutation, GuestsQuery},
    hand_overs::graphql::{HandOver, HandOversMutation, HandOversQuery},
    imports::graphql::{Import, ImportElement, ImportResult, ImportsMutation, ImportsQuery},
    leads::graphql::{
        BulkMutation, BulkQuery, Comment, Delivery, FollowingMutation, FollowingQuery, Lead, LeadGrant, LeadItem,
        LeadsMutation, LeadsQuery, LeadsSubscription, SearchHit, SearchQueries, SearchTotals, Sighting, TimelineEntry,
    },
    mail::graphql::{Mail, MailMutation, MailQuery},
    members::graphql::{MembersMutation, MembersQuery, Organization, Person},
    notifications::graphql::{Notification, NotificationsMutation, NotificationsQuery, NotificationsSubscription},
    operations::graphql::OperationsQuery,
    platform::graphql::connection::Totals,
    purchases::graphql::{BuyingMutation, Purchase, PurchaseClash, PurchasesMutation, PurchasesQuery},
    referrals::graphql::{Referral, ReferralsMutation, ReferralsQuery},
    rights::graphql::{
        Brand, CertificateMutation, IpRight, IpRightMutation, IpRightQuery, RightsMutation, RightsQuery,
    },
    sessions::graphql::{
        FactorsMutation, OwnSessionsMutation, PasskeysMutation, PasswordsMutation, Session, SessionsMutation,
    },
    single_sign_on::graphql::{SingleSignOnMutation, SingleSignOnQuery},
    subjects::graphql::{Subject, SubjectsMutation, SubjectsQuery},
    views::graphql::{SavedView, ViewsMutation, ViewsQuery},
};
pub use answer::{
    Answer, OperationKind, Outcome, Question, Told, answer, event_cost, operation_kind, resumed, subscribe, weigh,
};
pub use documents::Documents;

/// Everything that can be asked.
#[derive(MergedObject, Default)]
#[graphql(name = "Query")]
pub struct QueryRoot(
    node::NodeQuery,
    MembersQuery,
    RightsQuery,
    IpRightQuery,
    crate::rights::graphql::AuthorizationQuery,
    crate::products::graphql::ProductsQuery,
    AgenciesQuery,
    GroupsQuery,
    BreakGlassQuery,
    ImportsQuery,
    LeadsQuery,
    SubjectsQuery,
    BlindMatchQuery,
    EvidenceQuery,
    ActionsQuery,
    StatisticsQuery,
    SearchQueries,
    FundsQuery,
    crate::samples::graphql::SamplesQuery,
    crate::appraisals::graphql::AppraisalsQuery,
    crate::bank_statements::graphql::BankStatementsQuery,
    BulkQuery,
    PurchasesQuery,
    ViewsQuery,
    ExportsQuery,
    FollowingQuery,
    ReferralsQuery,
    GuestsQuery,
    NotificationsQuery,
    CalendarFeedsQuery,
    HandOversQuery,
    AuditQuery,
    OperationsQuery,
    MailQuery,
    crate::notifications::graphql::MutesQuery,
    crate::webhooks::graphql::WebhooksQuery,
    crate::changes::graphql::ChangesQuery,
    crate::ingest::graphql::IngestQuery,
    crate::screening::graphql::ScreeningQuery,
    crate::quotas::graphql::QuotasQuery,
    crate::service_accounts::graphql::ServiceAccountsQuery,
    crate::sandboxes::graphql::SandboxesQuery,
    SingleSignOnQuery,
);

// Each level of merging carries the largest future of what it merges as a value, and a thread has 2 MiB of stack: so the graph
// boxes commands where it calls them.
/// Everything that can be done.
#[derive(MergedObject, Default)]
#[graphql(name = "Mutation")]
pub struct MutationRoot(
    SessionsMutation,
    FactorsMutation,
    PasskeysMutation,
    PasswordsMutation,
    OwnSessionsMutation,
    SingleSignOnMutation,
    MembersMutation,
    RightsMutation,
    IpRightMutation,
    CertificateMutation,
    crate::rights::graphql::DocumentsMutation,
    crate::products::graphql::ProductsMutation,
    AgenciesMutation,
    GroupsMutation,
    BreakGlassMutation,
    ImportsMutation,
    LeadsMutation,
    SubjectsMutation,
    BlindMatchMutation,
    EvidenceMutation,
    ActionsMutation,
    ActionStepsMutation,
    ActionGuestsMutation,
    OutcomeMutation,
    FollowUpMutation,
    FundsMutation,
    FundOrdersMutation,
    crate::samples::graphql::SamplesMutation,
    crate::appraisals::graphql::AppraisalsMutation,
    crate::bank_statements::graphql::BankStatementsMutation,
    BulkMutation,
    PurchasesMutation,
    BuyingMutation,
    ViewsMutation,
    ExportsMutation,
    FollowingMutation,
    ReferralsMutation,
    GuestsMutation,
    NotificationsMutation,
    CalendarFeedsMutation,
    HandOversMutation,
    MailMutation,
    crate::notifications::graphql::MutesMutation,
    crate::mail::graphql::SuspensionMutation,
    crate::webhooks::graphql::WebhooksMutation,
    crate::ingest::graphql::IngestMutation,
    crate::screening::graphql::ScreeningMutation,
    crate::service_accounts::graphql::ServiceAccountsMutation,
    crate::sandboxes::graphql::SandboxesMutation,
);

/// Everything that can be followed.
#[derive(MergedSubscription, Default)]
#[graphql(name = "Subscription")]
pub struct SubscriptionRoot(
    LeadsSubscription,
    NotificationsSubscription,
    crate::screening::graphql::ScreeningSubscription,
);

/// The schema, behind its guard.
pub type Schema = guarded::Guarded<QueryRoot, MutationRoot, SubscriptionRoot>;

type Pages<T> = Connection<String, T, Totals>;

type Builder = async_graphql::SchemaBuilder<QueryRoot, MutationRoot, SubscriptionRoot>;

fn build() -> Builder {
    let builder = async_graphql::Schema::build(
        QueryRoot::default(),
        MutationRoot::default(),
        SubscriptionRoot::default(),
    );
    pages_described(builder.disable_suggestions())
}

/// Says what the pages of each list are, for which the library has one text.
fn pages_described(builder: Builder) -> Builder {
    builder
        .override_output_type_description::<Pages<Agency>>("A page of agencies.")
        .override_output_type_description::<Pages<ActionSite>>("A page of sites of offline actions.")
        .override_output_type_description::<Pages<DeconflictionHit>>("A page of offline actions that meet.")
        .override_output_type_description::<Pages<DeconflictionRecord>>(
            "A page of what is compared of offline actions.",
        )
        .override_output_type_description::<Pages<EnforcementOperation>>("A page of campaigns.")
        .override_output_type_description::<Pages<OfflineAction>>("A page of offline actions.")
        .override_output_type_description::<Pages<AuditEntry>>("A page of the audit log.")
        .override_output_type_description::<Pages<BlindMatch>>("A page of blind matches.")
        .override_output_type_description::<Pages<Brand>>("A page of brands.")
        .override_output_type_description::<Pages<Comment>>("A page of comments.")
        .override_output_type_description::<Pages<CustodyEvent>>("A page of the custody of evidence.")
        .override_output_type_description::<Pages<Delivery>>("A page of deliveries.")
        .override_output_type_description::<Pages<EvidenceItem>>("A page of a lead's evidence.")
        .override_output_type_description::<Pages<HandOver>>("A page of hand-overs.")
        .override_output_type_description::<Pages<Import>>("A page of imports.")
        .override_output_type_description::<Pages<crate::ingest::graphql::IngestedListing>>(
            "A page of listings that came in.",
        )
        .override_output_type_description::<Pages<crate::ingest::graphql::IngestRun>>("A page of streams of lines.")
        .override_output_type_description::<Pages<crate::screening::graphql::ScreenedListing>>(
            "A page of what screening says of listings.",
        )
        .override_output_type_description::<Pages<crate::screening::graphql::RulePack>>("A page of versions of rules.")
        .override_output_type_description::<Pages<crate::screening::graphql::ScreeningModel>>(
            "A page of versions of models.",
        )
        .override_output_type_description::<Pages<crate::screening::graphql::ScreeningRelease>>(
            "A page of releases of screening.",
        )
        .override_output_type_description::<Pages<crate::screening::graphql::WatchedSeller>>(
            "A page of watched sellers.",
        )
        .override_output_type_description::<Pages<ImportElement>>("A page of the elements of a file.")
        .override_output_type_description::<Pages<ImportResult>>("A page of what became of a file's elements.")
        .override_output_type_description::<Pages<Export>>("A page of exports.")
        .override_output_type_description::<Pages<Fund>>("A page of funds.")
        .override_output_type_description::<Pages<crate::samples::graphql::Sample>>("A page of samples.")
        .override_output_type_description::<Pages<crate::appraisals::graphql::Appraisal>>("A page of appraisals.")
        .override_output_type_description::<Pages<crate::bank_statements::graphql::BankStatement>>(
            "A page of bank statements.",
        )
        .override_output_type_description::<Pages<crate::bank_statements::graphql::BankLine>>(
            "A page of the lines of bank statements.",
        )
        .override_output_type_description::<Pages<FundAllocation>>("A page of what is allotted.")
        .override_output_type_description::<Pages<FundOrder>>("A page of orders of funds.")
        .override_output_type_description::<Pages<Purchase>>("A page of test purchases.")
        .override_output_type_description::<Pages<PurchaseClash>>("A page of test purchases that meet offline actions.")
        .override_output_type_description::<Pages<LedgerEntry>>("A page of the entries of a fund.")
        .override_output_type_description::<Pages<TestPurchaseProgram>>("A page of programmes of test purchases.")
        .override_output_type_description::<Pages<IpRight>>("A page of IP rights.")
        .override_output_type_description::<Pages<crate::products::graphql::ProductModel>>("A page of product sheets.")
        .override_output_type_description::<Pages<Lead>>("A page of leads.")
        .override_output_type_description::<Pages<LeadGrant>>("A page of what a lead is opened to.")
        .override_output_type_description::<Pages<LeadItem>>("A page of a lead's items.")
        .override_output_type_description::<Pages<Mail>>("A page of mails.")
        .override_output_type_description::<Pages<crate::webhooks::graphql::WebhookEndpoint>>(
            "A page of webhook endpoints.",
        )
        .override_output_type_description::<Pages<crate::webhooks::graphql::WebhookMessage>>(
            "A page of messages to a webhook endpoint.",
        )
        .override_output_type_description::<Pages<Notification>>("A page of notifications.")
        .override_output_type_description::<Pages<Officer>>("A page of officers.")
        .override_output_type_description::<Pages<Organization>>("A page of organisations.")
        .override_output_type_description::<Pages<Person>>("A page of people.")
        .override_output_type_description::<Pages<Referral>>("A page of referrals.")
        .override_output_type_description::<Pages<SavedView>>("A page of saved views.")
        .override_output_type_description::<Pages<crate::service_accounts::graphql::ServiceAccount>>(
            "A page of service accounts.",
        )
        .override_output_type_description::<Pages<Session>>("A page of sessions.")
        .override_output_type_description::<Pages<SharingGroup>>("A page of sharing groups.")
        .override_output_type_description::<Pages<BreakGlassRequest>>(
            "A page of requests to open leads in emergencies.",
        )
        .override_output_type_description::<Pages<Sighting>>("A page of those who have seen a lead.")
        .override_output_type_description::<Pages<Subject>>("A page of subjects.")
        .override_output_type_description::<Connection<String, SearchHit, SearchTotals>>("A page of what was found.")
        .override_output_type_description::<Pages<TimelineEntry>>("A page of a lead's timeline.")
}

/// The schema of a service, guarded.
#[must_use]
pub fn schema(app: &Arc<App>) -> Schema {
    Schema::new(|| build().data(Arc::clone(app)), guard::GuardFactory::from(&app.config))
}

/// The schema as text: the contract.
#[must_use]
pub fn sdl() -> String {
    let options = SDLExportOptions::new().include_specified_by();
    sdl::with_requirements(&build().finish().sdl_with_options(options))
}
