//! Ordering appraisals: who is to inspect what, by when, and what that person may know.

use jiff::{Timestamp, tz::TimeZone};
use serde_json::json;
use uuid::Uuid;

use super::{news, party, recorded, standing};
use crate::{
    app::App,
    appraisals::{
        policies,
        rules::{self, AppraisalPurpose, AppraisalRank, AppraisalState, AppraisalStep, DUE_RULE, Policy},
        store::{self, AppraisalRow},
    },
    audience::{self, Kind, Sight},
    members::{self, ActivePerson},
    permissions::{Action, Role, Target, Viewer, viewer::OrganizationKind},
    platform::{
        clock::micros,
        db::{
            Tx, code,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, ErrorCode, Result},
        ids,
    },
    purchases, rights,
    samples::{self, SampleRow, rules::SampleDisposal},
};

/// An order to be.
#[derive(Debug, Clone, serde::Serialize)]
pub(crate) struct NewAppraisal {
    /// Of which sample.
    pub(crate) sample: Uuid,
    /// Whose word it will be.
    pub(crate) rank: AppraisalRank,
    /// Who is to inspect.
    pub(crate) appraiser: Uuid,
    /// What is asked.
    pub(crate) questions: String,
    /// By what the genuine article is told.
    pub(crate) reference_features: Vec<String>,
    /// Whether the appraiser is to know of nothing but the sample.
    pub(crate) blind: bool,
    /// The appraisal that is inspected again.
    pub(crate) follows: Option<Uuid>,
    /// Whether it is the second inspection for which the sample was drawn.
    pub(crate) quality: bool,
    /// Working days for the report.
    pub(crate) working_days: Option<i32>,
}

/// Whether somebody who sees a sample orders its appraisals.
#[must_use]
pub(in crate::appraisals) fn may_order(viewer: &Viewer, sample: &SampleRow, now: Timestamp) -> bool {
    let target = Target {
        organization: sample.organization_id,
        brands: &[sample.brand_id],
    };
    viewer.may(Action::AppraisalOrder, target, now)
}

/// Orders an appraisal; the purchase is in appraisal then.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `FOUR_EYES` for a second inspection by the same person, `TRANSITION_NOT_ALLOWED`, `BAD_USER_INPUT`,
/// `IDEMPOTENCY_MISMATCH`.
pub(crate) async fn order(app: &App, viewer: &Viewer, key: &str, new: &NewAppraisal) -> Result<Uuid> {
    let tx = app.begin().await?;
    let sample = samples::locked(&tx, viewer, new.sample).await?;
    if !may_order(viewer, &sample, tx.now()) {
        return Err(ErrorCode::Forbidden.into());
    }
    let claim = match claim(&tx, viewer.person, "orderAppraisal", key, new).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => return ids.first().copied().ok_or_else(ApiError::not_found),
    };
    is_there(&sample)?;
    let facts = purchases::facts(tx.connection(), &[sample.purchase_id]).await?.pop();
    let program = facts.ok_or_else(ApiError::not_found)?.program;
    let before = store::appraisals_of_samples(tx.connection(), &[sample.id]).await?;
    let policy = policies(tx.connection(), &[program]).await?;
    let policy = policy.get(&program.unwrap_or_default()).cloned().unwrap_or_default();
    let purpose = purpose(&tx, viewer, new, &sample, &before, &policy).await?;
    let appraiser = appraiser(&tx, viewer, new, &sample, &before, purpose).await?;
    let row = drafted(
        app,
        &tx,
        viewer,
        new,
        (&sample, program),
        (purpose, &appraiser),
        &before,
    )?;
    // Before a row names it: two samples of one purchase may be ordered at once.
    purchases::take(&tx, sample.purchase_id).await?;
    store::appraisal_insert(&tx, row.clone()).await?;
    if purpose == AppraisalPurpose::Quality {
        samples::note_quality(&tx, sample.id, false).await?;
    }
    news::ordered(app, &tx, row.id, viewer.person).await?;
    purchases::went_to_appraisal(app, &tx, viewer.person, sample.purchase_id).await?;
    claim.keep(&tx, &[row.id]).await?;
    let detail = json!({
        "sample": sample.id, "appraiser": row.appraiser_id, "rank": row.rank, "purpose": row.purpose, "blind": row.blind,
        "dueOn": row.due_on, "rule": row.due_rule, "calendar": row.calendar_version,
    });
    let proof = recorded(app, &tx, viewer, "orderAppraisal", &row, &detail).await?;
    tx.commit(proof).await?;
    Ok(row.id)
}

/// What is not there any more is not inspected.
fn is_there(sample: &SampleRow) -> Result<()> {
    let disposal = sample.disposal.as_deref().map(code::<SampleDisposal>).transpose()?;
    match disposal.is_none_or(SampleDisposal::is_there) {
        true => Ok(()),
        false => Err(ErrorCode::TransitionNotAllowed.into()),
    }
}

/// Why it is inspected. A second inspection of a report is of no lower rank, and takes a step with the first one.
async fn purpose(
    tx: &Tx,
    viewer: &Viewer,
    new: &NewAppraisal,
    sample: &SampleRow,
    before: &[AppraisalRow],
    policy: &Policy,
) -> Result<AppraisalPurpose> {
    if new.quality {
        return match sample.quality_due && new.follows.is_none() {
            true => Ok(AppraisalPurpose::Quality),
            false => Err(ApiError::input(
                "quality",
                "This sample was not drawn, or was inspected twice already.",
            )),
        };
    }
    let Some(follows) = new.follows else {
        return Ok(AppraisalPurpose::First);
    };
    let unknown = || ApiError::input("followsId", "The sample has no such appraisal.");
    let first = before.iter().find(|row| row.id == follows).ok_or_else(unknown)?;
    if policy.place(new.rank) < policy.place(code(&first.rank)?) {
        return Err(ApiError::input("rank", "A second inspection is of no lower rank."));
    }
    let next = standing(first)?.step(AppraisalStep::Reinspect, party(viewer, first, tx.now()))?;
    let mut first = first.clone();
    first.state = next.code().to_owned();
    store::appraisal_save(tx, first).await?;
    Ok(AppraisalPurpose::Reinspection)
}

/// Who is to inspect: an active appraiser, nobody who inspected the sample already, and where it is to be blind nobody who sees
/// the evidence.
async fn appraiser(
    tx: &Tx,
    viewer: &Viewer,
    new: &NewAppraisal,
    sample: &SampleRow,
    before: &[AppraisalRow],
    purpose: AppraisalPurpose,
) -> Result<Viewer> {
    let refused = |text: &'static str| ApiError::input("appraiserId", text);
    let found = members::viewer(tx.connection(), new.appraiser).await?;
    let found = found.filter(|found| found.active && found.has(Action::AppraisalReport));
    let found = found.ok_or_else(|| refused("Name an active person who appraises."))?;
    let is_own = found.organization == sample.organization_id || found.kind == OrganizationKind::Lab;
    if !is_own && !viewer.is_at_desk() {
        return Err(refused("Name somebody of the own team, or of a laboratory."));
    }
    let brands = rights::brands_by_ids(tx.connection(), &[sample.brand_id]).await?;
    let is_concerned = found.organization == sample.organization_id
        || brands.iter().any(|brand| brand.organization_id == found.organization);
    if matches!(new.rank, AppraisalRank::IndependentLab | AppraisalRank::CourtAppointed) && is_concerned {
        return Err(refused("Who depends on nobody concerned is of another organisation."));
    }
    let has_inspected = before.iter().any(|row| {
        row.appraiser_id == found.person
            && row.state != AppraisalState::Declined.code()
            && row.state != AppraisalState::Cancelled.code()
    });
    if has_inspected {
        return Err(ErrorCode::FourEyes.into());
    }
    if is_blind(new, purpose) {
        let knows = knows_more(tx, &found, sample).await?;
        if knows {
            return Err(refused(
                "This person sees the lead or the purchase: it would not be blind.",
            ));
        }
    }
    Ok(found)
}

/// Whether somebody sees more of a sample than what is in the hand: the evidence, the lead, or the purchase with its price.
async fn knows_more(tx: &Tx, who: &Viewer, sample: &SampleRow) -> Result<bool> {
    let sight = |action| Sight::of(who, action, tx.now());
    let (evidence, lead) = (sight(Action::EvidenceRead), sight(Action::LeadRead));
    Ok(
        audience::sees(tx.connection(), &evidence, Kind::Evidence, sample.evidence_id).await?
            || audience::sees(tx.connection(), &lead, Kind::Lead, sample.lead_id).await?
            || purchases::sees(tx.connection(), who, tx.now(), sample.purchase_id).await?,
    )
}

fn is_blind(new: &NewAppraisal, purpose: AppraisalPurpose) -> bool {
    new.blind || purpose != AppraisalPurpose::First
}

fn drafted(
    app: &App,
    tx: &Tx,
    viewer: &Viewer,
    new: &NewAppraisal,
    (sample, program): (&SampleRow, Option<Uuid>),
    (purpose, appraiser): (AppraisalPurpose, &Viewer),
    before: &[AppraisalRow],
) -> Result<AppraisalRow> {
    let due = rules::due(tx.now(), new.rank, rules::working_days(new.working_days)?).map_err(ApiError::internal)?;
    let features = rules::features_given(&new.reference_features)?;
    let round = before.iter().map(|row| row.round).max().unwrap_or_default() + 1;
    let year = tx.now().to_zoned(TimeZone::UTC).year() % 100;
    Ok(AppraisalRow {
        id: app.ids.id(tx.now()),
        reference: ids::reference("AP", year, app.ids.secret()),
        sample_id: sample.id,
        purchase_id: sample.purchase_id,
        evidence_id: sample.evidence_id,
        lead_id: sample.lead_id,
        organization_id: sample.organization_id,
        brand_id: sample.brand_id,
        program_id: program,
        round,
        rank: new.rank.code().to_owned(),
        purpose: purpose.code().to_owned(),
        follows_id: new.follows,
        blind: is_blind(new, purpose),
        appraiser_id: appraiser.person,
        appraiser_organization_id: appraiser.organization,
        ordered_by: viewer.person,
        ordered_at: micros(tx.now()),
        due_on: due.due_on.to_string(),
        due_at: micros(due.due_at),
        provisional: due.provisional,
        due_rule: DUE_RULE.to_owned(),
        calendar_version: due.calendar_version,
        questions: rules::text("questions", &new.questions, 4_000)?,
        reference_features: serde_json::to_string(&features).map_err(ApiError::internal)?,
        state: AppraisalState::Ordered.code().to_owned(),
        interest: None,
        interest_note: None,
        end_reason: None,
        conclusion: None,
        reported_at: None,
        agreed_by: None,
        agreed_at: None,
        contested_by: None,
        contested_at: None,
        contest_reason: None,
        final_by: None,
        final_at: None,
        reminded: 0,
        version: 1,
    })
}

/// Who could inspect a sample that the viewer orders appraisals of: active people who appraise, of the own team and of
/// laboratories, for the desk also of others, but who inspected it already.
///
/// # Errors
/// `NOT_FOUND`, `INTERNAL` or `UNAVAILABLE`.
pub(in crate::appraisals) async fn appraisers(app: &App, viewer: &Viewer, sample: Uuid) -> Result<Vec<Uuid>> {
    if !samples::sees(app.db.read(), viewer, app.now(), sample).await? {
        return Err(ApiError::not_found());
    }
    let found = samples::by_ids(app.db.read(), &[sample]).await?.pop();
    let row = found.ok_or_else(ApiError::not_found)?;
    if !may_order(viewer, &row, app.now()) {
        return Err(ErrorCode::Forbidden.into());
    }
    let kinds: &[OrganizationKind] = match viewer.is_at_desk() {
        true => &[OrganizationKind::Lab, OrganizationKind::MemberBrand],
        false => &[OrganizationKind::Lab],
    };
    let homes = members::active_organizations(app.db.read(), kinds).await?;
    let mut homes: Vec<Uuid> = homes.into_iter().map(|home| home.id).collect();
    homes.push(row.organization_id);
    let people = members::active_people_of(app.db.read(), &homes).await?;
    let before = store::appraisals_of_samples(app.db.read(), &[sample]).await?;
    let is_free = |person: &ActivePerson| before.iter().all(|row| row.appraiser_id != person.id);
    let mut ids: Vec<Uuid> = people
        .into_iter()
        .filter(|person| person.roles.contains(&Role::Ap) && is_free(person))
        .map(|person| person.id)
        .collect();
    ids.sort_unstable();
    ids.dedup();
    Ok(ids)
}
