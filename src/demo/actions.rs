//! Offline actions of the demo: one that was set and begins today, one that is compared with it and meets it, one that an agency
//! prepares by itself.

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::{alliance::Alliance, story::is_out_of_season};
use crate::{
    actions::{
        self, Basis, NewAction, NewMember,
        rules::{ActionKind, ActionStep, LocalWindow, NewSite, SiteKind, TeamRole, local},
    },
    app::App,
    permissions::Viewer,
    platform::error::{ApiError, ErrorCode, Result},
};

/// Who proposes for the desk, who approves for it, and who leads at the agency.
pub(super) const PROPOSER: &str = "lin.yuhe@secretariat.example";
pub(super) const APPROVER: &str = "tomas.reiter@secretariat.example";
pub(super) const LEADER: &str = "qiu.zhengping@nanyu-msb.example";
const OFFICER: &str = "deng.haoran@nanyu-msb.example";

/// The wall clock of their sites.
const ZONE: &str = "Asia/Shanghai";
/// How many leads are asked for one that was confirmed.
const ASKED: usize = 300;

/// A site of the tables below: what is done there, the division, the address, latitude and longitude.
type Site = (SiteKind, &'static str, &'static str, (&'static str, &'static str));

const MARKET: &[Site] = &[
    (
        SiteKind::Sales,
        "440305",
        "Nanyu, Harbour Market, hall 3, stalls 11 to 24 (invented)",
        ("22.4893", "113.9321"),
    ),
    (
        SiteKind::Storage,
        "440305",
        "Nanyu, Old Quay Road 7, cellar (invented)",
        ("22.4907", "113.9268"),
    ),
];
const PRINTER: &[Site] = &[(
    SiteKind::Packaging,
    "440305",
    "Nanyu, Old Quay Road 9, back house (invented)",
    ("22.4908", "113.9266"),
)];
const HALL: &[Site] = &[(
    SiteKind::Production,
    "440306",
    "Nanyu, Licheng Lane 2, halls B and C (invented)",
    ("22.5538", "113.8831"),
)];

/// Proposes them, and brings the first one to its beginning. Says which one that is.
pub(super) async fn plan(app: &App, alliance: &Alliance, leads: &[Option<Uuid>]) -> Result<Option<Uuid>> {
    let Some(set) = set(app, alliance, leads).await? else {
        return Ok(None);
    };
    let own = |title: &str, sites: &[Site], days: i64| -> Result<NewAction> {
        Ok(NewAction {
            own_case: true,
            ..action(app, alliance, title, (ActionKind::Inspection, sites, days), Vec::new())?
        })
    };
    let leader = alliance.viewer(LEADER)?;
    let printer = own("Labels behind the harbour market", PRINTER, 1)?;
    let meets = actions::propose(app, leader, "demo:action:printer", printer).await?;
    actions::advance(app, leader, meets, 1, ActionStep::Submit, None).await?;
    let hall = own("Sole works in Licheng Lane", HALL, 20)?;
    actions::propose(app, leader, "demo:action:hall", hall).await?;
    Ok(Some(set))
}

/// An action that both sides approved and that the agency has set, if one of the leads was confirmed.
async fn set(app: &App, alliance: &Alliance, leads: &[Option<Uuid>]) -> Result<Option<Uuid>> {
    let (proposer, approver, leader) = (
        alliance.viewer(PROPOSER)?,
        alliance.viewer(APPROVER)?,
        alliance.viewer(LEADER)?,
    );
    let title = "Bags at the harbour market";
    for lead in leads.iter().flatten().take(ASKED) {
        let new = action(app, alliance, title, (ActionKind::MarketSweep, MARKET, 0), vec![*lead])?;
        let proposed = match actions::propose(app, proposer, "demo:action:market", new).await {
            // It was not confirmed.
            Err(error) if error.code == ErrorCode::BadUserInput || is_out_of_season(error.code) => continue,
            proposed => proposed?,
        };
        let steps: [(&Viewer, ActionStep); 5] = [
            (proposer, ActionStep::Submit),
            (leader, ActionStep::Plan),
            (approver, ActionStep::Approve),
            (leader, ActionStep::Approve),
            (leader, ActionStep::Schedule),
        ];
        for (version, (viewer, step)) in (1..).zip(steps) {
            actions::advance(app, viewer, proposed, version, step, None).await?;
        }
        return Ok(Some(proposed));
    }
    Ok(None)
}

fn action(
    app: &App,
    alliance: &Alliance,
    title: &str,
    (kind, sites, days): (ActionKind, &[Site], i64),
    leads: Vec<Uuid>,
) -> Result<NewAction> {
    let member = |email: &str, role: TeamRole| -> Result<NewMember> {
        Ok(NewMember {
            person: alliance.person(email)?,
            role,
        })
    };
    let mut team = vec![member(LEADER, TeamRole::Lead)?, member(OFFICER, TeamRole::Officer)?];
    if !leads.is_empty() {
        team.push(member(APPROVER, TeamRole::Desk)?);
    }
    Ok(NewAction {
        title: title.to_owned(),
        kind,
        operation: None,
        lead_agency: alliance.organization("nanyu-msb")?,
        team,
        basis: Basis {
            leads,
            subjects: Vec::new(),
            referrals: Vec::new(),
        },
        own_case: false,
        window: Some(window(app.now(), days)?),
        sites: sites.iter().map(site).collect(),
        risk_notes: Some("Dogs in the yard. One stair only.".to_owned()),
    })
}

/// Eight hours that begin so many days from now.
fn window(now: Timestamp, days: i64) -> Result<LocalWindow> {
    let at = |hours: i64| {
        let at = now
            .checked_add(SignedDuration::from_hours(hours))
            .map_err(ApiError::internal)?;
        Ok::<_, ApiError>(local(at, ZONE))
    };
    Ok(LocalWindow {
        starts: at(24 * days)?,
        ends: at(24 * days + 8)?,
        time_zone: ZONE.to_owned(),
    })
}

fn site((kind, division, address, (latitude, longitude)): &Site) -> NewSite {
    NewSite {
        kind: *kind,
        country: "CN".to_owned(),
        division_code: Some((*division).to_owned()),
        address: (*address).to_owned(),
        latitude: Some((*latitude).to_owned()),
        longitude: Some((*longitude).to_owned()),
    }
}
