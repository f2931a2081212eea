//! Lists whose rows a statement of a slice's own chooses: one page by keyset, and how many rows there are up to a bound.

use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

use super::Sql;
use crate::platform::{
    error::Result,
    graphql::connection::{Page, PageArgs, Run},
};

/// Adds the bounds of a run as conditions on a key and an id.
pub fn places(sql: &mut Sql, run: &Run, key: &str, id: &str) {
    for (bound, forward) in [(run.after, true), (run.before, false)] {
        if let Some((at, object)) = bound {
            let less = if forward == run.descending { "<" } else { ">" };
            sql.push(&format!(" AND ({key}, {id}) {less} ("));
            sql.bind(at).push(", ").bind(object).push(")");
        }
    }
}

/// Adds the order of a run and how many rows it takes.
pub fn ordered(sql: &mut Sql, run: &Run, key: &str, id: &str) {
    in_order(sql, run, key, id);
    sql.push(&format!(" LIMIT {}", run.limit));
}

/// Adds the order of a run.
pub fn in_order(sql: &mut Sql, run: &Run, key: &str, id: &str) {
    let direction = if run.descending { "DESC" } else { "ASC" };
    sql.push(&format!(" ORDER BY {key} {direction}, {id} {direction}"));
}

/// The page that `args` ask for of the rows that `sql` chooses.
///
/// `sql` is a `SELECT` that ends within its conditions, where another ` AND ` may follow: who may see what is said there,
/// before the page is cut. `key` and `id` are the columns of the list's order as they are called there; `place` is what a
/// row has in them. `descending` is the list's own order, whichever way the page is read.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn page_of<M: FromQueryResult>(
    connection: &impl ConnectionTrait,
    mut sql: Sql,
    (key, id): (&str, &str),
    descending: bool,
    args: &PageArgs,
    place: fn(&M) -> (i64, Uuid),
) -> Result<Page<M>> {
    let run = args.run(descending);
    places(&mut sql, &run, key, id);
    ordered(&mut sql, &run, key, id);
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let rows = rows.iter().map(|row| {
        let row = M::from_query_result(row, "")?;
        let (at, id) = place(&row);
        Ok((at, id, row))
    });
    Ok(Page::cut(rows.collect::<Result<Vec<_>>>()?, args))
}

/// How many rows `chosen` has, a whole `SELECT`, counted up to `most`.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn counted(connection: &impl ConnectionTrait, chosen: &Sql, most: u64) -> Result<u64> {
    let mut sql = Sql::new("SELECT COUNT(*) AS found FROM (");
    sql.append(chosen).push(&format!(" LIMIT {most}) AS counted"));
    let row = connection
        .query_one_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let found: i64 = row.map_or(Ok(0), |row| row.try_get("", "found"))?;
    Ok(found.unsigned_abs())
}

#[cfg(test)]
mod tests {
    use sea_orm::DatabaseBackend;

    use super::*;

    fn text(args: &PageArgs, descending: bool) -> String {
        let run = args.run(descending);
        let mut sql = Sql::new("SELECT 1 FROM t o WHERE 1 = 1");
        places(&mut sql, &run, "o.at", "o.id");
        ordered(&mut sql, &run, "o.at", "o.id");
        sql.statement(DatabaseBackend::Sqlite).sql
    }

    #[test]
    fn a_page_read_backwards_turns_the_order_and_the_bound_round() {
        let after = PageArgs {
            size: 20,
            after: Some((7, Uuid::nil())),
            before: None,
            backward: false,
        };
        assert_eq!(
            text(&after, true),
            "SELECT 1 FROM t o WHERE 1 = 1 AND (o.at, o.id) < ($1, $2) ORDER BY o.at DESC, o.id DESC LIMIT 21"
        );
        let before = PageArgs {
            size: 20,
            after: None,
            before: Some((7, Uuid::nil())),
            backward: true,
        };
        assert_eq!(
            text(&before, true),
            "SELECT 1 FROM t o WHERE 1 = 1 AND (o.at, o.id) > ($1, $2) ORDER BY o.at ASC, o.id ASC LIMIT 21"
        );
        assert_eq!(
            text(&after, false),
            "SELECT 1 FROM t o WHERE 1 = 1 AND (o.at, o.id) > ($1, $2) ORDER BY o.at ASC, o.id ASC LIMIT 21"
        );
    }
}
