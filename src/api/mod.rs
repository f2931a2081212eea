//! The API: merges the slices' root fields into one schema, guards it, and answers requests.
//!
//! Whoever executes the schema goes through the guard, be it over HTTP, over a socket or in a test: it is an extension of
//! the schema itself.

mod answer;
mod guard;
mod limits;
mod loaders;
mod node;
pub mod pages;
mod sdl;

use std::sync::Arc;

use async_graphql::{MergedObject, MergedSubscription, SDLExportOptions};

use crate::{
    app::App,
    audit::graphql::AuditQuery,
    leads::graphql::{LeadsMutation, LeadsQuery, LeadsSubscription},
    members::graphql::{MembersMutation, MembersQuery},
    rights::graphql::{RightsMutation, RightsQuery},
    sessions::graphql::SessionsMutation,
};
pub use answer::{Answer, OperationKind, Outcome, Question, Told, answer, operation_kind, subscribe};

/// Everything that can be asked.
#[derive(MergedObject, Default)]
#[graphql(name = "Query")]
pub struct QueryRoot(node::NodeQuery, MembersQuery, RightsQuery, LeadsQuery, AuditQuery);

/// Everything that can be done.
#[derive(MergedObject, Default)]
#[graphql(name = "Mutation")]
pub struct MutationRoot(SessionsMutation, MembersMutation, RightsMutation, LeadsMutation);

/// Everything that can be followed.
#[derive(MergedSubscription, Default)]
#[graphql(name = "Subscription")]
pub struct SubscriptionRoot(LeadsSubscription);

/// The schema.
pub type Schema = async_graphql::Schema<QueryRoot, MutationRoot, SubscriptionRoot>;

type Builder = async_graphql::SchemaBuilder<QueryRoot, MutationRoot, SubscriptionRoot>;

fn build() -> Builder {
    Schema::build(
        QueryRoot::default(),
        MutationRoot::default(),
        SubscriptionRoot::default(),
    )
    .disable_suggestions()
}

/// The schema of a service, guarded.
#[must_use]
pub fn schema(app: &Arc<App>) -> Schema {
    build()
        .data(Arc::clone(app))
        .extension(guard::GuardFactory::from(&app.config))
        .finish()
}

/// The schema as text: the contract.
#[must_use]
pub fn sdl() -> String {
    let options = SDLExportOptions::new().include_specified_by();
    sdl::with_requirements(&build().finish().sdl_with_options(options))
}
