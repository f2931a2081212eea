//! The table against invented addresses of the shapes that real ones have, and the promises by property.

use proptest::prelude::*;

use super::ListingKind::{Catalogue, Listing as Offer, Page, Short, Store, UserProduct};
use super::*;

fn of(raw: &str) -> Listing {
    canonicalize(raw).unwrap_or_else(|error| panic!("{raw}: {error}"))
}

/// (address, platform, kind, id, canonical address; `None` = as given)
type Case = (
    &'static str,
    &'static str,
    ListingKind,
    &'static str,
    Option<&'static str>,
);

#[rustfmt::skip]
const LISTINGS: &[Case] = &[
    ("https://item.taobao.com/item.htm?id=600000000001", "taobao", Offer, "600000000001", None),
    ("https://item.taobao.com/item.htm?spm=a1z10.1&id=600000000001&skuId=5", "taobao", Offer, "600000000001", Some("https://item.taobao.com/item.htm?id=600000000001")),
    ("http://h5.m.taobao.com/awp/core/detail.htm?id=600000000001", "taobao", Offer, "600000000001", Some("https://item.taobao.com/item.htm?id=600000000001")),
    ("https://world.taobao.com/item/600000000001.htm", "taobao", Offer, "600000000001", Some("https://item.taobao.com/item.htm?id=600000000001")),
    ("https://shop10000001.taobao.com/", "taobao", Store, "10000001", Some("https://shop10000001.taobao.com")),
    ("https://shop10000001.taobao.com/category.htm?search=y", "taobao", Store, "10000001", Some("https://shop10000001.taobao.com")),
    ("https://m.tb.cn/h.AbC1dEf?tk=xyz", "taobao", Short, "h.AbC1dEf", Some("https://m.tb.cn/h.AbC1dEf")),
    ("https://detail.tmall.com/item.htm?abbucket=1&id=600000000002", "tmall", Offer, "600000000002", Some("https://detail.tmall.com/item.htm?id=600000000002")),
    ("https://m.1688.com/offer/700000000001.html?__share__=1", "1688", Offer, "700000000001", Some("https://detail.1688.com/offer/700000000001.html")),
    ("https://detail.m.1688.com/page/index.html?offerId=700000000001", "1688", Offer, "700000000001", Some("https://detail.1688.com/offer/700000000001.html")),
    ("https://weidian.com/item.html?itemID=7000000001&wfr=c", "weidian", Offer, "7000000001", Some("https://weidian.com/item.html?itemID=7000000001")),
    ("https://shop1.v.weidian.com/item.html?itemId=7000000001", "weidian", Offer, "7000000001", Some("https://weidian.com/item.html?itemID=7000000001")),
    ("weidian.com/?userid=300000001&tabType=all", "weidian", Store, "300000001", Some("https://weidian.com/?userid=300000001")),
    ("https://demo-shop.x.yupoo.com/", "yupoo", Store, "demo-shop", Some("https://demo-shop.x.yupoo.com")),
    ("https://demo-shop.x.yupoo.com/collections/4000001", "yupoo", Store, "demo-shop", Some("https://demo-shop.x.yupoo.com")),
    ("https://demo-shop.x.yupoo.com/albums?tab=gallery", "yupoo", Store, "demo-shop", Some("https://demo-shop.x.yupoo.com")),
    ("https://demo-shop.x.yupoo.com/albums/90000001?uid=1&isSubCate=false", "yupoo", Offer, "demo-shop/90000001", Some("https://demo-shop.x.yupoo.com/albums/90000001?uid=1")),
    ("https://mobile.yangkeduo.com/goods2.html?goods_id=60000001", "pinduoduo", Offer, "60000001", Some("https://mobile.yangkeduo.com/goods.html?goods_id=60000001")),
    ("https://mobile.yangkeduo.com/goods1.html?ps=AbCdEf", "pinduoduo", Short, "AbCdEf", Some("https://mobile.yangkeduo.com/goods.html?ps=AbCdEf")),
    ("http://item.jd.com/10000001.html", "jd", Offer, "10000001", Some("https://item.jd.com/10000001.html")),
    ("https://item.m.jd.com/product/10000001.html?sku=1", "jd", Offer, "10000001", Some("https://item.jd.com/10000001.html")),
    ("https://h5.m.goofish.com/item?id=900000000001", "goofish", Offer, "900000000001", Some("https://www.goofish.com/item?id=900000000001")),
    ("https://haohuo.jinritemai.com/views/product/item2?id=300000000001", "douyin", Offer, "300000000001", Some("https://haohuo.jinritemai.com/ecommerce/trade/detail/index.html?id=300000000001")),
    ("https://shopee.com.br/Demo-Shoe-i.111.2222?sp_atk=1", "shopee.com.br", Offer, "111/2222", Some("https://shopee.com.br/product/111/2222")),
    ("https://shopee.sg/product/111/2222/", "shopee.sg", Offer, "111/2222", Some("https://shopee.sg/product/111/2222")),
    ("https://www.lazada.sg/products/demo-pen-i12-blue-i1000001-s2000002.html?c=", "lazada.sg", Offer, "1000001", Some("https://www.lazada.sg/products/i1000001.html")),
    ("https://pt.aliexpress.com/item/1005000000000001.html?algo_pvid=1", "aliexpress", Offer, "1005000000000001", Some("https://www.aliexpress.com/item/1005000000000001.html")),
    ("https://www.aliexpress.us/item/3256000000000001.html", "aliexpress.us", Offer, "3256000000000001", None),
    ("https://www.dhgate.com/product/demo-2024-shoe/400000001.html?skuId=1", "dhgate", Offer, "400000001", Some("https://www.dhgate.com/product/-/400000001.html")),
    ("https://www.temu.com/us/demo-lamp-g-601000000000001.html", "temu", Offer, "601000000000001", Some("https://www.temu.com/goods.html?goods_id=601000000000001")),
    ("https://www.ebay.co.uk/itm/Demo-Lamp/130000000001?hash=item1", "ebay", Offer, "130000000001", Some("https://www.ebay.com/itm/130000000001")),
    ("https://www.amazon.de/Demo-Lampe/dp/B0ABCDEF12/ref=sr_1_1?keywords=lampe", "amazon.de", Offer, "B0ABCDEF12", Some("https://www.amazon.de/dp/B0ABCDEF12")),
    ("https://www.amazon.com/gp/product/b0abcdef12", "amazon.com", Offer, "B0ABCDEF12", Some("https://www.amazon.com/dp/B0ABCDEF12")),
    ("https://www.amazon.com.br/sspa/click?ie=UTF8&url=%2FDemo%2Fdp%2FB0ABCDEF12%2Fref%3Dsr_1_1", "amazon.com.br", Offer, "B0ABCDEF12", Some("https://www.amazon.com.br/dp/B0ABCDEF12")),
    ("https://produto.mercadolivre.com.br/MLB-1000000001-demo-2-un-_JM#position=1", "mercadolivre.com.br", Offer, "MLB1000000001", Some("https://produto.mercadolivre.com.br/MLB-1000000001")),
    ("https://www.mercadolivre.com.br/demo/p/MLB10000001", "mercadolivre.com.br", Catalogue, "MLB10000001", Some("https://www.mercadolivre.com.br/p/MLB10000001")),
    ("https://www.mercadolivre.com.br/demo--x/up/MLBU100001?highlight=false", "mercadolivre.com.br", UserProduct, "MLBU100001", Some("https://www.mercadolivre.com.br/up/MLBU100001")),
    ("https://articulo.mercadolibre.com.ar/MLA-1000001-demo-_JM", "mercadolibre.com.ar", Offer, "MLA1000001", Some("https://articulo.mercadolibre.com.ar/MLA-1000001")),
    // Wrapped by shopping agents and counters
    ("https://www.kakobuy.com/item/details?url=https%3A%2F%2Fweidian.com%2Fitem.html%3FitemID%3D7000000001&affcode=demo", "weidian", Offer, "7000000001", Some("https://weidian.com/item.html?itemID=7000000001")),
    ("https://kakobuy.com/item/details?url=weidian.com%2Fitem.html%3FitemID%3D7000000001", "weidian", Offer, "7000000001", Some("https://weidian.com/item.html?itemID=7000000001")),
    ("https://www.google.com/url?q=https%3A%2F%2Fwww.superbuy.com%2Fen%2Fpage%2Fbuy%3Furl%3Dhttps%253A%252F%252Fdetail.1688.com%252Foffer%252F700000000001.html", "1688", Offer, "700000000001", Some("https://detail.1688.com/offer/700000000001.html")),
    ("https://cnfans.com/product/?shop_type=weidian&id=7000000001", "weidian", Offer, "7000000001", Some("https://weidian.com/item.html?itemID=7000000001")),
    ("https://cnfans.com/product?platform=TAOBAO&id=600000000001", "taobao", Offer, "600000000001", Some("https://item.taobao.com/item.htm?id=600000000001")),
    ("https://www.cssbuy.com/item-micro-7000000001.html", "weidian", Offer, "7000000001", Some("https://weidian.com/item.html?itemID=7000000001")),
    ("https://picks.ly/item/ALI700000000001", "1688", Offer, "700000000001", Some("https://detail.1688.com/offer/700000000001.html")),
    ("https://ikako.vip/AbC12", "kakobuy", Short, "AbC12", None),
];

#[test]
fn listings_of_known_platforms() {
    for (raw, platform, kind, id, canonical) in LISTINGS {
        let listing = of(raw);
        assert_eq!(listing.platform, *platform, "{raw}");
        assert_eq!(listing.kind, *kind, "{raw}");
        assert_eq!(listing.id.as_deref(), Some(*id), "{raw}");
        assert_eq!(listing.canonical_url, canonical.unwrap_or(raw), "{raw}");
        assert_eq!(of(&listing.canonical_url).canonical_url, listing.canonical_url, "{raw}");
    }
}

#[test]
fn a_catalogue_link_may_single_out_one_offer() {
    let page = "https://www.mercadolivre.com.br/demo/p/MLB10000001";
    for tail in [
        "?pdp_filters=item_id:MLB7000000001#wid=MLB1&sid=search",
        "?pdp_filters=shipping%3Afree%7Citem_id%3AMLB7000000001",
        "?highlight=true#position=3&wid=MLB7000000001",
    ] {
        let listing = of(&format!("{page}{tail}"));
        assert_eq!(listing.offer.as_deref(), Some("MLB7000000001"), "{tail}");
        assert_eq!(listing.canonical_url, "https://www.mercadolivre.com.br/p/MLB10000001");
    }
    assert_eq!(of(page).offer, None);
}

#[test]
fn pages_without_a_rule_keep_what_identifies_them() {
    let cases = [
        (
            "https://Shop.Example/a?b=2&a=1",
            "shop.example",
            "https://shop.example/a?a=1&b=2",
        ),
        (
            "http://www.shop.example:80/",
            "shop.example",
            "http://www.shop.example/",
        ),
        (
            "https://u:p@shop.example:8443/x",
            "shop.example",
            "https://shop.example:8443/x",
        ),
        ("shop.example:8443/x", "shop.example", "https://shop.example:8443/x"),
        ("//shop.example./x", "shop.example", "https://shop.example/x"),
        (
            "https://shop.example/x?utm_source=a&GCLID=b&fbclid=c&spm=d",
            "shop.example",
            "https://shop.example/x",
        ),
        (
            "https://shop.example/x?utm_source=a&id=7#top",
            "shop.example",
            "https://shop.example/x?id=7",
        ),
        (
            "https://shop.example/#/goods/7",
            "shop.example",
            "https://shop.example/#/goods/7",
        ),
        (
            "https://магазин.example/",
            "xn--80aairftm.example",
            "https://xn--80aairftm.example/",
        ),
        ("https://192.0.2.7/shop", "192.0.2.7", "https://192.0.2.7/shop"),
        (
            "https://s.taobao.com/search?q=demo&spm=1",
            "taobao",
            "https://s.taobao.com/search?q=demo",
        ),
        (
            "https://weidian.com/item.html?itemID=abc",
            "weidian",
            "https://weidian.com/item.html?itemID=abc",
        ),
        (
            "https://notaobao.com/item.htm?id=7",
            "notaobao.com",
            "https://notaobao.com/item.htm?id=7",
        ),
        (
            "https://item.taobao.com.evil.example/item.htm?id=7",
            "item.taobao.com.evil.example",
            "https://item.taobao.com.evil.example/item.htm?id=7",
        ),
        (
            "https://item.taobao.com:444/item.htm?id=7",
            "item.taobao.com",
            "https://item.taobao.com:444/item.htm?id=7",
        ),
        (
            "https://www.kakobuy.com/item/details?url=javascript%3Aalert(1)",
            "kakobuy.com",
            "https://www.kakobuy.com/item/details?url=javascript%3Aalert%281%29",
        ),
    ];
    for (raw, platform, canonical) in cases {
        let listing = of(raw);
        assert_eq!((listing.kind, listing.id.as_deref()), (Page, None), "{raw}");
        assert_eq!(
            (listing.platform.as_str(), listing.canonical_url.as_str()),
            (platform, canonical)
        );
    }
}

#[test]
fn what_is_no_web_address_is_refused_with_a_reason() {
    let long = format!("https://shop.example/{}", "x".repeat(MAX_URL_CHARS));
    let swelling = format!("https://shop.example/{}", "商".repeat(MAX_URL_CHARS / 4));
    let cases = [
        ("  \n ", ListingUrlError::Empty),
        (long.as_str(), ListingUrlError::TooLong),
        (swelling.as_str(), ListingUrlError::TooLong),
        ("javascript:alert(1)", ListingUrlError::Scheme),
        ("ftp://shop.example/", ListingUrlError::Scheme),
        ("data:text/html,x", ListingUrlError::Scheme),
        ("mailto:a@shop.example", ListingUrlError::Scheme),
        ("taobao", ListingUrlError::NotAnAddress),
        ("two words", ListingUrlError::NotAnAddress),
        ("https://", ListingUrlError::NotAnAddress),
        ("https://localhost/x", ListingUrlError::NotAnAddress),
        ("https://shop..example/", ListingUrlError::NotAnAddress),
        ("https://shop.example:99999/", ListingUrlError::NotAnAddress),
    ];
    for (raw, error) in cases {
        assert_eq!(canonicalize(raw), Err(error), "{raw}");
    }
}

#[test]
fn agents_codes_name_a_platform_and_an_id() {
    let canonical = |code| from_agent_code(code).map(|listing| listing.canonical_url);
    let cases = [
        ("WD123", Some("https://weidian.com/item.html?itemID=123")),
        (" tb123 ", Some("https://item.taobao.com/item.htm?id=123")),
        ("AL123", Some("https://detail.1688.com/offer/123.html")),
        ("ALI123", Some("https://detail.1688.com/offer/123.html")),
        ("XX123", None),
        ("WD", None),
        ("123", None),
        ("WD12x", None),
        ("", None),
    ];
    for (code, expected) in cases {
        assert_eq!(canonical(code).as_deref(), expected, "{code}");
    }
}

#[test]
fn wrappers_in_wrappers_end() {
    let mut link = "https://weidian.com/item.html?itemID=1".to_owned();
    for _ in 0..5 {
        let query = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("url", &link)
            .finish();
        link = format!("https://www.kakobuy.com/item/details?{query}");
    }
    assert_eq!(of(&link).platform, "kakobuy.com");
}

proptest! {
    #[test]
    fn nothing_panics(raw in ".{0,200}") {
        let _ = canonicalize(&raw);
        let _ = from_agent_code(&raw);
    }

    #[test]
    fn a_canonical_address_is_its_own_canonical_form(
        host in prop::sample::select(vec![
            "shop.example", "item.taobao.com", "demo.x.yupoo.com", "www.amazon.com", "weidian.com", "m.tb.cn",
            "www.mercadolivre.com.br", "shopee.sg", "kakobuy.com", "www.lazada.sg", "mobile.yangkeduo.com",
        ]),
        path in "(/[a-zA-Z0-9._~%é商-]{0,12}){0,4}",
        query in "([a-zA-Z_]{1,8}=[a-zA-Z0-9%:/?+é商 -]{0,12}&?){0,4}",
        fragment in "(#[a-z/!=&]{0,10})?",
    ) {
        if let Ok(listing) = canonicalize(&format!("https://{host}{path}?{query}{fragment}")) {
            let again = canonicalize(&listing.canonical_url).unwrap();
            prop_assert_eq!(&again.canonical_url, &listing.canonical_url);
            prop_assert_eq!((again.platform, again.kind, again.id), (listing.platform, listing.kind, listing.id));
        }
    }

    #[test]
    fn the_order_and_company_of_parameters_do_not_matter(
        id in 1_u64..10_000_000_000_000, noise in "[a-z]{1,6}", first: bool,
    ) {
        let query = if first { format!("id={id}&x{noise}=1") } else { format!("x{noise}=1&id={id}") };
        let listing = canonicalize(&format!("https://item.taobao.com/item.htm?{query}")).unwrap();
        prop_assert_eq!(listing.canonical_url, format!("https://item.taobao.com/item.htm?id={id}"));
    }
}
