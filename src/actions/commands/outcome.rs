//! Writing down what came of an action. Each entry is confirmed by itself and needs no version, so that a form that is filled
//! in at the site loses nothing: the same key with the same entry is done once.

use jiff::civil::Date;
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{Done, Loaded, News, deconflict, finish, load, note};
use crate::{
    actions::{
        rules::{self, ActionStep, Disposition, SiteResult},
        store::{self, LineRow, ResultRow},
    },
    app::App,
    permissions::Viewer,
    platform::{
        clock::micros,
        db::{
            Tx,
            idempotency::{Claim, Idempotency, claim},
        },
        error::{ApiError, ErrorCode, Result},
    },
    referrals::rules::ValuationBasis,
    rights,
};

/// Most entries of each kind.
const MOST_ENTRIES: usize = 500;

/// What was found at a site.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct NewResult {
    pub(crate) site: Uuid,
    pub(crate) result: SiteResult,
    pub(crate) note: Option<String>,
}

/// Goods of one kind.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct NewSeizure {
    pub(crate) site: Uuid,
    pub(crate) brand: Option<Uuid>,
    pub(crate) product: String,
    pub(crate) quantity: String,
    pub(crate) unit: String,
    pub(crate) valuation: Option<NewValuation>,
    pub(crate) storage_place: Option<String>,
    pub(crate) disposition: Disposition,
    pub(crate) on: Date,
}

/// What goods are worth.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct NewValuation {
    pub(crate) amount: String,
    pub(crate) currency: String,
    pub(crate) basis: ValuationBasis,
    pub(crate) source: Option<String>,
    pub(crate) on: Option<Date>,
}

/// A new entry of an action that the viewer writes down, or that it did before.
pub(super) enum Entry {
    New(Box<(Tx, Loaded, Claim)>),
    Known(Uuid),
}

/// Begins an entry, in a transaction that has just begun.
pub(super) async fn entry(
    tx: Tx,
    viewer: &Viewer,
    id: Uuid,
    (mutation, key): (&'static str, &str),
    new: &impl Serialize,
) -> Result<Entry> {
    let mut loaded = load(&tx, viewer, id).await?;
    let claim = match claim(&tx, viewer.person, mutation, key, &(id, new)).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(_) => return Ok(Entry::Known(id)),
    };
    loaded.step(viewer, ActionStep::RecordOutcome, None)?;
    Ok(Entry::New(Box::new((tx, loaded, claim))))
}

/// Keeps the entry's key, writes the audit entry, commits.
pub(super) async fn keep(
    app: &App,
    tx: Tx,
    viewer: &Viewer,
    action: Uuid,
    (claim, mutation, entry): (Claim, &'static str, Uuid),
) -> Result<Uuid> {
    claim.keep(&tx, &[entry]).await?;
    let detail = json!({ "entry": entry });
    let done = Done {
        mutation,
        detail: &detail,
        news: Vec::new(),
        compares: false,
    };
    note(app, tx, viewer, action, done).await
}

pub(super) async fn must_be_site(tx: &Tx, action: Uuid, site: Uuid) -> Result<()> {
    let found = store::sites_by_ids(tx.connection(), &[site]).await?;
    match found
        .iter()
        .any(|row| row.action_id == action && row.removed_at.is_none())
    {
        true => Ok(()),
        false => Err(ApiError::input("siteId", "The action has no such site.")),
    }
}

pub(super) fn must_have_room(entries: usize) -> Result<()> {
    match entries < MOST_ENTRIES {
        true => Ok(()),
        false => Err(ApiError::because(
            ErrorCode::BadUserInput,
            format!("An outcome has at most {MOST_ENTRIES} of these."),
        )),
    }
}

/// Writes down what was found at a site, in the place of what was written before.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `BAD_USER_INPUT`, `IDEMPOTENCY_MISMATCH`.
pub(crate) async fn record_result(app: &App, viewer: &Viewer, key: &str, id: Uuid, new: NewResult) -> Result<Uuid> {
    let name = "recordSiteResult";
    let (tx, loaded, claim) = match entry(app.begin().await?, viewer, id, (name, key), &new).await? {
        Entry::New(new) => *new,
        Entry::Known(id) => return Ok(id),
    };
    must_be_site(&tx, id, new.site).await?;
    let row = ResultRow {
        id: app.ids.id(tx.now()),
        action_id: id,
        site_id: new.site,
        result: new.result.code().to_owned(),
        note: rules::optional("note", new.note.as_deref(), 1_000)?,
        revision: loaded.row.revision,
        struck_in: None,
        recorded_by: viewer.person,
        recorded_at: micros(tx.now()),
    };
    let made = row.id;
    store::result_put(&tx, row).await?;
    keep(app, tx, viewer, id, (claim, name, made)).await
}

/// Writes down seized goods.
///
/// # Errors
/// As [`record_result`].
pub(crate) async fn record_seizure(app: &App, viewer: &Viewer, key: &str, id: Uuid, new: NewSeizure) -> Result<Uuid> {
    let name = "recordSeizure";
    let (tx, loaded, claim) = match entry(app.begin().await?, viewer, id, (name, key), &new).await? {
        Entry::New(new) => *new,
        Entry::Known(id) => return Ok(id),
    };
    must_be_site(&tx, id, new.site).await?;
    must_have_room(store::lines_of(tx.connection(), &[id]).await?.len())?;
    let row = line(app, viewer, &tx, &loaded, &new).await?;
    let made = row.id;
    store::line_insert(&tx, row).await?;
    keep(app, tx, viewer, id, (claim, name, made)).await
}

async fn line(app: &App, viewer: &Viewer, tx: &Tx, loaded: &Loaded, new: &NewSeizure) -> Result<LineRow> {
    if let Some(brand) = new.brand
        && rights::brands_by_ids(tx.connection(), &[brand]).await?.is_empty()
    {
        return Err(ApiError::input("brandId", "There is no such brand."));
    }
    if new.disposition == Disposition::Destroyed {
        return Err(ApiError::input(
            "disposition",
            "That goods were destroyed two people say afterwards.",
        ));
    }
    let zone = loaded.row.time_zone.as_deref();
    let money = new.valuation.as_ref().map(valued).transpose()?;
    let valued_on = new.valuation.as_ref().and_then(|valuation| valuation.on);
    let valued_on = valued_on
        .map(|day| rules::past_day("valuation.on", day, tx.now(), zone))
        .transpose()?;
    let source = new.valuation.as_ref().and_then(|valuation| valuation.source.as_deref());
    Ok(LineRow {
        id: app.ids.id(tx.now()),
        action_id: loaded.row.id,
        site_id: new.site,
        brand_id: new.brand,
        product: rules::line("product", &new.product, 200)?,
        quantity_milli: rules::quantity("quantity", &new.quantity)?,
        unit: rules::line("unit", &new.unit, 40)?.to_lowercase(),
        value_minor: money.as_ref().map(|money| money.minor),
        value_currency: money.map(|money| money.currency),
        value_basis: new
            .valuation
            .as_ref()
            .map(|valuation| valuation.basis.code().to_owned()),
        value_source: rules::optional("valuation.source", source, 200)?,
        valued_on,
        storage_place: rules::optional("storagePlace", new.storage_place.as_deref(), 300)?,
        disposition: new.disposition.code().to_owned(),
        disposition_on: rules::past_day("on", new.on, tx.now(), zone)?,
        destruction_id: None,
        no_follow_up: None,
        reminded_at: None,
        revision: loaded.row.revision,
        struck_in: None,
        struck_by: None,
        struck_reason: None,
        recorded_by: viewer.person,
        recorded_at: micros(tx.now()),
        version: 1,
    })
}

fn valued(valuation: &NewValuation) -> Result<crate::platform::money::Money> {
    super::costs::money("valuation.amount", &valuation.amount, &valuation.currency)
}

/// Hands in what came of an action, for somebody else to verify it. Of every site it says what was found.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`.
pub(crate) async fn submit_outcome(app: &App, viewer: &Viewer, id: Uuid, expected: i32) -> Result<Uuid> {
    let tx = app.begin().await?;
    let mut loaded = load(&tx, viewer, id).await?;
    loaded.step(viewer, ActionStep::SubmitOutcome, Some(expected))?;
    let sites = store::sites_of(tx.connection(), &[id]).await?;
    let results = store::results_of(tx.connection(), &[id]).await?;
    let is_told = |site: Uuid| {
        results
            .iter()
            .any(|result| result.site_id == site && result.struck_in.is_none())
    };
    if !sites.iter().all(|site| is_told(site.id)) {
        let text = "Write down for each site what was found.";
        return Err(ApiError::because(ErrorCode::TransitionNotAllowed, text));
    }
    store::revision_submit(&tx, &loaded.row, Some(viewer.person), None).await?;
    moved(app, tx, viewer, loaded, "submitOutcome").await
}

/// Verifies what somebody else wrote down (I13). From then on it counts, and the embargo is over (I28, I33).
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `FOUR_EYES`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`.
pub(crate) async fn verify_outcome(app: &App, viewer: &Viewer, id: Uuid, expected: i32) -> Result<Uuid> {
    let tx = app.begin().await?;
    let mut loaded = load(&tx, viewer, id).await?;
    loaded.step(viewer, ActionStep::VerifyOutcome, Some(expected))?;
    store::revision_verify(&tx, &loaded.row, viewer.person).await?;
    loaded.row.embargo = false;
    moved(app, tx, viewer, loaded, "verifyOutcome").await
}

/// Sends what was written down back to those who did.
///
/// # Errors
/// As [`verify_outcome`]; `BAD_USER_INPUT`.
pub(crate) async fn return_outcome(app: &App, viewer: &Viewer, id: Uuid, expected: i32, reason: &str) -> Result<Uuid> {
    let tx = app.begin().await?;
    let mut loaded = load(&tx, viewer, id).await?;
    loaded.step(viewer, ActionStep::ReturnOutcome, Some(expected))?;
    let reason = Some(rules::reason(reason)?);
    store::revision_submit(&tx, &loaded.row, None, reason).await?;
    moved(app, tx, viewer, loaded, "returnOutcome").await
}

/// Begins a correction of what was verified: another revision. What was verified counts until this one is.
///
/// # Errors
/// As [`return_outcome`].
pub(crate) async fn correct_outcome(app: &App, viewer: &Viewer, id: Uuid, expected: i32, reason: &str) -> Result<Uuid> {
    let tx = app.begin().await?;
    // Before anything is locked, lest two wait for each other: what was closed is followed, and compared, again.
    store::take_turn(&tx).await?;
    let mut loaded = load(&tx, viewer, id).await?;
    loaded.step(viewer, ActionStep::CorrectOutcome, Some(expected))?;
    let reason = rules::reason(reason)?;
    loaded.row.revision += 1;
    store::revision_open(&tx, id, loaded.row.revision, Some(reason)).await?;
    deconflict::settle(app, &tx, &loaded.row, Some(viewer.person)).await?;
    moved(app, tx, viewer, loaded, "correctOutcome").await
}

async fn moved(app: &App, tx: Tx, viewer: &Viewer, loaded: Loaded, mutation: &'static str) -> Result<Uuid> {
    let detail = json!({ "state": loaded.row.state, "revision": loaded.row.revision });
    let done = Done {
        mutation,
        detail: &detail,
        news: vec![News::Moved],
        compares: false,
    };
    finish(app, tx, viewer, loaded.row, done).await
}
