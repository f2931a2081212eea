//! What an object of a bundle gives to a lead, and what becomes of it.

use serde_json::{Map, Value};

use super::{
    super::{
        building::Builder,
        line,
        parsed::{ParsedItem, Reason, Verdict},
        pattern,
        subject::SubjectKind,
        web,
    },
    kind, text, texts,
};

/// What became of an object.
pub(super) struct Taken {
    pub(super) what: (Verdict, Option<Reason>),
    pub(super) fields: Vec<String>,
}

impl Taken {
    fn all() -> Self {
        Self::of(Verdict::Understood, None)
    }

    fn not(reason: Reason) -> Self {
        Self::of(Verdict::Skipped, Some(reason))
    }

    fn of(verdict: Verdict, reason: Option<Reason>) -> Self {
        Self {
            what: (verdict, reason),
            fields: Vec::new(),
        }
    }

    /// What became of something that has parts.
    fn together(parts: &[(String, Self)]) -> Self {
        let all_kept = parts
            .iter()
            .all(|(_, part)| matches!(part.what.0, Verdict::Kept | Verdict::Skipped));
        let skipped: Vec<String> = parts
            .iter()
            .filter(|(_, part)| part.what.0 == Verdict::Skipped)
            .map(|(name, _)| name.clone())
            .collect();
        let reason = parts
            .iter()
            .find_map(|(_, part)| part.what.1.filter(|_| part.what.0 == Verdict::Skipped));
        if skipped.len() == parts.len() {
            return Self::not(reason.unwrap_or(Reason::OutOfScope));
        }
        let (verdict, reason) = match (all_kept, skipped.is_empty()) {
            (true, _) => (Verdict::Kept, Some(Reason::Subject)),
            (false, true) => (Verdict::Understood, None),
            (false, false) => (Verdict::Partly, reason),
        };
        Self {
            what: (verdict, reason),
            fields: if all_kept { Vec::new() } else { skipped },
        }
    }
}

/// Takes an object over into a lead.
pub(super) fn take(object: &Value, place: usize, lead: &mut Builder) -> Taken {
    match kind(object) {
        "report" | "grouping" | "incident" => {
            described(object, false, lead);
            Taken::all()
        }
        "infrastructure" => {
            described(object, true, lead);
            Taken::all()
        }
        "note" => {
            lead.text(text(object, "abstract"));
            lead.text(text(object, "content"));
            Taken::all()
        }
        "opinion" => {
            lead.text(text(object, "explanation"));
            Taken::all()
        }
        "relationship" | "marking-definition" => Taken::all(),
        "location" => {
            let country = text(object, "country").to_ascii_uppercase();
            if country.len() != 2 || !country.bytes().all(|byte| byte.is_ascii_uppercase()) {
                return Taken::not(Reason::UnreadableValue);
            }
            lead.country.get_or_insert(country);
            Taken::all()
        }
        "indicator" => indicator(object, place, lead),
        "observed-data" => observed(object, place, lead),
        of_type => {
            let properties = object
                .as_object()
                .map(|fields| observable(of_type, fields))
                .unwrap_or_default();
            let title = ["name", "x_opencti_description"]
                .iter()
                .map(|key| text(object, key))
                .find(|name| !name.is_empty());
            let parts = properties
                .into_iter()
                .map(|(name, meaning)| (name, value(meaning, title, None, place, lead)));
            Taken::together(&parts.collect::<Vec<_>>())
        }
    }
}

fn described(object: &Value, named: bool, lead: &mut Builder) {
    if named {
        lead.text(text(object, "name"));
    }
    lead.text(text(object, "description"));
    for reference in object
        .get("external_references")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        let known = ["url", "external_id", "description"]
            .iter()
            .map(|key| text(reference, key))
            .find(|text| !text.is_empty());
        if let Some(known) = known {
            lead.reference(known);
        }
    }
}

/// What a property of an observable is.
#[derive(Clone)]
enum Meaning {
    Address(String),
    Subject(SubjectKind, String),
    Unknown,
}

/// The properties of an observable that say something, each with what it says.
fn observable(of_type: &str, fields: &Map<String, Value>) -> Vec<(String, Meaning)> {
    let mut found = Vec::new();
    for (name, value) in fields {
        match (name.as_str(), value) {
            ("hashes", Value::Object(hashes)) => {
                let hashes = hashes.iter().filter_map(|(name, hash)| Some((name, hash.as_str()?)));
                found.extend(hashes.map(|(name, hash)| (format!("hashes.{name}"), meaning(of_type, "hashes.", hash))));
            }
            (name, Value::String(value)) => match meaning(of_type, name, value) {
                Meaning::Unknown => {}
                known => found.push((name.to_owned(), known)),
            },
            _ => {}
        }
    }
    found
}

fn meaning(of_type: &str, property: &str, value: &str) -> Meaning {
    let subject = |kind| Meaning::Subject(kind, value.to_owned());
    match (of_type, property) {
        ("url" | "domain-name" | "hostname", "value") => Meaning::Address(value.to_owned()),
        ("email-addr", "value") => subject(SubjectKind::EmailAddress),
        ("ipv4-addr" | "ipv6-addr", "value") => subject(SubjectKind::IpAddress),
        ("phone-number", "value") => subject(SubjectKind::PhoneNumber),
        ("cryptocurrency-wallet", "value") => subject(SubjectKind::Wallet),
        ("bank-account", "iban" | "account_number") => subject(SubjectKind::BankAccount),
        ("user-account", name) if names_an_account(name) => subject(SubjectKind::UserAccount),
        ("threat-actor" | "identity" | "intrusion-set", "name") => subject(SubjectKind::Name),
        ("file" | "artifact", hash) if hash.starts_with("hashes.") => subject(SubjectKind::FileHash),
        _ => Meaning::Unknown,
    }
}

/// By which properties STIX names an account; of one of them the glossary has another word for the second half.
fn names_an_account(property: &str) -> bool {
    matches!(property, "user_id" | "display_name") || property.starts_with("account_log")
}

fn value(meaning: Meaning, title: Option<&str>, seen_at: Option<i64>, place: usize, lead: &mut Builder) -> Taken {
    match meaning {
        Meaning::Address(raw) => {
            let Some(address) = web::address(&raw) else {
                return Taken::not(Reason::NotWebAddress);
            };
            let item = ParsedItem {
                title: title.map_or(raw, str::to_owned),
                url: Some(address),
                captured_at: seen_at,
                ..ParsedItem::default()
            };
            match lead.listing(item, place) {
                true => Taken::all(),
                false => Taken::not(Reason::Repeated),
            }
        }
        Meaning::Subject(kind, value) => {
            lead.subject(kind, &value, place);
            Taken::of(Verdict::Kept, Some(Reason::Subject))
        }
        Meaning::Unknown => Taken::not(Reason::OutOfScope),
    }
}

fn indicator(object: &Value, place: usize, lead: &mut Builder) -> Taken {
    let language = text(object, "pattern_type");
    let compared = Some(text(object, "pattern")).filter(|_| language.is_empty() || language == "stix");
    let Some(compared) = compared.and_then(pattern::values) else {
        return Taken::not(Reason::PatternNotSimple);
    };
    lead.text(text(object, "description"));
    let title = Some(text(object, "name")).filter(|name| !name.is_empty());
    let parts = compared.into_iter().map(|one| {
        let meaning = meaning(&one.of_type, &one.property, &one.value);
        let taken = value(meaning, title, None, place, lead);
        (format!("{}:{}", one.of_type, one.property), taken)
    });
    Taken::together(&parts.collect::<Vec<_>>())
}

/// An observation; that of STIX 2.0 has its objects within.
fn observed(object: &Value, place: usize, lead: &mut Builder) -> Taken {
    let seen_at = line::moment(text(object, "last_observed")).ok();
    let Some(within) = object.get("objects").and_then(Value::as_object) else {
        return match texts(object, "object_refs").next() {
            Some(_) => Taken::all(),
            None => Taken::not(Reason::Empty),
        };
    };
    let mut parts = Vec::new();
    for (key, inner) in within {
        let properties = inner
            .as_object()
            .map(|fields| observable(kind(inner), fields))
            .unwrap_or_default();
        if properties.is_empty() {
            parts.push((format!("{key} {}", kind(inner)), Taken::not(Reason::OutOfScope)));
        }
        for (name, meaning) in properties {
            parts.push((format!("{key} {name}"), value(meaning, None, seen_at, place, lead)));
        }
    }
    Taken::together(&parts)
}
