//! What goes out, once it happened; and when again.

use jiff::SignedDuration;
use serde_json::json;
use touchstone::platform::clock::micros;

use super::{
    Partner, act, at_home, messages,
    receiver::{Receiver, Says},
    sent, told,
};
use crate::both_databases;

both_databases! {
    async fn what_happens_to_a_lead_goes_out_once_and_names_nothing_but_ids(world: World) {
        let world = at_home(&world).await;
        let (acme, receiver) = (Partner::of(world.brand("Acme").await).await, Receiver::start().await);
        let endpoint = acme.listens(&receiver.url, json!([])).await;
        let lead = acme.admin.prepares(&acme.home).await;
        assert_eq!(told(&world).await, 2);
        assert_eq!(told(&world).await, 0, "once");
        assert_eq!(sent(&world).await, 2);
        assert_eq!(sent(&world).await, 0);
        assert_eq!(receiver.kinds(), ["lead.submitted", "lead.triaged"]);
        let seen = acme.sees(&endpoint).await;
        for (request, message) in receiver.received().iter().zip(messages(&world).await) {
            assert_eq!(request.content_type, "application/json");
            assert_eq!(request.id, touchstone::platform::ids::encode(touchstone::platform::ids::IdKind::WebhookMessage, message.id));
            assert_eq!(request.timestamp, world.now().as_second().to_string());
            let body = request.json();
            assert_eq!(body["orderingKey"], lead.public_id());
            assert_eq!(body["data"], json!({ "leadId": lead.public_id(), "reference": lead.row().await.reference, "state": "TRIAGED" }));
            assert!(!request.text.contains("Counterfeit") && !request.text.contains("Acme"), "{}", request.text);
        }
        assert_eq!(seen.texts("/webhookEndpoint/messages/nodes", "/state"), ["DELIVERED", "DELIVERED"]);
        assert_eq!(seen.text("/webhookEndpoint/messages/nodes/0/lead/id"), lead.public_id());
        assert_eq!(seen.number("/webhookEndpoint/messages/nodes/0/attempts/0/status"), 204);
        assert_eq!((seen.number("/webhookEndpoint/queued"), seen.number("/webhookEndpoint/dead")), (0, 0));
    }

    async fn an_endpoint_hears_of_what_it_asked_for_alone_and_of_nothing_before_it_was_there(world: World) {
        let world = at_home(&world).await;
        let (acme, receiver) = (Partner::of(world.brand("Acme").await).await, Receiver::start().await);
        acme.admin.prepares(&acme.home).await;
        world.after_hours(1);
        acme.listens(&receiver.url, json!(["LEAD_TRIAGED", "LEAD_TRIAGED"])).await;
        acme.admin.prepares(&acme.home).await;
        assert_eq!((told(&world).await, sent(&world).await), (1, 1));
        assert_eq!(receiver.kinds(), ["lead.triaged"]);
    }

    /// The owner's side learns from its counts that there is an answer, and not whose.
    async fn a_verdict_names_the_delivery_only_to_who_sees_it(world: World) {
        let world = at_home(&world).await;
        let (acme, bolt) = (Partner::of(world.brand("Acme").await).await, Partner::of(world.brand("Bolt").await).await);
        let (owner, recipient) = (Receiver::start().await, Receiver::start().await);
        acme.listens(&owner.url, json!(["DELIVERY_VERDICT"])).await;
        bolt.listens(&recipient.url, json!(["DELIVERY_VERDICT"])).await;
        let lead = acme.admin.prepares(&bolt.home).await;
        acme.admin.shares(&lead, &[&bolt.home]).await.ok();
        bolt.home.investigator().await.answers(&lead, &bolt.home, "CONFIRMED").await.ok();
        assert_eq!((told(&world).await, sent(&world).await), (2, 2));
        let (to_owner, to_recipient) = (owner.received()[0].json(), recipient.received()[0].json());
        for body in [&to_owner, &to_recipient] {
            assert_eq!(body["data"]["verdict"], "CONFIRMED");
            assert_eq!(body["data"]["leadId"], lead.public_id());
            assert_eq!(body["data"]["itemIds"].as_array().unwrap().len(), 1);
        }
        assert!(to_owner["data"]["deliveryId"].is_null(), "{to_owner}");
        assert!(to_recipient["data"]["deliveryId"].is_string(), "{to_recipient}");
    }

    async fn what_was_not_taken_is_tried_again_ever_more_rarely_and_then_is_dead(world: World) {
        let world = at_home(&world).await;
        let (acme, receiver) = (Partner::of(world.brand("Acme").await).await, Receiver::start().await);
        let endpoint = acme.listens(&receiver.url, json!(["LEAD_TRIAGED"])).await;
        acme.admin.prepares(&acme.home).await;
        told(&world).await;
        receiver.says(|_| Says(503, ""));
        for pause in [5, 30, 120, 600, 1_800, 3_600, 10_800, 21_600, 43_200, 86_400] {
            assert_eq!(sent(&world).await, 1);
            assert_eq!(sent(&world).await, 0, "not at once");
            let wait = messages(&world).await[0].not_before - micros(world.now());
            assert!((pause * 800_000..=pause * 1_200_000).contains(&wait), "{pause}: {wait}");
            world.clock.advance(SignedDuration::from_micros(wait));
        }
        assert_eq!(sent(&world).await, 1);
        let seen = acme.sees(&endpoint).await;
        assert_eq!(seen.texts("/webhookEndpoint/messages/nodes", "/state"), ["DEAD"]);
        assert_eq!(seen.list("/webhookEndpoint/messages/nodes/0/attempts").len(), 11);
        assert_eq!(seen.text("/webhookEndpoint/messages/nodes/0/attempts/10/error"), "STATUS");
        assert_eq!((seen.number("/webhookEndpoint/dead"), seen.text("/webhookEndpoint/state").as_str()), (1, "ACTIVE"));
        assert!(seen.data("/webhookEndpoint/failingSince").is_string());
        world.after_days(1);
        assert_eq!(sent(&world).await, 0, "never again by itself");
    }

    async fn an_endpoint_may_ask_for_a_pause(world: World) {
        let world = at_home(&world).await;
        let (acme, receiver) = (Partner::of(world.brand("Acme").await).await, Receiver::start().await);
        acme.listens(&receiver.url, json!(["LEAD_TRIAGED"])).await;
        acme.admin.prepares(&acme.home).await;
        told(&world).await;
        receiver.says(|_| Says(429, "retry-after: 900\r\n"));
        assert_eq!(sent(&world).await, 1);
        world.clock.advance(SignedDuration::from_secs(899));
        assert_eq!(sent(&world).await, 0);
        world.clock.advance(SignedDuration::from_secs(1));
        assert_eq!(sent(&world).await, 1);
    }

    async fn a_replay_comes_under_the_same_id_and_is_counted(world: World) {
        let world = at_home(&world).await;
        let (acme, receiver) = (Partner::of(world.brand("Acme").await).await, Receiver::start().await);
        let endpoint = acme.listens(&receiver.url, json!([])).await;
        acme.admin.prepares(&acme.home).await;
        told(&world).await;
        sent(&world).await;
        let first = receiver.received()[0].clone();
        let both = json!({ "endpointId": endpoint.id, "messageIds": [first.id], "since": world.now().to_string() });
        world.nothing_changes(act(&acme.admin, "replayWebhookMessages", both)).await.refused_with("BAD_USER_INPUT");
        let neither = json!({ "endpointId": endpoint.id });
        world.nothing_changes(act(&acme.admin, "replayWebhookMessages", neither)).await.refused_with("BAD_USER_INPUT");
        let named = json!({ "endpointId": endpoint.id, "messageIds": [first.id] });
        let replayed = act(&acme.admin, "replayWebhookMessages", named).await.ok();
        assert_eq!(replayed.number("/replayWebhookMessages/replayed"), 1);
        assert_eq!(sent(&world).await, 1);
        let again = receiver.received()[2].clone();
        assert_eq!((again.id, again.text), (first.id, first.text));
        let since = json!({ "endpointId": endpoint.id, "since": world.now().to_string() });
        let replayed = act(&acme.account, "replayWebhookMessages", since).await.ok();
        assert_eq!(replayed.number("/replayWebhookMessages/replayed"), 2);
        assert_eq!(sent(&world).await, 2);
        let seen = acme.sees(&endpoint).await;
        let numbers: Vec<usize> = seen.list("/webhookEndpoint/messages/nodes").iter()
            .map(|message| message["attempts"].as_array().unwrap().len()).collect();
        assert_eq!(numbers.iter().sum::<usize>(), 5, "attempts before a replay stay");
    }

    async fn a_ping_tells_of_nothing_and_one_waits_at_a_time(world: World) {
        let world = at_home(&world).await;
        let (acme, receiver) = (Partner::of(world.brand("Acme").await).await, Receiver::start().await);
        let endpoint = acme.listens(&receiver.url, json!(["LEAD_SHARED"])).await;
        let ping = || act(&acme.account, "pingWebhookEndpoint", json!({ "id": endpoint.id }));
        ping().await.ok();
        world.nothing_changes(ping()).await.refused_with("TRANSITION_NOT_ALLOWED");
        assert_eq!(sent(&world).await, 1);
        assert_eq!(receiver.received()[0].json(), json!({
            "type": "ping", "timestamp": world.now().to_string(), "data": {}, "orderingKey": endpoint.id,
        }));
        ping().await.ok();
    }
}
