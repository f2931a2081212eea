//! The fields of a lead that have to be looked up.

use std::sync::Arc;

use async_graphql::{ComplexObject, Context, ID, connection::Connection};

use super::{
    super::{
        actions,
        answers::{AuthorizedSellerWarning, InfoRequest, VerdictCount},
        audience::AudiencePreview,
        delivery::Delivery,
        enums::LeadAction,
        evidence,
        following::LeadFollowUp,
        grant::LeadGrant,
        handling::LeadHandling,
        item::LeadItem,
        loaders::{self, DeliveriesOf, LeadKey, MutedBy, OwnerBrandsOf},
        parts,
        sighting::Sighting,
        signatures::Scene,
        timeline::{Comment, TimelineEntry},
    },
    Lead, LeadFields,
};
use crate::{
    app::App,
    blind_match::graphql::{LeadBlindMatching, matching_of_lead},
    evidence::graphql::EvidenceItem,
    leads::{
        commands,
        rules::LeadState,
        store::{self, Comments, Entries},
    },
    members::graphql::{Organization, Person, organization, person},
    permissions::Action,
    platform::{
        clock::timestamp_or_never,
        error::Result,
        graphql::{
            Known as _, Plain,
            connection::{Page, PageArgs, Totals, connection},
            from_context, id,
            scalars::DateTime,
        },
        ids::IdKind,
    },
    referrals::graphql::{LeadReferralStep, steps_of_lead},
    subjects::graphql::{LeadAlike, Subject, leads_alike, subjects_of},
};

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
        self.known_owner_name(ctx).await
    }

    /// Whether an offline action that the viewer sees rests on it and is approved and not closed.
    async fn in_action(&self, ctx: &Context<'_>) -> Result<bool> {
        crate::actions::graphql::is_in_action(ctx, &self.eyes, self.row.id).await
    }

    /// The test purchases from it that the viewer sees, the latest first; at most 100.
    async fn purchases(&self, ctx: &Context<'_>) -> Result<Vec<crate::purchases::graphql::Purchase>> {
        crate::purchases::graphql::purchases_of_lead(ctx, self.row.id).await
    }

    /// What happened to the referrals that include it, as far as the viewer sees these referrals, the oldest first; at most the latest
    /// 200. It belongs into the timeline, by its moment.
    async fn referral_steps(&self, ctx: &Context<'_>) -> Result<Vec<LeadReferralStep>> {
        steps_of_lead(ctx, &self.eyes, self.row.id).await
    }

    /// What the viewer and its organisation noted of it: who is on it, whether it is watched. No other organisation sees it.
    async fn follow_up(&self, ctx: &Context<'_>) -> Result<LeadFollowUp> {
        LeadFollowUp::load(ctx, &self.eyes, self.row.id).await
    }

    /// Whether the viewer wants to be told nothing of it but what cannot be switched off and comments that name the viewer.
    async fn muted(&self, ctx: &Context<'_>) -> Result<bool> {
        let until = loaders::of(ctx)?.load_one(MutedBy(self.eyes.clone(), self.row.id));
        Ok(until.await?.is_some())
    }

    /// Until when that is; null where it is not, and where it is for good.
    async fn muted_until(&self, ctx: &Context<'_>) -> Result<Option<DateTime>> {
        let until = loaders::of(ctx)?.load_one(MutedBy(self.eyes.clone(), self.row.id));
        Ok(until.await?.and_then(|until| timestamp_or_never(*until)).map(DateTime))
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
        VerdictCount::all(&parts::sent(ctx, &self.eyes, self.row.id).await?)
    }

    /// Recipients' questions that wait for the owner; empty unless the viewer keeps the lead.
    async fn info_requests(&self, ctx: &Context<'_>) -> Result<Vec<InfoRequest>> {
        if !self.is_kept(ctx).await? {
            return Ok(Vec::new());
        }
        Ok(InfoRequest::all(&parts::sent(ctx, &self.eyes, self.row.id).await?))
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

    /// The samples bought for it that the viewer sees, in the order of their receipt.
    async fn samples(&self, ctx: &Context<'_>) -> Result<Vec<crate::samples::graphql::Sample>> {
        crate::samples::graphql::Sample::of_lead(ctx, self.row.id).await
    }

    /// The evidence that the viewer sees, the first piece first.
    async fn evidence(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, at most 100.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, at most 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<Connection<String, EvidenceItem, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        evidence::page(ctx, &self.eyes, self.row.id, args).await
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
        // Something is read of every lead, so that a copy of what is hidden takes no statement more than a lead that is none.
        let source = self.row.sanitized_from.unwrap_or(self.row.id);
        let found = Lead::load(ctx, &self.eyes, source).await?;
        Ok(found.filter(|_| self.row.sanitized_from.is_some()))
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

    /// The lead with which this one goes on; null where it goes on by itself, or with one that the viewer does not see.
    async fn merged_into(&self, ctx: &Context<'_>) -> Result<Option<Lead>> {
        match self.row.merged_into {
            Some(into) => Lead::load(ctx, &self.eyes, into).await,
            None => Ok(None),
        }
    }

    /// The leads that go on with this one, among those the viewer sees, the first one first; at most 100. Their parts are
    /// their own: who sees them does not change.
    async fn merged_leads(&self, ctx: &Context<'_>) -> Result<Vec<Lead>> {
        let rows = self.merged_seen(ctx).await?;
        rows.into_iter().map(|row| Lead::of(row, self.eyes.clone())).collect()
    }

    /// Who contributed it: the owner, and those of the leads that go on with it, among those the viewer sees; each by its
    /// name or, where it must not be named, by its pseudonym.
    async fn contributors(&self, ctx: &Context<'_>) -> Result<Vec<String>> {
        let mut names = vec![self.known_owner_name(ctx).await?];
        for row in self.merged_seen(ctx).await? {
            let Plain(lead) = Lead::of(row, self.eyes.clone())?;
            lead.shown();
            let name = lead.known_owner_name(ctx).await?;
            if !names.contains(&name) {
                names.push(name);
            }
        }
        Ok(names)
    }

    /// The retracted leads on which this one rests, among those the viewer sees: the one of which it is a copy, and those
    /// that go on with it. What rests on them has to be looked at again.
    async fn retracted_basis(&self, ctx: &Context<'_>) -> Result<Vec<Lead>> {
        let mut basis = self.merged_seen(ctx).await?;
        // As above: of every lead.
        let source = self.row.sanitized_from.unwrap_or(self.row.id);
        let source = loaders::of(ctx)?.load_one(LeadKey(self.eyes.clone(), source)).await?;
        let source = source.filter(|_| self.row.sanitized_from.is_some());
        basis.extend(source.map(Arc::unwrap_or_clone));
        let retracted: &str = LeadState::Retracted.into();
        let basis = basis.into_iter().filter(|row| row.state == retracted);
        basis.map(|row| Lead::of(row, self.eyes.clone())).collect()
    }

    /// Who and what stands behind it, as far as the viewer sees it, the first one first; what was taken away is among them.
    async fn subjects(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, at most 100.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, at most 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<Connection<String, Subject, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let subjects = subjects_of(ctx, &self.eyes, self.row.id).await?;
        let total = subjects.len() as u64;
        Ok(connection(Page::slice(subjects, &args), move || {
            Box::pin(async move { Ok(total) })
        }))
    }

    /// Other leads that name somebody known by the same as somebody in this one, among those the viewer sees; those with the
    /// most in common first, at most 50.
    async fn leads_alike(&self, ctx: &Context<'_>) -> Result<Vec<LeadAlike>> {
        leads_alike(ctx, &self.eyes, self.row.id).await
    }

    /// How it is compared with what other organisations know; null for everybody but its owner's side.
    async fn blind_matching(&self, ctx: &Context<'_>) -> Result<Option<LeadBlindMatching>> {
        let key = OwnerBrandsOf(self.eyes.clone(), self.row.id);
        let brands = loaders::of(ctx)?.load_one(key).await?.unwrap_or_default();
        let now = from_context::<App>(ctx)?.now();
        let may_change = commands::may_keep(self.eyes.viewer(), Action::BlindMatchAnswer, &self.row, &brands, now);
        matching_of_lead(ctx, &self.eyes, (self.row.id, self.row.owner_id), may_change).await
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
