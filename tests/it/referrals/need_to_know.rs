//! Who sees a referral, and who does not.

use serde_json::json;

use super::*;
use crate::{both_databases, support::Mandate};

both_databases! {
    async fn an_agency_sees_it_by_its_named_officers_alone_and_from_the_sending_on(world: World) {
        let cast = Cast::of(&world).await;
        let colleague = cast.police.officer().await;
        let lead = cast.lead(json!({})).await;
        let id = cast.complete(&lead).await;
        reads(&cast.officer, &id).await.not_found();
        moves(&cast.author, "submitReferral", &id, json!({})).await.ok();
        moves(&cast.admin, "approveReferral", &id, json!({})).await.ok();
        reads(&cast.officer, &id).await.not_found();
        sends(&world).await;
        reads(&cast.officer, &id).await.ok();
        assert_eq!(lists(&cast.officer, json!({})).await, std::slice::from_ref(&id));
        reads(&colleague, &id).await.not_found();
        assert!(lists(&colleague, json!({})).await.is_empty());
        cast.officer.reads(&lead).await.not_found();
        let hidden = "query($id: ID!) { referral(id: $id) { content { facts } completeness { score } approvedBy { id } } }";
        let read = cast.officer.graphql(hidden, json!({ "id": id })).await.ok();
        assert_eq!(read.data("/referral"), &json!({ "content": null, "completeness": null, "approvedBy": null }));
        lapses(&world, &cast.naming).await;
        reads(&cast.officer, &id).await.not_found();
        assert!(lists(&cast.officer, json!({})).await.is_empty());
    }

    async fn other_members_and_the_desk_before_it_is_handed_in_find_nothing(world: World) {
        let cast = Cast::of(&world).await;
        let stranger = world.brand("Bolt").await.admin().await;
        let id = cast.complete(&cast.lead(json!({})).await).await;
        for nobody in [&stranger, &cast.desk] {
            reads(nobody, &id).await.not_found();
            world.nothing_changes(moves(nobody, "submitReferral", &id, json!({}))).await.not_found();
        }
        moves(&cast.author, "submitReferral", &id, json!({})).await.ok();
        reads(&cast.desk, &id).await.ok();
        reads(&stranger, &id).await.not_found();
    }

    async fn who_loses_a_lead_loses_what_was_made_of_it(world: World) {
        let cast = Cast::of(&world).await;
        let lead = cast.lead(json!({})).await;
        let id = cast.sent(&lead).await;
        world.notified().await;
        let unread = "{ unreadNotifications }";
        assert_eq!(cast.author.graphql(unread, json!({})).await.ok().number("/unreadNotifications"), 1, "that it was sent");
        cast.admin.changes_tlp(&lead, "RED").await.ok();
        for lost in [&cast.author, &cast.desk] {
            reads(lost, &id).await.not_found();
            assert!(lists(lost, json!({})).await.is_empty());
        }
        assert_eq!(cast.author.graphql(unread, json!({})).await.ok().number("/unreadNotifications"), 0);
        reads(&cast.admin, &id).await.ok();
        reads(&cast.officer, &id).await.ok();
    }

    async fn i23_the_log_of_a_referral_is_read_by_who_sees_every_lead_in_it(world: World) {
        let cast = Cast::of(&world).await;
        let boss = cast.acme.admin().await;
        let (open, secret) = (cast.lead(json!({})).await, cast.lead(json!({})).await);
        let id = cast.begins(&cast.admin, &[&open, &secret]).await.ok().text("/createReferral/referral/id");
        let reads_of_it = async |by: &Person| {
            let log = by.graphql("{ auditEntries(first: 100) { nodes { objectId } } }", json!({})).await.ok();
            log.list("/auditEntries/nodes").iter().any(|entry| entry["objectId"] == json!(id))
        };
        assert!(reads_of_it(&boss).await);
        cast.admin.changes_tlp(&secret, "RED").await.ok();
        reads(&boss, &id).await.not_found();
        assert!(!reads_of_it(&boss).await, "of a referral that is not seen the log says nothing");
        assert!(reads_of_it(&cast.admin).await);
    }

    async fn somebody_limited_to_another_brand_finds_nothing(world: World) {
        let mut cast = Cast::of(&world).await;
        let other = cast.acme.add_brand("Acme Kids").await;
        let kids = cast.acme.person_for(&[Role::Mi], &[other]).await;
        let own = cast.acme.person_for(&[Role::Mi], &cast.acme.brands[..1]).await;
        let lead = cast.lead(json!({})).await;
        let id = cast.complete(&lead).await;
        reads(&own, &id).await.ok();
        reads(&kids, &id).await.not_found();
    }

    async fn an_agent_writes_for_its_principal_as_long_as_the_mandate_holds(world: World) {
        let cast = Cast::of(&world).await;
        let firm = world.agent_firm("Firm").await;
        firm.mandate(&cast.acme, Mandate { days: -1..10, ..Mandate::default() }).await;
        let agent = firm.person(&[Role::Mc]).await;
        let lead = cast.lead(json!({})).await;
        let input = json!({ "idempotencyKey": "agent", "agencyId": cast.agency_id(), "leadIds": [lead.public_id()],
            "organizationId": cast.acme.public_id(), "title": "For Acme" });
        let made = acts(&agent, "createReferral", input).await.ok();
        let id = made.text("/createReferral/referral/id");
        reads(&cast.admin, &id).await.ok();
        world.after_days(11);
        reads(&agent, &id).await.not_found();
        let own = json!({ "idempotencyKey": "own", "agencyId": cast.agency_id(), "leadIds": [lead.public_id()], "title": "Own" });
        world.nothing_changes(acts(&agent, "createReferral", own)).await.not_found();
    }

    async fn i38_people_are_masked_in_the_graph_and_each_opening_is_logged(world: World) {
        let cast = Cast::of(&world).await;
        let lead = cast.lead(json!({})).await;
        names(&cast.admin, &lead, human()).await;
        let id = cast.complete(&lead).await;
        changes(&cast.author, &id, json!({ "dataCountry": "CN" })).await.ok();
        moves(&cast.author, "submitReferral", &id, json!({})).await.ok();
        moves(&cast.desk, "approveReferral", &id, json!({})).await.ok();
        sends(&world).await;
        let read = reads(&cast.officer, &id).await.ok();
        let people: Vec<_> = read.list("/referral/package/subjects").iter().filter(|one| one["isPerson"] == true).collect();
        assert_eq!(people.len(), 1);
        assert_eq!(people[0]["name"], "J••• D•••");
        assert!(!people[0].to_string().contains("39001390"), "{}", people[0]);
        let document = "mutation($input: OpenReferralPackageInput!) { openReferralPackage(input: $input) { url userErrors { code } } }";
        let input = json!({ "input": { "id": id, "form": "PDF", "purpose": "CASE_WORK" } });
        cast.officer.graphql(document, input.clone()).await.ok();
        world.nothing_changes(cast.admin.graphql(document, input)).await.refused_with("FORBIDDEN");
        let log = "{ auditEntries(first: 100) { nodes { action } } }";
        let auditor = world.auditor("Auditor").await.person(&[Role::Au]).await;
        let entries = auditor.graphql(log, json!({})).await.ok().texts("/auditEntries/nodes", "/action");
        assert_eq!(entries.iter().filter(|verb| *verb == "openReferralPackage").count(), 1);
    }

    async fn nobody_approves_what_is_not_shown_to_them(world: World) {
        let cast = Cast::of(&world).await;
        let lead = cast.lead(json!({})).await;
        // RED evidence of an AMBER lead: for its author and those whom the lead names.
        let secret = cast.admin.attaches(&lead, &picture(3), json!({ "tlp": "RED" })).await;
        let right = cast.right(json!({})).await;
        let id = cast.begins(&cast.admin, &[&lead]).await.ok().text("/createReferral/referral/id");
        cast.fills(&id, &lead, json!({ "rightIds": [right] })).await.ok();
        changes(&cast.admin, &id, json!({ "evidenceIds": [secret.public_id()] })).await.ok();
        moves(&cast.admin, "submitReferral", &id, json!({})).await.ok();
        let content = "query($id: ID!) { referral(id: $id) { tlp content { hasHiddenParts evidence { id } } } }";
        let seen = cast.desk.graphql(content, json!({ "id": id })).await.ok();
        assert_eq!(seen.data("/referral"), &json!({ "tlp": "RED", "content": { "hasHiddenParts": true, "evidence": [] } }));
        world.nothing_changes(moves(&cast.desk, "approveReferral", &id, json!({}))).await.refused_with("FORBIDDEN");
    }
}
