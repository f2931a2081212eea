//! Trying rules out: which of the listings that were screened lately would change.

use std::{
    collections::{BTreeMap, HashMap},
    time::{Duration, Instant},
};

use uuid::Uuid;

use super::{
    knowledge::{Known, day_of, offers, shop_records},
    scope::{changeable, code_of},
};
use crate::{
    app::App,
    permissions::{Action, Viewer},
    platform::error::{ApiError, Result},
    screening::{
        rules::{
            composing::InForce,
            engine::Engine,
            listing::Listing,
            pack::{PackKind, PackText},
            queue::Mode,
            score::Score,
            screener::Screener,
        },
        store::{self, ListingRow, Reach, Recent},
    },
};

/// Listings that rules are tried on, the latest.
const MOST_LISTINGS: u64 = 10_000;
/// For how long they are tried.
const LONGEST: Duration = Duration::from_secs(4);
/// Examples that are shown.
const MOST_EXAMPLES: usize = 50;
/// Listings between two looks at the clock.
const STRIDE: usize = 64;

/// Rules to try out.
#[derive(Debug, Clone)]
pub(crate) struct Trial {
    /// The brand they would be for; the alliance where none is named.
    pub(crate) brand: Option<Uuid>,
    pub(crate) kind: PackKind,
    /// TOML or JSON; none for those that hold.
    pub(crate) rules: Option<String>,
    /// A threshold to try, 0.01 to 0.99.
    pub(crate) threshold: Option<f64>,
}

/// A listing that would change.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Changed {
    /// What was screened.
    pub(crate) id: Uuid,
    /// The brand.
    pub(crate) brand: Uuid,
    /// Its title.
    pub(crate) title: String,
    /// How likely it is by what holds, 0 to 1.
    pub(crate) before: f64,
    /// How likely it would be, 0 to 1.
    pub(crate) after: f64,
    /// Whether it would be a suspect; it is the other thing now.
    pub(crate) is_suspect: bool,
}

/// What would change.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Previewed {
    /// Listings that were looked at.
    pub(crate) looked_at: usize,
    /// Whether these were all of the latest 10,000, and time was not up before.
    pub(crate) complete: bool,
    /// Suspects by what holds.
    pub(crate) suspects_before: usize,
    /// Suspects there would be.
    pub(crate) suspects_after: usize,
    /// That would become suspects.
    pub(crate) appearing: usize,
    /// That would be suspects no more.
    pub(crate) vanishing: usize,
    /// Some of those, where the change is largest first, at most 50.
    pub(crate) examples: Vec<Changed>,
}

/// Screens the latest listings that the viewer sees by what holds and by what is tried, and keeps nothing.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`; `BAD_USER_INPUT` with what is wrong with the rules.
pub(crate) async fn preview_pack(app: &App, viewer: &Viewer, trial: Trial) -> Result<Previewed> {
    let (connection, now) = (app.db.read(), app.now());
    changeable(connection, viewer, trial.brand, now).await?;
    let known = Known::load(connection, now).await?;
    let tried = tried(&known, &trial)?;
    let (before, after) = (known.engine(day_of(now))?, tried.engine(day_of(now))?);
    let reach = Reach::of(viewer, Action::ScreeningRead, now);
    let recent = store::recent(connection, &reach, trial.brand, MOST_LISTINGS).await?;
    let ids: Vec<Uuid> = recent.iter().map(|row| row.listing_id).collect();
    let listings = store::listings_of(connection, &ids).await?;
    let wanted: Vec<&ListingRow> = listings.values().collect();
    let offers = offers(connection, &wanted).await?;
    let shops = offers.values().filter_map(|(offer, _)| offer.shop()).collect();
    let records = shop_records(connection, shops, now).await?;
    let read = |id: &Uuid| {
        let (offer, _) = offers.get(id)?;
        let record = offer.shop().and_then(|shop| records.get(&shop).copied());
        Some((*id, offer.listing(record.unwrap_or_default())))
    };
    let inputs: HashMap<Uuid, Listing> = listings.keys().filter_map(read).collect();
    let trying = tokio::task::spawn_blocking(move || compare(&before, &after, &recent, &inputs));
    trying.await.map_err(ApiError::internal)
}

/// What would hold.
fn tried(known: &Known, trial: &Trial) -> Result<Known> {
    if trial
        .threshold
        .is_some_and(|threshold| !(0.01..=0.99).contains(&threshold))
    {
        return Err(ApiError::input("threshold", "Give a number from 0.01 to 0.99."));
    }
    let text = trial
        .rules
        .as_deref()
        .map(|rules| PackText::read(rules, trial.kind, trial.brand.is_some()))
        .transpose()
        .map_err(|error| ApiError::input("rules", format!("Please correct this: {error}.")))?;
    let mut tried = known.clone();
    let in_force: &mut InForce = match trial.brand {
        Some(brand) => {
            let alliance = tried.alliance.mode;
            tried.brands.entry(code_of(Some(brand))).or_insert_with(|| InForce {
                mode: alliance,
                ..InForce::default()
            })
        }
        None => &mut tried.alliance,
    };
    if in_force.mode == Mode::Off {
        in_force.mode = Mode::Review;
    }
    if let Some(text) = text {
        in_force.packs.retain(|(kind, _)| *kind != trial.kind);
        in_force.packs.push((trial.kind, text));
        in_force.packs.sort_by_key(|(kind, _)| *kind);
    }
    in_force.threshold = trial.threshold.or(in_force.threshold);
    Ok(tried)
}

fn compare(before: &Engine, after: &Engine, recent: &[Recent], inputs: &HashMap<Uuid, Listing>) -> Previewed {
    let begun = Instant::now();
    let (mut one, mut other) = (Screener::new(before), Screener::new(after));
    let mut found = Previewed::default();
    let mut by_listing: BTreeMap<Uuid, Vec<&Recent>> = BTreeMap::new();
    for row in recent {
        by_listing.entry(row.listing_id).or_default().push(row);
    }
    found.complete = true;
    for (at, (id, rows)) in by_listing.into_iter().enumerate() {
        if at % STRIDE == 0 && begun.elapsed() > LONGEST {
            found.complete = false;
            break;
        }
        let Some(listing) = inputs.get(&id) else { continue };
        let (was, would) = (one.screen(listing), other.screen(listing));
        found.looked_at += 1;
        for row in rows {
            found.note(row, &was, &would);
        }
    }
    found
        .examples
        .sort_by(|one, other| other.size().total_cmp(&one.size()).then(one.id.cmp(&other.id)));
    found.examples.truncate(MOST_EXAMPLES);
    found
}

impl Previewed {
    fn note(&mut self, row: &Recent, was: &[Score], would: &[Score]) {
        let code = code_of(Some(row.brand_id));
        let of = |scores: &[Score]| {
            let score = scores.iter().find(|score| score.brand == code);
            score.map_or((0.0, false), |score| {
                (score.probability, score.disposition.is_suspect())
            })
        };
        let ((before, was_suspect), (after, is_suspect)) = (of(was), of(would));
        self.suspects_before += usize::from(was_suspect);
        self.suspects_after += usize::from(is_suspect);
        if was_suspect == is_suspect {
            return;
        }
        if is_suspect {
            self.appearing += 1;
        } else {
            self.vanishing += 1;
        }
        self.examples.push(Changed {
            id: row.id,
            brand: row.brand_id,
            title: row.title.clone(),
            before,
            after,
            is_suspect,
        });
    }
}

impl Changed {
    /// How far it moves.
    fn size(&self) -> f64 {
        (self.after - self.before).abs()
    }
}
