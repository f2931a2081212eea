//! Changes of organisations: their facts and their way through membership.

use serde_json::json;
use uuid::Uuid;

use super::{Transition, check_version, finish};
use crate::{
    app::App,
    audit::{Act, Category},
    members::{
        rules::{
            Industry, Language, OrganizationRow, OrganizationState, Reach, facts,
            organization::{OrganizationAction as Step, check_facts, permit, take},
        },
        store,
    },
    permissions::Viewer,
    platform::{
        db::Tx,
        error::{ApiError, Result},
        ids::IdKind,
    },
};

/// What shall be different; what is `None` stays, and `Some(None)` is taken away.
#[derive(Debug, Clone)]
pub struct UpdateOrganization {
    /// Which one.
    pub id: Uuid,
    /// The version that the caller has seen.
    pub expected_version: i32,
    /// Legal name.
    pub name: Option<String>,
    /// Legal name in Chinese.
    pub name_zh: Option<Option<String>>,
    /// Its industry.
    pub industry: Option<Option<Industry>>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// Administrative division below the country.
    pub division_code: Option<Option<String>>,
    /// IANA time zone.
    pub time_zone: Option<String>,
    /// Language of its mails.
    pub language: Option<Language>,
}

impl UpdateOrganization {
    fn apply(self, mut row: OrganizationRow) -> Result<OrganizationRow> {
        if let Some(name) = self.name {
            row.name = facts::name("name", &name)?;
        }
        if let Some(name) = self.name_zh {
            row.name_zh = facts::optional_name("nameZh", name.as_deref())?;
        }
        if let Some(country) = self.country {
            row.country = facts::country(&country)?;
        }
        if let Some(division) = self.division_code {
            row.division_code = facts::division(division.as_deref())?;
        }
        if let Some(zone) = self.time_zone {
            row.time_zone = facts::time_zone(&zone)?;
        }
        row.industry = self.industry.unwrap_or(row.industry);
        row.language = self.language.unwrap_or(row.language);
        Ok(row)
    }
}

/// Changes an organisation's facts.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, also where an agency would move itself, `STALE_VERSION`, `BAD_USER_INPUT`,
/// `TRANSITION_NOT_ALLOWED` where it left the alliance.
pub async fn update_organization(app: &App, viewer: &Viewer, change: UpdateOrganization) -> Result<OrganizationRow> {
    let tx = app.begin().await?;
    let row = seen(&tx, viewer, change.id).await?;
    permit(Step::Update, viewer, &row, tx.now())?;
    check_version(row.version, change.expected_version)?;
    take(Step::Update, viewer, &row)?;
    let wanted = change.apply(row.clone())?;
    check_facts(viewer, &row, &wanted, tx.now())?;
    let row = store::organization_save(&tx, wanted).await?;
    // Country and division decide what an agency sees.
    store::epoch_raise(&tx).await?;
    let act = Act::on(Category::Admin, "updateOrganization", IdKind::Org, row.id);
    finish(app, tx, viewer, act).await?;
    Ok(row)
}

/// Takes a step of the membership: whoever is shut out by it is out at the next request.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED`, `FOUR_EYES`, `BAD_USER_INPUT`.
pub async fn change_organization(
    app: &App,
    viewer: &Viewer,
    step: Step,
    change: Transition,
) -> Result<OrganizationRow> {
    let tx = app.begin().await?;
    let row = seen(&tx, viewer, change.id).await?;
    permit(step, viewer, &row, tx.now())?;
    check_version(row.version, change.expected_version)?;
    let reason = facts::reason(change.reason.as_deref())?;
    if step == Step::Withdraw && reason.is_none() {
        return Err(ApiError::input("reason", "Say why."));
    }
    let before: &str = row.state.into();
    let state = take(step, viewer, &row)?;
    let is_first = state == OrganizationState::Active && row.joined_at.is_none();
    let joined_at = if is_first { Some(tx.now()) } else { row.joined_at };
    let row = store::organization_save(
        &tx,
        OrganizationRow {
            state,
            joined_at,
            suspended_by: match step {
                Step::Suspend => Some(viewer.person),
                Step::Reinstate => None,
                Step::Update
                | Step::SubmitApplication
                | Step::StartReview
                | Step::Approve
                | Step::Expel
                | Step::Withdraw
                | Step::InviteUser
                | Step::CreateBrand
                | Step::SubmitPowerOfAttorney
                | Step::ConfigureSingleSignOn => row.suspended_by,
            },
            ..row
        },
    )
    .await?;
    // A sign-in that was under way when the door was closed may have been let in: it does not outlive the suspension.
    let slipped_in = (step == Step::Reinstate).then_some("ORGANIZATION_SUSPENDED");
    if let Some(why) = shut_out(state).or(slipped_in) {
        store::sessions_revoke_of_organization(&tx, row.id, why).await?;
    }
    store::epoch_raise(&tx).await?;
    let after: &str = state.into();
    let detail = json!({ "from": before, "to": after, "reason": reason });
    let act = Act::on(Category::Admin, mutation(step), IdKind::Org, row.id).with(&detail);
    finish(app, tx, viewer, act).await?;
    Ok(row)
}

/// An organisation that the viewer's directory has, locked: other writers of it and its people wait.
///
/// # Errors
/// `NOT_FOUND`.
pub(in crate::members) async fn seen(tx: &Tx, viewer: &Viewer, id: Uuid) -> Result<OrganizationRow> {
    store::organization_lock(tx, id)
        .await?
        .filter(|row| Reach::directory(viewer).sees(row.id, row.state == OrganizationState::Active))
        .ok_or_else(ApiError::not_found)
}

/// Why the sign-ins of an organisation's people end; `None` where they do not.
fn shut_out(state: OrganizationState) -> Option<&'static str> {
    match state {
        OrganizationState::Invited
        | OrganizationState::Applied
        | OrganizationState::UnderReview
        | OrganizationState::Active
        | OrganizationState::Sandbox => None,
        OrganizationState::Suspended => Some("ORGANIZATION_SUSPENDED"),
        OrganizationState::Withdrawn => Some("ORGANIZATION_WITHDRAWN"),
        OrganizationState::Expelled => Some("ORGANIZATION_EXPELLED"),
    }
}

/// The mutation that takes the step, as the audit log calls it.
fn mutation(step: Step) -> &'static str {
    match step {
        Step::Update => "updateOrganization",
        Step::SubmitApplication => "submitApplication",
        Step::StartReview => "startReview",
        Step::Approve => "approveOrganization",
        Step::Suspend => "suspendOrganization",
        Step::Reinstate => "reinstateOrganization",
        Step::Expel => "expelOrganization",
        Step::Withdraw => "withdrawOrganization",
        Step::InviteUser => "inviteUser",
        Step::CreateBrand => "createBrand",
        Step::SubmitPowerOfAttorney => "submitPowerOfAttorney",
        Step::ConfigureSingleSignOn => "configureSingleSignOn",
    }
}
