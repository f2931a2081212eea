//! Need to know: what one may not see does not exist, in whatever way it is asked for.

use serde_json::{Value, json};
use touchstone::platform::ids::{IdKind, encode};

use crate::{
    both_databases,
    support::{Asks as _, Mandate, Person, Response, draft, with},
};

/// The same answer, but for the id that was asked for.
fn alike(one: &Response, id: &str, other: &Response, other_id: &str) -> bool {
    one.0.to_string().replace(id, "ID") == other.0.to_string().replace(other_id, "ID")
}

async fn answer(person: &Person, document: &str, id: &str) -> Response {
    person.graphql(document, json!({ "id": id })).await
}

both_databases! {
    async fn i21_a_hidden_lead_is_answered_like_one_that_is_not_there(world: World) {
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let lead = acme.admin().await.prepares(&acme).await;
        let stranger = other.admin().await;
        let (hidden, missing) = (lead.public_id(), world.unknown(IdKind::Lead));
        for document in [
            "query($id: ID!) { lead(id: $id) { title } }",
            "query($id: ID!) { node(id: $id) { id } }",
            "query($id: ID!) { nodes(ids: [$id]) { id } }",
            "query($id: ID!) { previewAudience(input: { id: $id, grants: [{ community: true }] }) { token } }",
            "query($id: ID!) { deliveries(filter: { leadId: $id }) { totalCount } }",
            "query($id: ID!) { auditEntries(filter: { objectId: $id }) { totalCount } }",
            "mutation($id: ID!) { updateLead(input: { id: $id, expectedVersion: 99, title: \"\" }) { lead { id } userErrors { code } } }",
            "mutation($id: ID!) { submitLead(input: { id: $id, expectedVersion: 99 }) { lead { id } userErrors { code } } }",
            "mutation($id: ID!) { triageLead(input: { id: $id, expectedVersion: 99, grade: \"Z9\", priority: LOW }) { lead { id } userErrors { code } } }",
            "mutation($id: ID!) { shareLead(input: { id: $id, expectedVersion: 99, previewToken: \"\", grants: [] }) { lead { id } userErrors { code } } }",
            "mutation($id: ID!) { changeLeadTlp(input: { id: $id, expectedVersion: 99, tlp: CLEAR, reason: \"\" }) { lead { id } userErrors { code } } }",
            "mutation($id: ID!) { resolveLead(input: { id: $id, expectedVersion: 99, outcome: NO_ANSWER }) { lead { id } userErrors { code } } }",
            "mutation($id: ID!) { reopenLead(input: { id: $id, expectedVersion: 99, reason: \"\" }) { lead { id } userErrors { code } } }",
            "mutation($id: ID!) { retractLead(input: { id: $id, expectedVersion: 99, reason: \"\" }) { lead { id } userErrors { code } } }",
            "mutation($id: ID!) { addComment(input: { idempotencyKey: \"k\", leadId: $id, body: \"\" }) { comment { id } userErrors { code } } }",
        ] {
            let (one, two) = world
                .nothing_changes(async { (answer(&stranger, document, &hidden).await, answer(&stranger, document, &missing).await) })
                .await;
            assert!(alike(&one, &hidden, &two, &missing), "{document}\n{one}\n{two}");
            assert!(!one.0.to_string().contains("Acme"), "{document}\n{one}");
        }
    }

    async fn i21_hidden_parts_are_answered_like_ones_that_are_not_there(world: World) {
        let (acme, other, third) = (world.brand("Acme").await, world.brand("Other").await, world.brand("Third").await);
        let (owner, reader) = (acme.admin().await, other.investigator().await);
        let items = json!([{ "brandId": other.brand_id(), "title": "Theirs" }, { "brandId": third.brand_id(), "title": "Not theirs" }]);
        let lead = owner.prepares_from(with(draft(&acme), json!({ "items": items }))).await;
        owner.shares(&lead, &[&other, &third]).await.ok();
        let secret = owner.comments(&lead, "between us", "OWNER_AND_MY_ORGANIZATION").await.ok();
        let item = owner.reads(&lead).await.ok().data("/lead/items/edges/1/node/id").as_str().unwrap().to_owned();
        let delivery = encode(IdKind::Delivery, lead.delivery_to(&third).await.id);
        for (kind, hidden) in [
            (IdKind::Comment, secret.text("/addComment/comment/id")),
            (IdKind::Item, item),
            (IdKind::Delivery, delivery),
        ] {
            let missing = world.unknown(kind);
            for document in [
                "query($id: ID!) { node(id: $id) { id } }",
                "query($id: ID!) { delivery(id: $id) { state } }",
                "mutation($id: ID!) { viewDelivery(input: { id: $id, expectedVersion: 99 }) { delivery { id } userErrors { code } } }",
                "mutation($id: ID!) { answerDelivery(input: { id: $id, expectedVersion: 99, verdict: CONFIRMED, reason: \"\" }) { delivery { id } userErrors { code } } }",
                "mutation($id: ID!) { answerInfoRequest(input: { id: $id, expectedVersion: 99, answer: \"\" }) { delivery { id } userErrors { code } } }",
            ] {
                let (one, two) = (answer(&reader, document, &hidden).await, answer(&reader, document, &missing).await);
                assert!(alike(&one, &hidden, &two, &missing), "{document}\n{one}\n{two}");
            }
        }
    }

    async fn i21_a_reference_is_no_way_round(world: World) {
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let owner = acme.admin().await;
        let lead = owner.prepares(&acme).await;
        let document = "query($reference: String!) { leadByReference(reference: $reference) { title } }";
        let variables = json!({ "reference": lead.row().await.reference });
        owner.graphql(document, variables.clone()).await.ok();
        let stranger = other.admin().await;
        let (hidden, missing) = (
            stranger.graphql(document, variables).await,
            stranger.graphql(document, json!({ "reference": "LD-26-000000" })).await,
        );
        assert_eq!(hidden, missing);
    }

    async fn i22_counts_lists_and_search_know_only_what_one_sees(world: World) {
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let (owner, stranger) = (acme.admin().await, other.admin().await);
        let hidden = with(draft(&acme), json!({ "title": "Schattenlager 影子仓库" }));
        owner.prepares_from(hidden).await;
        assert_eq!(owner.lists(json!({})).await.len(), 1);
        assert_eq!(owner.lists(json!({ "search": "影子" })).await.len(), 1);
        for filter in [
            json!({}),
            json!({ "search": "Schattenlager" }),
            json!({ "search": "影子" }),
            json!({ "ownerIds": [acme.public_id()] }),
            json!({ "brandIds": [acme.brand_id()] }),
            json!({ "states": ["TRIAGED"] }),
        ] {
            assert!(stranger.lists(filter.clone()).await.is_empty(), "{filter}");
        }
    }

    async fn i22_search_does_not_find_a_lead_by_a_part_that_is_hidden(world: World) {
        let (acme, other, third) = (world.brand("Acme").await, world.brand("Other").await, world.brand("Third").await);
        let (owner, reader) = (acme.admin().await, other.investigator().await);
        let items = json!([{ "brandId": other.brand_id(), "title": "Tasche" }, { "brandId": third.brand_id(), "title": "Geheimfach" }]);
        let lead = owner.prepares_from(with(draft(&acme), json!({ "items": items }))).await;
        owner.shares(&lead, &[&other]).await.ok();
        owner.comments(&lead, "Zwischenhändler", "OWNER_AND_MY_ORGANIZATION").await.ok();
        assert_eq!(reader.lists(json!({ "search": "Tasche" })).await.len(), 1);
        for words in ["Geheimfach", "Zwischenhändler"] {
            assert_eq!(owner.lists(json!({ "search": words })).await.len(), 1, "{words}");
            assert!(reader.lists(json!({ "search": words })).await.is_empty(), "{words}");
        }
        assert!(reader.lists(json!({ "brandIds": [third.brand_id()] })).await.is_empty());
        let read = reader.reads(&lead).await.ok();
        assert_eq!(read.number("/lead/items/totalCount"), 1);
        assert_eq!(read.number("/lead/comments/totalCount"), 0);
    }

    async fn i23_the_timeline_is_filtered_like_the_lead(world: World) {
        let (acme, other, third) = (world.brand("Acme").await, world.brand("Other").await, world.brand("Third").await);
        let (owner, reader) = (acme.admin().await, other.investigator().await);
        let items = json!([{ "brandId": other.brand_id(), "title": "One" }, { "brandId": third.brand_id(), "title": "Two" }]);
        let lead = owner.prepares_from(with(draft(&acme), json!({ "items": items }))).await;
        owner.shares(&lead, &[&other, &third]).await.ok();
        third.admin().await.answers(&lead, &third, "CONFIRMED").await.ok();
        let kinds = reader.reads(&lead).await.ok().texts("/lead/timeline/edges", "/node/kind");
        assert!(kinds.contains(&"DELIVERED".to_owned()), "its own delivery: {kinds:?}");
        assert!(!kinds.contains(&"ANSWERED".to_owned()), "another's answer: {kinds:?}");
        assert!(!kinds.contains(&"SHARED".to_owned()), "with whom else it was shared: {kinds:?}");
        let count = kinds.iter().filter(|kind| *kind == "DELIVERED").count();
        assert_eq!(count, 1, "{kinds:?}");
    }

    async fn a_part_that_is_hidden_never_moves_what_is_seen(world: World) {
        let (acme, other, third) = (world.brand("Acme").await, world.brand("Other").await, world.brand("Third").await);
        let (owner, reader) = (acme.admin().await, other.investigator().await);
        let items = json!([{ "brandId": other.brand_id(), "title": "One" }, { "brandId": third.brand_id(), "title": "Two" }]);
        let lead = owner.prepares_from(with(draft(&acme), json!({ "items": items }))).await;
        owner.shares(&lead, &[&other, &third]).await.ok();
        let document = "query($id: ID!) { lead(id: $id) { title state version updatedAt items(first: 9) { totalCount } \
            deliveries { version state } timeline(first: 50) { totalCount } } }";
        let before = answer(&reader, document, &lead.public_id()).await.ok();
        world.after_hours(1);
        third.admin().await.answers(&lead, &third, "CONFIRMED").await.ok();
        owner.comments(&lead, "between us", "OWNER_AND_MY_ORGANIZATION").await.ok();
        let fourth = world.brand("Fourth").await;
        owner.shares(&lead, &[&fourth]).await.ok();
        assert_eq!(answer(&reader, document, &lead.public_id()).await.ok(), before);
    }

    async fn a_wall_beats_whatever_else_is_said(world: World) {
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let (owner, walled) = (acme.admin().await, other.investigator().await);
        let counsel = world.agent_firm("Counsel").await.agent_for(&other).await;
        let lead = owner.prepares_from(with(draft(&acme), json!({ "tlp": "GREEN" }))).await;
        let community = json!({ "grants": [{ "community": true }] });
        let third = world.brand("Third").await.admin().await;
        owner.shares_by(&lead, with(community, json!({ "excludeOrganizationIds": [other.public_id()] }))).await.ok();
        third.reads(&lead).await.ok();
        walled.reads(&lead).await.not_found();
        counsel.reads(&lead).await.not_found();
        let named = json!({ "grants": [{ "personId": walled.public_id() }] });
        owner.shares_by(&lead, named).await.refused_with("BAD_USER_INPUT");
        walled.reads(&lead).await.not_found();
    }

    async fn a_grant_ends_when_it_says(world: World) {
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let (owner, reader) = (acme.admin().await, other.investigator().await);
        let lead = owner.prepares(&other).await;
        let end = "2026-03-10T01:00:00Z";
        let request = json!({ "grants": [{ "organizationId": other.public_id() }], "expiresAt": end });
        owner.shares_by(&lead, request).await.ok();
        reader.reads(&lead).await.ok();
        world.clock.set(end.parse().unwrap());
        reader.reads(&lead).await.not_found();
        assert!(reader.lists(json!({})).await.is_empty());
    }

    async fn an_investigator_sees_the_brands_of_the_own_scope(world: World) {
        let mut acme = world.brand("Acme").await;
        let second = acme.add_brand("Acme Sport").await;
        let roles = [touchstone::permissions::Role::Mi];
        let (first_only, second_only) = (acme.person_for(&roles, &acme.brands[..1]).await, acme.person_for(&roles, &[second]).await);
        let lead = acme.admin().await.creates(&acme).await;
        first_only.reads(&lead).await.ok();
        second_only.reads(&lead).await.not_found();
    }

    async fn a_power_of_attorney_for_one_brand_shows_that_brand(world: World) {
        let mut acme = world.brand("Acme").await;
        let second = acme.add_brand("Acme Sport").await;
        let firm = world.agent_firm("Counsel").await;
        firm.mandate(&acme, Mandate { brands: Some(&[second]), ..Mandate::default() }).await;
        let counsel = firm.person(&[touchstone::permissions::Role::Mc]).await;
        let owner = acme.admin().await;
        let lead = owner.creates(&acme).await;
        counsel.reads(&lead).await.not_found();
        let items = json!({ "items": [{ "brandId": encode(IdKind::Brand, second), "title": "Shoe" }] });
        let theirs = owner.creates_from(with(draft(&acme), items)).await;
        counsel.reads(&theirs).await.ok();
        let strict = with(draft(&acme), json!({ "tlp": "AMBER_STRICT", "items": [{ "brandId": encode(IdKind::Brand, second), "title": "Shoe" }] }));
        let strict = owner.creates_from(strict).await;
        counsel.reads(&strict).await.not_found();
    }

    async fn officers_see_green_of_their_area_once_it_is_shared(world: World) {
        let acme = world.brand("Acme").await;
        let owner = acme.admin().await;
        let place = |division: Value| json!({ "tlp": "GREEN", "country": "CN", "divisionCode": division });
        let here = owner.prepares_from(with(draft(&acme), place(json!("310104")))).await;
        let there = owner.prepares_from(with(draft(&acme), place(json!("440300")))).await;
        let officer = world.agency("Shanghai Police").await.officer().await;
        officer.reads(&here).await.not_found();
        for lead in [&here, &there] {
            owner.shares_by(lead, json!({ "grants": [{ "community": true }] })).await.ok();
        }
        officer.reads(&here).await.ok();
        officer.reads(&there).await.not_found();
    }

    async fn who_writes_a_comment_can_read_it(world: World) {
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let (owner, member) = (acme.admin().await, other.investigator().await);
        let desk = world.secretariat().await.desk().await;
        let officer = world.agency("Police").await.officer().await;
        let green = with(draft(&acme), json!({ "tlp": "GREEN", "country": "CN", "divisionCode": "310104" }));
        let lead = owner.prepares_from(green).await;
        owner.shares_by(&lead, json!({ "grants": [{ "community": true }] })).await.ok();
        for author in [&owner, &member, &desk, &officer] {
            author.comments(&lead, &format!("of {}", author.name), "OWNER_AND_MY_ORGANIZATION").await.ok();
            let bodies = author.reads(&lead).await.ok().texts("/lead/comments/edges", "/node/body");
            assert!(bodies.contains(&format!("of {}", author.name)), "{bodies:?}");
        }
        assert_eq!(owner.reads(&lead).await.ok().number("/lead/comments/totalCount"), 4);
        assert_eq!(member.reads(&lead).await.ok().number("/lead/comments/totalCount"), 1);
    }

    async fn a_member_of_the_community_sees_the_items_of_its_own_brands(world: World) {
        let (acme, other, third) = (world.brand("Acme").await, world.brand("Other").await, world.brand("Third").await);
        let owner = acme.admin().await;
        let items = json!([{ "brandId": other.brand_id(), "title": "Theirs" }, { "brandId": acme.brand_id(), "title": "Ours" }]);
        let lead = owner.prepares_from(with(draft(&acme), json!({ "tlp": "GREEN", "items": items }))).await;
        owner.shares_by(&lead, json!({ "grants": [{ "community": true }] })).await.ok();
        assert_eq!(other.investigator().await.reads(&lead).await.ok().texts("/lead/items/edges", "/node/title"), ["Theirs"]);
        assert!(third.investigator().await.reads(&lead).await.ok().list("/lead/items/edges").is_empty());
    }

    async fn other_members_learn_a_pseudonym_unless_attribution_allows_more(world: World) {
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let (owner, reader) = (acme.admin().await, other.investigator().await);
        let lead = owner.prepares(&other).await;
        owner.shares(&lead, &[&other]).await.ok();
        owner.comments(&lead, "for all", "EVERYONE_WHO_SEES_THE_LEAD").await.ok();
        reader.comments(&lead, "seen", "EVERYONE_WHO_SEES_THE_LEAD").await.ok();
        let seen = reader.reads(&lead).await.ok();
        let text = owner.reads(&lead).await.ok().0.to_string();
        assert!(!text.contains(&reader.name), "the owner does not learn the reader's name: {text}");
        assert!(!seen.0.to_string().contains(&owner.name), "the reader does not learn the owner's person: {seen}");
    }
}
