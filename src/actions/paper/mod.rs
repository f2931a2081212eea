//! An after-action report: what the graph shows its reader of an action and of what came of it, set as a PDF with its label on
//! every page.
//!
//! What is printed is an answer of the graph, so that nothing is on paper that its reader does not see. Of people it says what
//! the graph shows: of a team the roles, of suspects the first letters. Sums are the graph's own, one for each unit, and for each
//! basis and currency. That it was printed is in the audit log.

mod words;

use jiff::Timestamp;
use serde_json::{Value, json};
use strum::VariantArray as _;
use uuid::Uuid;

use super::rules::{CustodyStage, local};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    exports::Paper,
    members::rules::Language,
    permissions::{Viewer, audience::Tlp},
    platform::{
        db::code,
        error::{ApiError, ErrorCode, Result},
        ids::{IdKind, decode_as},
        typeset,
    },
};
use words::Words;

/// What to ask the graph for; `$id` is the action.
pub const DOCUMENT: &str = include_str!("action.graphql");
const TEMPLATE: &str = include_str!("report.typ");

/// Sets the answer to [`DOCUMENT`] for the viewer who asked, and writes down that it was printed.
///
/// # Errors
/// `TRANSITION_NOT_ALLOWED` before what came of the action was handed in; `UNAVAILABLE` where the fonts are not there,
/// `INTERNAL`.
pub async fn print(app: &App, viewer: &Viewer, answer: &Value, language: Language) -> Result<Paper> {
    let action = &answer["offlineAction"];
    if action["hasReport"] != json!(true) {
        let text = "There is no report before what came of the action was handed in, and none while that is corrected.";
        return Err(ApiError::because(ErrorCode::TransitionNotAllowed, text));
    }
    let tlp = strictest(action)?;
    let page = page(answer, tlp, language, app.now());
    let bytes = typeset::print(TEMPLATE, page).await?;
    let id = decode_as(IdKind::Action, &text(&action["id"]));
    record(
        app,
        viewer,
        id.map_err(|_| ApiError::internal("an action without an id"))?,
        tlp,
    )
    .await?;
    Ok(Paper {
        bytes,
        name: format!("{}.pdf", text(&action["reference"])),
    })
}

/// The label of the paper. Under embargo its readers are people; else organisations, and none beyond them. A lead or a referral
/// that it names may be stricter.
fn strictest(action: &Value) -> Result<Tlp> {
    if action["embargoed"] == json!(true) {
        return Ok(Tlp::Red);
    }
    let mut strictest = Tlp::AmberStrict;
    for named in list(&action["leads"]).chain(list(&action["referrals"])) {
        strictest = strictest.max(code(&text(&named["tlp"]))?);
    }
    Ok(strictest)
}

async fn record(app: &App, viewer: &Viewer, action: Uuid, tlp: Tlp) -> Result<()> {
    let tx = app.begin().await?;
    let detail = json!({ "tlp": <&str>::from(tlp) });
    let act = Act::on(Category::Content, "printOfflineAction", IdKind::Action, action)
        .of_action(action)
        .with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// A moment by the wall clock at the sites, with their time zone.
fn moment(value: &Value, zone: &str) -> String {
    let at = value.as_str().and_then(|at| at.parse::<Timestamp>().ok());
    at.map_or_else(String::new, |at| format!("{} ({zone})", clock(&local(at, zone))))
}

fn clock(local: &str) -> String {
    local.replace('T', " ")
}

fn money(value: &Value) -> String {
    match value["amount"].as_str() {
        Some(amount) => format!("{amount} {}", text(&value["currency"])),
        None => String::new(),
    }
}

fn told(parts: &[String], between: &str) -> String {
    let said: Vec<&str> = parts
        .iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    said.join(between)
}

/// Rows of a table; those without a value are left out.
fn facts(rows: Vec<(String, String)>) -> Value {
    let told = rows.into_iter().filter(|(_, value)| !value.is_empty());
    told.map(|(name, value)| json!([name, value])).collect()
}

/// The data of the template.
fn page(answer: &Value, tlp: Tlp, language: Language, now: Timestamp) -> Value {
    let words = Words::of(language);
    let action = &answer["offlineAction"];
    let outcome = &action["outcome"];
    let zone = action["window"]["timeZone"].as_str().unwrap_or("UTC");
    let (lang, region, fonts) = match language {
        Language::En => ("en", "gb", ["Noto Sans", "Noto Sans CJK SC"]),
        Language::ZhHans => ("zh", "cn", ["Noto Sans CJK SC", "Noto Sans"]),
    };
    let by = format!(
        "{}, {}",
        text(&answer["viewer"]["person"]["name"]),
        text(&answer["viewer"]["organization"]["name"])
    );
    let at = now.strftime("%Y-%m-%d %H:%M UTC").to_string();
    json!({
        "lang": lang,
        "region": region,
        "fonts": fonts,
        "words": words.headings(),
        "tlp": { "label": tlp.label(), "color": tlp.web_color() },
        "reference": action["reference"],
        "title": action["title"],
        "subtitle": format!("{} · {}", words.word("report"), text(&action["reference"])),
        "printed": { "by": by, "line": words.say("printed", &[("by", &by), ("at", &at)]) },
        "facts": about(action, zone, &words),
        "team": team(action, &words),
        "sites": sites(action, &words),
        "suspects": suspects(action, &words),
        "seizures": seizures(action, &words),
        "sums": sums(outcome, &words),
        "destructions": destructions(outcome, &words),
        "costs": costs(action, &words),
        "follow_up": follow_up(outcome, &words),
        "history": history(outcome, zone, &words),
        "definitions": definitions(outcome, &words),
    })
}

fn about(action: &Value, zone: &str, words: &Words) -> Value {
    let window = &action["window"];
    let planned = match window["startsLocal"].as_str() {
        Some(starts) => format!("{} – {} ({zone})", clock(starts), clock(&text(&window["endsLocal"]))),
        None => String::new(),
    };
    let references = |name: &str| {
        let found: Vec<String> = list(&action[name]).map(|of| text(&of["reference"])).collect();
        found.join(words.comma())
    };
    let operation = [
        text(&action["operation"]["name"]),
        text(&action["operation"]["reference"]),
    ];
    let own_case = match action["isOwnCase"] == json!(true) {
        true => words.word("ownCaseYes"),
        false => String::new(),
    };
    facts(vec![
        (words.word("reference"), text(&action["reference"])),
        (words.word("kind"), words.of_code("kinds", &action["kind"])),
        (words.word("state"), words.of_code("states", &action["state"])),
        (words.word("agency"), text(&action["leadAgency"]["name"])),
        (words.word("operation"), told(&operation, words.comma())),
        (words.word("window"), planned),
        (words.word("executed"), moment(&action["executedAt"], zone)),
        (words.word("closed"), moment(&action["closedAt"], zone)),
        (words.word("ownCase"), own_case),
        (words.word("leads"), references("leads")),
        (words.word("referrals"), references("referrals")),
    ])
}

/// How many take part as what, for which organisation: nobody's name.
fn team(action: &Value, words: &Words) -> Value {
    let mut places: Vec<((String, String), usize)> = Vec::new();
    for member in list(&action["team"]) {
        let place = (
            words.of_code("roles", &member["role"]),
            text(&member["organization"]["name"]),
        );
        match places.iter_mut().find(|(known, _)| *known == place) {
            Some((_, count)) => *count += 1,
            None => places.push((place, 1)),
        }
    }
    let shown = places.into_iter().map(|((role, organization), count)| {
        let many = if count > 1 {
            format!(" × {count}")
        } else {
            String::new()
        };
        (role, format!("{organization}{many}"))
    });
    facts(shown.collect())
}

/// A site as others name it: its place in the list, and where it is.
fn site_of(action: &Value, site: &Value) -> String {
    let mut sites = (1..).zip(list(&action["sites"]));
    let found = sites.find(|(_, of)| of["id"] == site["id"] && !site["id"].is_null());
    found.map_or_else(String::new, |(number, of)| {
        format!("{number}. {}", text(&of["address"]))
    })
}

fn sites(action: &Value, words: &Words) -> Value {
    let site = |site: &Value| {
        let place = [text(&site["country"]), text(&site["divisionCode"])];
        let result = match site["result"].is_null() {
            true => words.word("noResult"),
            false => words.of_code("results", &site["result"]),
        };
        json!({
            "title": text(&site["address"]),
            "facts": facts(vec![
                (words.word("site"), told(&[told(&place, " "), words.of_code("siteKinds", &site["kind"])], " · ")),
                (words.word("result"), result),
                (words.word("note"), text(&site["note"])),
            ]),
        })
    };
    list(&action["sites"]).map(site).collect()
}

/// The suspects by the latest stage of each, in the order of the stages.
fn suspects(action: &Value, words: &Words) -> Value {
    let mut stages = Vec::new();
    for stage in CustodyStage::VARIANTS {
        let is_in_it = |suspect: &&Value| suspect["stage"].as_str() == Some(stage.code());
        let people: Vec<String> = list(&action["outcome"]["suspects"])
            .filter(is_in_it)
            .map(|suspect| person(action, suspect, words))
            .collect();
        if !people.is_empty() {
            let title = format!("{}: {}", words.of_code("custody", &json!(stage.code())), people.len());
            stages.push(json!({ "title": title, "people": people }));
        }
    }
    Value::Array(stages)
}

fn person(action: &Value, suspect: &Value, words: &Words) -> String {
    let name = suspect["maskedName"].as_str();
    let since = list(&suspect["stages"]).last().map(|stage| text(&stage["on"]));
    let since = since.map_or_else(String::new, |on| words.say("since", &[("on", &on)]));
    let unverified = match suspect["isVerified"] == json!(true) {
        true => String::new(),
        false => words.word("unverified"),
    };
    let parts = [
        name.map_or_else(|| words.word("unnamed"), str::to_owned),
        since,
        site_of(action, &suspect["site"]),
        unverified,
    ];
    told(&parts, words.comma())
}

fn seizures(action: &Value, words: &Words) -> Value {
    let line = |line: &Value| {
        let valuation = &line["valuation"];
        let basis = match valuation.is_null() {
            true => String::new(),
            false => words.say("valueOf", &[("basis", &words.of_basis(&valuation["basis"]))]),
        };
        let value = [
            money(valuation),
            basis,
            text(&valuation["source"]),
            text(&valuation["on"]),
        ];
        let quantity = format!("{} {}", text(&line["quantity"]), text(&line["unit"]));
        let disposition = [
            words.of_code("dispositions", &line["disposition"]),
            text(&line["dispositionOn"]),
        ];
        json!({
            "title": text(&line["product"]),
            "facts": facts(vec![
                (words.word("quantity"), quantity),
                (words.word("brand"), text(&line["brand"]["name"])),
                (words.word("site"), site_of(action, &line["site"])),
                (words.word("value"), told(&value, words.comma())),
                (words.word("disposition"), told(&disposition, words.comma())),
            ]),
        })
    };
    list(&action["outcome"]["seizures"]).map(line).collect()
}

/// The sums, one for each unit, and one for each basis and currency; none over them.
fn sums(outcome: &Value, words: &Words) -> Value {
    let lines = |sum: &Value| words.say("lines", &[("count", &sum["lines"].to_string())]);
    let quantity = |sum: &Value| {
        let name = words.say("sumQuantity", &[("unit", &text(&sum["unit"]))]);
        (name, format!("{} ({})", text(&sum["quantity"]), lines(sum)))
    };
    let value = |sum: &Value| {
        let (basis, currency) = (words.of_basis(&sum["basis"]), text(&sum["currency"]));
        let name = words.say("sumValue", &[("basis", &basis), ("currency", &currency)]);
        (name, format!("{} ({})", money(sum), lines(sum)))
    };
    let quantities = list(&outcome["quantities"]).map(quantity);
    facts(quantities.chain(list(&outcome["values"]).map(value)).collect())
}

/// The destructions, each once, with its certificate and its goods.
fn destructions(outcome: &Value, words: &Words) -> Value {
    let mut seen: Vec<(&Value, Vec<String>)> = Vec::new();
    for line in list(&outcome["seizures"]).filter(|line| !line["destruction"].is_null()) {
        let destruction = &line["destruction"];
        match seen.iter_mut().find(|(known, _)| known["id"] == destruction["id"]) {
            Some((_, goods)) => goods.push(text(&line["product"])),
            None => seen.push((destruction, vec![text(&line["product"])])),
        }
    }
    let shown = |(destruction, goods): &(&Value, Vec<String>)| {
        let number = text(&destruction["certificateNumber"]);
        let issuer = text(&destruction["certificateIssuer"]);
        json!({
            "title": words.of_part("destruction", "states", &destruction["state"]),
            "facts": facts(vec![
                (words.word("goods"), goods.join(words.comma())),
                (words.word("method"), text(&destruction["method"])),
                (words.word("place"), text(&destruction["place"])),
                (words.word("day"), text(&destruction["on"])),
                (words.word("certificate"), words.say("certificateOf", &[("number", &number), ("issuer", &issuer)])),
            ]),
        })
    };
    seen.iter().map(shown).collect()
}

fn costs(action: &Value, words: &Words) -> Value {
    let cost = |cost: &Value| {
        let mut rows = vec![
            (words.word("rule"), words.of_part("costs", "rules", &cost["rule"])),
            (words.word("note"), text(&cost["note"])),
        ];
        rows.extend(list(&cost["shares"]).map(|share| (text(&share["brand"]["name"]), money(share))));
        let kind = words.of_part("costs", "kinds", &cost["kind"]);
        json!({ "title": format!("{kind}: {}", money(cost)), "facts": facts(rows) })
    };
    list(&action["costs"]).map(cost).collect()
}

/// How many suspects and goods are still followed, how many have come to an end, and how many nobody follows any more.
fn follow_up(outcome: &Value, words: &Words) -> Value {
    let counts = |entries: &Value| {
        let (mut open, mut ended, mut dropped) = (0, 0, 0);
        for entry in list(entries) {
            match (entry["isFinal"] == json!(true), entry["noFollowUp"].is_null()) {
                (true, _) => ended += 1,
                (false, false) => dropped += 1,
                (false, true) => open += 1,
            }
        }
        let [open, ended, dropped] = [open, ended, dropped].map(|count: u32| count.to_string());
        words.say("counts", &[("open", &open), ("ended", &ended), ("dropped", &dropped)])
    };
    facts(vec![
        (words.word("suspectsLeft"), counts(&outcome["suspects"])),
        (words.word("goodsLeft"), counts(&outcome["seizures"])),
    ])
}

fn history(outcome: &Value, zone: &str, words: &Words) -> Value {
    let revision = |(number, revision): (usize, &Value)| {
        let title = match number {
            0 => words.word("first"),
            number => words.say("correction", &[("number", &number.to_string())]),
        };
        let when = |key: &str, at: &Value| match at.is_null() {
            true => String::new(),
            false => words.say(key, &[("at", &moment(at, zone))]),
        };
        let verified = match revision["verifiedAt"].is_null() {
            true => words.word("notVerified"),
            false => when("verified", &revision["verifiedAt"]),
        };
        let title = told(&[title, when("submitted", &revision["submittedAt"]), verified], " · ");
        let reason = revision["reason"]
            .as_str()
            .map(|reason| words.say("reason", &[("reason", reason)]));
        let entries = list(&revision["entries"]).map(|entry| entry_of(entry, words));
        let entries: Vec<String> = reason.into_iter().chain(entries).collect();
        json!({ "title": title, "entries": entries })
    };
    list(&outcome["revisions"]).enumerate().map(revision).collect()
}

fn entry_of(entry: &Value, words: &Words) -> String {
    let what = match entry["kind"].as_str() {
        Some("SITE_RESULT") => told(
            &[words.word("entrySite"), words.of_code("results", &entry["result"])],
            ": ",
        ),
        Some("SUSPECT") => told(
            &[
                words.word("entrySuspect"),
                entry["label"]
                    .as_str()
                    .map_or_else(|| words.word("unnamed"), str::to_owned),
            ],
            ": ",
        ),
        _ => told(&[words.word("entrySeizure"), text(&entry["label"])], ": "),
    };
    let Some(struck_in) = entry["struckIn"].as_i64() else {
        return what;
    };
    let revision = struck_in.to_string();
    let struck = match entry["struckReason"].as_str() {
        Some(reason) => words.say("struckBecause", &[("revision", &revision), ("reason", reason)]),
        None => words.say("struck", &[("revision", &revision)]),
    };
    format!("{what} ({struck})")
}

/// What the figures mean, and the stages that are in it.
fn definitions(outcome: &Value, words: &Words) -> Value {
    let figures = [
        ("defSites", "defSitesText"),
        ("defSuspects", "defSuspectsText"),
        ("defQuantities", "defQuantitiesText"),
        ("defValues", "defValuesText"),
        ("defCosts", "defCostsText"),
    ];
    let mut rows: Vec<(String, String)> = figures
        .iter()
        .map(|(name, said)| (words.word(name), words.word(said)))
        .collect();
    for stage in CustodyStage::VARIANTS {
        let is_there = list(&outcome["suspects"]).any(|suspect| suspect["stage"].as_str() == Some(stage.code()));
        if is_there {
            let name = words.of_code("custody", &json!(stage.code()));
            rows.push((name, words.of_stage(stage.code())));
        }
    }
    facts(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_label_is_that_of_the_strictest_that_it_names() {
        let red = json!([{ "tlp": "AMBER" }, { "tlp": "RED" }]);
        for named in ["leads", "referrals"] {
            assert_eq!(strictest(&json!({ named: red })).unwrap(), Tlp::Red, "{named}");
        }
        assert_eq!(strictest(&json!({ "embargoed": false })).unwrap(), Tlp::AmberStrict);
    }
}
