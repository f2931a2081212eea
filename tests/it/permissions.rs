//! Who may call what: the matrix as a reviewed snapshot, and every root field called as every role and as nobody.
//!
//! The fence before the API is meant here; what may be done to which object is tested with the object's slice.

mod dummies;

use std::collections::BTreeSet;

use serde_json::json;
use strum::VariantArray as _;
use touchstone::permissions::{
    Action, Role, Scope,
    roots::{ROOT_FIELDS, Requirement, requirement},
    table::scope,
};

use crate::{
    both_databases,
    support::{Asks, Backend, Person, Response, World, in_world},
};
pub use dummies::Contract;
use dummies::RootField;

/// How a scope is written in the matrix.
fn mark(scope: Scope) -> &'static str {
    match scope {
        Scope::No => "–",
        Scope::Named => "named",
        Scope::Brand => "brand",
        Scope::Own => "own",
        Scope::Principal => "princ",
        Scope::Shared => "share",
        Scope::All => "all",
    }
}

#[test]
fn the_matrix_is_as_reviewed() {
    let mut matrix = format!("{:24}", "");
    for role in Role::VARIANTS {
        matrix += &format!("{:>6}", role.code());
    }
    for action in Action::VARIANTS {
        let name: &str = (*action).into();
        matrix += &format!("\n{name:24}");
        for role in Role::VARIANTS {
            matrix += &format!("{:>6}", mark(scope(*role, *action)));
        }
    }
    insta::assert_snapshot!(matrix);
}

/// Whoever asked for a file can list it, fetch it and call it off; nobody else has such files.
#[test]
fn exports_are_read_by_those_who_may_ask_for_one() {
    for role in Role::VARIANTS {
        let may = |action| scope(*role, action) != Scope::No;
        let asks = may(Action::LeadExport) || may(Action::OrganizationExport);
        assert_eq!(may(Action::ExportRead), asks, "{role:?}");
    }
}

#[test]
fn every_root_field_has_a_row_and_every_row_a_field() {
    in_world(Backend::Sqlite, async |world| {
        rows_and_fields_agree(&Contract::of(&world.schema));
    });
}

fn rows_and_fields_agree(contract: &Contract) {
    let fields: BTreeSet<(String, String)> = contract.roots().into_iter().map(|f| (f.parent, f.name)).collect();
    let rows: BTreeSet<(String, String)> = ROOT_FIELDS
        .iter()
        .map(|(parent, name, _)| ((*parent).to_owned(), (*name).to_owned()))
        .collect();
    assert_eq!(rows.len(), ROOT_FIELDS.len(), "a field has two rows");
    let missing: Vec<_> = fields.difference(&rows).collect();
    let stale: Vec<_> = rows.difference(&fields).collect();
    assert!(
        missing.is_empty() && stale.is_empty(),
        "without a row: {missing:?}; without a field: {stale:?}"
    );
}

/// One person for each role, in an organisation of a fitting kind.
async fn one_of_each(world: &World) -> Vec<(Role, Person)> {
    let mut people = Vec::new();
    for role in Role::VARIANTS {
        let home = world.organization(World::home_of(*role), role.code()).await;
        people.push((*role, home.person(&[*role]).await));
    }
    people
}

/// Whether the fence let it pass: what is refused there never ran, so it has no data and no path.
fn passed(response: &Response) -> bool {
    let error = &response.0["errors"][0];
    let refused = matches!(
        error["extensions"]["code"].as_str(),
        Some("UNAUTHENTICATED" | "FORBIDDEN")
    );
    !(refused && error["path"].is_null())
}

fn opens_to(requirement: Requirement, role: Option<Role>) -> bool {
    match (requirement, role) {
        (Requirement::Anyone, _) | (Requirement::Enrolling | Requirement::SignedIn, Some(_)) => true,
        (Requirement::Enrolling | Requirement::SignedIn | Requirement::Action(_), None) => false,
        (Requirement::Action(action), Some(role)) => scope(role, action) != Scope::No,
    }
}

async fn ask(who: &impl Asks, field: &RootField) -> Response {
    if field.parent == "Subscription" {
        who.first_event(&field.document, json!({})).await
    } else {
        who.graphql(&field.document, json!({})).await
    }
}

both_databases! {
    async fn every_root_field_is_refused_to_nobody_and_to_roles_without_the_action(world: World) {
        let people = one_of_each(&world).await;
        let nobody = world.anonymous();
        let refusals = world.nothing_changes(async {
            let mut refusals = 0;
            for field in Contract::of(&world.schema).roots() {
                let asked = requirement(&field.parent, &field.name).unwrap();
                if !opens_to(asked, None) {
                    let answer = ask(&nobody, &field).await;
                    assert_eq!(answer.error_code(), Some("UNAUTHENTICATED"), "{} as nobody: {answer}", field.name);
                    assert!(!passed(&answer) && answer.0["data"].is_null(), "{} ran: {answer}", field.name);
                    refusals += 1;
                }
                for (role, person) in people.iter().filter(|(role, _)| !opens_to(asked, Some(*role))) {
                    let answer = ask(person, &field).await;
                    assert_eq!(answer.error_code(), Some("FORBIDDEN"), "{} as {role:?}: {answer}", field.name);
                    assert!(!passed(&answer) && answer.0["data"].is_null(), "{} ran: {answer}", field.name);
                    refusals += 1;
                }
            }
            refusals
        })
        .await;
        assert!(refusals > 200, "{refusals}");
    }

    async fn every_root_field_is_open_to_roles_with_the_action(world: World) {
        let people = one_of_each(&world).await;
        let nobody = world.anonymous();
        for field in Contract::of(&world.schema).roots() {
            let asked = requirement(&field.parent, &field.name).unwrap();
            if opens_to(asked, None) {
                let answer = ask(&nobody, &field).await;
                assert!(passed(&answer), "{} as nobody: {answer}", field.name);
            }
            for (role, person) in people.iter().filter(|(role, _)| opens_to(asked, Some(*role))) {
                let answer = ask(person, &field).await;
                assert!(passed(&answer), "{} as {role:?}: {answer}", field.name);
                let ours = matches!(answer.error_code(), Some("INTERNAL" | "UNAVAILABLE" | "INVALID_DOCUMENT"));
                assert!(!ours, "{} as {role:?}: {answer}", field.name);
            }
        }
    }

    async fn aliases_and_fragments_do_not_slip_by(world: World) {
        let finance = world.brand("Acme").await.person(&[Role::Mf]).await;
        let nobody = world.anonymous();
        let disguises = [
            "{ innocent: leads { totalCount } }",
            "{ viewer { __typename } leads { totalCount } }",
            "query { ...A } fragment A on Query { leads { totalCount } }",
            "query { ...A } fragment A on Query { ...B } fragment B on Query { x: leads { totalCount } }",
            "{ ... on Query { ... on Query { x: leads { totalCount } } } }",
            "{ ... { leads { totalCount } } }",
            "{ leads @skip(if: false) { totalCount } }",
            "{ viewer { __typename } ... @include(if: true) { leads { totalCount } } }",
            "query($no: Boolean = false) { leads @include(if: $no) { totalCount } }",
            r#"mutation { signOut { __typename } x: submitLead(input: {id: "lead_01h45ytscbebyvny4gc8cr8ma2", expectedVersion: 1}) { __typename } }"#,
            r#"mutation { ...M } fragment M on Mutation { submitLead(input: {id: "x", expectedVersion: 1}) { __typename } }"#,
        ];
        world.nothing_changes(async {
            for document in disguises {
                for (answer, code) in [
                    (finance.graphql(document, json!({})).await, "FORBIDDEN"),
                    (nobody.graphql(document, json!({})).await, "UNAUTHENTICATED"),
                ] {
                    assert_eq!(answer.error_code(), Some(code), "{document}: {answer}");
                    assert!(answer.0["data"].is_null(), "{document}: {answer}");
                }
            }
        })
        .await;
    }

    async fn of_several_operations_the_named_one_is_judged(world: World) {
        let finance = world.brand("Acme").await.person(&[Role::Mf]).await;
        let document = "query Mine { viewer { __typename } } query Theirs { leads { totalCount } }";
        finance.operation("Mine", document, json!({})).await.ok();
        finance.operation("Theirs", document, json!({})).await.refused_with("FORBIDDEN");
    }

    async fn i36_who_is_suspended_is_out_at_the_next_request(world: World) {
        let acme = world.brand("Acme").await;
        let person = acme.admin().await;
        let document = "{ viewer { person { id } } leads { totalCount } }";
        person.graphql(document, json!({})).await.ok();
        person.put_into("SUSPENDED").await;
        person.graphql(document, json!({})).await.refused_with("UNAUTHENTICATED");
        person.put_into("ACTIVE").await;
        person.graphql(document, json!({})).await.ok();
        acme.put_into("SUSPENDED").await;
        person.graphql(document, json!({})).await.refused_with("UNAUTHENTICATED");
        acme.put_into("EXPELLED").await;
        person.graphql(document, json!({})).await.refused_with("UNAUTHENTICATED");
    }
}
