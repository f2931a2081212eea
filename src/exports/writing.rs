//! How a file comes to be, as its person sees the leads while it is written, and how it goes.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::{
    archive,
    commands::Request,
    draft::Draft,
    rules::{ExportFormat, ExportRow, MOST_LEADS},
    sheet::Title,
    store,
};
use crate::{
    app::App,
    leads::{self, Place},
    members,
    permissions::{Viewer, audience::Tlp},
    platform::{
        db::{Recorded, json},
        error::{ApiError, ErrorCode, Result},
        files::FileError,
    },
    sessions::viewers,
};

/// Leads that are read at once.
const BATCH: u64 = 100;
/// Exports that one turn writes.
const MOST: usize = 10;
/// Exports that one turn forgets.
const MOST_FORGOTTEN: u64 = 100;

/// Writes what waits. What fails on the way is tried again, by this worker or another; what may not be written any more,
/// or was tried often enough, ends without a file.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn write(app: &App) -> Result<usize> {
    for written in 0..MOST {
        let tx = app.begin().await?;
        let claimed = store::export_claim(&tx).await?;
        tx.commit(Recorded(())).await?;
        let Some(row) = claimed else { return Ok(written) };
        if store::is_spent(&row) {
            fail(app, &row, ErrorCode::Internal).await?;
            continue;
        }
        match Box::pin(write_one(app, &row)).await {
            Err(error) if error.code == ErrorCode::Internal || error.code == ErrorCode::Unavailable => {
                return Err(error);
            }
            Err(error) => fail(app, &row, error.code).await?,
            Ok(()) => {}
        }
    }
    Ok(MOST)
}

async fn fail(app: &App, row: &ExportRow, why: ErrorCode) -> Result<()> {
    let tx = app.begin().await?;
    store::export_fail(&tx, row, why).await?;
    tx.commit(Recorded(())).await
}

/// The person as it is at this moment: who may not have files any more gets none.
pub(super) async fn reader(app: &App, row: &ExportRow) -> Result<std::sync::Arc<Viewer>> {
    let viewer = viewers::load(app, row.person).await?;
    viewer
        .filter(|viewer| viewer.active && viewer.has(row.format.needs()))
        .ok_or_else(|| ErrorCode::Forbidden.into())
}

async fn write_one(app: &App, row: &ExportRow) -> Result<()> {
    if row.format == ExportFormat::Archive {
        return Box::pin(archive::write_one(app, row)).await;
    }
    let request: Request = json(&row.request)?;
    let mut draft = Draft::of(app, row.format)?;
    let mut written: BTreeMap<Uuid, Tlp> = BTreeMap::new();
    let mut place = None;
    loop {
        let (mut leads, next) = batch(app, row, &request, place).await?;
        // One whose place in the order has changed meanwhile comes a second time.
        leads.retain(|lead| !written.contains_key(&lead.id));
        draft.extend(&leads);
        written.extend(leads.iter().map(|lead| (lead.id, lead.tlp)));
        if written.len() as u64 > MOST_LEADS {
            return Err(ErrorCode::LimitExceeded.into());
        }
        place = next;
        let done = written.len() as u64;
        let total = if place.is_some() {
            row.rows_total.max(done)
        } else {
            done
        };
        let tx = app.begin().await?;
        let goes_on = store::export_progress(&tx, row, done, total).await?;
        tx.commit(Recorded(())).await?;
        if !goes_on {
            return Ok(());
        }
        if place.is_none() {
            break;
        }
    }
    let bytes = draft.write(row.id, row.format, &title(app, row).await?)?;
    let size = bytes.len() as u64;
    app.files.put(&row.kept_as(), bytes).await.map_err(unkept)?;
    let tx = app.begin().await?;
    let written: Vec<(Uuid, Tlp)> = written.into_iter().collect();
    let kept = store::export_finish(&tx, row, &written, size).await?;
    tx.commit(Recorded(())).await?;
    if !kept {
        app.files.forget(&row.kept_as()).await.map_err(unkept)?;
    }
    Ok(())
}

/// The next leads, as the person sees them now.
async fn batch(
    app: &App,
    row: &ExportRow,
    request: &Request,
    place: Option<Place>,
) -> Result<(Vec<leads::Extract>, Option<Place>)> {
    let viewer = reader(app, row).await?;
    match request.asked_by(&viewer) {
        Some(query) => leads::extract(app, &viewer, &query, request.order, (place, BATCH)).await,
        None => Ok((Vec::new(), None)),
    }
}

/// What the store said is in the log; whoever comes next tries again.
pub(super) fn unkept(_: FileError) -> ApiError {
    ErrorCode::Unavailable.into()
}

async fn title(app: &App, row: &ExportRow) -> Result<Title> {
    let person = members::person_row(app.db.read(), row.person).await?;
    let person = person.ok_or(ErrorCode::Forbidden)?;
    let home = members::organizations_by_ids(app.db.read(), &[person.organization]).await?;
    let home = home.first().map(|row| row.name.as_str()).unwrap_or_default();
    Ok(Title {
        person: format!("{}, {home}", person.name),
        language: person.settings.language,
        at: app.now(),
    })
}

/// Forgets what is over.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn forget(app: &App) -> Result<usize> {
    let over = store::exports_over(app.db.read(), app.now(), MOST_FORGOTTEN).await?;
    for row in &over {
        for name in row.attempted() {
            app.files.forget(&name).await.map_err(unkept)?;
        }
        let tx = app.begin().await?;
        store::export_delete(&tx, row.id).await?;
        tx.commit(Recorded(())).await?;
    }
    Ok(over.len())
}
