//! Opening a lead in an emergency: two people, a reason, an end, and everybody who has to know is told.

use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use serde_json::{Value, json};
use touchstone::mail::MailKind;

use crate::{
    both_databases,
    support::{Asks as _, Lead, Organization, Person, Response, World, draft, with},
};

const REQUEST: &str = "request { id version state expiresAt lead { id } allowedActions } userErrors { code field }";
const REASON: &str = "The only reader of the owner has left the company";

/// The secretariat's people, a member and its lead that only its author sees.
struct Cast {
    acme: Organization,
    author: Person,
    colleague: Person,
    asker: Person,
    officer: Person,
    lead: Lead,
}

async fn cast(world: &World) -> Cast {
    let acme = world.brand("Acme").await;
    let (author, colleague) = (acme.admin().await, acme.investigator().await);
    let secretariat = world.secretariat().await;
    let (asker, officer) = (secretariat.secretariat_admin().await, secretariat.desk().await);
    let lead = author.prepares_from(with(draft(&acme), json!({ "tlp": "RED" }))).await;
    Cast {
        acme,
        author,
        colleague,
        asker,
        officer,
        lead,
    }
}

fn asking(world: &World, reference: &str, person: &Person) -> Value {
    json!({
        "idempotencyKey": world.id().to_string(), "reference": reference, "personId": person.public_id(),
        "hours": 24, "reason": REASON,
    })
}

async fn asks(by: &Person, input: Value) -> Response {
    let document = format!("mutation($input: AskBreakGlassInput!) {{ askBreakGlass(input: $input) {{ {REQUEST} }} }}");
    by.graphql(&document, json!({ "input": input })).await
}

/// Asks for the lead of a reference and gives the request's id.
async fn asked(by: &Person, reference: &str, person: &Person) -> String {
    let made = asks(by, asking(&by.world, reference, person)).await.ok();
    made.text("/askBreakGlass/request/id")
}

async fn act(by: &Person, mutation: &str, id: &str, more: Value) -> Response {
    let kind = match mutation {
        "decideBreakGlass" => "DecideBreakGlassInput",
        _ => "EndBreakGlassInput",
    };
    let document = format!("mutation($input: {kind}!) {{ {mutation}(input: $input) {{ {REQUEST} }} }}");
    let version = row(&by.world, id).await.version;
    let input = with(json!({ "id": id, "expectedVersion": version }), more);
    by.graphql(&document, json!({ "input": input })).await
}

async fn approves(by: &Person, id: &str) -> Response {
    act(
        by,
        "decideBreakGlass",
        id,
        json!({ "approve": true, "note": "Spoken to their board" }),
    )
    .await
}

async fn row(world: &World, id: &str) -> entity::break_glass::Model {
    use touchstone::platform::ids::{IdKind, decode_as};
    let id = decode_as(IdKind::Glass, id).unwrap();
    let found = entity::break_glass::Entity::find_by_id(id)
        .one(world.app.db.read())
        .await;
    found.unwrap().unwrap()
}

async fn requests(by: &Person) -> Response {
    let document =
        "{ breakGlassRequests { totalCount nodes { id reference state reason person { name } lead { id } } } }";
    by.graphql(document, json!({})).await
}

both_databases! {
    async fn two_people_open_a_lead_for_a_while(world: World) {
        let Cast { author, colleague, asker, officer, lead, .. } = cast(&world).await;
        let auditor = world.auditor("Auditors").await.person(&[touchstone::permissions::Role::Au]).await;
        let reference = lead.row().await.reference;
        let id = asked(&asker, &format!(" {} ", reference.to_lowercase()), &colleague).await;
        colleague.reads(&lead).await.not_found();
        let opened = approves(&officer, &id).await.ok();
        assert_eq!(opened.text("/decideBreakGlass/request/state"), "APPROVED");
        colleague.reads(&lead).await.ok();
        officer.reads(&lead).await.not_found();
        asker.reads(&lead).await.refused_with("FORBIDDEN");
        let told = author.reads(&lead).await.ok();
        assert!(told.texts("/lead/timeline/edges", "/node/kind").contains(&"EMERGENCY_OPENED".to_owned()), "{told}");
        let mut readers: Vec<_> = world.letters_of(MailKind::BreakGlassOpened).await.into_iter().map(|(person, _)| person).collect();
        readers.sort_unstable();
        let mut wanted = vec![author.id, colleague.id, auditor.id];
        wanted.sort_unstable();
        assert_eq!(readers, wanted, "the owner's administrator, whom it is opened to, the auditor");
        for reader in [&author, &auditor] {
            assert_eq!(requests(reader).await.ok().number("/breakGlassRequests/totalCount"), 1);
        }
        let other = world.brand("Other").await.admin().await;
        assert_eq!(requests(&other).await.ok().number("/breakGlassRequests/totalCount"), 0);
        world.after_hours(24);
        colleague.reads(&lead).await.not_found();
        assert_eq!(requests(&author).await.ok().text("/breakGlassRequests/nodes/0/state"), "OVER");
    }

    async fn i38_a_reading_in_an_emergency_is_logged_as_such(world: World) {
        use entity::audit_entry::{Column, Entity};
        let Cast { colleague, asker, officer, lead, .. } = cast(&world).await;
        let id = asked(&asker, &lead.row().await.reference, &colleague).await;
        approves(&officer, &id).await.ok();
        colleague.reads(&lead).await.ok();
        let read = Entity::find().filter(Column::Action.eq("readLead")).filter(Column::ActorId.eq(colleague.id));
        let read = read.one(world.app.db.read()).await.unwrap().unwrap();
        assert!(read.detail.contains("BREAK_GLASS"), "{}", read.detail);
    }

    async fn i14_i15_who_asks_does_not_decide_and_the_secretariat_is_not_the_one_who_reads(world: World) {
        use touchstone::permissions::Role;
        let Cast { colleague, officer, lead, .. } = cast(&world).await;
        let both = world.secretariat().await.person(&[Role::Sa, Role::So]).await;
        let reference = lead.row().await.reference;
        let id = asked(&both, &reference, &colleague).await;
        world.nothing_changes(approves(&both, &id)).await.refused_with("FOUR_EYES");
        world.nothing_changes(asks(&both, asking(&world, &reference, &officer))).await.refused_with("BAD_USER_INPUT");
        world.nothing_changes(asks(&officer, asking(&world, &reference, &colleague))).await.refused_with("FORBIDDEN");
        world.nothing_changes(asks(&colleague, asking(&world, &reference, &colleague))).await.refused_with("FORBIDDEN");
        approves(&officer, &id).await.ok();
        world.nothing_changes(approves(&officer, &id)).await.refused_with("TRANSITION_NOT_ALLOWED");
    }

    async fn i21_a_reference_of_nothing_looks_like_any_other(world: World) {
        let Cast { colleague, asker, officer, lead, author, acme } = cast(&world).await;
        let draft = author.creates_from(with(draft(&acme), json!({ "tlp": "RED" }))).await.row().await.reference;
        let mut answers = Vec::new();
        for reference in [lead.row().await.reference, "LD-26-000000".to_owned(), draft] {
            let id = asked(&asker, &reference, &colleague).await;
            let answer = approves(&officer, &id).await.ok();
            let mut request = answer.data("/decideBreakGlass/request").clone();
            request["id"] = Value::Null;
            answers.push(request);
            world.after_hours(1);
        }
        let mut moments: Vec<Value> = answers.iter_mut().map(|answer| answer["expiresAt"].take()).collect();
        moments.dedup();
        assert_eq!(moments.len(), 3);
        assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "{answers:?}");
        for reader in [&asker, &officer] {
            let all = requests(reader).await.ok();
            assert!(all.list("/breakGlassRequests/nodes").iter().all(|node| node["lead"] == Value::Null), "{all}");
        }
        let listed: Vec<String> = colleague.lists(json!({})).await;
        assert_eq!(listed.len(), 1, "nothing is opened of a draft");
    }

    async fn what_is_asked_wrongly_is_refused(world: World) {
        let Cast { colleague, asker, lead, .. } = cast(&world).await;
        let good = asking(&world, &lead.row().await.reference, &colleague);
        let nobody = world.unknown(touchstone::platform::ids::IdKind::Person);
        for wrong in [
            json!({ "hours": 0 }), json!({ "hours": 73 }), json!({ "reason": "Because" }), json!({ "reference": "the red one!" }),
            json!({ "personId": nobody }),
        ] {
            let refused = world.nothing_changes(asks(&asker, with(good.clone(), wrong))).await;
            refused.refused_with("BAD_USER_INPUT");
        }
        let once = asks(&asker, good.clone()).await.ok();
        let again = world.nothing_changes(asks(&asker, good.clone())).await.ok();
        assert_eq!(once.text("/askBreakGlass/request/id"), again.text("/askBreakGlass/request/id"));
        world.nothing_changes(asks(&asker, with(good, json!({ "hours": 2 })))).await.refused_with("IDEMPOTENCY_MISMATCH");
    }

    async fn it_lapses_is_declined_withdrawn_and_ended(world: World) {
        let Cast { colleague, asker, officer, lead, author, .. } = cast(&world).await;
        let reference = lead.row().await.reference;
        let lapsing = asked(&asker, &reference, &colleague).await;
        assert_eq!(world.letters_of(MailKind::BreakGlassAsked).await.len(), 1, "the desk is asked");
        world.after_hours(24);
        assert!(world.letters_of(MailKind::BreakGlassAsked).await.is_empty(), "nothing waits any more");
        world.nothing_changes(approves(&officer, &lapsing)).await.refused_with("TRANSITION_NOT_ALLOWED");
        let declined = asked(&asker, &reference, &colleague).await;
        let answer = act(&officer, "decideBreakGlass", &declined, json!({ "approve": false })).await.ok();
        assert_eq!(answer.text("/decideBreakGlass/request/state"), "DECLINED");
        world.after_hours(1);
        let withdrawn = asked(&asker, &reference, &colleague).await;
        world.nothing_changes(act(&officer, "withdrawBreakGlass", &withdrawn, json!({}))).await.refused_with("FORBIDDEN");
        act(&asker, "withdrawBreakGlass", &withdrawn, json!({})).await.ok();
        colleague.reads(&lead).await.not_found();
        world.after_hours(1);
        let ended = asked(&asker, &reference, &colleague).await;
        approves(&officer, &ended).await.ok();
        colleague.reads(&lead).await.ok();
        act(&officer, "endBreakGlass", &ended, json!({})).await.ok();
        colleague.reads(&lead).await.not_found();
        world.nothing_changes(act(&author, "endBreakGlass", &ended, json!({}))).await.refused_with("FORBIDDEN");
        world.after_hours(1);
        let taken_back = asked(&asker, &reference, &colleague).await;
        approves(&officer, &taken_back).await.ok();
        let grants = "query($id: ID!) { lead(id: $id) { grants { nodes { id isEmergency } } } }";
        let grant = author.graphql(grants, json!({ "id": lead.public_id() })).await.ok();
        assert_eq!(grant.data("/lead/grants/nodes/0/isEmergency"), &json!(true));
        let input = json!({ "id": lead.public_id(), "expectedVersion": lead.row().await.version,
            "opening": { "grantId": grant.text("/lead/grants/nodes/0/id") }, "reason": "Not needed" });
        author.act("revokeLeadGrant", input).await.ok();
        colleague.reads(&lead).await.not_found();
    }

    async fn walls_hold_in_an_emergency(world: World) {
        let Cast { asker, officer, lead, author, .. } = cast(&world).await;
        let bolt = world.brand("Bolt").await;
        let reader = bolt.investigator().await;
        let named = json!({ "grants": [{ "personId": world.agency("Police").await.officer().await.public_id() }], "excludeOrganizationIds": [bolt.public_id()] });
        author.shares_by(&lead, named).await.ok();
        let id = asked(&asker, &lead.row().await.reference, &reader).await;
        approves(&officer, &id).await.ok();
        reader.reads(&lead).await.not_found();
    }
}
