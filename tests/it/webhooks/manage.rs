//! Who says where webhooks go.

use serde_json::json;
use touchstone::{
    permissions::Role,
    platform::ids::{IdKind, encode},
};

use super::{
    CREATE, ENDPOINT, Partner, act, at_home, endpoint_input, messages,
    receiver::{Receiver, Says},
    sent, service_account, told,
};
use crate::{
    both_databases,
    support::{Asks as _, with},
};

const LIST: &str =
    "query($account: ID) { webhookEndpoints(accountId: $account, first: 100) { totalCount nodes { id } } }";

both_databases! {
    async fn others_find_nothing_and_the_secretariat_may_only_stop_and_start_and_remove(world: World) {
        let world = at_home(&world).await;
        let (acme, bolt) = (Partner::of(world.brand("Acme").await).await, Partner::of(world.brand("Bolt").await).await);
        let secretariat = world.secretariat().await.secretariat_admin().await;
        let endpoint = acme.listens("http://127.0.0.1:9/in", json!([])).await;
        let id = json!({ "id": endpoint.id });
        for stranger in [&bolt.admin, &bolt.account] {
            stranger.graphql(ENDPOINT, id.clone()).await.refused_with("NOT_FOUND");
            assert_eq!(stranger.graphql(LIST, json!({})).await.ok().number("/webhookEndpoints/totalCount"), 0);
            for mutation in ["pauseWebhookEndpoint", "deleteWebhookEndpoint", "rotateWebhookSecret"] {
                world.nothing_changes(acme.acts(stranger, mutation, &endpoint, json!({}))).await.refused_with("NOT_FOUND");
            }
            world.nothing_changes(act(stranger, "pingWebhookEndpoint", id.clone())).await.refused_with("NOT_FOUND");
        }
        let foreign = endpoint_input(&acme.account, "http://127.0.0.1:9/in");
        world.nothing_changes(bolt.admin.graphql(CREATE, json!({ "input": foreign }))).await.refused_with("NOT_FOUND");
        world.nothing_changes(secretariat.graphql(CREATE, json!({ "input": foreign }))).await.refused_with("FORBIDDEN");

        assert_eq!(secretariat.graphql(LIST, json!({})).await.ok().number("/webhookEndpoints/totalCount"), 1);
        let address = json!({ "url": "http://127.0.0.1:9/theirs" });
        world.nothing_changes(acme.acts(&secretariat, "updateWebhookEndpoint", &endpoint, address)).await.refused_with("FORBIDDEN");
        world.nothing_changes(acme.acts(&secretariat, "rotateWebhookSecret", &endpoint, json!({}))).await.refused_with("FORBIDDEN");
        world.nothing_changes(act(&secretariat, "pingWebhookEndpoint", id.clone())).await.refused_with("FORBIDDEN");
        acme.acts(&secretariat, "pauseWebhookEndpoint", &endpoint, json!({})).await.ok();
        let paused = acme.acts(&secretariat, "pauseWebhookEndpoint", &endpoint, json!({}));
        world.nothing_changes(paused).await.refused_with("TRANSITION_NOT_ALLOWED");
        acme.acts(&secretariat, "resumeWebhookEndpoint", &endpoint, json!({})).await.ok();
    }

    /// Who manages an endpoint and does not see a lead is told that there was a message of some kind at some time, and what came of
    /// sending it: not of which lead, and nothing of what it said.
    async fn i24_the_log_of_messages_names_no_lead_to_who_does_not_see_it(world: World) {
        let world = at_home(&world).await;
        let (acme, bolt) = (world.brand("Acme").await, Partner::of(world.brand("Bolt").await).await);
        let keeper = bolt.home.person(&[Role::Ap]).await;
        let secretariat = world.secretariat().await.secretariat_admin().await;
        let receiver = Receiver::start().await;
        let endpoint = bolt.listens(&receiver.url, json!([])).await;
        let author = acme.admin().await;
        let lead = author.prepares(&bolt.home).await;
        author.shares(&lead, &[&bolt.home]).await.ok();
        author.comments(&lead, "Between the two of us", "EVERYONE_WHO_SEES_THE_LEAD").await.ok();
        told(&world).await;
        while sent(&world).await > 0 {}
        let row = lead.row().await;
        let shown = bolt.sees(&endpoint).await;
        assert!(shown.0.to_string().contains(&lead.public_id()), "who sees the lead finds it: {shown}");
        for by in [&keeper, &secretariat] {
            let log = by.graphql(ENDPOINT, json!({ "id": endpoint.id })).await.ok();
            let messages = log.list("/webhookEndpoint/messages/nodes");
            assert_eq!(messages.len(), shown.list("/webhookEndpoint/messages/nodes").len());
            assert!(messages.iter().all(|message| message["lead"].is_null()), "{log}");
            let text = log.0.to_string();
            for secret in [lead.public_id().as_str(), &row.reference, &row.title, "Between the two of us", "Acme"] {
                assert!(!text.contains(secret), "{secret} in {text}");
            }
        }
        // Nor by other fields: there are none for it.
        let fields = "{ message: __type(name: \"WebhookMessage\") { fields { name } } \
            attempt: __type(name: \"WebhookAttempt\") { fields { name } } }";
        let fields = bolt.admin.graphql(fields, json!({})).await.ok();
        assert_eq!(
            fields.texts("/message/fields", "/name"),
            ["id", "kind", "state", "attempts", "nextAttemptAt", "occurredAt", "lead"]
        );
        assert_eq!(fields.texts("/attempt/fields", "/name"), ["number", "at", "status", "error", "milliseconds"]);
    }

    async fn a_service_account_has_its_own_endpoints_alone_and_needs_the_scope(world: World) {
        let world = at_home(&world).await;
        let acme = Partner::of(world.brand("Acme").await).await;
        let sibling = service_account(&acme.home, &acme.admin, &["LEADS_READ", "WEBHOOKS_MANAGE"]).await;
        let reader = service_account(&acme.home, &acme.admin, &["LEADS_READ"]).await;
        let endpoint = acme.listens("http://127.0.0.1:9/in", json!([])).await;
        sibling.graphql(ENDPOINT, json!({ "id": endpoint.id })).await.refused_with("NOT_FOUND");
        let foreign = endpoint_input(&acme.account, "http://127.0.0.1:9/in");
        world.nothing_changes(sibling.graphql(CREATE, json!({ "input": foreign }))).await.refused_with("NOT_FOUND");
        reader.graphql(LIST, json!({})).await.refused_with("FORBIDDEN");
        let own = json!({ "idempotencyKey": "own", "url": "http://127.0.0.1:9/own" });
        let made = sibling.graphql(CREATE, json!({ "input": own })).await.ok();
        assert_eq!(made.text("/createWebhookEndpoint/endpoint/account/id"), encode(IdKind::ServiceAccount, sibling.id));
        assert_eq!(sibling.graphql(LIST, json!({})).await.ok().number("/webhookEndpoints/totalCount"), 1);
        assert_eq!(acme.admin.graphql(LIST, json!({})).await.ok().number("/webhookEndpoints/totalCount"), 2);
        let of_one = json!({ "account": encode(IdKind::ServiceAccount, sibling.id) });
        assert_eq!(acme.admin.graphql(LIST, of_one).await.ok().number("/webhookEndpoints/totalCount"), 1);
        world.nothing_changes(acme.admin.graphql(CREATE, json!({ "input": own }))).await.refused_with("BAD_USER_INPUT");
    }

    async fn an_account_has_ten_endpoints_at_most_and_versions_are_kept_to(world: World) {
        let world = at_home(&world).await;
        let acme = Partner::of(world.brand("Acme").await).await;
        let endpoint = acme.listens("http://127.0.0.1:9/in", json!([])).await;
        for _ in 1..10 {
            acme.listens("http://127.0.0.1:9/in", json!([])).await;
        }
        let one_more = endpoint_input(&acme.account, "http://127.0.0.1:9/in");
        world.nothing_changes(acme.admin.graphql(CREATE, json!({ "input": one_more }))).await.refused_with("BAD_USER_INPUT");
        let stale = json!({ "id": endpoint.id, "expectedVersion": 7 });
        world.nothing_changes(act(&acme.admin, "pauseWebhookEndpoint", stale.clone())).await.refused_with("STALE_VERSION");
        world.nothing_changes(act(&acme.admin, "deleteWebhookEndpoint", stale.clone())).await.refused_with("STALE_VERSION");
        let changed = with(stale, json!({ "url": "http://127.0.0.1:9/other" }));
        world.nothing_changes(act(&acme.admin, "updateWebhookEndpoint", changed)).await.refused_with("STALE_VERSION");
        acme.acts(&acme.admin, "deleteWebhookEndpoint", &endpoint, json!({})).await.ok();
        acme.admin.graphql(ENDPOINT, json!({ "id": endpoint.id })).await.refused_with("NOT_FOUND");
    }

    async fn what_happens_while_an_endpoint_is_paused_waits_for_it(world: World) {
        let world = at_home(&world).await;
        let (acme, receiver) = (Partner::of(world.brand("Acme").await).await, Receiver::start().await);
        let endpoint = acme.listens(&receiver.url, json!([])).await;
        acme.acts(&acme.account, "pauseWebhookEndpoint", &endpoint, json!({})).await.ok();
        acme.admin.prepares(&acme.home).await;
        assert_eq!((told(&world).await, sent(&world).await), (2, 0));
        acme.acts(&acme.account, "resumeWebhookEndpoint", &endpoint, json!({})).await.ok();
        assert_eq!(sent(&world).await, 2);
        assert_eq!(receiver.kinds(), ["lead.submitted", "lead.triaged"]);
    }

    async fn an_endpoint_that_fails_for_five_days_is_put_out_of_use_and_its_people_are_told(world: World) {
        let world = at_home(&world).await;
        let (acme, receiver) = (Partner::of(world.brand("Acme").await).await, Receiver::start().await);
        let endpoint = acme.listens(&receiver.url, json!(["LEAD_TRIAGED"])).await;
        let investigator = acme.home.investigator().await;
        acme.admin.prepares(&acme.home).await;
        told(&world).await;
        receiver.says(|_| Says(500, ""));
        sent(&world).await;
        world.after_days(5);
        assert_eq!(sent(&world).await, 1);
        let seen = acme.sees(&endpoint).await;
        assert_eq!(seen.text("/webhookEndpoint/state"), "DISABLED");
        world.notified().await;
        let told_of = "{ notifications { nodes { kind webhookEndpoint { id } } } }";
        let news = acme.admin.graphql(told_of, json!({})).await.ok();
        assert_eq!(news.texts("/notifications/nodes", "/kind"), ["WEBHOOK_FAILING"]);
        assert_eq!(news.text("/notifications/nodes/0/webhookEndpoint/id"), endpoint.id);
        assert!(investigator.graphql(told_of, json!({})).await.ok().list("/notifications/nodes").is_empty());
        acme.admin.prepares(&acme.home).await;
        assert_eq!(told(&world).await, 0, "nothing is queued for it any more");
        receiver.says(|_| Says(200, ""));
        acme.acts(&acme.admin, "resumeWebhookEndpoint", &endpoint, json!({})).await.ok();
        world.after_days(2);
        assert_eq!(sent(&world).await, 1, "what waited goes");
        assert!(acme.sees(&endpoint).await.data("/webhookEndpoint/failingSince").is_null());
    }

    async fn what_was_settled_is_forgotten_after_thirty_days(world: World) {
        let world = at_home(&world).await;
        let (acme, receiver) = (Partner::of(world.brand("Acme").await).await, Receiver::start().await);
        acme.listens(&receiver.url, json!([])).await;
        acme.admin.prepares(&acme.home).await;
        told(&world).await;
        sent(&world).await;
        world.after_days(29);
        assert_eq!(touchstone::webhooks::jobs::forget(&world.app).await.unwrap(), 0);
        world.after_days(2);
        assert_eq!(touchstone::webhooks::jobs::forget(&world.app).await.unwrap(), 2);
        assert!(messages(&world).await.is_empty());
    }
}
