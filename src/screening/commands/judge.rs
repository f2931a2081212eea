//! Somebody looks at what waits and says what it is.

use jiff::Timestamp;
use serde_json::json;
use uuid::Uuid;

use super::{
    found::become_lead,
    knowledge::{day_of, may_act_for, offers},
    line_if,
    scope::may_judge,
    screen::tell,
};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    permissions::{Action, Viewer},
    platform::{
        clock::micros,
        db::{Tx, code},
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
    },
    rights,
    screening::{
        rules::queue::{Dismissal, Judgement, ScreenedState, Step, next},
        store::{self, Reach, ScreenedRow},
    },
};

/// What somebody says.
#[derive(Debug, Clone)]
pub(crate) struct Judging {
    pub(crate) judgement: Judgement,
    /// With `DISMISS`.
    pub(crate) dismissal: Option<Dismissal>,
    pub(crate) note: Option<String>,
}

/// Judges a listing. One that is confirmed becomes a lead at once, or, where that does not work out now, by the worker.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED`; `BAD_USER_INPUT` where a dismissal lacks its reason or
/// something else has one; `RIGHT_NOT_IN_FORCE` where no right is in force behind the brand (I34); `AUTHORIZED_SELLER` where
/// the brand stands by the seller.
pub(crate) async fn judge(app: &App, viewer: &Viewer, id: Uuid, expected: i32, given: Judging) -> Result<ScreenedRow> {
    let tx = app.begin().await?;
    let (mut row, owner) = loaded(&tx, viewer, (id, expected)).await?;
    let after = next(code(&row.state)?, Step::Judge(given.judgement)).ok_or(ErrorCode::TransitionNotAllowed)?;
    match (given.judgement, given.dismissal) {
        (Judgement::Dismiss, None) => return Err(ApiError::input("dismissal", "Say why.")),
        (Judgement::Confirm | Judgement::Skip, Some(_)) => {
            return Err(ApiError::input("dismissal", "Only with the judgement DISMISS."));
        }
        (Judgement::Confirm, None) => may_be_accused(&tx, &row, tx.now()).await?,
        (Judgement::Dismiss, Some(_)) | (Judgement::Skip, None) => {}
    }
    <&str>::from(after).clone_into(&mut row.state);
    row.dismissal = given.dismissal.map(|dismissal| <&str>::from(dismissal).to_owned());
    row.note = line_if("note", given.note.as_deref(), 500)?;
    row.judged_by = Some(viewer.person);
    row.judged_at = Some(micros(tx.now()));
    row.claimed_until = micros(tx.now());
    let row = keep(app, viewer, tx, row, owner, "judgeScreenedListing").await?;
    if after != ScreenedState::Confirmed {
        return Ok(row);
    }
    match Box::pin(become_lead(app, row.clone())).await {
        Ok(row) => Ok(row),
        Err(error) => {
            tracing::warn!(code = error.code.as_str(), "a confirmed listing becomes a lead later");
            Ok(row)
        }
    }
}

/// Takes a dismissal back, or what was put off; it waits again.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`; `TRANSITION_NOT_ALLOWED` also for what became a lead: a lead is retracted.
pub(crate) async fn undo(app: &App, viewer: &Viewer, id: Uuid, expected: i32) -> Result<ScreenedRow> {
    let tx = app.begin().await?;
    let (mut row, owner) = loaded(&tx, viewer, (id, expected)).await?;
    let after = next(code(&row.state)?, Step::Undo).ok_or(ErrorCode::TransitionNotAllowed)?;
    <&str>::from(after).clone_into(&mut row.state);
    row.dismissal = None;
    row.note = None;
    row.judged_by = None;
    row.judged_at = None;
    keep(app, viewer, tx, row, owner, "undoScreeningJudgement").await
}

/// A listing that the viewer sees and may judge, with whose brand it is about.
async fn loaded(tx: &Tx, viewer: &Viewer, (id, expected): (Uuid, i32)) -> Result<(ScreenedRow, Uuid)> {
    let reach = Reach::of(viewer, Action::ScreeningRead, tx.now());
    let row = store::screened_find(tx.connection(), &reach, id).await?;
    let (owner, _) = store::brand_of(tx.connection(), row.brand_id)
        .await?
        .ok_or_else(ApiError::not_found)?;
    if !may_judge(viewer, owner, row.brand_id, tx.now()) {
        return Err(ErrorCode::Forbidden.into());
    }
    if row.version != expected {
        return Err(ErrorCode::StaleVersion.into());
    }
    Ok((row, owner))
}

/// Whether a listing may be called an infringement of the brand: on the strength of a right, and not of whom the brand stands
/// by.
async fn may_be_accused(tx: &Tx, row: &ScreenedRow, now: Timestamp) -> Result<()> {
    let connection = tx.connection();
    if !may_act_for(connection, row.brand_id, day_of(now)).await? {
        return Err(ErrorCode::RightNotInForce.into());
    }
    let listing = store::listings_of(connection, &[row.listing_id])
        .await?
        .remove(&row.listing_id);
    let Some(listing) = listing else { return Ok(()) };
    let offers = offers(connection, &[&listing]).await?;
    let Some((offer, _)) = offers.get(&listing.id) else {
        return Ok(());
    };
    let (platform, shop) = (offer.platform.as_deref(), offer.shop_id.as_deref());
    let seller = offer.seller.as_deref();
    let found = rights::authorized_matches(connection, row.brand_id, platform, shop, seller, now).await?;
    if found.is_empty() {
        Ok(())
    } else {
        Err(ErrorCode::AuthorizedSeller.into())
    }
}

async fn keep(
    app: &App,
    viewer: &Viewer,
    tx: Tx,
    row: ScreenedRow,
    owner: Uuid,
    action: &'static str,
) -> Result<ScreenedRow> {
    let row = store::screened_save(&tx, row).await?;
    tell(app, &tx, &row, Some(owner)).await?;
    let detail = json!({ "state": row.state, "dismissal": row.dismissal, "model": row.model, "version": row.version });
    let act = Act::on(Category::Content, action, IdKind::ScreenedListing, row.id).with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    Ok(row)
}
