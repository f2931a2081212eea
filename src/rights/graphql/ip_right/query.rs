//! The queries of IP rights.

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, connection::Connection};
use uuid::Uuid;

use super::{GqlIpRightKind, GqlIpRightOrder, GqlIpRightState, IpRight};
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
    rights::commands::{self, WantedIpRights},
    sessions,
};

/// A right as `node` may give it: if the viewer may know of it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn visible_ip_right(ctx: &Context<'_>, key: Uuid) -> Result<Option<IpRight>> {
    let app = from_context::<App>(ctx)?;
    let row = commands::visible_ip_right(app, sessions::viewer(ctx)?, key).await?;
    Ok(row.map(IpRight::from))
}

/// Which rights to list; what is left out does not narrow the list.
#[derive(InputObject, Default)]
pub struct IpRightFilter {
    /// A part of a title or number, whatever its case and accents; at most 100 characters.
    search: Option<String>,
    /// Their holder.
    holder_id: Option<ID>,
    /// A brand they protect.
    brand_id: Option<ID>,
    /// Kinds.
    kinds: Option<Vec<GqlIpRightKind>>,
    /// States, as of today.
    states: Option<Vec<GqlIpRightState>>,
    /// A Nice class they are registered for, 1–45.
    nice_class: Option<i32>,
    /// A country that they reach today, by ISO 3166-1 alpha-2; a right of the European Union reaches its members.
    country: Option<String>,
    /// Whether only those with a renewal that waits to be verified.
    renewal_waits: Option<bool>,
}

impl IpRightFilter {
    fn wanted(self, order: Option<GqlIpRightOrder>) -> Result<WantedIpRights> {
        Ok(WantedIpRights {
            search: self.search,
            holder: self.holder_id.map(|id| uuid(IdKind::Org, &id)).transpose()?,
            brand: self.brand_id.map(|id| uuid(IdKind::Brand, &id)).transpose()?,
            kinds: self.kinds.unwrap_or_default().into_iter().map(Into::into).collect(),
            states: self.states.unwrap_or_default().into_iter().map(Into::into).collect(),
            nice_class: self.nice_class,
            country: self.country,
            renewal_waits: self.renewal_waits.unwrap_or_default(),
            order: order.map(Into::into).unwrap_or_default(),
        })
    }
}

/// The queries of IP rights.
#[derive(Default)]
pub struct IpRightQuery;

#[Object]
impl IpRightQuery {
    /// The rights that the viewer may know of: verified ones of everybody in the directory, and whatever is the viewer's
    /// own organisation's, its principals', or waits to be verified by the viewer.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a connection")]
    async fn ip_rights(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Which ones.")] filter: Option<IpRightFilter>,
        #[graphql(desc = "In which order; by when they were entered where nothing is given.")] order_by: Option<
            GqlIpRightOrder,
        >,
    ) -> Result<Connection<String, IpRight, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let app = Arc::clone(from_context::<App>(ctx)?);
        let wanted = filter.unwrap_or_default().wanted(order_by)?;
        let list = commands::IpRights::of(&app, sessions::viewer(ctx)?, wanted)?;
        let page = commands::list_ip_rights(&app, &list, &args).await?;
        Ok(connection(page, move || {
            let (app, list) = (Arc::clone(&app), list.clone());
            Box::pin(async move { commands::count_ip_rights(&app, &list).await })
        }))
    }

    /// A right by its id.
    async fn ip_right(&self, ctx: &Context<'_>, #[graphql(desc = "The right's id.")] id: ID) -> Result<IpRight> {
        let found = visible_ip_right(ctx, uuid(IdKind::Right, &id)?).await?;
        found.ok_or_else(ApiError::not_found)
    }
}
