//! Referrals of some of the demo's leads to a bureau: accepted, asked about, just sent, waiting for a second person, being
//! written.

use jiff::civil::date;
use uuid::Uuid;

use super::{
    alliance::{Alliance, known},
    evidence,
    organizations::Organization,
    plan::Tale,
    store::{self, Referable},
    story::is_out_of_season,
};
use crate::{
    agencies,
    app::App,
    permissions::{Role, Viewer, audience::Tlp, viewer::OrganizationKind},
    platform::{
        error::{ErrorCode, Result},
        money::Money,
    },
    referrals::{
        self, Answer, Changes, NewReferral,
        rules::{CivilProceedings, NoAppraisalReason, ReferralResult, Valuation, ValuationBasis},
    },
    subjects::{
        self, NewIdentifier, NewSubject,
        rules::{SubjectKind, SupplyRole, identifier::IdentifierKind},
    },
};

/// The bureau, and the officer of it who is named.
const BUREAU: &str = "nanyu-msb";
const OFFICER: &str = "qiu.zhengping@nanyu-msb.example";

/// How far the referrals have come, one of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Written,
    HandedIn,
    Sent,
    Asked,
    Closed,
}

const STAGES: [Stage; 5] = [
    Stage::Closed,
    Stage::Asked,
    Stage::Sent,
    Stage::HandedIn,
    Stage::Written,
];

/// Refers leads that have evidence and belong to a member with a right in China. What the rules do not allow is left out.
pub(super) async fn begin(app: &App, alliance: &Alliance, (tales, leads): (&[Tale], &[Option<Uuid>])) -> Result<()> {
    let mut stages = STAGES.into_iter();
    let mut next = stages.next();
    for (number, (tale, lead)) in tales.iter().zip(leads).enumerate() {
        let (Some(stage), Some(lead)) = (next, lead) else {
            continue;
        };
        if is_wanted(number, tale) && refer(app, alliance, (number, tale, *lead), stage).await? {
            next = stages.next();
        }
    }
    Ok(())
}

fn is_wanted(number: usize, tale: &Tale) -> bool {
    let owner = tale.cast.owner;
    let is_members = owner.kind == OrganizationKind::MemberBrand && owner.state == "ACTIVE";
    evidence::is_wanted(number) && is_members && tale.cast.tlp <= Tlp::Amber
}

/// Somebody of a member with a role and no limit to some brands.
fn somebody<'a>(
    alliance: &'a Alliance,
    of: &'static Organization,
    role: Role,
    but: Option<&Viewer>,
) -> Option<&'a Viewer> {
    of.with_role(&[role])
        .filter(|person| person.brands.is_empty())
        .filter_map(|person| alliance.viewer(&of.email(person)).ok())
        .find(|viewer| but.is_none_or(|but| but.person != viewer.person))
}

/// Takes a lead to a stage; false where it could not be begun.
async fn refer(
    app: &App,
    alliance: &Alliance,
    (number, tale, lead): (usize, &Tale, Uuid),
    stage: Stage,
) -> Result<bool> {
    let owner = tale.cast.owner;
    let Some(author) = somebody(alliance, owner, Role::Mi, None) else {
        return Ok(false);
    };
    let Some(second) = somebody(alliance, owner, Role::Ma, Some(author)) else {
        return Ok(false);
    };
    let writer = alliance.viewer(&tale.cast.writer.email())?;
    let maker = subjects::add(app, writer, &format!("demo:referral:{number}"), maker(lead, number)).await;
    let found = store::referable(&app.db, lead, author.organization).await?;
    if maker.is_err() || found.items.is_empty() || found.evidence.is_empty() || found.rights.is_empty() {
        return Ok(false);
    }
    match taken(app, alliance, (author, second), (number, lead), found, stage).await {
        Err(error) if is_trouble(error.code) => Err(error),
        done => Ok(done.is_ok()),
    }
}

/// Whether it is anything else than that the rules, or the calendar of this year, do not allow it.
fn is_trouble(code: ErrorCode) -> bool {
    !code.is_refusal() && !is_out_of_season(code) && code != ErrorCode::Forbidden
}

async fn taken(
    app: &App,
    alliance: &Alliance,
    (author, second): (&Viewer, &Viewer),
    (number, lead): (usize, Uuid),
    found: Referable,
    stage: Stage,
) -> Result<()> {
    let officer = alliance.viewer(OFFICER)?;
    let named = agencies::officers_of_person(app.db.read(), officer.person).await?;
    let named = known(named.first().map(|officer| officer.id))?;
    let new = NewReferral {
        organization: None,
        agency: alliance.organization(BUREAU)?,
        leads: vec![lead],
        title: "Workshop and store behind the wholesale market".to_owned(),
    };
    let row = referrals::create(app, author, &format!("demo:{number}"), new).await?;
    let row = referrals::update(app, author, row.id, row.version, changes(found, named)).await?;
    if stage == Stage::Written {
        return Ok(());
    }
    let row = referrals::submit(app, author, row.id, row.version).await?;
    if stage == Stage::HandedIn {
        return Ok(());
    }
    let row = referrals::approve(app, second, row.id, row.version, (None, Some("Complete."))).await?;
    referrals::send_due(app).await?;
    if stage == Stage::Sent {
        return Ok(());
    }
    // The sending raised the version once.
    let row = referrals::answer(app, officer, row.id, row.version + 1, Answer::Acknowledge).await?;
    if stage == Stage::Asked {
        let question = "哪一间仓库？请补充平面图。".to_owned();
        referrals::answer(app, officer, row.id, row.version, Answer::RequestInformation(question)).await?;
        return Ok(());
    }
    let filed = Answer::Accept("南监立字〔2026〕117号".to_owned(), None);
    let row = referrals::answer(app, officer, row.id, row.version, filed).await?;
    let feedback = Answer::Feedback {
        used: true,
        useful: true,
        result: ReferralResult::Enforcement,
        note: Some("查获成品四百余件。".to_owned()),
    };
    referrals::answer(app, officer, row.id, row.version, feedback)
        .await
        .map(drop)
}

fn changes(found: Referable, officer: Uuid) -> Changes {
    Changes {
        facts: Some(
            "Goods are sewn and packed in a yard behind the market and leave by parcel before noon. Two neighbours have seen the \
             boxes with the marks on them."
                .to_owned(),
        ),
        officers: Some(vec![officer]),
        rights: Some(found.rights),
        items: Some(found.items),
        subjects: Some(found.subjects),
        evidence: Some(found.evidence),
        country: Some("CN".to_owned()),
        division: Some("440300".to_owned()),
        valuation: Some(Valuation {
            money: Money {
                minor: 32_000_000,
                currency: "CNY".to_owned(),
            },
            basis: ValuationBasis::GenuinePrice,
            source: "Price list of the spring collection".to_owned(),
            on: date(2026, 1, 5),
        }),
        no_appraisal: Some(NoAppraisalReason::Evident),
        proceedings: Some(CivilProceedings::None),
        safety_notes: Some("A dog in the yard; the gate is locked from the inside.".to_owned()),
        ..Changes::default()
    }
}

/// Who makes the goods.
fn maker(lead: Uuid, number: usize) -> NewSubject {
    let account = NewIdentifier {
        kind: IdentifierKind::Telegram,
        value: format!("@yard_goods_{number}"),
        country: None,
        platform: None,
        bank: None,
        division: None,
        postcode: None,
    };
    NewSubject {
        lead,
        kind: SubjectKind::Company,
        name: format!("Yard Goods {number}"),
        role: Some(SupplyRole::Maker),
        detail: Some("A yard with two halls; sews by day and packs by night.".to_owned()),
        personal_data: None,
        identifiers: vec![account],
    }
}
