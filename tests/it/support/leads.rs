//! Leads as tests speak of them: `let lead = author.creates(&acme).await; author.submits(&lead).await.ok();`
//!
//! Every act reads the version that the record has now, so a test names versions only where they are its subject.

use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use serde_json::{Value, json};
use touchstone::platform::ids::{IdKind, decode_as, encode};
use uuid::Uuid;

use super::{Asks, Organization, Person, Response, World};

/// What a mutation answers with, unless a test asks for something else.
const SELECTIONS: &[(&str, &str)] = &[
    ("Lead", "lead { id version state tlp title }"),
    ("Delivery", "delivery { id version state verdict late dueOn }"),
    ("Comment", "comment { id body }"),
];

/// A lead of the world.
#[derive(Clone)]
pub struct Lead {
    world: World,
    pub id: Uuid,
}

impl Lead {
    /// One that was not made by a person's mutation.
    pub fn of(world: &World, id: Uuid) -> Self {
        Self {
            world: world.clone(),
            id,
        }
    }

    pub fn public_id(&self) -> String {
        encode(IdKind::Lead, self.id)
    }

    /// As it stands in the database.
    pub async fn row(&self) -> entity::lead::Model {
        let found = entity::lead::Entity::find_by_id(self.id)
            .one(self.world.app.db.read())
            .await;
        found.unwrap().unwrap()
    }

    /// Its delivery to an organisation, as it stands in the database.
    pub async fn delivery_to(&self, recipient: &Organization) -> entity::delivery::Model {
        use entity::delivery::{Column, Entity};
        let found = Entity::find()
            .filter(Column::LeadId.eq(self.id))
            .filter(Column::RecipientId.eq(recipient.id));
        found.one(self.world.app.db.read()).await.unwrap().unwrap()
    }

    /// How many deliveries it has.
    pub async fn deliveries(&self) -> usize {
        use entity::delivery::{Column, Entity};
        Entity::find()
            .filter(Column::LeadId.eq(self.id))
            .all(self.world.app.db.read())
            .await
            .unwrap()
            .len()
    }

    /// The codes of its timeline, oldest first, as the database has them.
    pub async fn timeline(&self) -> Vec<String> {
        use entity::timeline_entry::{Column, Entity};
        let found = Entity::find()
            .filter(Column::LeadId.eq(self.id))
            .all(self.world.app.db.read())
            .await;
        let mut entries = found.unwrap();
        entries.sort_by_key(|entry| (entry.at, entry.id));
        entries.into_iter().map(|entry| entry.kind).collect()
    }
}

/// The input of a draft about one counterfeit of an organisation's first brand.
pub fn draft(about: &Organization) -> Value {
    json!({
        "idempotencyKey": about.world.id().to_string(),
        "title": format!("Counterfeit {} on sale", about.name),
        "tlp": "AMBER",
        "channel": "ONLINE",
        "infringementTypes": ["COUNTERFEIT"],
        "items": [{ "brandId": about.brand_id(), "title": format!("{} bag, 1:1 quality", about.name) }],
    })
}

/// `base` with the fields of `changes` put over it.
pub fn with(mut base: Value, changes: Value) -> Value {
    let (Some(fields), Value::Object(changes)) = (base.as_object_mut(), changes) else {
        panic!("both are objects");
    };
    fields.extend(changes);
    base
}

/// The type of a mutation's input.
fn input_type(mutation: &str) -> String {
    match mutation {
        "submitLead" => "LeadTransitionInput".to_owned(),
        "unwatchLead" => "WatchLeadInput".to_owned(),
        "reopenLead" | "retractLead" => "ReasonedLeadInput".to_owned(),
        "viewDelivery" | "acknowledgeDelivery" => "DeliveryTransitionInput".to_owned(),
        other => format!("{}{}Input", other[..1].to_uppercase(), &other[1..]),
    }
}

impl Person {
    /// Does a mutation and selects the object it is about.
    pub async fn act(&self, mutation: &str, input: Value) -> Response {
        let about = match mutation {
            "addComment" => "Comment",
            "answerInfoRequest" => "Delivery",
            other if other.contains("Delivery") => "Delivery",
            _ => "Lead",
        };
        let (_, selection) = SELECTIONS.iter().find(|(name, _)| *name == about).unwrap();
        self.act_selecting(mutation, input, selection).await
    }

    /// Does a mutation and selects from its payload.
    pub async fn act_selecting(&self, mutation: &str, input: Value, selection: &str) -> Response {
        let document = format!(
            "mutation($input: {}!) {{ {mutation}(input: $input) {{ {selection} userErrors {{ code field message }} }} }}",
            input_type(mutation)
        );
        self.graphql(&document, json!({ "input": input })).await
    }

    /// Writes a draft.
    pub async fn creates_from(&self, input: Value) -> Lead {
        let made = self.act("createLead", input).await.ok();
        let id = decode_as(IdKind::Lead, &made.text("/createLead/lead/id")).unwrap();
        Lead {
            world: self.world.clone(),
            id,
        }
    }

    /// Writes a draft about one item of `about`'s first brand, at AMBER.
    pub async fn creates(&self, about: &Organization) -> Lead {
        self.creates_from(draft(about)).await
    }

    async fn act_on(&self, mutation: &str, lead: &Lead, more: Value) -> Response {
        let base = json!({ "id": lead.public_id(), "expectedVersion": lead.row().await.version });
        self.act(mutation, with(base, more)).await
    }

    pub async fn updates(&self, lead: &Lead, changes: Value) -> Response {
        self.act_on("updateLead", lead, changes).await
    }

    pub async fn submits(&self, lead: &Lead) -> Response {
        self.act_on("submitLead", lead, json!({})).await
    }

    pub async fn triages(&self, lead: &Lead) -> Response {
        self.act_on("triageLead", lead, json!({ "grade": "B2", "priority": "HIGH" }))
            .await
    }

    pub async fn rejects(&self, lead: &Lead) -> Response {
        self.act_on("rejectLead", lead, json!({ "reason": "OUT_OF_SCOPE" }))
            .await
    }

    /// Writes, submits and triages: ready to be shared.
    pub async fn prepares_from(&self, input: Value) -> Lead {
        let lead = self.creates_from(input).await;
        self.submits(&lead).await.ok();
        self.triages(&lead).await.ok();
        lead
    }

    /// [`Self::prepares_from`] a lead about one item of `about`'s first brand, at AMBER.
    pub async fn prepares(&self, about: &Organization) -> Lead {
        self.prepares_from(draft(about)).await
    }

    /// Asks who would see it.
    pub async fn previews(&self, lead: &Lead, grants: Value) -> Response {
        let document = "query($input: PreviewAudienceInput!) { previewAudience(input: $input) { token personCount \
            organizations { organization { id } personCount itemCount willReceiveDelivery } namedPeople { id } \
            community lawEnforcement public warnings } }";
        let input = with(json!({ "id": lead.public_id() }), grants);
        self.graphql(document, json!({ "input": input })).await
    }

    /// Previews and shares; `request` has `grants` and perhaps more.
    pub async fn shares_by(&self, lead: &Lead, request: Value) -> Response {
        let preview = self.previews(lead, request.clone()).await;
        if preview.error_code().is_some() {
            return preview;
        }
        let token = preview.text("/previewAudience/token");
        self.act_on("shareLead", lead, with(request, json!({ "previewToken": token })))
            .await
    }

    /// Shares with whole organisations.
    pub async fn shares(&self, lead: &Lead, with: &[&Organization]) -> Response {
        let grants: Vec<Value> = with
            .iter()
            .map(|to| json!({ "organizationId": to.public_id() }))
            .collect();
        self.shares_by(lead, json!({ "grants": grants })).await
    }

    pub async fn changes_tlp(&self, lead: &Lead, tlp: &str) -> Response {
        self.act_on("changeLeadTlp", lead, json!({ "tlp": tlp, "reason": "as agreed" }))
            .await
    }

    pub async fn resolves(&self, lead: &Lead) -> Response {
        self.act_on("resolveLead", lead, json!({ "outcome": "CONFIRMED_INFRINGEMENT" }))
            .await
    }

    pub async fn reopens(&self, lead: &Lead) -> Response {
        self.act_on("reopenLead", lead, json!({ "reason": "new evidence" }))
            .await
    }

    pub async fn retracts(&self, lead: &Lead) -> Response {
        self.act_on("retractLead", lead, json!({ "reason": "the listing was genuine" }))
            .await
    }

    pub async fn comments(&self, lead: &Lead, body: &str, audience: &str) -> Response {
        let key = self.world.id().to_string();
        let input = json!({ "idempotencyKey": key, "leadId": lead.public_id(), "body": body, "audience": audience });
        self.act("addComment", input).await
    }

    /// Puts somebody on a lead, or nobody.
    pub async fn assigns(&self, lead: &Lead, person: Option<&Self>) -> Response {
        let input = json!({
            "id": lead.public_id(),
            "expectedVersion": self.follow_up(lead).await["version"],
            "personId": person.map(Self::public_id),
        });
        self.act("assignLead", input).await
    }

    /// What this person and its organisation noted of a lead.
    pub async fn follow_up(&self, lead: &Lead) -> Value {
        let document = "query($id: ID!) { lead(id: $id) { followUp { version watched assignedAt allowedActions assignee { id } } } }";
        let answer = self.graphql(document, json!({ "id": lead.public_id() })).await;
        answer.data("/lead/followUp").clone()
    }

    /// Watches a lead, or watches it no longer.
    pub async fn watches(&self, lead: &Lead, active: bool) -> Response {
        let mutation = if active { "watchLead" } else { "unwatchLead" };
        self.act(mutation, json!({ "id": lead.public_id() })).await
    }

    /// Comments on a lead and names people in it, in the order of the markers.
    pub async fn mentions(&self, lead: &Lead, body: &str, audience: &str, people: &[&Self]) -> Response {
        let mentions: Vec<String> = people.iter().map(|person| person.public_id()).collect();
        let key = self.world.id().to_string();
        let input = json!({ "idempotencyKey": key, "leadId": lead.public_id(), "body": body, "audience": audience,
            "mentions": mentions });
        self.act_selecting(
            "addComment",
            input,
            "comment { id body mentions { marker name person { id } } }",
        )
        .await
    }

    /// Acts on the delivery of a lead to `recipient`.
    pub async fn on_delivery(&self, mutation: &str, lead: &Lead, recipient: &Organization, more: Value) -> Response {
        let row = lead.delivery_to(recipient).await;
        let base = json!({ "id": encode(IdKind::Delivery, row.id), "expectedVersion": row.version });
        self.act(mutation, with(base, more)).await
    }

    /// Answers the delivery to `recipient`.
    pub async fn answers(&self, lead: &Lead, recipient: &Organization, verdict: &str) -> Response {
        let answer = json!({ "verdict": verdict, "reason": "compared with the genuine one" });
        self.on_delivery("answerDelivery", lead, recipient, answer).await
    }

    /// The lead as this person gets it.
    pub async fn reads(&self, lead: &Lead) -> Response {
        let document = "query($id: ID!) { lead(id: $id) { id reference title state tlp version owner { name } \
            items(first: 100) { totalCount edges { node { id title } } } deliveries { id state } \
            comments(first: 100) { totalCount edges { node { id body authorName } } } \
            timeline(first: 100) { totalCount edges { node { id kind actorName } } } allowedActions } }";
        self.graphql(document, json!({ "id": lead.public_id() })).await
    }

    /// The titles of the leads in this person's list, in its default order.
    pub async fn lists(&self, filter: Value) -> Vec<String> {
        let document =
            "query($filter: LeadFilter) { leads(first: 100, filter: $filter) { totalCount edges { node { title } } } }";
        let answer = self.graphql(document, json!({ "filter": filter })).await.ok();
        let titles = answer.texts("/leads/edges", "/node/title");
        assert_eq!(
            answer.number("/leads/totalCount"),
            i64::try_from(titles.len()).unwrap(),
            "{answer}"
        );
        titles
    }
}
