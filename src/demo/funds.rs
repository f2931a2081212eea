//! The funds of the demo: one in yuan with a programme, members' allocations, money of the alliance's own, and a closed period;
//! one in dollars that the bank changed money into. What is spent of them is in `purchases`, and what the bank says
//! in `bank`.

use jiff::{SignedDuration, Timestamp, civil::Date, tz::TimeZone};
use uuid::Uuid;

use super::{alliance::Alliance, bank};
use crate::{
    app::App,
    evidence::rules::EvidenceKind,
    funds::{self, Wish, rules::ProgramFacts},
    permissions::Viewer,
    platform::{
        clock::ManualClock,
        error::{ApiError, Result},
    },
};

/// Who keeps the funds, and who agrees.
pub(super) const MANAGER: &str = "he.shuyan@secretariat.example";
const APPROVERS: [&str; 2] = ["wei.anran@secretariat.example", "greta.solheim@secretariat.example"];

/// How many days ago it began.
pub(super) const BEGUN: i64 = 95;

/// Those who do it, and when.
struct Books<'a> {
    app: &'a App,
    clock: &'a ManualClock,
    alliance: &'a Alliance,
    now: Timestamp,
    manager: &'a Viewer,
}

/// Makes them, at a clock that is back in the present afterwards. Gives the one in yuan and the one in dollars.
pub(super) async fn keep(app: &App, clock: &ManualClock, alliance: &Alliance) -> Result<(Uuid, Uuid)> {
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
    async fn kept(&self) -> Result<(Uuid, Uuid)> {
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
        self.allocation((yuan, "orvelline"), Some(program), "120000.00").await?;
        self.allocation((yuan, "qingzhuyu"), Some(program), "90000.00").await?;
        self.allocation((yuan, "secretariat"), None, "60000.00").await?;
        self.on(bank::FIRST)?;
        bank::begin(self.app, self.manager, yuan).await?;
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
        self.waiting(yuan).await?;
        Ok((yuan, dollars))
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

    /// Gives of the pool to an organisation.
    async fn allocation(&self, (fund, key): (Uuid, &str), program: Option<Uuid>, amount: &str) -> Result<()> {
        let organization = self.alliance.organization(key)?;
        let wish = Wish::Allocation {
            fund,
            organization,
            program,
            amount: amount.to_owned(),
            take_back: false,
            note: None,
        };
        self.agreed(&format!("demo:allocation:{fund}:{key}"), wish).await
    }

    /// What waits for the approvers.
    async fn waiting(&self, yuan: Uuid) -> Result<()> {
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
}
