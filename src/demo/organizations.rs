//! The organisations of the demo and their people. All of them are invented.

use crate::permissions::{
    Role::{self, Ap, Au, Fm, Le, Ma, Mc, Mf, Mi, Ps, Sa, So},
    viewer::OrganizationKind::{
        self, AgentFirm, Association, Auditor, Lab, LeAgency, MemberBrand, Platform, Secretariat,
    },
};

/// An organisation.
#[derive(Debug)]
pub(super) struct Organization {
    /// The first part of its domain, by which the other tables name it.
    pub(super) key: &'static str,
    pub(super) kind: OrganizationKind,
    pub(super) name: &'static str,
    pub(super) name_zh: Option<&'static str>,
    /// Code of the industry, for right holders.
    pub(super) industry: Option<&'static str>,
    pub(super) country: &'static str,
    pub(super) division: Option<&'static str>,
    pub(super) time_zone: &'static str,
    /// Code of the language of its mails.
    pub(super) language: &'static str,
    /// Code of the membership state.
    pub(super) state: &'static str,
    pub(super) people: &'static [Person],
}

/// A person.
#[derive(Debug, Clone, Copy)]
pub(super) struct Person {
    /// The address before the `@`.
    pub(super) local: &'static str,
    pub(super) name: &'static str,
    pub(super) roles: &'static [Role],
    /// Brands the person is limited to; none at all means no limit.
    pub(super) brands: &'static [&'static str],
    pub(super) suspended: bool,
    pub(super) digest: Rhythm,
}

/// How a person wants to be told.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rhythm {
    /// Code of the frequency.
    pub(super) code: &'static str,
    pub(super) hour: i32,
    pub(super) working_days_only: bool,
    pub(super) quiet_hours: Option<(i32, i32)>,
}

const DAILY: Rhythm = Rhythm {
    code: "DAILY",
    hour: 8,
    working_days_only: true,
    quiet_hours: None,
};

const fn weekly(person: Person) -> Person {
    Person {
        digest: Rhythm {
            code: "WEEKLY",
            ..DAILY
        },
        ..person
    }
}

/// In the evening comes what is due, so that a newcomer to the demo sees mails about what has just come first.
const fn at_once(person: Person) -> Person {
    Person {
        digest: Rhythm {
            code: "IMMEDIATE",
            hour: 20,
            working_days_only: false,
            quiet_hours: Some((22, 6)),
        },
        ..person
    }
}

impl Organization {
    /// The address of one of its people.
    pub(super) fn email(&self, person: &Person) -> String {
        format!("{}@{}.example", person.local, self.key)
    }

    /// The people who can sign in and hold one of the roles.
    pub(super) fn with_role(&self, roles: &[Role]) -> impl Iterator<Item = &'static Person> {
        self.people
            .iter()
            .filter(move |person| !person.suspended && person.roles.iter().any(|role| roles.contains(role)))
    }
}

/// The organisation of a key.
pub(super) fn organization(key: &str) -> Option<&'static Organization> {
    ORGANIZATIONS.iter().find(|organization| organization.key == key)
}

const fn person(local: &'static str, name: &'static str, roles: &'static [Role]) -> Person {
    Person {
        local,
        name,
        roles,
        brands: &[],
        suspended: false,
        digest: DAILY,
    }
}

const fn limited(
    local: &'static str,
    name: &'static str,
    roles: &'static [Role],
    brands: &'static [&'static str],
) -> Person {
    Person {
        brands,
        ..person(local, name, roles)
    }
}

/// An active organisation without a name in Chinese, an industry and a division.
const fn active(
    key: &'static str,
    kind: OrganizationKind,
    name: &'static str,
    (country, time_zone, language): (&'static str, &'static str, &'static str),
    people: &'static [Person],
) -> Organization {
    Organization {
        key,
        kind,
        name,
        name_zh: None,
        industry: None,
        country,
        division: None,
        time_zone,
        language,
        state: "ACTIVE",
        people,
    }
}

const CHINA: (&str, &str, &str) = ("CN", "Asia/Shanghai", "ZH_HANS");
const FRANCE: (&str, &str, &str) = ("FR", "Europe/Paris", "EN");
const GERMANY: (&str, &str, &str) = ("DE", "Europe/Berlin", "EN");
const BRAZIL: (&str, &str, &str) = ("BR", "America/Sao_Paulo", "EN");
const JAPAN: (&str, &str, &str) = ("JP", "Asia/Tokyo", "EN");
const BRITAIN: (&str, &str, &str) = ("GB", "Europe/London", "EN");
const PORTUGAL: (&str, &str, &str) = ("PT", "Europe/Lisbon", "EN");
const SWITZERLAND: (&str, &str, &str) = ("CH", "Europe/Zurich", "EN");

/// All of them; the secretariat comes first.
pub(super) static ORGANIZATIONS: &[Organization] = &[
    Organization {
        name_zh: Some("明灯联盟秘书处"),
        ..active(
            "secretariat",
            Secretariat,
            "Beacon Alliance Secretariat",
            CHINA,
            &[
                person("wei.anran", "Wei Anran 魏安然", &[Sa, So]),
                person("greta.solheim", "Greta Solheim", &[Sa]),
                person("lin.yuhe", "Lin Yuhe 林语荷", &[So]),
                person("tomas.reiter", "Tomas Reiter", &[So]),
                person("he.shuyan", "He Shuyan 何书彦", &[Fm]),
            ],
        )
    },
    Organization {
        name_zh: Some("奥薇琳"),
        industry: Some("LUXURY"),
        ..active(
            "orvelline",
            MemberBrand,
            "Maison Orvelline SA",
            FRANCE,
            &[
                weekly(person("claire.vasseur", "Claire Vasseur", &[Ma])),
                at_once(person("hugo.lemaire", "Hugo Lemaire", &[Mi])),
                limited("ines.caron", "Inès Caron", &[Mi], &["petit-orvel"]),
                person("paul.thevenin", "Paul Thévenin", &[Mf]),
            ],
        )
    },
    Organization {
        name_zh: Some("青逐屿体育用品有限公司"),
        industry: Some("FOOTWEAR"),
        ..active(
            "qingzhuyu",
            MemberBrand,
            "Qingzhuyu Sports Co., Ltd.",
            CHINA,
            &[
                weekly(person("shen.ruolan", "Shen Ruolan 沈若岚", &[Ma])),
                person("gao.yichen", "Gao Yichen 高一辰", &[Mi]),
                limited("tao.jinxi", "Tao Jinxi 陶今夕", &[Mi], &["feiyanzhi"]),
                person("xu.wanqing", "Xu Wanqing 许晚晴", &[Mf]),
            ],
        )
    },
    Organization {
        name_zh: Some("水神乐光学株式会社"),
        industry: Some("ELECTRONICS"),
        ..active(
            "mizukagura",
            MemberBrand,
            "Mizukagura Optics K.K.",
            JAPAN,
            &[
                person("aya.morishita", "Aya Morishita 森下綾", &[Ma]),
                person("kenji.tachibana", "Kenji Tachibana 橘健司", &[Mi]),
                person("rika.onodera", "Rika Onodera 小野寺里佳", &[Ap]),
            ],
        )
    },
    Organization {
        industry: Some("AUTOMOTIVE"),
        ..active(
            "nordvarrick",
            MemberBrand,
            "Nordvarrick Fahrzeugteile GmbH",
            GERMANY,
            &[
                person("anja.brandstetter", "Anja Brandstetter", &[Ma]),
                person("lukas.oehme", "Lukas Oehme", &[Mi]),
                Person {
                    suspended: true,
                    ..person("jonas.wiegand", "Jonas Wiegand", &[Mi])
                },
                person("petra.holzinger", "Petra Holzinger", &[Mf]),
            ],
        )
    },
    Organization {
        industry: Some("COSMETICS"),
        ..active(
            "ipanuvia",
            MemberBrand,
            "Ipanúvia Cosméticos Ltda.",
            BRAZIL,
            &[
                person("beatriz.fontoura", "Beatriz Fontoura", &[Ma]),
                person("rafael.quintela", "Rafael Quintela", &[Mi]),
                limited("livia.sampaio", "Lívia Sampaio", &[Mi], &["flor-de-nuvia"]),
            ],
        )
    },
    Organization {
        industry: Some("TOYS"),
        ..active(
            "thistlemere",
            MemberBrand,
            "Thistlemere Toys Ltd",
            BRITAIN,
            &[
                person("oliver.penhallow", "Oliver Penhallow", &[Ma, Mf]),
                weekly(person("freya.ashcombe", "Freya Ashcombe", &[Mi])),
            ],
        )
    },
    Organization {
        name_zh: Some("云阙鹿数码科技有限公司"),
        industry: Some("SMART_DEVICES"),
        ..active(
            "yunquelu",
            MemberBrand,
            "Yunquelu Digital Technology Co., Ltd.",
            CHINA,
            &[
                person("jiang.muyao", "Jiang Muyao 江慕遥", &[Ma]),
                at_once(person("luo.zhixing", "Luo Zhixing 罗知行", &[Mi])),
                person("fang.tingyu", "Fang Tingyu 方听雨", &[Ap]),
            ],
        )
    },
    Organization {
        industry: Some("FOOD_AND_DRINK"),
        ..active(
            "corvelha",
            MemberBrand,
            "Vale de Corvelha Vinhos, S.A.",
            PORTUGAL,
            &[
                person("duarte.nogueira", "Duarte Nogueira", &[Ma]),
                person("marta.salgueiro", "Marta Salgueiro", &[Mi]),
                person("rui.braganca", "Rui Bragança", &[Mf]),
            ],
        )
    },
    Organization {
        industry: Some("JEWELLERY"),
        state: "APPLIED",
        ..active(
            "ferrowick",
            MemberBrand,
            "Ferrowick Uhren AG",
            SWITZERLAND,
            &[person("elsbeth.zumstein", "Elsbeth Zumstein", &[Ma])],
        )
    },
    Organization {
        name_zh: Some("南屿区市场监督管理局（演示）"),
        division: Some("4403"),
        ..active(
            "nanyu-msb",
            LeAgency,
            "Nanyu Market Supervision Bureau (demo)",
            CHINA,
            &[
                person("qiu.zhengping", "Qiu Zhengping 邱正平", &[Le]),
                person("deng.haoran", "Deng Haoran 邓昊然", &[Le]),
            ],
        )
    },
    Organization {
        division: Some("SP"),
        ..active(
            "aduana-serra",
            LeAgency,
            "Customs Office of Porto da Serra (demo)",
            BRAZIL,
            &[
                person("cecilia.arruda", "Cecília Arruda", &[Le]),
                person("otavio.brandao", "Otávio Brandão", &[Le]),
            ],
        )
    },
    Organization {
        name_zh: Some("百巷集"),
        ..active(
            "baixiangji",
            Platform,
            "Baixiangji Marketplace",
            CHINA,
            &[person("detection", "Baixiangji detection service", &[Ps])],
        )
    },
    active(
        "kelvinmoss",
        Lab,
        "Kelvin & Moss Laboratories",
        BRITAIN,
        &[
            person("edith.farrow", "Edith Farrow", &[Ap]),
            person("samir.haddock", "Samir Haddock", &[Ap]),
        ],
    ),
    Organization {
        name_zh: Some("正物行会"),
        ..active(
            "genuine-guild",
            Association,
            "Guild for Genuine Goods",
            CHINA,
            &[
                person("pan.shuwen", "Pan Shuwen 潘书文", &[Ma]),
                person("cheng.beiyi", "Cheng Beiyi 程北屹", &[Mi]),
                person("nora.winterbourne", "Nora Winterbourne", &[Mc]),
            ],
        )
    },
    active(
        "pereira-ashdown",
        AgentFirm,
        "Pereira & Ashdown IP LLP",
        BRITAIN,
        &[
            person("gabriel.pereira", "Gabriel Pereira", &[Ma, Mc]),
            person("harriet.ashdown", "Harriet Ashdown", &[Mc]),
            person("mei.castellan", "Mei Castellan", &[Mc]),
        ],
    ),
    active(
        "abacus-oak",
        Auditor,
        "Abacus & Oak Auditors",
        BRITAIN,
        &[person("winifred.locke", "Winifred Locke", &[Au])],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_hold_roles_of_their_organisation_s_kind() {
        for organization in ORGANIZATIONS {
            for person in organization.people {
                for role in person.roles {
                    assert!(organization.kind.roles().contains(role), "{}", person.name);
                }
            }
        }
    }

    #[test]
    fn the_alliance_has_everybody_it_promises() {
        let of = |kind| {
            ORGANIZATIONS
                .iter()
                .filter(move |row| row.kind == kind && row.state == "ACTIVE")
                .count()
        };
        assert_eq!((of(MemberBrand), of(LeAgency)), (8, 2));
        assert_eq!(
            (of(Platform), of(Lab), of(Association), of(AgentFirm), of(Auditor)),
            (1, 1, 1, 1, 1)
        );
        let people: usize = ORGANIZATIONS.iter().map(|row| row.people.len()).sum();
        assert!((38..=48).contains(&people), "{people}");
    }
}
