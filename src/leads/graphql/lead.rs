//! A lead, as clients see it.

mod resolvers;

use std::sync::Arc;

use async_graphql::{Context, InputType as _, SimpleObject, Value};
use uuid::Uuid;

use super::{
    answers::AuthorizedSellerWarning,
    enums::{
        GqlChannel, GqlHandlingCode, GqlInfringementType, GqlLeadOutcome, GqlLeadSource, GqlLeadState, GqlPriority,
        GqlRejectReason, GqlTlp,
    },
    item::{LeadItem, Money},
    loaders::{self, Eyes, ItemsOf, KeptBy, LeadKey, MergedOf, OwnerBrandsOf},
    signatures::Scene,
};
use crate::{
    app::App,
    leads::{
        commands,
        rules::{self, InfringementType, LeadState, Priority},
        store::{ItemRow, LeadRow},
    },
    members::graphql::organization,
    permissions::Action,
    platform::{
        clock::micros,
        db::{code, json},
        error::Result,
        graphql::{Known, Plain, from_context, id, scalars::DateTime},
        ids::IdKind,
    },
    rights::graphql::visible_authorized_party,
};

/// Most leads that are told of as going on with one.
const MOST_MERGED: usize = 100;

/// Information that points to an infringement, before proof.
#[derive(Clone, SimpleObject)]
#[graphql(complex, name = "Lead")]
pub struct LeadFields {
    #[graphql(skip)]
    pub(super) row: LeadRow,
    #[graphql(skip)]
    pub(super) eyes: Eyes,
    /// What people call it; random, so that it tells nothing about volume.
    reference: String,
    /// One line.
    title: String,
    /// More of it; null where nothing more was written.
    summary: Option<String>,
    /// Where it stands.
    state: GqlLeadState,
    /// How far it may travel.
    tlp: GqlTlp,
    /// Restrictions on its use.
    handling_code: GqlHandlingCode,
    /// Where it came from.
    source: GqlLeadSource,
    /// Where the goods are offered.
    channel: GqlChannel,
    /// What is wrong.
    infringement_types: Vec<GqlInfringementType>,
    /// ISO 3166-1 alpha-2 country; null where it has no place.
    country: Option<String>,
    /// Administrative division below the country; null where none is known.
    division_code: Option<String>,
    /// Admiralty grade such as `B2`; null until triage.
    grade: Option<String>,
    /// How urgent it is.
    priority: GqlPriority,
    /// What the goods are thought to be worth; null where nobody has said.
    estimated_value: Option<Money>,
    /// When it was written.
    created_at: DateTime,
    /// How it ended; null until it is resolved.
    outcome: Option<GqlLeadOutcome>,
    /// Why triage turned it down; null unless it did.
    reject_reason: Option<GqlRejectReason>,
}

/// A lead in the graph.
pub type Lead = Plain<LeadFields>;

impl Known for LeadFields {
    fn known(&self, field: &str) -> Option<Value> {
        Some(match field {
            "id" => id(IdKind::Lead, self.row.id).to_value(),
            "reference" => self.reference.to_value(),
            "title" => self.title.to_value(),
            "summary" => self.summary.to_value(),
            "state" => self.state.to_value(),
            "tlp" => self.tlp.to_value(),
            "handlingCode" => self.handling_code.to_value(),
            "source" => self.source.to_value(),
            "channel" => self.channel.to_value(),
            "infringementTypes" => self.infringement_types.to_value(),
            "country" => self.country.to_value(),
            "divisionCode" => self.division_code.to_value(),
            "grade" => self.grade.to_value(),
            "priority" => self.priority.to_value(),
            "createdAt" => self.created_at.to_value(),
            "outcome" => self.outcome.to_value(),
            "rejectReason" => self.reject_reason.to_value(),
            _ => return None,
        })
    }

    fn shown(&self) {
        self.eyes.shows(self.row.id, Some(self.tlp.into()));
    }
}

impl Lead {
    /// The object of a row that these eyes see.
    pub(super) fn of(row: LeadRow, eyes: Eyes) -> Result<Self> {
        let types: Vec<InfringementType> = json(&row.infringement_types)?;
        Ok(Plain(LeadFields {
            reference: row.reference.clone(),
            title: row.title.clone(),
            summary: row.summary.clone(),
            state: code::<LeadState>(&row.state)?.into(),
            tlp: code::<crate::permissions::audience::Tlp>(&row.tlp)?.into(),
            handling_code: code::<crate::permissions::audience::HandlingCode>(&row.handling_code)?.into(),
            source: code::<rules::LeadSource>(&row.source)?.into(),
            channel: code::<rules::Channel>(&row.channel)?.into(),
            infringement_types: types.into_iter().map(Into::into).collect(),
            country: row.country.clone(),
            division_code: row.division_code.clone(),
            grade: row.grade.clone(),
            priority: Priority::from_rank(row.priority).into(),
            estimated_value: Money::of(row.value_minor, row.value_currency.as_ref()),
            created_at: row.created_at.into(),
            outcome: row
                .outcome
                .as_deref()
                .map(code::<rules::LeadOutcome>)
                .transpose()?
                .map(Into::into),
            reject_reason: row
                .reject_reason
                .as_deref()
                .map(code::<rules::RejectReason>)
                .transpose()?
                .map(Into::into),
            row,
            eyes,
        }))
    }

    /// The lead of an id that these eyes see, through the request's loader.
    pub(crate) async fn load(ctx: &Context<'_>, eyes: &Eyes, lead: Uuid) -> Result<Option<Self>> {
        let row = loaders::of(ctx)?.load_one(LeadKey(eyes.clone(), lead)).await?;
        row.map(|row| Self::of(Arc::unwrap_or_clone(row), eyes.clone()))
            .transpose()
    }
}

impl LeadFields {
    /// Whether the owner wants not to be named, and the viewer is neither of its side nor at the desk.
    pub(super) async fn hides_owner(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(Scene::from(&self.row).hides_owner_from(self.eyes.viewer()) && !self.is_kept(ctx).await?)
    }

    /// The owner's name, or the pseudonym by which the viewer knows it.
    async fn known_owner_name(&self, ctx: &Context<'_>) -> Result<String> {
        if self.hides_owner(ctx).await? {
            let app = from_context::<App>(ctx)?;
            return Ok(commands::pseudonym_of(app, self.row.id, self.row.owner_id));
        }
        Ok(organization(ctx, self.row.owner_id).await?.row().name.clone())
    }

    /// The leads that go on with it, among those the viewer sees.
    async fn merged_seen(&self, ctx: &Context<'_>) -> Result<Vec<LeadRow>> {
        let key = MergedOf(self.eyes.clone(), self.row.id);
        let rows = loaders::of(ctx)?.load_one(key).await?.unwrap_or_default();
        Ok(rows.iter().take(MOST_MERGED).cloned().collect())
    }

    /// Whether the viewer may share it, as its commands ask.
    pub(super) async fn is_shared_by_viewer(&self, ctx: &Context<'_>) -> Result<bool> {
        let brands = loaders::of(ctx)?
            .load_one(OwnerBrandsOf(self.eyes.clone(), self.row.id))
            .await?
            .unwrap_or_default();
        let now = from_context::<App>(ctx)?.now();
        Ok(commands::may_keep(
            self.eyes.viewer(),
            Action::LeadShare,
            &self.row,
            &brands,
            now,
        ))
    }

    /// Whether the viewer may name somebody in it, as the commands of subjects ask.
    pub(super) async fn takes_subjects_of_viewer(&self, ctx: &Context<'_>) -> Result<bool> {
        let key = OwnerBrandsOf(self.eyes.clone(), self.row.id);
        let brands = loaders::of(ctx)?.load_one(key).await?.unwrap_or_default();
        let now = from_context::<App>(ctx)?.now();
        let may = commands::may_keep(self.eyes.viewer(), Action::SubjectEdit, &self.row, &brands, now);
        Ok(may && rules::may_be_added_to(code(&self.row.state)?))
    }

    pub(super) async fn items_seen(&self, ctx: &Context<'_>) -> Result<Vec<Arc<ItemRow>>> {
        let key = ItemsOf(self.eyes.clone(), self.row.id);
        let items = loaders::of(ctx)?.load_one(key).await?.unwrap_or_default();
        Ok(items.iter().map(|(row, _)| Arc::clone(row)).collect())
    }

    /// Whether the viewer sees it as one of its keepers: of the owner's side, or at the desk.
    pub(super) async fn is_kept(&self, ctx: &Context<'_>) -> Result<bool> {
        let key = KeptBy(self.eyes.clone(), self.row.id);
        Ok(*loaders::of(ctx)?.load_one(key).await?.unwrap_or_default())
    }

    pub(super) async fn seller_warnings(&self, ctx: &Context<'_>) -> Result<Vec<AuthorizedSellerWarning>> {
        let app = from_context::<App>(ctx)?;
        if !self.is_kept(ctx).await? || !self.eyes.viewer().has(Action::AuthorizedPartyRead) {
            return Ok(Vec::new());
        }
        let items = self.items_seen(ctx).await?;
        let found = commands::authorized_sellers(app.db.read(), &items, micros(app.now())).await?;
        let mut warnings = Vec::with_capacity(found.len());
        for (item, party) in found {
            if let Some(party) = visible_authorized_party(ctx, party.id).await? {
                warnings.push(AuthorizedSellerWarning {
                    item: LeadItem::of(item, &self.eyes),
                    party,
                });
            }
        }
        Ok(warnings)
    }
}
