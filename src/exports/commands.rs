//! Use cases of exports: asking for one, calling it off, and fetching its file.

use bytes::Bytes;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::{
    archive,
    rules::{ExportFormat, ExportRow, ExportState, KEPT, LINK_KEPT, MOST_LEADS, MOST_OPEN},
    store,
};
use crate::{
    app::App,
    audience::Order,
    audit::{self, Act, Actor, Category},
    leads::{self, LeadQuery},
    permissions::{Action, Viewer},
    platform::{
        clock::micros,
        db::{
            Tx,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, ErrorCode, Result},
        files::FileError,
        graphql::connection::{Page, PageArgs},
        ids::{IdKind, encode},
    },
    sessions::{self, Caller},
};

/// What an export is to hold.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Request {
    pub(super) query: LeadQuery,
    pub(super) order: (Order, bool),
    /// Whether RED leads are in it.
    pub(super) include_red: bool,
}

impl Request {
    /// The leads as `viewer` may ask for them; `None` where it asks for RED leads only and does not want them.
    pub(super) fn asked_by(&self, viewer: &Viewer) -> Option<LeadQuery> {
        let query = self.query.clone().asked_by(viewer);
        // Nothing RED is for machines (I29): they see none, and no file of theirs asks for any.
        match self.include_red && viewer.service.is_none() {
            true => Some(query),
            false => query.without_red(),
        }
    }
}

/// Asks for a file of the leads that answer a query.
///
/// # Errors
/// `FORBIDDEN`, `BAD_USER_INPUT` where they are too many, `RATE_LIMITED` where too many exports wait already,
/// `IDEMPOTENCY_MISMATCH`.
pub(super) async fn create(
    app: &App,
    viewer: &Viewer,
    key: &str,
    format: ExportFormat,
    request: &Request,
) -> Result<ExportRow> {
    if !viewer.has(Action::LeadExport) {
        return Err(ErrorCode::Forbidden.into());
    }
    if format == ExportFormat::Archive {
        return Err(ApiError::input(
            "format",
            "An archive is of an organisation: use `createOrganizationExport`.",
        ));
    }
    let total = match request.asked_by(viewer) {
        Some(query) => leads::count_leads(app, viewer, &query).await?,
        None => 0,
    };
    let tx = app.begin().await?;
    let claim = match claim(&tx, viewer.person, "createExport", key, &(format, request)).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => {
            let id = ids.first().copied().unwrap_or_default();
            return own(&tx, viewer, id).await;
        }
    };
    if total > MOST_LEADS {
        let text = format!("A file holds at most {MOST_LEADS} leads: narrow the filter.");
        return Err(ApiError::input("filter", text));
    }
    if store::exports_open(tx.connection(), viewer.person, tx.now()).await? >= MOST_OPEN {
        return Err(ApiError::because(
            ErrorCode::RateLimited,
            "Wait until one of your exports is done, or call one off.",
        ));
    }
    let mut row = queued(app, &tx, viewer, format)?;
    row.request = serde_json::to_string(request).map_err(ApiError::internal)?;
    row.rows_total = total;
    store::export_insert(&tx, &row).await?;
    claim.keep(&tx, &[row.id]).await?;
    let detail = json!({ "format": <&str>::from(format), "red": request.include_red, "count": total });
    record(app, tx, viewer, "createExport", &row, &detail).await?;
    Ok(row)
}

/// An export that waits for a worker.
fn queued(app: &App, tx: &Tx, viewer: &Viewer, format: ExportFormat) -> Result<ExportRow> {
    let kept = match format {
        ExportFormat::Archive => archive::KEPT,
        ExportFormat::Csv | ExportFormat::Xlsx | ExportFormat::Stix | ExportFormat::Misp => KEPT,
    };
    Ok(ExportRow {
        id: app.ids.id(tx.now()),
        person: viewer.person,
        format,
        request: "{}".to_owned(),
        state: ExportState::Queued,
        rows_total: 0,
        rows_done: 0,
        bytes: 0,
        failure: None,
        attempts: 0,
        created_at: tx.now(),
        finished_at: None,
        expires_at: tx.now().checked_add(kept).map_err(ApiError::internal)?,
    })
}

/// Asks for everything of the viewer's organisation in one file.
///
/// # Errors
/// `FORBIDDEN`, `SIGN_IN_FAILED` for a wrong password, `SIGN_IN_AGAIN` where there is none and the session is not new,
/// `RATE_LIMITED` where one of the organisation waits already, `IDEMPOTENCY_MISMATCH`.
pub(super) async fn create_archive(
    app: &App,
    caller: &Caller,
    viewer: &Viewer,
    key: &str,
    password: &str,
) -> Result<ExportRow> {
    if !viewer.has(Action::OrganizationExport) {
        return Err(ErrorCode::Forbidden.into());
    }
    sessions::confirm_password(app, caller, viewer, password, "password").await?;
    let tx = app.begin().await?;
    let format = ExportFormat::Archive;
    let claim = match claim(&tx, viewer.person, "createOrganizationExport", key, &format).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => {
            let id = ids.first().copied().unwrap_or_default();
            return own(&tx, viewer, id).await;
        }
    };
    if store::archives_open(tx.connection(), viewer.organization).await? > 0 {
        return Err(ApiError::because(
            ErrorCode::RateLimited,
            "Wait until the archive that your organisation asked for is done, or call it off.",
        ));
    }
    let row = queued(app, &tx, viewer, format)?;
    store::export_insert(&tx, &row).await?;
    claim.keep(&tx, &[row.id]).await?;
    record(app, tx, viewer, "createOrganizationExport", &row, &json!({})).await?;
    Ok(row)
}

/// Calls an export off.
///
/// # Errors
/// `NOT_FOUND`, `TRANSITION_NOT_ALLOWED` where it is done.
pub(super) async fn cancel(app: &App, viewer: &Viewer, id: Uuid) -> Result<ExportRow> {
    let tx = app.begin().await?;
    let mut row = own(&tx, viewer, id).await?;
    if !store::export_cancel(&tx, id).await? {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    (row.state, row.finished_at) = (ExportState::Cancelled, Some(tx.now()));
    record(app, tx, viewer, "cancelExport", &row, &json!({})).await?;
    Ok(row)
}

async fn own(tx: &Tx, viewer: &Viewer, id: Uuid) -> Result<ExportRow> {
    let found = store::export_by_id(tx.connection(), id).await?;
    found
        .filter(|row| is_seen_by(row, viewer, tx.now()))
        .ok_or_else(ApiError::not_found)
}

/// An export is its person's alone, for its days, and while that person may have such files at all.
fn is_seen_by(row: &ExportRow, viewer: &Viewer, now: Timestamp) -> bool {
    row.person == viewer.person && now < row.expires_at && viewer.has(row.format.needs())
}

async fn record(
    app: &App,
    tx: Tx,
    viewer: &Viewer,
    action: &'static str,
    row: &ExportRow,
    detail: &serde_json::Value,
) -> Result<()> {
    // That all of an organisation goes out of the house is for those who watch over its security.
    let category = match row.format {
        ExportFormat::Archive => Category::Security,
        ExportFormat::Csv | ExportFormat::Xlsx | ExportFormat::Stix | ExportFormat::Misp => Category::Content,
    };
    let act = Act::on(category, action, IdKind::Export, row.id).with(detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await
}

/// The kinds of files that the viewer may have at all.
fn formats(viewer: &Viewer) -> Vec<ExportFormat> {
    let all = ExportFormat::ALL.into_iter();
    all.filter(|format| viewer.has(format.needs())).collect()
}

/// A page of the viewer's exports.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn list(app: &App, viewer: &Viewer, args: &PageArgs) -> Result<Page<ExportRow>> {
    store::export_page(app.db.read(), viewer.person, &formats(viewer), app.now(), args).await
}

/// How many those are.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn count(app: &App, viewer: &Viewer) -> Result<u64> {
    store::export_count(app.db.read(), viewer.person, &formats(viewer), app.now()).await
}

/// An export of the viewer's.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn visible(app: &App, viewer: &Viewer, id: Uuid) -> Result<Option<ExportRow>> {
    let found = store::export_by_id(app.db.read(), id).await?;
    Ok(found.filter(|row| is_seen_by(row, viewer, app.now())))
}

/// The address of an export's file, good for minutes and for the session that asks; `None` where there is no file, or no
/// session.
pub(super) fn link(app: &App, viewer: &Viewer, row: &ExportRow) -> Option<String> {
    viewer.session.filter(|_| row.is_ready(app.now()))?;
    let until = micros(app.now().checked_add(LINK_KEPT).ok()?);
    let (id, code) = (encode(IdKind::Export, row.id), code(app, viewer, row.id, until));
    Some(format!("/exports/{id}?token={until}.{code}"))
}

fn code(app: &App, viewer: &Viewer, export: Uuid, until: i64) -> String {
    sessions::link_code(app, viewer, "export", &[export.as_bytes(), &until.to_be_bytes()])
}

/// Whether an address was made for this viewer's session and has not ended.
fn is_good(app: &App, viewer: &Viewer, export: Uuid, token: &str) -> bool {
    let Some((until, given)) = token.split_once('.') else {
        return false;
    };
    let until = until.parse().unwrap_or(i64::MIN);
    sessions::is_code(&code(app, viewer, export, until), given) && micros(app.now()) < until
}

/// A file on its way to its person.
#[derive(Debug)]
pub struct Download {
    /// The bytes.
    pub bytes: Bytes,
    /// The name.
    pub name: String,
    /// The media type.
    pub media_type: &'static str,
}

/// The file behind an address, for the session that it was made for.
///
/// # Errors
/// `NOT_FOUND` where the address is not good or is another session's, the export is over, or its person does not see every
/// lead in it any more as the file tells of it: the answer is the same. `UNAVAILABLE`.
pub async fn download(app: &App, viewer: &Viewer, id: Uuid, token: &str) -> Result<Download> {
    let row = store::export_by_id(app.db.read(), id).await?;
    let row = row.filter(|row| is_seen_by(row, viewer, app.now()) && row.is_ready(app.now()));
    let row = row.ok_or_else(ApiError::not_found)?;
    if !is_good(app, viewer, id, token) {
        return Err(ApiError::not_found());
    }
    let leads = store::leads_of(app.db.read(), id).await?;
    if !leads::still_tells(app, viewer, &leads).await? {
        return Err(ApiError::not_found());
    }
    let bytes = app.files.get(&row.kept_as()).await.map_err(|error| match error {
        FileError::Missing => ApiError::not_found(),
        _ => ErrorCode::Unavailable.into(),
    })?;
    let detail = json!({ "format": <&str>::from(row.format), "count": leads.len() });
    let action = match row.format {
        ExportFormat::Archive => "downloadOrganizationExport",
        ExportFormat::Csv | ExportFormat::Xlsx | ExportFormat::Stix | ExportFormat::Misp => "downloadExport",
    };
    record(app, app.begin().await?, viewer, action, &row, &detail).await?;
    Ok(Download {
        bytes,
        name: row.file_name(),
        media_type: row.format.media_type(),
    })
}
