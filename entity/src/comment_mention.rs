//! A person whom a comment names.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "comment_mention")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub comment_id: Uuid,
    /// The number of its marker in the words, 1 for the first.
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i32,
    pub person_id: Uuid,
}

impl ActiveModelBehavior for ActiveModel {}
