//! Pages that no row of the table knows: the address without what only tracks the reader.

use url::Url;
use url::form_urlencoded::Serializer;

use super::{Listing, ListingKind};

/// Parameters that say how the reader came, never what the page is.
#[rustfmt::skip]
const TRACKING: &[&str] = &[
    // Advertising networks' click ids
    "dclid", "fbclid", "gad_campaignid", "gad_source", "gbraid", "gclid", "gclsrc", "igsh", "igshid", "li_fat_id",
    "msclkid", "rdt_cid", "sccid", "srsltid", "ttclid", "twclid", "wbraid", "yclid", "ysclid",
    // Mail and affiliate programmes
    "_hsenc", "_hsmi", "affcode", "aff_id", "aff_fcid", "aff_fsk", "aff_platform", "aff_trace_key", "mc_cid",
    "mc_eid", "mkt_tok", "irclickid", "irgwc",
    // Web analytics
    "_ga", "_gl", "_openstat", "ref_src", "ref_url",
    // Marketplaces
    "scm", "spm", "share_crt_v", "sharer_sid", "spider_token", "wfr", "ybhpss",
];

const TRACKING_PREFIXES: &[&str] = &["utm_", "mtm_", "pk_", "hsa_"];

/// A page of a site we do not know.
pub(super) fn unknown(url: &Url) -> Listing {
    let host = url.host_str().unwrap_or_default();
    of(host.strip_prefix("www.").unwrap_or(host), url)
}

/// A page of a platform that is no listing we can name.
pub(super) fn of(platform: &str, url: &Url) -> Listing {
    Listing {
        platform: platform.to_owned(),
        kind: ListingKind::Page,
        id: None,
        offer: None,
        canonical_url: clean(url),
    }
}

/// Drops the fragment, unless it is the route of a one-page site, and tracking parameters; sorts the others.
fn clean(url: &Url) -> String {
    let mut clean = url.clone();
    if !url.fragment().is_some_and(|part| part.starts_with(['/', '!'])) {
        clean.set_fragment(None);
    }
    let mut kept: Vec<_> = url.query_pairs().filter(|(name, _)| !is_tracking(name)).collect();
    kept.sort();
    let query = Serializer::new(String::new()).extend_pairs(kept).finish();
    clean.set_query(Some(query.as_str()).filter(|query| !query.is_empty()));
    clean.into()
}

fn is_tracking(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    TRACKING.contains(&name.as_str()) || TRACKING_PREFIXES.iter().any(|start| name.starts_with(start))
}
