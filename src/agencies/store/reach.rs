//! Whose agencies somebody sees, as a condition.

use sea_orm::{
    ColumnTrait, Condition,
    sea_query::{Query, SelectStatement},
};

use crate::members::rules::Reach;
use entity::organization;

/// What is of the organisations within reach: of the own one, or of active ones.
pub(super) fn of_reach<C: ColumnTrait>(reach: Reach, organization: C) -> Condition {
    match reach {
        Reach::Nothing => Condition::all().add(organization.is_null()),
        Reach::Own(own) => Condition::any().add(organization.eq(own)),
        Reach::Active(own) => Condition::any()
            .add(organization.eq(own))
            .add(organization.in_subquery(active_organizations())),
        Reach::All(_) => Condition::all(),
    }
}

/// The organisations in membership.
pub(super) fn active_organizations() -> SelectStatement {
    Query::select()
        .column(organization::Column::Id)
        .from(organization::Entity)
        .and_where(organization::Column::State.eq("ACTIVE"))
        .to_owned()
}
