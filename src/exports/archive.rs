//! Everything of an organisation in one file, for whoever leaves or looks elsewhere: a zip of lines of JSON and of tables.
//!
//! ```text
//! manifest.json    what is in it: rows and SHA-256 of each part, and when
//! leads.ndjson     its own leads and those about its brands, with the items, as the asking person sees them
//! deliveries.ndjson, comments.ndjson   of these leads: the answers that the person sees; what the organisation said
//! evidence.ndjson  the pieces that the organisation added to these leads, with their hashes; not their bytes, which are fetched
//!                  one by one, each time noted in their custody
//! people.csv, brands.csv, rights.csv, authorized_parties.csv
//! products.ndjson  its product sheets with what tells fakes apart, as the person sees them; RED features without what they say
//! audit.ndjson     what the person reads of the log
//! ```

use std::{
    collections::BTreeMap,
    io::{Cursor, Write as _},
};

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;
use zip::{ZipWriter, write::SimpleFileOptions};

use super::{
    rules::{ExportRow, MOST_ARCHIVED, harmless},
    store,
    writing::{reader, unkept},
};
use crate::{
    app::App,
    audience::Order,
    audit::{self, Filter, Record},
    evidence,
    leads::{
        self, Extract, LeadQuery,
        rules::{LeadOutcome, RejectReason},
    },
    members,
    permissions::{Action, Viewer, audience::Tlp},
    platform::{
        clock::timestamp,
        db::Recorded,
        error::{ApiError, ErrorCode, Result},
        graphql::connection::PageArgs,
        ids::{IdKind, encode},
    },
    products, rights,
};

/// What is read at once.
const BATCH: u64 = 100;
/// Leads whose evidence is asked for at once.
const LEADS_AT_ONCE: usize = 500;
/// The edition of what stands in an archive.
const EDITION: u32 = 1;
/// Most entries of the log that it has: the latest ones.
const MOST_ENTRIES: usize = 100_000;
/// How long an archive is kept: whoever asked may be away for a weekend.
pub(super) const KEPT: SignedDuration = SignedDuration::from_hours(72);

/// A part of an archive.
struct Part {
    name: &'static str,
    rows: usize,
    bytes: Vec<u8>,
}

impl Part {
    fn new(name: &'static str) -> Self {
        Self {
            name,
            rows: 0,
            bytes: Vec::new(),
        }
    }

    fn line(&mut self, value: &Value) {
        self.bytes.extend(value.to_string().into_bytes());
        self.bytes.push(b'\n');
        self.rows += 1;
    }
}

/// The leads of an archive on their way.
struct Leads {
    met: BTreeMap<Uuid, Tlp>,
    leads: Part,
    deliveries: Part,
    comments: Part,
}

impl Leads {
    fn new() -> Self {
        Self {
            met: BTreeMap::new(),
            leads: Part::new("leads.ndjson"),
            deliveries: Part::new("deliveries.ndjson"),
            comments: Part::new("comments.ndjson"),
        }
    }

    fn add(&mut self, lead: &Extract) {
        if self.met.insert(lead.id, lead.tlp).is_some() {
            return;
        }
        self.leads.line(&told(lead));
        for answer in &lead.answers {
            self.deliveries.line(&json!({
                "id": encode(IdKind::Delivery, answer.id), "lead": lead.reference, "recipient": answer.recipient,
                "verdict": answer.verdict, "reason": answer.reason, "answeredAt": answer.at,
            }));
        }
        for remark in lead.remarks.iter().filter(|remark| remark.is_own) {
            self.comments.line(&json!({
                "id": encode(IdKind::Comment, remark.id), "lead": lead.reference, "body": remark.body,
                "forAllViewers": remark.for_all, "createdAt": remark.at,
            }));
        }
    }
}

fn told(lead: &Extract) -> Value {
    let items = lead.listed.iter().map(|item| {
        json!({
            "id": encode(IdKind::Item, item.id), "title": item.title, "url": item.url, "capturedAt": item.captured_at,
        })
    });
    let types: Vec<&str> = lead.infringement_types.iter().map(|kind| kind.code()).collect();
    let value = lead.value.as_ref();
    let value = value.map(|value| json!({ "amount": value.amount(), "currency": value.currency }));
    json!({
        "id": encode(IdKind::Lead, lead.id), "reference": lead.reference, "title": lead.title, "summary": lead.summary,
        "tlp": <&str>::from(lead.tlp), "handlingCode": <&str>::from(lead.handling_code),
        "state": <&str>::from(lead.state), "priority": lead.priority.code(), "grade": lead.grade,
        "source": lead.source.code(), "channel": lead.channel.code(), "infringementTypes": types,
        "country": lead.country, "divisionCode": lead.division, "estimatedValue": value, "ownerName": lead.owner,
        "brands": lead.brands, "items": items.collect::<Vec<_>>(), "outcome": lead.outcome.map(LeadOutcome::code),
        "rejectReason": lead.reject_reason.map(RejectReason::code), "createdAt": lead.created_at,
        "updatedAt": lead.changed_at, "usableUntil": lead.usable_until,
    })
}

/// Writes the archive that somebody asked for; ends without one where the person may not have it any more.
///
/// # Errors
/// `FORBIDDEN`, `LIMIT_EXCEEDED` where there are more than 100,000 leads, `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn write_one(app: &App, row: &ExportRow) -> Result<()> {
    let Some(found) = leads_of(app, row).await? else {
        return Ok(());
    };
    let Leads {
        met,
        leads,
        deliveries,
        comments,
    } = found;
    let viewer = reader(app, row).await?;
    let pieces = pieces(app, &viewer, &met).await?;
    let mut parts = vec![leads, deliveries, comments, pieces];
    parts.push(people(app, &viewer).await?);
    parts.extend(holdings(app, &viewer).await?);
    parts.push(sheets(app, &viewer).await?);
    parts.push(log(app, &viewer).await?);
    let now = app.now();
    let packed = tokio::task::spawn_blocking(move || packed(&parts, now)).await;
    let bytes = packed.map_err(ApiError::internal)??;
    let size = bytes.len() as u64;
    app.files.put(&row.kept_as(), bytes).await.map_err(unkept)?;
    let tx = app.begin().await?;
    let met: Vec<(Uuid, Tlp)> = met.into_iter().collect();
    let kept = store::export_finish(&tx, row, &met, size).await?;
    tx.commit(Recorded(())).await?;
    if !kept {
        app.files.forget(&row.kept_as()).await.map_err(unkept)?;
    }
    Ok(())
}

/// The own leads, then those about the own brands; `None` where the export was called off meanwhile.
async fn leads_of(app: &App, row: &ExportRow) -> Result<Option<Leads>> {
    let viewer = reader(app, row).await?;
    let brands = rights::holdings(app.db.read(), viewer.organization).await?.brands;
    let own = LeadQuery {
        owners: vec![viewer.organization],
        ..LeadQuery::default()
    };
    let mut queries = vec![own];
    if !brands.is_empty() {
        queries.push(LeadQuery {
            brands: brands.iter().map(|brand| brand.id).collect(),
            ..LeadQuery::default()
        });
    }
    let mut found = Leads::new();
    for query in queries {
        let mut place = None;
        loop {
            let viewer = reader(app, row).await?;
            let query = query.clone().asked_by(&viewer);
            let order = (Order::CreatedAt, false);
            let (some, next) = leads::extract(app, &viewer, &query, order, (place, BATCH)).await?;
            some.iter().for_each(|lead| found.add(lead));
            if found.met.len() > MOST_ARCHIVED {
                return Err(ErrorCode::LimitExceeded.into());
            }
            if !goes_on(app, row, found.met.len() as u64).await? {
                return Ok(None);
            }
            place = next;
            if place.is_none() {
                break;
            }
        }
    }
    Ok(Some(found))
}

/// The pieces of evidence that the organisation added to these leads, as the person sees them.
async fn pieces(app: &App, viewer: &Viewer, met: &BTreeMap<Uuid, Tlp>) -> Result<Part> {
    let mut part = Part::new("evidence.ndjson");
    let leads: Vec<Uuid> = met.keys().copied().collect();
    for some in leads.chunks(LEADS_AT_ONCE) {
        for piece in evidence::collected(app.db.read(), viewer, app.now(), some).await? {
            part.line(&json!({
                "id": encode(IdKind::Evidence, piece.id), "leadId": encode(IdKind::Lead, piece.lead_id),
                "title": piece.title, "kind": piece.kind, "state": piece.state, "tlp": piece.tlp,
                "fileName": piece.file_name, "mediaType": piece.media_type, "bytes": piece.bytes, "sha256": piece.sha256,
                "collectedAt": timestamp(piece.collected_at), "source": piece.source, "method": piece.method,
            }));
        }
    }
    Ok(part)
}

async fn goes_on(app: &App, row: &ExportRow, done: u64) -> Result<bool> {
    let tx = app.begin().await?;
    let goes_on = store::export_progress(&tx, row, done, row.rows_total.max(done)).await?;
    tx.commit(Recorded(())).await?;
    Ok(goes_on)
}

/// A table on its way.
struct Table {
    name: &'static str,
    rows: usize,
    writer: csv::Writer<Vec<u8>>,
}

impl Table {
    fn new(name: &'static str, columns: &[&str]) -> Result<Self> {
        let mut writer = csv::WriterBuilder::new()
            .quote_style(csv::QuoteStyle::Always)
            .from_writer(Vec::new());
        writer.write_record(columns).map_err(ApiError::internal)?;
        Ok(Self { name, rows: 0, writer })
    }

    fn row(&mut self, cells: &[String]) -> Result<()> {
        self.rows += 1;
        let cells = cells.iter().map(|cell| harmless(cell));
        self.writer.write_record(cells).map_err(ApiError::internal)
    }

    fn finish(self) -> Result<Part> {
        let bytes = self.writer.into_inner();
        Ok(Part {
            name: self.name,
            rows: self.rows,
            bytes: bytes.map_err(|error| ApiError::internal(error.into_error()))?,
        })
    }
}

/// The people of the organisation, where the person may see them.
async fn people(app: &App, viewer: &Viewer) -> Result<Part> {
    let mut table = Table::new(
        "people.csv",
        &["id", "name", "email", "state", "roles", "last_sign_in_at", "created_at"],
    )?;
    let people = match viewer.has(Action::PersonRead) {
        true => members::people_of(app.db.read(), viewer.organization).await?,
        false => Vec::new(),
    };
    for person in people {
        let roles: Vec<&str> = person.roles.iter().map(|role| role.code()).collect();
        table.row(&[
            encode(IdKind::Person, person.id),
            person.name,
            person.email,
            <&str>::from(person.state).to_owned(),
            roles.join(" "),
            moment(person.last_sign_in_at),
            moment(Some(person.created_at)),
        ])?;
    }
    table.finish()
}

fn moment(at: Option<Timestamp>) -> String {
    at.map_or_else(String::new, |at| at.to_string())
}

/// Its product sheets with what tells fakes apart, as the person sees them; not what RED features say, nor any picture.
async fn sheets(app: &App, viewer: &Viewer) -> Result<Part> {
    let mut part = Part::new("products.ndjson");
    for line in products::lines_of(app.db.read(), viewer, app.now(), viewer.organization).await? {
        part.line(&line);
    }
    Ok(part)
}

/// Its brands, IP rights and authorised parties.
async fn holdings(app: &App, viewer: &Viewer) -> Result<Vec<Part>> {
    let held = rights::holdings(app.db.read(), viewer.organization).await?;
    let mut brands = Table::new("brands.csv", &["id", "name", "name_zh", "active", "created_at"])?;
    for brand in &held.brands {
        brands.row(&[
            encode(IdKind::Brand, brand.id),
            brand.name.clone(),
            brand.name_zh.clone().unwrap_or_default(),
            brand.active.to_string(),
            moment(Some(brand.created_at)),
        ])?;
    }
    let mut parties = Table::new(
        "authorized_parties.csv",
        &[
            "id",
            "brand",
            "kind",
            "name",
            "platform",
            "shop_id",
            "territory",
            "valid_from",
            "valid_until",
            "revoked_at",
        ],
    )?;
    for party in held.parties.iter().filter(|_| viewer.has(Action::AuthorizedPartyRead)) {
        parties.row(&[
            encode(IdKind::Party, party.id),
            encode(IdKind::Brand, party.brand_id),
            <&str>::from(party.kind).to_owned(),
            party.name.clone(),
            party.platform.clone().unwrap_or_default(),
            party.shop_id.clone().unwrap_or_default(),
            party.territory.clone().unwrap_or_default(),
            moment(Some(party.valid_from)),
            moment(party.valid_until),
            moment(party.revoked_at),
        ])?;
    }
    Ok(vec![brands.finish()?, ip_rights(&held)?, parties.finish()?])
}

fn ip_rights(held: &rights::Holdings) -> Result<Part> {
    let mut table = Table::new(
        "rights.csv",
        &[
            "id",
            "kind",
            "title",
            "standing",
            "office",
            "application",
            "registration",
            "territory",
            "from",
            "until",
        ],
    )?;
    for right in &held.rights {
        let facts = &right.facts;
        table.row(&[
            encode(IdKind::Right, right.id),
            <&str>::from(facts.kind).to_owned(),
            facts.title.clone(),
            <&str>::from(right.standing).to_owned(),
            facts.office.clone(),
            facts.application_number.clone().unwrap_or_default(),
            facts.registration_number.clone().unwrap_or_default(),
            facts.territory.join(" "),
            facts.in_force_from.map_or_else(String::new, |day| day.to_string()),
            facts.expires_on.map_or_else(String::new, |day| day.to_string()),
        ])?;
    }
    table.finish()
}

/// What the person reads of the log, the latest first.
async fn log(app: &App, viewer: &Viewer) -> Result<Part> {
    let mut part = Part::new("audit.ndjson");
    let mut after = None;
    while viewer.has(Action::AuditRead) && part.rows < MOST_ENTRIES {
        let args = PageArgs {
            size: BATCH,
            after,
            before: None,
            backward: false,
        };
        let page = audit::entries(app, viewer, &Filter::default(), &args).await?;
        let has_next = page.has_next;
        for (at, id, record) in page.rows {
            after = Some((at, id));
            part.line(&entry(&record));
        }
        if !has_next {
            break;
        }
    }
    Ok(part)
}

fn entry(record: &Record) -> Value {
    let kind: Option<IdKind> = record.object_kind.as_deref().and_then(|kind| kind.parse().ok());
    let object = kind.zip(record.object).map(|(kind, id)| encode(kind, id));
    let detail: Value = serde_json::from_str(&record.detail).unwrap_or_default();
    json!({
        "id": encode(IdKind::Audit, record.id), "at": timestamp(record.at),
        "actorName": record.actor_name, "action": record.action, "object": object, "detail": detail,
    })
}

/// The parts in one file, the manifest first.
fn packed(parts: &[Part], now: Timestamp) -> Result<Vec<u8>> {
    let listed = parts.iter().map(|part| {
        let sha256 = format!("{:x}", Sha256::digest(&part.bytes));
        json!({ "name": part.name, "rows": part.rows, "bytes": part.bytes.len(), "sha256": sha256 })
    });
    let manifest = json!({ "edition": EDITION, "writtenAt": now, "parts": listed.collect::<Vec<_>>() });
    let manifest = serde_json::to_vec_pretty(&manifest).map_err(ApiError::internal)?;
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    let all = parts.iter().map(|part| (part.name, part.bytes.as_slice()));
    for (name, bytes) in std::iter::once(("manifest.json", manifest.as_slice())).chain(all) {
        file.start_file(name, SimpleFileOptions::default())
            .map_err(ApiError::internal)?;
        file.write_all(bytes).map_err(ApiError::internal)?;
    }
    Ok(file.finish().map_err(ApiError::internal)?.into_inner())
}
