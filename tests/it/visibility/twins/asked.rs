//! What is asked by somebody who does not see something: every way in which leads and their parts are listed, counted, found
//! and asked for by their ids. Each document reads by loaders that do not race, so that its number of statements is the same
//! at every turn.

use serde_json::{Value, json};
use touchstone::platform::ids::IdKind;

use super::acts::PHONES;
use crate::support::{Lead, Response, World};

/// The ids of something hidden, or of nothing at all.
pub(super) struct Names {
    pub(super) lead: String,
    pub(super) second: String,
    pub(super) subject: String,
    pub(super) item: String,
    pub(super) evidence: String,
    pub(super) comment: String,
    pub(super) entry: String,
    pub(super) delivery: String,
    pub(super) reference: String,
}

impl Names {
    /// Well-formed, and of nothing.
    pub(super) fn of_nothing(world: &World) -> Self {
        Self {
            lead: world.unknown(IdKind::Lead),
            second: world.unknown(IdKind::Lead),
            subject: world.unknown(IdKind::Subject),
            item: world.unknown(IdKind::Item),
            evidence: world.unknown(IdKind::Evidence),
            comment: world.unknown(IdKind::Comment),
            entry: world.unknown(IdKind::Entry),
            delivery: world.unknown(IdKind::Delivery),
            reference: "LD-26-000000".to_owned(),
        }
    }

    fn ids(&self) -> [&str; 8] {
        [
            &self.lead,
            &self.second,
            &self.subject,
            &self.item,
            &self.evidence,
            &self.comment,
            &self.entry,
            &self.delivery,
        ]
    }

    /// An answer without the names by which something was asked for. The errors of fields that were asked for side by side
    /// come in the order of the fields.
    pub(super) fn left_out_of(&self, answer: &Response) -> String {
        let mut answer = answer.0.clone();
        if let Some(errors) = answer.get_mut("errors").and_then(Value::as_array_mut) {
            errors.sort_by_key(|error| error["path"].to_string());
        }
        let text = answer.to_string().replace(&self.reference, "REFERENCE");
        let places = self.ids().into_iter().enumerate();
        places.fold(text, |text, (place, id)| text.replace(id, &format!("ID {place}")))
    }
}

/// An answer, and by how many statements it came about.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) document: &'static str,
    pub(super) answer: String,
    pub(super) statements: usize,
}

/// Lists, counts and filters.
const LISTS: &str = "{ leads(first: 50) { totalCount pageInfo { hasNextPage endCursor } \
    nodes { id reference title state tlp priority version } } }";
const FILTERED: &str = "query($owners: [ID!], $brands: [ID!]) {
    urgent: leads(first: 50, orderBy: { field: PRIORITY, direction: ASC }) { totalCount nodes { id } }
    last: leads(last: 50, orderBy: { field: CREATED_AT, direction: DESC }) { totalCount nodes { id } }
    found: leads(first: 50, filter: { search: \"Counterfeit\" }) { totalCount nodes { id } }
    watched: leads(first: 50, filter: { watched: true }) { totalCount nodes { id } }
    mine: leads(first: 50, filter: { mine: true, assignee: NOBODY }) { totalCount nodes { id } }
    of: leads(first: 50, filter: { ownerIds: $owners, brandIds: $brands }) { totalCount nodes { id } }
    ended: leads(first: 50, filter: { states: [MERGED, RETRACTED], tlp: [RED, AMBER_STRICT, AMBER] }) { totalCount nodes { id } }
    savedViews(list: LEADS, first: 50) { totalCount nodes { id name filter } } }";
const SEARCH: &str = "{ search(query: \"Counterfeit\", first: 50) { totalCount facets { kinds { kind count } states { state count } } \
    pageInfo { hasNextPage endCursor } nodes { kind excerpts { field text } lead { id } object { ... on Lead { id } \
    ... on Subject { id } ... on LeadItem { id } ... on EvidenceItem { id } ... on Comment { id } } } } }";
const DELIVERIES: &str = "{ deliveries(first: 50) { totalCount pageInfo { hasNextPage endCursor } nodes { id state version lead { id } } } }";
const TOLD: &str = "{ unreadNotifications notifications(first: 50) { totalCount nodes { id kind lead { id } } } }";

/// What is known of makers, and what meets what.
const SUBJECTS: &str =
    "query($filter: SubjectFilter!) { subjects(first: 50) { totalCount nodes { id name identifiers { value } } }
    known: subjects(first: 50, filter: $filter) { totalCount nodes { id } }
    named: subjects(first: 50, filter: { name: \"soles\" }) { totalCount nodes { id } } }";
const NETWORK: &str = "query($ids: [ID!]!) { subjectNetwork(ids: $ids, steps: 3) { isComplete subjects { id } links { id } \
    shared { value subjectIds } } }";
const ALIKE: &str = "query($id: ID!) { lead(id: $id) { leadsAlike { lead { id } shared { value subjectId } } possibleDuplicates { id } } }";
const MERGED: &str =
    "query($id: ID!) { lead(id: $id) { version mergedLeads { id } contributors retractedBasis { id } } }";

/// The parts of what is seen.
const PARTS: &str = "query($id: ID!) { lead(id: $id) { evidence(first: 10) { totalCount nodes { id title } } \
    subjects(first: 10) { totalCount nodes { id version links { id } } } } }";
const COMMENTS: &str =
    "query($id: ID!) { lead(id: $id) { comments(first: 20) { totalCount nodes { id body authorName } } } }";
const TIMELINE: &str =
    "query($id: ID!) { lead(id: $id) { timeline(first: 50) { totalCount nodes { id kind actorName } } } }";

/// By their ids.
const NODES: &str = "query($ids: [ID!]!) { nodes(ids: $ids) { id } }";
const NAMED: &str = "query($lead: ID!, $reference: String!, $delivery: ID!, $subject: ID!, $known: ID!, $evidence: ID!) {
    lead(id: $lead) { id title } leadByReference(reference: $reference) { id } delivery(id: $delivery) { id }
    subject(id: $subject) { id } evidenceItem(id: $evidence) { id } subjectPath(fromId: $known, toId: $subject) { subjectIds }
    of: deliveries(filter: { leadId: $lead }) { totalCount } in: subjects(filter: { leadId: $lead }) { totalCount } }";
const PEOPLE: &str = "query($lead: ID!) { assignable(leadId: $lead) { id } mentionable(leadId: $lead) { id } }";
const MANY: &str = "query($input: PreviewBulkInput!) { previewBulk(input: $input) { allowedCount refusedCount hasMore \
    items { id version token refusal { code field } } } }";

/// Everything that is asked, with what it is asked with: a lead that is seen, its subject, whose brands and leads there are to
/// filter by, and the names of what is not.
pub(super) fn questions(
    open: &Lead,
    known: &str,
    (owners, brands): (&[String], &[String]),
    names: &Names,
) -> Vec<(&'static str, Value)> {
    let id = || json!({ "id": open.public_id() });
    let leads = json!([open.public_id(), names.lead, names.second]);
    let triage = json!({ "triage": { "grade": "B2", "priority": "HIGH" } });
    let phone = json!({ "identifier": { "kind": "PHONE", "value": PHONES[2], "country": "CN" } });
    vec![
        (LISTS, json!({})),
        (FILTERED, json!({ "owners": owners, "brands": brands })),
        (SEARCH, json!({})),
        (DELIVERIES, json!({})),
        (TOLD, json!({})),
        (SUBJECTS, json!({ "filter": phone })),
        (NETWORK, json!({ "ids": [known, names.subject] })),
        (ALIKE, id()),
        (MERGED, id()),
        (PARTS, id()),
        (COMMENTS, id()),
        (TIMELINE, id()),
        (NODES, json!({ "ids": names.ids() })),
        (
            NAMED,
            json!({ "lead": names.lead, "reference": names.reference, "delivery": names.delivery,
                "subject": names.subject, "known": known, "evidence": names.evidence }),
        ),
        (PEOPLE, json!({ "lead": names.lead })),
        (
            MANY,
            json!({ "input": { "target": { "ids": leads }, "action": triage } }),
        ),
        (
            MANY,
            json!({ "input": { "target": { "ids": leads }, "action": { "assign": {} } } }),
        ),
    ]
}
