//! Powers of attorney: submitted, verified, revoked, run out.

use super::*;
use crate::both_databases;

both_databases! {
    /// Submitted, verified by somebody else, revoked; and what the agent may do follows at once.
    async fn i31_a_power_of_attorney_holds_from_verification_to_revocation(world: World) {
        let acme = world.brand("Acme").await;
        let firm = world.agent_firm("Firm").await;
        let (admin, agent) = (acme.admin().await, firm.person(&[Role::Mc]).await);
        let desk = world.secretariat().await.desk().await;
        let made = admin.graphql(SUBMIT, power("key", &firm)).await.ok();
        let id = made.text("/submitPowerOfAttorney/powerOfAttorney/id");
        assert_eq!(
            made.data("/submitPowerOfAttorney/powerOfAttorney"),
            &json!({ "id": id, "state": "SUBMITTED", "allBrands": true,
            "actions": ["READ_LEADS", "MANAGE_BRANDS"], "validFrom": "2026-03-01", "validTo": "2026-12-31", "version": 1,
            "verifiedAt": null, "brands": [], "principal": { "name": "Acme" }, "agent": { "name": "Firm" },
            "submittedBy": { "name": admin.name }, "allowedActions": ["REVOKE"] })
        );
        world
            .nothing_changes(admin.graphql(SUBMIT, power("key", &firm)))
            .await
            .ok();
        assert!(!manages(&agent, &acme).await);
        for person in [&admin, &agent] {
            world
                .nothing_changes(moves(person, "verifyPowerOfAttorney", &id, 1))
                .await
                .refused_with("FORBIDDEN");
        }
        world
            .nothing_changes(moves(&desk, "verifyPowerOfAttorney", &id, 2))
            .await
            .refused_with("STALE_VERSION");
        let verified = moves(&desk, "verifyPowerOfAttorney", &id, 1).await.ok();
        assert_eq!(
            verified.text("/verifyPowerOfAttorney/powerOfAttorney/state"),
            "VERIFIED"
        );
        assert!(manages(&agent, &acme).await);
        world
            .nothing_changes(moves(&desk, "verifyPowerOfAttorney", &id, 2))
            .await
            .refused_with("TRANSITION_NOT_ALLOWED");
        moves(&agent, "revokePowerOfAttorney", &id, 2).await.ok();
        assert!(!manages(&agent, &acme).await);
        for mutation in ["verifyPowerOfAttorney", "revokePowerOfAttorney"] {
            world
                .nothing_changes(moves(&desk, mutation, &id, 3))
                .await
                .refused_with("TRANSITION_NOT_ALLOWED");
        }
    }

    /// Verification and revocation count in sessions that are open already.
    async fn i36_a_revoked_power_of_attorney_is_gone_at_the_next_request(world: World) {
        let acme = world.brand("Acme").await;
        let firm = world.agent_firm("Firm").await;
        let agent = firm.agent_for(&acme).await;
        let load = || async {
            sessions::viewers::load(&world.app, agent.id)
                .await
                .unwrap()
                .unwrap()
                .mandates
                .len()
        };
        assert_eq!(load().await, 1);
        let powers = acme
            .admin()
            .await
            .graphql(POWERS, json!({ "id": acme.public_id() }))
            .await
            .ok();
        let id = powers.text("/organization/powersOfAttorney/0/id");
        moves(&acme.admin().await, "revokePowerOfAttorney", &id, 1).await.ok();
        assert_eq!(load().await, 0);
    }

    /// A power of attorney that ran out is EXPIRED and cannot be moved any more.
    async fn a_power_of_attorney_expires(world: World) {
        let acme = world.brand("Acme").await;
        let firm = world.agent_firm("Firm").await;
        firm.mandate(
            &acme,
            Mandate {
                days: -1..5,
                ..Mandate::default()
            },
        )
        .await;
        let admin = acme.admin().await;
        let powers = || async { admin.graphql(POWERS, json!({ "id": acme.public_id() })).await.ok() };
        let before = powers().await;
        assert_eq!(before.text("/organization/powersOfAttorney/0/state"), "VERIFIED");
        assert_eq!(
            before.data("/organization/powersOfAttorney/0/allowedActions"),
            &json!(["REVOKE"])
        );
        world.after_days(5);
        let after = powers().await;
        assert_eq!(after.text("/organization/powersOfAttorney/0/state"), "EXPIRED");
        assert_eq!(
            after.data("/organization/powersOfAttorney/0/allowedActions"),
            &json!([])
        );
        let id = after.text("/organization/powersOfAttorney/0/id");
        world
            .nothing_changes(moves(&admin, "revokePowerOfAttorney", &id, 1))
            .await
            .refused_with("TRANSITION_NOT_ALLOWED");
    }

    /// Who is no party to a power of attorney finds nothing of it.
    async fn powers_of_attorney_are_between_their_parties(world: World) {
        let acme = world.brand("Acme").await;
        let firm = world.agent_firm("Firm").await;
        let agent = firm.agent_for(&acme).await;
        let secretariat = world.secretariat().await;
        let admin = acme.admin().await;
        let id = admin
            .graphql(POWERS, json!({ "id": acme.public_id() }))
            .await
            .ok()
            .text("/organization/powersOfAttorney/0/id");
        let others = [
            world.brand("Other").await.admin().await,
            world.agent_firm("Firm 2").await.person(&[Role::Mc]).await,
            world.agency("Police").await.officer().await,
        ];
        let readers = [
            admin,
            agent,
            acme.investigator().await,
            secretariat.desk().await,
            world.auditor("Eyes").await.person(&[Role::Au]).await,
        ];
        for (people, expected) in [(readers.as_slice(), 1), (others.as_slice(), 0)] {
            for person in people {
                let seen = person.graphql(POWERS, json!({ "id": acme.public_id() })).await.ok();
                assert_eq!(
                    seen.list("/organization/powersOfAttorney").len(),
                    expected,
                    "{}",
                    person.name
                );
                let node = person.graphql(NODE, json!({ "id": id })).await.ok();
                assert_eq!(node.data("/node").is_object(), expected == 1, "{}", person.name);
            }
        }
        for person in &others {
            world
                .nothing_changes(moves(person, "revokePowerOfAttorney", &id, 1))
                .await
                .not_found();
        }
        world
            .nothing_changes(moves(&readers[2], "revokePowerOfAttorney", &id, 1))
            .await
            .refused_with("FORBIDDEN");
        moves(&readers[3], "revokePowerOfAttorney", &id, 1).await.ok();
    }

    /// Either side submits it, right holders give it, agents take it, and brands are the principal's.
    async fn a_power_of_attorney_is_between_right_holder_and_agent(world: World) {
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let firm = world.agent_firm("Firm").await;
        let agent = firm.person(&[Role::Mc]).await;
        let admin = acme.admin().await;
        let mut by_agent = power("a", &firm);
        by_agent["input"]["principalId"] = json!(acme.public_id());
        by_agent["input"]["brandIds"] = json!([acme.brand_id()]);
        let made = agent.graphql(SUBMIT, by_agent.clone()).await.ok();
        assert_eq!(
            made.texts("/submitPowerOfAttorney/powerOfAttorney/brands", "/name"),
            ["Acme"]
        );
        assert_eq!(
            made.data("/submitPowerOfAttorney/powerOfAttorney/allBrands"),
            &json!(false)
        );
        by_agent["input"]["idempotencyKey"] = json!("b");
        world
            .nothing_changes(other.admin().await.graphql(SUBMIT, by_agent.clone()))
            .await
            .refused_with("FORBIDDEN");
        world
            .nothing_changes(acme.investigator().await.graphql(SUBMIT, by_agent))
            .await
            .refused_with("FORBIDDEN");
        for (field, value) in [
            ("agentId", json!(other.public_id())),
            ("agentId", json!(acme.public_id())),
            ("brandIds", json!([other.brand_id()])),
            ("actions", json!([])),
        ] {
            let mut input = power("c", &firm);
            input["input"][field] = value;
            let answer = world.nothing_changes(admin.graphql(SUBMIT, input)).await;
            answer.refused_with("BAD_USER_INPUT");
            assert_eq!(answer.error_field().as_deref(), Some(field), "{answer}");
        }
        firm.put_into("SUSPENDED").await;
        world
            .nothing_changes(admin.graphql(SUBMIT, power("d", &firm)))
            .await
            .not_found();
        assert_eq!(
            entity::power_of_attorney::Entity::find()
                .all(world.app.db.read())
                .await
                .unwrap()
                .len(),
            1
        );
    }
}
