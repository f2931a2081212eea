//! The passing of time: deliveries that turn overdue, lapse, or have waited long enough for information.

use jiff::SignedDuration;
use uuid::Uuid;

use super::delivery::{Loaded, resume};
use crate::{
    app::App,
    audit::Actor,
    leads::{
        rules::{DeliveryStep, TimelineKind},
        store,
    },
    platform::{
        clock::micros,
        db::Tx,
        error::{ErrorCode, Result},
    },
};

/// Moves every delivery whose time has come; returns how many moved. Two sweeps at once do no harm: each move checks
/// the version.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn sweep(app: &App) -> Result<usize> {
    let now = app.now();
    let connection = app.db.read();
    // Ten working days are never fewer than twelve days: no row is looked at that cannot be due.
    let paused_before = now.checked_sub(SignedDuration::from_hours(24 * 10)).unwrap_or(now);
    let overdue = store::deliveries_to_turn_overdue(connection, micros(now)).await?;
    let expired = store::deliveries_to_expire(connection, micros(now)).await?;
    let waited = store::deliveries_to_resume(connection, micros(paused_before)).await?;
    let mut moved = 0;
    for (ids, what) in [
        (overdue, Passing::Overdue),
        (expired, Passing::Expired),
        (waited, Passing::PauseOver),
    ] {
        for id in ids {
            match pass(app, id, what).await {
                Ok(true) => moved += 1,
                Ok(false) => {}
                // Somebody acted in the same moment: what they did stands.
                Err(error) if matches!(error.code, ErrorCode::StaleVersion | ErrorCode::TransitionNotAllowed) => {}
                Err(error) => return Err(error),
            }
        }
    }
    Ok(moved)
}

#[derive(Clone, Copy)]
enum Passing {
    Overdue,
    Expired,
    PauseOver,
}

async fn pass(app: &App, id: Uuid, what: Passing) -> Result<bool> {
    let tx = app.begin().await?;
    let mut loaded = Loaded::by_id(&tx, id).await?;
    let expected = loaded.row.version;
    let told = match what {
        Passing::Overdue => {
            loaded.step(DeliveryStep::Overdue)?;
            loaded.row.overdue_at = Some(micros(tx.now()));
            ("overdueDelivery", TimelineKind::Overdue, None)
        }
        Passing::Expired => {
            loaded.step(DeliveryStep::Expire)?;
            ("expireDelivery", TimelineKind::Expired, None)
        }
        Passing::PauseOver => {
            if !pause_is_over(&tx, &loaded).await? {
                return Ok(false);
            }
            loaded.step(DeliveryStep::Resume)?;
            resume(&tx, &mut loaded.row).await?;
            (
                "resumeDelivery",
                TimelineKind::InfoAnswered,
                Some("PAUSE_OVER".to_owned()),
            )
        }
    };
    loaded.finish(app, tx, Actor::System, expected, told).await?;
    Ok(true)
}

async fn pause_is_over(tx: &Tx, loaded: &Loaded) -> Result<bool> {
    let Some(paused_at) = loaded.row.paused_at else {
        return Ok(false);
    };
    super::delivery::pause_is_over(tx, loaded.row.recipient_id, paused_at).await
}
