//! The funds of the demo: one in yuan with a programme, members' allocations, purchases that were paid, paid back and are
//! held, and a closed period; one in dollars that the bank changed money into.

use jiff::{SignedDuration, Timestamp, civil::Date, tz::TimeZone};
use uuid::Uuid;

use super::alliance::Alliance;
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    evidence::rules::EvidenceKind,
    funds::{
        self, Capture, CardPayment, HoldRequest, RefundReceived, Wish,
        rules::{CostKind, PaidFrom, ProgramFacts},
    },
    permissions::Viewer,
    platform::{
        clock::ManualClock,
        db::Tx,
        error::{ApiError, Result},
        ids::IdKind,
    },
};

/// Who keeps the funds, and who agrees.
const MANAGER: &str = "he.shuyan@secretariat.example";
const APPROVERS: [&str; 2] = ["wei.anran@secretariat.example", "greta.solheim@secretariat.example"];

/// How many days ago it began.
const BEGUN: i64 = 95;

/// Those who do it, and when.
struct Books<'a> {
    app: &'a App,
    clock: &'a ManualClock,
    alliance: &'a Alliance,
    now: Timestamp,
    manager: &'a Viewer,
}

/// Makes them, at a clock that is back in the present afterwards.
pub(super) async fn keep(app: &App, clock: &ManualClock, alliance: &Alliance) -> Result<()> {
    let now = app.now();
    let books = Books {
        app,
        clock,
        alliance,
        now,
        manager: alliance.viewer(MANAGER)?,
    };
    let kept = books.kept().await;
    clock.set(now);
    kept
}

impl Books<'_> {
    async fn kept(&self) -> Result<()> {
        self.on(BEGUN)?;
        let yuan = funds::create(self.app, self.manager, "demo:fund:cny", "Test-purchase fund", "CNY").await?;
        let dollars = funds::create(self.app, self.manager, "demo:fund:usd", "Overseas purchases", "USD").await?;
        for (number, (key, amount)) in [("orvelline", "300000.00"), ("qingzhuyu", "200000.00")]
            .into_iter()
            .enumerate()
        {
            self.contribution((yuan, key), amount, &format!("IN-2026-{:03}", number + 1))
                .await?;
        }
        self.on(BEGUN - 3)?;
        let program = funds::create_program(self.app, self.manager, "demo:program", yuan, self.program()?).await?;
        let luxury = self.allocation((yuan, "orvelline"), Some(program), "120000.00").await?;
        let sports = self.allocation((yuan, "qingzhuyu"), Some(program), "90000.00").await?;
        self.purchases((luxury, sports)).await?;
        self.on(30)?;
        self.agreed("demo:close", Wish::PeriodClose { fund: yuan, note: None })
            .await?;
        self.on(20)?;
        let exchange = Wish::Exchange {
            fund: yuan,
            counter_fund: dollars,
            amount: "72000.00".to_owned(),
            counter_amount: "10000.00".to_owned(),
            rate_source: "The bank's own rate on the day, 7.20".to_owned(),
            bank_reference: "FX-2026-001".to_owned(),
            note: None,
        };
        self.agreed("demo:exchange", exchange).await?;
        self.contribution((dollars, "orvelline"), "5000.00", "WIRE-2026-001")
            .await?;
        self.allocation((dollars, "orvelline"), None, "8000.00").await?;
        self.waiting(yuan).await
    }

    /// Moves the clock to so many days before the present.
    fn on(&self, days: i64) -> Result<()> {
        let at = self.now.checked_sub(SignedDuration::from_hours(24 * days));
        self.clock.set(at.map_err(ApiError::internal)?);
        Ok(())
    }

    fn day(&self, days: i64) -> Result<Date> {
        let at = self.now.checked_add(SignedDuration::from_hours(24 * days));
        Ok(at.map_err(ApiError::internal)?.to_zoned(TimeZone::UTC).date())
    }

    fn program(&self) -> Result<ProgramFacts> {
        Ok(ProgramFacts {
            name: "Authentication special project".to_owned(),
            purpose: "Members choose from the leads pushed to them what is to be bought and appraised.".to_owned(),
            starts_on: self.day(-BEGUN)?,
            ends_on: self.day(120)?,
            members: None,
            per_purchase: Some("20000.00".to_owned()),
            per_member: Some("150000.00".to_owned()),
            per_period: Some("60000.00".to_owned()),
            period_days: Some(30),
            per_seller: Some("30000.00".to_owned()),
            required_evidence: vec![EvidenceKind::Screenshot, EvidenceKind::Video],
            threshold: Some("10000.00".to_owned()),
        })
    }

    /// Proposes something and has as many agree as have to.
    async fn agreed(&self, key: &str, wish: Wish) -> Result<()> {
        let order = funds::propose(self.app, self.manager, key, wish).await?;
        let needed = funds::approvals_needed(self.app, order).await?;
        for (version, email) in (1..).zip(APPROVERS.iter().take(needed)) {
            funds::approve(self.app, self.alliance.viewer(email)?, order, version).await?;
        }
        Ok(())
    }

    async fn contribution(&self, (fund, key): (Uuid, &str), amount: &str, reference: &str) -> Result<()> {
        let wish = Wish::Contribution {
            fund,
            organization: self.alliance.organization(key)?,
            amount: amount.to_owned(),
            bank_reference: reference.to_owned(),
            note: None,
        };
        self.agreed(&format!("demo:contribution:{reference}"), wish).await
    }

    /// Gives of the pool to a member; the allocation.
    async fn allocation(&self, (fund, key): (Uuid, &str), program: Option<Uuid>, amount: &str) -> Result<Uuid> {
        let organization = self.alliance.organization(key)?;
        let wish = Wish::Allocation {
            fund,
            organization,
            program,
            amount: amount.to_owned(),
            take_back: false,
            note: None,
        };
        self.agreed(&format!("demo:allocation:{fund}:{key}"), wish).await?;
        let found = funds::allocation_of(self.app.db.read(), organization, program).await?;
        found.map(|found| found.id).ok_or_else(ApiError::not_found)
    }

    /// What was bought: one paid and settled, one by card and paid back in part, one given up, two that are held.
    async fn purchases(&self, (luxury, sports): (Uuid, Uuid)) -> Result<()> {
        self.on(80)?;
        let bag = self.hold(luxury, 1_280_000, 14).await?;
        let shoes = self.hold(sports, 89_900, 14).await?;
        self.on(74)?;
        let paid = Capture {
            lines: vec![(CostKind::Goods, 1_190_000), (CostKind::Shipping, 3_500)],
            paid_from: PaidFrom::Bank,
            bank_reference: Some("OUT-2026-001".to_owned()),
            closes: true,
        };
        self.spend(bag, paid).await?;
        let by_card = Capture {
            lines: vec![(CostKind::Goods, 79_900)],
            paid_from: PaidFrom::Card,
            bank_reference: None,
            closes: true,
        };
        self.spend(shoes, by_card).await?;
        let given_up = self.hold(sports, 150_000, 14).await?;
        self.on(61)?;
        let tx = self.app.begin().await?;
        funds::release(self.app, &tx, Some(self.manager.person), given_up).await?;
        self.noted(tx, given_up).await?;
        let allocation = funds::allocation(self.app.db.read(), sports).await?;
        let fund = allocation.ok_or_else(ApiError::not_found)?.fund;
        let card = CardPayment {
            fund,
            amount: "799.00".to_owned(),
            bank_reference: "CARD-2026-001".to_owned(),
            note: None,
        };
        funds::pay_card(self.app, self.manager, "demo:card", card).await?;
        self.on(52)?;
        let refund = RefundReceived {
            hold: shoes,
            amount: "400.00".to_owned(),
            bank_reference: "REF-2026-001".to_owned(),
            note: Some("The seller took one pair back".to_owned()),
        };
        funds::record_refund(self.app, self.manager, "demo:refund", refund).await?;
        Ok(())
    }

    /// What is held now, and what waits for the approvers.
    async fn waiting(&self, yuan: Uuid) -> Result<()> {
        self.on(4)?;
        for (key, minor) in [("orvelline", 960_000), ("qingzhuyu", 65_800)] {
            let organization = self.alliance.organization(key)?;
            for allocation in funds::allocations_of(self.app, organization).await? {
                if allocation.fund == yuan {
                    self.hold(allocation.id, minor, 14).await?;
                }
            }
        }
        self.on(1)?;
        let more = Wish::Allocation {
            fund: yuan,
            organization: self.alliance.organization("mizukagura")?,
            program: None,
            amount: "40000.00".to_owned(),
            take_back: false,
            note: Some("First allocation, asked for by telephone".to_owned()),
        };
        funds::propose(self.app, self.manager, "demo:waiting", more)
            .await
            .map(drop)
    }

    async fn hold(&self, allocation: Uuid, minor: i64, days: i64) -> Result<Uuid> {
        let tx = self.app.begin().await?;
        let found = funds::allocation(tx.connection(), allocation).await?;
        let expires_at = tx.now().checked_add(SignedDuration::from_hours(24 * days));
        let request = HoldRequest {
            allocation,
            purchase: self.app.ids.id(tx.now()),
            minor,
            currency: found.ok_or_else(ApiError::not_found)?.currency,
            expires_at: expires_at.map_err(ApiError::internal)?,
        };
        let hold = funds::hold(self.app, &tx, Some(self.manager.person), request).await?;
        self.noted(tx, hold).await?;
        Ok(hold)
    }

    async fn spend(&self, hold: Uuid, capture: Capture) -> Result<()> {
        let tx = self.app.begin().await?;
        funds::capture(self.app, &tx, Some(self.manager.person), hold, capture).await?;
        self.noted(tx, hold).await
    }

    async fn noted(&self, tx: Tx, hold: Uuid) -> Result<()> {
        let act = Act::on(Category::Money, "foundDemo", IdKind::FundHold, hold);
        let proof = audit::record(&tx, self.app.ids.as_ref(), Actor::System, act).await?;
        tx.commit(proof).await
    }
}
