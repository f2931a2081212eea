//! Purchases that meet offline actions, whichever of the two comes first: found by what the seller is known by, told to the desk
//! and to nobody else, and neither of the two is approved before the desk has settled it.

use serde_json::{Value, json};

use super::{Cast, acts, moves, reads, row, told};
use crate::{
    actions, both_databases,
    support::{Asks as _, Lead, Person, Response, World},
};

const CLASHES: &str = "query($open: Boolean) { purchaseClashes(first: 50, open: $open) { totalCount nodes { id kinds state version \
    purchase { id } action { id } actionStartsAt divisionCodes leadAgency { id } resolution allowedResolutions } } }";

/// A member that buys from a seller, and another one whose agency has an action against the same seller.
struct Two {
    cast: Cast,
    raid: actions::Cast,
    /// The seller as it is named in either lead.
    ours: String,
    theirs: String,
}

impl Two {
    async fn of(world: &World) -> Self {
        let cast = Cast::of(world).await;
        let (deva, elan) = (world.brand("Deva").await, world.brand("Elan").await);
        let police = world.agency("Customs").await;
        let admin = deva.admin().await;
        let lead = admin.prepares(&elan).await;
        admin.shares(&lead, &[&elan]).await.ok();
        elan.investigator().await.answers(&lead, &elan, "CONFIRMED").await.ok();
        let ours = names(&cast.acme.admin().await, &cast.lead, "@harbour_bags").await;
        let theirs = names(&admin, &lead, "@harbour_bags").await;
        let raid = actions::Cast {
            world: world.clone(),
            investigator: deva.investigator().await,
            acme: deva,
            admin,
            desk: cast.desk.clone(),
            second: cast.secretariat.desk().await,
            leader: police.officer().await,
            officer: police.officer().await,
            police,
            lead,
        };
        Self {
            cast,
            raid,
            ours,
            theirs,
        }
    }

    /// An action against the seller, brought as far as a state.
    async fn planned(&self, state: &str) -> String {
        let about = json!({ "subjectIds": [self.theirs] });
        self.raid.brought_to(state, about).await
    }

    /// A purchase from the seller that was asked for.
    async fn requested(&self) -> String {
        self.cast.requested(json!({ "sellerSubjectId": self.ours })).await
    }

    /// Everybody who has nothing to settle here.
    fn others(&self) -> [(&'static str, &Person); 6] {
        [
            ("the requester", &self.cast.requester),
            ("its finance", &self.cast.finance),
            ("the leader", &self.raid.leader),
            ("the other member", &self.raid.admin),
            ("the fund manager", &self.cast.treasury.manager),
            ("the auditor", &self.cast.treasury.auditor),
        ]
    }

    /// Insists that neither of the two is approved, and that nothing changes by trying.
    async fn both_wait(&self, purchase: &str, action: &str) {
        self.cast
            .world
            .nothing_changes(async {
                let finance = &self.cast.finance;
                let refused = moves(finance, "approvePurchase", purchase, json!({})).await;
                refused.refused_with("TRANSITION_NOT_ALLOWED");
                for by in [&self.raid.second, &self.raid.leader] {
                    let refused = actions::moves(by, "approveOfflineAction", action, json!({})).await;
                    refused.refused_with("TRANSITION_NOT_ALLOWED");
                }
            })
            .await;
        let read = reads(&self.cast.finance, purchase).await.ok();
        assert!(
            !read.list("/purchase/allowedActions").contains(&json!("APPROVE")),
            "{read}"
        );
    }

    /// Has the action approved by both sides.
    async fn approves(&self, action: &str) {
        for by in [&self.raid.second, &self.raid.leader] {
            actions::moves(by, "approveOfflineAction", action, json!({})).await.ok();
        }
    }
}

/// Names a seller in a lead; its id.
async fn names(by: &Person, lead: &Lead, handle: &str) -> String {
    let input = json!({ "idempotencyKey": by.world.id().to_string(), "leadId": lead.public_id(), "kind": "COMPANY",
        "name": "Harbour Bags", "identifiers": [{ "kind": "TELEGRAM", "value": handle }] });
    let made = by.act_selecting("addSubject", input, "subject { id }").await.ok();
    made.text("/addSubject/subject/id")
}

/// The clashes that the desk finds; the count says the same.
async fn clashes(by: &Person, open: Option<bool>) -> Vec<Value> {
    let found = by.graphql(CLASHES, json!({ "open": open })).await.ok();
    let clashes = found.list("/purchaseClashes/nodes").clone();
    let count = found.number("/purchaseClashes/totalCount");
    assert_eq!(count, i64::try_from(clashes.len()).unwrap());
    clashes
}

async fn resolves(by: &Person, clash: &Value, resolution: &str) -> Response {
    let document = "mutation($input: ResolvePurchaseClashInput!) { resolvePurchaseClash(input: $input) { clash { state resolution } \
        userErrors { code field message } } }";
    let input = json!({ "id": clash["id"], "expectedVersion": clash["version"], "resolution": resolution, "note": "Spoken to both" });
    by.graphql(document, json!({ "input": input })).await
}

/// How often somebody reads in the log that a clash was settled.
async fn logged(by: &Person) -> usize {
    let document = "{ auditEntries(first: 100) { nodes { action } } }";
    let entries = by
        .graphql(document, json!({}))
        .await
        .ok()
        .texts("/auditEntries/nodes", "/action");
    entries
        .iter()
        .filter(|action| *action == "resolvePurchaseClash")
        .count()
}

both_databases! {
    async fn a_purchase_that_meets_an_action_is_known_to_the_desk_alone_and_waits_like_the_action(world: World) {
        let two = Two::of(&world).await;
        let action = two.planned("PLANNED").await;
        let purchase = two.requested().await;
        world.notified().await;
        let found = clashes(&two.cast.desk, Some(true)).await;
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0]["kinds"], json!(["SUBJECT"]));
        assert_eq!(found[0]["purchase"]["id"], json!(purchase));
        assert_eq!(found[0]["leadAgency"]["id"], json!(two.raid.police.public_id()));
        assert!(!serde_json::to_string(&found).unwrap().contains("harbour"), "nobody sees by what they meet");
        // Of the desk only who is on its team sees the action.
        assert_eq!(clashes(&two.raid.second, None).await[0]["action"]["id"], json!(action));
        assert_eq!(clashes(&two.cast.buyer, None).await[0]["action"], Value::Null);
        for by in [&two.cast.desk, &two.raid.second] {
            assert!(told(by).await.contains(&"PURCHASE_CLASH".to_owned()), "{}", by.name);
        }
        let node = "query($id: ID!) { node(id: $id) { id } }";
        for (who, by) in two.others() {
            assert!(!told(by).await.contains(&"PURCHASE_CLASH".to_owned()), "{who}");
            by.graphql(CLASHES, json!({})).await.refused_with("FORBIDDEN");
            let asked = by.graphql(node, json!({ "id": found[0]["id"] })).await.ok();
            assert!(asked.data("/node").is_null(), "{who}");
        }
        let own = actions::reads(&two.raid.leader, &action).await.ok();
        assert!(own.list("/offlineAction/clashes").is_empty(), "{own}");
        two.both_wait(&purchase, &action).await;
        let clash = &found[0];
        world.nothing_changes(async {
            for (_, by) in two.others() {
                resolves(by, clash, "PROCEED").await.refused_with("FORBIDDEN");
            }
        }).await;
        assert_eq!(clash["allowedResolutions"], json!(["PROCEED", "GIVE_UP"]));
        resolves(&two.cast.desk, clash, "PROCEED").await.ok();
        world.nothing_changes(async {
            resolves(&two.cast.desk, clash, "GIVE_UP").await.refused_with("TRANSITION_NOT_ALLOWED");
        }).await;
        moves(&two.cast.finance, "approvePurchase", &purchase, json!({})).await.ok();
        two.approves(&action).await;
    }

    async fn an_action_that_meets_a_purchase_waits_until_the_desk_gave_that_up(world: World) {
        let two = Two::of(&world).await;
        let purchase = two.requested().await;
        moves(&two.cast.finance, "approvePurchase", &purchase, json!({})).await.ok();
        assert!(clashes(&two.cast.desk, None).await.is_empty());
        let action = two.raid.proposed(json!({ "subjectIds": [two.theirs] })).await;
        actions::moves(&two.raid.desk, "submitOfflineAction", &action, json!({})).await.ok();
        let found = clashes(&two.cast.desk, Some(true)).await;
        assert_eq!(found.len(), 1, "the other way round, too");
        world.nothing_changes(async {
            for (by, step) in [(&two.raid.leader, "planOfflineAction"), (&two.raid.second, "approveOfflineAction")] {
                let refused = actions::moves(by, step, &action, json!({})).await;
                refused.refused_with("TRANSITION_NOT_ALLOWED");
            }
        }).await;
        resolves(&two.cast.desk, &found[0], "GIVE_UP").await.ok();
        assert_eq!(row(&world, &purchase).await.state, "CANCELLED");
        assert_eq!((two.cast.treasury.sum("held").await, two.cast.treasury.sum("available").await), ("0.00".to_owned(), "1000.00".to_owned()));
        let read = reads(&two.cast.requester, &purchase).await.ok();
        assert_eq!(read.text("/purchase/decisionReason"), "The desk gave it up.", "not why");
        actions::moves(&two.raid.leader, "planOfflineAction", &action, json!({})).await.ok();
        two.approves(&action).await;
        two.cast.treasury.is_right().await;
    }

    /// What is embargoed is not told by the log of what it met, either: an auditor sees the purchase and its seller.
    async fn i28_the_log_does_not_tell_that_a_purchase_met_an_embargoed_action(world: World) {
        let two = Two::of(&world).await;
        let action = two.planned("PLANNED").await;
        let purchase = two.requested().await;
        let clash = &clashes(&two.cast.desk, Some(true)).await[0];
        resolves(&two.cast.desk, clash, "GIVE_UP").await.ok();
        let auditor = &two.cast.treasury.auditor;
        assert_eq!(reads(auditor, &purchase).await.ok().text("/purchase/state"), "CANCELLED");
        assert_eq!(logged(auditor).await, 0, "before it is released");
        two.approves(&action).await;
        actions::moves(&two.raid.leader, "releaseOfflineAction", &action, json!({ "reason": "In the press" })).await.ok();
        assert_eq!(logged(auditor).await, 1, "nothing is missing afterwards");
    }

    async fn what_moves_or_is_given_up_meets_nobody_any_more(world: World) {
        let two = Two::of(&world).await;
        let action = two.planned("DECONFLICTING").await;
        let purchase = two.requested().await;
        assert_eq!(clashes(&two.cast.desk, Some(true)).await.len(), 1);
        let later = json!({ "window": actions::window("2026-09-01T06:00", "2026-09-01T18:00") });
        actions::moves(&two.raid.leader, "changeOfflineAction", &action, later).await.ok();
        assert!(clashes(&two.cast.desk, Some(true)).await.is_empty(), "half a year later");
        assert_eq!(clashes(&two.cast.desk, None).await[0]["state"], "VOID", "the desk keeps it");
        let back = json!({ "window": actions::window("2026-03-20T06:00", "2026-03-20T18:00") });
        actions::moves(&two.raid.leader, "changeOfflineAction", &action, back).await.ok();
        assert_eq!(clashes(&two.cast.desk, Some(true)).await.len(), 1, "and meet again");
        world.nothing_changes(async {
            let refused = moves(&two.cast.finance, "approvePurchase", &purchase, json!({})).await;
            refused.refused_with("TRANSITION_NOT_ALLOWED");
        }).await;
        moves(&two.cast.requester, "cancelPurchase", &purchase, json!({ "reason": "the shop is gone" })).await.ok();
        assert!(clashes(&two.cast.desk, Some(true)).await.is_empty(), "the purchase is given up");
        actions::moves(&two.raid.leader, "planOfflineAction", &action, json!({})).await.ok();
        two.approves(&action).await;

        let third = two.requested().await;
        assert_eq!(clashes(&two.cast.desk, Some(true)).await.len(), 1, "an approved action, too");
        actions::moves(&two.raid.leader, "cancelOfflineAction", &action, json!({ "reason": "No" })).await.ok();
        assert!(clashes(&two.cast.desk, Some(true)).await.is_empty(), "the action is given up");
        moves(&two.cast.finance, "approvePurchase", &third, json!({})).await.ok();
    }

    async fn sellers_that_are_not_the_same_do_not_meet(world: World) {
        let two = Two::of(&world).await;
        two.planned("DECONFLICTING").await;
        let other = names(&two.cast.acme.admin().await, &two.cast.lead, "@market_bags").await;
        let id = two.cast.requested(json!({ "sellerSubjectId": other })).await;
        two.cast.requested(json!({})).await;
        assert!(clashes(&two.cast.desk, None).await.is_empty());
        moves(&two.cast.finance, "approvePurchase", &id, json!({})).await.ok();
    }

    /// Asked for and submitted at the same moment: one of the two comes second, and finds the other.
    async fn two_that_come_at_once_do_not_miss_each_other(world: World) {
        let two = Two::of(&world).await;
        let action = two.raid.proposed(json!({ "subjectIds": [two.theirs] })).await;
        let wish = two.cast.wish(json!({ "sellerSubjectId": two.ours }));
        let (asked, submitted) = tokio::join!(
            acts(&two.cast.requester, "requestPurchase", wish),
            actions::moves(&two.raid.desk, "submitOfflineAction", &action, json!({})),
        );
        let purchase = asked.ok().text("/requestPurchase/purchase/id");
        submitted.ok();
        let found = clashes(&two.cast.desk, Some(true)).await;
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0]["purchase"]["id"], json!(purchase));
    }
}
