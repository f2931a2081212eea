//! A statement put together from text and bound values, for the few that an ORM cannot say.
//!
//! `$1` is understood by both drivers, so most statements are one text for both databases.

use sea_orm::{DatabaseBackend, EntityTrait, IdenStatic as _, Iterable as _, Statement, Value};

/// Text with bound values.
#[derive(Debug, Clone, Default)]
pub struct Sql {
    text: String,
    values: Vec<Value>,
}

impl Sql {
    /// Starts with `text`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            values: Vec::new(),
        }
    }

    /// Adds text; it must never hold anything a client sent.
    pub fn push(&mut self, text: &str) -> &mut Self {
        self.text.push_str(text);
        self
    }

    /// Adds a bound value.
    pub fn bind(&mut self, value: impl Into<Value>) -> &mut Self {
        self.values.push(value.into());
        self.text.push_str(&format!("${}", self.values.len()));
        self
    }

    /// Adds the bound values of an `IN (…)`, [padded]; none at all becomes `NULL`, which nothing equals.
    pub fn bind_list<V: Into<Value> + Clone>(&mut self, values: impl IntoIterator<Item = V>) -> &mut Self {
        let before = self.values.len();
        for value in padded(values) {
            if self.values.len() > before {
                self.text.push_str(", ");
            }
            self.bind(value);
        }
        if self.values.len() == before {
            self.text.push_str("NULL");
        }
        self
    }

    /// Adds another piece, its values renumbered.
    pub fn append(&mut self, other: &Self) -> &mut Self {
        let mut rest = other.text.as_str();
        while let Some(at) = rest.find('$') {
            let digits = rest[at + 1..].chars().take_while(char::is_ascii_digit).count();
            let number: usize = rest[at + 1..=at + digits].parse().unwrap_or(0);
            self.text.push_str(&rest[..at]);
            match number.checked_sub(1).and_then(|index| other.values.get(index)) {
                Some(value) => {
                    self.bind(value.clone());
                }
                None => self.text.push('$'),
            }
            rest = &rest[at + 1 + digits..];
        }
        self.text.push_str(rest);
        self
    }

    /// Whether nothing was added yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The finished statement.
    #[must_use]
    pub fn statement(&self, backend: DatabaseBackend) -> Statement {
        Statement::from_sql_and_values(backend, &self.text, self.values.clone())
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
    use super::*;

    #[test]
    fn pieces_are_renumbered() {
        let mut filter = Sql::new("state = ");
        filter
            .bind("SHARED")
            .push(" AND tlp IN (")
            .bind_list(["RED", "GREEN", "AMBER"])
            .push(")");
        let mut whole = Sql::new("SELECT 1 WHERE kind = ");
        whole.bind("lead").push(" AND ").append(&filter);
        let statement = whole.statement(DatabaseBackend::Sqlite);
        assert_eq!(
            statement.sql,
            "SELECT 1 WHERE kind = $1 AND state = $2 AND tlp IN ($3, $4, $5, $6)"
        );
        let last_two = &statement.values.unwrap().0[4..];
        assert_eq!(last_two, [Value::from("AMBER"), Value::from("AMBER")]);
    }

    #[test]
    fn a_short_list_is_as_long_as_a_power_of_two() {
        for (length, expected) in [(0, 0), (1, 1), (2, 2), (3, 4), (50, 64), (64, 64), (1_025, 1_025)] {
            let list: Vec<usize> = padded(1..=length).collect();
            assert_eq!((list.len(), list.last().copied().unwrap_or(0)), (expected, length));
        }
    }
}
