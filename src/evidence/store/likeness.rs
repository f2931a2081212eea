//! What pictures look like: the wishes to find it out, and what was found.

use jiff::Timestamp;
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, FromQueryResult as _, IntoActiveModel as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, sea_query::OnConflict,
};
use uuid::Uuid;

use super::ItemRow;
use crate::{
    audience::{self, Kind, Sight},
    evidence::rules::{
        EvidenceState, PictureState,
        likeness::{ALIKE, BANDS, Fingerprint, VERSION},
    },
    platform::{
        clock::micros,
        db::{Sql, Tx, columns},
        error::Result,
    },
};
use entity::{
    evidence_item,
    picture_fingerprint::{ActiveModel, Column, Entity, Model},
};

/// What a stored picture looks like, or the wish to find it out; under the id of its bytes.
pub(in crate::evidence) type PictureRow = Model;

/// The columns of the parts by which near ones are looked for.
const PARTS: [&str; BANDS] = ["band_a", "band_b", "band_c", "band_d"];
/// From 16 bits to how many of them are set, step by step: `@` is a part. Neither database's own way is known to the other.
const COUNTING: [&str; 4] = [
    "@ - ((@ >> 1) & 21845)",
    "(@ & 13107) + ((@ >> 2) & 13107)",
    "(@ + (@ >> 4)) & 3855",
    "(@ + (@ >> 8)) & 31",
];

/// Wishes that a stored picture be looked at, unless somebody has; its bytes may have been brought before.
pub(in crate::evidence) async fn picture_wish(tx: &Tx, file: Uuid) -> Result<()> {
    let wish = PictureRow {
        file_id: file,
        version: VERSION,
        state: PictureState::Waiting.code().to_owned(),
        attempts: 0,
        next_at: micros(tx.now()),
        hash: None,
        band_a: None,
        band_b: None,
        band_c: None,
        band_d: None,
    };
    let once = OnConflict::column(Column::FileId).do_nothing().to_owned();
    Entity::insert(wish.into_active_model())
        .on_conflict(once)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Up to `most` wishes whose turn has come.
pub(in crate::evidence) async fn pictures_due(
    connection: &impl ConnectionTrait,
    now: Timestamp,
    most: u64,
) -> Result<Vec<PictureRow>> {
    Ok(Entity::find()
        .filter(Column::State.eq(PictureState::Waiting.code()))
        .filter(Column::NextAt.lte(micros(now)))
        .order_by_asc(Column::NextAt)
        .order_by_asc(Column::FileId)
        .limit(most)
        .all(connection)
        .await?)
}

/// Notes of a wish that waits how often it was taken up and when its next turn is; false where somebody else has.
pub(in crate::evidence) async fn picture_put_off(
    tx: &Tx,
    wish: &PictureRow,
    attempts: i32,
    next: Timestamp,
) -> Result<bool> {
    let put_off = Entity::update_many()
        .set(ActiveModel {
            attempts: Set(attempts),
            next_at: Set(micros(next)),
            ..Default::default()
        })
        .filter(Column::FileId.eq(wish.file_id))
        .filter(Column::State.eq(PictureState::Waiting.code()))
        .filter(Column::Attempts.eq(wish.attempts))
        .exec(tx.connection())
        .await?;
    Ok(put_off.rows_affected == 1)
}

/// Notes what became of a wish that waits. That its bytes are gone meanwhile, and it with them, is no error.
pub(in crate::evidence) async fn picture_note(
    tx: &Tx,
    file: Uuid,
    state: PictureState,
    fingerprint: Option<Fingerprint>,
) -> Result<()> {
    let bands = fingerprint.map(Fingerprint::bands);
    let band = |part: usize| Set(bands.map(|bands| i32::from(bands[part])));
    Entity::update_many()
        .set(ActiveModel {
            version: Set(VERSION),
            state: Set(state.code().to_owned()),
            hash: Set(fingerprint.map(Fingerprint::stored)),
            band_a: band(0),
            band_b: band(1),
            band_c: band(2),
            band_d: band(3),
            ..Default::default()
        })
        .filter(Column::FileId.eq(file))
        .filter(Column::State.eq(PictureState::Waiting.code()))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// What a stored picture looks like, where that is known.
pub(in crate::evidence) async fn fingerprint_of(
    connection: &impl ConnectionTrait,
    file: Uuid,
) -> Result<Option<Fingerprint>> {
    let row = Entity::find_by_id(file).one(connection).await?;
    let row = row.filter(|row| row.version == VERSION);
    Ok(row.and_then(|row| row.hash).map(Fingerprint::read))
}

/// The other pieces of evidence that the sight meets and whose pictures are alike, each with in how many bits it differs: the
/// nearest first, of the same distance the latest, at most `most`.
///
/// Pictures are found by their parts first, whoever sees them; nothing of what the sight does not meet leaves the statement
/// or takes a place in what does.
pub(in crate::evidence) async fn pictures_alike(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    own: Uuid,
    fingerprint: Fingerprint,
    most: usize,
) -> Result<Vec<(i32, ItemRow)>> {
    if sight.principals.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql = Sql::new(&format!(
        "SELECT d.distance, {} FROM (",
        columns::<evidence_item::Entity>("o")
    ));
    // Those that are near are few: SQLite begins with what stands before a cross join.
    sql.append(&distances(fingerprint))
        .push(") AS d CROSS JOIN evidence_item o WHERE o.file_id = d.file_id AND o.id <> ")
        .bind(own)
        .push(&format!(" AND d.distance <= {ALIKE} AND o.state = "))
        .bind(EvidenceState::Held.code())
        .push(" AND ")
        .append(&audience::meets(sight, Kind::Evidence, "o.id"))
        .push(&format!(" ORDER BY d.distance, o.created_at DESC, o.id LIMIT {most}"));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| Ok((row.try_get("", "distance")?, ItemRow::from_query_result(row, "")?)))
        .collect()
}

/// The stored pictures that are near by one part, each with in how many bits it differs, as [`Fingerprint::distance`] says it.
fn distances(fingerprint: Fingerprint) -> Sql {
    let mut counted = differences(fingerprint);
    for step in COUNTING {
        let parts = PARTS.map(|part| format!("{} AS {part}", step.replace('@', &format!("x.{part}"))));
        let mut further = Sql::new(&format!("SELECT x.file_id, {} FROM (", parts.join(", ")));
        further.append(&counted).push(") AS x");
        counted = further;
    }
    let all = PARTS.map(|part| format!("x.{part}")).join(" + ");
    let mut sql = Sql::new(&format!("SELECT x.file_id, {all} AS distance FROM ("));
    sql.append(&counted).push(") AS x");
    sql
}

/// The stored pictures that are near by one part, each with the bits in which its parts differ.
fn differences(fingerprint: Fingerprint) -> Sql {
    let mut sql = Sql::new("SELECT n.file_id");
    for (part, band) in PARTS.into_iter().zip(fingerprint.bands()) {
        let band = i32::from(band);
        // What one of them has, without what both have.
        sql.push(&format!(", (n.{part} | "))
            .bind(band)
            .push(&format!(") - (n.{part} & "))
            .bind(band)
            .push(&format!(") AS {part}"));
    }
    sql.push(" FROM (");
    let parts = PARTS.map(|part| format!("p.{part}")).join(", ");
    for (place, (part, near)) in PARTS.into_iter().zip(fingerprint.near()).enumerate() {
        sql.push(if place == 0 { "" } else { " UNION " })
            .push(&format!(
                "SELECT p.file_id, {parts} FROM picture_fingerprint p WHERE p.{part}"
            ))
            .among(near)
            .push(&format!(" AND p.version = {VERSION}"));
    }
    sql.push(") AS n");
    sql
}

/// The pieces of evidence that are made of some stored bytes.
pub(in crate::evidence) async fn items_made_of(connection: &impl ConnectionTrait, file: Uuid) -> Result<Vec<Uuid>> {
    Ok(evidence_item::Entity::find()
        .select_only()
        .column(evidence_item::Column::Id)
        .filter(evidence_item::Column::FileId.eq(file))
        .into_tuple()
        .all(connection)
        .await?)
}
