//! The highest rank that counts decides, not the majority.

use serde_json::json;

use super::{Bench, acts, moves, reads, report, told};
use crate::both_databases;

both_databases! {
    async fn the_word_of_the_highest_rank_holds_against_more_of_a_lower_one(world: World) {
        let bench = Bench::of(&world).await;
        bench.finished("LOCAL_TEAM", &bench.team, "COUNTERFEIT", json!({ "blind": true })).await;
        bench.finished("LAB", &bench.first, "COUNTERFEIT", json!({})).await;
        assert_eq!(bench.case().await, ("CONCLUDED".to_owned(), Some("COUNTERFEIT".to_owned())));
        bench.reported("BRAND_HQ", &bench.headquarters, "GREY_MARKET", json!({})).await;
        assert_eq!(bench.case().await, ("CONFLICT".to_owned(), None), "before it counts, it already contradicts");
        world.notified().await;
        assert!(told(&bench.cast.requester).await.contains(&"APPRAISAL_CONFLICT".to_owned()));
        let last = super::lists(&bench.headquarters, json!({ "mine": true })).await.remove(0);
        moves(&bench.cast.requester, "agreeToAppraisal", &last, json!({})).await.ok();
        moves(&bench.cast.requester, "finalizeAppraisal", &last, json!({})).await.ok();
        assert_eq!(bench.case().await, ("CONCLUDED".to_owned(), Some("GREY_MARKET".to_owned())));
    }

    async fn two_of_the_same_rank_who_differ_stay_in_conflict_until_a_higher_one_speaks(world: World) {
        let bench = Bench::of(&world).await;
        bench.finished("LAB", &bench.first, "COUNTERFEIT", json!({})).await;
        bench.finished("LAB", &bench.second, "ALTERED", json!({})).await;
        assert_eq!(bench.case().await, ("CONFLICT".to_owned(), None));
        let third = bench.lab.person(&[touchstone::permissions::Role::Ap]).await;
        bench.finished("INDEPENDENT_LAB", &third, "ALTERED", json!({})).await;
        assert_eq!(bench.case().await, ("CONCLUDED".to_owned(), Some("ALTERED".to_owned())));
    }

    async fn what_is_contested_is_inspected_again_by_somebody_else_of_no_lower_rank_who_knows_nothing(world: World) {
        let bench = Bench::of(&world).await;
        let first = bench.finished("LAB", &bench.first, "COUNTERFEIT", json!({ "blind": false })).await;
        moves(&bench.cast.requester, "contestAppraisal", &first, json!({ "reason": "the seam is ours" })).await.ok();
        assert_eq!(bench.case().await, ("CONTESTED".to_owned(), None));
        let again = json!({ "followsId": first, "blind": false });
        world.nothing_changes(async {
            let same = acts(&bench.cast.requester, "orderAppraisal", bench.wish("LAB", &bench.first, again.clone())).await;
            same.refused_with("FOUR_EYES");
            let lower = acts(&bench.cast.requester, "orderAppraisal", bench.wish("LOCAL_TEAM", &bench.team, again.clone())).await;
            assert_eq!(lower.error_field().as_deref(), Some("rank"), "{lower}");
        }).await;
        let second = bench.ordered("LAB", &bench.second, again).await;
        let read = reads(&bench.cast.requester, &second).await.ok();
        assert_eq!(read.data("/appraisal/blind"), &json!(true), "whatever was asked for");
        assert_eq!(read.text("/appraisal/purpose"), "REINSPECTION");
        assert_eq!(read.text("/appraisal/follows/id"), first);
        moves(&bench.second, "takeUpAppraisal", &second, json!({ "interest": "NONE" })).await.ok();
        moves(&bench.second, "beginAppraisal", &second, json!({})).await.ok();
        moves(&bench.second, "reportAppraisal", &second, report(&bench.second, "COUNTERFEIT").await).await.ok();
        moves(&bench.cast.requester, "agreeToAppraisal", &second, json!({})).await.ok();
        moves(&bench.cast.requester, "finalizeAppraisal", &second, json!({})).await.ok();
        assert_eq!(bench.case().await, ("CONCLUDED".to_owned(), Some("COUNTERFEIT".to_owned())));
    }

    async fn who_depends_on_the_brand_is_no_independent_laboratory(world: World) {
        let bench = Bench::of(&world).await;
        let stranger = world.brand("Bolt").await.person(&[touchstone::permissions::Role::Ap]).await;
        world.nothing_changes(async {
            for (rank, appraiser) in [("INDEPENDENT_LAB", &bench.team), ("LAB", &stranger), ("LAB", &bench.cast.finance)] {
                let refused = acts(&bench.cast.requester, "orderAppraisal", bench.wish(rank, appraiser, json!({}))).await;
                assert_eq!(refused.error_field().as_deref(), Some("appraiserId"), "{rank}: {refused}");
            }
        }).await;
    }
}
