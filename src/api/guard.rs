//! Default deny: before a document runs, each root field it would touch is looked up in the permission table.
//!
//! Once per request on the parsed operation, fragments and aliases included; a field without a row is refused. What may be
//! done to which object is decided below, in commands and reads; this is the fence around all of them.

use std::{
    any::TypeId,
    panic::AssertUnwindSafe,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use async_graphql::{
    Data, Request, Response, ServerError, ServerResult, ValidationResult, Variables,
    extensions::{
        Extension, ExtensionContext, ExtensionFactory, NextExecute, NextPrepareRequest, NextRequest, NextSubscribe,
        NextValidation,
    },
    parser::{
        parse_query,
        types::{DocumentOperations, ExecutableDocument, OperationDefinition, OperationType, Selection, SelectionSet},
    },
    registry::Registry,
};
use async_trait::async_trait;
use futures_util::{FutureExt as _, StreamExt as _, stream::BoxStream};
use tokio::time::timeout;

use super::{
    answer::WithinLimits,
    documents::Parsed,
    errors::{panicked, server_error, with_codes},
    guarded::noted,
    limits::{self, Limits},
    loaders, measure,
};
use crate::{
    app::App,
    leads::graphql::Shown,
    permissions::{
        Viewer,
        roots::{Requirement, SERVICE_ROOTS, requirement},
    },
    platform::{
        config::Config,
        error::{ApiError, ErrorCode, Result},
        metrics::Asked,
    },
    sessions::{self, Caller},
};

/// Puts a guard before every request of a schema.
#[derive(Debug, Clone, Copy)]
pub(super) struct GuardFactory {
    limits: Limits,
    public_introspection: bool,
    trusted_documents_only: bool,
    /// How long one request may take, or one event of a subscription.
    pub(super) longest: Duration,
}

impl From<&Config> for GuardFactory {
    fn from(config: &Config) -> Self {
        Self {
            limits: config.into(),
            public_introspection: config.public_introspection,
            trusted_documents_only: config.limit_trusted_documents_only,
            longest: Duration::from_secs(config.limit_request_seconds.into()),
        }
    }
}

impl ExtensionFactory for GuardFactory {
    fn create(&self) -> Arc<dyn Extension> {
        Arc::new(Guard {
            rules: *self,
            valid: Arc::default(),
            follows: AtomicBool::new(false),
            asked: OnceLock::new(),
        })
    }
}

struct Guard {
    rules: GuardFactory,
    /// Whether the document fits the schema: from then on, an error is not the document's.
    valid: Arc<AtomicBool>,
    /// Whether it is a subscription, which outlives what the caller was when it came.
    follows: AtomicBool,
    /// What it asks for, as it is counted.
    asked: OnceLock<Asked>,
}

impl GuardFactory {
    /// What a document costs.
    ///
    /// # Errors
    /// Where it is larger than the limits.
    pub(super) fn weigh(
        &self,
        registry: &Registry,
        document: &ExecutableDocument,
        variables: &Variables,
        named: Option<&str>,
    ) -> Result<usize> {
        limits::check(self.limits, registry, document, variables, named)
    }

    /// Lets a request in, its document parsed, and tells what it `asked` for.
    ///
    /// # Errors
    /// Why it may not run.
    pub(super) fn admit(&self, registry: &Registry, request: &mut Request, asked: &OnceLock<Asked>) -> Result<()> {
        let Parsed { document, trusted } = parsed(request)?;
        if let Some(operation) = operations(&document, request.operation_name.as_deref()).first() {
            let _ = asked.set(measure::asked(&document, operation));
        }
        if self.trusted_documents_only && !trusted {
            return Err(ErrorCode::PersistedDocumentIdRequired.into());
        }
        // A transport has looked already, where its caller pays.
        if !request.data.contains_key(&TypeId::of::<WithinLimits>()) {
            let named = request.operation_name.as_deref();
            self.weigh(registry, &document, &request.variables, named)?;
        }
        let caller = request.data.get(&TypeId::of::<Caller>());
        for operation in operations(&document, request.operation_name.as_deref()) {
            let fence = Fence {
                document: &document,
                registry,
                caller: caller.and_then(|caller| caller.downcast_ref()),
                public_introspection: self.public_introspection,
                root: match operation.ty {
                    OperationType::Query => "Query",
                    OperationType::Mutation => "Mutation",
                    OperationType::Subscription => "Subscription",
                },
            };
            fence
                .set(&operation.selection_set.node)
                .inspect_err(|error| fence.report(error))?;
        }
        request.set_parsed_query(Arc::unwrap_or_clone(document));
        Ok(())
    }
}

/// The document of a request, which a transport has looked up and parsed already.
fn parsed(request: &Request) -> Result<Parsed> {
    let known = request.data.get(&TypeId::of::<Parsed>());
    if let Some(parsed) = known.and_then(|known| known.downcast_ref::<Parsed>()) {
        return Ok(parsed.clone());
    }
    limits::check_brackets(&request.query)?;
    let document = parse_query(&request.query)
        .map_err(|error| ApiError::because(ErrorCode::InvalidDocument, error.to_string()))?;
    Ok(Parsed {
        document: Arc::new(document),
        trusted: false,
    })
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
            Requirement::Enrolling => self.open_to(self.viewer()?, name),
            Requirement::SignedIn => self.open_to(self.free_viewer()?, name),
            Requirement::Action(action) if self.free_viewer()?.has(action) => Ok(()),
            Requirement::Action(_) => Err(ErrorCode::Forbidden.into()),
        }
    }

    /// What asks for somebody who is signed in is for people; a service account has a few of it.
    fn open_to(&self, viewer: &Viewer, name: &str) -> Result<()> {
        match viewer.service.is_none() || SERVICE_ROOTS.contains(&name) {
            true => Ok(()),
            false => Err(ErrorCode::Forbidden.into()),
        }
    }

    /// The viewer, who has the second factor that a role asks for.
    fn free_viewer(&self) -> Result<&Viewer> {
        let viewer = self.viewer()?;
        if viewer.confined {
            return Err(ErrorCode::SecondFactorRequired.into());
        }
        Ok(viewer)
    }

    /// Who looks for what is not theirs leaves a line in the log.
    fn report(&self, error: &ApiError) {
        let person = self.viewer().ok().map(|viewer| viewer.person);
        tracing::info!(?person, code = error.code.as_str(), "refused at the root");
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

/// The caller of a subscription as it is when one more event is told: role, scope and mandates may be others by now.
async fn caller_again(ctx: &ExtensionContext<'_>) -> Result<Caller> {
    let (Some(app), Some(caller)) = (ctx.data_opt::<Arc<App>>(), ctx.data_opt::<Caller>()) else {
        return Err(ErrorCode::Unauthenticated.into());
    };
    let viewer = match &caller.viewer {
        Some(known) => sessions::again(app, known).await?.ok_or(ErrorCode::Unauthenticated)?,
        None => return Ok(caller.clone()),
    };
    Ok(Caller {
        viewer: Some(viewer),
        ..caller.clone()
    })
}

#[async_trait]
impl Extension for Guard {
    async fn request(&self, ctx: &ExtensionContext<'_>, next: NextRequest<'_>) -> Response {
        let running = async {
            let response = AssertUnwindSafe(next.run(ctx)).catch_unwind().await;
            with_codes(response.unwrap_or_else(panicked), self.valid.load(Ordering::Relaxed))
        };
        measure::measured(ctx.data_opt::<Arc<App>>(), &self.asked, running).await
    }

    fn subscribe<'s>(
        &self,
        ctx: &ExtensionContext<'_>,
        stream: BoxStream<'s, Response>,
        next: NextSubscribe<'_>,
    ) -> BoxStream<'s, Response> {
        self.follows.store(true, Ordering::Relaxed);
        let valid = Arc::clone(&self.valid);
        let counted = ctx.data_opt::<Arc<App>>().map(|app| app.vitals.stream());
        let stream = AssertUnwindSafe(next.run(ctx, stream)).catch_unwind();
        stream
            .map(move |response| {
                let _until_it_ends = &counted;
                with_codes(response.unwrap_or_else(panicked), valid.load(Ordering::Relaxed))
            })
            .boxed()
    }

    async fn execute(
        &self,
        ctx: &ExtensionContext<'_>,
        operation_name: Option<&str>,
        next: NextExecute<'_>,
    ) -> Response {
        let follows = self.follows.load(Ordering::Relaxed);
        let answered = timeout(self.rules.longest, async {
            if !follows {
                return Ok::<_, ApiError>(next.run(ctx, operation_name).await);
            }
            let mut data = Data::default();
            data.insert(caller_again(ctx).await?);
            let event = next.run_with_data(ctx, operation_name, data).await;
            Ok(match ctx.data_opt::<Arc<Shown>>() {
                Some(shown) => noted(ctx.data_opt(), shown, event).await,
                None => event,
            })
        });
        // What is under way is let go: a transaction that has not committed is undone.
        let answered = answered
            .await
            .unwrap_or_else(|_| Err(ErrorCode::TimeLimitExceeded.into()));
        answered.unwrap_or_else(|error: ApiError| Response::from_errors(vec![server_error(error)]))
    }

    async fn prepare_request(
        &self,
        ctx: &ExtensionContext<'_>,
        mut request: Request,
        next: NextPrepareRequest<'_>,
    ) -> ServerResult<Request> {
        self.rules
            .admit(&ctx.schema_env.registry, &mut request, &self.asked)
            .map_err(server_error)?;
        if let Some(app) = ctx.data_opt::<Arc<App>>() {
            loaders::put(app, &mut request.data, false);
            request.data.insert(Arc::<Shown>::default());
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
    use crate::api::guarded::Guarded;

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
        let build = || Schema::build(Query, EmptyMutation, EmptySubscription);
        let schema = Guarded::new(build, GuardFactory::from(&config));
        let viewer = Viewer {
            person: uuid::Uuid::nil(),
            session: None,
            organization: uuid::Uuid::nil(),
            kind: crate::permissions::viewer::OrganizationKind::MemberBrand,
            active: true,
            roles: vec![crate::permissions::Role::Mf],
            brand_scope: None,
            mandates: Vec::new(),
            groups: Vec::new(),
            country: "CN".to_owned(),
            division: None,
            enrolled: false,
            confined: false,
            service: None,
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
