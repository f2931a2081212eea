//! Everything that stands in a database, read at one moment and held against itself: no half of any change.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use sea_orm::{
    AccessMode, ConnectionTrait as _, Database, EntityTrait as _, IsolationLevel, QueryOrder as _, Statement,
    TransactionTrait as _,
};
use touchstone::platform::db::Db;
use uuid::Uuid;

/// The rows that a storm writes.
pub(super) struct Books {
    leads: Vec<entity::lead::Model>,
    items: Vec<entity::lead_item::Model>,
    deliveries: Vec<entity::delivery::Model>,
    answers: Vec<entity::delivery_answer::Model>,
    comments: Vec<entity::comment::Model>,
    people: Vec<entity::person::Model>,
    invitations: Vec<entity::invitation::Model>,
    mails: Vec<entity::mail::Model>,
    timeline: Vec<entity::timeline_entry::Model>,
    events: Vec<entity::outbox::Model>,
    acts: Vec<entity::audit_entry::Model>,
    links: Vec<entity::audit_link::Model>,
    pending: Vec<entity::audit_pending::Model>,
    keys: Vec<entity::idempotency_key::Model>,
    audience: BTreeSet<Uuid>,
}

/// Where the addresses of people end who were invited in a storm.
pub(super) const INVITED: &str = "@storm.example";

impl Books {
    /// Reads all of it at one moment.
    pub(super) async fn of(db: &Db) -> Self {
        let level = (!db.is_sqlite()).then_some(IsolationLevel::RepeatableRead);
        let mode = (!db.is_sqlite()).then_some(AccessMode::ReadOnly);
        let tx = db.read().begin_with_config(level, mode).await.unwrap();
        let people = entity::person::Entity::find().all(&tx).await.unwrap();
        let events = entity::outbox::Entity::find().order_by_asc(entity::outbox::Column::Number);
        let links = entity::audit_link::Entity::find().order_by_asc(entity::audit_link::Column::Seq);
        let books = Self {
            leads: entity::lead::Entity::find().all(&tx).await.unwrap(),
            items: entity::lead_item::Entity::find().all(&tx).await.unwrap(),
            deliveries: entity::delivery::Entity::find().all(&tx).await.unwrap(),
            answers: entity::delivery_answer::Entity::find().all(&tx).await.unwrap(),
            comments: entity::comment::Entity::find().all(&tx).await.unwrap(),
            people: people
                .into_iter()
                .filter(|person| person.email.ends_with(INVITED))
                .collect(),
            invitations: entity::invitation::Entity::find().all(&tx).await.unwrap(),
            mails: entity::mail::Entity::find().all(&tx).await.unwrap(),
            timeline: entity::timeline_entry::Entity::find().all(&tx).await.unwrap(),
            events: events.all(&tx).await.unwrap(),
            acts: entity::audit_entry::Entity::find().all(&tx).await.unwrap(),
            links: links.all(&tx).await.unwrap(),
            pending: entity::audit_pending::Entity::find().all(&tx).await.unwrap(),
            keys: entity::idempotency_key::Entity::find().all(&tx).await.unwrap(),
            audience: entity::audience::Entity::find()
                .all(&tx)
                .await
                .unwrap()
                .into_iter()
                .map(|row| row.object_id)
                .collect(),
        };
        tx.commit().await.unwrap();
        file_is_sound(db).await;
        books
    }

    /// How often the change of a mutation stands here, by what marks it.
    pub(super) fn count(&self, mutation: &str, mark: &str) -> usize {
        let told = |kind: &str| {
            self.timeline
                .iter()
                .filter(|row| row.kind == kind && row.lead_id.to_string() == mark)
                .count()
        };
        match mutation {
            "createLead" => self.leads.iter().filter(|row| row.title == mark).count(),
            "submitLead" => told("SUBMITTED"),
            "triageLead" => told("TRIAGED"),
            "shareLead" => told("SHARED"),
            "answerDelivery" => self.answers.iter().filter(|row| row.reason == mark).count(),
            "addComment" => self.comments.iter().filter(|row| row.body == mark).count(),
            "inviteUser" => self.people.iter().filter(|row| row.email == mark).count(),
            other => panic!("{other} is not asked in a storm"),
        }
    }

    /// The ids of the mails that were sent.
    pub(super) fn mails_sent(&self) -> impl Iterator<Item = &str> {
        let sent = self.mails.iter().filter(|mail| mail.state == "SENT");
        sent.filter_map(|mail| mail.message_id.as_deref())
    }

    /// Whether every event has its position and every audit entry its link.
    pub(super) fn are_settled(&self) -> bool {
        self.pending.is_empty() && self.events.iter().all(|event| event.position.is_some())
    }

    /// Insists that all parts of every change are there, and no part of anything else.
    pub(super) fn balance(&self) {
        self.leads_have_all_their_parts();
        self.children_have_all_their_parts();
        self.people_have_all_their_parts();
        self.keys_have_their_results();
        self.events_are_in_order();
        self.entries_are_sealed_once();
    }

    /// The objects of the audit entries of an action, each as often as it stands there; a question is no answer.
    fn acted(&self, action: &str) -> Vec<Uuid> {
        let acts = self.acts.iter().filter(|act| act.action == action);
        let acts = acts.filter(|act| !act.detail.contains("\"state\":\"NEEDS_INFO\""));
        sorted(acts.filter_map(|act| act.object_id))
    }

    fn leads_have_all_their_parts(&self) {
        assert_eq!(self.acted("createLead"), sorted(self.leads.iter().map(|lead| lead.id)));
        // That somebody reads what only few may see is written down too, and changes nothing.
        let acts = || self.acts.iter().filter(|act| act.action != "readLead");
        let changes = counted(
            acts()
                .filter(|act| act.object_kind.as_deref() == Some("lead"))
                .filter_map(|act| act.object_id),
        );
        let acts = counted(acts().filter_map(|act| act.root_id));
        let told = counted(self.timeline.iter().map(|entry| entry.lead_id));
        let pushed = counted(self.deliveries.iter().map(|delivery| delivery.lead_id));
        for lead in &self.leads {
            let at = |counts: &HashMap<Uuid, usize>| counts.get(&lead.id).copied().unwrap_or(0);
            assert_eq!(
                usize::try_from(lead.version).unwrap(),
                at(&changes),
                "a version for each change: {lead:?}"
            );
            // A share tells of itself, and of each delivery.
            assert_eq!(at(&told), at(&acts) + at(&pushed), "an entry for each act: {lead:?}");
            assert!(
                self.items.iter().any(|item| item.lead_id == lead.id),
                "{lead:?} has no items"
            );
            assert_eq!(lead.shared_at.is_some(), at(&pushed) > 0, "{lead:?}");
        }
    }

    fn children_have_all_their_parts(&self) {
        assert_eq!(self.acted("addComment"), sorted(self.comments.iter().map(|row| row.id)));
        assert_eq!(
            self.acted("answerDelivery"),
            sorted(self.answers.iter().map(|row| row.delivery_id))
        );
        for delivery in &self.deliveries {
            let changes = self
                .acts
                .iter()
                .filter(|act| act.object_id == Some(delivery.id))
                .count();
            assert_eq!(usize::try_from(delivery.version).unwrap(), 1 + changes, "{delivery:?}");
        }
        let shown = self
            .leads
            .iter()
            .map(|row| row.id)
            .chain(self.items.iter().map(|row| row.id));
        let shown = shown
            .chain(self.deliveries.iter().map(|row| row.id))
            .chain(self.comments.iter().map(|row| row.id));
        for object in shown.chain(self.timeline.iter().map(|row| row.id)) {
            assert!(self.audience.contains(&object), "{object} has no audience");
        }
        // Open pages hear of notifications, and people of what was done to their accounts, too.
        let of_people = ["NOTIFIED", "ACCOUNT_CHANGED"];
        let told = self
            .events
            .iter()
            .filter(|event| !of_people.contains(&event.kind.as_str()));
        assert_eq!(
            sorted(told.map(|event| event.object_id)),
            sorted(self.timeline.iter().map(|entry| entry.id))
        );
    }

    fn people_have_all_their_parts(&self) {
        assert_eq!(self.acted("inviteUser"), sorted(self.people.iter().map(|row| row.id)));
        assert_eq!(
            sorted(self.invitations.iter().map(|row| row.person_id)),
            sorted(self.people.iter().map(|row| row.id))
        );
        let mails = self
            .mails
            .iter()
            .filter(|mail| mail.kind == "INVITATION")
            .filter_map(|mail| mail.subject_id);
        assert_eq!(sorted(mails), sorted(self.invitations.iter().map(|row| row.id)));
    }

    fn keys_have_their_results(&self) {
        for (mutation, made) in [
            ("createLead", sorted(self.leads.iter().map(|row| row.id))),
            ("addComment", sorted(self.comments.iter().map(|row| row.id))),
            ("inviteUser", sorted(self.people.iter().map(|row| row.id))),
        ] {
            let keys = self.keys.iter().filter(|key| key.mutation == mutation);
            let results = keys.flat_map(|key| serde_json::from_str::<Vec<Uuid>>(&key.result_ids).unwrap());
            assert_eq!(sorted(results), made, "{mutation}");
        }
    }

    /// Positions have no gaps, and of one lead they follow the order of its changes.
    fn events_are_in_order(&self) {
        let mut positions: Vec<i64> = self.events.iter().filter_map(|event| event.position).collect();
        positions.sort_unstable();
        assert!(
            positions
                .iter()
                .copied()
                .eq(1..=i64::try_from(positions.len()).unwrap()),
            "{positions:?}"
        );
        let mut of_leads: BTreeMap<Uuid, Vec<i64>> = BTreeMap::new();
        for event in &self.events {
            of_leads
                .entry(event.root_id)
                .or_default()
                .push(event.position.unwrap_or(i64::MAX));
        }
        assert!(of_leads.values().all(|positions| positions.is_sorted()), "{of_leads:?}");
    }

    fn entries_are_sealed_once(&self) {
        let placed = self
            .links
            .iter()
            .map(|link| link.entry_id)
            .chain(self.pending.iter().map(|row| row.entry_id));
        assert_eq!(
            sorted(placed),
            sorted(self.acts.iter().map(|act| act.id)),
            "each is sealed or waits for it"
        );
        assert!(
            self.links
                .iter()
                .map(|link| link.seq)
                .eq(1..=i64::try_from(self.links.len()).unwrap())
        );
    }
}

/// SQLite keeps foreign keys only where it is told to, PostgreSQL always. What is asked is what stands in the file, so it is
/// asked by somebody who knows nothing of it yet.
async fn file_is_sound(db: &Db) {
    if !db.is_sqlite() {
        return;
    }
    let ask = |pragma: &str| Statement::from_string(db.backend(), format!("PRAGMA {pragma}"));
    let file = db.read().query_one_raw(ask("database_list")).await.unwrap().unwrap();
    let file: String = file.try_get("", "file").unwrap();
    let fresh = Database::connect(format!("sqlite:{file}")).await.unwrap();
    let broken = fresh.query_all_raw(ask("foreign_key_check")).await.unwrap();
    assert!(broken.is_empty(), "{broken:?}");
    let sound = fresh.query_one_raw(ask("integrity_check")).await.unwrap().unwrap();
    assert_eq!(sound.try_get::<String>("", "integrity_check").unwrap(), "ok");
    fresh.close().await.unwrap();
}

fn sorted(ids: impl Iterator<Item = Uuid>) -> Vec<Uuid> {
    let mut ids: Vec<Uuid> = ids.collect();
    ids.sort_unstable();
    ids
}

fn counted(ids: impl Iterator<Item = Uuid>) -> HashMap<Uuid, usize> {
    let mut counts = HashMap::new();
    ids.for_each(|id| *counts.entry(id).or_default() += 1);
    counts
}
