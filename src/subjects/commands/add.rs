//! Naming somebody or something in a lead.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{
    identifiers::{NewIdentifier, rows},
    index, open_host, record,
};
use crate::{
    app::App,
    audience::Sight,
    leads::{self, rules::TimelineKind},
    permissions::{Action, Viewer},
    platform::{
        clock::{NEVER, micros},
        db::idempotency::{Idempotency, claim},
        error::{ApiError, Result},
    },
    subjects::{
        rules::{self, MOST_SUBJECTS, PersonalData, SubjectKind, SupplyRole},
        store::{self, SubjectRow},
    },
};

/// A subject to be.
#[derive(Debug, Clone, Serialize)]
pub struct NewSubject {
    /// The lead that names it.
    pub lead: Uuid,
    /// What it is.
    pub kind: SubjectKind,
    /// Its name.
    pub name: String,
    /// Its place in the chain of supply.
    pub role: Option<SupplyRole>,
    /// What else there is to say.
    pub detail: Option<String>,
    /// Why and for how long a person's data are kept: asked of people, and of nobody else.
    pub personal_data: Option<PersonalData>,
    /// What it is known by.
    pub identifiers: Vec<NewIdentifier>,
}

/// Names a subject in a lead, once per idempotency key. The lead's version and order stay as they are. `None` where who did
/// it does not see it, such as a partner who names a person.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `BAD_USER_INPUT`, `IDEMPOTENCY_MISMATCH`.
pub async fn add(app: &App, viewer: &Viewer, key: &str, new: NewSubject) -> Result<Option<SubjectRow>> {
    let tx = app.begin().await?;
    let host = open_host(&tx, viewer, new.lead).await?;
    let claim = match claim(&tx, viewer.person, "addSubject", key, &sealed(app, &new)).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => return seen(app, viewer, &ids).await,
    };
    if store::subjects_count_of(tx.connection(), new.lead).await? >= MOST_SUBJECTS {
        let text = format!("A lead names at most {MOST_SUBJECTS} subjects.");
        return Err(ApiError::input("leadId", text));
    }
    let row = SubjectRow {
        id: app.ids.id(tx.now()),
        lead_id: new.lead,
        created_by: viewer.person,
        organization_id: viewer.organization,
        kind: new.kind.code().to_owned(),
        is_person: new.kind == SubjectKind::Person,
        name: rules::name(&new.name)?,
        role: new.role.map(|role| role.code().to_owned()),
        detail: rules::detail(new.detail.as_deref())?,
        purpose: None,
        legal_basis: None,
        retain_until: NEVER,
        removed_at: None,
        removed_why: None,
        version: 1,
        created_at: micros(tx.now()),
    };
    let row = with_personal_data(row, new.personal_data, tx.now())?;
    let identifiers = rows(app, viewer, &tx, &row, &[], &new.identifiers)?;
    store::subject_insert(&tx, row.clone()).await?;
    store::identifiers_insert(&tx, identifiers).await?;
    leads::open_subject(&tx, &host, &row).await?;
    index(&tx, &row).await?;
    leads::tell_of_subject(app, viewer, &tx, &host, TimelineKind::SubjectAdded, &row).await?;
    claim.keep(&tx, &[row.id]).await?;
    let detail = json!({ "kind": row.kind, "identifiers": new.identifiers.len() });
    let proof = record(app, viewer, &tx, "addSubject", &row, &detail).await?;
    tx.commit(proof).await?;
    seen(app, viewer, &[row.id]).await
}

/// What is asked for, with papers' numbers by their keyed codes alone: an idempotency key keeps a plain digest, from which a
/// number of so few digits could be guessed.
fn sealed(app: &App, new: &NewSubject) -> NewSubject {
    let mut sealed = new.clone();
    for identifier in &mut sealed.identifiers {
        if identifier.kind.is_secret() {
            let code = app.keys.code("identifier as written", &[identifier.value.as_bytes()]);
            identifier.value = URL_SAFE_NO_PAD.encode(code);
        }
    }
    sealed
}

/// What of these the viewer sees.
async fn seen(app: &App, viewer: &Viewer, ids: &[Uuid]) -> Result<Option<SubjectRow>> {
    let sight = Sight::of(viewer, Action::LeadRead, app.now());
    Ok(store::subjects_seen(app.db.read(), &sight, ids).await?.pop())
}

/// A subject with the reasons for which a person's data are kept; others have none.
pub(super) fn with_personal_data(
    mut row: SubjectRow,
    data: Option<PersonalData>,
    now: jiff::Timestamp,
) -> Result<SubjectRow> {
    match (row.is_person, data) {
        (true, None) => Err(ApiError::input(
            "personalData",
            "Say for what and by which right a person's data are kept.",
        )),
        (false, Some(_)) => Err(ApiError::input("personalData", "Only people have personal data.")),
        (false, None) => Ok(row),
        (true, Some(data)) => {
            row.purpose = Some(data.purpose.code().to_owned());
            row.legal_basis = Some(data.legal_basis.code().to_owned());
            row.retain_until = micros(rules::retention(data.retain_until, now)?);
            Ok(row)
        }
    }
}
