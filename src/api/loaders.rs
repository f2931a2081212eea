//! The loaders of a request: what is asked for by id in many places is read at once.

use std::sync::Arc;

use async_graphql::Data;

use crate::{app::App, leads, members, rights};

/// Puts a request's own loaders into its data: what one viewer was shown is never handed to another.
pub(super) fn put(app: &Arc<App>, data: &mut Data) {
    data.insert(members::graphql::loaders(app));
    data.insert(rights::graphql::loaders(app));
    data.insert(leads::graphql::loader(app));
}
