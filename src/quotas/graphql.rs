//! GraphQL of quotas.

use async_graphql::{Context, Object, SimpleObject};

use super::{purses, rules::Standing};
use crate::{
    app::App,
    ingest,
    platform::{
        error::Result,
        graphql::{connection::MAX_PAGE, from_context},
    },
    sessions,
};

/// How much the caller may ask of the API, and what is left of it.
#[derive(Debug, SimpleObject)]
pub struct ApiLimits {
    /// Points that the caller may spend in a minute, over all processes together; 0 where nobody counts. They come back evenly.
    cost_per_minute: i64,
    /// Points that are left, as far as the process that answers knows; this document is paid for already. 0 where nobody counts.
    cost_left: i64,
    /// Seconds until all points are there again if nothing more is asked.
    resets_in_seconds: i64,
    /// Requests that the caller may send in a minute to each process, whatever they cost; 0 for as many as come.
    requests_per_minute: u32,
    /// Nesting of a document.
    depth: usize,
    /// Points that a document may cost: one a field, times the page size below a list.
    complexity: usize,
    /// Root fields of a document, aliases included.
    root_fields: usize,
    /// Objects of a page.
    page_size: u64,
    /// Streams that the caller may have open at once to each process.
    streams: usize,
    /// Listings of one call of `ingestListings`.
    listings_per_call: usize,
    /// Bytes of a request's body.
    body_bytes: usize,
}

/// Queries of quotas.
#[derive(Default)]
pub struct QuotasQuery;

#[Object]
impl QuotasQuery {
    /// How much the caller may ask of the API, and what is left of it.
    async fn api_limits(&self, ctx: &Context<'_>) -> Result<ApiLimits> {
        let app = from_context::<App>(ctx)?;
        let standing = purses::standing(app, sessions::viewer(ctx)?).await?;
        let config = &app.config;
        let of = |figure: fn(Standing) -> i64| standing.map_or(0, figure);
        Ok(ApiLimits {
            cost_per_minute: of(|it| it.per_minute),
            cost_left: of(|it| it.left),
            resets_in_seconds: of(|it| it.resets_in),
            requests_per_minute: config.limit_requests_per_minute,
            depth: config.limit_depth,
            complexity: config.limit_complexity,
            root_fields: config.limit_root_fields,
            page_size: MAX_PAGE,
            streams: config.limit_streams,
            listings_per_call: ingest::MOST_LISTINGS,
            body_bytes: config.limit_body_bytes,
        })
    }
}
