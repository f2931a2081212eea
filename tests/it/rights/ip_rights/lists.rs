//! Who knows of which right, and what lists find: the same by id, by `node`, in the list and in its count.

use std::collections::BTreeSet;

use touchstone::permissions::viewer::PoaAction;

use super::*;
use crate::{both_databases, support::Mandate};

/// One right in each state, named by it.
async fn one_of_each_state(of: &Organization, desk: &Person) -> Vec<(String, &'static str)> {
    let admin = of.admin().await;
    let why = json!({ "reason": "because" });
    let mut rights = Vec::new();
    for (place, state) in ["DRAFT", "SUBMITTED", "REJECTED", "VERIFIED", "DISPUTED", "INVALIDATED"]
        .into_iter()
        .enumerate()
    {
        let number = format!("{}{place}", of.name);
        let id = enters(&admin, of, json!({ "title": state, "registrationNumber": number })).await;
        if state != "DRAFT" {
            steps(&admin, "submitIpRight", &id, 1, json!({})).await.ok();
        }
        match state {
            "REJECTED" => {
                steps(desk, "rejectIpRight", &id, 2, why.clone()).await.ok();
            }
            "VERIFIED" | "DISPUTED" | "INVALIDATED" => {
                steps(desk, "verifyIpRight", &id, 2, json!({})).await.ok();
            }
            _ => {}
        }
        match state {
            "DISPUTED" => {
                steps(desk, "disputeIpRight", &id, 3, why.clone()).await.ok();
            }
            "INVALIDATED" => {
                steps(desk, "invalidateIpRight", &id, 3, why.clone()).await.ok();
            }
            _ => {}
        }
        rights.push((id, state));
    }
    rights
}

/// What the person finds in the list, and whether the other ways say the same.
async fn finds(person: &Person, rights: &[(String, &'static str)]) -> BTreeSet<&'static str> {
    let listed = lists(person, json!({})).await;
    let ids = listed.texts("/ipRights/nodes", "/id");
    assert_eq!(
        listed.number("/ipRights/totalCount"),
        i64::try_from(ids.len()).unwrap(),
        "{}",
        person.name
    );
    let mut found = BTreeSet::new();
    for (id, state) in rights {
        let node = person.graphql(super::super::NODE, json!({ "id": id })).await.ok();
        let one = person.graphql(RIGHT, json!({ "id": id })).await;
        let is_listed = ids.contains(id);
        assert_eq!(node.data("/node").is_object(), is_listed, "{} {state}", person.name);
        match is_listed {
            true => assert_eq!(one.error_code(), None, "{} {state}", person.name),
            false => one.not_found(),
        }
        found.extend(is_listed.then_some(*state));
    }
    found
}

both_databases! {
    /// The table of domain.md §5.2 for rights, as `is_seen_by` has it, told once more by hand.
    async fn i21_unverified_rights_are_their_holders_matter(world: World) {
        let acme = world.brand("Acme").await;
        let firm = world.agent_firm("Firm").await;
        let secretariat = world.secretariat().await;
        let desk = secretariat.desk().await;
        let rights = one_of_each_state(&acme, &desk).await;
        let all = ["DRAFT", "SUBMITTED", "REJECTED", "VERIFIED", "DISPUTED", "INVALIDATED"];
        let public = &all[3..];
        let manages = Mandate { actions: &[PoaAction::ManageBrands], ..Mandate::default() };
        firm.mandate(&acme, manages).await;
        let elsewhere = world.agent_firm("Other firm").await;
        let other_brand = [world.id()];
        elsewhere.mandate(&acme, Mandate { brands: Some(&other_brand), ..Mandate::default() }).await;
        let reader = world.agent_firm("Readers").await;
        reader.mandate(&acme, Mandate { actions: &[PoaAction::ReadLeads], ..Mandate::default() }).await;
        let own_brand = acme.brands.clone();
        let covered = world.agent_firm("Covered").await;
        covered.mandate(&acme, Mandate { brands: Some(&own_brand), ..Mandate::default() }).await;
        let cases = [
            (acme.admin().await, all.as_slice()),
            (acme.person(&[Role::Mf]).await, &all),
            (firm.person(&[Role::Mc]).await, &all),
            (covered.person(&[Role::Mc]).await, &all),
            (firm.person(&[Role::Ma]).await, public),
            (elsewhere.person(&[Role::Mc]).await, public),
            (reader.person(&[Role::Mc]).await, public),
            (desk, &all[1..]),
            (secretariat.secretariat_admin().await, public),
            (world.brand("Other").await.admin().await, public),
            (world.agency("Police").await.officer().await, public),
            (world.auditor("Eyes").await.person(&[Role::Au]).await, public),
        ];
        for (person, expected) in &cases {
            assert_eq!(finds(person, &rights).await, expected.iter().copied().collect(), "{}", person.name);
        }
        acme.put_into("SUSPENDED").await;
        let after: [(usize, &[&str]); 4] = [(2, &[]), (7, &all[1..]), (8, public), (9, &[])];
        for (place, expected) in after {
            let person = &cases[place].0;
            assert_eq!(finds(person, &rights).await, expected.iter().copied().collect(), "{}", person.name);
        }
    }

    async fn lists_are_narrowed_by_what_rights_say(world: World) {
        let mut acme = world.brand("Acme").await;
        acme.add_brand("Second").await;
        let desk = desk(&world).await;
        let second = touchstone::platform::ids::encode(touchstone::platform::ids::IdKind::Brand, acme.brands[1]);
        for (title, changes) in [
            ("Two", json!({ "registrationNumber": "10", "niceClasses": [2] })),
            ("Twenty-five", json!({ "registrationNumber": "11", "niceClasses": [12, 25], "brandIds": [second] })),
            ("Union", json!({ "registrationNumber": "12", "office": "EM", "expiresOn": "2026-03-09" })),
            ("100 % Ökologisch", json!({ "registrationNumber": "13_A", "expiresOn": "2026-03-08", "titleZh": "生态" })),
            ("Soon", json!({ "registrationNumber": "14", "expiresOn": "2026-09-05" })),
            ("Later", json!({ "registrationNumber": "15", "expiresOn": "2026-09-06" })),
            ("Pattern", json!({ "registrationNumber": null, "kind": "COPYRIGHT", "expiresOn": null, "niceClasses": [] })),
        ] {
            verified(&acme, &desk, with(json!({ "title": title }), changes)).await;
        }
        let admin = acme.admin().await;
        let cases = [
            (json!({ "niceClass": 2 }), vec!["Two"]),
            (json!({ "niceClass": 12 }), vec!["Twenty-five"]),
            (json!({ "brandId": second }), vec!["Twenty-five"]),
            (json!({ "country": "FR" }), vec!["Union"]),
            (json!({ "country": "GB" }), vec![]),
            (json!({ "kinds": ["COPYRIGHT", "DESIGN"] }), vec!["Pattern"]),
            (json!({ "states": ["EXPIRED"] }), vec!["100 % Ökologisch"]),
            (json!({ "states": ["EXPIRING"] }), vec!["Union", "Soon"]),
            (json!({ "states": ["VERIFIED"] }), vec!["Two", "Twenty-five", "Later", "Pattern"]),
            (json!({ "search": "OKO" }), vec!["100 % Ökologisch"]),
            (json!({ "search": "生态" }), vec!["100 % Ökologisch"]),
            (json!({ "search": "%" }), vec!["100 % Ökologisch"]),
            (json!({ "search": "_" }), vec!["100 % Ökologisch"]),
            (json!({ "search": "\\" }), vec![]),
            (json!({ "renewalWaits": true }), vec![]),
            (json!({ "holderId": acme.public_id(), "search": "union" }), vec!["Union"]),
        ];
        for (filter, expected) in cases {
            assert_eq!(titles(&admin, filter.clone()).await, expected, "{filter}");
        }
        for (filter, field) in [(json!({ "niceClass": 46 }), "filter.niceClass"), (json!({ "country": "cn" }), "filter.country")] {
            let refused = admin.graphql(LIST, json!({ "filter": filter })).await;
            assert_eq!((refused.error_code(), refused.error_field().as_deref()), (Some("BAD_USER_INPUT"), Some(field)));
        }
    }

    /// By the last day, and page by page, without losing or repeating one.
    async fn lists_go_by_the_last_day_page_by_page(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let days = ["2027-05-01", "2026-05-01", "2026-05-01", "2031-01-01", "2026-12-31"];
        for (place, day) in days.iter().enumerate() {
            let changes = json!({ "title": day, "registrationNumber": place.to_string(), "expiresOn": day });
            enters(&admin, &acme, changes).await;
        }
        enters(&admin, &acme, json!({ "title": "never", "registrationNumber": "9", "expiresOn": null })).await;
        let mut found = Vec::new();
        let mut after = json!(null);
        loop {
            let page = admin.graphql(LIST, json!({ "orderBy": "EXPIRES_ON", "first": 2, "after": after })).await.ok();
            assert_eq!(page.number("/ipRights/totalCount"), 6);
            found.extend(page.texts("/ipRights/nodes", "/title"));
            if page.data("/ipRights/pageInfo/hasNextPage") == &json!(false) {
                break;
            }
            after = page.data("/ipRights/pageInfo/endCursor").clone();
        }
        assert_eq!(found, ["2026-05-01", "2026-05-01", "2026-12-31", "2027-05-01", "2031-01-01", "never"]);
    }

    async fn statements_do_not_grow_with_the_rights(world: World) {
        let acme = world.brand("Acme").await;
        let desk = desk(&world).await;
        let document = "{ ipRights(first: 50) { totalCount nodes { title state holder { name } brands { name }
            submittedBy { name } verifiedBy { name } renewal { submittedBy { name } } allowedActions
            alsoClaimedBy { name } } } }";
        let other = world.brand("Other").await;
        let mut counted = Vec::new();
        for wanted in [2, 12] {
            for number in counted.len() * 2..wanted {
                for of in [&acme, &other] {
                    verified(of, &desk, json!({ "registrationNumber": format!("S{number}") })).await;
                }
            }
            let (answer, statements) = world.counting_statements(desk.graphql(document, json!({}))).await;
            let answer = answer.ok();
            assert_eq!(answer.number("/ipRights/totalCount"), 2 * i64::try_from(wanted).unwrap());
            let claimed = answer.list("/ipRights/nodes").iter();
            assert!(claimed.clone().all(|right| right["alsoClaimedBy"][0]["name"].is_string()), "{answer}");
            counted.push(statements);
        }
        assert_eq!(counted[0], counted[1]);
    }
}
