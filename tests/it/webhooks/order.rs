//! Of one lead messages come in the order in which things happened; others do not wait for them.

use serde_json::json;

use super::{
    Partner, at_home, messages,
    receiver::{Received, Receiver, Says},
    sent, told,
};
use crate::both_databases;

both_databases! {
    async fn of_one_lead_the_later_ones_wait_for_the_first_and_other_leads_do_not(world: World) {
        let world = at_home(&world).await;
        let (acme, receiver) = (Partner::of(world.brand("Acme").await).await, Receiver::start().await);
        acme.listens(&receiver.url, json!([])).await;
        let (stuck, other) = (acme.admin.prepares(&acme.home).await, acme.admin.prepares(&acme.home).await);
        acme.admin.comments(&stuck, "Look at this", "EVERYONE_WHO_SEES_THE_LEAD").await.ok();
        told(&world).await;
        let lead = stuck.public_id();
        receiver.says(move |request| if request.lead() == lead { Says(500, "") } else { Says(200, "") });
        sent(&world).await;
        let tried: Vec<String> = receiver.received().iter().filter(|request| request.lead() == stuck.public_id()).map(Received::kind).collect();
        assert_eq!(tried, ["lead.submitted"], "the later ones wait");
        let went: Vec<String> = receiver.received().iter().filter(|request| request.lead() == other.public_id()).map(Received::kind).collect();
        assert_eq!(went, ["lead.submitted", "lead.triaged"]);
        world.after_hours(1);
        receiver.says(|_| Says(200, ""));
        sent(&world).await;
        let order: Vec<String> = receiver.received().iter().filter(|request| request.lead() == stuck.public_id()).map(Received::kind).collect();
        assert_eq!(order, ["lead.submitted", "lead.submitted", "lead.triaged", "comment.added"]);
        assert!(messages(&world).await.iter().all(|message| message.state == "DELIVERED"));
    }

    /// Whoever does not answer holds up nobody but itself.
    async fn an_endpoint_that_fails_does_not_hold_up_another_one(world: World) {
        let world = at_home(&world).await;
        let (acme, bolt) = (Partner::of(world.brand("Acme").await).await, Partner::of(world.brand("Bolt").await).await);
        let (bad, good) = (Receiver::start().await, Receiver::start().await);
        acme.listens(&bad.url, json!(["LEAD_TRIAGED"])).await;
        bolt.listens(&good.url, json!(["LEAD_TRIAGED"])).await;
        bad.says(|_| Says(500, ""));
        for _ in 0..6 {
            acme.admin.prepares(&acme.home).await;
        }
        bolt.admin.prepares(&bolt.home).await;
        told(&world).await;
        sent(&world).await;
        assert_eq!(good.kinds(), ["lead.triaged"]);
        assert_eq!(bad.received().len(), 6, "each lead once");
    }

    async fn two_senders_at_once_send_each_message_once(world: World) {
        let world = at_home(&world).await;
        let (acme, receiver) = (Partner::of(world.brand("Acme").await).await, Receiver::start().await);
        acme.listens(&receiver.url, json!([])).await;
        for _ in 0..4 {
            acme.admin.prepares(&acme.home).await;
        }
        let queued = told(&world).await;
        tokio::join!(sent(&world), sent(&world));
        sent(&world).await;
        let mut ids: Vec<String> = receiver.received().into_iter().map(|request| request.id).collect();
        assert_eq!(ids.len(), queued);
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), queued);
    }
}
