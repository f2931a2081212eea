//! Writing a referral: what it is about, what it is made of, whom it names.

use serde::Serialize;
use uuid::Uuid;

use super::{By, Happened, Loaded, agency_of, course, finish, keep_step, load, may_draft, record, sight, visible};
use crate::{
    agencies,
    app::App,
    audience::Sight,
    members::{self, OrganizationState, rules::Language},
    permissions::{
        Action, Viewer,
        audience::{HandlingCode, Tlp},
        viewer::OrganizationKind,
    },
    platform::{
        clock::micros,
        db::{
            Tx, code,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, ErrorCode, Result},
        ids,
    },
    referrals::{
        rules::{
            self, CivilProceedings, MOST_LEADS, MOST_OFFICERS, MOST_PARTS, NoAppraisalReason, PartKind, ReferralAction,
            ReferralState, ReferralStep, Valuation,
        },
        store::{self, Content, Parts, Row},
    },
    rights,
};

/// Longest text of a part of the package.
const LONGEST: usize = 10_000;

/// A referral to be.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct NewReferral {
    /// A principal, where an agent writes; the own organisation otherwise.
    pub(crate) organization: Option<Uuid>,
    pub(crate) agency: Uuid,
    pub(crate) leads: Vec<Uuid>,
    pub(crate) title: String,
}

/// What changes of a draft; what is not given stays, and an empty text takes away.
#[derive(Debug, Clone, Default)]
pub(crate) struct Changes {
    pub(crate) title: Option<String>,
    pub(crate) facts: Option<String>,
    pub(crate) contact: Option<Uuid>,
    pub(crate) officers: Option<Vec<Uuid>>,
    pub(crate) leads: Option<Vec<Uuid>>,
    pub(crate) rights: Option<Vec<Uuid>>,
    pub(crate) items: Option<Vec<Uuid>>,
    pub(crate) subjects: Option<Vec<Uuid>>,
    pub(crate) evidence: Option<Vec<Uuid>>,
    pub(crate) country: Option<String>,
    pub(crate) division: Option<String>,
    pub(crate) handling_code: Option<HandlingCode>,
    pub(crate) language: Option<Language>,
    pub(crate) valuation: Option<Valuation>,
    pub(crate) no_appraisal: Option<NoAppraisalReason>,
    pub(crate) no_appraisal_note: Option<String>,
    pub(crate) proceedings: Option<CivilProceedings>,
    pub(crate) proceedings_note: Option<String>,
    pub(crate) safety_notes: Option<String>,
    pub(crate) data_country: Option<String>,
    pub(crate) cross_border_basis: Option<String>,
    pub(crate) approval_reference: Option<String>,
}

/// Begins a referral of leads that the viewer sees.
///
/// # Errors
/// `FORBIDDEN`, `NOT_FOUND` where a lead is not seen, `BAD_USER_INPUT`, `IDEMPOTENCY_MISMATCH`.
pub(crate) async fn create(app: &App, viewer: &Viewer, key: &str, new: NewReferral) -> Result<Row> {
    let tx = app.begin().await?;
    if !viewer.has(Action::ReferralDraft) {
        return Err(ErrorCode::Forbidden.into());
    }
    let claim = match claim(&tx, viewer.person, "createReferral", key, &new).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => {
            let id = ids.first().copied().unwrap_or_default();
            drop(tx);
            return visible(app, viewer, id).await?.ok_or_else(ApiError::not_found);
        }
    };
    let leads = once(new.leads.clone());
    if !(1..=MOST_LEADS).contains(&leads.len()) {
        return Err(ApiError::input("leadIds", format!("Name 1 to {MOST_LEADS} leads.")));
    }
    let parts = Parts {
        leads,
        ..Parts::default()
    };
    let content = content(&tx, viewer, &parts).await?;
    let organization = new.organization.unwrap_or(viewer.organization);
    let brands = store::concerned_brands(tx.connection(), &parts.leads, organization).await?;
    if !may_draft(viewer, organization, &brands, tx.now()) {
        return Err(ErrorCode::Forbidden.into());
    }
    let row = begun(app, viewer, &tx, &new, organization, &content).await?;
    store::referral_insert(&tx, row.clone()).await?;
    store::parts_replace(&tx, row.id, PartKind::Lead, &parts.leads).await?;
    store::rewrite_audience(&tx, &row).await?;
    claim.keep(&tx, &[row.id]).await?;
    let by = By::of(viewer, None);
    keep_step(app, &tx, by, row.id, ReferralStep::Created, None).await?;
    let detail = serde_json::json!({ "reference": row.reference, "leads": parts.leads.len() });
    let lead = parts.leads.first().copied();
    let proof = record(app, &tx, by, ("createReferral", row.id, lead), &detail).await?;
    tx.commit(proof).await?;
    Ok(row)
}

async fn begun(
    app: &App,
    viewer: &Viewer,
    tx: &Tx,
    new: &NewReferral,
    organization: Uuid,
    content: &Content,
) -> Result<Row> {
    let known = agencies::agency(tx.connection(), new.agency).await?;
    if known.is_none() {
        return Err(ApiError::input("agencyId", "There is no such agency in the directory."));
    }
    let (agency, _) = agency_of(tx.connection(), new.agency).await?;
    if agency.state != OrganizationState::Active || agency.kind != OrganizationKind::LeAgency {
        return Err(ApiError::input("agencyId", "This agency takes part no more."));
    }
    let place = content.leads.iter().find(|lead| lead.country.is_some());
    let (tlp, handling_code) = marking(content, HandlingCode::H0)?;
    let now = micros(tx.now());
    let year = tx.now().to_zoned(jiff::tz::TimeZone::UTC).year() % 100;
    Ok(Row {
        id: app.ids.id(tx.now()),
        reference: ids::reference("RF", year, app.ids.secret()),
        organization_id: organization,
        on_behalf_by: Some(viewer.organization).filter(|own| *own != organization),
        author_id: viewer.person,
        contact_id: viewer.person,
        agency_id: new.agency,
        state: ReferralState::Draft.code().to_owned(),
        title: rules::line("title", &new.title)?,
        facts: None,
        country: place.and_then(|lead| lead.country.clone()).unwrap_or(agency.country),
        division_code: place.and_then(|lead| lead.division_code.clone()),
        tlp,
        handling_code,
        language: <&str>::from(agency.language).to_owned(),
        data_country: None,
        cross_border_basis: None,
        approval_reference: None,
        value_minor: None,
        value_currency: None,
        value_basis: None,
        value_source: None,
        value_on: None,
        no_appraisal: None,
        no_appraisal_note: None,
        proceedings: None,
        proceedings_note: None,
        safety_notes: None,
        submitted_by: None,
        submitted_at: None,
        approved_by: None,
        approved_at: None,
        sent_at: None,
        receipt_due_on: None,
        receipt_due_at: None,
        receipt_provisional: false,
        receipt_calendar: None,
        received_at: None,
        decision_due_on: None,
        decision_due_at: None,
        decision_extensions: 0,
        paused_at: None,
        file_number: None,
        decline_reason: None,
        decided_at: None,
        feedback_used: None,
        feedback_useful: None,
        feedback_result: None,
        feedback_note: None,
        feedback_at: None,
        withdrawn_at: None,
        retracted_at: None,
        stop_reason: None,
        version: 1,
        created_at: now,
        updated_at: now,
    })
}

/// Each once, in their order.
fn once(mut ids: Vec<Uuid>) -> Vec<Uuid> {
    let mut seen = std::collections::HashSet::new();
    ids.retain(|id| seen.insert(*id));
    ids
}

/// The records behind some parts, all of which the viewer sees.
///
/// # Errors
/// `NOT_FOUND` where it does not see one of them.
async fn content(tx: &Tx, viewer: &Viewer, parts: &Parts) -> Result<Content> {
    let sights = (
        &sight(viewer, tx.now()),
        &Sight::of(viewer, Action::EvidenceRead, tx.now()),
    );
    let content = store::content_seen(tx.connection(), sights, parts).await?;
    match content.has_all(parts) {
        true => Ok(content),
        false => Err(ApiError::not_found()),
    }
}

/// The strictest TLP of what is in it, and the strictest handling code of its leads and the one that is wished (I25).
pub(super) fn marking(content: &Content, wished: HandlingCode) -> Result<(String, String)> {
    let mut tlp = Tlp::Clear;
    let mut handling = wished;
    for lead in &content.leads {
        tlp = tlp.max(code(&lead.tlp)?);
        handling = handling.max(code(&lead.handling_code)?);
    }
    for evidence in &content.evidence {
        if let Some(own) = evidence.tlp.as_deref() {
            tlp = tlp.max(code(own)?);
        }
    }
    Ok((<&str>::from(tlp).to_owned(), <&str>::from(handling).to_owned()))
}

/// Changes a draft.
///
/// # Errors
/// `NOT_FOUND`, also where something named is not seen; `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`,
/// `BAD_USER_INPUT`.
pub(crate) async fn update(app: &App, viewer: &Viewer, id: Uuid, expected: i32, changes: Changes) -> Result<Row> {
    let tx = app.begin().await?;
    let Loaded { mut row, standing, .. } = load(&tx, viewer, id).await?;
    course(&row)?.admits(&standing, ReferralAction::Edit)?;
    if row.version != expected {
        return Err(ErrorCode::StaleVersion.into());
    }
    let wished = changes.handling_code;
    let content = replace_parts(app, viewer, &tx, &row, &changes).await?;
    name_officers(app, &tx, &row, &changes).await?;
    apply(&tx, viewer, &mut row, changes).await?;
    let wished = wished.map_or_else(|| code(&row.handling_code), Ok)?;
    (row.tlp, row.handling_code) = marking(&content, wished)?;
    let happened = Happened {
        verb: "updateReferral",
        steps: &[],
        note: None,
        news: None,
    };
    finish(app, tx, By::of(viewer, None), row, expected, happened).await
}

/// Makes a referral of other parts. What belonged to a lead that is not in it any more goes with the lead.
async fn replace_parts(app: &App, viewer: &Viewer, tx: &Tx, row: &Row, changes: &Changes) -> Result<Content> {
    let mut parts = store::parts_of(tx.connection(), row.id).await?;
    let lists = [
        (&changes.leads, &mut parts.leads, "leadIds", MOST_LEADS),
        (&changes.rights, &mut parts.rights, "rightIds", MOST_PARTS),
        (&changes.items, &mut parts.items, "itemIds", MOST_PARTS),
        (&changes.subjects, &mut parts.subjects, "subjectIds", MOST_PARTS),
        (&changes.evidence, &mut parts.evidence, "evidenceIds", MOST_PARTS),
    ];
    let mut named = Vec::new();
    for (given, kept, field, most) in lists {
        let Some(given) = given else { continue };
        *kept = once(given.clone());
        if kept.len() > most || (field == "leadIds" && kept.is_empty()) {
            return Err(ApiError::input(
                field,
                format!("Name at most {most}, and at least one lead."),
            ));
        }
        named.push(field);
    }
    if named.contains(&"rightIds") {
        for right in &parts.rights {
            let seen = rights::visible_ip_right(app, viewer, *right).await?;
            seen.ok_or_else(ApiError::not_found)?;
        }
    }
    let known = match named.is_empty() {
        // Nothing is named anew: what somebody else put in may be hidden from who changes a word.
        true => store::content_of(tx.connection(), &parts).await?,
        false => within(tx, viewer, row, &mut parts, &named).await?,
    };
    for (kind, ids) in [
        (PartKind::Lead, &parts.leads),
        (PartKind::Right, &parts.rights),
        (PartKind::Item, &parts.items),
        (PartKind::Subject, &parts.subjects),
        (PartKind::Evidence, &parts.evidence),
    ] {
        store::parts_replace(tx, row.id, kind, ids).await?;
    }
    Ok(known)
}

/// The content of changed parts: what was named is seen by the viewer, and belongs to a lead that is in it. Who may write for
/// the organisation may do so about the leads that are named now.
async fn within(tx: &Tx, viewer: &Viewer, row: &Row, parts: &mut Parts, named: &[&str]) -> Result<Content> {
    let asked = |field: &str, ids: &[Uuid]| match named.contains(&field) {
        true => ids.to_vec(),
        false => Vec::new(),
    };
    let seen = Parts {
        leads: asked("leadIds", &parts.leads),
        rights: Vec::new(),
        items: asked("itemIds", &parts.items),
        subjects: asked("subjectIds", &parts.subjects),
        evidence: asked("evidenceIds", &parts.evidence),
    };
    let found = content(tx, viewer, &seen).await?;
    let strays = found.items.iter().any(|item| !parts.leads.contains(&item.lead_id))
        || found
            .subjects
            .iter()
            .any(|subject| !parts.leads.contains(&subject.lead_id))
        || found.evidence.iter().any(|piece| !parts.leads.contains(&piece.lead_id));
    if strays && !named.contains(&"leadIds") {
        return Err(ApiError::input(
            "leadIds",
            "Name the lead, too, of which this is a part.",
        ));
    }
    let brands = store::concerned_brands(tx.connection(), &parts.leads, row.organization_id).await?;
    if !may_draft(viewer, row.organization_id, &brands, tx.now()) {
        return Err(ErrorCode::Forbidden.into());
    }
    let mut content = store::content_of(tx.connection(), parts).await?;
    let leads = &parts.leads;
    content.items.retain(|item| leads.contains(&item.lead_id));
    content.subjects.retain(|subject| leads.contains(&subject.lead_id));
    content.evidence.retain(|piece| leads.contains(&piece.lead_id));
    parts.items = content.items.iter().map(|item| item.id).collect();
    parts.subjects = content.subjects.iter().map(|subject| subject.id).collect();
    parts.evidence = content.evidence.iter().map(|piece| piece.id).collect();
    Ok(content)
}

/// Names officers of the agency who are verified now.
async fn name_officers(app: &App, tx: &Tx, row: &Row, changes: &Changes) -> Result<()> {
    let Some(wanted) = changes.officers.clone().map(once) else {
        return Ok(());
    };
    let found = agencies::officers_by_ids(tx.connection(), &wanted).await?;
    let mut named = Vec::with_capacity(wanted.len());
    for id in &wanted {
        let officer = found.iter().find(|officer| officer.id == *id);
        let officer = officer.filter(|officer| officer.agency == row.agency_id && officer.may_act_at(tx.now()));
        let officer =
            officer.ok_or_else(|| ApiError::input("officerIds", "Name officers of the agency who are verified."))?;
        named.push((app.ids.id(tx.now()), officer.id, officer.person));
    }
    if named.len() > MOST_OFFICERS {
        let text = format!("Name at most {MOST_OFFICERS} officers.");
        return Err(ApiError::input("officerIds", text));
    }
    store::officers_replace(tx, row.id, &named).await
}

/// Writes what else changes into the row.
async fn apply(tx: &Tx, viewer: &Viewer, row: &mut Row, changes: Changes) -> Result<()> {
    if let Some(title) = &changes.title {
        row.title = rules::line("title", title)?;
    }
    for (field, given, kept) in [
        ("facts", &changes.facts, &mut row.facts),
        (
            "noAppraisalNote",
            &changes.no_appraisal_note,
            &mut row.no_appraisal_note,
        ),
        (
            "civilProceedingsNote",
            &changes.proceedings_note,
            &mut row.proceedings_note,
        ),
        ("safetyNotes", &changes.safety_notes, &mut row.safety_notes),
        (
            "crossBorderBasis",
            &changes.cross_border_basis,
            &mut row.cross_border_basis,
        ),
    ] {
        if let Some(given) = given {
            *kept = rules::optional_text(field, given, LONGEST)?;
        }
    }
    if let Some(reference) = &changes.approval_reference {
        row.approval_reference = rules::optional_line("approvalReference", reference)?;
    }
    if let Some(country) = changes.data_country.as_deref() {
        row.data_country = match country.trim() {
            "" => None,
            country => Some(rules::place(country, None).map_err(|error| error.at("dataCountry"))?.0),
        };
    }
    if changes.country.is_some() || changes.division.is_some() {
        let country = changes.country.as_deref().unwrap_or(&row.country);
        let division = changes.division.as_deref().or(row.division_code.as_deref());
        (row.country, row.division_code) = rules::place(country, division)?;
    }
    if let Some(contact) = changes.contact {
        row.contact_id = contact_of(tx, viewer, row, contact).await?;
    }
    if let Some(language) = changes.language {
        <&str>::from(language).clone_into(&mut row.language);
    }
    if let Some(reason) = changes.no_appraisal {
        row.no_appraisal = Some(reason.code().to_owned());
    }
    if let Some(proceedings) = changes.proceedings {
        row.proceedings = Some(proceedings.code().to_owned());
    }
    if let Some(value) = changes.valuation {
        row.value_source = Some(rules::line("valuation.source", &value.source)?);
        row.value_minor = Some(value.money.minor);
        row.value_currency = Some(value.money.currency);
        row.value_basis = Some(value.basis.code().to_owned());
        row.value_on = Some(value.on.to_string());
    }
    Ok(())
}

/// Somebody active of the organisation, or of the agent that writes for it.
async fn contact_of(tx: &Tx, viewer: &Viewer, row: &Row, contact: Uuid) -> Result<Uuid> {
    let mut homes = vec![row.organization_id, viewer.organization];
    homes.dedup();
    let people = members::active_people_of(tx.connection(), &homes).await?;
    let found = people.iter().find(|person| person.id == contact);
    found
        .map(|person| person.id)
        .ok_or_else(|| ApiError::input("contactId", "Name somebody of the organisation."))
}
