//! The feed of changes: whoever applies it to a copy has what the service account sees.

mod feed;
mod loss;
mod replay;
mod streams;

use std::collections::BTreeMap;

use sea_orm::{ActiveValue::Set, EntityTrait as _};
use serde_json::{Value, json};
use touchstone::{changes, outbox, permissions::ServiceScope};

use crate::support::{Asks as _, Lead, Organization, Person, Response, World, with};

/// A page of the feed, each object with what the copies here keep of it.
const CHANGES: &str = "query($since: String, $first: Int! = 100) { changes(since: $since, first: $first) { cursor \
    hasMore changes { kind operation id at lead { id title state tlp } item { id title } \
    delivery { id state verdict } comment { id body } } } }";

/// The same, asked of lists.
const SEEN: &str = "query($after: String) { leads(first: 20, after: $after) { pageInfo { hasNextPage endCursor } \
    edges { node { id title state tlp items(first: 20) { edges { node { id title } } } \
    deliveries { id state verdict } comments(first: 50) { edges { node { id body } } } } } } }";

/// What reads and follows.
const FOLLOWS: &[ServiceScope] = &[ServiceScope::LeadsRead, ServiceScope::ChangesRead];

/// Gives an account other scopes.
async fn gives(account: &Person, scopes: &[ServiceScope]) {
    let row = entity::service_account::ActiveModel {
        id: Set(account.id),
        scopes: Set(serde_json::to_string(scopes).unwrap()),
        ..Default::default()
    };
    let db = account.world.app.db.write();
    entity::service_account::Entity::update(row).exec(db).await.unwrap();
    account.world.authorization_changed().await;
}

/// Moves the feeds on, as the worker does.
pub async fn advanced(world: &World) -> usize {
    while outbox::relay(&world.app.db, world.now()).await.unwrap() > 0 {}
    changes::advance(&world.app).await.unwrap()
}

/// Asks an account for a page of its feed.
async fn page(account: &Person, since: Option<&str>, first: i32) -> Response {
    account
        .graphql(CHANGES, json!({ "since": since, "first": first }))
        .await
}

/// The copy that an account keeps of what it sees: each object by its id.
#[derive(Clone)]
pub struct Mirror {
    account: Person,
    cursor: Option<String>,
    pub objects: BTreeMap<String, Value>,
}

impl Mirror {
    /// An empty copy of an account of an organisation that reads and follows.
    pub async fn of(organization: &Organization) -> Self {
        Self::by(&organization.service_account(FOLLOWS).await)
    }

    /// An empty copy of an account.
    fn by(account: &Person) -> Self {
        Self {
            account: account.clone(),
            cursor: None,
            objects: BTreeMap::new(),
        }
    }

    /// Applies what the feed has for it, by pages of a size; each change as `KIND OPERATION id`.
    pub async fn pulls_by(&mut self, first: i32) -> Vec<String> {
        let mut told = Vec::new();
        loop {
            let answer = page(&self.account, self.cursor.as_deref(), first).await.ok();
            for change in answer.list("/changes/changes") {
                told.push(self.applies(change));
            }
            self.cursor = Some(answer.text("/changes/cursor"));
            if answer.data("/changes/hasMore") == false {
                return told;
            }
        }
    }

    /// Applies all that the feed has for it.
    pub async fn pulls(&mut self) -> Vec<String> {
        self.pulls_by(100).await
    }

    fn applies(&mut self, change: &Value) -> String {
        let text = |field: &str| change[field].as_str().unwrap().to_owned();
        let (kind, operation, id) = (text("kind"), text("operation"), text("id"));
        let kinds = ["LEAD", "ITEM", "DELIVERY", "COMMENT"];
        let given = kinds.iter().filter(|kind| !change[kind.to_lowercase()].is_null());
        let given: Vec<&str> = given.copied().collect();
        if operation == "UPSERT" {
            assert_eq!(given, [kind.as_str()], "{change}");
            let object = change[kind.to_lowercase()].clone();
            assert_eq!(object["id"], id.as_str(), "{change}");
            self.objects.insert(id.clone(), object);
        } else {
            assert!(given.is_empty(), "{change}");
            self.objects.remove(&id);
        }
        format!("{kind} {operation} {id}")
    }

    /// Insists that the copy is what the account sees now.
    pub async fn is_right(&self, when: &str) {
        assert_eq!(self.objects, seen(&self.account).await, "{} {when}", self.account.name);
    }
}

/// What an account sees now, asked of lists.
async fn seen(account: &Person) -> BTreeMap<String, Value> {
    let mut found = BTreeMap::new();
    let mut keep = |object: &Value| {
        let id = object["id"].as_str().unwrap().to_owned();
        assert!(found.insert(id, object.clone()).is_none());
    };
    let mut after = Value::Null;
    loop {
        let answer = account.graphql(SEEN, json!({ "after": after })).await.ok();
        for edge in answer.list("/leads/edges") {
            let mut lead = edge["node"].clone();
            let fields = lead.as_object_mut().unwrap();
            for list in ["items", "comments"] {
                let edges = fields.remove(list).unwrap();
                edges["edges"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .for_each(|edge| keep(&edge["node"]));
            }
            let deliveries = fields.remove("deliveries").unwrap();
            deliveries.as_array().unwrap().iter().for_each(&mut keep);
            keep(&lead);
        }
        if answer.data("/leads/pageInfo/hasNextPage") == false {
            return found;
        }
        after = answer.data("/leads/pageInfo/endCursor").clone();
    }
}

/// Takes back the first of what a lead was opened by.
pub async fn revokes(owner: &Person, lead: &Lead) -> Response {
    let document = "query($id: ID!) { lead(id: $id) { grants(first: 100) { nodes { id } } } }";
    let answer = owner.graphql(document, json!({ "id": lead.public_id() })).await;
    let grant = answer.data("/lead/grants/nodes/0/id").clone();
    let opening = match grant.is_null() {
        true => json!({ "community": true }),
        false => json!({ "grantId": grant }),
    };
    let input = json!({ "id": lead.public_id(), "expectedVersion": lead.row().await.version, "opening": opening,
        "reason": "no longer needed" });
    owner.act("revokeLeadGrant", input).await
}

/// Opens a lead to an organisation, perhaps to the end of a few hours, perhaps with somebody walled off.
async fn opens(owner: &Person, lead: &Lead, to: &Organization, more: Value) -> Response {
    let grants = json!({ "grants": [{ "organizationId": to.public_id() }] });
    owner.shares_by(lead, with(grants, more)).await
}
