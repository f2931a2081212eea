//! What clients send to screening.

use async_graphql::{ID, InputObject, MaybeUndefined};
use uuid::Uuid;

use super::enums::{GqlDismissal, GqlJudgement, GqlMode, GqlPackKind, GqlScreenedState};
use crate::{
    ingest::rules::{NewListing, Price},
    leads::{
        graphql::{GqlInfringementType, MoneyInput},
        rules::InfringementType,
    },
    platform::{
        error::{ApiError, Result},
        graphql::{scalars::DateTime, uuid},
        ids::IdKind,
    },
    screening::commands::{
        Judging, NewModel, NewOffer, NewPack, NewRelease, NewWatch, ScreenedQuery, Trial, millionths,
    },
};

/// Most values of one condition.
const MOST_VALUES: usize = 100;

fn brand(id: Option<&ID>) -> Result<Option<Uuid>> {
    id.map(|id| uuid(IdKind::Brand, id)).transpose()
}

fn ids(kind: IdKind, given: Option<Vec<ID>>, field: &str) -> Result<Vec<Uuid>> {
    let given = given.unwrap_or_default();
    if given.len() > MOST_VALUES {
        return Err(ApiError::input(field, format!("Give at most {MOST_VALUES}.")));
    }
    given.iter().map(|id| uuid(kind, id)).collect()
}

/// Which screened listings to list; what is left out does not narrow the list.
#[derive(Debug, Clone, Default, InputObject)]
pub struct ScreenedListingFilter {
    /// Only about these brands, at most 100.
    brand_ids: Option<Vec<ID>>,
    /// Only those that stand so.
    states: Option<Vec<GqlScreenedState>>,
    /// Only suspects of one of these: so campaigns are told apart.
    infringement_types: Option<Vec<GqlInfringementType>>,
    /// Only those that became, or came in as, one of these leads, at most 100.
    lead_ids: Option<Vec<ID>>,
    /// Only those at least as likely, 0 to 1.
    least_score: Option<f64>,
    /// Only those whose seller is on the brand's owner's watch list, or only the others.
    watched: Option<bool>,
}

impl ScreenedListingFilter {
    pub(super) fn read(self) -> Result<ScreenedQuery> {
        let types = self.infringement_types.unwrap_or_default().into_iter();
        Ok(ScreenedQuery {
            brands: ids(IdKind::Brand, self.brand_ids, "brandIds")?,
            states: self.states.unwrap_or_default().into_iter().map(Into::into).collect(),
            infringements: types.map(|kind| InfringementType::from(kind).code()).collect(),
            leads: ids(IdKind::Lead, self.lead_ids, "leadIds")?,
            least: self.least_score.map(millionths),
            watched: self.watched,
        })
    }
}

/// A listing that is to be screened: with its address, or with the platform and its id of it.
#[derive(Debug, Clone, InputObject)]
pub struct ListingToScreenInput {
    /// What it is called where it comes from, at most 200 characters.
    external_id: Option<String>,
    /// Its address, at most 2,048 characters.
    url: Option<String>,
    /// The platform, such as `taobao`; counts where the address does not tell.
    platform: Option<String>,
    /// The platform's own id of it; counts where the address does not tell.
    listing_id: Option<String>,
    /// What is offered, at most 300 characters.
    title: String,
    /// The description; of a longer one the first 5,000 characters are kept.
    text: Option<String>,
    /// The seller's name on the platform.
    seller: Option<String>,
    /// The seller's shop id on the platform.
    shop_id: Option<String>,
    /// What all units together are offered for.
    price: Option<MoneyInput>,
    /// When it was looked at, from 1990 to 2199.
    captured_at: Option<DateTime>,
    /// Web addresses of its pictures, at most 8.
    picture_urls: Option<Vec<String>>,
}

impl From<ListingToScreenInput> for NewOffer {
    fn from(input: ListingToScreenInput) -> Self {
        let listing = NewListing {
            external_id: input.external_id,
            url: input.url,
            platform: input.platform,
            listing_id: input.listing_id,
            title: input.title,
            seller: input.seller,
            shop_id: input.shop_id,
            price: input.price.map(|price| {
                let (amount, currency) = price.parts();
                Price { amount, currency }
            }),
            captured_at: input.captured_at.map(|at| at.0),
            summary: input.text,
            ..NewListing::default()
        };
        Self {
            listing,
            pictures: input.picture_urls.unwrap_or_default(),
        }
    }
}

/// Listings that are to be screened.
#[derive(Debug, Clone, InputObject)]
pub struct ScreenListingsInput {
    /// At least one, at most 1,000; which brands they name, screening finds out.
    pub(super) listings: Vec<ListingToScreenInput>,
}

/// Rules to be kept as the next version of their kind.
#[derive(Debug, Clone, InputObject)]
pub struct CreateRulePackInput {
    /// The brand they are for; the alliance where it is left out.
    brand_id: Option<ID>,
    /// What they are about.
    kind: GqlPackKind,
    /// TOML, or JSON that begins with a brace; at most 256 KiB and 5,000 words.
    rules: String,
    /// What changed, at most 300 characters.
    note: Option<String>,
    /// The same key with the same input gives the same version.
    idempotency_key: String,
}

impl CreateRulePackInput {
    pub(super) fn read(self) -> Result<NewPack> {
        Ok(NewPack {
            brand: brand(self.brand_id.as_ref())?,
            kind: self.kind.into(),
            rules: self.rules,
            note: self.note,
            idempotency_key: self.idempotency_key,
        })
    }
}

/// A version of a model to be learnt.
#[derive(Debug, Clone, InputObject)]
pub struct TrainScreeningModelInput {
    /// The brand it is for; the alliance where it is left out.
    brand_id: Option<ID>,
    /// The same key gives the same version.
    idempotency_key: String,
}

impl TrainScreeningModelInput {
    pub(super) fn read(self) -> Result<NewModel> {
        Ok(NewModel {
            brand: brand(self.brand_id.as_ref())?,
            idempotency_key: self.idempotency_key,
        })
    }
}

/// What is to hold from now on; what is left out stays as it is.
#[derive(Debug, Clone, InputObject)]
pub struct ReleaseScreeningInput {
    /// The brand it is for; the alliance where it is left out.
    brand_id: Option<ID>,
    /// The number of the release that was seen in force, 0 where there was none.
    expected_number: i32,
    /// All rules that are to hold, at most one version of each kind.
    rule_pack_ids: Option<Vec<ID>>,
    /// The model; null for the alliance's, or for the alliance for the weights that people wrote.
    model_id: MaybeUndefined<ID>,
    /// The least score that is likely enough, 0.01 to 0.99; null for the alliance's, or for the alliance for one half.
    threshold: MaybeUndefined<f64>,
    /// What is done with what is likely enough.
    mode: Option<GqlMode>,
    /// Why, at most 500 characters.
    reason: String,
}

fn changed<T>(given: MaybeUndefined<T>) -> Option<Option<T>> {
    match given {
        MaybeUndefined::Undefined => None,
        MaybeUndefined::Null => Some(None),
        MaybeUndefined::Value(value) => Some(Some(value)),
    }
}

impl ReleaseScreeningInput {
    pub(super) fn read(self) -> Result<NewRelease> {
        let packs = self
            .rule_pack_ids
            .map(|given| ids(IdKind::RulePack, Some(given), "rulePackIds"));
        let model = match changed(self.model_id) {
            Some(Some(id)) => Some(Some(uuid(IdKind::ScreeningModel, &id)?)),
            Some(None) => Some(None),
            None => None,
        };
        Ok(NewRelease {
            brand: brand(self.brand_id.as_ref())?,
            expected: self.expected_number,
            packs: packs.transpose()?,
            model,
            threshold: changed(self.threshold),
            mode: self.mode.map(Into::into),
            reason: self.reason,
        })
    }
}

/// To which release to go back.
#[derive(Debug, Clone, InputObject)]
pub struct RollBackScreeningInput {
    /// The brand it is for; the alliance where it is left out.
    brand_id: Option<ID>,
    /// The number of the release that was seen in force.
    pub(super) expected_number: i32,
    /// The number of the release whose versions are to hold again.
    pub(super) to_number: i32,
    /// Why, at most 500 characters.
    pub(super) reason: String,
}

impl RollBackScreeningInput {
    pub(super) fn brand(&self) -> Result<Option<Uuid>> {
        brand(self.brand_id.as_ref())
    }
}

/// Rules to try out.
#[derive(Debug, Clone, InputObject)]
pub struct PreviewRulePackInput {
    /// The brand they would be for; the alliance where it is left out.
    brand_id: Option<ID>,
    /// What they are about.
    kind: GqlPackKind,
    /// TOML, or JSON that begins with a brace; those that hold where it is left out.
    rules: Option<String>,
    /// A threshold to try, 0.01 to 0.99; the one that holds where it is left out.
    threshold: Option<f64>,
}

impl PreviewRulePackInput {
    pub(super) fn read(self) -> Result<Trial> {
        Ok(Trial {
            brand: brand(self.brand_id.as_ref())?,
            kind: self.kind.into(),
            rules: self.rules,
            threshold: self.threshold,
        })
    }
}

/// What somebody says to a listing in the queue.
#[derive(Debug, Clone, InputObject)]
pub struct JudgeScreenedListingInput {
    /// Which one.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
    /// What it is.
    judgement: GqlJudgement,
    /// Why it is dismissed; with `DISMISS`, and only then.
    dismissal: Option<GqlDismissal>,
    /// What there is to say to it, at most 500 characters.
    note: Option<String>,
}

impl JudgeScreenedListingInput {
    pub(super) fn judging(&self) -> Judging {
        Judging {
            judgement: self.judgement.into(),
            dismissal: self.dismissal.map(Into::into),
            note: self.note.clone(),
        }
    }
}

/// A judgement to take back.
#[derive(Debug, Clone, InputObject)]
pub struct UndoScreeningJudgementInput {
    /// Of which listing.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
}

/// A seller to watch.
#[derive(Debug, Clone, InputObject)]
pub struct WatchSellerInput {
    /// The platform, such as `taobao`.
    platform: String,
    /// The seller's shop id on the platform, at most 200 characters.
    shop_id: String,
    /// What it is called, at most 200 characters.
    name: Option<String>,
    /// Why, at most 500 characters.
    note: Option<String>,
    /// The same key with the same input gives the same entry.
    idempotency_key: String,
}

impl From<WatchSellerInput> for NewWatch {
    fn from(input: WatchSellerInput) -> Self {
        Self {
            idempotency_key: input.idempotency_key,
            platform: input.platform,
            shop_id: input.shop_id,
            name: input.name,
            note: input.note,
        }
    }
}

/// A seller to watch no more.
#[derive(Debug, Clone, InputObject)]
pub struct UnwatchSellerInput {
    /// Which entry.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
}
