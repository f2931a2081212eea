//! What is compared and what is left out, and that a match ends with what it rests on.

use serde_json::{Value, json};

use super::{
    Member, answers, changes, company, compared, human, id_card, id_of, knows, matches, member, names, only, opts,
    phone, reads, takes_away, two, wants, writes,
};
use crate::{
    both_databases,
    support::{Asks as _, Lead},
};

both_databases! {
    async fn drafts_and_what_is_only_handed_in_tell_nothing(world: World) {
        let (acme, bolt) = two(&world).await;
        knows(&bolt, &[phone(1)]).await;
        let lead = acme.admin.creates(&acme.home).await;
        names(&acme.admin, &lead, company(&[phone(1)])).await;
        assert_eq!(compared(&world).await, 0);
        acme.admin.submits(&lead).await.ok();
        assert_eq!(compared(&world).await, 0);
        for nobody in [&acme.admin, &bolt.admin] {
            assert!(matches(nobody).await.is_empty());
        }
        acme.admin.triages(&lead).await.ok();
        assert_eq!(compared(&world).await, 1);
    }

    async fn what_was_turned_down_or_taken_back_is_not_compared(world: World) {
        let (acme, bolt) = two(&world).await;
        let desk = world.secretariat().await.desk().await;
        let (rejected, retracted) = (acme.admin.prepares(&acme.home).await, acme.admin.prepares(&acme.home).await);
        names(&acme.admin, &rejected, company(&[phone(1)])).await;
        names(&acme.admin, &retracted, company(&[phone(2)])).await;
        desk.rejects(&rejected).await.ok();
        acme.admin.retracts(&retracted).await.ok();
        knows(&bolt, &[phone(1), phone(2)]).await;
        assert_eq!(compared(&world).await, 0);
    }

    async fn what_many_share_is_no_match(world: World) {
        let (acme, bolt) = two(&world).await;
        let hotline = json!({ "kind": "PHONE", "value": "400-810-8888", "country": "CN" });
        for member in [&acme, &bolt] {
            let lead = knows(member, std::slice::from_ref(&hotline)).await;
            opts(&member.admin, &lead, true).await.ok();
        }
        assert_eq!(compared(&world).await, 0, "weak identifiers never match");
        for number in 0..9 {
            knows(&member(&world, &format!("Brand {number}")).await, &[phone(1)]).await;
        }
        assert_eq!(compared(&world).await, 0, "what nine organisations have is news to none");
    }

    async fn three_who_know_the_same_are_told_two_by_two(world: World) {
        let (acme, bolt) = two(&world).await;
        let third = member(&world, "Third").await;
        for one in [&acme, &bolt, &third] {
            knows(one, &[phone(1)]).await;
        }
        assert_eq!(compared(&world).await, 3);
        for one in [&acme, &bolt, &third] {
            assert_eq!(matches(&one.admin).await.len(), 2);
        }
    }

    async fn red_leads_and_papers_need_the_word_of_both_owners(world: World) {
        let (acme, bolt) = two(&world).await;
        let papers = human(&[id_card()]);
        for (marking, subject, kind) in [
            (json!({ "tlp": "RED" }), company(&[phone(1)]), "PHONE"),
            (json!({ "tlp": "AMBER", "handlingCode": "H2" }), company(&[phone(2)]), "PHONE"),
            (json!({ "tlp": "AMBER" }), papers, "NATIONAL_ID"),
        ] {
            let (ours, _) = writes(&acme, marking.clone(), subject.clone()).await;
            let (theirs, _) = writes(&bolt, marking, subject).await;
            assert_eq!(compared(&world).await, 0, "{kind}");
            let said = opts(&acme.admin, &ours, true).await.ok();
            assert_eq!(said.data("/setBlindMatching/lead/blindMatching/optedIn"), &json!(true));
            assert_eq!(compared(&world).await, 0, "{kind}: one of them is not enough");
            opts(&bolt.admin, &theirs, true).await.ok();
            assert_eq!(compared(&world).await, 1, "{kind}");
            let found = only(&acme.admin).await;
            assert_eq!(found["identifierKind"], json!(kind));
            assert!(!found.to_string().contains("1949"), "{found}");
            opts(&bolt.admin, &theirs, false).await.ok();
            compared(&world).await;
            assert!(matches(&acme.admin).await.is_empty() && matches(&bolt.admin).await.is_empty(), "{kind}");
        }
    }

    async fn only_who_keeps_a_lead_says_that_it_is_compared(world: World) {
        let (acme, bolt) = two(&world).await;
        let desk = world.secretariat().await.desk().await;
        let lead = acme.admin.prepares(&acme.home).await;
        world.nothing_changes(opts(&bolt.admin, &lead, true)).await.not_found();
        world.nothing_changes(opts(&desk, &lead, true)).await.refused_with("FORBIDDEN");
        acme.admin.shares(&lead, &[&bolt.home]).await.ok();
        world.nothing_changes(opts(&bolt.admin, &lead, true)).await.refused_with("FORBIDDEN");
        opts(&acme.analyst, &lead, true).await.ok();
        let stale = json!({ "input": { "leadId": lead.public_id(), "expectedVersion": 0, "optIn": false } });
        let document = "mutation($input: SetBlindMatchingInput!) { setBlindMatching(input: $input) { userErrors { code field } } }";
        world.nothing_changes(acme.admin.graphql(document, stale)).await.refused_with("STALE_VERSION");
        acme.admin.retracts(&lead).await.ok();
        world.nothing_changes(opts(&acme.admin, &lead, false)).await.refused_with("TRANSITION_NOT_ALLOWED");
    }

    async fn i39_a_persons_identifier_is_compared_as_long_as_it_may_be_kept_and_masked(world: World) {
        let (acme, bolt) = two(&world).await;
        let until = (world.now() + jiff::SignedDuration::from_hours(48)).to_string();
        let mut short = human(&[phone(1)]);
        short["personalData"]["retainUntil"] = json!(until);
        writes(&acme, json!({}), short).await;
        writes(&bolt, json!({}), human(&[phone(1)])).await;
        assert_eq!(compared(&world).await, 1);
        let found = only(&acme.admin).await;
        assert_eq!(found["holdings"][0]["subjectName"], json!("J••• D•••"));
        assert_eq!(found["holdings"][0]["isMasked"], json!(true));
        assert!(!found.to_string().contains("13800138001") && !found.to_string().contains("138 0013 8001"), "{found}");
        world.after_hours(48);
        touchstone::subjects::jobs::forget(&world.app).await.unwrap();
        compared(&world).await;
        assert!(matches(&acme.admin).await.is_empty() && matches(&bolt.admin).await.is_empty());
    }

    async fn who_sees_the_others_lead_gets_no_blind_signal_and_neither_does_the_other(world: World) {
        let (acme, bolt) = two(&world).await;
        knows(&acme, &[phone(1)]).await;
        let theirs = knows(&bolt, &[phone(1)]).await;
        bolt.admin.shares(&theirs, &[&acme.home]).await.ok();
        assert_eq!(compared(&world).await, 0);
        assert!(matches(&acme.admin).await.is_empty() && matches(&bolt.admin).await.is_empty());
    }

    async fn a_match_ends_when_both_see_each_others_leads_and_not_before(world: World) {
        let (acme, bolt) = two(&world).await;
        let (ours, theirs) = (knows(&acme, &[phone(1)]).await, knows(&bolt, &[phone(1)]).await);
        assert_eq!(compared(&world).await, 1);
        let (one, other) = (only(&acme.admin).await, only(&bolt.admin).await);
        bolt.admin.shares(&theirs, &[&acme.home]).await.ok();
        compared(&world).await;
        assert_eq!((&only(&acme.admin).await, &only(&bolt.admin).await), (&one, &other), "its going would say to whom it was shared");
        acme.admin.shares(&ours, &[&bolt.home]).await.ok();
        compared(&world).await;
        assert!(matches(&acme.admin).await.is_empty() && matches(&bolt.admin).await.is_empty());
    }

    async fn what_changes_without_an_event_is_found_by_night(world: World) {
        let (acme, bolt) = two(&world).await;
        let make = "mutation($input: CreateSharingGroupInput!) { createSharingGroup(input: $input) { group { id version } userErrors { code } } }";
        let input = json!({ "idempotencyKey": "circle", "name": "Circle", "purpose": "Trial", "confidential": true });
        let group = acme.admin.graphql(make, json!({ "input": input })).await.ok();
        let group = group.data("/createSharingGroup/group").clone();
        let (ours, theirs) = (knows(&acme, &[phone(1)]).await, knows(&bolt, &[phone(1)]).await);
        acme.admin.shares_by(&ours, json!({ "grants": [{ "groupId": group["id"] }] })).await.ok();
        assert_eq!(compared(&world).await, 1);
        bolt.admin.shares(&theirs, &[&acme.home]).await.ok();
        let input = json!({ "id": group["id"], "expectedVersion": group["version"], "organizationIds": [bolt.home.public_id()] });
        let join = "mutation($input: AddSharingGroupMembersInput!) { addSharingGroupMembers(input: $input) { userErrors { code } } }";
        compared(&world).await;
        acme.admin.graphql(join, json!({ "input": input })).await.ok();
        compared(&world).await;
        assert_eq!(matches(&acme.admin).await.len(), 1);
        touchstone::blind_match::jobs::refresh(&world.app).await.unwrap();
        compared(&world).await;
        assert!(matches(&acme.admin).await.is_empty() && matches(&bolt.admin).await.is_empty());
    }

    async fn what_stands_behind_a_wall_is_not_compared(world: World) {
        let (acme, bolt) = two(&world).await;
        let third = member(&world, "Third").await;
        let ours = knows(&acme, &[phone(1)]).await;
        let walled = json!({ "grants": [{ "organizationId": third.home.public_id() }], "excludeOrganizationIds": [bolt.home.public_id()] });
        acme.admin.shares_by(&ours, walled).await.ok();
        knows(&bolt, &[phone(1)]).await;
        assert_eq!(compared(&world).await, 0);
    }

    async fn a_match_is_gone_for_both_with_what_it_rests_on(world: World) {
        let desk = world.secretariat().await.desk().await;
        for way in ["RED", "H2", "retracted", "rejected", "identifier", "subject", "suspended"] {
            let (acme, bolt) = (member(&world, "Acme").await, member(&world, "Bolt").await);
            knows(&acme, &[phone(1)]).await;
            let (lead, subject) = writes(&bolt, json!({}), company(&[phone(1)])).await;
            assert_eq!(compared(&world).await, 1, "{way}");
            let (one, other) = (id_of(&only(&acme.admin).await), id_of(&only(&bolt.admin).await));
            wants(&acme, &one).await;
            ends(&bolt, way, &lead, &subject, &desk).await;
            compared(&world).await;
            assert!(matches(&acme.admin).await.is_empty(), "{way}");
            for (by, id) in [(&acme.admin, &one), (&bolt.admin, &other)] {
                if way != "suspended" || by.organization == acme.home.id {
                    world.nothing_changes(reads(by, id)).await.not_found();
                    world.nothing_changes(answers(by, id, true)).await.not_found();
                    assert!(matches(by).await.is_empty(), "{way}");
                }
            }
            // Nobody of another round is to meet this one.
            for member in [&acme, &bolt] {
                member.home.put_into("SUSPENDED").await;
            }
        }
    }

    async fn what_comes_back_is_no_news_and_not_now_stays_said(world: World) {
        let (acme, bolt) = two(&world).await;
        let (_, subject) = writes(&acme, json!({}), company(&[phone(1)])).await;
        knows(&bolt, &[phone(1)]).await;
        assert_eq!(compared(&world).await, 1);
        let (one, other) = (only(&acme.admin).await, only(&bolt.admin).await);
        answers(&acme.analyst, &id_of(&one), true).await.ok();
        answers(&bolt.analyst, &id_of(&other), false).await.ok();
        takes_away(&acme.admin, &subject).await;
        assert_eq!(compared(&world).await, 0);
        assert!(matches(&acme.admin).await.is_empty() && matches(&bolt.admin).await.is_empty());
        world.after_hours(1);
        changes(&acme.admin, "addIdentifiers", &subject, json!({ "identifiers": [phone(1)] })).await.ok();
        assert_eq!(compared(&world).await, 0, "they were told before");
        let (again, still) = (only(&acme.admin).await, only(&bolt.admin).await);
        assert_eq!((&again["id"], &again["state"], &again["signalledAt"]), (&one["id"], &json!("NEW"), &one["signalledAt"]));
        assert_eq!((&still["id"], &still["state"]), (&other["id"], &json!("DECLINED")));
        world.after_days(181);
        takes_away(&acme.admin, &subject).await;
        compared(&world).await;
        world.after_days(181);
        assert_eq!(touchstone::blind_match::jobs::refresh(&world.app).await.unwrap(), 1, "in the end it is forgotten");
    }

    /// What a comparison has not come to yet counts already.
    async fn who_wants_contact_by_what_is_over_finds_nothing(world: World) {
        let (acme, bolt) = two(&world).await;
        knows(&acme, &[phone(1)]).await;
        let lead = knows(&bolt, &[phone(1)]).await;
        compared(&world).await;
        let one = id_of(&only(&acme.admin).await);
        answers(&acme.analyst, &one, true).await.ok();
        bolt.admin.changes_tlp(&lead, "RED").await.ok();
        world.nothing_changes(answers(&acme.admin, &one, true)).await.not_found();
    }

    async fn nothing_of_an_event_is_compared_twice_however_often_it_is_tried(world: World) {
        let (acme, bolt) = two(&world).await;
        knows(&acme, &[phone(1)]).await;
        knows(&bolt, &[phone(1)]).await;
        assert_eq!(compared(&world).await, 1);
        // The news of it are events too.
        assert_eq!(compared(&world).await, 0);
        let told = world.contents().await;
        let tried = world.nothing_changes(compared(&world)).await;
        assert_eq!((tried, told.rows("blind_match").len(), told.rows("blind_match_side").len()), (0, 1, 2));
        assert!(told.rows("blind_match_due").is_empty());
    }
}

/// Lets a match end by the side of one member.
async fn ends(bolt: &Member, way: &str, lead: &Lead, subject: &str, desk: &crate::support::Person) {
    let input = json!({ "id": lead.public_id(), "expectedVersion": lead.row().await.version, "tlp": "AMBER", "handlingCode": "H2", "reason": "as agreed" });
    match way {
        "RED" => drop(bolt.admin.changes_tlp(lead, "RED").await.ok()),
        "H2" => drop(bolt.admin.act("changeLeadTlp", input).await.ok()),
        "retracted" => drop(bolt.admin.retracts(lead).await.ok()),
        "rejected" => drop(desk.rejects(lead).await.ok()),
        "identifier" => takes_away(&bolt.admin, subject).await,
        "subject" => {
            let gone: Value = json!({ "reason": "Another company" });
            changes(&bolt.admin, "removeSubject", subject, gone).await.ok();
        }
        "suspended" => {
            bolt.home.put_into("SUSPENDED").await;
            touchstone::blind_match::jobs::refresh(&bolt.home.world.app)
                .await
                .unwrap();
        }
        other => panic!("{other}"),
    }
}
