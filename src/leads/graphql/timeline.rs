//! Comments and the timeline, as clients see them.

use std::sync::Arc;

use async_graphql::{ComplexObject, Context, ID, InputType as _, SimpleObject, Value};
use uuid::Uuid;

use super::{
    delivery::Delivery,
    enums::{CommentAudience, GqlTimelineKind},
    following::CommentMention,
    loaders::{self, CommentKey, DeliveryKey, EntryKey, Eyes, LeadKey},
    signatures::{Act, Attribution, Scene, Signatures},
};
use crate::{
    app::App,
    evidence::graphql::{self as evidence, EvidenceItem},
    leads::{
        rules::TimelineKind,
        store::{CommentRow, DeliveryRow, EntryRow},
    },
    members::graphql::{Person, person},
    platform::{
        db::code,
        error::Result,
        graphql::{Known, Plain, connection::Page, id, scalars::DateTime},
        ids::IdKind,
    },
};

/// What somebody said about a lead.
#[derive(Clone, SimpleObject)]
#[graphql(complex, name = "Comment")]
pub struct CommentFields {
    #[graphql(skip)]
    key: Uuid,
    #[graphql(skip)]
    lead: Uuid,
    #[graphql(skip)]
    eyes: Eyes,
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

/// A comment in the graph.
pub type Comment = Plain<CommentFields>;

impl Known for CommentFields {
    fn known(&self, field: &str) -> Option<Value> {
        Some(match field {
            "id" => id(IdKind::Comment, self.key).to_value(),
            "body" => self.body.to_value(),
            "authorName" => self.author_name.to_value(),
            "createdAt" => self.created_at.to_value(),
            "audience" => self.audience.to_value(),
            _ => return None,
        })
    }

    fn shown(&self) {
        self.eyes.shows(self.lead, None);
    }
}

impl Comment {
    /// The object of a row that these eyes see.
    pub(super) fn of(row: CommentRow, eyes: &Eyes, scene: Scene, signatures: &Signatures) -> Self {
        let attribution = if row.attribution_allowed {
            Attribution::Person
        } else {
            Attribution::None
        };
        let (author_name, named) = signatures.sign(eyes, scene, act_of(&row), attribution);
        Plain(CommentFields {
            named: named.then_some(row.author_id),
            key: row.id,
            lead: row.lead_id,
            eyes: eyes.clone(),
            body: row.body,
            author_name,
            created_at: row.created_at.into(),
            audience: if row.for_all_viewers {
                CommentAudience::EveryoneWhoSeesTheLead
            } else {
                CommentAudience::OwnerAndMyOrganization
            },
        })
    }

    /// One comment that these eyes see.
    pub(super) async fn signed(app: &Arc<App>, eyes: &Eyes, scene: Scene, row: CommentRow) -> Result<Self> {
        let signatures = Signatures::of(app, std::iter::once(act_of(&row))).await?;
        Ok(Self::of(row, eyes, scene, &signatures))
    }

    /// The comment of an id that these eyes see, through the request's loader.
    pub(crate) async fn load(ctx: &Context<'_>, eyes: &Eyes, comment: Uuid) -> Result<Option<Self>> {
        let Some(row) = loaders::of(ctx)?.load_one(CommentKey(eyes.clone(), comment)).await? else {
            return Ok(None);
        };
        let Some(lead) = loaders::of(ctx)?.load_one(LeadKey(eyes.clone(), row.lead_id)).await? else {
            return Ok(None);
        };
        let signatures = Signatures::load(ctx, std::iter::once(act_of(&row))).await?;
        let row = Arc::unwrap_or_clone(row);
        Ok(Some(Self::of(row, eyes, Scene::from(&*lead), &signatures)))
    }

    /// The comments of a page of rows that these eyes see.
    pub(super) async fn page(
        ctx: &Context<'_>,
        eyes: &Eyes,
        scene: Scene,
        page: Page<CommentRow>,
    ) -> Result<Page<Self>> {
        let signatures = Signatures::load(ctx, page.rows.iter().map(|(.., row)| act_of(row))).await?;
        Ok(page.map(|row| Self::of(row, eyes, scene, &signatures)))
    }
}

/// Who said something.
pub(super) fn act_of(row: &CommentRow) -> Act {
    (Some(row.author_id), Some(row.organization_id))
}

#[ComplexObject]
impl CommentFields {
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

    /// The people whom its words name: `@{1}` stands for the first of them.
    async fn mentions(&self, ctx: &Context<'_>) -> Result<Vec<CommentMention>> {
        CommentMention::of_comment(ctx, &self.eyes, (self.key, self.lead)).await
    }
}

/// Something that happened to a lead.
#[derive(Clone, SimpleObject)]
#[graphql(complex, name = "TimelineEntry")]
pub struct EntryFields {
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
    /// The words given with it, where the detail is a code; null where there are none.
    reason: Option<String>,
}

/// An entry in the graph.
pub type TimelineEntry = Plain<EntryFields>;

impl Known for EntryFields {
    fn known(&self, field: &str) -> Option<Value> {
        Some(match field {
            "id" => id(IdKind::Entry, self.row.id).to_value(),
            "kind" => self.kind.to_value(),
            "at" => self.at.to_value(),
            "actorName" => self.actor_name.to_value(),
            "detail" => self.detail.to_value(),
            "reason" => self.reason.to_value(),
            _ => return None,
        })
    }

    fn shown(&self) {
        self.eyes.shows(self.row.lead_id, None);
    }
}

impl TimelineEntry {
    /// `delivery` is the one it is about, where these eyes see it.
    fn of(
        row: EntryRow,
        eyes: &Eyes,
        scene: Scene,
        signatures: &Signatures,
        delivery: Option<&DeliveryRow>,
    ) -> Result<Self> {
        let by_recipient = |delivery: &&DeliveryRow| {
            delivery.attribution_allowed && row.organization_id == Some(delivery.recipient_id)
        };
        let attribution = match delivery.filter(by_recipient) {
            Some(_) => Attribution::Organization,
            None => Attribution::None,
        };
        let (actor_name, _) = signatures.sign(eyes, scene, (row.actor_id, row.organization_id), attribution);
        Ok(Plain(EntryFields {
            kind: code::<TimelineKind>(&row.kind)?.into(),
            at: row.at.into(),
            actor_name,
            detail: row.detail.clone(),
            reason: row.reason.clone(),
            row,
            eyes: eyes.clone(),
        }))
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
        let delivery = match row.delivery_id {
            Some(key) => loaders::of(ctx)?.load_one(DeliveryKey(eyes.clone(), key)).await?,
            None => None,
        };
        let row = Arc::unwrap_or_clone(row);
        Self::of(row, eyes, Scene::from(&*lead), &signatures, delivery.as_deref()).map(Some)
    }

    /// The entries of a page of rows that these eyes see.
    pub(super) async fn page(ctx: &Context<'_>, eyes: &Eyes, scene: Scene, page: Page<EntryRow>) -> Result<Page<Self>> {
        let acts = page.rows.iter().map(|(.., row)| (row.actor_id, row.organization_id));
        let signatures = Signatures::load(ctx, acts).await?;
        let about = page.rows.iter().filter_map(|(.., row)| row.delivery_id);
        let about = about.map(|key| DeliveryKey(eyes.clone(), key));
        let deliveries = loaders::of(ctx)?.load_many(about).await?;
        page.try_map(|row| {
            let delivery = row.delivery_id.map(|id| DeliveryKey(eyes.clone(), id));
            let delivery = delivery.and_then(|key| deliveries.get(&key));
            Self::of(row, eyes, scene, &signatures, delivery.map(|row| &**row))
        })
    }
}

#[ComplexObject]
impl EntryFields {
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

    /// The evidence concerned; null where it is about none that the viewer sees.
    async fn evidence(&self, ctx: &Context<'_>) -> Result<Option<EvidenceItem>> {
        match self.row.evidence_id {
            Some(key) => evidence::load(ctx, &self.eyes, key).await,
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
