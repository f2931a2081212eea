//! Listings become leads, each once: a hundred at a time, some of them side by side, each in a transaction of its own.

use std::collections::{HashMap, HashSet};

use futures_util::future::join_all;
use uuid::Uuid;

use super::super::{
    rules::{BrandName, Candidate, ListingOutcome, NewListing},
    store::{self, NewRow},
};
use crate::{
    app::App,
    imports::{
        Brands, Carried, Carrier, Choices,
        rules::{Reason, Refusal},
    },
    leads::imported::{self, Offer, SameListing},
    permissions::{Action, Principal, Viewer, audience::Tlp},
    platform::{
        db::Tx,
        error::{ApiError, ErrorCode, Result},
        ids::{IdKind, decode_as},
    },
    screening::{Ingested, enqueue_ingested},
};

/// Listings that PostgreSQL is given at once by one request: fewer than it has connections, so that others go on.
const AT_ONCE: usize = 4;

/// What somebody chose for all listings of a call or run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Choice {
    /// The brand of listings that name none.
    pub(crate) brand: Option<Uuid>,
    /// How far the leads may travel.
    pub(crate) tlp: Tlp,
    /// Whether they stay drafts.
    pub(crate) draft: bool,
    /// Whether nothing is kept.
    pub(crate) dry_run: bool,
    /// The organisation whose leads they become; the caller's own where none is named.
    pub(crate) on_behalf_of: Option<Uuid>,
}

impl Choice {
    /// Whose leads they become.
    pub(super) fn owner(&self, viewer: &Viewer) -> Uuid {
        self.on_behalf_of.unwrap_or(viewer.organization)
    }
}

/// What became of a listing.
#[derive(Debug, Clone)]
pub(crate) struct ItemResult {
    /// In a word.
    pub(crate) outcome: ListingOutcome,
    /// The lead that was made of it, now or before; none where the caller does not see it any more.
    pub(crate) lead: Option<Uuid>,
    /// What people call it.
    pub(crate) reference: Option<String>,
    /// Other leads with the same listing that the caller sees.
    pub(crate) duplicates: Vec<SameListing>,
    /// Why it was refused, for machines.
    pub(crate) reason: Option<Reason>,
    /// And for people.
    pub(crate) text: Option<String>,
}

impl ItemResult {
    fn of(outcome: ListingOutcome) -> Self {
        Self {
            outcome,
            lead: None,
            reference: None,
            duplicates: Vec::new(),
            reason: None,
            text: None,
        }
    }

    fn refused(refusal: &Refusal) -> Self {
        Self {
            reason: Some(refusal.reason),
            text: Some(refusal.text.clone()),
            ..Self::of(ListingOutcome::Refused)
        }
    }

    /// What the same listing comes to when it comes once more.
    fn again(&self) -> Self {
        Self {
            outcome: self.outcome.again(),
            ..self.clone()
        }
    }
}

impl From<Carried> for ItemResult {
    fn from(carried: Carried) -> Self {
        Self {
            outcome: carried.outcome.into(),
            lead: carried.lead,
            reference: carried.reference,
            duplicates: Vec::new(),
            reason: carried.reason,
            text: carried.text,
        }
    }
}

/// A batch of listings and what became of each.
pub(super) struct Batch {
    pub(super) results: Vec<ItemResult>,
    /// The leads that are not noted yet.
    new: Vec<NewRow>,
}

/// Makes leads of listings, as somebody chose.
pub(super) struct Engine<'a> {
    app: &'a App,
    viewer: &'a Viewer,
    choice: Choice,
    brands: Brands,
}

impl<'a> Engine<'a> {
    /// Checks what holds of all listings.
    ///
    /// # Errors
    /// `FORBIDDEN` where the viewer writes no leads for that organisation or does not read its own; `TLP_CEILING`
    /// where its roles do not open leads that far, or it could not read what it makes; `BAD_USER_INPUT` for a brand
    /// that is not there.
    pub(super) async fn begin(app: &'a App, viewer: &'a Viewer, choice: Choice) -> Result<Self> {
        admitted(app, viewer, choice)?;
        let brands = Brands::load(app, viewer.sandbox()).await?;
        if choice.brand.is_some_and(|brand| !brands.has(brand)) {
            return Err(ApiError::input("brandId", "There is no such brand."));
        }
        Ok(Self {
            app,
            viewer,
            choice,
            brands,
        })
    }

    /// What becomes of some listings; those that `met` knows came before in the same call.
    ///
    /// # Errors
    /// `INTERNAL` or `UNAVAILABLE`; a refusal is none. What was made until then stays, and is found by the next
    /// attempt.
    pub(super) async fn carry(
        &self,
        listings: &[Result<NewListing, Refusal>],
        met: &mut HashMap<String, ItemResult>,
    ) -> Result<Batch> {
        let read: Vec<_> = listings.iter().map(|listing| self.read(listing)).collect();
        let fresh = first_of_each(&read, met);
        // In this order: what somebody makes of the same listing meanwhile is known, and no duplicate.
        let duplicates = self.duplicates(&fresh).await?;
        let known = self.known(&fresh).await?;
        let mut to_carry = Vec::new();
        for candidate in fresh {
            let is_known = known.contains_key(&candidate.lead.hash);
            match duplicates.get(&candidate.lead.hash).filter(|_| !is_known) {
                Some(same) => {
                    let result = ItemResult {
                        duplicates: same.clone(),
                        ..ItemResult::of(ListingOutcome::Duplicate)
                    };
                    met.insert(candidate.lead.hash.clone(), result);
                }
                None => to_carry.push(candidate),
            }
        }
        let mut batch = self.carry_all(&to_carry, met).await?;
        batch.results = results(&read, &to_carry, &batch.results, met);
        Ok(batch)
    }

    /// A listing as a lead to be.
    fn read(&self, listing: &Result<NewListing, Refusal>) -> Result<Candidate, Refusal> {
        let listing = listing.as_ref().map_err(Clone::clone)?;
        let brand = match &listing.brand {
            Some(BrandName::Id(id)) => decode_as(IdKind::Brand, id).ok().filter(|id| self.brands.has(*id)),
            Some(BrandName::Name(name)) => self.brands.named(name),
            None => self.choice.brand,
        };
        let brand = brand.ok_or_else(|| Refusal {
            reason: Reason::UnknownBrand,
            text: "there is no such brand".to_owned(),
        })?;
        Ok(listing.read(brand)?.at(self.choice.tlp))
    }

    /// Those of some candidates that came in before, by their hashes.
    async fn known(&self, candidates: &[&Candidate]) -> Result<HashMap<String, Uuid>> {
        let hashes: Vec<&str> = candidates
            .iter()
            .map(|candidate| candidate.lead.hash.as_str())
            .collect();
        let owner = self.choice.owner(self.viewer);
        imported::of_hashes(self.app.db.read(), owner, &hashes).await
    }

    /// The leads that have the listings of some candidates, by their hashes.
    async fn duplicates(&self, candidates: &[&Candidate]) -> Result<HashMap<String, Vec<SameListing>>> {
        let offers: Vec<(Offer, Uuid)> = candidates.iter().map(|candidate| offer(candidate)).collect();
        let found = imported::same_listings(self.app, self.viewer, &offers).await?;
        let by_hash = candidates.iter().zip(found).filter(|(_, same)| !same.is_empty());
        Ok(by_hash
            .map(|(candidate, same)| (candidate.lead.hash.clone(), same))
            .collect())
    }

    /// Makes leads, some at a time; the results are in the order of the candidates.
    async fn carry_all(&self, candidates: &[&Candidate], met: &mut HashMap<String, ItemResult>) -> Result<Batch> {
        let at_once = if self.app.db.is_sqlite() { 1 } else { AT_ONCE };
        let mut results = Vec::with_capacity(candidates.len());
        for some in candidates.chunks(at_once) {
            let work: Vec<_> = some.iter().map(|candidate| Box::pin(self.one(candidate))).collect();
            for (candidate, carried) in some.iter().zip(join_all(work).await) {
                let result = ItemResult::from(carried?);
                met.insert(candidate.lead.hash.clone(), result.clone());
                results.push(result);
            }
        }
        let new = self.new_rows(candidates, &results).await?;
        Ok(Batch { results, new })
    }

    async fn one(&self, candidate: &Candidate) -> Result<Carried> {
        let carrier = Carrier {
            app: self.app,
            viewer: self.viewer,
            choices: Choices {
                brand: Some(candidate.brand),
                tlp: Some(self.choice.tlp),
                draft: self.choice.draft,
                on_behalf_of: self.choice.on_behalf_of,
            },
            brands: &self.brands,
        };
        if self.choice.dry_run {
            carrier.rehearse(&candidate.lead).await
        } else {
            carrier.carry(&candidate.lead, None).await
        }
    }

    /// What is to be noted: also of leads that an earlier attempt made and had no time to note.
    async fn new_rows(&self, candidates: &[&Candidate], results: &[ItemResult]) -> Result<Vec<NewRow>> {
        if self.choice.dry_run {
            return Ok(Vec::new());
        }
        let leads: Vec<Uuid> = results.iter().filter_map(|result| result.lead).collect();
        let noted = store::listings_noted(self.app.db.read(), &leads).await?;
        let rows = candidates.iter().zip(results).filter_map(|(candidate, result)| {
            let lead = result.lead.filter(|lead| !noted.contains(lead))?;
            Some(NewRow {
                id: self.app.ids.id(self.app.now()),
                lead,
                external_id: candidate.external_id.clone(),
            })
        });
        Ok(rows.collect())
    }

    /// Notes what a batch made.
    ///
    /// # Errors
    /// `INTERNAL` or `UNAVAILABLE`.
    pub(super) async fn note(&self, tx: &Tx, batch: &Batch) -> Result<()> {
        let owner = self.choice.owner(self.viewer);
        store::listings_note(tx, owner, self.viewer.person, &batch.new).await?;
        // What is only tried out is screened for nobody.
        if self.viewer.sandbox().is_some() {
            return Ok(());
        }
        let leads: Vec<Uuid> = batch.new.iter().map(|row| row.lead).collect();
        let ingested = Ingested {
            organization: owner,
            account: self.viewer.person,
            leads: &leads,
        };
        enqueue_ingested(self.app, tx, ingested).await
    }
}

impl Batch {
    /// Whether there is something to note.
    pub(super) fn has_news(&self) -> bool {
        !self.new.is_empty()
    }
}

/// The first of each candidate that did not come before.
fn first_of_each<'c>(read: &'c [Result<Candidate, Refusal>], met: &HashMap<String, ItemResult>) -> Vec<&'c Candidate> {
    let mut hashes = HashSet::new();
    read.iter()
        .flatten()
        .filter(|candidate| !met.contains_key(&candidate.lead.hash))
        .filter(|candidate| hashes.insert(candidate.lead.hash.as_str()))
        .collect()
}

/// The results of all listings, in their order: of the first of each what became of it, of the others that it was
/// there.
fn results(
    read: &[Result<Candidate, Refusal>],
    carried: &[&Candidate],
    outcomes: &[ItemResult],
    met: &HashMap<String, ItemResult>,
) -> Vec<ItemResult> {
    let mut firsts: HashMap<&str, &ItemResult> = carried
        .iter()
        .map(|candidate| candidate.lead.hash.as_str())
        .zip(outcomes)
        .collect();
    let result = |read: &Result<Candidate, Refusal>| match read {
        Err(refusal) => ItemResult::refused(refusal),
        Ok(candidate) => {
            let hash = candidate.lead.hash.as_str();
            match (firsts.remove(hash), met.get(hash)) {
                (Some(first), _) => first.clone(),
                (None, Some(before)) => before.again(),
                (None, None) => ItemResult::of(ListingOutcome::Refused),
            }
        }
    };
    read.iter().map(result).collect()
}

fn offer(candidate: &Candidate) -> (Offer, Uuid) {
    let item = candidate.lead.items.first();
    let offer = Offer {
        url: item.and_then(|item| item.url.clone()),
        known: item.and_then(|item| item.known.clone()),
    };
    (offer, candidate.brand)
}

/// Whether somebody may hand anything in so.
fn admitted(app: &App, viewer: &Viewer, choice: Choice) -> Result<()> {
    let owner = choice.owner(viewer);
    let acts_for = || {
        let represented = viewer.represented(Action::LeadCreate, app.now());
        represented.iter().any(|(principal, _)| *principal == owner)
    };
    let is_own = owner == viewer.organization && viewer.has(Action::LeadCreate);
    if !viewer.active || !(is_own || acts_for()) {
        return Err(ErrorCode::Forbidden.into());
    }
    if !viewer.has(Action::LeadRead) {
        return Err(ApiError::because(
            ErrorCode::Forbidden,
            "Who hands leads in has to be able to read them: a service account needs leads:read as well.",
        ));
    }
    // RED has named readers alone: who is not named could not read it (I29).
    let (principals, _) = viewer.principals(Action::LeadRead, app.now());
    let is_named = principals.contains(&Principal::User(viewer.person));
    if (choice.tlp == Tlp::Red && !is_named) || (!choice.draft && choice.tlp < viewer.widest_tlp()) {
        return Err(ApiError::from(ErrorCode::TlpCeiling).at("tlp"));
    }
    Ok(())
}
