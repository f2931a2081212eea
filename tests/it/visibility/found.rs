//! What search finds, counts and shows pieces of, against the oracle.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use touchstone::platform::ids::IdKind;

use super::{
    generated::Size,
    kept::{Object, Stored, stored},
    records::Person as Record,
    rows::{EVERYWHERE, word_of},
};
use crate::{
    both_databases,
    support::{Asks as _, Response},
};

const SIZE: Size = Size { people: 205, leads: 40 };
/// In the order in which they are found.
const KINDS: [(IdKind, &str); 5] = [
    (IdKind::Lead, "LEAD"),
    (IdKind::Subject, "SUBJECT"),
    (IdKind::Item, "ITEM"),
    (IdKind::Evidence, "EVIDENCE"),
    (IdKind::Comment, "COMMENT"),
];

const FOUND: &str = "query($query: String!, $after: String) { search(query: $query, first: 50, after: $after) { \
    totalCount facets { kinds { kind count } states { state count } } pageInfo { hasNextPage endCursor } \
    edges { node { kind excerpts { text marks { start length } } \
    object { ... on Lead { id } ... on Subject { id } ... on LeadItem { id } ... on EvidenceItem { id } ... on Comment { id } } } } } }";

/// Kind and public id of everything that is found, page by page, and the last answer.
async fn found(stored: &Stored, person: &Record, query: &str) -> (Vec<(String, String)>, Response) {
    let (asks, mut all, mut after) = (stored.asks(person), Vec::new(), Value::Null);
    loop {
        let answer = asks
            .graphql(FOUND, json!({ "query": query, "after": after }))
            .await
            .ok();
        for edge in answer.list("/search/edges") {
            let hit = &edge["node"];
            for excerpt in hit["excerpts"].as_array().unwrap() {
                assert!(!excerpt["marks"].as_array().unwrap().is_empty(), "{hit}");
            }
            let text = |value: &Value| value.as_str().unwrap().to_owned();
            all.push((text(&hit["kind"]), text(&hit["object"]["id"])));
        }
        after = answer.data("/search/pageInfo/endCursor").clone();
        if answer.data("/search/pageInfo/hasNextPage") == false {
            return (all, answer);
        }
    }
}

/// People are not found by their names.
fn is_findable(stored: &Stored, object: &Object) -> bool {
    let subjects = &stored.lead(object).subjects;
    object.kind != IdKind::Subject
        || subjects
            .iter()
            .any(|subject| subject.id == object.id && !subject.is_person)
}

both_databases! {
    async fn hits_counts_and_facets_are_the_oracles(world: World) {
        let stored = stored(world, &SIZE).await;
        let mut compared = 0;
        for person in stored.alliance.people.iter().filter(|person| stored.may_ask(person)) {
            let mut expected = Vec::new();
            let (mut kinds, mut states) = (BTreeMap::new(), BTreeMap::new());
            for (kind, name) in KINDS {
                for object in stored.seen(person, kind).into_iter().filter(|object| is_findable(&stored, object)) {
                    expected.push((name.to_owned(), object.public_id()));
                    *kinds.entry(name.to_owned()).or_insert(0) += 1;
                    *states.entry(stored.lead(object).state.to_owned()).or_insert(0) += 1;
                }
            }
            let (mut all, answer) = found(&stored, person, EVERYWHERE).await;
            let order: Vec<usize> =
                all.iter().map(|(kind, _)| KINDS.iter().position(|(_, name)| name == kind).unwrap()).collect();
            assert!(order.is_sorted(), "by kind");
            all.sort();
            expected.sort();
            assert_eq!(all, expected, "{:?} {}", person.roles, person.id);
            assert_eq!(answer.number("/search/totalCount"), i64::try_from(expected.len()).unwrap());
            let counted = |list: &str, name: &str| -> BTreeMap<String, i64> {
                let list = answer.data(&format!("/search/facets/{list}")).as_array().unwrap();
                list.iter().map(|entry| (entry[name].as_str().unwrap().to_owned(), entry["count"].as_i64().unwrap())).collect()
            };
            assert_eq!(counted("kinds", "kind"), kinds, "{:?}", person.roles);
            assert_eq!(counted("states", "state"), states, "{:?}", person.roles);
            compared += expected.len();
        }
        assert!(compared > 1_000, "{compared}");
    }

    async fn a_word_of_a_hidden_text_is_not_found_nor_shown(world: World) {
        let stored = stored(world, &SIZE).await;
        let texts: Vec<&Object> =
            stored.objects.iter().filter(|object| KINDS.iter().any(|(kind, _)| *kind == object.kind)).collect();
        let (mut seen, mut hidden) = (0, 0);
        for (number, person) in stored.alliance.people.iter().filter(|person| stored.may_ask(person)).enumerate() {
            // Another sample of the texts for everybody.
            for object in texts.iter().skip(number % 29).step_by(29).take(8) {
                let (all, answer) = found(&stored, person, &word_of(object.id)).await;
                let expected: Vec<String> =
                    (stored.sees(person, object) && is_findable(&stored, object)).then(|| object.public_id()).into_iter().collect();
                assert_eq!(all.into_iter().map(|(_, id)| id).collect::<Vec<_>>(), expected, "{:?} {}", object.kind, object.id);
                assert_eq!(answer.number("/search/totalCount"), i64::try_from(expected.len()).unwrap());
                assert_eq!(answer.list("/search/facets/kinds").len(), expected.len());
                *(if expected.is_empty() { &mut hidden } else { &mut seen }) += 1;
            }
        }
        assert!(seen > 50 && hidden > 100, "{seen} seen, {hidden} hidden");
    }
}
