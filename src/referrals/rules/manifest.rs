//! The manifest of a package: what an agency is sent, as data whose hash is kept.
//!
//! It is written in one form only ([`canonical`]): keys in order, no white space. Whoever has the manifest can hash it again.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The name and version of the form.
pub const FORMAT: &str = "touchstone-referral.1";

/// A package as it is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of a referral")]
pub struct Manifest {
    pub format: String,
    pub reference: String,
    pub title: String,
    pub language: String,
    pub from: PackedParty,
    pub agency: PackedParty,
    pub contact: PackedParty,
    pub author: String,
    pub approved_by: String,
    pub approval_reference: Option<String>,
    pub cross_border_basis: Option<String>,
    pub place: PackedPlace,
    pub tlp: String,
    pub handling_code: String,
    pub rules_version: String,
    pub score: i32,
    pub frozen_at: String,
    pub leads: Vec<PackedLead>,
    pub facts: String,
    pub rights: Vec<PackedRight>,
    pub items: Vec<PackedItem>,
    pub subjects: Vec<PackedSubject>,
    pub evidence: Vec<PackedEvidence>,
    pub valuation: PackedValuation,
    pub no_appraisal: String,
    pub no_appraisal_note: Option<String>,
    pub proceedings: Option<String>,
    pub proceedings_note: Option<String>,
    pub safety_notes: Option<String>,
}

/// An organisation, or whom to ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "names and an address")]
pub struct PackedParty {
    pub name: String,
    pub name_zh: Option<String>,
    pub email: Option<String>,
}

/// Where the offence is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "a country and a division of it")]
pub struct PackedPlace {
    pub country: String,
    pub division_code: Option<String>,
}

/// A lead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "what people call it")]
pub struct PackedLead {
    pub reference: String,
    pub title: String,
}

/// A right, with the hashes of its certificates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of a right")]
pub struct PackedRight {
    pub title: String,
    pub kind: String,
    pub office: String,
    pub registration_number: Option<String>,
    pub application_number: Option<String>,
    pub territory: Vec<String>,
    pub in_force_from: Option<String>,
    pub expires_on: Option<String>,
    pub certificates: Vec<PackedCertificate>,
}

/// A certificate of a right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "a title and a hash")]
pub struct PackedCertificate {
    pub title: Option<String>,
    pub sha256: String,
}

/// An item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of an item")]
pub struct PackedItem {
    pub title: String,
    pub brand: Option<String>,
    pub url: Option<String>,
    pub platform: Option<String>,
    pub listing_id: Option<String>,
    pub seller: Option<String>,
    pub shop_id: Option<String>,
    pub price: Option<String>,
}

/// A subject, in clear.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of a subject")]
pub struct PackedSubject {
    pub name: String,
    pub kind: String,
    pub is_person: bool,
    pub role: Option<String>,
    pub detail: Option<String>,
    pub identifiers: Vec<PackedIdentifier>,
}

/// What a subject is known by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "a kind, in clear where that is kept, and masked")]
pub struct PackedIdentifier {
    pub kind: String,
    pub value: String,
    pub masked: String,
}

/// A piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of a piece of evidence")]
pub struct PackedEvidence {
    pub title: String,
    pub kind: String,
    pub sha256: Option<String>,
    pub bytes: Option<i64>,
    pub media_type: Option<String>,
    pub collected_at: String,
}

/// A value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of a value")]
pub struct PackedValuation {
    pub amount: String,
    pub currency: String,
    pub basis: String,
    pub source: String,
    pub on: String,
}

impl Manifest {
    /// Whether people are named in it.
    #[must_use]
    pub fn has_people(&self) -> bool {
        self.subjects.iter().any(|subject| subject.is_person)
    }
}

/// JSON in its one form: keys in the order of their characters, no white space.
#[must_use]
pub fn canonical(value: &Value) -> String {
    let mut text = String::new();
    write(value, &mut text);
    text
}

fn write(value: &Value, text: &mut String) {
    match value {
        Value::Object(fields) => {
            let mut keys: Vec<&String> = fields.keys().collect();
            keys.sort_unstable();
            text.push('{');
            for (at, key) in keys.into_iter().enumerate() {
                text.push_str(if at == 0 { "" } else { "," });
                text.push_str(&Value::from(key.as_str()).to_string());
                text.push(':');
                write(&fields[key], text);
            }
            text.push('}');
        }
        Value::Array(values) => {
            text.push('[');
            for (at, value) in values.iter().enumerate() {
                text.push_str(if at == 0 { "" } else { "," });
                write(value, text);
            }
            text.push(']');
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => text.push_str(&value.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn one_value_has_one_form() {
        let one = json!({ "b": [1, { "z": null, "a": "\"线索\"" }], "a": true });
        assert_eq!(canonical(&one), r#"{"a":true,"b":[1,{"a":"\"线索\"","z":null}]}"#);
        let again: Value = serde_json::from_str(&canonical(&one)).unwrap();
        assert_eq!(canonical(&again), canonical(&one));
    }
}
