//! Leads of which a person wants to hear nothing for a while.

use serde_json::{Value, json};

use super::{OWN, kinds};
use crate::{
    both_databases,
    support::{Asks as _, Lead, Person, Response},
};

const MUTE: &str = "mutation($input: MuteLeadInput!) { muteLead(input: $input) { \
    lead { id muted mutedUntil } userErrors { code field } } }";
const UNMUTE: &str = "mutation($input: UnmuteLeadInput!) { unmuteLead(input: $input) { \
    lead { id muted mutedUntil } userErrors { code field } } }";
const MUTES: &str = "{ notificationMutes { lead { id } until } }";
const ALL: &str = "EVERYONE_WHO_SEES_THE_LEAD";

async fn mutes(person: &Person, lead: &Lead, hours: Value) -> Response {
    let input = json!({ "input": { "leadId": lead.public_id(), "hours": hours } });
    person.graphql(MUTE, input).await
}

async fn unmutes(person: &Person, lead: &Lead) -> Response {
    let input = json!({ "input": { "leadId": lead.public_id() } });
    person.graphql(UNMUTE, input).await
}

both_databases! {
    async fn of_a_muted_lead_nothing_is_told_until_the_time_is_over(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, one, other) = (acme.admin().await, acme.investigator().await, acme.investigator().await);
        let lead = admin.creates(&acme).await;
        for person in [&one, &other] {
            person.watches(&lead, true).await.ok();
        }
        let muted = mutes(&one, &lead, json!(1)).await.ok();
        assert_eq!(muted.data("/muteLead/lead/muted"), &json!(true));
        assert_eq!(muted.text("/muteLead/lead/mutedUntil"), "2026-03-09T02:00:00Z");
        admin.comments(&lead, "Look", OWN).await.ok();
        world.notified().await;
        assert!(kinds(&one).await.is_empty());
        assert_eq!(kinds(&other).await, ["COMMENTED"], "it is the person's own affair");
        world.after_hours(1);
        assert_eq!(one.graphql(MUTES, json!({})).await.ok().list("/notificationMutes").len(), 0);
        admin.comments(&lead, "Again", OWN).await.ok();
        world.notified().await;
        assert_eq!(kinds(&one).await, ["COMMENTED"]);
    }

    async fn a_mute_for_good_lasts_until_it_is_taken_back(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, one) = (acme.admin().await, acme.investigator().await);
        let lead = admin.creates(&acme).await;
        one.watches(&lead, true).await.ok();
        let muted = mutes(&one, &lead, Value::Null).await.ok();
        assert_eq!(muted.data("/muteLead/lead"), &json!({ "id": lead.public_id(), "muted": true, "mutedUntil": null }));
        let listed = one.graphql(MUTES, json!({})).await.ok();
        assert_eq!(listed.data("/notificationMutes"), &json!([{ "lead": { "id": lead.public_id() }, "until": null }]));
        assert_eq!(admin.graphql(MUTES, json!({})).await.ok().list("/notificationMutes").len(), 0);
        world.after_days(300);
        admin.comments(&lead, "Look", OWN).await.ok();
        world.notified().await;
        assert!(kinds(&one).await.is_empty());
        let unmuted = unmutes(&one, &lead).await.ok();
        assert_eq!(unmuted.data("/unmuteLead/lead/muted"), &json!(false));
        world.nothing_changes(unmutes(&one, &lead)).await.ok();
        admin.comments(&lead, "Again", OWN).await.ok();
        world.notified().await;
        assert_eq!(kinds(&one).await, ["COMMENTED"]);
    }

    async fn i35_a_mention_and_a_retraction_come_through_a_mute(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, reader, colleague) = (acme.admin().await, bolt.investigator().await, bolt.admin().await);
        let lead = admin.prepares(&bolt).await;
        admin.shares(&lead, &[&bolt]).await.ok();
        reader.reads(&lead).await.ok();
        reader.watches(&lead, true).await.ok();
        mutes(&reader, &lead, Value::Null).await.ok();
        admin.comments(&lead, "Look", ALL).await.ok();
        colleague.mentions(&lead, "@{1}, look", ALL, &[&reader]).await.ok();
        world.notified().await;
        assert_eq!(kinds(&reader).await, ["MENTIONED"]);
        admin.retracts(&lead).await.ok();
        world.notified().await;
        assert_eq!(kinds(&reader).await[0], "RETRACTED");
    }

    async fn what_is_not_seen_cannot_be_muted_and_no_time_is_none(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, stranger) = (acme.admin().await, bolt.investigator().await);
        let lead = admin.creates(&acme).await;
        world.nothing_changes(mutes(&stranger, &lead, json!(1))).await.not_found();
        world.nothing_changes(mutes(&stranger, &lead, json!(0))).await.not_found();
        world.nothing_changes(unmutes(&stranger, &lead)).await.not_found();
        for hours in [0, -1, 721] {
            let refused = world.nothing_changes(mutes(&admin, &lead, json!(hours))).await;
            refused.refused_with("BAD_USER_INPUT");
            assert_eq!(refused.error_field().as_deref(), Some("hours"));
        }
    }

    async fn i24_a_mention_of_somebody_who_does_not_see_the_comment_tells_nothing(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, reader, colleague) = (acme.admin().await, bolt.investigator().await, bolt.admin().await);
        let lead = admin.prepares(&bolt).await;
        admin.shares(&lead, &[&bolt]).await.ok();
        colleague.mentions(&lead, "@{1}, look", ALL, &[&reader]).await.ok();
        admin.changes_tlp(&lead, "RED").await.ok();
        world.notified().await;
        assert!(kinds(&reader).await.is_empty());
        let stored = world.contents().await;
        let of_reader = stored.rows("notification").iter().filter(|row| row.contains("MENTIONED"));
        assert_eq!(of_reader.count(), 0);
    }

    async fn a_page_of_leads_says_which_are_muted_by_one_statement(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        for _ in 0..6 {
            let lead = admin.creates(&acme).await;
            mutes(&admin, &lead, json!(5)).await.ok();
        }
        let page = "query($first: Int) { leads(first: $first) { nodes { muted mutedUntil } } }";
        admin.graphql(page, json!({ "first": 6 })).await.ok();
        let (one, first) = world.counting_statements(admin.graphql(page, json!({ "first": 1 }))).await;
        let (all, six) = world.counting_statements(admin.graphql(page, json!({ "first": 6 }))).await;
        assert_eq!(first, six);
        assert_eq!((one.list("/leads/nodes").len(), all.list("/leads/nodes").len()), (1, 6));
        assert!(all.list("/leads/nodes").iter().all(|lead| lead["muted"] == true));
    }
}
