//! A lead, as clients see it.

use std::sync::Arc;

use async_graphql::{ComplexObject, Context, ID, InputType as _, SimpleObject, Value, connection::Connection};
use uuid::Uuid;

use super::{
    actions,
    answers::{AuthorizedSellerWarning, InfoRequest, VerdictCount},
    audience::AudiencePreview,
    delivery::Delivery,
    enums::{
        GqlChannel, GqlDeliveryState, GqlHandlingCode, GqlInfringementType, GqlLeadOutcome, GqlLeadSource,
        GqlLeadState, GqlPriority, GqlRejectReason, GqlTlp, GqlVerdict, LeadAction,
    },
    grant::LeadGrant,
    handling::LeadHandling,
    item::{LeadItem, Money},
    loaders::{self, DeliveriesOf, Eyes, ItemsOf, KeptBy, LeadKey, OwnerBrandsOf},
    parts,
    sighting::Sighting,
    signatures::{self, Scene},
    timeline::{Comment, TimelineEntry},
};
use crate::{
    app::App,
    leads::{
        commands,
        rules::{self, DeliveryState, InfringementType, LeadState, Priority, Verdict},
        store::{self, Comments, Entries, ItemRow, LeadRow},
    },
    members::graphql::{Organization, Person, organization, person},
    permissions::Action,
    platform::{
        clock::micros,
        db::{code, json},
        error::Result,
        graphql::{
            Known, Plain,
            connection::{Page, PageArgs, Totals, connection},
            from_context, id,
            scalars::DateTime,
        },
        ids::IdKind,
    },
    rights::graphql::visible_authorized_party,
};

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
    pub(super) async fn load(ctx: &Context<'_>, eyes: &Eyes, lead: Uuid) -> Result<Option<Self>> {
        let row = loaders::of(ctx)?.load_one(LeadKey(eyes.clone(), lead)).await?;
        row.map(|row| Self::of(Arc::unwrap_or_clone(row), eyes.clone()))
            .transpose()
    }
}

impl LeadFields {
    /// Whether the owner wants not to be named, and the viewer is neither of its side nor at the desk.
    async fn hides_owner(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(Scene::from(&self.row).hides_owner_from(self.eyes.viewer()) && !self.is_kept(ctx).await?)
    }

    /// Whether the viewer may share it, as its commands ask.
    async fn is_shared_by_viewer(&self, ctx: &Context<'_>) -> Result<bool> {
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

    async fn items_seen(&self, ctx: &Context<'_>) -> Result<Vec<Arc<ItemRow>>> {
        let key = ItemsOf(self.eyes.clone(), self.row.id);
        let items = loaders::of(ctx)?.load_one(key).await?.unwrap_or_default();
        Ok(items.iter().map(|(row, _)| Arc::clone(row)).collect())
    }

    /// Whether the viewer sees it as one of its keepers: of the owner's side, or at the desk.
    async fn is_kept(&self, ctx: &Context<'_>) -> Result<bool> {
        let key = KeptBy(self.eyes.clone(), self.row.id);
        Ok(*loaders::of(ctx)?.load_one(key).await?.unwrap_or_default())
    }

    async fn seller_warnings(&self, ctx: &Context<'_>) -> Result<Vec<AuthorizedSellerWarning>> {
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

#[ComplexObject]
impl LeadFields {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id(IdKind::Lead, self.row.id)
    }

    /// The version to name in `expectedVersion`. A viewer who may not change the lead sees it move only when something it
    /// can see has changed.
    async fn version(&self, ctx: &Context<'_>) -> Result<i32> {
        let kept = self.is_kept(ctx).await?;
        Ok(if kept {
            self.row.version
        } else {
            self.row.content_version
        })
    }

    /// When it last changed in a way this viewer may know of.
    async fn updated_at(&self, ctx: &Context<'_>) -> Result<DateTime> {
        let kept = self.is_kept(ctx).await?;
        Ok(if kept {
            self.row.updated_at
        } else {
            self.row.content_updated_at
        }
        .into())
    }

    /// The organisation whose lead it is; null for others where it must not be named.
    async fn owner(&self, ctx: &Context<'_>) -> Result<Option<Organization>> {
        if self.hides_owner(ctx).await? {
            return Ok(None);
        }
        organization(ctx, self.row.owner_id).await.map(Some)
    }

    /// The owner as the viewer may know it: its name, or a pseudonym that is another one in each lead.
    async fn owner_name(&self, ctx: &Context<'_>) -> Result<String> {
        if self.hides_owner(ctx).await? {
            let app = from_context::<App>(ctx)?;
            return Ok(signatures::pseudonym_of(app, self.row.id, self.row.owner_id));
        }
        Ok(organization(ctx, self.row.owner_id).await?.row().name.clone())
    }

    /// How it may be used.
    async fn handling(&self) -> Result<LeadHandling> {
        LeadHandling::of(&self.row)
    }

    /// Who wrote it; null for people of other organisations.
    async fn created_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        if self.is_kept(ctx).await? {
            person(ctx, self.row.created_by).await.map(Some)
        } else {
            Ok(None)
        }
    }

    /// The items that the viewer sees.
    async fn items(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, at most 100.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, at most 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<Connection<String, LeadItem, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let items = self.items_seen(ctx).await?;
        let total = items.len() as u64;
        let places = items
            .into_iter()
            .map(|item| (i64::from(item.position), item.id, LeadItem::of(item, &self.eyes)))
            .collect();
        Ok(connection(Page::slice(places, &args), move || {
            Box::pin(async move { Ok(total) })
        }))
    }

    /// The deliveries that the viewer sees: its own organisation's, for the desk all, for the owner those whose recipients
    /// allow it.
    async fn deliveries(&self, ctx: &Context<'_>) -> Result<Vec<Delivery>> {
        let rows = loaders::of(ctx)?
            .load_one(DeliveriesOf(self.eyes.clone(), self.row.id))
            .await?
            .unwrap_or_default();
        rows.iter()
            .map(|row| Delivery::of(row.clone(), self.eyes.clone()))
            .collect()
    }

    /// How the recipients answered, without names; empty unless the viewer keeps the lead.
    async fn verdict_counts(&self, ctx: &Context<'_>) -> Result<Vec<VerdictCount>> {
        if !self.is_kept(ctx).await? {
            return Ok(Vec::new());
        }
        let rows = parts::sent(ctx, &self.eyes, self.row.id).await?;
        let mut counts: Vec<VerdictCount> = Vec::new();
        for row in rows.iter() {
            let state: GqlDeliveryState = code::<DeliveryState>(&row.state)?.into();
            let verdict = row
                .verdict
                .as_deref()
                .map(code::<Verdict>)
                .transpose()?
                .map(GqlVerdict::from);
            match counts
                .iter_mut()
                .find(|count| count.state == state && count.verdict == verdict)
            {
                Some(found) => found.count += 1,
                None => counts.push(VerdictCount {
                    verdict,
                    state,
                    count: 1,
                }),
            }
        }
        Ok(counts)
    }

    /// Recipients' questions that wait for the owner; empty unless the viewer keeps the lead.
    async fn info_requests(&self, ctx: &Context<'_>) -> Result<Vec<InfoRequest>> {
        if !self.is_kept(ctx).await? {
            return Ok(Vec::new());
        }
        let rows = parts::sent(ctx, &self.eyes, self.row.id).await?;
        let waiting = rows
            .iter()
            .filter(|row| row.state == <&str>::from(DeliveryState::NeedsInfo))
            .filter_map(|row| Some((row.paused_at?, row.info_question.clone()?, row.id, row.version)));
        Ok(waiting
            .map(|(asked_at, question, delivery, version)| InfoRequest {
                delivery_id: id(IdKind::Delivery, delivery),
                question,
                asked_at: asked_at.into(),
                version,
            })
            .collect())
    }

    /// The comments that the viewer sees, oldest first.
    async fn comments(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, at most 100.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, at most 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<Connection<String, Comment, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let (page, total) = parts::page(ctx, &self.eyes, self.row.id, Comments, args).await?;
        let page = Comment::page(ctx, &self.eyes, Scene::from(&self.row), page).await?;
        Ok(connection(page, move || Box::pin(async move { Ok(total) })))
    }

    /// What happened, as far as the viewer may know, oldest first.
    async fn timeline(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, at most 100.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, at most 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<Connection<String, TimelineEntry, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let (page, total) = parts::page(ctx, &self.eyes, self.row.id, Entries, args).await?;
        let page = TimelineEntry::page(ctx, &self.eyes, Scene::from(&self.row), page).await?;
        Ok(connection(page, move || Box::pin(async move { Ok(total) })))
    }

    /// Who sees it now; null unless the viewer may share it.
    async fn audience(&self, ctx: &Context<'_>) -> Result<Option<AudiencePreview>> {
        let app = from_context::<App>(ctx)?;
        // Boxed: every field of a lead is given room for the largest one.
        let preview = Box::pin(commands::preview_audience(app, self.eyes.viewer(), self.row.clone()));
        Ok(preview.await?.map(AudiencePreview))
    }

    /// What it is opened to by grants that hold, the first one first; null unless the viewer may share it.
    async fn grants(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, at most 100.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, at most 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<Option<Connection<String, LeadGrant, Totals>>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let app = from_context::<App>(ctx)?;
        if !self.is_shared_by_viewer(ctx).await? {
            return Ok(None);
        }
        let granted = Box::pin(commands::granted(app, self.eyes.viewer(), self.row.id)).await?;
        let total = granted.len() as u64;
        let places = granted.into_iter().map(|granted| {
            let place = (granted.row.granted_at, granted.row.id);
            (place.0, place.1, LeadGrant::from(granted))
        });
        Ok(Some(connection(Page::slice(places.collect(), &args), move || {
            Box::pin(async move { Ok(total) })
        })))
    }

    /// To whom it was ever shown, the first one first, those included who do not see it any more; null unless the viewer
    /// may share it or works the desk.
    async fn seen_by(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, at most 100.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, at most 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<Option<Connection<String, Sighting, Totals>>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let app = Arc::clone(from_context::<App>(ctx)?);
        let lead = self.row.id;
        if !self.eyes.viewer().is_at_desk() && !self.is_shared_by_viewer(ctx).await? {
            return Ok(None);
        }
        let page = Box::pin(commands::seen_by(&app, self.eyes.viewer(), &self.row, &args)).await?;
        let page = page.try_map(|seen| Sighting::of(&seen, &self.eyes))?;
        Ok(Some(connection(page, move || {
            let app = Arc::clone(&app);
            Box::pin(async move { store::sighting_count(app.db.read(), lead).await })
        })))
    }

    /// What the viewer may do with it right now.
    async fn allowed_actions(&self, ctx: &Context<'_>) -> Result<Vec<LeadAction>> {
        let key = OwnerBrandsOf(self.eyes.clone(), self.row.id);
        let owner_brands = loaders::of(ctx)?.load_one(key).await?.unwrap_or_default();
        let sent = parts::sent(ctx, &self.eyes, self.row.id).await?;
        let now = from_context::<App>(ctx)?.now();
        actions::of_lead(self.eyes.viewer(), &self.row, &owner_brands, &sent, now)
    }

    /// The lead of which this is a copy without what must not travel; null where it is none, or one of a lead that the viewer
    /// does not see.
    async fn sanitized_from(&self, ctx: &Context<'_>) -> Result<Option<Lead>> {
        match self.row.sanitized_from {
            Some(source) => Lead::load(ctx, &self.eyes, source).await,
            None => Ok(None),
        }
    }

    /// The copies of this lead that the viewer sees and may know to be such, at most 20; empty unless the viewer keeps the
    /// lead.
    async fn sanitized_copies(&self, ctx: &Context<'_>) -> Result<Vec<Lead>> {
        if !self.is_kept(ctx).await? {
            return Ok(Vec::new());
        }
        let app = from_context::<App>(ctx)?;
        let ids = store::copies_of(app.db.read(), self.row.id).await?;
        let rows = store::leads_seen(app.db.read(), self.eyes.sight(), &ids).await?;
        rows.into_iter().map(|row| Lead::of(row, self.eyes.clone())).collect()
    }

    /// Other leads with the same listing, among those the viewer sees; at most 20.
    async fn possible_duplicates(&self, ctx: &Context<'_>) -> Result<Vec<Lead>> {
        let app = from_context::<App>(ctx)?;
        let items = self.items_seen(ctx).await?;
        let ids = store::same_listings(app.db.read(), self.eyes.sight(), &items).await?;
        let rows = store::leads_seen(app.db.read(), self.eyes.sight(), &ids).await?;
        rows.into_iter().map(|row| Lead::of(row, self.eyes.clone())).collect()
    }

    /// Items whose seller the brand has authorised; empty for those who may not read authorised parties.
    async fn authorized_seller_warnings(&self, ctx: &Context<'_>) -> Result<Vec<AuthorizedSellerWarning>> {
        Box::pin(self.seller_warnings(ctx)).await
    }
}
