//! What storing, moving and destroying seized goods cost, shared between brands by a rule: exactly.

use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{follow::noted, load};
use crate::{
    actions::{
        rules::{self, ActionStep, CostBasis, CostKind, CostRule},
        store::{self, CostRow, LineRow},
    },
    app::App,
    permissions::Viewer,
    platform::{
        clock::micros,
        db::idempotency::{Idempotency, claim},
        error::{ApiError, Result},
        money::{Money, MoneyError},
    },
};

/// Most minor units of an amount: more than anything costs, and little enough to be added and multiplied.
const MOST_MINOR: i64 = 1_000_000_000_000_000;

/// A cost to be.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct NewCost {
    pub(crate) kind: CostKind,
    pub(crate) amount: String,
    pub(crate) currency: String,
    pub(crate) rule: CostRule,
    /// All goods of brands where none are named.
    pub(crate) seizures: Vec<Uuid>,
    pub(crate) note: Option<String>,
}

/// Writes down a cost and what each brand bears of it.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `BAD_USER_INPUT`, `IDEMPOTENCY_MISMATCH`.
pub(crate) async fn record_cost(app: &App, viewer: &Viewer, key: &str, id: Uuid, new: NewCost) -> Result<Uuid> {
    let tx = app.begin().await?;
    let mut loaded = load(&tx, viewer, id).await?;
    let claim = match claim(&tx, viewer.person, "recordActionCost", key, &(id, &new)).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(_) => return Ok(id),
    };
    loaded.step(viewer, ActionStep::Follow, None)?;
    let money = money("amount", &new.amount, &new.currency)?;
    let lines = store::lines_of(tx.connection(), &[id]).await?;
    let is_meant =
        |line: &LineRow| line.struck_in.is_none() && (new.seizures.is_empty() || new.seizures.contains(&line.id));
    let goods: Vec<CostBasis> = lines.iter().filter(|line| is_meant(line)).filter_map(basis).collect();
    let shares = rules::shares(money.minor, new.rule, &goods)?;
    let row = CostRow {
        id: app.ids.id(tx.now()),
        action_id: id,
        kind: new.kind.code().to_owned(),
        amount_minor: money.minor,
        currency: money.currency,
        rule: new.rule.code().to_owned(),
        note: rules::optional("note", new.note.as_deref(), 1_000)?,
        recorded_by: viewer.person,
        recorded_at: micros(tx.now()),
    };
    claim.keep(&tx, &[row.id]).await?;
    let detail = json!({ "cost": row.id, "rule": new.rule, "brands": shares.len() });
    store::cost_insert(&tx, row, &shares).await?;
    noted(app, tx, viewer, id, ("recordActionCost", &detail)).await
}

/// An amount that was entered.
///
/// # Errors
/// `BAD_USER_INPUT` at `field`.
pub(super) fn money(field: &str, amount: &str, currency: &str) -> Result<Money> {
    let wrong = |error: MoneyError| ApiError::input(field, format!("Please correct this: {error}."));
    let money = Money::parse(amount, currency).map_err(wrong)?;
    match money.minor <= MOST_MINOR {
        true => Ok(money),
        false => Err(wrong(MoneyError::Amount)),
    }
}

/// What of goods decides who bears a cost; nothing where nobody has said whose brand they carry.
fn basis(line: &LineRow) -> Option<CostBasis> {
    Some(CostBasis {
        brand: line.brand_id?,
        quantity_milli: line.quantity_milli,
        unit: line.unit.clone(),
        value: line
            .value_minor
            .zip(line.value_currency.clone())
            .zip(line.value_basis.clone())
            .map(|((minor, currency), basis)| (minor, currency, basis)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::error::ErrorCode;

    #[test]
    fn an_amount_can_be_added_and_multiplied() {
        assert_eq!(money("amount", "10000000000000.00", "CNY").unwrap().minor, MOST_MINOR);
        for amount in ["10000000000000.01", "92233720368547758.07"] {
            let refused = money("amount", amount, "CNY").unwrap_err();
            assert_eq!(refused.code, ErrorCode::BadUserInput, "{amount}");
        }
    }

    #[test]
    fn the_largest_amounts_are_shared_exactly() {
        let goods: Vec<CostBasis> = (0..500_u128)
            .map(|number| CostBasis {
                brand: Uuid::from_u128(number % 3),
                quantity_milli: 1,
                unit: "box".to_owned(),
                value: Some((MOST_MINOR, "CNY".to_owned(), "GENUINE_PRICE".to_owned())),
            })
            .collect();
        let shares = rules::shares(MOST_MINOR, CostRule::ByValue, &goods).unwrap();
        assert_eq!(shares.iter().map(|(_, minor)| minor).sum::<i64>(), MOST_MINOR);
    }
}
