//! Changing a lead's TLP.

use uuid::Uuid;

use super::{
    Loaded,
    create::{conclude, marking},
    load,
    preview::{Grant, ShareRequest, apply},
    share::keep_grant,
    tell::News,
    text,
};
use crate::{
    app::App,
    audience,
    leads::{
        rules::{self, LeadStep, TimelineKind},
        store::{self, Facts, LeadRow, Touch},
    },
    permissions::{
        Action, Viewer,
        audience::{HandlingCode, Tlp, lead_audience},
    },
    platform::{
        db::Tx,
        error::{ApiError, ErrorCode, Result},
    },
};

/// A change of TLP or handling code.
#[derive(Debug, Clone)]
pub(crate) struct TlpChange {
    pub(crate) tlp: Tlp,
    pub(crate) handling_code: Option<HandlingCode>,
    pub(crate) reason: String,
    /// People to name, so that RED still has readers.
    pub(crate) name: Vec<Uuid>,
}

/// Changes a lead's TLP: raising it is always possible to those who share; those who no longer may see it lose sight at once.
///
/// # Errors
/// `TLP_CEILING` where the new TLP is wider than the viewer's role may open; `BAD_USER_INPUT` where RED would leave the
/// owner without a reader.
pub(crate) async fn change_tlp(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    expected: i32,
    change: TlpChange,
) -> Result<LeadRow> {
    let tx = app.begin().await?;
    let mut loaded = load(tx.connection(), viewer, id, tx.now()).await?;
    loaded.step(viewer, Action::LeadShare, LeadStep::ChangeTlp, &tx)?;
    let Loaded {
        mut lead, mut facts, ..
    } = loaded;
    if change.tlp < facts.lead.tlp && change.tlp < viewer.widest_tlp() {
        return Err(ErrorCode::TlpCeiling.into());
    }
    let reason = text("reason", &change.reason, 2_000)?;
    facts.lead.tlp = change.tlp;
    facts.lead.handling_code = change.handling_code.unwrap_or(facts.lead.handling_code);
    let (tlp, code) = marking(facts.lead.tlp, facts.lead.handling_code);
    tlp.clone_into(&mut lead.tlp);
    code.clone_into(&mut lead.handling_code);
    if !rules::admits_community(change.tlp) {
        lead.community = false;
    }
    let request = ShareRequest::default();
    for person in &change.name {
        apply(
            tx.connection(),
            &mut facts,
            Grant::Person(*person),
            None,
            &audience::walls(tx.connection(), id).await?,
        )
        .await?;
        keep_grant(app, viewer, &tx, &lead, Grant::Person(*person), &request, Some(&reason)).await?;
    }
    if !keeps_a_reader(&tx, &facts).await? {
        return Err(ApiError::input(
            "namedPersonIds",
            "Name at least one active person of the owner.",
        ));
    }
    let lead = store::lead_update(&tx, lead, expected, Touch::Content).await?;
    let news = News::to_viewers(TimelineKind::TlpChanged).with(tlp);
    conclude(app, viewer, tx, lead, "changeLeadTlp", news).await
}

/// Whether at least one active person of the owner can still read the lead.
async fn keeps_a_reader(tx: &Tx, facts: &Facts) -> Result<bool> {
    let rows = lead_audience(&facts.lead);
    let owner = facts.lead.owner.organization;
    let readers = store::active_viewers(tx.connection()).await?;
    Ok(readers
        .iter()
        .filter(|reader| reader.organization == owner)
        .any(|reader| {
            let (principals, _) = reader.principals(Action::LeadRead, tx.now());
            rows.iter()
                .any(|row| row.valid_until.is_none_or(|until| until > tx.now()) && principals.contains(&row.principal))
        }))
}
