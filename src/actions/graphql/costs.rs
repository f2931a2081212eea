//! What seized goods cost, as clients see it.

use async_graphql::{ComplexObject, Context, ID, SimpleObject};
use uuid::Uuid;

use super::{
    loaders::{self, SharesOf},
    outcome::amount,
    outcome_enums::{GqlCostKind, GqlCostRule},
};
use crate::{
    actions::{
        rules::{CostKind, CostRule},
        store::{CostRow, ShareRow},
    },
    members::graphql::{Person, person},
    platform::{
        db::code,
        error::Result,
        graphql::{
            id,
            scalars::{DateTime, Decimal},
        },
        ids::IdKind,
    },
    rights::graphql::{Brand, brand},
};

/// What storing, moving or destroying goods cost.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct ActionCost {
    #[graphql(skip)]
    row: CostRow,
    /// Which of these.
    kind: GqlCostKind,
    /// Decimal text.
    amount: Decimal,
    /// ISO 4217 code.
    currency: String,
    /// By what the brands share it.
    rule: GqlCostRule,
    /// The words to it; null where there are none.
    note: Option<String>,
    /// When it was written down.
    recorded_at: DateTime,
}

impl ActionCost {
    pub(super) fn of(row: CostRow) -> Result<Self> {
        Ok(Self {
            kind: code::<CostKind>(&row.kind)?.into(),
            amount: amount(row.amount_minor, &row.currency),
            currency: row.currency.clone(),
            rule: code::<CostRule>(&row.rule)?.into(),
            note: row.note.clone(),
            recorded_at: row.recorded_at.into(),
            row,
        })
    }
}

#[ComplexObject]
impl ActionCost {
    /// Opaque id.
    async fn id(&self) -> ID {
        id(IdKind::Cost, self.row.id)
    }

    /// Who wrote it down.
    async fn recorded_by(&self, ctx: &Context<'_>) -> Result<Person> {
        person(ctx, self.row.recorded_by).await
    }

    /// What each brand bears of it; these sum to it.
    async fn shares(&self, ctx: &Context<'_>) -> Result<Vec<CostShare>> {
        let rows = loaders::of(ctx)?.load_one(SharesOf(self.row.id)).await?;
        let share = |row: &ShareRow| CostShare {
            key: row.brand_id,
            amount: amount(row.amount_minor, &self.row.currency),
            currency: self.row.currency.clone(),
        };
        let rows = rows.unwrap_or_default();
        Ok(rows.iter().map(share).collect())
    }
}

/// What a brand bears of a cost.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct CostShare {
    #[graphql(skip)]
    key: Uuid,
    /// Decimal text.
    amount: Decimal,
    /// ISO 4217 code.
    currency: String,
}

#[ComplexObject]
impl CostShare {
    /// Which one.
    async fn brand(&self, ctx: &Context<'_>) -> Result<Brand> {
        brand(ctx, self.key).await
    }
}
