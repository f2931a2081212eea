//! Leads as digests find them, written straight into the tables with the audience that production derives.

use jiff::SignedDuration;
use sea_orm::{ActiveValue::Set, EntityTrait as _};
use touchstone::{
    audience::{self, Keys, Kind},
    permissions::Role,
    permissions::audience::{
        AudienceRow, HandlingCode, LeadFacts, NamedPerson, OpenOrganization, Tlp, delivery_audience, item_audience,
        lead_audience,
    },
    platform::clock::{NEVER, micros},
};
use uuid::Uuid;

use crate::support::{Organization, Person, World};

/// A lead that was shared: what a test says of it.
pub struct Shared<'a> {
    pub owner: &'a Organization,
    pub title: &'a str,
    pub tlp: Tlp,
    /// Gets a delivery, and sees the lead.
    pub to: Option<&'a Organization>,
    /// People named, as RED asks for.
    pub named: &'a [&'a Person],
    pub community: bool,
    /// The delivery's deadline, in hours from now.
    pub due_in: i64,
    pub state: &'a str,
}

impl<'a> Shared<'a> {
    pub fn by(owner: &'a Organization, title: &'a str, tlp: Tlp) -> Self {
        Self {
            owner,
            title,
            tlp,
            to: None,
            named: &[],
            community: false,
            due_in: 72,
            state: "PUSHED",
        }
    }

    pub fn to(self, recipient: &'a Organization) -> Self {
        Self {
            to: Some(recipient),
            ..self
        }
    }

    fn facts(&self) -> LeadFacts {
        let open = |organization: &Organization, brands: &[Uuid]| OpenOrganization {
            personal_data: false,
            organization: organization.id,
            agency: false,
            brands: brands.to_vec(),
            valid_until: None,
        };
        let named = self.named.iter().map(|person| NamedPerson {
            personal_data: false,
            person: person.id,
            organization: person.organization,
            valid_until: None,
        });
        LeadFacts {
            owner: open(self.owner, &[]),
            tlp: self.tlp,
            handling_code: HandlingCode::H0,
            submitted: true,
            shared: true,
            community: self.community,
            released: false,
            named: named.collect(),
            bystanders: Vec::new(),
            granted: self.to.iter().map(|to| open(to, &to.brands)).collect(),
            country: None,
            division: None,
            items_open: false,
            by_agent: false,
            groups: Vec::new(),
            usable_until: None,
            sandbox_until: None,
        }
    }

    /// Writes the lead with one item and, where there is a recipient, a delivery; the lead's id.
    pub async fn write(self, world: &World) -> Uuid {
        let (lead, now) = (world.id(), micros(world.now()));
        let db = world.app.db.write();
        let tlp: &str = self.tlp.into();
        let author = author(self.owner).await;
        let row = entity::lead::ActiveModel {
            id: Set(lead),
            reference: Set(reference(lead)),
            owner_id: Set(self.owner.id),
            created_by: Set(author),
            on_behalf_by: Set(None),
            source: Set("MEMBER".to_owned()),
            channel: Set("ONLINE".to_owned()),
            title: Set(self.title.to_owned()),
            summary: Set(Some(format!("About {}", self.title))),
            infringement_types: Set("[]".to_owned()),
            country: Set(None),
            division_code: Set(None),
            grade: Set(None),
            priority: Set(1),
            tlp: Set(tlp.to_owned()),
            handling_code: Set("H0".to_owned()),
            state: Set("SHARED".to_owned()),
            community: Set(self.community),
            items_open: Set(false),
            value_minor: Set(None),
            value_currency: Set(None),
            outcome: Set(None),
            reject_reason: Set(None),
            override_reason: Set(None),
            submitted_at: Set(Some(now)),
            shared_at: Set(Some(now)),
            version: Set(1),
            content_version: Set(1),
            created_at: Set(now),
            updated_at: Set(now),
            content_updated_at: Set(now),
            sanitized_from: Set(None),
            merged_into: Set(None),
            permitted_actions: Set("DIRECT".to_owned()),
            notification: Set("MUST_NOT".to_owned()),
            attribution: Set("MAY".to_owned()),
            usable_until: Set(NEVER),
            sandbox_until: Set(None),
        };
        let row = entity::lead::Entity::insert(row);
        row.exec_without_returning(db).await.unwrap();
        let rows = lead_audience(&self.facts());
        keep(world, Kind::Lead, lead, lead, &rows).await;
        self.item(world, lead, &rows).await;
        if let Some(recipient) = self.to {
            self.delivery(world, lead, recipient, &rows).await;
        }
        entry(world, lead, "SHARED").await;
        lead
    }

    async fn item(&self, world: &World, lead: Uuid, rows: &[AudienceRow]) {
        let owner = self.to.unwrap_or(self.owner);
        let id = world.id();
        let row = entity::lead_item::ActiveModel {
            id: Set(id),
            lead_id: Set(lead),
            position: Set(1),
            brand_id: Set(owner.brands.first().copied()),
            title: Set("Item".to_owned()),
            ..Default::default()
        };
        let row = entity::lead_item::Entity::insert(row);
        row.exec_without_returning(world.app.db.write()).await.unwrap();
        let rows = item_audience(&self.facts(), rows, Some(owner.id));
        keep(world, Kind::Item, id, lead, &rows).await;
    }

    async fn delivery(&self, world: &World, lead: Uuid, recipient: &Organization, rows: &[AudienceRow]) {
        let (id, now) = (world.id(), world.now());
        let due_at = now + SignedDuration::from_hours(self.due_in);
        let row = entity::delivery::ActiveModel {
            id: Set(id),
            lead_id: Set(lead),
            recipient_id: Set(recipient.id),
            state: Set(self.state.to_owned()),
            round: Set(1),
            rule: Set("test".to_owned()),
            calendar_version: Set("test".to_owned()),
            provisional: Set(false),
            pushed_at: Set(micros(now)),
            due_on: Set("2026-03-12".to_owned()),
            due_at: Set(micros(due_at)),
            expires_at: Set(NEVER),
            paused_days: Set(0),
            late: Set(false),
            attribution_allowed: Set(false),
            version: Set(1),
            created_at: Set(micros(now)),
            ..Default::default()
        };
        let row = entity::delivery::Entity::insert(row);
        row.exec_without_returning(world.app.db.write()).await.unwrap();
        let rows = delivery_audience(&self.facts(), rows, recipient.id, false);
        keep(world, Kind::Delivery, id, lead, &rows).await;
    }
}

/// Somebody who wrote a lead and wants no digest.
async fn author(owner: &Organization) -> Uuid {
    let author = owner.person(&[Role::Mf]).await;
    let row = entity::person::ActiveModel {
        id: Set(author.id),
        digest: Set("OFF".to_owned()),
        ..Default::default()
    };
    let row = entity::person::Entity::update(row);
    row.exec(owner.world.app.db.write()).await.unwrap();
    author.id
}

/// The reference of a lead.
pub fn reference(lead: Uuid) -> String {
    format!("LD-26-{}", &lead.simple().to_string()[16..])
}

/// Something happened to a lead.
pub async fn entry(world: &World, lead: Uuid, kind: &str) {
    let row = entity::timeline_entry::ActiveModel {
        id: Set(world.id()),
        lead_id: Set(lead),
        kind: Set(kind.to_owned()),
        at: Set(micros(world.now())),
        visibility: Set("KEEPERS".to_owned()),
        ..Default::default()
    };
    let row = entity::timeline_entry::Entity::insert(row);
    row.exec_without_returning(world.app.db.write()).await.unwrap();
}

async fn keep(world: &World, kind: Kind, id: Uuid, root: Uuid, rows: &[AudienceRow]) {
    let tx = world.begin().await;
    let keys = Keys {
        id,
        root,
        created_at: micros(world.now()),
        due_at: NEVER,
        priority: 1,
        open: true,
    };
    audience::replace(&tx, kind, keys, rows).await.unwrap();
    let act = touchstone::audit::Act::on(
        touchstone::audit::Category::Content,
        "test",
        touchstone::platform::ids::IdKind::Lead,
        root,
    );
    let actor = touchstone::audit::Actor::System;
    let proof = touchstone::audit::record(&tx, world.app.ids.as_ref(), actor, act).await;
    tx.commit(proof.unwrap()).await.unwrap();
}

/// Nobody of anybody sees an object any more, as after a withdrawn grant.
pub async fn hide(world: &World, lead: Uuid) {
    use entity::audience::{Column, Entity};
    use sea_orm::{ColumnTrait as _, QueryFilter as _};
    let rows = Entity::delete_many().filter(Column::RootId.eq(lead));
    rows.exec(world.app.db.write()).await.unwrap();
}
