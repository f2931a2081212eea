//! Comparing an action with the others. What is found goes to the desk and to those who lead one of the two, and to nobody
//! else: not to the teams, not to whoever's submission brought it to light.

use std::collections::{BTreeSet, HashMap};

use uuid::Uuid;

use super::news::{self, News};
use crate::{
    actions::{
        rules::{ClashKind, HitState, NEAR_PLACE, TeamRole, TimeBox, clashes},
        store::{self, ActionRow, HitRow, RecordRow},
    },
    app::App,
    audience::{self, Keys, Kind},
    permissions::embargo::clash_audience,
    platform::{
        clock::{NEVER, micros},
        db::{Tx, code, json},
        error::{ApiError, Result},
    },
    purchases,
};

/// Has an action compared with the others as it stands now, or compared no more.
pub(super) async fn settle(app: &App, tx: &Tx, row: &ActionRow, by: Option<Uuid>) -> Result<()> {
    let before = store::record_of(tx.connection(), row.id).await?;
    let state = store::state_of(row)?;
    if state.is_compared() || state.is_followed() {
        store::take_turn(tx).await?;
        if let Some(time_box) = time_box(tx, row).await? {
            let has_moved = match &before {
                Some(before) if state.is_compared() => time_box.has_moved_from(&store::time_box(before)?),
                Some(_) | None => false,
            };
            let record = record(app, tx, row, before.as_ref(), &time_box)?;
            store::record_put(tx, &record).await?;
            let planned = state.is_compared().then_some(&time_box);
            purchases::meet_action(app, tx, row.id, planned).await?;
            return compare(app, tx, (&record, &time_box, has_moved), by).await;
        }
    }
    match before.filter(|record| record.live) {
        Some(record) => {
            purchases::meet_action(app, tx, row.id, None).await?;
            retire(tx, record).await
        }
        None => Ok(()),
    }
}

/// What is compared of an action; nothing where it does not say where and when, and where it is over and met with nobody who is
/// known by something.
async fn time_box(tx: &Tx, row: &ActionRow) -> Result<Option<TimeBox>> {
    let sites = store::sites_of(tx.connection(), &[row.id]).await?;
    let (Some(starts_at), Some(ends_at), Some(first)) = (row.starts_at, row.ends_at, sites.first()) else {
        return Ok(None);
    };
    let planned = TimeBox {
        starts_at,
        ends_at,
        country: first.country.clone(),
        divisions: sites.iter().filter_map(|site| site.division_code.clone()).collect(),
        places: sites.iter().map(|site| site.place_hash.clone()).collect(),
        hashes: BTreeSet::new(),
    };
    if store::state_of(row)?.is_followed() {
        let suspects = hashes_of_suspects(tx, row.id).await?;
        return Ok((!suspects.is_empty()).then(|| planned.over(suspects)));
    }
    let subjects = store::subjects_of(tx.connection(), &[row.id]).await?;
    let subjects: Vec<Uuid> = subjects.into_iter().map(|(_, subject)| subject).collect();
    Ok(Some(TimeBox {
        hashes: store::hashes_of(tx.connection(), &subjects).await?,
        ..planned
    }))
}

/// Keyed hashes of what the suspects of an action are known by.
async fn hashes_of_suspects(tx: &Tx, action: Uuid) -> Result<BTreeSet<String>> {
    let mut hashes = BTreeSet::new();
    for suspect in store::suspects_of(tx.connection(), &[action]).await? {
        if suspect.struck_in.is_none() {
            hashes.extend(json::<Vec<String>>(&suspect.hashes)?);
        }
    }
    Ok(hashes)
}

fn record(app: &App, tx: &Tx, row: &ActionRow, before: Option<&RecordRow>, time_box: &TimeBox) -> Result<RecordRow> {
    Ok(RecordRow {
        id: before.map_or_else(|| app.ids.id(tx.now()), |before| before.id),
        action_id: row.id,
        starts_at: time_box.starts_at,
        ends_at: time_box.ends_at,
        country: time_box.country.clone(),
        divisions: listed(&time_box.divisions)?,
        places: listed(&time_box.places)?,
        hashes: listed(&time_box.hashes)?,
        live: true,
    })
}

fn listed<T: serde::Serialize>(values: &T) -> Result<String> {
    serde_json::to_string(values).map_err(ApiError::internal)
}

/// Finds what an action meets, and what it meets no more.
async fn compare(
    app: &App,
    tx: &Tx,
    (own, time_box, has_moved): (&RecordRow, &TimeBox, bool),
    by: Option<Uuid>,
) -> Result<()> {
    let distance = i64::try_from(NEAR_PLACE.as_micros()).unwrap_or(i64::MAX);
    let span = (
        time_box.starts_at.saturating_sub(distance),
        time_box.ends_at.saturating_add(distance),
    );
    let known = store::hits_of_records(tx.connection(), &[own.id]).await?;
    let mut known: HashMap<Uuid, HitRow> = known.into_iter().map(|hit| (other_of(&hit, own.id), hit)).collect();
    for other in store::records_near(tx, own.id, span).await? {
        let kinds = clashes(time_box, &store::time_box(&other)?);
        match (kinds.is_empty(), known.remove(&other.id)) {
            (true, None) => {}
            (true, Some(hit)) => end(tx, hit).await?,
            (false, None) => begin(app, tx, own, &other, &kinds, by).await?,
            (false, Some(hit)) => again(app, tx, (own, has_moved), hit, &kinds, by).await?,
        }
    }
    // Those that are too far away by now, or are compared no more.
    for hit in known.into_values() {
        end(tx, hit).await?;
    }
    Ok(())
}

fn other_of(hit: &HitRow, own: Uuid) -> Uuid {
    if hit.first_id == own {
        hit.second_id
    } else {
        hit.first_id
    }
}

/// Two meet that did not before.
async fn begin(
    app: &App,
    tx: &Tx,
    own: &RecordRow,
    other: &RecordRow,
    kinds: &[ClashKind],
    by: Option<Uuid>,
) -> Result<()> {
    let hit = HitRow {
        id: app.ids.id(tx.now()),
        first_id: own.id.min(other.id),
        second_id: own.id.max(other.id),
        kinds: listed(&kinds)?,
        state: HitState::Open.code().to_owned(),
        resolution: None,
        moves_id: None,
        first_signed_by: None,
        second_signed_by: None,
        note: None,
        found_at: micros(tx.now()),
        resolved_at: None,
        version: 1,
    };
    store::hit_insert(tx, hit.clone()).await?;
    audience_put(tx, &hit).await?;
    news::publish(app, tx, own.action_id, News::Clash(hit.id), by).await
}

/// Two still meet. What was resolved is asked anew only where they meet in something more, had ceased to meet, or where one that
/// both agreed may go ahead is at another time or place by now: who signed that signed for what was.
async fn again(
    app: &App,
    tx: &Tx,
    (own, has_moved): (&RecordRow, bool),
    mut hit: HitRow,
    kinds: &[ClashKind],
    by: Option<Uuid>,
) -> Result<()> {
    let before: BTreeSet<ClashKind> = json(&hit.kinds)?;
    let state: HitState = code(&hit.state)?;
    let is_more = kinds.iter().any(|kind| !before.contains(kind));
    hit.kinds = listed(&kinds)?;
    let is_signed = hit.first_signed_by.is_some() || hit.second_signed_by.is_some();
    let has_lapsed = has_moved && is_signed;
    let is_asked = state == HitState::Void || state == HitState::Resolved && (is_more || has_lapsed);
    if is_asked {
        HitState::Open.code().clone_into(&mut hit.state);
        (hit.resolution, hit.moves_id, hit.note, hit.resolved_at) = (None, None, None, None);
    }
    if is_asked || has_lapsed {
        (hit.first_signed_by, hit.second_signed_by) = (None, None);
    }
    // Where one of them has moved the version goes on, too: nobody signs for where it was.
    if !is_asked && !is_more && !has_moved {
        return audience_put(tx, &hit).await;
    }
    let hit = store::hit_save(tx, hit).await?;
    audience_put(tx, &hit).await?;
    match is_asked || has_lapsed {
        true => news::publish(app, tx, own.action_id, News::Clash(hit.id), by).await,
        false => Ok(()),
    }
}

/// Two meet no more.
async fn end(tx: &Tx, mut hit: HitRow) -> Result<()> {
    let hit = match code(&hit.state)? {
        HitState::Open | HitState::Moving => {
            HitState::Void.code().clone_into(&mut hit.state);
            hit.resolved_at = Some(micros(tx.now()));
            store::hit_save(tx, hit).await?
        }
        HitState::Resolved | HitState::Void => hit,
    };
    audience_put(tx, &hit).await
}

/// An action is compared no more: nobody meets it, and by what people are known is not kept for that any longer.
async fn retire(tx: &Tx, mut record: RecordRow) -> Result<()> {
    record.live = false;
    record.hashes = listed(&BTreeSet::<String>::new())?;
    store::record_put(tx, &record).await?;
    for hit in store::hits_of_records(tx.connection(), &[record.id]).await? {
        end(tx, hit).await?;
    }
    Ok(())
}

/// Whether the two of a hit meet as they stand now.
fn meet(records: &[RecordRow]) -> Result<bool> {
    match records {
        [one, other] if one.live && other.live => {
            let found = clashes(&store::time_box(one)?, &store::time_box(other)?);
            Ok(!found.is_empty())
        }
        _ => Ok(false),
    }
}

/// Writes who learns of what an action meets: who leads it may have changed.
pub(super) async fn audiences_put(tx: &Tx, action: Uuid) -> Result<()> {
    let Some(record) = store::record_of(tx.connection(), action).await? else {
        return Ok(());
    };
    for hit in store::hits_of_records(tx.connection(), &[record.id]).await? {
        audience_put(tx, &hit).await?;
    }
    Ok(())
}

/// Writes who learns that two meet. Whoever leads one of them knows of the other one as long as they do, and not where it goes
/// from there: what is compared of it is shown as it stands (I28). The desk keeps what was found.
pub(super) async fn audience_put(tx: &Tx, hit: &HitRow) -> Result<()> {
    let records = store::records_by_ids(tx.connection(), &[hit.first_id, hit.second_id]).await?;
    let actions: Vec<Uuid> = match meet(&records)? {
        true => records.into_iter().map(|record| record.action_id).collect(),
        false => Vec::new(),
    };
    let mut leads = Vec::new();
    for member in store::members_of(tx.connection(), &actions).await? {
        if code::<TeamRole>(&member.role)? == TeamRole::Lead {
            leads.push(member.person_id);
        }
    }
    let state: HitState = code(&hit.state)?;
    let keys = Keys {
        id: hit.id,
        root: hit.id,
        created_at: hit.found_at,
        due_at: NEVER,
        priority: 0,
        open: matches!(state, HitState::Open | HitState::Moving),
    };
    audience::replace(tx, Kind::Clash, keys, &clash_audience(&leads)).await
}
