//! Loaders of funds. What somebody may see is keyed by what that is and by id; parts by the id of what they belong to, because
//! whoever sees that sees them.

use std::{collections::HashMap, sync::Arc};

use async_graphql::{Context, dataloader::Loader};
use uuid::Uuid;

use crate::{
    app::App,
    funds::{
        commands::{AllocationTotals, Overview, overview, totals},
        rules::FundSight,
        store::{self, AccountRow, ApprovalRow, EntryRow, FundRow, HoldRow, OrderRow, ProgramRow, ShareRow},
    },
    known,
    permissions::Viewer,
    platform::{
        error::{ApiError, Result},
        graphql::{Batching, from_context, gathered},
    },
    sessions,
};

/// Who looks at money, and what that meets.
#[derive(Debug, Clone)]
pub(super) struct Look {
    pub(super) viewer: Arc<Viewer>,
    pub(super) sight: Arc<FundSight>,
    /// What it meets of the entries.
    pub(super) ledger: Arc<FundSight>,
    /// What it meets of programmes.
    pub(super) programs: Arc<FundSight>,
}

impl Look {
    /// The caller's.
    ///
    /// # Errors
    /// `UNAUTHENTICATED` where nobody is signed in.
    pub(super) fn from(ctx: &Context<'_>) -> Result<Self> {
        let (viewer, now) = (sessions::viewer(ctx)?, from_context::<App>(ctx)?.now());
        Ok(Self {
            viewer: Arc::clone(viewer),
            sight: Arc::new(FundSight::of(viewer, now)),
            ledger: Arc::new(FundSight::of_ledger(viewer, now)),
            programs: Arc::new(FundSight::of_programs(viewer, now)),
        })
    }
}

/// Loads by (sight, id), or by id.
pub struct FundLoader(Arc<App>);

/// The loader that the server puts into each request; `reads` where it changes nothing.
#[must_use]
pub fn loader(app: &Arc<App>, reads: bool) -> Batching<FundLoader> {
    Batching::new(FundLoader(Arc::clone(app)), reads)
}

/// The request's loader.
///
/// # Errors
/// `INTERNAL` where the server forgot it.
pub(super) fn of<'a>(ctx: &Context<'a>) -> Result<&'a Batching<FundLoader>> {
    ctx.data::<Batching<FundLoader>>()
        .map_err(|error| ApiError::internal(error.message))
}

/// A row that a sight meets, by its id.
macro_rules! seen {
    ($($(#[doc = $doc:literal])+ $key:ident => $value:ty, |$app:ident, $sight:ident, $ids:ident| $rows:expr;)+) => {$(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        pub(super) struct $key(pub(super) Arc<FundSight>, pub(super) Uuid);

        impl Loader<$key> for FundLoader {
            type Value = $value;
            type Error = ApiError;

            async fn load(&self, keys: &[$key]) -> Result<HashMap<$key, $value>> {
                let mut wanted: HashMap<Arc<FundSight>, Vec<Uuid>> = HashMap::new();
                for key in keys {
                    wanted.entry(Arc::clone(&key.0)).or_default().push(key.1);
                }
                let mut found = HashMap::with_capacity(keys.len());
                for ($sight, $ids) in wanted {
                    let $app = &self.0;
                    let rows: Vec<$value> = $rows;
                    found.extend(rows.into_iter().map(|row| ($key(Arc::clone(&$sight), row.id), row)));
                }
                Ok(found)
            }
        }
    )+};
}

seen! {
    /// A fund.
    FundKey => FundRow, |app, sight, ids| store::funds_seen(app.db.read(), &sight, &ids).await?;
    /// An allocation.
    AllocationKey => AccountRow, |app, sight, ids| store::allocations_seen(app.db.read(), &sight, &ids).await?;
    /// An order.
    OrderKey => OrderRow, |app, sight, ids| store::orders_seen(app.db.read(), &sight, &ids).await?;
    /// A programme.
    ProgramKey => ProgramRow, |app, sight, ids| store::programs_seen(app.db.read(), &sight, &ids).await?;
}

known! {
    FundLoader;
    /// A fund, whoever looks: for the currency of what is seen.
    FundOf => FundRow, |app, ids| {
        let rows = store::funds_by_ids(app.db.read(), &ids).await?;
        rows.into_iter().map(|row| (row.id, row)).collect()
    };
    /// What a fund comes to.
    OverviewOf => Overview, |app, ids| overview(app, &ids).await?.into_iter().collect();
    /// What an allocation comes to.
    TotalsOf => AllocationTotals, |app, ids| {
        let rows = store::accounts_by_ids(app.db.read(), &ids).await?;
        totals(app, &rows).await?.into_iter().collect()
    };
    /// An account.
    AccountKey => AccountRow, |app, ids| {
        let rows = store::accounts_by_ids(app.db.read(), &ids).await?;
        rows.into_iter().map(|row| (row.id, row)).collect()
    };
    /// A hold.
    HoldKey => HoldRow, |app, ids| {
        let rows = store::holds_by_ids(app.db.read(), &ids).await?;
        rows.into_iter().map(|row| (row.id, row)).collect()
    };
    /// What took an entry back.
    ReversedBy => Uuid, |app, ids| store::reversals_of(app.db.read(), &ids).await?;
    /// Who agreed to an order.
    ApprovalsOf => Vec<ApprovalRow>, |app, ids| {
        let rows = store::approvals_of(app.db.read(), &ids).await?;
        gathered(rows.into_iter().map(|row| (row.order_id, row)))
    };
    /// The parts of a recovery.
    SharesOf => Vec<ShareRow>, |app, ids| {
        let rows = store::shares_of(app.db.read(), &ids).await?;
        gathered(rows.into_iter().map(|row| (row.order_id, row)))
    };
    /// The entries of an order.
    EntriesOf => Vec<EntryRow>, |app, ids| {
        let rows = store::entries_of_order(app.db.read(), &ids).await?;
        gathered(rows.into_iter().filter_map(|row| row.order_id.map(|order| (order, row))))
    };
    /// Who may take part in a programme by name.
    MembersOf => Vec<Uuid>, |app, ids| gathered(store::members_of(app.db.read(), &ids).await?);
}
