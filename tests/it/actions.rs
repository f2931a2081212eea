//! Offline actions: who prepares, approves and does them, what meets, and who knows of it.

mod campaigns;
pub mod clashes;
mod embargo;
mod follow_up;
mod hidden;
mod life;
mod map;
pub mod outcome;
mod paper;
mod shifts;
mod statistics;
mod suspects;

use sea_orm::EntityTrait as _;
use serde_json::{Value, json};
use touchstone::platform::ids::{IdKind, decode_as};

use crate::support::{Asks as _, Lead, Organization, Person, Response, World, with};

const FIELDS: &str = "id reference version state embargoed reason allowedActions approvals { side person { id } } \
    window { startsAt startsLocal timeZone } sites { id kind divisionCode address } team { role person { id } } leads { id } \
    clashes { id } executedAt closedAt";

/// Everybody who has to do with an action: a member whose lead was confirmed, the desk, an agency.
pub struct Cast {
    pub world: World,
    pub acme: Organization,
    pub admin: Person,
    pub investigator: Person,
    /// Proposes for the secretariat.
    pub desk: Person,
    /// Approves for it.
    pub second: Person,
    pub police: Organization,
    pub leader: Person,
    pub officer: Person,
    pub lead: Lead,
}

impl Cast {
    pub async fn of(world: &World) -> Self {
        let secretariat = world.secretariat().await;
        let desk = (secretariat.desk().await, secretariat.desk().await);
        Self::with(world, desk, ["Acme", "Bolt", "Police"]).await
    }

    /// Another member with another agency and the same desk.
    pub async fn beside(&self) -> Self {
        let desk = (self.desk.clone(), self.second.clone());
        Self::with(&self.world, desk, ["Deva", "Elan", "Customs"]).await
    }

    async fn with(world: &World, (desk, second): (Person, Person), [own, recipient, agency]: [&str; 3]) -> Self {
        let (acme, bolt) = (world.brand(own).await, world.brand(recipient).await);
        let police = world.agency(agency).await;
        let admin = acme.admin().await;
        let lead = admin.prepares(&bolt).await;
        admin.shares(&lead, &[&bolt]).await.ok();
        bolt.investigator().await.answers(&lead, &bolt, "CONFIRMED").await.ok();
        Self {
            world: world.clone(),
            investigator: acme.investigator().await,
            acme,
            admin,
            desk,
            second,
            leader: police.officer().await,
            officer: police.officer().await,
            police,
            lead,
        }
    }

    /// What the desk proposes.
    pub fn proposal(&self, more: Value) -> Value {
        let member = |person: &Person, role: &str| json!({ "personId": person.public_id(), "role": role });
        let base = json!({
            "idempotencyKey": self.world.id().to_string(), "title": "Bags at the market", "kind": "RAID",
            "leadAgencyId": self.police.public_id(), "leadIds": [self.lead.public_id()],
            "team": [member(&self.leader, "LEAD"), member(&self.officer, "OFFICER"), member(&self.second, "DESK"),
                member(&self.investigator, "INVESTIGATOR")],
            "window": window("2026-03-12T06:00", "2026-03-12T18:00"),
            "sites": [site("330102", "Market Road 1"), site("330102", "Market Road 2, cellar")],
        });
        with(base, more)
    }

    /// An action that the desk proposed; its id.
    pub async fn proposed(&self, more: Value) -> String {
        let made = acts(&self.desk, "proposeOfflineAction", self.proposal(more)).await.ok();
        made.text("/proposeOfflineAction/action/id")
    }

    /// An action brought as far as a state; its id.
    pub async fn brought_to(&self, state: &str, more: Value) -> String {
        let id = self.proposed(more).await;
        for (by, mutation, reached) in self.way() {
            if row(&self.world, &id).await.state == state {
                break;
            }
            let moved = moves(by, mutation, &id, json!({})).await.ok();
            assert_eq!(moved.text(&format!("/{mutation}/action/state")), reached);
        }
        assert_eq!(row(&self.world, &id).await.state, state);
        id
    }

    /// The way of an action that nothing stands in the way of, with who takes each step.
    pub fn way(&self) -> [(&Person, &'static str, &'static str); 7] {
        [
            (&self.desk, "submitOfflineAction", "DECONFLICTING"),
            (&self.leader, "planOfflineAction", "PLANNED"),
            (&self.second, "approveOfflineAction", "PLANNED"),
            (&self.leader, "approveOfflineAction", "APPROVED"),
            (&self.leader, "scheduleOfflineAction", "SCHEDULED"),
            (&self.leader, "startOfflineAction", "IN_PROGRESS"),
            (&self.leader, "executeOfflineAction", "EXECUTED"),
        ]
    }
}

pub fn window(starts: &str, ends: &str) -> Value {
    json!({ "startsLocal": starts, "endsLocal": ends, "timeZone": "Asia/Shanghai" })
}

pub fn site(division: &str, address: &str) -> Value {
    json!({ "kind": "SALES", "country": "CN", "divisionCode": division, "address": address })
}

/// As it stands in the database.
pub async fn row(world: &World, id: &str) -> entity::offline_action::Model {
    let id = decode_as(IdKind::Action, id).unwrap();
    let found = entity::offline_action::Entity::find_by_id(id).one(world.app.db.read());
    found.await.unwrap().unwrap()
}

/// Does a mutation and selects the action.
pub async fn acts(by: &Person, mutation: &str, input: Value) -> Response {
    acts_selecting(by, mutation, input, FIELDS).await
}

/// Does a mutation and selects from the action.
pub async fn acts_selecting(by: &Person, mutation: &str, input: Value, fields: &str) -> Response {
    let kind = match mutation {
        "submitOfflineAction"
        | "planOfflineAction"
        | "approveOfflineAction"
        | "scheduleOfflineAction"
        | "startOfflineAction"
        | "executeOfflineAction"
        | "submitOutcome"
        | "verifyOutcome"
        | "startFollowUp"
        | "closeOfflineAction" => "OfflineActionTransitionInput".to_owned(),
        "postponeOfflineAction"
        | "abortOfflineAction"
        | "cancelOfflineAction"
        | "releaseOfflineAction"
        | "askOfflineActionStop"
        | "returnOutcome"
        | "correctOutcome" => "ReasonedOfflineActionInput".to_owned(),
        other => format!("{}{}Input", other[..1].to_uppercase(), &other[1..]),
    };
    let document = format!(
        "mutation($input: {kind}!) {{ {mutation}(input: $input) {{ action {{ {fields} }} userErrors {{ code field message }} }} }}"
    );
    by.graphql(&document, json!({ "input": input })).await
}

/// Does a mutation to an action in the version it has now.
pub async fn moves(by: &Person, mutation: &str, id: &str, more: Value) -> Response {
    let version = row(&by.world, id).await.version;
    acts(
        by,
        mutation,
        with(json!({ "id": id, "expectedVersion": version }), more),
    )
    .await
}

/// An action as somebody gets it.
pub async fn reads(by: &Person, id: &str) -> Response {
    let document = format!("query($id: ID!) {{ offlineAction(id: $id) {{ {FIELDS} }} }}");
    by.graphql(&document, json!({ "id": id })).await
}

/// The ids of the actions that somebody finds; the count says the same.
pub async fn lists(by: &Person, filter: Value) -> Vec<String> {
    let document = "query($filter: OfflineActionFilter) { offlineActions(first: 100, filter: $filter) { totalCount nodes { id } } }";
    let found = by.graphql(document, json!({ "filter": filter })).await.ok();
    let ids = found.texts("/offlineActions/nodes", "/id");
    let count = found.number("/offlineActions/totalCount");
    assert_eq!(count, i64::try_from(ids.len()).unwrap());
    ids
}

/// The kinds of what somebody was told of actions.
pub async fn told(by: &Person) -> Vec<String> {
    let document = "{ notifications(first: 50) { nodes { kind action { id } hit { id } lead { id } heading } } }";
    let found = by.graphql(document, json!({})).await.ok();
    let mut kinds = found.texts("/notifications/nodes", "/kind");
    kinds.retain(|kind| kind.starts_with("ACTION_"));
    kinds
}
