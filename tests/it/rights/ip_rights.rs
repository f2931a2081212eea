//! IP rights: their life from draft to last day, who knows of them, what lists find, imports and reminders.

mod certificates;
mod imports;
mod life;
mod lists;
mod reminders;

use serde_json::{Value, json};
use touchstone::permissions::Role;

use crate::support::{Asks, Organization, Person, Response, World, with};

const CREATE: &str = "mutation($input: CreateIpRightInput!) { createIpRight(input: $input) {
    ipRight { id state version } userErrors { code field } } }";
const UPDATE: &str = "mutation($input: UpdateIpRightInput!) { updateIpRight(input: $input) {
    ipRight { id title version registrationNumber brands { name } } userErrors { code field } } }";
const RIGHT: &str = "query($id: ID!) { ipRight(id: $id) { id state version expiresOn reason invalidFrom allowedActions
    submittedBy { name } verifiedBy { name } renewal { expiresOn submittedBy { name } } alsoClaimedBy { name } } }";
const LIST: &str = "query($filter: IpRightFilter, $orderBy: IpRightOrder, $first: Int, $after: String) {
    ipRights(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
        totalCount pageInfo { endCursor hasNextPage } nodes { id title state } } }";

/// A trade mark in China, in force 2020-01-01 to 2029-12-31.
fn facts(of: &Organization) -> Value {
    json!({ "kind": "TRADEMARK", "title": "AURELIA", "brandIds": [of.brand_id()], "office": "CN",
        "registrationNumber": "1234567", "niceClasses": [25], "filedOn": "2019-01-01", "inForceFrom": "2020-01-01",
        "expiresOn": "2029-12-31" })
}

/// Enters a right, its facts changed so; its id.
async fn enters(person: &Person, of: &Organization, changes: Value) -> String {
    let facts = with(facts(of), changes);
    let key = person.world.id().to_string();
    let made = person.graphql(CREATE, json!({ "input": { "idempotencyKey": key, "facts": facts } }));
    made.await.ok().text("/createIpRight/ipRight/id")
}

async fn steps(person: &Person, mutation: &str, id: &str, version: i64, more: Value) -> Response {
    let mut kind = mutation.to_owned();
    kind[..1].make_ascii_uppercase();
    let input = match mutation {
        "renewIpRight" | "invalidateIpRight" => format!("{kind}Input"),
        _ => "IpRightTransitionInput".to_owned(),
    };
    let document = format!(
        "mutation($input: {input}!) {{ {mutation}(input: $input) {{
            ipRight {{ state version reason expiresOn }} userErrors {{ code field }} }} }}"
    );
    let input = with(json!({ "id": id, "expectedVersion": version }), more);
    person.graphql(&document, json!({ "input": input })).await
}

/// A verified right of the organisation, its facts changed so; its id. It has version 3.
async fn verified(of: &Organization, desk: &Person, changes: Value) -> String {
    let admin = of.admin().await;
    let id = enters(&admin, of, changes).await;
    steps(&admin, "submitIpRight", &id, 1, json!({})).await.ok();
    steps(desk, "verifyIpRight", &id, 2, json!({})).await.ok();
    id
}

async fn lists(person: &Person, filter: Value) -> Response {
    person.graphql(LIST, json!({ "filter": filter })).await.ok()
}

/// The titles that a list finds, in its order.
async fn titles(person: &Person, filter: Value) -> Vec<String> {
    lists(person, filter).await.texts("/ipRights/nodes", "/title")
}

async fn desk(world: &World) -> Person {
    world.secretariat().await.person(&[Role::So]).await
}
