//! What a provider's settings have to be, and what its word is good for.

use jiff::Timestamp;
use url::Url;
use uuid::Uuid;

use crate::platform::{
    error::{ApiError, Result},
    text::{clean_line, normalize_email},
};

/// Most domains of one organisation.
pub(super) const MAX_DOMAINS: usize = 20;
const MAX_ISSUER: usize = 500;
const MAX_CLIENT: usize = 200;
const MAX_SECRET: usize = 1_000;
/// The longest subject (OpenID Connect Core 1.0, section 2).
const MAX_SUBJECT: usize = 255;

/// An organisation's provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SingleSignOnRow {
    /// Whose it is.
    pub organization: Uuid,
    /// The provider's name for itself, a URL.
    pub issuer: String,
    /// The provider's name for us.
    pub client_id: String,
    /// The secret, sealed.
    pub client_secret: String,
    /// The mail domains it speaks for, in order.
    pub domains: Vec<String>,
    /// Whether the organisation's people can no longer use passwords.
    pub enforced: bool,
    /// When somebody first signed in with these settings.
    pub verified_at: Option<Timestamp>,
    /// Counts its changes.
    pub version: i32,
}

/// What the provider sends the browser back with.
#[derive(Debug, Clone, Default, serde::Deserialize)]
pub struct Reply {
    /// Good for one exchange.
    pub code: Option<String>,
    /// What we gave the browser to take along.
    pub state: Option<String>,
    /// The provider's name for itself (RFC 9207).
    pub iss: Option<String>,
    /// Why there is no code.
    pub error: Option<String>,
}

/// What a provider says of somebody, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Vouched {
    /// The provider's name for the person, which never changes.
    pub(super) subject: String,
    /// The address, if the provider has verified it.
    pub(super) email: Option<String>,
    /// Whether the person gave more than one proof.
    pub(super) second_factor: bool,
}

/// The provider's name for itself, as it stands in its tokens: compared letter by letter, so kept as it is.
///
/// # Errors
/// `BAD_USER_INPUT` at `issuer`.
pub(super) fn issuer(raw: &str, is_allowed: impl FnOnce(&Url) -> bool) -> Result<String> {
    let text = raw.trim();
    let url = Url::parse(text).ok().filter(|_| text.len() <= MAX_ISSUER);
    let is_good = |url: &Url| url.query().is_none() && url.fragment().is_none();
    match url.filter(is_good) {
        Some(url) if is_allowed(&url) => Ok(text.to_owned()),
        _ => Err(ApiError::input(
            "issuer",
            "Give the provider's public https address, as its discovery document has it.",
        )),
    }
}

/// The provider's name for us.
///
/// # Errors
/// `BAD_USER_INPUT` at `clientId`.
pub(super) fn client_id(raw: &str) -> Result<String> {
    clean_line(raw, 1..=MAX_CLIENT).map_err(|error| ApiError::input("clientId", format!("{error}.")))
}

/// The secret, as it is.
///
/// # Errors
/// `BAD_USER_INPUT` at `clientSecret`.
pub(super) fn client_secret(raw: &str) -> Result<&str> {
    let secret = raw.trim();
    if secret.is_empty() || secret.len() > MAX_SECRET {
        return Err(ApiError::input(
            "clientSecret",
            "Give the secret that the provider shows for this client.",
        ));
    }
    Ok(secret)
}

/// Mail domains in one form, in order, each once.
///
/// # Errors
/// `BAD_USER_INPUT` at `domains`.
pub(super) fn domains(raw: &[String]) -> Result<Vec<String>> {
    if raw.is_empty() || raw.len() > MAX_DOMAINS {
        return Err(ApiError::input(
            "domains",
            format!("Name from 1 to {MAX_DOMAINS} domains."),
        ));
    }
    let mut domains = Vec::with_capacity(raw.len());
    for domain in raw {
        let name = domain.trim().trim_start_matches('@');
        // The same form as in people's addresses, by the same means.
        let address = normalize_email(&format!("a@{name}")).ok();
        let domain = address.as_deref().and_then(domain_of).map(str::to_owned);
        domains.push(domain.ok_or_else(|| ApiError::input("domains", "Name domains such as brand.example."))?);
    }
    domains.sort_unstable();
    domains.dedup();
    Ok(domains)
}

/// The domain of a normalised address.
pub(super) fn domain_of(email: &str) -> Option<&str> {
    email.rsplit_once('@').map(|(_, domain)| domain)
}

/// Whether an address lies in one of the domains; one below them does not.
pub(super) fn is_of(domains: &[String], email: &str) -> bool {
    domain_of(email).is_some_and(|domain| domains.iter().any(|known| known == domain))
}

/// Whether a subject is one that can be kept.
pub(super) fn is_subject(text: &str) -> bool {
    (1..=MAX_SUBJECT).contains(&text.len())
}

/// Whether what a provider says of how somebody signed in means more than one proof: `mfa` among the methods (RFC 8176),
/// or a context class that stands for it.
pub(super) fn says_second_factor<'a>(methods: impl IntoIterator<Item = &'a str>, class: Option<&str>) -> bool {
    const CLASSES: &[&str] = &[
        "mfa",
        "phr",
        "phrh",
        "http://schemas.openid.net/pape/policies/2007/06/multi-factor",
        "https://refeds.org/profile/mfa",
    ];
    methods.into_iter().any(|method| method == "mfa") || class.is_some_and(|class| CLASSES.contains(&class))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(list: &[&str]) -> Vec<String> {
        list.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn domains_are_in_the_form_of_addresses() {
        let given = texts(&[" Brand.Example ", "@brand.example", "例子.example"]);
        assert_eq!(
            domains(&given).unwrap(),
            texts(&["brand.example", "xn--fsqu00a.example"])
        );
        for bad in [
            "",
            "com",
            "a b.example",
            "brand.example/x",
            "127.0.0.1",
            "%.example",
            "a@brand.example@",
        ] {
            assert!(domains(&texts(&[bad])).is_err(), "{bad}");
        }
        assert!(domains(&[]).is_err());
        assert!(domains(&vec!["brand.example".to_owned(); MAX_DOMAINS + 1]).is_err());
    }

    #[test]
    fn a_domain_does_not_speak_for_those_below_or_beside_it() {
        let ours = texts(&["brand.example"]);
        assert!(is_of(&ours, "ann@brand.example"));
        for other in [
            "ann@mail.brand.example",
            "ann@otherbrand.example",
            "ann@brand.example.evil",
            "nobody",
        ] {
            assert!(!is_of(&ours, other), "{other}");
        }
    }

    #[test]
    fn an_issuer_is_an_address_without_anything_behind_it() {
        assert_eq!(
            issuer(" https://id.brand.example/realm ", |_| true).unwrap(),
            "https://id.brand.example/realm"
        );
        for bad in [
            "id.brand.example",
            "https://id.brand.example/?a=1",
            "https://id.brand.example/#a",
            "",
        ] {
            assert!(issuer(bad, |_| true).is_err(), "{bad}");
        }
        assert!(issuer("https://id.brand.example", |_| false).is_err());
    }

    #[test]
    fn one_proof_is_no_second_factor() {
        assert!(says_second_factor(["pwd", "otp", "mfa"], None));
        assert!(says_second_factor([], Some("https://refeds.org/profile/mfa")));
        assert!(!says_second_factor(["pwd"], Some("urn:mace:incommon:iap:silver")));
        assert!(!says_second_factor(["otp"], None));
    }
}
