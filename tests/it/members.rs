//! Organisations and people: every way through membership, who may take it, and what the directory shows.

mod directory;
mod membership;
mod people;

use sea_orm::{ActiveValue::Set, ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use serde_json::{Value, json};
use touchstone::{
    permissions::{Role, viewer::OrganizationKind},
    platform::ids::{IdKind, decode_as},
    sessions::{self, Entered},
};

use crate::support::{Asks, Organization, PASSWORD, Person, Response, World};

const ORGANIZATION: &str = "query($id: ID!) { organization(id: $id) { id state version joinedOn allowedActions } }";
const PERSON: &str = "query($id: ID!) { node(id: $id) { ... on Person {
    id name email state version lastSignInAt roles brandScope { name } allowedActions organization { name } } } }";
const INVITE: &str = "mutation($input: InviteOrganizationInput!) { inviteOrganization(input: $input) {
    organization { id state version joinedOn people { nodes { id name email state roles allowedActions } } }
    userErrors { code field message } } }";
const INVITE_USER: &str = "mutation($input: InviteUserInput!) { inviteUser(input: $input) {
    person { id state roles version brandScope { name } } userErrors { code field } } }";
const UPDATE_USER: &str = "mutation($input: UpdateUserInput!) { updateUser(input: $input) {
    person { name roles version brandScope { name } } userErrors { code field } } }";
const UPDATE: &str = "mutation($input: UpdateOrganizationInput!) { updateOrganization(input: $input) {
    organization { name nameZh industry country divisionCode timeZone language version } userErrors { code field } } }";
const SETTINGS: &str = "mutation($input: UpdateSettingsInput!) { updateSettings(input: $input) {
    viewer { settings { language timeZone digest digestHour workingDaysOnly digestWeekday quietHours { from to } version } } userErrors { code field } } }";
const VIEWER: &str =
    "{ viewer { person { id name email } organization { name state } roles permissions { action scope }
    settings { version } } }";

fn invitation(key: &str, email: &str) -> Value {
    json!({ "input": {
        "idempotencyKey": key, "kind": "MEMBER_BRAND", "name": "Aurelle 奥蕾尔", "nameZh": "奥蕾尔", "industry": "LUXURY",
        "country": "CN", "divisionCode": "330100", "timeZone": "Asia/Shanghai", "language": "ZH_HANS",
        "adminName": "林悦", "adminEmail": email,
    } })
}

fn step(mutation: &str) -> String {
    format!(
        "mutation($input: OrganizationTransitionInput!) {{ {mutation}(input: $input) {{
            organization {{ state version joinedOn }} userErrors {{ code field }} }} }}"
    )
}

/// Takes a step of an organisation at the version it has.
async fn takes(person: &Person, mutation: &str, organization: &str) -> Response {
    let version = version_of(&person.world, organization).await;
    let input = json!({ "id": organization, "expectedVersion": version, "reason": "因为" });
    person.graphql(&step(mutation), json!({ "input": input })).await
}

async fn version_of(world: &World, organization: &str) -> i32 {
    let id = decode_as(IdKind::Org, organization).unwrap();
    let row = entity::organization::Entity::find_by_id(id)
        .one(world.app.db.read())
        .await
        .unwrap();
    row.unwrap().version
}

/// Takes a step of a person at the version it has.
async fn takes_on(person: &Person, mutation: &str, whom: &str) -> Response {
    let document = format!(
        "mutation($input: PersonTransitionInput!) {{ {mutation}(input: $input) {{
            person {{ state version }} userErrors {{ code field }} }} }}"
    );
    let input = json!({ "id": whom, "expectedVersion": version_of_person(&person.world, whom).await });
    person.graphql(&document, json!({ "input": input })).await
}

async fn version_of_person(world: &World, whom: &str) -> i32 {
    let id = decode_as(IdKind::Person, whom).unwrap();
    let row = entity::person::Entity::find_by_id(id)
        .one(world.app.db.read())
        .await
        .unwrap();
    row.unwrap().version
}

async fn updates(person: &Person, whom: &Person, mut change: Value) -> Response {
    change["id"] = json!(whom.public_id());
    change["expectedVersion"] = json!(version_of_person(&person.world, &whom.public_id()).await);
    person.graphql(UPDATE_USER, json!({ "input": change })).await
}

/// Gives a person its password and signs it in; the access token.
pub async fn signs_in(person: &Person) -> String {
    let app = &person.world.app;
    let row = entity::person::ActiveModel {
        id: Set(person.id),
        password_hash: Set(Some(sessions::hash_password(app, PASSWORD).await.unwrap())),
        ..Default::default()
    };
    entity::person::Entity::update(row).exec(app.db.write()).await.unwrap();
    let caller = sessions::Caller::default();
    match sessions::sign_in(app, &caller, &person.email, PASSWORD).await.unwrap() {
        Entered::SignedIn(signed_in) => signed_in.access_token,
        Entered::Challenged(challenge) => {
            let answer = sessions::Answer::Totp(person.code());
            let completed = sessions::complete_sign_in(app, &caller, &challenge.token, &answer).await;
            completed.unwrap().access_token
        }
    }
}

async fn is_in(world: &World, token: &str) -> bool {
    sessions::authenticate(&world.app, token).await.unwrap().is_some()
}

/// Two administrators of one secretariat.
async fn administrators(world: &World) -> (Organization, Person, Person) {
    let secretariat = world.secretariat().await;
    let (first, second) = (
        secretariat.secretariat_admin().await,
        secretariat.secretariat_admin().await,
    );
    (secretariat, first, second)
}

/// An organisation invited by `admin`, and its first person, who has accepted.
async fn invited(admin: &Person, email: &str) -> (String, Person) {
    let answer = admin.graphql(INVITE, invitation(email, email)).await.ok();
    let id = answer.text("/inviteOrganization/organization/id");
    let first = answer.text("/inviteOrganization/organization/people/nodes/0/id");
    let person = Person {
        world: admin.world.clone(),
        id: decode_as(IdKind::Person, &first).unwrap(),
        organization: decode_as(IdKind::Org, &id).unwrap(),
        name: "林悦".to_owned(),
        email: email.to_owned(),
    };
    person.put_into("ACTIVE").await;
    (id, person)
}

fn new_person(key: &str, email: &str, roles: &[&str]) -> Value {
    json!({ "input": { "idempotencyKey": key, "name": "新人", "email": email, "roles": roles } })
}

async fn open_invitations(world: &World, person: &str) -> usize {
    let rows = entity::invitation::Entity::find()
        .filter(entity::invitation::Column::PersonId.eq(decode_as(IdKind::Person, person).unwrap()))
        .filter(entity::invitation::Column::SupersededAt.is_null())
        .all(world.app.db.read())
        .await;
    rows.unwrap().len()
}
