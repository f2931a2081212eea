//! The rights of the demo: a trade mark of each brand in China, the United States and the European Union, some other
//! rights, and something to do for the desk. All invented, numbers included.
//!
//! Last days are told from the present, so that some are always near. They go through the commands that people use.

use jiff::{Timestamp, ToSpan as _, civil::Date};

use super::{
    alliance::{Alliance, known},
    brands::{BRANDS, Brand},
    certificates,
    organizations::organization,
};
use crate::{
    app::App,
    members::Transition,
    permissions::{Role, Viewer},
    platform::error::{ApiError, Result},
    rights::{
        self, CreateIpRight, IpRightRow,
        rules::ip_right::{IpRightFacts, IpRightKind, IpRightStep, today},
    },
};

/// What becomes of a right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Draft,
    Submitted,
    Rejected(&'static str),
    Verified,
    Renewing,
    Disputed(&'static str),
    Invalidated(&'static str),
}

impl Fate {
    /// Whether it has just come, and waits for somebody.
    fn is_recent(self) -> bool {
        match self {
            Self::Draft | Self::Submitted | Self::Rejected(_) => true,
            Self::Verified | Self::Renewing | Self::Disputed(_) | Self::Invalidated(_) => false,
        }
    }
}

/// Offices, how many digits their numbers have, and how far from now the marks of the brands end, in days.
const MARKS: &[(&str, usize, [i64; 12])] = &[
    (
        "CN",
        8,
        [2_911, 24, 1_804, 611, 2_210, 1_333, 3_390, 88, 1_507, 2_004, 742, -210],
    ),
    (
        "US",
        7,
        [1_120, 2_760, 165, 3_015, 902, 5, 1_890, 2_488, 1_222, 640, 3_200, 1_410],
    ),
    (
        "EM",
        9,
        [
            3_104, 1_950, 2_033, 1_201, 54, 2_870, 1_640, 3_333, 480, 2_590, 1_055, 1_777,
        ],
    ),
];

/// What becomes of the marks of which verification is not the end: brand, office, fate.
const FATES: &[(&str, &str, Fate)] = &[
    ("petit-orvel", "CN", Fate::Renewing),
    ("feiyanzhi", "US", Fate::Submitted),
    ("flor-de-nuvia", "EM", Fate::Submitted),
    ("brakken", "US", Fate::Draft),
    (
        "yunquelu",
        "EM",
        Fate::Rejected("The certificate shows another owner. Please enter the assignment first."),
    ),
    (
        "mizukagura",
        "CN",
        Fate::Disputed("Somebody has asked the office to cancel it because it is not used in class 33."),
    ),
    (
        "corvelha",
        "US",
        Fate::Invalidated("Cancelled by the office: no declaration of use was filed."),
    ),
];

/// A right that is no trade mark.
struct Other {
    /// Key of its brand.
    brand: &'static str,
    kind: IpRightKind,
    title: &'static str,
    office: &'static str,
    number: Option<&'static str>,
    /// In days from now.
    last_day: Option<i64>,
    locarno_class: Option<&'static str>,
    /// Where it is in force, if not where the office is.
    territory: &'static [&'static str],
}

const OTHER: Other = Other {
    brand: "",
    kind: IpRightKind::Other,
    title: "",
    office: "CN",
    number: None,
    last_day: None,
    locarno_class: None,
    territory: &[],
};

const OTHERS: &[Other] = &[
    Other {
        brand: "orvelline",
        kind: IpRightKind::Design,
        title: "Sillage bag, clasp",
        number: Some("202430111201"),
        last_day: Some(2_950),
        locarno_class: Some("03-01"),
        ..OTHER
    },
    Other {
        brand: "nordvarrick",
        kind: IpRightKind::PatentInvention,
        title: "Brake pad with a wear groove",
        office: "EP",
        number: Some("3911204"),
        last_day: Some(4_020),
        territory: &["DE", "FR", "GB", "NO"],
        ..OTHER
    },
    Other {
        brand: "qingzhuyu",
        kind: IpRightKind::UtilityModel,
        title: "茶具保温结构",
        number: Some("202420998811"),
        last_day: Some(1_480),
        ..OTHER
    },
    Other {
        brand: "thistlemere",
        kind: IpRightKind::Gi,
        title: "Thistlemere cloth",
        office: "GB",
        number: Some("GI-00117"),
        ..OTHER
    },
    Other {
        brand: "ipanuvia",
        kind: IpRightKind::Copyright,
        title: "Nuvia wave pattern",
        office: "BR",
        ..OTHER
    },
];

/// Enters what the alliance has had from its beginning; last days are told from `now`.
pub(super) async fn enter(app: &App, alliance: &Alliance, now: Timestamp) -> Result<()> {
    marks(app, alliance, today(now), |fate| !fate.is_recent()).await?;
    others(app, alliance, today(now)).await
}

/// Enters what has just come.
pub(super) async fn enter_recent(app: &App, alliance: &Alliance, now: Timestamp) -> Result<()> {
    marks(app, alliance, today(now), Fate::is_recent).await
}

async fn marks(app: &App, alliance: &Alliance, today: Date, wanted: fn(Fate) -> bool) -> Result<()> {
    for (office, digits, ends) in MARKS {
        for (place, (brand, days)) in BRANDS.iter().zip(ends).enumerate() {
            let fate = FATES.iter().find(|(of, at, _)| (*of, *at) == (brand.key, office));
            let fate = fate.map_or(Fate::Verified, |(.., fate)| *fate);
            if wanted(fate) {
                let facts = mark(alliance, brand, office, number(*digits, place), after(today, *days)?)?;
                tell(app, alliance, brand.owner, facts, fate).await?;
            }
        }
    }
    Ok(())
}

async fn others(app: &App, alliance: &Alliance, today: Date) -> Result<()> {
    for other in OTHERS {
        let brand = known(BRANDS.iter().find(|brand| brand.key == other.brand))?;
        let ends = other.last_day.map(|days| after(today, days)).transpose()?;
        let begins = years_before(ends.unwrap_or(today), 8)?;
        let facts = IpRightFacts {
            kind: other.kind,
            title: other.title.to_owned(),
            title_zh: None,
            registration_number: other.number.map(str::to_owned),
            locarno_classes: other.locarno_class.iter().map(|class| (*class).to_owned()).collect(),
            territory: other.territory.iter().map(|code| (*code).to_owned()).collect(),
            ..bare(alliance, brand, other.office, begins, ends)?
        };
        tell(app, alliance, brand.owner, facts, Fate::Verified).await?;
    }
    Ok(())
}

/// A trade mark of ten years.
fn mark(alliance: &Alliance, brand: &Brand, office: &str, number: String, ends: Date) -> Result<IpRightFacts> {
    let goods: Vec<_> = brand.goods.iter().map(|goods| goods.en).collect();
    Ok(IpRightFacts {
        registration_number: Some(number),
        nice_classes: brand.nice_classes.to_vec(),
        goods: Some(goods.join("; ")),
        ..bare(alliance, brand, office, years_before(ends, 10)?, Some(ends))?
    })
}

fn bare(alliance: &Alliance, brand: &Brand, office: &str, begins: Date, ends: Option<Date>) -> Result<IpRightFacts> {
    Ok(IpRightFacts {
        kind: IpRightKind::Trademark,
        title: brand.name.to_owned(),
        title_zh: Some(brand.name_zh.to_owned()),
        brands: vec![alliance.brand(brand.key)?],
        office: office.to_owned(),
        application_number: None,
        registration_number: None,
        st13: None,
        nice_classes: Vec::new(),
        locarno_classes: Vec::new(),
        goods: None,
        territory: Vec::new(),
        filed_on: Some(years_before(begins, 1)?),
        in_force_from: Some(begins),
        expires_on: ends,
        record_url: None,
    })
}

async fn tell(app: &App, alliance: &Alliance, owner: &str, facts: IpRightFacts, fate: Fate) -> Result<()> {
    let holder = first(alliance, owner, Role::Ma)?;
    let desk = first(alliance, "secretariat", Role::So)?;
    let last_day = facts.expires_on;
    let key = format!("{owner}/{}", facts.number_key().unwrap_or_else(|| facts.title.clone()));
    let input = CreateIpRight {
        organization: None,
        facts,
    };
    let right = rights::create_ip_right(app, holder, &key, &input).await?;
    if fate == Fate::Draft {
        return Ok(());
    }
    let right = certificates::add(app, holder, right, &input.facts).await?;
    let right = step(app, holder, IpRightStep::Submit, &right, None).await?;
    match fate {
        Fate::Draft | Fate::Submitted => return Ok(()),
        Fate::Rejected(why) => {
            step(app, desk, IpRightStep::Reject, &right, Some(why)).await?;
            return Ok(());
        }
        Fate::Verified | Fate::Renewing | Fate::Disputed(_) | Fate::Invalidated(_) => {}
    }
    let right = step(app, desk, IpRightStep::Verify, &right, None).await?;
    match (fate, last_day) {
        (Fate::Disputed(why), _) => {
            step(app, desk, IpRightStep::Dispute, &right, Some(why)).await?;
        }
        (Fate::Invalidated(why), _) => {
            rights::invalidate_ip_right(app, desk, change(&right, Some(why)), None).await?;
        }
        (Fate::Renewing, Some(last_day)) => {
            let later = last_day.checked_add(10.years()).map_err(ApiError::internal)?;
            rights::renew_ip_right(app, holder, right.id, right.version, later).await?;
        }
        (Fate::Draft | Fate::Submitted | Fate::Rejected(_) | Fate::Verified | Fate::Renewing, _) => {}
    }
    Ok(())
}

async fn step(app: &App, who: &Viewer, step: IpRightStep, right: &IpRightRow, why: Option<&str>) -> Result<IpRightRow> {
    rights::change_ip_right(app, who, step, change(right, why)).await
}

fn change(right: &IpRightRow, why: Option<&str>) -> Transition {
    Transition {
        id: right.id,
        expected_version: right.version,
        reason: why.map(str::to_owned),
    }
}

pub(super) fn first<'a>(alliance: &'a Alliance, key: &str, role: Role) -> Result<&'a Viewer> {
    let of = known(organization(key))?;
    let who = known(of.with_role(&[role]).next())?;
    alliance.viewer(&of.email(who))
}

fn after(today: Date, days: i64) -> Result<Date> {
    today.checked_add(days.days()).map_err(ApiError::internal)
}

fn years_before(day: Date, years: i64) -> Result<Date> {
    day.checked_sub(years.years()).map_err(ApiError::internal)
}

/// A number that looks like an office's.
fn number(digits: usize, place: usize) -> String {
    let text = format!("{}", 1_304_857_261_u64 + 90_012_347 * place as u64);
    text.chars().rev().take(digits).collect()
}
