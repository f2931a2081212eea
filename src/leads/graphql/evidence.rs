//! What resolvers of evidence need of its lead.

use std::sync::Arc;

use async_graphql::{Context, connection::Connection};
use uuid::Uuid;

use super::{
    enums::GqlTlp,
    loaders::{self, Eyes, LeadKey, OwnerBrandsOf},
    signatures::Scene,
};
use crate::{
    evidence::graphql::{self as evidence, EvidenceItem},
    permissions::audience::Tlp,
    platform::{
        db::code,
        error::Result,
        graphql::connection::{PageArgs, Totals},
    },
};

/// A lead that these eyes see, as its evidence needs it.
pub(crate) struct EvidenceScene {
    /// The organisation whose lead it is.
    pub(crate) owner: Uuid,
    /// Its brands that the lead concerns.
    pub(crate) brands: Arc<Vec<Uuid>>,
    /// The lead's TLP.
    pub(crate) tlp: Tlp,
    /// How acts in it are signed.
    pub(crate) scene: Scene,
}

/// The lead of a piece of evidence, through the request's loaders; `None` where these eyes do not see it.
pub(crate) async fn evidence_scene(ctx: &Context<'_>, eyes: &Eyes, lead: Uuid) -> Result<Option<EvidenceScene>> {
    let loader = loaders::of(ctx)?;
    let Some(row) = loader.load_one(LeadKey(eyes.clone(), lead)).await? else {
        return Ok(None);
    };
    let brands = loader.load_one(OwnerBrandsOf(eyes.clone(), lead)).await?;
    Ok(Some(EvidenceScene {
        owner: row.owner_id,
        brands: brands.unwrap_or_default(),
        tlp: code(&row.tlp)?,
        scene: Scene::from(&*row),
    }))
}

/// A TLP in the graph.
pub(crate) fn tlp_shown(tlp: Tlp) -> GqlTlp {
    tlp.into()
}

/// A page of the evidence of a lead.
pub(super) async fn page(
    ctx: &Context<'_>,
    eyes: &Eyes,
    lead: Uuid,
    args: PageArgs,
) -> Result<Connection<String, EvidenceItem, Totals>> {
    Box::pin(evidence::evidence_of(ctx, eyes, lead, args)).await
}
