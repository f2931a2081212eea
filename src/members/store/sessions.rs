//! Ends the sign-ins of people who are shut out.

use sea_orm::{
    ColumnTrait as _, EntityTrait as _, QueryFilter as _,
    sea_query::{Expr, Query, SimpleExpr},
};
use uuid::Uuid;

use crate::platform::{clock::micros, db::Tx, error::Result};
use entity::{person, session};

pub(in crate::members) async fn sessions_revoke_of_person(tx: &Tx, id: Uuid, why: &'static str) -> Result<()> {
    revoke(tx, session::Column::PersonId.eq(id), why).await
}

pub(in crate::members) async fn sessions_revoke_of_organization(tx: &Tx, id: Uuid, why: &'static str) -> Result<()> {
    let people = Query::select()
        .column(person::Column::Id)
        .from(person::Entity)
        .and_where(person::Column::OrganizationId.eq(id))
        .to_owned();
    revoke(tx, session::Column::PersonId.in_subquery(people), why).await
}

async fn revoke(tx: &Tx, whose: SimpleExpr, why: &'static str) -> Result<()> {
    session::Entity::update_many()
        .col_expr(session::Column::RevokedAt, Expr::value(micros(tx.now())))
        .col_expr(session::Column::RevokedWhy, Expr::value(why))
        .filter(whose)
        .filter(session::Column::RevokedAt.is_null())
        .exec(tx.connection())
        .await?;
    Ok(())
}
