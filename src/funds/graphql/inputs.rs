//! What clients send to move money.

use async_graphql::{ID, InputObject};

use super::enums::{GqlSuspenseDirection, GqlSuspenseTarget};
use crate::{
    evidence::graphql::GqlEvidenceKind,
    funds::{
        commands::{CardPayment, InSuspense, RefundReceived, Share, Wish},
        rules::ProgramFacts,
    },
    platform::{
        error::Result,
        graphql::{
            scalars::{Date, Decimal},
            uuid, uuids,
        },
        ids::IdKind,
    },
};

/// A fund to be.
#[derive(Debug, Clone, InputObject)]
pub struct CreateFundInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// Its name, at most 200 characters.
    pub(super) name: String,
    /// ISO 4217 code, of everything in it.
    pub(super) currency: String,
}

/// What purchases in a programme may cost; what is left out is not capped.
#[derive(Debug, Clone, Default, InputObject)]
pub struct ProgramCapsInput {
    /// One purchase.
    per_purchase: Option<Decimal>,
    /// All of a member.
    per_member: Option<Decimal>,
    /// All of a member within the days of the period.
    per_period: Option<Decimal>,
    /// The days of the period, 1 to 366.
    period_days: Option<i32>,
    /// All from one seller.
    per_seller: Option<Decimal>,
}

/// What a programme of test purchases is.
#[derive(Debug, Clone, InputObject)]
pub struct TestPurchaseProgramFactsInput {
    /// Its name, at most 200 characters.
    name: String,
    /// What it is for, at most 2,000 characters.
    purpose: String,
    /// Its first day, in UTC.
    starts_on: Date,
    /// Its last day, in UTC.
    ends_on: Date,
    /// Who may take part; every member where it is left out.
    member_ids: Option<Vec<ID>>,
    /// What purchases in it may cost.
    caps: Option<ProgramCapsInput>,
    /// The kinds of evidence that a purchase in it needs.
    required_evidence: Option<Vec<GqlEvidenceKind>>,
    /// Above it two people approve a purchase; one is enough where it is left out.
    approval_threshold: Option<Decimal>,
}

impl TestPurchaseProgramFactsInput {
    fn read(self) -> Result<ProgramFacts> {
        let caps = self.caps.unwrap_or_default();
        let text = |amount: Option<Decimal>| amount.map(|amount| amount.0);
        let members = self.member_ids.as_deref().map(|ids| uuids(IdKind::Org, ids));
        let evidence = self.required_evidence.unwrap_or_default();
        Ok(ProgramFacts {
            name: self.name,
            purpose: self.purpose,
            starts_on: self.starts_on.0,
            ends_on: self.ends_on.0,
            members: members.transpose()?,
            per_purchase: text(caps.per_purchase),
            per_member: text(caps.per_member),
            per_period: text(caps.per_period),
            period_days: caps.period_days,
            per_seller: text(caps.per_seller),
            required_evidence: evidence.into_iter().map(Into::into).collect(),
            threshold: text(self.approval_threshold),
        })
    }
}

/// A programme of test purchases to be.
#[derive(Debug, Clone, InputObject)]
pub struct CreateTestPurchaseProgramInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// The fund that pays it.
    pub(super) fund_id: ID,
    /// What it is.
    program: TestPurchaseProgramFactsInput,
}

impl CreateTestPurchaseProgramInput {
    pub(super) fn read(self) -> Result<ProgramFacts> {
        self.program.read()
    }
}

/// A programme of test purchases as it is to be.
#[derive(Debug, Clone, InputObject)]
pub struct UpdateTestPurchaseProgramInput {
    /// Which one.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
    /// What it is to be.
    program: TestPurchaseProgramFactsInput,
}

impl UpdateTestPurchaseProgramInput {
    pub(super) fn read(self) -> Result<ProgramFacts> {
        self.program.read()
    }
}

/// A programme of test purchases to be ended.
#[derive(Debug, Clone, InputObject)]
pub struct ArchiveTestPurchaseProgramInput {
    /// Which one.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
}

/// Money that somebody paid into a fund.
#[derive(Debug, Clone, InputObject)]
pub struct ProposeContributionInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// Into which fund.
    fund_id: ID,
    /// Who paid.
    organization_id: ID,
    /// How much.
    amount: Decimal,
    /// By what the bank names it, at most 100 characters; each is recorded once in a fund.
    bank_reference: String,
    /// The words to it, at most 1,000 characters.
    note: Option<String>,
}

impl ProposeContributionInput {
    pub(super) fn read(self) -> Result<Wish> {
        Ok(Wish::Contribution {
            fund: uuid(IdKind::Fund, &self.fund_id)?,
            organization: uuid(IdKind::Org, &self.organization_id)?,
            amount: self.amount.0,
            bank_reference: self.bank_reference,
            note: self.note,
        })
    }
}

/// Money that the pool is to give to a member, or to take back.
#[derive(Debug, Clone, InputObject)]
pub struct ProposeAllocationInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// Of which fund.
    fund_id: ID,
    /// To whom: an active member, or the secretariat.
    organization_id: ID,
    /// For which programme; for any purchase where it is left out.
    program_id: Option<ID>,
    /// How much.
    amount: Decimal,
    /// Whether the pool takes it back instead.
    #[graphql(default)]
    take_back: bool,
    /// The words to it, at most 1,000 characters.
    note: Option<String>,
}

impl ProposeAllocationInput {
    pub(super) fn read(self) -> Result<Wish> {
        let program = self.program_id.map(|id| uuid(IdKind::Program, &id)).transpose()?;
        Ok(Wish::Allocation {
            fund: uuid(IdKind::Fund, &self.fund_id)?,
            organization: uuid(IdKind::Org, &self.organization_id)?,
            program,
            amount: self.amount.0,
            take_back: self.take_back,
            note: self.note,
        })
    }
}

/// To whom a part of a recovery is owed.
#[derive(Debug, Clone, InputObject)]
pub struct RecoveryShareInput {
    /// To whom.
    organization_id: ID,
    /// Its weight beside the others', 1 to 1,000,000.
    weight: i32,
}

/// Money that an offender paid.
#[derive(Debug, Clone, InputObject)]
pub struct ProposeRecoveryInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// Into which fund.
    fund_id: ID,
    /// How much.
    amount: Decimal,
    /// By what the bank names it, at most 100 characters; each is recorded once in a fund.
    bank_reference: String,
    /// To whom it is owed, by weight: parts that sum to it.
    shares: Vec<RecoveryShareInput>,
    /// The words to it, at most 1,000 characters.
    note: Option<String>,
}

impl ProposeRecoveryInput {
    pub(super) fn read(self) -> Result<Wish> {
        let share = |share: &RecoveryShareInput| {
            Ok(Share {
                organization: uuid(IdKind::Org, &share.organization_id)?,
                weight: share.weight,
            })
        };
        Ok(Wish::Recovery {
            fund: uuid(IdKind::Fund, &self.fund_id)?,
            amount: self.amount.0,
            bank_reference: self.bank_reference,
            shares: self.shares.iter().map(share).collect::<Result<_>>()?,
            note: self.note,
        })
    }
}

/// A part of a recovery that was paid out.
#[derive(Debug, Clone, InputObject)]
pub struct ProposePayoutInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// Of which fund.
    fund_id: ID,
    /// To whom.
    organization_id: ID,
    /// How much.
    amount: Decimal,
    /// By what the bank names it, at most 100 characters; each is recorded once in a fund.
    bank_reference: String,
    /// The words to it, at most 1,000 characters.
    note: Option<String>,
}

impl ProposePayoutInput {
    pub(super) fn read(self) -> Result<Wish> {
        Ok(Wish::Payout {
            fund: uuid(IdKind::Fund, &self.fund_id)?,
            organization: uuid(IdKind::Org, &self.organization_id)?,
            amount: self.amount.0,
            bank_reference: self.bank_reference,
            note: self.note,
        })
    }
}

/// Money of one fund that the bank changed into that of another one.
#[derive(Debug, Clone, InputObject)]
pub struct ProposeExchangeInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// From which fund.
    fund_id: ID,
    /// Into which one, of another currency.
    counter_fund_id: ID,
    /// How much the first one paid.
    amount: Decimal,
    /// How much the other one received.
    counter_amount: Decimal,
    /// Where the rate is from, at most 200 characters.
    rate_source: String,
    /// By what the bank names it, at most 100 characters; each is recorded once in a fund.
    bank_reference: String,
    /// The words to it, at most 1,000 characters.
    note: Option<String>,
}

impl ProposeExchangeInput {
    pub(super) fn read(self) -> Result<Wish> {
        Ok(Wish::Exchange {
            fund: uuid(IdKind::Fund, &self.fund_id)?,
            counter_fund: uuid(IdKind::Fund, &self.counter_fund_id)?,
            amount: self.amount.0,
            counter_amount: self.counter_amount.0,
            rate_source: self.rate_source,
            bank_reference: self.bank_reference,
            note: self.note,
        })
    }
}

/// An entry to be taken back, with what stands and falls with it.
#[derive(Debug, Clone, InputObject)]
pub struct ProposeReversalInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// Which one.
    ledger_entry_id: ID,
    /// Why, 1 to 1,000 characters.
    reason: String,
}

impl ProposeReversalInput {
    pub(super) fn read(self) -> Result<Wish> {
        Ok(Wish::Reversal {
            entry: uuid(IdKind::LedgerEntry, &self.ledger_entry_id)?,
            reason: self.reason,
        })
    }
}

/// A fund whose open period is to be closed.
#[derive(Debug, Clone, InputObject)]
pub struct ProposePeriodCloseInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// Of which fund.
    fund_id: ID,
    /// The words to it, at most 1,000 characters.
    note: Option<String>,
}

impl ProposePeriodCloseInput {
    pub(super) fn read(self) -> Result<Wish> {
        Ok(Wish::PeriodClose {
            fund: uuid(IdKind::Fund, &self.fund_id)?,
            note: self.note,
        })
    }
}

/// An order in the version that was seen.
#[derive(Debug, Clone, InputObject)]
pub struct FundOrderTransitionInput {
    /// Which one.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
}

/// An order to be refused.
#[derive(Debug, Clone, InputObject)]
pub struct RefuseFundOrderInput {
    /// Which one.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
    /// Why, 1 to 1,000 characters.
    pub(super) reason: String,
}

/// What the bank paid of what was paid by card.
#[derive(Debug, Clone, InputObject)]
pub struct RecordCardPaymentInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// Out of which fund.
    fund_id: ID,
    /// How much.
    amount: Decimal,
    /// By what the bank names it, at most 100 characters; each is recorded once in a fund.
    bank_reference: String,
    /// The words to it, at most 1,000 characters.
    note: Option<String>,
}

impl RecordCardPaymentInput {
    pub(super) fn read(self) -> Result<CardPayment> {
        Ok(CardPayment {
            fund: uuid(IdKind::Fund, &self.fund_id)?,
            amount: self.amount.0,
            bank_reference: self.bank_reference,
            note: self.note,
        })
    }
}

/// What a seller paid back.
#[derive(Debug, Clone, InputObject)]
pub struct RecordRefundInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// Out of which hold it was paid.
    fund_hold_id: ID,
    /// How much.
    amount: Decimal,
    /// By what the bank names it, at most 100 characters; each is recorded once in a fund.
    bank_reference: String,
    /// The words to it, at most 1,000 characters.
    note: Option<String>,
}

impl RecordRefundInput {
    pub(super) fn read(self) -> Result<RefundReceived> {
        Ok(RefundReceived {
            hold: uuid(IdKind::FundHold, &self.fund_hold_id)?,
            amount: self.amount.0,
            bank_reference: self.bank_reference,
            note: self.note,
        })
    }
}

/// What the bank moved and nobody could place.
#[derive(Debug, Clone, InputObject)]
pub struct RecordSuspenseInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// In which fund.
    fund_id: ID,
    /// Whether the bank received or paid it.
    direction: GqlSuspenseDirection,
    /// How much.
    amount: Decimal,
    /// By what the bank names it, at most 100 characters; each is recorded once in a fund.
    bank_reference: String,
    /// The words to it, at most 1,000 characters.
    note: Option<String>,
}

impl RecordSuspenseInput {
    pub(super) fn read(self) -> Result<InSuspense> {
        Ok(InSuspense {
            fund: uuid(IdKind::Fund, &self.fund_id)?,
            direction: self.direction.into(),
            amount: self.amount.0,
            bank_reference: self.bank_reference,
            note: self.note,
        })
    }
}

/// Where what is in suspense belongs.
#[derive(Debug, Clone, InputObject)]
pub struct ClearSuspenseInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// Which entry.
    pub(super) ledger_entry_id: ID,
    /// Where it belongs.
    pub(super) target: GqlSuspenseTarget,
    /// The words to it, at most 1,000 characters.
    pub(super) note: Option<String>,
}

/// Why something is in suspense.
#[derive(Debug, Clone, InputObject)]
pub struct ExplainSuspenseInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// Which entry.
    pub(super) ledger_entry_id: ID,
    /// Why, 1 to 1,000 characters.
    pub(super) text: String,
}
