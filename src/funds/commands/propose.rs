//! Proposing what moves a fund's money. Nothing moves until enough other people agree (`decide`).

use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{finish, funds::reference, must_manage, news, reverse};
use crate::{
    app::App,
    funds::{
        rules::{self, EntryKind, MOST_NAMED, OrderKind, OrderState},
        store::{self, FundRow, OrderRow, ShareRow},
    },
    members::{self, OrganizationState},
    permissions::{Viewer, viewer::OrganizationKind},
    platform::{
        clock::micros,
        db::{
            Tx, code,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
        money::split,
    },
};

/// A part of a recovery to be.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct Share {
    pub(crate) organization: Uuid,
    pub(crate) weight: i32,
}

/// What is to be done. Amounts are text in the fund's currency.
#[derive(Debug, Clone, Serialize)]
pub(crate) enum Wish {
    /// Somebody paid in.
    Contribution {
        fund: Uuid,
        organization: Uuid,
        amount: String,
        bank_reference: String,
        note: Option<String>,
    },
    /// The pool is to give to a member, or take back.
    Allocation {
        fund: Uuid,
        organization: Uuid,
        program: Option<Uuid>,
        amount: String,
        take_back: bool,
        note: Option<String>,
    },
    /// An offender paid.
    Recovery {
        fund: Uuid,
        amount: String,
        bank_reference: String,
        shares: Vec<Share>,
        note: Option<String>,
    },
    /// A part of a recovery was paid out.
    Payout {
        fund: Uuid,
        organization: Uuid,
        amount: String,
        bank_reference: String,
        note: Option<String>,
    },
    /// The bank changed money.
    Exchange {
        fund: Uuid,
        counter_fund: Uuid,
        amount: String,
        counter_amount: String,
        rate_source: String,
        bank_reference: String,
        note: Option<String>,
    },
    /// An entry is to be taken back, with what stands and falls with it.
    Reversal { entry: Uuid, reason: String },
    /// The open period is to be closed.
    PeriodClose { fund: Uuid, note: Option<String> },
}

impl Wish {
    /// The mutation that wishes it.
    fn mutation(&self) -> &'static str {
        match self {
            Self::Contribution { .. } => "proposeContribution",
            Self::Allocation { .. } => "proposeAllocation",
            Self::Recovery { .. } => "proposeRecovery",
            Self::Payout { .. } => "proposePayout",
            Self::Exchange { .. } => "proposeExchange",
            Self::Reversal { .. } => "proposeReversal",
            Self::PeriodClose { .. } => "proposePeriodClose",
        }
    }

    async fn fund(&self, tx: &Tx) -> Result<FundRow> {
        let id = match self {
            Self::Contribution { fund, .. }
            | Self::Allocation { fund, .. }
            | Self::Recovery { fund, .. }
            | Self::Payout { fund, .. }
            | Self::Exchange { fund, .. }
            | Self::PeriodClose { fund, .. } => *fund,
            Self::Reversal { entry, .. } => {
                let found = store::entries_by_ids(tx.connection(), &[*entry]).await?.pop();
                found.ok_or_else(ApiError::not_found)?.fund_id
            }
        };
        known(tx, id).await
    }
}

/// A fund; whoever keeps funds sees all of them.
async fn known(tx: &Tx, id: Uuid) -> Result<FundRow> {
    let found = store::funds_by_ids(tx.connection(), &[id]).await?.pop();
    found.ok_or_else(ApiError::not_found)
}

/// Proposes it; gives the order.
///
/// # Errors
/// `FORBIDDEN`, `NOT_FOUND`, `BAD_USER_INPUT`, `IDEMPOTENCY_MISMATCH`, `TRANSITION_NOT_ALLOWED` for a reversal of what was
/// reversed.
pub(crate) async fn propose(app: &App, viewer: &Viewer, key: &str, wish: Wish) -> Result<Uuid> {
    let tx = app.begin().await?;
    must_manage(viewer)?;
    let (mutation, fund) = (wish.mutation(), wish.fund(&tx).await?);
    let claim = match claim(&tx, viewer.person, mutation, key, &wish).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => return ids.first().copied().ok_or_else(ApiError::not_found),
    };
    let blank = blank(app, viewer, &tx, &fund);
    let (mut row, shares) = filled(&tx, &fund, blank, wish).await?;
    let (id, kind) = (row.id, row.kind.clone());
    row.approvals_needed = needed(&tx, &row).await?;
    store::order_insert(&tx, row).await?;
    if !shares.is_empty() {
        store::shares_insert(&tx, shares).await?;
    }
    claim.keep(&tx, &[id]).await?;
    news::proposed(app, &tx, id, viewer.person).await?;
    let detail = json!({ "kind": kind, "fund": fund.id });
    finish(app, tx, viewer, mutation, (IdKind::FundOrder, id), &detail).await
}

fn blank(app: &App, viewer: &Viewer, tx: &Tx, fund: &FundRow) -> OrderRow {
    OrderRow {
        id: app.ids.id(tx.now()),
        reference: reference(app, tx, "FO"),
        fund_id: fund.id,
        kind: String::new(),
        state: OrderState::Proposed.code().to_owned(),
        amount_minor: None,
        organization_id: None,
        program_id: None,
        counter_fund_id: None,
        counter_minor: None,
        rate_source: None,
        reverses_id: None,
        approvals_needed: 0,
        bank_reference: None,
        note: None,
        reason: None,
        proposed_by: viewer.person,
        proposed_at: micros(tx.now()),
        decided_at: None,
        version: 1,
    }
}

/// How many other people have to agree to an order.
async fn needed(tx: &Tx, row: &OrderRow) -> Result<i32> {
    let mut needed = code::<OrderKind>(&row.kind)?.approvals_needed();
    if let Some(entry) = row.reverses_id {
        for taken in reverse::reversible(tx, entry).await? {
            needed = needed.max(code::<EntryKind>(&taken.kind)?.approvals_to_reverse());
        }
    }
    i32::try_from(needed).map_err(ApiError::internal)
}

fn note(raw: Option<&str>) -> Result<Option<String>> {
    rules::optional("note", raw, 1_000)
}

/// The order of a wish, checked, with the parts of a recovery.
async fn filled(tx: &Tx, fund: &FundRow, blank: OrderRow, wish: Wish) -> Result<(OrderRow, Vec<ShareRow>)> {
    let of = |kind: OrderKind| kind.code().to_owned();
    let amount = |text: &str| rules::amount("amount", text, &fund.currency).map(Some);
    let row = match wish {
        Wish::Contribution {
            organization,
            amount: text,
            bank_reference,
            note: words,
            ..
        } => OrderRow {
            kind: of(OrderKind::Contribution),
            organization_id: Some(active(tx, organization, "organizationId").await?),
            amount_minor: amount(&text)?,
            bank_reference: Some(rules::bank_reference(&bank_reference)?),
            note: note(words.as_deref())?,
            ..blank
        },
        Wish::Allocation {
            organization,
            program,
            amount: text,
            take_back,
            note: words,
            ..
        } => OrderRow {
            kind: of(match take_back {
                true => OrderKind::Deallocation,
                false => OrderKind::Allocation,
            }),
            organization_id: Some(match take_back {
                true => allotted(tx, fund, organization, program).await?,
                false => may_spend(tx, fund, organization, program).await?,
            }),
            program_id: program,
            amount_minor: amount(&text)?,
            note: note(words.as_deref())?,
            ..blank
        },
        Wish::Payout {
            organization,
            amount: text,
            bank_reference,
            note: words,
            ..
        } => OrderRow {
            kind: of(OrderKind::Payout),
            organization_id: Some(active(tx, organization, "organizationId").await?),
            amount_minor: amount(&text)?,
            bank_reference: Some(rules::bank_reference(&bank_reference)?),
            note: note(words.as_deref())?,
            ..blank
        },
        Wish::Recovery {
            amount: text,
            bank_reference,
            shares,
            note: words,
            ..
        } => {
            let row = OrderRow {
                kind: of(OrderKind::Recovery),
                amount_minor: amount(&text)?,
                bank_reference: Some(rules::bank_reference(&bank_reference)?),
                note: note(words.as_deref())?,
                ..blank
            };
            let shares = parts(tx, &row, &shares).await?;
            return Ok((row, shares));
        }
        Wish::Exchange {
            counter_fund,
            amount: text,
            counter_amount,
            rate_source,
            bank_reference,
            note: words,
            ..
        } => {
            let counter = known(tx, counter_fund).await?;
            if counter.currency == fund.currency {
                return Err(ApiError::input("counterFundId", "Name a fund of another currency."));
            }
            OrderRow {
                kind: of(OrderKind::Exchange),
                counter_fund_id: Some(counter.id),
                amount_minor: amount(&text)?,
                counter_minor: Some(rules::amount("counterAmount", &counter_amount, &counter.currency)?),
                rate_source: Some(rules::line("rateSource", &rate_source, 200)?),
                bank_reference: Some(rules::bank_reference(&bank_reference)?),
                note: note(words.as_deref())?,
                ..blank
            }
        }
        Wish::Reversal { entry, reason } => {
            let rows = reverse::reversible(tx, entry).await?;
            // Of an exchange one side: the other one is in another currency, and each passes through two accounts.
            let one = rows
                .iter()
                .find(|row| row.id == entry && row.kind == EntryKind::Exchange.code());
            let all = || rows.iter().map(|row| row.amount_minor).sum::<i64>();
            OrderRow {
                kind: of(OrderKind::Reversal),
                amount_minor: Some(one.map_or_else(all, |row| row.amount_minor)),
                reverses_id: Some(entry),
                note: Some(rules::text("reason", &reason, 1_000)?),
                ..blank
            }
        }
        Wish::PeriodClose { note: words, .. } => OrderRow {
            kind: of(OrderKind::PeriodClose),
            note: note(words.as_deref())?,
            ..blank
        },
    };
    Ok((row, Vec::new()))
}

/// An active organisation; whether there is such a one is answered like whether it is active.
async fn active(tx: &Tx, id: Uuid, field: &str) -> Result<Uuid> {
    let found = members::organizations_by_ids(tx.connection(), &[id]).await?;
    match found.iter().any(|row| row.state == OrganizationState::Active) {
        true => Ok(id),
        false => Err(ApiError::input(field, "Name an active organisation.")),
    }
}

/// An organisation that may spend money of the fund: a member, or the secretariat itself; in a programme, one that may take
/// part.
async fn may_spend(tx: &Tx, fund: &FundRow, id: Uuid, program: Option<Uuid>) -> Result<Uuid> {
    let refused = || ApiError::input("organizationId", "Name an active member that may take part.");
    let found = members::organizations_by_ids(tx.connection(), &[id]).await?;
    let is_member = found.iter().any(|row| {
        let spends = match row.kind {
            OrganizationKind::MemberBrand | OrganizationKind::Association | OrganizationKind::Secretariat => true,
            OrganizationKind::AgentFirm
            | OrganizationKind::LeAgency
            | OrganizationKind::Lab
            | OrganizationKind::Platform
            | OrganizationKind::Auditor => false,
        };
        spends && row.state == OrganizationState::Active
    });
    if !is_member {
        return Err(refused());
    }
    if let Some(program) = program {
        let found = store::programs_by_ids(tx.connection(), &[program]).await?.pop();
        let found = found.filter(|row| row.fund_id == fund.id && row.archived_at.is_none());
        let row = found.ok_or_else(|| ApiError::input("programId", "Name a programme of this fund, not archived."))?;
        let named = store::members_of(tx.connection(), &[program]).await?;
        if !row.open && !named.contains(&(program, id)) {
            return Err(refused());
        }
    }
    Ok(id)
}

/// An organisation that has such an allocation: what is left is taken back from those, too, that were suspended, or may not take
/// part any more.
async fn allotted(tx: &Tx, fund: &FundRow, id: Uuid, program: Option<Uuid>) -> Result<Uuid> {
    let account = store::NewAccount {
        id: Uuid::nil(),
        fund: fund.id,
        kind: rules::AccountKind::Allocation,
        organization: Some(id),
        program,
        hold: None,
    };
    let found = store::account_by_code(tx.connection(), fund.id, &account.code()).await?;
    match found {
        Some(_) => Ok(id),
        None => Err(ApiError::input(
            "organizationId",
            "Name one to whom this fund allotted something so.",
        )),
    }
}

/// The parts of a recovery, which sum to it (I9).
async fn parts(tx: &Tx, order: &OrderRow, shares: &[Share]) -> Result<Vec<ShareRow>> {
    if shares.is_empty() || shares.len() > MOST_NAMED {
        let text = format!("Name 1 to {MOST_NAMED} to whom it is owed.");
        return Err(ApiError::input("shares", text));
    }
    for (place, share) in shares.iter().enumerate() {
        active(tx, share.organization, &format!("shares.{place}.organizationId")).await?;
        let is_first = !shares[..place]
            .iter()
            .any(|other| other.organization == share.organization);
        if !(1..=1_000_000).contains(&share.weight) || !is_first {
            let text = "Name each once, with a weight of 1 to 1,000,000.";
            return Err(ApiError::input(&format!("shares.{place}.weight"), text));
        }
    }
    let total = order.amount_minor.ok_or(ErrorCode::BadUserInput)?;
    let weights: Vec<i128> = shares.iter().map(|share| i128::from(share.weight)).collect();
    let row = |(share, minor): (&Share, i64)| ShareRow {
        order_id: order.id,
        organization_id: share.organization,
        weight: share.weight,
        amount_minor: minor,
    };
    Ok(shares.iter().zip(split(total, &weights)).map(row).collect())
}
