//! What guests do: ask for a code, come in by it, answer, open the package, leave.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    admitted::{Admitted, admitted, origin},
    rules::{self, Asked, CODE_LASTS, CODE_LENGTH, PACKAGE_LINK_LASTS, SESSION_LASTS},
    store::{self, CodeRow, SessionRow},
};
use crate::{
    actions::{
        self,
        rules::{Attendance, GuestReport},
    },
    app::App,
    audit::{self, Act, Actor, Category},
    evidence::Fetched,
    mail::{self, MailKind, NewMail},
    platform::{
        clock::{micros, timestamp},
        db::{Recorded, Tx},
        error::{ApiError, ErrorCode, Result},
        ids::{IdKind, letters},
    },
    referrals::{
        self, Answer,
        rules::{PackageForm, PackagePurpose},
    },
    sessions::{GuestGrant, GuestTarget, fingerprint, is_code, opaque},
};

fn invalid() -> ApiError {
    ErrorCode::TokenInvalid.into()
}

fn later(now: Timestamp, by: SignedDuration) -> Result<Timestamp> {
    now.checked_add(by).map_err(ApiError::internal)
}

/// Mails a code to the address that the directory has of whom a link is for; one that was mailed before is good no more. Gives
/// what the link opens.
///
/// # Errors
/// `TOKEN_INVALID` where the link is not good, or not any more; `RATE_LIMITED` after many within an hour.
pub(super) async fn ask(app: &App, link: &str) -> Result<GuestTarget> {
    let grant = GuestGrant::of_link(app, link).ok_or_else(invalid)?;
    let tx = app.begin().await?;
    let guest = admitted(tx.connection(), grant, tx.now()).await?;
    let guest = guest.ok_or_else(invalid)?;
    let before = store::code_of(tx.connection(), grant).await?;
    let counted = before.as_ref().map(|row| Asked {
        count: row.asked,
        since: timestamp(row.asked_since),
    });
    let asked = rules::asks_again(counted, tx.now()).map_err(ApiError::rate_limited)?;
    let row = CodeRow {
        grant_id: grant.id,
        target: grant.target.code().to_owned(),
        nonce: opaque(app.ids.secret()),
        expires_at: micros(later(tx.now(), CODE_LASTS)?),
        attempts: 0,
        asked: asked.count,
        asked_since: micros(asked.since),
    };
    // Of those who ask in the same moment one is answered, so that none is left out of the count.
    if !store::code_keep(&tx, &row, before.as_ref()).await? {
        return Err(ApiError::rate_limited(SignedDuration::from_secs(1)));
    }
    let mail = NewMail {
        person: guest.sender,
        kind: MailKind::GuestCode,
        window_start: micros(tx.now()),
        subject: Some(grant.id),
    };
    mail::enqueue_in_turn(&tx, app.ids.as_ref(), mail).await?;
    let proof = record(app, &tx, "askGuestCode", &guest, &json!({})).await?;
    tx.commit(proof).await?;
    Ok(grant.target)
}

/// The grant of an id for which there is a code that is good now, with the code; `None` where there is none.
pub(super) async fn code(app: &App, id: Uuid) -> Result<Option<(GuestGrant, String)>> {
    let row = store::code_by_id(app.db.read(), id).await?;
    let Some(row) = row.filter(|row| micros(app.now()) < row.expires_at) else {
        return Ok(None);
    };
    let grant = store::grant_of(&row.target, row.grant_id)?;
    Ok(Some((grant, code_of(app, grant, &row.nonce))))
}

fn code_of(app: &App, grant: GuestGrant, nonce: &str) -> String {
    let secret = app.keys.code("guest code", &[grant.id.as_bytes(), nonce.as_bytes()]);
    letters(secret, CODE_LENGTH)
}

/// A session that was opened.
pub(super) struct Opened {
    pub(super) token: String,
    pub(super) expires_at: Timestamp,
}

/// The verbs of the log: that a guest came in, and that it left.
fn verbs(target: GuestTarget) -> (&'static str, &'static str) {
    match target {
        GuestTarget::Referral => ("openGuestReferral", "leaveGuestReferral"),
        GuestTarget::Action => ("openGuestAction", "leaveGuestAction"),
    }
}

/// Opens the referral or the action of a link to whoever has the code that was mailed: a session of its own kind, in the place of
/// the one before. What fails is recorded, never with what was typed.
///
/// # Errors
/// `TOKEN_INVALID` where link or code are not good, or not any more, or the link is for something else.
pub(super) async fn open(app: &App, target: GuestTarget, link: &str, given: &str) -> Result<Opened> {
    let grant = GuestGrant::of_link(app, link).filter(|grant| grant.target == target);
    let grant = grant.ok_or_else(invalid)?;
    let (verb, _) = verbs(target);
    let tx = app.begin().await?;
    let guest = admitted(tx.connection(), grant, tx.now()).await?;
    let guest = guest.ok_or_else(invalid)?;
    let nonce = store::code_guessed(&tx, grant).await?.ok_or_else(invalid)?;
    if !is_code(&code_of(app, grant, &nonce), &rules::plain(given)) {
        app.metrics.sign_in_failed();
        let detail = json!({ "refused": ErrorCode::TokenInvalid.as_str() });
        let proof = record(app, &tx, verb, &guest, &detail).await?;
        tx.commit(proof).await?;
        return Err(invalid());
    }
    let (token, expires_at) = (opaque(app.ids.secret()), later(tx.now(), SESSION_LASTS)?);
    let row = SessionRow {
        token_hash: fingerprint(&token),
        grant_id: grant.id,
        target: target.code().to_owned(),
        package_nonce: None,
        created_at: micros(tx.now()),
        expires_at: micros(expires_at),
    };
    store::code_spend(&tx, grant).await?;
    store::session_begin(&tx, row).await?;
    if target == GuestTarget::Action {
        actions::guest_opened(&tx, grant.id).await?;
    }
    let proof = record(app, &tx, verb, &guest, &json!({})).await?;
    tx.commit(proof).await?;
    Ok(Opened { token, expires_at })
}

/// Writes the audit entry of what a guest did.
async fn record(app: &App, tx: &Tx, verb: &'static str, guest: &Admitted, more: &Value) -> Result<Recorded> {
    let mut detail = json!({ "reference": guest.reference });
    if let (Some(detail), Some(more)) = (detail.as_object_mut(), more.as_object()) {
        detail.extend(more.clone());
    }
    let act = Act {
        root: Some(guest.root),
        ..Act::on(Category::Security, verb, IdKind::Officer, guest.officer).with(&detail)
    };
    audit::record(tx, app.ids.as_ref(), Actor::System, act).await
}

/// The session of a token that came along, if it is for that.
///
/// # Errors
/// `TOKEN_INVALID` where there is none, it is for something else, or it has ended.
pub(super) async fn session(app: &App, token: Option<&str>, target: GuestTarget) -> Result<SessionRow> {
    let token = token.ok_or_else(invalid)?;
    let found = store::session_of_token(app.db.read(), &fingerprint(token), app.now()).await?;
    found.filter(|row| row.target == target.code()).ok_or_else(invalid)
}

/// Answers as a guest.
///
/// # Errors
/// `TOKEN_INVALID`; what an officer's answer is refused with.
pub(super) async fn answer(app: &App, token: Option<&str>, expected: i32, answer: Answer) -> Result<SessionRow> {
    let session = session(app, token, GuestTarget::Referral).await?;
    referrals::answer_as_guest(app, session.grant_id, expected, answer).await?;
    Ok(session)
}

/// Says, as a guest of an action, whether the officer comes.
///
/// # Errors
/// `TOKEN_INVALID`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`, `BAD_USER_INPUT`.
pub(super) async fn attend(
    app: &App,
    token: Option<&str>,
    expected: i32,
    attendance: Attendance,
    note: Option<&str>,
) -> Result<SessionRow> {
    let session = session(app, token, GuestTarget::Action).await?;
    actions::attend_as_guest(app, session.grant_id, expected, attendance, note).await?;
    Ok(session)
}

/// Reports, as a guest of an action, what was done.
///
/// # Errors
/// `TOKEN_INVALID`; what an officer's step is refused with.
pub(super) async fn report(app: &App, token: Option<&str>, expected: i32, report: GuestReport) -> Result<SessionRow> {
    let session = session(app, token, GuestTarget::Action).await?;
    actions::report_as_guest(app, session.grant_id, expected, report).await?;
    Ok(session)
}

/// A link to the package.
pub(super) struct PackageLink {
    /// Where it is, below the service's address.
    pub(super) path: String,
    pub(super) expires_at: Timestamp,
}

/// What is presented to get a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PresentedPackage {
    /// Of which naming.
    pub naming: Uuid,
    /// In which form.
    pub form: PackageForm,
    /// When the link ends, microseconds.
    pub expires_at: i64,
    /// What tells it from other links; it is good once.
    pub nonce: String,
    /// The code.
    pub code: String,
}

fn signature(app: &App, link: &PresentedPackage, session: &SessionRow) -> String {
    let opens: [&[u8]; 5] = [
        link.naming.as_bytes(),
        link.form.code().as_bytes(),
        &link.expires_at.to_be_bytes(),
        link.nonce.as_bytes(),
        session.token_hash.as_bytes(),
    ];
    opaque(app.keys.code("guest package", &opens))
}

/// A link to the package, good once, for minutes, and as long as the session is. That it is opened, and for what, is in the log before
/// (I38).
///
/// # Errors
/// `TOKEN_INVALID`, `NOT_FOUND`.
pub(super) async fn open_package(
    app: &App,
    token: Option<&str>,
    form: PackageForm,
    purpose: PackagePurpose,
) -> Result<PackageLink> {
    let session = session(app, token, GuestTarget::Referral).await?;
    let nonce = opaque(app.ids.secret());
    let tx = app.begin().await?;
    store::package_offer(&tx, &session.token_hash, &nonce).await?;
    referrals::open_as_guest(app, tx, session.grant_id, form, purpose).await?;
    let expires_at = later(app.now(), PACKAGE_LINK_LASTS)?;
    let mut link = PresentedPackage {
        naming: session.grant_id,
        form,
        expires_at: micros(expires_at),
        nonce,
        code: String::new(),
    };
    link.code = signature(app, &link, &session);
    let path = format!(
        "/guest-packages/{}?as={}&until={}&link={}&code={}",
        link.naming.simple(),
        form.code(),
        link.expires_at,
        link.nonce,
        link.code
    );
    Ok(PackageLink { path, expires_at })
}

/// Gives out what a link stands for, whole. A browser that follows it carries no token, so the link is the key: once, within two
/// minutes, and as long as the session for which it was made is there. That it was given out is in the log before.
///
/// # Errors
/// `NOT_FOUND` where it is not good any more, or the package is not open any more.
pub async fn fetch_package(app: &App, wanted: &PresentedPackage) -> Result<Fetched> {
    let grant = GuestGrant::of_referral(wanted.naming);
    let session = store::session_of_grant(app.db.read(), grant, app.now()).await?;
    let session = session.filter(|session| is_code(&signature(app, wanted, session), &wanted.code));
    let session = session.ok_or_else(ApiError::not_found)?;
    let tx = app.begin().await?;
    let is_over = wanted.expires_at <= micros(tx.now());
    if is_over || !store::package_spend(&tx, &session.token_hash, &wanted.nonce).await? {
        return Err(ApiError::not_found());
    }
    referrals::package_for_guest(app, tx, wanted.naming, wanted.form).await
}

/// Ends a session; nothing where there is none.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn leave(app: &App, token: Option<&str>) -> Result<()> {
    let Some(token) = token else { return Ok(()) };
    let tx = app.begin().await?;
    let Some(grant) = store::session_end(&tx, &fingerprint(token)).await? else {
        return Ok(());
    };
    let origin = origin(tx.connection(), grant).await?;
    let (_, verb) = verbs(grant.target);
    let act = Act {
        category: Category::Security,
        action: verb,
        object: origin.map(|(officer, _)| (IdKind::Officer, officer)),
        root: Some(origin.map_or(grant.id, |(_, root)| root)),
        detail: &Value::Null,
    };
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::System, act).await?;
    tx.commit(proof).await
}

/// Forgets what ended before a moment; returns how many those were.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn forget(app: &App, before: Timestamp) -> Result<u64> {
    store::forget(app.db.write(), before).await
}
