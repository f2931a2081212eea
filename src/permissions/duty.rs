//! Who has to sign in with a second factor: the roles that see or decide more than one organisation's affairs.

use super::Role;

/// Whether a role may be used only by somebody who has a second factor.
#[must_use]
pub fn asks_second_factor(role: Role) -> bool {
    match role {
        Role::Sa | Role::So | Role::Fm | Role::Le | Role::Au => true,
        Role::Ma | Role::Mi | Role::Mf | Role::Mc | Role::Ap | Role::Ps => false,
    }
}

/// Whether somebody with these roles has to have a second factor; an installation may ask it of everybody.
#[must_use]
pub fn needs_second_factor(roles: &[Role], of_everybody: bool) -> bool {
    of_everybody || roles.iter().any(|role| asks_second_factor(*role))
}
