//! Who makes, changes and shuts out service accounts, and where they are not found though they are rows of people.

use sea_orm::{EntityTrait as _, PaginatorTrait as _};
use serde_json::{Value, json};
use strum::VariantArray as _;
use touchstone::{
    digests, members,
    permissions::{Role, ServiceScope},
    platform::ids::IdKind,
    service_accounts,
};

use super::{Made, act, ask_for_token, facts, refused, token_of};
use crate::{
    both_databases,
    support::{Asks as _, Person, World, with},
    transport::{
        serving::{Serving, VIEWER},
        sockets::{Socket, subscribe},
    },
};

const LIST: &str = "query($organization: ID) { serviceAccounts(organizationId: $organization) { totalCount \
     nodes { name state credentials { hint } allowedActions createdBy { id } } } }";
const ONE: &str = "query($id: ID!) { serviceAccount(id: $id) { name allowedActions } }";

async fn names(by: &Person, organization: Value) -> Vec<String> {
    let answer = by.graphql(LIST, json!({ "organization": organization })).await.ok();
    answer.texts("/serviceAccounts/nodes", "/name")
}

async fn people_of(world: &World) -> u64 {
    entity::person::Entity::find().count(world.app.db.read()).await.unwrap()
}

both_databases! {
    async fn an_administrator_makes_changes_and_ends_the_own_accounts(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let key = json!({ "idempotencyKey": "once" });
        let first = act(&admin, "createServiceAccount", with(facts(json!({})), key.clone())).await.ok();
        let people = people_of(&world).await;
        let again = act(&admin, "createServiceAccount", with(facts(json!({})), key.clone())).await.ok();
        assert_eq!(again.0, first.0);
        assert_eq!(people_of(&world).await, people, "once");
        let other = with(facts(json!({ "name": "Another" })), key);
        act(&admin, "createServiceAccount", other).await.refused_with("IDEMPOTENCY_MISMATCH");

        let account = first.data("/createServiceAccount/serviceAccount");
        assert_eq!(account["scopes"], json!(["LEADS_READ", "LISTINGS_WRITE"]));
        assert_eq!(account["allowedActions"], json!(["EDIT", "ADD_CREDENTIAL", "SUSPEND", "REVOKE"]));
        assert_eq!(account["createdBy"]["id"], json!(admin.public_id()));
        assert_eq!(account["sandbox"], json!(false));
        let mut made = Made { id: account["id"].as_str().unwrap().to_owned(), version: 1 };
        let wide = facts(json!({ "name": "Desk watch", "networks": ["203.0.113.9/24"], "scopes": ["CHANGES_READ"] }));
        let changed = made.step(&admin, "updateServiceAccount", wide).await.ok();
        assert_eq!(changed.data("/updateServiceAccount/serviceAccount/networks"), &json!(["203.0.113.0/24"]));
        assert_eq!(changed.data("/updateServiceAccount/serviceAccount/scopes"), &json!(["CHANGES_READ"]));
        assert_eq!(names(&admin, Value::Null).await, ["Desk watch"]);
        for (mutation, more, code) in [
            ("updateServiceAccount", facts(json!({ "scopes": [] })), "BAD_USER_INPUT"),
            ("updateServiceAccount", facts(json!({ "networks": ["everywhere"] })), "BAD_USER_INPUT"),
            ("updateServiceAccount", facts(json!({ "name": " " })), "BAD_USER_INPUT"),
            ("addServiceSecret", json!({ "days": 367 }), "BAD_USER_INPUT"),
            ("suspendServiceAccount", json!({ "reason": " " }), "BAD_USER_INPUT"),
            ("resumeServiceAccount", json!({ "reason": "Too early." }), "TRANSITION_NOT_ALLOWED"),
            ("endServiceCredential", json!({ "credentialId": world.unknown(IdKind::ServiceCredential) }), "BAD_USER_INPUT"),
            ("revokeServiceAccount", json!({ "reason": "Seen too late.", "expectedVersion": 1 }), "STALE_VERSION"),
        ] {
            let answer = world.nothing_changes(made.step(&admin, mutation, more)).await;
            answer.refused_with(code);
        }
        made.step(&admin, "revokeServiceAccount", json!({ "reason": "Replaced." })).await.ok();
        let late = made.step(&admin, "addServiceSecret", json!({}));
        world.nothing_changes(late).await.refused_with("TRANSITION_NOT_ALLOWED");
    }

    async fn an_account_has_four_credentials_and_an_organisation_twenty_accounts(world: World) {
        let admin = world.brand("Acme").await.admin().await;
        let mut made = Made::by(&admin, json!({})).await;
        for _ in 0..4 {
            made.secret(&admin).await;
        }
        world.nothing_changes(made.step(&admin, "addServiceSecret", json!({}))).await.refused_with("TRANSITION_NOT_ALLOWED");
        world.after_days(180);
        made.secret(&admin).await;
        for _ in 1..20 {
            Made::by(&admin, json!({})).await;
        }
        let more = with(facts(json!({})), json!({ "idempotencyKey": "one more" }));
        world.nothing_changes(act(&admin, "createServiceAccount", more.clone())).await.refused_with("TRANSITION_NOT_ALLOWED");
        made.step(&admin, "revokeServiceAccount", json!({ "reason": "Too many." })).await.ok();
        act(&admin, "createServiceAccount", more).await.ok();
    }

    async fn strangers_find_nothing_and_the_secretariat_shuts_out(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, stranger, colleague) = (acme.admin().await, bolt.admin().await, acme.investigator().await);
        let office = world.secretariat().await.secretariat_admin().await;
        let mut made = Made::by(&admin, json!({})).await;
        let id = json!({ "id": made.id });
        world.nothing_changes(async {
            stranger.graphql(ONE, id.clone()).await.not_found();
            let node = "query($id: ID!) { node(id: $id) { id } }";
            assert_eq!(stranger.graphql(node, id.clone()).await.ok().data("/node"), &Value::Null);
            assert!(names(&stranger, Value::Null).await.is_empty());
            stranger.graphql(LIST, json!({ "organization": acme.public_id() })).await.refused_with("FORBIDDEN");
            made.step(&stranger, "suspendServiceAccount", json!({ "reason": "Ours." })).await.not_found();
            made.step(&stranger, "addServiceSecret", json!({})).await.not_found();
            colleague.graphql(ONE, id.clone()).await.refused_with("FORBIDDEN");
            made.step(&office, "updateServiceAccount", facts(json!({}))).await.refused_with("FORBIDDEN");
            made.step(&office, "addServiceSecret", json!({})).await.refused_with("FORBIDDEN");
        })
        .await;
        assert_eq!(names(&office, Value::Null).await, ["Price watch"]);
        assert_eq!(names(&office, json!(acme.public_id())).await, ["Price watch"]);
        assert!(names(&office, json!(bolt.public_id())).await.is_empty());
        made.step(&office, "suspendServiceAccount", json!({ "reason": "Floods us." })).await.ok();
        let early = made.step(&admin, "resumeServiceAccount", json!({ "reason": "Mended." }));
        world.nothing_changes(early).await.refused_with("FORBIDDEN");
        made.step(&office, "resumeServiceAccount", json!({ "reason": "Mended." })).await.ok();
    }

    async fn a_platform_s_people_make_accounts_and_see_as_before(world: World) {
        let market = world.organization(World::home_of(Role::Ps), "Market").await;
        let acme = world.brand("Acme").await;
        let person = market.person(&[Role::Ps]).await;
        let lead = person.creates(&acme).await;
        person.reads(&lead).await.ok();
        Made::by(&person, json!({})).await;
        assert_eq!(names(&person, Value::Null).await, ["Price watch"]);
        let service = market.service_account(&[ServiceScope::LeadsRead]).await;
        service.reads(&lead).await.ok();
        service.graphql(LIST, json!({})).await.refused_with("FORBIDDEN");
    }

    async fn i36_a_suspended_account_is_out_at_the_next_request(world: World) {
        let serving = Serving::of(&world).await;
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let mut made = Made::by(&admin, json!({})).await;
        let secret = made.secret(&admin).await;
        let token = token_of(&serving, &made.id, &secret).await;
        let mut socket = Socket::of(&serving, &token).await;
        socket.say(subscribe("1", "subscription { leadActivity { id } }")).await;
        socket.say(json!({ "type": "ping" })).await;
        while socket.hear().await["type"] != "pong" {}

        made.step(&admin, "suspendServiceAccount", json!({ "reason": "Floods us." })).await.ok();
        assert_eq!(serving.ask_as(&token, VIEWER, json!({})).await.code(), "UNAUTHENTICATED");
        assert_eq!(socket.closed().await, 4401);
        refused(&ask_for_token(&serving, &made.id, &secret).await, 401, "invalid_client");
        assert!(service_accounts::with_scope(world.app.db.read(), ServiceScope::LeadsRead).await.unwrap().is_empty());

        made.step(&admin, "resumeServiceAccount", json!({ "reason": "Mended." })).await.ok();
        let token = token_of(&serving, &made.id, &secret).await;
        assert!(serving.ask_as(&token, VIEWER, json!({})).await.data("/viewer/person/id").is_string());
        let known = service_accounts::with_scope(world.app.db.read(), ServiceScope::LeadsRead).await.unwrap();
        assert_eq!(known.iter().map(|account| account.name.as_str()).collect::<Vec<_>>(), ["Price watch"]);
        acme.put_into("SUSPENDED").await;
        assert_eq!(serving.ask_as(&token, VIEWER, json!({})).await.code(), "UNAUTHENTICATED");
        refused(&ask_for_token(&serving, &made.id, &secret).await, 401, "invalid_client");
        assert!(service_accounts::with_scope(world.app.db.read(), ServiceScope::LeadsRead).await.unwrap().is_empty());
        acme.put_into("ACTIVE").await;
        made.step(&admin, "revokeServiceAccount", json!({ "reason": "Replaced." })).await.ok();
        assert_eq!(serving.ask_as(&token, VIEWER, json!({})).await.code(), "UNAUTHENTICATED");
        refused(&ask_for_token(&serving, &made.id, &secret).await, 401, "invalid_client");
        serving.stop().await;
    }

    async fn a_change_of_scopes_counts_from_the_next_request_on(world: World) {
        let serving = Serving::of(&world).await;
        let admin = world.brand("Acme").await.admin().await;
        let mut made = Made::by(&admin, json!({})).await;
        let secret = made.secret(&admin).await;
        let token = token_of(&serving, &made.id, &secret).await;
        let leads = "{ leads { totalCount } }";
        assert_eq!(serving.ask_as(&token, leads, json!({})).await.data("/leads/totalCount"), json!(0));
        made.step(&admin, "updateServiceAccount", facts(json!({ "scopes": ["CHANGES_READ"] }))).await.ok();
        assert_eq!(serving.ask_as(&token, leads, json!({})).await.code(), "FORBIDDEN");
        serving.stop().await;
    }

    async fn it_is_nowhere_among_the_people(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, service) = (acme.admin().await, acme.service_account(ServiceScope::VARIANTS).await);
        let office = world.secretariat().await.secretariat_admin().await;
        let lead = admin.creates(&acme).await;
        service.reads(&lead).await.ok();
        let people = "{ people(first: 100) { nodes { name } } }";
        for viewer in [&admin, &office] {
            let found = viewer.graphql(people, json!({})).await.ok().texts("/people/nodes", "/name");
            assert!(!found.contains(&service.name), "{found:?}");
        }
        for root in ["mentionable", "assignable"] {
            let document = format!("query($id: ID!) {{ {root}(leadId: $id, query: \"\") {{ name }} }}");
            let offered = admin.graphql(&document, json!({ "id": lead.public_id() })).await.ok();
            assert!(!offered.texts(&format!("/{root}"), "/name").contains(&service.name), "{root}");
        }
        let group = json!({ "input": { "idempotencyKey": "group", "name": "Circle", "purpose": "To share",
            "confidential": false, "personIds": [service.public_id()] } });
        let make = "mutation($input: CreateSharingGroupInput!) { createSharingGroup(input: $input) { userErrors { code } } }";
        let suspend = "mutation($input: PersonTransitionInput!) { suspendUser(input: $input) { userErrors { code } } }";
        let transition = json!({ "input": { "id": service.public_id(), "expectedVersion": 1, "reason": "By hand." } });
        world.nothing_changes(async {
            assert!(admin.assigns(&lead, Some(&service)).await.error_code().is_some());
            let named = admin.mentions(&lead, "See @{1}", "OWNER_AND_MY_ORGANIZATION", &[&service]).await;
            assert!(named.error_code().is_some(), "{named}");
            admin.graphql(make, group).await.refused_with("BAD_USER_INPUT");
            admin.graphql(suspend, transition).await.not_found();
        })
        .await;
        let active = members::active_people_of(world.app.db.read(), &[acme.id]).await.unwrap();
        assert_eq!(active.iter().map(|person| person.id).collect::<Vec<_>>(), [admin.id]);
        assert!(members::person_by_email(world.app.db.read(), &service.email).await.unwrap().is_none());
        world.after_days(1);
        digests::plan(&world.app).await.unwrap();
        let bolt = world.brand("Bolt").await;
        let reader = bolt.service_account(ServiceScope::VARIANTS).await;
        let shared = admin.prepares(&bolt).await;
        admin.shares(&shared, &[&bolt]).await.ok();
        reader.reads(&shared).await.ok();
        admin.retracts(&shared).await.ok();
        world.notified().await;
        let mails = entity::mail::Entity::find().all(world.app.db.read()).await.unwrap();
        assert!(mails.iter().all(|mail| ![service.id, reader.id].contains(&mail.person_id)), "{mails:?}");
        let told = entity::notification::Entity::find().all(world.app.db.read()).await.unwrap();
        assert!(told.iter().all(|told| ![service.id, reader.id].contains(&told.person_id)), "{told:?}");
    }

    async fn an_account_for_trials_is_refused_where_there_is_no_sandbox(world: World) {
        let admin = world.brand("Acme").await.admin().await;
        let input = with(facts(json!({})), json!({ "idempotencyKey": "trial", "sandbox": true }));
        let answer = world.nothing_changes(act(&admin, "createServiceAccount", input)).await;
        answer.refused_with("BAD_USER_INPUT");
        assert_eq!(answer.error_field().as_deref(), Some("sandbox"), "and not a real one in its place");
    }
}
