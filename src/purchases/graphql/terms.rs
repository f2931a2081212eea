//! For how long money is held and samples are kept.

use async_graphql::{Context, InputObject, Object, SimpleObject};
use jiff::tz::TimeZone;

use crate::{
    members::graphql::{Person, person},
    platform::{
        clock::timestamp,
        error::Result,
        graphql::{
            UserError,
            scalars::{Date, DateTime},
        },
    },
    purchases::{
        commands::{TermsStanding, may_set_terms},
        rules::Terms,
        store::TermsRow,
    },
    sessions,
};

/// For how long money is held and samples are kept, from a day on.
pub struct PurchaseTerms(pub(super) TermsRow);

/// For how long money is held and samples are kept, from a day on.
#[Object]
impl PurchaseTerms {
    /// Counts what was set, from 1.
    async fn number(&self) -> i32 {
        self.0.number
    }

    /// The day from whose beginning on, in UTC, they hold; of several from one day on the one that was set last holds.
    async fn effective_from(&self) -> Date {
        Date(timestamp(self.0.effective_at).to_zoned(TimeZone::UTC).date())
    }

    /// For so many days money is held for an order, from its approval.
    async fn hold_days(&self) -> i32 {
        self.0.hold_days
    }

    /// For so many years from its receipt a sample is kept at least.
    async fn retention_years(&self) -> i32 {
        self.0.retention_years
    }

    /// Who set them.
    pub async fn set_by(&self, ctx: &Context<'_>) -> Result<Person> {
        person(ctx, self.0.set_by).await
    }

    /// When they were set.
    async fn set_at(&self) -> DateTime {
        self.0.set_at.into()
    }
}

/// For how long money is held and samples are kept now, and what was set.
pub struct PurchaseTermsOverview(pub(super) TermsStanding);

/// For how long money is held and samples are kept now, and what was set.
#[Object]
impl PurchaseTermsOverview {
    /// For so many days money is held for an order that is approved now.
    async fn hold_days(&self) -> i32 {
        self.in_force().hold_days
    }

    /// For so many years a sample is kept at least that is received now.
    async fn retention_years(&self) -> i32 {
        self.in_force().retention_years
    }

    /// What was set, for days gone and to come, the last one first; at most 100.
    pub async fn set(&self) -> Vec<PurchaseTerms> {
        self.0.set.iter().cloned().map(PurchaseTerms).collect()
    }

    /// How many were set; 0 where it is the usual. To be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.0.version()
    }

    /// Whether the viewer sets them.
    async fn may_change(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(may_set_terms(sessions::viewer(ctx)?))
    }
}

impl PurchaseTermsOverview {
    fn in_force(&self) -> Terms {
        self.0.in_force.as_ref().map_or_else(Terms::default, |row| Terms {
            hold_days: row.hold_days,
            retention_years: row.retention_years,
        })
    }
}

/// For how long money is to be held and samples are to be kept. What was decided before stays.
#[derive(Debug, Clone, InputObject)]
pub struct SetPurchaseTermsInput {
    /// The version that was seen; 0 where it was the usual.
    pub(super) expected_version: i32,
    /// From the beginning of this day on, in UTC; tomorrow or later.
    pub(super) effective_from: Date,
    /// For so many days money is held, from 1 to 90.
    pub(super) hold_days: i32,
    /// For so many years samples are kept at least, from 1 to 30.
    pub(super) retention_years: i32,
}

/// For how long money is held and samples are kept, or why it was not changed.
#[derive(SimpleObject)]
pub struct PurchaseTermsPayload {
    /// What holds, and what was set; null where it was refused.
    pub(super) terms: Option<PurchaseTermsOverview>,
    /// Why it was refused; empty when it was done.
    pub(super) user_errors: Vec<UserError>,
}
