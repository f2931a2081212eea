//! Loaders of bank statements. Who reads one of them reads all.

use std::sync::Arc;

use async_graphql::Context;
use uuid::Uuid;

use crate::{
    app::App,
    bank_statements::store::{self, FileRow, LineRow, MatchRow, PartRow, Standing, StatementRow, UndoneRow},
    funds::{self, FundFacts},
    known,
    platform::{
        error::{ApiError, Result},
        graphql::{Batching, gathered},
    },
};

/// Loads by id.
pub struct BankLoader(Arc<App>);

/// The loader that the server puts into each request; `reads` where it changes nothing.
#[must_use]
pub fn loader(app: &Arc<App>, reads: bool) -> Batching<BankLoader> {
    Batching::new(BankLoader(Arc::clone(app)), reads)
}

/// The request's loader.
///
/// # Errors
/// `INTERNAL` where the server forgot it.
pub(super) fn of<'a>(ctx: &Context<'a>) -> Result<&'a Batching<BankLoader>> {
    ctx.data::<Batching<BankLoader>>()
        .map_err(|error| ApiError::internal(error.message))
}

known! {
    BankLoader;
    /// The fund of what is read.
    FundOf => FundFacts, |app, ids| {
        let mut found = Vec::new();
        for id in ids {
            found.extend(funds::fund_facts(app.db.read(), id).await?.map(|fund| (id, fund)));
        }
        found
    };
    /// A statement.
    StatementKey => StatementRow, |app, ids| {
        let rows = store::statements_by_ids(app.db.read(), &ids).await?;
        rows.into_iter().map(|row| (row.id, row)).collect()
    };
    /// A file.
    FileKey => FileRow, |app, ids| {
        let rows = store::files_by_ids(app.db.read(), &ids).await?;
        rows.into_iter().map(|row| (row.id, row)).collect()
    };
    /// How many lines of a statement stand in no match.
    OpenOf => i64, |app, ids| store::open_of(app.db.read(), &ids).await?;
    /// A line.
    LineKey => LineRow, |app, ids| {
        let rows = store::lines_by_ids(app.db.read(), &ids).await?;
        rows.into_iter().map(|row| (row.id, row)).collect()
    };
    /// The match that a line stands in.
    StandingOf => Standing, |app, ids| {
        let rows = store::standing_of(app.db.read(), &ids).await?;
        rows.into_iter().map(|row| (row.line, row)).collect()
    };
    /// The matches that a line stood in, ever.
    HistoryOf => Vec<Uuid>, |app, ids| gathered(store::matches_of_lines(app.db.read(), &ids).await?);
    /// A match.
    MatchKey => MatchRow, |app, ids| {
        let rows = store::matches_by_ids(app.db.read(), &ids).await?;
        rows.into_iter().map(|row| (row.id, row)).collect()
    };
    /// What is in a match.
    PartsOf => Vec<PartRow>, |app, ids| {
        let rows = store::parts_of(app.db.read(), &ids).await?;
        gathered(rows.into_iter().map(|row| (row.match_id, row)))
    };
    /// That a match was taken back.
    UndoneOf => UndoneRow, |app, ids| {
        let rows = store::undone_of(app.db.read(), &ids).await?;
        rows.into_iter().map(|row| (row.match_id, row)).collect()
    };
}
