//! What was bought, inspected and paid is told to nobody who does not see it: neither by an answer nor by what an answer costs.

use serde_json::{Value, json};
use touchstone::{
    permissions::Role,
    platform::ids::{IdKind, encode},
};

use super::{Cast, row};
use crate::{
    appraisals::{Bench, sample_row},
    both_databases,
    support::{Asks as _, Person, World},
};

/// Every way in which purchases and what hangs on them are listed, counted and asked for by their ids.
const DOCUMENTS: [&str; 8] = [
    "{ purchases(first: 50) { totalCount pageInfo { hasNextPage endCursor } nodes { id reference state } } }",
    "{ purchaseCounts { state count } purchaseFunding { allocationId currency } }",
    "{ samples(first: 50) { totalCount nodes { id label seal } } appraisals(first: 50) { totalCount nodes { id state } } }",
    "{ funds(first: 50) { totalCount nodes { id balance { available { amount } } } } }",
    "{ unreadNotifications notifications(first: 50) { totalCount nodes { id kind purchase { id } appraisal { id } } } }",
    "query($lead: ID!) { purchases(first: 50, filter: { leadId: $lead }) { totalCount nodes { id } } }",
    "query($ids: [ID!]!) { nodes(ids: $ids) { id } }",
    "query($purchase: ID!) { purchase(id: $purchase) { id seller } }",
];

/// The names by which something is asked for.
type Names = [String; 6];

/// Those of nothing.
fn of_nothing(world: &World) -> Names {
    let kinds = [
        IdKind::Lead,
        IdKind::Purchase,
        IdKind::Sample,
        IdKind::Appraisal,
        IdKind::Fund,
        IdKind::Evidence,
    ];
    kinds.map(|kind| world.unknown(kind))
}

/// What somebody is told, without the names by which it was asked for, and by how many statements.
async fn asked(by: &Person, names: &Names) -> Vec<(String, usize)> {
    let mut told = Vec::new();
    for document in DOCUMENTS {
        let variables = json!({ "lead": names[0], "ids": names, "purchase": names[1] });
        let Value::Object(mut given) = variables else {
            panic!("an object")
        };
        given.retain(|name, _| document.contains(&format!("${name}:")));
        let asked = by.graphql(document, Value::Object(given));
        let (answer, statements) = by.world.counting_statements(asked).await;
        assert_ne!(answer.error_code(), Some("INVALID_DOCUMENT"), "{document}: {answer}");
        let text = answer.0.to_string();
        let text = names.iter().fold(text, |text, name| text.replace(name, "ID"));
        told.push((text, statements));
    }
    told
}

both_databases! {
    async fn i21_i22_what_was_bought_unseen_changes_neither_answers_nor_what_they_cost(world: World) {
        let cast = Cast::of(&world).await;
        let bolt = world.brand("Bolt").await;
        let readers = [
            bolt.admin().await,
            bolt.investigator().await,
            bolt.person(&[Role::Mf]).await,
            world.agent_firm("Firm").await.agent_for(&bolt).await,
            world.agency("Police").await.officer().await,
        ];
        let nothing = of_nothing(&world);
        let mut before = Vec::new();
        for reader in &readers {
            // Whatever is written down once is written down by now.
            asked(reader, &nothing).await;
            before.push(asked(reader, &nothing).await);
        }
        let bench = Bench::with(cast, &["S-1", "S-2"]).await;
        let appraisal = bench.finished("LAB", &bench.first, "COUNTERFEIT", json!({})).await;
        world.notified().await;
        let evidence = sample_row(&world, bench.sample()).await.evidence_id;
        assert_eq!(row(&world, &bench.purchase).await.state, "APPRAISED");
        let hidden = [
            bench.cast.lead.public_id(), bench.purchase.clone(), bench.sample().to_owned(), appraisal,
            bench.cast.treasury.fund.clone(), encode(IdKind::Evidence, evidence),
        ];
        for (reader, before) in readers.iter().zip(&before) {
            assert_eq!(&asked(reader, &hidden).await, before, "{}", reader.name);
        }
    }
}
