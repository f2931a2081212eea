//! The test language.
//!
//! ```ignore
//! both_databases! {
//!     /// A sentence about the product.
//!     async fn an_officer_of_another_brand_finds_nothing(world: World) {
//!         let acme = world.brand("Acme").await;
//!         let author = acme.investigator().await;
//!         let made = author.graphql(CREATE_LEAD, json!({ … })).await.ok();
//!         let stranger = world.brand("Other").await.investigator().await;
//!         let answer = world.nothing_changes(stranger.graphql(LEAD, json!({ "id": made.text("/createLead/lead/id") }))).await;
//!         answer.refused_with("NOT_FOUND");
//!     }
//! }
//! ```
//!
//! - [`both_databases!`](crate::both_databases) makes a module of that name with the tests `sqlite` and `postgres`; each
//!   has a database of its own, cloned from a migrated template (`databases`). PostgreSQL comes from
//!   `scripts/with-postgres cargo test`; without it the test fails and says so.
//! - [`World`] is the service as production builds it. Its clock stands at `world::START` until it is moved
//!   (`world.after_hours(5)`), its ids are the same at every run.
//! - `world.brand("Acme")`, `.secretariat()`, `.agency("Police")`, `.agent_firm("Firm")`, `.organization(kind, name)` …
//!   make active organisations; `.investigator()`, `.admin()`, `.desk()`, `.officer()`, `.agent_for(&member)`,
//!   `.person(&[Role::…])`, `.person_for(roles, brands)` their people. They are written straight into the tables: tests of
//!   how they come to be use the mutations.
//! - A person or `world.anonymous()` asks with `.graphql(document, variables)`; the answer is a [`Response`]: `.ok()`,
//!   `.text("/lead/title")`, `.data(…)`, `.refused_with("STALE_VERSION")`.
//! - `world.nothing_changes(future)` fails if any row of any table differs afterwards;
//!   `world.counting_statements(future)` also says how many statements went to the database.
//! - [`Lead`], [`draft`] and `author.creates(&acme)`, `.submits(&lead)`, `.shares(&lead, &[&other])`, `.reads(&lead)` …
//!   speak of leads (`leads`).

mod contents;
mod data;
pub mod databases;
mod evidence;
mod ids;
mod judges;
mod leads;
mod letters;
mod people;
mod response;
mod services;
mod statements;
mod world;

use std::{future::Future, panic::AssertUnwindSafe};

use futures_util::FutureExt as _;

pub use data::shared_data;
pub use databases::{Backend, TestDatabase};
pub use evidence::{Evidence, picture, text};
pub use judges::judged;
pub use leads::{Lead, draft, with};
pub use people::{Asks, Mandate, Organization, PASSWORD, Person};
pub use response::Response;
pub use world::World;

/// What a test may put on its stack, in bytes: it awaits whole commands in one frame upon the other, and nothing makes the frames
/// of an unoptimised build small.
const STACK: usize = 16 << 20;

/// Runs an async test on a database of its own and drops it afterwards, also when the test fails.
pub fn on_database<F: Future<Output = ()>>(backend: Backend, migrated: bool, test: impl FnOnce(Place) -> F + Send) {
    let named = std::thread::current().name().unwrap_or("test").to_owned();
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().name(named).stack_size(STACK);
        let running = thread
            .spawn_scoped(scope, || run_on_database(backend, migrated, test))
            .unwrap();
        if let Err(panic) = running.join() {
            std::panic::resume_unwind(panic);
        }
    });
}

fn run_on_database<F: Future<Output = ()>>(backend: Backend, migrated: bool, test: impl FnOnce(Place) -> F) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let database = if migrated {
            TestDatabase::migrated(backend).await
        } else {
            TestDatabase::empty(backend).await
        };
        let place = Place {
            url: database.url.clone(),
            folder: database.folder.path().to_owned(),
        };
        let outcome = AssertUnwindSafe(test(place)).catch_unwind().await;
        database.drop().await;
        if let Err(panic) = outcome {
            std::panic::resume_unwind(panic);
        }
    });
}

/// Where a test's database and folder are.
#[derive(Debug, Clone)]
pub struct Place {
    pub url: String,
    pub folder: std::path::PathBuf,
}

/// Runs a test in a world of its own.
pub fn in_world<F: Future<Output = ()>>(backend: Backend, test: impl FnOnce(World) -> F + Send) {
    on_database(backend, true, |place| async move {
        let world = World::new(&place.url, &place.folder).await;
        test(world).await;
    });
}

/// Makes of each async function a module with the tests `sqlite` and `postgres`. It takes a `World`, or a `Place` for a
/// database in which not even a migration has run.
#[macro_export]
macro_rules! both_databases {
    ($($(#[$meta:meta])* async fn $name:ident($argument:ident: $kind:ident) $body:block)+) => {$(
        $(#[$meta])*
        async fn $name($argument: $crate::support::$kind) $body

        mod $name {
            #[test]
            fn sqlite() {
                $crate::both_databases!(@run $kind Sqlite $name)
            }

            #[test]
            fn postgres() {
                $crate::both_databases!(@run $kind Postgres $name)
            }
        }
    )+};
    (@run World $backend:ident $name:ident) => {
        $crate::support::in_world($crate::support::Backend::$backend, super::$name)
    };
    (@run Place $backend:ident $name:ident) => {
        $crate::support::on_database($crate::support::Backend::$backend, false, super::$name)
    };
}
