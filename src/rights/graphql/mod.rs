//! GraphQL of rights: brands, IP rights, authorised parties and powers of attorney.

mod brand;
mod check;
mod document;
mod enums;
mod ip_right;
mod loaders;
mod mutation;
mod power;

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, connection::Connection};
use uuid::Uuid;

pub use brand::{AuthorizedParty, Brand};
pub use check::{AuthorizationCheck, AuthorizationQuery, GqlAuthorizationAnswer};
pub use document::{DocumentsMutation, OpenRightsDocumentPayload, RightsDocument, RightsDocumentPayload};
pub use enums::{
    GqlAuthorizedPartyKind, GqlAuthorizedPartyState, GqlBrandAction, GqlBrandState, GqlPartyAction, GqlPoaAction,
    GqlPoaState, GqlPoaStep,
};
pub use ip_right::{
    CertificateMutation, DiscardIpRightPayload, GqlImportOutcome, GqlIpRightKind, GqlIpRightOrder, GqlIpRightState,
    GqlIpRightStep, GqlLack, GqlRegisterNote, ImportIpRightsPayload, ImportedIpRightEntry, IpRight, IpRightCertificate,
    IpRightFilter, IpRightForce, IpRightMutation, IpRightPayload, IpRightQuery, IpRightRenewal, OpenCertificatePayload,
    visible_ip_right,
};
pub use loaders::{BrandLoader, Loaders, loaders};
pub use mutation::{AuthorizedPartyPayload, BrandPayload, PowerOfAttorneyPayload, RightsMutation};
pub use power::PowerOfAttorney;

use super::{commands, rules::power::MOST_POWERS};
use crate::{
    app::App,
    platform::{
        error::{ApiError, Result},
        graphql::{
            connection::{PageArgs, Totals, connection},
            from_context, uuid,
        },
        ids::IdKind,
    },
    sessions,
};

/// A brand by id, through the request's loader. Whoever asks has seen something that names it.
///
/// # Errors
/// `NOT_FOUND` where there is none.
pub async fn brand(ctx: &Context<'_>, key: Uuid) -> Result<Brand> {
    let row = loaders::of(ctx)?.brands.load_one(key).await?;
    row.map(Brand::from).ok_or_else(ApiError::not_found)
}

/// A brand as `node` may give it: if the viewer's directory has it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn visible_brand(ctx: &Context<'_>, key: Uuid) -> Result<Option<Brand>> {
    let shown = loaders::Encounter::new(Arc::clone(sessions::viewer(ctx)?), key);
    let row = loaders::of(ctx)?.shown.load_one(shown).await?;
    Ok(row.map(|row| Brand::from(Arc::unwrap_or_clone(row))))
}

/// An authorised party as `node` may give it: if the viewer may read those of its brand.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn visible_authorized_party(ctx: &Context<'_>, key: Uuid) -> Result<Option<AuthorizedParty>> {
    let app = from_context::<App>(ctx)?;
    let row = commands::visible_party(app, sessions::viewer(ctx)?, key).await?;
    Ok(row.map(AuthorizedParty::from))
}

/// A power of attorney as `node` may give it: if the viewer may read it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn visible_power_of_attorney(ctx: &Context<'_>, key: Uuid) -> Result<Option<PowerOfAttorney>> {
    let app = from_context::<App>(ctx)?;
    let row = commands::visible_power(app, sessions::viewer(ctx)?, key).await?;
    Ok(row.map(PowerOfAttorney::from))
}

/// The powers of attorney of an organisation that the viewer may read, newest first.
pub(crate) async fn powers_of_attorney_of(ctx: &Context<'_>, organization: Uuid) -> Result<Vec<PowerOfAttorney>> {
    let viewer = sessions::viewer(ctx)?;
    let powers = loaders::of(ctx)?.powers.load_one(organization).await?;
    let powers = powers.unwrap_or_default();
    let seen = powers.iter().filter(|row| row.is_seen_by(viewer));
    Ok(seen.take(MOST_POWERS).cloned().map(Into::into).collect())
}

/// A page of an organisation's brands that the viewer may know of.
pub(crate) async fn brands_of(ctx: &Context<'_>, owner: Uuid, args: PageArgs) -> Result<BrandConnection> {
    let list = commands::Brands::of(sessions::viewer(ctx)?, None, Some(owner), Vec::new())?;
    brands(ctx, list, args).await
}

/// Which brands to list; what is left out does not narrow the list.
#[derive(InputObject, Default)]
pub struct BrandFilter {
    /// A part of the name, whatever its case and accents; at most 100 characters.
    search: Option<String>,
    /// Their owner.
    owner_id: Option<ID>,
    /// States.
    states: Option<Vec<GqlBrandState>>,
}

type BrandConnection = Connection<String, Brand, Totals>;

async fn brands(ctx: &Context<'_>, list: commands::Brands, args: PageArgs) -> Result<BrandConnection> {
    let app = Arc::clone(from_context::<App>(ctx)?);
    let page = commands::list_brands(&app, &list, &args).await?;
    Ok(connection(page, move || {
        let (app, list) = (Arc::clone(&app), list.clone());
        Box::pin(async move { commands::count_brands(&app, &list).await })
    }))
}

/// The queries of rights.
#[derive(Default)]
pub struct RightsQuery;

#[Object]
impl RightsQuery {
    /// The brands that the viewer may know of, oldest first.
    async fn brands(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Which ones.")] filter: Option<BrandFilter>,
    ) -> Result<Connection<String, Brand, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let filter = filter.unwrap_or_default();
        let owner = filter.owner_id.map(|id| uuid(IdKind::Org, &id)).transpose()?;
        let states = filter.states.unwrap_or_default().into_iter().map(Into::into).collect();
        let list = commands::Brands::of(sessions::viewer(ctx)?, filter.search.as_deref(), owner, states)?;
        brands(ctx, list, args).await
    }
}
