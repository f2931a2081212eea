//! Small pages without a script: for links in mails, and for the demo's mails.

use std::borrow::Cow;

use actix_web::{
    HttpResponse,
    http::{
        StatusCode,
        header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY},
    },
};
use base64::{Engine as _, engine::general_purpose::STANDARD_NO_PAD};

use super::State;

const STYLE: &str = "body{font:15px/1.5 system-ui,sans-serif;max-width:52rem;margin:3rem auto;padding:0 1rem;color:#1c2024}\
table{border-collapse:collapse;width:100%}td,th{text-align:start;padding:.25rem .75rem .25rem 0;vertical-align:top}\
pre{white-space:pre-wrap;overflow-wrap:anywhere}iframe{width:100%;height:48rem;border:1px solid #d0d3d8}\
button{font:inherit;padding:.4rem 1rem}@media(prefers-color-scheme:dark){body{background:#18191b;color:#edeef0}a{color:#70b8ff}iframe{background:#fff}}";

/// Text as it may stand in HTML, also within an attribute.
pub(super) fn escape(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"', '\'']) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    Cow::Owned(escaped)
}

/// A page of our own HTML; whatever comes from elsewhere has to be escaped in `body` already.
pub(super) fn page(state: &State, status: StatusCode, title: &str, body: &str) -> HttpResponse {
    let nonce = STANDARD_NO_PAD.encode(&state.app.ids.secret()[..16]);
    let title = escape(title);
    let html = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title}</title>\
         <style nonce=\"{nonce}\">{STYLE}</style></head><body><h1>{title}</h1>{body}</body></html>"
    );
    let policy = format!(
        "default-src 'none'; style-src 'nonce-{nonce}'; frame-src 'self'; form-action 'self'; base-uri 'none'; \
         frame-ancestors 'none'"
    );
    HttpResponse::build(status)
        .content_type("text/html; charset=utf-8")
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((CONTENT_SECURITY_POLICY, policy))
        .body(html)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_is_escaped_ends_a_tag_or_an_attribute() {
        assert_eq!(
            escape("a \"b\" <c> & 'd'"),
            "a &quot;b&quot; &lt;c&gt; &amp; &#39;d&#39;"
        );
        assert_eq!(escape("摘要"), "摘要");
    }
}
