//! The passing of time: deliveries that turn overdue, lapse, or have waited long enough for information.

use jiff::Timestamp;
use uuid::Uuid;

use super::{
    delivery::{Loaded, recalculate, resume},
    tell::of_delivery,
    tlp::{receives, seated},
};
use crate::{
    app::App,
    audit::Actor,
    leads::{
        rules::{DeliveryStep, ExpirySettlement, TimelineKind},
        store,
    },
    permissions::audience::lead_audience,
    platform::{
        calendar::Calendar,
        clock::micros,
        db::Connection,
        error::{ErrorCode, Result},
        ids::{self, IdKind},
    },
};

/// Moves every delivery whose time has come; returns how many moved. Two sweeps at once do no harm: each move checks
/// the version. One that cannot be moved is logged and holds up no other.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE` where the deliveries cannot be read.
pub(crate) async fn sweep(app: &App) -> Result<usize> {
    let now = app.now();
    let connection = app.db.read();
    let overdue = store::deliveries_to_turn_overdue(connection, micros(now)).await?;
    let expired = store::deliveries_to_expire(connection, micros(now)).await?;
    let waited = store::deliveries_to_resume(connection, micros(now)).await?;
    let provisional = store::deliveries_to_recalculate(connection, Calendar::versions()).await?;
    let mut moved = 0;
    for (ids, what) in [
        (overdue, Passing::Overdue),
        (expired, Passing::Expired),
        (waited, Passing::PauseOver),
        (provisional, Passing::CalendarChanged),
    ] {
        for id in ids {
            match pass(app, id, what).await {
                Ok(true) => moved += 1,
                Ok(false) => {}
                // Somebody acted in the same moment: what they did stands.
                Err(error) if matches!(error.code, ErrorCode::StaleVersion | ErrorCode::TransitionNotAllowed) => {}
                Err(error) => {
                    let delivery = ids::encode(IdKind::Delivery, id);
                    tracing::error!(delivery, code = error.code.as_str(), "a delivery could not be moved");
                }
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
    CalendarChanged,
}

/// Whether anybody on the recipient's side sees the delivery at this moment.
async fn is_received(connection: &impl Connection, loaded: &Loaded, now: Timestamp) -> Result<bool> {
    let rows = lead_audience(&loaded.facts.lead);
    let mut rows = of_delivery(&loaded.facts, &rows, &loaded.row);
    rows.retain(|row| row.valid_until.is_none_or(|until| until > now));
    let seated = seated(connection, &loaded.facts, now).await?;
    Ok(receives(&rows, &loaded.facts, &seated, loaded.row.recipient_id))
}

async fn pass(app: &App, id: Uuid, what: Passing) -> Result<bool> {
    let tx = app.begin().await?;
    let mut loaded = Loaded::by_id(&tx, id).await?;
    let expected = loaded.row.version;
    let told = match what {
        // Whoever's grant has ended in the meantime, or who has left the group, cannot answer, and owes none.
        Passing::Overdue | Passing::Expired if !is_received(tx.connection(), &loaded, tx.now()).await? => {
            loaded.step(DeliveryStep::Close)?;
            let closed: &str = ExpirySettlement::Close.into();
            ("expireDelivery", TimelineKind::Settled, Some(closed.to_owned()))
        }
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
            if loaded.row.pause_ends_at.is_none_or(|end| end > micros(tx.now())) {
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
        Passing::CalendarChanged => {
            if !recalculate(&tx, &mut loaded.row).await? {
                return Ok(false);
            }
            let due_on = loaded.row.due_on.clone();
            ("recalculateDeadline", TimelineKind::DeadlineRecalculated, Some(due_on))
        }
    };
    loaded.finish(app, tx, Actor::System, expected, told).await?;
    Ok(true)
}
