//! Certificates of makers, documents of powers of attorney, forged ones, and what partners are told.

use sea_orm::{ColumnTrait as _, ConnectionTrait as _, EntityTrait as _, QueryFilter as _};
use touchstone::permissions::{ServiceScope, viewer::OrganizationKind};

use super::*;
use crate::{
    both_databases,
    support::{World, picture, text, with},
    transport::serving::Serving,
};

const ADD: &str = "mutation($input: AddRightsDocumentInput!) { addRightsDocument(input: $input) {
    document { id number title validFrom validTo mediaType withdrawnAt quarantined } userErrors { code field } } }";
const WITHDRAW: &str = "mutation($input: WithdrawRightsDocumentInput!) { withdrawRightsDocument(input: $input) {
    document { id withdrawnAt } userErrors { code field } } }";
const OPEN: &str = "mutation($input: OpenRightsDocumentInput!) { openRightsDocument(input: $input) {
    url userErrors { code field } } }";
const FORGED: &str =
    "mutation($input: ReportForgedPowerOfAttorneyInput!) { reportForgedPowerOfAttorney(input: $input) {
    powerOfAttorney { state forgedAt forgedReason mayReportForged } userErrors { code field } } }";
const CHECK: &str = "query($input: CheckAuthorizationInput!) { checkAuthorization(input: $input) { answer validTo } }";

fn pdf(seed: u8) -> Vec<u8> {
    [b"%PDF-1.7\n".to_vec(), text(100, seed)].concat()
}

async fn maker(admin: &Person, of: &Organization, kind: &str) -> String {
    let input = json!({ "input": { "idempotencyKey": admin.world.id().to_string(), "brandId": of.brand_id(), "kind": kind,
        "name": "Maker", "validFrom": "2026-01-01", "validTo": "2026-06-30" } });
    let added = admin.graphql(ADD_PARTY, input).await.ok();
    added.text("/addAuthorizedParty/authorizedParty/id")
}

fn certificate(party: &str, version: i64, upload: &str) -> Value {
    json!({ "of": { "partyId": party }, "expectedVersion": version, "uploadId": upload, "number": "OEM-7",
        "validFrom": "2026-02-01", "validTo": "2026-12-31" })
}

async fn adds(person: &Person, input: Value) -> Response {
    person.graphql(ADD, json!({ "input": input })).await
}

async fn opens(person: &Person, document: &str) -> Response {
    person.graphql(OPEN, json!({ "input": { "id": document } })).await
}

async fn checks(person: &Person, brand: &str, by: Value) -> Response {
    person
        .graphql(CHECK, json!({ "input": { "brandId": brand, "by": by } }))
        .await
}

/// The answer, and the last day.
async fn told(person: &Person, brand: &str, by: Value) -> (String, Value) {
    let answer = checks(person, brand, by).await.ok();
    (
        answer.text("/checkAuthorization/answer"),
        answer.data("/checkAuthorization/validTo").clone(),
    )
}

async fn audited(world: &World, verb: &str) -> usize {
    let entries = entity::audit_entry::Entity::find().filter(entity::audit_entry::Column::Action.eq(verb));
    entries.all(world.app.db.read()).await.unwrap().len()
}

both_databases! {
    async fn a_maker_has_a_certificate_that_is_kept(world: World) {
        let serving = Serving::of(&world).await;
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, stranger) = (acme.admin().await, bolt.admin().await);
        let party = maker(&admin, &acme, "OEM").await;
        let upload = admin.uploads(&pdf(1), "a.pdf").await;
        let added = adds(&admin, certificate(&party, 1, &upload)).await.ok();
        let id = added.text("/addRightsDocument/document/id");
        assert_eq!(
            added.data("/addRightsDocument/document"),
            &json!({ "id": id, "number": "OEM-7", "title": null, "validFrom": "2026-02-01", "validTo": "2026-12-31",
                "mediaType": "application/pdf", "withdrawnAt": null, "quarantined": false })
        );
        let token = serving.token_of(&admin).await;
        let opened = serving.ask_as(&token, OPEN, json!({ "input": { "id": id } })).await;
        let link = opened.data("/openRightsDocument/url").as_str().unwrap().to_owned();
        let (status, _, bytes) = serving.fetches(&token, &link, None).await;
        assert_eq!((status, bytes == pdf(1)), (200, true));
        let again = serving.token_of(&admin).await;
        assert_eq!(serving.fetches(&again, &link, None).await.0, 404, "another session");
        let withdraw = |version: i64| json!({ "input": { "id": id, "expectedVersion": version, "reason": "issued anew" } });
        world
            .nothing_changes(async {
                opens(&stranger, &id).await.not_found();
                opens(&stranger, &world.unknown(IdKind::Document)).await.not_found();
                stranger.graphql(WITHDRAW, withdraw(9)).await.not_found();
                admin.graphql(WITHDRAW, withdraw(1)).await.refused_with("STALE_VERSION");
            })
            .await;
        admin.graphql(WITHDRAW, withdraw(2)).await.ok();
        world.nothing_changes(admin.graphql(WITHDRAW, withdraw(3))).await.refused_with("TRANSITION_NOT_ALLOWED");
        let db = world.app.db.write();
        for statement in ["DELETE FROM rights_document", "UPDATE rights_document SET number = 'x'", "UPDATE rights_document SET withdrawn_at = NULL"] {
            assert!(db.execute_unprepared(statement).await.is_err(), "{statement}");
        }
        assert!(rights::verify_documents(&world.app).await.unwrap().faults.is_empty());
        serving.stop().await;
    }

    async fn what_is_no_certificate_is_refused(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, finance) = (acme.admin().await, acme.person(&[Role::Mf]).await);
        let (oem, seller) = (maker(&admin, &acme, "OEM").await, maker(&admin, &acme, "SELLER").await);
        let good = admin.uploads(&picture(1), "a.png").await;
        let words = admin.uploads(&text(100, 1), "words.txt").await;
        let same = admin.uploads(&pdf(1), "b.pdf").await;
        let first = admin.uploads(&pdf(1), "a.pdf").await;
        adds(&admin, certificate(&oem, 1, &first)).await.ok();
        world
            .nothing_changes(async {
                for (party, version, upload, more, code, field) in [
                    (&seller, 1, &good, json!({}), "BAD_USER_INPUT", "partyId"),
                    (&oem, 2, &words, json!({}), "BAD_USER_INPUT", "uploadId"),
                    (&oem, 2, &same, json!({}), "ALREADY_EXISTS", "uploadId"),
                    (&oem, 2, &good, json!({ "number": " " }), "BAD_USER_INPUT", "number"),
                    (&oem, 2, &good, json!({ "validFrom": null }), "BAD_USER_INPUT", "validFrom"),
                    (&oem, 2, &good, json!({ "validTo": "2026-01-01" }), "BAD_USER_INPUT", "validTo"),
                ] {
                    let answer = adds(&admin, with(certificate(party, version, upload), more)).await;
                    answer.refused_with(code);
                    assert_eq!(answer.error_field().as_deref(), Some(field), "{answer}");
                }
                adds(&admin, certificate(&oem, 1, &good)).await.refused_with("STALE_VERSION");
                adds(&finance, certificate(&oem, 2, &good)).await.not_found();
            })
            .await;
    }

    /// One word and a day for exactly one shop or number, and nothing of anybody else.
    async fn a_partner_is_told_of_exactly_one(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, outsider) = (acme.admin().await, bolt.admin().await);
        admin.graphql(ADD_PARTY, party(&acme.brand_id(), "shop")).await.ok();
        let oem = maker(&admin, &acme, "OEM").await;
        let upload = admin.uploads(&pdf(1), "a.pdf").await;
        let id = adds(&admin, certificate(&oem, 1, &upload)).await.ok().text("/addRightsDocument/document/id");
        let market = world.organization(OrganizationKind::Platform, "Market").await;
        let account = market.service_account(&[ServiceScope::AuthorizationsCheck]).await;
        let other = market.service_account(&[ServiceScope::LeadsRead]).await;
        let shop = |platform: &str, shop: &str| json!({ "shop": { "platform": platform, "shopId": shop } });
        let number = |number: &str| json!({ "certificateNumber": number });
        let (brand, theirs) = (acme.brand_id(), bolt.brand_id());
        for (brand, by, answer, day) in [
            (&brand, shop("taobao", "123"), "AUTHORIZED", json!("2026-06-30")),
            (&brand, shop("Taobao", "123"), "AUTHORIZED", json!("2026-06-30")),
            (&brand, shop("tmall", "123"), "UNKNOWN", Value::Null),
            (&brand, shop("taobao", "12"), "UNKNOWN", Value::Null),
            (&theirs, shop("taobao", "123"), "UNKNOWN", Value::Null),
            (&brand, number("OEM-7"), "AUTHORIZED", json!("2026-06-30")),
            (&brand, number("oem-7"), "UNKNOWN", Value::Null),
            (&theirs, number("OEM-7"), "UNKNOWN", Value::Null),
        ] {
            assert_eq!(told(&account, brand, by.clone()).await, (answer.to_owned(), day), "{by}");
        }
        let withdraw = json!({ "input": { "id": id, "expectedVersion": 2, "reason": "issued anew" } });
        admin.graphql(WITHDRAW, withdraw).await.ok();
        assert_eq!(told(&account, &brand, number("OEM-7")).await.0, "NOT_AUTHORIZED");
        assert_eq!(audited(&world, "checkAuthorization").await, 9);
        world
            .nothing_changes(async {
                checks(&other, &brand, number("OEM-7")).await.refused_with("FORBIDDEN");
                checks(&outsider, &brand, number("OEM-7")).await.refused_with("FORBIDDEN");
                checks(&account, &world.unknown(IdKind::Brand), number("OEM-7")).await.not_found();
                checks(&account, &brand, number(" ")).await.refused_with("BAD_USER_INPUT");
                let parties = account.graphql(BRANDS, json!({})).await.ok();
                assert_eq!(parties.data("/brands/nodes/0/authorizedParties"), &json!([]), "no list");
            })
            .await;
        world.after_days(150);
        assert_eq!(told(&account, &brand, shop("taobao", "123")).await.0, "NOT_AUTHORIZED");
    }

    /// Whoever guesses is stopped; a day later it is answered again.
    async fn who_guesses_is_stopped(world: World) {
        let acme = world.brand("Acme").await;
        let market = world.organization(OrganizationKind::Platform, "Market").await;
        let account = market.service_account(&[ServiceScope::AuthorizationsCheck]).await;
        let most = touchstone::rights::rules::document::MOST_UNKNOWN;
        for guess in 0..most {
            let by = json!({ "certificateNumber": guess.to_string() });
            assert_eq!(told(&account, &acme.brand_id(), by).await.0, "UNKNOWN");
        }
        let by = json!({ "certificateNumber": "once more" });
        world.nothing_changes(checks(&account, &acme.brand_id(), by.clone())).await.refused_with("RATE_LIMITED");
        world.after_hours(25);
        assert_eq!(told(&account, &acme.brand_id(), by).await.0, "UNKNOWN");
        let kept = entity::authorization_check::Entity::find().all(world.app.db.read()).await.unwrap();
        assert_eq!(kept.len(), 1, "kept for a day");
    }

    /// Nobody verifies a power of attorney without what was added last; its parties and the desk read what there is.
    async fn a_power_of_attorney_has_documents(world: World) {
        let acme = world.brand("Acme").await;
        let firm = world.agent_firm("Firm").await;
        let (admin, agent) = (acme.admin().await, firm.person(&[Role::Mc]).await);
        let desk = world.secretariat().await.desk().await;
        let stranger = world.brand("Bolt").await.admin().await;
        let made = admin.graphql(SUBMIT, power("key", &firm)).await.ok();
        let power = made.text("/submitPowerOfAttorney/powerOfAttorney/id");
        let upload = agent.uploads(&pdf(1), "power.pdf").await;
        let input = json!({ "of": { "powerOfAttorneyId": power }, "expectedVersion": 1, "uploadId": upload, "title": "Signed" });
        let dated = with(input.clone(), json!({ "number": "7" }));
        world.nothing_changes(adds(&agent, dated)).await.refused_with("BAD_USER_INPUT");
        let id = adds(&agent, input).await.ok().text("/addRightsDocument/document/id");
        world.nothing_changes(moves(&desk, "verifyPowerOfAttorney", &power, 1)).await.refused_with("STALE_VERSION");
        opens(&desk, &id).await.ok();
        opens(&admin, &id).await.ok();
        world.nothing_changes(opens(&stranger, &id)).await.not_found();
        moves(&desk, "verifyPowerOfAttorney", &power, 2).await.ok();
        let withdraw = json!({ "input": { "id": id, "expectedVersion": 3, "reason": "wrong" } });
        world.nothing_changes(agent.graphql(WITHDRAW, withdraw)).await.refused_with("TRANSITION_NOT_ALLOWED");
        let document = "query($id: ID!) { node(id: $id) { ... on PowerOfAttorney { documents { title } } } }";
        let seen = admin.graphql(document, json!({ "id": power })).await.ok();
        assert_eq!(seen.texts("/node/documents", "/title"), ["Signed"]);
    }

    /// A forged one is gone at once, and it is written down against whose person it was.
    async fn i36_a_forged_power_of_attorney_is_written_down_and_gone(world: World) {
        let acme = world.brand("Acme").await;
        let firm = world.agent_firm("Firm").await;
        let (admin, agent) = (acme.admin().await, firm.person(&[Role::Mc]).await);
        let desk = world.secretariat().await.desk().await;
        let input = with(power("key", &firm)["input"].clone(), json!({ "principalId": acme.public_id() }));
        let made = agent.graphql(SUBMIT, json!({ "input": input })).await.ok();
        let power = made.text("/submitPowerOfAttorney/powerOfAttorney/id");
        moves(&desk, "verifyPowerOfAttorney", &power, 1).await.ok();
        assert!(manages(&agent, &acme).await);
        let report = |version: i64, reason: &str| json!({ "input": { "id": power, "expectedVersion": version, "reason": reason } });
        world
            .nothing_changes(async {
                for person in [&admin, &agent] {
                    person.graphql(FORGED, report(2, "forged")).await.refused_with("FORBIDDEN");
                }
                desk.graphql(FORGED, report(1, "forged")).await.refused_with("STALE_VERSION");
                desk.graphql(FORGED, report(2, " ")).await.refused_with("BAD_USER_INPUT");
                let unknown = json!({ "input": { "id": world.unknown(IdKind::Poa), "expectedVersion": 1, "reason": "x" } });
                desk.graphql(FORGED, unknown).await.not_found();
            })
            .await;
        let told = desk.graphql(FORGED, report(2, "The seal is not the principal's.")).await.ok();
        assert_eq!(told.text("/reportForgedPowerOfAttorney/powerOfAttorney/state"), "REVOKED");
        assert_eq!(
            told.text("/reportForgedPowerOfAttorney/powerOfAttorney/forgedReason"),
            "The seal is not the principal's."
        );
        assert_eq!(told.data("/reportForgedPowerOfAttorney/powerOfAttorney/mayReportForged"), &json!(false));
        assert!(!manages(&agent, &acme).await);
        world.nothing_changes(desk.graphql(FORGED, report(3, "again"))).await.refused_with("ALREADY_EXISTS");
        let events = entity::bad_faith_event::Entity::find().all(world.app.db.read()).await.unwrap();
        assert_eq!((events.len(), events[0].organization_id, events[0].kind.as_str()), (1, firm.id, "FORGED_AUTHORISATION"));
        assert!(world.app.db.write().execute_unprepared("DELETE FROM bad_faith_event").await.is_err());
    }
}
