//! Loaders of subjects, keyed by who looks and by id.

use std::{collections::HashMap, sync::Arc};

use async_graphql::{Context, dataloader::Loader};
use uuid::Uuid;

use super::subject::MOST_LINKS;
use crate::{
    app::App,
    leads::graphql::Eyes,
    platform::{
        error::{ApiError, Result},
        graphql::Batching,
    },
    subjects::store::{self, IdentifierRow, LinkRow, NoteRow, SubjectRow},
};

/// Loads by (eyes, id).
pub struct SubjectLoader(Arc<App>);

/// The loader that the server puts into each request; `reads` where it changes nothing.
#[must_use]
pub fn loader(app: &Arc<App>, reads: bool) -> Batching<SubjectLoader> {
    Batching::new(SubjectLoader(Arc::clone(app)), reads)
}

/// The request's loader.
///
/// # Errors
/// `INTERNAL` where the server forgot it.
pub(super) fn of<'a>(ctx: &Context<'a>) -> Result<&'a Batching<SubjectLoader>> {
    ctx.data::<Batching<SubjectLoader>>()
        .map_err(|error| ApiError::internal(error.message))
}

/// The visible subjects of a lead.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct SubjectsOf(pub(super) Eyes, pub(super) Uuid);

/// A visible subject.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct SubjectKey(pub(super) Eyes, pub(super) Uuid);

/// What ties a visible subject to others that are visible, the latest first.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct LinksOf(pub(super) Eyes, pub(super) Uuid);

/// What a visible subject is known by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct IdentifiersOf(pub(super) Uuid);

/// What an organisation notes of a subject for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct NoteOf {
    pub(super) organization: Uuid,
    pub(super) subject: Uuid,
}

impl Loader<SubjectsOf> for SubjectLoader {
    type Value = Vec<SubjectRow>;
    type Error = ApiError;

    async fn load(&self, keys: &[SubjectsOf]) -> Result<HashMap<SubjectsOf, Vec<SubjectRow>>> {
        let mut found: HashMap<SubjectsOf, Vec<SubjectRow>> =
            keys.iter().map(|key| (key.clone(), Vec::new())).collect();
        for (eyes, leads) in by_eyes(keys.iter().map(|SubjectsOf(eyes, lead)| (eyes, *lead))) {
            for row in store::subjects_of_leads(self.0.db.read(), eyes.sight(), &leads).await? {
                found
                    .entry(SubjectsOf(eyes.clone(), row.lead_id))
                    .or_default()
                    .push(row);
            }
        }
        Ok(found)
    }
}

impl Loader<SubjectKey> for SubjectLoader {
    type Value = SubjectRow;
    type Error = ApiError;

    async fn load(&self, keys: &[SubjectKey]) -> Result<HashMap<SubjectKey, SubjectRow>> {
        let mut found = HashMap::with_capacity(keys.len());
        for (eyes, ids) in by_eyes(keys.iter().map(|SubjectKey(eyes, id)| (eyes, *id))) {
            let rows = store::subjects_seen(self.0.db.read(), eyes.sight(), &ids).await?;
            found.extend(rows.into_iter().map(|row| (SubjectKey(eyes.clone(), row.id), row)));
        }
        Ok(found)
    }
}

impl Loader<LinksOf> for SubjectLoader {
    type Value = Vec<LinkRow>;
    type Error = ApiError;

    async fn load(&self, keys: &[LinksOf]) -> Result<HashMap<LinksOf, Vec<LinkRow>>> {
        let mut found: HashMap<LinksOf, Vec<LinkRow>> = keys.iter().map(|key| (key.clone(), Vec::new())).collect();
        for (eyes, ids) in by_eyes(keys.iter().map(|LinksOf(eyes, id)| (eyes, *id))) {
            let most = MOST_LINKS * ids.len();
            for row in store::links_seen(self.0.db.read(), eyes.sight(), &ids, most).await? {
                for end in [row.from_id, row.to_id] {
                    if let Some(links) = found.get_mut(&LinksOf(eyes.clone(), end)) {
                        links.push(row.clone());
                    }
                }
            }
        }
        Ok(found)
    }
}

/// What is wanted, for each pair of eyes.
fn by_eyes<'a>(keys: impl Iterator<Item = (&'a Eyes, Uuid)>) -> HashMap<&'a Eyes, Vec<Uuid>> {
    let mut wanted: HashMap<&Eyes, Vec<Uuid>> = HashMap::new();
    for (eyes, id) in keys {
        wanted.entry(eyes).or_default().push(id);
    }
    wanted
}

impl Loader<IdentifiersOf> for SubjectLoader {
    type Value = Vec<IdentifierRow>;
    type Error = ApiError;

    async fn load(&self, keys: &[IdentifiersOf]) -> Result<HashMap<IdentifiersOf, Vec<IdentifierRow>>> {
        let subjects: Vec<Uuid> = keys.iter().map(|IdentifiersOf(subject)| *subject).collect();
        let mut found: HashMap<IdentifiersOf, Vec<IdentifierRow>> = keys.iter().map(|key| (*key, Vec::new())).collect();
        for row in store::identifiers_of(self.0.db.read(), &subjects).await? {
            found.entry(IdentifiersOf(row.subject_id)).or_default().push(row);
        }
        Ok(found)
    }
}

impl Loader<NoteOf> for SubjectLoader {
    type Value = NoteRow;
    type Error = ApiError;

    async fn load(&self, keys: &[NoteOf]) -> Result<HashMap<NoteOf, NoteRow>> {
        let mut wanted: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
        for key in keys {
            wanted.entry(key.organization).or_default().push(key.subject);
        }
        let mut found = HashMap::with_capacity(keys.len());
        for (organization, subjects) in wanted {
            for row in store::notes_of(self.0.db.read(), organization, &subjects).await? {
                let subject = row.subject_id;
                found.insert(NoteOf { organization, subject }, row);
            }
        }
        Ok(found)
    }
}
