//! Listings that a machine collected, one JSON object a line, made into leads: one lead for each line.
//!
//! ```text
//! line ─▶ parsed ─▶ known by its hash? ─yes─▶ already there (handed in now, if a first run was broken off before that)
//!           │                └──no──▶ draft + hash in one transaction ─▶ handed in
//!           └─▶ refused: the reason, and on to the next line
//! ```
//!
//! It goes through the same commands as the portal, so that a person imports what the person could write by hand. A line
//! is known by the hash of its content, whatever the order of its fields, within the organisation it belongs to: a second
//! run adds nothing, and one that was broken off is finished by running it again. Memory does not grow with the file.

mod line;
mod lines;

use std::io::{self, BufRead};

use serde::Serialize;
use uuid::Uuid;

use self::{line::Listing, lines::Lines};
use super::{
    commands::{self, NewLead},
    rules::{Channel, HandlingPolicy, InfringementType, LeadSource, LeadState},
    store,
};
use crate::{
    app::App,
    audience::Sight,
    members,
    permissions::{
        Action, Target, Viewer,
        audience::{HandlingCode, Tlp},
        viewer::OrganizationKind,
    },
    platform::{
        error::{ApiError, ErrorCode, Result},
        text::{fold, normalize_email},
    },
};

/// What somebody asks to be imported, and how.
#[derive(Debug, Clone)]
pub struct Order {
    /// Address of the person in whose name it is done.
    pub email: String,
    /// Name of the brand that all listings concern.
    pub brand: Option<String>,
    /// TLP of the leads.
    pub tlp: Tlp,
    /// Whether the leads stay drafts.
    pub draft: bool,
    /// Whether nothing is kept.
    pub dry_run: bool,
}

/// What became of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// A lead was made of it.
    Created,
    /// It would become a lead if this were not a dry run.
    WouldCreate,
    /// An earlier run made a lead of it.
    AlreadyThere,
    /// No lead can be made of it.
    Refused,
}

/// How many lines of a file are listings, and how many are not; nothing is kept.
///
/// # Errors
/// Where the file cannot be read.
pub fn count(from: impl BufRead) -> io::Result<(u64, u64)> {
    let mut lines = Lines::of(from);
    let (mut good, mut bad) = (0, 0);
    while let Some((_, line)) = lines.next_line()? {
        match line.map(Listing::parse) {
            Ok(Ok(_)) => good += 1,
            _ => bad += 1,
        }
    }
    Ok((good, bad))
}

/// The result of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LineReport {
    /// Its number, from 1.
    pub line: u64,
    /// What became of it.
    pub outcome: Outcome,
    /// Reference of its lead, where the person sees that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// References of other leads with the same listing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub possible_duplicates: Vec<String>,
    /// Why it was refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// How many lines ended how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// Became leads, or would have.
    pub created: u64,
    /// Had become leads before.
    pub already_there: u64,
    /// Could not.
    pub refused: u64,
}

/// Why an import ends before the end of the file. What was imported stays; running it again goes on.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file cannot be read on.
    #[error("the file cannot be read: {0}")]
    File(#[from] io::Error),
    /// The order cannot be carried out, or the database is out of reach.
    #[error("{}", .0.message)]
    Service(ApiError),
}

impl From<ApiError> for ImportError {
    fn from(error: ApiError) -> Self {
        Self::Service(error)
    }
}

/// An import that may begin.
pub struct Import<'a> {
    app: &'a App,
    viewer: Viewer,
    brand: Option<Uuid>,
    order: Order,
}

impl<'a> Import<'a> {
    /// Checks that the person exists, may sign in, and may write such leads.
    ///
    /// # Errors
    /// With the reason, for people.
    pub async fn begin(app: &'a App, order: Order) -> Result<Self> {
        let refuse = |text: &'static str| ApiError::because(ErrorCode::BadUserInput, text);
        let email = normalize_email(&order.email).map_err(|_| refuse("This is not an address."))?;
        let viewer = members::viewer_by_email(app.db.read(), &email)
            .await?
            .filter(|viewer| viewer.active)
            .ok_or_else(|| refuse("There is no active person with this address."))?;
        let brand = match &order.brand {
            Some(name) => Some(
                brand_named(app, name)
                    .await?
                    .ok_or_else(|| refuse("There is no brand of this name."))?,
            ),
            None => None,
        };
        let target = Target {
            organization: viewer.organization,
            brands: brand.as_slice(),
        };
        if !viewer.may(Action::LeadCreate, target, app.now()) {
            return Err(refuse("This person may not write leads about this brand."));
        }
        if !order.draft && order.tlp < viewer.widest_tlp() {
            return Err(refuse(
                "This person's roles may not open leads that far: choose another TLP.",
            ));
        }
        Ok(Self {
            app,
            viewer,
            brand,
            order,
        })
    }

    /// Imports what is read; `told` hears of each line and of how many bytes were read so far.
    ///
    /// # Errors
    /// [`ImportError`]; a line that cannot be imported is none.
    pub async fn run(
        &self,
        from: impl BufRead,
        mut told: impl FnMut(&LineReport, u64) -> io::Result<()>,
    ) -> std::result::Result<Summary, ImportError> {
        let mut lines = Lines::of(from);
        let mut summary = Summary::default();
        while let Some((number, read)) = lines.next_line()? {
            let report = match read {
                Ok(bytes) => self.line(number, bytes).await?,
                Err(reason) => refused(number, reason.to_owned()),
            };
            match report.outcome {
                Outcome::Created | Outcome::WouldCreate => summary.created += 1,
                Outcome::AlreadyThere => summary.already_there += 1,
                Outcome::Refused => summary.refused += 1,
            }
            told(&report, lines.bytes_read())?;
        }
        Ok(summary)
    }

    async fn line(&self, number: u64, bytes: &[u8]) -> Result<LineReport> {
        let listing = match Listing::parse(bytes) {
            Ok(listing) => listing,
            Err(reason) => return Ok(refused(number, reason)),
        };
        match self.listing(number, listing).await {
            Err(error) if error.code.is_refusal() => {
                let field = error.field.map(|path| path.join(".")).unwrap_or_default();
                Ok(refused(number, format!("{field} {}", error.message).trim().to_owned()))
            }
            other => other,
        }
    }

    async fn listing(&self, number: u64, listing: Listing) -> Result<LineReport> {
        let hash = listing.hash.clone();
        let found = store::import_find(self.app.db.read(), self.viewer.organization, &hash).await?;
        if let Some(lead) = found {
            return self.again(number, lead).await;
        }
        let new = self.new_lead(listing);
        if self.order.dry_run {
            commands::rehearse(self.app, &self.viewer, &new).await?;
            return Ok(report(number, Outcome::WouldCreate));
        }
        let row = commands::create(self.app, &self.viewer, new).await?;
        if !self.order.draft {
            commands::submit(self.app, &self.viewer, row.id, row.version).await?;
        }
        Ok(LineReport {
            reference: Some(row.reference),
            possible_duplicates: self.duplicates(row.id).await?,
            ..report(number, Outcome::Created)
        })
    }

    /// A line whose lead is there. The person need not see it any more.
    async fn again(&self, number: u64, lead: Uuid) -> Result<LineReport> {
        let sight = self.sight();
        let row = match store::lead_find(self.app.db.read(), &sight, lead).await {
            Ok(row) => row,
            Err(error) if error.code == ErrorCode::NotFound => return Ok(report(number, Outcome::AlreadyThere)),
            Err(error) => return Err(error),
        };
        let is_draft = row.state == <&str>::from(LeadState::Draft);
        if is_draft && !self.order.draft && !self.order.dry_run {
            commands::submit(self.app, &self.viewer, lead, row.version).await?;
        }
        Ok(LineReport {
            reference: Some(row.reference),
            ..report(number, Outcome::AlreadyThere)
        })
    }

    async fn duplicates(&self, lead: Uuid) -> Result<Vec<String>> {
        let (connection, sight) = (self.app.db.read(), self.sight());
        let items = store::items_of(connection, lead).await?;
        let same = store::same_listings(connection, &sight, &items).await?;
        let rows = store::leads_seen(connection, &sight, &same).await?;
        Ok(rows.into_iter().map(|row| row.reference).collect())
    }

    fn sight(&self) -> Sight {
        Sight::of(&self.viewer, Action::LeadRead, self.app.now())
    }

    fn new_lead(&self, listing: Listing) -> NewLead {
        let source = match self.viewer.kind {
            OrganizationKind::Secretariat | OrganizationKind::Platform => Some(LeadSource::Partner),
            OrganizationKind::MemberBrand
            | OrganizationKind::Association
            | OrganizationKind::AgentFirm
            | OrganizationKind::LeAgency
            | OrganizationKind::Lab
            | OrganizationKind::Auditor => None,
        };
        NewLead {
            idempotency_key: format!("import:{}", listing.hash),
            sanitized_from: None,
            handling: HandlingPolicy::default(),
            imported_as: Some(listing.hash),
            title: listing.title,
            summary: listing.summary,
            tlp: self.order.tlp.into(),
            handling_code: HandlingCode::H0.into(),
            source,
            channel: Channel::Online,
            infringement_types: vec![InfringementType::Counterfeit],
            country: None,
            division_code: None,
            estimated_value: None,
            priority: None,
            items: vec![commands::NewItem {
                brand: self.brand,
                ..listing.item
            }],
            on_behalf_of: None,
        }
    }
}

/// The active brand of a name, in whatever case.
async fn brand_named(app: &App, name: &str) -> Result<Option<Uuid>> {
    let brands = store::brand_names(app.db.read()).await?;
    let wanted = fold(name.trim());
    let found = brands
        .into_iter()
        .find(|(_, names)| names.iter().any(|name| fold(name) == wanted));
    Ok(found.map(|(id, _)| id))
}

fn report(line: u64, outcome: Outcome) -> LineReport {
    LineReport {
        line,
        outcome,
        reference: None,
        possible_duplicates: Vec::new(),
        reason: None,
    }
}

fn refused(line: u64, reason: String) -> LineReport {
    LineReport {
        reason: Some(reason),
        ..report(line, Outcome::Refused)
    }
}
