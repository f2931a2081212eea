//! GraphQL of exports.

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, connection::Connection};
use uuid::Uuid;

use super::{
    commands::{self, Request},
    rules::{ExportFormat, ExportRow, ExportState},
};
use crate::{
    app::App,
    audience::Order,
    graphql_enum,
    leads::graphql::{LeadFilter, LeadOrder},
    payload,
    platform::{
        error::Result,
        graphql::{
            GqlErrorCode,
            connection::{PageArgs, Totals, connection},
            from_context, id,
            scalars::DateTime,
            uuid,
        },
        ids::IdKind,
    },
    sessions,
};

graphql_enum! {
    /// What kind of file.
    GqlExportFormat as "ExportFormat" = ExportFormat {
        /// Comma-separated values in UTF-8.
        Csv,
        /// A workbook.
        Xlsx,
        /// A bundle of STIX 2.1, each object marked by TLP 2.0.
        Stix,
        /// Events of MISP as its servers export them, each with its TLP as a tag.
        Misp,
        /// Everything of an organisation as a zip; by `createOrganizationExport` alone.
        Archive,
    }
}

graphql_enum! {
    /// Where an export stands.
    GqlExportState as "ExportState" = ExportState {
        /// Waiting for a worker.
        Queued,
        /// Being written.
        Running,
        /// The file can be had.
        Done,
        /// It was not made.
        Failed,
        /// Called off by its person.
        Cancelled,
    }
}

/// A file of leads that the viewer asked for.
pub struct Export(ExportRow);

impl From<ExportRow> for Export {
    fn from(row: ExportRow) -> Self {
        Self(row)
    }
}

fn count(number: u64) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// A file of leads that the viewer asked for.
#[Object]
impl Export {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id(IdKind::Export, self.0.id)
    }

    /// What kind of file.
    async fn format(&self) -> GqlExportFormat {
        self.0.format.into()
    }

    /// Where it stands.
    async fn state(&self) -> GqlExportState {
        self.0.state.into()
    }

    /// Leads to write, as far as can be known before they are written.
    async fn rows_total(&self) -> i32 {
        count(self.0.rows_total)
    }

    /// Leads written so far.
    async fn rows_done(&self) -> i32 {
        count(self.0.rows_done)
    }

    /// The file's name.
    async fn file_name(&self) -> String {
        self.0.file_name()
    }

    /// The file's size in bytes; null while there is none.
    async fn bytes(&self) -> Option<i32> {
        (self.0.state == ExportState::Done).then(|| count(self.0.bytes))
    }

    /// Where the file can be fetched: good for five minutes, once or more, while the session lasts; null while there is none.
    async fn download_url(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let app = from_context::<App>(ctx)?;
        Ok(commands::link(app, sessions::viewer(ctx)?, &self.0))
    }

    /// Why it was not made; null unless it failed.
    async fn failure(&self) -> Option<GqlErrorCode> {
        self.0.failure.map(Into::into)
    }

    /// When it was asked for.
    async fn created_at(&self) -> DateTime {
        DateTime(self.0.created_at)
    }

    /// When it was done or given up; null before.
    async fn finished_at(&self) -> Option<DateTime> {
        self.0.finished_at.map(DateTime)
    }

    /// When it is forgotten, with its file.
    async fn expires_at(&self) -> DateTime {
        DateTime(self.0.expires_at)
    }
}

/// The queries of exports.
#[derive(Default)]
pub struct ExportsQuery;

#[Object]
impl ExportsQuery {
    /// The viewer's own exports that are still kept, the first one first.
    async fn exports(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<Connection<String, Export, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let (app, viewer) = (Arc::clone(from_context::<App>(ctx)?), sessions::viewer(ctx)?);
        let (page, viewer) = (commands::list(&app, viewer, &args).await?, Arc::clone(viewer));
        Ok(connection(page.map(Export), move || {
            let (app, viewer) = (Arc::clone(&app), Arc::clone(&viewer));
            Box::pin(async move { commands::count(&app, &viewer).await })
        }))
    }
}

/// The export of an id, if it is the caller's: for `node`.
///
/// # Errors
/// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
pub async fn visible_export(ctx: &Context<'_>, key: Uuid) -> Result<Option<Export>> {
    let app = from_context::<App>(ctx)?;
    Ok(commands::visible(app, sessions::viewer(ctx)?, key).await?.map(Export))
}

/// A file to make.
#[derive(InputObject)]
pub(super) struct CreateExportInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    idempotency_key: String,
    /// What kind of file.
    format: GqlExportFormat,
    /// Which leads; all that the viewer sees where nothing is said.
    filter: Option<LeadFilter>,
    /// The order; latest first where nothing is said.
    order_by: Option<LeadOrder>,
    /// Whether RED leads are in it; not, where nothing is said.
    include_red: Option<bool>,
}

/// Everything of the own organisation.
#[derive(InputObject)]
pub(super) struct CreateOrganizationExportInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    idempotency_key: String,
    /// The viewer's password; null for who signs in by the organisation's own provider, and did so just now.
    password: Option<String>,
}

/// An export to call off.
#[derive(InputObject)]
pub(super) struct CancelExportInput {
    /// Which one.
    id: ID,
}

payload! {
    /// An export, or why there is none.
    ExportPayload {
        /// The export; null where it was refused.
        export: Export
    }
}

/// The mutations of exports.
#[derive(Default)]
pub struct ExportsMutation;

#[Object]
impl ExportsMutation {
    /// Asks for a file of at most 10,000 leads, as the viewer sees them while it is written.
    async fn create_export(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The file to be.")] input: CreateExportInput,
    ) -> Result<ExportPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let query = match input.filter.unwrap_or_default().read(viewer) {
            Ok(query) => query,
            Err(error) => return ExportPayload::of::<ExportRow>(Err(error)),
        };
        let request = Request {
            query,
            order: input.order_by.map_or((Order::CreatedAt, true), LeadOrder::read),
            include_red: input.include_red.unwrap_or_default(),
        };
        ExportPayload::of(
            Box::pin(commands::create(
                app,
                viewer,
                &input.idempotency_key,
                input.format.into(),
                &request,
            ))
            .await,
        )
    }

    /// Asks for everything of the viewer's organisation in one file: at most 100,000 leads, kept for three days; one at once.
    async fn create_organization_export(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who asks, once more.")] input: CreateOrganizationExportInput,
    ) -> Result<ExportPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let caller = sessions::graphql::caller(ctx)?;
        let password = input.password.unwrap_or_default();
        let asked = commands::create_archive(app, caller, viewer, &input.idempotency_key, &password);
        ExportPayload::of(Box::pin(asked).await)
    }

    /// Calls an export off that is not done yet.
    async fn cancel_export(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: CancelExportInput,
    ) -> Result<ExportPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        ExportPayload::of(Box::pin(commands::cancel(app, viewer, uuid(IdKind::Export, &input.id)?)).await)
    }
}
