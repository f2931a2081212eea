//! Any object by its id, whatever its type.

use async_graphql::{Context, ID, Interface, Object};

use crate::{
    actions::graphql::{self as actions, DeconflictionHit, EnforcementOperation, OfflineAction},
    agencies::graphql::{self as agencies, Agency, Officer},
    audit::graphql::{self as audit, AuditEntry},
    blind_match::graphql::{self as blind_match, BlindMatch},
    break_glass::graphql::{self as break_glass, BreakGlassRequest},
    evidence::graphql::{self as evidence, EvidenceItem},
    exports::graphql::{self as exports, Export},
    funds::graphql::{Fund, FundAllocation, FundOrder, TestPurchaseProgram},
    groups::graphql::{self as groups, SharingGroup},
    leads::graphql::{self as leads, Comment, Delivery, Lead, LeadItem, TimelineEntry},
    members::graphql::{self as members, Organization, Person},
    permissions::{Action, Viewer},
    platform::{
        error::{ApiError, ErrorCode, Result},
        ids::{self, IdKind},
    },
    purchases::graphql::{Purchase, PurchaseClash},
    referrals::graphql::{self as referrals, Referral},
    rights::graphql::{self as rights, AuthorizedParty, Brand, IpRight, PowerOfAttorney},
    sessions,
    subjects::graphql::{self as subjects, Subject},
    views::graphql::{self as views, SavedView},
};

/// Most objects that are asked for by their ids at once.
const MOST: usize = 100;

/// Something that has an id of its own.
#[derive(Interface)]
#[graphql(field(name = "id", ty = "ID", desc = "Opaque id; its prefix names the type."))]
pub enum Node {
    /// An organisation.
    Organization(Organization),
    /// A person.
    Person(Person),
    /// A brand.
    Brand(Brand),
    /// An IP right.
    IpRight(IpRight),
    /// An authorised party.
    AuthorizedParty(AuthorizedParty),
    /// A power of attorney.
    PowerOfAttorney(PowerOfAttorney),
    /// A product sheet.
    ProductModel(Box<crate::products::graphql::ProductModel>),
    /// What tells fakes of a product apart.
    FakeFeature(Box<crate::products::graphql::FakeFeature>),
    /// An agency of law enforcement.
    Agency(Agency),
    /// An officer of an agency.
    Officer(Officer),
    /// A sharing group.
    SharingGroup(SharingGroup),
    /// A request to open a lead in an emergency.
    BreakGlassRequest(BreakGlassRequest),
    /// A blind match.
    BlindMatch(BlindMatch),
    /// An entry of the audit log.
    AuditEntry(AuditEntry),
    /// A lead.
    Lead(Box<Lead>),
    /// An item of a lead.
    LeadItem(LeadItem),
    /// A delivery.
    Delivery(Delivery),
    /// A comment.
    Comment(Comment),
    /// A subject of a lead.
    Subject(Subject),
    /// A piece of evidence.
    EvidenceItem(EvidenceItem),
    /// A campaign of offline actions.
    EnforcementOperation(EnforcementOperation),
    /// An offline action.
    OfflineAction(Box<OfflineAction>),
    /// Two offline actions that meet.
    DeconflictionHit(DeconflictionHit),
    /// Where webhooks go.
    WebhookEndpoint(Box<crate::webhooks::graphql::WebhookEndpoint>),
    /// An entry of a lead's timeline.
    TimelineEntry(TimelineEntry),
    /// A referral of leads to an agency.
    Referral(Box<Referral>),
    /// A saved view.
    SavedView(SavedView),
    /// An export.
    Export(Export),
    /// A sample.
    Sample(Box<crate::samples::graphql::Sample>),
    /// An appraisal.
    Appraisal(Box<crate::appraisals::graphql::Appraisal>),
    /// A fund.
    Fund(Box<Fund>),
    /// What of a fund is allotted to an organisation.
    FundAllocation(Box<FundAllocation>),
    /// An order of a fund.
    FundOrder(Box<FundOrder>),
    /// A programme of test purchases.
    TestPurchaseProgram(Box<TestPurchaseProgram>),
    /// A test purchase.
    Purchase(Box<Purchase>),
    /// A test purchase that meets an offline action.
    PurchaseClash(Box<PurchaseClash>),
    /// A service account.
    ServiceAccount(Box<crate::service_accounts::graphql::ServiceAccount>),
}

/// Whether the viewer may name a type by its id. People may name every one; a service account what its scopes read: the types
/// themselves say which objects.
fn opens(viewer: &Viewer, kind: IdKind) -> bool {
    if viewer.service.is_none() {
        return true;
    }
    match kind {
        IdKind::Org | IdKind::Brand | IdKind::Right => viewer.has(Action::DirectoryRead),
        IdKind::Lead | IdKind::Item | IdKind::Delivery | IdKind::Comment | IdKind::Subject | IdKind::Entry => {
            viewer.has(Action::LeadRead)
        }
        IdKind::Person => true,
        _ => false,
    }
}

async fn load(ctx: &Context<'_>, id: &ID) -> Result<Option<Node>> {
    let (kind, key) = ids::decode(id).map_err(|_| ErrorCode::InvalidId)?;
    if !opens(sessions::viewer(ctx)?, kind) {
        return Ok(None);
    }
    Ok(match kind {
        IdKind::Org => members::visible_organization(ctx, key).await?.map(Node::from),
        IdKind::Person => members::visible_person(ctx, key).await?.map(Node::from),
        IdKind::Brand => rights::visible_brand(ctx, key).await?.map(Node::from),
        IdKind::Right => rights::visible_ip_right(ctx, key).await?.map(Node::from),
        IdKind::Party => rights::visible_authorized_party(ctx, key).await?.map(Node::from),
        IdKind::Poa => rights::visible_power_of_attorney(ctx, key).await?.map(Node::from),
        IdKind::Product => crate::products::graphql::ProductModel::load(ctx, key)
            .await?
            .map(|found| Box::new(found).into()),
        IdKind::Feature => crate::products::graphql::FakeFeature::load(ctx, key)
            .await?
            .map(|found| Box::new(found).into()),
        IdKind::Agency => agencies::visible_agency(ctx, key).await?.map(Node::from),
        IdKind::Officer => agencies::visible_officer(ctx, key).await?.map(Node::from),
        IdKind::Group => groups::visible_sharing_group(ctx, key).await?.map(Node::from),
        IdKind::Glass => break_glass::visible_break_glass_request(ctx, key)
            .await?
            .map(Node::from),
        IdKind::Match => blind_match::visible_blind_match(ctx, key).await?.map(Node::from),
        IdKind::Audit => audit::visible_entry(ctx, key).await?.map(Node::from),
        IdKind::Lead => leads::lead(ctx, key).await?.map(|lead| Box::new(lead).into()),
        IdKind::Item => leads::item(ctx, key).await?.map(Node::from),
        IdKind::Delivery => leads::delivery(ctx, key).await?.map(Node::from),
        IdKind::Comment => leads::comment(ctx, key).await?.map(Node::from),
        IdKind::Subject => subjects::subject(ctx, key).await?.map(Node::from),
        IdKind::Evidence => evidence::visible_evidence(ctx, key).await?.map(Node::from),
        IdKind::Campaign => actions::visible_enforcement_operation(ctx, key).await?.map(Node::from),
        IdKind::Action => actions::visible_offline_action(ctx, key)
            .await?
            .map(|action| Box::new(action).into()),
        IdKind::Clash => actions::visible_deconfliction_hit(ctx, key).await?.map(Node::from),
        IdKind::WebhookEndpoint => crate::webhooks::graphql::visible_webhook_endpoint(ctx, key)
            .await?
            .map(|found| Box::new(found).into()),
        IdKind::Entry => leads::entry(ctx, key).await?.map(Node::from),
        IdKind::Referral => referrals::visible_referral(ctx, key)
            .await?
            .map(|found| Box::new(found).into()),
        IdKind::View => views::visible_saved_view(ctx, key).await?.map(Node::from),
        IdKind::Export => exports::visible_export(ctx, key).await?.map(Node::from),
        IdKind::Sample => crate::samples::graphql::Sample::load(ctx, key)
            .await?
            .map(|found| Box::new(found).into()),
        IdKind::Appraisal => crate::appraisals::graphql::Appraisal::load(ctx, key)
            .await?
            .map(|found| Box::new(found).into()),
        IdKind::Fund => Fund::load(ctx, key).await?.map(|found| Box::new(found).into()),
        IdKind::Allocation => FundAllocation::load(ctx, key)
            .await?
            .map(|found| Box::new(found).into()),
        IdKind::FundOrder => FundOrder::load(ctx, key).await?.map(|found| Box::new(found).into()),
        IdKind::Program => TestPurchaseProgram::load(ctx, key)
            .await?
            .map(|found| Box::new(found).into()),
        IdKind::Purchase => Purchase::load(ctx, key).await?.map(|found| Box::new(found).into()),
        IdKind::PurchaseClash => PurchaseClash::load(ctx, key).await?.map(|found| Box::new(found).into()),
        IdKind::ServiceAccount => crate::service_accounts::graphql::visible_service_account(ctx, key)
            .await?
            .map(|found| Box::new(found).into()),
        // Sessions and passkeys are shown to their own person alone, in `viewer`; files and imports in fields of their own;
        // mails, mappings, notifications and hand-overs stand in their lists, as what screening keeps does; grants in their
        // lead, identifiers and links with their subjects, certificates with their right, documents with their authorised
        // party or power of attorney, grants and pictures with their product sheet, contact points with their agency or
        // right holder, guests with their action.
        IdKind::Event
        | IdKind::Grant
        | IdKind::WebhookMessage
        | IdKind::Identifier
        | IdKind::Link
        | IdKind::Mail
        | IdKind::Session
        | IdKind::ServiceCredential
        | IdKind::Passkey
        | IdKind::Custody
        | IdKind::IngestRun
        | IdKind::IngestedListing
        | IdKind::RulePack
        | IdKind::ScreeningModel
        | IdKind::ScreeningRelease
        | IdKind::ScreenedListing
        | IdKind::WatchedSeller
        | IdKind::Certificate
        | IdKind::Document
        | IdKind::ProductGrant
        | IdKind::Picture
        | IdKind::CompanyContact
        | IdKind::Contact
        | IdKind::Guest
        | IdKind::Transfer
        | IdKind::Hold
        | IdKind::Upload
        | IdKind::ImportFile
        | IdKind::Import
        | IdKind::Mapping
        | IdKind::HandOver
        | IdKind::Site
        | IdKind::Task
        | IdKind::Timebox
        | IdKind::LedgerAccount
        | IdKind::LedgerEntry
        | IdKind::BankStatement
        | IdKind::BankLine
        | IdKind::BankMatch
        | IdKind::FundHold
        | IdKind::Suspect
        | IdKind::Stage
        | IdKind::Seizure
        | IdKind::Destruction
        | IdKind::Cost
        | IdKind::Notification => None,
    })
}

/// Root fields for any type.
#[derive(Default)]
pub struct NodeQuery;

#[Object]
impl NodeQuery {
    /// An object by its id; null where there is none that the viewer can see.
    async fn node(&self, ctx: &Context<'_>, #[graphql(desc = "The object's id.")] id: ID) -> Result<Option<Node>> {
        load(ctx, &id).await
    }

    /// Objects by their ids, in that order, at most 100; null where there is none that the viewer can see.
    async fn nodes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The objects' ids.")] ids: Vec<ID>,
    ) -> Result<Vec<Option<Node>>> {
        if ids.len() > MOST {
            return Err(ApiError::input("ids", "Ask for at most 100 objects."));
        }
        futures_util::future::try_join_all(ids.iter().map(|id| load(ctx, id))).await
    }
}
