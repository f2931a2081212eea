//! What has an address or a number on the internet: mail, domains, pages, and the shops and offers of platforms.

use email_address::EmailAddress;
use url::{Host, Url};

use super::{Hints, Outcome, Parsed, Refusal, Strength, writing};

/// The longest address that mail can be sent to (RFC 5321, section 4.5.3.1.3), in bytes.
const MAX_EMAIL: usize = 254;
const MAX_PLATFORM: usize = 40;
const MAX_PLATFORM_ID: usize = 100;

/// Parameters that say how a reader came to a page, and not which page it is.
const TRACKING: [&str; 12] = [
    "spm",
    "scm",
    "gclid",
    "fbclid",
    "msclkid",
    "ttclid",
    "yclid",
    "igshid",
    "mc_cid",
    "mc_eid",
    "share_token",
    "srsltid",
];

/// An address in small letters, its domain in ASCII. What only some providers do (dots and `+` that do not matter) is not
/// done: at another provider these are two people.
pub(super) fn email(text: &str) -> Outcome {
    let text = text.strip_prefix("mailto:").unwrap_or(text);
    let (local, domain) = text.rsplit_once('@').ok_or(Refusal::NotThisKind)?;
    let local = writing::plain(&local.to_lowercase());
    let Ok(Host::Domain(domain)) = Host::parse(domain) else {
        return Err(Refusal::NotThisKind);
    };
    let address = format!("{local}@{domain}");
    let is_plain = !local.contains('"') && domain.contains('.') && address.len() <= MAX_EMAIL;
    if !is_plain || !EmailAddress::is_valid(&address) {
        return Err(Refusal::NotThisKind);
    }
    Ok(Parsed {
        display: address.clone(),
        masked: format!("{}@{domain}", writing::masked(&local)),
        norm: address,
        rule: "email-1",
        strength: Strength::Strong,
    })
}

/// The part of a domain that one owner registered, in ASCII: `shop.brand-outlet.example.co.uk` is `example.co.uk`, and
/// whoever rents `someone.myshopify.com` owns that. By the Public Suffix List, private part included.
///
/// Shown in ASCII too: `xn--pple-43d.com` does not pass for what it imitates.
pub(super) fn domain(text: &str) -> Outcome {
    let host = host(text)?;
    let registered = psl::domain_str(&host).ok_or(Refusal::NotThisKind)?;
    Ok(Parsed {
        norm: registered.to_owned(),
        display: registered.to_owned(),
        masked: masked_domain(registered),
        rule: "domain-psl-1",
        strength: Strength::Strong,
    })
}

/// Whether the domain of an address ends in a suffix that the Public Suffix List knows.
pub(super) fn has_known_suffix(text: &str) -> bool {
    host(&writing::plain(text)).is_ok_and(|host| psl::suffix(host.as_bytes()).is_some_and(|suffix| suffix.is_known()))
}

/// The host of a domain or address, in ASCII and small letters.
fn host(text: &str) -> Result<String, Refusal> {
    let text = text.split_once("://").map_or(text, |(_, rest)| rest);
    let end = text.find(['/', '?', '#', ':']).unwrap_or(text.len());
    match Host::parse(text[..end].trim_end_matches('.')) {
        Ok(Host::Domain(domain)) if is_domain(&domain) => Ok(domain),
        _ => Err(Refusal::NotThisKind),
    }
}

fn is_domain(domain: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
    };
    domain.contains('.') && domain.split('.').all(is_label)
}

fn masked_domain(domain: &str) -> String {
    let (name, suffix) = domain.split_once('.').unwrap_or((domain, ""));
    format!("{}.{suffix}", writing::masked(name))
}

/// A page without what does not help to find it: credentials, fragment, the port of its scheme and what tracks readers.
/// `http` and `https` are one page.
pub(super) fn page(text: &str) -> Outcome {
    let has_scheme = text.get(..8).unwrap_or(text).to_ascii_lowercase();
    let has_scheme = has_scheme.starts_with("http://") || has_scheme.starts_with("https://");
    let address = if has_scheme {
        text.to_owned()
    } else {
        format!("https://{}", text.trim_start_matches('/'))
    };
    let mut url = Url::parse(&address).map_err(|_| Refusal::NotThisKind)?;
    let host = host(url.host_str().unwrap_or_default())?;
    let is_changed = url.set_host(Some(&host)).is_ok()
        && url.set_username("").is_ok()
        && url.set_password(None).is_ok()
        // `http` on its own port becomes `https` on its own.
        && url.set_scheme("https").is_ok();
    if !is_changed {
        return Err(Refusal::NotThisKind);
    }
    url.set_fragment(None);
    drop_tracking(&mut url);
    let norm = url.to_string();
    Ok(Parsed {
        display: norm.clone(),
        masked: format!("https://{}/***", masked_domain(&host)),
        norm,
        rule: "url-1",
        strength: Strength::Medium,
    })
}

fn drop_tracking(url: &mut Url) {
    let Some(query) = url.query() else { return };
    let is_tracking = |pair: &&str| {
        let name = pair.split('=').next().unwrap_or_default().to_ascii_lowercase();
        name.is_empty() || name.starts_with("utm_") || TRACKING.contains(&name.as_str())
    };
    let kept: Vec<&str> = query.split('&').filter(|pair| !is_tracking(pair)).collect();
    let kept = (!kept.is_empty()).then(|| kept.join("&"));
    url.set_query(kept.as_deref());
}

/// A shop by its platform and the platform's own id, whose case may matter: `taobao:shop12345`.
pub(super) fn shop(text: &str, hints: &Hints<'_>) -> Outcome {
    on_platform(text, hints, "shop-1")
}

/// An offer by its platform and the platform's own id.
pub(super) fn listing(text: &str, hints: &Hints<'_>) -> Outcome {
    on_platform(text, hints, "listing-1")
}

fn on_platform(text: &str, hints: &Hints<'_>, rule: &'static str) -> Outcome {
    let hint = hints.platform.map(platform).transpose()?;
    let named = text
        .split_once(':')
        .and_then(|(name, id)| Some((platform(name).ok()?, id)));
    let (platform, id) = match (named, hint) {
        (Some((named, _)), Some(hint)) if named != hint => return Err(Refusal::Contradiction),
        (Some(named), _) => named,
        (None, Some(hint)) => (hint, text),
        (None, None) => return Err(Refusal::PlatformNeeded),
    };
    let id = id.trim();
    let is_id = (1..=MAX_PLATFORM_ID).contains(&id.chars().count()) && !id.chars().any(char::is_whitespace);
    if !is_id {
        return Err(Refusal::NotThisKind);
    }
    let norm = format!("{platform}:{id}");
    Ok(Parsed {
        display: norm.clone(),
        masked: format!("{platform}:{}", writing::masked(id)),
        norm,
        rule,
        strength: Strength::Strong,
    })
}

/// The name of a platform in small letters.
fn platform(name: &str) -> Result<String, Refusal> {
    let name = name.trim().to_ascii_lowercase();
    let is_name = (1..=MAX_PLATFORM).contains(&name.len())
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'));
    if is_name {
        Ok(name)
    } else {
        Err(Refusal::PlatformNeeded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn norm(outcome: Outcome) -> Option<String> {
        outcome.ok().map(|parsed| parsed.norm)
    }

    #[test]
    fn addresses_of_mail() {
        let cases = [
            ("Ann.Lee+1@Mail.Example", Some("ann.lee+1@mail.example")),
            ("mailto:a.b@例子.example", Some("a.b@xn--fsqu00a.example")),
            ("ann@brand", None),
            ("ann@192.0.2.1", None),
            ("Ann <ann@brand.example>", None),
        ];
        for (text, expected) in cases {
            assert_eq!(norm(email(text)).as_deref(), expected, "{text}");
        }
        assert_eq!(email("annabel@mail.example").unwrap().masked, "a***l@mail.example");
    }

    #[test]
    fn domains_are_what_someone_registered() {
        let cases = [
            ("https://Shop.Cheap-Shoes.co.uk/x?y", Some("cheap-shoes.co.uk")),
            ("www.example.com.cn.", Some("example.com.cn")),
            ("m.食狮.中国", Some("xn--85x722f.xn--fiqs8s")),
            ("食狮。中国", Some("xn--85x722f.xn--fiqs8s")),
            ("someone.myshopify.com", Some("someone.myshopify.com")),
            ("shop.example:8080", Some("shop.example")),
            ("com.cn", None),
            ("localhost", None),
            ("192.0.2.1", None),
            ("a..example.com", None),
        ];
        for (text, expected) in cases {
            assert_eq!(norm(domain(text)).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn what_looks_alike_stays_apart() {
        assert_ne!(norm(domain("аpple.com")), norm(domain("apple.com")));
        assert_eq!(domain("аpple.com").unwrap().display, "xn--pple-43d.com");
    }

    #[test]
    fn pages() {
        let cases = [
            (
                "HTTP://User:pw@Shop.Example:80/A?spm=1&id=2&utm_source=x#top",
                "https://shop.example/A?id=2",
            ),
            ("shop.example", "https://shop.example/"),
            ("//shop.example/a?gclid=1", "https://shop.example/a"),
            (
                "https://shop.example:8443/a?b&c=%20",
                "https://shop.example:8443/a?b&c=%20",
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(norm(page(text)).as_deref(), Some(expected), "{text}");
        }
        for text in [
            "ftp://shop.example/",
            "javascript:alert(1)",
            "https://",
            "https://localhost/",
            "not a page",
        ] {
            assert_eq!(norm(page(text)), None, "{text}");
        }
    }

    #[test]
    fn shops_need_their_platform() {
        let on = |name| Hints {
            platform: Some(name),
            ..Hints::default()
        };
        assert_eq!(norm(shop("Ab12", &on("Taobao"))).as_deref(), Some("taobao:Ab12"));
        assert_eq!(
            norm(shop("taobao:Ab12", &Hints::default())).as_deref(),
            Some("taobao:Ab12")
        );
        assert_eq!(norm(listing("x/12", &on("yupoo"))).as_deref(), Some("yupoo:x/12"));
        assert!(matches!(shop("Ab12", &Hints::default()), Err(Refusal::PlatformNeeded)));
        assert!(matches!(shop("taobao:Ab12", &on("jd")), Err(Refusal::Contradiction)));
        assert!(matches!(shop("a b", &on("jd")), Err(Refusal::NotThisKind)));
    }
}
