//! What an account does not see at the moment of sending does not go out.

use serde_json::{Value, json};
use touchstone::platform::ids::{IdKind, encode};

use super::{
    Partner, at_home,
    receiver::{Received, Receiver},
    sent, told,
};
use crate::{
    both_databases,
    changes::revokes,
    support::{Asks as _, draft, with},
};

/// Takes a step of a partner's service account.
async fn step(partner: &Partner, mutation: &str) {
    let id = encode(IdKind::ServiceAccount, partner.account.id);
    let version = partner
        .admin
        .graphql(
            "query($id: ID!) { serviceAccount(id: $id) { version } }",
            json!({ "id": id }),
        )
        .await
        .ok()
        .number("/serviceAccount/version");
    let document = format!(
        "mutation($input: ServiceAccountStepInput!) {{ {mutation}(input: $input) {{ userErrors {{ code message }} }} }}"
    );
    let input: Value = json!({ "id": id, "expectedVersion": version, "reason": "as agreed" });
    partner.admin.graphql(&document, json!({ "input": input })).await.ok();
}

both_databases! {
    async fn i24_what_an_account_has_lost_sight_of_since_is_withheld(world: World) {
        let world = at_home(&world).await;
        let (acme, bolt) = (Partner::of(world.brand("Acme").await).await, Partner::of(world.brand("Bolt").await).await);
        let (owner, recipient) = (Receiver::start().await, Receiver::start().await);
        acme.listens(&owner.url, json!(["DELIVERY_PUSHED"])).await;
        let endpoint = bolt.listens(&recipient.url, json!([])).await;
        let (kept, lost) = (acme.admin.prepares(&bolt.home).await, acme.admin.prepares(&bolt.home).await);
        for lead in [&kept, &lost] {
            acme.admin.shares(lead, &[&bolt.home]).await.ok();
        }
        assert_eq!(told(&world).await, 4, "two for each");
        acme.admin.changes_tlp(&lost, "RED").await.ok();
        assert_eq!(sent(&world).await, 4);
        let leads: Vec<String> = recipient.received().iter().map(Received::lead).collect();
        assert_eq!(leads, [kept.public_id()]);
        assert_eq!(owner.received().len(), 1, "nobody's account sees what is for named people alone");
        let mut states = bolt.states(&endpoint).await;
        states.sort_unstable();
        assert_eq!(states, ["DELIVERED", "WITHHELD"]);
        assert_eq!(sent(&world).await, 0, "never again");
        let shown = bolt.sees(&endpoint).await;
        let named: Vec<&Value> = shown.list("/webhookEndpoint/messages/nodes").iter()
            .filter(|message| message["state"] == "WITHHELD").map(|message| &message["lead"]).collect();
        assert_eq!(named, [&Value::Null], "not in the list either");
    }

    async fn i29_red_never_goes_out(world: World) {
        let world = at_home(&world).await;
        let (acme, receiver) = (Partner::of(world.brand("Acme").await).await, Receiver::start().await);
        acme.listens(&receiver.url, json!([])).await;
        let red = acme.admin.creates_from(with(draft(&acme.home), json!({ "tlp": "RED" }))).await;
        acme.admin.submits(&red).await.ok();
        acme.admin.comments(&red, "For us alone", "EVERYONE_WHO_SEES_THE_LEAD").await.ok();
        assert_eq!(told(&world).await, 0);
        let open = acme.admin.prepares(&acme.home).await;
        assert_eq!((told(&world).await, sent(&world).await), (2, 2));
        acme.admin.changes_tlp(&open, "RED").await.ok();
        acme.admin.comments(&open, "For us alone", "EVERYONE_WHO_SEES_THE_LEAD").await.ok();
        assert_eq!((told(&world).await, sent(&world).await), (0, 0));
        assert_eq!(receiver.received().len(), 2);
    }

    async fn i35_a_retraction_reaches_whoever_had_the_lead(world: World) {
        let world = at_home(&world).await;
        let (acme, bolt) = (Partner::of(world.brand("Acme").await).await, Partner::of(world.brand("Bolt").await).await);
        let (owner, recipient) = (Receiver::start().await, Receiver::start().await);
        acme.listens(&owner.url, json!([])).await;
        bolt.listens(&recipient.url, json!(["DELIVERY_PUSHED", "LEAD_RETRACTED"])).await;
        let lead = acme.admin.prepares(&bolt.home).await;
        acme.admin.shares(&lead, &[&bolt.home]).await.ok();
        acme.admin.retracts(&lead).await.ok();
        told(&world).await;
        sent(&world).await;
        assert_eq!(recipient.kinds(), ["delivery.pushed", "lead.retracted"]);
        assert_eq!(recipient.received()[1].json()["data"]["state"], "RETRACTED");
        assert_eq!(owner.kinds().last().map(String::as_str), Some("lead.retracted"));
    }

    async fn i36_while_an_account_or_its_organisation_is_shut_out_nothing_goes(world: World) {
        let world = at_home(&world).await;
        let (acme, receiver) = (Partner::of(world.brand("Acme").await).await, Receiver::start().await);
        let endpoint = acme.listens(&receiver.url, json!(["LEAD_TRIAGED"])).await;
        acme.admin.prepares(&acme.home).await;
        assert_eq!(told(&world).await, 1);
        step(&acme, "suspendServiceAccount").await;
        assert_eq!(sent(&world).await, 0);
        assert_eq!(acme.states(&endpoint).await, ["QUEUED"]);
        acme.admin.prepares(&acme.home).await;
        assert_eq!(told(&world).await, 0, "what happens meanwhile is not for it");
        step(&acme, "resumeServiceAccount").await;
        assert_eq!(sent(&world).await, 1, "what waited goes");

        acme.admin.prepares(&acme.home).await;
        assert_eq!(told(&world).await, 1);
        acme.home.put_into("SUSPENDED").await;
        assert_eq!(sent(&world).await, 0);
        acme.home.put_into("ACTIVE").await;
        assert_eq!(sent(&world).await, 1);
        step(&acme, "revokeServiceAccount").await;
        acme.admin.prepares(&acme.home).await;
        assert_eq!((told(&world).await, sent(&world).await), (0, 0));
        assert_eq!(receiver.received().len(), 2);
    }

    async fn i35_who_was_shown_a_lead_and_lost_it_hears_that_it_was_taken_back_and_nothing_else(world: World) {
        let world = at_home(&world).await;
        let (acme, bolt, crane) = (Partner::of(world.brand("Acme").await).await, Partner::of(world.brand("Bolt").await).await,
            Partner::of(world.brand("Crane").await).await);
        let (shown, blind) = (Receiver::start().await, Receiver::start().await);
        bolt.listens(&shown.url, json!([])).await;
        crane.listens(&blind.url, json!(["LEAD_RETRACTED"])).await;
        let (lead, red) = (acme.admin.prepares(&bolt.home).await, acme.admin.prepares(&bolt.home).await);
        for lead in [&lead, &red] {
            acme.admin.shares(lead, &[&bolt.home]).await.ok();
        }
        told(&world).await;
        assert_eq!(sent(&world).await, 2);
        revokes(&acme.admin, &lead).await.ok();
        // Crane sees it for a while, and is not shown it.
        acme.admin.shares(&lead, &[&crane.home]).await.ok();
        revokes(&acme.admin, &lead).await.ok();
        acme.admin.changes_tlp(&red, "RED").await.ok();
        for lead in [&lead, &red] {
            acme.admin.retracts(lead).await.ok();
        }
        assert_eq!((told(&world).await, sent(&world).await), (1, 1));
        let last = shown.received().pop().unwrap().json();
        assert_eq!(last["type"], "lead.retracted");
        let reference = lead.row().await.reference;
        assert_eq!(last["data"], json!({ "leadId": lead.public_id(), "reference": reference, "state": "RETRACTED" }));
        bolt.account.reads(&lead).await.not_found();
        assert!(blind.received().is_empty(), "it was never shown the lead");
    }
}
