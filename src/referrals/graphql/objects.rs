//! A referral, as clients see it.

use async_graphql::{Context, ID, Object};
use strum::VariantArray as _;
use uuid::Uuid;

use super::{
    clock::{ReferralClock, ReferralFeedback},
    content::{ReferralCompleteness, ReferralContent},
    enums::{GqlDeclineReason, GqlReferralAction, GqlReferralState, GqlReferralStep, GqlSide},
    package::ReferralPackage,
};
use crate::{
    agencies::graphql::{Agency, Officer, agency, officer},
    app::App,
    leads::graphql::{Eyes, GqlHandlingCode, GqlTlp},
    members::{
        graphql::{GqlLanguage, Organization, Person, organization, person},
        rules::Language,
    },
    permissions::{
        audience::{HandlingCode, Tlp},
        viewer::OrganizationKind,
    },
    platform::{
        clock::timestamp,
        db::code,
        error::Result,
        graphql::{from_context, id, scalars::DateTime},
        ids::IdKind,
    },
    referrals::{
        commands,
        rules::{DeclineReason, FEEDBACK_DAYS, ReferralAction, ReferralStep, Side},
        store::{self, OfficerRef, Row, StepRow},
    },
};

/// A package of leads for an agency, and what became of it.
pub struct Referral {
    row: Row,
    eyes: Eyes,
}

impl Referral {
    /// The object of a row that these eyes see.
    pub(super) fn of(row: Row, eyes: &Eyes) -> Self {
        Self {
            row,
            eyes: eyes.clone(),
        }
    }

    /// From which side these eyes see it.
    pub(super) fn seen_from(&self) -> Side {
        match self.eyes.viewer().kind {
            OrganizationKind::LeAgency => Side::Agency,
            OrganizationKind::MemberBrand
            | OrganizationKind::Association
            | OrganizationKind::AgentFirm
            | OrganizationKind::Lab
            | OrganizationKind::Platform
            | OrganizationKind::Secretariat
            | OrganizationKind::Auditor => Side::Author,
        }
    }
}

/// A package of leads for an agency, and what became of it.
#[Object]
impl Referral {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id(IdKind::Referral, self.row.id)
    }

    /// What people call it, such as `RF-26-7K3QX2`.
    async fn reference(&self) -> &str {
        &self.row.reference
    }

    /// What it is about, in a line.
    async fn title(&self) -> &str {
        &self.row.title
    }

    /// Where it stands.
    async fn state(&self) -> Result<GqlReferralState> {
        store::state_of(&self.row).map(Into::into)
    }

    /// From which side the viewer sees it.
    async fn side(&self) -> GqlSide {
        self.seen_from().into()
    }

    /// Counts its changes; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// For which organisation it is made.
    async fn organization(&self, ctx: &Context<'_>) -> Result<Organization> {
        organization(ctx, self.row.organization_id).await
    }

    /// Who wrote it.
    async fn author(&self, ctx: &Context<'_>) -> Result<Person> {
        person(ctx, self.row.author_id).await
    }

    /// Whom the agency may ask.
    async fn contact(&self, ctx: &Context<'_>) -> Result<Person> {
        person(ctx, self.row.contact_id).await
    }

    /// To which agency it goes.
    async fn agency(&self, ctx: &Context<'_>) -> Result<Agency> {
        agency(ctx, self.row.agency_id).await
    }

    /// The officers whom it names.
    async fn officers(&self, ctx: &Context<'_>) -> Result<Vec<ReferralOfficer>> {
        let named = store::officers_of(from_context::<App>(ctx)?.db.read(), &[self.row.id]).await?;
        Ok(named.into_iter().map(ReferralOfficer).collect())
    }

    /// The country of the offence, ISO 3166-1 alpha-2.
    async fn country(&self) -> &str {
        &self.row.country
    }

    /// The division of that country; null where none is named.
    async fn division_code(&self) -> Option<&str> {
        self.row.division_code.as_deref()
    }

    /// The strictest TLP of what is in it.
    async fn tlp(&self) -> Result<GqlTlp> {
        code::<Tlp>(&self.row.tlp).map(Into::into)
    }

    /// What the agency may do with it.
    async fn handling_code(&self) -> Result<GqlHandlingCode> {
        code::<HandlingCode>(&self.row.handling_code).map(Into::into)
    }

    /// The language of the package on paper.
    async fn language(&self) -> Result<GqlLanguage> {
        code::<Language>(&self.row.language).map(Into::into)
    }

    /// When it was begun.
    async fn created_at(&self) -> DateTime {
        self.row.created_at.into()
    }

    /// What it is made of, as far as the viewer sees that; null on the agency's side, which has the package.
    async fn content(&self) -> Option<ReferralContent> {
        let own = self.seen_from() == Side::Author;
        own.then(|| ReferralContent::of(self.row.clone(), &self.eyes))
    }

    /// How complete it is by the rules of today; null on the agency's side.
    async fn completeness(&self, ctx: &Context<'_>) -> Result<Option<ReferralCompleteness>> {
        if self.seen_from() == Side::Agency {
            return Ok(None);
        }
        let app = from_context::<App>(ctx)?;
        let checked = commands::check(app.db.read(), &self.row, app.now()).await?;
        Ok(Some(checked.completeness.into()))
    }

    /// Who handed it in last; null before, and on the agency's side.
    async fn submitted_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        self.of_own_side(ctx, self.row.submitted_by).await
    }

    /// When it was handed in first; null before.
    async fn submitted_at(&self) -> Option<DateTime> {
        self.row.submitted_at.map(Into::into)
    }

    /// Who agreed to it, as the second person; null before, and on the agency's side.
    async fn approved_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        self.of_own_side(ctx, self.row.approved_by).await
    }

    /// When a second person agreed; null before.
    async fn approved_at(&self) -> Option<DateTime> {
        self.row.approved_at.map(Into::into)
    }

    /// When it was sent; null before.
    async fn sent_at(&self) -> Option<DateTime> {
        self.row.sent_at.map(Into::into)
    }

    /// Until when the agency acknowledges it; null before it is sent.
    async fn receipt(&self, ctx: &Context<'_>) -> Result<Option<ReferralClock>> {
        ReferralClock::receipt(&self.row, from_context::<App>(ctx)?.now())
    }

    /// Until when the agency decides, for information; null before it was received.
    async fn decision(&self, ctx: &Context<'_>) -> Result<Option<ReferralClock>> {
        ReferralClock::decision(&self.row, from_context::<App>(ctx)?.now())
    }

    /// Since when the clock of the decision stands still; null while it runs.
    async fn paused_since(&self) -> Option<DateTime> {
        self.row.paused_at.map(Into::into)
    }

    /// The number of the agency's file; null unless it accepted.
    async fn file_number(&self) -> Option<&str> {
        self.row.file_number.as_deref()
    }

    /// Why the agency declined; null unless it did.
    async fn decline_reason(&self) -> Result<Option<GqlDeclineReason>> {
        let reason = self.row.decline_reason.as_deref().map(code::<DeclineReason>);
        Ok(reason.transpose()?.map(Into::into))
    }

    /// When the agency decided; null before.
    async fn decided_at(&self) -> Option<DateTime> {
        self.row.decided_at.map(Into::into)
    }

    /// What was sent; null before, once it was withdrawn, and where the viewer does not see all that is in it.
    async fn package(&self, ctx: &Context<'_>) -> Result<Option<ReferralPackage>> {
        if !commands::is_open_package(&self.row)? {
            return Ok(None);
        }
        let app = from_context::<App>(ctx)?;
        let (standing, _) = commands::stand(app.db.read(), self.eyes.viewer(), &self.row, app.now()).await?;
        if !standing.sees_all {
            return Ok(None);
        }
        let kept = store::package_of(app.db.read(), self.row.id).await?;
        for (_, lead) in store::leads_of(app.db.read(), &[self.row.id]).await? {
            self.eyes.shows(lead, None);
        }
        kept.map(ReferralPackage::of).transpose()
    }

    /// What came of it; null until somebody said so.
    async fn feedback(&self) -> Result<Option<ReferralFeedback>> {
        ReferralFeedback::of(&self.row)
    }

    /// Whether it was decided more than 30 days ago and nobody has said what came of it.
    async fn feedback_overdue(&self, ctx: &Context<'_>) -> Result<bool> {
        let now = from_context::<App>(ctx)?.now();
        let month = jiff::SignedDuration::from_hours(24 * FEEDBACK_DAYS);
        let is_over = |at: i64| now.duration_since(timestamp(at)) > month;
        Ok(self.row.feedback_at.is_none() && self.row.decided_at.is_some_and(is_over))
    }

    /// When it was withdrawn; null unless it was.
    async fn withdrawn_at(&self) -> Option<DateTime> {
        self.row.withdrawn_at.map(Into::into)
    }

    /// When the agency was told, after it had accepted, not to rely on it any more; null unless it was.
    async fn retracted_at(&self) -> Option<DateTime> {
        self.row.retracted_at.map(Into::into)
    }

    /// Why it was withdrawn or retracted; null unless it was.
    async fn stop_reason(&self) -> Option<&str> {
        self.row.stop_reason.as_deref()
    }

    /// What happened to it, the oldest first; on the agency's side from the sending on.
    async fn history(&self, ctx: &Context<'_>) -> Result<Vec<ReferralHistoryStep>> {
        let steps = store::steps_of(from_context::<App>(ctx)?.db.read(), self.row.id).await?;
        let own = self.seen_from() == Side::Author;
        let shown = steps
            .into_iter()
            .map(|row| Ok((code::<ReferralStep>(&row.kind)?, row)))
            .collect::<Result<Vec<_>>>()?;
        let shown = shown.into_iter().filter(|(kind, _)| own || is_for_agency(*kind));
        Ok(shown.map(|(kind, row)| ReferralHistoryStep { kind, row }).collect())
    }

    /// What the viewer can do to it now.
    async fn allowed_actions(&self, ctx: &Context<'_>) -> Result<Vec<GqlReferralAction>> {
        let app = from_context::<App>(ctx)?;
        let (standing, _) = commands::stand(app.db.read(), self.eyes.viewer(), &self.row, app.now()).await?;
        let course = commands::course(&self.row)?;
        let allowed = ReferralAction::VARIANTS
            .iter()
            .filter(|action| course.admits(&standing, **action).is_ok());
        Ok(allowed.map(|action| (*action).into()).collect())
    }
}

impl Referral {
    /// A person of its own side's work, who is not told to the agency.
    async fn of_own_side(&self, ctx: &Context<'_>, key: Option<Uuid>) -> Result<Option<Person>> {
        match key.filter(|_| self.seen_from() == Side::Author) {
            Some(key) => person(ctx, key).await.map(Some),
            None => Ok(None),
        }
    }
}

/// The steps that an agency's officers are shown.
pub(super) fn is_for_agency(step: ReferralStep) -> bool {
    match step {
        ReferralStep::Created
        | ReferralStep::Updated
        | ReferralStep::Submitted
        | ReferralStep::TakenBack
        | ReferralStep::Returned
        | ReferralStep::Approved
        | ReferralStep::FellBack => false,
        ReferralStep::Sent
        | ReferralStep::Opened
        | ReferralStep::Received
        | ReferralStep::ReviewBegun
        | ReferralStep::InfoRequested
        | ReferralStep::InfoAnswered
        | ReferralStep::DecisionExtended
        | ReferralStep::Accepted
        | ReferralStep::Declined
        | ReferralStep::Closed
        | ReferralStep::Withdrawn
        | ReferralStep::Retracted
        | ReferralStep::LeadRetracted
        | ReferralStep::Reminded => true,
    }
}

/// An officer whom a referral names.
pub struct ReferralOfficer(OfficerRef);

/// An officer whom a referral names.
#[Object]
impl ReferralOfficer {
    /// The officer, as the directory has it.
    async fn officer(&self, ctx: &Context<'_>) -> Result<Officer> {
        officer(ctx, self.0.officer).await
    }

    /// When the officer first opened the package; null before.
    async fn opened_at(&self) -> Option<DateTime> {
        self.0.opened_at.map(Into::into)
    }
}

/// A step of a referral's history.
pub struct ReferralHistoryStep {
    kind: ReferralStep,
    row: StepRow,
}

/// A step of a referral's history.
#[Object(name = "ReferralStep")]
impl ReferralHistoryStep {
    /// What happened.
    async fn kind(&self) -> GqlReferralStep {
        self.kind.into()
    }

    /// When.
    async fn at(&self) -> DateTime {
        self.row.at.into()
    }

    /// Who did it; null for the service, and for an officer without an account.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.row.person_id {
            Some(key) => person(ctx, key).await.map(Some),
            None => Ok(None),
        }
    }

    /// The officer who did it; null where it was none.
    async fn officer(&self, ctx: &Context<'_>) -> Result<Option<Officer>> {
        match self.row.officer_id {
            Some(key) => officer(ctx, key).await.map(Some),
            None => Ok(None),
        }
    }

    /// What was said to it: a reason, a question, an answer; null where nothing was.
    async fn note(&self) -> Option<&str> {
        self.row.note.as_deref()
    }
}
