//! Writing a lead: create, change the draft, submit.

use std::collections::HashMap;

use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{
    Loaded, follow, handling, line, load, load_locked, reads, reference,
    tell::{News, tell},
    text,
};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    leads::{
        listing_url::{self, ListingUrlError},
        rules::{
            self, Channel, HandlingPolicy, InfringementType, LeadSource, LeadState, LeadStep, Priority, TimelineKind,
        },
        store::{self, ItemRow, LeadRow, Touch},
    },
    permissions::{
        Action, Target, Viewer,
        audience::{HandlingCode, Tlp},
        viewer::OrganizationKind,
    },
    platform::{
        clock::{NEVER, micros},
        db::{
            Recorded, Tx,
            idempotency::{self, Idempotency},
        },
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
        money::Money,
    },
};

/// Most items a lead may have.
const MAX_ITEMS: usize = 100;

/// One listing or product of a lead to be.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct NewItem {
    pub(crate) brand: Option<Uuid>,
    pub(crate) title: String,
    pub(crate) url: Option<String>,
    /// Platform and id where they are known although the address does not tell.
    pub(crate) known: Option<(String, String)>,
    pub(crate) seller: Option<String>,
    pub(crate) shop_id: Option<String>,
    pub(crate) price: Option<Money>,
    /// Microseconds.
    pub(crate) captured_at: Option<i64>,
}

/// A lead to be.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct NewLead {
    #[serde(skip)]
    pub(crate) idempotency_key: String,
    pub(crate) title: String,
    pub(crate) summary: Option<String>,
    pub(crate) tlp: &'static str,
    pub(crate) handling_code: &'static str,
    pub(crate) handling: HandlingPolicy,
    pub(crate) source: Option<LeadSource>,
    pub(crate) channel: Channel,
    pub(crate) infringement_types: Vec<InfringementType>,
    pub(crate) country: Option<String>,
    pub(crate) division_code: Option<String>,
    pub(crate) estimated_value: Option<Money>,
    pub(crate) priority: Option<Priority>,
    pub(crate) items: Vec<NewItem>,
    pub(crate) on_behalf_of: Option<Uuid>,
    /// The lead of which this is a copy without what must not travel.
    pub(crate) sanitized_from: Option<Uuid>,
    /// Hash of the imported line it was made of.
    #[serde(skip)]
    pub(crate) imported_as: Option<String>,
    /// Whether screening found it.
    #[serde(skip)]
    pub(crate) found: bool,
}

/// Changes to a draft; what is `None` stays.
#[derive(Debug, Clone, Default)]
pub(crate) struct Changes {
    pub(crate) title: Option<String>,
    pub(crate) summary: Option<String>,
    pub(crate) infringement_types: Option<Vec<InfringementType>>,
    pub(crate) country: Option<String>,
    pub(crate) division_code: Option<String>,
    pub(crate) estimated_value: Option<Money>,
    pub(crate) add_items: Vec<NewItem>,
}

/// A draft as it was found or made.
pub(super) enum Written {
    /// By an earlier request with the same key.
    Before(LeadRow),
    /// In this transaction.
    Now(LeadRow, Recorded),
}

/// Writes a draft, or finds the one that was written for the same key.
pub(super) async fn write(app: &App, viewer: &Viewer, tx: &Tx, new: &NewLead) -> Result<Written> {
    let owner = new.on_behalf_of.unwrap_or(viewer.organization);
    let brands: Vec<Uuid> = new.items.iter().filter_map(|item| item.brand).collect();
    if !viewer.may(
        Action::LeadCreate,
        Target {
            organization: owner,
            brands: &brands,
        },
        tx.now(),
    ) {
        return Err(ErrorCode::Forbidden.into());
    }
    let claim = match idempotency::claim(tx, viewer.person, "createLead", &new.idempotency_key, new).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => return Ok(Written::Before(replay(tx, viewer, &ids).await?)),
    };
    let source = match new.sanitized_from {
        Some(source) => Some(copied(tx, viewer, source, owner).await?),
        None => None,
    };
    let row = new_row(app, viewer, owner, tx, new)?;
    store::lead_insert(tx, row.clone()).await?;
    let items = item_rows(app, tx, viewer, (row.id, 0), &new.items).await?;
    store::items_insert(tx, items.clone()).await?;
    store::index_lead(tx, &row).await?;
    for item in &items {
        store::index_item(tx, item).await?;
    }
    store::rewrite_audience(tx, &row).await?;
    follow::begin_watching(tx, viewer, row.id).await?;
    let facts = store::facts(tx.connection(), &row).await?;
    if !reads(viewer, &facts, tx.now()) {
        return Err(ApiError::input(
            "tlp",
            "With this marking you could not read your own lead.",
        ));
    }
    tell(
        tx,
        app,
        Actor::Person(viewer),
        &row,
        &facts,
        News::to_viewers(TimelineKind::Created),
    )
    .await?;
    if let Some(source) = source {
        let news = News::to_keepers(TimelineKind::Copied).with(row.reference.clone());
        tell(tx, app, Actor::Person(viewer), &source.lead, &source.facts, news).await?;
    }
    if let Some(hash) = &new.imported_as {
        store::import_insert(tx, owner, hash, row.id).await?;
    }
    claim.keep(tx, &[row.id]).await?;
    let detail = json!({ "items": items.len(), "tlp": row.tlp });
    let act = Act::on(Category::Content, "createLead", IdKind::Lead, row.id)
        .of_lead(row.id)
        .with(&detail);
    let proof = audit::record(tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    Ok(Written::Now(row, proof))
}

/// The lead of which a copy is to be written: nothing of it goes over by itself, so that each word is the author's choice.
/// It is the only way down in TLP (I25).
async fn copied(tx: &Tx, viewer: &Viewer, id: Uuid, owner: Uuid) -> Result<Loaded> {
    let source = load_locked(tx, viewer, id).await?;
    if !source.kept_by(viewer, Action::LeadShare, tx.now()) {
        return Err(ErrorCode::Forbidden.into());
    }
    if !rules::may_be_copied(source.state) {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    if source.lead.owner_id != owner {
        return Err(ApiError::input(
            "sanitizedFromId",
            "A copy belongs to the owner of the lead.",
        ));
    }
    Ok(source)
}

async fn replay(tx: &Tx, viewer: &Viewer, ids: &[Uuid]) -> Result<LeadRow> {
    let id = ids.first().copied().ok_or_else(ApiError::not_found)?;
    Ok(load(tx.connection(), viewer, id, tx.now()).await?.lead)
}

fn new_row(app: &App, viewer: &Viewer, owner: Uuid, tx: &Tx, new: &NewLead) -> Result<LeadRow> {
    let now = micros(tx.now());
    let (country, division_code) = place(new.country.as_deref(), new.division_code.as_deref())?;
    let mut row = LeadRow {
        id: app.ids.id(tx.now()),
        reference: reference(app, tx.now()),
        owner_id: owner,
        created_by: viewer.person,
        on_behalf_by: new
            .on_behalf_of
            .map(|_| viewer.organization)
            .filter(|agent| *agent != owner),
        source: source(viewer.kind, new).code().to_owned(),
        channel: new.channel.code().to_owned(),
        title: line("title", &new.title, 200)?,
        summary: summary(new.summary.as_deref())?,
        infringement_types: types(&new.infringement_types)?,
        country,
        division_code,
        grade: None,
        priority: new.priority.unwrap_or(Priority::Normal).rank(),
        tlp: new.tlp.to_owned(),
        handling_code: new.handling_code.to_owned(),
        state: <&str>::from(LeadState::Draft).to_owned(),
        community: false,
        items_open: false,
        value_minor: new.estimated_value.as_ref().map(|value| value.minor),
        value_currency: new.estimated_value.as_ref().map(|value| value.currency.clone()),
        outcome: None,
        reject_reason: None,
        override_reason: None,
        submitted_at: None,
        shared_at: None,
        version: 1,
        content_version: 1,
        created_at: now,
        updated_at: now,
        content_updated_at: now,
        permitted_actions: String::new(),
        notification: String::new(),
        attribution: String::new(),
        sanitized_from: new.sanitized_from,
        merged_into: None,
        usable_until: NEVER,
        sandbox_until: sandbox_until(viewer, tx)?,
    };
    handling::put(&mut row, new.handling, now, "handling.usableUntil")?;
    Ok(row)
}

/// Until when a lead of a sandbox is seen.
fn sandbox_until(viewer: &Viewer, tx: &Tx) -> Result<Option<i64>> {
    if viewer.sandbox().is_none() {
        return Ok(None);
    }
    let until = tx
        .now()
        .checked_add(rules::SEEN_IN_SANDBOX)
        .map_err(ApiError::internal)?;
    Ok(Some(micros(until)))
}

/// A member's lead is a member's; only the secretariat and platforms say otherwise, and what a model found is its.
fn source(kind: OrganizationKind, new: &NewLead) -> LeadSource {
    match kind {
        _ if new.found => LeadSource::Model,
        OrganizationKind::MemberBrand
        | OrganizationKind::AgentFirm
        | OrganizationKind::Lab
        | OrganizationKind::Auditor => LeadSource::Member,
        OrganizationKind::Association => LeadSource::Association,
        OrganizationKind::LeAgency => LeadSource::Le,
        OrganizationKind::Platform => new
            .source
            .filter(|source| *source == LeadSource::Model)
            .unwrap_or(LeadSource::Partner),
        OrganizationKind::Secretariat => new.source.unwrap_or(LeadSource::Member),
    }
}

fn summary(raw: Option<&str>) -> Result<Option<String>> {
    raw.filter(|raw| !raw.trim().is_empty())
        .map(|raw| text("summary", raw, 5_000))
        .transpose()
}

fn types(types: &[InfringementType]) -> Result<String> {
    if types.is_empty() {
        return Err(ApiError::input("infringementTypes", "Choose at least one."));
    }
    let mut types = types.to_vec();
    types.sort_unstable();
    types.dedup();
    serde_json::to_string(&types).map_err(ApiError::internal)
}

fn place(country: Option<&str>, division: Option<&str>) -> Result<(Option<String>, Option<String>)> {
    let country = country.map(str::trim).filter(|country| !country.is_empty());
    let division = division.map(str::trim).filter(|division| !division.is_empty());
    if country.is_some_and(|country| country.len() != 2 || !country.bytes().all(|byte| byte.is_ascii_uppercase())) {
        return Err(ApiError::input(
            "country",
            "Give the two capital letters of ISO 3166-1.",
        ));
    }
    if division.is_some() && country.is_none() {
        return Err(ApiError::input("divisionCode", "A division needs its country."));
    }
    let plain = |code: &str| code.len() <= 12 && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if division.is_some_and(|division| !plain(division)) {
        return Err(ApiError::input(
            "divisionCode",
            "Give at most 12 letters, digits or hyphens.",
        ));
    }
    Ok((country.map(str::to_owned), division.map(str::to_owned)))
}

async fn item_rows(
    app: &App,
    tx: &Tx,
    viewer: &Viewer,
    (lead, offset): (Uuid, usize),
    items: &[NewItem],
) -> Result<Vec<ItemRow>> {
    if offset + items.len() > MAX_ITEMS {
        return Err(ApiError::input(
            "items",
            format!("A lead has at most {MAX_ITEMS} items."),
        ));
    }
    let brands: Vec<Uuid> = items.iter().filter_map(|item| item.brand).collect();
    let known: HashMap<Uuid, bool> = store::active_brands(tx.connection(), &brands, viewer.sandbox()).await?;
    let row = |(index, item): (usize, &NewItem)| item_row(app, tx, lead, (offset, index), item, &known);
    items.iter().enumerate().map(row).collect()
}

fn item_row(
    app: &App,
    tx: &Tx,
    lead: Uuid,
    (offset, index): (usize, usize),
    item: &NewItem,
    brands: &HashMap<Uuid, bool>,
) -> Result<ItemRow> {
    let field = |name: &str| format!("items.{index}.{name}");
    if item.brand.is_some_and(|brand| brands.get(&brand) != Some(&true)) {
        return Err(ApiError::input(&field("brandId"), "There is no such brand."));
    }
    let url = item.url.as_deref().map(str::trim).filter(|url| !url.is_empty());
    let listing = url
        .map(listing_url::canonicalize)
        .transpose()
        .map_err(|error| ApiError::input(&field("url"), describe(error)))?;
    let short = |name: &str, value: &Option<String>| -> Result<Option<String>> {
        value
            .as_deref()
            .filter(|value| !value.trim().is_empty())
            .map(|value| line(&field(name), value, 200))
            .transpose()
    };
    let (platform, kind, listing_id) = match (&item.known, &listing) {
        (Some((platform, id)), _) => (Some(platform.clone()), Some("listing".to_owned()), Some(id.clone())),
        (None, Some(listing)) => (
            Some(listing.platform.clone()),
            Some(<&str>::from(listing.kind).to_owned()),
            listing.id.clone(),
        ),
        (None, None) => (None, None, None),
    };
    Ok(ItemRow {
        id: app.ids.id(tx.now()),
        lead_id: lead,
        position: i32::try_from(offset + index).unwrap_or(i32::MAX),
        brand_id: item.brand,
        title: line(&field("title"), &item.title, 300)?,
        url: url.map(str::to_owned),
        platform,
        listing_kind: kind,
        listing_id,
        canonical_url: listing.map(|listing| listing.canonical_url),
        seller: short("seller", &item.seller)?,
        shop_id: short("shopId", &item.shop_id)?,
        price_minor: item.price.as_ref().map(|price| price.minor),
        price_currency: item.price.as_ref().map(|price| price.currency.clone()),
        captured_at: item.captured_at,
    })
}

fn describe(error: ListingUrlError) -> String {
    format!("This is not a web address we can use: {error}.")
}

/// Changes a draft.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED` once it was submitted, `STALE_VERSION`, `BAD_USER_INPUT`.
pub(crate) async fn update(app: &App, viewer: &Viewer, id: Uuid, expected: i32, changes: Changes) -> Result<LeadRow> {
    let tx = app.begin().await?;
    let mut loaded = load_locked(&tx, viewer, id).await?;
    loaded.step(viewer, Action::LeadCreate, LeadStep::Update, tx.now())?;
    let Loaded { mut lead, facts, .. } = loaded;
    apply(&mut lead, &changes)?;
    let lead = store::lead_update(&tx, lead, expected, Touch::Content).await?;
    let items = item_rows(app, &tx, viewer, (id, facts.items.len()), &changes.add_items).await?;
    store::items_insert(&tx, items.clone()).await?;
    store::index_lead(&tx, &lead).await?;
    for item in &items {
        store::index_item(&tx, item).await?;
    }
    finish(app, viewer, tx, lead, "updateLead", TimelineKind::Updated).await
}

fn apply(lead: &mut LeadRow, changes: &Changes) -> Result<()> {
    if let Some(title) = &changes.title {
        lead.title = line("title", title, 200)?;
    }
    if let Some(new) = &changes.summary {
        lead.summary = summary(Some(new))?;
    }
    if let Some(new) = &changes.infringement_types {
        lead.infringement_types = types(new)?;
    }
    if changes.country.is_some() || changes.division_code.is_some() {
        let country = changes.country.as_deref().or(lead.country.as_deref());
        let division = changes.division_code.as_deref().or(lead.division_code.as_deref());
        (lead.country, lead.division_code) = place(country, division)?;
    }
    if let Some(value) = &changes.estimated_value {
        lead.value_minor = Some(value.minor);
        lead.value_currency = Some(value.currency.clone());
    }
    Ok(())
}

/// Hands a draft in.
///
/// # Errors
/// As [`update`]; `TLP_CEILING` where its TLP is wider than the viewer's role may open.
pub(crate) async fn submit(app: &App, viewer: &Viewer, id: Uuid, expected: i32) -> Result<LeadRow> {
    let tx = app.begin().await?;
    let mut loaded = load_locked(&tx, viewer, id).await?;
    loaded.step(viewer, Action::LeadCreate, LeadStep::Submit, tx.now())?;
    if loaded.facts.items.is_empty() {
        return Err(ApiError::input("items", "Add at least one item before submitting."));
    }
    if loaded.facts.lead.tlp < viewer.widest_tlp() {
        return Err(ErrorCode::TlpCeiling.into());
    }
    let mut lead = loaded.lead;
    lead.submitted_at = Some(micros(tx.now()));
    let lead = store::lead_update(&tx, lead, expected, Touch::Content).await?;
    finish(app, viewer, tx, lead, "submitLead", TimelineKind::Submitted).await
}

/// Rewrites the audience, tells every viewer, audits and commits.
pub(super) async fn finish(
    app: &App,
    viewer: &Viewer,
    tx: Tx,
    lead: LeadRow,
    action: &'static str,
    kind: TimelineKind,
) -> Result<LeadRow> {
    conclude(app, viewer, tx, lead, action, News::to_viewers(kind)).await
}

/// [`finish`] with other news.
pub(super) async fn conclude(
    app: &App,
    viewer: &Viewer,
    tx: Tx,
    lead: LeadRow,
    action: &'static str,
    news: News<'_>,
) -> Result<LeadRow> {
    let proof = record(app, Actor::Person(viewer), &tx, &lead, action, news).await?;
    tx.commit(proof).await?;
    Ok(lead)
}

/// [`conclude`] before the commit, whoever did it.
pub(super) async fn record(
    app: &App,
    actor: Actor<'_>,
    tx: &Tx,
    lead: &LeadRow,
    action: &'static str,
    news: News<'_>,
) -> Result<Recorded> {
    store::rewrite_audience(tx, lead).await?;
    let facts = store::facts(tx.connection(), lead).await?;
    tell(tx, app, actor, lead, &facts, news).await?;
    let detail = json!({ "state": lead.state, "tlp": lead.tlp, "version": lead.version });
    let act = Act::on(Category::Content, action, IdKind::Lead, lead.id)
        .of_lead(lead.id)
        .with(&detail);
    audit::record(tx, app.ids.as_ref(), actor, act).await
}

/// The codes of a TLP and a handling code, as the row keeps them.
pub(crate) fn marking(tlp: Tlp, handling_code: HandlingCode) -> (&'static str, &'static str) {
    (tlp.into(), handling_code.into())
}
