//! GraphQL of subjects.

mod enums;
mod inputs;
mod loaders;
mod mutations;
mod network;
mod subject;

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, SimpleObject, connection::Connection};
use uuid::Uuid;

use super::{
    commands,
    rules::identifier::{Hints, detect},
    store::{self, SubjectQuery},
};
use crate::{
    app::App,
    leads::graphql::Eyes,
    platform::{
        error::{ApiError, Result},
        graphql::{
            connection::{PageArgs, Totals, connection},
            from_context, uuid, uuids,
        },
        ids::IdKind,
    },
};

pub use enums::{GqlIdentifierKind, GqlPersonalDataPurpose, GqlStrength, GqlSubjectKind, GqlSupplyRole};
pub use loaders::{SubjectLoader, loader};
pub use mutations::SubjectsMutation;
pub use network::{LeadAlike, SharedIdentifier, SubjectNetwork};
pub(crate) use subject::FoundSubject;
pub use subject::{Identifier, Subject, SubjectLink};

use inputs::IdentifierInput;
use network::SubjectPath;

/// Longest text in which identifiers are looked for, in characters.
const LONGEST_TEXT: usize = 20_000;
/// Most steps of a network.
const MOST_STEPS: i32 = 6;
/// Most subjects from which a network starts.
const MOST_STARTS: usize = 20;
/// Most leads that are told of as having an identifier in common.
const MOST_ALIKE: usize = 50;

/// Which subjects.
#[derive(Debug, Default, InputObject)]
pub struct SubjectFilter {
    /// Of one of these kinds.
    kinds: Option<Vec<GqlSubjectKind>>,
    /// Known by exactly this, in whatever way it is written.
    identifier: Option<IdentifierInput>,
    /// Named in this lead.
    lead_id: Option<ID>,
    /// Part of the name; people are not found by it.
    name: Option<String>,
}

/// An identifier that was found in a text.
#[derive(Debug, SimpleObject)]
pub struct DetectedIdentifier {
    /// What it names.
    kind: GqlIdentifierKind,
    /// As it is written.
    value: String,
    /// Where it begins, in UTF-16 code units.
    start: i32,
    /// Where it ends, in UTF-16 code units.
    end: i32,
}

/// Reading subjects.
#[derive(Debug, Default)]
pub struct SubjectsQuery;

#[Object]
impl SubjectsQuery {
    /// The subjects that the viewer sees, the latest first.
    async fn subjects(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, at most 100.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, at most 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Which subjects; all where nothing is said.")] filter: Option<SubjectFilter>,
    ) -> Result<Connection<String, Subject, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let app = Arc::clone(from_context::<App>(ctx)?);
        let eyes = Eyes::from(ctx)?;
        let query = filter.unwrap_or_default().read(&app)?;
        let page = store::subject_page(app.db.read(), eyes.sight(), &query, &args).await?;
        let page = page.map(|row| Subject::of(row, &eyes));
        Ok(connection(page, move || {
            let (app, eyes, query) = (Arc::clone(&app), eyes.clone(), query.clone());
            Box::pin(async move { store::subject_count(app.db.read(), eyes.sight(), &query).await })
        }))
    }

    /// A subject; `NOT_FOUND` where there is none that the viewer sees.
    async fn subject(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The subject's id.")] id: ID,
    ) -> Result<Option<Subject>> {
        let found = subject(ctx, uuid(IdKind::Subject, &id)?).await?;
        found.map(Some).ok_or_else(ApiError::not_found)
    }

    /// What hangs together with some subjects, as far as the viewer sees it: by what they have in common and by what analysts
    /// say ties them; at most 500 subjects.
    async fn subject_network(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "From which subjects, at most 20; what the viewer does not see is left out.")] ids: Vec<ID>,
        #[graphql(desc = "How many steps away, 1 to 6; 2 where nothing is said.")] steps: Option<i32>,
    ) -> Result<Option<SubjectNetwork>> {
        let steps = steps.unwrap_or(2);
        if ids.len() > MOST_STARTS {
            return Err(ApiError::input(
                "ids",
                format!("Start from at most {MOST_STARTS} subjects."),
            ));
        }
        if !(1..=MOST_STEPS).contains(&steps) {
            return Err(ApiError::input("steps", format!("Go 1 to {MOST_STEPS} steps.")));
        }
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let starts = store::subjects_seen(app.db.read(), eyes.sight(), &uuids(IdKind::Subject, &ids)?).await?;
        let starts: Vec<Uuid> = starts.into_iter().map(|row| row.id).collect();
        let steps = u8::try_from(steps).unwrap_or(1);
        let network = Box::pin(commands::around(app.db.read(), eyes.sight(), &starts, steps)).await?;
        Ok(Some(SubjectNetwork::of(network, &eyes)))
    }

    /// A shortest way from one subject to another over what the viewer sees; null where there is none of at most
    /// eight steps among the first 500 subjects.
    async fn subject_path(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Where it begins.")] from_id: ID,
        #[graphql(desc = "Where it ends.")] to_id: ID,
    ) -> Result<Option<SubjectPath>> {
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let (from, to) = (uuid(IdKind::Subject, &from_id)?, uuid(IdKind::Subject, &to_id)?);
        for end in [from, to] {
            store::subject_find(app.db.read(), eyes.sight(), end).await?;
        }
        let path = Box::pin(commands::path(app.db.read(), eyes.sight(), from, to)).await?;
        Ok(path.map(|path| SubjectPath::of(path, &eyes)))
    }

    /// The identifiers in a text, for somebody to confirm; at most 100. Nothing of it is kept.
    async fn detect_identifiers(
        &self,
        #[graphql(desc = "The text, at most 20,000 characters.")] text: String,
        #[graphql(desc = "ISO 3166-1 alpha-2 country from which it is written; China where nothing is said.")]
        country: Option<String>,
    ) -> Result<Option<Vec<DetectedIdentifier>>> {
        if text.chars().count() > LONGEST_TEXT {
            return Err(ApiError::input(
                "text",
                format!("Give at most {LONGEST_TEXT} characters."),
            ));
        }
        let hints = Hints {
            country: country.as_deref(),
            ..Hints::default()
        };
        let place = |end: usize| {
            let units = text.get(..end).map_or(0, |before| before.encode_utf16().count());
            i32::try_from(units).unwrap_or(i32::MAX)
        };
        let found = detect::detect(&text, &hints)
            .into_iter()
            .map(|found| DetectedIdentifier {
                kind: found.kind.into(),
                value: found.raw.to_owned(),
                start: place(found.range.start),
                end: place(found.range.end),
            });
        Ok(Some(found.collect()))
    }
}

impl SubjectFilter {
    fn read(self, app: &App) -> Result<SubjectQuery> {
        if self.name.as_ref().is_some_and(|name| name.chars().count() > 200) {
            return Err(ApiError::input("filter.name", "Search for at most 200 characters."));
        }
        Ok(SubjectQuery {
            kinds: self.kinds.unwrap_or_default().into_iter().map(Into::into).collect(),
            hash: self
                .identifier
                .map(|identifier| commands::hash_of(app, &identifier.read(), "filter.identifier.value"))
                .transpose()?,
            lead: self.lead_id.map(|id| uuid(IdKind::Lead, &id)).transpose()?,
            name: self.name.filter(|name| !name.trim().is_empty()),
        })
    }
}

/// The subject of an id, if the caller sees it: for `node`.
///
/// # Errors
/// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
pub async fn subject(ctx: &Context<'_>, id: Uuid) -> Result<Option<Subject>> {
    let eyes = Eyes::from(ctx)?;
    let row = loaders::of(ctx)?
        .load_one(loaders::SubjectKey(eyes.clone(), id))
        .await?;
    Ok(row.map(|row| Subject::of(Arc::unwrap_or_clone(row), &eyes)))
}

/// The subjects of some ids that these eyes see, in that order.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn subjects_by_ids(ctx: &Context<'_>, eyes: &Eyes, ids: &[Uuid]) -> Result<Vec<Subject>> {
    let mut rows = store::subjects_seen(from_context::<App>(ctx)?.db.read(), eyes.sight(), ids).await?;
    rows.sort_by_key(|row| ids.iter().position(|id| *id == row.id));
    Ok(rows.into_iter().map(|row| Subject::of(row, eyes)).collect())
}

/// The subjects of a lead that these eyes see, the first one first.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn subjects_of(ctx: &Context<'_>, eyes: &Eyes, lead: Uuid) -> Result<Vec<(i64, Uuid, Subject)>> {
    let rows = loaders::of(ctx)?
        .load_one(loaders::SubjectsOf(eyes.clone(), lead))
        .await?;
    let rows = rows.map(Arc::unwrap_or_clone).unwrap_or_default();
    Ok(rows
        .into_iter()
        .map(|row| (row.created_at, row.id, Subject::of(row, eyes)))
        .collect())
}

/// Other leads that name somebody known by the same as somebody in this lead, as far as these eyes see both.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn leads_alike(ctx: &Context<'_>, eyes: &Eyes, lead: Uuid) -> Result<Vec<LeadAlike>> {
    let app = from_context::<App>(ctx)?;
    let alike = Box::pin(commands::leads_alike(app.db.read(), eyes.sight(), lead, MOST_ALIKE)).await?;
    Ok(alike
        .into_iter()
        .map(|(lead, common)| LeadAlike::of(lead, common, eyes))
        .collect())
}
