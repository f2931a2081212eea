//! GraphQL of evidence.

mod around;
mod enums;
mod inputs;
mod item;
mod likeness;
mod loaders;
mod mutations;

use std::sync::Arc;

use async_graphql::{Context, ID, Object, connection::Connection};
use uuid::Uuid;

pub use around::CustodyEvent;
pub use enums::{CustodyActKind, GqlEvidenceKind};
pub use item::EvidenceItem;
pub use loaders::{EvidenceLoader, loader};
pub use mutations::EvidenceMutation;

use crate::{
    leads::graphql::Eyes,
    platform::{
        error::{ApiError, Result},
        graphql::{
            Known as _,
            connection::{Page, PageArgs, Totals, connection},
            uuid,
        },
        ids::IdKind,
    },
};
use loaders::{PageOf, TotalOf};

/// Reading evidence.
#[derive(Debug, Default)]
pub struct EvidenceQuery;

#[Object]
impl EvidenceQuery {
    /// A piece of evidence; `NOT_FOUND` where there is none that the viewer sees.
    async fn evidence_item(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The piece's id.")] id: ID,
    ) -> Result<Option<EvidenceItem>> {
        let found = EvidenceItem::load(ctx, &Eyes::from(ctx)?, uuid(IdKind::Evidence, &id)?).await?;
        found.map(Some).ok_or_else(ApiError::not_found)
    }
}

/// The piece of an id, if the caller sees it: for `node`.
///
/// # Errors
/// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
pub async fn visible_evidence(ctx: &Context<'_>, key: Uuid) -> Result<Option<EvidenceItem>> {
    let found = EvidenceItem::load(ctx, &Eyes::from(ctx)?, key).await?;
    Ok(found.inspect(|found| found.shown()))
}

/// The piece of an id that some eyes see.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn load(ctx: &Context<'_>, eyes: &Eyes, key: Uuid) -> Result<Option<EvidenceItem>> {
    EvidenceItem::load(ctx, eyes, key).await
}

/// A page of the evidence of a lead that some eyes see.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn evidence_of(
    ctx: &Context<'_>,
    eyes: &Eyes,
    lead: Uuid,
    args: PageArgs,
) -> Result<Connection<String, EvidenceItem, Totals>> {
    let (loader, eyes) = (loaders::of(ctx)?, eyes.clone());
    let asks = |fields: &[&str]| fields.iter().any(|field| ctx.look_ahead().field(field).exists());
    let mut total = 0;
    if asks(&["totalCount", "totalCountIsExact"]) {
        total = *loader.load_one(TotalOf(eyes.clone(), lead)).await?.unwrap_or_default();
    }
    let mut page = None;
    if asks(&["edges", "nodes", "pageInfo"]) {
        let eyes = eyes.clone();
        page = loader.load_one(PageOf { eyes, lead, args }).await?;
    }
    let page = page.map_or_else(|| Page::cut(Vec::new(), &args), Arc::unwrap_or_clone);
    let page = page.map(|row| EvidenceItem::of(row, &eyes));
    Ok(connection(page, move || Box::pin(async move { Ok(total) })))
}
