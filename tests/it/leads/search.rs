//! Search: every language, every kind, only what the viewer sees, marked where it was found.

use serde_json::{Value, json};

use crate::{
    both_databases,
    support::{Asks as _, Person, Response, draft, picture, with},
};

const SEARCH: &str = "query($query: String!, $first: Int, $after: String, $kinds: [SearchKind!], $filter: LeadFilter) { \
    search(query: $query, first: $first, after: $after, kinds: $kinds, filter: $filter) { totalCount totalCountIsExact \
    facets { kinds { kind count } states { state count } areExact } pageInfo { hasNextPage endCursor } \
    edges { node { kind lead { id title } excerpts { field text cutBefore cutAfter marks { start length } } \
    object { __typename ... on Lead { id } ... on LeadItem { id title } ... on Comment { id body authorName } ... on Subject { id name } ... on EvidenceItem { id title } } } } } }";

async fn search(by: &Person, query: &str) -> Response {
    by.graphql(SEARCH, json!({ "query": query, "first": 20 })).await.ok()
}

/// Kind and marked pieces of each hit.
fn hits(answer: &Response) -> Vec<String> {
    let edges = answer.list("/search/edges");
    edges.iter().map(|edge| shown(&edge["node"])).collect()
}

fn shown(hit: &Value) -> String {
    let excerpts = hit["excerpts"].as_array().unwrap().iter().map(|excerpt| {
        let text: Vec<char> = excerpt["text"].as_str().unwrap().chars().collect();
        let marks = excerpt["marks"].as_array().unwrap();
        let at = |mark: &Value, name: &str| usize::try_from(mark[name].as_i64().unwrap()).unwrap();
        let mut told = String::new();
        for (place, c) in text.iter().enumerate() {
            if marks.iter().any(|mark| at(mark, "start") == place) {
                told.push('[');
            }
            told.push(*c);
            if marks
                .iter()
                .any(|mark| at(mark, "start") + at(mark, "length") == place + 1)
            {
                told.push(']');
            }
        }
        told
    });
    format!(
        "{} {}",
        hit["kind"].as_str().unwrap(),
        excerpts.collect::<Vec<_>>().join(" | ")
    )
}

/// A lead with words of three languages in itself, an item and a comment.
async fn written(by: &Person, about: &crate::support::Organization) -> crate::support::Lead {
    let input = with(
        draft(about),
        json!({
            "title": "Bolsas falsificadas em São Paulo",
            "summary": "Die Ware kommt aus 莆田市, sold as GENUINE.",
            "items": [{ "brandId": about.brand_id(), "title": "耐克男士跑鞋专柜同款", "seller": "Loja do João" }],
        }),
    );
    let lead = by.creates_from(input).await;
    by.submits(&lead).await.ok();
    by.comments(
        &lead,
        "A costura não é a original; 鞋盒 is wrong",
        "EVERYONE_WHO_SEES_THE_LEAD",
    )
    .await
    .ok();
    lead
}

both_databases! {
    async fn every_language_is_found_and_marked(world: World) {
        let acme = world.brand("Acme").await;
        let author = acme.admin().await;
        written(&author, &acme).await;
        for (query, expected) in [
            ("genuine", vec!["LEAD Die Ware kommt aus 莆田市, sold as [GENUINE]."]),
            ("sao paulo", vec!["LEAD Bolsas falsificadas em [São] [Paulo]"]),
            ("BOLSAS FALSIFICADAS", vec!["LEAD [Bolsas] [falsificadas] em São Paulo"]),
            ("JOÃO", vec!["ITEM Loja do [João]"]),
            ("não", vec!["COMMENT A costura [não] é a original; 鞋盒 is wrong"]),
            ("莆田", vec!["LEAD Die Ware kommt aus [莆田]市, sold as GENUINE."]),
            ("跑鞋", vec!["ITEM 耐克男士[跑鞋]专柜同款"]),
            ("鞋", vec!["ITEM 耐克男士跑[鞋]专柜同款", "COMMENT A costura não é a original; [鞋]盒 is wrong"]),
            ("鞋跑", vec![]),
            ("falsif", vec![]),
            ("...", vec![]),
            ("", vec![]),
        ] {
            let answer = search(&author, query).await;
            assert_eq!(hits(&answer), expected, "{query}");
            assert_eq!(answer.number("/search/totalCount"), i64::try_from(expected.len()).unwrap(), "{query}");
        }
    }

    async fn subjects_and_evidence_are_found_and_people_are_not(world: World) {
        use touchstone::permissions::{Role, viewer::OrganizationKind};
        let acme = world.brand("Acme").await;
        let author = acme.admin().await;
        let market = world.organization(OrganizationKind::Platform, "Market").await;
        let account = market.person(&[Role::Ps]).await;
        let lead = author.prepares(&acme).await;
        let name = async |subject: Value| {
            let input = with(json!({ "idempotencyKey": world.id().to_string(), "leadId": lead.public_id() }), subject);
            author.graphql("mutation($input: AddSubjectInput!) { addSubject(input: $input) { subject { id } userErrors { code } } }", json!({ "input": input })).await.ok();
        };
        name(json!({ "kind": "COMPANY", "name": "Vitrine Lda", "detail": "Sells from a garage", "identifiers": [{ "kind": "DOMAIN", "value": "vitrine.example" }] })).await;
        name(json!({ "kind": "PERSON", "name": "Vitrine Silva", "identifiers": [], "personalData": { "purpose": "INVESTIGATION", "legalBasis": "LEGAL_CLAIMS" } })).await;
        author.attaches(&lead, &picture(1), json!({ "title": "A vitrine da loja" })).await;
        let expected = ["SUBJECT [Vitrine] Lda | [vitrine].example", "EVIDENCE A [vitrine] da loja"];
        assert_eq!(hits(&search(&author, "vitrine").await), expected);
        assert_eq!(hits(&search(&author, "garage").await), ["SUBJECT Sells from a [garage]"]);
        assert_eq!(hits(&search(&author, "window png").await), ["EVIDENCE [window].[png]"]);
        assert_eq!(author.lists(json!({ "search": "vitrine" })).await.len(), 1, "by the subject");
        assert!(author.lists(json!({ "search": "window" })).await.is_empty(), "a list asks for no evidence");
        author.shares(&lead, &[&market]).await.ok();
        let told = search(&account, "vitrine").await;
        assert_eq!(hits(&told), expected[..1], "a partner's account reads no evidence");
        assert_eq!(told.number("/search/totalCount"), 1);
        let kinds = json!({ "query": "vitrine", "first": 20, "kinds": ["EVIDENCE"] });
        assert_eq!(account.graphql(SEARCH, kinds.clone()).await.ok().number("/search/totalCount"), 0);
        assert_eq!(author.graphql(SEARCH, kinds).await.ok().number("/search/totalCount"), 1);
    }

    async fn what_an_older_version_kept_without_its_words_is_found_after_the_upgrade(world: World) {
        use sea_orm::ConnectionTrait as _;
        use touchstone::{leads, subjects};
        let acme = world.brand("Acme").await;
        let author = acme.admin().await;
        let lead = author.prepares(&acme).await;
        for subject in [
            json!({ "kind": "COMPANY", "name": "Vitrine Lda", "identifiers": [{ "kind": "DOMAIN", "value": "vitrine.example" }] }),
            json!({ "kind": "PERSON", "name": "Vitrine Silva", "personalData": { "purpose": "INVESTIGATION", "legalBasis": "LEGAL_CLAIMS" } }),
        ] {
            let input = with(json!({ "idempotencyKey": world.id().to_string(), "leadId": lead.public_id() }), subject);
            author.graphql("mutation($input: AddSubjectInput!) { addSubject(input: $input) { subject { id } userErrors { code } } }", json!({ "input": input })).await.ok();
        }
        author.attaches(&lead, &picture(1), json!({ "title": "A vitrine da loja" })).await;
        let expected = hits(&search(&author, "vitrine").await);
        assert_eq!(expected, ["SUBJECT [Vitrine] Lda | [vitrine].example", "EVIDENCE A [vitrine] da loja"]);
        let older = "DELETE FROM search_document WHERE kind IN ('subject', 'evidence')";
        world.app.db.write().execute_unprepared(older).await.unwrap();
        assert!(hits(&search(&author, "vitrine").await).is_empty());
        assert_eq!(subjects::jobs::index_missing(&world.app).await.unwrap(), 2);
        assert_eq!(leads::jobs::index_missing(&world.app).await.unwrap(), 1);
        assert_eq!(hits(&search(&author, "vitrine").await), expected, "and the person is not found still");
        let nothing = async || (subjects::jobs::index_missing(&world.app).await.unwrap(), leads::jobs::index_missing(&world.app).await.unwrap());
        assert_eq!(world.nothing_changes(nothing()).await, (0, 0));
    }

    async fn a_reference_is_found_and_kinds_and_states_narrow(world: World) {
        let acme = world.brand("Acme").await;
        let author = acme.admin().await;
        let lead = written(&author, &acme).await;
        author.creates_from(with(draft(&acme), json!({ "title": "Another 鞋", "items": [] }))).await;
        let answer = search(&author, &lead.row().await.reference.to_lowercase()).await;
        assert_eq!(answer.texts("/search/edges", "/node/lead/id"), [lead.public_id()]);
        let answer = search(&author, "鞋").await;
        assert_eq!(answer.texts("/search/edges", "/node/kind"), ["LEAD", "ITEM", "COMMENT"], "leads come first");
        assert_eq!(
            answer.data("/search/facets"),
            &json!({
                "kinds": [{ "kind": "LEAD", "count": 1 }, { "kind": "ITEM", "count": 1 }, { "kind": "COMMENT", "count": 1 }],
                "states": [{ "state": "DRAFT", "count": 1 }, { "state": "SUBMITTED", "count": 2 }],
                "areExact": true,
            })
        );
        let narrowed = json!({ "query": "鞋", "first": 20, "kinds": ["LEAD", "ITEM"], "filter": { "states": ["SUBMITTED"] } });
        let answer = author.graphql(SEARCH, narrowed).await.ok();
        assert_eq!(answer.texts("/search/edges", "/node/kind"), ["ITEM"]);
        assert_eq!(answer.number("/search/totalCount"), 1);
        let facets = answer.data("/search/facets");
        assert_eq!(facets["kinds"], json!([{ "kind": "ITEM", "count": 1 }, { "kind": "COMMENT", "count": 1 }]));
        assert_eq!(facets["states"], json!([{ "state": "DRAFT", "count": 1 }, { "state": "SUBMITTED", "count": 1 }]));
    }

    async fn what_is_not_seen_is_neither_found_nor_counted(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (author, reader, stranger) = (acme.admin().await, bolt.investigator().await, bolt.investigator().await);
        let input = with(draft(&bolt), json!({
            "title": "Sapato",
            "items": [
                { "brandId": bolt.brand_id(), "title": "sapato one" },
                { "brandId": acme.brand_id(), "title": "sapato two" },
            ],
        }));
        let lead = author.prepares_from(input).await;
        author.comments(&lead, "sapato between us", "OWNER_AND_MY_ORGANIZATION").await.ok();
        assert_eq!(search(&stranger, "sapato").await.number("/search/totalCount"), 0);
        author.shares(&lead, &[&bolt]).await.ok();
        let answer = search(&reader, "sapato").await;
        assert_eq!(hits(&answer), ["LEAD [Sapato]", "ITEM [sapato] one"]);
        assert_eq!(answer.number("/search/totalCount"), 2);
        assert_eq!(answer.data("/search/facets/kinds"), &json!([{ "kind": "LEAD", "count": 1 }, { "kind": "ITEM", "count": 1 }]));
        assert_eq!(search(&author, "sapato").await.number("/search/totalCount"), 4);
        author.changes_tlp(&lead, "RED").await.ok();
        assert_eq!(search(&reader, "sapato").await.number("/search/totalCount"), 0, "at once");
    }

    async fn pages_go_on_where_they_ended(world: World) {
        let acme = world.brand("Acme").await;
        let author = acme.admin().await;
        for number in 0..7 {
            author.creates_from(with(draft(&acme), json!({ "title": format!("Tênis {number}"), "items": [] }))).await;
            if number % 2 == 0 {
                world.after_hours(1);
            }
        }
        let (mut found, mut after) = (Vec::new(), Value::Null);
        loop {
            let page = author.graphql(SEARCH, json!({ "query": "tenis", "first": 3, "after": after })).await.ok();
            found.extend(page.texts("/search/edges", "/node/lead/title"));
            after = page.data("/search/pageInfo/endCursor").clone();
            assert_eq!(page.number("/search/totalCount"), 7);
            if page.data("/search/pageInfo/hasNextPage") == false {
                break;
            }
        }
        let whole = author.graphql(SEARCH, json!({ "query": "tenis", "first": 50 })).await.ok();
        assert_eq!(found, whole.texts("/search/edges", "/node/lead/title"));
        assert_eq!(found.len(), 7);
        assert_eq!(found[0], "Tênis 6", "the latest first");
    }

    async fn long_queries_are_bounded(world: World) {
        let acme = world.brand("Acme").await;
        let author = acme.admin().await;
        written(&author, &acme).await;
        let long = author.graphql(SEARCH, json!({ "query": "鞋".repeat(201), "first": 20 })).await;
        long.refused_with("BAD_USER_INPUT");
        assert_eq!(long.error_field().as_deref(), Some("query"));
        let run: String = ('\u{4e00}'..).take(200).collect();
        assert_eq!(search(&author, &run).await.number("/search/totalCount"), 0);
        for odd in ["\" OR 1=1 --", "' & !x | (y)", "NEAR/2 a*", "\u{0}%_", "a:b\\c"] {
            search(&author, odd).await;
        }
    }

    async fn what_search_shows_counts_as_seen_and_what_it_counts_does_not(world: World) {
        use sea_orm::EntityTrait as _;
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let admin = acme.admin().await;
        let lead = admin.prepares(&other).await;
        admin.shares(&lead, &[&other]).await.ok();
        for (document, counts) in [
            ("{ search(query: \"counterfeit\") { totalCount facets { areExact } } }", false),
            ("{ search(query: \"quality\") { edges { cursor } } }", false),
            ("{ search(query: \"quality\") { edges { node { excerpts { text } } } } }", true),
            ("{ search(query: \"quality\") { edges { node { object { ... on LeadItem { title } } } } } }", true),
        ] {
            let reader = other.investigator().await;
            reader.graphql(document, json!({})).await.ok();
            let noted = entity::sighting::Entity::find_by_id((lead.id, reader.id)).one(world.app.db.read()).await.unwrap();
            assert_eq!(noted.is_some(), counts, "{document}");
        }
    }

    async fn the_number_of_statements_does_not_grow_with_what_is_found(world: World) {
        let acme = world.brand("Acme").await;
        let author = acme.admin().await;
        written(&author, &acme).await;
        search(&author, "鞋").await;
        let (_, few) = world.counting_statements(search(&author, "鞋")).await;
        for _ in 0..5 {
            written(&author, &acme).await;
        }
        search(&author, "鞋").await;
        let (answer, many) = world.counting_statements(search(&author, "鞋")).await;
        assert_eq!(answer.number("/search/totalCount"), 12);
        assert_eq!(few, many);
        assert!(many <= 18, "{many}");
    }
}
