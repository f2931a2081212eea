//! Test purchases of the demo, one at each turn that they take: the alliance's own, bought by the desk, and members' in the
//! programme. What is bought are items of the leads that stand there; what nobody may buy is left out.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::{
    alliance::Alliance,
    evidence::{listing, sent, window},
    purchase_plans::{IDENTITIES, PLANS, Plan, Turn, turns},
    store::{self, Buyable},
    story::is_out_of_season,
};
use crate::{
    app::App,
    evidence::{self, NewEvidence, rules::EvidenceKind},
    funds::{self, CardPayment, RefundReceived, rules::CostKind},
    leads::{self, Answer, rules::Verdict},
    permissions::Viewer,
    platform::{
        clock::{ManualClock, micros},
        error::{ApiError, ErrorCode, Result},
    },
    purchases::{self, NewFailure, NewIdentity, NewOrder, NewReceipt, NewRequest, rules::Failure},
};

/// Who asks for the alliance's purchases, who approves what is of the fund, who says who buys, and who buys.
const REQUESTER: &str = "lin.yuhe@secretariat.example";
const APPROVER: &str = "he.shuyan@secretariat.example";
const ASSIGNER: &str = "wei.anran@secretariat.example";
pub(super) const BUYER: &str = "tomas.reiter@secretariat.example";

/// Minutes that Shanghai is ahead of UTC.
const SHANGHAI: i32 = 480;

/// Those who do it, and when.
struct Board<'a> {
    app: &'a App,
    clock: &'a ManualClock,
    alliance: &'a Alliance,
    now: Timestamp,
    taken: BTreeSet<Uuid>,
}

/// A purchase that was made, with the lead that it is of.
#[derive(Debug, Clone, Copy)]
struct Made {
    id: Uuid,
    lead: Uuid,
}

/// Makes them, each step at its day, at a clock that is back in the present afterwards. Gives those that were received.
pub(super) async fn buy(app: &App, clock: &ManualClock, alliance: &Alliance) -> Result<Vec<Uuid>> {
    let now = app.now();
    let mut board = Board {
        app,
        clock,
        alliance,
        now,
        taken: BTreeSet::new(),
    };
    let bought = board.bought().await;
    clock.set(now);
    let received = bought?;
    funds::jobs::expire(app).await?;
    Ok(received)
}

impl Board<'_> {
    async fn bought(&mut self) -> Result<Vec<Uuid>> {
        let mut made: Vec<Option<Made>> = vec![None; PLANS.len()];
        for (days, number, turn) in turns() {
            let at = self.now.checked_sub(SignedDuration::from_hours(24 * days.max(0)));
            let at = at.map_err(ApiError::internal)?;
            // The present itself is left to those who look.
            let at = at
                .checked_sub(SignedDuration::from_mins(30))
                .map_err(ApiError::internal)?;
            self.clock.set(at);
            let plan = &PLANS[number];
            match (turn, made[number]) {
                (Turn::Request, _) => made[number] = self.requested(number, plan, at).await?,
                (_, Some(bought)) => self.moved(number, plan, bought, turn, at).await?,
                (_, None) => {}
            }
        }
        self.card_paid(&made).await?;
        let received = PLANS.iter().zip(&made).filter(|(plan, _)| plan.is_received());
        Ok(received.filter_map(|(_, made)| made.map(|made| made.id)).collect())
    }

    /// Asks for the first item that may be bought.
    async fn requested(&mut self, number: usize, plan: &Plan, at: Timestamp) -> Result<Option<Made>> {
        let (organization, requester) = match plan.member {
            Some((key, email)) => (self.alliance.organization(key)?, self.alliance.viewer(email)?),
            None => (
                self.alliance.organization("secretariat")?,
                self.alliance.viewer(REQUESTER)?,
            ),
        };
        let Some(allocation) = funds::allocations_of(self.app, organization).await?.into_iter().next() else {
            return Ok(None);
        };
        if plan.member.is_some() {
            return self
                .requested_by_member(number, plan, (organization, requester), allocation.id, at)
                .await;
        }
        for one in store::kept_by(&self.app.db, organization, micros(at)).await? {
            if !self.taken.insert(one.lead) {
                continue;
            }
            let made = self.asked(
                requester,
                number,
                new_request(number, plan, &one, allocation.id),
                one.lead,
            );
            if let Some(made) = made.await? {
                return Ok(Some(made));
            }
        }
        Ok(None)
    }

    /// A member asks for less than its answer chose, and for the rest later. Where chance gave it no such answer to an open lead,
    /// it first says of one it confirmed that it wants to hold one in its hands.
    async fn requested_by_member(
        &self,
        number: usize,
        plan: &Plan,
        (organization, requester): (Uuid, &Viewer),
        allocation: Uuid,
        at: Timestamp,
    ) -> Result<Option<Made>> {
        for one in store::asked_for(&self.app.db, organization, micros(at)).await? {
            let new = new_request(number, plan, &one, allocation);
            if let Some(made) = self.asked(requester, number, new, one.lead).await? {
                return Ok(Some(made));
            }
        }
        for one in store::confirmed(&self.app.db, organization, micros(at)).await? {
            if self.taken.contains(&one.lead) || !self.wanted(requester, &one).await? {
                continue;
            }
            let new = new_request(number, plan, &one, allocation);
            if let Some(made) = self.asked(requester, number, new, one.lead).await? {
                return Ok(Some(made));
            }
        }
        Ok(None)
    }

    /// Changes the answer to a lead to one that chooses how many to buy; says whether it may be.
    async fn wanted(&self, requester: &Viewer, one: &Buyable) -> Result<bool> {
        let Some((delivery, version)) = one.delivery else {
            return Ok(false);
        };
        let answer = Answer {
            verdict: Verdict::NeedsTestPurchase,
            reason: "The pictures say enough for us, and not enough for a court: we want to hold two in our hands."
                .to_owned(),
            test_purchases: Some(2),
            attribution_allowed: None,
        };
        match leads::answer(self.app, requester, delivery, version, answer).await {
            Ok(_) => Ok(true),
            Err(error) if is_passed_over(error.code) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Asks for one, unless it may not be bought.
    async fn asked(&self, requester: &Viewer, number: usize, new: NewRequest, lead: Uuid) -> Result<Option<Made>> {
        let key = format!("demo:purchase:{number}:{}", new.item);
        match purchases::request(self.app, requester, &key, new).await {
            Ok(id) => Ok(Some(Made { id, lead })),
            Err(error) if is_passed_over(error.code) => Ok(None),
            Err(error) => Err(error),
        }
    }

    async fn moved(&self, number: usize, plan: &Plan, bought: Made, turn: Turn, at: Timestamp) -> Result<()> {
        let (app, id) = (self.app, bought.id);
        let version = store::purchase_version(&app.db, id).await?;
        let buyer = self.alliance.viewer(BUYER)?;
        let done = match turn {
            Turn::Request => Ok(id),
            Turn::Approve => purchases::approve(app, self.alliance.viewer(APPROVER)?, id, version, None).await,
            Turn::Assign => {
                let (alias, account, ship_to) = IDENTITIES[number % IDENTITIES.len()];
                let identity = NewIdentity {
                    alias: alias.to_owned(),
                    account: Some(account.to_owned()),
                    ship_to: ship_to.to_owned(),
                };
                let assigner = self.alliance.viewer(ASSIGNER)?;
                purchases::assign(app, assigner, (id, version), buyer.person, (&identity, true)).await
            }
            Turn::Order => self.ordered(number, plan, bought, version, at).await,
            Turn::Ship => {
                let parcel = format!("SF{}", 1_380_022_400_u64 + u64::try_from(number).unwrap_or(0) * 7_919);
                purchases::ship(app, buyer, (id, version), Some("Swift Freight"), &parcel).await
            }
            Turn::Receive => self.received(number, plan, bought, version, at).await,
            Turn::Fail(failure) => purchases::fail(app, buyer, (id, version), failed(plan, failure)).await,
            Turn::AskTopUp(amount) => {
                let reason = "The seller raised the price when asked about the size.";
                let key = format!("demo:top-up:{number}");
                purchases::ask_top_up(app, buyer, &key, (id, version), (amount, reason)).await
            }
            Turn::AllowTopUp => purchases::approve_top_up(app, self.alliance.viewer(APPROVER)?, id, version).await,
            Turn::Refund(amount) => self.paid_back(number, id, amount).await,
            Turn::Reject => {
                let reason = "One tells as much as four, and the price is not that of a fake.";
                purchases::reject(app, self.alliance.viewer(APPROVER)?, id, version, reason).await
            }
            Turn::Cancel => {
                let reason = "The listing went down the same night.";
                purchases::cancel(app, self.alliance.viewer(REQUESTER)?, id, version, reason).await
            }
            Turn::HandOver => {
                let holder = store::holder_of_purchase(&app.db, id).await?;
                let reason = "The right holder takes the case on itself.";
                purchases::hand_over(app, self.alliance.viewer(ASSIGNER)?, (id, version), holder, reason).await
            }
        };
        match done {
            // Its hold is over, or it met an action that the desk has not settled: it stands where it stands.
            Err(error) if is_passed_over(error.code) => Ok(()),
            done => done.map(drop),
        }
    }

    async fn ordered(&self, number: usize, plan: &Plan, bought: Made, version: i32, at: Timestamp) -> Result<Uuid> {
        let buyer = self.alliance.viewer(BUYER)?;
        let shade = u8::try_from(number * 11 % 180).unwrap_or(0);
        let shown = self
            .piece(buyer, bought, (number, "listing"), listing(shade), at)
            .await?;
        let proof = self.piece(buyer, bought, (number, "order"), window(shade), at).await?;
        let new = NewOrder {
            purchase: bought.id,
            order_number: format!("T{}", 2_026_030_000_u64 + u64::try_from(number).unwrap_or(0)),
            costs: vec![
                (CostKind::Goods, plan.goods()),
                (CostKind::Shipping, "12.00".to_owned()),
            ],
            by_card: number % 4 == 1,
            bank_reference: (number % 4 != 1).then(|| format!("OUT-2026-{:03}", 100 + number)),
            listing: shown,
            proof,
            evidence: Vec::new(),
        };
        purchases::order(self.app, buyer, &format!("demo:order:{number}"), version, new).await
    }

    async fn received(&self, number: usize, plan: &Plan, bought: Made, version: i32, at: Timestamp) -> Result<Uuid> {
        let buyer = self.alliance.viewer(BUYER)?;
        let film = self
            .piece(buyer, bought, (number, "unpacking"), film(number), at)
            .await?;
        let seals = (1..=plan.quantity).map(|sample| format!("B-{:04}-{sample}", 4_200 + number));
        let new = NewReceipt {
            purchase: bought.id,
            video: film,
            seals: seals.collect(),
            place: Some("Store room of the secretariat, shelf 4".to_owned()),
            evidence: Vec::new(),
        };
        purchases::receive(self.app, buyer, &format!("demo:receipt:{number}"), version, new).await
    }

    /// A seller pays back, at once or a part.
    async fn paid_back(&self, number: usize, purchase: Uuid, amount: &str) -> Result<Uuid> {
        let hold = store::hold_of_purchase(&self.app.db, purchase).await?;
        let refund = RefundReceived {
            hold: hold.ok_or_else(ApiError::not_found)?,
            amount: amount.to_owned(),
            bank_reference: format!("REF-2026-{number:03}"),
            note: Some("By the platform".to_owned()),
        };
        let manager = self.alliance.viewer(APPROVER)?;
        funds::record_refund(self.app, manager, &format!("demo:refund:{number}"), refund).await
    }

    /// A part of the card's statement is paid.
    async fn card_paid(&self, made: &[Option<Made>]) -> Result<()> {
        let Some(first) = made.iter().flatten().next() else {
            return Ok(());
        };
        let Some(hold) = store::hold_of_purchase(&self.app.db, first.id).await? else {
            return Ok(());
        };
        let held = funds::holds_by_ids(self.app.db.read(), &[hold]).await?.pop();
        let card = CardPayment {
            fund: held.ok_or_else(ApiError::not_found)?.fund_id,
            amount: "100.00".to_owned(),
            bank_reference: "CARD-2026-001".to_owned(),
            note: None,
        };
        match funds::pay_card(self.app, self.alliance.viewer(APPROVER)?, "demo:card", card).await {
            // Nothing was paid by card.
            Err(error) if is_passed_over(error.code) => Ok(()),
            done => done.map(drop),
        }
    }

    /// A piece of the lead's evidence that the buyer brings in.
    async fn piece(
        &self,
        buyer: &Viewer,
        bought: Made,
        (number, what): (usize, &str),
        bytes: Vec<u8>,
        at: Timestamp,
    ) -> Result<Uuid> {
        let (name, kind, title) = match what {
            "listing" => ("listing.png", EvidenceKind::Screenshot, "The listing as it was ordered"),
            "order" => ("order.jpg", EvidenceKind::Screenshot, "The order, confirmed"),
            _ => ("unpacking.mp4", EvidenceKind::Video, "The parcel is unpacked"),
        };
        let upload = sent(self.app, buyer, name, bytes).await?;
        let new = NewEvidence {
            lead: bought.lead,
            upload: Some(upload),
            item: None,
            parent: None,
            kind,
            title: title.to_owned(),
            tlp: None,
            collected_at: at
                .checked_sub(SignedDuration::from_mins(10))
                .map_err(ApiError::internal)?,
            collected_offset: SHANGHAI,
            source: Some("The platform's page".to_owned()),
            method: None,
            tool: None,
            seal: None,
        };
        let piece = evidence::attach(self.app, buyer, &format!("demo:purchase:{number}:{what}"), &new).await?;
        Ok(piece.id)
    }
}

/// What is said of an order that came to nothing: the price of one is to come back.
fn failed(plan: &Plan, failure: Failure) -> NewFailure {
    let reason = match failure {
        Failure::NotDelivered => "Three weeks are over, and the carrier knows nothing of a parcel.",
        Failure::SellerCancelled | Failure::Lost => "The seller wrote that it is sold out, and then nothing any more.",
    };
    NewFailure {
        failure,
        reason: reason.to_owned(),
        refund: Some(plan.unit.to_owned()),
        due_on: None,
    }
}

fn new_request(number: usize, plan: &Plan, one: &Buyable, allocation: Uuid) -> NewRequest {
    NewRequest {
        item: one.item,
        delivery: one.delivery.map(|(id, _)| id),
        quantity: plan.quantity,
        reason: "From pictures it cannot be told; the price is a fifth of the genuine one's.".to_owned(),
        max_unit_price: plan.unit.to_owned(),
        expected_shipping: Some("20.00".to_owned()),
        expected_fees: None,
        allocation,
        purpose: plan.purpose,
        notarised: number.is_multiple_of(5),
        seller_subject: None,
        seller: None,
    }
}

/// The head of a film, and nothing to look at.
fn film(number: usize) -> Vec<u8> {
    let mut bytes = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00".to_vec();
    bytes.extend(number.to_be_bytes());
    bytes
}

/// What the rules, or the calendar of this year, do not allow is left out.
pub(super) fn is_passed_over(code: ErrorCode) -> bool {
    code.is_refusal() || is_out_of_season(code) || code == ErrorCode::Forbidden
}
