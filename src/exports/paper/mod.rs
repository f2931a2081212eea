//! A lead on paper: what the graph shows its reader, set as a PDF with its TLP on every page.
//!
//! What is printed is an answer of the graph, so that nothing is on paper that its reader does not see, and what was shown
//! is noted as every answer's is. That it was printed is in the audit log where reading is.

mod words;

use jiff::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    leads::rules::reading_is_logged,
    members::rules::Language,
    permissions::{Viewer, audience::Tlp},
    platform::{
        db::code,
        error::{ApiError, Result},
        ids::{IdKind, decode_as},
        typeset,
    },
};
use words::Words;

/// What to ask the graph for; `$id` is the lead.
pub const DOCUMENT: &str = include_str!("lead.graphql");
const TEMPLATE: &str = include_str!("lead.typ");

/// A lead on paper, and what to call it.
#[derive(Debug)]
pub struct Paper {
    /// The PDF.
    pub bytes: Vec<u8>,
    /// The file's name.
    pub name: String,
}

/// Sets the answer to [`DOCUMENT`] for the viewer who asked, and writes down that it was printed.
///
/// # Errors
/// `UNAVAILABLE` where the fonts are not there, `INTERNAL`.
pub async fn print(app: &App, viewer: &Viewer, answer: &Value, language: Language) -> Result<Paper> {
    let lead = &answer["lead"];
    let reference = text(&lead["reference"]);
    let tlp = strictest(lead)?;
    let page = page(answer, tlp, language, app.now());
    let bytes = typeset::print(TEMPLATE, page).await?;
    if reading_is_logged(tlp) {
        let id = decode_as(IdKind::Lead, &text(&lead["id"])).map_err(|_| ApiError::internal("a lead without an id"))?;
        record(app, viewer, id, tlp).await?;
    }
    Ok(Paper {
        bytes,
        name: format!("{reference}.pdf"),
    })
}

/// The label of the paper: the lead's, or that of a piece of its evidence where that is stricter.
fn strictest(lead: &Value) -> Result<Tlp> {
    let mut strictest: Tlp = code(&text(&lead["tlp"]))?;
    for piece in nodes(&lead["evidence"]) {
        strictest = strictest.max(code(&text(&piece["tlp"]))?);
    }
    Ok(strictest)
}

async fn record(app: &App, viewer: &Viewer, lead: Uuid, tlp: Tlp) -> Result<()> {
    let tx = app.begin().await?;
    let detail = json!({ "tlp": <&str>::from(tlp) });
    let act = Act::on(Category::Content, "printLead", IdKind::Lead, lead)
        .of_lead(lead)
        .with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// A moment as the answer gives it, to the minute.
fn moment(value: &Value) -> String {
    let at = value.as_str().and_then(|at| at.parse::<Timestamp>().ok());
    at.map_or_else(String::new, minute)
}

fn minute(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%M UTC").to_string()
}

fn money(value: &Value) -> Option<String> {
    let amount = value["amount"].as_str()?;
    Some(format!("{amount} {}", text(&value["currency"])))
}

/// Rows of a table; those without a value are left out.
fn facts(rows: Vec<(String, Option<String>)>) -> Value {
    let told = rows
        .into_iter()
        .filter_map(|(name, value)| Some((name, value.filter(|value| !value.is_empty())?)));
    told.map(|(name, value)| json!([name, value])).collect()
}

/// The data of the template.
fn page(answer: &Value, tlp: Tlp, language: Language, now: Timestamp) -> Value {
    let words = Words::of(language);
    let lead = &answer["lead"];
    let (lang, region, fonts) = match language {
        Language::En => ("en", "gb", ["Noto Sans", "Noto Sans CJK SC"]),
        Language::ZhHans => ("zh", "cn", ["Noto Sans CJK SC", "Noto Sans"]),
    };
    let by = format!(
        "{}, {}",
        text(&answer["viewer"]["person"]["name"]),
        text(&answer["viewer"]["organization"]["name"])
    );
    json!({
        "lang": lang,
        "region": region,
        "fonts": fonts,
        "words": words.headings(),
        "tlp": { "label": tlp.label(), "color": tlp.web_color() },
        "reference": lead["reference"],
        "title": lead["title"],
        "subtitle": format!("{} · {}", text(&lead["reference"]), words.of_enum("leadState", &lead["state"])),
        "summary": lead["summary"],
        "printed": { "by": by, "line": words.printed(&by, &minute(now)) },
        "facts": about(lead, &words),
        "handling": handling(lead, tlp, &words),
        "items": items(lead, &words),
        "items_more": more(&lead["items"], &words),
        "subjects": subjects(lead, &words),
        "subjects_more": more(&lead["subjects"], &words),
        "evidence": evidence(lead, &words),
        "evidence_more": more(&lead["evidence"], &words),
        "comments": comments(lead),
        "timeline": timeline(lead, &words),
        "timeline_more": more(&lead["timeline"], &words),
    })
}

fn about(lead: &Value, words: &Words) -> Value {
    let types = lead["infringementTypes"].as_array().into_iter().flatten();
    let types: Vec<String> = types.map(|kind| words.of_enum("infringement", kind)).collect();
    let place = [text(&lead["country"]), text(&lead["divisionCode"])].join(" ");
    facts(vec![
        (words.word("owner"), Some(text(&lead["ownerName"]))),
        (words.word("created"), Some(moment(&lead["createdAt"]))),
        (
            words.word("priority"),
            Some(words.of_enum("priority", &lead["priority"])),
        ),
        (words.word("grade"), lead["grade"].as_str().map(str::to_owned)),
        (words.word("source"), Some(words.of_enum("source", &lead["source"]))),
        (words.word("channel"), Some(words.of_enum("channel", &lead["channel"]))),
        (words.word("types"), Some(types.join(words.comma()))),
        (words.word("place"), Some(place.trim().to_owned())),
        (words.word("value"), money(&lead["estimatedValue"])),
        (words.word("outcome"), Some(words.of_enum("outcome", &lead["outcome"]))),
        (
            words.word("rejected"),
            Some(words.of_enum("rejectReason", &lead["rejectReason"])),
        ),
    ])
}

fn handling(lead: &Value, tlp: Tlp, words: &Words) -> Value {
    let policy = &lead["handling"];
    let code: &str = tlp.into();
    facts(vec![
        (tlp.label().to_owned(), Some(words.of_enum("tlpMeaning", &json!(code)))),
        (
            words.word("code"),
            Some(words.of_enum("handlingCode", &lead["handlingCode"])),
        ),
        (
            words.word("permitted"),
            Some(words.of_enum("permittedActions", &policy["permittedActions"])),
        ),
        (
            words.word("notification"),
            Some(words.of_enum("affectedPartyNotification", &policy["affectedPartyNotification"])),
        ),
        (
            words.word("attribution"),
            Some(words.of_enum("attribution", &policy["attribution"])),
        ),
        (words.word("until"), Some(moment(&policy["usableUntil"]))),
    ])
}

fn nodes(list: &Value) -> impl Iterator<Item = &Value> {
    list["nodes"].as_array().into_iter().flatten()
}

/// What to say where a list has more than is printed.
fn more(list: &Value, words: &Words) -> Option<String> {
    let (total, shown) = (list["totalCount"].as_u64().unwrap_or(0), nodes(list).count() as u64);
    (total > shown).then(|| words.more(shown, total))
}

fn items(lead: &Value, words: &Words) -> Value {
    let item = |item: &Value| {
        json!({
            "title": item["title"],
            "facts": facts(vec![
                (words.word("brand"), item["brand"]["name"].as_str().map(str::to_owned)),
                (words.word("url"), item["url"].as_str().map(str::to_owned)),
                (words.word("listing"), listing(item)),
                (words.word("seller"), item["seller"].as_str().map(str::to_owned)),
                (words.word("shop"), item["shopId"].as_str().map(str::to_owned)),
                (words.word("price"), money(&item["price"])),
                (words.word("captured"), Some(moment(&item["capturedAt"]))),
            ]),
        })
    };
    nodes(&lead["items"]).map(item).collect()
}

fn listing(item: &Value) -> Option<String> {
    let parts = [
        item["platform"].as_str()?,
        item["listingId"].as_str().unwrap_or_default(),
    ];
    Some(parts.join(" ").trim().to_owned())
}

/// Who and what stands behind it, as far as the graph shows it; what was taken away does not go on paper.
fn subjects(lead: &Value, words: &Words) -> Value {
    let subject = |subject: &Value| {
        let identifiers = subject["identifiers"].as_array().into_iter().flatten();
        let known_by = identifiers.map(|identifier| {
            let kind = words.of_subject("identifierKinds", &identifier["kind"]);
            (kind, identifier["value"].as_str().map(str::to_owned))
        });
        let told = [
            (words.word("kind"), Some(words.of_subject("kinds", &subject["kind"]))),
            (words.word("role"), Some(words.of_subject("roles", &subject["role"]))),
        ];
        json!({
            "title": subject["name"],
            "facts": facts(told.into_iter().chain(known_by).collect()),
        })
    };
    let standing = nodes(&lead["subjects"]).filter(|subject| subject["removedAt"].is_null());
    standing.map(subject).collect()
}

/// What is kept of it. How far a piece may travel, and where it stands, is said where it differs from what one expects.
fn evidence(lead: &Value, words: &Words) -> Value {
    let piece = |piece: &Value| {
        let own_label = (piece["tlp"] != lead["tlp"]).then(|| piece_label(piece)).flatten();
        let state = (piece["state"] != "HELD").then(|| words.of_evidence("states", &piece["state"]));
        json!({
            "title": piece["title"],
            "facts": facts(vec![
                (words.word("kind"), Some(words.of_evidence("kinds", &piece["kind"]))),
                (words.word("label"), own_label),
                (words.word("state"), state),
                (words.word("collected"), Some(moment(&piece["collectedAt"]))),
                (words.word("file"), piece["fileName"].as_str().map(str::to_owned)),
                ("SHA-256".to_owned(), piece["sha256"].as_str().map(str::to_owned)),
            ]),
        })
    };
    nodes(&lead["evidence"]).map(piece).collect()
}

fn piece_label(piece: &Value) -> Option<String> {
    let tlp: Option<Tlp> = code(piece["tlp"].as_str()?).ok();
    tlp.map(|tlp| tlp.label().to_owned())
}

fn comments(lead: &Value) -> Value {
    let comment = |comment: &Value| {
        json!({
            "at": moment(&comment["createdAt"]),
            "author": comment["authorName"],
            "body": comment["body"],
        })
    };
    nodes(&lead["comments"]).map(comment).collect()
}

fn timeline(lead: &Value, words: &Words) -> Value {
    let entry = |entry: &Value| {
        let told = format!("{} {}", text(&entry["actorName"]), words.event(&entry["kind"]));
        let reason = entry["reason"]
            .as_str()
            .map_or_else(String::new, |reason| format!(": {reason}"));
        json!({ "at": moment(&entry["at"]), "text": format!("{told}{reason}") })
    };
    nodes(&lead["timeline"]).map(entry).collect()
}
