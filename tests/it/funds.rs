//! Funds: money that nobody can lose, spend twice, or approve for himself.

mod back;
mod books;
mod currencies;
pub mod files;
mod hot;
mod kept;
mod model;
mod orders;
mod programs;

use jiff::SignedDuration;
use serde_json::{Value, json};
use touchstone::{
    audit::{self, Act, Actor, Category},
    funds::{
        self, Capture, HoldRequest,
        rules::{CostKind, PaidFrom},
    },
    permissions::Role,
    platform::{
        db::Tx,
        error::{ErrorCode, Result},
        ids::{IdKind, decode_as},
    },
};
use uuid::Uuid;

use crate::support::{Asks as _, Organization, Person, Response, World, with};

/// Everybody who has to do with money.
pub struct Treasury {
    pub world: World,
    pub acme: Organization,
    pub finance: Person,
    /// Keeps funds and proposes.
    pub manager: Person,
    /// Two who agree.
    pub first: Person,
    pub second: Person,
    pub auditor: Person,
    /// Its fund, in yuan.
    pub fund: String,
}

impl Treasury {
    pub async fn of(world: &World) -> Self {
        let secretariat = world.secretariat().await;
        let acme = world.brand("Acme").await;
        let manager = secretariat.person(&[Role::Fm]).await;
        let fund = creates_fund(&manager, "CNY").await;
        Self {
            world: world.clone(),
            finance: acme.person(&[Role::Mf]).await,
            acme,
            first: secretariat.secretariat_admin().await,
            second: secretariat.person(&[Role::Fm]).await,
            auditor: world.auditor("Auditor").await.person(&[Role::Au]).await,
            manager,
            fund,
        }
    }

    /// One with so much in Acme's allocation; the allocation.
    pub async fn with_allocation(world: &World, amount: &str) -> (Self, Uuid) {
        let treasury = Self::of(world).await;
        treasury.contributes(amount, "IN-1").await;
        let allocation = treasury.allocates(amount).await;
        (treasury, allocation)
    }

    /// A key that nobody used.
    pub fn key(&self) -> String {
        self.world.id().to_string()
    }

    /// Proposes something; the order's id.
    pub async fn proposes(&self, mutation: &str, input: Value) -> Response {
        acts(
            &self.manager,
            mutation,
            with(json!({ "idempotencyKey": self.key() }), input),
        )
        .await
    }

    /// Proposes something and has as many agree as have to; the order's id.
    pub async fn agreed(&self, mutation: &str, input: Value) -> String {
        let proposed = self.proposes(mutation, input).await.ok();
        let id = proposed.text(&format!("/{mutation}/order/id"));
        let needed = proposed.number(&format!("/{mutation}/order/approvalsNeeded"));
        for (version, approver) in (1..=needed).zip([&self.first, &self.second]) {
            decides(approver, "approveFundOrder", &id, version).await.ok();
        }
        id
    }

    pub async fn contributes(&self, amount: &str, reference: &str) -> String {
        let input = json!({
            "fundId": self.fund, "organizationId": self.acme.public_id(), "amount": amount, "bankReference": reference,
        });
        self.agreed("proposeContribution", input).await
    }

    /// Gives of the pool to Acme; the allocation.
    pub async fn allocates(&self, amount: &str) -> Uuid {
        let input = json!({ "fundId": self.fund, "organizationId": self.acme.public_id(), "amount": amount });
        let order = self.agreed("proposeAllocation", input).await;
        let document = "query($id: ID!) { fundOrder(id: $id) { allocation { id } } }";
        let found = self.manager.graphql(document, json!({ "id": order })).await.ok();
        decode_as(IdKind::Allocation, &found.text("/fundOrder/allocation/id")).unwrap()
    }

    /// What the fund comes to.
    pub async fn balance(&self) -> Value {
        let document = format!("query($id: ID!) {{ fund(id: $id) {{ balance {{ {SUMS} }} }} }}");
        let found = self.manager.graphql(&document, json!({ "id": self.fund })).await.ok();
        found.data("/fund/balance").clone()
    }

    /// The amount of one sum of the fund's.
    pub async fn sum(&self, name: &str) -> String {
        self.balance().await[name]["amount"].as_str().unwrap().to_owned()
    }

    /// The fund's entries, the first one first.
    pub async fn entries(&self) -> Vec<Value> {
        let document = "query($id: ID!) { fund(id: $id) { entries(last: 100) { totalCount nodes { id kind costKind amount { amount } \
            debit { kind } credit { kind } reverses reversedBy bankReference period } } } }";
        let found = self.manager.graphql(document, json!({ "id": self.fund })).await.ok();
        let mut entries = found.list("/fund/entries/nodes").clone();
        entries.reverse();
        entries
    }

    /// Insists that the books are right.
    pub async fn is_right(&self) {
        let report = funds::verify(&self.world.app).await.unwrap();
        assert!(report.is_clean(), "{report}");
    }
}

/// The sums of a fund.
const SUMS: &str = "bank { amount } pool { amount } available { amount } held { amount } captured { amount } refunded { amount } \
    cardClearing { amount } recoveryPayable { amount } suspense { amount } fxClearing { amount } committedNotPaid { amount } \
    shortfall { amount }";

/// Makes a fund; its id.
pub async fn creates_fund(by: &Person, currency: &str) -> String {
    let input = json!({ "idempotencyKey": by.world.id().to_string(), "name": "A fund", "currency": currency });
    let made = acts(by, "createFund", input).await.ok();
    made.text("/createFund/fund/id")
}

/// Does a mutation.
pub async fn acts(by: &Person, mutation: &str, input: Value) -> Response {
    let (kind, object) = match mutation {
        "approveFundOrder" | "withdrawFundOrder" => ("FundOrderTransitionInput".to_owned(), ORDER),
        "createTestPurchaseProgram" | "updateTestPurchaseProgram" | "archiveTestPurchaseProgram" => {
            (input_of(mutation), "program { id version state allowedActions }")
        }
        "createFund" | "recordCardPayment" | "recordSuspense" | "clearSuspense" | "explainSuspense" => {
            (input_of(mutation), "fund { id }")
        }
        "recordRefund" => (input_of(mutation), "hold { id refunded { amount } }"),
        _ => (input_of(mutation), ORDER),
    };
    let document = format!(
        "mutation($input: {kind}!) {{ {mutation}(input: $input) {{ {object} userErrors {{ code field message }} }} }}"
    );
    by.graphql(&document, json!({ "input": input })).await
}

const ORDER: &str =
    "order { id reference kind state version approvalsNeeded allowedActions approvals { person { id } } }";

fn input_of(mutation: &str) -> String {
    format!("{}{}Input", mutation[..1].to_uppercase(), &mutation[1..])
}

/// Agrees to an order, refuses it, takes it back.
pub async fn decides(by: &Person, mutation: &str, id: &str, version: i64) -> Response {
    let mut input = json!({ "id": id, "expectedVersion": version });
    if mutation == "refuseFundOrder" {
        input = with(input, json!({ "reason": "not so" }));
    }
    acts(by, mutation, input).await
}

/// Does something with money in a transaction of its own, as a purchase does.
pub async fn spends<T>(world: &World, work: impl AsyncFnOnce(&Tx) -> Result<T>) -> Result<T> {
    let tx = world.app.begin().await?;
    let done = work(&tx).await?;
    let act = Act::on(Category::Money, "test", IdKind::Fund, world.id());
    let proof = audit::record(&tx, world.app.ids.as_ref(), Actor::System, act).await?;
    tx.commit(proof).await?;
    Ok(done)
}

/// Holds money of an allocation for two weeks.
pub async fn holds(world: &World, allocation: Uuid, minor: i64) -> Result<Uuid> {
    let request = HoldRequest {
        allocation,
        purchase: world.id(),
        minor,
        currency: "CNY".to_owned(),
        expires_at: world.now() + SignedDuration::from_hours(24 * 14),
    };
    spends(world, async |tx: &Tx| funds::hold(&world.app, tx, None, request).await).await
}

/// Pays for goods out of a hold.
pub async fn captures(world: &World, hold: Uuid, minor: i64, closes: bool) -> Result<()> {
    let capture = Capture {
        lines: vec![(CostKind::Goods, minor)],
        paid_from: PaidFrom::Bank,
        bank_reference: None,
        closes,
    };
    spends(world, async |tx: &Tx| {
        funds::capture(&world.app, tx, None, hold, capture).await
    })
    .await
}

pub async fn releases(world: &World, hold: Uuid) -> Result<()> {
    spends(world, async |tx: &Tx| funds::release(&world.app, tx, None, hold).await).await
}

/// The code of a refusal.
pub fn refusal<T: std::fmt::Debug>(result: Result<T>) -> ErrorCode {
    result.unwrap_err().code
}
