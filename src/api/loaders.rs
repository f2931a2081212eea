//! The loaders of a request: what is asked for by id in many places is read at once.

use std::sync::Arc;

use async_graphql::Data;

use crate::{
    actions, agencies, app::App, blind_match, evidence, funds, leads, members, rights, single_sign_on, subjects,
};

/// Puts a request's own loaders into its data: what one viewer was shown is never handed to another. They remember where
/// the request only `reads`.
pub(super) fn put(app: &Arc<App>, data: &mut Data, reads: bool) {
    data.insert(members::graphql::loaders(app, reads));
    data.insert(rights::graphql::loaders(app, reads));
    data.insert(crate::products::graphql::loader(app, reads));
    data.insert(agencies::graphql::loaders(app, reads));
    data.insert(leads::graphql::loader(app, reads));
    data.insert(subjects::graphql::loader(app, reads));
    data.insert(blind_match::graphql::loader(app, reads));
    data.insert(actions::graphql::loader(app, reads));
    data.insert(funds::graphql::loader(app, reads));
    data.insert(crate::bank_statements::graphql::loader(app, reads));
    data.insert(evidence::graphql::loader(app, reads));
    data.insert(crate::purchases::graphql::loader(app, reads));
    data.insert(crate::samples::graphql::loader(app, reads));
    data.insert(crate::appraisals::graphql::loader(app, reads));
    data.insert(single_sign_on::graphql::loader(app, reads));
}
