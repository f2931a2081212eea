//! The life of a referral: written, approved by a second person, frozen, sent, answered, closed.

use serde_json::json;

use super::*;
use crate::both_databases;

both_databases! {
    async fn a_package_says_what_is_missing_until_it_is_complete(world: World) {
        let cast = Cast::of(&world).await;
        let lead = cast.lead(json!({})).await;
        let begun = cast.begins(&cast.author, &[&lead]).await.ok();
        let id = begun.text("/createReferral/referral/id");
        let document = "query($id: ID!) { referral(id: $id) { completeness { score complete rulesVersion \
            rules { code met mandatory } } } referralRules { version least rules { code } } }";
        let bare = cast.author.graphql(document, json!({ "id": id })).await.ok();
        assert_eq!(bare.number("/referral/completeness/score"), 0);
        assert_eq!(bare.text("/referral/completeness/rulesVersion"), bare.text("/referralRules/version"));
        assert_eq!(bare.list("/referralRules/rules").len(), 9);
        cast.fills(&id, &lead, json!({})).await.ok();
        world.nothing_changes(moves(&cast.author, "submitReferral", &id, json!({}))).await.refused_with("PACKAGE_INCOMPLETE");
        let right = cast.right(json!({})).await;
        changes(&cast.author, &id, json!({ "rightIds": [right] })).await.ok();
        let full = cast.author.graphql(document, json!({ "id": id })).await.ok();
        assert_eq!(full.number("/referral/completeness/score"), 100);
        changes(&cast.author, &id, json!({ "safetyNotes": "" })).await.ok();
        let enough = cast.author.graphql(document, json!({ "id": id })).await.ok();
        assert_eq!(enough.number("/referral/completeness/score"), 95);
        moves(&cast.author, "submitReferral", &id, json!({})).await.ok();
    }

    async fn i12_whoever_wrote_or_handed_in_a_referral_never_approves_it(world: World) {
        let cast = Cast::of(&world).await;
        let author = both_roles(&cast.acme).await;
        let lead = cast.lead(json!({})).await;
        let right = cast.right(json!({})).await;
        let id = cast.begins(&author, &[&lead]).await.ok().text("/createReferral/referral/id");
        changes(&author, &id, json!({ "rightIds": [right] })).await.ok();
        cast.fills(&id, &lead, json!({})).await.ok();
        moves(&cast.admin, "submitReferral", &id, json!({})).await.ok();
        for writer in [&author, &cast.admin] {
            let refused = world.nothing_changes(moves(writer, "approveReferral", &id, json!({}))).await;
            refused.refused_with("FOUR_EYES");
        }
        world.nothing_changes(moves(&cast.author, "approveReferral", &id, json!({}))).await.refused_with("FORBIDDEN");
        let other = cast.acme.admin().await;
        let approved = moves(&other, "approveReferral", &id, json!({})).await.ok();
        assert_eq!(approved.text("/approveReferral/referral/state"), "APPROVED");
        assert_eq!(row(&world, &id).await.approved_by, Some(other.id));
    }

    async fn the_second_person_gives_it_back_and_the_author_takes_it_back(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.complete(&cast.lead(json!({})).await).await;
        moves(&cast.author, "submitReferral", &id, json!({})).await.ok();
        world.nothing_changes(changes(&cast.author, &id, json!({ "title": "another" }))).await
            .refused_with("TRANSITION_NOT_ALLOWED");
        let back = moves(&cast.desk, "returnReferral", &id, json!({ "reason": "name the street" })).await.ok();
        assert_eq!(back.text("/returnReferral/referral/state"), "DRAFT");
        moves(&cast.author, "submitReferral", &id, json!({})).await.ok();
        moves(&cast.author, "takeBackReferral", &id, json!({})).await.ok();
        let read = reads(&cast.author, &id).await.ok();
        let kinds = history(&read, "/referral/history");
        assert_eq!(kinds, ["CREATED", "SUBMITTED", "RETURNED", "SUBMITTED", "TAKEN_BACK"]);
    }

    async fn an_officer_acknowledges_asks_and_accepts_and_the_clock_stands_still_meanwhile(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.sent(&cast.lead(json!({})).await).await;
        let sent = reads(&cast.officer, &id).await.ok();
        assert_eq!((sent.text("/referral/state"), sent.text("/referral/side")), ("SENT".into(), "AGENCY".into()));
        assert_eq!(sent.text("/referral/receipt/dueOn"), "2026-03-12", "three working days");
        world.nothing_changes(moves(&cast.officer, "acceptReferral", &id, json!({ "fileNumber": "A-1" }))).await
            .refused_with("TRANSITION_NOT_ALLOWED");
        let received = moves(&cast.officer, "acknowledgeReferral", &id, json!({})).await.ok();
        assert_eq!(received.text("/acknowledgeReferral/referral/decision/dueOn"), "2026-03-16", "seven days");
        let asked = moves(&cast.officer, "requestReferralInformation", &id, json!({ "note": "Which yard?" })).await.ok();
        assert_eq!(asked.text("/requestReferralInformation/referral/state"), "INFO_REQUESTED");
        world.after_days(10);
        let waits = reads(&cast.author, &id).await.ok();
        assert_eq!(waits.data("/referral/decision/late"), &json!(false), "it stands still");
        world.nothing_changes(moves(&cast.officer, "answerReferralInformation", &id, json!({ "note": "x" }))).await
            .refused_with("FORBIDDEN");
        let answered = moves(&cast.author, "answerReferralInformation", &id, json!({ "note": "The second one." })).await.ok();
        assert_eq!(answered.text("/answerReferralInformation/referral/decision/dueOn"), "2026-03-26", "ten days later");
        assert_eq!(answered.data("/answerReferralInformation/referral/pausedSince"), &json!(null));
        let later = moves(&cast.officer, "extendReferralDecision", &id, json!({ "note": "The laboratory." })).await.ok();
        assert_eq!(later.text("/extendReferralDecision/referral/decision/dueOn"), "2026-04-25");
        let accepted = moves(&cast.officer, "acceptReferral", &id, json!({ "fileNumber": "2026-117" })).await.ok();
        assert_eq!(accepted.text("/acceptReferral/referral/state"), "ACCEPTED");
        world.nothing_changes(moves(&cast.author, "withdrawReferral", &id, json!({ "reason": "no" }))).await
            .refused_with("TRANSITION_NOT_ALLOWED");
        let feedback = json!({ "used": true, "useful": true, "result": "ENFORCEMENT" });
        let closed = moves(&cast.officer, "giveReferralFeedback", &id, feedback).await.ok();
        let kinds = history(&closed, "/giveReferralFeedback/referral/history");
        assert_eq!(kinds, ["SENT", "RECEIVED", "REVIEW_BEGUN", "INFO_REQUESTED", "INFO_ANSWERED", "DECISION_EXTENDED",
            "ACCEPTED", "CLOSED"], "the agency is shown what happened since the sending");
        let row = row(&world, &id).await;
        assert_eq!((row.state.as_str(), row.file_number.as_deref()), ("CLOSED", Some("2026-117")));
    }

    async fn an_agency_declines_with_a_reason(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.sent(&cast.lead(json!({})).await).await;
        moves(&cast.officer, "acknowledgeReferral", &id, json!({})).await.ok();
        let other = moves(&cast.officer, "declineReferral", &id, json!({ "reason": "OTHER" }));
        world.nothing_changes(other).await.refused_with("BAD_USER_INPUT");
        let declined = moves(&cast.officer, "declineReferral", &id, json!({ "reason": "BELOW_THRESHOLD" })).await.ok();
        assert_eq!(declined.text("/declineReferral/referral/declineReason"), "BELOW_THRESHOLD");
        let feedback = json!({ "used": false, "useful": false, "result": "NO_ACTION" });
        moves(&cast.desk, "giveReferralFeedback", &id, feedback).await.ok();
    }

    async fn a_decision_is_put_off_twice_at_most(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.sent(&cast.lead(json!({})).await).await;
        moves(&cast.officer, "acknowledgeReferral", &id, json!({})).await.ok();
        for _ in 0..2 {
            moves(&cast.officer, "extendReferralDecision", &id, json!({ "note": "complex" })).await.ok();
        }
        world.nothing_changes(moves(&cast.officer, "extendReferralDecision", &id, json!({ "note": "complex" }))).await
            .refused_with("TRANSITION_NOT_ALLOWED");
    }

    async fn the_same_key_begins_one_referral_and_an_old_version_changes_nothing(world: World) {
        let cast = Cast::of(&world).await;
        let lead = cast.lead(json!({})).await;
        let input = json!({ "idempotencyKey": "one", "agencyId": cast.agency_id(), "leadIds": [lead.public_id()], "title": "Yard" });
        let first = acts(&cast.author, "createReferral", input.clone()).await.ok();
        let again = acts(&cast.author, "createReferral", input.clone()).await.ok();
        let id = first.text("/createReferral/referral/id");
        assert_eq!(again.text("/createReferral/referral/id"), id);
        let other = acts(&cast.author, "createReferral", with(input, json!({ "title": "Other" }))).await;
        other.refused_with("IDEMPOTENCY_MISMATCH");
        changes(&cast.author, &id, json!({ "facts": "Seen." })).await.ok();
        let stale = acts(&cast.author, "updateReferral", json!({ "id": id, "expectedVersion": 1, "facts": "Heard." }));
        world.nothing_changes(stale).await.refused_with("STALE_VERSION");
    }
}
