//! What a root field asks of its caller, and how that is said.

use super::{
    roots::ROOT_FIELDS,
    table::{Action, Role, roles_with},
};

/// What a root field asks of the caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Requirement {
    /// Nothing: the caller need not be signed in.
    Anyone,
    /// A signed-in person, also one whose role asks for a second factor that it has not got yet.
    Enrolling,
    /// A signed-in person of an active organisation, or one that is still applying.
    SignedIn,
    /// A role to which the action is given in any scope; the scope itself is applied below the root.
    Action(Action),
}

use Requirement::{Action as Needs, Anyone, Enrolling, SignedIn};

/// Of the root fields that ask for somebody who is signed in and for nothing else: those that a service account has, too.
pub const SERVICE_ROOTS: &[&str] = &["node", "nodes", "viewer", "permissionMatrix", "apiLimits"];

/// What a root field asks, or `None` where the table has no row for it: then it is refused.
#[must_use]
pub fn requirement(parent: &str, field: &str) -> Option<Requirement> {
    ROOT_FIELDS
        .iter()
        .find(|(p, f, _)| *p == parent && *f == field)
        .map(|(_, _, requirement)| *requirement)
}

/// The sentence behind `Requires:` in the schema.
#[must_use]
pub fn requires(requirement: Requirement) -> String {
    match requirement {
        Anyone => "nobody in particular; sign-in is not needed".to_owned(),
        Enrolling => "a signed-in person, with or without a second factor".to_owned(),
        SignedIn => "a signed-in person".to_owned(),
        Needs(action) => {
            let name: &str = action.into();
            let roles: Vec<_> = roles_with(action).map(Role::code).collect();
            format!("{name} ({})", roles.join(", "))
        }
    }
}
