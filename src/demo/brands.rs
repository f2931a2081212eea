//! The brands of the demo, what is sold under them, whom they authorised, and who may act for their owners. All invented.

use crate::permissions::viewer::PoaAction::{self, AnswerDeliveries, CreateLeads, ManageBrands, ReadLeads, ReadMoney};

/// A brand.
#[derive(Debug)]
pub(super) struct Brand {
    /// By which the other tables name it.
    pub(super) key: &'static str,
    /// Key of its owner.
    pub(super) owner: &'static str,
    pub(super) name: &'static str,
    pub(super) name_zh: &'static str,
    pub(super) nice_classes: &'static [i32],
    pub(super) goods: &'static [Goods],
}

/// Goods, as a listing calls them in three languages, and what the genuine ones cost in US dollars.
#[derive(Debug)]
pub(super) struct Goods {
    pub(super) en: &'static str,
    pub(super) zh: &'static str,
    pub(super) pt: &'static str,
    pub(super) dollars: i64,
}

const fn goods(en: &'static str, zh: &'static str, pt: &'static str, dollars: i64) -> Goods {
    Goods { en, zh, pt, dollars }
}

/// All of them.
pub(super) static BRANDS: &[Brand] = &[
    Brand {
        key: "orvelline",
        owner: "orvelline",
        name: "Orvelline",
        name_zh: "奥薇琳",
        nice_classes: &[14, 18, 25],
        goods: &[
            goods(
                "Sillage shoulder bag",
                "Sillage 单肩包",
                "bolsa de ombro Sillage",
                2_400,
            ),
            goods("Héron card holder", "Héron 卡包", "porta-cartões Héron", 390),
            goods("silk twill scarf", "真丝斜纹围巾", "lenço de seda", 450),
            goods("Quai belt with pin buckle", "Quai 针扣腰带", "cinto Quai", 520),
        ],
    },
    Brand {
        key: "petit-orvel",
        owner: "orvelline",
        name: "Petit Orvel",
        name_zh: "小奥薇",
        nice_classes: &[25],
        goods: &[
            goods("children's rain coat", "儿童雨衣", "capa de chuva infantil", 180),
            goods("baby knit set", "婴儿针织套装", "conjunto de malha para bebé", 150),
        ],
    },
    Brand {
        key: "qingzhuyu",
        owner: "qingzhuyu",
        name: "Qingzhuyu",
        name_zh: "青逐屿",
        nice_classes: &[25, 28],
        goods: &[
            goods("Tide 3 running shoes", "潮汐3代跑鞋", "tênis de corrida Tide 3", 120),
            goods("Reef court shoes", "礁石篮球鞋", "tênis de quadra Reef", 140),
            goods("wind jacket", "防风夹克", "jaqueta corta-vento", 85),
        ],
    },
    Brand {
        key: "feiyanzhi",
        owner: "qingzhuyu",
        name: "Feiyanzhi",
        name_zh: "飞砚之",
        nice_classes: &[25],
        goods: &[
            goods("canvas street shoes", "帆布板鞋", "tênis de lona", 65),
            goods("logo hooded sweater", "字标连帽卫衣", "moletom com capuz", 70),
        ],
    },
    Brand {
        key: "mizukagura",
        owner: "mizukagura",
        name: "Mizukagura",
        name_zh: "水神乐",
        nice_classes: &[9],
        goods: &[
            goods("MK-50 prime lens", "MK-50 定焦镜头", "lente MK-50", 680),
            goods("camera battery pack MB-12", "MB-12 相机电池", "bateria MB-12", 60),
            goods("8x32 binoculars", "8x32 双筒望远镜", "binóculo 8x32", 320),
        ],
    },
    Brand {
        key: "nordvarrick",
        owner: "nordvarrick",
        name: "Nordvarrick",
        name_zh: "诺瓦力克",
        nice_classes: &[7, 12],
        goods: &[
            goods(
                "brake pad set front axle",
                "前轴刹车片套装",
                "jogo de pastilhas de freio dianteiro",
                75,
            ),
            goods("oil filter NV-118", "NV-118 机油滤清器", "filtro de óleo NV-118", 18),
            goods("wheel bearing kit", "轮毂轴承套件", "kit rolamento de roda", 95),
        ],
    },
    Brand {
        key: "brakken",
        owner: "nordvarrick",
        name: "Brakken",
        name_zh: "布拉肯",
        nice_classes: &[12],
        goods: &[
            goods("brake disc pair", "刹车盘一对", "par de discos de freio", 130),
            goods("spark plug 4-pack", "火花塞四只装", "velas de ignição, 4 unidades", 42),
        ],
    },
    Brand {
        key: "ipanuvia",
        owner: "ipanuvia",
        name: "Ipanúvia",
        name_zh: "依帕诺薇",
        nice_classes: &[3],
        goods: &[
            goods(
                "Água Clara face serum 30 ml",
                "清泉精华液 30 毫升",
                "sérum facial Água Clara 30 ml",
                48,
            ),
            goods("sun milk SPF 50", "防晒乳 SPF50", "protetor solar FPS 50", 29),
            goods("hair mask 500 g", "发膜 500 克", "máscara capilar 500 g", 33),
        ],
    },
    Brand {
        key: "flor-de-nuvia",
        owner: "ipanuvia",
        name: "Flor de Núvia",
        name_zh: "云之花",
        nice_classes: &[3],
        goods: &[
            goods("eau de parfum 75 ml", "淡香精 75 毫升", "eau de parfum 75 ml", 95),
            goods("body splash 200 ml", "身体喷雾 200 毫升", "body splash 200 ml", 24),
        ],
    },
    Brand {
        key: "thistlemere",
        owner: "thistlemere",
        name: "Thistlemere",
        name_zh: "蓟湖",
        nice_classes: &[28],
        goods: &[
            goods(
                "wooden railway starter set",
                "木制火车轨道套装",
                "ferrovia de madeira",
                60,
            ),
            goods("Bramble plush bear", "布兰布毛绒熊", "urso de pelúcia Bramble", 35),
            goods(
                "marble run 120 pieces",
                "120 件滚珠轨道",
                "pista de bolinhas 120 peças",
                55,
            ),
        ],
    },
    Brand {
        key: "yunquelu",
        owner: "yunquelu",
        name: "Yunquelu",
        name_zh: "云阙鹿",
        nice_classes: &[9],
        goods: &[
            goods(
                "Lu Buds 2 wireless earphones",
                "鹿耳2代无线耳机",
                "fones sem fio Lu Buds 2",
                89,
            ),
            goods("Antler 65 W charger", "鹿角65瓦充电器", "carregador Antler 65 W", 39),
            goods(
                "Que Watch S strap and case",
                "阙表S表带与保护壳",
                "pulseira e capa Que Watch S",
                29,
            ),
        ],
    },
    Brand {
        key: "corvelha",
        owner: "corvelha",
        name: "Vale de Corvelha",
        name_zh: "科韦利亚谷",
        nice_classes: &[33],
        goods: &[
            goods("Reserva red 2019", "珍藏干红 2019", "tinto Reserva 2019", 62),
            goods("Tawny 20 years", "20年茶色酒", "Tawny 20 anos", 78),
            goods("gift box of two bottles", "双支礼盒", "caixa com duas garrafas", 130),
        ],
    },
];

/// Somebody whom a brand lets sell or make: the brand, kind, name, platform, shop, territory.
#[derive(Debug)]
pub(super) struct Party(
    pub(super) &'static str,
    pub(super) &'static str,
    pub(super) &'static str,
    pub(super) Option<&'static str>,
    pub(super) Option<&'static str>,
    pub(super) &'static str,
);

/// All of them. Some leads name the sellers among them, so that triage has something to warn of.
pub(super) static PARTIES: &[Party] = &[
    Party(
        "orvelline",
        "SELLER",
        "奥薇琳官方授权店",
        Some("tmall"),
        Some("990001207"),
        "CN",
    ),
    Party(
        "orvelline",
        "DISTRIBUTOR",
        "Galerie Saint-Corbin SARL",
        None,
        None,
        "FR, BE, LU",
    ),
    Party(
        "petit-orvel",
        "SELLER",
        "小奥薇童装授权店",
        Some("tmall"),
        Some("990001208"),
        "CN",
    ),
    Party(
        "qingzhuyu",
        "SELLER",
        "青逐屿运动正品折扣仓",
        Some("taobao"),
        Some("990003311"),
        "CN",
    ),
    Party(
        "qingzhuyu",
        "OEM",
        "Xunhe Footwear Manufacturing (demo)",
        None,
        None,
        "CN",
    ),
    Party(
        "feiyanzhi",
        "SELLER",
        "飞砚之潮流馆",
        Some("weidian"),
        Some("990003377"),
        "CN",
    ),
    Party(
        "mizukagura",
        "SELLER",
        "opticorner-partner",
        Some("ebay"),
        Some("opticorner-partner"),
        "EU, GB, US",
    ),
    Party(
        "nordvarrick",
        "DISTRIBUTOR",
        "Peças Serra Azul Distribuidora",
        None,
        None,
        "BR",
    ),
    Party(
        "nordvarrick",
        "SELLER",
        "NordTeile Partnershop",
        Some("ebay"),
        Some("nordteile-partnershop"),
        "DE, AT",
    ),
    Party(
        "ipanuvia",
        "SELLER",
        "Beleza do Vale Oficial",
        Some("mercadolivre.com.br"),
        Some("990008841"),
        "BR",
    ),
    Party(
        "flor-de-nuvia",
        "LICENSEE",
        "Perfumaria Aurora Sul",
        None,
        None,
        "BR, UY",
    ),
    Party(
        "thistlemere",
        "SELLER",
        "little-thistle-toys",
        Some("ebay"),
        Some("little-thistle-toys"),
        "GB",
    ),
    Party(
        "yunquelu",
        "SELLER",
        "云阙鹿数码专营店",
        Some("jd"),
        Some("990005520"),
        "CN",
    ),
    Party("yunquelu", "ODM", "Hanlu Acoustics (demo)", None, None, "CN"),
    Party(
        "corvelha",
        "DISTRIBUTOR",
        "Garrafeira do Cais Velho",
        None,
        None,
        "PT, BR",
    ),
];

/// A power of attorney: principal, agent, brands (none at all means all), what it allows, and whether it was verified.
#[derive(Debug)]
pub(super) struct Power {
    pub(super) principal: &'static str,
    pub(super) agent: &'static str,
    pub(super) brands: &'static [&'static str],
    pub(super) actions: &'static [PoaAction],
    pub(super) verified: bool,
}

/// All of them.
pub(super) static POWERS: &[Power] = &[
    Power {
        principal: "orvelline",
        agent: "pereira-ashdown",
        brands: &[],
        actions: &[ReadLeads, CreateLeads, AnswerDeliveries, ManageBrands, ReadMoney],
        verified: true,
    },
    Power {
        principal: "nordvarrick",
        agent: "pereira-ashdown",
        brands: &["brakken"],
        actions: &[ReadLeads, AnswerDeliveries],
        verified: true,
    },
    Power {
        principal: "qingzhuyu",
        agent: "genuine-guild",
        brands: &["feiyanzhi"],
        actions: &[ReadLeads, CreateLeads],
        verified: true,
    },
    Power {
        principal: "yunquelu",
        agent: "genuine-guild",
        brands: &["yunquelu"],
        actions: &[ReadLeads, AnswerDeliveries],
        verified: true,
    },
    Power {
        principal: "corvelha",
        agent: "pereira-ashdown",
        brands: &[],
        actions: &[ReadLeads],
        verified: false,
    },
];
