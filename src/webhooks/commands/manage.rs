//! What can be done to endpoints: one transaction each.
//!
//! Who manages the webhooks of the own organisation does all of it; an administrator of the secretariat may only stop,
//! start and remove those of others: an address there would tell of leads that the secretariat does not see.

use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    read::{self, EndpointView},
    secrets,
};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    permissions::{Action, Viewer},
    platform::{
        clock::micros,
        db::{
            Connection, Tx, code,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, ErrorCode, Result},
        ids::{IdKind, encode},
    },
    service_accounts::{self, AccountRef},
    webhooks::{
        rules::{self, EndpointSight, EndpointState, MOST_ENDPOINTS, MessageState, WebhookKind},
        store::{self, EndpointRow, MessageRow, Replay},
    },
};

/// What an endpoint is to be.
#[derive(Debug, Clone, Serialize)]
pub struct EndpointFacts {
    /// Its address.
    pub url: String,
    /// What people call it.
    pub description: Option<String>,
    /// What it wants to hear of; none means all.
    pub kinds: Vec<WebhookKind>,
}

/// Which endpoint, and as which version it was seen.
pub type Which = (Uuid, i32);

/// Makes an endpoint of a service account, of the calling one where nothing is said, and gives its secret, this once.
/// What is sent again gives the endpoint without its secret.
///
/// # Errors
/// `FORBIDDEN`, `NOT_FOUND` for an account that the viewer does not see, `BAD_USER_INPUT`, `IDEMPOTENCY_MISMATCH`.
pub async fn create(
    app: &App,
    viewer: &Viewer,
    key: &str,
    account: Option<Uuid>,
    facts: EndpointFacts,
) -> Result<(EndpointView, Option<String>)> {
    let tx = app.begin().await?;
    if !viewer.has(Action::WebhookManage) {
        return Err(ErrorCode::Forbidden.into());
    }
    let account = account_of(tx.connection(), viewer, account).await?;
    let claim = match claim(&tx, viewer.person, "createWebhookEndpoint", key, &(account.id, &facts)).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => {
            let id = ids.first().copied().ok_or_else(ApiError::not_found)?;
            let found = read::visible(app, viewer, id).await?;
            return Ok((found.ok_or_else(ApiError::not_found)?, None));
        }
    };
    let made = store::endpoint_count(tx.connection(), EndpointSight::All, Some(account.id)).await?;
    if made >= MOST_ENDPOINTS {
        let text = format!("A service account has at most {MOST_ENDPOINTS} endpoints.");
        return Err(ApiError::input("accountId", text));
    }
    let (row, secret) = new_endpoint(app, &tx, viewer, &account, facts)?;
    store::endpoint_insert(&tx, row.clone()).await?;
    claim.keep(&tx, &[row.id]).await?;
    let detail = json!({ "account": encode(IdKind::ServiceAccount, account.id) });
    let made = finish(app, tx, viewer, "createWebhookEndpoint", row, &detail).await?;
    Ok((made, Some(secret)))
}

/// The service account whose endpoint it is to be, of the viewer's organisation.
async fn account_of(connection: &impl Connection, viewer: &Viewer, account: Option<Uuid>) -> Result<AccountRef> {
    let wanted = account.or_else(|| viewer.service.as_ref().map(|_| viewer.person));
    let wanted = wanted.ok_or_else(|| ApiError::input("accountId", "Say for which service account."))?;
    let sight = EndpointSight::of(viewer);
    let found = service_accounts::account_ref(connection, wanted).await?;
    let found = found.filter(|account| sight.reaches(account.id, account.organization));
    let account = found.ok_or_else(ApiError::not_found)?;
    match account.organization == viewer.organization || account.id == viewer.person {
        true => Ok(account),
        false => Err(ErrorCode::Forbidden.into()),
    }
}

fn new_endpoint(
    app: &App,
    tx: &Tx,
    viewer: &Viewer,
    account: &AccountRef,
    facts: EndpointFacts,
) -> Result<(EndpointRow, String)> {
    let (id, now) = (app.ids.id(tx.now()), micros(tx.now()));
    let (sealed, secret) = secrets::draw(app, id)?;
    let row = EndpointRow {
        id,
        account_id: account.id,
        organization_id: account.organization,
        url: String::new(),
        description: None,
        kinds: String::new(),
        secret: sealed,
        old_secret: None,
        old_until: None,
        state: text(EndpointState::Active),
        failing_since: None,
        created_by: viewer.person,
        version: 1,
        created_at: now,
        updated_at: now,
    };
    Ok((with_facts(app, row, facts)?, secret))
}

fn text(state: EndpointState) -> String {
    <&str>::from(state).to_owned()
}

fn with_facts(app: &App, row: EndpointRow, facts: EndpointFacts) -> Result<EndpointRow> {
    let url = rules::url(&facts.url, |url| app.webhooks_out.allows(url))?;
    let kinds = rules::kinds(facts.kinds)?;
    Ok(EndpointRow {
        url: url.into(),
        description: rules::description(facts.description.as_deref())?,
        kinds: serde_json::to_string(&kinds).map_err(ApiError::internal)?,
        ..row
    })
}

/// Changes what an endpoint is.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `BAD_USER_INPUT`.
pub async fn update(app: &App, viewer: &Viewer, which: Which, facts: EndpointFacts) -> Result<EndpointView> {
    let (tx, row) = load_own(app, viewer, which.0, Some(which.1)).await?;
    let row = with_facts(app, row, facts)?;
    let row = store::endpoint_save(&tx, row, which.1).await?;
    finish(app, tx, viewer, "updateWebhookEndpoint", row, &Value::Null).await
}

/// Has what happens wait.
///
/// # Errors
/// `NOT_FOUND`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED` where it is not active.
pub async fn pause(app: &App, viewer: &Viewer, which: Which) -> Result<EndpointView> {
    let (tx, mut row) = load(app, viewer, which.0, Some(which.1)).await?;
    if code::<EndpointState>(&row.state)? != EndpointState::Active {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    row.state = text(EndpointState::Paused);
    let row = store::endpoint_save(&tx, row, which.1).await?;
    finish(app, tx, viewer, "pauseWebhookEndpoint", row, &Value::Null).await
}

/// Puts an endpoint to use again, whatever stopped it.
///
/// # Errors
/// `NOT_FOUND`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED` where it is active.
pub async fn resume(app: &App, viewer: &Viewer, which: Which) -> Result<EndpointView> {
    let (tx, mut row) = load(app, viewer, which.0, Some(which.1)).await?;
    if code::<EndpointState>(&row.state)? == EndpointState::Active {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    row.state = text(EndpointState::Active);
    row.failing_since = None;
    let row = store::endpoint_save(&tx, row, which.1).await?;
    finish(app, tx, viewer, "resumeWebhookEndpoint", row, &Value::Null).await
}

/// Removes an endpoint and everything that was for it; gives it as it was.
///
/// # Errors
/// `NOT_FOUND`, `STALE_VERSION`.
pub async fn delete(app: &App, viewer: &Viewer, which: Which) -> Result<EndpointView> {
    let (tx, row) = load(app, viewer, which.0, Some(which.1)).await?;
    store::endpoint_delete(&tx, row.id, which.1).await?;
    finish(app, tx, viewer, "deleteWebhookEndpoint", row, &Value::Null).await
}

/// Gives an endpoint a new secret, this once; the one before goes on signing beside it for so many hours.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `BAD_USER_INPUT`.
pub async fn rotate(app: &App, viewer: &Viewer, which: Which, hours: i32) -> Result<(EndpointView, Option<String>)> {
    let (tx, mut row) = load_own(app, viewer, which.0, Some(which.1)).await?;
    let overlap = rules::overlap(hours)?;
    let (sealed, secret) = secrets::draw(app, row.id)?;
    let until = tx.now().checked_add(overlap).map_err(ApiError::internal)?;
    let before = std::mem::replace(&mut row.secret, sealed);
    row.old_secret = (hours > 0).then_some(before);
    row.old_until = (hours > 0).then(|| micros(until));
    let row = store::endpoint_save(&tx, row, which.1).await?;
    let detail = json!({ "overlapHours": hours });
    let done = finish(app, tx, viewer, "rotateWebhookSecret", row, &detail).await?;
    Ok((done, Some(secret)))
}

/// Sends messages that were delivered or are dead once more, under the same ids; how many.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT` where not exactly one of the two is said.
pub async fn replay(
    app: &App,
    viewer: &Viewer,
    endpoint: Uuid,
    messages: Option<Vec<Uuid>>,
    since: Option<Timestamp>,
) -> Result<u64> {
    let (tx, row) = load_own(app, viewer, endpoint, None).await?;
    let which = match (messages, since) {
        (Some(ids), None) => Replay::Named(ids),
        (None, Some(since)) => Replay::Since(micros(since)),
        (Some(_), Some(_)) | (None, None) => {
            return Err(ApiError::input("messageIds", "Name messages, or say since when."));
        }
    };
    let replayed = store::replay(&tx, row.id, &which).await?;
    let detail = json!({ "count": replayed });
    finish(app, tx, viewer, "replayWebhookMessages", row, &detail).await?;
    Ok(replayed)
}

/// Sends something to an endpoint that tells of nothing, to try it out.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED` where it is not active, or one waits already.
pub async fn ping(app: &App, viewer: &Viewer, endpoint: Uuid) -> Result<EndpointView> {
    let (tx, row) = load_own(app, viewer, endpoint, None).await?;
    if code::<EndpointState>(&row.state)? != EndpointState::Active {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    if store::ping_waits(tx.connection(), row.id).await? {
        return Err(ApiError::because(
            ErrorCode::TransitionNotAllowed,
            "A ping is on its way already.",
        ));
    }
    store::message_insert(&tx, &ping_of(app, &row, tx.now())).await?;
    finish(app, tx, viewer, "pingWebhookEndpoint", row, &Value::Null).await
}

/// A ping waits for nothing, and nothing waits for it: it has an order of its own.
fn ping_of(app: &App, endpoint: &EndpointRow, now: Timestamp) -> MessageRow {
    let state: &str = MessageState::Queued.into();
    let at = micros(now);
    MessageRow {
        id: app.ids.id(now),
        endpoint_id: endpoint.id,
        event_id: app.ids.id(now),
        kind: WebhookKind::Ping.code().to_owned(),
        root_id: endpoint.id,
        object_kind: "endpoint".to_owned(),
        object_id: endpoint.id,
        state: state.to_owned(),
        attempts: 0,
        not_before: at,
        claimed_at: None,
        settled_at: None,
        status: None,
        error: None,
        position: 0,
        occurred_at: at,
        created_at: at,
    }
}

/// An endpoint that the viewer sees, as the version it was seen as.
async fn load(app: &App, viewer: &Viewer, id: Uuid, expected: Option<i32>) -> Result<(Tx, EndpointRow)> {
    let tx = app.begin().await?;
    let found = store::endpoint_seen(tx.connection(), EndpointSight::of(viewer), id).await?;
    let row = found.ok_or_else(ApiError::not_found)?;
    match expected.is_none_or(|expected| expected == row.version) {
        true => Ok((tx, row)),
        false => Err(ErrorCode::StaleVersion.into()),
    }
}

/// The same, of the viewer's own organisation; or the account's own, which may act in a sandbox.
async fn load_own(app: &App, viewer: &Viewer, id: Uuid, expected: Option<i32>) -> Result<(Tx, EndpointRow)> {
    let (tx, row) = load(app, viewer, id, None).await?;
    if row.organization_id != viewer.organization && row.account_id != viewer.person {
        return Err(ErrorCode::Forbidden.into());
    }
    match expected.is_none_or(|expected| expected == row.version) {
        true => Ok((tx, row)),
        false => Err(ErrorCode::StaleVersion.into()),
    }
}

/// Writes the audit entry and commits.
async fn finish(
    app: &App,
    tx: Tx,
    viewer: &Viewer,
    mutation: &'static str,
    row: EndpointRow,
    detail: &Value,
) -> Result<EndpointView> {
    let act = Act::on(Category::Security, mutation, IdKind::WebhookEndpoint, row.id).with(detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    read::with_counts(app, row).await
}
