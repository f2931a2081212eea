//! Comments and the timeline, as clients see them.

use std::collections::{HashMap, HashSet};

use async_graphql::{ComplexObject, Context, ID, SimpleObject};
use uuid::Uuid;

use super::{
    delivery::Delivery,
    enums::{CommentAudience, GqlTimelineKind},
    loaders::{self, CommentKey, EntryKey, Eyes, LeadKey},
    parts::{Known, NameOf},
};
use crate::{
    app::App,
    leads::{
        rules::TimelineKind,
        store::{self, CommentRow, EntryRow, OrganizationRow},
    },
    members::graphql::{Person, person},
    permissions::viewer::OrganizationKind,
    platform::{
        db::code,
        error::Result,
        graphql::{connection::Page, id, scalars::DateTime},
        ids::IdKind,
    },
};

/// How an act of somebody is signed for a viewer: one's own people by name, the secretariat and the lead's owner by
/// organisation, everybody else under the organisation's pseudonym unless attribution allows the name.
struct Signatures {
    people: HashMap<Uuid, String>,
    organizations: HashMap<Uuid, OrganizationRow>,
}

impl Signatures {
    async fn of(app: &App, acts: impl Iterator<Item = (Option<Uuid>, Option<Uuid>)>) -> Result<Self> {
        let (people, organizations): (Vec<_>, Vec<_>) = acts.unzip();
        let people: Vec<Uuid> = people.into_iter().flatten().collect();
        let organizations: Vec<Uuid> = organizations.into_iter().flatten().collect();
        let (people, organizations) = store::names(app.db.read(), &people, &organizations).await?;
        Ok(Self { people, organizations })
    }

    /// The same through the request's loader, for many pages at once.
    async fn load(ctx: &Context<'_>, acts: impl Iterator<Item = (Option<Uuid>, Option<Uuid>)>) -> Result<Self> {
        let keys = acts
            .flat_map(|(person, organization)| [person.map(NameOf::Person), organization.map(NameOf::Organization)]);
        let keys: HashSet<NameOf> = keys.flatten().collect();
        let mut signatures = Self {
            people: HashMap::new(),
            organizations: HashMap::new(),
        };
        for known in loaders::of(ctx)?.load_many(keys).await? {
            match known {
                (NameOf::Person(id), Known::Person(name)) => {
                    signatures.people.insert(id, name);
                }
                (NameOf::Organization(id), Known::Organization(row)) => {
                    signatures.organizations.insert(id, row);
                }
                (NameOf::Person(_), Known::Organization(_)) | (NameOf::Organization(_), Known::Person(_)) => {}
            }
        }
        Ok(signatures)
    }

    fn sign(
        &self,
        eyes: &Eyes,
        owner: Uuid,
        (person, organization): (Option<Uuid>, Option<Uuid>),
        attributed: bool,
    ) -> (String, bool) {
        let name = person.and_then(|person| self.people.get(&person));
        let home = organization.and_then(|organization| self.organizations.get(&organization));
        let (Some(name), Some(home)) = (name, home) else {
            return ("Touchstone".to_owned(), false);
        };
        if attributed || home.id == eyes.viewer().organization {
            (format!("{name}, {}", home.name), true)
        } else if home.kind == OrganizationKind::Secretariat || home.id == owner {
            (home.name.clone(), false)
        } else {
            (home.pseudonym.clone(), false)
        }
    }
}

/// What somebody said about a lead.
#[derive(Clone, SimpleObject)]
#[graphql(complex)]
pub struct Comment {
    #[graphql(skip)]
    key: Uuid,
    #[graphql(skip)]
    named: Option<Uuid>,
    /// The words.
    body: String,
    /// The author, as the viewer may know it: a name, an organisation or a pseudonym.
    author_name: String,
    /// When it was said.
    created_at: DateTime,
    /// Who sees it.
    audience: CommentAudience,
}

impl Comment {
    fn of(row: CommentRow, eyes: &Eyes, owner: Uuid, signatures: &Signatures) -> Self {
        let act = (Some(row.author_id), Some(row.organization_id));
        let (author_name, named) = signatures.sign(eyes, owner, act, row.attribution_allowed);
        Self {
            named: named.then_some(row.author_id),
            key: row.id,
            body: row.body,
            author_name,
            created_at: row.created_at.into(),
            audience: if row.for_all_viewers {
                CommentAudience::EveryoneWhoSeesTheLead
            } else {
                CommentAudience::OwnerAndMyOrganization
            },
        }
    }

    /// One comment that these eyes see.
    pub(super) async fn signed(app: &App, eyes: &Eyes, owner: Uuid, row: CommentRow) -> Result<Self> {
        let signatures = Signatures::of(app, std::iter::once((Some(row.author_id), Some(row.organization_id)))).await?;
        Ok(Self::of(row, eyes, owner, &signatures))
    }

    /// The comment of an id that these eyes see, through the request's loader.
    pub(super) async fn load(ctx: &Context<'_>, eyes: &Eyes, comment: Uuid) -> Result<Option<Self>> {
        let Some(row) = loaders::of(ctx)?.load_one(CommentKey(eyes.clone(), comment)).await? else {
            return Ok(None);
        };
        let Some(lead) = loaders::of(ctx)?.load_one(LeadKey(eyes.clone(), row.lead_id)).await? else {
            return Ok(None);
        };
        let act = (Some(row.author_id), Some(row.organization_id));
        let signatures = Signatures::load(ctx, std::iter::once(act)).await?;
        Ok(Some(Self::of(row, eyes, lead.owner_id, &signatures)))
    }

    /// The comments of a page of ids.
    pub(super) async fn page(ctx: &Context<'_>, eyes: &Eyes, owner: Uuid, page: Page<Uuid>) -> Result<Page<Self>> {
        let keys = page.rows.iter().map(|(_, id, _)| CommentKey(eyes.clone(), *id));
        let rows = loaders::of(ctx)?.load_many(keys).await?;
        let acts = rows
            .values()
            .map(|row| (Some(row.author_id), Some(row.organization_id)));
        let signatures = Signatures::load(ctx, acts).await?;
        let mut rows: HashMap<Uuid, CommentRow> = rows.into_iter().map(|(key, row)| (key.1, row)).collect();
        Ok(page.filter_map(|id| rows.remove(&id).map(|row| Self::of(row, eyes, owner, &signatures))))
    }
}

#[ComplexObject]
impl Comment {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id(IdKind::Comment, self.key)
    }

    /// The author; null where the viewer may not know the name.
    async fn author(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.named {
            Some(key) => person(ctx, key).await.map(Some),
            None => Ok(None),
        }
    }
}

/// Something that happened to a lead.
#[derive(Clone, SimpleObject)]
#[graphql(complex)]
pub struct TimelineEntry {
    #[graphql(skip)]
    row: EntryRow,
    #[graphql(skip)]
    eyes: Eyes,
    /// What happened.
    kind: GqlTimelineKind,
    /// When.
    at: DateTime,
    /// Who did it, as the viewer may know it: a name, an organisation or a pseudonym.
    actor_name: String,
    /// A code, a number or the reason given; null where there is none.
    detail: Option<String>,
}

impl TimelineEntry {
    fn of(row: EntryRow, eyes: &Eyes, owner: Uuid, signatures: &Signatures) -> Result<Self> {
        let (actor_name, _) = signatures.sign(eyes, owner, (row.actor_id, row.organization_id), false);
        Ok(Self {
            kind: code::<TimelineKind>(&row.kind)?.into(),
            at: row.at.into(),
            actor_name,
            detail: row.detail.clone(),
            row,
            eyes: eyes.clone(),
        })
    }

    /// The entry of an id that these eyes see, through the request's loader.
    pub(super) async fn load(ctx: &Context<'_>, eyes: &Eyes, entry: Uuid) -> Result<Option<Self>> {
        let Some(row) = loaders::of(ctx)?.load_one(EntryKey(eyes.clone(), entry)).await? else {
            return Ok(None);
        };
        let Some(lead) = loaders::of(ctx)?.load_one(LeadKey(eyes.clone(), row.lead_id)).await? else {
            return Ok(None);
        };
        let act = (row.actor_id, row.organization_id);
        let signatures = Signatures::load(ctx, std::iter::once(act)).await?;
        Self::of(row, eyes, lead.owner_id, &signatures).map(Some)
    }

    /// The entries of a page of ids.
    pub(super) async fn page(ctx: &Context<'_>, eyes: &Eyes, owner: Uuid, page: Page<Uuid>) -> Result<Page<Self>> {
        let keys = page.rows.iter().map(|(_, id, _)| EntryKey(eyes.clone(), *id));
        let rows = loaders::of(ctx)?.load_many(keys).await?;
        let acts = rows.values().map(|row| (row.actor_id, row.organization_id));
        let signatures = Signatures::load(ctx, acts).await?;
        let entries: Result<HashMap<Uuid, Self>> = rows
            .into_iter()
            .map(|(key, row)| Ok((key.1, Self::of(row, eyes, owner, &signatures)?)))
            .collect();
        let mut entries = entries?;
        Ok(page.filter_map(|id| entries.remove(&id)))
    }
}

#[ComplexObject]
impl TimelineEntry {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id(IdKind::Entry, self.row.id)
    }

    /// The delivery concerned; null where it is about none that the viewer sees.
    async fn delivery(&self, ctx: &Context<'_>) -> Result<Option<Delivery>> {
        match self.row.delivery_id {
            Some(key) => Delivery::load(ctx, &self.eyes, key).await,
            None => Ok(None),
        }
    }

    /// The comment concerned; null where it is about none that the viewer sees.
    async fn comment(&self, ctx: &Context<'_>) -> Result<Option<Comment>> {
        match self.row.comment_id {
            Some(key) => Comment::load(ctx, &self.eyes, key).await,
            None => Ok(None),
        }
    }
}
