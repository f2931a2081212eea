//! People: roles, brands, invitations, settings, and what they may do.

use super::*;
use crate::both_databases;

both_databases! {
    /// A suspended person is out at the next request, its invitation is void, and its colleagues stay.
    async fn i36_a_suspended_person_is_out_at_the_next_request(world: World) {
        let member = world.brand("Acme").await;
        let (admin, person, colleague) = (
            member.admin().await,
            member.investigator().await,
            member.investigator().await,
        );
        let (token, colleagues) = (signs_in(&person).await, signs_in(&colleague).await);
        takes_on(&admin, "suspendUser", &person.public_id()).await.ok();
        assert!(!is_in(&world, &token).await);
        assert!(is_in(&world, &colleagues).await);
        world
            .nothing_changes(takes_on(&admin, "suspendUser", &person.public_id()))
            .await
            .refused_with("TRANSITION_NOT_ALLOWED");
        let back = takes_on(&admin, "reinstateUser", &person.public_id()).await.ok();
        assert_eq!(back.text("/reinstateUser/person/state"), "ACTIVE");
        assert!(!is_in(&world, &token).await);
        let invited = admin
            .graphql(INVITE_USER, new_person("k", "new@acme.example", &["MI"]))
            .await
            .ok();
        let id = invited.text("/inviteUser/person/id");
        takes_on(&admin, "suspendUser", &id).await.ok();
        assert_eq!(open_invitations(&world, &id).await, 0);
        let back = takes_on(&admin, "reinstateUser", &id).await.ok();
        assert_eq!(back.text("/reinstateUser/person/state"), "INVITED");
    }

    /// People are invited with the roles of their kind of organisation and brands that are its own.
    async fn people_are_invited_within_the_organisation_s_means(world: World) {
        let member = world.brand("Acme").await;
        let other = world.brand("Other").await;
        let admin = member.admin().await;
        let mut input = new_person("key", "new@acme.example", &["MI", "MA", "MI"]);
        input["input"]["brandScope"] = json!([member.brand_id()]);
        let made = admin.graphql(INVITE_USER, input.clone()).await.ok();
        assert_eq!(made.data("/inviteUser/person/roles"), &json!(["MA", "MI"]));
        assert_eq!(made.texts("/inviteUser/person/brandScope", "/name"), ["Acme"]);
        let again = world.nothing_changes(admin.graphql(INVITE_USER, input)).await.ok();
        assert_eq!(again.text("/inviteUser/person/id"), made.text("/inviteUser/person/id"));
        for (field, value) in [
            ("roles", json!([])),
            ("roles", json!(["SO"])),
            ("roles", json!(["LE"])),
            ("brandScope", json!([other.brand_id()])),
            ("brandScope", json!([world.unknown(IdKind::Brand)])),
            ("email", json!("nobody")),
            ("name", json!("")),
        ] {
            let mut input = new_person("next", "next@acme.example", &["MI"]);
            input["input"][field] = value;
            let answer = world.nothing_changes(admin.graphql(INVITE_USER, input)).await;
            answer.refused_with("BAD_USER_INPUT");
            assert_eq!(answer.error_field().as_deref(), Some(field), "{answer}");
        }
        let taken = world
            .nothing_changes(admin.graphql(INVITE_USER, new_person("next", "New@acme.example", &["MI"])))
            .await;
        taken.refused_with("ALREADY_EXISTS");
        let analyst = member.investigator().await;
        world
            .nothing_changes(analyst.graphql(INVITE_USER, new_person("x", "x@acme.example", &["MI"])))
            .await
            .refused_with("FORBIDDEN");
        let mut foreign = new_person("x", "x@acme.example", &["MI"]);
        foreign["input"]["organizationId"] = json!(other.public_id());
        world
            .nothing_changes(admin.graphql(INVITE_USER, foreign.clone()))
            .await
            .refused_with("FORBIDDEN");
        other.put_into("SUSPENDED").await;
        world
            .nothing_changes(admin.graphql(INVITE_USER, foreign))
            .await
            .not_found();
    }

    /// An agent may be limited to a principal's brands.
    async fn an_agent_is_limited_to_brands_of_its_principals(world: World) {
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let firm = world.agent_firm("Firm").await;
        let agent = firm.agent_for(&acme).await;
        let admin = firm.admin().await;
        let answer = updates(&admin, &agent, json!({ "brandScope": [acme.brand_id()] }))
            .await
            .ok();
        assert_eq!(answer.texts("/updateUser/person/brandScope", "/name"), ["Acme"]);
        world
            .nothing_changes(updates(&admin, &agent, json!({ "brandScope": [other.brand_id()] })))
            .await
            .refused_with("BAD_USER_INPUT");
        let answer = updates(&admin, &agent, json!({ "brandScope": [] })).await.ok();
        assert!(answer.list("/updateUser/person/brandScope").is_empty());
    }

    /// Nobody changes the own roles, and the last administrator stays.
    async fn an_organisation_keeps_an_administrator(world: World) {
        let (_, sa, other_sa) = administrators(&world).await;
        let member = world.brand("Acme").await;
        let admin = member.person(&[Role::Ma, Role::Mi]).await;
        world
            .nothing_changes(updates(&admin, &admin, json!({ "roles": ["MA", "MF"] })))
            .await
            .refused_with("FOUR_EYES");
        world
            .nothing_changes(updates(&admin, &admin, json!({ "brandScope": [member.brand_id()] })))
            .await
            .refused_with("FOUR_EYES");
        world
            .nothing_changes(takes_on(&admin, "suspendUser", &admin.public_id()))
            .await
            .refused_with("FOUR_EYES");
        updates(&admin, &admin, json!({ "name": "Ann", "roles": ["MA", "MI"] }))
            .await
            .ok();
        for _ in 0..2 {
            let answer = world
                .nothing_changes(updates(&sa, &admin, json!({ "roles": ["MI"] })))
                .await;
            answer.refused_with("TRANSITION_NOT_ALLOWED");
            world
                .nothing_changes(takes_on(&sa, "suspendUser", &admin.public_id()))
                .await
                .refused_with("TRANSITION_NOT_ALLOWED");
            let shown = sa.graphql(PERSON, json!({ "id": admin.public_id() })).await.ok();
            assert_eq!(shown.data("/node/allowedActions"), &json!(["UPDATE"]));
            // An administrator who has not accepted yet cannot look after anything.
            member.admin().await.put_into("INVITED").await;
        }
        member.admin().await;
        takes_on(&sa, "suspendUser", &admin.public_id()).await.ok();
        takes_on(&sa, "suspendUser", &other_sa.public_id()).await.ok();
        world
            .nothing_changes(updates(&sa, &sa, json!({ "roles": ["SO"] })))
            .await
            .refused_with("FOUR_EYES");
    }

    /// The secretariat gives members their administrators and no other people; shutting out is its affair everywhere.
    async fn the_secretariat_staffs_no_member(world: World) {
        let (_, sa, _) = administrators(&world).await;
        let member = world.brand("Acme").await;
        let (admin, analyst) = (member.admin().await, member.investigator().await);
        member.admin().await;
        let invites = |key: &str, roles: &[&str]| {
            let mut input = new_person(key, &format!("{key}@acme.example"), roles);
            input["input"]["organizationId"] = json!(member.public_id());
            sa.graphql(INVITE_USER, input)
        };
        for roles in [&["MI"][..], &["MA", "MF"]] {
            let answer = world.nothing_changes(invites("new", roles)).await;
            answer.refused_with("FORBIDDEN");
            assert_eq!(answer.error_field().as_deref(), Some("roles"));
        }
        let answer = world
            .nothing_changes(updates(&sa, &admin, json!({ "roles": ["MA", "MI"] })))
            .await;
        answer.refused_with("FORBIDDEN");
        for change in [json!({ "name": "Ann" }), json!({ "roles": ["MA"] }), json!({ "brandScope": [] })] {
            let answer = world.nothing_changes(updates(&sa, &analyst, change)).await;
            answer.refused_with("FORBIDDEN");
        }
        let shown = sa.graphql(PERSON, json!({ "id": analyst.public_id() })).await.ok();
        assert_eq!(shown.data("/node/allowedActions"), &json!(["SUSPEND"]));
        let invited = admin
            .graphql(INVITE_USER, new_person("k", "mi@acme.example", &["MI"]))
            .await
            .ok()
            .text("/inviteUser/person/id");
        world
            .nothing_changes(takes_on(&sa, "resendInvitation", &invited))
            .await
            .refused_with("FORBIDDEN");
        invites("next", &["MA"]).await.ok();
        updates(&sa, &admin, json!({ "name": "Ann" })).await.ok();
        takes_on(&sa, "suspendUser", &analyst.public_id()).await.ok();
        takes_on(&sa, "reinstateUser", &analyst.public_id()).await.ok();
    }

    /// A laboratory's appraisers look after it; a member's team of appraisers has an administrator for that.
    async fn a_member_s_appraiser_manages_nobody(world: World) {
        let member = world.brand("Acme").await;
        let (appraiser, analyst) = (member.person(&[Role::Ap]).await, member.investigator().await);
        let facts = |of: &Organization| json!({ "input": { "id": of.public_id(), "expectedVersion": 1, "name": "New" } });
        for answer in [
            world.nothing_changes(appraiser.graphql(UPDATE, facts(&member))).await,
            world
                .nothing_changes(appraiser.graphql(INVITE_USER, new_person("k", "k@acme.example", &["AP"])))
                .await,
            world
                .nothing_changes(takes_on(&appraiser, "suspendUser", &analyst.public_id()))
                .await,
        ] {
            answer.refused_with("FORBIDDEN");
        }
        let answer = appraiser.graphql(VIEWER, json!({})).await.ok();
        let permissions = answer.list("/viewer/permissions");
        assert!(!permissions.iter().any(|row| row["action"] == "USER_MANAGE"), "{permissions:?}");
        let lab = world.organization(OrganizationKind::Lab, "Lab").await;
        let head = lab.person(&[Role::Ap]).await;
        head.graphql(UPDATE, facts(&lab)).await.ok();
        head.graphql(INVITE_USER, new_person("k", "k@lab.example", &["AP"])).await.ok();
    }

    /// New roles and brands count at the next request.
    async fn powers_change_at_once(world: World) {
        let member = world.brand("Acme").await;
        let (admin, person) = (member.admin().await, member.investigator().await);
        let token = signs_in(&person).await;
        let roles = || async {
            sessions::authenticate(&world.app, &token)
                .await
                .unwrap()
                .unwrap()
                .viewer
                .roles
                .clone()
        };
        assert_eq!(roles().await, [Role::Mi]);
        updates(&admin, &person, json!({ "roles": ["MF"] })).await.ok();
        assert_eq!(roles().await, [Role::Mf]);
        let stale = json!({ "id": person.public_id(), "expectedVersion": 1, "roles": ["MI"] });
        world
            .nothing_changes(admin.graphql(UPDATE_USER, json!({ "input": stale })))
            .await
            .refused_with("STALE_VERSION");
    }

    /// A new invitation makes the earlier ones void.
    async fn an_invitation_is_sent_again(world: World) {
        let member = world.brand("Acme").await;
        let admin = member.admin().await;
        let id = admin
            .graphql(INVITE_USER, new_person("k", "new@acme.example", &["MI"]))
            .await
            .ok()
            .text("/inviteUser/person/id");
        world.after_hours(1);
        takes_on(&admin, "resendInvitation", &id).await.ok();
        assert_eq!(open_invitations(&world, &id).await, 1);
        let mails = entity::mail::Entity::find().all(world.app.db.read()).await.unwrap();
        assert_eq!(mails.len(), 2);
        let active = member.investigator().await;
        world
            .nothing_changes(takes_on(&admin, "resendInvitation", &active.public_id()))
            .await
            .refused_with("TRANSITION_NOT_ALLOWED");
    }

    /// Everybody sets up the own language, time zone and digest.
    async fn settings_are_one_s_own(world: World) {
        let person = world.brand("Acme").await.investigator().await;
        let wanted = json!({ "language": "ZH_HANS", "timeZone": "Europe/Paris", "digest": "OFF", "digestHour": 23,
            "workingDaysOnly": false, "digestWeekday": "FRIDAY", "quietHours": { "from": 22, "to": 7 }, "expectedVersion": 1 });
        let changed = person.graphql(SETTINGS, json!({ "input": wanted })).await.ok();
        assert_eq!(
            changed.data("/updateSettings/viewer/settings"),
            &json!({ "language": "ZH_HANS", "timeZone": "Europe/Paris",
            "digest": "OFF", "digestHour": 23, "workingDaysOnly": false, "digestWeekday": "FRIDAY",
            "quietHours": { "from": 22, "to": 7 }, "version": 2 })
        );
        world
            .nothing_changes(person.graphql(SETTINGS, json!({ "input": wanted })))
            .await
            .refused_with("STALE_VERSION");
        for (field, value) in [
            ("digestHour", json!(24)),
            ("digestHour", json!(-1)),
            ("timeZone", json!("Moon/Base")),
        ] {
            let mut input = json!({ "expectedVersion": 2 });
            input[field] = value;
            let answer = world
                .nothing_changes(person.graphql(SETTINGS, json!({ "input": input })))
                .await;
            answer.refused_with("BAD_USER_INPUT");
            assert_eq!(answer.error_field().as_deref(), Some(field));
        }
        for (hours, field) in [((24, 7), "quietHours.from"), ((7, -1), "quietHours.to"), ((7, 7), "quietHours.to")] {
            let input = json!({ "expectedVersion": 2, "quietHours": { "from": hours.0, "to": hours.1 } });
            let answer = world
                .nothing_changes(person.graphql(SETTINGS, json!({ "input": input })))
                .await;
            answer.refused_with("BAD_USER_INPUT");
            assert_eq!(answer.error_field().as_deref(), Some(field));
        }
        for (version, quiet) in [(2, json!({ "from": 0, "to": 23 })), (3, json!(null))] {
            let input = json!({ "expectedVersion": version, "digest": "WEEKLY", "quietHours": quiet });
            let changed = person.graphql(SETTINGS, json!({ "input": input })).await.ok();
            assert_eq!(changed.data("/updateSettings/viewer/settings/quietHours"), &quiet);
            assert_eq!(changed.text("/updateSettings/viewer/settings/digestWeekday"), "FRIDAY", "left out, left alone");
        }
    }

    /// The viewer learns who it is and what it may do, from the one table.
    async fn the_viewer_knows_its_permissions(world: World) {
        let person = world.brand("Acme").await.investigator().await;
        let answer = person.graphql(VIEWER, json!({})).await.ok();
        assert_eq!(answer.text("/viewer/person/email"), person.email);
        assert_eq!(answer.text("/viewer/organization/state"), "ACTIVE");
        let permissions = answer.list("/viewer/permissions");
        assert!(permissions.contains(&json!({ "action": "LEAD_READ", "scope": "BRAND" })));
        assert!(!permissions.iter().any(|row| row["action"] == "ORGANIZATION_MANAGE"));
        let matrix = person
            .graphql("{ permissionMatrix { action title scopes { role scope } } }", json!({}))
            .await
            .ok();
        let row = matrix
            .list("/permissionMatrix")
            .iter()
            .find(|row| row["action"] == "ORGANIZATION_MANAGE")
            .unwrap();
        assert_eq!(row["scopes"], json!([{ "role": "SA", "scope": "ALL" }]));
        let nobody = world.anonymous().graphql("{ viewer { roles } }", json!({})).await.ok();
        assert_eq!(nobody.data("/viewer"), &Value::Null);
    }
}
