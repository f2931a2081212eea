//! Loaders of test purchases. A purchase is keyed by what somebody sees and by id, how somebody stands to it by who that is; parts
//! by the id of the purchase, because whoever sees that sees them.

use std::{
    collections::HashMap,
    hash::{Hash, Hasher},
    sync::Arc,
};

use async_graphql::{Context, dataloader::Loader};
use uuid::Uuid;

use crate::{
    actions::{self, Compared},
    app::App,
    funds::{self, HoldRow},
    known,
    permissions::Viewer,
    platform::{
        error::{ApiError, Result},
        graphql::{Batching, gathered},
    },
    purchases::{
        commands,
        rules::{PurchaseSight, Standing},
        store::{self, ApprovalRow, CostRow, EventRow, EvidenceRow, PurchaseRow, TopUpRow},
    },
};

/// Loads by (sight, id), by (viewer, purchase), or by id.
pub struct PurchaseLoader(Arc<App>);

/// The loader that the server puts into each request; `reads` where it changes nothing.
#[must_use]
pub fn loader(app: &Arc<App>, reads: bool) -> Batching<PurchaseLoader> {
    Batching::new(PurchaseLoader(Arc::clone(app)), reads)
}

/// The request's loader.
///
/// # Errors
/// `INTERNAL` where the server forgot it.
pub(super) fn of<'a>(ctx: &Context<'a>) -> Result<&'a Batching<PurchaseLoader>> {
    ctx.data::<Batching<PurchaseLoader>>()
        .map_err(|error| ApiError::internal(error.message))
}

/// A purchase that a sight meets.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct PurchaseKey(pub(super) Arc<PurchaseSight>, pub(super) Uuid);

impl Loader<PurchaseKey> for PurchaseLoader {
    type Value = PurchaseRow;
    type Error = ApiError;

    async fn load(&self, keys: &[PurchaseKey]) -> Result<HashMap<PurchaseKey, PurchaseRow>> {
        let mut wanted: HashMap<Arc<PurchaseSight>, Vec<Uuid>> = HashMap::new();
        for key in keys {
            wanted.entry(Arc::clone(&key.0)).or_default().push(key.1);
        }
        let mut found = HashMap::with_capacity(keys.len());
        for (sight, ids) in wanted {
            let rows = store::purchases_seen(self.0.db.read(), &sight, &ids).await?;
            found.extend(
                rows.into_iter()
                    .map(|row| (PurchaseKey(Arc::clone(&sight), row.id), row)),
            );
        }
        Ok(found)
    }
}

/// How a viewer stands to a purchase that it sees.
#[derive(Debug, Clone)]
pub(super) struct StandingKey {
    pub(super) viewer: Arc<Viewer>,
    pub(super) row: PurchaseRow,
}

impl PartialEq for StandingKey {
    fn eq(&self, other: &Self) -> bool {
        let of = |key: &Self| (key.row.id, key.row.version);
        Arc::ptr_eq(&self.viewer, &other.viewer) && of(self) == of(other)
    }
}

impl Eq for StandingKey {}

impl Hash for StandingKey {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.row.id, self.row.version).hash(state);
    }
}

impl Loader<StandingKey> for PurchaseLoader {
    type Value = Standing;
    type Error = ApiError;

    async fn load(&self, keys: &[StandingKey]) -> Result<HashMap<StandingKey, Standing>> {
        let mut wanted: HashMap<Uuid, Vec<&StandingKey>> = HashMap::new();
        for key in keys {
            wanted.entry(key.viewer.person).or_default().push(key);
        }
        let mut found = HashMap::with_capacity(keys.len());
        for keys in wanted.into_values() {
            let Some(viewer) = keys.first().map(|key| Arc::clone(&key.viewer)) else {
                continue;
            };
            let rows: Vec<PurchaseRow> = keys.iter().map(|key| key.row.clone()).collect();
            let standings = commands::standings(self.0.db.read(), &viewer, &rows, self.0.now()).await?;
            found.extend(keys.into_iter().filter_map(|key| {
                let standing = standings.get(&key.row.id)?;
                Some((key.clone(), standing.clone()))
            }));
        }
        Ok(found)
    }
}

known! {
    PurchaseLoader;
    /// A purchase, whoever looks: for the desk, which asks what it can say of a clash.
    RowOf => PurchaseRow, |app, ids| {
        let rows = store::purchases_by_ids(app.db.read(), &ids).await?;
        rows.into_iter().map(|row| (row.id, row)).collect()
    };
    /// A hold, by its own id.
    HoldOf => HoldRow, |app, ids| {
        let rows = funds::holds_by_ids(app.db.read(), &ids).await?;
        rows.into_iter().map(|row| (row.id, row)).collect()
    };
    /// What was spent on what.
    CostsOf => Vec<CostRow>, |app, ids| {
        let rows = store::costs_of(app.db.read(), &ids).await?;
        gathered(rows.into_iter().map(|row| (row.purchase_id, row)))
    };
    /// Who approved it.
    ApprovalsOf => Vec<ApprovalRow>, |app, ids| {
        let rows = store::approvals_of(app.db.read(), &ids).await?;
        gathered(rows.into_iter().map(|row| (row.purchase_id, row)))
    };
    /// The wishes for more money.
    TopUpsOf => Vec<TopUpRow>, |app, ids| {
        let rows = store::top_ups_of(app.db.read(), &ids).await?;
        gathered(rows.into_iter().map(|row| (row.purchase_id, row)))
    };
    /// What happened to it.
    EventsOf => Vec<EventRow>, |app, ids| {
        let rows = store::events_of(app.db.read(), &ids).await?;
        gathered(rows.into_iter().map(|row| (row.purchase_id, row)))
    };
    /// What proves something of it.
    EvidenceOf => Vec<EvidenceRow>, |app, ids| {
        let rows = store::evidence_of(app.db.read(), &ids).await?;
        gathered(rows.into_iter().map(|row| (row.purchase_id, row)))
    };
    /// What is compared of an action, by the action's id.
    ComparedOf => Compared, |app, ids| {
        let rows = actions::compared(app.db.read(), &ids).await?;
        rows.into_iter().map(|row| (row.action, row)).collect()
    };
}
