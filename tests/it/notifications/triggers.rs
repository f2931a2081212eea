//! What neither stands in the timeline of a lead nor waits in a list: deliveries for who wants to hear of each, what was done to the
//! own account, and powers of attorney that end.

use sea_orm::EntityTrait as _;
use serde_json::{Value, json};
use touchstone::{
    notifications,
    permissions::Role,
    platform::ids::{IdKind, encode},
};

use super::{channels::chooses, kinds, list};
use crate::{
    both_databases,
    members::signs_in,
    support::{Asks as _, Mandate, Person, World},
};

const UPDATE: &str = "mutation($input: UpdateUserInput!) { updateUser(input: $input) { userErrors { code field } } }";
const REINSTATE: &str =
    "mutation($input: PersonTransitionInput!) { reinstateUser(input: $input) { userErrors { code field } } }";
const SUSPEND: &str =
    "mutation($input: PersonTransitionInput!) { suspendUser(input: $input) { userErrors { code field } } }";
const ABOUT: &str =
    "{ notifications { nodes { kind person { id } powerOfAttorney { id principal { id } agent { id } } } } }";

async fn version(person: &Person) -> i32 {
    let row = entity::person::Entity::find_by_id(person.id);
    let row = row.one(person.world.app.db.read()).await.unwrap();
    row.unwrap().version
}

/// Changes an account, or has it take a step, as `by`.
async fn changes(by: &Person, document: &str, whom: &Person, change: Value) {
    let mut input = json!({ "id": whom.public_id(), "expectedVersion": version(whom).await });
    for (field, value) in change.as_object().unwrap() {
        input[field] = value.clone();
    }
    by.graphql(document, json!({ "input": input })).await.ok();
}

async fn rows(world: &World, kind: &str) -> usize {
    let found = entity::notification::Entity::find().all(world.app.db.read()).await;
    found.unwrap().iter().filter(|row| row.kind == kind).count()
}

both_databases! {
    async fn a_delivery_is_told_in_the_portal_to_who_wants_it_and_to_nobody_else(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let firm = world.agent_firm("Firm").await;
        let agent = firm.agent_for(&bolt).await;
        let (admin, wants, usual) = (acme.admin().await, bolt.investigator().await, bolt.investigator().await);
        for person in [&wants, &agent, &admin] {
            chooses(person, "DELIVERED", "PORTAL").await.ok();
        }
        let lead = admin.prepares(&bolt).await;
        admin.shares(&lead, &[&bolt]).await.ok();
        world.notified().await;
        assert_eq!(kinds(&wants).await, ["DELIVERED"]);
        let told = list(&wants, json!({})).await;
        assert_eq!(told.texts("/notifications/nodes", "/delivery/id").len(), 1);
        assert_eq!(kinds(&agent).await, ["DELIVERED"], "it answers for the recipient");
        assert!(kinds(&usual).await.is_empty(), "the digest tells of it");
        assert!(kinds(&admin).await.is_empty(), "it is not the recipient's");
        chooses(&wants, "DELIVERED", "NONE").await.ok();
        let next = admin.prepares(&bolt).await;
        admin.shares(&next, &[&bolt]).await.ok();
        world.notified().await;
        assert_eq!(kinds(&wants).await, ["DELIVERED"], "of the first one alone");
    }

    async fn i24_a_delivery_is_not_told_to_who_does_not_see_it(world: World) {
        let (acme, mut bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, other) = (acme.admin().await, world.brand("Core").await.investigator().await);
        let second = bolt.add_brand("Second").await;
        let limited = bolt.person_for(&[Role::Mi], &[second]).await;
        for person in [&other, &limited] {
            chooses(person, "DELIVERED", "MAIL").await.ok();
        }
        let lead = admin.prepares(&bolt).await;
        admin.shares(&lead, &[&bolt]).await.ok();
        world.notified().await;
        assert_eq!(rows(&world, "DELIVERED").await, 0);
    }

    async fn what_is_done_to_an_account_is_told_to_its_person_and_cannot_be_switched_off(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, one, other) = (acme.admin().await, acme.investigator().await, acme.investigator().await);
        signs_in(&one).await;
        let refused = world.nothing_changes(chooses(&one, "ACCOUNT_CHANGED", "NONE")).await;
        assert_eq!(refused.error_field().as_deref(), Some("channel"));
        changes(&admin, UPDATE, &one, json!({ "name": "Another name" })).await;
        world.notified().await;
        assert!(kinds(&one).await.is_empty(), "nothing of what it may do");
        changes(&admin, UPDATE, &one, json!({ "roles": ["MI", "MF"] })).await;
        changes(&admin, UPDATE, &one, json!({ "brandScope": [acme.brand_id()] })).await;
        world.notified().await;
        assert_eq!(kinds(&one).await, ["ACCOUNT_CHANGED", "ACCOUNT_CHANGED"]);
        let told = one.graphql(ABOUT, json!({})).await.ok();
        assert_eq!(told.text("/notifications/nodes/0/person/id"), one.public_id());
        changes(&admin, SUSPEND, &one, json!({ "reason": "lost telephone" })).await;
        world.notified().await;
        changes(&admin, REINSTATE, &one, json!({ "reason": "found" })).await;
        world.notified().await;
        assert_eq!(kinds(&one).await.len(), 3, "of the way back; whoever is shut out reads nothing");
        assert!(kinds(&admin).await.is_empty() && kinds(&other).await.is_empty());
    }

    async fn both_sides_hear_that_a_power_of_attorney_ends_once_for_each_reminder(world: World) {
        let (acme, firm) = (world.brand("Acme").await, world.agent_firm("Firm").await);
        let (admin, reader, agent) =
            (acme.admin().await, acme.investigator().await, firm.person(&[Role::Mc]).await);
        let stranger = world.brand("Bolt").await.admin().await;
        let id = firm.mandate(&acme, Mandate { days: -1..60, ..Mandate::default() }).await;
        firm.mandate(&acme, Mandate { days: -1..20, state: "SUBMITTED", ..Mandate::default() }).await;
        let remind = async || notifications::remind(&world.app).await.unwrap();
        assert_eq!(remind().await, 0, "sixty days are left, and one allows nothing");
        world.after_days(31);
        assert_eq!((remind().await, remind().await), (2, 0));
        world.after_days(23);
        assert_eq!((remind().await, remind().await), (2, 0));
        for side in [&admin, &agent] {
            assert_eq!(kinds(side).await, ["POWER_ENDING", "POWER_ENDING"]);
        }
        let told = agent.graphql(ABOUT, json!({})).await.ok();
        assert_eq!(told.text("/notifications/nodes/0/powerOfAttorney/id"), encode(IdKind::Poa, id));
        assert_eq!(told.text("/notifications/nodes/0/powerOfAttorney/principal/id"), acme.public_id());
        assert!(kinds(&reader).await.is_empty() && kinds(&stranger).await.is_empty());
        chooses(&admin, "POWER_ENDING", "NONE").await.ok();
        world.after_days(10);
        assert_eq!(remind().await, 0, "it is over");
    }
}
