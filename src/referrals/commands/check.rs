//! Whether a referral may go on its way: asked when it is handed in, when it is approved, and again when it is sent.

use std::collections::HashMap;

use jiff::Timestamp;
use uuid::Uuid;

use super::{agency_of, draft::marking};
use crate::{
    agencies, appraisals, audience,
    leads::rules::LeadState,
    members::OrganizationState,
    permissions::audience::{HandlingCode, Tlp, is_for_named_only},
    platform::{
        db::{Connection, code},
        error::{ApiError, ErrorCode, Result},
    },
    referrals::{
        rules::{
            self, CivilProceedings, Completeness, NoAppraisalReason, Referable, Shape, leads_to_person, looks_personal,
            may_be_referred, needs_approval_reference,
        },
        store::{self, Content, Parts, Row},
    },
    rights::{self, Lack},
};

/// What a look at a referral found.
pub(in crate::referrals) struct Checked {
    pub(in crate::referrals) parts: Parts,
    pub(in crate::referrals) content: Content,
    pub(in crate::referrals) completeness: Completeness,
    /// The rights that cannot be cited today, and why.
    pub(in crate::referrals) lacking: HashMap<Uuid, Lack>,
    /// Whether there are personal data in it: of the people whom it names, of those whom a company's are reached by, or in words.
    has_personal: bool,
    /// Whether personal data in it leave China.
    pub(in crate::referrals) needs_reference: bool,
    agency_country: String,
    agency_is_active: bool,
}

/// Looks at a referral as it stands now.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(in crate::referrals) async fn check(connection: &impl Connection, row: &Row, now: Timestamp) -> Result<Checked> {
    let parts = store::parts_of(connection, row.id).await?;
    let content = store::content_of(connection, &parts).await?;
    let (agency, zone) = agency_of(connection, row.agency_id).await?;
    // The day of the act is that of where it is done.
    let day = now.to_zoned(zone).date();
    let judged = rights::in_force(connection, &parts.rights, day, Some(&row.country)).await?;
    let lacking: HashMap<Uuid, Lack> = judged
        .iter()
        .filter_map(|(right, found)| found.err().map(|lack| (*right, lack)))
        .collect();
    let held = |state: &str| state == "HELD";
    let has_personal = has_personal_data(row, &content)?;
    let shape = Shape {
        has_facts: row.facts.is_some(),
        rights_in_force: judged.len() - lacking.len(),
        rights_lacking: parts.rights.len() - (judged.len() - lacking.len()),
        products: content.items.iter().filter(|item| item.brand_id.is_some()).count(),
        subjects: content.subjects.len(),
        evidence: content.evidence.iter().filter(|evidence| held(&evidence.state)).count(),
        has_valuation: row.value_minor.is_some() && row.value_basis.is_some(),
        no_appraisal: row.no_appraisal.as_deref().map(code::<NoAppraisalReason>).transpose()?,
        proceedings: row.proceedings.as_deref().map(code::<CivilProceedings>).transpose()?,
        has_safety_notes: row.safety_notes.is_some(),
    };
    Ok(Checked {
        needs_reference: needs_approval_reference(has_personal, row.data_country.as_deref(), &agency.country),
        has_personal,
        completeness: rules::completeness(&shape),
        agency_is_active: agency.state == OrganizationState::Active,
        agency_country: agency.country,
        parts,
        content,
        lacking,
    })
}

/// Whether there are personal data in a referral.
fn has_personal_data(row: &Row, content: &Content) -> Result<bool> {
    for identifier in &content.identifiers {
        if leads_to_person(code(&identifier.kind)?) {
            return Ok(true);
        }
    }
    let said = [
        Some(&row.title),
        row.facts.as_ref(),
        row.no_appraisal_note.as_ref(),
        row.proceedings_note.as_ref(),
        row.safety_notes.as_ref(),
        row.value_source.as_ref(),
    ];
    let leads = content.leads.iter().map(|lead| Some(&lead.title));
    let items = content
        .items
        .iter()
        .flat_map(|item| [Some(&item.title), item.seller.as_ref()]);
    let subjects = content
        .subjects
        .iter()
        .flat_map(|subject| [Some(&subject.name), subject.detail.as_ref()]);
    let evidence = content.evidence.iter().map(|piece| Some(&piece.title));
    let mut texts = said
        .into_iter()
        .chain(leads)
        .chain(items)
        .chain(subjects)
        .chain(evidence)
        .flatten();
    Ok(content.has_people() || texts.any(|text| looks_personal(text)))
}

impl Checked {
    /// Refuses what may not be handed in.
    ///
    /// # Errors
    /// `RIGHT_NOT_IN_FORCE`, `PACKAGE_INCOMPLETE`, `BAD_USER_INPUT` with the field at fault.
    pub(super) async fn must_be_ready(&self, connection: &impl Connection, row: &Row, now: Timestamp) -> Result<()> {
        self.leads_must_hold(connection, row).await?;
        let marked: (Tlp, HandlingCode) = (code(&row.tlp)?, code(&row.handling_code)?);
        if self.marking(row)? != marked {
            return Err(ApiError::input(
                "leadIds",
                "Something in it is more confidential by now: hand it in again.",
            ));
        }
        if !self.lacking.is_empty() {
            return Err(ErrorCode::RightNotInForce.into());
        }
        if !self.content.has_all(&self.parts) || !self.completeness.is_complete() {
            return Err(ErrorCode::PackageIncomplete.into());
        }
        if !self.agency_is_active {
            return Err(ApiError::input("agencyId", "This agency takes part no more."));
        }
        self.officers_must_act(connection, row, now).await?;
        self.people_may_travel(row)
    }

    /// Refuses what may not be approved or sent: whatever may not be handed in, and personal data that would leave China
    /// without the reference of an approval (I40).
    ///
    /// # Errors
    /// As [`Self::must_be_ready`].
    pub(super) async fn must_be_sendable(&self, connection: &impl Connection, row: &Row, now: Timestamp) -> Result<()> {
        self.must_be_ready(connection, row, now).await?;
        // What appraisals leave open, or a brand alone says of whom it has a dispute with, does not go to law enforcement (I20).
        let mut stopped = appraisals::blocked(connection, &self.parts.leads).await?;
        stopped.extend(appraisals::partial(connection, &self.parts.leads).await?);
        if !stopped.is_empty() {
            return Err(ErrorCode::AppraisalConflict.into());
        }
        if self.needs_reference && row.approval_reference.is_none() {
            return Err(ApiError::input(
                "approvalReference",
                "Personal data that are stored in China go to an agency elsewhere only with the reference of an approval.",
            ));
        }
        Ok(())
    }

    /// How confidential it is by what is in it now: on its way it only becomes more so (I25, I26).
    fn marking(&self, row: &Row) -> Result<(Tlp, HandlingCode)> {
        let (tlp, handling) = marking(&self.content, code(&row.handling_code)?)?;
        let before: Tlp = code(&row.tlp)?;
        Ok((code::<Tlp>(&tlp)?.max(before), code(&handling)?))
    }

    /// Marks a referral as what is in it is marked by now: by that it is decided who may be named.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub(super) fn mark(&self, row: &mut Row) -> Result<()> {
        let (tlp, handling) = self.marking(row)?;
        <&str>::from(tlp).clone_into(&mut row.tlp);
        <&str>::from(handling).clone_into(&mut row.handling_code);
        Ok(())
    }

    async fn leads_must_hold(&self, connection: &impl Connection, row: &Row) -> Result<()> {
        for lead in &self.content.leads {
            let state: LeadState = code(&lead.state)?;
            if !matches!(state, LeadState::Triaged | LeadState::Shared | LeadState::Resolved) {
                return Err(ApiError::input(
                    "leadIds",
                    "A lead in it was not graded, or does not stand any more.",
                ));
            }
            let referable = Referable {
                kept: lead.owner_id == row.organization_id,
                permitted: code(&lead.permitted_actions)?,
                tlp: code(&lead.tlp)?,
                handling_code: code(&lead.handling_code)?,
            };
            let walls = audience::walls(connection, lead.id).await?;
            if !may_be_referred(referable) || walls.contains(&row.agency_id) {
                return Err(ApiError::input(
                    "leadIds",
                    "A lead in it may not go to this agency: ask those who keep it.",
                ));
            }
        }
        Ok(())
    }

    async fn officers_must_act(&self, connection: &impl Connection, row: &Row, now: Timestamp) -> Result<()> {
        let named = store::officers_of(connection, &[row.id]).await?;
        let ids: Vec<Uuid> = named.iter().map(|naming| naming.officer).collect();
        let officers = agencies::officers_by_ids(connection, &ids).await?;
        let acting = officers
            .iter()
            .filter(|officer| officer.agency == row.agency_id && officer.may_act_at(now));
        if ids.is_empty() || acting.count() < ids.len() {
            return Err(ApiError::input(
                "officerIds",
                "Name officers of the agency who are verified.",
            ));
        }
        let (tlp, handling): (Tlp, HandlingCode) = (code(&row.tlp)?, code(&row.handling_code)?);
        if is_for_named_only(tlp, handling) && officers.iter().any(|officer| officer.person.is_none()) {
            return Err(ApiError::input(
                "officerIds",
                "What is RED, H2 or H3 goes to officers with an account alone.",
            ));
        }
        Ok(())
    }

    /// Personal data say where they are stored, and why they may cross a border where they do. Of those beside the people whom it
    /// names that is asked where they might leave China.
    fn people_may_travel(&self, row: &Row) -> Result<()> {
        let may_leave_china = self.has_personal && self.agency_country != "CN";
        if !self.content.has_people() && !may_leave_china {
            return Ok(());
        }
        let Some(stored) = row.data_country.as_deref() else {
            return Err(ApiError::input(
                "dataCountry",
                "Say where the personal data in it are stored.",
            ));
        };
        let is_asked = self.content.has_people() || stored == "CN";
        if is_asked && stored != self.agency_country && row.cross_border_basis.is_none() {
            return Err(ApiError::input(
                "crossBorderBasis",
                "Say why the personal data in it may go to another country.",
            ));
        }
        Ok(())
    }
}
