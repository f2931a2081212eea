//! A statement put together from text and bound values, for the few that an ORM cannot say.
//!
//! `$1` is understood by both drivers, so most statements are one text for both databases.

use sea_orm::{DatabaseBackend, Statement, Value};

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

    /// Adds bound values separated by commas; none at all becomes `NULL`, which nothing equals.
    pub fn bind_list<V: Into<Value>>(&mut self, values: impl IntoIterator<Item = V>) -> &mut Self {
        let mut first = true;
        for value in values {
            if !std::mem::take(&mut first) {
                self.text.push_str(", ");
            }
            self.bind(value);
        }
        if first {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_renumbered() {
        let mut filter = Sql::new("state = ");
        filter
            .bind("SHARED")
            .push(" AND tlp IN (")
            .bind_list(["RED", "GREEN"])
            .push(")");
        let mut whole = Sql::new("SELECT 1 WHERE kind = ");
        whole.bind("lead").push(" AND ").append(&filter);
        let statement = whole.statement(DatabaseBackend::Sqlite);
        assert_eq!(
            statement.sql,
            "SELECT 1 WHERE kind = $1 AND state = $2 AND tlp IN ($3, $4)"
        );
        assert_eq!(statement.values.map_or(0, |values| values.0.len()), 4);
    }
}
