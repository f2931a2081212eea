//! Pure rules of saved views: whose they are, and who changes them.

use jiff::Timestamp;
use serde_json::Value;
use uuid::Uuid;

use crate::{
    permissions::{Action, Target, Viewer},
    platform::{
        error::{ApiError, Result},
        text::clean_line,
    },
};

/// Longest name, in characters.
const LONGEST_NAME: usize = 60;
/// Longest filter or order, in bytes of JSON.
const LONGEST_WORDS: usize = 8_192;
/// Most views of one person.
pub const MOST_VIEWS: u64 = 100;

/// A list of which views are saved.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    strum::IntoStaticStr,
    strum::EnumString,
    serde::Serialize,
    serde::Deserialize,
)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum ListKind {
    /// The list of leads.
    Leads,
    /// The inbox.
    Deliveries,
}

/// A saved view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ViewRow {
    /// The view.
    pub id: Uuid,
    /// Whose it is.
    pub owner: Uuid,
    /// The owner's organisation.
    pub organization: Uuid,
    /// The list.
    pub list: ListKind,
    /// Its name.
    pub name: String,
    /// The list's filter.
    pub filter: Value,
    /// The list's order; null for the list's own.
    pub order: Value,
    /// Whether the organisation's other people have it too.
    pub shared: bool,
    /// Counts its changes.
    pub version: i32,
    /// When it was made.
    pub created_at: Timestamp,
}

impl ViewRow {
    /// Whether the viewer has it. The store's `of` says the same to the database.
    #[must_use]
    pub fn is_seen_by(&self, viewer: &Viewer) -> bool {
        self.owner == viewer.person || (self.shared && self.organization == viewer.organization)
    }

    /// Whether the viewer may change and delete it: its owner, and of a shared one also who manages the organisation's
    /// people, so that none is left behind by somebody who has gone.
    #[must_use]
    pub fn is_changed_by(&self, viewer: &Viewer, now: Timestamp) -> bool {
        let organization = Target {
            organization: self.organization,
            brands: &[],
        };
        let manages = || viewer.may(Action::UserManage, organization, now);
        self.owner == viewer.person || (self.is_seen_by(viewer) && manages())
    }
}

/// A name in its stored form.
///
/// # Errors
/// `BAD_USER_INPUT` at `name`.
pub fn name(raw: &str) -> Result<String> {
    clean_line(raw, 1..=LONGEST_NAME).map_err(|error| ApiError::input("name", format!("Please correct this: {error}.")))
}

/// A filter or an order without what it leaves open.
///
/// # Errors
/// `BAD_USER_INPUT` at `view` where it is too long.
pub fn words(mut value: Value) -> Result<Value> {
    forget_nulls(&mut value);
    if value.to_string().len() > LONGEST_WORDS {
        return Err(ApiError::input("view", "This names too much to be kept."));
    }
    Ok(value)
}

fn forget_nulls(value: &mut Value) {
    if let Value::Object(fields) = value {
        fields.retain(|_, field| !field.is_null());
        fields.values_mut().for_each(forget_nulls);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{
        members::rules::tests::viewer,
        permissions::{Role, viewer::OrganizationKind},
    };

    fn of(organization: u128, person: u128, role: Role) -> Viewer {
        Viewer {
            organization: Uuid::from_u128(organization),
            person: Uuid::from_u128(person),
            ..viewer(OrganizationKind::MemberBrand, &[role])
        }
    }

    #[test]
    fn a_view_is_its_owners_or_the_organisations() {
        let view = |shared| ViewRow {
            id: Uuid::from_u128(1),
            owner: Uuid::from_u128(3),
            organization: Uuid::from_u128(2),
            list: ListKind::Leads,
            name: "Mine".to_owned(),
            filter: json!({}),
            order: Value::Null,
            shared,
            version: 1,
            created_at: Timestamp::UNIX_EPOCH,
        };
        for (viewer, private, shared) in [
            (of(2, 3, Role::Mi), (true, true), (true, true)),
            (of(2, 4, Role::Mi), (false, false), (true, false)),
            (of(2, 4, Role::Ma), (false, false), (true, true)),
            (of(9, 4, Role::Ma), (false, false), (false, false)),
        ] {
            let told = [view(false), view(true)].map(|view| {
                let now = Timestamp::UNIX_EPOCH;
                (view.is_seen_by(&viewer), view.is_changed_by(&viewer, now))
            });
            assert_eq!(told, [private, shared], "{viewer:?}");
        }
    }

    #[test]
    fn what_is_left_open_is_not_kept() {
        let kept = words(json!({ "states": ["SHARED"], "mine": null, "search": null })).unwrap();
        assert_eq!(kept, json!({ "states": ["SHARED"] }));
        assert!(words(json!({ "search": "x".repeat(9_000) })).is_err());
    }
}
