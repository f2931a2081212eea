//! Changes of people: their roles and brands, shutting out and letting in.

use std::collections::HashSet;

use serde_json::json;
use uuid::Uuid;

use super::{
    Transition, check_version, finish,
    invite::{brand_scope, powers, send},
};
use crate::{
    app::App,
    audit::{Act, Category},
    members::{
        ACCOUNT_CHANGED,
        rules::{
            OrganizationRow, OrganizationState, PersonRow, PersonState, Reach, facts,
            person::{PersonAction as Step, Standing, check_powers, permit, roles, take},
        },
        store,
    },
    outbox::{self, NewEvent},
    permissions::{Role, Viewer},
    platform::{
        db::Tx,
        error::{ApiError, Result},
        ids::IdKind,
    },
    sessions,
};

/// What shall be different; what is `None` stays.
#[derive(Debug, Clone)]
pub struct UpdateUser {
    /// Whom.
    pub id: Uuid,
    /// The version that the caller has seen.
    pub expected_version: i32,
    /// The person's name.
    pub name: Option<String>,
    /// All roles the person shall hold.
    pub roles: Option<Vec<Role>>,
    /// All brands the person shall be limited to; none at all means no limit.
    pub brand_scope: Option<Vec<Uuid>>,
}

/// A person whom the viewer manages, as it stands in this transaction.
struct Managed {
    row: PersonRow,
    organization: OrganizationRow,
    is_last_admin: bool,
}

impl Managed {
    /// Loads and authorises. The organisation is locked first, so that two changes cannot each remove the last
    /// administrator but one.
    async fn load(tx: &Tx, viewer: &Viewer, id: Uuid, expected_version: i32) -> Result<Self> {
        let found = store::person(tx.connection(), id)
            .await?
            // Service accounts are changed as what they are.
            .filter(|found| !found.is_service)
            .ok_or_else(ApiError::not_found)?;
        let organization = store::organization_lock(tx, found.organization)
            .await?
            .ok_or_else(ApiError::not_found)?;
        let row = store::person(tx.connection(), id)
            .await?
            .ok_or_else(ApiError::not_found)?;
        let is_active = row.state == PersonState::Active && organization.state == OrganizationState::Active;
        if !Reach::people(viewer).sees(organization.id, is_active) {
            return Err(ApiError::not_found());
        }
        permit(viewer, &organization, tx.now())?;
        check_version(row.version, expected_version)?;
        let admins = store::admins(tx.connection(), &[organization.id]).await?;
        let is_last_admin = matches!(admins.as_slice(), [(_, only)] if *only == id);
        Ok(Self {
            row,
            organization,
            is_last_admin,
        })
    }

    fn standing(&self) -> Standing<'_> {
        Standing {
            organization: &self.organization,
            is_last_admin: self.is_last_admin,
        }
    }

    /// The person after a step.
    fn after(&self, step: Step, viewer: &Viewer) -> Result<PersonRow> {
        let state = take(step, viewer, &self.row, self.standing())?;
        Ok(PersonRow {
            state,
            ..self.row.clone()
        })
    }
}

/// Changes a person's name, roles and brands.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `BAD_USER_INPUT`, `FOUR_EYES` for the own roles and brands,
/// `TRANSITION_NOT_ALLOWED` where it would leave the organisation without an administrator.
pub async fn update_user(app: &App, viewer: &Viewer, change: UpdateUser) -> Result<PersonRow> {
    let tx = app.begin().await?;
    let managed = Managed::load(&tx, viewer, change.id, change.expected_version).await?;
    let mut wanted = managed.after(Step::Update, viewer)?;
    if let Some(name) = &change.name {
        wanted.name = facts::person_name("name", name)?;
    }
    if let Some(given) = &change.roles {
        wanted.roles = roles(managed.organization.kind, given)?;
    }
    if let Some(brands) = &change.brand_scope {
        wanted.brand_scope = brand_scope(&tx, managed.organization.id, brands).await?;
    }
    check_powers(viewer, &managed.row, &wanted, managed.standing())?;
    let detail = powers(&wanted);
    let is_other = !has_same_powers(&managed.row, &wanted);
    let row = store::person_save(&tx, wanted).await?;
    store::powers_replace(&tx, &row).await?;
    store::epoch_raise(&tx).await?;
    if is_other {
        say_so(app, &tx, row.id).await?;
    }
    let act = Act::on(Category::Admin, "updateUser", IdKind::Person, row.id).with(&detail);
    finish(app, tx, viewer, act).await?;
    Ok(row)
}

/// Whether somebody may do as much before a change as after it.
fn has_same_powers(before: &PersonRow, after: &PersonRow) -> bool {
    let roles = |row: &PersonRow| row.roles.iter().copied().collect::<HashSet<Role>>();
    let brands = |row: &PersonRow| {
        let brands = row.brand_scope.as_ref();
        brands.map(|brands| brands.iter().copied().collect::<HashSet<Uuid>>())
    };
    roles(before) == roles(after) && brands(before) == brands(after)
}

/// Has the person told of what was done to its account.
async fn say_so(app: &App, tx: &Tx, person: Uuid) -> Result<()> {
    let event = NewEvent {
        kind: ACCOUNT_CHANGED,
        root: person,
        object: person,
        principals: Vec::new(),
        payload: json!({}),
    };
    outbox::publish(tx, app.ids.as_ref(), event).await
}

/// Shuts a person out: sign-ins end and open invitations are void.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED`, `FOUR_EYES` for the own person,
/// `BAD_USER_INPUT`.
pub async fn suspend_user(app: &App, viewer: &Viewer, change: Transition) -> Result<PersonRow> {
    let tx = app.begin().await?;
    let managed = Managed::load(&tx, viewer, change.id, change.expected_version).await?;
    let row = store::person_save(&tx, managed.after(Step::Suspend, viewer)?).await?;
    store::sessions_revoke_of_person(&tx, row.id, "PERSON_SUSPENDED").await?;
    store::invitations_supersede(&tx, row.id).await?;
    store::epoch_raise(&tx).await?;
    done(app, tx, viewer, "suspendUser", row, &change).await
}

/// Lets a person in again, by a new sign-in: what was open before, or was opened while the door was closing, stays shut.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED`, `BAD_USER_INPUT`.
pub async fn reinstate_user(app: &App, viewer: &Viewer, change: Transition) -> Result<PersonRow> {
    let tx = app.begin().await?;
    let managed = Managed::load(&tx, viewer, change.id, change.expected_version).await?;
    let row = store::person_save(&tx, managed.after(Step::Reinstate, viewer)?).await?;
    store::sessions_revoke_of_person(&tx, row.id, "PERSON_SUSPENDED").await?;
    store::epoch_raise(&tx).await?;
    say_so(app, &tx, row.id).await?;
    done(app, tx, viewer, "reinstateUser", row, &change).await
}

/// Sends a new invitation; earlier ones are void.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED`, `BAD_USER_INPUT`.
pub async fn resend_invitation(app: &App, viewer: &Viewer, change: Transition) -> Result<PersonRow> {
    let tx = app.begin().await?;
    let managed = Managed::load(&tx, viewer, change.id, change.expected_version).await?;
    let row = store::person_save(&tx, managed.after(Step::ResendInvitation, viewer)?).await?;
    store::invitations_supersede(&tx, row.id).await?;
    send(app, &tx, row.id).await?;
    done(app, tx, viewer, "resendInvitation", row, &change).await
}

/// Takes away all second factors of somebody who lost them: the person is told, its sessions end, and at the next sign-in it
/// is asked for none, or may only set up a new one.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED` where there is none, `FOUR_EYES` for the own person,
/// `BAD_USER_INPUT` without a reason.
pub async fn reset_second_factor(app: &App, viewer: &Viewer, change: Transition) -> Result<PersonRow> {
    let tx = app.begin().await?;
    let managed = Managed::load(&tx, viewer, change.id, change.expected_version).await?;
    let row = managed.after(Step::ResetSecondFactor, viewer)?;
    if facts::reason(change.reason.as_deref())?.is_none() {
        return Err(ApiError::input("reason", "Say how you know that it is this person."));
    }
    let row = store::person_save(&tx, row).await?;
    sessions::reset_factors(app, &tx, row.id).await?;
    let row = PersonRow { enrolled: false, ..row };
    done(app, tx, viewer, "resetSecondFactor", row, &change).await
}

async fn done(
    app: &App,
    tx: Tx,
    viewer: &Viewer,
    mutation: &'static str,
    row: PersonRow,
    change: &Transition,
) -> Result<PersonRow> {
    let reason = facts::reason(change.reason.as_deref())?;
    let detail = json!({ "reason": reason });
    let act = Act::on(Category::Admin, mutation, IdKind::Person, row.id).with(&detail);
    finish(app, tx, viewer, act).await?;
    Ok(row)
}
