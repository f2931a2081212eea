//! The search index: one document per lead, subject, item, piece of evidence and comment, found only by those who see it.

mod find;

use sea_orm::{ConnectionTrait, DatabaseBackend, FromQueryResult as _};
use uuid::Uuid;

use super::{CommentRow, EvidenceRow, ItemRow, LeadRow, SubjectRow, lists::visible};
use crate::{
    audience::{Kind, Sight},
    leads::rules::{SearchField, SearchKind},
    platform::{
        db::{Sql, Tx, columns},
        error::Result,
        text,
    },
};

pub(crate) use find::{Found, SearchQuery, Sights, search_count, search_facets, search_page};

/// The texts that an object is found by, and of which a viewer who finds it is shown pieces.
pub(crate) type Texts<'a> = Vec<(SearchField, &'a str)>;

/// Every kind that is searched, as the audience knows it.
const KINDS: [(SearchKind, Kind); 5] = [
    (SearchKind::Lead, Kind::Lead),
    (SearchKind::Subject, Kind::Subject),
    (SearchKind::Item, Kind::Item),
    (SearchKind::Evidence, Kind::Evidence),
    (SearchKind::Comment, Kind::Comment),
];

/// The texts of a lead.
pub(crate) fn lead_texts(row: &LeadRow) -> Texts<'_> {
    let mut texts = vec![
        (SearchField::Reference, row.reference.as_str()),
        (SearchField::Title, row.title.as_str()),
    ];
    texts.extend(row.summary.as_deref().map(|summary| (SearchField::Summary, summary)));
    texts
}

/// The texts of an item.
pub(crate) fn item_texts(row: &ItemRow) -> Texts<'_> {
    let fields = [
        (SearchField::Title, Some(&row.title)),
        (SearchField::Seller, row.seller.as_ref()),
        (SearchField::Platform, row.platform.as_ref()),
        (SearchField::ListingId, row.listing_id.as_ref()),
        (SearchField::ShopId, row.shop_id.as_ref()),
        (SearchField::Url, row.canonical_url.as_ref()),
    ];
    let known = fields
        .into_iter()
        .filter_map(|(field, text)| Some((field, text?.as_str())));
    known.collect()
}

/// The texts of a comment.
pub(crate) fn comment_texts(row: &CommentRow) -> Texts<'_> {
    vec![(SearchField::Body, row.body.as_str())]
}

/// The texts of a subject that is known by some identifiers. What is masked is not found by its parts either, or trying
/// words would read it without a purpose (I38).
pub(crate) fn subject_texts<'a>(row: &'a SubjectRow, identifiers: impl Iterator<Item = &'a str>) -> Texts<'a> {
    if row.is_person {
        return Vec::new();
    }
    let mut texts = vec![(SearchField::Name, row.name.as_str())];
    texts.extend(row.detail.as_deref().map(|detail| (SearchField::Detail, detail)));
    texts.extend(identifiers.map(|identifier| (SearchField::Identifier, identifier)));
    texts
}

/// The texts of a piece of evidence.
pub(crate) fn evidence_texts(row: &EvidenceRow) -> Texts<'_> {
    let mut texts = vec![(SearchField::Title, row.title.as_str())];
    texts.extend(row.file_name.as_deref().map(|name| (SearchField::FileName, name)));
    texts
}

/// Indexes a lead's own words.
pub(crate) async fn index_lead(tx: &Tx, lead: &LeadRow) -> Result<()> {
    put(tx, Kind::Lead, lead.id, lead.id, &lead_texts(lead)).await
}

/// Indexes an item's words.
pub(crate) async fn index_item(tx: &Tx, item: &ItemRow) -> Result<()> {
    put(tx, Kind::Item, item.id, item.lead_id, &item_texts(item)).await
}

/// Indexes a comment.
pub(crate) async fn index_comment(tx: &Tx, comment: &CommentRow) -> Result<()> {
    put(tx, Kind::Comment, comment.id, comment.lead_id, &comment_texts(comment)).await
}

/// Indexes a subject that is known by some identifiers.
pub(crate) async fn index_subject(tx: &Tx, row: &SubjectRow, identifiers: &[&str]) -> Result<()> {
    let texts = subject_texts(row, identifiers.iter().copied());
    put(tx, Kind::Subject, row.id, row.lead_id, &texts).await
}

/// Has nothing find a subject any more.
pub(crate) async fn unindex_subject(tx: &Tx, row: &SubjectRow) -> Result<()> {
    put(tx, Kind::Subject, row.id, row.lead_id, &Vec::new()).await
}

/// Indexes a piece of evidence.
pub(crate) async fn index_evidence(tx: &Tx, row: &EvidenceRow) -> Result<()> {
    put(tx, Kind::Evidence, row.id, row.lead_id, &evidence_texts(row)).await
}

/// Up to `most` pieces of evidence that are not found by their words, because an older version kept them.
pub(crate) async fn evidence_unindexed(connection: &impl ConnectionTrait, most: u64) -> Result<Vec<EvidenceRow>> {
    let mut sql = Sql::new(&format!(
        "SELECT {} FROM evidence_item e WHERE NOT EXISTS (SELECT 1 FROM search_document d WHERE d.kind = ",
        columns::<entity::evidence_item::Entity>("e")
    ));
    sql.bind(Kind::Evidence.code())
        .push(&format!(" AND d.object_id = e.id) ORDER BY e.id LIMIT {most}"));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| Ok(EvidenceRow::from_query_result(row, "")?))
        .collect()
}

async fn put(tx: &Tx, kind: Kind, object: Uuid, root: Uuid, texts: &Texts<'_>) -> Result<()> {
    let words: Vec<&str> = texts.iter().map(|(_, text)| *text).collect();
    let tokens = text::search_tokens(&words.join("\n")).join(" ");
    let connection = tx.connection();
    let mut sql = Sql::default();
    if tx.backend() == DatabaseBackend::Postgres {
        sql.push("INSERT INTO search_document (kind, object_id, root_id, tokens) VALUES (")
            .bind(kind.code())
            .push(", ")
            .bind(object);
        sql.push(", ")
            .bind(root)
            .push(", array_to_tsvector(string_to_array(")
            .bind(tokens)
            .push(", ' ')))");
        sql.push(" ON CONFLICT (kind, object_id) DO UPDATE SET tokens = EXCLUDED.tokens");
        connection.execute_raw(sql.statement(tx.backend())).await?;
        return Ok(());
    }
    sql.push("INSERT INTO search_document (kind, object_id, root_id) VALUES (")
        .bind(kind.code())
        .push(", ")
        .bind(object);
    sql.push(", ").bind(root).push(") ON CONFLICT DO NOTHING");
    connection.execute_raw(sql.statement(tx.backend())).await?;
    for (verb, with_tokens) in [
        ("DELETE FROM search_text WHERE rowid = ", false),
        ("INSERT INTO search_text (rowid, tokens) SELECT ", true),
    ] {
        let mut sql = Sql::new(verb);
        if with_tokens {
            sql.push("row_number, ")
                .bind(tokens.as_str())
                .push(" FROM search_document WHERE kind = ")
                .bind(kind.code());
            sql.push(" AND object_id = ").bind(object);
        } else {
            sql.push("(SELECT row_number FROM search_document WHERE kind = ")
                .bind(kind.code());
            sql.push(" AND object_id = ").bind(object).push(")");
        }
        connection.execute_raw(sql.statement(tx.backend())).await?;
    }
    Ok(())
}

/// Adds the condition that a text of the lead `o` that the viewer sees has all the words. Words without a letter or
/// digit find nothing.
pub(super) fn matching(sql: &mut Sql, words: &str, sight: &Sight, backend: DatabaseBackend) {
    let tokens = text::query_tokens(words);
    if tokens.is_empty() {
        sql.push(" AND FALSE");
        return;
    }
    sql.push(" AND o.id IN (SELECT d.root_id FROM search_document d JOIN audience v ON v.kind = d.kind AND v.object_id = d.object_id WHERE ");
    has_all(sql, &tokens, backend);
    // Evidence takes a right of its own, which a list of leads does not ask for.
    sql.push(&format!(" AND d.kind <> '{}'", Kind::Evidence.code()));
    visible(sql, sight);
    sql.push(")").by_values();
}

/// The condition that the document `d` has all the tokens, of which there is one at least. They are letters and digits,
/// nothing that means something to either database's language of queries.
fn has_all(sql: &mut Sql, tokens: &[String], backend: DatabaseBackend) {
    if backend == DatabaseBackend::Postgres {
        let query: Vec<String> = tokens.iter().map(|token| format!("'{token}'")).collect();
        sql.push("d.tokens @@ CAST(")
            .bind(query.join(" & "))
            .push(" AS tsquery)");
    } else {
        let query: Vec<String> = tokens.iter().map(|token| format!("\"{token}\"")).collect();
        sql.push("d.row_number IN (SELECT rowid FROM search_text WHERE search_text MATCH ")
            .bind(query.join(" "))
            .push(")");
    }
}
