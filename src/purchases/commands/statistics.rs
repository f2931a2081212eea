//! Counting what test purchases came to.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, civil::Date};
use uuid::Uuid;

use crate::{
    actions::rules::{Period, is_small},
    app::App,
    appraisals::{self, rules::AppraisalConclusion},
    funds::rules::CostKind,
    permissions::{Action, Scope, Viewer},
    platform::{
        clock::micros,
        db::code,
        error::{ApiError, ErrorCode, Result},
    },
    purchases::{rules::PurchaseState, store},
};

/// How many purchases are read at once.
const AT_ONCE: usize = 500;

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked {
    pub(crate) from: Date,
    pub(crate) to: Date,
    pub(crate) organization: Option<Uuid>,
    pub(crate) program: Option<Uuid>,
}

/// What was counted.
#[derive(Debug, Clone)]
pub(crate) struct Statistics {
    pub(crate) asked: Asked,
    pub(crate) as_of: Timestamp,
    /// Whether small figures are not told.
    pub(crate) hides_small: bool,
    /// Whether money is told: a sum of one purchase would show what [`crate::purchases::rules::PurchaseSight::meets_money`] hides.
    pub(crate) tells_money: bool,
    pub(crate) states: BTreeMap<PurchaseState, i64>,
    /// By currency and kind: minor units, and of how many purchases.
    pub(crate) spent: BTreeMap<(String, CostKind), (i64, i64)>,
    pub(crate) appraised: i64,
    pub(crate) counterfeit: i64,
    pub(crate) members: i64,
    pub(crate) eligible: i64,
}

impl Statistics {
    /// Whether a count must not be told.
    #[must_use]
    pub(crate) fn hides(&self, count: i64) -> bool {
        self.hides_small && is_small(count)
    }

    /// Whether one of the counts by state must not be told: it could be had from the others.
    #[must_use]
    pub(crate) fn hides_states(&self) -> bool {
        self.states.values().any(|count| self.hides(*count))
    }

    /// Whether what was found must not be told.
    #[must_use]
    pub(crate) fn hides_found(&self) -> bool {
        let other = self.appraised - self.counterfeit;
        [self.appraised, self.counterfeit, other]
            .into_iter()
            .any(|count| self.hides(count))
    }

    /// Whether how many took part must not be told.
    #[must_use]
    pub(crate) fn hides_members(&self) -> bool {
        self.hides(self.members) || self.hides(self.eligible - self.members)
    }
}

/// Whether the viewer reads the money of this organisation, or of all where none is named.
fn reads_money(viewer: &Viewer, organization: Option<Uuid>) -> bool {
    let is_own = organization == Some(viewer.organization);
    viewer.scopes(Action::FundRead).any(|scope| match scope {
        Scope::All => true,
        Scope::Own => is_own,
        _ => false,
    })
}

/// Counts what the viewer asks for.
///
/// # Errors
/// `FORBIDDEN`, `BAD_USER_INPUT`; `NOT_FOUND` for another organisation than one's own where the viewer does not read all.
pub(crate) async fn statistics(app: &App, viewer: &Viewer, asked: Asked) -> Result<Statistics> {
    if !viewer.has(Action::StatisticsRead) {
        return Err(ErrorCode::Forbidden.into());
    }
    let sees_all = viewer.scopes(Action::StatisticsRead).any(|scope| scope == Scope::All);
    if !sees_all && asked.organization.is_some_and(|of| of != viewer.organization) {
        return Err(ApiError::not_found());
    }
    let hides_small = !sees_all && asked.organization.is_none();
    let tells_money = hides_small || reads_money(viewer, asked.organization);
    let period = Period::read(asked.from, asked.to, hides_small)?;
    let (from, until) = period.moments()?;
    let connection = app.db.read();
    let span = (micros(from), micros(until));
    let rows = store::counted_of(connection, span, asked.organization, asked.program).await?;
    let eligible = store::eligible(connection, asked.program).await?;
    let mut counted = Statistics {
        asked,
        as_of: app.now(),
        hides_small,
        tells_money,
        states: BTreeMap::new(),
        spent: BTreeMap::new(),
        appraised: 0,
        counterfeit: 0,
        members: 0,
        eligible: i64::try_from(eligible.len()).map_err(ApiError::internal)?,
    };
    let mut members = BTreeSet::new();
    for row in &rows {
        *counted.states.entry(row.state).or_default() += 1;
        if row.by_member && !row.state.is_void() && eligible.contains(&row.organization) {
            members.insert(row.organization);
        }
    }
    counted.members = i64::try_from(members.len()).map_err(ApiError::internal)?;
    for some in rows.chunks(AT_ONCE) {
        let ids: Vec<Uuid> = some.iter().map(|row| row.id).collect();
        for cost in store::costs_of(connection, &ids).await? {
            if let Some(row) = some.iter().find(|row| row.id == cost.purchase_id) {
                let sum = counted
                    .spent
                    .entry((row.currency.clone(), code(&cost.kind)?))
                    .or_default();
                *sum = (sum.0.saturating_add(cost.amount_minor), sum.1 + 1);
            }
        }
        for case in appraisals::conclusion_of(connection, &ids).await?.into_values() {
            counted.appraised += i64::from(case.conclusion.is_some());
            counted.counterfeit += i64::from(case.conclusion == Some(AppraisalConclusion::Counterfeit));
        }
    }
    Ok(counted)
}
