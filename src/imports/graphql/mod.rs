//! GraphQL of imports.

mod enums;
mod objects;
mod preview;

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, connection::Connection};

use self::{
    enums::{GqlFormat, GqlImportField},
    objects::{ImportMapping, ImportUpload},
    preview::ImportPreview,
};
use super::{
    commands::{self, Choices, Plan},
    rules::{Column, Mapping},
};
use crate::{
    app::App,
    leads::graphql::GqlTlp,
    payload,
    platform::{
        error::Result,
        graphql::{
            connection::{PageArgs, Totals, connection},
            from_context, uuid,
        },
        ids::IdKind,
    },
    sessions,
};

pub use enums::GqlImportReason;
pub use objects::{Import, ImportResult};
pub use preview::ImportElement;

/// A column of a mapping.
#[derive(InputObject)]
pub struct ImportMappingColumnInput {
    /// The column's name in the first row.
    column: String,
    /// Where it goes.
    field: GqlImportField,
}

/// What is to be imported, and how.
#[derive(InputObject)]
pub struct ImportInput {
    /// The file, as `POST /imports` named it.
    upload_id: ID,
    /// How to read it; as it seems to be where it is left out.
    format: Option<GqlFormat>,
    /// Which columns of a table go where; as their names suggest where it is left out.
    columns: Option<Vec<ImportMappingColumnInput>>,
    /// The brand of items for which the file names none.
    brand_id: Option<ID>,
    /// How far the leads may travel at most. The TLP of the source is a floor, and AMBER where it has none: a wider one than
    /// that changes nothing.
    tlp: Option<GqlTlp>,
    /// Whether the leads stay drafts instead of being handed in.
    draft: bool,
    /// The organisation whose leads they become; the viewer's own where it is left out.
    on_behalf_of_organization_id: Option<ID>,
}

impl ImportInput {
    fn read(self) -> Result<Plan> {
        let mapping = self.columns.map(mapping);
        if let Some(mapping) = &mapping {
            commands::checked(mapping)?;
        }
        Ok(Plan {
            upload: uuid(IdKind::ImportFile, &self.upload_id)?,
            format: self.format.map(Into::into),
            mapping,
            choices: Choices {
                brand: self.brand_id.map(|id| uuid(IdKind::Brand, &id)).transpose()?,
                tlp: self.tlp.map(Into::into),
                draft: self.draft,
                on_behalf_of: self
                    .on_behalf_of_organization_id
                    .map(|id| uuid(IdKind::Org, &id))
                    .transpose()?,
            },
        })
    }
}

fn mapping(columns: Vec<ImportMappingColumnInput>) -> Mapping {
    let column = |column: ImportMappingColumnInput| Column {
        column: column.column,
        field: column.field.into(),
    };
    Mapping {
        columns: columns.into_iter().map(column).collect(),
    }
}

/// An import to start.
#[derive(InputObject)]
pub struct StartImportInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    idempotency_key: String,
    /// What was previewed.
    import: ImportInput,
    /// The token of that preview.
    preview_token: String,
}

/// An import to end.
#[derive(InputObject)]
pub struct CancelImportInput {
    /// Which one.
    id: ID,
    /// The version that was seen.
    expected_version: i32,
}

/// A mapping to keep.
#[derive(InputObject)]
pub struct SaveImportMappingInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    idempotency_key: String,
    /// What it is called, at most 80 characters; one of the same name is replaced.
    name: String,
    /// The columns that go somewhere, at most 100.
    columns: Vec<ImportMappingColumnInput>,
}

/// A mapping to delete.
#[derive(InputObject)]
pub struct DeleteImportMappingInput {
    /// Which one.
    id: ID,
    /// The version that was seen.
    expected_version: i32,
}

payload! {
    /// An import, or why it was not started or ended.
    ImportPayload {
        /// The import; null where the change was refused.
        import: Import
    }
}

payload! {
    /// A mapping, or why it was not kept or deleted.
    ImportMappingPayload {
        /// The mapping, as it is or was; null where the change was refused.
        mapping: ImportMapping
    }
}

/// The queries of imports.
#[derive(Default)]
pub struct ImportsQuery;

#[Object]
impl ImportsQuery {
    /// A file that the viewer sent in; `NOT_FOUND` where there is none, or its day is over.
    async fn import_upload(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The file's id.")] id: ID,
    ) -> Result<Option<ImportUpload>> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let row = commands::own_upload(app, viewer, uuid(IdKind::ImportFile, &id)?).await?;
        Ok(Some(ImportUpload(Arc::new(row))))
    }

    /// What would become of a file: what is understood, what is left out and why. Nothing is written.
    async fn import_preview(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The file, and how to import it.")] input: ImportInput,
    ) -> Result<Option<ImportPreview>> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let preview = commands::preview(app, viewer, &input.read()?).await?;
        Ok(Some(ImportPreview(Arc::new(preview))))
    }

    /// The viewer's own imports, the latest first.
    async fn imports(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<Connection<String, Import, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let (app, person) = (Arc::clone(from_context::<App>(ctx)?), sessions::viewer(ctx)?.person);
        let page = commands::list(&app, person, &args).await?;
        Ok(connection(page.map(Import::from), move || {
            let app = Arc::clone(&app);
            Box::pin(async move { commands::list_count(&app, person).await })
        }))
    }

    /// An import of the viewer; `NOT_FOUND` where there is none.
    async fn import(&self, ctx: &Context<'_>, #[graphql(desc = "The import's id.")] id: ID) -> Result<Option<Import>> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let row = commands::find(app, viewer, uuid(IdKind::Import, &id)?).await?;
        Ok(Some(row.into()))
    }

    /// The mappings of tables that the viewer's organisation keeps, by their names; at most 50.
    async fn import_mappings(&self, ctx: &Context<'_>) -> Result<Vec<ImportMapping>> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let rows = commands::mappings(app, viewer).await?;
        Ok(rows.into_iter().map(Into::into).collect())
    }
}

/// The mutations of imports.
#[derive(Default)]
pub struct ImportsMutation;

#[Object]
impl ImportsMutation {
    /// Starts an import of what was previewed. The worker makes the leads in the viewer's name; what the viewer may do is
    /// asked again at every lead.
    async fn start_import(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What was previewed, and the preview's token.")] input: StartImportInput,
    ) -> Result<ImportPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let plan = match input.import.read() {
            Ok(plan) => plan,
            Err(error) => return ImportPayload::of::<Import>(Err(error)),
        };
        let started = commands::start(app, viewer, &input.idempotency_key, &plan, &input.preview_token);
        ImportPayload::of(Box::pin(started).await)
    }

    /// Ends an import that runs; what was imported stays.
    async fn cancel_import(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: CancelImportInput,
    ) -> Result<ImportPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::Import, &input.id)?;
        ImportPayload::of(Box::pin(commands::cancel(app, viewer, key, input.expected_version)).await)
    }

    /// Keeps a mapping of tables for the viewer's organisation, in the place of one of the same name.
    async fn save_import_mapping(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The mapping and its name.")] input: SaveImportMappingInput,
    ) -> Result<ImportMappingPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let mapping = mapping(input.columns);
        let saved = commands::save_mapping(app, viewer, &input.idempotency_key, &input.name, mapping);
        ImportMappingPayload::of(saved.await)
    }

    /// Deletes a mapping of the viewer's organisation.
    async fn delete_import_mapping(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: DeleteImportMappingInput,
    ) -> Result<ImportMappingPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::Mapping, &input.id)?;
        ImportMappingPayload::of(Box::pin(commands::delete_mapping(app, viewer, key, input.expected_version)).await)
    }
}
