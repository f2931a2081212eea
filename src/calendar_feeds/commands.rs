//! A person's feed: made, replaced, taken back, handed out.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::{
    ics::{self, Entry, Said, Timed},
    store::{self, Brand, Due},
};
use crate::{
    actions,
    app::App,
    audience::Sight,
    audit::{self, Act, Actor, Category},
    leads, members,
    members::rules::Language,
    permissions::{
        Action, Target, Viewer,
        audience::{Openness, openness},
    },
    platform::{
        clock::{micros, timestamp},
        db::Tx,
        error::{ApiError, ErrorCode, Result},
        ids::{self, IdKind},
    },
    sessions::{self, viewers},
};

pub(super) use store::FeedRow;

/// How long a deadline that has passed unanswered stays in the feed.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 60);
/// How exact the moment of the last fetch is.
const WINDOW: SignedDuration = SignedDuration::from_hours(1);

/// The viewer's feed, if there is one.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn own(app: &App, viewer: &Viewer) -> Result<Option<FeedRow>> {
    store::feed_of(app.db.read(), viewer.person).await
}

/// Gives the viewer a feed with a new address, which is told this once; one that there was leads nowhere any more.
///
/// # Errors
/// `FORBIDDEN`, `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn create(app: &App, viewer: &Viewer) -> Result<(FeedRow, String)> {
    let tx = allowed(app, viewer).await?;
    let secret = sessions::opaque(app.ids.secret());
    store::feed_save(&tx, viewer.person, &sessions::fingerprint(&secret)).await?;
    let row = store::feed_of(tx.connection(), viewer.person).await?;
    finish(app, tx, viewer, "createCalendarFeed").await?;
    let address = app.config.public_url.join(&format!("calendar/{secret}.ics"));
    let address = address.map_err(ApiError::internal)?;
    Ok((row.ok_or_else(ApiError::not_found)?, address.into()))
}

/// Takes the viewer's feed back: its address leads nowhere any more.
///
/// # Errors
/// `FORBIDDEN`, `TRANSITION_NOT_ALLOWED` where there is none.
pub(super) async fn revoke(app: &App, viewer: &Viewer) -> Result<()> {
    let tx = allowed(app, viewer).await?;
    if !store::feed_remove(&tx, viewer.person).await? {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    finish(app, tx, viewer, "revokeCalendarFeed").await
}

async fn allowed(app: &App, viewer: &Viewer) -> Result<Tx> {
    match viewer.has(Action::SettingsEdit) {
        true => app.begin().await,
        false => Err(ErrorCode::Forbidden.into()),
    }
}

async fn finish(app: &App, tx: Tx, viewer: &Viewer, mutation: &'static str) -> Result<()> {
    let act = Act::on(Category::Security, mutation, IdKind::Person, viewer.person);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await
}

/// A file that goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handed {
    /// Whose it is.
    pub person: Uuid,
    /// The file.
    pub body: String,
    /// Names these bytes.
    pub etag: String,
    /// Since when these are handed out.
    pub changed_at: Timestamp,
}

/// The file of a secret as the person sees things at this moment; nothing where the secret opens none, or its person may
/// not sign in. What the file names is noted as seen before it goes out.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn hand_out(app: &App, secret: &str) -> Result<Option<Handed>> {
    let Some(mut feed) = store::feed_by_hash(app.db.read(), &sessions::fingerprint(secret)).await? else {
        return Ok(None);
    };
    let viewer = viewers::load(app, feed.person_id).await?;
    let Some(viewer) = viewer.filter(|viewer| viewer.active) else {
        return Ok(None);
    };
    let Some(person) = members::person_row(app.db.read(), viewer.person).await? else {
        return Ok(None);
    };
    let body = file(app, &viewer, person.settings.language).await?;
    let etag = format!("{:x}", Sha256::digest(&body));
    note(app, &mut feed, &etag).await?;
    Ok(Some(Handed {
        person: viewer.person,
        body,
        changed_at: feed.changed_at.map_or_else(|| app.now(), timestamp),
        etag,
    }))
}

/// Keeps what is handed out, so that its change has a moment, and that it was asked for, to within an hour.
async fn note(app: &App, feed: &mut FeedRow, etag: &str) -> Result<()> {
    let now = app.now();
    let recent = micros(now.checked_sub(WINDOW).map_err(ApiError::internal)?);
    let is_same = feed.etag.as_deref() == Some(etag);
    if is_same && feed.fetched_at.is_some_and(|at| at > recent) {
        return Ok(());
    }
    if !is_same {
        feed.etag = Some(etag.to_owned());
        feed.changed_at = Some(micros(now));
    }
    feed.fetched_at = Some(micros(now));
    store::feed_note(app.db.write(), feed).await
}

async fn file(app: &App, viewer: &Viewer, language: Language) -> Result<String> {
    let now = app.now();
    let sight = Sight::of(viewer, Action::LeadRead, now);
    let since = micros(now.checked_sub(KEPT).map_err(ApiError::internal)?);
    let mut recipients: Vec<Uuid> = viewer.mandates.iter().map(|mandate| mandate.principal).collect();
    recipients.push(viewer.organization);
    let found = store::due_since(app.db.read(), &sight, (viewer.person, &recipients), since).await?;
    let leads: Vec<Uuid> = found.iter().map(|due| due.lead).collect();
    let brands = store::brands(app.db.read(), &sight, leads).await?;
    let mut entries = Vec::with_capacity(found.len());
    let mut told = Vec::new();
    for due in &found {
        let concerned = concerned(&brands, due);
        let ids: Vec<Uuid> = concerned.iter().map(|brand| brand.id).collect();
        let target = Target {
            organization: due.recipient,
            brands: &ids,
        };
        if !due.is_assigned && !viewer.may(Action::DeliveryAnswer, target, now) {
            continue;
        }
        let entry = entry(app, due, &concerned, language)?;
        if entry.said != Said::Restricted {
            told.push(due.lead);
        }
        entries.push(entry);
    }
    leads::note_told(app, viewer, told).await?;
    Ok(ics::file(&entries, &timed(app, viewer, since).await?, language))
}

/// The offline actions on whose teams the viewer is. Of one that nobody else may know of, nothing is said but when; its name in
/// the file is no name of anything.
async fn timed(app: &App, viewer: &Viewer, since: i64) -> Result<Vec<Timed>> {
    let mut entries = Vec::new();
    for of in actions::appointments(app, viewer, since).await? {
        let path = of.reference.as_ref().map_or_else(
            || "inbox".to_owned(),
            |_| format!("actions/{}", ids::encode(IdKind::Action, of.action)),
        );
        entries.push(Timed {
            uid: ids::encode(IdKind::Event, of.action),
            starts_at: of.starts_at,
            ends_at: of.ends_at,
            changed_at: of.changed_at,
            reference: of.reference,
            url: app.config.public_url.join(&path).map_err(ApiError::internal)?.into(),
        });
    }
    Ok(entries)
}

/// The recipient's brands that a delivery concerns.
fn concerned<'a>(brands: &'a BTreeMap<Uuid, Vec<Brand>>, due: &Due) -> Vec<&'a Brand> {
    let of_lead = brands.get(&due.lead).into_iter().flatten();
    of_lead.filter(|brand| brand.owner == due.recipient).collect()
}

fn entry(app: &App, due: &Due, brands: &[&Brand], language: Language) -> Result<Entry> {
    let said = match openness(due.tlp, due.handling_code) {
        Openness::Counted => Said::Restricted,
        Openness::Named => Said::Named {
            reference: due.reference.clone(),
            brands: brands
                .iter()
                .map(|brand| brand.name(language))
                .collect::<Vec<_>>()
                .join(", "),
        },
        Openness::Told => Said::Told {
            reference: due.reference.clone(),
            title: due.title.clone(),
        },
    };
    let path = match said {
        Said::Restricted => "inbox".to_owned(),
        Said::Named { .. } | Said::Told { .. } => format!("leads/{}", due.reference),
    };
    Ok(Entry {
        uid: ids::encode(IdKind::Delivery, due.delivery),
        due_on: due.due_on.parse().map_err(ApiError::internal)?,
        pushed_at: timestamp(due.pushed_at),
        said,
        url: app.config.public_url.join(&path).map_err(ApiError::internal)?.into(),
    })
}
