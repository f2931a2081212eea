//! The SQL of members.

mod invitation;
mod organization;
mod person;
mod sessions;

pub(super) use invitation::{invitation_insert, invitations_supersede};
pub(super) use organization::{
    OrganizationFilter, organization, organization_count, organization_insert, organization_lock, organization_page,
    organization_save, organizations, organizations_of_kinds, sandbox_of,
};
pub(super) use person::{
    PersonFilter, active_people_of, admins, names_of_people, officers, people, people_of, person, person_count,
    person_id_by_email, person_insert, person_page, person_save, powers_replace, service_person_set,
};
pub(super) use sessions::{sessions_revoke_of_organization, sessions_revoke_of_person};

use sea_orm::{
    ConnectionTrait, EntityTrait as _,
    sea_query::{Expr, ExprTrait as _},
};
use uuid::Uuid;

use super::rules::{OrganizationState, PersonState};
use crate::{
    groups,
    permissions::Viewer,
    platform::{
        db::{News, Tx},
        error::{ApiError, Result},
    },
    rights, service_accounts,
};
use entity::authz_epoch;

pub(super) async fn epoch(connection: &impl ConnectionTrait) -> Result<i64> {
    let row = authz_epoch::Entity::find_by_id(1).one(connection).await?;
    row.map(|row| row.epoch)
        .ok_or_else(|| ApiError::internal("the authorisation epoch is missing"))
}

pub(super) async fn epoch_raise(tx: &Tx) -> Result<()> {
    authz_epoch::Entity::update_many()
        .col_expr(authz_epoch::Column::Epoch, Expr::col(authz_epoch::Column::Epoch).add(1))
        .exec(tx.connection())
        .await?;
    tx.tell(News::Authorization).await
}

pub(super) async fn viewer(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<Viewer>> {
    let Some(person) = person(connection, id).await? else {
        return Ok(None);
    };
    let Some(organization) = organization(connection, person.organization).await? else {
        return Ok(None);
    };
    let may_sign_in = match organization.state {
        OrganizationState::Invited
        | OrganizationState::Applied
        | OrganizationState::UnderReview
        | OrganizationState::Active => true,
        // A sandbox is open as long as whose it is.
        OrganizationState::Sandbox => is_active(connection, organization.sandbox_of).await?,
        OrganizationState::Suspended | OrganizationState::Withdrawn | OrganizationState::Expelled => false,
    };
    if person.state != PersonState::Active || !may_sign_in {
        return Ok(None);
    }
    // An account without a row of its own may do nothing.
    let service = match person.is_service {
        true => Some(service_accounts::access(connection, id).await?.unwrap_or_default()),
        false => None,
    };
    let stands_for_others = service.is_none();
    Ok(Some(Viewer {
        person: id,
        session: None,
        organization: organization.id,
        kind: organization.kind,
        active: matches!(
            organization.state,
            OrganizationState::Active | OrganizationState::Sandbox
        ),
        roles: person.roles,
        brand_scope: person.brand_scope,
        mandates: match stands_for_others {
            true => rights::mandates(connection, organization.id).await?,
            false => Vec::new(),
        },
        groups: match stands_for_others {
            true => groups::seats(connection, id, organization.id).await?,
            false => Vec::new(),
        },
        country: organization.country,
        division: organization.division_code,
        enrolled: person.enrolled,
        confined: false,
        service,
    }))
}

async fn is_active(connection: &impl ConnectionTrait, id: Option<Uuid>) -> Result<bool> {
    let Some(id) = id else { return Ok(false) };
    let found = organization(connection, id).await?;
    Ok(found.is_some_and(|row| row.state == OrganizationState::Active))
}
