//! GraphQL of bank statements.

mod book;
mod drafts;
mod enums;
mod inputs;
mod loaders;
mod mutations;
mod objects;

use std::sync::Arc;

use async_graphql::{Context, ID, Object, connection::Connection};

pub use book::{BankMatchSuggestion, BankReconciliation};
pub use drafts::BankStatementPreview;
pub use loaders::{BankLoader, loader};
pub use mutations::BankStatementsMutation;
pub use objects::{BankLine, BankMatch, BankStatement};

use super::{commands, store};
use crate::{
    app::App,
    platform::{
        error::{ApiError, Result},
        graphql::{
            connection::{PageArgs, Totals, connection},
            from_context,
            scalars::Date,
            uuid, uuids,
        },
        ids::IdKind,
    },
    sessions,
};
use inputs::{BankLineFilter, BankStatementFilter, BankStatementInput};

/// The queries of bank statements.
#[derive(Default)]
pub struct BankStatementsQuery;

#[Object]
impl BankStatementsQuery {
    /// What would become of a bank's file: its lines, those that are there, and what is wrong with it. Nothing is written.
    async fn bank_statement_preview(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The file, and how to read it.")] input: BankStatementInput,
    ) -> Result<Option<BankStatementPreview>> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let preview = Box::pin(commands::preview(app, viewer, &input.read()?)).await?;
        Ok(Some(preview.into()))
    }

    /// The statements, the latest first.
    async fn bank_statements(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Which ones.")] filter: Option<BankStatementFilter>,
    ) -> Result<Connection<String, BankStatement, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let app = Arc::clone(from_context::<App>(ctx)?);
        let fund = filter.unwrap_or_default().read()?;
        let page = store::statement_page(app.db.read(), fund, &args).await?;
        Ok(connection(page.map(BankStatement::from), move || {
            let app = Arc::clone(&app);
            Box::pin(async move { store::statement_count(app.db.read(), fund).await })
        }))
    }

    /// A statement; `NOT_FOUND` where there is none.
    async fn bank_statement(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The statement's id.")] id: ID,
    ) -> Result<Option<BankStatement>> {
        let found = BankStatement::load(ctx, uuid(IdKind::BankStatement, &id)?).await?;
        found.map(Some).ok_or_else(ApiError::not_found)
    }

    /// The lines of statements, the latest booked first.
    async fn bank_lines(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Which ones.")] filter: Option<BankLineFilter>,
    ) -> Result<Connection<String, BankLine, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let app = Arc::clone(from_context::<App>(ctx)?);
        let query = filter.unwrap_or_default().read()?;
        let page = store::line_page(app.db.read(), &query, &args).await?;
        Ok(connection(page.map(BankLine::from), move || {
            let (app, query) = (Arc::clone(&app), query.clone());
            Box::pin(async move { store::line_count(app.db.read(), &query).await })
        }))
    }

    /// What the open lines of a fund may be, the best first, at most 200; empty for who does not read all of the ledger.
    async fn bank_match_suggestions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The fund's id.")] fund_id: ID,
        #[graphql(desc = "Only those in which one of these lines is.")] bank_line_ids: Option<Vec<ID>>,
    ) -> Result<Vec<BankMatchSuggestion>> {
        let app = from_context::<App>(ctx)?;
        let fund = uuid(IdKind::Fund, &fund_id)?;
        let only = bank_line_ids.map(|ids| uuids(IdKind::BankLine, &ids)).transpose()?;
        let found = commands::suggested(app, fund, &only.unwrap_or_default()).await?;
        if !crate::funds::graphql::reads_all(ctx)? {
            return Ok(Vec::new());
        }
        let currency = objects::currency(ctx, fund).await?;
        let mut suggestions = Vec::with_capacity(found.len());
        for one in found {
            suggestions.push(BankMatchSuggestion::of(ctx, one, &currency).await?);
        }
        Ok(suggestions)
    }

    /// A fund's bank account by statement and by ledger, and what lies between them.
    async fn bank_reconciliation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The fund's id.")] fund_id: ID,
        #[graphql(desc = "The first day, in UTC.")] from: Date,
        #[graphql(desc = "The last day, in UTC.")] to: Date,
    ) -> Result<Option<BankReconciliation>> {
        let app = from_context::<App>(ctx)?;
        let book = commands::book(app, uuid(IdKind::Fund, &fund_id)?, (from.0, to.0)).await?;
        Ok(Some(BankReconciliation(book)))
    }
}
