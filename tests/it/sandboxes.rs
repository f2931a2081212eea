//! Sandboxes: what is tried in one goes the whole way there, is seen by nobody outside, and can be emptied.

mod asking;
mod emptying;
mod unseen;

use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};
use serde_json::{Value, json};
use touchstone::{
    members,
    permissions::ServiceScope,
    platform::ids::{IdKind, decode_as},
    sandboxes,
};
use uuid::Uuid;

use crate::{
    both_databases,
    changes::advanced,
    ingest::{came_in, counts, ingests, listing},
    support::{Asks as _, Organization, Person, Response, World, draft, with},
    webhooks::{CREATE, receiver::Receiver, sent, told},
};

const SANDBOX: &str = "{ sandbox { id name brand leads version } }";
/// What stands in the titles of what is tried.
const WORD: &str = "Quicksand";

/// Does a mutation of sandboxes.
async fn act(by: &Person, mutation: &str, input: Value) -> Response {
    let kind = format!("{}{}Input", mutation[..1].to_uppercase(), &mutation[1..]);
    let document = format!(
        "mutation($input: {kind}!) {{ {mutation}(input: $input) {{ sandbox {{ id name brand leads version }} \
         userErrors {{ code field message }} }} }}"
    );
    by.graphql(&document, json!({ "input": input })).await
}

async fn makes(admin: &Person) -> Response {
    act(
        admin,
        "createSandbox",
        json!({ "idempotencyKey": admin.world.id().to_string() }),
    )
    .await
}

async fn resets(admin: &Person) -> Response {
    let version = admin.graphql(SANDBOX, json!({})).await.ok().number("/sandbox/version");
    act(admin, "resetSandbox", json!({ "expectedVersion": version })).await
}

/// The organisation of the sandbox of an organisation, or of the right holder of a sandbox.
async fn beside(world: &World, organization: Uuid) -> entity::organization::Model {
    use entity::organization::{Column, Entity};
    let found = Entity::find().filter(Column::SandboxOf.eq(organization));
    found.one(world.app.db.read()).await.unwrap().unwrap()
}

/// An account for trials with every scope, made by the administrator of an organisation that has a sandbox.
async fn trial_account(home: &Organization, admin: &Person) -> Person {
    let document = "mutation($input: CreateServiceAccountInput!) { createServiceAccount(input: $input) { \
        serviceAccount { id sandbox organization { id } } userErrors { code field message } } }";
    let input = json!({
        "idempotencyKey": home.world.id().to_string(), "name": "Trial", "scopes": [
            "LEADS_READ", "LISTINGS_WRITE", "EVIDENCE_WRITE", "CHANGES_READ", "WEBHOOKS_MANAGE", "EXPORTS_READ",
        ], "networks": [], "sandbox": true,
    });
    let made = admin.graphql(document, json!({ "input": input })).await.ok();
    let account = made.data("/createServiceAccount/serviceAccount");
    assert_eq!(account["sandbox"], true);
    assert_eq!(
        account["organization"]["id"],
        home.public_id().as_str(),
        "who looks after it"
    );
    Person {
        world: home.world.clone(),
        id: decode_as(IdKind::ServiceAccount, account["id"].as_str().unwrap()).unwrap(),
        organization: beside(&home.world, home.id).await.id,
        name: "Trial".to_owned(),
        email: String::new(),
    }
}

/// An organisation's administrator, and an account for trials in its new sandbox.
async fn in_a_sandbox(home: &Organization) -> (Person, Person) {
    let admin = home.admin().await;
    makes(&admin).await.ok();
    let account = trial_account(home, &admin).await;
    (admin, account)
}

/// A listing to try; another number is another listing.
fn find(number: usize, about: &str) -> Value {
    json!({
        "externalId": format!("find-{number}"),
        "url": format!("https://item.taobao.com/item.htm?id={}", 77_700_000_000_usize + number),
        "title": format!("{WORD} {about}"),
        "brand": { "name": "Sandbox" },
    })
}

/// Hands a listing in and has the sandbox play; the lead's id.
async fn tries(account: &Person, number: usize, about: &str) -> String {
    let answer = ingests(account, &[find(number, about)], json!({})).await.ok();
    assert_eq!(counts(&answer), [1, 0, 0, 0], "{answer}");
    assert_eq!(sandboxes::jobs::play(&account.world.app).await.unwrap(), 1);
    answer.text("/ingestListings/results/0/lead/id")
}

async fn feedback(by: &Person, name: &str) -> (String, String) {
    let told = came_in(by, json!({ "externalIds": [name] })).await;
    let of = |field: &str| told.text(&format!("/ingestedListings/nodes/0/feedback/{field}"));
    (of("state"), of("verdict"))
}

both_databases! {
    async fn a_listing_goes_the_whole_way_within_the_sandbox(world: World) {
        let world = world.set_up(&[("webhook_private_networks", "true")]).await;
        let acme = world.brand("Acme").await;
        let (admin, account) = in_a_sandbox(&acme).await;
        let receiver = Receiver::start().await;
        let endpoint = json!({ "idempotencyKey": "hooks", "url": receiver.url, "kinds": ["DELIVERY_VERDICT"] });
        account.graphql(CREATE, json!({ "input": endpoint })).await.ok();
        told(&world).await;
        let lead = tries(&account, 1, "bag").await;
        tries(&account, 2, "bag, NOT_INFRINGING").await;
        assert_eq!(sandboxes::jobs::play(&world.app).await.unwrap(), 0, "everything is played");
        let answered = |verdict: &str| ("ANSWERED".to_owned(), verdict.to_owned());
        assert_eq!(feedback(&account, "find-1").await, answered("CONFIRMED"));
        assert_eq!(feedback(&account, "find-2").await, answered("NOT_INFRINGING"));
        let again = ingests(&account, &[find(1, "bag")], json!({})).await.ok();
        assert_eq!(counts(&again), [0, 1, 0, 0]);

        advanced(&world).await;
        let feed = account.graphql("{ changes(first: 100) { changes { kind operation id } } }", json!({})).await.ok();
        assert!(feed.texts("/changes/changes", "/id").contains(&lead), "{feed}");
        told(&world).await;
        sent(&world).await;
        assert_eq!(receiver.kinds(), ["delivery.verdict", "delivery.verdict"]);
        let shown = admin.graphql(SANDBOX, json!({})).await.ok();
        assert_eq!((shown.number("/sandbox/leads"), shown.text("/sandbox/brand")), (2, "Sandbox".to_owned()));
        let brands = account.graphql("{ brands { nodes { name } } }", json!({})).await.ok();
        assert_eq!(brands.texts("/brands/nodes", "/name"), ["Sandbox"]);
    }

    async fn an_organisation_has_one_sandbox_made_by_who_looks_after_its_accounts(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, investigator) = (acme.admin().await, acme.investigator().await);
        let key = json!({ "idempotencyKey": "once" });
        world.nothing_changes(act(&investigator, "createSandbox", key.clone())).await.refused_with("FORBIDDEN");
        assert!(admin.graphql(SANDBOX, json!({})).await.ok().data("/sandbox").is_null());
        let missing = act(&admin, "resetSandbox", json!({ "expectedVersion": 1 }));
        world.nothing_changes(missing).await.not_found();
        let made = act(&admin, "createSandbox", key.clone()).await.ok();
        let again = world.nothing_changes(act(&admin, "createSandbox", key)).await.ok();
        assert_eq!(again.0, made.0);
        world.nothing_changes(makes(&admin)).await.refused_with("ALREADY_EXISTS");
        let other = world.brand("Bolt").await.admin().await;
        makes(&other).await.ok();
        assert_ne!(other.graphql(SANDBOX, json!({})).await.ok().text("/sandbox/id"), made.text("/createSandbox/sandbox/id"));
    }

    async fn nothing_comes_in_from_outside_and_nothing_real_is_tried(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (_, account) = in_a_sandbox(&acme).await;
        let sandbox = beside(&world, acme.id).await;
        let holder = beside(&world, sandbox.id).await;
        let owner = bolt.admin().await;
        let lead = owner.prepares(&bolt).await;
        for outside in [sandbox.id, holder.id] {
            let to = touchstone::platform::ids::encode(IdKind::Org, outside);
            let shared = owner.shares_by(&lead, json!({ "grants": [{ "organizationId": to }] }));
            world.nothing_changes(shared).await.refused_with("BAD_USER_INPUT");
        }
        // Nor is there anybody in it: neither the account nor who plays.
        for nobody in [account.id, sandbox.id, holder.id] {
            let to = touchstone::platform::ids::encode(IdKind::Person, nobody);
            let named = owner.shares_by(&lead, json!({ "grants": [{ "personId": to }] }));
            world.nothing_changes(named).await.refused_with("BAD_USER_INPUT");
        }
        account.reads(&lead).await.not_found();
        // The call is written down, and nothing else.
        let leads = async || entity::lead::Entity::find().count(world.app.db.read()).await.unwrap();
        let before = leads().await;
        let real = ingests(&account, &[listing(&bolt, 1)], json!({})).await.ok();
        assert_eq!(real.texts("/ingestListings/results", "/reason"), ["UNKNOWN_BRAND"]);
        world.nothing_changes(account.act("createLead", draft(&bolt))).await.refused_with("BAD_USER_INPUT");
        let tried = ingests(&owner, &[find(1, "bag")], json!({})).await.ok();
        assert_eq!(tried.texts("/ingestListings/results", "/reason"), ["UNKNOWN_BRAND"]);
        assert_eq!(leads().await, before);
        let open = with(draft(&bolt), json!({ "tlp": "GREEN", "title": "For the community" }));
        let open = owner.prepares_from(open).await;
        owner.shares_by(&open, json!({ "grants": [{ "community": true }] })).await.ok();
        bolt.service_account(&[ServiceScope::LeadsRead]).await.reads(&open).await.ok();
        account.reads(&open).await.not_found();
        assert!(account.lists(json!({})).await.is_empty());
        let directory = "{ organizations { nodes { name } } }";
        let found = account.graphql(directory, json!({})).await.ok();
        assert_eq!(found.texts("/organizations/nodes", "/name"), [sandbox.name]);
    }

    async fn a_sandbox_is_open_as_long_as_whose_it_is(world: World) {
        let acme = world.brand("Acme").await;
        let (_, account) = in_a_sandbox(&acme).await;
        let viewer = async || members::viewer(world.app.db.read(), account.id).await.unwrap();
        assert!(viewer().await.is_some_and(|viewer| viewer.active));
        acme.put_into("SUSPENDED").await;
        assert_eq!(viewer().await, None);
        acme.put_into("ACTIVE").await;
        assert!(viewer().await.is_some());
    }
}
