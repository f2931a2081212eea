//! Changing a lead's TLP.

use jiff::Timestamp;
use uuid::Uuid;

use super::{
    Loaded,
    close::close_deliveries,
    create::{conclude, marking},
    keeps_a_reader, load,
    merge::{lock_families, raise_family},
    preview::{Grant, ShareRequest, Terms, apply},
    share::keep_grant,
    tell::News,
    text,
};
use crate::{
    app::App,
    audience, groups,
    leads::{
        rules::{self, LeadState, LeadStep, TimelineKind},
        store::{self, Facts, LeadRow, Touch},
    },
    permissions::{
        Action, Principal, Viewer,
        audience::{AudienceRow, HandlingCode, Tlp, lead_audience},
    },
    platform::{
        db::{Connection, Tx},
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
/// `TLP_CEILING` where the new TLP is wider than the viewer's role may open; `BAD_USER_INPUT` where it is wider than the one
/// under which the lead was handed in (I25), and where RED would leave the owner without a reader.
pub(crate) async fn change_tlp(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    expected: i32,
    change: TlpChange,
) -> Result<LeadRow> {
    change_tlp_within(app, app.begin().await?, viewer, (id, expected), change).await
}

/// [`change_tlp`] within a transaction.
pub(super) async fn change_tlp_within(
    app: &App,
    tx: Tx,
    viewer: &Viewer,
    (id, expected): (Uuid, i32),
    change: TlpChange,
) -> Result<LeadRow> {
    lock_families(&tx, viewer, &[id]).await?;
    let mut loaded = load(tx.connection(), viewer, id, tx.now()).await?;
    loaded.step(viewer, Action::LeadShare, LeadStep::ChangeTlp, tx.now())?;
    let Loaded {
        mut lead,
        mut facts,
        state,
    } = loaded;
    let handling_code = change.handling_code.unwrap_or(facts.lead.handling_code);
    let widens = change.tlp < facts.lead.tlp || handling_code < facts.lead.handling_code;
    if widens && change.tlp < viewer.widest_tlp() {
        return Err(ErrorCode::TlpCeiling.into());
    }
    if widens && state != LeadState::Draft {
        return Err(ApiError::input(
            "tlp",
            "What was handed in is not opened wider: write a sanitised copy.",
        ));
    }
    let reason = text("reason", &change.reason, 2_000)?;
    facts.lead.tlp = change.tlp;
    facts.lead.handling_code = handling_code;
    let (tlp, code) = marking(facts.lead.tlp, facts.lead.handling_code);
    tlp.clone_into(&mut lead.tlp);
    code.clone_into(&mut lead.handling_code);
    if !rules::admits_community(change.tlp) || facts.lead.is_for_named_only() {
        lead.community = false;
        facts.lead.community = false;
    }
    if !change.name.is_empty() && !facts.lead.is_for_named_only() {
        return Err(ApiError::input(
            "namedPersonIds",
            "People are named here only for RED, H2 or H3.",
        ));
    }
    // Those of the owner's own side, to whom the personal data are open already.
    let request = ShareRequest {
        personal_data: true,
        ..ShareRequest::default()
    };
    let terms = Terms {
        personal_data: true,
        valid_until: None,
    };
    for person in &change.name {
        apply(
            tx.connection(),
            &mut facts,
            Grant::Person(*person),
            terms,
            &audience::walls(tx.connection(), id).await?,
        )
        .await?;
        // Whoever else is to see it is shared with, by preview.
        if facts.lead.named.last().map(|named| named.organization) != Some(lead.owner_id) {
            return Err(ApiError::input(
                "namedPersonIds",
                "Name people of the owner; share with others.",
            ));
        }
        keep_grant(app, viewer, &tx, &lead, Grant::Person(*person), &request, Some(&reason)).await?;
    }
    if !keeps_a_reader(&tx, &facts).await? {
        return Err(ApiError::input(
            "namedPersonIds",
            "Name at least one active person of the owner.",
        ));
    }
    let lead = store::lead_update(&tx, lead, expected, Touch::Content).await?;
    close_unseen(&tx, &lead, &facts).await?;
    raise_family(app, &tx, &lead).await?;
    let news = News::to_viewers(TimelineKind::TlpChanged)
        .with(tlp)
        .because(Some(reason));
    conclude(app, viewer, tx, lead, "changeLeadTlp", news).await
}

/// Closes what a recipient who lost sight could not answer any more, and the desk not settle.
pub(super) async fn close_unseen(tx: &Tx, lead: &LeadRow, facts: &Facts) -> Result<()> {
    let rows = lead_audience(&facts.lead);
    let seated = seated(tx.connection(), facts, tx.now()).await?;
    let mut unseen = store::open_deliveries_of(tx.connection(), lead.id).await?;
    unseen.retain(|row| !receives(&rows, facts, &seated, row.recipient_id));
    close_deliveries(tx, unseen).await
}

/// The organisations that are in one of the sharing groups to which a lead is open now.
pub(super) async fn seated(connection: &impl Connection, facts: &Facts, now: Timestamp) -> Result<Vec<Uuid>> {
    let open = facts.lead.groups.iter();
    let open = open.filter(|open| open.valid_until.is_none_or(|until| until > now));
    let groups: Vec<Uuid> = open.map(|open| open.group).collect();
    groups::active_members(connection, &groups, now).await
}

/// Whether somebody on a recipient's side is among those of `rows`; `seated` are in the groups among them.
pub(super) fn receives(rows: &[AudienceRow], facts: &Facts, seated: &[Uuid], recipient: Uuid) -> bool {
    rows.iter().any(|row| match &row.principal {
        Principal::User(person) => facts
            .lead
            .named
            .iter()
            .any(|named| named.person == *person && named.organization == recipient),
        Principal::Own(organization, _) | Principal::Client(organization, _) => *organization == recipient,
        Principal::Group(_) => seated.contains(&recipient),
        Principal::GroupOwn(_, organization, _) => *organization == recipient && seated.contains(&recipient),
        Principal::Service(_)
        | Principal::GroupUser(..)
        | Principal::Desk
        | Principal::Community
        | Principal::Le(_)
        | Principal::Public => false,
    })
}
