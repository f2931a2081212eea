//! The moves that make up a lead's history: who does what, when.

use jiff::Timestamp;

use super::{
    cast::{Cast, Who},
    dice::Dice,
    hours::{Office, hours},
    organizations::{Organization, organization},
    plan::Fate,
    texts,
};
use crate::{
    leads::rules::{ExpirySettlement, LeadOutcome, RejectReason, Verdict},
    permissions::{Role, audience::Tlp},
    platform::error::{ApiError, Result},
};

/// What somebody does.
#[derive(Debug, Clone)]
pub(super) enum Step {
    Create,
    Submit,
    Triage {
        grade: String,
    },
    Reject(RejectReason),
    /// To the recipients, the agency and, where it is open to it, the community.
    Share {
        reason: &'static str,
        community: bool,
    },
    Narrow {
        reason: &'static str,
    },
    View(&'static Organization),
    Acknowledge(&'static Organization),
    Answer(&'static Organization, Verdict, &'static str),
    Inform(&'static Organization, &'static str),
    Settle(&'static Organization, ExpirySettlement),
    Comment {
        text: &'static str,
        for_all: bool,
    },
    Resolve(LeadOutcome),
    Reopen(&'static str),
    Retract(&'static str),
}

/// Somebody does something.
#[derive(Debug, Clone)]
pub(super) struct Move {
    pub(super) at: Timestamp,
    pub(super) who: Who,
    pub(super) step: Step,
}

/// A history in the making.
pub(super) struct Telling<'a> {
    cast: &'a Cast,
    dice: &'a mut Dice,
    /// Nothing happens later.
    latest: Timestamp,
    desk: Who,
    moves: Vec<Move>,
}

impl<'a> Telling<'a> {
    pub(super) fn new(cast: &'a Cast, dice: &'a mut Dice, latest: Timestamp) -> Result<Self> {
        let secretariat = organization("secretariat").ok_or_else(|| ApiError::internal("no secretariat"))?;
        let officers: Vec<_> = secretariat.with_role(&[Role::So]).collect();
        let desk = Who {
            organization: secretariat,
            person: dice.pick::<&_>(&officers),
        };
        // What is RED only those see whom it names.
        let desk = if cast.tlp == Tlp::Red { cast.writer } else { desk };
        Ok(Self {
            cast,
            dice,
            latest,
            desk,
            moves: Vec::new(),
        })
    }

    /// The moves up to the present, in the order of time.
    pub(super) fn finish(mut self) -> Vec<Move> {
        self.moves.retain(|one| one.at <= self.latest);
        self.moves.sort_by_key(|one| one.at);
        self.moves
    }

    fn add(&mut self, at: Timestamp, who: Who, step: Step) {
        self.moves.push(Move { at, who, step });
    }

    fn after(&mut self, who: Who, at: Timestamp, minutes: std::ops::RangeInclusive<i64>) -> Result<Timestamp> {
        Office::of(who.organization)?.after(at, minutes, self.dice)
    }

    fn before(&mut self, who: Who, at: Timestamp, minutes: std::ops::RangeInclusive<i64>) -> Result<Timestamp> {
        Office::of(who.organization)?.before(at, minutes, self.dice)
    }

    pub(super) fn write(&mut self, at: Timestamp) {
        self.add(at, self.cast.writer, Step::Create);
    }

    pub(super) fn submit(&mut self, at: Timestamp) -> Result<()> {
        let written = self.before(self.cast.writer, at, 4..=150)?;
        self.write(written);
        self.add(at, self.cast.writer, Step::Submit);
        Ok(())
    }

    pub(super) fn triage(&mut self, at: Timestamp) -> Result<()> {
        let submitted = self.before(self.cast.writer, at, 25..=1_700)?;
        self.submit(submitted)?;
        let grade = format!(
            "{}{}",
            self.dice.pick(&['A', 'B', 'B', 'C', 'C', 'D']),
            self.dice.between(1..=4)
        );
        self.add(at, self.desk, Step::Triage { grade });
        Ok(())
    }

    pub(super) fn reject(&mut self, at: Timestamp) -> Result<()> {
        let triaged = self.before(self.desk, at, 10..=900)?;
        self.triage(triaged)?;
        let authorized = self.cast.draft.items.iter().any(|item| item.shop_id.is_some());
        let reasons = [
            RejectReason::Duplicate,
            RejectReason::InsufficientInformation,
            RejectReason::OutOfScope,
            RejectReason::NotInfringing,
        ];
        let reason = if authorized {
            RejectReason::AuthorizedSeller
        } else {
            *self.dice.pick(&reasons)
        };
        self.add(at, self.desk, Step::Reject(reason));
        Ok(())
    }

    pub(super) fn share(&mut self, at: Timestamp) -> Result<()> {
        let triaged = self.before(self.cast.writer, at, 15..=900)?;
        self.triage(triaged)?;
        let reason = *self.dice.pick(texts::SHARE_REASONS);
        let community = matches!(self.cast.tlp, Tlp::Clear | Tlp::Green) && self.dice.chance(70);
        self.add(at, self.cast.writer, Step::Share { reason, community });
        Ok(())
    }

    /// What the recipients do, and what follows from it.
    pub(super) fn answers(&mut self, fate: Fate, turn: usize, shared_at: Timestamp) -> Result<()> {
        let mut last = shared_at;
        let mut outcome = LeadOutcome::InsufficientInformation;
        for (number, (recipient, responder)) in self.cast.recipients.iter().enumerate() {
            // Everybody but the first answers in time, so that one delivery decides what the lead waits for.
            let fate = if number > 0 && fate.is_shared() && fate != Fate::Retracted {
                Fate::Answered
            } else {
                fate
            };
            let (at, found) = self.answer(fate, turn, shared_at, recipient, *responder)?;
            last = last.max(at);
            outcome = if number == 0 { found } else { outcome };
        }
        self.close(fate, last, outcome)
    }

    fn answer(
        &mut self,
        fate: Fate,
        turn: usize,
        shared_at: Timestamp,
        recipient: &'static Organization,
        responder: Who,
    ) -> Result<(Timestamp, LeadOutcome)> {
        let is_slow = matches!(fate, Fate::Overdue | Fate::Expired | Fate::Settled);
        if is_slow && turn.is_multiple_of(3) || fate == Fate::Due && turn.is_multiple_of(4) {
            return self.settle(fate, shared_at, recipient);
        }
        let viewed = self.after(responder, shared_at, 12..=1_200)?;
        self.add(viewed, responder, Step::View(recipient));
        if is_slow || fate == Fate::Due && turn % 4 == 1 {
            return self.settle(fate, shared_at, recipient);
        }
        let taken = self.after(responder, viewed, 3..=300)?;
        self.add(taken, responder, Step::Acknowledge(recipient));
        match fate {
            Fate::Due | Fate::Retracted => Ok((taken, LeadOutcome::InsufficientInformation)),
            Fate::NeedsInfo | Fate::Informed => {
                let at = self.question(fate == Fate::Informed, taken, recipient, responder)?;
                Ok((at, LeadOutcome::InsufficientInformation))
            }
            Fate::Draft
            | Fate::Submitted
            | Fate::Triaged
            | Fate::Rejected
            | Fate::Overdue
            | Fate::Expired
            | Fate::Settled
            | Fate::Answered
            | Fate::Resolved
            | Fate::Reopened => self.verdict(taken, shared_at, recipient, responder),
        }
    }

    /// The recipient asks; the owner answers where it has done so.
    fn question(
        &mut self,
        is_answered: bool,
        from: Timestamp,
        recipient: &'static Organization,
        responder: Who,
    ) -> Result<Timestamp> {
        let (question, information) = *self.dice.pick(texts::QUESTIONS);
        let asked = self.after(responder, from, 5..=240)?;
        self.add(asked, responder, Step::Answer(recipient, Verdict::NeedsInfo, question));
        if !is_answered {
            return Ok(asked);
        }
        let informed = self.after(self.cast.writer, asked, 30..=1_500)?;
        self.add(informed, self.cast.writer, Step::Inform(recipient, information));
        Ok(informed)
    }

    fn verdict(
        &mut self,
        taken: Timestamp,
        shared_at: Timestamp,
        recipient: &'static Organization,
        responder: Who,
    ) -> Result<(Timestamp, LeadOutcome)> {
        let from = if self.dice.chance(10) {
            self.question(true, taken, recipient, responder)?
        } else {
            taken
        };
        let due_at = Office::of(recipient)?.clock(shared_at)?.due.due_at;
        let is_late = self.dice.chance(9);
        let from = if is_late { from.max(due_at) } else { from };
        let answered = self.after(responder, from, if is_late { hours(1..=30) } else { 30..=2_000 })?;
        let (verdict, reasons, outcome) = match self.dice.between(1..=100) {
            1..=62 => (Verdict::Confirmed, texts::CONFIRMED, LeadOutcome::ConfirmedInfringement),
            63..=77 => (
                Verdict::NotInfringing,
                texts::NOT_INFRINGING,
                LeadOutcome::NotInfringing,
            ),
            78..=93 => (
                Verdict::NeedsTestPurchase,
                texts::NEEDS_TEST_PURCHASE,
                LeadOutcome::InsufficientInformation,
            ),
            _ => (Verdict::NotMyBrand, texts::NOT_MY_BRAND, LeadOutcome::NotInfringing),
        };
        let reason = *self.dice.pick(reasons);
        self.add(answered, responder, Step::Answer(recipient, verdict, reason));
        if verdict != Verdict::NeedsTestPurchase || self.dice.chance(50) {
            return Ok((answered, outcome));
        }
        // The goods came and spoke for themselves.
        let bought = self.after(responder, answered, hours(60..=150))?;
        let reason = *self.dice.pick(texts::CONFIRMED);
        self.add(bought, responder, Step::Answer(recipient, Verdict::Confirmed, reason));
        Ok((bought, LeadOutcome::ConfirmedInfringement))
    }

    /// The desk settles what expired, where it has done so.
    fn settle(
        &mut self,
        fate: Fate,
        shared_at: Timestamp,
        recipient: &'static Organization,
    ) -> Result<(Timestamp, LeadOutcome)> {
        if fate != Fate::Settled {
            return Ok((shared_at, LeadOutcome::NoAnswer));
        }
        let expires_at = Office::of(recipient)?.clock(shared_at)?.expires_at;
        let at = self.after(self.desk, expires_at, hours(8..=60))?;
        let settlement = *self.dice.pick(&[
            ExpirySettlement::NonResponse,
            ExpirySettlement::NonResponse,
            ExpirySettlement::Close,
        ]);
        self.add(at, self.desk, Step::Settle(recipient, settlement));
        Ok((at, LeadOutcome::NoAnswer))
    }

    fn close(&mut self, fate: Fate, last: Timestamp, outcome: LeadOutcome) -> Result<()> {
        let closer = if self.dice.chance(50) {
            self.cast.writer
        } else {
            self.desk
        };
        match fate {
            Fate::Resolved | Fate::Settled | Fate::Reopened => {
                let resolved = self.after(closer, last, hours(2..=70))?;
                self.add(resolved, closer, Step::Resolve(outcome));
                if fate == Fate::Reopened {
                    let reopened = self.after(closer, resolved, hours(30..=120))?;
                    let reason = *self.dice.pick(texts::REOPENINGS);
                    self.add(reopened, closer, Step::Reopen(reason));
                }
            }
            Fate::Retracted => {
                let retracted = self.after(self.cast.writer, last, hours(2..=60))?;
                let reason = *self.dice.pick(texts::RETRACTIONS);
                self.add(retracted, self.cast.writer, Step::Retract(reason));
            }
            Fate::Draft
            | Fate::Submitted
            | Fate::Triaged
            | Fate::Rejected
            | Fate::Due
            | Fate::NeedsInfo
            | Fate::Informed
            | Fate::Overdue
            | Fate::Expired
            | Fate::Answered => {}
        }
        Ok(())
    }

    /// Comments, and at times fewer people who may know.
    pub(super) fn talk(&mut self, shared_at: Timestamp) -> Result<()> {
        let mut speakers = vec![self.cast.writer, self.desk];
        speakers.extend(self.cast.recipients.iter().map(|(_, responder)| *responder));
        if let Some(agency) = self.cast.agency {
            let officers: Vec<_> = agency.with_role(&[Role::Le]).collect();
            let person = *self.dice.pick(&officers);
            speakers.push(Who {
                organization: agency,
                person,
            });
        }
        let remarks = texts::in_tongue(texts::COMMENTS, self.cast.draft.tongue);
        for _ in 0..self.dice.pick(&[0, 0, 1, 1, 2, 3]).to_owned() {
            let who = *self.dice.pick(&speakers);
            let at = self.after(who, shared_at, hours(1..=90))?;
            let text = *self.dice.pick(&remarks);
            let for_all = self.dice.chance(60);
            self.add(at, who, Step::Comment { text, for_all });
        }
        let is_agent = |who: &Who| who.organization.key == "pereira-ashdown" || who.organization.key == "genuine-guild";
        if self.cast.tlp == Tlp::Amber && !speakers.iter().any(is_agent) && self.dice.chance(14) {
            let at = self.after(self.cast.writer, shared_at, hours(1..=20))?;
            let reason = *self.dice.pick(texts::TLP_REASONS);
            self.add(at, self.cast.writer, Step::Narrow { reason });
        }
        Ok(())
    }
}
