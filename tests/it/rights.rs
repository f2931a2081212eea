//! Brands, IP rights, authorised parties and powers of attorney: who enters them, who sees them, how they end.

mod brands;
mod documents;
mod ip_rights;
mod powers;

use sea_orm::EntityTrait as _;
use serde_json::{Value, json};
use touchstone::{
    permissions::{Action, Role, Target, viewer::PoaAction},
    platform::ids::IdKind,
    rights, sessions,
};

use crate::support::{Asks, Mandate, Organization, Person, Response};

const CREATE_BRAND: &str = "mutation($input: CreateBrandInput!) { createBrand(input: $input) {
    brand { id name nameZh state niceClasses version allowedActions owner { name } } userErrors { code field } } }";
const RETIRE_BRAND: &str = "mutation($input: BrandTransitionInput!) { retireBrand(input: $input) {
    brand { state version allowedActions } userErrors { code field } } }";
const BRANDS: &str = "query($filter: BrandFilter) { brands(filter: $filter) { totalCount nodes {
    id name state authorizedParties { id name state } } } }";
const ADD_PARTY: &str = "mutation($input: AddAuthorizedPartyInput!) { addAuthorizedParty(input: $input) {
    authorizedParty { id kind name platform shopId territory validFrom validTo state version allowedActions brand { name } }
    userErrors { code field } } }";
const REVOKE_PARTY: &str = "mutation($input: RevokeAuthorizedPartyInput!) { revokeAuthorizedParty(input: $input) {
    authorizedParty { state version } userErrors { code field } } }";
const SUBMIT: &str = "mutation($input: SubmitPowerOfAttorneyInput!) { submitPowerOfAttorney(input: $input) {
    powerOfAttorney { id state allBrands actions validFrom validTo version verifiedAt brands { name } principal { name }
        agent { name } submittedBy { name } allowedActions } userErrors { code field } } }";
const POWERS: &str = "query($id: ID!) { organization(id: $id) { powersOfAttorney { id state allowedActions } } }";
const NODE: &str = "query($id: ID!) { node(id: $id) { id } }";

fn brand(key: &str, name: &str) -> Value {
    json!({ "input": { "idempotencyKey": key, "name": name, "nameZh": "顶点", "niceClasses": [25, 3, 25] } })
}

fn party(brand: &str, key: &str) -> Value {
    json!({ "input": { "idempotencyKey": key, "brandId": brand, "kind": "SELLER", "name": "Café 旗舰店", "platform": "Taobao",
        "shopId": "123", "territory": "CN", "validFrom": "2026-01-01", "validTo": "2026-06-30" } })
}

fn power(key: &str, agent: &Organization) -> Value {
    json!({ "input": { "idempotencyKey": key, "agentId": agent.public_id(), "actions": ["READ_LEADS", "MANAGE_BRANDS"],
        "validFrom": "2026-03-01", "validTo": "2026-12-31" } })
}

async fn moves(person: &Person, mutation: &str, power: &str, version: i64) -> Response {
    let document = format!(
        "mutation($input: PowerOfAttorneyTransitionInput!) {{ {mutation}(input: $input) {{
            powerOfAttorney {{ state version verifiedAt }} userErrors {{ code field }} }} }}"
    );
    let input = json!({ "id": power, "expectedVersion": version, "reason": "因为" });
    person.graphql(&document, json!({ "input": input })).await
}

/// Whether the agent may keep the principal's brands, as its next request finds out.
async fn manages(agent: &Person, principal: &Organization) -> bool {
    let viewer = touchstone::members::viewer(agent.world.app.db.read(), agent.id)
        .await
        .unwrap()
        .unwrap();
    let target = Target {
        organization: principal.id,
        brands: &principal.brands,
    };
    viewer.may(Action::BrandEdit, target, agent.world.now())
}
