//! Networks: what meets what, for whom, and that nothing hidden joins two things one sees.

use serde_json::{Value, json};

use super::{act, adds, company, human, phone};
use crate::{
    both_databases,
    support::{Asks as _, Lead, Person, Response},
};

async fn network(by: &Person, from: &[&str], steps: i32) -> Response {
    let document = "query($ids: [ID!]!, $steps: Int) { subjectNetwork(ids: $ids, steps: $steps) { isComplete \
        subjects { id } links { id kind } shared { kind value rule strength subjectIds } } }";
    by.graphql(document, json!({ "ids": from, "steps": steps })).await.ok()
}

async fn members(by: &Person, from: &str, steps: i32) -> Vec<String> {
    let mut ids = network(by, &[from], steps)
        .await
        .texts("/subjectNetwork/subjects", "/id");
    ids.sort();
    ids
}

fn sorted(ids: &[&String]) -> Vec<String> {
    let mut ids: Vec<String> = ids.iter().map(|id| (*id).clone()).collect();
    ids.sort();
    ids
}

async fn way(by: &Person, from: &str, to: &str) -> Response {
    let document = "query($from: ID!, $to: ID!) { subjectPath(fromId: $from, toId: $to) { subjectIds \
        network { shared { value } links { kind } } } }";
    by.graphql(document, json!({ "from": from, "to": to })).await
}

async fn alike(by: &Person, lead: &Lead) -> Response {
    let document =
        "query($id: ID!) { lead(id: $id) { leadsAlike { lead { id } shared { kind value rule subjectId } } } }";
    by.graphql(document, json!({ "id": lead.public_id() })).await.ok()
}

fn linking(by: &Person, from: &str, to: &str) -> Value {
    json!({ "idempotencyKey": by.world.id().to_string(), "fromId": from, "toId": to, "kind": "SUPPLIES",
        "confidence": "MEDIUM", "grounds": "Seen at the gate", "validFrom": "2025-01-01" })
}

both_databases! {
    async fn equal_identifiers_meet_however_they_are_written_and_say_by_which_rule(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let (one, other) = (admin.prepares(&acme).await, admin.prepares(&acme).await);
        let here = adds(&admin, &one, company("Soles", &[phone("+86 138-0013-8000")])).await;
        let there = adds(&admin, &other, company("Uppers", &[phone("０１３８００１３８０００"), phone("13900139000")])).await;
        let far = adds(&admin, &other, company("Boxes", &[phone("13900139000")])).await;
        assert_eq!(members(&admin, &here, 1).await, sorted(&[&here, &there]));
        assert_eq!(members(&admin, &here, 2).await, sorted(&[&here, &there, &far]));
        let answer = network(&admin, &[&here], 2).await;
        assert_eq!(answer.list("/subjectNetwork/shared").len(), 2);
        assert!(answer.texts("/subjectNetwork/shared", "/rule").iter().all(|rule| rule.starts_with("phone-")), "{answer}");
        assert_eq!(answer.data("/subjectNetwork/isComplete"), &json!(true));
        let path = way(&admin, &here, &far).await.ok();
        assert_eq!(path.data("/subjectPath/subjectIds"), &json!([here, there, far]));
        assert_eq!(path.list("/subjectPath/network/shared").len(), 2);
        let alike = alike(&admin, &one).await;
        assert_eq!(alike.text("/lead/leadsAlike/0/lead/id"), other.public_id());
        assert_eq!(alike.text("/lead/leadsAlike/0/shared/0/subjectId"), there);
    }

    async fn i22_nothing_hidden_joins_two_things_one_sees(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, reader) = (acme.admin().await, bolt.investigator().await);
        let mut leads = Vec::new();
        for _ in 0..3 {
            leads.push(admin.prepares(&acme).await);
        }
        let first = adds(&admin, &leads[0], company("First", &[phone("13800138001")])).await;
        let between = adds(&admin, &leads[1], company("Between", &[phone("13800138001"), phone("13800138002")])).await;
        let last = adds(&admin, &leads[2], company("Last", &[phone("13800138002")])).await;
        admin.shares(&leads[0], &[&bolt]).await.ok();
        admin.shares(&leads[2], &[&bolt]).await.ok();
        assert_eq!(members(&admin, &first, 3).await, sorted(&[&first, &between, &last]));
        assert_eq!(members(&reader, &first, 3).await, sorted(&[&first]));
        assert_eq!(way(&reader, &first, &last).await.ok().data("/subjectPath"), &Value::Null);
        way(&reader, &first, &between).await.not_found();
        assert!(alike(&reader, &leads[0]).await.list("/lead/leadsAlike").is_empty());
        let (_, alone) = world.counting_statements(network(&reader, &[&first], 3)).await;
        // Neither does an analyst's link to what is hidden, and no statement more is asked because of it.
        act(&admin, "linkSubjects", linking(&admin, &first, &between)).await.ok();
        assert!(network(&reader, &[&first], 3).await.list("/subjectNetwork/links").is_empty());
        let (_, still) = world.counting_statements(network(&reader, &[&first], 3)).await;
        assert_eq!(alone, still);
        // Once it is shared, it joins; once that is taken back, no more.
        admin.shares(&leads[1], &[&bolt]).await.ok();
        assert_eq!(members(&reader, &first, 3).await, sorted(&[&first, &between, &last]));
        admin.changes_tlp(&leads[1], "RED").await.ok();
        assert_eq!(members(&reader, &first, 3).await, [first]);
    }

    async fn what_many_have_ties_none_of_them(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let lead = admin.prepares(&acme).await;
        let mut ids = Vec::new();
        for number in 0..51 {
            ids.push(adds(&admin, &lead, company(&format!("Shop {number}"), &[phone("4008001234")])).await);
        }
        assert_eq!(members(&admin, &ids[0], 1).await.len(), 1, "a hotline");
        let gone = json!({ "id": ids[50], "expectedVersion": 1, "reason": "Closed" });
        act(&admin, "removeSubject", gone).await.ok();
        let left = members(&admin, &ids[0], 1).await.len();
        assert!(left == 50 || left == 1, "{left}: fifty are tied, unless the number itself says little");
    }

    async fn links_are_seen_by_who_sees_both_ends(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, reader) = (acme.admin().await, bolt.investigator().await);
        let (one, other) = (admin.prepares(&acme).await, admin.prepares(&acme).await);
        let here = adds(&admin, &one, company("Soles", &[])).await;
        let there = adds(&admin, &other, company("Uppers", &[])).await;
        admin.shares(&one, &[&bolt]).await.ok();
        world.nothing_changes(act(&reader, "linkSubjects", linking(&reader, &here, &there))).await.refused_with("FORBIDDEN");
        world.nothing_changes(act(&admin, "linkSubjects", linking(&admin, &here, &here))).await.refused_with("BAD_USER_INPUT");
        let mut backwards = linking(&admin, &here, &there);
        backwards["validUntil"] = json!("2024-12-31");
        world.nothing_changes(act(&admin, "linkSubjects", backwards)).await.refused_with("BAD_USER_INPUT");
        let made = act(&admin, "linkSubjects", linking(&admin, &here, &there)).await.ok();
        let link = made.text("/linkSubjects/link/id");
        assert_eq!(super::reads(&admin, &here).await.ok().list("/subject/links").len(), 1);
        assert!(super::reads(&reader, &here).await.ok().list("/subject/links").is_empty());
        world.nothing_changes(act(&reader, "unlinkSubjects", json!({ "id": link }))).await.not_found();
        assert_eq!(members(&admin, &here, 1).await, sorted(&[&here, &there]));
        act(&admin, "unlinkSubjects", json!({ "id": link })).await.ok();
        assert_eq!(members(&admin, &here, 1).await, [here]);
        world.nothing_changes(act(&admin, "unlinkSubjects", json!({ "id": link }))).await.not_found();
    }

    async fn a_persons_identifier_joins_without_being_shown(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, desk) = (acme.admin().await, world.secretariat().await.desk().await);
        let (one, other) = (admin.prepares(&acme).await, admin.prepares(&acme).await);
        let person = adds(&admin, &one, human("Jane Doe", &[phone("13800138000")])).await;
        let again = adds(&admin, &other, human("J. Doe", &[phone("13800138000")])).await;
        assert_eq!(members(&desk, &person, 1).await, sorted(&[&person, &again]));
        let answer = network(&desk, &[&person], 1).await;
        assert!(!answer.text("/subjectNetwork/shared/0/value").contains("0013"), "{answer}");
    }

    async fn a_number_that_a_company_has_too_is_masked_beside_the_person(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let (one, other) = (admin.prepares(&acme).await, admin.prepares(&acme).await);
        let maker = adds(&admin, &one, company("Soles", &[phone("13800138000")])).await;
        adds(&admin, &other, human("Jane Doe", &[phone("13800138000")])).await;
        let answer = network(&admin, &[&maker], 1).await;
        assert!(!answer.text("/subjectNetwork/shared/0/value").contains("0013"), "{answer}");
        for lead in [&one, &other] {
            let answer = alike(&admin, lead).await;
            assert!(!answer.text("/lead/leadsAlike/0/shared/0/value").contains("0013"), "{answer}");
        }
    }

    async fn texts_are_searched_for_identifiers(world: World) {
        let admin = world.brand("Acme").await.admin().await;
        let document = "query($text: String!) { detectIdentifiers(text: $text) { kind value start end } }";
        let text = "一比一质量，微信: soles_888，电话13800138000";
        let found = admin.graphql(document, json!({ "text": text })).await.ok();
        assert_eq!(found.texts("/detectIdentifiers", "/kind"), ["WECHAT", "PHONE"]);
        let units: Vec<u16> = text.encode_utf16().collect();
        for hit in found.list("/detectIdentifiers") {
            let range = usize::try_from(hit["start"].as_u64().unwrap()).unwrap()..usize::try_from(hit["end"].as_u64().unwrap()).unwrap();
            assert_eq!(String::from_utf16(&units[range]).unwrap(), hit["value"].as_str().unwrap());
        }
        let too_long = json!({ "text": "x".repeat(20_001) });
        world.nothing_changes(admin.graphql(document, too_long)).await.refused_with("BAD_USER_INPUT");
    }
}
