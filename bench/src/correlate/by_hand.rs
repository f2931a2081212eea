//! The floor: the same rows by hand-written SQL, a transaction of a few statements on a connection of its own, while nobody else
//! writes. Left out is whatever makes a change safe: the request and who sends it, what may be done by whom, the version,
//! normalising and hashing, the search words, the timeline, the event and the audit entry.

use std::time::Instant;

use sea_orm::sqlx::{Connection as _, Executor as _, PgConnection, SqliteConnection, query};
use touchstone::{
    platform::{
        clock::{NEVER, timestamp},
        ids::{Ids as _, SystemIds},
    },
    subjects::rules::identifier::Normalized,
};
use uuid::Uuid;

use super::asker::{Asked, Numbers, chance};
use crate::{
    Done,
    dataset::subjects::{self, NEW, Written},
    load::Home,
    people::Person,
};

const VERSION: &str = "UPDATE subject SET version = version + 1 WHERE id = $1";
const IDENTIFIER: &str = "INSERT INTO subject_identifier (id, subject_id, lead_id, kind, hash, shown, masked, rule, \
    strength, added_by, added_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
const ONE_MORE: &str = "INSERT INTO identifier_use (hash, holders) VALUES ($1, 1) \
    ON CONFLICT (hash) DO UPDATE SET holders = identifier_use.holders + 1";
const ONE_LESS: &str = "UPDATE identifier_use SET holders = holders - 1 WHERE hash = $1";
const TAKEN_AWAY: &str = "UPDATE subject_identifier SET removed_at = $2 WHERE id = $1";
const SUBJECT: &str = "INSERT INTO subject (id, lead_id, created_by, organization_id, kind, is_person, name, retain_until, \
    version, created_at) VALUES ($1, $2, $3, $4, 'COMPANY', FALSE, 'Maker', $5, 1, $6)";
const AUDIENCE: &str = "INSERT INTO audience (kind, object_id, root_id, principal, valid_until, open, created_at, due_at, \
    priority) SELECT 'subject', $1, root_id, principal, valid_until, TRUE, $3, $4, priority FROM audience \
    WHERE kind = 'lead' AND object_id = $2";
/// What the subjects of a run leave behind, undone.
const UNUSED: &str = "UPDATE identifier_use SET holders = holders - 1 WHERE hash IN \
    (SELECT hash FROM subject_identifier WHERE subject_id = $1)";
const UNKNOWN: &str = "DELETE FROM subject_identifier WHERE subject_id = $1";
const UNSEEN: &str = "DELETE FROM audience WHERE kind = 'subject' AND object_id = $1";
const UNNAMED: &str = "DELETE FROM subject WHERE id = $1";

/// A connection to either database.
enum Line {
    Postgres(Box<PgConnection>),
    Sqlite(Box<SqliteConnection>),
}

/// Does the same on either.
macro_rules! on {
    ($line:expr, $connection:ident => $work:block) => {
        match $line {
            Line::Postgres($connection) => $work,
            Line::Sqlite($connection) => $work,
        }
    };
}

/// An identifier as it is written into its table.
struct Row {
    id: Uuid,
    subject: Uuid,
    lead: Uuid,
    kind: &'static str,
    hash: String,
    normalized: Normalized,
}

/// Whoever writes by hand.
pub struct Hand {
    line: Line,
    key: [u8; 32],
    person: Uuid,
    organization: Uuid,
    leads: u64,
    numbers: Numbers,
    /// What was added and is still there: the subject, the identifier, its hash.
    added: Vec<(Uuid, Uuid, String)>,
    subjects: Vec<Uuid>,
    turn: u64,
    chance: u64,
}

impl Hand {
    /// Somebody of the first member.
    ///
    /// # Errors
    /// Where the database is out of reach.
    pub async fn of(home: &Home, person: &Person) -> Done<Self> {
        let app = home.app().await?;
        let key = app.keys.code("identifier", &[]);
        app.db.clone().close().await;
        let line = if home.sqlite {
            let mut connection = SqliteConnection::connect(&home.url).await?;
            // As the product writes.
            connection.execute("PRAGMA synchronous = FULL").await?;
            connection.execute("PRAGMA cache_size = -16000").await?;
            Line::Sqlite(Box::new(connection))
        } else {
            Line::Postgres(Box::new(PgConnection::connect(&home.url).await?))
        };
        Ok(Self {
            line,
            key,
            person: person.id,
            organization: person.organization,
            leads: home.leads,
            numbers: Numbers::of(home.leads)?,
            added: Vec::new(),
            subjects: Vec::new(),
            turn: 0,
            chance: chance(),
        })
    }

    /// Writes something once; how long it took, in microseconds.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn write(&mut self, asked: Asked) -> Done<u64> {
        self.turn += 1;
        match asked {
            Asked::AddIdentifier => self.add_identifier().await,
            Asked::RemoveIdentifier => {
                if self.added.is_empty() {
                    self.add_identifier().await?;
                }
                self.remove_identifier().await
            }
            Asked::AddSubject => self.add_subject().await,
            Asked::LeadsAlike | Asked::Network | Asked::Hub => Err("this changes nothing".into()),
        }
    }

    fn id(&self) -> Uuid {
        SystemIds.id(timestamp(subjects::afterwards()))
    }

    fn row(&self, subject: Uuid, lead: Uuid, written: &Written) -> Done<Row> {
        let (normalized, hash) = written.stored(&self.key)?;
        Ok(Row {
            id: self.id(),
            subject,
            lead,
            kind: normalized.kind.into(),
            hash,
            normalized,
        })
    }

    async fn add_identifier(&mut self) -> Done<u64> {
        let number = Numbers::pick(&self.numbers.all, self.turn);
        let (subject, lead) = (subjects::maker(self.leads, number), subjects::lead(self.leads, number));
        let row = self.row(subject, lead, &self.numbers.telephone(number, self.turn))?;
        let begun = Instant::now();
        on!(&mut self.line, connection => {
            let mut tx = connection.begin().await?;
            query(VERSION).bind(subject).execute(&mut *tx).await?;
            query(IDENTIFIER)
                .bind(row.id)
                .bind(row.subject)
                .bind(row.lead)
                .bind(row.kind)
                .bind(row.hash.clone())
                .bind(row.normalized.display.clone())
                .bind(row.normalized.masked.clone())
                .bind(row.normalized.rule)
                .bind(<&'static str>::from(row.normalized.strength))
                .bind(self.person)
                .bind(subjects::afterwards())
                .execute(&mut *tx)
                .await?;
            query(ONE_MORE).bind(row.hash.clone()).execute(&mut *tx).await?;
            tx.commit().await?;
        });
        let took = u64::try_from(begun.elapsed().as_micros())?;
        self.added.push((subject, row.id, row.hash));
        Ok(took)
    }

    async fn remove_identifier(&mut self) -> Done<u64> {
        let (subject, identifier, hash) = self.added.pop().ok_or("nothing is there to be taken away")?;
        let begun = Instant::now();
        on!(&mut self.line, connection => {
            let mut tx = connection.begin().await?;
            query(VERSION).bind(subject).execute(&mut *tx).await?;
            query(TAKEN_AWAY).bind(identifier).bind(subjects::afterwards()).execute(&mut *tx).await?;
            query(ONE_LESS).bind(hash).execute(&mut *tx).await?;
            tx.commit().await?;
        });
        Ok(u64::try_from(begun.elapsed().as_micros())?)
    }

    async fn add_subject(&mut self) -> Done<u64> {
        let number = Numbers::pick(&self.numbers.all, self.turn);
        let (subject, lead) = (self.id(), subjects::lead(self.leads, number));
        let identifiers = [
            self.numbers.telephone(number, self.turn),
            Written::of(1, NEW + self.chance + self.turn),
            Written::of(2, NEW + self.chance + self.turn),
        ];
        let rows: Vec<Row> = identifiers
            .iter()
            .map(|written| self.row(subject, lead, written))
            .collect::<Done<_>>()?;
        let begun = Instant::now();
        on!(&mut self.line, connection => {
            let mut tx = connection.begin().await?;
            query(SUBJECT)
                .bind(subject)
                .bind(lead)
                .bind(self.person)
                .bind(self.organization)
                .bind(NEVER)
                .bind(subjects::afterwards())
                .execute(&mut *tx)
                .await?;
            query(AUDIENCE)
                .bind(subject)
                .bind(lead)
                .bind(subjects::afterwards())
                .bind(NEVER)
                .execute(&mut *tx)
                .await?;
            for row in &rows {
                query(IDENTIFIER)
                    .bind(row.id)
                    .bind(row.subject)
                    .bind(row.lead)
                    .bind(row.kind)
                    .bind(row.hash.clone())
                    .bind(row.normalized.display.clone())
                    .bind(row.normalized.masked.clone())
                    .bind(row.normalized.rule)
                    .bind(<&'static str>::from(row.normalized.strength))
                    .bind(self.person)
                    .bind(subjects::afterwards())
                    .execute(&mut *tx)
                    .await?;
                query(ONE_MORE).bind(row.hash.clone()).execute(&mut *tx).await?;
            }
            tx.commit().await?;
        });
        let took = u64::try_from(begun.elapsed().as_micros())?;
        self.subjects.push(subject);
        Ok(took)
    }

    /// Takes away what was added, so that the next run finds what this one found.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn tidy(mut self) -> Done<()> {
        while !self.added.is_empty() {
            self.remove_identifier().await?;
        }
        for subject in std::mem::take(&mut self.subjects) {
            on!(&mut self.line, connection => {
                for statement in [UNUSED, UNKNOWN, UNSEEN, UNNAMED] {
                    query(statement).bind(subject).execute(&mut **connection).await?;
                }
            });
        }
        match self.line {
            Line::Postgres(connection) => connection.close().await?,
            Line::Sqlite(connection) => connection.close().await?,
        }
        Ok(())
    }
}
