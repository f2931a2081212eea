//! Leads as files tell of them: what a viewer sees at this moment, page by page.

use std::collections::{BTreeMap, HashMap, HashSet};

use jiff::Timestamp;
use uuid::Uuid;

use super::{is_keeper, note_shown, pseudonym_of};
use crate::{
    app::App,
    audience::{self, Kind, Order, Sight},
    leads::{
        rules::{Attribution, Channel, InfringementType, LeadOutcome, LeadSource, LeadState, Priority, RejectReason},
        store::{self, CommentRow, DeliveryRow, ItemRow, LeadQuery, LeadRow},
    },
    members,
    permissions::{
        Action, Viewer,
        audience::{HandlingCode, Tlp},
    },
    platform::{
        clock::{timestamp, timestamp_or_never},
        db::{code, json},
        error::Result,
        graphql::connection::PageArgs,
        money::Money,
    },
    rights,
};

/// An item as a file tells of it.
#[derive(Debug, Clone)]
pub(crate) struct Listed {
    pub(crate) id: Uuid,
    pub(crate) title: String,
    /// As given.
    pub(crate) url: Option<String>,
    pub(crate) captured_at: Option<Timestamp>,
}

/// A delivery that was answered, where the viewer sees it.
#[derive(Debug, Clone)]
pub(crate) struct Answered {
    pub(crate) id: Uuid,
    /// The name of who answered.
    pub(crate) recipient: String,
    pub(crate) verdict: String,
    pub(crate) reason: Option<String>,
    pub(crate) at: Timestamp,
}

/// A comment that the viewer sees.
#[derive(Debug, Clone)]
pub(crate) struct Remark {
    pub(crate) id: Uuid,
    pub(crate) body: String,
    pub(crate) at: Timestamp,
    /// Whether everybody who sees the lead sees it.
    pub(crate) for_all: bool,
    /// Whether the viewer's organisation wrote it.
    pub(crate) is_own: bool,
}

/// A lead as a file tells of it.
#[derive(Debug, Clone)]
pub(crate) struct Extract {
    pub(crate) id: Uuid,
    pub(crate) tlp: Tlp,
    pub(crate) handling_code: HandlingCode,
    pub(crate) reference: String,
    pub(crate) title: String,
    pub(crate) summary: Option<String>,
    pub(crate) state: LeadState,
    pub(crate) priority: Priority,
    pub(crate) grade: Option<String>,
    pub(crate) source: LeadSource,
    pub(crate) channel: Channel,
    pub(crate) infringement_types: Vec<InfringementType>,
    pub(crate) country: Option<String>,
    pub(crate) division: Option<String>,
    pub(crate) value: Option<Money>,
    /// As the viewer may know it: a name, or a pseudonym.
    pub(crate) owner: String,
    /// The names of the brands of the items that the viewer sees.
    pub(crate) brands: Vec<String>,
    /// The items that the viewer sees.
    pub(crate) items: usize,
    /// Their addresses.
    pub(crate) listings: Vec<String>,
    /// These items, in order.
    pub(crate) listed: Vec<Listed>,
    pub(crate) answers: Vec<Answered>,
    pub(crate) remarks: Vec<Remark>,
    pub(crate) outcome: Option<LeadOutcome>,
    pub(crate) reject_reason: Option<RejectReason>,
    pub(crate) created_at: Timestamp,
    /// When what every viewer sees was last changed.
    pub(crate) changed_at: Timestamp,
    pub(crate) usable_until: Option<Timestamp>,
}

/// Where a walk through a list has come to.
pub(crate) type Place = (i64, Uuid);

/// How many leads answer a query, counted up to one more than the lists count.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn count_leads(app: &App, viewer: &Viewer, query: &LeadQuery) -> Result<u64> {
    let sight = Sight::of(viewer, Action::LeadRead, app.now());
    store::lead_count(app.db.read(), &sight, query).await
}

/// The next of the leads that answer a query, in an order, and where to go on; what is told is noted as shown.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn extract(
    app: &App,
    viewer: &Viewer,
    query: &LeadQuery,
    order: (Order, bool),
    (after, size): (Option<Place>, u64),
) -> Result<(Vec<Extract>, Option<Place>)> {
    let (connection, sight) = (app.db.read(), Sight::of(viewer, Action::LeadRead, app.now()));
    let args = PageArgs {
        size,
        after,
        before: None,
        backward: false,
    };
    let page = store::lead_page(connection, &sight, query, order, &args).await?;
    let next = page
        .rows
        .last()
        .filter(|_| page.has_next)
        .map(|(key, id, _)| (*key, *id));
    let rows: Vec<LeadRow> = page.rows.into_iter().map(|(.., row)| row).collect();
    let scene = Scene::of(app, viewer, &sight, &rows).await?;
    let extracts: Vec<Extract> = rows
        .into_iter()
        .map(|row| scene.extract(app, viewer, row))
        .collect::<Result<_>>()?;
    // What goes into a file was shown; what cannot be noted is not shown.
    let shown: BTreeMap<Uuid, Option<Tlp>> = extracts.iter().map(|row| (row.id, Some(row.tlp))).collect();
    note_shown(app, viewer, &sight, &shown).await?;
    Ok((extracts, next))
}

/// Whether a file still tells of leads what it may: its viewer sees all of them, and none has a stricter TLP than the file
/// says.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn still_tells(app: &App, viewer: &Viewer, told: &HashMap<Uuid, Tlp>) -> Result<bool> {
    let sight = Sight::of(viewer, Action::LeadRead, app.now());
    let leads: Vec<Uuid> = told.keys().copied().collect();
    let mut still = 0;
    for some in leads.chunks(500) {
        for row in store::leads_seen(app.db.read(), &sight, some).await? {
            still += usize::from(told.get(&row.id) >= Some(&code(&row.tlp)?));
        }
    }
    Ok(still == leads.len())
}

fn listed(item: &ItemRow) -> Listed {
    Listed {
        id: item.id,
        title: item.title.clone(),
        url: item.url.clone(),
        captured_at: item.captured_at.map(timestamp),
    }
}

/// What is told beside the leads' own rows.
struct Scene {
    kept: HashSet<Uuid>,
    owners: HashMap<Uuid, String>,
    items: HashMap<Uuid, Vec<ItemRow>>,
    answers: HashMap<Uuid, Vec<DeliveryRow>>,
    comments: HashMap<Uuid, Vec<CommentRow>>,
    brands: HashMap<Uuid, String>,
}

impl Scene {
    async fn of(app: &App, viewer: &Viewer, sight: &Sight, rows: &[LeadRow]) -> Result<Self> {
        let connection = app.db.read();
        let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
        let owner_of: HashMap<Uuid, Uuid> = rows.iter().map(|row| (row.id, row.owner_id)).collect();
        let met = audience::met(connection, sight, Kind::Lead, &ids).await?;
        let kept = met.iter().filter(|(lead, principal)| {
            let owner = owner_of.get(lead);
            owner.is_some_and(|owner| is_keeper(principal, *owner, viewer))
        });
        let mut answers: HashMap<Uuid, Vec<DeliveryRow>> = HashMap::new();
        let mut owners: Vec<Uuid> = rows.iter().map(|row| row.owner_id).collect();
        for delivery in store::deliveries_seen_of(connection, sight, &ids).await? {
            owners.push(delivery.recipient_id);
            answers.entry(delivery.lead_id).or_default().push(delivery);
        }
        let mut comments: HashMap<Uuid, Vec<CommentRow>> = HashMap::new();
        for comment in store::comments_seen_of(connection, sight, &ids).await? {
            comments.entry(comment.lead_id).or_default().push(comment);
        }
        let owners = members::organizations_by_ids(connection, &owners).await?;
        let mut items: HashMap<Uuid, Vec<ItemRow>> = HashMap::new();
        for (item, _) in store::items_seen(connection, sight, &ids).await? {
            items.entry(item.lead_id).or_default().push(item);
        }
        let mut brands: Vec<Uuid> = items.values().flatten().filter_map(|item| item.brand_id).collect();
        brands.sort_unstable();
        brands.dedup();
        let brands = rights::brands_by_ids(connection, &brands).await?;
        Ok(Self {
            kept: kept.map(|(lead, _)| *lead).collect(),
            owners: owners.into_iter().map(|row| (row.id, row.name)).collect(),
            brands: brands.into_iter().map(|row| (row.id, row.name)).collect(),
            answers,
            comments,
            items,
        })
    }

    fn owner(&self, app: &App, viewer: &Viewer, row: &LeadRow) -> String {
        let unnamed = row.attribution == Attribution::MustNot.code();
        let is_known = viewer.organization == row.owner_id || viewer.is_at_desk() || self.kept.contains(&row.id);
        match self.owners.get(&row.owner_id).filter(|_| !unnamed || is_known) {
            Some(name) => name.clone(),
            None => pseudonym_of(app, row.id, row.owner_id),
        }
    }

    /// What was answered of a lead, with the names of those whose deliveries the viewer sees.
    fn answers(&self, lead: Uuid) -> Vec<Answered> {
        let answers = self.answers.get(&lead).into_iter().flatten().filter_map(|delivery| {
            Some(Answered {
                id: delivery.id,
                recipient: self.owners.get(&delivery.recipient_id).cloned().unwrap_or_default(),
                verdict: delivery.verdict.clone()?,
                reason: delivery.reason.clone(),
                at: timestamp(delivery.answered_at?),
            })
        });
        answers.collect()
    }

    fn remarks(&self, lead: Uuid, viewer: &Viewer) -> Vec<Remark> {
        let remarks = self.comments.get(&lead).into_iter().flatten().map(|comment| Remark {
            id: comment.id,
            body: comment.body.clone(),
            at: timestamp(comment.created_at),
            for_all: comment.for_all_viewers,
            is_own: comment.organization_id == viewer.organization,
        });
        remarks.collect()
    }

    fn extract(&self, app: &App, viewer: &Viewer, row: LeadRow) -> Result<Extract> {
        let items = self.items.get(&row.id).map(Vec::as_slice).unwrap_or_default();
        let mut brands: Vec<String> = items
            .iter()
            .filter_map(|item| self.brands.get(&item.brand_id?).cloned())
            .collect();
        brands.sort_unstable();
        brands.dedup();
        Ok(Extract {
            id: row.id,
            tlp: code(&row.tlp)?,
            handling_code: code(&row.handling_code)?,
            state: code(&row.state)?,
            priority: Priority::from_rank(row.priority),
            source: code(&row.source)?,
            channel: code(&row.channel)?,
            infringement_types: json(&row.infringement_types)?,
            value: row
                .value_minor
                .zip(row.value_currency.clone())
                .map(|(minor, currency)| Money { minor, currency }),
            owner: self.owner(app, viewer, &row),
            brands,
            items: items.len(),
            listings: items.iter().filter_map(|item| item.url.clone()).collect(),
            listed: items.iter().map(listed).collect(),
            answers: self.answers(row.id),
            remarks: self.remarks(row.id, viewer),
            outcome: row.outcome.as_deref().map(code).transpose()?,
            reject_reason: row.reject_reason.as_deref().map(code).transpose()?,
            created_at: timestamp(row.created_at),
            changed_at: timestamp(row.content_updated_at),
            usable_until: timestamp_or_never(row.usable_until),
            reference: row.reference,
            title: row.title,
            summary: row.summary,
            grade: row.grade,
            country: row.country,
            division: row.division_code,
        })
    }
}

#[cfg(test)]
impl Extract {
    /// A lead with two listings, an answer, a comment for all and one for some.
    pub(crate) fn example(tlp: Tlp) -> Self {
        let at = Timestamp::UNIX_EPOCH;
        let listed = |key: u128| Listed {
            id: Uuid::from_u128(key),
            title: format!("Bag {key}"),
            url: Some(format!("https://shop.example/item/{key}")),
            captured_at: Some(at),
        };
        let remark = |key: u128, body: &str, for_all: bool| Remark {
            id: Uuid::from_u128(key),
            body: body.to_owned(),
            at,
            for_all,
            is_own: false,
        };
        Self {
            id: Uuid::from_u128(10),
            tlp,
            handling_code: HandlingCode::H0,
            reference: "LD-2026-00001".to_owned(),
            title: "Counterfeit bags".to_owned(),
            summary: Some("Two shops".to_owned()),
            state: LeadState::Shared,
            priority: Priority::from_rank(0),
            grade: None,
            source: LeadSource::Member,
            channel: Channel::Online,
            infringement_types: vec![InfringementType::Counterfeit],
            country: None,
            division: None,
            value: None,
            owner: "Acme".to_owned(),
            brands: vec!["Acme".to_owned()],
            items: 2,
            listings: Vec::new(),
            listed: vec![listed(1), listed(2)],
            answers: vec![Answered {
                id: Uuid::from_u128(11),
                recipient: "Bolt".to_owned(),
                verdict: "CONFIRMED".to_owned(),
                reason: None,
                at,
            }],
            remarks: vec![remark(12, "said to all", true), remark(13, "between us", false)],
            outcome: None,
            reject_reason: None,
            created_at: at,
            changed_at: at,
            usable_until: None,
        }
    }
}
