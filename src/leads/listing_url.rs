//! One listing, one address: marketplace URLs brought to the form that duplicates are found by.
//!
//! The same offer reaches us as a desktop, mobile, share, advertisement or shopping-agent link. [`canonicalize`]
//! names the platform, what the page is, the platform's own id of it and the shortest address that opens it.
//! What is known of the platforms is a table (`platforms`) in a small pattern language (`pattern`); a page
//! that no row knows keeps its address without what only tracks the reader (`page`).
//!
//! Pure: nothing is fetched. A short link that only its own server can resolve comes back as
//! [`ListingKind::Short`]. Invariant: a canonical address is its own canonical form.

mod agents;
mod page;
mod pattern;
mod platforms;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use url::{Host, ParseError, Url};

/// The longest address that is accepted, before and after normalisation, in characters.
pub const MAX_URL_CHARS: usize = 2_048;

/// How many links may be wrapped in one another before we stop looking.
const MAX_WRAPPERS: usize = 3;

/// What a page of a marketplace is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ListingKind {
    /// One seller's offer.
    Listing,
    /// A product page on which several sellers offer the same thing.
    Catalogue,
    /// One seller's product with all its variations.
    UserProduct,
    /// A seller's shop.
    Store,
    /// A share link that only its own server can resolve.
    Short,
    /// Anything else: a page of a known platform that is none of these, or of a site we do not know.
    Page,
}

/// Where something is offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    /// The platform's name where its ids are worldwide (`taobao`), its domain where each country has its own
    /// (`amazon.com.br`), the host of a site we do not know.
    pub platform: String,
    /// What the page is.
    pub kind: ListingKind,
    /// The platform's own id of it; none for a [`ListingKind::Page`].
    pub id: Option<String>,
    /// The offer that a catalogue link singles out, where the link says so.
    pub offer: Option<String>,
    /// The address without anything that does not help to find the page.
    pub canonical_url: String,
}

/// Why an address is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ListingUrlError {
    /// Nothing but white space.
    #[error("the address is empty")]
    Empty,
    /// Longer than [`MAX_URL_CHARS`].
    #[error("the address is longer than {MAX_URL_CHARS} characters")]
    TooLong,
    /// Neither `http` nor `https`.
    #[error("only http and https addresses are accepted")]
    Scheme,
    /// No address, or one without a host on the internet.
    #[error("this is not a web address")]
    NotAnAddress,
}

/// Names the listing behind an address as people paste it, with or without its scheme.
///
/// # Errors
/// When the text is empty, too long, of another scheme or no web address.
pub fn canonicalize(raw: &str) -> Result<Listing, ListingUrlError> {
    let mut url = parse(raw)?;
    for _ in 0..MAX_WRAPPERS {
        match agents::unwrap(&url) {
            agents::Unwrapped::Named(listing) => return Ok(listing),
            agents::Unwrapped::Link(target) => match parse(&target) {
                Ok(inner) => url = inner,
                Err(_) => break,
            },
            agents::Unwrapped::Nothing => break,
        }
    }
    let listing = platforms::recognise(&url).unwrap_or_else(|| page::unknown(&url));
    if listing.canonical_url.chars().count() > MAX_URL_CHARS {
        return Err(ListingUrlError::TooLong);
    }
    Ok(listing)
}

/// The listing behind a code that shopping agents use for a platform and an id: `WD123` is on weidian, `TB123` on
/// taobao, `AL123` or `ALI123` on 1688.
#[must_use]
pub fn from_agent_code(code: &str) -> Option<Listing> {
    let code = code.trim();
    let digits = code.find(|c: char| c.is_ascii_digit())?;
    let (platform, id) = code.split_at(digits);
    platforms::listing(agents::platform_named(platform)?, id)
}

fn parse(raw: &str) -> Result<Url, ListingUrlError> {
    let raw = raw.trim();
    if raw.is_empty() {
        return Err(ListingUrlError::Empty);
    }
    if raw.chars().count() > MAX_URL_CHARS {
        return Err(ListingUrlError::TooLong);
    }
    let url = match Url::parse(raw) {
        // `shop.example:8080/x` reads as a scheme, though no scheme we know of has a dot.
        Ok(url) if url.scheme().contains('.') => parse_without_scheme(raw)?,
        Ok(url) => url,
        Err(ParseError::RelativeUrlWithoutBase) => parse_without_scheme(raw)?,
        Err(_) => return Err(ListingUrlError::NotAnAddress),
    };
    check(url)
}

fn parse_without_scheme(raw: &str) -> Result<Url, ListingUrlError> {
    Url::parse(&format!("https://{}", raw.trim_start_matches('/'))).map_err(|_| ListingUrlError::NotAnAddress)
}

/// Refuses what is not on the web, and drops credentials and the dot that may end a host.
fn check(mut url: Url) -> Result<Url, ListingUrlError> {
    if !matches!(url.scheme(), "http" | "https") {
        return Err(ListingUrlError::Scheme);
    }
    let dotted = match url.host() {
        Some(Host::Domain(domain)) => domain.trim_end_matches('.').to_owned(),
        Some(Host::Ipv4(_) | Host::Ipv6(_)) => return without_credentials(url),
        None => return Err(ListingUrlError::NotAnAddress),
    };
    if !dotted.contains('.') || dotted.split('.').any(str::is_empty) {
        return Err(ListingUrlError::NotAnAddress);
    }
    url.set_host(Some(&dotted)).map_err(|_| ListingUrlError::NotAnAddress)?;
    without_credentials(url)
}

fn without_credentials(mut url: Url) -> Result<Url, ListingUrlError> {
    url.set_username("").map_err(|()| ListingUrlError::NotAnAddress)?;
    url.set_password(None).map_err(|()| ListingUrlError::NotAnAddress)?;
    Ok(url)
}
