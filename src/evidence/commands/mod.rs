//! What can be done to evidence: one transaction each: authorise → load → decide → save → write down → audit → publish.

mod attach;
mod chain;
mod destroy;
mod fetch;
mod hands;
mod hold;
mod likeness;
mod link;
mod receive;
mod stamp;
mod stored;
mod tidy;
mod transfer;
mod verify;

use jiff::Timestamp;
use uuid::Uuid;

use super::{
    rules::{self, EvidenceStep, OnItsWay, Scene, Standing},
    store::{self, ItemRow},
};
use crate::{
    app::App,
    audience::Sight,
    audit::{self, Act, Actor, Category},
    leads::{self, EvidenceOf},
    permissions::{Action, Viewer},
    platform::{
        db::{Connection, Tx},
        error::{ErrorCode, Result},
        ids::IdKind,
    },
};

pub use attach::{NewEvidence, attach};
pub(crate) use attach::{NewSample, keep_sample};
pub use chain::{CustodyAct, record_custody};
pub use destroy::{approve_destruction, ask_destruction, refuse_destruction};
pub use fetch::{Content, Fetched, fetch};
pub(crate) use hands::{dispose_of, hand_over, record_by_hand, take_back, take_over, turn_away};
pub use hold::{lift_hold, place_hold};
pub use likeness::look_at_pictures;
pub use link::{Presented, glance, open};
pub use receive::{NotReceived, Uploaded, receive};
pub use stamp::stamp;
pub use stored::{
    KeptReport, check_stored, is_as_kept, keep_made, kept_content, stored_content, stored_file, take_upload, write_made,
};
pub use tidy::{alarm, tidy};
pub use transfer::{NewTransfer, confirm_transfer, refuse_transfer, send, withdraw_transfer};
pub use verify::{Fault, Report, verify};

/// A piece of evidence loaded for a command: the viewer sees it, and nobody changes it or its lead until the transaction
/// ends.
struct Loaded {
    row: ItemRow,
    lead: EvidenceOf,
    standing: Standing,
}

/// Loads a piece that the viewer sees, to change it.
///
/// # Errors
/// `NOT_FOUND` before anything else is looked at; nobody waits for, or holds up, what is not visible.
async fn load_locked(tx: &Tx, viewer: &Viewer, id: Uuid) -> Result<Loaded> {
    let sight = Sight::of(viewer, Action::EvidenceRead, tx.now());
    let row = store::item_find(tx.connection(), &sight, id).await?;
    // The lead first, as everything that derives audience rows does.
    let lead = leads::lead_of_evidence_locked(tx, row.lead_id).await?;
    let row = store::item_lock_seen(tx, &sight, id).await?;
    let standing = standing(tx.connection(), &row, tx.now()).await?;
    Ok(Loaded { row, lead, standing })
}

/// What decides what may be done to a piece.
async fn standing(connection: &impl Connection, row: &ItemRow, now: Timestamp) -> Result<Standing> {
    let transfer = store::transfers_open(connection, &[row.id]).await?.pop();
    let destruction = store::destructions_open(connection, &[row.id]).await?.pop();
    Ok(Standing {
        state: store::state_of(row)?,
        has_file: row.file_id.is_some(),
        holds: row.holds,
        kept: rules::is_kept(row.kept_until, now),
        holder: row.holder_id,
        holder_organization: row.holder_organization_id,
        on_its_way: transfer.map(|row| OnItsWay {
            from: row.from_id,
            to: row.to_id,
        }),
        asked_by: destruction.map(|row| (row.asked_by, row.organization_id)),
    })
}

impl Loaded {
    /// Authorises a step, then compares the version, then asks where it stands.
    ///
    /// # Errors
    /// `FORBIDDEN`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED`.
    fn step(&self, viewer: &Viewer, step: EvidenceStep, expected: Option<i32>, tx: &Tx) -> Result<()> {
        let brands = self.lead.owner_brands();
        let scene = Scene {
            owner: self.lead.owner(),
            brands: &brands,
            now: tx.now(),
        };
        if !self.standing.is_open_to(step, viewer, scene) {
            return Err(ErrorCode::Forbidden.into());
        }
        if expected.is_some_and(|expected| expected != self.row.version) {
            return Err(ErrorCode::StaleVersion.into());
        }
        if !self.standing.admits(step) {
            return Err(ErrorCode::TransitionNotAllowed.into());
        }
        Ok(())
    }
}

/// Saves the piece, writes the audit entry with the end of its chain, and commits.
async fn finish(
    app: &App,
    tx: Tx,
    viewer: &Viewer,
    mut row: ItemRow,
    action: &'static str,
    mut detail: serde_json::Value,
) -> Result<ItemRow> {
    let before = row.version;
    row.version += 1;
    store::item_save(&tx, &row, before).await?;
    detail["custody"] = row.custody_count.into();
    detail["head"] = row.custody_head.clone().into();
    let act = Act::on(Category::Content, action, IdKind::Evidence, row.id)
        .of_lead(row.lead_id)
        .with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    Ok(row)
}
