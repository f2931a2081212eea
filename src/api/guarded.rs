//! A schema behind its guard: nobody else may ask it.
//!
//! What is answered once runs in a schema without extensions: with one, the library looks up the type of each field and
//! boxes a future more for it, whether or not the extension cares for fields, which took a third of a page's time. The guard
//! stands before that schema. Subscriptions run in a schema of which it is the extension, because it has to act at each event.

use std::{
    panic::AssertUnwindSafe,
    sync::{Arc, OnceLock},
};

use async_graphql::{
    ObjectType, Request, Response, Schema, SchemaBuilder, SchemaEnv, SubscriptionType, Variables,
    extensions::{Extension, ExtensionContext, ExtensionFactory, NextRequest},
    parser::types::ExecutableDocument,
};
use async_trait::async_trait;
use futures_util::{FutureExt as _, stream::BoxStream};
use tokio::time::timeout;

use super::{errors, guard::GuardFactory, loaders, measure};
use crate::{
    app::App,
    leads::graphql::Shown,
    platform::{
        error::{ErrorCode, Result},
        metrics::Asked,
    },
};

/// A schema behind its guard.
#[derive(Clone)]
pub struct Guarded<Q, M, S> {
    once: Schema<Q, M, S>,
    followed: Schema<Q, M, S>,
    guard: GuardFactory,
    env: SchemaEnv,
}

impl<Q, M, S> Guarded<Q, M, S>
where
    Q: ObjectType + 'static,
    M: ObjectType + 'static,
    S: SubscriptionType + 'static,
{
    /// The schema that `build` makes, behind `guard`.
    pub(super) fn new(build: impl Fn() -> SchemaBuilder<Q, M, S>, guard: GuardFactory) -> Self {
        let shown = Arc::<OnceLock<SchemaEnv>>::default();
        let followed = build().extension(Show(Arc::clone(&shown))).extension(guard).finish();
        // Only an extension is shown the types; it waits for nothing.
        let _ = followed.execute("{ __typename }").now_or_never();
        let Some(env) = shown.get().cloned() else {
            unreachable!("the library shows the types to every extension")
        };
        Self {
            once: build().finish(),
            followed,
            guard,
            env,
        }
    }

    /// The contract, as the library prints it.
    #[must_use]
    pub fn sdl(&self) -> String {
        self.once.sdl()
    }

    /// What a document costs.
    ///
    /// # Errors
    /// Where it is larger than the limits.
    pub(super) fn weigh(
        &self,
        document: &ExecutableDocument,
        variables: &Variables,
        named: Option<&str>,
    ) -> Result<usize> {
        self.guard.weigh(&self.env.registry, document, variables, named)
    }

    /// Answers a query or mutation.
    pub(super) async fn execute(&self, mut request: Request) -> Response {
        let app = self.once.data::<Arc<App>>();
        let asked = OnceLock::new();
        let running = async {
            if let Err(error) = self.guard.admit(&self.env.registry, &mut request, &asked) {
                return Response::from_errors(vec![errors::server_error(error)]);
            }
            if let Some(app) = app {
                let reads = asked.get().is_some_and(Asked::reads);
                loaders::put(app, &mut request.data, reads);
            }
            let shown = Arc::<Shown>::default();
            request.data.insert(Arc::clone(&shown));
            let running = async {
                let answer = AssertUnwindSafe(self.once.execute(request)).catch_unwind().await;
                noted(app, &shown, answer.unwrap_or_else(errors::panicked)).await
            };
            // What is under way is let go: a transaction that has not committed is undone.
            let answer = timeout(self.guard.longest, running).await;
            errors::with_codes(answer.unwrap_or_else(|_| refused(ErrorCode::TimeLimitExceeded)), true)
        };
        // On the heap: it is large, and whoever asks may stand deep in a stack already.
        measure::measured(app, &asked, Box::pin(running)).await
    }

    /// Answers any operation, a subscription as often as there is something to say.
    pub(super) fn execute_stream(&self, request: Request) -> BoxStream<'static, Response> {
        self.followed.execute_stream(request)
    }
}

/// The answer, once it is written down what it shows of leads; what cannot be written down is not shown.
pub(super) async fn noted(app: Option<&Arc<App>>, shown: &Shown, answer: Response) -> Response {
    let Some(app) = app else { return answer };
    match Box::pin(shown.write_down(app)).await {
        Ok(()) => answer,
        Err(error) => Response::from_errors(vec![errors::server_error(error)]),
    }
}

fn refused(code: ErrorCode) -> Response {
    Response::from_errors(vec![errors::server_error(code.into())])
}

/// Keeps what an extension is shown.
struct Show(Arc<OnceLock<SchemaEnv>>);

impl ExtensionFactory for Show {
    fn create(&self) -> Arc<dyn Extension> {
        Arc::new(Self(Arc::clone(&self.0)))
    }
}

#[async_trait]
impl Extension for Show {
    async fn request(&self, ctx: &ExtensionContext<'_>, next: NextRequest<'_>) -> Response {
        self.0.get_or_init(|| ctx.schema_env.clone());
        next.run(ctx).await
    }
}
