//! The search index: one document per lead, item and comment, found only by those who see it.

use sea_orm::{ConnectionTrait as _, DatabaseBackend};
use uuid::Uuid;

use super::{CommentRow, ItemRow, LeadRow, SubjectRow, lists::visible};
use crate::{
    audience::{Kind, Sight},
    platform::{
        db::{Sql, Tx},
        error::Result,
        text,
    },
};

/// Indexes a lead's own words.
pub(crate) async fn index_lead(tx: &Tx, lead: &LeadRow) -> Result<()> {
    let words = [
        lead.reference.as_str(),
        &lead.title,
        lead.summary.as_deref().unwrap_or_default(),
    ]
    .join("\n");
    put(tx, Kind::Lead, lead.id, lead.id, &words).await
}

/// Indexes an item's words.
pub(crate) async fn index_item(tx: &Tx, item: &ItemRow) -> Result<()> {
    let fields = [
        Some(&item.title),
        item.seller.as_ref(),
        item.platform.as_ref(),
        item.listing_id.as_ref(),
        item.shop_id.as_ref(),
        item.canonical_url.as_ref(),
    ];
    let words: Vec<&str> = fields.into_iter().flatten().map(String::as_str).collect();
    put(tx, Kind::Item, item.id, item.lead_id, &words.join("\n")).await
}

/// Indexes a comment.
pub(crate) async fn index_comment(tx: &Tx, comment: &CommentRow) -> Result<()> {
    put(tx, Kind::Comment, comment.id, comment.lead_id, &comment.body).await
}

/// Indexes the words of a subject.
pub(crate) async fn index_subject(tx: &Tx, row: &SubjectRow, words: &str) -> Result<()> {
    put(tx, Kind::Subject, row.id, row.lead_id, words).await
}

async fn put(tx: &Tx, kind: Kind, object: Uuid, root: Uuid, words: &str) -> Result<()> {
    let tokens = text::search_tokens(words).join(" ");
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
    visible(sql, sight);
    sql.push(")").by_values();
}
