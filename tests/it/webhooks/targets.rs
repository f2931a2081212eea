//! Where webhooks never go.

use serde_json::json;

use super::{
    CREATE, Partner, act, at_home, endpoint_input, messages,
    receiver::{Receiver, Says},
    sent, told,
};
use crate::{
    both_databases,
    support::{Asks as _, with},
};

both_databases! {
    async fn an_address_within_walls_is_refused_when_it_is_named(world: World) {
        let acme = Partner::of(world.brand("Acme").await).await;
        for bad in [
            "https://127.0.0.1/in",
            "https://10.0.0.1/in",
            "https://169.254.169.254/latest/meta-data",
            "https://[::1]/in",
            "https://[::ffff:192.168.0.1]/in",
            "http://hooks.example.com/in",
            "https://user:password@hooks.example.com/in",
            "https://hooks.example.com/in#part",
            "ftp://hooks.example.com/in",
            "in",
        ] {
            let input = json!({ "input": endpoint_input(&acme.account, bad) });
            let answer = world.nothing_changes(acme.admin.graphql(CREATE, input)).await;
            answer.refused_with("BAD_USER_INPUT");
            assert_eq!(answer.error_field().as_deref(), Some("url"), "{bad}: {answer}");
        }
        let endpoint = acme.listens("https://hooks.example.com/in", json!([])).await;
        let change = acme.acts(&acme.admin, "updateWebhookEndpoint", &endpoint, json!({ "url": "https://192.168.7.7/" }));
        world.nothing_changes(change).await.refused_with("BAD_USER_INPUT");
        let ping = with(endpoint_input(&acme.account, "https://hooks.example.com/in"), json!({ "kinds": ["PING"] }));
        world.nothing_changes(acme.admin.graphql(CREATE, json!({ "input": ping }))).await.refused_with("BAD_USER_INPUT");
    }

    /// What a name resolves to is looked at when it is asked, whatever it was when it was named.
    async fn a_name_that_leads_within_walls_is_not_asked(world: World) {
        let acme = Partner::of(world.brand("Acme").await).await;
        let endpoint = acme.listens("https://localhost/in", json!([])).await;
        act(&acme.admin, "pingWebhookEndpoint", json!({ "id": endpoint.id })).await.ok();
        assert_eq!(sent(&world).await, 1);
        let seen = acme.sees(&endpoint).await;
        assert_eq!(seen.text("/webhookEndpoint/messages/nodes/0/attempts/0/error"), "NO_ANSWER");
        assert_eq!(seen.texts("/webhookEndpoint/messages/nodes", "/state"), ["QUEUED"]);
    }

    /// An address that was good when it was named is asked again at each send: the setting may have changed since.
    async fn an_address_is_looked_at_again_when_it_is_sent_to(world: World) {
        let open = at_home(&world).await;
        let (acme, receiver) = (Partner::of(open.brand("Acme").await).await, Receiver::start().await);
        let endpoint = acme.listens(&receiver.url, json!([])).await;
        act(&acme.admin, "pingWebhookEndpoint", json!({ "id": endpoint.id })).await.ok();
        assert_eq!(sent(&world).await, 1);
        assert_eq!(messages(&world).await[0].error.as_deref(), Some("FORBIDDEN_ADDRESS"));
        assert!(receiver.received().is_empty());
    }

    async fn a_redirect_is_not_followed(world: World) {
        let world = at_home(&world).await;
        let (acme, receiver) = (Partner::of(world.brand("Acme").await).await, Receiver::start().await);
        let endpoint = acme.listens(&receiver.url, json!(["LEAD_TRIAGED"])).await;
        acme.admin.prepares(&acme.home).await;
        told(&world).await;
        for status in [301, 302, 307, 308] {
            receiver.says(move |_| Says(status, "location: /elsewhere\r\n"));
            sent(&world).await;
            world.after_days(1);
        }
        assert_eq!(receiver.received().len(), 4, "each is one request");
        let seen = acme.sees(&endpoint).await;
        assert_eq!(seen.texts("/webhookEndpoint/messages/nodes/0/attempts", "/error"), ["REDIRECT"; 4]);
        assert_eq!(seen.texts("/webhookEndpoint/messages/nodes", "/state"), ["QUEUED"]);
    }

    async fn an_endpoint_that_says_that_it_is_gone_is_out_of_use_at_once(world: World) {
        let world = at_home(&world).await;
        let (acme, receiver) = (Partner::of(world.brand("Acme").await).await, Receiver::start().await);
        let endpoint = acme.listens(&receiver.url, json!([])).await;
        acme.admin.prepares(&acme.home).await;
        told(&world).await;
        receiver.says(|_| Says(410, ""));
        assert_eq!(sent(&world).await, 1);
        let seen = acme.sees(&endpoint).await;
        assert_eq!(seen.text("/webhookEndpoint/state"), "DISABLED");
        assert_eq!(seen.texts("/webhookEndpoint/messages/nodes", "/state"), ["QUEUED", "DEAD"]);
        assert_eq!(sent(&world).await, 0);
    }
}
