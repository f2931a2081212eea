//! Pairs of members whose leads name the same printer without either knowing of the other: with one pair contact was opened,
//! the others have yet to answer.

use uuid::Uuid;

use super::{
    alliance::{Alliance, known},
    groups::{self, Made},
    moves::Step,
    organizations::{Organization, Person},
    plan::Tale,
    subjects::unless_out_of_season,
};
use crate::{
    app::App,
    blind_match, outbox,
    permissions::{Role, Viewer, audience::Tlp, viewer::OrganizationKind},
    platform::error::Result,
    subjects::{
        self, NewIdentifier, NewSubject,
        rules::{SubjectKind, SupplyRole, identifier::IdentifierKind},
    },
};

/// How many pairs know the same, at most.
const PAIRS: usize = 4;

/// What a member writes of who prints the boxes; each pair knows another account.
const PRINTER: &str = "Prints boxes and labels, and takes orders by Telegram alone.";

/// A member's lead that no other member sees but those to whom it went.
struct Quiet<'a> {
    tale: &'a Tale,
    lead: Uuid,
}

/// Lets the pairs know the same, tells them, and brings the first of them into contact.
pub(super) async fn find(
    app: &App,
    alliance: &Alliance,
    made: &[Made],
    (tales, leads): (&[Tale], &[Option<Uuid>]),
) -> Result<()> {
    let numbered = tales.iter().zip(leads).enumerate();
    let quiet: Vec<Quiet<'_>> = numbered
        .filter(|(number, (tale, _))| is_quiet(made, *number, tale))
        .filter_map(|(_, (tale, lead))| lead.map(|lead| Quiet { tale, lead }))
        .collect();
    let pairs = pairs(&quiet);
    for (number, (one, other)) in pairs.iter().enumerate() {
        know(app, alliance, number, one).await?;
        know(app, alliance, number, other).await?;
    }
    while outbox::relay(&app.db, app.now()).await? > 0 {}
    blind_match::compare(app).await?;
    for (one, other) in pairs {
        if meet(app, alliance, one.tale.cast.owner, other.tale.cast.owner).await? {
            break;
        }
    }
    Ok(())
}

/// Whether a lead is a member's, was graded, still stands and reaches nobody but those it names.
fn is_quiet(made: &[Made], number: usize, tale: &Tale) -> bool {
    let (owner, tlp) = (tale.cast.owner, tale.cast.tlp);
    let is_members = owner.kind == OrganizationKind::MemberBrand && owner.state == "ACTIVE";
    let is_graded = tale.moves.iter().any(|one| matches!(one.step, Step::Triage { .. }));
    let is_gone = |step: &Step| matches!(step, Step::Reject(_) | Step::Retract(_));
    let in_groups = groups::shared_with(made, owner.key, tlp, number);
    is_members
        && is_graded
        && matches!(tlp, Tlp::Amber | Tlp::AmberStrict)
        && in_groups.is_empty()
        && !tale.moves.iter().any(|one| is_gone(&one.step))
}

/// Leads of two members each, neither of which went to the other; those first that are told first.
fn pairs<'a>(quiet: &'a [Quiet<'a>]) -> Vec<(&'a Quiet<'a>, &'a Quiet<'a>)> {
    let mut left: Vec<&Quiet<'_>> = quiet.iter().rev().collect();
    let mut pairs = Vec::with_capacity(PAIRS);
    while pairs.len() < PAIRS {
        let Some(one) = left.pop() else { break };
        if let Some(place) = left.iter().rposition(|other| are_strangers(one, other)) {
            pairs.push((one, left.remove(place)));
        }
    }
    pairs
}

fn are_strangers(one: &Quiet<'_>, other: &Quiet<'_>) -> bool {
    let went_to = |lead: &Quiet<'_>, to: &Organization| {
        let mut recipients = lead.tale.cast.recipients.iter();
        recipients.any(|(recipient, _)| recipient.key == to.key)
    };
    let (ours, theirs) = (one.tale.cast.owner, other.tale.cast.owner);
    ours.key != theirs.key && !went_to(one, theirs) && !went_to(other, ours)
}

/// Names the printer in a lead, by whoever wrote it.
async fn know(app: &App, alliance: &Alliance, number: usize, quiet: &Quiet<'_>) -> Result<()> {
    let viewer = alliance.viewer(&quiet.tale.cast.writer.email())?;
    let account = NewIdentifier {
        kind: IdentifierKind::Telegram,
        value: format!("@harbour_boxes_{}", number + 1),
        country: None,
        platform: None,
        bank: None,
        division: None,
        postcode: None,
    };
    let printer = NewSubject {
        lead: quiet.lead,
        kind: SubjectKind::Company,
        name: format!("Harbour Boxes {}", number + 1),
        role: Some(SupplyRole::Packer),
        detail: Some(PRINTER.to_owned()),
        personal_data: None,
        identifiers: vec![account],
    };
    let added = subjects::add(app, viewer, &format!("demo:match:{number}"), printer).await;
    unless_out_of_season(added).map(drop)
}

/// Two people of both want contact in a match of the two, if there is one.
async fn meet(
    app: &App,
    alliance: &Alliance,
    one: &'static Organization,
    other: &'static Organization,
) -> Result<bool> {
    let theirs = alliance.organization(other.key)?;
    let matches = blind_match::matches_of(app, somebody(alliance, one, Role::Ma)?).await?;
    let between = matches.into_iter().find(|row| row.theirs.organization == theirs);
    let Some(between) = between else {
        return Ok(false);
    };
    for (of, side) in [(one, &between.own), (other, &between.theirs)] {
        let (investigator, administrator) = (somebody(alliance, of, Role::Mi)?, somebody(alliance, of, Role::Ma)?);
        let why = Some("They seem to order where we look: let us ask them.");
        let proposed = blind_match::answer(app, investigator, side.id, side.version, true, why).await?;
        blind_match::answer(app, administrator, side.id, proposed.own.version, true, None).await?;
    }
    Ok(true)
}

/// Somebody of a member with a role and no limit to some brands.
fn somebody<'a>(alliance: &'a Alliance, of: &'static Organization, role: Role) -> Result<&'a Viewer> {
    let is_unlimited = |person: &&'static Person| person.brands.is_empty();
    let person = known(of.with_role(&[role]).find(is_unlimited))?;
    alliance.viewer(&of.email(person))
}
