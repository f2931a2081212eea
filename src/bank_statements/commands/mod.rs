//! What can be done with bank statements: one transaction each.

mod book;
mod compare;
mod importing;
mod matching;

use crate::{
    permissions::{Action, Scope, Viewer},
    platform::error::{ErrorCode, Result},
};

pub(super) use book::{Book, OrderDifference, book};
pub(super) use compare::suggested;
pub(crate) use importing::{Preview, Sent, import, preview};
pub(crate) use matching::{match_by_reference, match_lines, suspend, unmatch};

/// Whether somebody keeps funds.
pub(super) fn manages(viewer: &Viewer) -> bool {
    viewer.scope(Action::FundManage) == Scope::All
}

/// # Errors
/// `FORBIDDEN` for who does not keep funds.
fn must_manage(viewer: &Viewer) -> Result<()> {
    match manages(viewer) {
        true => Ok(()),
        false => Err(ErrorCode::Forbidden.into()),
    }
}
