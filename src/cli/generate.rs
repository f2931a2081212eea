//! Files that are made from the code: the schema and three pages of the documentation.

use super::{Failure, print};
use crate::api::pages;

/// A page that is made from the code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Page {
    /// Who may do what: docs/permissions.md.
    Permissions,
    /// The settings: docs/configuration.md.
    Configuration,
    /// The error codes: docs/errors.md.
    Errors,
}

/// Prints the schema.
pub(super) async fn schema() -> Result<(), Failure> {
    print(&crate::api::sdl())
}

/// The text of a page.
pub(super) fn page(page: Page) -> String {
    match page {
        Page::Permissions => pages::permissions(),
        Page::Configuration => pages::configuration(),
        Page::Errors => pages::errors(),
    }
}
