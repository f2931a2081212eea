//! Counting what came of actions: verified outcomes alone, as they stood at a moment (I33).

use std::collections::{BTreeMap, HashMap};

use jiff::{Timestamp, civil::Date};
use uuid::Uuid;

use crate::{
    actions::{
        rules::{CustodyStage, FigureCode, Period, SiteResult, StatisticsScope, holds, is_small},
        store::{self, Referred, VerifiedRow},
    },
    app::App,
    permissions::{Action, Scope, Viewer},
    platform::{
        clock::{micros, timestamp},
        db::{Connection, code},
        error::{ErrorCode, Result},
    },
    referrals::rules::ValuationBasis,
};

/// How many actions are read at once.
const AT_ONCE: usize = 500;

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked {
    pub(crate) from: Date,
    pub(crate) to: Date,
    /// The present where nothing is said.
    pub(crate) as_of: Option<Timestamp>,
    pub(crate) scope: StatisticsScope,
}

/// What was counted.
#[derive(Debug, Clone)]
pub(crate) struct Statistics {
    pub(crate) asked: Asked,
    pub(crate) as_of: Timestamp,
    /// Whether small figures are not told.
    pub(crate) hides_small: bool,
    pub(crate) leads: i64,
    pub(crate) referrals: Referred,
    pub(crate) actions: i64,
    pub(crate) sites: i64,
    pub(crate) suspects: i64,
    pub(crate) stages: BTreeMap<CustodyStage, i64>,
    pub(crate) results: BTreeMap<SiteResult, i64>,
    /// By basis and currency.
    pub(crate) values: BTreeMap<(ValuationBasis, String), Sum>,
    /// By unit.
    pub(crate) quantities: BTreeMap<String, Sum>,
    /// By month, such as `2018-03`: actions, sites, suspects.
    pub(crate) months: BTreeMap<String, [i64; 3]>,
}

/// A sum, and of how many actions it is.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Sum {
    pub(crate) sum: i128,
    pub(crate) actions: i64,
    /// The one counted last.
    last: Option<Uuid>,
}

impl Sum {
    fn add(&mut self, action: Uuid, value: i64) {
        self.sum += i128::from(value);
        if self.last != Some(action) {
            self.actions += 1;
            self.last = Some(action);
        }
    }
}

impl Statistics {
    /// What a figure counts.
    #[must_use]
    pub(crate) fn count(&self, code: FigureCode) -> i64 {
        match code {
            FigureCode::LeadsReferred => self.leads,
            FigureCode::ReferralsSent => self.referrals.sent,
            FigureCode::ReferralsAccepted => self.referrals.accepted,
            FigureCode::Actions => self.actions,
            FigureCode::Sites => self.sites,
            FigureCode::Suspects => self.suspects,
            FigureCode::ActionsPerLead | FigureCode::SitesPerAction | FigureCode::SuspectsPerAction => {
                code.ratio().map_or(0, |(numerator, _)| self.count(numerator))
            }
        }
    }

    /// Whether a count must not be told: it is small, or comes from few actions.
    #[must_use]
    pub(crate) fn hides(&self, count: i64) -> bool {
        self.hides_small && (is_small(count) || is_small(self.actions))
    }

    /// Whether a figure must not be told. Those of leads and referrals do not come from actions.
    #[must_use]
    pub(crate) fn hides_figure(&self, code: FigureCode) -> bool {
        if let Some((over, under)) = code.ratio() {
            return self.hides_figure(over) || self.hides_figure(under);
        }
        let Referred { sent, accepted } = self.referrals;
        match code {
            FigureCode::LeadsReferred => self.hides_small && is_small(self.leads),
            FigureCode::ReferralsSent => self.hides_small && is_small(sent),
            // A few that were not accepted could be had from the two.
            FigureCode::ReferralsAccepted => self.hides_small && (is_small(accepted) || is_small(sent - accepted)),
            FigureCode::Actions
            | FigureCode::Sites
            | FigureCode::Suspects
            | FigureCode::ActionsPerLead
            | FigureCode::SitesPerAction
            | FigureCode::SuspectsPerAction => self.hides(self.count(code)),
        }
    }

    /// Whether a breakdown must not be told: one small part of it could be had from the others.
    #[must_use]
    pub(crate) fn hides_any(&self, mut counts: impl Iterator<Item = i64>) -> bool {
        counts.any(|count| self.hides(count))
    }
}

/// Counts what the viewer asks for.
///
/// # Errors
/// `FORBIDDEN`, `BAD_USER_INPUT`.
pub(crate) async fn statistics(app: &App, viewer: &Viewer, asked: Asked) -> Result<Statistics> {
    if !viewer.has(Action::StatisticsRead) {
        return Err(ErrorCode::Forbidden.into());
    }
    let sees_all = viewer.scopes(Action::StatisticsRead).any(|scope| scope == Scope::All);
    let hides_small = asked.scope == StatisticsScope::Alliance && !sees_all;
    let period = Period::read(asked.from, asked.to, hides_small)?;
    let now = app.now();
    let as_of = asked.as_of.unwrap_or(now).min(now);
    let own = (asked.scope == StatisticsScope::Own).then_some(viewer.organization);
    let (connection, moments) = (app.db.read(), period.moments()?);
    let mut counted = Statistics {
        asked,
        as_of,
        hides_small,
        leads: store::leads_referred(connection, moments, as_of, own).await?,
        referrals: store::referrals_sent(connection, moments, as_of, own).await?,
        actions: 0,
        sites: 0,
        suspects: 0,
        stages: BTreeMap::new(),
        results: BTreeMap::new(),
        values: BTreeMap::new(),
        quantities: BTreeMap::new(),
        months: BTreeMap::new(),
    };
    let verified = store::verified(connection, moments, as_of, own).await?;
    let mut within: HashMap<Uuid, (VerifiedRow, String)> = HashMap::new();
    for row in verified {
        if let Some(day) = period.day_of(timestamp(row.executed_at), row.time_zone.as_deref()) {
            let month = format!("{:04}-{:02}", day.year(), day.month());
            counted.actions += 1;
            counted.months.entry(month.clone()).or_default()[0] += 1;
            within.insert(row.id, (row, month));
        }
    }
    let mut ids: Vec<Uuid> = within.keys().copied().collect();
    ids.sort_unstable();
    for ids in ids.chunks(AT_ONCE) {
        sites(connection, &within, ids, &mut counted).await?;
        suspects(connection, &within, ids, &mut counted).await?;
        goods(connection, &within, ids, &mut counted).await?;
    }
    Ok(counted)
}

/// The actions that count, each with its month.
type Within = HashMap<Uuid, (VerifiedRow, String)>;

/// The month of an entry's action, if the entry holds in what was verified of it.
fn month_of(within: &Within, action: Uuid, written_in: i32, struck_in: Option<i32>) -> Option<&str> {
    let (row, month) = within.get(&action)?;
    holds(written_in, struck_in, row.revision).then_some(month.as_str())
}

async fn sites(connection: &impl Connection, within: &Within, ids: &[Uuid], counted: &mut Statistics) -> Result<()> {
    for row in store::results_of(connection, ids).await? {
        if let Some(month) = month_of(within, row.action_id, row.revision, row.struck_in) {
            counted.sites += 1;
            *counted.results.entry(code(&row.result)?).or_default() += 1;
            counted.months.entry(month.to_owned()).or_default()[1] += 1;
        }
    }
    Ok(())
}

async fn suspects(connection: &impl Connection, within: &Within, ids: &[Uuid], counted: &mut Statistics) -> Result<()> {
    let rows = store::suspects_of(connection, ids).await?;
    let months: HashMap<Uuid, &str> = rows
        .iter()
        .filter_map(|row| Some((row.id, month_of(within, row.action_id, row.revision, row.struck_in)?)))
        .collect();
    let keys: Vec<Uuid> = months.keys().copied().collect();
    let mut latest: HashMap<Uuid, CustodyStage> = HashMap::new();
    for keys in keys.chunks(AT_ONCE) {
        // The latest comes last.
        for stage in store::stages_of(connection, keys).await? {
            if stage.verified_at.is_some_and(|at| at <= micros(counted.as_of)) {
                latest.insert(stage.suspect_id, code(&stage.stage)?);
            }
        }
    }
    for (suspect, stage) in latest {
        *counted.stages.entry(stage).or_default() += 1;
        if stage.was_held() {
            counted.suspects += 1;
            if let Some(month) = months.get(&suspect) {
                counted.months.entry((*month).to_owned()).or_default()[2] += 1;
            }
        }
    }
    Ok(())
}

async fn goods(connection: &impl Connection, within: &Within, ids: &[Uuid], counted: &mut Statistics) -> Result<()> {
    let mut rows = store::lines_of(connection, ids).await?;
    // Those of an action one after another, so that each action is counted once.
    rows.sort_by_key(|row| row.action_id);
    for row in rows {
        if month_of(within, row.action_id, row.revision, row.struck_in).is_none() {
            continue;
        }
        let of_unit = counted.quantities.entry(row.unit).or_default();
        of_unit.add(row.action_id, row.quantity_milli);
        if let Some(((minor, currency), basis)) = row.value_minor.zip(row.value_currency).zip(row.value_basis) {
            let of_basis = counted.values.entry((code(&basis)?, currency)).or_default();
            of_basis.add(row.action_id, minor);
        }
    }
    Ok(())
}
