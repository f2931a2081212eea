//! What a client asks for at the token endpoint (RFC 6749, section 4.4), and how it says who it is.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use percent_encoding::percent_decode_str;
use strum::VariantArray as _;

use super::assertion;
use crate::{permissions::ServiceScope, platform::error::ApiError};

/// How an assertion says what it is (RFC 7523).
const BEARER: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// Why there is no token (RFC 6749, section 5.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum OAuthFault {
    /// A parameter is missing, given twice, or does not go with another one.
    InvalidRequest,
    /// The client is not known, or is not who it says.
    InvalidClient,
    /// Only client credentials are granted.
    UnsupportedGrantType,
    /// A scope is not known, or the client does not have it.
    InvalidScope,
}

/// Why there is no token: a fault of the client's, or one of ours.
#[derive(Debug)]
pub enum OAuthError {
    /// The client has to do something else; what, for who reads its log.
    Refused(OAuthFault, &'static str),
    /// Too many tries, or something is out of reach.
    Failed(ApiError),
}

impl From<ApiError> for OAuthError {
    fn from(error: ApiError) -> Self {
        Self::Failed(error)
    }
}

impl OAuthError {
    /// The client could not prove who it is. Why is not told.
    #[must_use]
    pub fn client() -> Self {
        Self::Refused(
            OAuthFault::InvalidClient,
            "The client is not known here, or this does not prove that it is you.",
        )
    }

    fn request(why: &'static str) -> Self {
        Self::Refused(OAuthFault::InvalidRequest, why)
    }
}

/// By what a client proves who it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::service_accounts) enum Proof {
    /// A secret.
    Secret(String),
    /// A signed assertion.
    Assertion(String),
}

/// A token that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::service_accounts) struct Asked {
    /// Who the client says it is.
    pub(in crate::service_accounts) client: String,
    /// By what it proves that.
    pub(in crate::service_accounts) proof: Proof,
    /// The scopes it names; it gets all that it has, whatever it names.
    pub(in crate::service_accounts) scopes: Vec<ServiceScope>,
}

/// Reads a request: its `Authorization` header and the parameters of its form.
///
/// # Errors
/// Why it cannot be answered, before anybody is asked who the client is.
pub(in crate::service_accounts) fn asked(
    authorization: Option<&str>,
    form: &[(String, String)],
) -> Result<Asked, OAuthError> {
    match parameter(form, "grant_type")? {
        Some("client_credentials") => {}
        Some(_) => {
            return Err(OAuthError::Refused(
                OAuthFault::UnsupportedGrantType,
                "Only `client_credentials` is granted here.",
            ));
        }
        None => return Err(OAuthError::request("Say `grant_type=client_credentials`.")),
    }
    if parameter(form, "client_secret")?.is_some() {
        return Err(OAuthError::request(
            "Send the secret in the `Authorization` header, not in the body.",
        ));
    }
    let asserted = asserted(form)?;
    let (client, proof) = match (authorization, asserted) {
        (Some(_), Some(_)) => return Err(OAuthError::request("Prove who you are in one way, not in two.")),
        (Some(header), None) => basic(header).ok_or_else(OAuthError::client)?,
        (None, Some(assertion)) => {
            let client = assertion::claimed(&assertion).ok_or_else(OAuthError::client)?;
            (client, Proof::Assertion(assertion))
        }
        (None, None) => return Err(OAuthError::client()),
    };
    if parameter(form, "client_id")?.is_some_and(|named| named != client) {
        return Err(OAuthError::client());
    }
    let scopes = scopes(parameter(form, "scope")?)?;
    Ok(Asked { client, proof, scopes })
}

/// A parameter that is given at most once; an empty one is not given.
fn parameter<'f>(form: &'f [(String, String)], name: &str) -> Result<Option<&'f str>, OAuthError> {
    let mut found = form
        .iter()
        .filter(|(key, _)| key == name)
        .map(|(_, value)| value.as_str());
    let first = found.next();
    if found.next().is_some() {
        return Err(OAuthError::request("A parameter is given twice."));
    }
    Ok(first.filter(|value| !value.is_empty()))
}

fn asserted(form: &[(String, String)]) -> Result<Option<String>, OAuthError> {
    let kind = parameter(form, "client_assertion_type")?;
    match (kind, parameter(form, "client_assertion")?) {
        (None, None) => Ok(None),
        (Some(BEARER), Some(assertion)) => Ok(Some(assertion.to_owned())),
        _ => Err(OAuthError::request(
            "An assertion comes with its type, `urn:ietf:params:oauth:client-assertion-type:jwt-bearer`.",
        )),
    }
}

/// Client and secret of `Basic …`: both are encoded as in a form before they are put together (RFC 6749, section 2.3.1).
fn basic(authorization: &str) -> Option<(String, Proof)> {
    let (scheme, sent) = authorization.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let sent = String::from_utf8(STANDARD.decode(sent.trim()).ok()?).ok()?;
    let (client, secret) = sent.split_once(':')?;
    Some((decoded(client)?, Proof::Secret(decoded(secret)?)))
}

fn decoded(part: &str) -> Option<String> {
    let part = part.replace('+', " ");
    percent_decode_str(&part).decode_utf8().ok().map(Into::into)
}

fn scopes(named: Option<&str>) -> Result<Vec<ServiceScope>, OAuthError> {
    let known = |name: &str| {
        ServiceScope::VARIANTS
            .iter()
            .copied()
            .find(|scope| scope.name() == name)
    };
    let named = named.unwrap_or_default().split(' ').filter(|name| !name.is_empty());
    let scopes: Option<Vec<_>> = named.map(known).collect();
    scopes.ok_or(OAuthError::Refused(
        OAuthFault::InvalidScope,
        "There is no such scope: the metadata name them.",
    ))
}

/// Scopes as OAuth writes them.
pub(in crate::service_accounts) fn written(scopes: &[ServiceScope]) -> String {
    let names: Vec<&str> = scopes.iter().map(|scope| scope.name()).collect();
    names.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        let owned = |(key, value): &(&str, &str)| ((*key).to_owned(), (*value).to_owned());
        pairs.iter().map(owned).collect()
    }

    fn header(text: &str) -> String {
        format!("Basic {}", STANDARD.encode(text))
    }

    fn fault(authorization: Option<&str>, pairs: &[(&str, &str)]) -> OAuthFault {
        match asked(authorization, &form(pairs)) {
            Err(OAuthError::Refused(fault, _)) => fault,
            other => panic!("{other:?}"),
        }
    }

    const GRANT: (&str, &str) = ("grant_type", "client_credentials");

    #[test]
    fn a_secret_comes_in_the_header_encoded_as_in_a_form() {
        for (sent, client, secret) in [
            ("svca_1:tss_a-b_c", "svca_1", "tss_a-b_c"),
            ("svca%5F1:tss%5Fa%3Ab", "svca_1", "tss_a:b"),
            ("svca_1:a:b", "svca_1", "a:b"),
            ("svca_1:a+b%2B%E7%BA%BF", "svca_1", "a b+线"),
        ] {
            let asked = asked(Some(&header(sent)), &form(&[GRANT])).unwrap();
            assert_eq!(asked.client, client);
            assert_eq!(asked.proof, Proof::Secret(secret.to_owned()));
        }
        for wrong in ["Basic", "Basic !!", "Bearer abc", "Basic YWJj", "Basic //8="] {
            assert_eq!(fault(Some(wrong), &[GRANT]), OAuthFault::InvalidClient, "{wrong}");
        }
    }

    #[test]
    fn what_does_not_go_together_is_refused() {
        let basic = header("svca_1:secret");
        let basic = Some(basic.as_str());
        let assertion = ("client_assertion", "a.b.c");
        let kind = ("client_assertion_type", BEARER);
        for (authorization, pairs, expected) in [
            (None, vec![GRANT], OAuthFault::InvalidClient),
            (basic, vec![], OAuthFault::InvalidRequest),
            (
                basic,
                vec![("grant_type", "password")],
                OAuthFault::UnsupportedGrantType,
            ),
            (basic, vec![GRANT, GRANT], OAuthFault::InvalidRequest),
            (basic, vec![GRANT, kind, assertion], OAuthFault::InvalidRequest),
            (None, vec![GRANT, assertion], OAuthFault::InvalidRequest),
            (None, vec![GRANT, kind], OAuthFault::InvalidRequest),
            (None, vec![GRANT, kind, assertion], OAuthFault::InvalidClient),
            (
                None,
                vec![GRANT, ("client_id", "svca_1"), ("client_secret", "x")],
                OAuthFault::InvalidRequest,
            ),
            (basic, vec![GRANT, ("client_id", "svca_2")], OAuthFault::InvalidClient),
            (
                basic,
                vec![GRANT, ("scope", "leads:read money:spend")],
                OAuthFault::InvalidScope,
            ),
        ] {
            assert_eq!(fault(authorization, &pairs), expected, "{pairs:?}");
        }
    }

    #[test]
    fn scopes_are_read_and_written_by_their_names() {
        let pairs = form(&[GRANT, ("scope", "listings:write  leads:read"), ("client_id", "svca_1")]);
        let asked = asked(Some(&header("svca_1:secret")), &pairs).unwrap();
        assert_eq!(asked.scopes, [ServiceScope::ListingsWrite, ServiceScope::LeadsRead]);
        assert_eq!(written(&asked.scopes), "listings:write leads:read");
    }
}
