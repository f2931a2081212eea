//! Files, imports, results and mappings, as clients see them.

use std::sync::Arc;

use async_graphql::{Context, Enum, ID, InputObject, Object, SimpleObject, connection::Connection};
use uuid::Uuid;

use super::{
    enums::{GqlFormat, GqlImportField, GqlImportReason, GqlImportState, GqlImportVerdict, GqlLeadImportOutcome},
    preview::ImportMistake,
};
use crate::{
    app::App,
    imports::{
        commands::{self, ImportRow, MappingRow, ResultFilter, ResultRow, UploadRow},
        rules::{Column, Format, ImportState, Sheet, suggestions},
    },
    leads::graphql::{Lead, leads_seen},
    platform::{
        db::code,
        error::Result,
        graphql::{
            connection::{PageArgs, Totals, connection},
            from_context, id,
            scalars::DateTime,
        },
        ids::IdKind,
    },
};

/// A column of a table that was sent in.
#[derive(Debug, Clone, SimpleObject)]
pub struct ImportSheetColumn {
    /// Its name.
    name: String,
    /// What its first rows hold.
    samples: Vec<String>,
    /// Where its name suggests that it goes; null where it suggests nothing.
    suggestion: Option<GqlImportField>,
}

/// How a table is written, and how it begins.
#[derive(Debug, Clone, SimpleObject)]
pub struct ImportSheet {
    /// The name of its encoding.
    encoding: String,
    /// What stands between values.
    delimiter: String,
    /// Its columns, in order.
    columns: Vec<ImportSheetColumn>,
}

impl From<Sheet> for ImportSheet {
    fn from(sheet: Sheet) -> Self {
        let suggested = suggestions(&sheet.columns);
        let columns = sheet.columns.into_iter().zip(suggested).enumerate();
        let samples = sheet.samples;
        let column = |(index, (name, suggestion)): (usize, (String, Option<_>))| ImportSheetColumn {
            name,
            samples: samples.iter().filter_map(|row| row.get(index).cloned()).collect(),
            suggestion: suggestion.map(Into::into),
        };
        Self {
            encoding: sheet.encoding.to_owned(),
            delimiter: sheet.delimiter.to_string(),
            columns: columns.map(column).collect(),
        }
    }
}

/// A file that was sent in to be imported; kept for a day, for who sent it.
pub struct ImportUpload(pub(super) Arc<UploadRow>);

/// A file that was sent in to be imported; kept for a day, for who sent it.
#[Object]
impl ImportUpload {
    /// Opaque id.
    async fn id(&self) -> ID {
        id(IdKind::ImportFile, self.0.id)
    }

    /// What the file is called.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// The format that it seems to have.
    async fn format(&self) -> Result<GqlFormat> {
        Ok(code::<Format>(&self.0.format)?.into())
    }

    /// Bytes.
    async fn size(&self) -> i64 {
        self.0.size
    }

    /// Until when it is kept.
    async fn expires_at(&self) -> DateTime {
        self.0.expires_at.into()
    }

    /// How it begins, where it is a table that can be read.
    async fn sheet(&self) -> Result<Option<ImportSheet>> {
        let sheet = commands::describe(&self.0).await?;
        Ok(sheet.and_then(std::result::Result::ok).map(Into::into))
    }

    /// Why it cannot be read as a table, where it seems to be one.
    async fn mistake(&self) -> Result<Option<ImportMistake>> {
        let sheet = commands::describe(&self.0).await?;
        Ok(sheet.and_then(std::result::Result::err).map(Into::into))
    }
}

/// What the viewer can do to an import now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub enum ImportAction {
    /// End it; what was imported stays.
    Cancel,
}

/// An import of the viewer.
pub struct Import(ImportRow);

impl From<ImportRow> for Import {
    fn from(row: ImportRow) -> Self {
        Self(row)
    }
}

/// Which results to list; what is left out does not narrow the list.
#[derive(InputObject, Default)]
pub struct ImportResultFilter {
    /// Only elements that a lead is made of.
    leads_only: Option<bool>,
    /// Only these outcomes.
    outcome_in: Option<Vec<GqlLeadImportOutcome>>,
    /// Only these verdicts.
    verdict_in: Option<Vec<GqlImportVerdict>>,
}

/// An import of the viewer.
#[Object]
impl Import {
    /// Opaque id.
    async fn id(&self) -> ID {
        id(IdKind::Import, self.0.id)
    }

    /// What the file is called.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// The format of the file.
    async fn format(&self) -> Result<GqlFormat> {
        Ok(code::<Format>(&self.0.format)?.into())
    }

    /// Where it stands.
    async fn state(&self) -> Result<GqlImportState> {
        Ok(code::<ImportState>(&self.0.state)?.into())
    }

    /// How many leads are to be made.
    async fn total(&self) -> i32 {
        self.0.total
    }

    /// How many of them were looked at.
    async fn done(&self) -> i32 {
        self.0.position
    }

    /// How many leads were created.
    async fn created(&self) -> i32 {
        self.0.created
    }

    /// How many were there already.
    async fn already_there(&self) -> i32 {
        self.0.already_there
    }

    /// How many were refused.
    async fn refused(&self) -> i32 {
        self.0.refused
    }

    /// How many elements no lead is made of.
    async fn skipped(&self) -> i32 {
        self.0.skipped
    }

    /// Counts its changes by people; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// When it was started.
    async fn created_at(&self) -> DateTime {
        self.0.created_at.into()
    }

    /// When it ended; null while it runs.
    async fn ended_at(&self) -> Option<DateTime> {
        self.0.ended_at.map(Into::into)
    }

    /// What the viewer can do to it now.
    async fn allowed_actions(&self) -> Result<Vec<ImportAction>> {
        let is_running = code::<ImportState>(&self.0.state)? == ImportState::Running;
        Ok(is_running.then_some(ImportAction::Cancel).into_iter().collect())
    }

    /// What became of each element, in the order of the file; while it runs, of those that were looked at.
    async fn results(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Which ones.")] filter: Option<ImportResultFilter>,
    ) -> Result<Connection<String, ImportResult, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let (app, import) = (Arc::clone(from_context::<App>(ctx)?), self.0.id);
        let filter = filter.unwrap_or_default();
        let wanted = ResultFilter {
            heads: filter.leads_only == Some(true),
            outcomes: filter.outcome_in.into_iter().flatten().map(Into::into).collect(),
            verdicts: filter.verdict_in.into_iter().flatten().map(Into::into).collect(),
        };
        let page = commands::results(&app, import, &wanted, &args).await?;
        let ids: Vec<Uuid> = page.rows.iter().filter_map(|(_, _, row)| row.lead).collect();
        let seen = leads_seen(ctx, &ids).await?;
        let page = page.map(|row| {
            let lead = row.lead.and_then(|id| seen.get(&id).cloned());
            ImportResult::of(row, lead)
        });
        Ok(connection(page, move || {
            let (app, wanted) = (Arc::clone(&app), wanted.clone());
            Box::pin(async move { commands::results_count(&app, import, &wanted).await })
        }))
    }
}

/// An element of an imported file and what became of it.
#[derive(Clone, SimpleObject)]
pub struct ImportResult {
    /// Its place among the elements, from 1.
    position: i64,
    /// Where it stands: `line 7`, or a JSON pointer.
    at: String,
    /// What it is, in the words of its format.
    kind: String,
    /// How people may recognise it.
    label: String,
    /// What became of it.
    verdict: GqlImportVerdict,
    /// Why, where not all of it went in; null where all did.
    reason: Option<GqlImportReason>,
    /// The fields that did not go in, where some did.
    fields: Vec<String>,
    /// What became of the lead that it belongs to; null where it belongs to none.
    outcome: Option<GqlLeadImportOutcome>,
    /// That lead; null where there is none, or none that the viewer sees.
    lead: Option<Lead>,
}

impl ImportResult {
    fn of(row: ResultRow, lead: Option<Lead>) -> Self {
        let element = row.element;
        Self {
            position: row.position + 1,
            at: element.at,
            kind: element.kind,
            label: element.label,
            verdict: element.verdict.into(),
            reason: element.reason.map(Into::into),
            fields: element.fields,
            outcome: row.outcome.map(Into::into),
            lead,
        }
    }
}

/// A column of a mapping.
#[derive(Debug, Clone, SimpleObject)]
pub struct ImportMappingColumn {
    /// The column's name in the first row.
    column: String,
    /// Where it goes.
    field: GqlImportField,
}

/// Which columns of a table go where, as an organisation keeps it.
#[derive(Debug, Clone, SimpleObject)]
pub struct ImportMapping {
    /// Opaque id.
    id: ID,
    /// What it is called.
    name: String,
    /// The columns that go somewhere.
    columns: Vec<ImportMappingColumn>,
    /// Counts its changes; to be sent back as `expectedVersion`.
    version: i32,
}

impl From<MappingRow> for ImportMapping {
    fn from(row: MappingRow) -> Self {
        let column = |column: Column| ImportMappingColumn {
            column: column.column,
            field: column.field.into(),
        };
        Self {
            id: id(IdKind::Mapping, row.id),
            name: row.name,
            columns: row.mapping.columns.into_iter().map(column).collect(),
            version: row.version,
        }
    }
}
