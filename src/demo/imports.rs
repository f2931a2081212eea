//! A mapping of tables that a member of the demo keeps.

use super::{
    alliance::{Alliance, known},
    organizations::organization,
};
use crate::{
    app::App,
    imports::{
        rules::{Column, Field, Mapping},
        save_mapping,
    },
    permissions::Role,
    platform::error::Result,
};

/// Who keeps it.
const KEEPER: &str = "orvelline";
/// How a sweep by an agency comes in.
const COLUMNS: &[(&str, Field)] = &[
    ("商品标题", Field::Title),
    ("商品链接", Field::Url),
    ("店铺名称", Field::Seller),
    ("价格", Field::Price),
    ("币种", Field::Currency),
    ("采集时间", Field::CapturedAt),
    ("备注", Field::Summary),
];

/// Keeps it, by the member's administrator.
pub(super) async fn keep(app: &App, alliance: &Alliance) -> Result<()> {
    let keeper = known(organization(KEEPER))?;
    let admin = known(keeper.with_role(&[Role::Ma]).next())?;
    let viewer = alliance.viewer(&keeper.email(admin))?;
    let column = |(column, field): &(&str, Field)| Column {
        column: (*column).to_owned(),
        field: *field,
    };
    let mapping = Mapping {
        columns: COLUMNS.iter().map(column).collect(),
    };
    save_mapping(app, viewer, "demo:mapping", "Weekly sweep 每周巡查", mapping)
        .await
        .map(drop)
}
