//! What test purchases came to, as clients see it.

use std::collections::BTreeMap;

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};

use super::{enums::GqlPurchaseState, parts::amount};
use crate::{
    actions::rules::ratio_text,
    funds::graphql::{GqlFundCostKind, TestPurchaseProgram},
    leads::graphql::Money,
    members::graphql::{Organization, organization},
    platform::{
        error::Result,
        graphql::{
            scalars::{Date, DateTime, Decimal},
            uuid,
        },
        ids::IdKind,
    },
    purchases::commands::{Asked, Statistics},
};

/// What is to be counted of test purchases.
#[derive(Debug, Clone, InputObject)]
pub struct PurchaseStatisticsInput {
    /// The first day on which they were asked for, in UTC.
    from: Date,
    /// The last day.
    to: Date,
    /// Of this organisation; of all where nothing is said: by calendar year and without small figures for who does not read all.
    organization_id: Option<ID>,
    /// In this programme.
    program_id: Option<ID>,
}

impl PurchaseStatisticsInput {
    pub(super) fn read(self) -> Result<Asked> {
        Ok(Asked {
            from: self.from.0,
            to: self.to.0,
            organization: self.organization_id.map(|id| uuid(IdKind::Org, &id)).transpose()?,
            program: self.program_id.map(|id| uuid(IdKind::Program, &id)).transpose()?,
        })
    }
}

/// What test purchases came to in a period. Across organisations, counts from one to four are null for who does not read all.
pub struct PurchaseStatistics(pub(super) Statistics);

/// How many test purchases stand somewhere.
#[derive(SimpleObject)]
pub struct PurchaseStateFigure {
    /// Where.
    state: GqlPurchaseState,
    /// How many; null where it must not be told.
    count: Option<i32>,
}

/// What was spent on something.
#[derive(SimpleObject)]
pub struct PurchaseSpentFigure {
    /// On what.
    kind: GqlFundCostKind,
    /// ISO 4217 code.
    currency: String,
    /// How much; null where too few purchases are behind it.
    amount: Option<Money>,
}

fn told(count: i64, hidden: bool) -> Option<i32> {
    (!hidden).then(|| i32::try_from(count).unwrap_or(i32::MAX))
}

/// What test purchases came to in a period. Across organisations, counts from one to four are null for who does not read all.
#[Object]
impl PurchaseStatistics {
    /// The first day.
    async fn from(&self) -> Date {
        Date(self.0.asked.from)
    }

    /// The last day.
    async fn to(&self) -> Date {
        Date(self.0.asked.to)
    }

    /// As it was known when.
    async fn as_of(&self) -> DateTime {
        DateTime(self.0.as_of)
    }

    /// Of which organisation; null where it is of all.
    async fn organization(&self, ctx: &Context<'_>) -> Result<Option<Organization>> {
        match self.0.asked.organization {
            Some(key) => organization(ctx, key).await.map(Some),
            None => Ok(None),
        }
    }

    /// In which programme; null where it is of all, or the viewer does not see it.
    async fn program(&self, ctx: &Context<'_>) -> Result<Option<TestPurchaseProgram>> {
        match self.0.asked.program {
            Some(key) => TestPurchaseProgram::load(ctx, key).await,
            None => Ok(None),
        }
    }

    /// How many stand where, of those that were asked for in the period.
    async fn states(&self) -> Vec<PurchaseStateFigure> {
        let hidden = self.0.hides_states();
        let figure = |(state, count): (&crate::purchases::rules::PurchaseState, &i64)| PurchaseStateFigure {
            state: (*state).into(),
            count: told(*count, hidden),
        };
        self.0.states.iter().map(figure).collect()
    }

    /// Whether money is told: to who reads the fund, in what is one's own, and across organisations without small figures.
    async fn tells_money(&self) -> bool {
        self.0.tells_money
    }

    /// What was spent on what; one sum for each currency, never one over them. Empty where no money is told.
    async fn spent(&self) -> Vec<PurchaseSpentFigure> {
        if !self.0.tells_money {
            return Vec::new();
        }
        let figures = self
            .0
            .spent
            .iter()
            .map(|((currency, kind), (minor, of))| PurchaseSpentFigure {
                kind: (*kind).into(),
                currency: currency.clone(),
                amount: (!self.0.hides(*of)).then(|| amount(*minor, currency)),
            });
        figures.collect()
    }

    /// How many have a conclusion; null where it must not be told.
    async fn appraised(&self) -> Option<i32> {
        told(self.0.appraised, self.0.hides_found())
    }

    /// How many of them were counterfeit; null where it must not be told.
    async fn counterfeit(&self) -> Option<i32> {
        told(self.0.counterfeit, self.0.hides_found())
    }

    /// Counterfeit of appraised, with two places; null where nothing was appraised or it must not be told.
    async fn hit_rate(&self) -> Option<Decimal> {
        let rate = ratio_text(self.0.counterfeit, self.0.appraised);
        rate.filter(|_| !self.0.hides_found()).map(Decimal)
    }

    /// What was spent for each that was found counterfeit: the sums of all currencies together are the cost of one. Empty
    /// where none was found or it must not be told.
    async fn cost_per_counterfeit(&self) -> Vec<Money> {
        if self.0.counterfeit == 0 || self.0.hides_found() || !self.0.tells_money {
            return Vec::new();
        }
        let mut sums: BTreeMap<&str, i64> = BTreeMap::new();
        for ((currency, _), (minor, of)) in &self.0.spent {
            if self.0.hides(*of) {
                return Vec::new();
            }
            let sum = sums.entry(currency.as_str()).or_default();
            *sum = sum.saturating_add(*minor);
        }
        sums.into_iter()
            .map(|(currency, minor)| amount(minor / self.0.counterfeit, currency))
            .collect()
    }

    /// How many members had one that was not refused or given up; null where it must not be told.
    async fn members_taking_part(&self) -> Option<i32> {
        told(self.0.members, self.0.hides_members())
    }

    /// How many active members may have one.
    async fn members_eligible(&self) -> i32 {
        i32::try_from(self.0.eligible).unwrap_or(i32::MAX)
    }

    /// Those who had one of those who may, with two places; null where there are none or it must not be told.
    async fn participation(&self) -> Option<Decimal> {
        let rate = ratio_text(self.0.members, self.0.eligible);
        rate.filter(|_| !self.0.hides_members()).map(Decimal)
    }

    /// Whether something was too small to be told.
    async fn is_suppressed(&self) -> bool {
        let counted = &self.0;
        let spent = counted.spent.values().any(|(_, of)| counted.hides(*of));
        (spent && counted.tells_money) || counted.hides_states() || counted.hides_found() || counted.hides_members()
    }
}
