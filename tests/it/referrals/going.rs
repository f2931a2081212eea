//! What may go to an agency, and how it is frozen.

use sea_orm::ConnectionTrait as _;
use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::*;
use crate::{both_databases, transport::serving::Serving};

const OPEN: &str = "mutation($input: OpenReferralPackageInput!) { openReferralPackage(input: $input) { url expiresAt \
    userErrors { code } } }";

both_databases! {
    async fn i34_a_right_that_is_not_in_force_blocks_at_every_step(world: World) {
        let cast = Cast::of(&world).await;
        let lead = cast.lead(json!({})).await;
        let right = cast.right(json!({ "expiresOn": "2026-03-20" })).await;
        let id = cast.begins(&cast.author, &[&lead]).await.ok().text("/createReferral/referral/id");
        cast.fills(&id, &lead, json!({ "rightIds": [right] })).await.ok();
        moves(&cast.author, "submitReferral", &id, json!({})).await.ok();
        world.after_days(12);
        world.nothing_changes(moves(&cast.admin, "approveReferral", &id, json!({}))).await.refused_with("RIGHT_NOT_IN_FORCE");
        moves(&cast.author, "takeBackReferral", &id, json!({})).await.ok();
        world.nothing_changes(moves(&cast.author, "submitReferral", &id, json!({}))).await.refused_with("RIGHT_NOT_IN_FORCE");
        let document = "query($id: ID!) { referral(id: $id) { content { rights { lack right { id } } } } }";
        let read = cast.author.graphql(document, json!({ "id": id })).await.ok();
        assert_eq!(read.text("/referral/content/rights/0/lack"), "EXPIRED");
    }

    async fn i34_a_right_that_falls_after_the_approval_sends_it_back_to_its_author(world: World) {
        let cast = Cast::of(&world).await;
        let lead = cast.lead(json!({})).await;
        let right = cast.right(json!({ "expiresOn": "2026-03-20" })).await;
        let id = cast.begins(&cast.author, &[&lead]).await.ok().text("/createReferral/referral/id");
        cast.fills(&id, &lead, json!({ "rightIds": [right] })).await.ok();
        moves(&cast.author, "submitReferral", &id, json!({})).await.ok();
        moves(&cast.admin, "approveReferral", &id, json!({})).await.ok();
        world.after_days(12);
        assert_eq!(sends(&world).await, 0);
        let read = reads(&cast.author, &id).await.ok();
        assert_eq!(read.text("/referral/state"), "DRAFT");
        assert_eq!(history(&read, "/referral/history").last().unwrap(), "FELL_BACK");
        reads(&cast.officer, &id).await.not_found();
    }

    async fn i40_personal_data_stored_in_china_go_abroad_only_with_the_reference_of_an_approval(world: World) {
        let cast = Cast::with_agency(&world, "PT").await;
        let lead = cast.lead(json!({ "country": "CN" })).await;
        names(&cast.admin, &lead, human()).await;
        let id = cast.complete(&lead).await;
        let asked = moves(&cast.author, "submitReferral", &id, json!({}));
        assert_eq!(world.nothing_changes(asked).await.error_field().as_deref(), Some("dataCountry"));
        changes(&cast.author, &id, json!({ "dataCountry": "CN" })).await.ok();
        let basis = moves(&cast.author, "submitReferral", &id, json!({}));
        assert_eq!(world.nothing_changes(basis).await.error_field().as_deref(), Some("crossBorderBasis"));
        changes(&cast.author, &id, json!({ "crossBorderBasis": "treaty" })).await.ok();
        moves(&cast.author, "submitReferral", &id, json!({})).await.ok();
        let refused = world.nothing_changes(moves(&cast.desk, "approveReferral", &id, json!({}))).await;
        assert_eq!(refused.error_field().as_deref(), Some("approvalReference"));
        moves(&cast.desk, "approveReferral", &id, json!({ "approvalReference": "MOJ 2026-15" })).await.ok();
        assert_eq!(sends(&world).await, 1);
        let kept = entity::referral_package::Entity::find().one(world.app.db.read()).await.unwrap().unwrap();
        assert!(kept.manifest.contains("MOJ 2026-15") && kept.manifest.contains("Jane Doe"));
    }

    async fn i40_without_people_or_within_china_no_reference_is_asked_for(world: World) {
        let cast = Cast::of(&world).await;
        let lead = cast.lead(json!({})).await;
        names(&cast.admin, &lead, human()).await;
        let id = cast.complete(&lead).await;
        changes(&cast.author, &id, json!({ "dataCountry": "CN" })).await.ok();
        moves(&cast.author, "submitReferral", &id, json!({})).await.ok();
        moves(&cast.desk, "approveReferral", &id, json!({})).await.ok();
    }

    /// A company has no personal data of its own, but people are reached through it.
    async fn i40_a_company_s_telephone_number_is_personal_data_that_may_leave_china(world: World) {
        let cast = Cast::with_agency(&world, "PT").await;
        let lead = cast.lead(json!({ "country": "CN" })).await;
        let id = cast.complete(&lead).await;
        let asked = moves(&cast.author, "submitReferral", &id, json!({}));
        assert_eq!(world.nothing_changes(asked).await.error_field().as_deref(), Some("dataCountry"));
        changes(&cast.author, &id, json!({ "dataCountry": "CN", "crossBorderBasis": "treaty" })).await.ok();
        moves(&cast.author, "submitReferral", &id, json!({})).await.ok();
        let refused = world.nothing_changes(moves(&cast.desk, "approveReferral", &id, json!({}))).await;
        assert_eq!(refused.error_field().as_deref(), Some("approvalReference"));
        moves(&cast.desk, "approveReferral", &id, json!({ "approvalReference": "MOJ 2026-15" })).await.ok();
        assert_eq!(sends(&world).await, 1);
    }

    async fn i40_a_number_in_words_is_personal_data_and_words_without_one_are_not(world: World) {
        let cast = Cast::with_agency(&world, "PT").await;
        let lead = cast.lead(json!({ "country": "CN" })).await;
        let id = cast.complete(&lead).await;
        let plain = names(&cast.admin, &lead, json!({ "kind": "COMPANY", "name": "Plain Works", "role": "MAKER" })).await;
        let words = |notes: &str| json!({ "subjectIds": [plain], "safetyNotes": notes });
        changes(&cast.author, &id, words("Ask for Li, 138 0013 8000.")).await.ok();
        let asked = moves(&cast.author, "submitReferral", &id, json!({}));
        assert_eq!(world.nothing_changes(asked).await.error_field().as_deref(), Some("dataCountry"));
        changes(&cast.author, &id, words("A dog in the yard.")).await.ok();
        moves(&cast.author, "submitReferral", &id, json!({})).await.ok();
    }

    /// One that can neither be sent nor given back holds up nobody else's.
    async fn a_referral_that_is_stuck_holds_up_no_other(world: World) {
        let cast = Cast::of(&world).await;
        let lead = cast.lead(json!({})).await;
        let expiring = cast.right(json!({ "registrationNumber": "7654321", "expiresOn": "2026-03-20" })).await;
        let stuck = cast.begins(&cast.author, &[&lead]).await.ok().text("/createReferral/referral/id");
        cast.fills(&stuck, &lead, json!({ "rightIds": [expiring] })).await.ok();
        let good = cast.complete(&lead).await;
        for id in [&stuck, &good] {
            moves(&cast.author, "submitReferral", id, json!({})).await.ok();
            moves(&cast.admin, "approveReferral", id, json!({})).await.ok();
        }
        world.after_days(12);
        let reference = row(&world, &stuck).await.reference;
        let statements = match world.app.db.is_sqlite() {
            true => vec![format!(
                "CREATE TRIGGER stuck BEFORE UPDATE ON referral WHEN OLD.reference = '{reference}' \
                 BEGIN SELECT RAISE(ABORT, 'stuck'); END"
            )],
            false => vec![
                format!(
                    "CREATE FUNCTION stuck() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
                     IF OLD.reference = '{reference}' THEN RAISE EXCEPTION 'stuck'; END IF; RETURN NEW; END $$"
                ),
                "CREATE TRIGGER stuck BEFORE UPDATE ON referral FOR EACH ROW EXECUTE FUNCTION stuck()".to_owned(),
            ],
        };
        for statement in statements {
            world.app.db.write().execute_unprepared(&statement).await.unwrap();
        }
        assert_eq!(sends(&world).await, 1);
        assert_eq!(row(&world, &good).await.state, "SENT");
        assert_eq!(row(&world, &stuck).await.state, "APPROVED", "it waits for the next turn");
    }

    async fn what_was_sent_is_frozen_with_its_hashes(world: World) {
        let cast = Cast::of(&world).await;
        let lead = cast.lead(json!({})).await;
        let id = cast.sent(&lead).await;
        let read = reads(&cast.officer, &id).await.ok();
        let kept = entity::referral_package::Entity::find().one(world.app.db.read()).await.unwrap().unwrap();
        assert_eq!(format!("{:x}", Sha256::digest(kept.manifest.as_bytes())), kept.manifest_sha256);
        assert_eq!(read.text("/referral/package/manifestSha256"), kept.manifest_sha256);
        let photo = entity::evidence_item::Entity::find().one(world.app.db.read()).await.unwrap().unwrap();
        assert_eq!(read.data("/referral/package/evidence/0/sha256"), &json!(photo.sha256));
        assert_eq!(read.text("/referral/package/items/0/brand"), "Acme");
        world.nothing_changes(changes(&cast.author, &id, json!({ "facts": "other" }))).await
            .refused_with("TRANSITION_NOT_ALLOWED");
        let serving = Serving::of(&world).await;
        let token = serving.token_of(&cast.officer).await;
        for (form, begins, hash) in [("PDF", "%PDF", &kept.pdf_sha256), ("MANIFEST", "{\"agency\"", &kept.manifest_sha256)] {
            let input = json!({ "input": { "id": id, "form": form, "purpose": "CASE_WORK" } });
            let link = serving.ask_as(&token, OPEN, input).await;
            let url = link.data("/openReferralPackage/url").as_str().unwrap_or_else(|| panic!("{link:?}")).to_owned();
            let (status, _, bytes) = serving.fetches(&token, &url, None).await;
            assert_eq!(status, 200);
            assert!(bytes.starts_with(begins.as_bytes()));
            assert_eq!(&format!("{:x}", Sha256::digest(&bytes)), hash);
            let stranger = serving.token_of(&cast.admin).await;
            assert_eq!(serving.fetches(&stranger, &url, None).await.0, 404, "another session");
        }
        serving.stop().await;
        let opened = reads(&cast.author, &id).await.ok();
        assert_eq!(history(&opened, "/referral/history").iter().filter(|kind| *kind == "OPENED").count(), 1);
        let seen = entity::sighting::Entity::find_by_id((lead.id, cast.officer.id)).one(world.app.db.read()).await.unwrap();
        assert!(seen.is_some(), "those who keep the lead learn that the officer has seen it (I27)");
    }

    async fn a_lead_of_another_goes_on_only_as_its_owner_lets_it(world: World) {
        let cast = Cast::of(&world).await;
        let bolt = world.brand("Bolt").await;
        let (owner, reader) = (bolt.admin().await, cast.acme.investigator().await);
        for (marking, number, may) in [
            (json!({ "handling": { "permittedActions": "INTERNAL_ONLY" } }), "1000001", false),
            (json!({ "tlp": "AMBER_STRICT" }), "1000002", false),
            (json!({}), "1000003", true),
        ] {
            let lead = owner.prepares_from(with(draft(&cast.acme), marking)).await;
            names(&owner, &lead, company()).await;
            owner.attaches(&lead, &picture(9), json!({})).await;
            owner.shares(&lead, &[&cast.acme]).await.ok();
            let id = cast.begins(&reader, &[&lead]).await.ok().text("/createReferral/referral/id");
            let right = cast.right(json!({ "registrationNumber": number })).await;
            cast.fills(&id, &lead, json!({ "rightIds": [right] })).await.ok();
            let submitted = moves(&reader, "submitReferral", &id, json!({})).await;
            if may {
                submitted.ok();
            } else {
                assert_eq!(submitted.error_field().as_deref(), Some("leadIds"), "{submitted}");
            }
        }
    }

    async fn only_verified_officers_of_the_agency_are_named_and_red_needs_accounts(world: World) {
        let cast = Cast::of(&world).await;
        let lead = cast.lead(json!({})).await;
        let id = cast.complete(&lead).await;
        lapses(&world, &cast.naming).await;
        let unnamed = moves(&cast.author, "submitReferral", &id, json!({}));
        assert_eq!(world.nothing_changes(unnamed).await.error_field().as_deref(), Some("officerIds"));
        let again = changes(&cast.author, &id, json!({ "officerIds": [cast.naming] }));
        assert_eq!(world.nothing_changes(again).await.error_field().as_deref(), Some("officerIds"));
        let other = Cast::of(&world).await;
        let foreign = changes(&cast.author, &id, json!({ "officerIds": [other.naming] }));
        assert_eq!(world.nothing_changes(foreign).await.error_field().as_deref(), Some("officerIds"));
    }

    async fn i25_a_lead_that_is_raised_before_the_approval_raises_the_referral(world: World) {
        let cast = Cast::of(&world).await;
        let lead = cast.lead(json!({})).await;
        let id = cast.complete(&lead).await;
        without_account(&world, &cast.naming).await;
        moves(&cast.author, "submitReferral", &id, json!({})).await.ok();
        cast.admin.changes_tlp(&lead, "RED").await.ok();
        let refused = world.nothing_changes(moves(&cast.admin, "approveReferral", &id, json!({}))).await;
        assert_eq!(refused.error_field().as_deref(), Some("officerIds"), "it is RED, and the officer has no account: {refused}");
    }

    async fn i25_a_lead_that_is_raised_after_the_approval_sends_it_back(world: World) {
        let cast = Cast::of(&world).await;
        let lead = cast.lead(json!({})).await;
        let id = cast.complete(&lead).await;
        moves(&cast.author, "submitReferral", &id, json!({})).await.ok();
        moves(&cast.desk, "approveReferral", &id, json!({})).await.ok();
        cast.admin.changes_tlp(&lead, "RED").await.ok();
        assert_eq!(sends(&world).await, 0);
        assert_eq!(row(&world, &id).await.state, "DRAFT");
        moves(&cast.admin, "submitReferral", &id, json!({})).await.ok();
        assert_eq!(row(&world, &id).await.tlp, "RED", "what is handed in is marked as what is in it");
    }

    async fn what_is_for_named_people_alone_goes_to_officers_with_an_account(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.complete(&cast.lead(json!({})).await).await;
        without_account(&world, &cast.naming).await;
        changes(&cast.author, &id, json!({ "handlingCode": "H2" })).await.ok();
        let refused = moves(&cast.author, "submitReferral", &id, json!({}));
        assert_eq!(world.nothing_changes(refused).await.error_field().as_deref(), Some("officerIds"));
        let milder = changes(&cast.author, &id, json!({ "handlingCode": "H0" })).await.ok();
        assert_eq!(milder.text("/updateReferral/referral/handlingCode"), "H0");
        moves(&cast.author, "submitReferral", &id, json!({})).await.ok();
    }
}
