//! Test purchases: what is bought under cover, with money that others approved.

mod clashes;
mod eyes;
mod figures;
mod hidden;
mod later;
mod life;
mod money;
mod once;
mod pages;
mod paths;
mod sight;
mod terms;

use sea_orm::EntityTrait as _;
use serde_json::{Value, json};
use touchstone::platform::ids::{IdKind, decode_as, encode};
use uuid::Uuid;

use crate::{
    funds::{Treasury, acts as moves_money},
    support::{Asks as _, Evidence, Lead, Organization, Person, Response, World, picture, with},
};

const FIELDS: &str = "id reference version state initiator quantity approvedQuantity funded approvalsNeeded orderNumber \
    decisionReason allowedActions approvals { person { id } } requestedBy { id } buyer { id } samples { id number seal } \
    money { asked { amount } held { amount } captured { amount } refunded { amount } refundExpected { amount } } \
    topUps { state amount { amount } } refund { expected { amount } received { amount } settledAt waivedBecause } \
    timeline { kind }";

/// The smallest film that is one by its bytes; `shade` makes it another one.
pub fn film(shade: u8) -> Vec<u8> {
    let mut bytes = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00".to_vec();
    bytes.extend([shade; 32]);
    bytes
}

/// Everybody who has to do with a purchase: a member with money of its own, its people, the desk and a buyer of the desk's.
pub struct Cast {
    pub world: World,
    pub treasury: Treasury,
    pub acme: Organization,
    pub secretariat: Organization,
    pub requester: Person,
    pub finance: Person,
    pub desk: Person,
    pub buyer: Person,
    pub lead: Lead,
    pub item: String,
    /// Money of Acme's for any purchase.
    pub allocation: String,
}

impl Cast {
    /// With 1,000.00 yuan to spend.
    pub async fn of(world: &World) -> Self {
        Self::with_money(world, "1000.00").await
    }

    /// With so much to spend.
    pub async fn with_money(world: &World, amount: &str) -> Self {
        let (treasury, allocation) = Treasury::with_allocation(world, amount).await;
        let acme = treasury.acme.clone();
        let secretariat = Organization {
            world: world.clone(),
            id: treasury.manager.organization,
            name: "Secretariat".to_owned(),
            brands: Vec::new(),
        };
        let requester = acme.investigator().await;
        let lead = requester.prepares(&acme).await;
        Self {
            world: world.clone(),
            finance: treasury.finance.clone(),
            desk: secretariat.desk().await,
            buyer: secretariat.desk().await,
            item: first_item(&requester, &lead).await,
            allocation: encode(IdKind::Allocation, allocation),
            treasury,
            acme,
            secretariat,
            requester,
            lead,
        }
    }

    /// What the requester asks for: three pieces at 100.00 each, with 30.00 of shipping.
    pub fn wish(&self, more: Value) -> Value {
        let base = json!({
            "idempotencyKey": self.world.id().to_string(), "itemId": self.item, "quantity": 3, "reason": "To see who sews them",
            "maxUnitPrice": "100.00", "expectedShipping": "30.00", "allocationId": self.allocation, "purpose": "CIVIL",
            "notarised": false,
        });
        with(base, more)
    }

    /// A purchase that was asked for; its id.
    pub async fn requested(&self, more: Value) -> String {
        let made = acts(&self.requester, "requestPurchase", self.wish(more)).await.ok();
        made.text("/requestPurchase/purchase/id")
    }

    /// As whom it is bought.
    pub fn identity(&self, buyer: &Person, more: Value) -> Value {
        let base = json!({ "buyerId": buyer.public_id(), "alias": "Wen Xiao", "account": "wen_88", "shipTo": "Lane 5, flat 2" });
        with(base, more)
    }

    /// A purchase that the finance approved and the desk gave to its buyer.
    pub async fn assigned(&self, more: Value) -> String {
        let id = self.requested(more).await;
        moves(&self.finance, "approvePurchase", &id, json!({})).await.ok();
        let identity = self.identity(&self.buyer, json!({}));
        moves(&self.desk, "assignPurchase", &id, identity).await.ok();
        id
    }

    /// A piece of the lead's evidence that somebody brings in.
    pub async fn piece(&self, by: &Person, lead: &Lead, bytes: &[u8], kind: &str) -> Evidence {
        by.attaches(lead, bytes, json!({ "kind": kind, "title": format!("{kind} of it") }))
            .await
    }

    /// What is said of an order that came to so much.
    pub async fn order(&self, by: &Person, goods: &str, more: Value) -> Value {
        self.order_of(by, &self.lead, goods, more).await
    }

    /// The same where the goods are of another lead.
    pub async fn order_of(&self, by: &Person, lead: &Lead, goods: &str, more: Value) -> Value {
        let listing = self.piece(by, lead, &picture(40), "SCREENSHOT").await;
        let proof = self.piece(by, lead, &picture(41), "SCREENSHOT").await;
        let base = json!({
            "idempotencyKey": self.world.id().to_string(), "orderNumber": "T-2026-0001", "paidFrom": "BANK",
            "costs": [{ "kind": "GOODS", "amount": goods }],
            "listingEvidenceId": listing.public_id(), "proofEvidenceId": proof.public_id(),
        });
        with(base, more)
    }

    /// A purchase of three that was ordered for 250.00.
    pub async fn ordered(&self) -> String {
        let id = self.assigned(json!({})).await;
        let order = self.order(&self.buyer, "250.00", json!({})).await;
        moves(&self.buyer, "orderPurchase", &id, order).await.ok();
        id
    }

    /// What is said of goods that arrived under these seals.
    pub async fn receipt(&self, by: &Person, lead: &Lead, seals: &[&str]) -> Value {
        let film = self.piece(by, lead, &film(1), "VIDEO").await;
        json!({ "idempotencyKey": self.world.id().to_string(), "videoEvidenceId": film.public_id(), "seals": seals,
            "place": "Store room, shelf 4" })
    }

    /// A purchase whose goods were received under these seals; the samples.
    pub async fn received(&self, seals: &[&str]) -> (String, Vec<String>) {
        let id = self.ordered().await;
        moves(
            &self.buyer,
            "shipPurchase",
            &id,
            json!({ "carrier": "SF", "parcelNumber": "SF-100200" }),
        )
        .await
        .ok();
        let receipt = self.receipt(&self.buyer, &self.lead, seals).await;
        let done = moves(&self.buyer, "receivePurchase", &id, receipt).await.ok();
        let samples = done.texts("/receivePurchase/purchase/samples", "/id");
        assert_eq!(samples.len(), seals.len());
        (id, samples)
    }

    /// A programme whose money Acme may spend, and the allocation; two approve above 200.00.
    pub async fn program(&self, more: Value) -> (String, String) {
        let program = json!({
            "name": "Spring", "purpose": "Bags", "startsOn": "2026-03-01", "endsOn": "2026-05-31",
            "caps": { "perPurchase": "500.00" }, "requiredEvidence": [], "approvalThreshold": "200.00",
        });
        let input = json!({ "idempotencyKey": self.treasury.key(), "fundId": self.treasury.fund, "program": with(program, more) });
        let made = moves_money(&self.treasury.manager, "createTestPurchaseProgram", input)
            .await
            .ok();
        let program = made.text("/createTestPurchaseProgram/program/id");
        self.treasury
            .contributes("1000.00", &format!("IN-{}", self.world.id().simple()))
            .await;
        let input = json!({ "fundId": self.treasury.fund, "organizationId": self.acme.public_id(), "programId": program,
            "amount": "1000.00" });
        let order = self.treasury.agreed("proposeAllocation", input).await;
        let document = "query($id: ID!) { fundOrder(id: $id) { allocation { id } } }";
        let found = self
            .treasury
            .manager
            .graphql(document, json!({ "id": order }))
            .await
            .ok();
        (program, found.text("/fundOrder/allocation/id"))
    }

    /// Money of the alliance's own; the allocation.
    pub async fn alliance_money(&self) -> String {
        self.treasury
            .contributes("1000.00", &format!("IN-{}", self.world.id().simple()))
            .await;
        let input = json!({ "fundId": self.treasury.fund, "organizationId": self.secretariat.public_id(), "amount": "1000.00" });
        let order = self.treasury.agreed("proposeAllocation", input).await;
        let document = "query($id: ID!) { fundOrder(id: $id) { allocation { id } } }";
        let found = self
            .treasury
            .manager
            .graphql(document, json!({ "id": order }))
            .await
            .ok();
        found.text("/fundOrder/allocation/id")
    }
}

/// The id of a lead's first item.
pub async fn first_item(by: &Person, lead: &Lead) -> String {
    by.reads(lead).await.ok().text("/lead/items/edges/0/node/id")
}

/// As it stands in the database.
pub async fn row(world: &World, id: &str) -> entity::purchase::Model {
    let id: Uuid = decode_as(IdKind::Purchase, id).unwrap();
    let found = entity::purchase::Entity::find_by_id(id).one(world.app.db.read()).await;
    found.unwrap().unwrap()
}

/// Does a mutation and selects the purchase.
pub async fn acts(by: &Person, mutation: &str, input: Value) -> Response {
    let kind = format!("{}{}Input", mutation[..1].to_uppercase(), &mutation[1..]);
    let object = match mutation {
        "revealBuyerIdentity" => "identity { alias account shipTo }".to_owned(),
        _ => format!("purchase {{ {FIELDS} }}"),
    };
    let document = format!(
        "mutation($input: {kind}!) {{ {mutation}(input: $input) {{ {object} userErrors {{ code field message }} }} }}"
    );
    by.graphql(&document, json!({ "input": input })).await
}

/// Does a mutation to a purchase in the version it has now.
pub async fn moves(by: &Person, mutation: &str, id: &str, more: Value) -> Response {
    let version = row(&by.world, id).await.version;
    let base = json!({ "id": id, "expectedVersion": version });
    acts(by, mutation, with(base, more)).await
}

/// Shows somebody as whom something is bought.
pub async fn reveals(by: &Person, id: &str) -> Response {
    acts(by, "revealBuyerIdentity", json!({ "id": id, "purpose": "RECEIPT" })).await
}

/// A purchase as somebody gets it.
pub async fn reads(by: &Person, id: &str) -> Response {
    let document = format!("query($id: ID!) {{ purchase(id: $id) {{ {FIELDS} }} }}");
    by.graphql(&document, json!({ "id": id })).await
}

/// The ids of the purchases that somebody finds; the count says the same.
pub async fn lists(by: &Person, filter: Value) -> Vec<String> {
    let document =
        "query($filter: PurchaseFilter) { purchases(first: 100, filter: $filter) { totalCount nodes { id } } }";
    let found = by.graphql(document, json!({ "filter": filter })).await.ok();
    let ids = found.texts("/purchases/nodes", "/id");
    assert_eq!(found.number("/purchases/totalCount"), i64::try_from(ids.len()).unwrap());
    ids
}

/// The kinds of what somebody was told of purchases.
pub async fn told(by: &Person) -> Vec<String> {
    let document = "{ notifications(first: 50) { nodes { kind purchase { id } } } }";
    let found = by.graphql(document, json!({})).await.ok();
    let mut kinds = found.texts("/notifications/nodes", "/kind");
    kinds.retain(|kind| kind.starts_with("PURCHASE_"));
    kinds
}
