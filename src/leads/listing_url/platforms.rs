//! What is known of the platforms, as a table: add a row, not an `if`.
//!
//! A platform has sites (domains with everything below them) and rules. A rule reads: under this subdomain, a path
//! and perhaps a parameter like this are a page of that kind, with this id and this shortest address. The first
//! rule that matches wins. For the patterns see [`super::pattern`]; `{site}` stands for the site that matched.

use std::borrow::Cow;

use url::Url;

use super::ListingKind::{Catalogue, Listing as Offer, Short, Store, UserProduct};
use super::{Listing, ListingKind, page, pattern};

struct Platform {
    /// The first part of the name; the site itself is the name where each country has ids of its own.
    name: Name,
    sites: &'static [&'static str],
    rules: &'static [Rule],
    /// Parameters of the query or the fragment that single out one offer.
    offer: &'static [(&'static str, &'static str)],
}

enum Name {
    Is(&'static str),
    Site(&'static str),
}

/// Kind, subdomain, path, parameter and its value, id, canonical address.
struct Rule(
    ListingKind,
    &'static str,
    &'static str,
    Option<(&'static str, &'static str)>,
    &'static str,
    &'static str,
);

const fn platform(name: &'static str, sites: &'static [&'static str], rules: &'static [Rule]) -> Platform {
    Platform {
        name: Name::Is(name),
        sites,
        rules,
        offer: &[],
    }
}

#[rustfmt::skip]
const MERCADO_OFFER: &[(&str, &str)] = &[("pdp_filters", "*item_id:{w}*"), ("wid", "{w}")];

#[rustfmt::skip]
const PLATFORMS: &[Platform] = &[
    platform("taobao", &["taobao.com"], &[
        Rule(Offer, "*", "/item.htm",            Some(("id", "{d}")), "{1}", "https://item.taobao.com/item.htm?id={1}"),
        Rule(Offer, "*", "/awp/core/detail.htm", Some(("id", "{d}")), "{1}", "https://item.taobao.com/item.htm?id={1}"),
        Rule(Offer, "*", "/detail/detail.html",  Some(("id", "{d}")), "{1}", "https://item.taobao.com/item.htm?id={1}"),
        Rule(Offer, "world", "/item/{d}.htm",    None,                "{1}", "https://item.taobao.com/item.htm?id={1}"),
        Rule(Store, "shop{d}", "*",              None,                "{1}", "https://shop{1}.taobao.com"),
        Rule(Store, "shop{d}.m", "*",            None,                "{1}", "https://shop{1}.taobao.com"),
    ]),
    platform("taobao", &["tb.cn"], &[
        Rule(Short, "{w}", "/{s}", None, "{2}", "https://{1}.tb.cn/{2}"),
    ]),
    platform("tmall", &["tmall.com", "tmall.hk"], &[
        Rule(Offer, "*", "/item.htm",      Some(("id", "{d}")), "{1}", "https://detail.tmall.com/item.htm?id={1}"),
        Rule(Offer, "*", "/hk/item.htm",   Some(("id", "{d}")), "{1}", "https://detail.tmall.com/item.htm?id={1}"),
    ]),
    platform("1688", &["1688.com"], &[
        Rule(Offer, "*",       "/offer/{d}.html",  None,                     "{1}", "https://detail.1688.com/offer/{1}.html"),
        Rule(Offer, "*",       "/page/index.html", Some(("offerId", "{d}")), "{1}", "https://detail.1688.com/offer/{1}.html"),
        Rule(Store, "shop{w}", "*",                None,                     "{1}", "https://shop{1}.1688.com"),
        Rule(Short, "qr",      "/s/{w}",           None,                     "{1}", "https://qr.1688.com/s/{1}"),
    ]),
    platform("weidian", &["weidian.com"], &[
        Rule(Offer, "*",         "/item.html",      Some(("itemID", "{d}")), "{1}", "https://weidian.com/item.html?itemID={1}"),
        Rule(Offer, "*",         "/item_pro.html",  Some(("itemID", "{d}")), "{1}", "https://weidian.com/item.html?itemID={1}"),
        Rule(Offer, "*",         "/fastorder.html", Some(("itemID", "{d}")), "{1}", "https://weidian.com/item.html?itemID={1}"),
        Rule(Store, "*",         "/",               Some(("userid", "{d}")), "{1}", "https://weidian.com/?userid={1}"),
        Rule(Store, "shop{d}.v", "*",               None,                    "{1}", "https://weidian.com/?userid={1}"),
    ]),
    platform("weidian", &["youshop10.com"], &[
        Rule(Short, "k", "/{w}", None, "{1}", "https://k.youshop10.com/{1}"),
    ]),
    platform("yupoo", &["x.yupoo.com"], &[
        Rule(Offer, "{w}", "/albums/{d}", None, "{1}/{2}", "https://{1}.x.yupoo.com/albums/{2}?uid=1"),
        Rule(Store, "{w}", "*",           None, "{1}",     "https://{1}.x.yupoo.com"),
    ]),
    platform("pinduoduo", &["yangkeduo.com", "pinduoduo.com"], &[
        Rule(Offer, "*", "/goods*.html",    Some(("goods_id", "{d}")), "{1}", "https://mobile.yangkeduo.com/goods.html?goods_id={1}"),
        Rule(Short, "*", "/goods*.html",    Some(("ps", "{w}")),       "{1}", "https://mobile.yangkeduo.com/goods.html?ps={1}"),
        Rule(Store, "*", "/mall_page.html", Some(("mall_id", "{d}")),  "{1}", "https://mobile.yangkeduo.com/mall_page.html?mall_id={1}"),
    ]),
    platform("jd", &["jd.com"], &[
        Rule(Offer, "item",   "/{d}.html",         None, "{1}", "https://item.jd.com/{1}.html"),
        Rule(Offer, "item.m", "/product/{d}.html", None, "{1}", "https://item.jd.com/{1}.html"),
        Rule(Store, "mall",   "/index-{d}.html",   None, "{1}", "https://mall.jd.com/index-{1}.html"),
    ]),
    platform("jd", &["3.cn"], &[
        Rule(Short, "", "/{w}", None, "{1}", "https://3.cn/{1}"),
    ]),
    platform("goofish", &["goofish.com"], &[
        Rule(Offer, "*", "/item",     Some(("id", "{d}")),     "{1}", "https://www.goofish.com/item?id={1}"),
        Rule(Store, "*", "/personal", Some(("userId", "{d}")), "{1}", "https://www.goofish.com/personal?userId={1}"),
    ]),
    platform("douyin", &["jinritemai.com"], &[
        Rule(Offer, "haohuo", "/ecommerce/trade/detail/index.html", Some(("id", "{d}")), "{1}", "https://haohuo.jinritemai.com/ecommerce/trade/detail/index.html?id={1}"),
        Rule(Offer, "haohuo", "/views/product*",                    Some(("id", "{d}")), "{1}", "https://haohuo.jinritemai.com/ecommerce/trade/detail/index.html?id={1}"),
    ]),
    platform("douyin", &["douyin.com"], &[
        Rule(Short, "v", "/{w}", None, "{1}", "https://v.douyin.com/{1}"),
    ]),
    platform("kakobuy", &["ikako.vip"], &[
        Rule(Short, "", "/{w}", None, "{1}", "https://ikako.vip/{1}"),
    ]),
    platform("aliexpress", &["aliexpress.com"], &[
        Rule(Offer, "*",       "/item/{d}.html",   None, "{1}", "https://www.aliexpress.com/item/{1}.html"),
        Rule(Offer, "*",       "/item/*/{d}.html", None, "{1}", "https://www.aliexpress.com/item/{1}.html"),
        Rule(Offer, "*",       "/i/{d}.html",      None, "{1}", "https://www.aliexpress.com/item/{1}.html"),
        Rule(Store, "*",       "/store/{d}",       None, "{1}", "https://www.aliexpress.com/store/{1}"),
        Rule(Short, "a",       "/{w}",             None, "{1}", "https://a.aliexpress.com/{1}"),
        Rule(Short, "s.click", "/e/{w}",           None, "{1}", "https://s.click.aliexpress.com/e/{1}"),
    ]),
    platform("aliexpress.us", &["aliexpress.us"], &[
        Rule(Offer, "*", "/item/{d}.html", None, "{1}", "https://www.aliexpress.us/item/{1}.html"),
    ]),
    platform("dhgate", &["dhgate.com"], &[
        Rule(Offer, "*", "/product/*/{d}.html", None, "{1}", "https://www.dhgate.com/product/-/{1}.html"),
        Rule(Store, "*", "/store/{d}",          None, "{1}", "https://www.dhgate.com/store/{1}"),
    ]),
    platform("temu", &["temu.com"], &[
        Rule(Offer, "*", "*/goods.html",   Some(("goods_id", "{d}")), "{1}", "https://www.temu.com/goods.html?goods_id={1}"),
        Rule(Offer, "*", "*/g-{d}.html",   None,                      "{1}", "https://www.temu.com/goods.html?goods_id={1}"),
        Rule(Offer, "*", "/*-g-{d}.html",  None,                      "{1}", "https://www.temu.com/goods.html?goods_id={1}"),
    ]),
    platform("ebay", &[
        "ebay.com", "ebay.com.au", "ebay.com.hk", "ebay.com.my", "ebay.com.sg", "ebay.co.uk", "ebay.at", "ebay.be",
        "ebay.ca", "ebay.ch", "ebay.de", "ebay.es", "ebay.fr", "ebay.ie", "ebay.it", "ebay.nl", "ebay.ph", "ebay.pl",
    ], &[
        Rule(Offer, "*", "/itm/{d}",   None, "{1}", "https://www.ebay.com/itm/{1}"),
        Rule(Offer, "*", "/itm/*/{d}", None, "{1}", "https://www.ebay.com/itm/{1}"),
        Rule(Store, "*", "/str/{s}",   None, "{1}", "https://www.ebay.com/str/{1}"),
    ]),
    platform("etsy", &["etsy.com"], &[
        Rule(Offer, "*", "*/listing/{d}",   None, "{1}", "https://www.etsy.com/listing/{1}"),
        Rule(Offer, "*", "*/listing/{d}/*", None, "{1}", "https://www.etsy.com/listing/{1}"),
        Rule(Store, "*", "*/shop/{w}",      None, "{1}", "https://www.etsy.com/shop/{1}"),
    ]),
    platform("facebook", &["facebook.com"], &[
        Rule(Offer, "*", "/marketplace/item/{d}", None, "{1}", "https://www.facebook.com/marketplace/item/{1}"),
    ]),
    platform("wildberries", &["wildberries.ru"], &[
        Rule(Offer, "*", "/catalog/{d}/detail.aspx", None, "{1}", "https://www.wildberries.ru/catalog/{1}/detail.aspx"),
    ]),
    platform("coupang", &["coupang.com"], &[
        Rule(Catalogue, "*", "/vp/products/{d}", None, "{1}", "https://www.coupang.com/vp/products/{1}"),
    ]),
    Platform { name: Name::Site("shopee"), sites: &[
        "shopee.com.br", "shopee.com.co", "shopee.com.mx", "shopee.com.my", "shopee.co.id", "shopee.co.th",
        "shopee.cl", "shopee.ph", "shopee.sg", "shopee.tw", "shopee.vn",
    ], rules: &[
        Rule(Offer, "*", "/product/{d}/{d}", None, "{1}/{2}", "https://{site}/product/{1}/{2}"),
        Rule(Offer, "*", "/*-i.{d}.{d}",     None, "{1}/{2}", "https://{site}/product/{1}/{2}"),
        Rule(Store, "*", "/shop/{d}",        None, "{1}",     "https://{site}/shop/{1}"),
    ], offer: &[] },
    Platform { name: Name::Site("lazada"), sites: &[
        "lazada.com.my", "lazada.com.ph", "lazada.co.id", "lazada.co.th", "lazada.sg", "lazada.vn",
    ], rules: &[
        Rule(Offer, "*", "/products/*-i{d}-s{d}.html", None, "{1}", "https://www.{site}/products/i{1}.html"),
        Rule(Offer, "*", "/products/*-i{d}.html",      None, "{1}", "https://www.{site}/products/i{1}.html"),
        Rule(Offer, "*", "/products/i{d}-s{d}.html",   None, "{1}", "https://www.{site}/products/i{1}.html"),
        Rule(Offer, "*", "/products/i{d}.html",        None, "{1}", "https://www.{site}/products/i{1}.html"),
    ], offer: &[] },
    Platform { name: Name::Site("amazon"), sites: &[
        "amazon.com", "amazon.com.au", "amazon.com.be", "amazon.com.br", "amazon.com.mx", "amazon.com.tr",
        "amazon.co.jp", "amazon.co.uk", "amazon.co.za", "amazon.ae", "amazon.ca", "amazon.cn", "amazon.de",
        "amazon.eg", "amazon.es", "amazon.fr", "amazon.ie", "amazon.in", "amazon.it", "amazon.nl", "amazon.pl",
        "amazon.sa", "amazon.se", "amazon.sg",
    ], rules: &[
        Rule(Offer, "*", "*/dp/{a}*",         None,                    "{1}", "https://www.{site}/dp/{1}"),
        Rule(Offer, "*", "*/gp/product/{a}*", None,                    "{1}", "https://www.{site}/dp/{1}"),
        Rule(Offer, "*", "*/gp/aw/d/{a}*",    None,                    "{1}", "https://www.{site}/dp/{1}"),
        Rule(Store, "*", "/sp",               Some(("seller", "{w}")), "{1}", "https://www.{site}/sp?seller={1}"),
    ], offer: &[] },
    platform("amazon", &["amzn.to", "amzn.eu", "amzn.asia"], &[
        Rule(Short, "", "/{w}",   None, "{1}", "https://{site}/{1}"),
        Rule(Short, "", "/d/{w}", None, "{1}", "https://{site}/d/{1}"),
    ]),
    Platform { name: Name::Site("mercadolivre"), sites: &["mercadolivre.com.br"], rules: &[
        Rule(Catalogue,   "*", "*/p/M{w}",      None, "M{1}",    "https://www.{site}/p/M{1}"),
        Rule(UserProduct, "*", "*/up/M{w}",     None, "M{1}",    "https://www.{site}/up/M{1}"),
        Rule(Offer,       "*", "/M{u}-{d}*",    None, "M{1}{2}", "https://produto.{site}/M{1}-{2}"),
    ], offer: MERCADO_OFFER },
    Platform { name: Name::Site("mercadolibre"), sites: &[
        "mercadolibre.com", "mercadolibre.com.ar", "mercadolibre.com.bo", "mercadolibre.com.co",
        "mercadolibre.com.ec", "mercadolibre.com.mx", "mercadolibre.com.pe", "mercadolibre.com.uy",
        "mercadolibre.com.ve", "mercadolibre.cl",
    ], rules: &[
        Rule(Catalogue,   "*", "*/p/M{w}",      None, "M{1}",    "https://www.{site}/p/M{1}"),
        Rule(UserProduct, "*", "*/up/M{w}",     None, "M{1}",    "https://www.{site}/up/M{1}"),
        Rule(Offer,       "*", "/M{u}-{d}*",    None, "M{1}{2}", "https://articulo.{site}/M{1}-{2}"),
    ], offer: MERCADO_OFFER },
];

/// The listing behind an address on a known platform; a plain page of it where no rule matches.
pub(super) fn recognise(url: &Url) -> Option<Listing> {
    let (platform, site, subdomain) = platform_of(url)?;
    let found = platform
        .rules
        .iter()
        .find_map(|rule| Some((rule, rule.captures(subdomain, url)?)));
    Some(match found {
        Some((rule, captures)) => Listing {
            offer: platform.offer_in(url),
            ..rule.listing(platform, site, &captures)
        },
        None => page::of(platform.name_on(site), url),
    })
}

/// The listing with an id of digits on a platform whose ids are worldwide.
pub(super) fn listing(name: &str, id: &str) -> Option<Listing> {
    let captures = pattern::captures("{d}", id)?;
    let platform = PLATFORMS
        .iter()
        .find(|p| matches!(p.name, Name::Is(is) if is == name))?;
    Some(
        platform
            .rules
            .first()?
            .listing(platform, platform.sites.first()?, &captures),
    )
}

/// Whether an address is on a platform that is named by its sites.
pub(super) fn is_on(url: &Url, name: &str) -> bool {
    platform_of(url).is_some_and(|(p, _, _)| matches!(p.name, Name::Site(first) if first == name))
}

/// What stands before a site in a host, without its dot; none if the host is not of that site.
pub(super) fn subdomain<'h>(host: &'h str, site: &str) -> Option<&'h str> {
    let before = host.strip_suffix(site)?;
    if before.is_empty() {
        Some(before)
    } else {
        before.strip_suffix('.')
    }
}

/// The first value of a parameter, whatever the case of its name.
pub(super) fn parameter<'u>(
    mut pairs: impl Iterator<Item = (Cow<'u, str>, Cow<'u, str>)>,
    name: &str,
) -> Option<String> {
    pairs
        .find(|(key, _)| key.eq_ignore_ascii_case(name))
        .map(|(_, value)| value.into_owned())
}

fn platform_of(url: &Url) -> Option<(&'static Platform, &'static str, &str)> {
    let host = url.host_str().filter(|_| url.port().is_none())?;
    PLATFORMS.iter().find_map(|platform| {
        let mut sites = platform.sites.iter();
        sites.find_map(|site| Some((platform, *site, subdomain(host, site)?)))
    })
}

impl Platform {
    fn name_on(&self, site: &'static str) -> &'static str {
        match self.name {
            Name::Is(name) => name,
            Name::Site(_) => site,
        }
    }

    fn offer_in(&self, url: &Url) -> Option<String> {
        let fragment = url.fragment().unwrap_or_default();
        self.offer.iter().find_map(|(name, value)| {
            let pairs = url
                .query_pairs()
                .chain(url::form_urlencoded::parse(fragment.as_bytes()));
            pattern::captures(value, &parameter(pairs, name)?)?.into_iter().next()
        })
    }
}

impl Rule {
    fn captures(&self, subdomain: &str, url: &Url) -> Option<Vec<String>> {
        let Self(_, under, path, query, _, _) = self;
        let trimmed = url.path().trim_end_matches('/');
        let actual = if trimmed.is_empty() { "/" } else { trimmed };
        let mut found = pattern::captures(under, subdomain)?;
        found.extend(pattern::captures(path, actual)?);
        if let Some((name, value)) = query {
            found.extend(pattern::captures(value, &parameter(url.query_pairs(), name)?)?);
        }
        Some(found)
    }

    fn listing(&self, platform: &Platform, site: &'static str, captures: &[String]) -> Listing {
        let Self(kind, _, _, _, id, canonical) = self;
        Listing {
            platform: platform.name_on(site).to_owned(),
            kind: *kind,
            id: Some(pattern::fill(id, captures, site)),
            offer: None,
            canonical_url: pattern::fill(canonical, captures, site),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::canonicalize;
    use super::*;

    /// A text that a pattern matches.
    fn example(pattern: &str) -> String {
        let text = pattern
            .replace("{d}", "4711")
            .replace("{u}", "LB")
            .replace("{a}", "B0ABCDEF12");
        text.replace("{w}", "a-B_7").replace("{s}", "h.x").replace('*', "")
    }

    #[test]
    fn every_rule_of_every_site_is_reached_and_leads_to_an_address_that_is_its_own_canonical_form() {
        for platform in PLATFORMS {
            for (rule, site) in platform
                .rules
                .iter()
                .flat_map(|r| platform.sites.iter().map(move |s| (r, s)))
            {
                let Rule(kind, under, path, query, _, _) = rule;
                let dot = if example(under).is_empty() { "" } else { "." };
                let query = query.map_or_else(String::new, |(k, v)| format!("?{k}={}", example(v)));
                let address = format!("https://{}{dot}{site}{}{query}", example(under), example(path));
                let listing = canonicalize(&address).unwrap();
                assert_eq!(
                    (listing.platform.as_str(), listing.kind),
                    (platform.name_on(site), *kind),
                    "{address}"
                );
                assert!(!listing.canonical_url.contains(['{', '*']), "{}", listing.canonical_url);
                assert_eq!(canonicalize(&listing.canonical_url).as_ref(), Ok(&listing), "{address}");
            }
        }
    }
}
