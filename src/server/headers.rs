//! Headers that every answer carries, so that a browser does only what it is meant to: those of OWASP's list of secure
//! headers, except what would let others in (CORS) or tell what we run on.

use actix_web::{
    Error, HttpMessage as _,
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    http::header::{HeaderMap, HeaderName, HeaderValue},
    middleware::Next,
    web,
};

use super::{State, spending};
use crate::quotas::Standing;

/// For everything that is no page: nothing in it may be loaded or run.
const NO_PAGE: &str = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

const EVERYWHERE: &[(&str, &str)] = &[
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
    ("cross-origin-resource-policy", "same-origin"),
    ("origin-agent-cluster", "?1"),
    ("x-permitted-cross-domain-policies", "none"),
    ("x-dns-prefetch-control", "off"),
    (
        "permissions-policy",
        "accelerometer=(), autoplay=(), bluetooth=(), browsing-topics=(), camera=(), display-capture=(), \
         encrypted-media=(), fullscreen=(), gamepad=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), \
         local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), \
         screen-wake-lock=(), serial=(), usb=(), window-management=(), xr-spatial-tracking=()",
    ),
    // Whoever wants an answer kept says so.
    ("cache-control", "no-store"),
];

/// Adds the headers an answer does not have by itself.
pub(super) async fn secure(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let https = request
        .app_data::<web::Data<State>>()
        .is_some_and(|state| state.app.config.public_url.scheme() == "https");
    let mut response = next.call(request).await?;
    let standing = response.request().extensions().get::<Standing>().copied();
    let headers = response.headers_mut();
    for (name, value) in standing.into_iter().flat_map(spending::headers) {
        if let Ok(value) = HeaderValue::try_from(value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    }
    for (name, value) in EVERYWHERE {
        add(headers, name, value);
    }
    add(headers, "content-security-policy", NO_PAGE);
    if https {
        add(
            headers,
            "strict-transport-security",
            "max-age=63072000; includeSubDomains",
        );
    }
    Ok(response)
}

fn add(headers: &mut HeaderMap, name: &'static str, value: &'static str) {
    if !headers.contains_key(name) {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
}
