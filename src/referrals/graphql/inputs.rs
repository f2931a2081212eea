//! What clients send to change referrals.

use async_graphql::{ID, InputObject};

use super::enums::{
    GqlCivilProceedings, GqlDeclineReason, GqlNoAppraisalReason, GqlPackageForm, GqlPackagePurpose, GqlReferralResult,
    GqlValuationBasis,
};
use crate::{
    leads::graphql::GqlHandlingCode,
    members::graphql::GqlLanguage,
    platform::{
        error::Result,
        graphql::{
            scalars::{Date, Decimal},
            uuid, uuids,
        },
        ids::IdKind,
    },
    referrals::{
        commands::{Changes, NewReferral},
        rules::{self, Valuation},
    },
};

/// A referral to be.
#[derive(InputObject)]
pub struct CreateReferralInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// For which principal, where an agent writes; the own organisation where it is left out.
    organization_id: Option<ID>,
    /// The agency, of the directory.
    agency_id: ID,
    /// The leads it is about, 1 to 20; the viewer sees all of them.
    lead_ids: Vec<ID>,
    /// One line, at most 200 characters.
    title: String,
}

impl CreateReferralInput {
    pub(super) fn read(self) -> Result<NewReferral> {
        let organization = self.organization_id.map(|id| uuid(IdKind::Org, &id));
        Ok(NewReferral {
            organization: organization.transpose()?,
            agency: uuid(IdKind::Agency, &self.agency_id)?,
            leads: uuids(IdKind::Lead, &self.lead_ids)?,
            title: self.title,
        })
    }
}

/// A value, with what it rests on.
#[derive(InputObject)]
pub struct ReferralValuationInput {
    /// The amount, with at most the currency's decimal places.
    amount: Decimal,
    /// ISO 4217 code.
    currency: String,
    /// On what it rests.
    basis: GqlValuationBasis,
    /// Who says so, or where it stands; at most 200 characters.
    source: String,
    /// Of which day.
    date: Date,
}

impl ReferralValuationInput {
    fn read(self) -> Result<Valuation> {
        Ok(Valuation {
            money: rules::money(&self.amount.0, &self.currency)?,
            basis: self.basis.into(),
            source: self.source,
            on: self.date.0,
        })
    }
}

/// What changes of a draft. What is left out stays; a list stands for the whole of it; an empty text takes away.
#[derive(InputObject)]
pub struct UpdateReferralInput {
    /// Which one.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
    /// One line, at most 200 characters.
    title: Option<String>,
    /// What happened, at most 10,000 characters.
    facts: Option<String>,
    /// Whom the agency may ask: somebody of the organisation, or of the agent that writes.
    contact_id: Option<ID>,
    /// Verified officers of the agency, at most 10.
    officer_ids: Option<Vec<ID>>,
    /// The leads it is about; what belongs to a lead that is not among them goes with it.
    lead_ids: Option<Vec<ID>>,
    /// The rights it cites.
    right_ids: Option<Vec<ID>>,
    /// Items of its leads.
    item_ids: Option<Vec<ID>>,
    /// Subjects of its leads.
    subject_ids: Option<Vec<ID>>,
    /// Evidence of its leads.
    evidence_ids: Option<Vec<ID>>,
    /// Where the offence is, ISO 3166-1 alpha-2.
    country: Option<String>,
    /// The division of that country.
    division_code: Option<String>,
    /// The handling code; never milder than that of a lead in it.
    handling_code: Option<GqlHandlingCode>,
    /// The language of the package on paper.
    language: Option<GqlLanguage>,
    /// The value.
    valuation: Option<ReferralValuationInput>,
    /// Why there is no appraisal.
    no_appraisal_reason: Option<GqlNoAppraisalReason>,
    /// More about that, at most 10,000 characters.
    no_appraisal_note: Option<String>,
    /// Whether there are civil proceedings.
    civil_proceedings: Option<GqlCivilProceedings>,
    /// More about them, at most 10,000 characters.
    civil_proceedings_note: Option<String>,
    /// What whoever goes there has to know, at most 10,000 characters.
    safety_notes: Option<String>,
    /// Where the personal data in it are stored, ISO 3166-1 alpha-2.
    data_country: Option<String>,
    /// Why they may go to another country, at most 10,000 characters.
    cross_border_basis: Option<String>,
    /// The reference of the approval by which personal data that are stored in China may leave it.
    approval_reference: Option<String>,
}

impl UpdateReferralInput {
    pub(super) fn read(self) -> Result<Changes> {
        let list = |kind, ids: Option<Vec<ID>>| ids.map(|ids| uuids(kind, &ids)).transpose();
        Ok(Changes {
            title: self.title,
            facts: self.facts,
            contact: self.contact_id.map(|id| uuid(IdKind::Person, &id)).transpose()?,
            officers: list(IdKind::Officer, self.officer_ids)?,
            leads: list(IdKind::Lead, self.lead_ids)?,
            rights: list(IdKind::Right, self.right_ids)?,
            items: list(IdKind::Item, self.item_ids)?,
            subjects: list(IdKind::Subject, self.subject_ids)?,
            evidence: list(IdKind::Evidence, self.evidence_ids)?,
            country: self.country,
            division: self.division_code,
            handling_code: self.handling_code.map(Into::into),
            language: self.language.map(Into::into),
            valuation: self.valuation.map(ReferralValuationInput::read).transpose()?,
            no_appraisal: self.no_appraisal_reason.map(Into::into),
            no_appraisal_note: self.no_appraisal_note,
            proceedings: self.civil_proceedings.map(Into::into),
            proceedings_note: self.civil_proceedings_note,
            safety_notes: self.safety_notes,
            data_country: self.data_country,
            cross_border_basis: self.cross_border_basis,
            approval_reference: self.approval_reference,
        })
    }
}

/// A referral to take further.
#[derive(InputObject)]
pub struct ReferralTransitionInput {
    /// Which one.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
}

/// A referral to take further for a reason.
#[derive(InputObject)]
pub struct ReasonedReferralInput {
    /// Which one.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
    /// Why, at most 2,000 characters.
    pub(super) reason: String,
}

/// A referral to approve.
#[derive(InputObject)]
pub struct ApproveReferralInput {
    /// Which one.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
    /// The reference of the approval by which personal data that are stored in China may leave it; the draft's where it is
    /// left out.
    pub(super) approval_reference: Option<String>,
    /// What there is to say to it, at most 2,000 characters.
    pub(super) note: Option<String>,
}

/// Something to say to a referral.
#[derive(InputObject)]
pub struct ReferralNoteInput {
    /// Which one.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
    /// The words, at most 2,000 characters.
    pub(super) note: String,
}

/// A case that was filed.
#[derive(InputObject)]
pub struct AcceptReferralInput {
    /// Of which referral.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
    /// The number of the file, at most 200 characters.
    pub(super) file_number: String,
    /// What there is to say to it, at most 2,000 characters.
    pub(super) note: Option<String>,
}

/// That no case is filed.
#[derive(InputObject)]
pub struct DeclineReferralInput {
    /// Of which referral.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
    /// Why.
    pub(super) reason: GqlDeclineReason,
    /// More about it, at most 2,000 characters; required with `OTHER`.
    pub(super) note: Option<String>,
}

/// What came of a referral.
#[derive(InputObject)]
pub struct GiveReferralFeedbackInput {
    /// Which one.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
    /// Whether it was used.
    pub(super) used: bool,
    /// Whether it was of use.
    pub(super) useful: bool,
    /// What came of it.
    pub(super) result: GqlReferralResult,
    /// More about it, at most 2,000 characters; required with `OTHER`.
    pub(super) note: Option<String>,
}

/// A package that is wanted.
#[derive(InputObject)]
pub struct OpenReferralPackageInput {
    /// Of which referral.
    pub(super) id: ID,
    /// In which form.
    pub(super) form: GqlPackageForm,
    /// For what; it is kept in the audit log.
    pub(super) purpose: GqlPackagePurpose,
}
