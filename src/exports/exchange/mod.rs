//! Leads as other systems take them in: bundles of STIX 2.1 and events of MISP.
//!
//! Pure: from what the reader sees to JSON. What our own imports read is what is written here; tests hold the two together.

mod ids;
mod misp;
mod stix;

use url::Url;

use crate::{leads::Extract, permissions::audience::HandlingCode};

pub(super) use misp::Events;
pub(super) use stix::Bundle;

/// An address in the form that machines compare; `None` where it is none of the web.
fn address(raw: &str) -> Option<String> {
    let web = |text: &str| {
        let url = Url::parse(text).ok()?;
        matches!(url.scheme(), "http" | "https").then(|| String::from(url))
    };
    match raw.contains("://") {
        true => web(raw),
        false => web(&format!("https://{raw}")),
    }
}

/// The handling code as a label, where there is one beyond the purpose.
fn handling(lead: &Extract) -> Option<String> {
    let code = lead.handling_code;
    (code != HandlingCode::H0).then(|| format!("handling:{}", <&str>::from(code)))
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn an_address_is_one_of_the_web_and_plain() {
        for (raw, written) in [
            ("https://shop.example/item?id=1", Some("https://shop.example/item?id=1")),
            ("shop.example/a b", Some("https://shop.example/a%20b")),
            ("shop.example:8443/x", Some("https://shop.example:8443/x")),
            ("https://商店.example/鞋", Some("https://xn--czrs0t.example/%E9%9E%8B")),
            ("ftp://files.example/x", None),
            ("", None),
        ] {
            assert_eq!(address(raw).as_deref(), written, "{raw}");
        }
    }
}
