//! What came back of mails: noted once, by whichever way it comes, and what follows from it.

use std::{
    io,
    path::{Path, PathBuf},
};

use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    mail::{
        Claimed,
        rules::{self, DELAY_DAYS, Report, TroubleKind},
        store::{self, Trouble},
    },
    members::{self, PersonRow, PersonState, rules::Reach},
    outbox::{self, NewEvent},
    permissions::{Action, Role, Scope, Target, Viewer, table},
    platform::{
        clock::micros,
        db::{Connection, Recorded, Tx},
        error::{ApiError, ErrorCode, Result},
        ids::{IdKind, encode},
    },
};

/// The kind of the event that tells those who manage a person that no mails go to it any more.
const MAIL_SUSPENDED: &str = "MAIL_SUSPENDED";
/// What the codes in addresses of mails are for.
const PURPOSE: &str = "bounce";
/// Most bytes of a report.
const MOST_BYTES: u64 = 1 << 20;
/// Most reports of one turn.
const TURN: usize = 100;
/// How long it is remembered what came back.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 183);

/// Whether an event says that mails to somebody were suspended.
pub(crate) fn is_news(event: &str) -> bool {
    event == MAIL_SUSPENDED
}

/// Whom such an event about a person concerns: who manages the people of its organisation, but not the person itself.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn suspension_calls(connection: &impl Connection, person: Uuid) -> Result<Vec<Uuid>> {
    let Some(row) = members::person_row(connection, person).await? else {
        return Ok(Vec::new());
    };
    let colleagues = members::active_people_of(connection, &[row.organization]).await?;
    let manages = |role: &Role| table::scope(*role, Action::UserManage) != Scope::No;
    let managers = colleagues
        .into_iter()
        .filter(|colleague| colleague.id != person && colleague.roles.iter().any(manages));
    Ok(managers.map(|colleague| colleague.id).collect())
}

/// The address to which what comes back of a mail is sent; `None` where the settings name none.
pub(crate) fn bounce_address(app: &App, mail: Uuid) -> Option<String> {
    rules::address(&app.config.bounce_address, mail, &code(app, mail))
}

fn code(app: &App, mail: Uuid) -> [u8; 32] {
    app.keys.code(PURPOSE, &[mail.as_bytes()])
}

/// What became of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Reported {
    /// It was noted, and what follows from it was done.
    Noted,
    /// It was noted before.
    Again,
    /// It tells of no trouble, or is no report.
    Nothing,
    /// It names no mail of ours: perhaps somebody made it up.
    Unknown,
}

/// Takes a report on a mail, as a mail server delivers it. Which mail it is about says the address to which it went, and nobody else can
/// make that; a report without it changes nothing.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn report(app: &App, raw: &[u8]) -> Result<Reported> {
    let text = String::from_utf8_lossy(raw);
    let Some(id) = rules::claims(&text, &app.config.bounce_address, |mail| code(app, mail))
        .first()
        .copied()
    else {
        return Ok(Reported::Unknown);
    };
    let Some((person, kind)) = store::mail_of(app.db.read(), id).await? else {
        return Ok(Reported::Unknown);
    };
    let Some(report) = rules::read(raw) else {
        return Ok(Reported::Nothing);
    };
    if !kind.goes_to_its_person() {
        return Ok(Reported::Nothing);
    }
    note(app, (id, person), report, format!("{:x}", Sha256::digest(raw))).await
}

/// Notes that a mail server refused a mail's recipient for good, which is as good as a report.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(in crate::mail) async fn refused(app: &App, mail: &Claimed) -> Result<()> {
    if !mail.kind.goes_to_its_person() {
        return Ok(());
    }
    let report = Report {
        kind: TroubleKind::Bounce,
        status: None,
    };
    let digest = format!("{:x}", Sha256::digest(format!("{}:{}", mail.id, mail.claimed_at)));
    note(app, (mail.id, mail.person), report, digest).await.map(drop)
}

/// Notes what came back, once, and suspends the person's mails where that is enough.
async fn note(app: &App, (mail, person): (Uuid, Uuid), report: Report, digest: String) -> Result<Reported> {
    let tx = app.begin().await?;
    let trouble = Trouble {
        id: app.ids.id(tx.now()),
        person,
        mail,
        kind: report.kind,
        status: report.status,
        digest,
    };
    if !store::trouble_insert(&tx, &trouble).await? {
        return Ok(Reported::Again);
    }
    let of_late = SignedDuration::from_hours(24 * DELAY_DAYS);
    let since = tx.now().checked_sub(of_late).unwrap_or(Timestamp::MIN);
    let delays = store::delays(&tx, person, micros(since)).await?;
    let suspended = rules::suspends(trouble.kind, delays) && store::suspend(&tx, person, trouble.kind).await?;
    let proof = match suspended {
        true => announce(app, &tx, &trouble).await?,
        false => Recorded(()),
    };
    tx.commit(proof).await?;
    Ok(Reported::Noted)
}

/// Records that mails are suspended, and tells those whom it concerns.
async fn announce(app: &App, tx: &Tx, trouble: &Trouble) -> Result<Recorded> {
    let event = NewEvent {
        kind: MAIL_SUSPENDED,
        root: trouble.person,
        object: trouble.person,
        principals: Vec::new(),
        payload: json!({}),
    };
    outbox::publish(tx, app.ids.as_ref(), event).await?;
    let why: &str = trouble.kind.into();
    let detail = json!({ "why": why, "status": trouble.status, "mail": encode(IdKind::Mail, trouble.mail) });
    let act = Act::on(Category::Security, "suspendMail", IdKind::Person, trouble.person).with(&detail);
    audit::record(tx, app.ids.as_ref(), Actor::System, act).await
}

/// Has mails go to a person again: for the person itself, and for who manages it. Where they do, nothing changes.
///
/// # Errors
/// `NOT_FOUND` where the viewer sees no such person, `FORBIDDEN`.
pub(in crate::mail) async fn resume(app: &App, viewer: &Viewer, person: Uuid) -> Result<PersonRow> {
    let tx = app.begin().await?;
    let row = members::person_row(tx.connection(), person)
        .await?
        .ok_or_else(ApiError::not_found)?;
    let is_self = row.id == viewer.person;
    let is_active = row.state == PersonState::Active;
    if !is_self && !Reach::people(viewer).sees(row.organization, is_active) {
        return Err(ApiError::not_found());
    }
    let target = Target {
        organization: row.organization,
        brands: &[],
    };
    if !is_self && !viewer.may(Action::UserManage, target, tx.now()) {
        return Err(ErrorCode::Forbidden.into());
    }
    if !store::resume(&tx, person).await? {
        return Ok(row);
    }
    let act = Act::on(Category::Security, "resumeMail", IdKind::Person, person);
    let row = members::person_row(tx.connection(), person)
        .await?
        .ok_or_else(ApiError::not_found)?;
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    Ok(row)
}

/// Has mails go to somebody again who is invited anew, within that change; where they do, nothing changes.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn resume_for_invitation(tx: &Tx, person: Uuid) -> Result<()> {
    store::resume(tx, person).await.map(drop)
}

/// Reads the reports that wait in the folder of the settings, at most a hundred, and puts each away; returns how many. Safe to run twice,
/// and at two places at once: the same report counts once.
///
/// # Errors
/// `INTERNAL` where the folder cannot be read or written, or `UNAVAILABLE`.
pub(in crate::mail) async fn reports(app: &App) -> Result<usize> {
    let folder = &app.config.bounce_dir;
    if folder.as_os_str().is_empty() {
        return Ok(0);
    }
    let waiting = waiting(&folder.join("new")).await.map_err(ApiError::internal)?;
    let mut unknown = 0;
    for file in &waiting {
        let reported = match bytes(file).await.map_err(ApiError::internal)? {
            Some(raw) => report(app, &raw).await?,
            None => Reported::Nothing,
        };
        unknown += usize::from(reported == Reported::Unknown);
        put_away(folder, file).await.map_err(ApiError::internal)?;
    }
    if unknown > 0 {
        tracing::warn!(
            reports = unknown,
            "reports on mails named no mail of ours and changed nothing"
        );
    }
    Ok(waiting.len())
}

/// The files that wait, in the order of their names.
async fn waiting(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut entries = match tokio::fs::read_dir(folder).await {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut files = Vec::new();
    while let Some(entry) = entries.next_entry().await? {
        files.push(entry.path());
    }
    files.sort();
    files.truncate(TURN);
    Ok(files)
}

/// What a file holds; `None` where that is too much, or somebody else has taken it.
async fn bytes(file: &Path) -> io::Result<Option<Vec<u8>>> {
    match tokio::fs::metadata(file).await {
        Ok(found) if found.is_file() && found.len() <= MOST_BYTES => tokio::fs::read(file).await.map(Some),
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        Ok(_) | Err(_) => Ok(None),
    }
}

/// Moves a file to where a Maildir has what was seen.
async fn put_away(folder: &Path, file: &Path) -> io::Result<()> {
    let seen = folder.join("cur");
    tokio::fs::create_dir_all(&seen).await?;
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let flags = if name.contains(":2,") { "" } else { ":2,S" };
    match tokio::fs::rename(file, seen.join(format!("{name}{flags}"))).await {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Forgets what came back more than half a year ago; returns how many.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(in crate::mail) async fn forget(app: &App) -> Result<u64> {
    let before = app.now().checked_sub(KEPT).unwrap_or(Timestamp::MIN);
    store::troubles_forget(app.db.write(), micros(before)).await
}
