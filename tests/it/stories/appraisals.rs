//! Story 5: three say "fake", headquarters say "genuine", and nobody is harmed by it any further.

use serde_json::json;
use touchstone::permissions::Role;

use crate::{
    appraisals::{Bench, blocks::referring, moves, reads, report},
    both_databases, purchases, referrals,
    support::Asks as _,
};

both_databases! {
    async fn story_5_headquarters_find_genuine_what_the_local_team_called_fake(world: World) {
        let bench = Bench::of(&world).await;
        let (requester, lead) = (&bench.cast.requester, &bench.cast.lead);
        let bolt = world.brand("Bolt").await;
        let colleague = bolt.investigator().await;
        requester.shares(lead, &[&bolt]).await.ok();
        colleague.reads(lead).await.ok();
        let cast = referring(&bench.cast).await;
        referrals::names(&cast.admin, lead, referrals::company()).await;
        let referral = cast.complete(lead).await;

        // The local team says so, and a second one, who knows nothing of that, too.
        let first = bench.finished("LOCAL_TEAM", &bench.team, "COUNTERFEIT", json!({})).await;
        let other = bench.cast.acme.person(&[Role::Ap]).await;
        let second = bench.finished("LOCAL_TEAM", &other, "COUNTERFEIT", json!({ "followsId": first })).await;
        assert_eq!(bench.case().await, ("CONCLUDED".to_owned(), Some("COUNTERFEIT".to_owned())));
        let before = [reads(requester, &first).await.ok(), reads(requester, &second).await.ok()];

        let last = bench.begun("BRAND_HQ", &bench.headquarters, json!({})).await;
        referrals::moves(&cast.author, "submitReferral", &referral, json!({})).await.ok();
        moves(&bench.headquarters, "reportAppraisal", &last, report(&bench.headquarters, "GENUINE").await).await.ok();
        assert_eq!(bench.case().await, ("CONFLICT".to_owned(), None));
        world.nothing_changes(async {
            referrals::moves(&cast.admin, "approveReferral", &referral, json!({})).await.refused_with("APPRAISAL_CONFLICT");
        }).await;

        moves(requester, "agreeToAppraisal", &last, json!({})).await.ok();
        moves(requester, "finalizeAppraisal", &last, json!({})).await.ok();
        assert_eq!(lead.row().await.state, "RETRACTED", "what stood on it is taken back");
        world.notified().await;
        let told = "{ notifications(first: 50) { nodes { kind } } }";
        let kinds = colleague.graphql(told, json!({})).await.ok().texts("/notifications/nodes", "/kind");
        assert!(kinds.iter().any(|kind| kind.contains("RETRACT")), "everybody who saw it: {kinds:?}");
        assert_ne!(referrals::row(&world, &referral).await.state, "APPROVED");

        // The reports stand as they stood, and who was wrong is counted.
        for (before, id) in before.iter().zip([&first, &second]) {
            let now = reads(requester, id).await.ok();
            assert_eq!(now.data("/appraisal/reports"), before.data("/appraisal/reports"));
        }
        let document = "{ appraiserFigures { appraiser { id } compared wrong } }";
        let figures = bench.cast.desk.graphql(document, json!({})).await.ok();
        let wrong = |person: &crate::support::Person| {
            let figures = figures.list("/appraiserFigures");
            figures.iter().find(|figure| figure["appraiser"]["id"] == person.public_id()).unwrap()["wrong"].clone()
        };
        assert_eq!((wrong(&bench.team), wrong(&other), wrong(&bench.headquarters)), (json!(1), json!(1), json!(0)));
        assert_eq!(purchases::row(&world, &bench.purchase).await.state, "APPRAISED");
    }
}
