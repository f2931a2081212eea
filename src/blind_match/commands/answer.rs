//! What an organisation says to a match: by two of its people, one of them an administrator, or "not now" by one.

use jiff::Timestamp;
use serde_json::json;
use uuid::Uuid;

use super::{
    look::Scene,
    news::{self, CONTACT_OPENED, CONTACT_PROPOSED, CONTACT_WISHED},
};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    blind_match::{
        rules::{self, Choice, MOST_WISHES, MatchRow, MatchStep},
        store::{self, Within},
    },
    groups::{self, GroupFacts, Named},
    permissions::Viewer,
    platform::{
        clock::micros,
        db::{Recorded, Tx},
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
    },
};

/// Answers a match for its side: proposes contact, agrees as the second one to what a colleague proposed, or declines. Where
/// the other side wants contact too, it is open from then on: each learns who the other is, and a sharing group of the two
/// is made. That one declines is told to nobody outside.
///
/// # Errors
/// `NOT_FOUND`, also where the two have nothing in common any more; `FORBIDDEN`, `FOUR_EYES`, `TRANSITION_NOT_ALLOWED`, also
/// where the organisation waits for as many as it may; `STALE_VERSION`, `BAD_USER_INPUT`.
pub(crate) async fn answer(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    expected: i32,
    accept: bool,
    note: Option<&str>,
) -> Result<MatchRow> {
    let (tx, mut row) = load(app, viewer, id).await?;
    let now = tx.now();
    let step = if accept { row.agreeing(now) } else { MatchStep::Decline };
    let choice = row.step(viewer, step, now)?;
    check_version(&row, expected)?;
    row.own.note = rules::note(note)?;
    if accept {
        must_hold(&tx, &row).await?;
    }
    if choice == Choice::Accepted {
        must_have_room(&tx, &row).await?;
    }
    choose(&mut row, viewer, choice, now);
    let opens = choice == Choice::Accepted && row.theirs.choice_at(now) == Choice::Accepted;
    if opens {
        row.opened_at = Some(now);
        store::match_open(&tx, row.id).await?;
    }
    tell(app, &tx, viewer, &row).await?;
    let mut row = finish(app, tx, viewer, "answerBlindMatch", row).await?;
    if opens {
        row.group = workspace(app, viewer, &row).await;
    }
    Ok(row)
}

/// Takes a proposal or a wish for contact back.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`.
pub(crate) async fn withdraw(app: &App, viewer: &Viewer, id: Uuid, expected: i32) -> Result<MatchRow> {
    let (tx, mut row) = load(app, viewer, id).await?;
    let choice = row.step(viewer, MatchStep::Withdraw, tx.now())?;
    check_version(&row, expected)?;
    choose(&mut row, viewer, choice, tx.now());
    finish(app, tx, viewer, "withdrawContact", row).await
}

/// A match that the viewer sees, which nobody else answers until the transaction ends.
async fn load(app: &App, viewer: &Viewer, id: Uuid) -> Result<(Tx, MatchRow)> {
    let tx = app.begin().await?;
    let within = Within::of(viewer, tx.now());
    let found = store::match_by_side(tx.connection(), &within, id).await?;
    let found = found.ok_or_else(ApiError::not_found)?;
    store::match_lock(&tx, found.id).await?;
    // Again, now that nobody else changes it.
    let row = store::match_by_side(tx.connection(), &within, id).await?;
    Ok((tx, row.ok_or_else(ApiError::not_found)?))
}

fn check_version(row: &MatchRow, expected: i32) -> Result<()> {
    match row.own.version == expected {
        true => Ok(()),
        false => Err(ErrorCode::StaleVersion.into()),
    }
}

/// What the comparison has not come to yet counts already: who wants contact learns nothing by a match that is over.
async fn must_hold(tx: &Tx, row: &MatchRow) -> Result<()> {
    let scene = Scene::load(tx.connection(), &row.hash).await?;
    match scene.common((row.own.organization, row.theirs.organization), tx.now()) {
        Some(_) => Ok(()),
        None => Err(ApiError::not_found()),
    }
}

/// An organisation waits for so many others at a time.
async fn must_have_room(tx: &Tx, row: &MatchRow) -> Result<()> {
    let lapsed = micros(rules::lapsed_before(tx.now()));
    if store::wishes_of(tx, row.own.organization, lapsed).await? >= MOST_WISHES {
        let text = format!("Your organisation waits for {MOST_WISHES} others already. Withdraw one, or wait.");
        return Err(ApiError::because(ErrorCode::TransitionNotAllowed, text));
    }
    Ok(())
}

/// Puts what is chosen into the own side, with who of it did.
fn choose(row: &mut MatchRow, viewer: &Viewer, choice: Choice, now: Timestamp) {
    let own = &mut row.own;
    own.choice = choice;
    own.chosen_at = now;
    match choice {
        Choice::Proposed => (own.proposed_by, own.agreed_by) = (Some(viewer.person), None),
        Choice::Accepted => own.agreed_by = Some(viewer.person),
        Choice::Declined | Choice::Unsaid => (own.proposed_by, own.agreed_by) = (None, None),
    }
}

/// Tells those whom it concerns: the own administrators of a proposal, the other side of a wish, both of a contact. Of the
/// rest nobody hears.
async fn tell(app: &App, tx: &Tx, viewer: &Viewer, row: &MatchRow) -> Result<()> {
    let by = Some(viewer.person);
    let own = (row.own.id, row.lead);
    let leads = store::leads_behind(tx.connection(), row.theirs.id).await?;
    let theirs = leads.first().map(|lead| (row.theirs.id, *lead));
    match (row.own.choice, row.opened_at, theirs) {
        (Choice::Proposed, ..) => news::publish(app, tx, CONTACT_PROPOSED, own, by).await,
        (Choice::Accepted, None, Some(theirs)) => news::publish(app, tx, CONTACT_WISHED, theirs, by).await,
        (Choice::Accepted, Some(_), Some(theirs)) => {
            news::publish(app, tx, CONTACT_OPENED, own, by).await?;
            news::publish(app, tx, CONTACT_OPENED, theirs, by).await
        }
        (Choice::Accepted, _, None) | (Choice::Declined | Choice::Unsaid, ..) => Ok(()),
    }
}

/// Saves, writes the audit entry and commits.
async fn finish(app: &App, tx: Tx, viewer: &Viewer, mutation: &'static str, mut row: MatchRow) -> Result<MatchRow> {
    store::side_save(&tx, &row.own).await?;
    row.own.version += 1;
    let choice: &str = row.own.choice.into();
    let detail = json!({ "choice": choice, "contact": row.opened_at.is_some(), "version": row.own.version });
    let act = Act::on(Category::Content, mutation, IdKind::Match, row.own.id)
        .of_lead(row.lead)
        .with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    Ok(row)
}

/// Makes a confidential sharing group of the two, looked after by who agreed last. It is made after the contact was opened,
/// and the contact stays open without it.
async fn workspace(app: &App, viewer: &Viewer, row: &MatchRow) -> Option<Uuid> {
    match gather(app, viewer, row).await {
        Ok(group) => Some(group),
        Err(error) => {
            tracing::warn!(code = error.code.as_str(), side = %row.own.id, "no sharing group was made for a contact");
            None
        }
    }
}

async fn gather(app: &App, viewer: &Viewer, row: &MatchRow) -> Result<Uuid> {
    let day = app.now().strftime("%Y-%m-%d");
    let facts = GroupFacts {
        name: format!("Blind match of {day}"),
        purpose: "What the two organisations of a blind match know of the same identifier, up to AMBER.".to_owned(),
        confidential: true,
        expires_at: None,
    };
    let others = Named {
        organizations: vec![row.theirs.organization],
        people: Vec::new(),
    };
    let group = groups::create(app, viewer, &format!("blind match {}", row.id), facts, others).await?;
    let tx = app.begin().await?;
    store::match_group(&tx, row.id, group.id).await?;
    // That the group was made is in the log by its own entry.
    tx.commit(Recorded(())).await?;
    Ok(group.id)
}
