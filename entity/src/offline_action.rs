//! An act of law enforcement at sites, with its team.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "offline_action")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub reference: String,
    pub operation_id: Option<Uuid>,
    #[sea_orm(column_type = "Text")]
    pub title: String,
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    #[sea_orm(column_type = "Text")]
    pub state: String,
    /// Whether it rests on a case of law enforcement's own.
    pub own_case: bool,
    pub lead_agency_id: Uuid,
    pub proposed_by: Uuid,
    /// The proposer's organisation.
    pub organization_id: Uuid,
    #[sea_orm(column_type = "Text", nullable)]
    pub risk_notes: Option<String>,
    /// Whether nobody but the team may know of it.
    pub embargo: bool,
    pub starts_at: Option<i64>,
    pub ends_at: Option<i64>,
    /// Of the sites, by its name in the tz database.
    #[sea_orm(column_type = "Text", nullable)]
    pub time_zone: Option<String>,
    /// Why it was put off, broken off or given up.
    #[sea_orm(column_type = "Text", nullable)]
    pub reason: Option<String>,
    pub executed_at: Option<i64>,
    pub closed_at: Option<i64>,
    /// Counts what was said of its outcome; 0 before anything was.
    pub revision: i32,
    pub version: i32,
    pub created_at: i64,
    pub updated_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
