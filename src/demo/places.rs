//! Where the demo's goods are offered. Ids of listings lie outside of what the marketplaces give out, so that no real
//! offer is meant.

/// The language of a listing and of the lead about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tongue {
    En,
    Zh,
    Pt,
}

/// A marketplace.
#[derive(Debug)]
pub(super) struct Marketplace {
    pub(super) name: &'static str,
    pub(super) tongue: Tongue,
    pub(super) country: Option<&'static str>,
    pub(super) currency: &'static str,
    /// Minor units for a US dollar.
    pub(super) dollar: i64,
    /// The address of a listing; each `#` becomes a digit.
    pub(super) address: &'static str,
    pub(super) sellers: &'static [&'static str],
}

const CHINESE_SELLERS: &[&str] = &[
    "潮品仓库直发",
    "小满代购日记",
    "莆星鞋业工厂店",
    "外贸尾单优选",
    "阿洛的精品铺",
    "三木数码批发",
    "星野家居百货",
    "南风原单女装",
];
const GLOBAL_SELLERS: &[&str] = &[
    "harbor_deals_77",
    "bestgoods.outlet",
    "sunny-trade-co",
    "maplefactory_direct",
    "quick.parcel.store",
    "tinytreasure_hub",
];
const BRAZILIAN_SELLERS: &[&str] = &[
    "Importados Rota Norte",
    "Loja Tudo em Casa 21",
    "MegaOfertas Serra",
    "Casa do Atacado SP",
    "Vitrine da Lu",
];

/// The marketplaces, Chinese ones first.
pub(super) static MARKETPLACES: &[Marketplace] = &[
    chinese("Taobao", "https://item.taobao.com/item.htm?id=99900#########"),
    chinese("1688", "https://detail.1688.com/offer/99900#########.html"),
    chinese("Weidian", "https://weidian.com/item.html?itemID=99900########"),
    chinese(
        "Pinduoduo",
        "https://mobile.yangkeduo.com/goods.html?goods_id=99900#########",
    ),
    chinese("Goofish", "https://www.goofish.com/item?id=99900##########"),
    chinese(
        "Douyin",
        "https://haohuo.jinritemai.com/ecommerce/trade/detail/index.html?id=99900##############",
    ),
    brazilian(
        "Mercado Livre",
        "https://produto.mercadolivre.com.br/MLB-99900#######-oferta",
    ),
    brazilian("Shopee", "https://shopee.com.br/product/99900####/99900########"),
    global(
        "AliExpress",
        None,
        ("USD", 100),
        "https://www.aliexpress.com/item/99900###########.html",
    ),
    global("eBay", None, ("USD", 100), "https://www.ebay.com/itm/99900########"),
    global(
        "DHgate",
        None,
        ("USD", 100),
        "https://www.dhgate.com/product/wholesale/99900#####.html",
    ),
    global(
        "Temu",
        None,
        ("USD", 100),
        "https://www.temu.com/goods.html?goods_id=99900##############",
    ),
    global(
        "Amazon",
        Some("GB"),
        ("GBP", 78),
        "https://www.amazon.co.uk/dp/B0DEMO####",
    ),
    global("Amazon", Some("DE"), ("EUR", 92), "https://www.amazon.de/dp/B0DEMO####"),
    global(
        "Amazon",
        Some("JP"),
        ("JPY", 150),
        "https://www.amazon.co.jp/dp/B0DEMO####",
    ),
];

const fn chinese(name: &'static str, address: &'static str) -> Marketplace {
    Marketplace {
        name,
        tongue: Tongue::Zh,
        country: Some("CN"),
        currency: "CNY",
        dollar: 720,
        address,
        sellers: CHINESE_SELLERS,
    }
}

const fn brazilian(name: &'static str, address: &'static str) -> Marketplace {
    Marketplace {
        name,
        tongue: Tongue::Pt,
        country: Some("BR"),
        currency: "BRL",
        dollar: 545,
        address,
        sellers: BRAZILIAN_SELLERS,
    }
}

const fn global(
    name: &'static str,
    country: Option<&'static str>,
    (currency, dollar): (&'static str, i64),
    address: &'static str,
) -> Marketplace {
    Marketplace {
        name,
        tongue: Tongue::En,
        country,
        currency,
        dollar,
        address,
        sellers: GLOBAL_SELLERS,
    }
}

/// A place off line.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) name: &'static str,
    pub(super) tongue: Tongue,
    pub(super) country: &'static str,
    pub(super) division: &'static str,
    pub(super) currency: &'static str,
    pub(super) dollar: i64,
}

const fn place(name: &'static str, tongue: Tongue, country: &'static str, division: &'static str) -> Place {
    let (currency, dollar) = match tongue {
        Tongue::Zh => ("CNY", 720),
        Tongue::Pt => ("BRL", 545),
        Tongue::En => ("EUR", 92),
    };
    Place {
        name,
        tongue,
        country,
        division,
        currency,
        dollar,
    }
}

/// The places; two thirds lie where an agency of the demo is competent.
pub(super) static PLACES: &[Place] = &[
    place("南屿工业园三期", Tongue::Zh, "CN", "440307"),
    place("盐港物流园", Tongue::Zh, "CN", "440308"),
    place("北岭批发城二楼", Tongue::Zh, "CN", "440305"),
    place("银杏路电子市场", Tongue::Zh, "CN", "440304"),
    place("莆江鞋业街", Tongue::Zh, "CN", "350300"),
    place("义北小商品城", Tongue::Zh, "CN", "330782"),
    place("Galeria do Porto Velho", Tongue::Pt, "BR", "SP"),
    place("terminal de cargas da Serra", Tongue::Pt, "BR", "SP"),
    place("feira da Rua das Palmeiras", Tongue::Pt, "BR", "SP"),
    place("the market hall at Kupferhafen", Tongue::En, "DE", "HH"),
    place("a storage unit near Saint-Corbin", Tongue::En, "FR", "59"),
];
