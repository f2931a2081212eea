//! What test purchases came to: each counts once, what is doubted counts not at all, and nothing small is told across
//! organisations.

use serde_json::{Value, json};
use touchstone::{
    permissions::{Role, viewer::OrganizationKind},
    platform::ids::IdKind,
};

use super::{Cast, moves};
use crate::{
    appraisals::Bench,
    both_databases,
    funds::creates_fund,
    support::{Asks as _, Person, Response, with},
};

const FIGURES: &str = "query($input: PurchaseStatisticsInput!) { purchaseStatistics(input: $input) { \
    states { state count } spent { kind currency amount { amount } } appraised counterfeit hitRate \
    costPerCounterfeit { amount currency } tellsMoney membersTakingPart membersEligible participation isSuppressed } }";

/// What somebody is told of a year, or of what `more` says.
async fn asks(by: &Person, more: Value) -> Response {
    let base = json!({ "from": "2026-01-01", "to": "2026-12-31" });
    by.graphql(FIGURES, json!({ "input": with(base, more) })).await
}

/// The same where nothing is refused.
async fn figures(by: &Person, more: Value) -> Value {
    asks(by, more).await.ok().data("/purchaseStatistics").clone()
}

/// What was found, of how many, the rate of it, and what one of them cost.
fn found(of: &Value) -> Value {
    json!([
        of["counterfeit"],
        of["appraised"],
        of["hitRate"],
        of["costPerCounterfeit"]
    ])
}

/// Who took part, of how many, and the rate of it.
fn took_part(of: &Value) -> Value {
    json!([of["membersTakingPart"], of["membersEligible"], of["participation"]])
}

fn yuan(amount: &str) -> Value {
    json!([{ "amount": amount, "currency": "CNY" }])
}

/// A purchase out of an allocation that was approved, given to the buyer and ordered at these costs.
async fn ordered(cast: &Cast, allocation: &str, approver: &Person, costs: &Value) -> String {
    let id = cast
        .requested(json!({ "allocationId": allocation, "quantity": 1 }))
        .await;
    moves(approver, "approvePurchase", &id, json!({})).await.ok();
    let identity = cast.identity(&cast.buyer, json!({ "acknowledgeWarnings": true }));
    moves(&cast.desk, "assignPurchase", &id, identity).await.ok();
    let order = cast.order(&cast.buyer, "1.00", json!({ "costs": costs })).await;
    moves(&cast.buyer, "orderPurchase", &id, order).await.ok();
    id
}

/// The one sample of a purchase that was ordered.
async fn received(cast: &Cast, id: &str) -> String {
    let receipt = cast.receipt(&cast.buyer, &cast.lead, &["S-1"]).await;
    let done = moves(&cast.buyer, "receivePurchase", id, receipt).await.ok();
    done.text("/receivePurchase/purchase/samples/0/id")
}

/// Money in another currency; the allocation.
async fn dollars(cast: &Cast) -> String {
    let treasury = &cast.treasury;
    let fund = creates_fund(&treasury.manager, "USD").await;
    let paid = json!({ "fundId": fund, "organizationId": cast.acme.public_id(), "amount": "500.00", "bankReference": "USD-1" });
    treasury.agreed("proposeContribution", paid).await;
    let input = json!({ "fundId": fund, "organizationId": cast.acme.public_id(), "amount": "500.00" });
    let order = treasury.agreed("proposeAllocation", input).await;
    let document = "query($id: ID!) { fundOrder(id: $id) { allocation { id } } }";
    let found = treasury.manager.graphql(document, json!({ "id": order })).await.ok();
    found.text("/fundOrder/allocation/id")
}

fn goods(amount: &str) -> Value {
    json!([{ "kind": "GOODS", "amount": amount }])
}

both_databases! {
    /// One purchase with two counterfeit samples, one with a genuine one, and one, in a programme, of which two say different things.
    async fn a_purchase_counts_once_however_many_samples_it_has_and_not_at_all_in_a_conflict(world: World) {
        let bench = Bench::with(Cast::with_money(&world, "2000.00").await, &["S-1", "S-2"]).await;
        let (cast, manager) = (&bench.cast, &bench.cast.treasury.manager);
        let (program, allocation) = cast.program(json!({ "memberIds": [cast.acme.public_id()] })).await;
        let costs = json!([{ "kind": "GOODS", "amount": "90.00" }, { "kind": "SHIPPING", "amount": "10.00" }]);
        let genuine = received(cast, &ordered(cast, &cast.allocation, &cast.finance, &costs).await).await;
        let doubted = received(cast, &ordered(cast, &allocation, manager, &costs).await).await;
        assert_eq!(found(&figures(manager, json!({})).await), json!([0, 0, null, []]), "nobody has looked at any");
        bench.finished("LAB", &bench.first, "COUNTERFEIT", json!({})).await;
        bench.finished("LAB", &bench.first, "COUNTERFEIT", json!({ "sampleId": bench.samples[1] })).await;
        assert_eq!(found(&figures(manager, json!({})).await), json!([1, 1, "1.00", yuan("450.00")]), "two samples of one");
        bench.finished("LAB", &bench.first, "GENUINE", json!({ "sampleId": genuine })).await;
        let read = figures(manager, json!({})).await;
        assert_eq!(found(&read), json!([1, 2, "0.50", yuan("450.00")]), "{read}");
        bench.finished("LAB", &bench.first, "COUNTERFEIT", json!({ "sampleId": doubted })).await;
        let of_program = json!({ "programId": program });
        assert_eq!(found(&figures(manager, of_program.clone()).await), json!([1, 1, "1.00", yuan("100.00")]));
        assert_eq!(found(&figures(manager, json!({})).await), json!([2, 3, "0.67", yuan("225.00")]));
        bench.reported("LAB", &bench.second, "GENUINE", json!({ "sampleId": doubted })).await;
        let read = figures(manager, json!({})).await;
        assert_eq!(found(&read), json!([1, 2, "0.50", yuan("450.00")]), "a conflict is no conclusion: {read}");
        let read = figures(manager, of_program).await;
        assert_eq!(found(&read), json!([0, 0, null, []]), "{read}");
        let spent = json!([
            { "kind": "GOODS", "currency": "CNY", "amount": { "amount": "90.00" } },
            { "kind": "SHIPPING", "currency": "CNY", "amount": { "amount": "10.00" } },
        ]);
        assert_eq!(read["spent"], spent, "of the programme alone");
        let own = figures(&cast.finance, json!({ "organizationId": cast.acme.public_id() })).await;
        assert_eq!(found(&own), json!([1, 2, "0.50", yuan("450.00")]));
        assert_eq!(own["isSuppressed"], json!(false), "{own}");
        // The desk reads all purchases and not what they cost, of one organisation and of one day neither.
        for more in [json!({}), json!({ "organizationId": cast.acme.public_id(), "to": "2026-03-31" })] {
            let told = figures(&cast.desk, more).await;
            assert_eq!(found(&told), json!([1, 2, "0.50", []]));
            assert_eq!((&told["tellsMoney"], &told["spent"]), (&json!(false), &json!([])));
        }
    }

    /// Who asked for what was refused took no part; who is suspended, or no member, may not.
    async fn i10_figures_are_of_a_period_of_members_who_may_and_one_sum_for_each_currency(world: World) {
        let cast = Cast::of(&world).await;
        let manager = &cast.treasury.manager;
        world.association("Guild").await;
        world.brand("Bolt").await;
        world.brand("Cold").await.put_into("SUSPENDED").await;
        world.organization(OrganizationKind::Lab, "Lab").await;
        let (program, _) = cast.program(json!({ "memberIds": [cast.acme.public_id()] })).await;
        let refused = cast.requested(json!({})).await;
        moves(&cast.finance, "rejectPurchase", &refused, json!({ "reason": "too dear" })).await.ok();
        assert_eq!(took_part(&figures(manager, json!({})).await), json!([0, 3, "0.00"]));
        world.after_days(1);
        let dollars = dollars(&cast).await;
        ordered(&cast, &cast.allocation, &cast.finance, &goods("70.00")).await;
        ordered(&cast, &dollars, &cast.finance, &goods("40.00")).await;
        let spent = json!([
            { "kind": "GOODS", "currency": "CNY", "amount": { "amount": "70.00" } },
            { "kind": "GOODS", "currency": "USD", "amount": { "amount": "40.00" } },
        ]);
        let first = figures(manager, json!({ "from": "2026-03-09", "to": "2026-03-09" })).await;
        assert_eq!(first["states"], json!([{ "state": "REJECTED", "count": 1 }]));
        assert_eq!((first["spent"].clone(), took_part(&first)), (json!([]), json!([0, 3, "0.00"])));
        let second = figures(manager, json!({ "from": "2026-03-10", "to": "2026-03-10" })).await;
        assert_eq!(second["states"], json!([{ "state": "ORDERED", "count": 2 }]));
        assert_eq!((second["spent"].clone(), took_part(&second)), (spent, json!([1, 3, "0.33"])));
        let later = figures(manager, json!({ "from": "2026-03-11", "to": "2026-12-31" })).await;
        assert_eq!(later["states"], json!([]));
        let in_program = figures(manager, json!({ "programId": program })).await;
        assert_eq!(took_part(&in_program), json!([0, 1, "0.00"]), "only those who are named may");
        assert_eq!(in_program["states"], json!([]), "nothing was bought in it");
    }

    /// What one member bought is too little to be told to others, and so is what it cost.
    async fn i22_who_does_not_read_all_is_told_no_small_figure_of_others(world: World) {
        let bench = Bench::of(&world).await;
        let cast = &bench.cast;
        bench.finished("LAB", &bench.first, "COUNTERFEIT", json!({})).await;
        let bolt = world.brand("Bolt").await;
        let (stranger, officer) = (bolt.person(&[Role::Mf]).await, world.agency("Police").await.officer().await);
        let told = figures(&cast.treasury.auditor, json!({})).await;
        assert_eq!((found(&told), told["isSuppressed"].clone()), (json!([1, 1, "1.00", yuan("250.00")]), json!(false)));
        for by in [&stranger, &cast.finance, &officer] {
            let hidden = figures(by, json!({})).await;
            assert_eq!(found(&hidden), json!([null, null, null, []]), "{}: {hidden}", by.name);
            assert_eq!(took_part(&hidden), json!([null, 2, null]), "{}", by.name);
            assert_eq!(hidden["isSuppressed"], json!(true), "{}", by.name);
            assert!(!hidden.to_string().contains("250"), "{}: {hidden}", by.name);
            // Two periods that differ by a day would tell of that day.
            let of_days = asks(by, json!({ "to": "2026-12-30" })).await;
            of_days.refused_with("BAD_USER_INPUT");
        }
        let acme = json!({ "organizationId": cast.acme.public_id() });
        let unknown = json!({ "organizationId": world.unknown(IdKind::Org) });
        let (one, none) = (asks(&stranger, acme.clone()).await, asks(&stranger, unknown).await);
        one.not_found();
        assert_eq!(one.0, none.0, "what is another's looks like what is not there");
        let nothing = figures(&stranger, json!({ "organizationId": bolt.public_id() })).await;
        assert_eq!((found(&nothing), nothing["spent"].clone()), (json!([0, 0, null, []]), json!([])));
        let own = figures(&cast.finance, with(acme.clone(), json!({ "from": "2026-03-09", "to": "2026-03-09" }))).await;
        assert_eq!(found(&own), json!([1, 1, "1.00", yuan("250.00")]), "of its own it is told every day");
        asks(&bench.first, acme).await.refused_with("FORBIDDEN");
    }
}
