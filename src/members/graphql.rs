//! GraphQL of members.

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

/// An organisation of the alliance.
#[derive(SimpleObject, Clone)]
pub struct Organization {
    /// Opaque id.
    id: ID,
    /// Legal name.
    name: String,
}

/// A person of an organisation.
#[derive(SimpleObject, Clone)]
pub struct Person {
    /// Opaque id.
    id: ID,
    /// The person's name.
    name: String,
}

/// An organisation by id, through the request's loader.
///
/// # Errors
/// `NOT_FOUND` where there is none.
pub async fn organization(ctx: &Context<'_>, key: Uuid) -> Result<Organization> {
    let app = from_context::<App>(ctx)?;
    let row = entity::organization::Entity::find_by_id(key)
        .one(app.db.read())
        .await?
        .ok_or_else(ApiError::not_found)?;
    Ok(Organization {
        id: id(IdKind::Org, row.id),
        name: row.name,
    })
}

/// A person by id, through the request's loader.
///
/// # Errors
/// `NOT_FOUND` where there is none.
pub async fn person(ctx: &Context<'_>, key: Uuid) -> Result<Person> {
    let app = from_context::<App>(ctx)?;
    let row = entity::person::Entity::find_by_id(key)
        .one(app.db.read())
        .await?
        .ok_or_else(ApiError::not_found)?;
    Ok(Person {
        id: id(IdKind::Person, row.id),
        name: row.name,
    })
}
