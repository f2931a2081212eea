//! Reading what tells fakes apart: somebody else's is written down before it is shown (I38).

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;
use uuid::Uuid;

use super::{finish, holder, sight};
use crate::{
    app::App,
    audience::Sight,
    audit::{self, Act, Actor, Category},
    members::rules::facts,
    permissions::{Action, Viewer, audience::Tlp},
    platform::{
        error::{ApiError, Result},
        ids::{IdKind, encode},
    },
    products::{
        rules::is_own,
        store::{self, FeatureRow},
    },
};

/// The features of some sheets that the viewer sees, the first one first. Where some of another house are AMBER+STRICT, the
/// reading is in the audit log before they are shown; RED ones say nothing yet, see [`reveal_feature`].
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(in crate::products) async fn features_shown(
    app: &App,
    viewer: &Viewer,
    products: &[Uuid],
) -> Result<Vec<FeatureRow>> {
    let sight = Sight::of(viewer, Action::ProductRead, app.now());
    let rows = store::features_seen_of(app.db.read(), &sight, products).await?;
    let strict = rows.iter().filter(|row| row.tlp == <&str>::from(Tlp::AmberStrict));
    let mut counts: BTreeMap<Uuid, usize> = BTreeMap::new();
    for row in strict {
        *counts.entry(row.product_id).or_default() += 1;
    }
    let ids: Vec<Uuid> = counts.keys().copied().collect();
    let sheets = store::products_seen(app.db.read(), &sight, &ids).await?;
    let others: BTreeSet<Uuid> = sheets
        .iter()
        .filter(|sheet| !is_own(viewer, holder(sheet)))
        .map(|sheet| sheet.id)
        .collect();
    if others.is_empty() {
        return Ok(rows);
    }
    let tx = app.begin().await?;
    let mut proof = None;
    for product in others {
        let detail = json!({ "features": counts.get(&product), "tlp": <&str>::from(Tlp::AmberStrict) });
        let act = Act::on(Category::Admin, "readFakeFeatures", IdKind::Product, product).with(&detail);
        proof = Some(audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?);
    }
    if let Some(proof) = proof {
        tx.commit(proof).await?;
    }
    Ok(rows)
}

/// A feature with all that is written in it, for a purpose that is in the audit log.
///
/// # Errors
/// `NOT_FOUND`, `BAD_USER_INPUT` without a purpose.
pub(in crate::products) async fn reveal_feature(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    purpose: &str,
) -> Result<FeatureRow> {
    let tx = app.begin().await?;
    let row = store::features_seen(tx.connection(), &sight(&tx, viewer), &[id])
        .await?
        .pop();
    let row = row.ok_or_else(ApiError::not_found)?;
    let purpose = facts::text("purpose", Some(purpose), facts::MAX_REASON)?;
    let purpose = purpose.ok_or_else(|| ApiError::input("purpose", "Say what for."))?;
    let detail = json!({
        "product": encode(IdKind::Product, row.product_id), "tlp": row.tlp, "purpose": purpose,
    });
    finish(app, tx, viewer, ("revealFakeFeature", IdKind::Feature, id), &detail).await?;
    Ok(row)
}
