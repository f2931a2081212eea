//! Links that wrap another link: shopping agents, click counters, advertisements.

use url::Url;

use super::{Listing, pattern, platforms};

/// What a link leads to.
pub(super) enum Unwrapped {
    /// It carries the other address.
    Link(String),
    /// It names a platform and an id.
    Named(Listing),
    /// It wraps nothing.
    Nothing,
}

enum Form {
    /// The address is the value of this parameter.
    Address(&'static str),
    /// Two parameters, for the platform and the id.
    Parameters(&'static str, &'static str),
    /// The path captures the platform and the id.
    Path(&'static str),
    /// The path captures the id on this platform.
    PathOn(&'static str, &'static str),
    /// The last part of the path is a code as [`super::from_agent_code`] knows it.
    Code(&'static str),
}

/// A site, the path its wrapping links have, and where the target is in them.
#[rustfmt::skip]
const WRAPPERS: &[(&str, &str, Form)] = &[
    ("kakobuy.com",      "*",            Form::Address("url")),
    ("superbuy.com",     "*",            Form::Address("url")),
    ("wegobuy.com",      "*",            Form::Address("url")),
    ("allchinabuy.com",  "*",            Form::Address("url")),
    ("pandabuy.com",     "*",            Form::Address("url")),
    ("sugargoo.com",     "*",            Form::Address("productLink")),
    ("cnfans.com",       "/product*",    Form::Parameters("platform", "id")),
    ("cnfans.com",       "/product*",    Form::Parameters("shop_type", "id")),
    ("mulebuy.com",      "/product*",    Form::Parameters("shop_type", "id")),
    ("joyabuy.com",      "/product*",    Form::Parameters("shop_type", "id")),
    ("orientdig.com",    "/product*",    Form::Parameters("shop_type", "id")),
    ("acbuy.com",        "/product*",    Form::Parameters("source", "id")),
    ("oopbuy.com",       "*",            Form::Path("/product/{w}/{d}")),
    ("cssbuy.com",       "*",            Form::PathOn("/item-micro-{d}.html", "weidian")),
    ("cssbuy.com",       "*",            Form::PathOn("/item-1688-{d}.html", "1688")),
    ("cssbuy.com",       "*",            Form::PathOn("/item-{d}.html", "taobao")),
    ("picks.ly",         "*",            Form::Code("/item/{w}")),
    ("google.com",       "/url",         Form::Address("q")),
    ("google.com",       "/url",         Form::Address("url")),
    ("l.facebook.com",   "/l.php",       Form::Address("u")),
    ("lm.facebook.com",  "/l.php",       Form::Address("u")),
    ("l.instagram.com",  "*",            Form::Address("u")),
    ("link.zhihu.com",   "*",            Form::Address("target")),
];

/// The names and codes that agents have for platforms.
#[rustfmt::skip]
const NAMES: &[(&str, &str)] = &[
    ("weidian", "weidian"), ("wd", "weidian"), ("micro", "weidian"),
    ("taobao", "taobao"), ("tb", "taobao"), ("tmall", "tmall"), ("tm", "tmall"),
    ("1688", "1688"), ("ali_1688", "1688"), ("al", "1688"), ("ali", "1688"),
];

/// The platform that an agent means by a name, in either case.
pub(super) fn platform_named(name: &str) -> Option<&'static str> {
    let same = |(known, _): &&(&str, &str)| known.eq_ignore_ascii_case(name);
    NAMES.iter().find(same).map(|(_, platform)| *platform)
}

/// Takes one wrapping off.
pub(super) fn unwrap(url: &Url) -> Unwrapped {
    if let Some(target) = advertised(url) {
        return Unwrapped::Link(target);
    }
    let host = url.host_str().unwrap_or_default();
    let rows = WRAPPERS.iter().filter(|(site, path, _)| {
        platforms::subdomain(host, site).is_some() && pattern::captures(path, url.path()).is_some()
    });
    let mut found = rows.filter_map(|(_, _, form)| target(url, form));
    found.next().unwrap_or(Unwrapped::Nothing)
}

fn target(url: &Url, form: &Form) -> Option<Unwrapped> {
    match form {
        Form::Address(name) => {
            let address = platforms::parameter(url.query_pairs(), name)?;
            (!address.trim().is_empty()).then_some(Unwrapped::Link(address))
        }
        Form::Parameters(platform, id) => {
            let platform = platforms::parameter(url.query_pairs(), platform)?;
            named(&platform, &platforms::parameter(url.query_pairs(), id)?)
        }
        Form::Path(path) => {
            let found = pattern::captures(path, url.path().trim_end_matches('/'))?;
            named(found.first()?, found.get(1)?)
        }
        Form::PathOn(path, platform) => named(platform, pattern::captures(path, url.path())?.first()?),
        Form::Code(path) => {
            let found = pattern::captures(path, url.path().trim_end_matches('/'))?;
            super::from_agent_code(found.first()?).map(Unwrapped::Named)
        }
    }
}

fn named(platform: &str, id: &str) -> Option<Unwrapped> {
    platforms::listing(platform_named(platform)?, id).map(Unwrapped::Named)
}

/// Amazon's advertisements lead to a path on the same site.
fn advertised(url: &Url) -> Option<String> {
    let is_advertisement = url.path() == "/sspa/click" && platforms::is_on(url, "amazon");
    let path = is_advertisement.then(|| platforms::parameter(url.query_pairs(), "url"))??;
    url.join(&path).ok().map(Into::into)
}
