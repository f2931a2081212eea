//! The directory of law enforcement in the demo: agencies of three countries with desks and officers. Some officers have
//! accounts, most do not; some wait for somebody, some have lapsed or left. All of it is invented, numbers included.

use jiff::{Timestamp, ToSpan as _, civil::Date};
use uuid::Uuid;

use super::{
    alliance::Alliance,
    organizations::{Organization, organization},
    store,
};
use crate::{
    agencies::{
        self, AddContact, CreateAgency, OfficerRow, ProposeOfficer,
        rules::{AgencyKind, ContactRole, area::WrittenArea, hours::WrittenRange, officer::today},
    },
    app::App,
    audit::{self, Act, Actor, Category},
    members,
    permissions::{Viewer, viewer::OrganizationKind},
    platform::{
        error::{ApiError, Result},
        ids::IdKind,
    },
};

/// Who enters agencies and proposes officers where the agency does not do so itself, and the two who look.
const KEEPER: &str = "greta.solheim@secretariat.example";
const FIRST: &str = "lin.yuhe@secretariat.example";
const SECOND: &str = "tomas.reiter@secretariat.example";

/// Hours of a day, from and to.
type Hours = &'static [(&'static str, &'static str)];

const WHOLE_DAY: Hours = &[("00:00", "24:00")];
const OFFICE_CN: Hours = &[("08:30", "12:00"), ("14:00", "17:30")];
const OFFICE: Hours = &[("09:00", "17:00")];

/// An agency.
struct Entry {
    /// Key of its organisation.
    key: &'static str,
    kind: AgencyKind,
    areas: &'static [(&'static str, Option<&'static str>)],
    languages: &'static [&'static str],
    /// From Monday to Friday.
    hours: Hours,
    note: Option<&'static str>,
    desks: &'static [Desk],
    officers: &'static [Officer],
}

/// A contact point.
struct Desk {
    role: ContactRole,
    label: &'static str,
    local: &'static str,
    phone: Option<&'static str>,
}

/// An officer.
#[derive(Clone, Copy)]
struct Officer {
    /// The address before the `@`; of those with an account, the account's.
    local: &'static str,
    name: &'static str,
    rank: &'static str,
    unit: &'static str,
    has_account: bool,
    /// The last day of the posting, in days from now.
    posted: Option<i64>,
    fate: Fate,
}

/// What became of an officer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Proposed,
    /// One has said yes.
    HalfWay,
    Verified,
    Revoked(&'static str),
}

const fn officer(local: &'static str, name: &'static str, rank: &'static str, unit: &'static str) -> Officer {
    Officer {
        local,
        name,
        rank,
        unit,
        has_account: false,
        posted: None,
        fate: Fate::Verified,
    }
}

const fn account(officer: Officer) -> Officer {
    Officer {
        has_account: true,
        ..officer
    }
}

const fn posted(officer: Officer, days: i64) -> Officer {
    Officer {
        posted: Some(days),
        ..officer
    }
}

const fn ended(officer: Officer, fate: Fate) -> Officer {
    Officer { fate, ..officer }
}

/// Agencies whose people have no account: their officers work by links.
static WITHOUT_ACCOUNTS: &[Organization] = &[
    agency(
        "yunqi-psb",
        "Yunqi Public Security Bureau, Economic Crime (demo)",
        Some("云栖市公安局经济犯罪侦查支队（演示）"),
        ("CN", Some("3301"), "Asia/Shanghai", "ZH_HANS"),
    ),
    agency(
        "lingnan-customs",
        "Lingnan Customs (demo)",
        Some("岭南海关（演示）"),
        ("CN", Some("44"), "Asia/Shanghai", "ZH_HANS"),
    ),
    agency(
        "wessenham-ts",
        "Wessenham Trading Standards (demo)",
        None,
        ("GB", None, "Europe/London", "EN"),
    ),
];

const fn agency(
    key: &'static str,
    name: &'static str,
    name_zh: Option<&'static str>,
    (country, division, time_zone, language): (&'static str, Option<&'static str>, &'static str, &'static str),
) -> Organization {
    Organization {
        key,
        kind: OrganizationKind::LeAgency,
        name,
        name_zh,
        industry: None,
        country,
        division,
        time_zone,
        language,
        state: "ACTIVE",
        people: &[],
    }
}

static AGENCIES: &[Entry] = &[
    Entry {
        key: "nanyu-msb",
        kind: AgencyKind::MarketSupervision,
        areas: &[("CN", Some("440300"))],
        languages: &["zh"],
        hours: OFFICE_CN,
        note: Some("案件材料请附鉴定报告。值班室全天受理。"),
        desks: &[Desk {
            role: ContactRole::AroundTheClock,
            label: "值班室",
            local: "zhiban",
            phone: None,
        }],
        officers: &[
            account(officer("qiu.zhengping", "邱正平", "科长", "执法一科")),
            account(officer("deng.haoran", "邓昊然", "主办", "执法一科")),
            posted(officer("mo.xiuwen", "莫秀文", "主办", "稽查大队"), -18),
        ],
    },
    Entry {
        key: "yunqi-psb",
        kind: AgencyKind::Police,
        areas: &[("CN", Some("330100"))],
        languages: &["zh", "en"],
        hours: OFFICE_CN,
        note: Some("Files are taken up faster with a valuation by genuine price and the list of sites in Chinese."),
        desks: &[
            Desk {
                role: ContactRole::AroundTheClock,
                label: "Duty desk 值班室",
                local: "duty",
                phone: None,
            },
            Desk {
                role: ContactRole::Technical,
                label: "Electronic evidence 电子数据",
                local: "evidence",
                phone: None,
            },
        ],
        officers: &[
            officer("fu.jingshan", "傅景山", "三级警长", "知识产权犯罪侦查大队"),
            posted(officer("le.wanxing", "乐晚星", "二级警司", "知识产权犯罪侦查大队"), 24),
            ended(officer("jin.boya", "金伯雅", "二级警司", "情报中队"), Fate::HalfWay),
            ended(
                officer("xie.chaoyun", "谢朝云", "三级警督", "知识产权犯罪侦查大队"),
                Fate::Revoked("Has moved to another bureau."),
            ),
        ],
    },
    Entry {
        key: "lingnan-customs",
        kind: AgencyKind::Customs,
        areas: &[("CN", Some("440000")), ("CN", Some("450000"))],
        languages: &["zh", "en"],
        hours: OFFICE_CN,
        note: None,
        desks: &[Desk {
            role: ContactRole::Customs,
            label: "IP protection 知识产权保护科",
            local: "ip",
            phone: None,
        }],
        officers: &[
            officer("ouyang.lan", "欧阳岚", "副科长", "知识产权保护科"),
            ended(officer("tan.mingzhu", "谭明珠", "关员", "缉私局"), Fate::Proposed),
        ],
    },
    Entry {
        key: "aduana-serra",
        kind: AgencyKind::Customs,
        areas: &[("BR", Some("SP"))],
        languages: &["pt", "en"],
        hours: OFFICE,
        note: None,
        desks: &[Desk {
            role: ContactRole::Customs,
            label: "Retenções",
            local: "retencoes",
            phone: None,
        }],
        officers: &[
            account(officer("cecilia.arruda", "Cecília Arruda", "Auditora", "Vigilância")),
            posted(officer("heitor.valadao", "Heitor Valadão", "Analista", "Remessas"), -40),
        ],
    },
    Entry {
        key: "wessenham-ts",
        kind: AgencyKind::MarketSupervision,
        areas: &[("GB", None)],
        languages: &["en", "cy"],
        hours: OFFICE,
        note: Some("Please name the product's importer, where it is known."),
        desks: &[Desk {
            role: ContactRole::General,
            label: "Intake",
            local: "intake",
            phone: Some("+44 20 7946 0123"),
        }],
        officers: &[
            officer(
                "imogen.sallow",
                "Imogen Sallow",
                "Lead officer",
                "Intellectual property",
            ),
            officer("rhodri.penfold", "Rhodri Penfold", "Officer", "Ports and parcels"),
        ],
    },
];

/// Enters the directory; last days of postings are told from `now`.
pub(super) async fn enter(app: &App, alliance: &Alliance, now: Timestamp) -> Result<()> {
    let keeper = alliance.viewer(KEEPER)?;
    for entry in AGENCIES {
        let (agency, of) = home(app, alliance, entry).await?;
        let created = CreateAgency {
            organization: agency,
            kind: entry.kind,
            areas: entry.areas.iter().map(|area| written(*area)).collect(),
            languages: owned(entry.languages),
            time_zone: None,
            duty_hours: week(1..=5, entry.hours),
            note: entry.note.map(str::to_owned),
        };
        agencies::create_agency(app, keeper, &format!("demo:agency:{}", entry.key), &created).await?;
        for desk in entry.desks {
            add(app, keeper, agency, entry, desk).await?;
        }
        for officer in entry.officers {
            tell(app, alliance, agency, (entry, of, officer), today(now)).await?;
        }
    }
    Ok(())
}

/// The organisation of an entry: one that is there, or one that joins now.
async fn home(app: &App, alliance: &Alliance, entry: &Entry) -> Result<(Uuid, Option<&'static Organization>)> {
    let joins = WITHOUT_ACCOUNTS.iter().find(|of| of.key == entry.key);
    let Some(of) = joins else {
        return Ok((alliance.organization(entry.key)?, organization(entry.key)));
    };
    let tx = app.begin().await?;
    let id = app.ids.id(tx.now());
    store::organization_insert(&tx, id, of, Some(alliance.person(KEEPER)?)).await?;
    members::raise_authz_epoch(&tx).await?;
    let act = Act::on(Category::Admin, "foundDemo", IdKind::Org, id);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::System, act).await?;
    tx.commit(proof).await?;
    Ok((id, None))
}

async fn add(app: &App, keeper: &Viewer, agency: Uuid, entry: &Entry, desk: &Desk) -> Result<()> {
    let added = AddContact {
        agency,
        role: desk.role,
        label: desk.label.to_owned(),
        email: Some(address(desk.local, entry)),
        phone: desk.phone.map(str::to_owned),
        languages: owned(entry.languages),
        hours: match desk.role {
            ContactRole::AroundTheClock => week(1..=7, WHOLE_DAY),
            ContactRole::Customs | ContactRole::Police | ContactRole::Technical | ContactRole::General => Vec::new(),
        },
    };
    let key = format!("demo:contact:{}:{}", entry.key, desk.local);
    agencies::add_contact(app, keeper, &key, &added).await.map(drop)
}

async fn tell(
    app: &App,
    alliance: &Alliance,
    agency: Uuid,
    (entry, of, officer): (&Entry, Option<&'static Organization>, &Officer),
    today: Date,
) -> Result<()> {
    let proposer = proposer(alliance, of)?;
    let email = address(officer.local, entry);
    let person = officer.has_account.then(|| alliance.person(&email)).transpose()?;
    let proposed = ProposeOfficer {
        agency,
        person,
        name: officer.name.to_owned(),
        rank: Some(officer.rank.to_owned()),
        unit: Some(officer.unit.to_owned()),
        email,
        phone: None,
        languages: owned(entry.languages),
        posted_until: officer.posted.map(|days| after(today, days)).transpose()?,
    };
    let key = format!("demo:officer:{}:{}", entry.key, officer.local);
    let row = agencies::propose_officer(app, proposer, &key, &proposed).await?;
    become_what_it_is(app, alliance, row, officer.fate).await
}

async fn become_what_it_is(app: &App, alliance: &Alliance, row: OfficerRow, fate: Fate) -> Result<()> {
    if fate == Fate::Proposed {
        return Ok(());
    }
    let (first, second) = (alliance.viewer(FIRST)?, alliance.viewer(SECOND)?);
    let row = agencies::verify_officer(app, first, row.id, row.version).await?;
    match fate {
        Fate::Proposed | Fate::HalfWay => Ok(()),
        Fate::Verified => agencies::verify_officer(app, second, row.id, row.version)
            .await
            .map(drop),
        Fate::Revoked(why) => agencies::revoke_officer(app, second, row.id, row.version, why)
            .await
            .map(drop),
    }
}

/// Who proposes: the agency's first person, or the secretariat where it has nobody.
fn proposer<'a>(alliance: &'a Alliance, of: Option<&'static Organization>) -> Result<&'a Viewer> {
    let own = of.and_then(|of| of.people.first().map(|person| of.email(person)));
    alliance.viewer(own.as_deref().unwrap_or(KEEPER))
}

fn address(local: &str, entry: &Entry) -> String {
    format!("{local}@{}.example", entry.key)
}

fn written((country, division): (&str, Option<&str>)) -> WrittenArea {
    WrittenArea {
        country: country.to_owned(),
        division: division.map(str::to_owned),
    }
}

fn week(days: std::ops::RangeInclusive<i8>, hours: Hours) -> Vec<WrittenRange> {
    let of_day = |day: i8| {
        hours.iter().map(move |(from, to)| WrittenRange {
            day,
            from: (*from).to_owned(),
            to: (*to).to_owned(),
        })
    };
    days.flat_map(of_day).collect()
}

fn owned(codes: &[&str]) -> Vec<String> {
    codes.iter().map(|code| (*code).to_owned()).collect()
}

fn after(day: Date, days: i64) -> Result<Date> {
    day.checked_add(days.days()).map_err(ApiError::internal)
}
