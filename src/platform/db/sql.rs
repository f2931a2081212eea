//! A statement put together from text and bound values, for the few that an ORM cannot say.
//!
//! `$1` is understood by both drivers, so most statements are one text for both databases.

use sea_orm::{DatabaseBackend, EntityTrait, IdenStatic as _, Iterable as _, Statement, Value};

/// Text with bound values.
#[derive(Debug, Clone, Default)]
pub struct Sql {
    parts: Vec<Part>,
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
pub fn padded<V: Clone>(values: impl IntoIterator<Item = V>) -> impl Iterator<Item = V> {
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
