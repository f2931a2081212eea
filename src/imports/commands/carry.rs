//! A lead to be becomes a lead, once.
//!
//! ```text
//! known by its hash? ─yes─▶ already there (handed in now, if a first run was broken off before that)
//!     └──no──▶ draft + hash in one transaction ─▶ handed in
//! ```

use std::collections::HashMap;

use uuid::Uuid;

use super::super::rules::{Outcome, ParsedItem, ParsedLead, Reason, effective_tlp};
use crate::{
    app::App,
    leads::{
        self, NewItem, NewLead, imported,
        rules::{Channel, HandlingPolicy, InfringementType, LeadSource},
    },
    permissions::{
        Action, Target, Viewer,
        audience::{HandlingCode, Tlp},
        viewer::OrganizationKind,
    },
    platform::{
        error::{ApiError, ErrorCode, Result},
        text::fold,
    },
};

/// What somebody chose for all leads of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Choices {
    /// The brand of items that name none.
    pub brand: Option<Uuid>,
    /// How far the leads may travel at most; a stricter source stays stricter.
    pub tlp: Option<Tlp>,
    /// Whether they stay drafts.
    pub draft: bool,
    /// The organisation whose leads they become; the person's own where none is named.
    pub on_behalf_of: Option<Uuid>,
}

/// What became of a lead to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Carried {
    /// In a word.
    pub(crate) outcome: Outcome,
    /// The lead, where the person sees it.
    pub(crate) lead: Option<Uuid>,
    /// What people call it, where the person sees it.
    pub(crate) reference: Option<String>,
    /// Why it was refused, for machines.
    pub(crate) reason: Option<Reason>,
    /// Why it was refused, for people.
    pub(crate) text: Option<String>,
}

impl Carried {
    fn of(outcome: Outcome) -> Self {
        Self {
            outcome,
            lead: None,
            reference: None,
            reason: None,
            text: None,
        }
    }

    pub(super) fn refused(reason: Reason, text: impl Into<String>) -> Self {
        Self {
            reason: Some(reason),
            text: Some(text.into()),
            ..Self::of(Outcome::Refused)
        }
    }
}

/// The brands that files name, by their folded names.
#[derive(Debug, Clone, Default)]
pub(crate) struct Brands(HashMap<String, Uuid>);

impl Brands {
    /// All that are not retired, of a sandbox or elsewhere.
    ///
    /// # Errors
    /// `INTERNAL` or `UNAVAILABLE`.
    pub(crate) async fn load(app: &App, sandbox: Option<Uuid>) -> Result<Self> {
        let brands = imported::brand_names(app.db.read(), sandbox).await?;
        let named = brands
            .into_iter()
            .flat_map(|(id, names)| names.into_iter().map(move |name| (fold(&name), id)));
        Ok(Self(named.collect()))
    }

    /// Whether a brand is there and not retired.
    pub(crate) fn has(&self, brand: Uuid) -> bool {
        self.0.values().any(|known| *known == brand)
    }

    /// The brand of a name, in whatever case.
    pub(crate) fn named(&self, name: &str) -> Option<Uuid> {
        self.0.get(&fold(name.trim())).copied()
    }

    /// The brand of each item.
    ///
    /// # Errors
    /// Where one names a brand that is not there.
    pub(super) fn of(&self, lead: &ParsedLead, chosen: Option<Uuid>) -> std::result::Result<Vec<Option<Uuid>>, Reason> {
        let of = |item: &ParsedItem| match &item.brand {
            Some(name) => self.named(name).map(Some).ok_or(Reason::UnknownBrand),
            None => Ok(chosen),
        };
        lead.items.iter().map(of).collect()
    }
}

/// What a person may import, and how.
pub(crate) struct Carrier<'a> {
    /// The service.
    pub(crate) app: &'a App,
    /// In whose name leads are made.
    pub(crate) viewer: &'a Viewer,
    /// What was chosen.
    pub(crate) choices: Choices,
    /// The brands there are.
    pub(crate) brands: &'a Brands,
}

impl Carrier<'_> {
    pub(super) fn owner(&self) -> Uuid {
        self.choices.on_behalf_of.unwrap_or(self.viewer.organization)
    }

    /// Why no lead can be made of it as things stand, if none can.
    pub(super) fn objection(&self, lead: &ParsedLead) -> Option<Reason> {
        let brands = match self.brands.of(lead, self.choices.brand) {
            Ok(brands) => brands,
            Err(reason) => return Some(reason),
        };
        let concerned: Vec<Uuid> = brands.into_iter().flatten().collect();
        let target = Target {
            organization: self.owner(),
            brands: &concerned,
        };
        if !self.viewer.active || !self.viewer.may(Action::LeadCreate, target, self.app.now()) {
            return Some(Reason::NotAllowed);
        }
        let tlp = effective_tlp(lead.tlp, self.choices.tlp);
        (!self.choices.draft && tlp < self.viewer.widest_tlp()).then_some(Reason::TlpCeiling)
    }

    /// Makes a lead of it, or finds the one that was made; `since` is when the import began, microseconds: what the person
    /// made of it since then counts as made by it.
    ///
    /// # Errors
    /// `INTERNAL` or `UNAVAILABLE`; a refusal is none.
    pub(crate) async fn carry(&self, lead: &ParsedLead, since: Option<i64>) -> Result<Carried> {
        if let Some(reason) = self.objection(lead) {
            return Ok(Carried::refused(reason, describe(reason)));
        }
        match Box::pin(self.make(lead, since)).await {
            Err(error) if error.code == ErrorCode::Forbidden => Ok(Carried::refused(Reason::NotAllowed, error.message)),
            Err(error) if error.code.is_refusal() => Box::pin(self.refused(lead, since, &error)).await,
            other => other,
        }
    }

    /// A refusal; where somebody else made the same lead in the same moment, that one.
    async fn refused(&self, lead: &ParsedLead, since: Option<i64>, error: &ApiError) -> Result<Carried> {
        if matches!(error.code, ErrorCode::AlreadyExists | ErrorCode::IdempotencyMismatch) {
            let found = imported::of_hashes(self.app.db.read(), self.owner(), &[&lead.hash]).await?;
            if let Some(known) = found.get(&lead.hash) {
                return self.again(*known, since).await;
            }
        }
        Ok(refusal(error))
    }

    async fn make(&self, lead: &ParsedLead, since: Option<i64>) -> Result<Carried> {
        let found = imported::of_hashes(self.app.db.read(), self.owner(), &[&lead.hash]).await?;
        if let Some(known) = found.get(&lead.hash) {
            return self.again(*known, since).await;
        }
        let (row, is_new) = leads::create_once(self.app, self.viewer, self.new_lead(lead)).await?;
        if !is_new {
            return self.again(row.id, since).await;
        }
        if !self.choices.draft {
            self.hand_in(row.id, row.version).await?;
        }
        Ok(Carried {
            lead: Some(row.id),
            reference: Some(row.reference),
            ..Carried::of(Outcome::Created)
        })
    }

    /// One whose lead is there. The person need not see it any more.
    async fn again(&self, lead: Uuid, since: Option<i64>) -> Result<Carried> {
        let there = Carried {
            lead: Some(lead),
            ..Carried::of(Outcome::AlreadyThere)
        };
        let Some(row) = imported::seen(self.app, self.viewer, lead).await? else {
            return Ok(Carried { lead: None, ..there });
        };
        let is_ours = row.created_by == self.viewer.person && since.is_some_and(|since| row.created_at >= since);
        // A run that was broken off is finished, by the command line at its next one; other drafts are left to their authors.
        if row.is_draft && !self.choices.draft && (is_ours || since.is_none()) {
            self.hand_in(lead, row.version).await?;
        }
        Ok(Carried {
            outcome: if is_ours {
                Outcome::Created
            } else {
                Outcome::AlreadyThere
            },
            reference: Some(row.reference),
            ..there
        })
    }

    /// Hands a draft in, unless somebody else was faster.
    async fn hand_in(&self, lead: Uuid, version: i32) -> Result<()> {
        match leads::submit(self.app, self.viewer, lead, version).await {
            Err(error) if matches!(error.code, ErrorCode::StaleVersion | ErrorCode::TransitionNotAllowed) => Ok(()),
            other => other.map(drop),
        }
    }

    /// Does all that [`Self::carry`] does and keeps nothing of it.
    ///
    /// # Errors
    /// As [`Self::carry`].
    pub(crate) async fn rehearse(&self, lead: &ParsedLead) -> Result<Carried> {
        if let Some(reason) = self.objection(lead) {
            return Ok(Carried::refused(reason, describe(reason)));
        }
        let found = imported::of_hashes(self.app.db.read(), self.owner(), &[&lead.hash]).await?;
        if let Some(known) = found.get(&lead.hash) {
            let seen = imported::seen(self.app, self.viewer, *known).await?;
            return Ok(Carried {
                reference: seen.map(|row| row.reference),
                ..Carried::of(Outcome::AlreadyThere)
            });
        }
        match Box::pin(imported::rehearse(self.app, self.viewer, &self.new_lead(lead))).await {
            Ok(()) => Ok(Carried::of(Outcome::WouldCreate)),
            Err(error) if error.code.is_refusal() => Ok(refusal(&error)),
            Err(error) => Err(error),
        }
    }

    fn new_lead(&self, lead: &ParsedLead) -> NewLead {
        let brands = self.brands.of(lead, self.choices.brand).unwrap_or_default();
        let items = lead.items.iter().zip(brands).map(|(item, brand)| NewItem {
            brand,
            title: item.title.clone(),
            url: item.url.clone(),
            known: item.known.clone(),
            seller: item.seller.clone(),
            shop_id: item.shop_id.clone(),
            price: item.price.clone(),
            captured_at: item.captured_at,
        });
        let types = match lead.types.as_slice() {
            [] => vec![InfringementType::Counterfeit],
            types => types.to_vec(),
        };
        NewLead {
            idempotency_key: format!("import:{}:{}", self.owner().simple(), lead.hash),
            sanitized_from: None,
            handling: HandlingPolicy::default(),
            imported_as: Some(lead.hash.clone()),
            found: false,
            title: lead.title.clone(),
            summary: lead.summary.clone(),
            tlp: effective_tlp(lead.tlp, self.choices.tlp).into(),
            handling_code: HandlingCode::H0.into(),
            source: source(self.viewer.kind),
            channel: Channel::Online,
            infringement_types: types,
            country: lead.country.clone(),
            division_code: None,
            estimated_value: None,
            priority: None,
            items: items.collect(),
            on_behalf_of: self
                .choices
                .on_behalf_of
                .filter(|owner| *owner != self.viewer.organization),
        }
    }
}

/// What the secretariat and platforms import comes from a partner; a member's is a member's.
fn source(kind: OrganizationKind) -> Option<LeadSource> {
    match kind {
        OrganizationKind::Secretariat | OrganizationKind::Platform => Some(LeadSource::Partner),
        OrganizationKind::MemberBrand
        | OrganizationKind::Association
        | OrganizationKind::AgentFirm
        | OrganizationKind::LeAgency
        | OrganizationKind::Lab
        | OrganizationKind::Auditor => None,
    }
}

fn refusal(error: &ApiError) -> Carried {
    let reason = if error.code == ErrorCode::TlpCeiling {
        Reason::TlpCeiling
    } else {
        Reason::Refused
    };
    let field = error.field.as_ref().map(|path| path.join(".")).unwrap_or_default();
    Carried::refused(reason, format!("{field} {}", error.message).trim().to_owned())
}

fn describe(reason: Reason) -> &'static str {
    match reason {
        Reason::UnknownBrand => "there is no brand of this name",
        Reason::NotAllowed => "this person may not write such leads",
        Reason::TlpCeiling => "this person's roles may not hand in leads that are open so far",
        _ => "no lead can be made of it",
    }
}
