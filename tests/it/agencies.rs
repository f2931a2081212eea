//! The directory of law enforcement: agencies found by where they are competent, their desks, and officers for whom two
//! people vouch.

mod contacts;
mod directory;
mod news;
mod officers;
mod reminders;

use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use serde_json::{Value, json};
use touchstone::platform::ids::{IdKind, decode_as, encode};

use crate::support::{Asks as _, Organization, Person, Response, World, with};

const AGENCY: &str = "agency { id version kind languages timeZone note onDuty organization { id } \
    jurisdictions { country divisionCode } dutyHours { day from to } \
    contactPoints { id label onDuty } officers { id } allowedActions }";
const OFFICER: &str = "officer { id version state maskedName rank unit languages hasAccount hasPhone postedUntil \
    verificationsMissing attestedUntil allowedActions agency { id } person { id } proposedBy { id } verifiedBy { id } \
    attestedBy { id } revocationReason }";

/// The secretariat's people, and an agency of the directory.
struct Office {
    keeper: Person,
    first: Person,
    second: Person,
    agency: Organization,
    /// The agency's public id.
    id: String,
}

async fn office(world: &World) -> Office {
    let secretariat = world.secretariat().await;
    let keeper = secretariat.secretariat_admin().await;
    let (first, second) = (secretariat.desk().await, secretariat.desk().await);
    let agency = world.agency("Police of Shanghai").await;
    let id = enters(&keeper, &agency, json!({})).await;
    Office {
        keeper,
        first,
        second,
        agency,
        id,
    }
}

async fn changes(by: &Person, mutation: &str, input: Value, fields: &str) -> Response {
    let kind = format!("{}{}Input", mutation[..1].to_uppercase(), &mutation[1..]);
    let document =
        format!("mutation($input: {kind}!) {{ {mutation}(input: $input) {{ {fields} userErrors {{ code field }} }} }}");
    by.graphql(&document, json!({ "input": input })).await
}

fn agency_input(world: &World, of: &Organization) -> Value {
    json!({
        "idempotencyKey": world.id().to_string(), "organizationId": of.public_id(), "kind": "POLICE",
        "jurisdictions": [{ "country": "CN", "divisionCode": "310000" }], "languages": ["zh", "en"],
        "dutyHours": [{ "day": "MONDAY", "from": "08:30", "to": "17:30" }],
    })
}

/// Enters an agency and gives its public id.
async fn enters(by: &Person, of: &Organization, more: Value) -> String {
    let input = with(agency_input(&by.world, of), more);
    let made = changes(by, "createAgency", input, AGENCY).await.ok();
    let id = made.text("/createAgency/agency/id");
    assert_eq!(id, encode(IdKind::Agency, of.id), "it is its organisation");
    id
}

fn officer_input(world: &World, agency: &str) -> Value {
    json!({
        "idempotencyKey": world.id().to_string(), "agencyId": agency, "name": "Qiu Zhengping 邱正平", "rank": "Captain",
        "unit": "Economic crime", "email": "Qiu@police.example", "phone": "021 6552 9988", "languages": ["zh"],
    })
}

/// Proposes an officer and gives its public id.
async fn proposes(by: &Person, agency: &str, more: Value) -> String {
    let input = with(officer_input(&by.world, agency), more);
    let made = changes(by, "proposeOfficer", input, OFFICER).await.ok();
    made.text("/proposeOfficer/officer/id")
}

/// Takes a step with an officer as it stands now.
async fn steps(by: &Person, mutation: &str, id: &str, more: Value) -> Response {
    let version = officer_row(&by.world, id).await.version;
    let input = with(json!({ "id": id, "expectedVersion": version }), more);
    changes(by, mutation, input, OFFICER).await
}

/// An officer whom two people have found good.
async fn verified(office: &Office, more: Value) -> String {
    let id = proposes(&office.keeper, &office.id, more).await;
    for by in [&office.first, &office.second] {
        steps(by, "verifyOfficer", &id, json!({})).await.ok();
    }
    id
}

async fn officer_row(world: &World, id: &str) -> entity::agency_officer::Model {
    let id = decode_as(IdKind::Officer, id).unwrap();
    let found = entity::agency_officer::Entity::find_by_id(id)
        .one(world.app.db.read())
        .await;
    found.unwrap().unwrap()
}

/// What there is to know of an officer; null and an error where there is nothing.
async fn reads(by: &Person, id: &str) -> Response {
    let fields = OFFICER.strip_prefix("officer ").unwrap();
    let document = format!("query($id: ID!) {{ officer(id: $id) {fields} }}");
    by.graphql(&document, json!({ "id": id })).await
}

/// The details of the audit entries of an act, the first one first.
async fn logged(world: &World, action: &str) -> Vec<Value> {
    use entity::audit_entry::{Column, Entity};
    let rows = Entity::find()
        .filter(Column::Action.eq(action))
        .order_by_asc(Column::Id)
        .all(world.app.db.read())
        .await
        .unwrap();
    rows.iter()
        .map(|row| serde_json::from_str(&row.detail).unwrap())
        .collect()
}
