//! Acceptance stories of the alliance, each from its beginning to its end through the API.

mod appraisals;
mod partner;
mod purchases;

use futures_util::StreamExt as _;
use jiff::Timestamp;
use serde_json::json;
use touchstone::{digests, outbox, permissions::Role};

use crate::{
    actions::{
        Cast,
        clashes::{hits, other, resolves},
        lists, moves,
        outcome::{goods, outcome, sites, suspect, writes},
        reads, row, site, told, window,
    },
    both_databases,
    digests::{mail_on, send},
    referrals,
    support::{Asks as _, World, draft, with},
};

fn at(world: &World, text: &str) {
    world.clock.set(text.parse::<Timestamp>().unwrap());
}

both_databases! {
    async fn story_2_a_lead_is_pushed_before_the_spring_festival(world: World) {
        at(&world, "2026-02-13T02:00:00Z");
        let (acme, mut bolt, third) = (world.brand("Acme").await, world.brand("Bolt").await, world.brand("Third").await);
        let second = bolt.add_brand("Second").await;
        let (admin, reader, stranger) = (acme.admin().await, bolt.investigator().await, third.investigator().await);
        let of_another_brand = bolt.person_for(&[Role::Mi], &[second]).await;
        let told = json!({ "summary": "Sold from a stall in Yiwu", "country": "CN" });
        let lead = admin.prepares_from(with(draft(&bolt), told)).await;
        admin.shares(&lead, &[&bolt]).await.ok();

        let document = "query($id: ID!) { lead(id: $id) { title reference deliveries { dueOn } } }";
        let id = json!({ "id": lead.public_id() });
        let read = reader.graphql(document, id.clone()).await.ok();
        assert_eq!(read.text("/lead/deliveries/0/dueOn"), "2026-02-27", "nine days of festival, two make-up days");
        for analyst in [&of_another_brand, &stranger] {
            analyst.graphql(document, id.clone()).await.not_found();
            assert!(analyst.lists(json!({})).await.is_empty());
        }

        digests::plan(&world.app).await.unwrap();
        let told = mail_on(&reader, "2026-02-13").await.unwrap();
        assert!(told.text.contains(&read.text("/lead/reference")), "{}", told.text);
        assert!(told.text.contains("Bolt") && told.text.contains("Fri 27 Feb 2026"), "{}", told.text);
        let row = lead.row().await;
        for text in [&told.text, &told.html, &told.subject] {
            for hidden in [row.title.as_str(), "Yiwu", "Bolt bag", "Acme"] {
                assert!(!text.contains(hidden), "{hidden} in {text}");
            }
        }
        for analyst in [&of_another_brand, &stranger] {
            assert!(mail_on(analyst, "2026-02-13").await.is_none());
        }
    }

    async fn story_6_a_referral_needs_a_second_approver_and_an_officer_answers_it(world: World) {
        let cast = referrals::Cast::of(&world).await;
        let lead = cast.lead(json!({})).await;
        let id = cast.complete(&lead).await;
        referrals::moves(&cast.author, "submitReferral", &id, json!({})).await.ok();
        world.nothing_changes(referrals::moves(&cast.author, "approveReferral", &id, json!({}))).await.refused_with("FORBIDDEN");
        referrals::moves(&cast.admin, "approveReferral", &id, json!({})).await.ok();
        assert_eq!(referrals::sends(&world).await, 1);

        referrals::moves(&cast.officer, "acknowledgeReferral", &id, json!({})).await.ok();
        let due = |of: &crate::support::Response| of.text("/referral/decision/dueOn");
        let before = referrals::reads(&cast.officer, &id).await.ok();
        referrals::moves(&cast.officer, "requestReferralInformation", &id, json!({ "note": "Which yard?" })).await.ok();
        world.after_days(5);
        let asked = referrals::reads(&cast.author, &id).await.ok();
        assert_eq!(due(&asked), due(&before));
        assert!(!asked.data("/referral/pausedSince").is_null(), "the clock stands still");
        referrals::moves(&cast.author, "answerReferralInformation", &id, json!({ "note": "The second one." })).await.ok();
        let answered = referrals::reads(&cast.author, &id).await.ok();
        assert_eq!((due(&before).as_str(), due(&answered).as_str()), ("2026-03-16", "2026-03-21"));

        referrals::moves(&cast.officer, "acceptReferral", &id, json!({ "fileNumber": "2026-117" })).await.ok();
        world.after_days(30);
        let feedback = json!({ "used": true, "useful": true, "result": "INVESTIGATION" });
        referrals::moves(&cast.officer, "giveReferralFeedback", &id, feedback).await.ok();
        let closed = referrals::reads(&cast.author, &id).await.ok();
        assert_eq!((closed.text("/referral/state"), closed.text("/referral/fileNumber")), ("CLOSED".into(), "2026-117".into()));
        assert_eq!(closed.data("/referral/feedback"), &json!({ "used": true, "useful": true, "result": "INVESTIGATION" }));
    }

    async fn story_7_two_plan_actions_at_the_same_site(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.brought_to("PLANNED", json!({})).await;
        let other = other(&cast, "Customs", site("330102", "Market Road 1"), window("2026-03-12T08:00", "2026-03-12T20:00")).await;
        world.notified().await;
        let member = &cast.investigator;
        assert_eq!(lists(member, json!({})).await, std::slice::from_ref(&id), "its own alone");
        reads(member, &other.id).await.not_found();
        assert!(!told(member).await.contains(&"ACTION_CLASH".to_owned()), "the member learns nothing");
        assert!(reads(member, &id).await.ok().list("/offlineAction/clashes").is_empty());
        reads(&other.leader, &id).await.not_found();
        for by in [&cast.desk, &cast.leader, &other.leader] {
            assert!(told(by).await.contains(&"ACTION_CLASH".to_owned()));
            assert_eq!(hits(by, Some(true)).await[0]["kinds"], json!(["SITE", "AREA"]));
        }
        for by in [&cast.second, &cast.leader] {
            world.nothing_changes(moves(by, "approveOfflineAction", &id, json!({}))).await.refused_with("TRANSITION_NOT_ALLOWED");
        }
        let hit = &hits(&cast.leader, Some(true)).await[0];
        resolves(&cast.leader, hit, "PROCEED", None).await.ok();
        let hit = &hits(&other.leader, Some(true)).await[0];
        resolves(&other.leader, hit, "PROCEED", None).await.ok();
        for by in [&cast.second, &cast.leader] {
            moves(by, "approveOfflineAction", &id, json!({})).await.ok();
        }
        assert_eq!(row(&world, &id).await.state, "APPROVED");
    }

    async fn story_8_what_came_of_an_action_counts_once_somebody_else_has_looked(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.brought_to("EXECUTED", json!({})).await;
        let sites = sites(&cast.leader, &id).await;
        for site in &sites {
            let found = json!({ "idempotencyKey": world.id().to_string(), "actionId": id, "siteId": site, "result": "DEALT_WITH" });
            writes(&cast.leader, "recordSiteResult", found).await.ok();
        }
        for (name, stage) in [("Wang Wei", "CRIMINALLY_DETAINED"), ("Li Na", "AT_LARGE"), ("Zhao Min", "AT_LARGE")] {
            writes(&cast.leader, "recordSuspect", suspect(&world, &id, name, stage)).await.ok();
        }
        writes(&cast.leader, "recordSeizure", goods(&world, &id, &sites[0], json!({}))).await.ok();
        moves(&cast.leader, "submitOutcome", &id, json!({})).await.ok();
        let document = "query($input: EnforcementStatisticsInput!) { enforcementStatistics(input: $input) { figures { code value } \
            suspectsByStage { stage count } values { basis amount currency } quantities { unit quantity } } }";
        let input = json!({ "from": "2026-01-01", "to": "2026-12-31", "scope": "ALLIANCE" });
        let counted = async || {
            let found = cast.desk.graphql(document, json!({ "input": input })).await.ok();
            found.data("/enforcementStatistics").clone()
        };
        let value = |found: &serde_json::Value, code: &str| {
            let figures = found["figures"].as_array().unwrap();
            figures.iter().find(|figure| figure["code"] == code).unwrap()["value"].clone()
        };
        let before = counted().await;
        for code in ["ACTIONS", "SITES", "SUSPECTS"] {
            assert_eq!(value(&before, code), "0", "not before it is verified");
        }
        world.nothing_changes(moves(&cast.leader, "verifyOutcome", &id, json!({}))).await.refused_with("FOUR_EYES");
        moves(&cast.second, "verifyOutcome", &id, json!({})).await.ok();
        let found = counted().await;
        assert_eq!(["ACTIONS", "SITES", "SUSPECTS"].map(|code| value(&found, code)), ["1", "2", "1"].map(|figure| json!(figure)));
        let stages = json!([{ "stage": "CRIMINALLY_DETAINED", "count": 1 }, { "stage": "AT_LARGE", "count": 2 }]);
        assert_eq!(found["suspectsByStage"], stages, "detained, not arrested");
        assert_eq!(found["values"], json!([{ "basis": "GENUINE_PRICE", "amount": "596000.00", "currency": "CNY" }]));
        assert_eq!(found["quantities"], json!([{ "unit": "bottle", "quantity": "400" }]));
        assert_eq!(outcome(&cast.investigator, &id).await.list("/offlineAction/outcome/suspects").len(), 3);
    }

    async fn story_9_the_owner_raises_a_lead_to_red(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, reader) = (acme.admin().await, bolt.investigator().await);
        let lead = admin.prepares(&bolt).await;
        admin.shares(&lead, &[&bolt]).await.ok();
        reader.reads(&lead).await.ok();
        let mut events = reader.subscribe("subscription { leadActivity { kind lead { id } } }", json!({})).await;
        let page = "subscription($id: ID!) { leadActivity(leadId: $id) { kind } }";
        let mut page = reader.subscribe(page, json!({ "id": lead.public_id() })).await;
        let position = world.told_since(outbox::head(&world.app.db).await.unwrap()).await;
        assert!(futures_util::poll!(events.next()).is_pending(), "asked once, it listens");
        assert!(futures_util::poll!(page.next()).is_pending());
        admin.comments(&lead, "Seen at the fair", "EVERYONE_WHO_SEES_THE_LEAD").await.ok();
        let position = world.told_since(position).await;
        assert_eq!(events.next().await.unwrap().ok().text("/leadActivity/kind"), "COMMENTED");
        assert_eq!(page.next().await.unwrap().ok().text("/leadActivity/kind"), "COMMENTED");
        assert!(mail_on(&reader, "2026-03-09").await.is_some(), "the digest would say it");
        digests::plan(&world.app).await.unwrap();

        admin.changes_tlp(&lead, "RED").await.ok();
        reader.reads(&lead).await.not_found();
        assert!(reader.lists(json!({})).await.is_empty());
        send(&world).await;
        assert!(mail_on(&reader, "2026-03-09").await.is_none(), "the digest of the evening says nothing of it");
        let bystander = acme.admin().await;
        let other = bystander.prepares(&bolt).await;
        bystander.shares(&other, &[&bolt]).await.ok();
        world.told_since(position).await;
        let next = events.next().await.unwrap().ok();
        assert_eq!(next.text("/leadActivity/lead/id"), other.public_id(), "the open stream is silent about it");
        page.next().await.unwrap().not_found();
        assert!(page.next().await.is_none(), "the stream of the lead itself closes");

        let document = "query($id: ID!) { lead(id: $id) { seenBy { edges { node { organization { name } tlp stillSees } } } } }";
        let answer = admin.graphql(document, json!({ "id": lead.public_id() })).await.ok();
        let seen = answer.data("/lead/seenBy/edges/1/node");
        assert_eq!(seen, &json!({ "organization": { "name": "Bolt" }, "tlp": "AMBER", "stillSees": false }));
    }
}
