//! Appraisals, as clients see them.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, SimpleObject};
use futures_util::future::try_join_all;
use strum::VariantArray as _;
use uuid::Uuid;

use super::{
    case::policy_place,
    enums::{GqlAppraisalPurpose, GqlAppraisalRank, GqlAppraisalState, GqlAppraisalStep, GqlAppraiserInterest},
    loaders::{self, AppraisalKey, FactsOf, OfPurchase, OfSample},
    reports::{AppraisalReport, reports_of},
};
use crate::{
    app::App,
    appraisals::{
        commands::{is_blind, party, standing},
        rules::{AppraisalRank, AppraisalState, AppraisalStep},
        store::AppraisalRow,
    },
    leads::graphql::{Eyes, Lead, lead},
    members::graphql::{Organization, Person, organization, person},
    platform::{
        clock::micros,
        db::{code, json},
        error::{ApiError, Result},
        graphql::{
            from_context, id,
            scalars::{Date, DateTime},
        },
        ids::{self, IdKind},
    },
    purchases::graphql::Purchase,
    samples::graphql::Sample,
};

/// An inspection of a sample by one appraiser.
pub struct Appraisal {
    row: AppraisalRow,
    eyes: Eyes,
    blind: bool,
}

impl Appraisal {
    /// The object of a row that these eyes see; of a lead that is shown by it, that is noted.
    pub(super) fn of(row: AppraisalRow, eyes: &Eyes) -> Self {
        let blind = is_blind(eyes.viewer(), &row);
        if row.appraiser_id != eyes.viewer().person {
            eyes.shows(row.lead_id, None);
        }
        Self {
            row,
            eyes: eyes.clone(),
            blind,
        }
    }

    /// The appraisal of an id that the caller sees.
    ///
    /// # Errors
    /// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
    pub async fn load(ctx: &Context<'_>, key: Uuid) -> Result<Option<Self>> {
        let eyes = Eyes::from(ctx)?;
        let row = loaders::of(ctx)?.load_one(AppraisalKey(eyes.clone(), key)).await?;
        Ok(row.map(|row| Self::of(Arc::unwrap_or_clone(row), &eyes)))
    }

    /// Those of some ids that the caller sees, in that order.
    pub(super) async fn load_all(ctx: &Context<'_>, keys: &[Uuid]) -> Result<Vec<Self>> {
        let found = try_join_all(keys.iter().map(|key| Self::load(ctx, *key))).await?;
        Ok(found.into_iter().flatten().collect())
    }

    /// Those of a sample that the caller sees, the first one first.
    ///
    /// # Errors
    /// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
    pub async fn of_sample(ctx: &Context<'_>, sample: Uuid) -> Result<Vec<Self>> {
        let eyes = Eyes::from(ctx)?;
        let rows = loaders::of(ctx)?.load_one(OfSample(eyes.clone(), sample)).await?;
        Ok(Self::all(rows, &eyes))
    }

    /// Those of a purchase that the caller sees, by sample, the first one first.
    ///
    /// # Errors
    /// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
    pub async fn of_purchase(ctx: &Context<'_>, purchase: Uuid) -> Result<Vec<Self>> {
        let eyes = Eyes::from(ctx)?;
        let rows = loaders::of(ctx)?.load_one(OfPurchase(eyes.clone(), purchase)).await?;
        let mut seen = Self::all(rows, &eyes);
        // An appraiser who inspects blindly does not learn of which purchase it is.
        seen.retain(|one| !one.blind);
        Ok(seen)
    }

    fn all(rows: Option<Arc<Vec<AppraisalRow>>>, eyes: &Eyes) -> Vec<Self> {
        let rows = rows.map(Arc::unwrap_or_clone).unwrap_or_default();
        rows.into_iter().map(|row| Self::of(row, eyes)).collect()
    }

    async fn open_person(&self, ctx: &Context<'_>, key: Option<Uuid>) -> Result<Option<Person>> {
        let is_own = self.row.appraiser_id == self.eyes.viewer().person;
        match key.filter(|_| !is_own) {
            Some(key) => person(ctx, key).await.map(Some),
            None => Ok(None),
        }
    }
}

/// An inspection of a sample by one appraiser.
#[Object]
impl Appraisal {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id(IdKind::Appraisal, self.row.id)
    }

    /// What people call it; random.
    async fn reference(&self) -> &str {
        &self.row.reference
    }

    /// The sample.
    async fn sample(&self, ctx: &Context<'_>) -> Result<Sample> {
        Sample::load(ctx, self.row.sample_id)
            .await?
            .ok_or_else(ApiError::not_found)
    }

    /// The purchase; null for who does not see it, and for an appraiser who inspects blindly.
    async fn purchase(&self, ctx: &Context<'_>) -> Result<Option<Purchase>> {
        match self.blind {
            true => Ok(None),
            false => Purchase::load(ctx, self.row.purchase_id).await,
        }
    }

    /// The lead; null for who does not see it, and for an appraiser who inspects blindly.
    async fn lead(&self, ctx: &Context<'_>) -> Result<Option<Lead>> {
        match self.blind {
            true => Ok(None),
            false => lead(ctx, self.row.lead_id).await,
        }
    }

    /// Whose purchase it is; null for an appraiser who inspects blindly.
    async fn organization(&self, ctx: &Context<'_>) -> Result<Option<Organization>> {
        match self.blind {
            true => Ok(None),
            false => organization(ctx, self.row.organization_id).await.map(Some),
        }
    }

    /// How much its word weighs.
    async fn rank(&self) -> Result<GqlAppraisalRank> {
        code::<AppraisalRank>(&self.row.rank).map(Into::into)
    }

    /// Its place in the order of the purchase's programme, from 1, the lowest.
    async fn rank_place(&self, ctx: &Context<'_>) -> Result<i32> {
        policy_place(ctx, self.row.program_id, code(&self.row.rank)?).await
    }

    /// Which inspection of the sample it is, from 1; null for an appraiser who inspects blindly.
    async fn round(&self) -> Option<i32> {
        (!self.blind).then_some(self.row.round)
    }

    /// Why it was ordered; null for an appraiser who inspects blindly.
    async fn purpose(&self) -> Result<Option<GqlAppraisalPurpose>> {
        if self.blind {
            return Ok(None);
        }
        code::<crate::appraisals::rules::AppraisalPurpose>(&self.row.purpose).map(|purpose| Some(purpose.into()))
    }

    /// The appraisal that it inspects again; null where there is none, and for its appraiser.
    async fn follows(&self, ctx: &Context<'_>) -> Result<Option<Appraisal>> {
        match self.row.follows_id.filter(|_| !self.blind) {
            Some(key) => Self::load(ctx, key).await,
            None => Ok(None),
        }
    }

    /// Where it stands.
    async fn state(&self) -> Result<GqlAppraisalState> {
        code::<AppraisalState>(&self.row.state).map(Into::into)
    }

    /// Whether the appraiser knows neither lead nor seller, price or earlier conclusions.
    #[graphql(name = "blind")]
    async fn inspects_blindly(&self) -> bool {
        self.row.blind
    }

    /// Who is to inspect.
    async fn appraiser(&self, ctx: &Context<'_>) -> Result<Person> {
        person(ctx, self.row.appraiser_id).await
    }

    /// The appraiser's organisation.
    async fn appraiser_organization(&self, ctx: &Context<'_>) -> Result<Organization> {
        organization(ctx, self.row.appraiser_organization_id).await
    }

    /// Who ordered it; null for an appraiser who inspects blindly.
    async fn ordered_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.blind {
            true => Ok(None),
            false => person(ctx, self.row.ordered_by).await.map(Some),
        }
    }

    /// When.
    async fn ordered_at(&self) -> DateTime {
        self.row.ordered_at.into()
    }

    /// The last day for the report, in working days of the alliance's calendar.
    async fn due_on(&self) -> Result<Date> {
        self.row.due_on.parse().map(Date).map_err(ApiError::internal)
    }

    /// The end of that day.
    async fn due_at(&self) -> DateTime {
        self.row.due_at.into()
    }

    /// Whether a calendar notice that is still to come may move it.
    async fn provisional(&self) -> bool {
        self.row.provisional
    }

    /// Whether the report is, or came, later than that.
    async fn overdue(&self, ctx: &Context<'_>) -> Result<bool> {
        let state: AppraisalState = code(&self.row.state)?;
        let now = micros(from_context::<App>(ctx)?.now());
        let waits = state.is_open() && self.row.due_at <= now;
        Ok(self.row.reported_at.map_or(waits, |at| at > self.row.due_at))
    }

    /// What is asked.
    async fn questions(&self) -> &str {
        &self.row.questions
    }

    /// By what the genuine article is told, one a line.
    async fn reference_features(&self) -> Result<Vec<String>> {
        json(&self.row.reference_features)
    }

    /// What was bought and where; null for an appraiser who inspects blindly.
    async fn context(&self, ctx: &Context<'_>) -> Result<Option<AppraisalContext>> {
        if self.blind {
            return Ok(None);
        }
        let found = loaders::of(ctx)?.load_one(FactsOf(self.row.purchase_id)).await?;
        Ok(found.map(|facts| AppraisalContext {
            order_number: facts.order_number.clone(),
            seller: facts.seller.clone(),
            listing_url: facts.listing_url.clone(),
        }))
    }

    /// What the appraiser has to do with whom it concerns; null until it was taken up.
    async fn interest(&self) -> Result<Option<GqlAppraiserInterest>> {
        let interest = self.row.interest.as_deref();
        let interest = interest
            .map(code::<crate::appraisals::rules::AppraiserInterest>)
            .transpose()?;
        Ok(interest.map(Into::into))
    }

    /// The words to that; null where there are none.
    async fn interest_note(&self) -> Option<&str> {
        self.row.interest_note.as_deref()
    }

    /// Why it was declined, or taken back; null where it was not.
    async fn end_reason(&self) -> Option<&str> {
        self.row.end_reason.as_deref()
    }

    /// The report as it stands; null until there is one.
    async fn report(&self, ctx: &Context<'_>) -> Result<Option<AppraisalReport>> {
        Ok(reports_of(ctx, self.row.id, self.blind).await?.pop())
    }

    /// All versions of the report, the first one first.
    async fn reports(&self, ctx: &Context<'_>) -> Result<Vec<AppraisalReport>> {
        reports_of(ctx, self.row.id, self.blind).await
    }

    /// When it was agreed to; null where it was not.
    async fn agreed_at(&self) -> Option<DateTime> {
        self.row.agreed_at.map(Into::into)
    }

    /// Who agreed; null where nobody did, and for its appraiser.
    async fn agreed_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        self.open_person(ctx, self.row.agreed_by).await
    }

    /// When it was contested; null where it was not.
    async fn contested_at(&self) -> Option<DateTime> {
        self.row.contested_at.map(Into::into)
    }

    /// Who contests it; null where nobody does, and for its appraiser.
    async fn contested_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        self.open_person(ctx, self.row.contested_by).await
    }

    /// Why; null where nobody does, and for its appraiser.
    async fn contest_reason(&self) -> Option<&str> {
        let is_own = self.row.appraiser_id == self.eyes.viewer().person;
        self.row.contest_reason.as_deref().filter(|_| !is_own)
    }

    /// Since when it counts; null where it does not.
    async fn final_at(&self) -> Option<DateTime> {
        self.row.final_at.map(Into::into)
    }

    /// The report on paper, on this server; null until there is one.
    async fn report_url(&self) -> Option<String> {
        let key = ids::encode(IdKind::Appraisal, self.row.id);
        self.row.reported_at.map(|_| format!("/appraisals/{key}/report.pdf"))
    }

    /// What the viewer can do to it now.
    async fn allowed_actions(&self, ctx: &Context<'_>) -> Result<Vec<GqlAppraisalStep>> {
        let now = from_context::<App>(ctx)?.now();
        let (standing, party) = (standing(&self.row)?, party(self.eyes.viewer(), &self.row, now));
        let allowed = AppraisalStep::VARIANTS
            .iter()
            .filter(|step| standing.step(**step, party).is_ok());
        Ok(allowed.map(|step| (*step).into()).collect())
    }

    /// Counts its changes; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.row.version
    }
}

/// What was bought, and where.
#[derive(SimpleObject)]
pub struct AppraisalContext {
    /// The number of the order; null where there is none.
    order_number: Option<String>,
    /// The seller; null where nobody knows.
    seller: Option<String>,
    /// The address of the listing; null where there is none.
    listing_url: Option<String>,
}

/// How an appraiser works.
#[derive(SimpleObject)]
pub struct AppraiserFigures {
    /// Who.
    appraiser: Person,
    /// The appraiser's organisation.
    organization: Organization,
    /// How many appraisals were ordered.
    ordered: i32,
    /// How many were reported.
    reported: i32,
    /// How many were declined.
    declined: i32,
    /// How many were reported late, or are late.
    overdue: i32,
    /// How many reports can be compared with what holds for the sample by somebody else's word of no lower rank.
    compared: i32,
    /// How many of these said something else.
    wrong: i32,
    /// Their share, from 0 to 1; null where nothing can be compared.
    error_rate: Option<f64>,
}

impl AppraiserFigures {
    /// The objects of some figures.
    pub(super) async fn all(ctx: &Context<'_>, found: Vec<crate::appraisals::commands::Figures>) -> Result<Vec<Self>> {
        let people = try_join_all(found.iter().map(|one| person(ctx, one.person))).await?;
        let homes = try_join_all(found.iter().map(|one| organization(ctx, one.organization))).await?;
        let named = found.into_iter().zip(people.into_iter().zip(homes));
        let of =
            |(one, (appraiser, organization)): (crate::appraisals::commands::Figures, (Person, Organization))| Self {
                appraiser,
                organization,
                ordered: one.ordered,
                reported: one.reported,
                declined: one.declined,
                overdue: one.overdue,
                compared: one.compared,
                wrong: one.wrong,
                error_rate: (one.compared > 0).then(|| f64::from(one.wrong) / f64::from(one.compared)),
            };
        Ok(named.map(of).collect())
    }
}
