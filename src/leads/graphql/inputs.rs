//! What clients send to change leads.

use async_graphql::{ID, InputObject, OneofObject};
use jiff::tz::TimeZone;

use super::handling::LeadHandlingInput;
use super::{
    enums::{
        CommentAudience, GqlChannel, GqlExpirySettlement, GqlHandlingCode, GqlInfringementType, GqlLeadOutcome,
        GqlLeadSource, GqlPriority, GqlRejectReason, GqlTlp, GqlVerdict,
    },
    filters::each,
};
use crate::{
    leads::commands::{Answer, Changes, Grant, NewComment, NewItem, NewLead, ShareRequest, TlpChange, Triage},
    permissions::audience::{HandlingCode, Tlp},
    platform::{
        clock::micros,
        error::{ApiError, Result},
        graphql::{
            scalars::{DateTime, Decimal},
            uuid, uuids,
        },
        ids::IdKind,
        money,
    },
};

/// An amount of money.
#[derive(Debug, Clone, InputObject)]
pub struct MoneyInput {
    /// The amount, with at most the currency's decimal places.
    amount: Decimal,
    /// ISO 4217 code.
    currency: String,
}

impl MoneyInput {
    /// The amount and the currency as they were written.
    pub(crate) fn parts(self) -> (String, String) {
        (self.amount.0, self.currency)
    }

    fn read(&self, field: &str) -> Result<money::Money> {
        money::Money::parse(&self.amount.0, &self.currency)
            .map_err(|error| ApiError::input(field, format!("Please correct this: {error}.")))
    }
}

/// One listing or product of a lead to be.
#[derive(Debug, Clone, InputObject)]
pub struct LeadItemInput {
    /// The brand it concerns; leave it out where nobody can say yet.
    brand_id: Option<ID>,
    /// The listing's title, at most 300 characters.
    title: String,
    /// The listing's address, at most 2,048 characters.
    url: Option<String>,
    /// The seller's name on the platform.
    seller: Option<String>,
    /// The seller's shop id on the platform.
    shop_id: Option<String>,
    /// What it is offered for.
    price: Option<MoneyInput>,
    /// When the listing was looked at.
    captured_at: Option<DateTime>,
}

/// A moment at which somebody can have looked at a listing on the web.
fn captured(at: Option<DateTime>, field: &str) -> Result<Option<i64>> {
    let year = |at: &DateTime| at.0.to_zoned(TimeZone::UTC).year();
    if at.as_ref().is_some_and(|at| !(1990..2200).contains(&year(at))) {
        return Err(ApiError::input(field, "Give a moment from 1990 to 2199."));
    }
    Ok(at.map(|at| micros(at.0)))
}

fn items(inputs: Vec<LeadItemInput>, field: &str) -> Result<Vec<NewItem>> {
    let item = |(index, input): (usize, LeadItemInput)| {
        Ok(NewItem {
            brand: input.brand_id.map(|id| uuid(IdKind::Brand, &id)).transpose()?,
            title: input.title,
            url: input.url,
            known: None,
            seller: input.seller,
            shop_id: input.shop_id,
            price: input
                .price
                .map(|price| price.read(&format!("{field}.{index}.price")))
                .transpose()?,
            captured_at: captured(input.captured_at, &format!("{field}.{index}.capturedAt"))?,
        })
    };
    inputs.into_iter().enumerate().map(item).collect()
}

/// A lead to be.
#[derive(Debug, Clone, InputObject)]
pub struct CreateLeadInput {
    /// 1 to 128 characters of the client's choice; the same key with the same input gives the same lead.
    idempotency_key: String,
    /// One line, at most 200 characters.
    title: String,
    /// More of it, at most 5,000 characters.
    summary: Option<String>,
    /// How far it may travel.
    tlp: GqlTlp,
    /// Restrictions on its use; `H0` where nothing is said.
    handling_code: Option<GqlHandlingCode>,
    /// How it may be used.
    handling: Option<LeadHandlingInput>,
    /// Where it came from; taken from the secretariat and from platforms only.
    source: Option<GqlLeadSource>,
    /// Where the goods are offered.
    channel: GqlChannel,
    /// What is wrong; at least one.
    infringement_types: Vec<GqlInfringementType>,
    /// ISO 3166-1 alpha-2 country.
    country: Option<String>,
    /// Administrative division below the country, at most 12 letters, digits or hyphens.
    division_code: Option<String>,
    /// What the goods are thought to be worth.
    estimated_value: Option<MoneyInput>,
    /// How urgent it is; `NORMAL` where nothing is said.
    priority: Option<GqlPriority>,
    /// Listings or products, at most 100.
    items: Vec<LeadItemInput>,
    /// The principal an agent writes for.
    on_behalf_of: Option<ID>,
    /// The lead of which this is a copy without what must not travel: the only way to say something at a wider TLP. Nothing
    /// of it goes over by itself.
    sanitized_from_id: Option<ID>,
}

impl CreateLeadInput {
    pub(super) fn read(self) -> Result<NewLead> {
        let handling_code: HandlingCode = self.handling_code.map_or(HandlingCode::H0, Into::into);
        Ok(NewLead {
            idempotency_key: self.idempotency_key,
            title: self.title,
            summary: self.summary,
            tlp: Tlp::from(self.tlp).into(),
            handling_code: handling_code.into(),
            source: self.source.map(Into::into),
            channel: self.channel.into(),
            infringement_types: each(Some(self.infringement_types)),
            country: self.country,
            division_code: self.division_code,
            estimated_value: self
                .estimated_value
                .map(|value| value.read("estimatedValue"))
                .transpose()?,
            priority: self.priority.map(Into::into),
            items: items(self.items, "items")?,
            on_behalf_of: self.on_behalf_of.map(|id| uuid(IdKind::Org, &id)).transpose()?,
            sanitized_from: self.sanitized_from_id.map(|id| uuid(IdKind::Lead, &id)).transpose()?,
            imported_as: None,
            found: false,
            handling: self.handling.map(LeadHandlingInput::read).unwrap_or_default(),
        })
    }
}

/// Changes to a draft; what is left out stays.
#[derive(Debug, Clone, InputObject)]
pub struct UpdateLeadInput {
    /// The lead.
    pub(super) id: ID,
    /// The version the change is based on.
    pub(super) expected_version: i32,
    /// A new title.
    title: Option<String>,
    /// A new summary.
    summary: Option<String>,
    /// New types.
    infringement_types: Option<Vec<GqlInfringementType>>,
    /// A new country.
    country: Option<String>,
    /// A new division.
    division_code: Option<String>,
    /// A new estimate.
    estimated_value: Option<MoneyInput>,
    /// Further items.
    add_items: Option<Vec<LeadItemInput>>,
}

impl UpdateLeadInput {
    pub(super) fn read(self) -> Result<Changes> {
        Ok(Changes {
            title: self.title,
            summary: self.summary,
            infringement_types: self.infringement_types.map(|types| each(Some(types))),
            country: self.country,
            division_code: self.division_code,
            estimated_value: self
                .estimated_value
                .map(|value| value.read("estimatedValue"))
                .transpose()?,
            add_items: items(self.add_items.unwrap_or_default(), "addItems")?,
        })
    }
}

/// A step of a lead that needs nothing more.
#[derive(Debug, Clone, InputObject)]
pub struct LeadTransitionInput {
    /// The lead.
    pub(super) id: ID,
    /// The version the step is based on.
    pub(super) expected_version: i32,
}

/// What triage decides.
#[derive(Debug, Clone, InputObject)]
pub struct TriageLeadInput {
    /// The lead.
    pub(super) id: ID,
    /// The version the decision is based on.
    pub(super) expected_version: i32,
    /// Admiralty grade: source A to F, information 1 to 6, such as `B2`.
    grade: String,
    /// How urgent it is.
    priority: GqlPriority,
    /// Why to go on although a seller is authorised; needed only then.
    override_reason: Option<String>,
}

impl TriageLeadInput {
    pub(super) fn read(self) -> Triage {
        Triage {
            grade: self.grade,
            priority: self.priority.into(),
            override_reason: self.override_reason,
        }
    }
}

/// Why triage turns a lead down.
#[derive(Debug, Clone, InputObject)]
pub struct RejectLeadInput {
    /// The lead.
    pub(super) id: ID,
    /// The version the decision is based on.
    pub(super) expected_version: i32,
    /// Why.
    pub(super) reason: GqlRejectReason,
    /// More of it, at most 2,000 characters.
    pub(super) note: Option<String>,
}

/// To whom a lead is shown: exactly one.
#[derive(Debug, Clone, OneofObject)]
pub enum LeadGrantInput {
    /// An organisation; gets a delivery where the lead concerns one of its brands.
    OrganizationId(ID),
    /// A person by name; the only way at RED.
    PersonId(ID),
    /// A sharing group that the viewer is in; members whose brands it concerns get a delivery. Needs AMBER or wider.
    GroupId(ID),
    /// The community of the alliance; only `true` means something. Needs GREEN or CLEAR.
    Community(bool),
}

/// The grants that are named.
pub(super) fn grants(inputs: &[LeadGrantInput]) -> Result<Vec<Grant>> {
    let grant = |input: &LeadGrantInput| match input {
        LeadGrantInput::OrganizationId(id) => Ok(Some(Grant::Organization(uuid(IdKind::Org, id)?))),
        LeadGrantInput::PersonId(id) => Ok(Some(Grant::Person(uuid(IdKind::Person, id)?))),
        LeadGrantInput::GroupId(id) => Ok(Some(Grant::Group(uuid(IdKind::Group, id)?))),
        LeadGrantInput::Community(wanted) => Ok(wanted.then_some(Grant::Community)),
    };
    inputs.iter().filter_map(|input| grant(input).transpose()).collect()
}

/// What an audience is previewed for.
#[derive(Debug, Clone, InputObject)]
pub struct PreviewAudienceInput {
    /// The lead.
    pub(super) id: ID,
    /// To whom it would be shown besides those who see it already.
    grants: Vec<LeadGrantInput>,
    /// Organisations that must never see it, whatever else is said.
    exclude_organization_ids: Option<Vec<ID>>,
    /// A TLP to try out; a share keeps the lead's own.
    tlp: Option<GqlTlp>,
    /// Whether every viewer would see every item.
    items_open: Option<bool>,
    /// Whether the people named in it, and what they are known by, would be for those it is granted to as well; not for the
    /// community.
    include_personal_data: Option<bool>,
    /// When the grants would end.
    expires_at: Option<DateTime>,
}

impl PreviewAudienceInput {
    pub(super) fn read(self) -> Result<ShareRequest> {
        Ok(ShareRequest {
            grants: grants(&self.grants)?,
            exclude: uuids(IdKind::Org, &self.exclude_organization_ids.unwrap_or_default())?,
            tlp: self.tlp.map(Into::into),
            items_open: self.items_open.unwrap_or_default(),
            personal_data: self.include_personal_data.unwrap_or_default(),
            expires_at: self.expires_at.map(|at| micros(at.0)),
        })
    }
}

/// A share, as it was previewed.
#[derive(Debug, Clone, InputObject)]
pub struct ShareLeadInput {
    /// The lead.
    pub(super) id: ID,
    /// The version the preview was made of.
    pub(super) expected_version: i32,
    /// The token of the preview.
    pub(super) preview_token: String,
    /// To whom it is shown besides those who see it already.
    grants: Vec<LeadGrantInput>,
    /// Organisations that must never see it, whatever else is said.
    exclude_organization_ids: Option<Vec<ID>>,
    /// Whether every viewer sees every item.
    items_open: Option<bool>,
    /// Why, for those who keep the lead; at most 2,000 characters.
    pub(super) reason: Option<String>,
    /// Whether the people named in it, and what they are known by, are for those it is granted to as well; not for the
    /// community.
    include_personal_data: Option<bool>,
    /// When the grants end.
    expires_at: Option<DateTime>,
}

impl ShareLeadInput {
    pub(super) fn read(self) -> Result<ShareRequest> {
        Ok(ShareRequest {
            grants: grants(&self.grants)?,
            exclude: uuids(IdKind::Org, &self.exclude_organization_ids.unwrap_or_default())?,
            tlp: None,
            items_open: self.items_open.unwrap_or_default(),
            personal_data: self.include_personal_data.unwrap_or_default(),
            expires_at: self.expires_at.map(|at| micros(at.0)),
        })
    }
}

/// A change of TLP or handling code.
#[derive(Debug, Clone, InputObject)]
pub struct ChangeLeadTlpInput {
    /// The lead.
    pub(super) id: ID,
    /// The version the change is based on.
    pub(super) expected_version: i32,
    /// The new TLP.
    tlp: GqlTlp,
    /// The new handling code; stays where nothing is said.
    handling_code: Option<GqlHandlingCode>,
    /// Why, for everybody who sees the lead; at most 2,000 characters.
    reason: String,
    /// People to name, so that RED keeps readers.
    named_person_ids: Option<Vec<ID>>,
}

impl ChangeLeadTlpInput {
    pub(super) fn read(self) -> Result<TlpChange> {
        Ok(TlpChange {
            tlp: self.tlp.into(),
            handling_code: self.handling_code.map(Into::into),
            reason: self.reason,
            name: uuids(IdKind::Person, &self.named_person_ids.unwrap_or_default())?,
        })
    }
}

/// How a lead ended.
#[derive(Debug, Clone, InputObject)]
pub struct ResolveLeadInput {
    /// The lead.
    pub(super) id: ID,
    /// The version the decision is based on.
    pub(super) expected_version: i32,
    /// The outcome.
    pub(super) outcome: GqlLeadOutcome,
    /// More of it, at most 2,000 characters.
    pub(super) note: Option<String>,
}

/// A step of a lead that needs a reason.
#[derive(Debug, Clone, InputObject)]
pub struct ReasonedLeadInput {
    /// The lead.
    pub(super) id: ID,
    /// The version the step is based on.
    pub(super) expected_version: i32,
    /// Why, for everybody who sees the lead; at most 2,000 characters.
    pub(super) reason: String,
}

/// A step of a delivery that needs nothing more.
#[derive(Debug, Clone, InputObject)]
pub struct DeliveryTransitionInput {
    /// The delivery.
    pub(super) id: ID,
    /// The version the step is based on.
    pub(super) expected_version: i32,
}

/// An answer to a delivery.
#[derive(Debug, Clone, InputObject)]
pub struct AnswerDeliveryInput {
    /// The delivery.
    pub(super) id: ID,
    /// The version the answer is based on.
    pub(super) expected_version: i32,
    /// The verdict; `NEEDS_INFO` asks the owner and stops the clock.
    verdict: GqlVerdict,
    /// Why, or the question; at most 2,000 characters.
    reason: String,
    /// How many to buy, 1 to 100, with `NEEDS_TEST_PURCHASE` only.
    test_purchases: Option<i32>,
    /// Whether the owner and the other viewers may know that the answer is this organisation's.
    attribution_allowed: Option<bool>,
}

impl AnswerDeliveryInput {
    pub(super) fn read(self) -> Answer {
        Answer {
            verdict: self.verdict.into(),
            reason: self.reason,
            test_purchases: self.test_purchases,
            attribution_allowed: self.attribution_allowed,
        }
    }
}

/// The owner's answer to a recipient's question.
#[derive(Debug, Clone, InputObject)]
pub struct AnswerInfoRequestInput {
    /// The delivery, from `infoRequests`.
    pub(super) id: ID,
    /// The version the answer is based on.
    pub(super) expected_version: i32,
    /// The information, at most 2,000 characters.
    pub(super) answer: String,
}

/// What becomes of a lapsed delivery.
#[derive(Debug, Clone, InputObject)]
pub struct SettleExpiredDeliveryInput {
    /// The delivery.
    pub(super) id: ID,
    /// The version the decision is based on.
    pub(super) expected_version: i32,
    /// The decision.
    pub(super) settlement: GqlExpirySettlement,
    /// Why, at most 2,000 characters.
    pub(super) note: Option<String>,
}

/// A comment to be.
#[derive(Debug, Clone, InputObject)]
pub struct AddCommentInput {
    /// 1 to 128 characters of the client's choice; the same key with the same input gives the same comment.
    idempotency_key: String,
    /// The lead.
    lead_id: ID,
    /// The words, at most 5,000 characters.
    body: String,
    /// Who sees it; the owner's and the author's organisations where nothing is said.
    audience: Option<CommentAudience>,
    /// Whether other organisations may see the author's name; not, where nothing is said.
    attribution_allowed: Option<bool>,
    /// People whom the words name, at most 20, from `mentionable`: `@{1}` in the body stands for the first of them. Each has
    /// to be named and to see the comment.
    mentions: Option<Vec<ID>>,
}

impl AddCommentInput {
    pub(super) fn read(self) -> Result<NewComment> {
        Ok(NewComment {
            idempotency_key: self.idempotency_key,
            lead: uuid(IdKind::Lead, &self.lead_id)?,
            body: self.body,
            for_all_viewers: self.audience == Some(CommentAudience::EveryoneWhoSeesTheLead),
            attribution_allowed: self.attribution_allowed.unwrap_or_default(),
            mentions: uuids(IdKind::Person, &self.mentions.unwrap_or_default())?,
        })
    }
}
