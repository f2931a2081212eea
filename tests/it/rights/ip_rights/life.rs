//! The life of a right: every step by whom it is meant for, and nothing changed by a refusal.

use touchstone::{platform::ids::decode, rights::Lack};

use super::*;
use crate::{both_databases, support::Mandate};

/// Whether a right can be cited, as those who cite one ask.
async fn force(world: &World, id: &str, day: &str, country: Option<&str>) -> Option<Lack> {
    let (_, key) = decode(id).unwrap();
    let (db, keys, day) = (world.app.db.read(), [key], day.parse().unwrap());
    touchstone::rights::in_force(db, &keys, day, country).await.unwrap()[&key].err()
}

async fn reads(person: &Person, id: &str) -> Response {
    person.graphql(RIGHT, json!({ "id": id })).await.ok()
}

both_databases! {
    /// Entered, submitted, rejected, taken back, mended, submitted again and verified by somebody else; only then it counts.
    async fn i34_a_right_counts_from_its_verification_on(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, desk) = (acme.admin().await, desk(&world).await);
        let id = enters(&admin, &acme, json!({ "registrationNumber": null })).await;
        let refused = world.nothing_changes(steps(&admin, "submitIpRight", &id, 1, json!({}))).await;
        assert_eq!(refused.error_field().as_deref(), Some("registrationNumber"), "{refused}");
        let whole = json!({ "input": { "id": id, "expectedVersion": 1, "facts": facts(&acme) } });
        admin.graphql(UPDATE, whole).await.ok();
        steps(&admin, "submitIpRight", &id, 2, json!({})).await.ok();
        assert_eq!(force(&world, &id, "2026-01-01", Some("CN")).await, Some(Lack::NotVerified));

        world.nothing_changes(steps(&admin, "verifyIpRight", &id, 3, json!({}))).await.refused_with("FORBIDDEN");
        world.nothing_changes(steps(&desk, "verifyIpRight", &id, 2, json!({}))).await.refused_with("STALE_VERSION");
        let refused = world.nothing_changes(steps(&desk, "rejectIpRight", &id, 3, json!({ "reason": " " }))).await;
        assert_eq!(refused.error_field().as_deref(), Some("reason"), "{refused}");
        steps(&desk, "rejectIpRight", &id, 3, json!({ "reason": "The certificate is blurred." })).await.ok();
        let row = reads(&admin, &id).await;
        assert_eq!(row.text("/ipRight/state"), "REJECTED");
        assert_eq!(row.text("/ipRight/reason"), "The certificate is blurred.");
        assert_eq!(row.data("/ipRight/allowedActions"), &json!(["TAKE_BACK"]));

        steps(&admin, "takeBackIpRight", &id, 4, json!({})).await.ok();
        assert_eq!(
            reads(&admin, &id).await.text("/ipRight/reason"),
            "The certificate is blurred.",
            "while it is mended"
        );
        steps(&admin, "submitIpRight", &id, 5, json!({})).await.ok();
        steps(&desk, "verifyIpRight", &id, 6, json!({})).await.ok();
        let row = reads(&desk, &id).await;
        assert_eq!(row.text("/ipRight/state"), "VERIFIED");
        assert_eq!(row.text("/ipRight/submittedBy/name"), admin.name);
        assert_eq!(row.text("/ipRight/verifiedBy/name"), desk.name);
        assert_eq!(row.data("/ipRight/allowedActions"), &json!(["DISPUTE", "INVALIDATE"]));
        assert_eq!(force(&world, &id, "2026-01-01", Some("CN")).await, None);
        assert_eq!(force(&world, &id, "2026-01-01", Some("US")).await, Some(Lack::Elsewhere));
        assert_eq!(force(&world, &id, "2019-12-31", Some("CN")).await, Some(Lack::NotYet));
        assert_eq!(force(&world, &id, "2030-01-01", Some("CN")).await, Some(Lack::Expired));

        steps(&admin, "takeBackIpRight", &id, 7, json!({})).await.ok();
        assert_eq!(force(&world, &id, "2026-01-01", Some("CN")).await, Some(Lack::NotVerified));
    }

    /// The graph says the same as the function that others call.
    async fn the_graph_says_whether_a_right_could_be_cited(world: World) {
        let acme = world.brand("Acme").await;
        let id = verified(&acme, &desk(&world).await, json!({ "office": "EM" })).await;
        let document = "query($id: ID!, $on: Date!, $country: String) { ipRight(id: $id) {
            force(on: $on, country: $country) { inForce lack } } }";
        let admin = acme.admin().await;
        let cases = [
            ("2026-01-01", json!("DE"), json!({ "inForce": true, "lack": null })),
            ("2020-06-01", json!("GB"), json!({ "inForce": true, "lack": null })),
            ("2021-01-01", json!("GB"), json!({ "inForce": false, "lack": "ELSEWHERE" })),
            ("2030-01-01", json!(null), json!({ "inForce": false, "lack": "EXPIRED" })),
        ];
        for (on, country, expected) in cases {
            let answer = admin.graphql(document, json!({ "id": id, "on": on, "country": country })).await.ok();
            assert_eq!(answer.data("/ipRight/force"), &expected, "{on} {country}");
        }
        let wrong = admin.graphql(document, json!({ "id": id, "on": "2026-01-01", "country": "Germany" })).await;
        assert_eq!(wrong.error_code(), Some("BAD_USER_INPUT"));
    }

    /// A later last day counts once somebody else has verified it; a rejected one never.
    async fn a_renewal_waits_for_a_second_person(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, desk) = (acme.admin().await, desk(&world).await);
        let id = verified(&acme, &desk, json!({})).await;
        let early = json!({ "expiresOn": "2029-12-31" });
        let refused = world.nothing_changes(steps(&admin, "renewIpRight", &id, 3, early)).await;
        assert_eq!(refused.error_field().as_deref(), Some("expiresOn"), "{refused}");
        let later = json!({ "expiresOn": "2039-12-31" });
        world.nothing_changes(steps(&desk, "renewIpRight", &id, 3, later.clone())).await.refused_with("FORBIDDEN");
        steps(&admin, "renewIpRight", &id, 3, later.clone()).await.ok();
        let row = reads(&desk, &id).await;
        assert_eq!(row.text("/ipRight/renewal/expiresOn"), "2039-12-31");
        assert_eq!(row.text("/ipRight/renewal/submittedBy/name"), admin.name);
        assert_eq!(force(&world, &id, "2030-01-01", None).await, Some(Lack::Expired));

        steps(&desk, "rejectIpRight", &id, 4, json!({ "reason": "No receipt." })).await.ok();
        let row = reads(&admin, &id).await;
        assert_eq!((row.text("/ipRight/state").as_str(), row.data("/ipRight/renewal")), ("VERIFIED", &json!(null)));
        steps(&admin, "renewIpRight", &id, 5, later).await.ok();
        world.nothing_changes(steps(&admin, "verifyIpRight", &id, 6, json!({}))).await.refused_with("FORBIDDEN");
        steps(&desk, "verifyIpRight", &id, 6, json!({})).await.ok();
        assert_eq!(reads(&admin, &id).await.text("/ipRight/expiresOn"), "2039-12-31");
        assert_eq!(force(&world, &id, "2030-01-01", None).await, None);
    }

    /// Both sides may say that a right is challenged; only who verifies ends that.
    async fn a_disputed_right_counts_for_nothing_until_it_is_settled(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, desk) = (acme.admin().await, desk(&world).await);
        let other = world.brand("Other").await.admin().await;
        let id = verified(&acme, &desk, json!({})).await;
        let why = json!({ "reason": "Non-use" });
        for step in ["disputeIpRight", "takeBackIpRight"] {
            world.nothing_changes(steps(&other, step, &id, 3, why.clone())).await.refused_with("FORBIDDEN");
        }
        steps(&admin, "disputeIpRight", &id, 3, why.clone()).await.ok();
        assert_eq!(force(&world, &id, "2026-01-01", None).await, Some(Lack::Disputed));
        world.nothing_changes(steps(&admin, "settleIpRight", &id, 4, why.clone())).await.refused_with("FORBIDDEN");
        world.nothing_changes(steps(&admin, "takeBackIpRight", &id, 4, json!({}))).await.refused_with("TRANSITION_NOT_ALLOWED");
        steps(&desk, "settleIpRight", &id, 4, why.clone()).await.ok();
        assert_eq!(force(&world, &id, "2026-01-01", None).await, None);
        steps(&desk, "invalidateIpRight", &id, 5, with(why, json!({ "from": "2025-01-01" }))).await.ok();
        assert_eq!(force(&world, &id, "2024-12-31", None).await, None);
        assert_eq!(force(&world, &id, "2025-01-01", None).await, Some(Lack::Invalidated));
        assert_eq!(reads(&admin, &id).await.data("/ipRight/allowedActions"), &json!([]));
    }

    /// What is entered is entered for brands one may keep, once for each number.
    async fn a_right_is_entered_once_and_for_own_brands(world: World) {
        let mut acme = world.brand("Acme").await;
        let second = acme.add_brand("Second").await;
        let other = world.brand("Other").await;
        let admin = acme.admin().await;
        let create = |person: Person, key: &'static str, changes: Value| {
            let facts = with(facts(&acme), changes);
            async move { person.graphql(CREATE, json!({ "input": { "idempotencyKey": key, "facts": facts } })).await }
        };
        let made = create(admin.clone(), "one", json!({})).await.ok();
        let again = world.nothing_changes(create(admin.clone(), "one", json!({}))).await.ok();
        assert_eq!(made.text("/createIpRight/ipRight/id"), again.text("/createIpRight/ipRight/id"));
        let mismatch = create(admin.clone(), "one", json!({ "title": "B" }));
        world.nothing_changes(mismatch).await.refused_with("IDEMPOTENCY_MISMATCH");
        let same = create(admin.clone(), "three", json!({ "registrationNumber": "12 34 567" }));
        world.nothing_changes(same).await.refused_with("ALREADY_EXISTS");
        create(admin.clone(), "four", json!({ "office": "US" })).await.ok();
        let theirs = world.nothing_changes(create(admin.clone(), "five", json!({ "brandIds": [other.brand_id()] }))).await;
        assert_eq!(theirs.error_field().as_deref(), Some("brandIds"), "{theirs}");

        let scoped = acme.person_for(&[Role::Mi], &acme.brands[..1]).await;
        create(scoped.clone(), "six", json!({ "office": "JP" })).await.ok();
        let wide = json!({ "office": "KR", "brandIds": [acme.brand_id(), touchstone::platform::ids::encode(
            touchstone::platform::ids::IdKind::Brand, second)] });
        world.nothing_changes(create(scoped, "seven", wide)).await.refused_with("FORBIDDEN");
        world.nothing_changes(create(desk(&world).await, "eight", json!({}))).await.refused_with("FORBIDDEN");
    }

    /// An agent enters rights of its principal under a power of attorney, for the brands it covers.
    async fn agents_keep_their_principals_rights(world: World) {
        let acme = world.brand("Acme").await;
        let firm = world.agent_firm("Firm").await;
        let agent = firm.agent_for(&acme).await;
        let input = json!({ "input": { "idempotencyKey": "key", "organizationId": acme.public_id(), "facts": facts(&acme) } });
        let id = agent.graphql(CREATE, input.clone()).await.ok().text("/createIpRight/ipRight/id");
        steps(&agent, "submitIpRight", &id, 1, json!({})).await.ok();
        assert_eq!(reads(&acme.admin().await, &id).await.text("/ipRight/submittedBy/name"), agent.name);
        let stranger = world.agent_firm("Stranger").await.person(&[Role::Mc]).await;
        world.nothing_changes(stranger.graphql(CREATE, input)).await.refused_with("FORBIDDEN");
        world.nothing_changes(steps(&stranger, "submitIpRight", &id, 2, json!({}))).await.not_found();
    }

    /// Why, by whom and what is to come is between the holder, its agents and who verifies; others see that it is verified.
    async fn i21_how_a_right_is_handled_is_its_keepers_matter(world: World) {
        let acme = world.brand("Acme").await;
        let firm = world.agent_firm("Firm").await;
        let (admin, desk, agent) = (acme.admin().await, desk(&world).await, firm.agent_for(&acme).await);
        let id = verified(&acme, &desk, json!({})).await;
        steps(&admin, "renewIpRight", &id, 3, json!({ "expiresOn": "2039-12-31" })).await.ok();
        steps(&admin, "disputeIpRight", &id, 4, json!({ "reason": "A secret reason" })).await.ok();
        for person in [&admin, &desk, &agent] {
            let row = reads(person, &id).await;
            assert_eq!(row.text("/ipRight/reason"), "A secret reason");
            assert_eq!(row.text("/ipRight/renewal/expiresOn"), "2039-12-31");
            assert_eq!(titles(person, json!({ "renewalWaits": true })).await, ["AURELIA"]);
        }
        let others = [
            world.brand("Other").await.admin().await,
            world.agency("Police").await.officer().await,
            world.secretariat().await.secretariat_admin().await,
            firm.person(&[Role::Ma]).await,
        ];
        for person in &others {
            let row = reads(person, &id).await;
            assert_eq!(row.text("/ipRight/state"), "DISPUTED");
            for field in ["reason", "renewal", "submittedBy", "verifiedBy"] {
                assert_eq!(row.data(&format!("/ipRight/{field}")), &json!(null), "{field} for {}", person.name);
            }
            assert!(titles(person, json!({ "renewalWaits": true })).await.is_empty(), "{}", person.name);
        }
    }

    /// A draft can be thrown away as long as nobody else has seen it; its number is free again.
    async fn a_draft_is_discarded_until_it_is_submitted(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let document = "mutation($input: IpRightTransitionInput!) { discardIpRight(input: $input) {
            discardedId userErrors { code } } }";
        let discard = |id: &str, version: i64| json!({ "input": { "id": id, "expectedVersion": version } });
        let first = enters(&admin, &acme, json!({})).await;
        let other = world.brand("Other").await.admin().await;
        world.nothing_changes(other.graphql(document, discard(&first, 1))).await.not_found();
        world.nothing_changes(admin.graphql(document, discard(&first, 2))).await.refused_with("STALE_VERSION");
        let done = admin.graphql(document, discard(&first, 1)).await.ok();
        assert_eq!(done.text("/discardIpRight/discardedId"), first);
        admin.graphql(RIGHT, json!({ "id": first })).await.not_found();
        let second = enters(&admin, &acme, json!({})).await;
        steps(&admin, "submitIpRight", &second, 1, json!({})).await.ok();
        steps(&admin, "takeBackIpRight", &second, 2, json!({})).await.ok();
        assert_eq!(reads(&admin, &second).await.data("/ipRight/allowedActions"), &json!(["UPDATE", "SUBMIT"]));
        world.nothing_changes(admin.graphql(document, discard(&second, 3))).await.refused_with("TRANSITION_NOT_ALLOWED");
    }

    /// A dispute is about the right, not about its renewal: judging that changes neither the dispute nor its reason.
    async fn a_dispute_outlives_the_judging_of_a_renewal(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, desk) = (acme.admin().await, desk(&world).await);
        let id = verified(&acme, &desk, json!({})).await;
        steps(&admin, "disputeIpRight", &id, 3, json!({ "reason": "Non-use" })).await.ok();
        let renewal = json!({ "expiresOn": "2039-12-31" });
        steps(&admin, "renewIpRight", &id, 4, renewal.clone()).await.ok();
        steps(&desk, "rejectIpRight", &id, 5, json!({ "reason": "The receipt is blurred." })).await.ok();
        steps(&admin, "renewIpRight", &id, 6, renewal).await.ok();
        steps(&desk, "verifyIpRight", &id, 7, json!({})).await.ok();
        let row = reads(&admin, &id).await;
        assert_eq!((row.text("/ipRight/state").as_str(), row.text("/ipRight/reason").as_str()), ("DISPUTED", "Non-use"));
        assert_eq!(row.text("/ipRight/expiresOn"), "2039-12-31");
        assert_eq!(force(&world, &id, "2026-01-01", None).await, Some(Lack::Disputed));
    }

    /// Whoever says the same again is answered under today's sight.
    async fn a_replay_shows_no_more_than_may_be_seen_now(world: World) {
        let mut acme = world.brand("Acme").await;
        acme.add_brand("Second").await;
        let firm = world.agent_firm("Firm").await;
        let covered = [acme.brands[0]];
        firm.mandate(&acme, Mandate { brands: Some(&covered), ..Mandate::default() }).await;
        let agent = firm.person(&[Role::Mc]).await;
        let input = json!({ "input": { "idempotencyKey": "key", "organizationId": acme.public_id(), "facts": facts(&acme) } });
        let id = agent.graphql(CREATE, input.clone()).await.ok().text("/createIpRight/ipRight/id");
        let elsewhere = touchstone::platform::ids::encode(touchstone::platform::ids::IdKind::Brand, acme.brands[1]);
        let moved = with(facts(&acme), json!({ "brandIds": [elsewhere] }));
        let moved = json!({ "input": { "id": id, "expectedVersion": 1, "facts": moved } });
        acme.admin().await.graphql(UPDATE, moved).await.ok();
        world.nothing_changes(agent.graphql(CREATE, input)).await.not_found();
    }

    /// Two organisations that say they hold the same right are shown to who verifies, and to nobody else.
    async fn the_desk_sees_who_else_claims_a_right(world: World) {
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let desk = desk(&world).await;
        let id = verified(&acme, &desk, json!({})).await;
        let claimant = other.admin().await;
        let draft = enters(&claimant, &other, json!({ "registrationNumber": "123 4567" })).await;
        assert_eq!(reads(&desk, &id).await.data("/ipRight/alsoClaimedBy"), &json!([]), "a draft claims nothing");
        steps(&claimant, "submitIpRight", &draft, 1, json!({})).await.ok();
        assert_eq!(reads(&desk, &id).await.texts("/ipRight/alsoClaimedBy", "/name"), ["Other"]);
        for (person, right) in [(acme.admin().await, &id), (other.admin().await, &draft)] {
            assert_eq!(reads(&person, right).await.data("/ipRight/alsoClaimedBy"), &json!([]));
        }
    }

    /// Each step is in the audit log under its name.
    async fn each_step_is_in_the_audit_log(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, desk) = (acme.admin().await, desk(&world).await);
        let id = verified(&acme, &desk, json!({})).await;
        steps(&admin, "disputeIpRight", &id, 3, json!({ "reason": "Non-use" })).await.ok();
        let document = "{ auditEntries(first: 10) { nodes { action } } }";
        let entries = admin.graphql(document, json!({})).await.ok();
        let mut own = entries.texts("/auditEntries/nodes", "/action");
        own.sort();
        assert_eq!(own, ["createIpRight", "disputeIpRight", "submitIpRight"]);
    }
}
