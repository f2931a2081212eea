//! From an order to a report that counts; what was reported stays as it was.

use sea_orm::ConnectionTrait as _;
use serde_json::json;
use touchstone::permissions::Role;

use super::{Bench, acts, lists, moves, reads, report, row, told};
use crate::{
    both_databases, purchases,
    support::{Asks as _, with},
};

both_databases! {
    async fn an_appraisal_goes_from_its_order_to_a_report_that_counts(world: World) {
        let bench = Bench::of(&world).await;
        let id = bench.ordered("LAB", &bench.first, json!({})).await;
        assert_eq!(purchases::row(&world, &bench.purchase).await.state, "IN_APPRAISAL");
        let steps = [
            ("takeUpAppraisal", json!({ "interest": "NONE" }), "TAKEN_UP"),
            ("beginAppraisal", json!({}), "IN_PROGRESS"),
            ("reportAppraisal", report(&bench.first, "COUNTERFEIT").await, "REPORTED"),
        ];
        for (mutation, more, reached) in steps {
            let done = moves(&bench.first, mutation, &id, more).await.ok();
            assert_eq!(done.text(&format!("/{mutation}/appraisal/state")), reached);
        }
        assert_eq!(bench.case().await, ("PENDING".to_owned(), None));
        moves(&bench.cast.requester, "agreeToAppraisal", &id, json!({})).await.ok();
        moves(&bench.cast.requester, "finalizeAppraisal", &id, json!({})).await.ok();
        assert_eq!(bench.case().await, ("CONCLUDED".to_owned(), Some("COUNTERFEIT".to_owned())));
        assert_eq!(purchases::row(&world, &bench.purchase).await.state, "APPRAISED");
    }

    async fn a_report_says_what_the_order_was_and_is_signed(world: World) {
        let bench = Bench::of(&world).await;
        let id = bench.reported("LAB", &bench.first, "COUNTERFEIT", json!({})).await;
        let read = reads(&bench.cast.requester, &id).await.ok();
        assert_eq!(read.text("/appraisal/reports/0/orderNumber"), "T-2026-0001");
        let (content, whole) = (read.text("/appraisal/reports/0/contentSha256"), read.text("/appraisal/reports/0/reportSha256"));
        assert!(content.len() == 64 && whole.len() == 64 && content != whole);
        let own = reads(&bench.first, &id).await.ok();
        assert_eq!(own.text("/appraisal/reports/0/contentSha256"), content, "the same for who signed it");
        assert!(own.data("/appraisal/reports/0/reportSha256").is_null());
    }

    async fn i19_a_report_is_never_changed_and_a_correction_is_a_new_version(world: World) {
        let bench = Bench::of(&world).await;
        let id = bench.reported("LAB", &bench.first, "COUNTERFEIT", json!({})).await;
        let before = reads(&bench.cast.requester, &id).await.ok().data("/appraisal/reports/0").clone();
        let corrected = with(report(&bench.first, "GENUINE").await, json!({ "reason": "the wrong sample was on the table" }));
        moves(&bench.first, "correctAppraisal", &id, corrected).await.ok();
        let after = reads(&bench.cast.requester, &id).await.ok();
        assert_eq!(after.list("/appraisal/reports").len(), 2);
        assert_eq!(after.data("/appraisal/reports/0"), &before, "the first one stands as it stood");
        assert_eq!(after.text("/appraisal/report/conclusion"), "GENUINE");
        let again = with(report(&bench.second, "ALTERED").await, json!({ "reason": "I think so" }));
        world.nothing_changes(moves(&bench.second, "correctAppraisal", &id, again)).await.not_found();
    }

    async fn i19_the_database_itself_refuses_to_change_a_report(world: World) {
        let bench = Bench::of(&world).await;
        bench.reported("LAB", &bench.first, "COUNTERFEIT", json!({})).await;
        let db = world.app.db.write();
        world.nothing_changes(async {
            for table in ["appraisal_report", "appraisal_photo"] {
                let replace = match world.app.db.is_sqlite() {
                    true => format!("INSERT OR REPLACE INTO {table} SELECT * FROM {table}"),
                    false => format!("TRUNCATE {table} CASCADE"),
                };
                for statement in [format!("UPDATE {table} SET id = id"), format!("DELETE FROM {table}"), replace] {
                    assert!(db.execute_unprepared(&statement).await.is_err(), "{statement}");
                }
            }
        }).await;
    }

    async fn i06_an_order_and_a_report_are_made_once(world: World) {
        let bench = Bench::of(&world).await;
        let wish = bench.wish("LAB", &bench.first, json!({}));
        let first = acts(&bench.cast.requester, "orderAppraisal", wish.clone()).await.ok();
        let again = world.nothing_changes(acts(&bench.cast.requester, "orderAppraisal", wish.clone())).await.ok();
        let id = first.text("/orderAppraisal/appraisal/id");
        assert_eq!(again.text("/orderAppraisal/appraisal/id"), id);
        let other = with(wish, json!({ "questions": "Another one" }));
        world.nothing_changes(acts(&bench.cast.requester, "orderAppraisal", other)).await.refused_with("IDEMPOTENCY_MISMATCH");
        moves(&bench.first, "takeUpAppraisal", &id, json!({ "interest": "NONE" })).await.ok();
        moves(&bench.first, "beginAppraisal", &id, json!({})).await.ok();
        let said = report(&bench.first, "COUNTERFEIT").await;
        let input = with(json!({ "id": id, "expectedVersion": row(&world, &id).await.version }), said);
        acts(&bench.first, "reportAppraisal", input.clone()).await.ok();
        world.nothing_changes(acts(&bench.first, "reportAppraisal", input.clone())).await.ok();
        let mut other = input;
        other["report"]["conclusion"] = json!("GENUINE");
        world.nothing_changes(acts(&bench.first, "reportAppraisal", other)).await.refused_with("IDEMPOTENCY_MISMATCH");
    }

    async fn nobody_judges_the_own_report_and_nobody_writes_that_of_another(world: World) {
        let bench = Bench::of(&world).await;
        let both = bench.cast.acme.person(&[Role::Ap, Role::Mi]).await;
        let id = bench.begun("LOCAL_TEAM", &both, json!({ "blind": false })).await;
        let said = report(&bench.first, "GENUINE").await;
        world.nothing_changes(async {
            moves(&bench.first, "reportAppraisal", &id, said.clone()).await.not_found();
            moves(&bench.cast.requester, "reportAppraisal", &id, said).await.refused_with("FORBIDDEN");
        }).await;
        moves(&both, "reportAppraisal", &id, report(&both, "COUNTERFEIT").await).await.ok();
        world.nothing_changes(async {
            for (mutation, more) in [("agreeToAppraisal", json!({})), ("contestAppraisal", json!({ "reason": "no" }))] {
                moves(&both, mutation, &id, more).await.refused_with("FOUR_EYES");
            }
        }).await;
        moves(&bench.cast.requester, "agreeToAppraisal", &id, json!({})).await.ok();
        world.nothing_changes(moves(&both, "finalizeAppraisal", &id, json!({}))).await.refused_with("FOUR_EYES");
    }

    async fn who_declines_says_why_and_somebody_else_is_asked(world: World) {
        let bench = Bench::of(&world).await;
        let id = bench.ordered("LAB", &bench.first, json!({})).await;
        world.nothing_changes(async {
            moves(&bench.first, "declineAppraisal", &id, json!({ "reason": " " })).await.refused_with("BAD_USER_INPUT");
            moves(&bench.first, "takeUpAppraisal", &id, json!({ "interest": "OTHER" })).await.refused_with("BAD_USER_INPUT");
            moves(&bench.second, "declineAppraisal", &id, json!({ "reason": "no time" })).await.not_found();
        }).await;
        let declined = moves(&bench.first, "declineAppraisal", &id, json!({ "reason": "no time" })).await.ok();
        assert_eq!(declined.text("/declineAppraisal/appraisal/state"), "DECLINED");
        assert_eq!(bench.case().await.0, "NONE");
        bench.ordered("LAB", &bench.second, json!({})).await;
    }

    async fn a_report_is_due_in_working_days_and_late_after_that(world: World) {
        let bench = Bench::of(&world).await;
        let id = bench.ordered("LAB", &bench.first, json!({})).await;
        let read = reads(&bench.cast.requester, &id).await.ok();
        assert_eq!(read.text("/appraisal/dueOn"), "2026-03-23", "ten working days");
        assert_eq!(read.data("/appraisal/overdue"), &json!(false));
        assert!(lists(&bench.first, json!({ "overdue": true })).await.is_empty());
        world.after_days(16);
        assert_eq!(reads(&bench.cast.requester, &id).await.ok().data("/appraisal/overdue"), &json!(true));
        assert_eq!(lists(&bench.first, json!({ "overdue": true })).await, [id]);
    }

    async fn those_whom_it_concerns_are_told(world: World) {
        let bench = Bench::of(&world).await;
        let id = bench.begun("LAB", &bench.first, json!({})).await;
        world.notified().await;
        assert_eq!(told(&bench.first).await, ["APPRAISAL_ORDERED"]);
        moves(&bench.first, "reportAppraisal", &id, report(&bench.first, "COUNTERFEIT").await).await.ok();
        world.notified().await;
        assert!(told(&bench.cast.requester).await.contains(&"APPRAISAL_REPORTED".to_owned()));
        assert!(told(&bench.second).await.is_empty());
    }

    async fn appraisers_are_known_by_how_often_they_err(world: World) {
        let bench = Bench::of(&world).await;
        bench.finished("LAB", &bench.first, "GENUINE", json!({})).await;
        let document = "{ appraiserFigures { appraiser { id } ordered reported wrong compared } }";
        let own = bench.first.graphql(document, json!({})).await.ok();
        assert_eq!(own.list("/appraiserFigures").len(), 1, "oneself");
        assert_eq!(own.number("/appraiserFigures/0/reported"), 1);
        let desk = bench.cast.desk.graphql(document, json!({})).await.ok();
        assert!(desk.texts("/appraiserFigures", "/appraiser/id").contains(&bench.first.public_id()));
    }
}
