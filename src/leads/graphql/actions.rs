//! What a viewer may do with a lead right now: the permission table, the rules and the state, asked as the commands ask them.

use jiff::Timestamp;
use uuid::Uuid;

use super::enums::LeadAction;
use crate::{
    leads::{
        commands,
        rules::{self, DeliveryState, LeadState, LeadStep},
        store::{DeliveryRow, LeadRow},
    },
    permissions::{
        Action, Viewer,
        audience::{Tlp, is_for_named_only},
    },
    platform::{db::code, error::Result},
};

/// The steps of a lead, and the permission behind each.
const STEPS: [(LeadAction, Action, LeadStep); 12] = [
    (LeadAction::Update, Action::LeadCreate, LeadStep::Update),
    (LeadAction::Submit, Action::LeadCreate, LeadStep::Submit),
    (LeadAction::Triage, Action::LeadTriage, LeadStep::Triage),
    (LeadAction::Reject, Action::LeadReject, LeadStep::Reject),
    (LeadAction::Merge, Action::LeadMerge, LeadStep::Merge),
    (LeadAction::Share, Action::LeadShare, LeadStep::Share),
    (LeadAction::ChangeTlp, Action::LeadShare, LeadStep::ChangeTlp),
    (LeadAction::ChangeHandling, Action::LeadShare, LeadStep::ChangeHandling),
    (LeadAction::Revoke, Action::LeadShare, LeadStep::Revoke),
    (LeadAction::Resolve, Action::LeadResolve, LeadStep::Resolve),
    (LeadAction::Reopen, Action::LeadResolve, LeadStep::Reopen),
    (LeadAction::Retract, Action::LeadShare, LeadStep::Retract),
];

/// What `viewer` may do with a lead. `sent` are all its deliveries, visible or not: they decide what it waits for.
pub(super) fn of_lead(
    viewer: &Viewer,
    row: &LeadRow,
    owner_brands: &[Uuid],
    sent: &[DeliveryRow],
    now: Timestamp,
) -> Result<Vec<LeadAction>> {
    let state: LeadState = code(&row.state)?;
    let tlp: Tlp = code(&row.tlp)?;
    let named_only = is_for_named_only(tlp, code(&row.handling_code)?);
    let mut asking = false;
    let mut waiting = false;
    for delivery in sent {
        let state: DeliveryState = code(&delivery.state)?;
        asking |= state == DeliveryState::NeedsInfo;
        waiting |= rules::holds_up_closing(state, named_only);
    }
    let may = |action| commands::may_keep(viewer, action, row, owner_brands, now);
    let is_open = |step| match step {
        LeadStep::Submit | LeadStep::Share => tlp >= viewer.widest_tlp(),
        LeadStep::Resolve => !waiting,
        LeadStep::Update
        | LeadStep::Triage
        | LeadStep::Reject
        | LeadStep::Merge
        | LeadStep::ChangeTlp
        | LeadStep::ChangeHandling
        | LeadStep::Revoke
        | LeadStep::Reopen
        | LeadStep::Retract => true,
    };
    let allowed = STEPS
        .into_iter()
        .filter(|(_, action, step)| rules::next(state, *step).is_some() && is_open(*step) && may(*action));
    let mut actions: Vec<LeadAction> = allowed.map(|(action, ..)| action).collect();
    if viewer.has(Action::CommentAdd) {
        actions.push(LeadAction::Comment);
    }
    if may(Action::SubjectEdit) && rules::may_be_added_to(state) {
        actions.push(LeadAction::AddSubject);
    }
    if rules::may_be_added_to(state) && may(Action::EvidenceAdd) {
        actions.push(LeadAction::AddEvidence);
    }
    if may(Action::LeadShare) {
        if rules::may_be_copied(state) && may(Action::LeadCreate) {
            actions.push(LeadAction::Copy);
        }
        actions.push(LeadAction::PreviewAudience);
        if asking {
            actions.push(LeadAction::AnswerInfoRequest);
        }
    }
    Ok(actions)
}
