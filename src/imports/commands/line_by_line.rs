//! An import by the command line: a file is read and carried out at once, in the name of a person.
//!
//! JSON lines are read one at a time, so memory does not grow with their file; other formats are read whole.

use std::io::{self, BufRead, Read as _};

use serde::Serialize;
use uuid::Uuid;

use super::{
    super::rules::{
        self, Format, Lines, MAX_FILE, Mapping, Outcome, ParseError, ParsedLead, Reason, listing, reason_of,
    },
    carry::{Brands, Carried, Carrier, Choices},
};
use crate::{
    app::App,
    leads::imported,
    members,
    permissions::{Action, Target, Viewer, audience::Tlp},
    platform::{
        error::{ApiError, ErrorCode, Result},
        text::normalize_email,
    },
};

/// What somebody asks to be imported, and how.
#[derive(Debug, Clone)]
pub struct Order {
    /// Address of the person in whose name it is done.
    pub email: String,
    /// Name of the brand that all listings concern.
    pub brand: Option<String>,
    /// How far the leads may travel at most.
    pub tlp: Tlp,
    /// Whether the leads stay drafts.
    pub draft: bool,
    /// Whether nothing is kept.
    pub dry_run: bool,
}

/// The result of a line, or of another element of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LineReport {
    /// Its number, from 1.
    pub line: u64,
    /// Where it stands, where the file has no lines.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
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

impl Summary {
    fn count(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Created | Outcome::WouldCreate => self.created += 1,
            Outcome::AlreadyThere => self.already_there += 1,
            Outcome::Refused => self.refused += 1,
        }
    }
}

/// Why an import ends before the end of the file. What was imported stays; running it again goes on.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file cannot be read on.
    #[error("the file cannot be read: {0}")]
    File(#[from] io::Error),
    /// The file is none of its format.
    #[error("{0}")]
    Format(String),
    /// The order cannot be carried out, or the database is out of reach.
    #[error("{}", .0.message)]
    Service(ApiError),
}

impl From<ApiError> for ImportError {
    fn from(error: ApiError) -> Self {
        Self::Service(error)
    }
}

impl From<ParseError> for ImportError {
    fn from(error: ParseError) -> Self {
        Self::Format(error.to_string())
    }
}

/// An import that may begin.
pub struct Import<'a> {
    app: &'a App,
    viewer: Viewer,
    brands: Brands,
    choices: Choices,
    dry_run: bool,
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
        let brands = Brands::load(app, viewer.sandbox()).await?;
        let named = |name: &String| {
            brands
                .named(name)
                .ok_or_else(|| refuse("There is no brand of this name."))
        };
        let brand: Option<Uuid> = order.brand.as_ref().map(named).transpose()?;
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
        let choices = Choices {
            brand,
            tlp: Some(order.tlp),
            draft: order.draft,
            on_behalf_of: None,
        };
        Ok(Self {
            app,
            viewer,
            brands,
            choices,
            dry_run: order.dry_run,
        })
    }

    /// Imports what is read; `told` hears of each line and of how many bytes were read so far.
    ///
    /// # Errors
    /// [`ImportError`]; a line that cannot be imported is none.
    pub async fn run(
        &self,
        format: Format,
        mapping: Option<&Mapping>,
        from: impl BufRead,
        told: impl FnMut(&LineReport, u64) -> io::Result<()>,
    ) -> std::result::Result<Summary, ImportError> {
        match format {
            Format::Listings => self.lines(from, told).await,
            Format::Csv | Format::Misp | Format::Stix => self.whole(format, mapping, from, told).await,
        }
    }

    async fn lines(
        &self,
        from: impl BufRead,
        mut told: impl FnMut(&LineReport, u64) -> io::Result<()>,
    ) -> std::result::Result<Summary, ImportError> {
        let mut lines = Lines::of(from);
        let mut summary = Summary::default();
        while let Some((number, read)) = lines.next_line()? {
            let read = read.map_err(|text| (reason_of(text), text.to_owned()));
            let report = match read.and_then(|bytes| listing(bytes).map_err(|refusal| (refusal.reason, refusal.text))) {
                Ok(lead) => self.lead(number, None, &lead).await?,
                Err((_, text)) => report(number, None, refused(text)),
            };
            summary.count(report.outcome);
            told(&report, lines.bytes_read())?;
        }
        Ok(summary)
    }

    /// Tells of each element that becomes a lead, and of each that does not go in.
    async fn whole(
        &self,
        format: Format,
        mapping: Option<&Mapping>,
        from: impl BufRead,
        mut told: impl FnMut(&LineReport, u64) -> io::Result<()>,
    ) -> std::result::Result<Summary, ImportError> {
        let mut bytes = Vec::new();
        from.take(MAX_FILE as u64 + 1).read_to_end(&mut bytes)?;
        if bytes.len() > MAX_FILE {
            return Err(ImportError::Format("the file is larger than 64 MB".to_owned()));
        }
        let parsed = rules::parse(format, &bytes, mapping)?;
        let mut summary = Summary::default();
        for (index, element) in parsed.elements.iter().enumerate() {
            let at = Some(element.at.clone());
            let number = index as u64 + 1;
            let report = match (element.lead, element.reason) {
                (Some(lead), _) if element.is_head => self.lead(number, at, &parsed.leads[lead]).await?,
                (None, Some(reason)) => report(number, at, refused(<&str>::from(reason))),
                _ => continue,
            };
            // Parts of an event that lead to nothing are told, but refuse no lead.
            if element.lead.is_some() || matches!(element.kind.as_str(), "row" | "event") {
                summary.count(report.outcome);
            }
            told(&report, bytes.len() as u64 * number / parsed.elements.len() as u64)?;
        }
        Ok(summary)
    }

    async fn lead(&self, number: u64, at: Option<String>, lead: &ParsedLead) -> Result<LineReport> {
        let carrier = Carrier {
            app: self.app,
            viewer: &self.viewer,
            choices: self.choices,
            brands: &self.brands,
        };
        if self.dry_run {
            return Ok(report(number, at, carrier.rehearse(lead).await?));
        }
        let carried = carrier.carry(lead, None).await?;
        let made = carried.lead.filter(|_| carried.outcome == Outcome::Created);
        let possible_duplicates = match made {
            Some(lead) => imported::duplicates_of(self.app, &self.viewer, lead).await?,
            None => Vec::new(),
        };
        Ok(LineReport {
            possible_duplicates,
            ..report(number, at, carried)
        })
    }
}

fn refused(text: impl Into<String>) -> Carried {
    Carried::refused(Reason::Malformed, text)
}

fn report(line: u64, at: Option<String>, carried: Carried) -> LineReport {
    LineReport {
        line,
        at,
        outcome: carried.outcome,
        reference: carried.reference,
        possible_duplicates: Vec::new(),
        reason: carried.text,
    }
}
