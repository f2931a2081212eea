//! Loaders of leads and what belongs to them, keyed by who looks and by id, so that a page costs the same number of
//! statements whatever its size.

use std::{
    collections::HashMap,
    hash::{Hash, Hasher},
    sync::Arc,
};

use async_graphql::{Context, dataloader::Loader};
use uuid::Uuid;

use super::shown::Shown;
use crate::{
    app::App,
    audience::{self, Kind, Sight},
    leads::{
        commands,
        store::{self, AnswerRow, CommentRow, DeliveryRow, EntryRow, Following, ItemRow, LeadRow},
    },
    notifications,
    permissions::{Action, Principal, Viewer, audience::Tlp},
    platform::{
        clock::micros,
        db::Connection,
        error::{ApiError, Result},
        graphql::{Batching, from_context},
    },
    sessions,
};

/// Who looks, and what is noted of it. Every object carries the eyes of its root.
#[derive(Debug, Clone)]
pub struct Eyes {
    look: Arc<Look>,
    shown: Arc<Shown>,
}

/// Who looks: the viewer, and what it sees by now.
#[derive(Debug)]
pub(super) struct Look {
    pub(super) viewer: Arc<Viewer>,
    pub(super) sight: Sight,
}

impl Eyes {
    /// The eyes of a viewer at this moment, in a request that notes what is `shown`.
    #[must_use]
    pub fn of(app: &App, viewer: &Arc<Viewer>, shown: &Arc<Shown>) -> Self {
        let look = Look {
            viewer: Arc::clone(viewer),
            sight: Sight::of(viewer, Action::LeadRead, app.now()),
        };
        Self {
            look: Arc::new(look),
            shown: Arc::clone(shown),
        }
    }

    /// The eyes of a resolver's caller.
    ///
    /// # Errors
    /// `UNAUTHENTICATED` where nobody is signed in.
    pub fn from(ctx: &Context<'_>) -> Result<Self> {
        Ok(Self::of(
            from_context::<App>(ctx)?,
            sessions::viewer(ctx)?,
            Shown::of(ctx)?,
        ))
    }

    /// The viewer.
    #[must_use]
    pub fn viewer(&self) -> &Arc<Viewer> {
        &self.look.viewer
    }

    /// What it sees.
    #[must_use]
    pub fn sight(&self) -> &Sight {
        &self.look.sight
    }

    /// Notes that a lead, or something of it, goes into an answer for these eyes; its TLP where that is at hand.
    pub(crate) fn shows(&self, lead: Uuid, tlp: Option<Tlp>) {
        self.shown.note(&self.look, lead, tlp);
    }
}

impl PartialEq for Eyes {
    fn eq(&self, other: &Self) -> bool {
        // One viewer in one request: however often its eyes are made, what they ask for is read together.
        Arc::ptr_eq(&self.look.viewer, &other.look.viewer) && Arc::ptr_eq(&self.shown, &other.shown)
    }
}

impl Eq for Eyes {}

impl Hash for Eyes {
    fn hash<H: Hasher>(&self, state: &mut H) {
        std::ptr::hash(Arc::as_ptr(&self.look.viewer), state);
    }
}

/// Loads by (eyes, id).
pub struct LeadLoader(pub(super) Arc<App>);

/// The loader that the server puts into each request; `reads` where it changes nothing.
#[must_use]
pub fn loader(app: &Arc<App>, reads: bool) -> Batching<LeadLoader> {
    Batching::new(LeadLoader(Arc::clone(app)), reads)
}

/// The request's loader.
///
/// # Errors
/// `INTERNAL` where the server forgot it.
pub(super) fn of<'a>(ctx: &Context<'a>) -> Result<&'a Batching<LeadLoader>> {
    ctx.data::<Batching<LeadLoader>>()
        .map_err(|error| ApiError::internal(error.message))
}

macro_rules! keys {
    ($($(#[doc = $doc:literal])+ $name:ident),+ $(,)?) => {
        $($(#[doc = $doc])+ #[derive(Debug, Clone, PartialEq, Eq, Hash)] pub(super) struct $name(pub(super) Eyes, pub(super) Uuid);)+
    };
}

keys! {
    /// A lead by id.
    LeadKey,
    /// An item by id.
    ItemKey,
    /// The visible items of a lead, each with the owner of its brand.
    ItemsOf,
    /// The visible leads that go on with a lead.
    MergedOf,
    /// The visible deliveries of a lead.
    DeliveriesOf,
    /// Every delivery of a lead, for its keepers' counts and questions; whose they are stays unsaid.
    SentOf,
    /// The owner's brands that a lead concerns, seen or not: they decide who keeps it.
    OwnerBrandsOf,
    /// Whether these eyes see a lead as one of its keepers: of the owner, of its agents, or of the desk.
    KeptBy,
    /// Whether these eyes see a delivery from the recipient's side, so that its people's names may be shown.
    ReceivedBy,
    /// A delivery by id.
    DeliveryKey,
    /// The answers of a visible delivery.
    AnswersOf,
    /// A comment by id.
    CommentKey,
    /// An entry of the timeline by id.
    EntryKey,
    /// What the viewer and its organisation noted of a lead.
    FollowingOf,
    /// Until when the viewer mutes a lead, in microseconds; none where it does not.
    MutedBy,
    /// Whom a comment names, in the order of their markers.
    MentionsOf,
    /// The people who commented on a lead under their names where these eyes see it.
    NamedIn,
}

/// Gathers rows under the id of what they belong to; what has none gets an empty list.
fn gather<T>(ids: &[Uuid], rows: impl IntoIterator<Item = (Uuid, T)>) -> Vec<(Uuid, Vec<T>)> {
    let mut lists: HashMap<Uuid, Vec<T>> = ids.iter().map(|id| (*id, Vec::new())).collect();
    for (id, row) in rows {
        lists.entry(id).or_default().push(row);
    }
    lists.into_iter().collect()
}

/// A loader that asks once for each pair of eyes among the keys.
macro_rules! loads {
    ($key:ident => $value:ty, |$app:ident, $eyes:ident, $ids:ident| $rows:expr) => {
        impl Loader<$key> for LeadLoader {
            type Value = $value;
            type Error = ApiError;

            async fn load(&self, keys: &[$key]) -> Result<HashMap<$key, $value>> {
                let mut wanted: HashMap<Eyes, Vec<Uuid>> = HashMap::new();
                for key in keys {
                    wanted.entry(key.0.clone()).or_default().push(key.1);
                }
                let mut found = HashMap::with_capacity(keys.len());
                for ($eyes, $ids) in wanted {
                    let $app = &self.0;
                    let rows: Vec<(Uuid, $value)> = $rows;
                    found.extend(
                        rows.into_iter()
                            .map(|(id, value)| ($key($eyes.clone(), id), value)),
                    );
                }
                Ok(found)
            }
        }
    };
}

loads!(LeadKey => LeadRow, |app, eyes, ids| {
    store::leads_seen(app.db.read(), eyes.sight(), &ids).await?.into_iter().map(|row| (row.id, row)).collect()
});

loads!(ItemKey => ItemRow, |app, eyes, ids| {
    store::items_by_ids(app.db.read(), eyes.sight(), &ids).await?.into_iter().map(|row| (row.id, row)).collect()
});

loads!(ItemsOf => Vec<(Arc<ItemRow>, Option<Uuid>)>, |app, eyes, ids| {
    let items = store::items_seen(app.db.read(), eyes.sight(), &ids).await?;
    gather(&ids, items.into_iter().map(|(item, owner)| (item.lead_id, (Arc::new(item), owner))))
});

loads!(MergedOf => Vec<LeadRow>, |app, eyes, ids| {
    let rows = store::merged_seen(app.db.read(), eyes.sight(), &ids).await?;
    gather(&ids, rows.into_iter().filter_map(|row| Some((row.merged_into?, row))))
});

loads!(DeliveryKey => DeliveryRow, |app, eyes, ids| {
    store::deliveries_seen(app.db.read(), eyes.sight(), &ids).await?.into_iter().map(|row| (row.id, row)).collect()
});

loads!(DeliveriesOf => Vec<DeliveryRow>, |app, eyes, ids| {
    let rows = store::deliveries_seen_of(app.db.read(), eyes.sight(), &ids).await?;
    gather(&ids, rows.into_iter().map(|row| (row.lead_id, row)))
});

loads!(SentOf => Vec<DeliveryRow>, |app, eyes, ids| {
    let rows = store::deliveries_of(app.db.read(), &ids).await?;
    gather(&ids, rows.into_iter().map(|row| (row.lead_id, row)))
});

loads!(OwnerBrandsOf => Vec<Uuid>, |app, eyes, ids| {
    gather(&ids, store::owner_brands(app.db.read(), &ids).await?)
});

loads!(KeptBy => bool, |app, eyes, ids| {
    let owners = store::owners_of(app.db.read(), &ids).await?;
    let met = audience::met(app.db.read(), eyes.sight(), Kind::Lead, &ids).await?;
    let keeps = |(lead, principal): (Uuid, Principal)| {
        (lead, owners.get(&lead).is_some_and(|owner| commands::is_keeper(&principal, *owner, eyes.viewer())))
    };
    any(met.into_iter().map(keeps))
});

loads!(ReceivedBy => bool, |app, eyes, ids| {
    let rows = store::deliveries_by_ids(app.db.read(), &ids).await?;
    let recipients: HashMap<Uuid, Uuid> = rows.into_iter().map(|row| (row.id, row.recipient_id)).collect();
    let met = audience::met(app.db.read(), eyes.sight(), Kind::Delivery, &ids).await?;
    let receives = |(delivery, principal): (Uuid, Principal)| {
        let of = |recipient: &Uuid| principal.is_of(*recipient, eyes.viewer().organization);
        (delivery, recipients.get(&delivery).is_some_and(of))
    };
    any(met.into_iter().map(receives))
});

/// Whether these eyes see a lead as one of its keepers.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn keeps(connection: &impl Connection, eyes: &Eyes, lead: &LeadRow) -> Result<bool> {
    let met = audience::met(connection, eyes.sight(), Kind::Lead, &[lead.id]).await?;
    Ok(met
        .iter()
        .any(|(_, principal)| commands::is_keeper(principal, lead.owner_id, eyes.viewer())))
}

/// What holds of an object by any of its rows.
fn any(rows: impl Iterator<Item = (Uuid, bool)>) -> Vec<(Uuid, bool)> {
    let mut found: HashMap<Uuid, bool> = HashMap::new();
    for (id, holds) in rows {
        *found.entry(id).or_default() |= holds;
    }
    found.into_iter().collect()
}

loads!(AnswersOf => Vec<AnswerRow>, |app, eyes, ids| {
    let seen = audience::seen(app.db.read(), eyes.sight(), Kind::Delivery, &ids).await?;
    let rows = store::answers_of(app.db.read(), &seen.into_iter().collect::<Vec<_>>()).await?;
    gather(&ids, rows.into_iter().map(|row| (row.delivery_id, row)))
});

loads!(CommentKey => CommentRow, |app, eyes, ids| {
    store::comments_seen(app.db.read(), eyes.sight(), &ids).await?.into_iter().map(|row| (row.id, row)).collect()
});

loads!(FollowingOf => Following, |app, eyes, ids| {
    let viewer = eyes.viewer();
    store::following(app.db.read(), (viewer.person, viewer.organization), &ids).await?.into_iter().collect()
});

loads!(MutedBy => i64, |app, eyes, ids| {
    notifications::muted(app.db.read(), eyes.viewer().person, &ids, micros(app.now())).await?
});

loads!(MentionsOf => Vec<Uuid>, |app, eyes, ids| {
    gather(&ids, store::mentions_of(app.db.read(), &ids).await?)
});

loads!(NamedIn => Vec<Uuid>, |app, eyes, ids| {
    let authors = store::named_authors(app.db.read(), eyes.sight(), &ids).await?;
    gather(&ids, authors.into_iter().map(|(lead, person, _)| (lead, person)))
});

loads!(EntryKey => EntryRow, |app, eyes, ids| {
    store::entries_seen(app.db.read(), eyes.sight(), &ids).await?.into_iter().map(|row| (row.id, row)).collect()
});
