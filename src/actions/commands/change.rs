//! Changing what an action is, where and when: until it is approved, or while it is put off.

use serde_json::json;
use uuid::Uuid;

use super::{Done, Loaded, basis, finish, load, place_hash, propose::open_operation};
use crate::{
    actions::{
        rules::{self, ActionKind, ActionStep, LocalWindow, MOST_SITES, NewSite},
        store::{self, SiteRow},
    },
    app::App,
    permissions::Viewer,
    platform::{
        db::{
            Tx,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, Result},
    },
};

/// What is to change; what is left out stays.
#[derive(Debug, Clone, Default)]
pub(crate) struct Changes {
    pub(crate) title: Option<String>,
    pub(crate) kind: Option<ActionKind>,
    pub(crate) operation: Option<Uuid>,
    pub(crate) window: Option<LocalWindow>,
    pub(crate) risk_notes: Option<String>,
    pub(crate) leads: Option<Vec<Uuid>>,
    pub(crate) subjects: Option<Vec<Uuid>>,
    pub(crate) referrals: Option<Vec<Uuid>>,
}

/// Changes an action; what was planned has to be compared and planned anew.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`, `BAD_USER_INPUT`.
pub(crate) async fn change(app: &App, viewer: &Viewer, id: Uuid, expected: i32, changes: Changes) -> Result<Uuid> {
    let tx = app.begin().await?;
    let mut loaded = open(&tx, viewer, id, expected).await?;
    rest_on(viewer, &tx, &loaded, &changes).await?;
    let row = &mut loaded.row;
    if let Some(title) = &changes.title {
        row.title = rules::line("title", title, 200)?;
    }
    if let Some(kind) = changes.kind {
        kind.code().clone_into(&mut row.kind);
    }
    if changes.operation.is_some() {
        open_operation(&tx, viewer, changes.operation).await?;
        row.operation_id = changes.operation;
    }
    if let Some(notes) = &changes.risk_notes {
        row.risk_notes = rules::optional("riskNotes", Some(notes), 5_000)?;
    }
    if let Some(window) = &changes.window {
        let window = rules::window(window, tx.now())?;
        (row.starts_at, row.ends_at) = (Some(window.starts_at), Some(window.ends_at));
        row.time_zone = Some(window.time_zone);
    }
    changed(app, tx, viewer, loaded, "changeOfflineAction").await
}

/// An action that the viewer changes; whoever approved it approved another one.
async fn open(tx: &Tx, viewer: &Viewer, id: Uuid, expected: i32) -> Result<Loaded> {
    // Before anything is locked, lest two wait for each other.
    store::take_turn(tx).await?;
    let mut loaded = load(tx, viewer, id).await?;
    loaded.step(viewer, ActionStep::Change, Some(expected))?;
    store::approvals_drop(tx, id).await?;
    Ok(loaded)
}

/// Lets it rest on something else; what stays need not be seen by whoever changes the rest.
async fn rest_on(viewer: &Viewer, tx: &Tx, loaded: &Loaded, changes: &Changes) -> Result<()> {
    if changes.leads.is_none() && changes.subjects.is_none() && changes.referrals.is_none() {
        return Ok(());
    }
    let mut rests_on = store::basis_of(tx.connection(), loaded.row.id).await?;
    let before = rests_on.clone();
    if let Some(leads) = &changes.leads {
        rests_on.leads.clone_from(leads);
    }
    if let Some(subjects) = &changes.subjects {
        rests_on.subjects.clone_from(subjects);
    }
    if let Some(referrals) = &changes.referrals {
        rests_on.referrals.clone_from(referrals);
    }
    let mut new = rests_on.clone();
    new.leads.retain(|lead| !before.leads.contains(lead));
    new.subjects.retain(|subject| !before.subjects.contains(subject));
    new.referrals.retain(|referral| !before.referrals.contains(referral));
    let keeps_a_lead = rests_on.leads.iter().any(|lead| before.leads.contains(lead));
    basis::check(viewer, tx, &new, loaded.row.own_case || keeps_a_lead).await?;
    basis::put(tx, loaded.row.id, Some(loaded.row.lead_agency_id), &rests_on).await
}

async fn changed(app: &App, tx: Tx, viewer: &Viewer, loaded: Loaded, mutation: &'static str) -> Result<Uuid> {
    let detail = json!({ "state": loaded.row.state });
    let done = Done {
        mutation,
        detail: &detail,
        news: Vec::new(),
        compares: true,
    };
    finish(app, tx, viewer, loaded.row, done).await
}

/// The row of a new site.
///
/// # Errors
/// `BAD_USER_INPUT`.
pub(super) fn site_row(app: &App, tx: &Tx, action: Uuid, position: i32, new: &NewSite, field: &str) -> Result<SiteRow> {
    let site = rules::site(field, new)?;
    let place_hash = place_hash(app, &site.country, &site.address);
    Ok(SiteRow {
        id: app.ids.id(tx.now()),
        action_id: action,
        position,
        kind: site.kind.code().to_owned(),
        country: site.country,
        division_code: site.division_code,
        address: site.address,
        place_hash,
        latitude_e6: site.place.map(|(latitude, _)| latitude),
        longitude_e6: site.place.map(|(_, longitude)| longitude),
        removed_at: None,
    })
}

/// Adds a site.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`, `BAD_USER_INPUT`, `IDEMPOTENCY_MISMATCH`.
pub(crate) async fn add_site(
    app: &App,
    viewer: &Viewer,
    key: &str,
    (id, expected): (Uuid, i32),
    new: NewSite,
) -> Result<Uuid> {
    let tx = app.begin().await?;
    store::take_turn(&tx).await?;
    let seen = load(&tx, viewer, id).await?;
    let claim = match claim(&tx, viewer.person, "addActionSite", key, &(id, &new)).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(_) => return Ok(seen.row.id),
    };
    let loaded = open(&tx, viewer, id, expected).await?;
    let sites = store::sites_of(tx.connection(), &[id]).await?;
    if sites.len() >= MOST_SITES {
        return Err(ApiError::input(
            "site",
            format!("An action has at most {MOST_SITES} sites."),
        ));
    }
    let position = sites.last().map_or(0, |site| site.position + 1);
    let site = site_row(app, &tx, id, position, &new, "site")?;
    claim.keep(&tx, &[site.id]).await?;
    store::site_insert(&tx, site).await?;
    changed(app, tx, viewer, loaded, "addActionSite").await
}

/// Takes a site away.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`, `BAD_USER_INPUT` where the action has no such site.
pub(crate) async fn remove_site(app: &App, viewer: &Viewer, id: Uuid, expected: i32, site: Uuid) -> Result<Uuid> {
    let tx = app.begin().await?;
    let loaded = open(&tx, viewer, id, expected).await?;
    if !store::site_remove(&tx, id, site).await? {
        return Err(ApiError::input("siteId", "The action has no such site."));
    }
    changed(app, tx, viewer, loaded, "removeActionSite").await
}
