//! GraphQL of rights.

use async_graphql::{Context, ID, SimpleObject};
use sea_orm::EntityTrait as _;
use uuid::Uuid;

use crate::{
    app::App,
    platform::{
        error::{ApiError, Result},
        graphql::{from_context, id},
        ids::IdKind,
    },
};

/// A brand and its owner.
#[derive(SimpleObject, Clone)]
pub struct Brand {
    /// Opaque id.
    id: ID,
    /// Its name.
    name: String,
}

/// A brand by id, through the request's loader.
///
/// # Errors
/// `NOT_FOUND` where there is none.
pub async fn brand(ctx: &Context<'_>, key: Uuid) -> Result<Brand> {
    let app = from_context::<App>(ctx)?;
    let row = entity::brand::Entity::find_by_id(key)
        .one(app.db.read())
        .await?
        .ok_or_else(ApiError::not_found)?;
    Ok(Brand {
        id: id(IdKind::Brand, row.id),
        name: row.name,
    })
}
