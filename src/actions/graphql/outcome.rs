//! What came of an action, as clients see it: sums never run over bases, currencies or units.

use std::collections::BTreeMap;

use async_graphql::{ComplexObject, Context, ID, Object, SimpleObject};
use uuid::Uuid;

use super::{
    follow::{SeizureLine, SuspectRecord},
    loaders::{self, LinesOf, ResultsOf, RevisionsOf, SuspectsOf},
    outcome_enums::{GqlEntryKind, GqlSiteResult},
};
use crate::{
    actions::{
        rules::{EntryKind, SiteResult, quantity_text},
        store::{ActionRow, LineRow, ResultRow, RevisionRow, SuspectRow},
    },
    leads::graphql::Eyes,
    members::graphql::{Person, person},
    platform::{
        db::code,
        error::{ApiError, Result},
        graphql::{
            id,
            scalars::{DateTime, Decimal},
        },
        ids::IdKind,
        money::Money,
    },
    referrals::{graphql::GqlValuationBasis, rules::ValuationBasis},
};

/// What came of an action: as it was written down last, and how it came to that.
pub struct ActionOutcome {
    row: ActionRow,
    eyes: Eyes,
}

impl ActionOutcome {
    /// What came of an action that these eyes see.
    pub(super) fn of(row: &ActionRow, eyes: &Eyes) -> Self {
        Self {
            row: row.clone(),
            eyes: eyes.clone(),
        }
    }

    async fn revision_rows(&self, ctx: &Context<'_>) -> Result<Vec<RevisionRow>> {
        let rows = loaders::of(ctx)?.load_one(RevisionsOf(self.row.id)).await?;
        Ok(rows.map(|rows| rows.to_vec()).unwrap_or_default())
    }

    async fn latest(&self, ctx: &Context<'_>) -> Result<Option<RevisionRow>> {
        Ok(self.revision_rows(ctx).await?.pop())
    }

    async fn suspect_rows(&self, ctx: &Context<'_>) -> Result<Vec<SuspectRow>> {
        let rows = loaders::of(ctx)?.load_one(SuspectsOf(self.row.id)).await?;
        Ok(rows.map(|rows| rows.to_vec()).unwrap_or_default())
    }

    async fn line_rows(&self, ctx: &Context<'_>) -> Result<Vec<LineRow>> {
        let rows = loaders::of(ctx)?.load_one(LinesOf(self.row.id)).await?;
        Ok(rows.map(|rows| rows.to_vec()).unwrap_or_default())
    }
}

/// What came of an action: as it was written down last, and how it came to that.
#[Object]
impl ActionOutcome {
    /// Counts its corrections; 0 before the action was done, 1 until it is corrected.
    async fn revision(&self) -> i32 {
        self.row.revision
    }

    /// Why it is corrected, or was sent back; null where nothing was said.
    async fn reason(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        Ok(self.latest(ctx).await?.and_then(|row| row.reason))
    }

    /// Who said that all of it is written down; null until then.
    async fn submitted_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        somebody(ctx, self.latest(ctx).await?.and_then(|row| row.submitted_by)).await
    }

    /// When; null until then.
    async fn submitted_at(&self, ctx: &Context<'_>) -> Result<Option<DateTime>> {
        let row = self.latest(ctx).await?;
        Ok(row.and_then(|row| row.submitted_at).map(Into::into))
    }

    /// Who verified it, somebody else than wrote it down; null until then.
    async fn verified_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        somebody(ctx, self.latest(ctx).await?.and_then(|row| row.verified_by)).await
    }

    /// When; null until then. What is not verified counts in no statistics.
    async fn verified_at(&self, ctx: &Context<'_>) -> Result<Option<DateTime>> {
        let row = self.latest(ctx).await?;
        Ok(row.and_then(|row| row.verified_at).map(Into::into))
    }

    /// The suspects, the first one first; at most 500.
    async fn suspects(&self, ctx: &Context<'_>) -> Result<Vec<SuspectRecord>> {
        let rows = self.suspect_rows(ctx).await?.into_iter();
        let present = rows.filter(|row| row.struck_in.is_none());
        Ok(present.map(|row| SuspectRecord::of(row, &self.eyes)).collect())
    }

    /// The seized goods, the first one first; at most 500.
    async fn seizures(&self, ctx: &Context<'_>) -> Result<Vec<SeizureLine>> {
        let rows = self.line_rows(ctx).await?.into_iter();
        let present = rows.filter(|row| row.struck_in.is_none());
        Ok(present.map(|row| SeizureLine::of(row, &self.eyes)).collect())
    }

    /// What the goods are worth: one sum for each basis and currency.
    async fn values(&self, ctx: &Context<'_>) -> Result<Vec<ValueSum>> {
        let mut sums: BTreeMap<(String, String), (i128, i32)> = BTreeMap::new();
        for row in self.line_rows(ctx).await?.iter().filter(|row| row.struck_in.is_none()) {
            let value = row
                .value_basis
                .clone()
                .zip(row.value_currency.clone())
                .zip(row.value_minor);
            if let Some((key, minor)) = value {
                let sum = sums.entry(key).or_default();
                *sum = (sum.0 + i128::from(minor), sum.1 + 1);
            }
        }
        sums.into_iter().map(ValueSum::of).collect()
    }

    /// How much was seized: one sum for each unit.
    async fn quantities(&self, ctx: &Context<'_>) -> Result<Vec<QuantitySum>> {
        let mut sums: BTreeMap<String, (i128, i32)> = BTreeMap::new();
        for row in self.line_rows(ctx).await?.iter().filter(|row| row.struck_in.is_none()) {
            let sum = sums.entry(row.unit.clone()).or_default();
            *sum = (sum.0 + i128::from(row.quantity_milli), sum.1 + 1);
        }
        sums.into_iter().map(QuantitySum::of).collect()
    }

    /// How it came to that, the first revision first.
    async fn revisions(&self, ctx: &Context<'_>) -> Result<Vec<OutcomeRevision>> {
        let loaders = loaders::of(ctx)?;
        let results = loaders.load_one(ResultsOf(self.row.id)).await?.unwrap_or_default();
        let mut entries: Vec<(i32, OutcomeEntry)> = Vec::new();
        for row in results.iter() {
            entries.push((row.revision, OutcomeEntry::of_site(row)?));
        }
        let suspects = self.suspect_rows(ctx).await?.into_iter();
        entries.extend(suspects.map(|row| (row.revision, OutcomeEntry::of_suspect(row))));
        let lines = self.line_rows(ctx).await?.into_iter();
        entries.extend(lines.map(|row| (row.revision, OutcomeEntry::of_seizure(row))));
        let revisions = self.revision_rows(ctx).await?.into_iter();
        Ok(revisions
            .map(|row| OutcomeRevision {
                revision: row.revision,
                reason: row.reason.clone(),
                submitted_at: row.submitted_at.map(Into::into),
                verified_at: row.verified_at.map(Into::into),
                entries: entries
                    .iter()
                    .filter(|(revision, _)| *revision == row.revision)
                    .map(|(_, entry)| entry.clone())
                    .collect(),
                row,
            })
            .collect())
    }
}

/// Whoever it was, if it was somebody.
pub(super) async fn somebody(ctx: &Context<'_>, key: Option<Uuid>) -> Result<Option<Person>> {
    match key {
        Some(key) => person(ctx, key).await.map(Some),
        None => Ok(None),
    }
}

/// Minor units of a currency as decimal text.
pub(super) fn amount(minor: i64, currency: &str) -> Decimal {
    let money = Money {
        minor,
        currency: currency.to_owned(),
    };
    Decimal(money.amount())
}

/// What goods are worth by one basis in one currency.
#[derive(SimpleObject)]
pub struct ValueSum {
    /// By what they are valued.
    basis: GqlValuationBasis,
    /// Decimal text.
    amount: Decimal,
    /// ISO 4217 code.
    currency: String,
    /// Of how many entries.
    lines: i32,
}

impl ValueSum {
    fn of(((basis, currency), (minor, lines)): ((String, String), (i128, i32))) -> Result<Self> {
        Ok(Self {
            basis: code::<ValuationBasis>(&basis)?.into(),
            amount: amount(i64::try_from(minor).map_err(ApiError::internal)?, &currency),
            currency,
            lines,
        })
    }
}

/// How much of goods there is in one unit.
#[derive(SimpleObject)]
pub struct QuantitySum {
    /// What is counted.
    unit: String,
    /// How many.
    quantity: Decimal,
    /// Of how many entries.
    lines: i32,
}

impl QuantitySum {
    fn of((unit, (milli, lines)): (String, (i128, i32))) -> Result<Self> {
        let milli = i64::try_from(milli).map_err(ApiError::internal)?;
        Ok(Self {
            unit,
            quantity: Decimal(quantity_text(milli)),
            lines,
        })
    }
}

/// What came of an action, as it was written down at one time; corrections keep it.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct OutcomeRevision {
    #[graphql(skip)]
    row: RevisionRow,
    /// 1 for the first.
    revision: i32,
    /// Why it was corrected, or was sent back; null where nothing was said.
    reason: Option<String>,
    /// When somebody said that all of it is written down; null until then.
    submitted_at: Option<DateTime>,
    /// When it was verified; null until then.
    verified_at: Option<DateTime>,
    /// What was written down in it.
    entries: Vec<OutcomeEntry>,
}

#[ComplexObject]
impl OutcomeRevision {
    /// Who said that all of it is written down; null until then.
    async fn submitted_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        somebody(ctx, self.row.submitted_by).await
    }

    /// Who verified it; null until then.
    async fn verified_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        somebody(ctx, self.row.verified_by).await
    }
}

/// Something that was written down of what came of an action.
#[derive(Clone, SimpleObject)]
#[graphql(complex)]
pub struct OutcomeEntry {
    #[graphql(skip)]
    by: Uuid,
    #[graphql(skip)]
    struck_by: Option<Uuid>,
    /// What it is about.
    kind: GqlEntryKind,
    /// Opaque id of the site, the suspect or the goods.
    id: ID,
    /// The first letters of a name, or a product; null for a site.
    label: Option<String>,
    /// What was found at a site; null for the others.
    result: Option<GqlSiteResult>,
    /// When.
    recorded_at: DateTime,
    /// In which revision it was struck or written anew; null while it holds.
    struck_in: Option<i32>,
    /// Why it was struck; null while it holds, and where it was written anew.
    struck_reason: Option<String>,
}

impl OutcomeEntry {
    fn of_site(row: &ResultRow) -> Result<Self> {
        Ok(Self {
            by: row.recorded_by,
            struck_by: None,
            struck_reason: None,
            kind: EntryKind::SiteResult.into(),
            id: id(IdKind::Site, row.site_id),
            label: None,
            result: Some(code::<SiteResult>(&row.result)?.into()),
            recorded_at: row.recorded_at.into(),
            struck_in: row.struck_in,
        })
    }

    fn of_suspect(row: SuspectRow) -> Self {
        Self {
            by: row.recorded_by,
            struck_by: row.struck_by,
            struck_reason: row.struck_reason,
            kind: EntryKind::Suspect.into(),
            id: id(IdKind::Suspect, row.id),
            label: row.masked,
            result: None,
            recorded_at: row.recorded_at.into(),
            struck_in: row.struck_in,
        }
    }

    fn of_seizure(row: LineRow) -> Self {
        Self {
            by: row.recorded_by,
            struck_by: row.struck_by,
            struck_reason: row.struck_reason,
            kind: EntryKind::Seizure.into(),
            id: id(IdKind::Seizure, row.id),
            label: Some(row.product),
            result: None,
            recorded_at: row.recorded_at.into(),
            struck_in: row.struck_in,
        }
    }
}

#[ComplexObject]
impl OutcomeEntry {
    /// Who.
    async fn recorded_by(&self, ctx: &Context<'_>) -> Result<Person> {
        person(ctx, self.by).await
    }

    /// Who struck it; null while it holds, and where it was written anew.
    async fn struck_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        somebody(ctx, self.struck_by).await
    }
}
