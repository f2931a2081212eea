//! What the directory shows of organisations and people.

use super::*;
use crate::both_databases;

both_databases! {
    /// Members find what is active; the administrator everything; an applicant itself.
    async fn the_directory_shows_what_is_active(world: World) {
        let (_, admin, _) = administrators(&world).await;
        let (acme, other) = (world.brand("Acme").await, world.brand("Ölivier").await);
        let applicant = world.organization(OrganizationKind::MemberBrand, "Newcomer").await;
        applicant.put_into("APPLIED").await;
        let suspended = world.brand("Gone").await;
        let (outsider, of_suspended) = (acme.admin().await, suspended.admin().await);
        suspended.put_into("SUSPENDED").await;
        let list =
            "query($filter: OrganizationFilter) { organizations(filter: $filter) { totalCount nodes { name } } }";
        let names = |answer: Response| answer.ok().texts("/organizations/nodes", "/name");
        assert_eq!(
            names(outsider.graphql(list, json!({})).await),
            ["Secretariat", "Acme", "Ölivier"]
        );
        assert_eq!(
            names(admin.graphql(list, json!({})).await),
            ["Secretariat", "Acme", "Ölivier", "Newcomer", "Gone"]
        );
        assert_eq!(
            names(applicant.admin().await.graphql(list, json!({})).await),
            ["Newcomer"]
        );
        let by = |filter: Value| json!({ "filter": filter });
        assert_eq!(
            names(outsider.graphql(list, by(json!({ "search": "OLI" }))).await),
            ["Ölivier"]
        );
        assert_eq!(
            names(outsider.graphql(list, by(json!({ "search": "%" }))).await),
            [""; 0]
        );
        assert_eq!(
            names(outsider.graphql(list, by(json!({ "states": ["SUSPENDED"] }))).await),
            [""; 0]
        );
        assert_eq!(
            names(
                admin
                    .graphql(list, by(json!({ "states": ["SUSPENDED", "APPLIED"] })))
                    .await
            ),
            ["Newcomer", "Gone"]
        );
        assert_eq!(
            names(outsider.graphql(list, by(json!({ "kinds": ["SECRETARIAT"] }))).await),
            ["Secretariat"]
        );
        for hidden in [suspended.public_id(), applicant.public_id(), world.unknown(IdKind::Org)] {
            let answer = outsider.graphql(ORGANIZATION, json!({ "id": hidden })).await.ok();
            assert_eq!(answer.data("/organization"), &Value::Null);
            let node = outsider
                .graphql("query($id: ID!) { node(id: $id) { id } }", json!({ "id": hidden }))
                .await
                .ok();
            assert_eq!(node.data("/node"), &Value::Null);
        }
        let person = outsider
            .graphql(PERSON, json!({ "id": of_suspended.public_id() }))
            .await
            .ok();
        assert_eq!(person.data("/node"), &Value::Null);
        outsider
            .graphql(ORGANIZATION, json!({ "id": other.brand_id() }))
            .await
            .refused_with("INVALID_ID");
        let hidden = json!({ "input": { "id": suspended.public_id(), "expectedVersion": 1, "name": " " } });
        world
            .nothing_changes(outsider.graphql(UPDATE, hidden))
            .await
            .not_found();
    }

    /// Pages follow one another in both directions and count what the viewer can find.
    async fn the_directory_has_pages(world: World) {
        let acme = world.brand("Acme").await;
        for number in 1..=4 {
            world.after_hours(1);
            world.brand(&format!("Brand {number}")).await;
        }
        let person = acme.investigator().await;
        let page = |arguments: &str| {
            format!(
                "{{ organizations({arguments}) {{ totalCount nodes {{ name }}
                pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }}"
            )
        };
        let ask = |arguments: String| {
            let (person, document) = (person.clone(), page(&arguments));
            async move { person.graphql(&document, json!({})).await.ok() }
        };
        let first = ask("first: 2".to_owned()).await;
        assert_eq!(first.texts("/organizations/nodes", "/name"), ["Acme", "Brand 1"]);
        assert_eq!(first.number("/organizations/totalCount"), 5);
        let end = first.text("/organizations/pageInfo/endCursor");
        let second = ask(format!("first: 2, after: \"{end}\"")).await;
        assert_eq!(second.texts("/organizations/nodes", "/name"), ["Brand 2", "Brand 3"]);
        let start = second.text("/organizations/pageInfo/startCursor");
        let back = ask(format!("last: 1, before: \"{start}\"")).await;
        assert_eq!(back.texts("/organizations/nodes", "/name"), ["Brand 1"]);
        assert_eq!(back.data("/organizations/pageInfo/hasPreviousPage"), &json!(true));
        let last = ask("last: 2".to_owned()).await;
        assert_eq!(last.texts("/organizations/nodes", "/name"), ["Brand 3", "Brand 4"]);
    }

    /// Of other organisations' people nothing but name and organisation is shown, and nothing else finds them.
    async fn strangers_see_names_only(world: World) {
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let person = acme.person_for(&[Role::Mi], &acme.brands).await;
        signs_in(&person).await;
        let (colleague, stranger) = (acme.investigator().await, other.admin().await);
        let desk = world.secretariat().await.desk().await;
        for (viewer, is_known) in [(&person, true), (&colleague, true), (&desk, true), (&stranger, false)] {
            let seen = viewer.graphql(PERSON, json!({ "id": person.public_id() })).await.ok();
            assert_eq!(seen.text("/node/name"), person.name);
            assert_eq!(seen.text("/node/organization/name"), "Acme");
            assert_eq!(seen.data("/node/email").is_string(), is_known);
            assert_eq!(seen.data("/node/lastSignInAt").is_string(), is_known);
            assert_eq!(seen.list("/node/roles").len(), usize::from(is_known));
            assert_eq!(seen.list("/node/brandScope").len(), usize::from(is_known));
        }
        let list = "query($filter: PersonFilter) { people(filter: $filter) { totalCount nodes { name } } }";
        for (filter, strangers, colleagues) in [
            (json!({ "search": person.email }), 0, 1),
            (json!({ "search": person.name }), 1, 1),
            (json!({ "roles": ["MI"] }), 0, 2),
            (json!({ "organizationId": acme.public_id() }), 2, 2),
        ] {
            for (viewer, expected) in [(&stranger, strangers), (&colleague, colleagues)] {
                let found = viewer.graphql(list, json!({ "filter": filter })).await.ok();
                assert_eq!(
                    found.number("/people/totalCount"),
                    expected,
                    "{filter} by {}",
                    viewer.name
                );
                assert_eq!(found.list("/people/nodes").len() as i64, expected);
            }
        }
        colleague.put_into("SUSPENDED").await;
        let gone = stranger
            .graphql(PERSON, json!({ "id": colleague.public_id() }))
            .await
            .ok();
        assert_eq!(gone.data("/node"), &Value::Null);
        let kept = person
            .graphql(PERSON, json!({ "id": colleague.public_id() }))
            .await
            .ok();
        assert_eq!(kept.text("/node/state"), "SUSPENDED");
    }

    /// A list costs the same number of statements however long it is.
    async fn lists_have_no_statement_for_each_entry(world: World) {
        let document = "{ people(first: 50) { nodes { email roles allowedActions brandScope { owner { name } }
            organization { name brands { nodes { name } } } } } }";
        let document = &document.replace("brands { nodes { name } }", "kind");
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        acme.person_for(&[Role::Mi], &acme.brands).await;
        let (_, few) = world.counting_statements(admin.graphql(document, json!({}))).await;
        for number in 0..6 {
            let other = world.brand(&format!("Brand {number}")).await;
            other.person_for(&[Role::Mi], &other.brands).await;
            acme.person_for(&[Role::Mi], &acme.brands).await;
        }
        let (answer, many) = world.counting_statements(admin.graphql(document, json!({}))).await;
        assert_eq!(answer.ok().list("/people/nodes").len(), 14);
        assert_eq!(few, many);
    }
}
