//! Importing statements and saying what is the same money.

use async_graphql::{Context, Object, SimpleObject};
use uuid::Uuid;

use super::{
    inputs::{
        ImportBankStatementInput, MatchBankLinesByReferenceInput, MatchBankLinesInput, SuspendBankLineInput,
        UnmatchBankLinesInput,
    },
    objects::{BankLine, BankMatch, BankStatement},
};
use crate::{
    app::App,
    bank_statements::{commands, store},
    platform::{
        error::{ApiError, Result},
        graphql::{UserError, from_context, outcome, uuid, uuids},
        ids::IdKind,
    },
    sessions,
};

/// The statements that were imported, or why they were not.
#[derive(SimpleObject)]
pub struct ImportBankStatementPayload {
    /// The statements of the file; empty where it was refused.
    statements: Vec<BankStatement>,
    /// How many of their lines the service has matched.
    matched: i32,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

/// A match that was made or taken back, or why it was not.
#[derive(SimpleObject)]
pub struct BankMatchPayload {
    /// The match; null where it was refused.
    #[graphql(name = "match")]
    made: Option<BankMatch>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

impl BankMatchPayload {
    async fn of(ctx: &Context<'_>, result: Result<Uuid>) -> Result<Self> {
        let (done, user_errors) = outcome(result)?;
        let made = match done {
            Some(key) => BankMatch::load(ctx, key).await?,
            None => None,
        };
        Ok(Self { made, user_errors })
    }
}

/// What was matched, or why nothing was.
#[derive(SimpleObject)]
pub struct MatchBankLinesByReferencePayload {
    /// How many matches were made.
    matched: i32,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

/// A line that was recorded as suspense, or why it was not.
#[derive(SimpleObject)]
pub struct BankLinePayload {
    /// The line; null where it was refused.
    line: Option<BankLine>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

/// Says at which field of the input something is wrong.
fn within(mut error: ApiError) -> ApiError {
    let Some(path) = error.field.take() else { return error };
    let stands = path
        .first()
        .is_some_and(|first| ["statement", "idempotencyKey"].contains(&first.as_str()));
    match stands {
        true => error.at(&path.join(".")),
        false => error.at(&format!("statement.{}", path.join("."))),
    }
}

/// The mutations of bank statements.
#[derive(Default)]
pub struct BankStatementsMutation;

#[Object]
impl BankStatementsMutation {
    /// Imports a bank's file as it was looked at, and matches what is sure.
    async fn import_bank_statement(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What was looked at, and the preview's token.")] input: ImportBankStatementInput,
    ) -> Result<ImportBankStatementPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (key, token) = (input.idempotency_key, input.preview_token);
        let done = match input.statement.read() {
            Ok(sent) => Box::pin(commands::import(app, viewer, &key, &sent, &token)).await,
            Err(error) => Err(error),
        };
        let (ids, user_errors) = outcome(done.map_err(within))?;
        let ids = ids.unwrap_or_default();
        let matched = store::automatic_count(app.db.read(), &ids).await?;
        let mut statements = Vec::with_capacity(ids.len());
        for key in ids {
            statements.extend(BankStatement::load(ctx, key).await?);
        }
        Ok(ImportBankStatementPayload {
            statements,
            matched: i32::try_from(matched).unwrap_or(i32::MAX),
            user_errors,
        })
    }

    /// Says that lines and entries which come to the same are the same money.
    async fn match_bank_lines(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which ones.")] input: MatchBankLinesInput,
    ) -> Result<BankMatchPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let lines = uuids(IdKind::BankLine, &input.bank_line_ids)?;
        let entries = uuids(IdKind::LedgerEntry, &input.ledger_entry_ids)?;
        let (key, parts) = (&input.idempotency_key, (lines.as_slice(), entries.as_slice()));
        let done = Box::pin(commands::match_lines(app, viewer, key, parts, input.note.as_deref())).await;
        BankMatchPayload::of(ctx, done).await
    }

    /// Matches what is surely the same money: where reference and sum are the same, and entries with their reversals.
    async fn match_bank_lines_by_reference(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which fund.")] input: MatchBankLinesByReferenceInput,
    ) -> Result<MatchBankLinesByReferencePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let fund = uuid(IdKind::Fund, &input.fund_id)?;
        let done = Box::pin(commands::match_by_reference(app, viewer, &input.idempotency_key, fund)).await;
        let (made, user_errors) = outcome(done)?;
        Ok(MatchBankLinesByReferencePayload {
            matched: i32::try_from(made.unwrap_or(0)).unwrap_or(i32::MAX),
            user_errors,
        })
    }

    /// Takes a match back; that it was there is kept.
    async fn unmatch_bank_lines(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, and why.")] input: UnmatchBankLinesInput,
    ) -> Result<BankMatchPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let id = uuid(IdKind::BankMatch, &input.bank_match_id)?;
        let (key, reason) = (&input.idempotency_key, &input.reason);
        let done = Box::pin(commands::unmatch(app, viewer, key, id, reason)).await;
        BankMatchPayload::of(ctx, done).await
    }

    /// Records a line that has no counterpart as suspense, with which it is matched.
    async fn suspend_bank_line(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: SuspendBankLineInput,
    ) -> Result<BankLinePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let id = uuid(IdKind::BankLine, &input.bank_line_id)?;
        let (key, note) = (&input.idempotency_key, input.note.as_deref());
        let (done, user_errors) = outcome(Box::pin(commands::suspend(app, viewer, key, id, note)).await)?;
        let line = match done {
            Some(key) => BankLine::load(ctx, key).await?,
            None => None,
        };
        Ok(BankLinePayload { line, user_errors })
    }
}
