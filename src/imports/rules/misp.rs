//! Events of MISP, as its servers export them: a lead an event.
//!
//! Addresses and hosts become listings, texts and links go into the summary, tags and galaxies are what it is filed under,
//! `tlp:` tags and the distribution say how far it may travel. Identifiers of people are kept for later; signatures of
//! malware, files, proposals and what was deleted are left out.

use serde_json::{Map, Value};

use super::{
    building::{Builder, Seen},
    json,
    parsed::{ParseError, Parsed, ParsedItem, Reason, Verdict},
    subject::SubjectKind,
    tlp, web,
};
use crate::permissions::audience::Tlp;

/// An object of JSON.
type Fields = Map<String, Value>;

/// What the type of an attribute says its value is.
#[derive(Clone, Copy)]
enum Meaning {
    Address,
    Host,
    /// A host and an identifier, with `|` between them.
    HostAnd(SubjectKind),
    Subject(SubjectKind),
    /// An identifier behind a `|`.
    SecondSubject(SubjectKind),
    Reference,
    Text,
    File,
    OutOfScope,
}

fn meaning(of_type: &str, category: &str) -> Meaning {
    match of_type {
        "url" | "uri" | "link" if category == "External analysis" || category == "Internal reference" => {
            Meaning::Reference
        }
        "link" => Meaning::Reference,
        "url" | "uri" => Meaning::Address,
        "domain" | "hostname" | "hostname|port" => Meaning::Host,
        "domain|ip" => Meaning::HostAnd(SubjectKind::IpAddress),
        "text" | "comment" | "other" => Meaning::Text,
        "email"
        | "email-src"
        | "email-dst"
        | "email-reply-to"
        | "target-email"
        | "whois-registrant-email"
        | "dns-soa-email" => Meaning::Subject(SubjectKind::EmailAddress),
        "phone-number" | "whois-registrant-phone" => Meaning::Subject(SubjectKind::PhoneNumber),
        "iban" | "bank-account-nr" | "bic" | "aba-rtn" | "cc-number" | "prtn" => {
            Meaning::Subject(SubjectKind::BankAccount)
        }
        "btc" | "xmr" | "dash" => Meaning::Subject(SubjectKind::Wallet),
        "github-username" | "twitter-id" | "jabber-id" | "eppn" | "target-user" | "github-organisation" => {
            Meaning::Subject(SubjectKind::UserAccount)
        }
        "whois-registrant-name"
        | "whois-registrant-org"
        | "full-name"
        | "first-name"
        | "last-name"
        | "threat-actor"
        | "target-org"
        | "email-src-display-name"
        | "email-dst-display-name" => Meaning::Subject(SubjectKind::Name),
        "ip-src" | "ip-dst" | "ip-src|port" | "ip-dst|port" => Meaning::Subject(SubjectKind::IpAddress),
        "attachment" | "malware-sample" => Meaning::File,
        hash if is_hash(hash) => Meaning::Subject(SubjectKind::FileHash),
        both => match both.strip_prefix("filename|") {
            Some(hash) if is_hash(hash) => Meaning::SecondSubject(SubjectKind::FileHash),
            _ => Meaning::OutOfScope,
        },
    }
}

fn is_hash(of_type: &str) -> bool {
    matches!(
        of_type,
        "md5" | "ssdeep" | "imphash" | "pehash" | "authentihash" | "tlsh" | "vhash" | "impfuzzy"
    ) || of_type.starts_with("sha")
}

/// Whether a value holds events.
pub(super) fn has_events(value: &Value) -> bool {
    let first = match value {
        Value::Array(list) => list.first(),
        Value::Object(fields) => {
            return fields.contains_key("Event") || fields.contains_key("response") || is_event(fields);
        }
        _ => None,
    };
    first.is_some_and(|first| first.get("Event").is_some() || first.as_object().is_some_and(is_event))
}

fn is_event(fields: &Fields) -> bool {
    fields.contains_key("info")
        && ["Attribute", "Object", "uuid", "date"]
            .iter()
            .any(|key| fields.contains_key(*key))
}

/// Reads events.
///
/// # Errors
/// Where it is no JSON, or no event is in it.
pub(super) fn parse(bytes: &[u8]) -> Result<Parsed, ParseError> {
    let value = json(bytes)?;
    let mut events = Vec::new();
    find(&value, String::new(), &mut events);
    if events.is_empty() {
        return Err(ParseError::whole("there is no event of MISP in this file"));
    }
    let mut parsed = Parsed::default();
    for (at, event) in events {
        match event {
            Value::Object(fields) => read(&at, event, fields, &mut parsed)?,
            _ => drop(parsed.skip(&seen(&at, "event", ""), Reason::Malformed)?),
        }
    }
    Ok(parsed)
}

/// The events of a file: alone, in a list, or in a server's response.
fn find<'a>(value: &'a Value, at: String, found: &mut Vec<(String, &'a Value)>) {
    match value {
        Value::Array(list) => {
            for (index, entry) in list.iter().enumerate() {
                find(entry, format!("{at}/{index}"), found);
            }
        }
        Value::Object(fields) => match (fields.get("Event"), fields.get("response")) {
            (Some(event), _) => found.push((format!("{at}/Event"), event)),
            (None, Some(response)) => find(response, format!("{at}/response"), found),
            (None, None) if is_event(fields) => found.push((at, value)),
            (None, None) => {}
        },
        _ => {}
    }
}

fn seen<'a>(at: &str, kind: &'a str, label: &'a str) -> Seen<'a> {
    Seen {
        at: if at.is_empty() { "/".to_owned() } else { at.to_owned() },
        kind,
        label,
    }
}

fn text<'a>(fields: &'a Fields, key: &str) -> &'a str {
    fields.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// The entries of a list, each with its place.
fn entries<'a>(fields: &'a Fields, key: &str, at: &str) -> Vec<(String, &'a Value)> {
    let list = fields.get(key).and_then(Value::as_array).into_iter().flatten();
    list.enumerate()
        .map(|(index, entry)| (format!("{at}/{key}/{index}"), entry))
        .collect()
}

fn read(at: &str, event: &Value, fields: &Fields, into: &mut Parsed) -> Result<(), ParseError> {
    let title = text(fields, "info");
    let head = into.note(&seen(at, "event", title), Verdict::Understood, None)?;
    let mut lead = Builder::of(head, title);
    let maker = ["Orgc", "Org"]
        .iter()
        .find_map(|key| fields.get(*key)?.get("name")?.as_str());
    let source: Vec<&str> = maker
        .into_iter()
        .chain([text(fields, "date")])
        .filter(|part| !part.is_empty())
        .collect();
    lead.source = (!source.is_empty()).then(|| source.join(", "));
    distribution(fields, head, &mut lead, into);
    for (at, tag) in entries(fields, "Tag", at) {
        self::tag(&at, tag, &mut lead, into)?;
    }
    for (at, galaxy) in entries(fields, "Galaxy", at) {
        self::galaxy(&at, galaxy, &mut lead, into)?;
    }
    for (at, attribute) in entries(fields, "Attribute", at) {
        self::attribute(&at, attribute, None, &mut lead, into)?;
    }
    for (at, object) in entries(fields, "Object", at) {
        self::object(&at, object, &mut lead, into)?;
    }
    for (key, kind, reason) in [
        ("ShadowAttribute", "proposal", Reason::Proposal),
        ("RelatedEvent", "related event", Reason::Elsewhere),
        ("EventReport", "report", Reason::OutOfScope),
    ] {
        for (at, entry) in entries(fields, key, at) {
            let label = ["value", "name"]
                .iter()
                .find_map(|key| entry.get(*key)?.as_str())
                .unwrap_or_default();
            into.skip(&seen(&at, kind, label), reason)?;
        }
    }
    lead.finish(event, into)
}

/// A server's own word for how far an event, object or attribute goes is a floor, never a ceiling that it lifts: 0 is the own organisation, 4 a
/// sharing group that only that server knows.
fn distribution(fields: &Fields, place: usize, lead: &mut Builder, into: &mut Parsed) {
    let level = match fields.get("distribution") {
        Some(Value::String(level)) => level.parse().ok(),
        Some(level) => level.as_i64(),
        None => None,
    };
    match level {
        Some(0) => lead.restrict(Tlp::AmberStrict),
        Some(4) => {
            lead.restrict(Tlp::Amber);
            into.without(place, "sharing_group", Reason::Elsewhere);
        }
        _ => {}
    }
}

/// A tag says how far the lead may travel, or what it is filed under.
fn tag(at: &str, tag: &Value, lead: &mut Builder, into: &mut Parsed) -> Result<(), ParseError> {
    let name = tag.get("name").and_then(Value::as_str).unwrap_or_default();
    let place = into.note(&seen(at, "tag", name), Verdict::Understood, None)?;
    lead.has(place);
    if !mark(name, lead) {
        into.without(place, "name", Reason::MarkingUnknown);
    }
    Ok(())
}

/// Takes a tag over; false where it is a marking that we do not know, which counts as AMBER.
fn mark(name: &str, lead: &mut Builder) -> bool {
    let is_marking = name
        .trim()
        .get(..4)
        .is_some_and(|start| start.eq_ignore_ascii_case("tlp:"));
    match (is_marking, tlp::named(name)) {
        (true, Some(tlp)) => lead.restrict(tlp),
        (true, None) => {
            lead.restrict(tlp::DEFAULT);
            return false;
        }
        (false, _) => lead.tag(name),
    }
    true
}

fn galaxy(at: &str, galaxy: &Value, lead: &mut Builder, into: &mut Parsed) -> Result<(), ParseError> {
    let name = galaxy.get("name").and_then(Value::as_str).unwrap_or_default();
    let place = into.note(&seen(at, "galaxy", name), Verdict::Understood, None)?;
    lead.has(place);
    let clusters = galaxy
        .get("GalaxyCluster")
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    for cluster in clusters.filter_map(|cluster| cluster.get("value")?.as_str()) {
        lead.tag(&format!("{name}: {cluster}"));
    }
    Ok(())
}

/// What an object says of each of its attributes.
#[derive(Default)]
struct Around {
    /// Whether it has an address, of which hosts are parts.
    has_address: bool,
    title: Option<String>,
    seller: Option<String>,
    shop_id: Option<String>,
}

fn object(at: &str, object: &Value, lead: &mut Builder, into: &mut Parsed) -> Result<(), ParseError> {
    let Value::Object(fields) = object else {
        return into.skip(&seen(at, "object", ""), Reason::Malformed).map(drop);
    };
    let name = text(fields, "name");
    let kind = format!("object {name}");
    if fields.get("deleted") == Some(&Value::Bool(true)) {
        return into.skip(&seen(at, &kind, name), Reason::Deleted).map(drop);
    }
    let head = into.note(&seen(at, &kind, text(fields, "comment")), Verdict::Understood, None)?;
    lead.has(head);
    distribution(fields, head, lead, into);
    let attributes = entries(fields, "Attribute", at);
    let around = around(&attributes);
    let first = into.elements.len();
    for (at, attribute) in &attributes {
        self::attribute(at, attribute, Some(&around), lead, into)?;
    }
    let verdicts: Vec<Verdict> = into.elements[first..].iter().map(|element| element.verdict).collect();
    let skipped = verdicts.iter().filter(|verdict| **verdict == Verdict::Skipped).count();
    let all_kept = verdicts
        .iter()
        .all(|verdict| matches!(verdict, Verdict::Kept | Verdict::Skipped));
    let (verdict, reason) = match skipped {
        0 if all_kept && !verdicts.is_empty() => (Verdict::Kept, Some(Reason::Subject)),
        0 => (Verdict::Understood, None),
        all if all == verdicts.len() => (Verdict::Skipped, Some(Reason::OutOfScope)),
        _ if all_kept => (Verdict::Kept, Some(Reason::Subject)),
        _ => (Verdict::Partly, Some(Reason::OutOfScope)),
    };
    (into.elements[head].verdict, into.elements[head].reason) = (verdict, reason);
    Ok(())
}

fn around(attributes: &[(String, &Value)]) -> Around {
    let mut around = Around::default();
    for (_, attribute) in attributes {
        let Value::Object(fields) = attribute else { continue };
        let value = || Some(text(fields, "value").to_owned()).filter(|value| !value.trim().is_empty());
        around.has_address |=
            matches!(text(fields, "type"), "url" | "uri") && web::address(text(fields, "value")).is_some();
        match text(fields, "object_relation") {
            "title" | "name" | "product-name" => around.title = around.title.take().or_else(value),
            "seller" | "seller-name" | "vendor" | "shop-name" => around.seller = around.seller.take().or_else(value),
            "seller-id" | "shop-id" => around.shop_id = around.shop_id.take().or_else(value),
            _ => {}
        }
    }
    around
}

fn attribute(
    at: &str,
    attribute: &Value,
    around: Option<&Around>,
    lead: &mut Builder,
    into: &mut Parsed,
) -> Result<(), ParseError> {
    let Value::Object(fields) = attribute else {
        return into.skip(&seen(at, "attribute", ""), Reason::Malformed).map(drop);
    };
    let (of_type, value) = (text(fields, "type"), text(fields, "value").trim());
    let this = seen(at, of_type, value);
    if fields.get("deleted") == Some(&Value::Bool(true)) {
        return into.skip(&this, Reason::Deleted).map(drop);
    }
    if value.is_empty() {
        return into.skip(&this, Reason::Empty).map(drop);
    }
    let place = into.note(&this, Verdict::Understood, None)?;
    lead.has(place);
    distribution(fields, place, lead, into);
    for tag in entries(fields, "Tag", at) {
        if !mark(tag.1.get("name").and_then(Value::as_str).unwrap_or_default(), lead) {
            into.without(place, "Tag", Reason::MarkingUnknown);
        }
    }
    let outcome = take(
        fields,
        value,
        meaning(of_type, text(fields, "category")),
        around,
        place,
        lead,
    );
    if let Err((verdict, reason)) = outcome {
        (into.elements[place].verdict, into.elements[place].reason) = (verdict, Some(reason));
    }
    for (at, proposal) in entries(fields, "ShadowAttribute", at) {
        let label = proposal.get("value").and_then(Value::as_str).unwrap_or_default();
        into.skip(&seen(&at, "proposal", label), Reason::Proposal)?;
    }
    Ok(())
}

/// Takes an attribute's value over; else says what became of it.
fn take(
    fields: &Fields,
    value: &str,
    meaning: Meaning,
    around: Option<&Around>,
    place: usize,
    lead: &mut Builder,
) -> Result<(), (Verdict, Reason)> {
    let (first, second) = value.split_once('|').unwrap_or((value, ""));
    let kept = Err((Verdict::Kept, Reason::Subject));
    match meaning {
        Meaning::Address => listing(fields, value, around, place, lead),
        Meaning::Host | Meaning::HostAnd(_) => {
            if let Meaning::HostAnd(kind) = meaning {
                lead.subject(kind, second, place);
            }
            match around {
                Some(Around { has_address: true, .. }) => Ok(()),
                _ => listing(fields, first, around, place, lead),
            }
        }
        Meaning::Subject(kind) => {
            lead.subject(kind, first, place);
            kept
        }
        Meaning::SecondSubject(kind) => {
            lead.subject(kind, second, place);
            kept
        }
        Meaning::Reference => {
            lead.reference(value);
            Ok(())
        }
        Meaning::Text => {
            lead.text(value);
            Ok(())
        }
        Meaning::File => Err((Verdict::Skipped, Reason::File)),
        Meaning::OutOfScope => Err((Verdict::Skipped, Reason::OutOfScope)),
    }
}

fn listing(
    fields: &Fields,
    value: &str,
    around: Option<&Around>,
    place: usize,
    lead: &mut Builder,
) -> Result<(), (Verdict, Reason)> {
    let address = web::address(value).ok_or((Verdict::Skipped, Reason::NotWebAddress))?;
    let comment = text(fields, "comment").trim();
    let title = around
        .and_then(|around| around.title.as_deref())
        .or((!comment.is_empty()).then_some(comment));
    let item = ParsedItem {
        title: title.unwrap_or(value).to_owned(),
        url: Some(address),
        seller: around.and_then(|around| around.seller.clone()),
        shop_id: around.and_then(|around| around.shop_id.clone()),
        captured_at: super::line::moment(text(fields, "first_seen")).ok(),
        ..ParsedItem::default()
    };
    match lead.listing(item, place) {
        true => Ok(()),
        false => Err((Verdict::Skipped, Reason::Repeated)),
    }
}

#[cfg(test)]
mod tests;
