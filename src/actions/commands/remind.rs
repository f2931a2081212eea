//! Reminding of what is left to do after an action, and forgetting who suspects are when their time has come.

use jiff::SignedDuration;
use uuid::Uuid;

use super::{
    deconflict,
    follow::must_be_ended,
    news::{self, News},
    sight,
};
use crate::{
    actions::{rules::ActionState, store},
    app::App,
    mail::{self, MailKind, NewMail},
    notifications::{self, rules::NotificationKind},
    platform::{
        clock::micros,
        db::{Recorded, Tx},
        error::{ApiError, ErrorCode, Result},
    },
    sessions::viewers,
};

/// After how long people are reminded, and again.
const EVERY: SignedDuration = SignedDuration::from_hours(24 * 30);

/// Reminds those who follow an action up of suspects and goods that have come to no end; returns of how many actions. Any
/// number of workers may run it: each reminder is noted by one.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn remind(app: &App) -> Result<usize> {
    let now = app.now();
    let before = micros(now.checked_sub(EVERY).map_err(ApiError::internal)?);
    let mut told = 0;
    for action in store::unfinished(app.db.read(), before).await? {
        let tx = app.begin().await?;
        if store::reminded(&tx, action, before, micros(now)).await? {
            news::publish(app, &tx, action, News::FollowUp, None).await?;
            mail_followers(app, &tx, action, told).await?;
            tx.commit(Recorded(())).await?;
            told += 1;
        }
    }
    Ok(told)
}

/// Queues the mails to those who follow an action up. Mails of a person are told apart by their moment, and many actions may be
/// reminded of in one.
async fn mail_followers(app: &App, tx: &Tx, action: Uuid, number: usize) -> Result<()> {
    let number = i64::try_from(number).map_err(ApiError::internal)?;
    for person in news::followers(tx.connection(), action).await? {
        let mail = NewMail {
            person,
            kind: MailKind::ActionFollowUp,
            window_start: micros(tx.now()) + number,
            subject: Some(action),
        };
        mail::enqueue(tx, app.ids.as_ref(), mail).await?;
    }
    Ok(())
}

/// What an action is called of which a person is to be reminded: it sees the action and wants to be told, and something of it still
/// has not come to an end.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn to_follow(app: &App, person: Uuid, action: Uuid) -> Result<Option<String>> {
    let connection = app.db.read();
    let Some(viewer) = viewers::load(app, person).await?.filter(|viewer| viewer.active) else {
        return Ok(None);
    };
    if !notifications::wants(connection, person, NotificationKind::ActionFollowUp).await? {
        return Ok(None);
    }
    let rows = store::actions_seen(connection, &sight(&viewer, app.now()), &[action]).await?;
    let Some(row) = rows.into_iter().next() else {
        return Ok(None);
    };
    if !matches!(
        store::state_of(&row)?,
        ActionState::OutcomeVerified | ActionState::FollowUp
    ) {
        return Ok(None);
    }
    match must_be_ended(connection, &row).await {
        Ok(()) => Ok(None),
        Err(error) if error.code == ErrorCode::TransitionNotAllowed => Ok(Some(row.reference)),
        Err(error) => Err(error),
    }
}

/// Forgets who suspects are whose time has come (I39), and compares by what they are known no more; returns how many.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn forget(app: &App) -> Result<u64> {
    let tx = app.begin().await?;
    store::take_turn(&tx).await?;
    let actions = store::suspects_lapsed(tx.connection(), micros(tx.now())).await?;
    let gone = store::suspects_forget(&tx, micros(tx.now())).await?;
    for row in store::actions_by_ids(tx.connection(), &actions).await? {
        deconflict::settle(app, &tx, &row, None).await?;
    }
    tx.commit(Recorded(())).await?;
    Ok(gone)
}
