//! Writing what tells fakes apart.

use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{
    feature_to_change, finish, first, holder, locked,
    share::{facts, readers, selects, spread_feature},
    state_of,
};
use crate::{
    app::App,
    permissions::{Viewer, audience::Tlp},
    platform::{
        clock::micros,
        db::{
            Tx, code,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, ErrorCode, Result},
        ids::{IdKind, encode},
    },
    products::{
        rules::{MOST_FEATURES, MOST_READERS, NewFeature, ProductStep, feature_tlp, is_own, permit, take},
        store::{self, FeatureRow, ProductRow},
    },
};

/// What is claimed by an idempotency key.
#[derive(Serialize)]
struct Asked<'a> {
    product: Uuid,
    new: &'a NewFeature,
}

/// Adds to a sheet what tells fakes apart; gives its id.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `TLP_CEILING`, `TRANSITION_NOT_ALLOWED` where the sheet is out of use,
/// `LIMIT_EXCEEDED`, `IDEMPOTENCY_MISMATCH`.
pub async fn add_feature(app: &App, viewer: &Viewer, key: &str, product: Uuid, new: &NewFeature) -> Result<Uuid> {
    let tx = app.begin().await?;
    let sheet = locked(&tx, viewer, product).await?;
    permit(viewer, holder(&sheet), tx.now())?;
    let asked = Asked { product, new };
    let claim = match claim(&tx, viewer.person, "addFakeFeature", key, &asked).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => return first(&ids),
    };
    take(ProductStep::Edit, state_of(&sheet)?)?;
    let written = new.facts()?;
    let tlp = feature_tlp(viewer, holder(&sheet), (new.tlp, new.detectability), None)?;
    let held = store::features_any_of(tx.connection(), &[sheet.id]).await?;
    if held.iter().filter(|held| held.retired_at.is_none()).count() >= MOST_FEATURES {
        return Err(ErrorCode::LimitExceeded.into());
    }
    let now = micros(tx.now());
    let row = FeatureRow {
        id: app.ids.id(tx.now()),
        product_id: sheet.id,
        feature: written.feature,
        genuine: written.genuine,
        fake: written.fake,
        detectability: new.detectability.code().to_owned(),
        tlp: <&str>::from(tlp).to_owned(),
        created_by: viewer.person,
        created_at: now,
        updated_at: now,
        retired_at: None,
        version: 1,
    };
    store::feature_insert(&tx, &row).await?;
    kept(app, &tx, viewer, &sheet, (&row, tlp), &new.readers).await?;
    claim.keep(&tx, &[row.id]).await?;
    told(app, tx, viewer, "addFakeFeature", &row).await?;
    Ok(row.id)
}

/// Writes a feature anew; how it stood is kept. Gives its id.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `BAD_USER_INPUT`, `TLP_CEILING`, `TRANSITION_NOT_ALLOWED` where it is retired or its
/// sheet is out of use.
pub async fn change_feature(
    app: &App,
    viewer: &Viewer,
    (id, expected_version): (Uuid, i32),
    new: &NewFeature,
) -> Result<Uuid> {
    let tx = app.begin().await?;
    let (sheet, mut row) = feature_to_change(&tx, viewer, id, expected_version).await?;
    let written = new.facts()?;
    let before: Tlp = code(&row.tlp)?;
    let tlp = feature_tlp(viewer, holder(&sheet), (new.tlp, new.detectability), Some(before))?;
    row.feature = written.feature;
    row.genuine = written.genuine;
    row.fake = written.fake;
    new.detectability.code().clone_into(&mut row.detectability);
    <&str>::from(tlp).clone_into(&mut row.tlp);
    let row = store::feature_save(&tx, row).await?;
    kept(app, &tx, viewer, &sheet, (&row, tlp), &new.readers).await?;
    told(app, tx, viewer, "updateFakeFeature", &row).await?;
    Ok(row.id)
}

/// Takes a feature out of use: only the holder's side sees it from then on. Gives its id.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED` where it is retired or its sheet is out of use.
pub async fn retire_feature(app: &App, viewer: &Viewer, id: Uuid, expected_version: i32) -> Result<Uuid> {
    let tx = app.begin().await?;
    let (sheet, mut row) = feature_to_change(&tx, viewer, id, expected_version).await?;
    row.retired_at = Some(micros(tx.now()));
    let row = store::feature_save(&tx, row).await?;
    spread_feature(&tx, &sheet, &row).await?;
    told(app, tx, viewer, "retireFakeFeature", &row).await?;
    Ok(row.id)
}

/// Keeps how a feature stands and who is named for it, and who sees it by that.
async fn kept(
    app: &App,
    tx: &Tx,
    viewer: &Viewer,
    sheet: &ProductRow,
    (row, tlp): (&FeatureRow, Tlp),
    wanted: &[Uuid],
) -> Result<()> {
    store::revision_insert(tx, app.ids.id(tx.now()), row, viewer.person).await?;
    let people = named(tx, viewer, sheet, tlp, wanted).await?;
    store::readers_set(tx, row.id, &people).await?;
    spread_feature(tx, sheet, row).await
}

/// The people who are named: nobody but under RED, and then always somebody of the holder.
///
/// # Errors
/// `BAD_USER_INPUT` at `readerIds`.
async fn named(tx: &Tx, viewer: &Viewer, sheet: &ProductRow, tlp: Tlp, wanted: &[Uuid]) -> Result<Vec<Uuid>> {
    let mut people = wanted.to_vec();
    people.sort_unstable();
    people.dedup();
    if tlp != Tlp::Red {
        return match people.is_empty() {
            true => Ok(people),
            false => Err(ApiError::input("readerIds", "People are named for what is RED.")),
        };
    }
    if people.len() > MOST_READERS {
        let text = format!("At most {MOST_READERS} people can be named.");
        return Err(ApiError::input("readerIds", text));
    }
    if people.is_empty() && is_own(viewer, holder(sheet)) {
        people.push(viewer.person);
    }
    let found = readers(tx.connection(), &people).await?;
    let facts = facts(tx.connection(), sheet).await?;
    if found.len() != people.len() || !found.iter().all(|reader| selects(&facts, reader)) {
        let text = "Name active people of the holder, or of those whom it selected.";
        return Err(ApiError::input("readerIds", text));
    }
    match found.iter().any(|reader| reader.organization == sheet.organization_id) {
        true => Ok(people),
        false => Err(ApiError::input("readerIds", "Name somebody of the holder, too.")),
    }
}

/// Writes the audit entry and commits; it says nothing of what is written there.
async fn told(app: &App, tx: Tx, viewer: &Viewer, verb: &'static str, row: &FeatureRow) -> Result<()> {
    let detail = json!({
        "product": encode(IdKind::Product, row.product_id), "tlp": row.tlp, "detectability": row.detectability,
    });
    finish(app, tx, viewer, (verb, IdKind::Feature, row.id), &detail).await
}
