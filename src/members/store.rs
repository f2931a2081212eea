//! The SQL of members.

use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _,
    sea_query::{Expr, ExprTrait as _},
};
use uuid::Uuid;

use crate::{
    permissions::Viewer,
    platform::{
        db::{Tx, code},
        error::{ApiError, Result},
    },
    rights,
};
use entity::{authz_epoch, brand_scope, organization, person, role_assignment};

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
    Ok(())
}

pub(super) async fn viewer(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<Viewer>> {
    let Some(person) = person::Entity::find_by_id(id).one(connection).await? else {
        return Ok(None);
    };
    let Some(organization) = organization::Entity::find_by_id(person.organization_id)
        .one(connection)
        .await?
    else {
        return Ok(None);
    };
    let may_sign_in = matches!(
        organization.state.as_str(),
        "INVITED" | "APPLIED" | "UNDER_REVIEW" | "ACTIVE"
    );
    if person.state != "ACTIVE" || !may_sign_in {
        return Ok(None);
    }
    let roles = role_assignment::Entity::find()
        .filter(role_assignment::Column::PersonId.eq(id))
        .all(connection)
        .await?;
    let brands = brand_scope::Entity::find()
        .filter(brand_scope::Column::PersonId.eq(id))
        .all(connection)
        .await?;
    Ok(Some(Viewer {
        person: id,
        session: None,
        organization: organization.id,
        kind: code(&organization.kind)?,
        active: organization.state == "ACTIVE",
        roles: roles.iter().map(|row| code(&row.role)).collect::<Result<_>>()?,
        brand_scope: (!brands.is_empty()).then(|| brands.into_iter().map(|row| row.brand_id).collect()),
        mandates: rights::mandates(connection, organization.id).await?,
        country: organization.country,
        division: organization.division_code,
    }))
}
