//! The dry run: what would become of a file, element by element, with nothing written.

use std::collections::{HashMap, HashSet};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use uuid::Uuid;

use super::{
    carry::{Brands, Carrier, Choices},
    upload::{blocking, own_upload},
};
use crate::{
    app::App,
    imports::{
        rules::{self, Format, Mapping, Outcome, ParseError, Parsed, Reason, Verdict},
        store::UploadRow,
    },
    leads::imported::{self, Offer},
    permissions::{Action, Target, Viewer},
    platform::{
        db::code,
        error::{ApiError, ErrorCode, Result},
    },
};

/// What is to be imported, and how.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(crate) struct Plan {
    /// The file.
    pub(crate) upload: Uuid,
    /// How to read it; as it seems to be where nothing is said.
    pub(crate) format: Option<Format>,
    /// Which columns go where; as their names suggest where nothing is said.
    pub(crate) mapping: Option<Mapping>,
    /// What was chosen for all leads.
    pub(crate) choices: Choices,
}

/// What would become of a lead to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Judged {
    /// Whether it would be created, is there already, or would be refused.
    pub(crate) outcome: Outcome,
    /// Why it would be refused.
    pub(crate) reason: Option<Reason>,
    /// The lead that is there.
    pub(crate) lead: Option<Uuid>,
}

/// What would become of a file.
#[derive(Debug)]
pub(crate) struct Preview {
    /// The format it was read as.
    pub(crate) format: Format,
    /// What was chosen.
    pub(crate) choices: Choices,
    /// To be passed back when starting; none where the file cannot be read.
    pub(crate) token: Option<String>,
    /// Why it cannot be read.
    pub(crate) mistake: Option<ParseError>,
    /// What it says.
    pub(crate) parsed: Parsed,
    /// What would become of each lead.
    pub(crate) judged: Vec<Judged>,
}

impl Preview {
    /// How many leads would end so.
    pub(crate) fn count(&self, outcome: Outcome) -> usize {
        self.judged.iter().filter(|judged| judged.outcome == outcome).count()
    }

    /// The elements of a list: of these verdicts, for these reasons, or those alone that a lead is made of.
    pub(crate) fn elements(&self, heads: bool, verdicts: &[Verdict], reasons: &[Reason]) -> Vec<usize> {
        let elements = self.parsed.elements.iter().enumerate();
        let wanted = elements.filter(|(_, element)| {
            let reason = self.reason(element);
            (!heads || element.is_head)
                && (verdicts.is_empty() || verdicts.contains(&element.verdict))
                && (reasons.is_empty() || reason.is_some_and(|reason| reasons.contains(&reason)))
        });
        wanted.map(|(place, _)| place).collect()
    }

    /// Why an element does not go in: by itself, or because its lead would be refused.
    pub(crate) fn reason(&self, element: &rules::Element) -> Option<Reason> {
        let of_lead = element
            .lead
            .filter(|_| element.is_head)
            .and_then(|lead| self.judged[lead].reason);
        of_lead.or(element.reason)
    }

    /// The leads that have a listing of these leads to be already, as far as the viewer sees them.
    ///
    /// # Errors
    /// `INTERNAL` or `UNAVAILABLE`.
    pub(crate) async fn duplicates(
        &self,
        app: &App,
        viewer: &Viewer,
        leads: &[usize],
    ) -> Result<HashMap<usize, Vec<Uuid>>> {
        /// Listings of one lead that are looked for.
        const MOST: usize = 20;
        let offers: Vec<Vec<Offer>> = leads
            .iter()
            .map(|lead| {
                let items = self.parsed.leads[*lead].items.iter().take(MOST);
                let offer = |item: &rules::ParsedItem| Offer {
                    url: item.url.clone(),
                    known: item.known.clone(),
                };
                items.map(offer).collect()
            })
            .collect();
        let found = imported::duplicates_among(app, viewer, &offers).await?;
        let others = |(lead, found): (&usize, Vec<Uuid>)| {
            let own = self.judged[*lead].lead;
            (
                *lead,
                found
                    .into_iter()
                    .filter(|other| Some(*other) != own)
                    .take(MOST)
                    .collect(),
            )
        };
        Ok(leads.iter().zip(found).map(others).collect())
    }
}

/// Tells what would become of a file, and changes nothing.
///
/// # Errors
/// `NOT_FOUND` where the file is not the viewer's, `FORBIDDEN` where the viewer may not write leads so, `BAD_USER_INPUT`.
pub(crate) async fn preview(app: &App, viewer: &Viewer, plan: &Plan) -> Result<Preview> {
    let upload = own_upload(app, viewer, plan.upload).await?;
    let choices = plan.choices;
    let target = Target {
        organization: choices.on_behalf_of.unwrap_or(viewer.organization),
        brands: choices.brand.as_slice(),
    };
    if !viewer.may(Action::LeadCreate, target, app.now()) {
        return Err(ErrorCode::Forbidden.into());
    }
    let brands = Brands::load(app, viewer.sandbox()).await?;
    if choices.brand.is_some_and(|brand| !brands.has(brand)) {
        return Err(ApiError::input("brandId", "There is no such brand."));
    }
    let format = match plan.format {
        Some(format) => format,
        None => code(&upload.format)?,
    };
    let parsed = match read(&upload, format, plan.mapping.clone()).await? {
        Ok(parsed) => parsed,
        Err(mistake) => {
            return Ok(Preview {
                format,
                choices,
                token: None,
                mistake: Some(mistake),
                parsed: Parsed::default(),
                judged: Vec::new(),
            });
        }
    };
    let carrier = Carrier {
        app,
        viewer,
        choices,
        brands: &brands,
    };
    let judged = judge(&carrier, &parsed).await?;
    Ok(Preview {
        format,
        choices,
        token: Some(token(app, viewer, plan, &upload.hash, &parsed.digest())?),
        mistake: None,
        parsed,
        judged,
    })
}

/// What a file says.
pub(super) async fn read(
    upload: &UploadRow,
    format: Format,
    mapping: Option<Mapping>,
) -> Result<std::result::Result<Parsed, ParseError>> {
    let content = upload.content.clone();
    blocking(move || rules::parse(format, &content, mapping.as_ref())).await
}

async fn judge(carrier: &Carrier<'_>, parsed: &Parsed) -> Result<Vec<Judged>> {
    let hashes: Vec<&str> = parsed.leads.iter().map(|lead| lead.hash.as_str()).collect();
    let known = imported::of_hashes(carrier.app.db.read(), carrier.owner(), &hashes).await?;
    let mut met = HashSet::new();
    let judged = parsed.leads.iter().map(|lead| {
        let there = known.get(&lead.hash).copied();
        let is_repeated = !met.insert(lead.hash.as_str());
        let (outcome, reason) = match carrier.objection(lead) {
            Some(reason) => (Outcome::Refused, Some(reason)),
            None if is_repeated => (Outcome::AlreadyThere, Some(Reason::Repeated)),
            None if there.is_some() => (Outcome::AlreadyThere, None),
            None => (Outcome::WouldCreate, None),
        };
        Judged {
            outcome,
            reason,
            lead: there,
        }
    });
    Ok(judged.collect())
}

/// Vouches for a preview: the file, what was chosen, and all that was read from it.
fn token(app: &App, viewer: &Viewer, plan: &Plan, hash: &str, digest: &str) -> Result<String> {
    let plan = serde_json::to_vec(plan).map_err(ApiError::internal)?;
    let parts = [
        viewer.person.as_bytes().as_slice(),
        &plan,
        hash.as_bytes(),
        digest.as_bytes(),
    ];
    Ok(URL_SAFE_NO_PAD.encode(app.keys.code("import", &parts)))
}
