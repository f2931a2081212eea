//! The way through membership: who invites, reviews, approves and shuts out.

use super::*;
use crate::both_databases;

both_databases! {
    /// Invited, applied, under review, approved by somebody else, suspended, reinstated, expelled: and never otherwise.
    async fn i31_an_organisation_takes_its_way_through_membership(world: World) {
        let (_, first, second) = administrators(&world).await;
        let (id, applicant) = invited(&first, "lin@aurelle.example").await;
        for mutation in [
            "startReview",
            "approveOrganization",
            "suspendOrganization",
            "reinstateOrganization",
        ] {
            let answer = world.nothing_changes(takes(&first, mutation, &id)).await;
            answer.refused_with("TRANSITION_NOT_ALLOWED");
        }
        let seen = applicant.graphql(ORGANIZATION, json!({ "id": id })).await.ok();
        assert_eq!(
            seen.data("/organization/allowedActions"),
            &json!(["UPDATE", "SUBMIT_APPLICATION", "WITHDRAW"])
        );
        let applied = takes(&applicant, "submitApplication", &id).await.ok();
        assert_eq!(applied.text("/submitApplication/organization/state"), "APPLIED");
        assert_eq!(
            takes(&first, "startReview", &id)
                .await
                .ok()
                .text("/startReview/organization/state"),
            "UNDER_REVIEW"
        );
        let own = world.nothing_changes(takes(&first, "approveOrganization", &id)).await;
        own.refused_with("FOUR_EYES");
        let approved = takes(&second, "approveOrganization", &id).await.ok();
        assert_eq!(approved.text("/approveOrganization/organization/state"), "ACTIVE");
        assert_eq!(
            approved.text("/approveOrganization/organization/joinedOn"),
            "2026-03-09"
        );
        world.after_days(3);
        takes(&second, "suspendOrganization", &id).await.ok();
        let back = takes(&first, "reinstateOrganization", &id).await.ok();
        assert_eq!(back.text("/reinstateOrganization/organization/joinedOn"), "2026-03-09");
        let straight = world.nothing_changes(takes(&first, "expelOrganization", &id)).await;
        straight.refused_with("TRANSITION_NOT_ALLOWED");
        takes(&first, "suspendOrganization", &id).await.ok();
        let alone = world.nothing_changes(takes(&first, "expelOrganization", &id)).await;
        alone.refused_with("FOUR_EYES");
        let steps = |person: Person| {
            let id = id.clone();
            async move {
                let shown = person.graphql(ORGANIZATION, json!({ "id": id })).await.ok();
                shown.data("/organization/allowedActions").clone()
            }
        };
        assert_eq!(steps(first.clone()).await, json!(["UPDATE", "REINSTATE", "CONFIGURE_SINGLE_SIGN_ON"]));
        assert_eq!(steps(second.clone()).await, json!(["UPDATE", "REINSTATE", "EXPEL", "CONFIGURE_SINGLE_SIGN_ON"]));
        takes(&second, "expelOrganization", &id).await.ok();
        for mutation in [
            "submitApplication",
            "startReview",
            "approveOrganization",
            "suspendOrganization",
            "reinstateOrganization",
            "expelOrganization",
        ] {
            let answer = world.nothing_changes(takes(&second, mutation, &id)).await;
            answer.refused_with("TRANSITION_NOT_ALLOWED");
        }
        let steps = entity::audit_entry::Entity::find()
            .filter(entity::audit_entry::Column::ObjectId.eq(applicant.organization))
            .all(world.app.db.read())
            .await
            .unwrap();
        assert_eq!(steps.len(), 8, "{steps:?}");
        assert!(
            steps
                .iter()
                .all(|entry| entry.category == "ADMIN" && entry.actor_id.is_some())
        );
    }

    /// Nobody else than the secretariat's administrator moves organisations, and nobody moves the secretariat.
    async fn membership_is_the_administrator_s_alone(world: World) {
        let (secretariat, admin, _) = administrators(&world).await;
        let member = world.brand("Acme").await;
        let others = [
            member.admin().await,
            secretariat.desk().await,
            world.agency("Police").await.officer().await,
        ];
        for person in &others {
            for mutation in ["suspendOrganization", "expelOrganization", "approveOrganization"] {
                let answer = world
                    .nothing_changes(takes(person, mutation, &member.public_id()))
                    .await;
                answer.refused_with("FORBIDDEN");
            }
            world
                .nothing_changes(person.graphql(INVITE, invitation("k", "new@new.example")))
                .await
                .refused_with("FORBIDDEN");
        }
        for mutation in ["suspendOrganization", "expelOrganization"] {
            let answer = world
                .nothing_changes(takes(&admin, mutation, &secretariat.public_id()))
                .await;
            answer.refused_with("TRANSITION_NOT_ALLOWED");
        }
        let stale = json!({ "id": member.public_id(), "expectedVersion": 7 });
        let answer = world
            .nothing_changes(admin.graphql(&step("suspendOrganization"), json!({ "input": stale })))
            .await;
        answer.refused_with("STALE_VERSION");
    }

    /// A suspended organisation's people are out at their next request, and a reinstated one's sign in anew.
    async fn i36_a_suspended_organisation_is_out_at_the_next_request(world: World) {
        let (_, admin, second) = administrators(&world).await;
        let (member, other) = (world.brand("Acme").await, world.brand("Other").await);
        let (person, stranger) = (member.admin().await, other.admin().await);
        let (token, strangers) = (signs_in(&person).await, signs_in(&stranger).await);
        assert!(is_in(&world, &token).await);
        takes(&admin, "suspendOrganization", &member.public_id()).await.ok();
        assert!(!is_in(&world, &token).await);
        assert!(is_in(&world, &strangers).await);
        person
            .graphql("{ organizations { totalCount } }", json!({}))
            .await
            .refused_with("UNAUTHENTICATED");
        takes(&admin, "reinstateOrganization", &member.public_id()).await.ok();
        assert!(!is_in(&world, &token).await, "an ended session stays ended");
        assert!(is_in(&world, &signs_in(&person).await).await);
        takes(&admin, "suspendOrganization", &member.public_id()).await.ok();
        takes(&second, "expelOrganization", &member.public_id()).await.ok();
        person
            .graphql("{ organizations { totalCount } }", json!({}))
            .await
            .refused_with("UNAUTHENTICATED");
    }

    /// Its own administrator takes a member out, says why, and that is final; nobody else does so.
    async fn i36_who_leaves_is_out_at_the_next_request(world: World) {
        let (secretariat, sa, _) = administrators(&world).await;
        let member = world.brand("Acme").await;
        let (admin, analyst) = (member.admin().await, member.investigator().await);
        let token = signs_in(&analyst).await;
        let mutation = "withdrawOrganization";
        let strangers = [&sa, &world.brand("Other").await.admin().await, &member.person(&[Role::Mf]).await];
        for person in strangers {
            let answer = world.nothing_changes(takes(person, mutation, &member.public_id())).await;
            answer.refused_with("FORBIDDEN");
        }
        let own = world.nothing_changes(takes(&sa, mutation, &secretariat.public_id())).await;
        own.refused_with("FORBIDDEN");
        let silent = json!({ "id": member.public_id(), "expectedVersion": 1, "reason": " " });
        let answer = world
            .nothing_changes(admin.graphql(&step(mutation), json!({ "input": silent })))
            .await;
        answer.refused_with("BAD_USER_INPUT");
        assert_eq!(answer.error_field().as_deref(), Some("reason"));
        assert!(is_in(&world, &token).await);
        let left = takes(&admin, mutation, &member.public_id()).await.ok();
        assert_eq!(left.text("/withdrawOrganization/organization/state"), "WITHDRAWN");
        assert!(!is_in(&world, &token).await);
        admin
            .graphql("{ organizations { totalCount } }", json!({}))
            .await
            .refused_with("UNAUTHENTICATED");
        for mutation in ["reinstateOrganization", "suspendOrganization", "expelOrganization"] {
            let answer = world
                .nothing_changes(takes(&sa, mutation, &member.public_id()))
                .await;
            answer.refused_with("TRANSITION_NOT_ALLOWED");
        }
    }

    /// An agency changes its facts but not where it is competent: that decides what it sees.
    async fn an_agency_does_not_move_itself(world: World) {
        let (_, sa, _) = administrators(&world).await;
        let agency = world.agency("Police").await;
        let officer = agency.officer().await;
        let change = |version: i32, field: &str, value: Value| {
            let mut input = json!({ "id": agency.public_id(), "expectedVersion": version, "name": "Police 2" });
            input[field] = value;
            json!({ "input": input })
        };
        for (field, value) in [
            ("country", json!("FR")),
            ("divisionCode", Value::Null),
            ("divisionCode", json!("3")),
        ] {
            let answer = world
                .nothing_changes(officer.graphql(UPDATE, change(1, field, value)))
                .await;
            answer.refused_with("FORBIDDEN");
            assert_eq!(answer.error_field().as_deref(), Some(field), "{answer}");
        }
        let same = officer.graphql(UPDATE, change(1, "divisionCode", json!("31"))).await.ok();
        assert_eq!(same.text("/updateOrganization/organization/name"), "Police 2");
        let moved = sa.graphql(UPDATE, change(2, "divisionCode", json!("32"))).await.ok();
        assert_eq!(moved.text("/updateOrganization/organization/divisionCode"), "32");
    }

    /// An invitation makes the organisation, its first person and one mail; the same key does so once.
    async fn an_invitation_is_done_once(world: World) {
        let (_, admin, _) = administrators(&world).await;
        let first = admin
            .graphql(INVITE, invitation("key", "Lin@Aurelle.example"))
            .await
            .ok();
        let person = first.data("/inviteOrganization/organization/people/nodes/0");
        assert_eq!(person["email"], "lin@aurelle.example");
        assert_eq!(person["roles"], json!(["MA"]));
        assert_eq!(person["state"], "INVITED");
        assert_eq!(
            person["allowedActions"],
            json!(["UPDATE", "SUSPEND", "RESEND_INVITATION"])
        );
        let again = world
            .nothing_changes(admin.graphql(INVITE, invitation("key", "Lin@Aurelle.example")))
            .await
            .ok();
        assert_eq!(
            again.data("/inviteOrganization/organization/id"),
            first.data("/inviteOrganization/organization/id")
        );
        let other = world
            .nothing_changes(admin.graphql(INVITE, invitation("key", "other@aurelle.example")))
            .await;
        other.refused_with("IDEMPOTENCY_MISMATCH");
        let taken = world
            .nothing_changes(admin.graphql(INVITE, invitation("next", "LIN@aurelle.example")))
            .await;
        taken.refused_with("ALREADY_EXISTS");
        assert_eq!(taken.error_field().as_deref(), Some("adminEmail"));
        let mails = entity::mail::Entity::find().all(world.app.db.read()).await.unwrap();
        assert_eq!(
            mails
                .iter()
                .map(|mail| (mail.kind.as_str(), mail.state.as_str()))
                .collect::<Vec<_>>(),
            [("INVITATION", "QUEUED")]
        );
        let invitation = entity::invitation::Entity::find()
            .one(world.app.db.read())
            .await
            .unwrap()
            .unwrap();
        assert_eq!(mails[0].subject_id, Some(invitation.id));
        assert_eq!(invitation.token_hash, None);
    }

    /// The first person's role follows from the kind.
    async fn the_kind_decides_the_first_role(world: World) {
        let (_, admin, _) = administrators(&world).await;
        for (kind, role) in [
            ("MEMBER_BRAND", "MA"),
            ("ASSOCIATION", "MA"),
            ("AGENT_FIRM", "MA"),
            ("LE_AGENCY", "LE"),
            ("LAB", "AP"),
            ("PLATFORM", "PS"),
            ("SECRETARIAT", "SA"),
            ("AUDITOR", "AU"),
        ] {
            let mut input = invitation(kind, &format!("{kind}@new.example"));
            input["input"]["kind"] = json!(kind);
            let answer = admin.graphql(INVITE, input).await.ok();
            assert_eq!(
                answer.data("/inviteOrganization/organization/people/nodes/0/roles"),
                &json!([role]),
                "{kind}"
            );
        }
    }

    /// Values that cannot be are refused by name, and nothing of the invitation is kept.
    async fn bad_values_are_named(world: World) {
        let (_, admin, _) = administrators(&world).await;
        for (field, value) in [
            ("name", json!(" ")),
            ("name", json!("鞋".repeat(201))),
            ("name", json!("a\u{202e}b")),
            ("nameZh", json!("a\u{0}b")),
            ("country", json!("cn")),
            ("country", json!("CHN")),
            ("divisionCode", json!("浙江")),
            ("divisionCode", json!("1234567890123")),
            ("timeZone", json!("Asia/Atlantis")),
            ("adminName", json!("\u{200b}")),
            ("adminEmail", json!("lin@@aurelle.example")),
            ("adminEmail", json!("")),
            ("idempotencyKey", json!("")),
        ] {
            let mut input = invitation("key", "lin@aurelle.example");
            input["input"][field] = value;
            let answer = world.nothing_changes(admin.graphql(INVITE, input)).await;
            answer.refused_with("BAD_USER_INPUT");
            assert_eq!(answer.error_field().as_deref(), Some(field), "{answer}");
        }
    }

    /// Facts are changed by the own administrator and the secretariat's; null takes away what may be missing.
    async fn facts_are_kept_by_their_owner(world: World) {
        let (_, sa, _) = administrators(&world).await;
        let member = world.brand("Acme").await;
        let (admin, stranger) = (member.admin().await, world.brand("Other").await.admin().await);
        let change = |version: i32| {
            json!({ "input": { "id": member.public_id(), "expectedVersion": version, "name": "Acme 2",
            "nameZh": "顶点", "industry": "TOYS", "country": "FR", "divisionCode": "FR-75",
            "timeZone": "europe/paris", "language": "ZH_HANS" } })
        };
        world
            .nothing_changes(stranger.graphql(UPDATE, change(1)))
            .await
            .refused_with("FORBIDDEN");
        let changed = admin.graphql(UPDATE, change(1)).await.ok();
        assert_eq!(
            changed.data("/updateOrganization/organization"),
            &json!({ "name": "Acme 2", "nameZh": "顶点", "industry": "TOYS",
            "country": "FR", "divisionCode": "FR-75", "timeZone": "Europe/Paris", "language": "ZH_HANS", "version": 2 })
        );
        world
            .nothing_changes(admin.graphql(UPDATE, change(1)))
            .await
            .refused_with("STALE_VERSION");
        let less = json!({ "input": { "id": member.public_id(), "expectedVersion": 2,
            "nameZh": null, "industry": null, "divisionCode": null } });
        let changed = sa.graphql(UPDATE, less).await.ok();
        assert_eq!(
            changed.data("/updateOrganization/organization"),
            &json!({ "name": "Acme 2", "nameZh": null, "industry": null,
            "country": "FR", "divisionCode": null, "timeZone": "Europe/Paris", "language": "ZH_HANS", "version": 3 })
        );
    }
}
