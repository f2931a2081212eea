//! How appraisers work.

use std::collections::{BTreeMap, HashMap};

use uuid::Uuid;

use crate::{
    app::App,
    appraisals::{
        cases,
        rules::{AppraisalConclusion, AppraisalState, Case},
        store::{self, AppraisalRow},
    },
    permissions::{Action, Scope, Viewer},
    platform::{clock::micros, db::code, error::Result},
};

/// Appraisals that are counted at most.
const MOST: u64 = 20_000;

/// How an appraiser works.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::appraisals) struct Figures {
    pub(in crate::appraisals) person: Uuid,
    pub(in crate::appraisals) organization: Uuid,
    pub(in crate::appraisals) ordered: i32,
    pub(in crate::appraisals) reported: i32,
    pub(in crate::appraisals) declined: i32,
    pub(in crate::appraisals) overdue: i32,
    pub(in crate::appraisals) compared: i32,
    pub(in crate::appraisals) wrong: i32,
}

/// How appraisers work, of what was ordered within a time: all of them for the desk, those of the own organisation, or oneself.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(in crate::appraisals) async fn figures(app: &App, viewer: &Viewer, range: (i64, i64)) -> Result<Vec<Figures>> {
    let (organization, person) = match viewer.scope(Action::AppraiserFigures) {
        Scope::All => (None, None),
        Scope::Own => (Some(viewer.organization), None),
        Scope::No | Scope::Named | Scope::Brand | Scope::Principal | Scope::Shared => (None, Some(viewer.person)),
    };
    let rows = store::figures(app.db.read(), range, organization, person, MOST).await?;
    let samples: Vec<Uuid> = rows.iter().map(|row| row.sample_id).collect();
    let all = store::appraisals_of_samples(app.db.read(), &samples).await?;
    let cases: HashMap<Uuid, Case> = cases(app.db.read(), &all)
        .await?
        .into_iter()
        .map(|(sample, _, _, case)| (sample, case))
        .collect();
    let others: HashMap<Uuid, Uuid> = all.iter().map(|row| (row.id, row.appraiser_id)).collect();
    let mut found: BTreeMap<Uuid, Figures> = BTreeMap::new();
    let now = micros(app.now());
    for row in &rows {
        let figures = found.entry(row.appraiser_id).or_insert_with(|| Figures {
            person: row.appraiser_id,
            organization: row.appraiser_organization_id,
            ..Figures::default()
        });
        count(figures, row, now)?;
        if let Some(wrong) = cases.get(&row.sample_id).and_then(|case| compared(row, case, &others)) {
            figures.compared += 1;
            figures.wrong += i32::from(wrong);
        }
    }
    Ok(found.into_values().collect())
}

fn count(figures: &mut Figures, row: &AppraisalRow, now: i64) -> Result<()> {
    let state: AppraisalState = code(&row.state)?;
    let late = row
        .reported_at
        .map_or(state.is_open() && row.due_at <= now, |at| at > row.due_at);
    figures.ordered += 1;
    figures.reported += i32::from(state.is_reported());
    figures.declined += i32::from(state == AppraisalState::Declined);
    figures.overdue += i32::from(late);
    Ok(())
}

/// Whether a definite report says something else than what holds by somebody else's word; nothing where it cannot be compared.
fn compared(row: &AppraisalRow, case: &Case, others: &HashMap<Uuid, Uuid>) -> Option<bool> {
    // What may still be corrected is not compared: else who inspects blindly could ask what others found, and correct.
    let state: AppraisalState = row.state.parse().ok()?;
    if !matches!(state, AppraisalState::Final | AppraisalState::Reinspection) {
        return None;
    }
    let said: AppraisalConclusion = row.conclusion.as_deref()?.parse().ok()?;
    let holds = case.conclusion?;
    let by_others = |id: &Uuid| others.get(id).is_some_and(|person| *person != row.appraiser_id);
    let is_comparable = said.is_definite() && case.stands_on.iter().any(by_others);
    is_comparable.then_some(said != holds)
}
