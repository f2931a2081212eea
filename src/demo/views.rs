//! The saved views of the demo.

use serde_json::{Value, json};

use super::{
    alliance::{Alliance, known},
    organizations::organization,
};
use crate::{
    app::App,
    permissions::Role,
    platform::error::Result,
    views::{self, Content, ListKind},
};

/// A view: of whom, what it looks for, and whether colleagues have it too.
struct Saved {
    organization: &'static str,
    role: Role,
    name: &'static str,
    list: ListKind,
    shared: bool,
    filter: fn() -> Value,
}

const VIEWS: &[Saved] = &[
    Saved {
        organization: "secretariat",
        role: Role::So,
        name: "Urgent, not shared yet",
        list: ListKind::Leads,
        shared: true,
        filter: || json!({ "states": ["SUBMITTED", "TRIAGED"], "priorities": ["HIGH", "URGENT"] }),
    },
    Saved {
        organization: "secretariat",
        role: Role::So,
        name: "Workshops",
        list: ListKind::Leads,
        shared: false,
        filter: || json!({ "channels": ["OFFLINE"], "states": ["SHARED"] }),
    },
    Saved {
        organization: "orvelline",
        role: Role::Ma,
        name: "Bags in the open",
        list: ListKind::Leads,
        shared: true,
        filter: || json!({ "search": "bag", "states": ["SHARED"] }),
    },
    Saved {
        organization: "orvelline",
        role: Role::Ma,
        name: "Late answers",
        list: ListKind::Deliveries,
        shared: true,
        filter: || json!({ "overdue": true }),
    },
];

/// Saves the views, as those whose they are.
pub(super) async fn save(app: &App, alliance: &Alliance) -> Result<()> {
    for saved in VIEWS {
        let home = known(organization(saved.organization))?;
        let owner = known(home.with_role(&[saved.role]).next())?;
        let viewer = alliance.viewer(&home.email(owner))?;
        let content = Content {
            name: saved.name.to_owned(),
            list: saved.list,
            filter: (saved.filter)(),
            order: Value::Null,
            shared: saved.shared,
        };
        views::create(app, viewer, &format!("demo:{}", saved.name), content).await?;
    }
    Ok(())
}
