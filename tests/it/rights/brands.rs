//! Brands and those whom they let sell or make.

use super::*;
use crate::both_databases;

both_databases! {
    /// A right holder's administrator enters brands and takes them out of use; others cannot.
    async fn a_brand_is_entered_and_retired(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, stranger) = (acme.admin().await, world.brand("Other").await.admin().await);
        let made = admin.graphql(CREATE_BRAND, brand("key", "Summit")).await.ok();
        let id = made.text("/createBrand/brand/id");
        assert_eq!(
            made.data("/createBrand/brand"),
            &json!({ "id": id, "name": "Summit", "nameZh": "顶点", "state": "ACTIVE",
            "niceClasses": [3, 25], "version": 1, "allowedActions": ["RETIRE", "ADD_AUTHORIZED_PARTY"],
            "owner": { "name": "Acme" } })
        );
        let again = world
            .nothing_changes(admin.graphql(CREATE_BRAND, brand("key", "Summit")))
            .await
            .ok();
        assert_eq!(again.text("/createBrand/brand/id"), id);
        world
            .nothing_changes(admin.graphql(CREATE_BRAND, brand("key", "Peak")))
            .await
            .refused_with("IDEMPOTENCY_MISMATCH");
        let step = |version: i32| json!({ "input": { "id": id, "expectedVersion": version } });
        world
            .nothing_changes(stranger.graphql(RETIRE_BRAND, step(1)))
            .await
            .refused_with("FORBIDDEN");
        world
            .nothing_changes(admin.graphql(RETIRE_BRAND, step(4)))
            .await
            .refused_with("STALE_VERSION");
        let retired = admin.graphql(RETIRE_BRAND, step(1)).await.ok();
        assert_eq!(
            retired.data("/retireBrand/brand"),
            &json!({ "state": "RETIRED", "version": 2, "allowedActions": [] })
        );
        world
            .nothing_changes(admin.graphql(RETIRE_BRAND, step(2)))
            .await
            .refused_with("TRANSITION_NOT_ALLOWED");
        world
            .nothing_changes(stranger.graphql(RETIRE_BRAND, step(2)))
            .await
            .not_found();
        world
            .nothing_changes(admin.graphql(ADD_PARTY, party(&id, "p")))
            .await
            .refused_with("TRANSITION_NOT_ALLOWED");
    }

    /// Only right holders have brands, and only who keeps them enters them.
    async fn only_right_holders_have_brands(world: World) {
        let acme = world.brand("Acme").await;
        let association = world.association("Guild").await.admin().await;
        world
            .nothing_changes(association.graphql(CREATE_BRAND, brand("k", "X")))
            .await
            .refused_with("TRANSITION_NOT_ALLOWED");
        let limited = acme.person_for(&[Role::Mi], &acme.brands).await;
        world
            .nothing_changes(limited.graphql(CREATE_BRAND, brand("k", "X")))
            .await
            .refused_with("FORBIDDEN");
        let own = json!({ "input": { "id": acme.brand_id(), "expectedVersion": 1 } });
        limited.graphql(RETIRE_BRAND, own).await.ok();
        let admin = acme.admin().await;
        for (field, value) in [
            ("name", json!("")),
            ("nameZh", json!("a\nb")),
            ("niceClasses", json!([46])),
        ] {
            let mut input = brand("k", "X");
            input["input"][field] = value;
            let answer = world.nothing_changes(admin.graphql(CREATE_BRAND, input)).await;
            answer.refused_with("BAD_USER_INPUT");
            assert_eq!(answer.error_field().as_deref(), Some(field));
        }
    }

    /// Brands are found while they and their owner are active; their owner and the administrator find all.
    async fn brands_are_found_while_active(world: World) {
        let mut acme = world.brand("Acme").await;
        acme.add_brand("Öland").await;
        let gone = world.brand("Gone").await;
        gone.put_into("SUSPENDED").await;
        let (admin, stranger) = (acme.admin().await, world.brand("Other").await.investigator().await);
        let sa = world.secretariat().await.secretariat_admin().await;
        let retire = json!({ "input": { "id": acme.brand_id(), "expectedVersion": 1 } });
        admin.graphql(RETIRE_BRAND, retire).await.ok();
        let names = |answer: Response| answer.ok().texts("/brands/nodes", "/name");
        assert_eq!(names(stranger.graphql(BRANDS, json!({})).await), ["Öland", "Other"]);
        assert_eq!(
            names(admin.graphql(BRANDS, json!({})).await),
            ["Acme", "Öland", "Other"]
        );
        assert_eq!(
            names(sa.graphql(BRANDS, json!({})).await),
            ["Acme", "Öland", "Gone", "Other"]
        );
        assert_eq!(
            names(
                stranger
                    .graphql(BRANDS, json!({ "filter": { "search": "oland" } }))
                    .await
            ),
            ["Öland"]
        );
        assert_eq!(
            names(
                stranger
                    .graphql(BRANDS, json!({ "filter": { "states": ["RETIRED"] } }))
                    .await
            ),
            [""; 0]
        );
        assert_eq!(
            names(
                admin
                    .graphql(BRANDS, json!({ "filter": { "ownerId": acme.public_id() } }))
                    .await
            ),
            ["Acme", "Öland"]
        );
        for hidden in [acme.brand_id(), gone.brand_id(), world.unknown(IdKind::Brand)] {
            let node = stranger.graphql(NODE, json!({ "id": hidden })).await.ok();
            assert_eq!(node.data("/node"), &Value::Null);
        }
    }

    /// Authorised parties are entered and revoked by the brand's side and seen by few.
    async fn authorised_parties_are_for_few(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, stranger) = (acme.admin().await, world.brand("Other").await.admin().await);
        let added = admin.graphql(ADD_PARTY, party(&acme.brand_id(), "key")).await.ok();
        let id = added.text("/addAuthorizedParty/authorizedParty/id");
        assert_eq!(
            added.data("/addAuthorizedParty/authorizedParty"),
            &json!({ "id": id, "kind": "SELLER", "name": "Café 旗舰店",
            "platform": "taobao", "shopId": "123", "territory": "CN", "validFrom": "2026-01-01", "validTo": "2026-06-30",
            "state": "ACTIVE", "version": 1, "allowedActions": ["REVOKE"], "brand": { "name": "Acme" } })
        );
        world
            .nothing_changes(admin.graphql(ADD_PARTY, party(&acme.brand_id(), "key")))
            .await
            .ok();
        world
            .nothing_changes(stranger.graphql(ADD_PARTY, party(&acme.brand_id(), "x")))
            .await
            .refused_with("FORBIDDEN");
        let secretariat = world.secretariat().await;
        let police = world.agency("Police").await;
        let lead = admin.prepares(&acme).await;
        admin.shares(&lead, &[&police]).await.ok();
        let readers = [
            admin.clone(),
            acme.investigator().await,
            secretariat.desk().await,
            police.officer().await,
        ];
        let others = [
            stranger.clone(),
            acme.person(&[Role::Mf]).await,
            secretariat.secretariat_admin().await,
            world.agency("Customs").await.officer().await,
            world.auditor("Eyes").await.person(&[Role::Au]).await,
        ];
        for (people, expected) in [(readers.as_slice(), 1), (others.as_slice(), 0)] {
            for person in people {
                let seen = person
                    .graphql(BRANDS, json!({ "filter": { "ownerId": acme.public_id() } }))
                    .await
                    .ok();
                assert_eq!(
                    seen.list("/brands/nodes/0/authorizedParties").len(),
                    expected,
                    "{}",
                    person.name
                );
                let node = person.graphql(NODE, json!({ "id": id })).await.ok();
                assert_eq!(node.data("/node").is_object(), expected == 1, "{}", person.name);
            }
        }
        let revoke =
            |version: i32, reason: &str| json!({ "input": { "id": id, "expectedVersion": version, "reason": reason } });
        world
            .nothing_changes(stranger.graphql(REVOKE_PARTY, revoke(1, "x")))
            .await
            .not_found();
        world
            .nothing_changes(readers[1].graphql(REVOKE_PARTY, revoke(1, " ")))
            .await
            .refused_with("BAD_USER_INPUT");
        world
            .nothing_changes(admin.graphql(REVOKE_PARTY, revoke(2, "x")))
            .await
            .refused_with("STALE_VERSION");
        let revoked = admin.graphql(REVOKE_PARTY, revoke(1, "no longer")).await.ok();
        assert_eq!(revoked.text("/revokeAuthorizedParty/authorizedParty/state"), "REVOKED");
        world
            .nothing_changes(admin.graphql(REVOKE_PARTY, revoke(2, "x")))
            .await
            .refused_with("TRANSITION_NOT_ALLOWED");
    }

    /// An agent who keeps a principal's brands sees whom they authorise, whatever else the power of attorney says.
    async fn who_adds_authorised_parties_revokes_them(world: World) {
        let acme = world.brand("Acme").await;
        let firm = world.agent_firm("Firm").await;
        firm.mandate(
            &acme,
            Mandate {
                actions: &[PoaAction::ManageBrands],
                ..Mandate::default()
            },
        )
        .await;
        let agent = firm.person(&[Role::Mc]).await;
        let added = agent.graphql(ADD_PARTY, party(&acme.brand_id(), "k")).await.ok();
        let id = added.text("/addAuthorizedParty/authorizedParty/id");
        assert_eq!(
            added.data("/addAuthorizedParty/authorizedParty/allowedActions"),
            &json!(["REVOKE"])
        );
        let seen = agent.graphql(BRANDS, json!({})).await.ok();
        assert_eq!(seen.list("/brands/nodes/0/authorizedParties").len(), 1);
        let input = json!({ "input": { "id": id, "expectedVersion": 1, "reason": "no longer" } });
        let stranger = world.agent_firm("Other").await.person(&[Role::Mc]).await;
        world
            .nothing_changes(stranger.graphql(REVOKE_PARTY, input.clone()))
            .await
            .not_found();
        let revoked = agent.graphql(REVOKE_PARTY, input).await.ok();
        assert_eq!(revoked.text("/revokeAuthorizedParty/authorizedParty/state"), "REVOKED");
    }

    /// Triage learns of a seller whom the brand has authorised, by shop or by name, while it is.
    async fn an_authorised_seller_is_recognised(world: World) {
        let acme = world.brand("Acme").await;
        acme.admin()
            .await
            .graphql(ADD_PARTY, party(&acme.brand_id(), "key"))
            .await
            .ok();
        let at = |time: &str| time.parse().unwrap();
        let db = world.app.db.read();
        for (platform, shop, seller, time, expected) in [
            (Some("taobao"), Some("123"), None, "2026-03-09T00:00:00Z", 1),
            (Some("tmall"), Some("123"), None, "2026-03-09T00:00:00Z", 0),
            (None, None, Some("CAFE 旗舰店"), "2026-03-09T00:00:00Z", 1),
            (None, None, Some("CAFE 旗舰店"), "2026-06-30T23:59:59Z", 1),
            (None, None, Some("CAFE 旗舰店"), "2026-07-01T00:00:00Z", 0),
            (None, None, Some("CAFE 旗舰店"), "2025-12-31T23:59:59Z", 0),
        ] {
            let found = rights::authorized_matches(db, acme.brands[0], platform, shop, seller, at(time))
                .await
                .unwrap();
            assert_eq!(found.len(), expected, "{platform:?} {shop:?} {seller:?} {time}");
        }
    }

    /// Days that cannot be are refused by name.
    async fn days_are_in_order_and_in_reason(world: World) {
        let acme = world.brand("Acme").await;
        let firm = world.agent_firm("Firm").await;
        let admin = acme.admin().await;
        for (from, to, field) in [
            ("2026-02-02", "2026-02-01", "validTo"),
            ("0001-01-01", "2026-01-01", "validFrom"),
            ("2026-01-01", "9999-12-31", "validTo"),
        ] {
            let mut input = party(&acme.brand_id(), "k");
            input["input"]["validFrom"] = json!(from);
            input["input"]["validTo"] = json!(to);
            let answer = world.nothing_changes(admin.graphql(ADD_PARTY, input)).await;
            answer.refused_with("BAD_USER_INPUT");
            assert_eq!(answer.error_field().as_deref(), Some(field), "{answer}");
        }
        for (from, to) in [("2026-01-01", "2026-03-08"), ("2026-01-01", "2040-01-01")] {
            let mut input = power("k", &firm);
            input["input"]["validFrom"] = json!(from);
            input["input"]["validTo"] = json!(to);
            let answer = world.nothing_changes(admin.graphql(SUBMIT, input)).await;
            answer.refused_with("BAD_USER_INPUT");
        }
    }

    /// A list of brands costs the same number of statements however long it is.
    async fn lists_have_no_statement_for_each_entry(world: World) {
        let document = "{ brands(first: 50) { nodes { name allowedActions owner { name powersOfAttorney { state } }
            authorizedParties { name allowedActions brand { name } } } } }";
        let acme = world.brand("Acme").await;
        let firm = world.agent_firm("Firm").await;
        firm.mandate(&acme, Mandate::default()).await;
        let desk = world.secretariat().await.desk().await;
        acme.admin()
            .await
            .graphql(ADD_PARTY, party(&acme.brand_id(), "k"))
            .await
            .ok();
        let (_, few) = world.counting_statements(desk.graphql(document, json!({}))).await;
        for number in 0..6 {
            let other = world.brand(&format!("Brand {number}")).await;
            firm.mandate(&other, Mandate::default()).await;
            other
                .admin()
                .await
                .graphql(ADD_PARTY, party(&other.brand_id(), "k"))
                .await
                .ok();
        }
        let (answer, many) = world.counting_statements(desk.graphql(document, json!({}))).await;
        assert_eq!(answer.ok().list("/brands/nodes").len(), 7);
        assert_eq!(few, many);
    }
}
