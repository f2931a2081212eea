//! Loaders of offline actions and their parts. Actions are keyed by who looks and by id; their parts by the action alone,
//! because whoever sees it sees them.

use std::{collections::HashMap, sync::Arc};

use async_graphql::{Context, dataloader::Loader};
use uuid::Uuid;

use crate::{
    actions::{
        commands::{resolutions, sight, standings},
        rules::{Resolution, Standing},
        store::{
            self, ActionRow, ApprovalRow, CostRow, DestructionRow, HitRow, LineRow, MemberRow, OperationRow,
            OperationsOf, RecordRow, ResultRow, RevisionRow, ShareRow, SiteRow, StageRow, SuspectRow, TaskRow,
        },
    },
    app::App,
    audience::{self, Kind, Sight},
    leads::graphql::Eyes,
    permissions::Action,
    platform::{
        error::{ApiError, Result},
        graphql::Batching,
    },
};

/// Loads by (eyes, id), or by id.
pub struct ActionLoader(pub(super) Arc<App>);

/// The loader that the server puts into each request; `reads` where it changes nothing.
#[must_use]
pub fn loader(app: &Arc<App>, reads: bool) -> Batching<ActionLoader> {
    Batching::new(ActionLoader(Arc::clone(app)), reads)
}

/// The request's loader.
///
/// # Errors
/// `INTERNAL` where the server forgot it.
pub(super) fn of<'a>(ctx: &Context<'a>) -> Result<&'a Batching<ActionLoader>> {
    ctx.data::<Batching<ActionLoader>>()
        .map_err(|error| ApiError::internal(error.message))
}

macro_rules! keys {
    ($($(#[doc = $doc:literal])+ $name:ident),+ $(,)?) => {
        $($(#[doc = $doc])+ #[derive(Debug, Clone, PartialEq, Eq, Hash)] pub(super) struct $name(pub(super) Eyes, pub(super) Uuid);)+
    };
}

keys! {
    /// An action that these eyes see.
    ActionKey,
    /// How these eyes stand to an action.
    StandingOf,
    /// What an action that these eyes lead meets.
    ClashesOf,
    /// What these eyes may say of two that meet.
    ResolutionsOf,
    /// A campaign that these eyes see.
    OperationKey,
    /// Whether a lead is in action, as far as these eyes see.
    InActionOf,
}

/// A loader that asks once for each pair of eyes among the keys.
macro_rules! loads {
    ($key:ident => $value:ty, |$app:ident, $eyes:ident, $ids:ident| $rows:expr) => {
        impl Loader<$key> for ActionLoader {
            type Value = $value;
            type Error = ApiError;

            async fn load(&self, keys: &[$key]) -> Result<HashMap<$key, $value>> {
                let mut wanted: HashMap<Eyes, Vec<Uuid>> = HashMap::new();
                for key in keys {
                    wanted.entry(key.0.clone()).or_default().push(key.1);
                }
                let mut found = HashMap::with_capacity(keys.len());
                for ($eyes, $ids) in wanted {
                    let $app = &self.0;
                    let rows: Vec<(Uuid, $value)> = $rows;
                    found.extend(
                        rows.into_iter()
                            .map(|(id, value)| ($key($eyes.clone(), id), value)),
                    );
                }
                Ok(found)
            }
        }
    };
}

/// What these eyes see of clashes.
pub(super) fn clash_sight(app: &App, eyes: &Eyes) -> Sight {
    Sight::of(eyes.viewer(), Action::DeconflictionRead, app.now())
}

/// Whose campaigns these eyes see.
pub(super) fn operations_of(app: &App, eyes: &Eyes) -> OperationsOf {
    OperationsOf {
        person: eyes.viewer().person,
        sight: sight(eyes.viewer(), app.now()),
    }
}

loads!(ActionKey => ActionRow, |app, eyes, ids| {
    let rows = store::actions_seen(app.db.read(), &sight(eyes.viewer(), app.now()), &ids).await?;
    rows.into_iter().map(|row| (row.id, row)).collect()
});

loads!(StandingOf => Standing, |app, eyes, ids| {
    let rows = store::actions_seen(app.db.read(), &sight(eyes.viewer(), app.now()), &ids).await?;
    standings(app.db.read(), eyes.viewer(), &rows, app.now()).await?.into_iter().collect()
});

loads!(ClashesOf => Vec<HitRow>, |app, eyes, ids| {
    let records = store::records_of_actions(app.db.read(), &ids).await?;
    let of: HashMap<Uuid, Uuid> = records.iter().map(|record| (record.id, record.action_id)).collect();
    let sides: Vec<Uuid> = of.keys().copied().collect();
    let hits = store::hits_of_records(app.db.read(), &sides).await?;
    let known: Vec<Uuid> = hits.iter().map(|hit| hit.id).collect();
    let seen = audience::seen(app.db.read(), &clash_sight(app, &eyes), Kind::Clash, &known).await?;
    let seen = hits.into_iter().filter(|hit| seen.contains(&hit.id));
    let both = seen.flat_map(|hit| [(hit.first_id, hit.clone()), (hit.second_id, hit)]);
    gather(&ids, both.filter_map(|(side, hit)| Some((*of.get(&side)?, hit))))
});

loads!(ResolutionsOf => Vec<Resolution>, |app, eyes, ids| {
    let hits = store::hits_by_ids(app.db.read(), &ids).await?;
    resolutions(app.db.read(), eyes.viewer(), &hits).await?.into_iter().collect()
});

loads!(OperationKey => OperationRow, |app, eyes, ids| {
    let rows = store::operations_seen(app.db.read(), &operations_of(app, &eyes), &ids).await?;
    rows.into_iter().map(|row| (row.id, row)).collect()
});

loads!(InActionOf => bool, |app, eyes, ids| {
    let found = store::in_action(app.db.read(), &sight(eyes.viewer(), app.now()), &ids).await?;
    found.into_iter().map(|lead| (lead, true)).collect()
});

/// Gathers rows under the id of what they belong to; what has none gets an empty list.
fn gather<T>(ids: &[Uuid], rows: impl IntoIterator<Item = (Uuid, T)>) -> Vec<(Uuid, Vec<T>)> {
    let mut lists: HashMap<Uuid, Vec<T>> = ids.iter().map(|id| (*id, Vec::new())).collect();
    for (id, row) in rows {
        lists.entry(id).or_default().push(row);
    }
    lists.into_iter().collect()
}

/// Parts by the id of what they belong to: a key, what it gives, and how it is read.
macro_rules! parts {
    ($($(#[doc = $doc:literal])+ $key:ident => $value:ty, |$app:ident, $ids:ident| $rows:expr;)+) => {$(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub(super) struct $key(pub(super) Uuid);

        impl Loader<$key> for ActionLoader {
            type Value = Vec<$value>;
            type Error = ApiError;

            async fn load(&self, keys: &[$key]) -> Result<HashMap<$key, Vec<$value>>> {
                let $app = &self.0;
                let $ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
                let rows: Vec<(Uuid, $value)> = $rows;
                Ok(gather(&$ids, rows).into_iter().map(|(id, rows)| ($key(id), rows)).collect())
            }
        }
    )+};
}

parts! {
    /// The sites of an action.
    SitesOf => SiteRow, |app, ids| {
        let rows = store::sites_of(app.db.read(), &ids).await?;
        rows.into_iter().map(|row| (row.action_id, row)).collect()
    };
    /// The team of an action.
    TeamOf => MemberRow, |app, ids| {
        let rows = store::members_of(app.db.read(), &ids).await?;
        rows.into_iter().map(|row| (row.action_id, row)).collect()
    };
    /// The tasks of an action.
    TasksOf => TaskRow, |app, ids| {
        let rows = store::tasks_of(app.db.read(), &ids).await?;
        rows.into_iter().map(|row| (row.action_id, row)).collect()
    };
    /// Who approved an action.
    ApprovalsOf => ApprovalRow, |app, ids| {
        let rows = store::approvals_of(app.db.read(), &ids).await?;
        rows.into_iter().map(|row| (row.action_id, row)).collect()
    };
    /// The leads on which an action rests.
    LeadsOf => Uuid, |app, ids| store::leads_of(app.db.read(), &ids).await?;
    /// The subjects that an action is about.
    SubjectsOf => Uuid, |app, ids| store::subjects_of(app.db.read(), &ids).await?;
    /// What is compared, by its own id.
    RecordKey => RecordRow, |app, ids| {
        let rows = store::records_by_ids(app.db.read(), &ids).await?;
        rows.into_iter().map(|row| (row.id, row)).collect()
    };
    /// The hits of a record, for the desk, which sees all of them.
    HitsOf => HitRow, |app, ids| {
        let hits = store::hits_of_records(app.db.read(), &ids).await?;
        hits.into_iter().flat_map(|hit| [(hit.first_id, hit.clone()), (hit.second_id, hit)]).collect()
    };
    /// The revisions of what came of an action, the first one first.
    RevisionsOf => RevisionRow, |app, ids| {
        let rows = store::revisions_of(app.db.read(), &ids).await?;
        rows.into_iter().map(|row| (row.action_id, row)).collect()
    };
    /// What was found at the sites of an action, also what was superseded.
    ResultsOf => ResultRow, |app, ids| {
        let rows = store::results_of(app.db.read(), &ids).await?;
        rows.into_iter().map(|row| (row.action_id, row)).collect()
    };
    /// The suspects of an action, also those struck.
    SuspectsOf => SuspectRow, |app, ids| {
        let rows = store::suspects_of(app.db.read(), &ids).await?;
        rows.into_iter().map(|row| (row.action_id, row)).collect()
    };
    /// The stages of a suspect, the latest last.
    StagesOf => StageRow, |app, ids| {
        let rows = store::stages_of(app.db.read(), &ids).await?;
        rows.into_iter().map(|row| (row.suspect_id, row)).collect()
    };
    /// The seized goods of an action, also those struck.
    LinesOf => LineRow, |app, ids| {
        let rows = store::lines_of(app.db.read(), &ids).await?;
        rows.into_iter().map(|row| (row.action_id, row)).collect()
    };
    /// A destruction, by its own id.
    DestructionKey => DestructionRow, |app, ids| {
        let rows = store::destructions_by_ids(app.db.read(), &ids).await?;
        rows.into_iter().map(|row| (row.id, row)).collect()
    };
    /// The costs of an action.
    CostsOf => CostRow, |app, ids| {
        let rows = store::costs_of(app.db.read(), &ids).await?;
        rows.into_iter().map(|row| (row.action_id, row)).collect()
    };
    /// What brands bear of a cost.
    SharesOf => ShareRow, |app, ids| {
        let rows = store::shares_of(app.db.read(), &ids).await?;
        rows.into_iter().map(|row| (row.cost_id, row)).collect()
    };
    /// A site, by its own id.
    SiteKey => SiteRow, |app, ids| {
        let rows = store::sites_by_ids(app.db.read(), &ids).await?;
        rows.into_iter().map(|row| (row.id, row)).collect()
    };
    /// An action whoever may see it, for what the desk is told of it.
    OfAction => ActionRow, |app, ids| {
        let rows = store::actions_by_ids(app.db.read(), &ids).await?;
        rows.into_iter().map(|row| (row.id, row)).collect()
    };
}
