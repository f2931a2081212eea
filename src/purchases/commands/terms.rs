//! For how long money is held and samples are kept, from which day on.

use jiff::{Timestamp, civil::Date};
use serde_json::json;
use uuid::Uuid;

use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    permissions::{Action, Scope, Viewer},
    platform::{
        clock::micros,
        db::Connection,
        error::{ErrorCode, Result},
        ids::IdKind,
    },
    purchases::{
        rules::{Terms, effective_at},
        store::{self, TermsRow},
    },
};

/// So many of them are shown.
const SHOWN: u64 = 100;

/// What holds, and what was set.
#[derive(Debug, Clone)]
pub(crate) struct TermsStanding {
    /// What holds at the moment; nothing where it is the usual.
    pub(in crate::purchases) in_force: Option<TermsRow>,
    /// What was set, the last one first.
    pub(in crate::purchases) set: Vec<TermsRow>,
}

impl TermsStanding {
    /// How many were set ever.
    #[must_use]
    pub(in crate::purchases) fn version(&self) -> i32 {
        self.set.first().map_or(0, |row| row.number)
    }
}

/// Whether somebody sets them.
#[must_use]
pub(in crate::purchases) fn may_set_terms(viewer: &Viewer) -> bool {
    viewer.scope(Action::AppraisalConfigure) == Scope::All
}

/// For how long money was held and samples were kept at a moment that is not to come; it never becomes another answer.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn terms_at(connection: &impl Connection, at: Timestamp) -> Result<Terms> {
    let found = store::terms_at(connection, micros(at)).await?;
    Ok(found.map_or_else(Terms::default, |row| Terms {
        hold_days: row.hold_days,
        retention_years: row.retention_years,
    }))
}

/// What holds now, and what was set.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(in crate::purchases) async fn terms(app: &App) -> Result<TermsStanding> {
    standing(app.db.read(), app.now()).await
}

async fn standing(connection: &impl Connection, now: Timestamp) -> Result<TermsStanding> {
    Ok(TermsStanding {
        in_force: store::terms_at(connection, micros(now)).await?,
        set: store::terms_set(connection, SHOWN).await?,
    })
}

/// Sets terms from a day to come on. What was decided before stays.
///
/// # Errors
/// `FORBIDDEN`, `STALE_VERSION`, `BAD_USER_INPUT`.
pub(crate) async fn set_terms(
    app: &App,
    viewer: &Viewer,
    expected: i32,
    terms: Terms,
    from: Date,
) -> Result<TermsStanding> {
    let tx = app.begin().await?;
    if !may_set_terms(viewer) {
        return Err(ErrorCode::Forbidden.into());
    }
    let last = store::terms_set(tx.connection(), 1).await?.pop();
    let last = last.map_or(0, |row| row.number);
    if last != expected {
        return Err(ErrorCode::StaleVersion.into());
    }
    let terms = Terms::read(terms.hold_days, terms.retention_years)?;
    let row = TermsRow {
        id: app.ids.id(tx.now()),
        number: last + 1,
        effective_at: effective_at(from, tx.now())?,
        hold_days: terms.hold_days,
        retention_years: terms.retention_years,
        set_by: viewer.person,
        set_at: micros(tx.now()),
    };
    store::terms_insert(&tx, row).await?;
    let done = standing(tx.connection(), tx.now()).await?;
    let detail = json!({
        "holdDays": terms.hold_days, "retentionYears": terms.retention_years, "effectiveFrom": from.to_string(),
    });
    // Of purchases in every programme, and in none.
    let act = Act::on(Category::Admin, "setPurchaseTerms", IdKind::Program, Uuid::nil()).with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    Ok(done)
}
