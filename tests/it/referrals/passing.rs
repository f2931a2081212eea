//! What comes with time and from elsewhere: reminders, retractions, accounts, mails, figures.

use serde_json::json;
use touchstone::mail::MailKind;

use super::*;
use crate::both_databases;

async fn swept(world: &World) -> usize {
    referrals::jobs::sweep(&world.app).await.unwrap()
}

async fn told(of: &Person) -> Vec<String> {
    let document = "{ notifications(first: 50) { nodes { kind referral { id } } } }";
    let found = of.graphql(document, json!({})).await.ok();
    found.texts("/notifications/nodes", "/kind")
}

both_databases! {
    async fn the_right_people_are_told_of_each_step(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.complete(&cast.lead(json!({})).await).await;
        moves(&cast.author, "submitReferral", &id, json!({})).await.ok();
        world.notified().await;
        assert_eq!(told(&cast.admin).await, ["REFERRAL_APPROVAL"]);
        assert!(told(&cast.desk).await.is_empty(), "the member has an administrator of its own");
        moves(&cast.admin, "approveReferral", &id, json!({})).await.ok();
        sends(&world).await;
        moves(&cast.officer, "acknowledgeReferral", &id, json!({})).await.ok();
        world.notified().await;
        assert_eq!(told(&cast.officer).await, ["REFERRAL_SENT"]);
        assert_eq!(told(&cast.author).await, ["REFERRAL_ANSWERED", "REFERRAL_SENT"]);
    }

    async fn mails_hold_a_reference_and_nothing_of_what_it_is_about(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.sent(&cast.lead(json!({})).await).await;
        let letters = world.letters_of(MailKind::ReferralSent).await;
        assert_eq!(letters.len(), 1);
        let (to, letter) = &letters[0];
        assert_eq!((*to, letter.address.as_str()), (cast.officer.id, cast.officer.email.as_str()));
        assert!(letter.text.contains(&row(&world, &id).await.reference), "{}", letter.text);
        for secret in ["Licheng", "Acme", "Bags", "Workshop"] {
            assert!(!letter.text.contains(secret) && !letter.html.contains(secret), "{}", letter.text);
        }
    }

    async fn an_officer_without_an_account_gets_a_mail_at_the_address_of_the_directory(world: World) {
        let cast = Cast::of(&world).await;
        let secretariat = world.secretariat().await;
        let (chief, one, other) = (secretariat.secretariat_admin().await, secretariat.desk().await, secretariat.desk().await);
        let plain = verified_officer(&chief, (&one, &other), &cast.police, None).await;
        let lead = cast.lead(json!({})).await;
        let id = cast.complete(&lead).await;
        changes(&cast.author, &id, json!({ "officerIds": [plain] })).await.ok();
        moves(&cast.author, "submitReferral", &id, json!({})).await.ok();
        moves(&cast.admin, "approveReferral", &id, json!({})).await.ok();
        sends(&world).await;
        let letters = world.letters_of(MailKind::ReferralSent).await;
        assert_eq!(letters.len(), 1);
        assert!(letters[0].1.address.ends_with("@police.example"), "{}", letters[0].1.address);
        reads(&cast.officer, &id).await.not_found();
    }

    async fn an_agency_is_reminded_of_the_receipt_once_a_week_and_of_feedback_once_a_month(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.sent(&cast.lead(json!({})).await).await;
        assert_eq!(swept(&world).await, 0);
        world.after_days(4);
        assert_eq!((swept(&world).await, swept(&world).await), (1, 0), "each once");
        world.after_days(3);
        assert_eq!(swept(&world).await, 0);
        world.after_days(4);
        assert_eq!(swept(&world).await, 1);
        let late = reads(&cast.author, &id).await.ok();
        assert_eq!(late.data("/referral/receipt/late"), &json!(true));
        moves(&cast.officer, "acknowledgeReferral", &id, json!({})).await.ok();
        moves(&cast.officer, "acceptReferral", &id, json!({ "fileNumber": "1" })).await.ok();
        world.after_days(29);
        assert_eq!(swept(&world).await, 0);
        world.after_days(2);
        assert_eq!((swept(&world).await, swept(&world).await), (1, 0));
        assert_eq!(reads(&cast.author, &id).await.ok().data("/referral/feedbackOverdue"), &json!(true));
        world.notified().await;
        assert!(told(&cast.author).await.contains(&"REFERRAL_LATE".to_owned()));
    }

    async fn i35_what_is_taken_back_reaches_the_officers(world: World) {
        let cast = Cast::of(&world).await;
        let lead = cast.lead(json!({})).await;
        let id = cast.sent(&lead).await;
        cast.admin.retracts(&lead).await.ok();
        assert_eq!((swept(&world).await, swept(&world).await), (1, 0));
        let read = reads(&cast.officer, &id).await.ok();
        assert_eq!(history(&read, "/referral/history").last().unwrap(), "LEAD_RETRACTED");
        assert_eq!(world.letters_of(MailKind::ReferralStopped).await.len(), 1);
    }

    async fn it_is_withdrawn_before_and_retracted_after_it_was_accepted(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.sent(&cast.lead(json!({})).await).await;
        world.nothing_changes(moves(&cast.author, "retractReferral", &id, json!({ "reason": "genuine" }))).await
            .refused_with("TRANSITION_NOT_ALLOWED");
        let withdrawn = moves(&cast.desk, "withdrawReferral", &id, json!({ "reason": "the goods were genuine" })).await.ok();
        assert_eq!(withdrawn.text("/withdrawReferral/referral/state"), "WITHDRAWN");
        let seen = reads(&cast.officer, &id).await.ok();
        assert_eq!(seen.data("/referral/package"), &json!(null), "the package is closed");
        assert_eq!(seen.text("/referral/stopReason"), "the goods were genuine");
        assert_eq!(seen.data("/referral/allowedActions"), &json!([]));

        let other = Cast::of(&world).await;
        let id = other.sent(&other.lead(json!({})).await).await;
        moves(&other.officer, "acknowledgeReferral", &id, json!({})).await.ok();
        moves(&other.officer, "acceptReferral", &id, json!({ "fileNumber": "7" })).await.ok();
        let notice = moves(&other.author, "retractReferral", &id, json!({ "reason": "genuine" })).await.ok();
        assert_eq!(notice.text("/retractReferral/referral/state"), "ACCEPTED", "the state stays");
        world.nothing_changes(moves(&other.author, "retractReferral", &id, json!({ "reason": "again" }))).await
            .refused_with("TRANSITION_NOT_ALLOWED");
        assert_eq!(world.letters_of(MailKind::ReferralStopped).await.len(), 2);
    }

    async fn figures_of_a_day_beyond_the_calendar_are_bad_input(world: World) {
        let cast = Cast::of(&world).await;
        for day in ["until: \"9999-12-31\"", "from: \"9999-12-31\""] {
            let document = format!("{{ referralFigures({day}) {{ sent }} }}");
            cast.admin.graphql(&document, json!({})).await.refused_with("BAD_USER_INPUT");
        }
    }

    async fn figures_count_what_was_sent_and_tell_no_small_number_of_several(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.sent(&cast.lead(json!({})).await).await;
        moves(&cast.officer, "acknowledgeReferral", &id, json!({})).await.ok();
        let document = "{ referralFigures { sent received receivedInTime accepted feedbackDue } }";
        let own = cast.admin.graphql(document, json!({})).await.ok();
        assert_eq!(own.data("/referralFigures"),
            &json!({ "sent": 1, "received": 1, "receivedInTime": 1, "accepted": 0, "feedbackDue": 0 }));
        let all = cast.desk.graphql(document, json!({})).await.ok();
        assert_eq!(all.data("/referralFigures"),
            &json!({ "sent": null, "received": null, "receivedInTime": null, "accepted": 0, "feedbackDue": 0 }));
        cast.author.graphql(document, json!({})).await.refused_with("FORBIDDEN");
    }
}
