//! The life of a lead: draft, submitted, triaged, shared, resolved, retracted; and what each step asks.

use std::collections::BTreeSet;

use futures_util::future::join_all;
use serde_json::json;

use crate::{
    both_databases,
    support::{Asks as _, draft, with},
};

both_databases! {
    async fn a_lead_lives_from_draft_to_resolution(world: World) {
        let (desk, acme, other) = (world.secretariat().await.desk().await, world.brand("Acme").await, world.brand("Other").await);
        let (author, admin, reader) = (acme.investigator().await, acme.admin().await, other.investigator().await);
        let both = with(draft(&acme), json!({ "items": [
            { "brandId": acme.brand_id(), "title": "Acme bag" }, { "brandId": other.brand_id(), "title": "Other bag" },
        ]}));
        let lead = author.creates_from(both).await;
        desk.reads(&lead).await.not_found();
        author.submits(&lead).await.ok();
        assert_eq!(desk.reads(&lead).await.ok().text("/lead/state"), "SUBMITTED");
        desk.triages(&lead).await.ok();
        assert_eq!(admin.shares(&lead, &[&other]).await.ok().text("/shareLead/lead/state"), "SHARED");
        assert_eq!(reader.reads(&lead).await.ok().texts("/lead/items/edges", "/node/title"), ["Other bag"]);
        reader.answers(&lead, &other, "CONFIRMED").await.ok();
        assert_eq!(author.resolves(&lead).await.ok().text("/resolveLead/lead/state"), "RESOLVED");
        assert_eq!(author.reopens(&lead).await.ok().text("/reopenLead/lead/state"), "SHARED");
        assert_eq!(author.retracts(&lead).await.ok().text("/retractLead/lead/state"), "RETRACTED");
        assert_eq!(reader.reads(&lead).await.ok().text("/lead/state"), "RETRACTED", "it is never deleted");
        assert_eq!(
            lead.timeline().await,
            ["CREATED", "SUBMITTED", "TRIAGED", "DELIVERED", "SHARED", "ANSWERED", "RESOLVED", "REOPENED", "RETRACTED"]
        );
    }

    async fn i31_a_draft_takes_no_step_but_its_own(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let lead = admin.creates(&acme).await;
        world.nothing_changes(async {
            admin.triages(&lead).await.refused_with("TRANSITION_NOT_ALLOWED");
            admin.resolves(&lead).await.refused_with("TRANSITION_NOT_ALLOWED");
            admin.reopens(&lead).await.refused_with("TRANSITION_NOT_ALLOWED");
        })
        .await;
    }

    async fn i31_a_submitted_lead_is_not_changed_or_submitted_again(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let lead = admin.creates(&acme).await;
        admin.submits(&lead).await.ok();
        world.nothing_changes(async {
            admin.updates(&lead, json!({ "title": "Another one" })).await.refused_with("TRANSITION_NOT_ALLOWED");
            admin.submits(&lead).await.refused_with("TRANSITION_NOT_ALLOWED");
        })
        .await;
    }

    async fn i31_a_retracted_lead_takes_no_step(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let lead = admin.prepares(&acme).await;
        admin.retracts(&lead).await.ok();
        world.nothing_changes(async {
            admin.submits(&lead).await.refused_with("TRANSITION_NOT_ALLOWED");
            admin.triages(&lead).await.refused_with("TRANSITION_NOT_ALLOWED");
            admin.changes_tlp(&lead, "RED").await.refused_with("TRANSITION_NOT_ALLOWED");
            admin.retracts(&lead).await.refused_with("TRANSITION_NOT_ALLOWED");
        })
        .await;
    }

    async fn i31_of_two_who_change_one_version_the_second_is_told(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let lead = admin.creates(&acme).await;
        let change = |title: &str| json!({ "id": lead.public_id(), "expectedVersion": 1, "title": title });
        admin.act("updateLead", change("The first")).await.ok();
        let second = world.nothing_changes(admin.act("updateLead", change("The second"))).await;
        second.refused_with("STALE_VERSION");
        assert_eq!(lead.row().await.title, "The first");
    }

    async fn i31_each_step_makes_one_event(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let lead = admin.creates(&acme).await;
        let events = async || {
            let contents = world.contents().await;
            contents.rows("outbox").len()
        };
        let mut known = events().await;
        for step in ["submitLead", "triageLead", "retractLead"] {
            match step {
                "submitLead" => admin.submits(&lead).await.ok(),
                "triageLead" => admin.triages(&lead).await.ok(),
                _ => admin.retracts(&lead).await.ok(),
            };
            let now = events().await;
            assert_eq!(now, known + 1, "{step}");
            known = now;
        }
    }

    async fn a_create_with_the_same_key_is_done_once(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let input = draft(&acme);
        let first = admin.act("createLead", input.clone()).await.ok();
        let again = world.nothing_changes(admin.act("createLead", input.clone())).await.ok();
        assert_eq!(first.text("/createLead/lead/id"), again.text("/createLead/lead/id"));
        let other = with(input, json!({ "title": "Something else" }));
        world.nothing_changes(admin.act("createLead", other)).await.refused_with("IDEMPOTENCY_MISMATCH");
    }

    async fn i31_of_many_who_act_at_once_one_wins(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let lead = admin.creates(&acme).await;
        let change = |number: i32| {
            let input = json!({ "id": lead.public_id(), "expectedVersion": 1, "title": format!("Title {number}") });
            admin.act("updateLead", input)
        };
        let answers = join_all((0..8).map(change)).await;
        let codes: Vec<_> = answers.iter().map(|answer| answer.error_code()).collect();
        assert_eq!(codes.iter().filter(|code| code.is_none()).count(), 1, "{codes:?}");
        assert_eq!(codes.iter().filter(|code| **code == Some("STALE_VERSION")).count(), 7, "{codes:?}");
        assert_eq!(lead.row().await.version, 2);
        assert_eq!(lead.timeline().await, ["CREATED", "UPDATED"]);
    }

    async fn many_creates_at_once_with_one_key_make_one_lead(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let input = draft(&acme);
        let answers = join_all((0..8).map(|_| admin.act("createLead", input.clone()))).await;
        let ids: BTreeSet<String> = answers.into_iter().map(|answer| answer.ok().text("/createLead/lead/id")).collect();
        assert_eq!(ids.len(), 1, "{ids:?}");
        assert_eq!(world.contents().await.rows("lead").len(), 1);
    }

    async fn the_same_key_of_another_person_is_another_key(world: World) {
        let acme = world.brand("Acme").await;
        let input = draft(&acme);
        let first = acme.admin().await.act("createLead", input.clone()).await.ok();
        let second = acme.admin().await.act("createLead", input).await.ok();
        assert_ne!(first.text("/createLead/lead/id"), second.text("/createLead/lead/id"));
    }

    async fn triage_stops_at_an_authorised_seller_without_a_reason(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let party = json!({ "input": { "idempotencyKey": "seller", "brandId": acme.brand_id(), "kind": "SELLER",
            "name": "Acme Outlet Ltd", "validFrom": "2026-01-01" } });
        let adding = "mutation($input: AddAuthorizedPartyInput!) { addAuthorizedParty(input: $input) { authorizedParty { id } userErrors { code } } }";
        admin.graphql(adding, party).await.ok();
        let items = json!({ "items": [{ "brandId": acme.brand_id(), "title": "Bag", "seller": "ACME outlet ltd" }] });
        let lead = admin.creates_from(with(draft(&acme), items)).await;
        admin.submits(&lead).await.ok();
        let warned = "query($id: ID!) { lead(id: $id) { authorizedSellerWarnings { party { name } } } }";
        let warnings = admin.graphql(warned, json!({ "id": lead.public_id() })).await.ok();
        assert_eq!(warnings.texts("/lead/authorizedSellerWarnings", "/party/name"), ["Acme Outlet Ltd"]);
        world.nothing_changes(admin.triages(&lead)).await.refused_with("AUTHORIZED_SELLER");
        let reasoned = json!({ "id": lead.public_id(), "expectedVersion": lead.row().await.version, "grade": "B2",
            "priority": "HIGH", "overrideReason": "Sold outside of the territory." });
        admin.act("triageLead", reasoned).await.ok();
    }

    async fn a_lead_with_the_same_listing_is_found_within_what_one_sees(world: World) {
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let (author, stranger) = (acme.admin().await, other.admin().await);
        let listing = |about, url: &str| with(draft(about), json!({ "items": [{ "title": "Bag", "url": url }] }));
        let first = author.creates_from(listing(&acme, "https://item.taobao.com/item.htm?id=612345678901&spm=a1z10")).await;
        let again = listing(&acme, "https://item.taobao.com/item.htm?spm=x&id=612345678901");
        let selection = "lead { id } duplicates { id }";
        let found = author.act_selecting("createLead", again.clone(), selection).await.ok();
        assert_eq!(found.texts("/createLead/duplicates", "/id"), [first.public_id()]);
        let elsewhere = stranger.act_selecting("createLead", with(again, json!({ "idempotencyKey": "k" })), selection).await.ok();
        assert!(elsewhere.list("/createLead/duplicates").is_empty(), "{elsewhere}");
    }

    async fn a_lead_needs_an_item_before_it_is_submitted(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let lead = admin.creates_from(with(draft(&acme), json!({ "items": [] }))).await;
        let refused = world.nothing_changes(admin.submits(&lead)).await;
        refused.refused_with("BAD_USER_INPUT");
    }

    async fn an_open_delivery_keeps_a_lead_from_being_resolved(world: World) {
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let admin = acme.admin().await;
        let lead = admin.prepares(&other).await;
        admin.shares(&lead, &[&other]).await.ok();
        world.nothing_changes(admin.resolves(&lead)).await.refused_with("TRANSITION_NOT_ALLOWED");
        other.admin().await.answers(&lead, &other, "NOT_INFRINGING").await.ok();
        admin.resolves(&lead).await.ok();
    }

    async fn nobody_shares_without_having_seen_this_very_audience(world: World) {
        let (acme, other, third) = (world.brand("Acme").await, world.brand("Other").await, world.brand("Third").await);
        let admin = acme.admin().await;
        let lead = admin.prepares(&other).await;
        let to = |organization: &crate::support::Organization| json!({ "grants": [{ "organizationId": organization.public_id() }] });
        let token = admin.previews(&lead, to(&other)).await.ok().text("/previewAudience/token");
        let share = |grants, token: &str, version: i32| {
            with(json!({ "id": lead.public_id(), "expectedVersion": version, "previewToken": token }), grants)
        };
        let version = lead.row().await.version;
        world
            .nothing_changes(async {
                admin.act("shareLead", share(to(&third), &token, version)).await.refused_with("PREVIEW_REQUIRED");
                admin.act("shareLead", share(to(&other), "made up", version)).await.refused_with("PREVIEW_REQUIRED");
            })
            .await;
    }

    async fn a_preview_tells_who_would_see_it(world: World) {
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let admin = acme.admin().await;
        other.investigator().await;
        other.admin().await;
        let lead = admin.prepares(&other).await;
        let preview = admin.previews(&lead, json!({ "grants": [{ "organizationId": other.public_id() }] })).await.ok();
        let seen = preview.list("/previewAudience/organizations");
        let theirs = seen.iter().find(|row| row["organization"]["id"] == other.public_id()).unwrap();
        assert_eq!((theirs["personCount"].as_i64(), theirs["itemCount"].as_i64()), (Some(2), Some(1)), "{preview}");
        assert_eq!(theirs["willReceiveDelivery"], true, "{preview}");
        assert_eq!(preview.number("/previewAudience/personCount"), 3, "{preview}");
        assert!(!preview.data("/previewAudience/community").as_bool().unwrap(), "{preview}");
    }

    async fn an_investigator_opens_an_audience_no_wider_than_amber(world: World) {
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let (investigator, admin) = (acme.investigator().await, acme.admin().await);
        let lead = investigator.creates_from(with(draft(&other), json!({ "tlp": "GREEN" }))).await;
        world.nothing_changes(investigator.submits(&lead)).await.refused_with("TLP_CEILING");
        admin.submits(&lead).await.ok();
        admin.triages(&lead).await.ok();
        let community = json!({ "grants": [{ "community": true }] });
        world.nothing_changes(investigator.shares_by(&lead, community.clone())).await.refused_with("TLP_CEILING");
        admin.shares_by(&lead, community).await.ok();
        other.investigator().await.reads(&lead).await.ok();
        world.nothing_changes(admin.changes_tlp(&lead, "CLEAR")).await.refused_with("TLP_CEILING");
    }

    async fn amber_does_not_go_to_the_community_and_red_only_to_people(world: World) {
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let admin = acme.admin().await;
        let amber = admin.prepares(&other).await;
        let refused = admin.shares_by(&amber, json!({ "grants": [{ "community": true }] }));
        world.nothing_changes(refused).await.refused_with("TLP_CEILING");
        let red = admin.prepares_from(with(draft(&other), json!({ "tlp": "RED" }))).await;
        world.nothing_changes(admin.shares(&red, &[&other])).await.refused_with("TLP_CEILING");
        let (named, colleague) = (other.investigator().await, other.investigator().await);
        admin.shares_by(&red, json!({ "grants": [{ "personId": named.public_id() }] })).await.ok();
        named.reads(&red).await.ok();
        colleague.reads(&red).await.not_found();
    }

    async fn i26_raising_the_tlp_takes_sight_at_once(world: World) {
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let (admin, reader) = (acme.admin().await, other.investigator().await);
        let lead = admin.prepares(&other).await;
        admin.shares(&lead, &[&other]).await.ok();
        reader.reads(&lead).await.ok();
        admin.changes_tlp(&lead, "RED").await.ok();
        reader.reads(&lead).await.not_found();
        admin.reads(&lead).await.ok();
    }

    async fn only_the_desk_rejects(world: World) {
        let (acme, secretariat) = (world.brand("Acme").await, world.secretariat().await);
        let (admin, desk) = (acme.admin().await, secretariat.desk().await);
        let lead = admin.prepares(&acme).await;
        world.nothing_changes(admin.rejects(&lead)).await.refused_with("FORBIDDEN");
        assert_eq!(desk.rejects(&lead).await.ok().text("/rejectLead/lead/state"), "REJECTED");
    }
}
