//! What clients send of what came of an action, and of what becomes of it.

use async_graphql::{ID, InputObject};
use uuid::Uuid;

use super::outcome_enums::{GqlCostKind, GqlCostRule, GqlCustodyStage, GqlDisposition, GqlSiteResult};
use crate::{
    actions::{
        commands::{Followed, NewCost, NewDestruction, NewResult, NewSeizure, NewStage, NewSuspect, NewValuation},
        rules::Disposition,
    },
    platform::{
        error::{ErrorCode, Result},
        graphql::{
            scalars::{Date, Decimal},
            uuid, uuids,
        },
        ids::{self, IdKind},
    },
    referrals::graphql::GqlValuationBasis,
    subjects::{
        NewIdentifier,
        graphql::{GqlIdentifierKind, GqlPersonalDataPurpose, GqlSupplyRole},
    },
};

/// What was found at a site.
#[derive(Debug, Clone, InputObject)]
pub struct RecordSiteResultInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// Of which action.
    pub(super) action_id: ID,
    /// At which of its sites.
    site_id: ID,
    /// What was found.
    result: GqlSiteResult,
    /// The words to it, at most 1,000 characters.
    note: Option<String>,
}

impl RecordSiteResultInput {
    pub(super) fn read(self) -> Result<NewResult> {
        Ok(NewResult {
            site: uuid(IdKind::Site, &self.site_id)?,
            result: self.result.into(),
            note: self.note,
        })
    }
}

/// What a suspect is known by.
#[derive(Debug, Clone, InputObject)]
pub struct SuspectIdentifierInput {
    /// What it names.
    kind: GqlIdentifierKind,
    /// As it is written.
    value: String,
    /// ISO 3166-1 alpha-2 country, where the kind needs one.
    country: Option<String>,
    /// The platform of a shop or listing, such as `taobao`.
    platform: Option<String>,
    /// The bank of an account that does not name its own.
    bank: Option<String>,
}

impl SuspectIdentifierInput {
    fn read(self) -> NewIdentifier {
        NewIdentifier {
            kind: self.kind.into(),
            value: self.value,
            country: self.country,
            platform: self.platform,
            bank: self.bank,
            division: None,
            postcode: None,
        }
    }
}

/// Somebody whom an action was about, and the stage it is in.
#[derive(Debug, Clone, InputObject)]
pub struct RecordSuspectInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// Of which action.
    pub(super) action_id: ID,
    /// At which of its sites.
    site_id: Option<ID>,
    /// The name, at most 200 characters; sealed.
    name: String,
    /// Other names, at most 500 characters; sealed.
    aliases: Option<String>,
    /// What it is known by, at most 20; sealed, and kept as keyed hashes.
    identifiers: Option<Vec<SuspectIdentifierInput>>,
    /// Whatever else is known, at most 2,000 characters; sealed.
    detail: Option<String>,
    /// What it did.
    role: Option<GqlSupplyRole>,
    /// The stage it is in.
    stage: GqlCustodyStage,
    /// Since which day.
    on: Date,
}

impl RecordSuspectInput {
    pub(super) fn read(self) -> Result<NewSuspect> {
        let identifiers = self.identifiers.unwrap_or_default().into_iter();
        Ok(NewSuspect {
            site: self.site_id.map(|id| uuid(IdKind::Site, &id)).transpose()?,
            name: self.name,
            aliases: self.aliases,
            identifiers: identifiers.map(SuspectIdentifierInput::read).collect(),
            detail: self.detail,
            role: self.role.map(Into::into),
            stage: self.stage.into(),
            on: self.on.0,
        })
    }
}

/// What goods are worth.
#[derive(Debug, Clone, InputObject)]
pub struct SeizureValuationInput {
    /// The amount, with at most the currency's decimal places.
    amount: Decimal,
    /// ISO 4217 code.
    currency: String,
    /// By what they are valued.
    basis: GqlValuationBasis,
    /// Who says so, at most 200 characters.
    source: Option<String>,
    /// Of which day it is.
    on: Option<Date>,
}

impl SeizureValuationInput {
    fn read(self) -> NewValuation {
        NewValuation {
            amount: self.amount.0,
            currency: self.currency,
            basis: self.basis.into(),
            source: self.source,
            on: self.on.map(|day| day.0),
        }
    }
}

/// Goods of one kind that were seized at a site.
#[derive(Debug, Clone, InputObject)]
pub struct RecordSeizureInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// Of which action.
    pub(super) action_id: ID,
    /// At which of its sites.
    site_id: ID,
    /// Whose brand they carry.
    brand_id: Option<ID>,
    /// What they are, at most 200 characters.
    product: String,
    /// How many, above 0 with at most three decimal places.
    quantity: Decimal,
    /// What is counted, at most 40 characters.
    unit: String,
    /// What they are worth.
    valuation: Option<SeizureValuationInput>,
    /// Where they are kept, at most 300 characters.
    storage_place: Option<String>,
    /// What became of them.
    disposition: GqlDisposition,
    /// Since which day.
    on: Date,
}

impl RecordSeizureInput {
    pub(super) fn read(self) -> Result<NewSeizure> {
        Ok(NewSeizure {
            site: uuid(IdKind::Site, &self.site_id)?,
            brand: self.brand_id.map(|id| uuid(IdKind::Brand, &id)).transpose()?,
            product: self.product,
            quantity: self.quantity.0,
            unit: self.unit,
            valuation: self.valuation.map(SeizureValuationInput::read),
            storage_place: self.storage_place,
            disposition: self.disposition.into(),
            on: self.on.0,
        })
    }
}

/// The id of a suspect's record or of seized goods, and which of the two it is.
fn followed(id: &ID) -> Result<Followed> {
    match ids::decode(id) {
        Ok((IdKind::Suspect, key)) => Ok(Followed::Suspect(key)),
        Ok((IdKind::Seizure, key)) => Ok(Followed::Seizure(key)),
        _ => Err(ErrorCode::InvalidId.into()),
    }
}

/// An entry to be struck.
#[derive(Debug, Clone, InputObject)]
pub struct StrikeOutcomeEntryInput {
    /// Of which action.
    pub(super) action_id: ID,
    /// Which suspect's record, or which goods.
    entry_id: ID,
    /// Why, at most 1,000 characters; the history keeps it.
    pub(super) reason: String,
}

impl StrikeOutcomeEntryInput {
    pub(super) fn entry(&self) -> Result<Uuid> {
        match followed(&self.entry_id)? {
            Followed::Suspect(key) | Followed::Seizure(key) => Ok(key),
        }
    }
}

/// Who is to be shown, and for what.
#[derive(Debug, Clone, InputObject)]
pub struct RevealSuspectInput {
    /// Which suspect.
    pub(super) suspect_id: ID,
    /// For what; it is logged.
    pub(super) purpose: GqlPersonalDataPurpose,
}

/// Another stage of a suspect.
#[derive(Debug, Clone, InputObject)]
pub struct RecordSuspectStageInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// Which suspect.
    pub(super) suspect_id: ID,
    /// Which stage.
    stage: GqlCustodyStage,
    /// Since which day.
    on: Date,
    /// The words to it, at most 1,000 characters.
    note: Option<String>,
}

impl RecordSuspectStageInput {
    pub(super) fn read(self) -> NewStage {
        NewStage {
            stage: self.stage.into(),
            on: self.on.0,
            note: self.note,
        }
    }
}

/// A stage to be verified.
#[derive(Debug, Clone, InputObject)]
pub struct VerifySuspectStageInput {
    /// Of which suspect.
    pub(super) suspect_id: ID,
    /// Which stage.
    pub(super) stage_id: ID,
}

/// What became of seized goods.
#[derive(Debug, Clone, InputObject)]
pub struct RecordDispositionInput {
    /// Which goods.
    pub(super) seizure_id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
    /// What became of them; that they were destroyed two people say, see `askSeizureDestruction`.
    disposition: GqlDisposition,
    /// Since which day.
    on: Date,
    /// Where they are kept from then on, at most 300 characters; as before where nothing is said.
    pub(super) storage_place: Option<String>,
}

impl RecordDispositionInput {
    pub(super) fn read(&self) -> (Disposition, jiff::civil::Date) {
        (self.disposition.into(), self.on.0)
    }
}

/// That seized goods were destroyed, with the certificate; somebody else has to confirm it.
#[derive(Debug, Clone, InputObject)]
pub struct AskSeizureDestructionInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// Of which action.
    pub(super) action_id: ID,
    /// Which goods.
    seizure_ids: Vec<ID>,
    /// On which day.
    on: Date,
    /// How, at most 200 characters.
    method: String,
    /// Where, at most 300 characters.
    place: String,
    /// The number of the certificate, at most 100 characters.
    certificate_number: String,
    /// Who issued it, at most 200 characters.
    certificate_issuer: String,
    /// The certificate among the evidence.
    certificate_evidence_id: Option<ID>,
}

impl AskSeizureDestructionInput {
    pub(super) fn read(self) -> Result<NewDestruction> {
        let evidence = self.certificate_evidence_id;
        Ok(NewDestruction {
            seizures: uuids(IdKind::Seizure, &self.seizure_ids)?,
            on: self.on.0,
            method: self.method,
            place: self.place,
            certificate_number: self.certificate_number,
            certificate_issuer: self.certificate_issuer,
            certificate_evidence: evidence.map(|id| uuid(IdKind::Evidence, &id)).transpose()?,
        })
    }
}

/// What the second person says of a destruction.
#[derive(Debug, Clone, InputObject)]
pub struct DecideSeizureDestructionInput {
    /// Which destruction.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
    /// Whether it was so.
    pub(super) confirm: bool,
    /// Why it was not so, or the words to it; at most 1,000 characters.
    pub(super) reason: Option<String>,
}

/// What storing, moving or destroying goods cost.
#[derive(Debug, Clone, InputObject)]
pub struct RecordActionCostInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// Of which action.
    pub(super) action_id: ID,
    /// Which of these.
    kind: GqlCostKind,
    /// The amount, with at most the currency's decimal places.
    amount: Decimal,
    /// ISO 4217 code.
    currency: String,
    /// By what the brands share it.
    rule: GqlCostRule,
    /// For which goods; for all goods of brands where nothing is said.
    seizure_ids: Option<Vec<ID>>,
    /// The words to it, at most 1,000 characters.
    note: Option<String>,
}

impl RecordActionCostInput {
    pub(super) fn read(self) -> Result<NewCost> {
        Ok(NewCost {
            kind: self.kind.into(),
            amount: self.amount.0,
            currency: self.currency,
            rule: self.rule.into(),
            seizures: uuids(IdKind::Seizure, &self.seizure_ids.unwrap_or_default())?,
            note: self.note,
        })
    }
}

/// A suspect or goods that are to be followed no more, and why.
#[derive(Debug, Clone, InputObject)]
pub struct EndFollowUpInput {
    /// Which suspect's record, or which goods.
    id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
    /// Why, at most 1,000 characters.
    pub(super) reason: String,
}

impl EndFollowUpInput {
    pub(super) fn what(&self) -> Result<Followed> {
        followed(&self.id)
    }
}
