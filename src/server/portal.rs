//! The portal: files that the build put into the binary; a debug build reads them from `frontend/dist` instead.

use actix_web::{
    HttpRequest, HttpResponse,
    http::{
        Method,
        header::{
            ALLOW, AcceptEncoding, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, Encoding, Header as _,
            VARY,
        },
    },
    web,
};
use base64::{Engine as _, engine::general_purpose::STANDARD_NO_PAD};
use rust_embed::{EmbeddedFile, RustEmbed};

use super::State;
use crate::api::Documents;

#[derive(RustEmbed)]
#[folder = "frontend/dist"]
struct Portal;

/// The page in which the portal runs, and the place in it where the nonce of a response belongs.
const PAGE: &str = "index.html";
/// The documents the portal asks by, which the build wrote.
const DOCUMENTS: &str = "documents.json";
/// Where the explorer is, and the page in which it runs.
const EXPLORER: &str = "graphiql";
const EXPLORER_PAGE: &str = "graphiql/index.html";
const NONCE: &str = "__CSP_NONCE__";
/// Where the build puts files whose names change with their content.
const HASHED: &str = "assets/";
/// The build lays a compressed file beside the plain one; the better first.
const COMPRESSED: [(&str, &str); 2] = [("br", ".br"), ("gzip", ".gz")];

/// The documents by whose ids the portal asks; none where it was not built.
pub(super) fn documents() -> Documents {
    let Some(manifest) = Portal::get(DOCUMENTS) else {
        return Documents::default();
    };
    Documents::read(&manifest.data).unwrap_or_else(|error| {
        tracing::error!(%error, "the portal's documents cannot be read");
        Documents::default()
    })
}

/// A file of the portal. Every path that names no file is one of the portal's own pages.
pub(super) async fn handle(state: web::Data<State>, request: HttpRequest) -> HttpResponse {
    // actix asks no guard of what it falls back to.
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return HttpResponse::MethodNotAllowed()
            .insert_header((ALLOW, "GET, HEAD"))
            .finish();
    }
    let path = request.path().trim_start_matches('/');
    match Portal::get(path) {
        _ if is_of_explorer(path) => explorer(&state, &request, path),
        Some(file) if path != PAGE => send(&request, path, file),
        _ if is_file_name(path) && path != PAGE => not_found(),
        _ => page(&state, PAGE, "'self'"),
    }
}

fn is_of_explorer(path: &str) -> bool {
    path.strip_prefix(EXPLORER)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// GraphiQL and its files: conveniences of the demo, and not there otherwise.
fn explorer(state: &State, request: &HttpRequest, path: &str) -> HttpResponse {
    if !state.app.config.demo {
        return not_found();
    }
    match Portal::get(path) {
        // Its style sheet carries the fonts within it.
        None if !is_file_name(path) => page(state, EXPLORER_PAGE, "'self' data:"),
        Some(file) if path != EXPLORER_PAGE => send(request, path, file),
        _ => not_found(),
    }
}

fn is_file_name(path: &str) -> bool {
    path.contains(HASHED) || path.rsplit('/').next().is_some_and(|name| name.contains('.'))
}

fn send(request: &HttpRequest, path: &str, plain: EmbeddedFile) -> HttpResponse {
    let cache = if path.contains(HASHED) {
        "public, max-age=31536000, immutable"
    } else {
        "public, max-age=3600"
    };
    let mut response = HttpResponse::Ok();
    response
        .content_type(plain.metadata.mimetype())
        .insert_header((CACHE_CONTROL, cache))
        .insert_header((VARY, "Accept-Encoding"));
    match compressed(request, path) {
        Some((coding, file)) => response
            .insert_header((CONTENT_ENCODING, coding))
            .body(file.data.into_owned()),
        None => response.body(plain.data.into_owned()),
    }
}

/// The file as the build compressed it, in the best way that the client understands.
fn compressed(request: &HttpRequest, path: &str) -> Option<(&'static str, EmbeddedFile)> {
    let accepted = AcceptEncoding::parse(request).ok()?;
    COMPRESSED.into_iter().find_map(|(coding, suffix)| {
        let encoding: Encoding = coding.parse().ok()?;
        accepted
            .negotiate([encoding.clone()].iter())
            .filter(|chosen| *chosen == encoding)?;
        Some((coding, Portal::get(&format!("{path}{suffix}"))?))
    })
}

fn not_found() -> HttpResponse {
    HttpResponse::NotFound()
        .content_type("text/plain; charset=utf-8")
        .body("There is nothing here.")
}

/// The portal's page, with a nonce that is good for this response only.
fn page(state: &State, name: &str, fonts: &str) -> HttpResponse {
    let Some(page) = Portal::get(name) else {
        return HttpResponse::NotFound()
            .content_type("text/plain; charset=utf-8")
            .body("The portal was not built into this program: run `make build`. The API is at /graphql.");
    };
    let nonce = STANDARD_NO_PAD.encode(&state.app.ids.secret()[..16]);
    let html = with_nonce(&page.data, &nonce);
    HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((CACHE_CONTROL, "no-cache"))
        .insert_header((CONTENT_SECURITY_POLICY, policy(&nonce, fonts)))
        .body(html)
}

fn with_nonce(page: &[u8], nonce: &str) -> String {
    String::from_utf8_lossy(page).replace(NONCE, nonce)
}

fn policy(nonce: &str, fonts: &str) -> String {
    [
        "default-src 'none'",
        "script-src 'self'",
        &format!("style-src 'self' 'nonce-{nonce}'"),
        "img-src 'self' data:",
        &format!("font-src {fonts}"),
        "connect-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    ]
    .join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_carries_the_nonce_that_its_policy_allows_and_nothing_unsafe() {
        let page = with_nonce(b"<meta name=\"csp-nonce\" content=\"__CSP_NONCE__\">", "abc");
        assert_eq!(page, "<meta name=\"csp-nonce\" content=\"abc\">");
        let policy = policy("abc", "'self'");
        assert!(policy.contains("'nonce-abc'") && !policy.contains("unsafe"), "{policy}");
    }

    #[test]
    fn pages_of_the_portal_are_told_from_files() {
        for page in ["", "leads", "leads/lead_01h45ytscbebyvny4gc8cr8ma2", "sign-in"] {
            assert!(!is_file_name(page), "{page}");
        }
        for file in ["favicon.svg", "assets/index-abc.js", "assets/missing", "robots.txt"] {
            assert!(is_file_name(file), "{file}");
        }
    }
}
