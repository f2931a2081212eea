//! A statement put together from text and bound values, for the few that an ORM cannot say.
//!
//! `$1` is understood by both drivers, so most statements are one text for both databases.

use sea_orm::{
    ConnectionTrait, DatabaseBackend, DatabaseConnection, EntityTrait, FromQueryResult as _, IdenStatic as _,
    Iterable as _, QueryResult, Statement, TransactionTrait as _, Value,
};
use uuid::Uuid;

use crate::platform::error::Result;

/// Text with bound values.
#[derive(Debug, Clone, Default)]
pub struct Sql {
    parts: Vec<Part>,
    by_values: bool,
}

#[derive(Debug, Clone)]
enum Part {
    Text(String),
    Bound(Value),
    /// A condition: what stands before it is one of these.
    Among(Vec<Value>),
}

impl Sql {
    /// Starts with `text`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut sql = Self::default();
        sql.push(text);
        sql
    }

    /// Adds text; it must never hold anything a client sent.
    pub fn push(&mut self, text: &str) -> &mut Self {
        match self.parts.last_mut() {
            Some(Part::Text(before)) => before.push_str(text),
            _ if text.is_empty() => {}
            _ => self.parts.push(Part::Text(text.to_owned())),
        }
        self
    }

    /// Adds a bound value.
    pub fn bind(&mut self, value: impl Into<Value>) -> &mut Self {
        self.parts.push(Part::Bound(value.into()));
        self
    }

    /// Adds the condition that what stands before it is one of these values; of none, nothing is.
    pub fn among<V: Into<Value>>(&mut self, values: impl IntoIterator<Item = V>) -> &mut Self {
        self.parts
            .push(Part::Among(values.into_iter().map(Into::into).collect()));
        self
    }

    /// Adds another piece.
    pub fn append(&mut self, other: &Self) -> &mut Self {
        self.parts.extend_from_slice(&other.parts);
        self.by_values |= other.by_values;
        self
    }

    /// Says that the best way to run the statement depends on its values, such as how rare a word is, so that [`rows`] has
    /// it planned for them.
    pub fn by_values(&mut self) -> &mut Self {
        self.by_values = true;
        self
    }

    /// Whether nothing was added yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// The finished statement.
    #[must_use]
    pub fn statement(self, backend: DatabaseBackend) -> Statement {
        let mut written = Written::default();
        for part in self.parts {
            match part {
                Part::Text(text) => written.text.push_str(&text),
                Part::Bound(value) => written.bind(value),
                Part::Among(values) => written.among(values, backend),
            }
        }
        Statement::from_sql_and_values(backend, written.text, written.values)
    }
}

/// A statement as its parts are written down.
#[derive(Default)]
struct Written {
    text: String,
    values: Vec<Value>,
}

impl Written {
    fn bind(&mut self, value: Value) {
        self.values.push(value);
        self.text.push('$');
        self.text.push_str(&self.values.len().to_string());
    }

    /// PostgreSQL takes a list as one value, so that the statement is the same whatever its length, and prepared and planned
    /// once. SQLite takes them one by one, [padded].
    fn among(&mut self, values: Vec<Value>, backend: DatabaseBackend) {
        let Some(first) = values.first() else {
            self.text.push_str(" IN (NULL)");
            return;
        };
        if backend == DatabaseBackend::Postgres {
            let kind = first.array_type();
            self.text.push_str(" = ANY (");
            self.bind(Value::Array(kind, Some(Box::new(values))));
        } else {
            self.text.push_str(" IN (");
            for (index, value) in padded(values).enumerate() {
                self.text.push_str(if index == 0 { "" } else { ", " });
                self.bind(value);
            }
        }
        self.text.push(')');
    }
}

/// Longer lists are rare, and a statement takes only so many values.
const MOST_PADDED: usize = 1_024;

/// The values of a list that is searched in, the last one again and again up to a power of two of them. A statement is
/// prepared once for each length of its lists: with this there are few, and the connections keep them.
fn padded<V: Clone>(values: impl IntoIterator<Item = V>) -> impl Iterator<Item = V> {
    let values: Vec<V> = values.into_iter().collect();
    let more = match values.len() {
        few if few <= MOST_PADDED => few.next_power_of_two() - few,
        _ => 0,
    };
    let last = values.last().cloned();
    values.into_iter().chain(last.into_iter().cycle().take(more))
}

/// The columns of an entity's table under an alias. By name, because a prepared `SELECT *` fails once another version adds
/// a column.
#[must_use]
pub fn columns<E: EntityTrait>(alias: &str) -> String {
    let named = E::Column::iter().map(|column| format!("{alias}.\"{}\"", column.as_str()));
    named.collect::<Vec<_>>().join(", ")
}

/// The rows of a statement.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn rows(connection: &DatabaseConnection, sql: Sql) -> Result<Vec<QueryResult>> {
    let backend = connection.get_database_backend();
    if !sql.by_values || backend != DatabaseBackend::Postgres {
        return Ok(connection.query_all_raw(sql.statement(backend)).await?);
    }
    let tx = connection.begin().await?;
    tx.execute_unprepared("SET LOCAL plan_cache_mode = force_custom_plan")
        .await?;
    let rows = tx.query_all_raw(sql.statement(backend)).await?;
    tx.commit().await?;
    Ok(rows)
}

/// The rows with these ids, in any order.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn by_ids<E: EntityTrait>(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<E::Model>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let (wanted, table) = (columns::<E>("o"), E::default());
    let mut sql = Sql::new(&format!("SELECT {wanted} FROM {} o WHERE o.id", table.table_name()));
    sql.among(ids.iter().copied());
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let read = |row| Ok(E::Model::from_query_result(row, "")?);
    rows.iter().map(read).collect()
}

/// A text that a pattern of `LIKE` takes literally, with `\` as its `ESCAPE`.
#[must_use]
pub fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}

#[cfg(test)]
mod tests {
    use sea_orm::sea_query::ArrayType;

    use super::*;

    fn example() -> Sql {
        let mut filter = Sql::new("state = ");
        filter
            .bind("SHARED")
            .push(" AND tlp")
            .among(["RED", "GREEN", "AMBER"])
            .push(" AND kind")
            .among(Vec::<String>::new());
        let mut whole = Sql::new("SELECT 1 WHERE kind = ");
        whole.bind("lead").push(" AND ").append(&filter);
        whole
    }

    #[test]
    fn values_are_numbered_in_the_order_of_the_text() {
        let statement = example().statement(DatabaseBackend::Sqlite);
        assert_eq!(
            statement.sql,
            "SELECT 1 WHERE kind = $1 AND state = $2 AND tlp IN ($3, $4, $5, $6) AND kind IN (NULL)"
        );
        let last_two = &statement.values.unwrap().0[4..];
        assert_eq!(last_two, [Value::from("AMBER"), Value::from("AMBER")]);
    }

    #[test]
    fn postgresql_takes_a_list_as_one_value() {
        let statement = example().statement(DatabaseBackend::Postgres);
        assert_eq!(
            statement.sql,
            "SELECT 1 WHERE kind = $1 AND state = $2 AND tlp = ANY ($3) AND kind IN (NULL)"
        );
        let last = statement.values.unwrap().0.pop();
        let list = ["RED", "GREEN", "AMBER"].map(Value::from).to_vec();
        assert_eq!(last, Some(Value::Array(ArrayType::String, Some(Box::new(list)))));
    }

    #[test]
    fn a_short_list_is_as_long_as_a_power_of_two() {
        for (length, expected) in [(0, 0), (1, 1), (2, 2), (3, 4), (50, 64), (64, 64), (1_025, 1_025)] {
            let list: Vec<usize> = padded(1..=length).collect();
            assert_eq!((list.len(), list.last().copied().unwrap_or(0)), (expected, length));
        }
    }
}
