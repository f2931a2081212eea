//! A subject, as clients see it.

use std::{collections::HashMap, sync::Arc};

use async_graphql::{ComplexObject, Context, Enum, ID, Object, SimpleObject};
use uuid::Uuid;

use super::{
    enums::{
        GqlConfidence, GqlIdentifierKind, GqlLegalBasis, GqlLinkKind, GqlPersonalDataPurpose, GqlStrength,
        GqlSubjectKind, GqlSupplyRole,
    },
    loaders::{self, IdentifiersOf, LinksOf, NoteOf, SubjectKey},
};
use crate::{
    app::App,
    audience::Sight,
    leads::{
        Texts,
        graphql::{self as leads, Eyes, Lead},
        subject_texts,
    },
    members::graphql::{Person, person},
    permissions::Action,
    platform::{
        clock::{NEVER, timestamp},
        db::code,
        error::Result,
        graphql::{
            id,
            scalars::{Date, DateTime},
        },
        ids::IdKind,
    },
    subjects::{
        commands,
        rules::{self, Confidence, LegalBasis, LinkKind, PersonalDataPurpose, SubjectKind, SupplyRole},
        store::{self, IdentifierRow, LinkRow, NoteRow, SubjectRow},
    },
};

/// Most links that a subject shows.
pub(super) const MOST_LINKS: usize = 200;

/// What the viewer may do with a subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub enum SubjectAction {
    /// Change what is said of it, what it is known by and what it is tied to, or take it away.
    Change,
    /// Note something for the own organisation.
    Annotate,
    /// See a person's data in clear, for a purpose that is logged.
    Reveal,
}

/// Who or what stands behind a lead, as that lead knows it.
#[derive(Clone)]
pub struct Subject {
    row: SubjectRow,
    eyes: Eyes,
}

impl Subject {
    /// The object of a row that these eyes see.
    pub(super) fn of(row: SubjectRow, eyes: &Eyes) -> Self {
        eyes.shows(row.lead_id, None);
        Self {
            row,
            eyes: eyes.clone(),
        }
    }
}

/// A subject that a search found, which tells nothing yet.
pub(crate) struct FoundSubject {
    row: SubjectRow,
    identifiers: Vec<String>,
}

impl FoundSubject {
    /// Those with these ids that the sight meets, by their ids.
    ///
    /// # Errors
    /// `INTERNAL` or `UNAVAILABLE`.
    pub(crate) async fn load(app: &App, sight: &Sight, ids: &[Uuid]) -> Result<HashMap<Uuid, Self>> {
        let rows = store::subjects_seen(app.db.read(), sight, ids).await?;
        let seen: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
        let mut identifiers: HashMap<Uuid, Vec<String>> = HashMap::new();
        for identifier in store::identifiers_of(app.db.read(), &seen).await? {
            let known = identifiers.entry(identifier.subject_id).or_default();
            known.extend(identifier.shown);
        }
        let found = rows.into_iter().map(|row| {
            let identifiers = identifiers.remove(&row.id).unwrap_or_default();
            (row.id, Self { row, identifiers })
        });
        Ok(found.collect())
    }

    /// The texts that it is found by.
    pub(crate) fn texts(&self) -> Texts<'_> {
        subject_texts(&self.row, self.identifiers.iter().map(String::as_str))
    }

    /// The object, which counts as shown.
    pub(crate) fn shown(&self, eyes: &Eyes) -> Subject {
        Subject::of(self.row.clone(), eyes)
    }
}

/// Who or what stands behind a lead, as that lead knows it. The same maker in two leads is two subjects; what they have in
/// common is in `subjectNetwork`.
#[Object]
impl Subject {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id(IdKind::Subject, self.row.id)
    }

    /// The lead that names it; null where it has been lost from sight meanwhile.
    async fn lead(&self, ctx: &Context<'_>) -> Result<Option<Lead>> {
        leads::lead(ctx, self.row.lead_id).await
    }

    /// What it is.
    async fn kind(&self) -> Result<GqlSubjectKind> {
        code::<SubjectKind>(&self.row.kind).map(Into::into)
    }

    /// Its name; of a person the first letters, see `revealPersonalData`.
    async fn name(&self) -> String {
        match self.row.is_person {
            true => rules::masked_name(&self.row.name),
            false => self.row.name.clone(),
        }
    }

    /// Whether it is a person, whose data are masked.
    async fn is_masked(&self) -> bool {
        self.row.is_person
    }

    /// Its place in the chain of supply; null where unknown.
    async fn role(&self) -> Result<Option<GqlSupplyRole>> {
        let role = self.row.role.as_deref().map(code::<SupplyRole>).transpose()?;
        Ok(role.map(Into::into))
    }

    /// What else there is to say; null where there is nothing, and of a person.
    async fn detail(&self) -> Option<&str> {
        self.row.detail.as_deref().filter(|_| !self.row.is_person)
    }

    /// What it is known by, in the order in which it was found; at most 50.
    async fn identifiers(&self, ctx: &Context<'_>) -> Result<Vec<Identifier>> {
        let rows = loaders::of(ctx)?.load_one(IdentifiersOf(self.row.id)).await?;
        let rows = rows.iter().flat_map(|rows| rows.iter().cloned());
        Ok(rows.map(|row| Identifier::of(row, self.row.is_person)).collect())
    }

    /// What analysts say ties it to other subjects that the viewer sees, the latest first; at most 200.
    async fn links(&self, ctx: &Context<'_>) -> Result<Vec<SubjectLink>> {
        let rows = loaders::of(ctx)?
            .load_one(LinksOf(self.eyes.clone(), self.row.id))
            .await?
            .unwrap_or_default();
        let rows = rows.iter().take(MOST_LINKS).cloned();
        Ok(rows.map(|row| SubjectLink::of(row, &self.eyes)).collect())
    }

    /// What the viewer's organisation notes of it for itself; null where it notes nothing.
    async fn note(&self, ctx: &Context<'_>) -> Result<Option<SubjectNote>> {
        let key = NoteOf {
            organization: self.eyes.viewer().organization,
            subject: self.row.id,
        };
        let note = loaders::of(ctx)?.load_one(key).await?;
        Ok(note.map(|row| SubjectNote::from(NoteRow::clone(&row))))
    }

    /// Why and for how long a person's data are kept; null of others, and where they were forgotten.
    async fn personal_data(&self) -> Result<Option<PersonalDataKept>> {
        let (Some(purpose), Some(basis)) = (&self.row.purpose, &self.row.legal_basis) else {
            return Ok(None);
        };
        if self.row.retain_until == NEVER {
            return Ok(None);
        }
        Ok(Some(PersonalDataKept {
            purpose: code::<PersonalDataPurpose>(purpose)?.into(),
            legal_basis: code::<LegalBasis>(basis)?.into(),
            retain_until: DateTime(timestamp(self.row.retain_until)),
        }))
    }

    /// When it was named.
    async fn created_at(&self) -> DateTime {
        self.row.created_at.into()
    }

    /// When it was taken away; null unless it was.
    async fn removed_at(&self) -> Option<DateTime> {
        self.row.removed_at.map(Into::into)
    }

    /// Why it was taken away; null unless it was.
    async fn removed_why(&self) -> Option<&str> {
        self.row.removed_why.as_deref()
    }

    /// Counts its changes; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// What the viewer may do with it now.
    async fn allowed_actions(&self, ctx: &Context<'_>) -> Result<Vec<SubjectAction>> {
        let viewer = self.eyes.viewer();
        let mut actions = Vec::new();
        if commands::takes_changes(&self.row) && leads::may_add_to(ctx, &self.eyes, self.row.lead_id).await? {
            actions.push(SubjectAction::Change);
        }
        let is_forgotten_person = self.row.is_person && !commands::takes_changes(&self.row);
        if viewer.has(Action::SubjectAnnotate) && !is_forgotten_person {
            actions.push(SubjectAction::Annotate);
        }
        if self.row.is_person && viewer.has(Action::PersonalDataRead) {
            actions.push(SubjectAction::Reveal);
        }
        Ok(actions)
    }
}

/// Why and for how long a person's data are kept.
#[derive(Debug, SimpleObject)]
pub struct PersonalDataKept {
    /// For what.
    purpose: GqlPersonalDataPurpose,
    /// Why the law lets them be kept.
    legal_basis: GqlLegalBasis,
    /// When they are forgotten.
    retain_until: DateTime,
}

/// Something that a subject is known by.
pub struct Identifier {
    row: IdentifierRow,
    masked: bool,
}

impl Identifier {
    /// `masked` where it is a person's and nobody has asked for it.
    pub(super) fn of(row: IdentifierRow, masked: bool) -> Self {
        let masked = masked || row.shown.is_none();
        Self { row, masked }
    }
}

/// Something that a subject is known by.
#[Object]
impl Identifier {
    /// To be named in `removeIdentifier`.
    async fn id(&self) -> ID {
        id(IdKind::Identifier, self.row.id)
    }

    /// What it names.
    async fn kind(&self) -> Result<GqlIdentifierKind> {
        code::<rules::identifier::IdentifierKind>(&self.row.kind).map(Into::into)
    }

    /// It, or what may be shown of it where it is masked.
    async fn value(&self) -> &str {
        match &self.row.shown {
            Some(shown) if !self.masked => shown,
            _ => &self.row.masked,
        }
    }

    /// Whether only part of it is shown: a person's, until it is revealed; of papers always.
    async fn is_masked(&self) -> bool {
        self.masked
    }

    /// The rule, with its version, by which it was brought to the form that is compared.
    async fn rule(&self) -> &str {
        &self.row.rule
    }

    /// How much it says that another subject has the same.
    async fn strength(&self) -> Result<GqlStrength> {
        code::<rules::identifier::Strength>(&self.row.strength).map(Into::into)
    }

    /// When it was entered.
    async fn added_at(&self) -> DateTime {
        self.row.added_at.into()
    }
}

/// What an organisation notes of a subject for itself.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct SubjectNote {
    #[graphql(skip)]
    written_by: Uuid,
    /// The note.
    body: String,
    /// When it was last written.
    written_at: DateTime,
    /// Counts its changes; to be sent back as `expectedVersion`, 0 where there is no note.
    version: i32,
}

impl From<NoteRow> for SubjectNote {
    fn from(row: NoteRow) -> Self {
        Self {
            written_by: row.written_by,
            body: row.body,
            written_at: row.written_at.into(),
            version: row.version,
        }
    }
}

#[ComplexObject]
impl SubjectNote {
    /// Who wrote it last.
    async fn written_by(&self, ctx: &Context<'_>) -> Result<Person> {
        person(ctx, self.written_by).await
    }
}

/// What an analyst says ties one subject to another.
pub struct SubjectLink {
    row: LinkRow,
    eyes: Eyes,
}

impl SubjectLink {
    /// The object of a row of which these eyes see both ends.
    pub(super) fn of(row: LinkRow, eyes: &Eyes) -> Self {
        eyes.shows(row.lead_id, None);
        Self {
            row,
            eyes: eyes.clone(),
        }
    }

    async fn end(&self, ctx: &Context<'_>, subject: Uuid) -> Result<Option<Subject>> {
        let key = SubjectKey(self.eyes.clone(), subject);
        let row = loaders::of(ctx)?.load_one(key).await?;
        Ok(row.map(|row| Subject::of(Arc::unwrap_or_clone(row), &self.eyes)))
    }
}

/// What an analyst says ties one subject to another.
#[Object]
impl SubjectLink {
    /// To be named in `unlinkSubjects`.
    async fn id(&self) -> ID {
        id(IdKind::Link, self.row.id)
    }

    /// What it is.
    async fn kind(&self) -> Result<GqlLinkKind> {
        code::<LinkKind>(&self.row.kind).map(Into::into)
    }

    /// From whom; null where it has been lost from sight meanwhile.
    async fn from(&self, ctx: &Context<'_>) -> Result<Option<Subject>> {
        self.end(ctx, self.row.from_id).await
    }

    /// To whom; null where it has been lost from sight meanwhile.
    async fn to(&self, ctx: &Context<'_>) -> Result<Option<Subject>> {
        self.end(ctx, self.row.to_id).await
    }

    /// From whom, by id.
    async fn from_id(&self) -> ID {
        id(IdKind::Subject, self.row.from_id)
    }

    /// To whom, by id.
    async fn to_id(&self) -> ID {
        id(IdKind::Subject, self.row.to_id)
    }

    /// How sure its author is.
    async fn confidence(&self) -> Result<GqlConfidence> {
        code::<Confidence>(&self.row.confidence).map(Into::into)
    }

    /// On what it rests.
    async fn grounds(&self) -> &str {
        &self.row.grounds
    }

    /// Its first day; null where unknown.
    async fn valid_from(&self) -> Result<Option<Date>> {
        day(self.row.valid_from.as_deref())
    }

    /// Its last day; null where it has none.
    async fn valid_until(&self) -> Result<Option<Date>> {
        day(self.row.valid_until.as_deref())
    }

    /// When it was entered.
    async fn added_at(&self) -> DateTime {
        self.row.added_at.into()
    }
}

fn day(stored: Option<&str>) -> Result<Option<Date>> {
    let day = stored.map(str::parse).transpose();
    day.map(|day| day.map(Date))
        .map_err(crate::platform::error::ApiError::internal)
}
