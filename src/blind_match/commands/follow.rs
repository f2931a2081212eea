//! Following what happens: which identifiers have to be compared because of it.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::look::look;
use crate::{
    app::App,
    blind_match::{
        rules::{REMEMBERED, may_move_matches},
        store,
    },
    outbox,
    platform::{
        clock::micros,
        db::Recorded,
        error::{ApiError, Result},
    },
};

/// Compares what the events since the last time may have given in common, and what is due anew; returns how many matches
/// were told of. Two that run at once do no harm: a batch of events is one transaction with the step of their place, and each
/// identifier is taken by one.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn compare(app: &App) -> Result<usize> {
    follow(app).await?;
    let mut told = 0;
    loop {
        let due = store::due(app.db.read(), micros(app.now())).await?;
        if due.is_empty() {
            return Ok(told);
        }
        for hash in due {
            told += look(app, &hash).await?;
        }
    }
}

/// Notes the identifiers of the leads to which something happened.
async fn follow(app: &App) -> Result<()> {
    loop {
        let from = store::cursor(app.db.read()).await?;
        let events = outbox::after(&app.db, from).await?;
        let Some((to, _)) = events.last() else {
            return Ok(());
        };
        let moving = events.iter().filter(|(_, event)| may_move_matches(&event.kind));
        let leads: BTreeSet<Uuid> = moving.map(|(_, event)| event.root).collect();
        let leads: Vec<Uuid> = leads.into_iter().collect();
        let tx = app.begin().await?;
        if !store::cursor_advance(&tx, from, *to).await? {
            return Ok(());
        }
        store::due_of_leads(&tx, &leads).await?;
        tx.commit(Recorded(())).await?;
    }
}

/// Has all matches judged anew that hold without contact: a group, a power of attorney or a grant that ended changes who
/// sees what without an event of any lead.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn refresh(app: &App) -> Result<()> {
    let tx = app.begin().await?;
    store::due_of_matches(&tx).await?;
    tx.commit(Recorded(())).await
}

/// Forgets matches that were retired long ago, and those of which nobody has the identifier any more; returns how many.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn forget(app: &App) -> Result<usize> {
    let before = app.now().checked_sub(REMEMBERED).map_err(ApiError::internal)?;
    let tx = app.begin().await?;
    let gone = store::forget(&tx, micros(before)).await?;
    tx.commit(Recorded(())).await?;
    Ok(gone)
}
