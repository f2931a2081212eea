//! Product sheets: who writes them, who reads them, what is kept of what tells fakes apart, and whom enforcers call.

mod contacts;
mod features;
mod need_to_know;
mod pictures;
mod sheets;

use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use serde_json::{Value, json};

use crate::support::{Asks, Organization, Person, Response, World, with};

/// What tests look at of a sheet.
pub const SHEET: &str = "id modelNumber name gtin description state version allowedActions packaging routes sellers
    minimumQuantity genuinePrice { price { amount currency } basis source foundOn } holder { name } brand { name }
    pictures { id side } grants { id countries revokedAt organization { name } }
    features { id feature genuine fake detectability tlp version retiredAt readers { name } genuinePicture { id side }
        fakePicture { id side } revisions { version feature genuine tlp } }";

/// Does a mutation and selects from its payload.
pub async fn does(person: &Person, mutation: &str, input_type: &str, input: Value, selection: &str) -> Response {
    let document = format!(
        "mutation($input: {input_type}!) {{ {mutation}(input: $input) {{ {selection} userErrors {{ code field message }} }} }}"
    );
    person.graphql(&document, json!({ "input": input })).await
}

/// What is written in a sheet of a brand.
pub fn written(number: &str) -> Value {
    json!({
        "modelNumber": number, "name": "Tide 3", "gtin": "6291041500213", "description": "A running shoe",
        "genuinePrice": { "price": { "amount": "799.00", "currency": "CNY" }, "basis": "GENUINE_PRICE", "foundOn": "2026-03-01" },
        "packaging": "A grey box", "routes": ["Ningbo to Rotterdam"], "sellers": ["Own shops"], "minimumQuantity": 12,
    })
}

/// Asks to write a sheet of a member's first brand.
pub async fn asks_to_write(person: &Person, of: &Organization, product: Value) -> Response {
    let input = json!({
        "idempotencyKey": person.world.id().to_string(), "brandId": of.brand_id(), "product": product,
    });
    let selection = format!("product {{ {SHEET} }}");
    does(person, "createProduct", "CreateProductInput", input, &selection).await
}

/// Writes a sheet of a member's first brand; its id.
pub async fn writes(person: &Person, of: &Organization, number: &str) -> String {
    let made = asks_to_write(person, of, written(number)).await.ok();
    made.text("/createProduct/product/id")
}

/// Does a step of a sheet in a version.
pub async fn steps(person: &Person, mutation: &str, sheet: &str, version: i64) -> Response {
    let input = json!({ "id": sheet, "expectedVersion": version });
    let selection = format!("product {{ {SHEET} }}");
    does(person, mutation, "ProductTransitionInput", input, &selection).await
}

/// Opens a sheet: to an organisation, or `{ "enforcers": { … } }`.
pub async fn opens_to(person: &Person, sheet: &str, to: Value) -> Response {
    let input = json!({ "idempotencyKey": person.world.id().to_string(), "productId": sheet, "to": to });
    let selection = format!("product {{ {SHEET} }}");
    does(person, "grantProduct", "GrantProductInput", input, &selection).await
}

/// Takes a grant back.
pub async fn takes_back(person: &Person, grant: &str) -> Response {
    let selection = format!("product {{ {SHEET} }}");
    does(
        person,
        "revokeProductGrant",
        "RevokeProductGrantInput",
        json!({ "id": grant }),
        &selection,
    )
    .await
}

/// A sheet as somebody sees it.
pub async fn reads(person: &Person, sheet: &str) -> Response {
    let document = format!("query($id: ID!) {{ product(id: $id) {{ {SHEET} }} }}");
    person.graphql(&document, json!({ "id": sheet })).await
}

/// How many sheets somebody finds, in the list and in its count.
pub async fn found(person: &Person) -> usize {
    let answer = person
        .graphql("{ products { totalCount nodes { id } } }", json!({}))
        .await
        .ok();
    let nodes = answer.list("/products/nodes").len();
    assert_eq!(answer.number("/products/totalCount"), i64::try_from(nodes).unwrap());
    nodes
}

/// What tells fakes apart, as it is typed.
pub fn feature(detectability: &str) -> Value {
    json!({
        "feature": "Letters on the label", "genuine": "They are engraved.", "fake": "They are printed.",
        "detectability": detectability,
    })
}

/// Asks to add a feature to a sheet; `more` is added to what is typed.
pub async fn asks_to_add(person: &Person, sheet: &str, detectability: &str, more: Value) -> Response {
    let input = json!({
        "idempotencyKey": person.world.id().to_string(), "productId": sheet,
        "feature": with(feature(detectability), more),
    });
    let selection = "feature { id feature genuine fake tlp version readers { name } }";
    does(person, "addFakeFeature", "AddFakeFeatureInput", input, selection).await
}

/// Adds a feature; its id.
pub async fn adds(person: &Person, sheet: &str, detectability: &str, more: Value) -> String {
    let added = asks_to_add(person, sheet, detectability, more).await.ok();
    added.text("/addFakeFeature/feature/id")
}

/// Asks to see all that is written in a feature.
pub async fn reveals(person: &Person, feature: &str, purpose: &str) -> Response {
    let input = json!({ "id": feature, "purpose": purpose });
    let selection = "feature { genuine fake revisions { genuine } }";
    does(person, "revealFakeFeature", "RevealFakeFeatureInput", input, selection).await
}

/// A published sheet of a member's first brand, opened to an organisation; its id.
pub async fn published(admin: &Person, of: &Organization, to: &Organization) -> String {
    let sheet = writes(admin, of, "TD-3").await;
    opens_to(admin, &sheet, json!({ "organizationId": to.public_id() }))
        .await
        .ok();
    steps(admin, "publishProduct", &sheet, 1).await.ok();
    sheet
}

/// How often the audit log has a verb.
pub async fn audited(world: &World, verb: &str) -> usize {
    let entries = entity::audit_entry::Entity::find().filter(entity::audit_entry::Column::Action.eq(verb));
    entries.all(world.app.db.read()).await.unwrap().len()
}
