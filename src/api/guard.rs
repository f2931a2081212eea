//! Default deny: before a document runs, each root field it would touch is looked up in the permission table.
//!
//! Once per request on the parsed operation, fragments and aliases included; a field without a row is refused. What may be
//! done to which object is decided below, in commands and reads; this is the fence around all of them.

use std::{
    any::TypeId,
    panic::AssertUnwindSafe,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use async_graphql::{
    Pos, Request, Response, ServerError, ServerResult, ValidationResult,
    extensions::{
        Extension, ExtensionContext, ExtensionFactory, NextPrepareRequest, NextRequest, NextSubscribe, NextValidation,
    },
    parser::{
        parse_query,
        types::{DocumentOperations, ExecutableDocument, OperationDefinition, OperationType, Selection, SelectionSet},
    },
    registry::Registry,
};
use async_trait::async_trait;
use futures_util::{FutureExt as _, StreamExt as _, stream::BoxStream};

use super::{
    limits::{self, Limits},
    loaders,
};
use crate::{
    app::App,
    permissions::{
        Viewer,
        table::{Requirement, requirement},
    },
    platform::{
        config::Config,
        error::{ApiError, ErrorCode, Result},
    },
    sessions::Caller,
};

/// Puts a guard before every request of a schema.
#[derive(Debug, Clone, Copy)]
pub(super) struct GuardFactory {
    limits: Limits,
    public_introspection: bool,
}

impl From<&Config> for GuardFactory {
    fn from(config: &Config) -> Self {
        Self {
            limits: config.into(),
            public_introspection: config.public_introspection,
        }
    }
}

impl ExtensionFactory for GuardFactory {
    fn create(&self) -> Arc<dyn Extension> {
        Arc::new(Guard {
            rules: *self,
            valid: Arc::default(),
        })
    }
}

struct Guard {
    rules: GuardFactory,
    /// Whether the document fits the schema: from then on, an error is not the document's.
    valid: Arc<AtomicBool>,
}

impl Guard {
    fn admit(&self, ctx: &ExtensionContext<'_>, request: &mut Request) -> Result<()> {
        let registry = &ctx.schema_env.registry;
        limits::check_brackets(&request.query)?;
        let document = parse_query(&request.query)
            .map_err(|error| ApiError::because(ErrorCode::InvalidDocument, error.to_string()))?;
        limits::check(self.rules.limits, registry, &document, &request.variables)?;
        let caller = request.data.get(&TypeId::of::<Caller>());
        for operation in operations(&document, request.operation_name.as_deref()) {
            let fence = Fence {
                document: &document,
                registry,
                caller: caller.and_then(|caller| caller.downcast_ref()),
                public_introspection: self.rules.public_introspection,
                root: match operation.ty {
                    OperationType::Query => "Query",
                    OperationType::Mutation => "Mutation",
                    OperationType::Subscription => "Subscription",
                },
            };
            fence.set(&operation.selection_set.node)?;
        }
        request.set_parsed_query(document);
        Ok(())
    }
}

/// Gives each error that has no code the one of the moment it happened in.
fn with_codes(mut response: Response, valid: bool) -> Response {
    for error in &mut response.errors {
        let code = error.extensions.as_ref().and_then(|known| known.get("code"));
        if code.is_none() {
            *error = coded(error, valid);
        }
    }
    response
}

/// What a resolver that panicked answers; the log knows where it was.
fn panicked<E>(_: E) -> Response {
    Response::from_errors(vec![server_error(ErrorCode::Internal.into())])
}

/// The operations that could run: the named one, or all where none is named.
fn operations<'a>(document: &'a ExecutableDocument, name: Option<&str>) -> Vec<&'a OperationDefinition> {
    match (&document.operations, name) {
        (DocumentOperations::Multiple(operations), Some(name)) => operations
            .get(name)
            .map(|operation| &operation.node)
            .into_iter()
            .collect(),
        (operations, _) => operations.iter().map(|(_, operation)| &operation.node).collect(),
    }
}

fn server_error(error: ApiError) -> ServerError {
    let mut error = async_graphql::Error::from(error).into_server_error(Pos::default());
    error.locations.clear();
    error
}

/// An error of async-graphql's own as one of ours. A resolver's errors have codes, so what is left is a document that does
/// not fit, an input that no type accepts, or a fault of ours, whose words stay in the log.
fn coded(error: &ServerError, valid: bool) -> ServerError {
    let of_input = [
        "Failed to parse",
        "Invalid value for argument",
        "Variable ",
        EXPECTED_TYPE,
    ]
    .iter()
    .any(|start| error.message.starts_with(start));
    let message = without_the_value(&error.message);
    let known = if !valid || error.path.is_empty() {
        ApiError::because(ErrorCode::InvalidDocument, message)
    } else if of_input {
        ApiError::because(ErrorCode::BadUserInput, message)
    } else {
        ApiError::internal(message)
    };
    ServerError {
        locations: error.locations.clone(),
        path: error.path.clone(),
        ..server_error(known)
    }
}

/// How the library begins to tell of an input of a wrong type, and how it goes on with the input itself.
const EXPECTED_TYPE: &str = "Expected input type";
const FOUND: &str = ", found ";

/// A message without the input it would repeat: that may be a password, and messages end up in logs.
fn without_the_value(message: &str) -> String {
    match message.find(FOUND) {
        Some(at) if message.contains(EXPECTED_TYPE) => format!("{}.", &message[..at]),
        _ => message.to_owned(),
    }
}

struct Fence<'a> {
    document: &'a ExecutableDocument,
    registry: &'a Registry,
    caller: Option<&'a Caller>,
    public_introspection: bool,
    root: &'static str,
}

impl Fence<'_> {
    fn set(&self, set: &SelectionSet) -> Result<()> {
        for item in &set.items {
            match &item.node {
                Selection::Field(field) => self.field(field.node.name.node.as_str())?,
                Selection::InlineFragment(inline) => self.set(&inline.node.selection_set.node)?,
                Selection::FragmentSpread(spread) => {
                    if let Some(fragment) = self.document.fragments.get(&spread.node.fragment_name.node) {
                        self.set(&fragment.node.selection_set.node)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn field(&self, name: &str) -> Result<()> {
        let required = match name {
            "__typename" => Requirement::Anyone,
            "__schema" | "__type" if self.public_introspection => Requirement::Anyone,
            "__schema" | "__type" => Requirement::SignedIn,
            _ => match requirement(self.root, name) {
                Some(required) => required,
                None if self.exists(name) => return Err(ErrorCode::Forbidden.into()),
                // What is not in the schema is for the validation to complain about.
                None => return Ok(()),
            },
        };
        match required {
            Requirement::Anyone => Ok(()),
            Requirement::SignedIn => self.viewer().map(|_| ()),
            Requirement::Action(action) if self.viewer()?.has(action) => Ok(()),
            Requirement::Action(_) => Err(ErrorCode::Forbidden.into()),
        }
    }

    fn viewer(&self) -> Result<&Viewer> {
        let viewer = self.caller.and_then(|caller| caller.viewer.as_deref());
        viewer.ok_or_else(|| ErrorCode::Unauthenticated.into())
    }

    fn exists(&self, name: &str) -> bool {
        let root = self.registry.types.get(self.root);
        root.and_then(|root| root.field_by_name(name)).is_some()
    }
}

#[async_trait]
impl Extension for Guard {
    async fn request(&self, ctx: &ExtensionContext<'_>, next: NextRequest<'_>) -> Response {
        let response = AssertUnwindSafe(next.run(ctx)).catch_unwind().await;
        with_codes(response.unwrap_or_else(panicked), self.valid.load(Ordering::Relaxed))
    }

    fn subscribe<'s>(
        &self,
        ctx: &ExtensionContext<'_>,
        stream: BoxStream<'s, Response>,
        next: NextSubscribe<'_>,
    ) -> BoxStream<'s, Response> {
        let valid = Arc::clone(&self.valid);
        let stream = AssertUnwindSafe(next.run(ctx, stream)).catch_unwind();
        stream
            .map(move |response| with_codes(response.unwrap_or_else(panicked), valid.load(Ordering::Relaxed)))
            .boxed()
    }

    async fn prepare_request(
        &self,
        ctx: &ExtensionContext<'_>,
        mut request: Request,
        next: NextPrepareRequest<'_>,
    ) -> ServerResult<Request> {
        self.admit(ctx, &mut request).map_err(server_error)?;
        if let Some(app) = ctx.data_opt::<Arc<App>>() {
            loaders::put(app, &mut request.data);
        }
        next.run(ctx, request).await
    }

    async fn validation(
        &self,
        ctx: &ExtensionContext<'_>,
        next: NextValidation<'_>,
    ) -> Result<ValidationResult, Vec<ServerError>> {
        let result = next.run(ctx).await?;
        self.valid.store(true, Ordering::Relaxed);
        Ok(result)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use async_graphql::{EmptyMutation, EmptySubscription, Object, Schema};

    use super::*;

    struct Query;

    #[Object]
    impl Query {
        /// Open to anyone.
        async fn viewer(&self) -> i32 {
            1
        }

        /// Asks for a role.
        async fn leads(&self) -> i32 {
            2
        }

        /// Has no row in the table.
        async fn forgotten(&self) -> i32 {
            3
        }

        /// Open to anyone, and broken.
        async fn permission_matrix(&self, text: Option<String>) -> i32 {
            text.map_or(4, |text| panic!("{text}"))
        }
    }

    async fn code(query: &str, signed_in: bool) -> Option<String> {
        let config = Config::with(&BTreeMap::new()).unwrap();
        let schema = Schema::build(Query, EmptyMutation, EmptySubscription)
            .extension(GuardFactory::from(&config))
            .finish();
        let viewer = Viewer {
            person: uuid::Uuid::nil(),
            session: None,
            organization: uuid::Uuid::nil(),
            kind: crate::permissions::viewer::OrganizationKind::MemberBrand,
            active: true,
            roles: vec![crate::permissions::Role::Mf],
            brand_scope: None,
            mandates: Vec::new(),
            country: "CN".to_owned(),
            division: None,
        };
        let caller = Caller {
            viewer: signed_in.then(|| Arc::new(viewer)),
            ..Caller::default()
        };
        let response = schema.execute(Request::new(query).data(caller)).await;
        let error = response.errors.first()?;
        let code = error.extensions.as_ref()?.get("code")?.clone();
        Some(code.into_json().unwrap().as_str().unwrap().to_owned())
    }

    #[tokio::test]
    async fn a_field_without_a_row_is_refused_and_one_with_a_row_asks_for_it() {
        for (query, nobody, finance) in [
            ("{ viewer }", None, None),
            ("{ leads }", Some("UNAUTHENTICATED"), Some("FORBIDDEN")),
            ("{ forgotten }", Some("FORBIDDEN"), Some("FORBIDDEN")),
            ("{ permissionMatrix }", Some("UNAUTHENTICATED"), None),
            ("{ __typename }", None, None),
            ("{ __schema { queryType { name } } }", Some("UNAUTHENTICATED"), None),
        ] {
            assert_eq!(code(query, false).await.as_deref(), nobody, "{query}");
            assert_eq!(code(query, true).await.as_deref(), finance, "{query}");
        }
    }

    #[tokio::test]
    async fn aliases_fragments_and_directives_hide_nothing() {
        for query in [
            "{ viewer: leads }",
            "{ viewer ...F } fragment F on Query { a: leads }",
            "{ viewer ... on Query { ... on Query { leads } } }",
            "{ ...A } fragment A on Query { ...B } fragment B on Query { leads @skip(if: true) }",
            "query A { viewer } query B { leads }",
        ] {
            assert_eq!(code(query, true).await.as_deref(), Some("FORBIDDEN"), "{query}");
        }
    }

    #[tokio::test]
    async fn what_is_too_large_or_does_not_fit_is_refused_with_a_code() {
        let wide = format!(
            "{{ {} }}",
            (0..21).map(|n| format!("a{n}: viewer ")).collect::<String>()
        );
        let mut bomb = "{ ...F0 }".to_owned();
        for n in 0..30 {
            bomb += &format!(" fragment F{n} on Query {{ ...F{} ...F{} }}", n + 1, n + 1);
        }
        bomb += " fragment F30 on Query { viewer }";
        let introspection = "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }";
        let directives = format!("{{ viewer {} }}", "@skip(if: false) ".repeat(51));
        for (query, expected) in [
            (wide.as_str(), "LIMIT_EXCEEDED"),
            (bomb.as_str(), "LIMIT_EXCEEDED"),
            (&"{ a ".repeat(100_000), "LIMIT_EXCEEDED"),
            (&"[".repeat(1_000_000), "LIMIT_EXCEEDED"),
            (introspection, "LIMIT_EXCEEDED"),
            (&directives, "LIMIT_EXCEEDED"),
            ("{ ...F } fragment F on Query { ...F }", "INVALID_DOCUMENT"),
            ("{ nothing }", "INVALID_DOCUMENT"),
            ("{", "INVALID_DOCUMENT"),
            ("", "INVALID_DOCUMENT"),
            ("query A { viewer } query B { viewer }", "INVALID_DOCUMENT"),
        ] {
            let short: String = query.chars().take(60).collect();
            assert_eq!(code(query, true).await.as_deref(), Some(expected), "{short}");
        }
    }

    #[tokio::test]
    async fn a_panic_is_an_error_of_ours_and_says_nothing() {
        let query = "{ permissionMatrix(text: \"boom\") }";
        assert_eq!(code(query, true).await.as_deref(), Some("INTERNAL"));
        assert_eq!(code("{ viewer }", true).await, None);
    }
}
