//! The demo: an invented alliance with three hundred leads and their history, for trying things out.
//!
//! The organisations, people, brands and rights are tables (`organizations`, `brands`, `rights`); who writes which lead about what is left
//! to seeded dice (`cast`, `draft`, `texts`, `places`); what becomes of it and when is planned backwards from the present
//! (`plan`, `moves`, `hours`). Then the moves of all leads are done in the order of time by the commands that people use,
//! under a clock that is moved from one to the next (`story`): audience, timeline, deadlines and audit log are therefore
//! as true as in a real alliance.
//!
//! Invariants: the same day gives the same texts and fates; nothing in it happens in the future; it is only ever loaded
//! into an empty database.

mod actions;
mod agencies;
mod alliance;
mod appraisals;
mod bank;
mod bank_files;
mod brands;
mod cast;
mod certificates;
mod dice;
mod draft;
mod evidence;
mod following;
mod funds;
mod groups;
mod hours;
mod imports;
mod matches;
mod moves;
mod organizations;
mod outcomes;
mod partners;
mod places;
mod plan;
mod products;
mod purchase_plans;
mod purchases;
mod receiver;
mod referrals;
mod rights;
mod screening;
mod store;
mod story;
mod subjects;
mod texts;
mod told;
mod views;

use std::sync::Arc;

use jiff::SignedDuration;
use serde::Serialize;
use serde_json::json;

use self::{alliance::Alliance, organizations::ORGANIZATIONS, story::Narrator};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    platform::{
        clock::ManualClock,
        config::Config,
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
    },
    sessions,
};

pub use partners::CLIENT_SECRET;

/// The password of everybody in the demo.
pub const PASSWORD: &str = "lantern-orchid-harbour-42";

/// Who in the demo has an authenticator app: an officer of the secretariat. Everybody else signs in without, whatever the
/// role, because there is nobody to keep a phone for them.
const WITH_APP: &str = "tomas.reiter@secretariat.example";
/// The secret of that app, no secret at all.
const APP_SECRET: &[u8] = b"a-lantern-in-the-fog";

/// How many days the demo looks back.
const DAYS: i64 = 130;

/// Somebody in the demo, as scripts read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DemoPerson {
    /// Address to sign in with.
    pub email: String,
    /// The password, everybody's.
    pub password: &'static str,
    /// The name.
    pub name: &'static str,
    /// Codes of the roles.
    pub roles: Vec<&'static str>,
    /// Name of the organisation.
    pub organization: &'static str,
    /// Code of the organisation's kind.
    pub kind: &'static str,
    /// The secret of the authenticator app, in base 32, of the one person who has one.
    pub totp_secret: Option<String>,
}

/// Everybody in the demo who can sign in.
#[must_use]
pub fn people() -> Vec<DemoPerson> {
    let of = |organization: &'static organizations::Organization| {
        let who = move |person: &'static organizations::Person| DemoPerson {
            email: organization.email(person),
            password: PASSWORD,
            name: person.name,
            roles: person.roles.iter().map(|role| role.code()).collect(),
            organization: organization.name,
            kind: organization.kind.into(),
            totp_secret: (organization.email(person) == WITH_APP).then(|| sessions::base32(APP_SECRET)),
        };
        organization.people.iter().filter(|person| !person.suspended).map(who)
    };
    ORGANIZATIONS.iter().flat_map(of).collect()
}

/// Loads the demo where there is none; one that is there is left alone. `progress` is told what was done of how much.
///
/// # Errors
/// `TRANSITION_NOT_ALLOWED` where the database holds something else or a demo that was never finished; `INTERNAL` or
/// `UNAVAILABLE`.
pub async fn load(app: &App, mut progress: impl FnMut(usize, usize)) -> Result<()> {
    if store::is_loaded(&app.db).await? {
        return Ok(());
    }
    if let Some(name) = store::organization_names(&app.db).await?.first() {
        let is_ours = ORGANIZATIONS.iter().any(|organization| organization.name == name);
        return Err(ApiError::because(
            ErrorCode::TransitionNotAllowed,
            if is_ours {
                "Loading the demo was broken off here. Remove its data folder and start again."
            } else {
                "This database is in use and not a demo's. The demo needs one of its own."
            },
        ));
    }
    let now = app.now();
    let begin = now
        .checked_sub(SignedDuration::from_hours(24 * DAYS))
        .map_err(ApiError::internal)?;
    let clock = ManualClock::at(begin);
    let past = Arc::new(App::new(
        settings(app),
        app.db.clone(),
        Arc::new(clock.clone()),
        Arc::clone(&app.ids),
        // What is sealed here has to open later; no token is signed.
        app.keys.beside(app.ids.secret()),
    ));
    let mut alliance = Alliance::found(&past).await?;
    let groups = groups::gather(&past, &alliance).await?;
    imports::keep(&past, &alliance).await?;
    alliance.meet(&past).await?;
    agencies::enter(&past, &alliance, now).await?;
    views::save(&past, &alliance).await?;
    rights::enter(&past, &alliance, now).await?;
    let tales = plan::tales(now)?;
    let moves = plan::in_order(&tales);
    let mut narrator = Narrator {
        app: &past,
        clock: &clock,
        alliance: &alliance,
        groups,
        leads: vec![None; tales.len()],
        swept_at: begin,
        moves: 0,
    };
    let mut left_out = 0;
    for (done, (number, one)) in moves.iter().enumerate() {
        left_out += usize::from(!narrator.play(*number, &tales[*number], one).await?);
        progress(done + 1, moves.len());
    }
    narrator.arrive(now).await?;
    partners::work(&past, &clock, &alliance).await?;
    told::choose(&past, &clock, &alliance).await?;
    following::begin(&past, &clock, &alliance, (&tales, &narrator.leads)).await?;
    let kept = funds::keep(&past, &clock, &alliance).await?;
    let received = purchases::buy(&past, &clock, &alliance).await?;
    appraisals::inspect(&past, &clock, &alliance, &received).await?;
    bank::reconcile(&past, &clock, &alliance, kept).await?;
    let leads = narrator.leads;
    rights::enter_recent(&past, &alliance, now).await?;
    products::write(&past, &alliance, now).await?;
    screening::show(&past, &alliance).await?;
    // What is hashed is compared later, so by the keys that stay.
    subjects::name(app, &alliance, &tales, &leads).await?;
    matches::find(app, &alliance, &narrator.groups, (&tales, &leads)).await?;
    referrals::begin(app, &alliance, (&tales, &leads)).await?;
    let begun = actions::plan(app, &alliance, &leads).await?;
    outcomes::record(app, &alliance, begun).await?;
    enrol(app, &alliance).await?;
    finish(&past, &alliance, (tales.len(), moves.len() - left_out, left_out)).await
}

/// The settings under which the past is told: the partner's side is this process, and mails come back.
fn settings(app: &App) -> Config {
    let mut config = app.config.clone();
    config.webhook_private_networks = true;
    if config.bounce_address.is_empty() {
        told::BOUNCES.clone_into(&mut config.bounce_address);
    }
    config
}

/// Gives one person an app, sealed with the keys that will open it.
async fn enrol(app: &App, alliance: &Alliance) -> Result<()> {
    let person = alliance.person(WITH_APP)?;
    let tx = app.begin().await?;
    sessions::enrol_known(app, &tx, person, APP_SECRET).await?;
    let act = Act::on(Category::Security, "confirmTotp", IdKind::Person, person);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::System, act).await?;
    tx.commit(proof).await
}

/// Notes that the demo is complete.
async fn finish(app: &App, alliance: &Alliance, (leads, moves, left_out): (usize, usize, usize)) -> Result<()> {
    let tx = app.begin().await?;
    let detail = json!({ "leads": leads, "moves": moves, "leftOut": left_out });
    let secretariat = alliance.organization("secretariat")?;
    let act = Act::on(Category::Admin, store::LOADED, IdKind::Org, secretariat).with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::System, act).await?;
    tx.commit(proof).await
}
