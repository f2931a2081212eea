//! Appraisals: appraisers say what samples are, and the highest rank that counts holds, not the majority.
//!
//! ```text
//! ORDERED → TAKEN_UP → IN_PROGRESS → REPORTED → AGREED → FINAL
//!    ↘ DECLINED, CANCELLED               ↘ CONTESTED → REINSPECTION, by somebody else, as an appraisal of its own
//! ```
//!
//! A report is written once; a correction is a new version beside it (I19). An appraiser sees the sample, the questions and how
//! the genuine article is told; of an inspection that is blind neither lead nor seller, price or what others found. Two different
//! conclusions are a conflict until a higher rank settles it; a conflict, or a contested report, holds up what stands on it: the
//! approval and sending of referrals, the approval of offline actions, the closing of the purchase (I20). Where all samples of a
//! lead are found genuine, the service retracts the lead (I35; docs/adr/0047).

mod commands;
pub mod graphql;
pub mod jobs;
mod paper;
pub mod rules;
mod store;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::Timestamp;
use uuid::Uuid;

pub use self::rules::CaseConclusion;
use self::rules::{AppraisalState, AppraiserInterest, Case, Finding, Policy, case_of, case_of_all};
use crate::{
    permissions::Viewer,
    platform::{
        db::{Connection, Sql, code, json},
        error::Result,
    },
    rights,
};
use store::{AppraisalRow, AppraisalSight};

// Whom an event of ours may concern, files, and what the demo does as people do it through the graph.
pub(crate) use commands::{
    NewAppraisal, agree, begin, calls, contest, finalize, is_news, order, photo, report, report_paper, set_policy,
    take_up,
};

/// How appraisals in some programmes are judged; the usual way where nobody said otherwise. Purchases in no programme have the
/// id of nobody.
async fn policies(connection: &impl Connection, programs: &[Option<Uuid>]) -> Result<HashMap<Uuid, Policy>> {
    let ids: BTreeSet<Uuid> = programs.iter().map(|id| id.unwrap_or_default()).collect();
    let ids: Vec<Uuid> = ids.into_iter().collect();
    let rows = store::policies_by_ids(connection, &ids).await?;
    let said = rows.into_iter().map(|row| {
        let order = json(&row.rank_order)?;
        Ok((
            row.id,
            Policy {
                order,
                quality_every: row.quality_every,
            },
        ))
    });
    let mut policies: HashMap<Uuid, Policy> = said.collect::<Result<_>>()?;
    for id in ids {
        policies.entry(id).or_default();
    }
    Ok(policies)
}

/// What the case of a sample depends on of an appraisal.
fn finding(row: &AppraisalRow, policy: &Policy) -> Result<Finding> {
    let rank = code(&row.rank)?;
    Ok(Finding {
        id: row.id,
        round: row.round,
        rank,
        place: policy.place(rank),
        state: code(&row.state)?,
        conclusion: row.conclusion.as_deref().map(code).transpose()?,
    })
}

/// The cases of the samples of some appraisals, each with the purchase and the lead.
async fn cases(connection: &impl Connection, rows: &[AppraisalRow]) -> Result<Vec<(Uuid, Uuid, Uuid, Case)>> {
    let programs: Vec<Option<Uuid>> = rows.iter().map(|row| row.program_id).collect();
    let policies = policies(connection, &programs).await?;
    let usual = Policy::default();
    let mut gathered: BTreeMap<(Uuid, Uuid, Uuid), Vec<Finding>> = BTreeMap::new();
    for row in rows {
        let policy = policies.get(&row.program_id.unwrap_or_default()).unwrap_or(&usual);
        let key = (row.sample_id, row.purchase_id, row.lead_id);
        gathered.entry(key).or_default().push(finding(row, policy)?);
    }
    let case = |((sample, purchase, lead), findings): (_, Vec<Finding>)| (sample, purchase, lead, case_of(&findings));
    Ok(gathered.into_iter().map(case).collect())
}

/// What the appraisals of some purchases come to; those of which nobody was asked are there as well.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn conclusion_of(connection: &impl Connection, purchases: &[Uuid]) -> Result<HashMap<Uuid, CaseConclusion>> {
    let rows = store::appraisals_of_purchases(connection, purchases).await?;
    let mut gathered: HashMap<Uuid, Vec<Case>> = purchases.iter().map(|id| (*id, Vec::new())).collect();
    for (_, purchase, _, case) in cases(connection, &rows).await? {
        gathered.entry(purchase).or_default().push(case);
    }
    let all = gathered
        .into_iter()
        .map(|(purchase, cases)| (purchase, case_of_all(&cases)));
    Ok(all.collect())
}

/// What the appraisals of a sample come to.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn conclusion_of_sample(connection: &impl Connection, sample: Uuid) -> Result<Case> {
    let rows = store::appraisals_of_samples(connection, &[sample]).await?;
    let found = cases(connection, &rows).await?.pop();
    Ok(found.map_or_else(Case::none, |(_, _, _, case)| case))
}

/// What the appraisals of some samples come to; those of which nobody was asked are there as well.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn conclusions_of_samples(
    connection: &impl Connection,
    samples: &[Uuid],
) -> Result<Vec<(Uuid, Case)>> {
    let rows = store::appraisals_of_samples(connection, samples).await?;
    let mut found: HashMap<Uuid, Case> = samples.iter().map(|id| (*id, Case::none())).collect();
    for (sample, _, _, case) in cases(connection, &rows).await? {
        found.insert(sample, case);
    }
    Ok(found.into_iter().collect())
}

/// The leads with a sample whose case is in conflict or contested: what stands on it waits (I20).
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn blocked(connection: &impl Connection, leads: &[Uuid]) -> Result<Vec<Uuid>> {
    let rows = store::appraisals_of_leads(connection, leads).await?;
    let cases = cases(connection, &rows).await?;
    let stopped: BTreeSet<Uuid> = cases
        .into_iter()
        .filter_map(|(_, _, lead, case)| case.blocks().then_some(lead))
        .collect();
    Ok(stopped.into_iter().collect())
}

/// The leads of which only the brand's own people have found what counts, and one of them declared a commercial dispute with the
/// seller: law enforcement is not asked on such a word alone (domain.md §4.7).
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn partial(connection: &impl Connection, leads: &[Uuid]) -> Result<Vec<Uuid>> {
    let mut gathered: BTreeMap<Uuid, Vec<AppraisalRow>> = BTreeMap::new();
    for row in store::appraisals_of_leads(connection, leads).await? {
        if row.state == AppraisalState::Final.code() {
            gathered.entry(row.lead_id).or_default().push(row);
        }
    }
    let brands: BTreeSet<Uuid> = gathered.values().flatten().map(|row| row.brand_id).collect();
    let brands: Vec<Uuid> = brands.into_iter().collect();
    let brands = rights::brands_by_ids(connection, &brands).await?;
    let homes: HashMap<Uuid, Uuid> = brands
        .into_iter()
        .map(|brand| (brand.id, brand.organization_id))
        .collect();
    // Of what the alliance bought, too, the brand's own people are those whose word is not enough.
    let is_own = |row: &AppraisalRow| {
        row.appraiser_organization_id == row.organization_id
            || homes.get(&row.brand_id) == Some(&row.appraiser_organization_id)
    };
    let disputes = |row: &AppraisalRow| row.interest.as_deref() == Some(AppraiserInterest::CommercialDispute.code());
    let found = gathered
        .into_iter()
        .filter(|(_, rows)| rows.iter().all(is_own) && rows.iter().any(disputes));
    Ok(found.map(|(lead, _)| lead).collect())
}

/// Whether somebody has a sample to inspect.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn is_being_inspected(connection: &impl Connection, sample: Uuid) -> Result<bool> {
    let rows = store::appraisals_of_samples(connection, &[sample]).await?;
    let states: Vec<AppraisalState> = rows.iter().map(|row| code(&row.state)).collect::<Result<_>>()?;
    Ok(states.into_iter().any(AppraisalState::is_open))
}

/// Whether somebody inspects a sample, or has.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn inspects(connection: &impl Connection, sample: Uuid, person: Uuid) -> Result<bool> {
    Ok(!inspected(connection, &[sample], person).await?.is_empty())
}

/// Which of some samples somebody inspects, or has.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn inspected(connection: &impl Connection, samples: &[Uuid], person: Uuid) -> Result<BTreeSet<Uuid>> {
    let ended = [AppraisalState::Declined.code(), AppraisalState::Cancelled.code()];
    let rows = store::appraisals_of_samples(connection, samples).await?;
    let own = rows
        .into_iter()
        .filter(|row| row.appraiser_id == person && !ended.contains(&row.state.as_str()));
    Ok(own.map(|row| row.sample_id).collect())
}

/// Whether somebody ordered an inspection of a sample by an appraiser.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn ordered_for(
    connection: &impl Connection,
    sample: Uuid,
    appraiser: Uuid,
    orderer: Uuid,
) -> Result<bool> {
    let rows = store::appraisals_of_samples(connection, &[sample]).await?;
    Ok(rows
        .iter()
        .any(|row| row.appraiser_id == appraiser && row.ordered_by == orderer))
}

/// The condition that somebody sees the appraisal whose id stands in a column.
pub(crate) fn seen(viewer: &Viewer, now: Timestamp, id: &str) -> Sql {
    store::seen(&AppraisalSight::of(viewer, now), id)
}

/// Whether somebody sees an appraisal.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn sees(connection: &impl Connection, viewer: &Viewer, now: Timestamp, id: Uuid) -> Result<bool> {
    let found = store::appraisals_seen(connection, &AppraisalSight::of(viewer, now), &[id]).await?;
    Ok(!found.is_empty())
}
