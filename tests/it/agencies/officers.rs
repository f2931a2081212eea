//! Officers: two people say yes, one attests each year, and who they are is read for a purpose.

use touchstone::{
    agencies::{self, ContactPurpose},
    permissions::Role,
};

use super::*;
use crate::both_databases;

const CLEAR: &str = "officer { name email phone }";

fn state(answer: &Response, mutation: &str) -> String {
    answer.text(&format!("/{mutation}/officer/state"))
}

async fn reveals(by: &Person, id: &str) -> Response {
    changes(by, "revealOfficer", json!({ "id": id, "purpose": "REFERRAL" }), CLEAR).await
}

async fn listed(by: &Person, variables: Value) -> Response {
    let document = "query($filter: OfficerFilter, $orderBy: OfficerOrder) { officers(filter: $filter, orderBy: $orderBy) { totalCount nodes { id } } }";
    by.graphql(document, variables).await
}

async fn found(by: &Person, filter: Value) -> Vec<String> {
    let found = listed(by, json!({ "filter": filter })).await.ok();
    let ids = found.texts("/officers/nodes", "/id");
    assert_eq!(found.number("/officers/totalCount"), i64::try_from(ids.len()).unwrap());
    ids
}

both_databases! {
    async fn i15_two_people_who_did_not_propose_an_officer_verify_it(world: World) {
        let office = office(&world).await;
        let member = world.brand("Acme").await.investigator().await;
        let id = proposes(&office.keeper, &office.id, json!({})).await;
        reads(&member, &id).await.not_found();
        assert!(found(&member, json!({})).await.is_empty());
        world.nothing_changes(steps(&office.keeper, "verifyOfficer", &id, json!({}))).await.refused_with("FOUR_EYES");
        world.nothing_changes(steps(&office.first, "attestOfficer", &id, json!({}))).await.refused_with("TRANSITION_NOT_ALLOWED");
        let half = steps(&office.first, "verifyOfficer", &id, json!({})).await.ok();
        assert_eq!((state(&half, "verifyOfficer").as_str(), half.number("/verifyOfficer/officer/verificationsMissing")), ("PROPOSED", 1));
        reads(&member, &id).await.not_found();
        world.nothing_changes(steps(&office.first, "verifyOfficer", &id, json!({}))).await.refused_with("FOUR_EYES");
        let whole = steps(&office.second, "verifyOfficer", &id, json!({})).await.ok();
        assert_eq!(state(&whole, "verifyOfficer"), "VERIFIED");
        assert_eq!(whole.text("/verifyOfficer/officer/attestedUntil"), "2027-03-09T01:00:00Z");
        assert_eq!(whole.texts("/verifyOfficer/officer/verifiedBy", "/id"), [office.first.public_id(), office.second.public_id()]);
        let seen = reads(&member, &id).await.ok();
        assert_eq!(seen.text("/officer/maskedName"), "Q••• Z••• 邱•••");
        assert_eq!(seen.text("/officer/unit"), "Economic crime");
        assert_eq!(seen.data("/officer/proposedBy"), &Value::Null);
        assert_eq!(seen.data("/officer/verifiedBy"), &json!([]));
        assert_eq!(seen.data("/officer/allowedActions"), &json!(["REVEAL"]));
        assert_eq!(found(&member, json!({ "agencyId": office.id, "states": ["VERIFIED"], "language": "zh" })).await, [id]);
    }

    async fn who_may_not_verify_does_not(world: World) {
        let office = office(&world).await;
        let own = office.agency.officer().await;
        let id = proposes(&own, &office.id, json!({})).await;
        world.nothing_changes(steps(&own, "verifyOfficer", &id, json!({}))).await.refused_with("FORBIDDEN");
        let member = world.brand("Acme").await.admin().await;
        world.nothing_changes(steps(&member, "verifyOfficer", &id, json!({}))).await.refused_with("FORBIDDEN");
        let stranger = world.agency("Customs").await.officer().await;
        world.nothing_changes(steps(&stranger, "updateOfficer", &id, json!({ "rank": "General" }))).await.not_found();
        world.nothing_changes(steps(&stranger, "revokeOfficer", &id, json!({ "reason": "Ours" }))).await.not_found();
        let other = proposes(&office.keeper, &office.id, json!({ "email": "other@police.example" })).await;
        world.nothing_changes(changes(&office.first, "verifyOfficer", json!({ "id": other, "expectedVersion": 2 }), OFFICER)).await.refused_with("STALE_VERSION");
        let theirs = officer_input(&world, &office.id);
        world.nothing_changes(changes(&member, "proposeOfficer", theirs.clone(), OFFICER)).await.refused_with("FORBIDDEN");
        world.nothing_changes(changes(&stranger, "proposeOfficer", theirs, OFFICER)).await.not_found();
    }

    async fn an_officer_lapses_after_a_year_unless_somebody_attests_it(world: World) {
        let office = office(&world).await;
        let (kept, lapsing) = (verified(&office, json!({})).await, verified(&office, json!({ "email": "other@police.example" })).await);
        world.after_days(300);
        let soon = found(&office.first, json!({ "endsSoon": true })).await;
        assert!(soon.is_empty());
        world.after_days(20);
        assert_eq!(found(&office.first, json!({ "endsSoon": true })).await.len(), 2);
        let attested = steps(&office.keeper, "attestOfficer", &kept, json!({})).await.ok();
        assert_eq!(attested.text("/attestOfficer/officer/attestedBy/id"), office.keeper.public_id(), "by one, who may have proposed it");
        world.after_days(45);
        let member = world.brand("Acme").await.investigator().await;
        assert_eq!(reads(&member, &lapsing).await.ok().text("/officer/state"), "LAPSED");
        assert_eq!(reads(&member, &kept).await.ok().text("/officer/state"), "VERIFIED");
        assert_eq!(found(&member, json!({ "states": ["LAPSED"] })).await, std::slice::from_ref(&lapsing));
        world.nothing_changes(steps(&office.first, "attestOfficer", &lapsing, json!({}))).await.refused_with("TRANSITION_NOT_ALLOWED");
        assert_eq!(reads(&office.first, &lapsing).await.ok().number("/officer/verificationsMissing"), 2);
        steps(&office.first, "verifyOfficer", &lapsing, json!({})).await.ok();
        assert_eq!(reads(&member, &lapsing).await.ok().text("/officer/state"), "LAPSED", "one is not enough");
        world.nothing_changes(steps(&office.first, "verifyOfficer", &lapsing, json!({}))).await.refused_with("FOUR_EYES");
        let again = steps(&office.second, "verifyOfficer", &lapsing, json!({})).await.ok();
        assert_eq!(state(&again, "verifyOfficer"), "VERIFIED");
    }

    async fn a_posting_ends_the_attestation_with_it(world: World) {
        let office = office(&world).await;
        let id = verified(&office, json!({ "postedUntil": "2026-04-30" })).await;
        let row = reads(&office.first, &id).await.ok();
        assert_eq!(row.text("/officer/attestedUntil"), "2026-04-30T16:00:00Z", "midnight in Shanghai");
        steps(&office.keeper, "updateOfficer", &id, json!({ "postedUntil": "2026-09-30" })).await.ok();
        assert_eq!(reads(&office.first, &id).await.ok().text("/officer/attestedUntil"), "2026-04-30T16:00:00Z", "nobody attested it for longer");
        let attested = steps(&office.first, "attestOfficer", &id, json!({})).await.ok();
        assert_eq!(attested.text("/attestOfficer/officer/attestedUntil"), "2026-09-30T16:00:00Z");
        let refused = world.nothing_changes(steps(&office.keeper, "updateOfficer", &id, json!({ "postedUntil": "2026-03-08" }))).await;
        assert_eq!(refused.error_field().as_deref(), Some("postedUntil"));
    }

    async fn who_is_somebody_else_is_verified_again(world: World) {
        let office = office(&world).await;
        let id = verified(&office, json!({})).await;
        let promoted = steps(&office.first, "updateOfficer", &id, json!({ "rank": "Major", "unit": null, "languages": ["zh", "en"] })).await.ok();
        assert_eq!((state(&promoted, "updateOfficer").as_str(), promoted.text("/updateOfficer/officer/rank").as_str()), ("VERIFIED", "Major"));
        let same = steps(&office.first, "updateOfficer", &id, json!({ "email": "qiu@police.example" })).await.ok();
        assert_eq!(state(&same, "updateOfficer"), "VERIFIED", "it is the same address");
        let own = office.agency.officer().await;
        for (number, more) in [
            json!({ "email": "new@police.example" }), json!({ "phone": "021 6552 9977" }), json!({ "phone": null }),
            json!({ "name": "Qiu Ping" }), json!({ "personId": own.public_id() }),
        ].into_iter().enumerate() {
            let changed = steps(&office.first, "updateOfficer", &id, more).await.ok();
            assert_eq!(state(&changed, "updateOfficer"), "PROPOSED", "{number}");
            assert_eq!(changed.data("/updateOfficer/officer/attestedUntil"), &Value::Null);
            world.nothing_changes(steps(&office.first, "verifyOfficer", &id, json!({}))).await.refused_with("FOUR_EYES");
            for by in [&office.keeper, &office.second] {
                steps(by, "verifyOfficer", &id, json!({})).await.ok();
            }
        }
        assert_eq!(reads(&office.first, &id).await.ok().text("/officer/person/id"), own.public_id());
    }

    async fn an_officer_who_left_is_revoked_at_once(world: World) {
        let office = office(&world).await;
        let id = verified(&office, json!({})).await;
        let member = world.brand("Acme").await.investigator().await;
        let own = office.agency.officer().await;
        world.nothing_changes(steps(&member, "revokeOfficer", &id, json!({ "reason": "Rude" }))).await.refused_with("FORBIDDEN");
        world.nothing_changes(steps(&own, "revokeOfficer", &id, json!({ "reason": " " }))).await.refused_with("BAD_USER_INPUT");
        let gone = steps(&own, "revokeOfficer", &id, json!({ "reason": "Retired" })).await.ok();
        assert_eq!(gone.text("/revokeOfficer/officer/revocationReason"), "Retired");
        reads(&member, &id).await.not_found();
        world.nothing_changes(reveals(&member, &id)).await.not_found();
        for mutation in ["verifyOfficer", "attestOfficer"] {
            world.nothing_changes(steps(&office.first, mutation, &id, json!({}))).await.refused_with("TRANSITION_NOT_ALLOWED");
        }
        assert_eq!(found(&office.first, json!({ "states": ["REVOKED"] })).await, std::slice::from_ref(&id));
        let back = proposes(&office.keeper, &office.id, json!({})).await;
        assert_ne!(back, id, "the address is free again");
    }

    async fn an_address_and_an_account_are_one_officer_s(world: World) {
        let office = office(&world).await;
        let own = office.agency.officer().await;
        proposes(&office.keeper, &office.id, json!({ "personId": own.public_id() })).await;
        let stranger = world.agency("Customs").await;
        enters(&office.keeper, &stranger, json!({})).await;
        let theirs = stranger.officer().await;
        let gone = office.agency.officer().await;
        gone.put_into("SUSPENDED").await;
        for (more, code, field) in [
            (json!({}), "ALREADY_EXISTS", "email"),
            (json!({ "email": "QIU@Police.example " }), "ALREADY_EXISTS", "email"),
            (json!({ "email": "a@police.example", "personId": own.public_id() }), "ALREADY_EXISTS", "personId"),
            (json!({ "email": "a@police.example", "personId": theirs.public_id() }), "BAD_USER_INPUT", "personId"),
            (json!({ "email": "a@police.example", "personId": gone.public_id() }), "BAD_USER_INPUT", "personId"),
            (json!({ "email": "a@police.example", "personId": world.unknown(IdKind::Person) }), "BAD_USER_INPUT", "personId"),
            (json!({ "email": "nobody" }), "BAD_USER_INPUT", "email"),
            (json!({ "phone": "110110110110110110110" }), "BAD_USER_INPUT", "phone"),
            (json!({ "name": "" }), "BAD_USER_INPUT", "name"),
            (json!({ "languages": [] }), "BAD_USER_INPUT", "languages"),
            (json!({ "postedUntil": "2026-03-08" }), "BAD_USER_INPUT", "postedUntil"),
        ] {
            let input = with(officer_input(&world, &office.id), more);
            let refused = world.nothing_changes(changes(&office.keeper, "proposeOfficer", input, OFFICER)).await;
            refused.refused_with(code);
            assert_eq!(refused.error_field().as_deref(), Some(field), "{refused}");
        }
        // Another agency may have somebody of the same address.
        proposes(&office.keeper, &encode(IdKind::Agency, stranger.id), json!({})).await;
        let input = with(officer_input(&world, &office.id), json!({ "email": "b@police.example" }));
        let once = changes(&office.keeper, "proposeOfficer", input.clone(), OFFICER).await.ok();
        let again = world.nothing_changes(changes(&office.keeper, "proposeOfficer", input, OFFICER)).await.ok();
        assert_eq!(once.0, again.0);
        let tied = agencies::officers_of_person(world.app.db.read(), own.id).await.unwrap();
        assert_eq!(tied.len(), 1);
    }

    async fn i38_who_an_officer_is_is_read_for_a_purpose_that_is_logged(world: World) {
        let office = office(&world).await;
        let id = verified(&office, json!({})).await;
        let acme = world.brand("Acme").await;
        let member = acme.investigator().await;
        let clear = reveals(&member, &id).await.ok();
        let person = clear.data("/revealOfficer/officer");
        assert_eq!(person, &json!({ "name": "Qiu Zhengping 邱正平", "email": "qiu@police.example", "phone": "+86 21 6552 9988" }));
        assert_eq!(logged(&world, "revealOfficer").await, [json!({ "agency": office.id, "purpose": "REFERRAL" })]);
        let finance = acme.person(&[Role::Mf]).await;
        world.nothing_changes(reveals(&finance, &id)).await.refused_with("FORBIDDEN");
        let stranger = world.agency("Customs").await.officer().await;
        let hidden = world.nothing_changes(reveals(&stranger, &id)).await;
        let unknown = reveals(&stranger, &world.unknown(IdKind::Officer)).await;
        assert_eq!(hidden.0, unknown.0);
        hidden.not_found();
        let waiting = proposes(&office.keeper, &office.id, json!({ "email": "other@police.example" })).await;
        world.nothing_changes(reveals(&member, &waiting)).await.not_found();
        reveals(&office.first, &waiting).await.ok();
    }

    /// Whoever has the database alone learns nothing of who officers are.
    async fn who_an_officer_is_lies_sealed(world: World) {
        let office = office(&world).await;
        let id = verified(&office, json!({})).await;
        let row = officer_row(&world, &id).await;
        for (sealed, clear) in [(&row.name, "Qiu"), (&row.email, "police"), (row.phone.as_ref().unwrap(), "6552")] {
            assert!(sealed.starts_with("1.") && !sealed.contains(clear), "{sealed}");
        }
        let text = format!("{row:?}");
        for clear in ["Zhengping", "正平", "qiu@", "police.example", "+86"] {
            assert!(!text.contains(clear), "{clear}: {text}");
        }
    }

    async fn a_mail_finds_its_way_to_an_officer_who_is_verified(world: World) {
        let office = office(&world).await;
        let id = verified(&office, json!({})).await;
        let officer = decode_as(IdKind::Officer, &id).unwrap();
        let address = agencies::mail_address(&world.app, officer, ContactPurpose::Referral).await.unwrap().unwrap();
        assert_eq!((address.name.as_str(), address.email.as_str()), ("Qiu Zhengping 邱正平", "qiu@police.example"));
        assert_eq!(logged(&world, "readOfficerAddress").await, [json!({ "agency": office.id, "purpose": "REFERRAL" })]);
        office.agency.put_into("SUSPENDED").await;
        let out = world.nothing_changes(agencies::mail_address(&world.app, officer, ContactPurpose::Referral)).await;
        assert!(out.unwrap().is_none(), "its agency is shut out");
        office.agency.put_into("ACTIVE").await;
        world.after_days(366);
        let lapsed = world.nothing_changes(agencies::mail_address(&world.app, officer, ContactPurpose::Referral)).await;
        assert!(lapsed.unwrap().is_none());
    }

    /// Those who rest on an officer hear what became of it.
    async fn what_becomes_of_an_officer_is_an_event(world: World) {
        let office = office(&world).await;
        let id = verified(&office, json!({})).await;
        steps(&office.first, "updateOfficer", &id, json!({ "name": "Qiu Ping" })).await.ok();
        steps(&office.first, "revokeOfficer", &id, json!({ "reason": "Retired" })).await.ok();
        let events = entity::outbox::Entity::find().all(world.app.db.read()).await.unwrap();
        let mut kinds: Vec<_> = events.iter().map(|event| event.kind.as_str()).collect();
        kinds.sort_unstable();
        kinds.dedup();
        assert_eq!(kinds, ["OFFICER_REPROPOSED", "OFFICER_REVOKED", "OFFICER_VERIFIED", "OFFICER_WAITS"]);
        world.notified().await;
    }

    async fn the_desk_finds_first_what_ends_first(world: World) {
        let office = office(&world).await;
        let late = verified(&office, json!({})).await;
        let soon = verified(&office, json!({ "email": "b@police.example", "postedUntil": "2026-05-01" })).await;
        let never = proposes(&office.keeper, &office.id, json!({ "email": "c@police.example" })).await;
        let ordered = listed(&office.first, json!({ "orderBy": "ATTESTED_UNTIL" })).await.ok();
        assert_eq!(ordered.texts("/officers/nodes", "/id"), [soon, late.clone(), never.clone()]);
        assert_eq!(found(&office.first, json!({ "states": ["PROPOSED"] })).await, [never]);
        let refused = listed(&office.first, json!({ "filter": { "language": "%" } })).await;
        refused.refused_with("BAD_USER_INPUT");
        let node = office.first.graphql("query($id: ID!) { node(id: $id) { __typename id } }", json!({ "id": late })).await.ok();
        assert_eq!(node.data("/node"), &json!({ "__typename": "Officer", "id": late }));
    }
}
