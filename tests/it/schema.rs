//! The contract: `schema.graphql` is what the code says, every element is described, and so is every error code.

use std::{collections::BTreeSet, fs, path::Path};

use async_graphql::parser::{
    parse_schema,
    types::{FieldDefinition, InputValueDefinition, TypeDefinition, TypeKind, TypeSystemDefinition},
};
use strum::VariantArray as _;
use touchstone::{
    api::{self, pages},
    permissions::roots::ROOT_FIELDS,
    platform::error::ErrorCode,
};

fn committed(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Insists that a generated file is what the code says today.
#[track_caller]
fn assert_current(path: &str, fresh: &str) {
    let committed = committed(path);
    let differs = committed.lines().zip(fresh.lines()).position(|(old, new)| old != new);
    assert!(
        committed == fresh,
        "{path} is stale from line {}: run `make generate`, read the difference, commit it",
        differs.map_or(committed.lines().count().min(fresh.lines().count()), |line| line) + 1,
    );
}

#[test]
fn the_committed_schema_is_the_one_that_is_served() {
    assert_current("schema.graphql", &api::sdl());
}

#[test]
fn the_generated_pages_are_what_the_code_says() {
    assert_current("docs/permissions.md", &pages::permissions());
    assert_current("docs/configuration.md", &pages::configuration());
    assert_current("docs/errors.md", &pages::errors());
}

fn types() -> Vec<TypeDefinition> {
    let schema = parse_schema(api::sdl()).unwrap();
    let definitions = schema.definitions.into_iter();
    definitions
        .filter_map(|definition| match definition {
            TypeSystemDefinition::Type(definition) => Some(definition.node),
            TypeSystemDefinition::Schema(_) | TypeSystemDefinition::Directive(_) => None,
        })
        .collect()
}

/// What of a type has no description, or an empty one.
fn undescribed(definition: &TypeDefinition) -> Vec<String> {
    let name = &definition.name.node;
    let mut bare = Vec::new();
    let mut look = |what: String, description: Option<&str>| {
        if description.is_none_or(|text| text.trim().is_empty()) {
            bare.push(what);
        }
    };
    look(
        name.to_string(),
        definition.description.as_ref().map(|text| text.node.as_str()),
    );
    let input = |value: &InputValueDefinition, of: &str| {
        let description = value.description.as_ref().map(|text| text.node.clone());
        (format!("{of}.{}", value.name.node), description)
    };
    let field = |field: &FieldDefinition| {
        let path = format!("{name}.{}", field.name.node);
        let mut found: Vec<_> = field
            .arguments
            .iter()
            .map(|argument| input(&argument.node, &path))
            .collect();
        found.push((path, field.description.as_ref().map(|text| text.node.clone())));
        found
    };
    let parts: Vec<(String, Option<String>)> = match &definition.kind {
        TypeKind::Object(object) => object.fields.iter().flat_map(|of| field(&of.node)).collect(),
        TypeKind::Interface(interface) => interface.fields.iter().flat_map(|of| field(&of.node)).collect(),
        TypeKind::InputObject(object) => object.fields.iter().map(|of| input(&of.node, name)).collect(),
        TypeKind::Enum(of) => {
            let value = |value: &async_graphql::parser::types::EnumValueDefinition| {
                (
                    format!("{name}.{}", value.value.node),
                    value.description.as_ref().map(|text| text.node.clone()),
                )
            };
            of.values.iter().map(|of| value(&of.node)).collect()
        }
        TypeKind::Scalar | TypeKind::Union(_) => Vec::new(),
    };
    for (what, description) in parts {
        look(what, description.as_deref());
    }
    bare
}

#[test]
fn every_type_field_argument_and_value_is_described() {
    let bare: Vec<String> = types().iter().flat_map(undescribed).collect();
    assert!(bare.is_empty(), "without a description:\n{}", bare.join("\n"));
}

#[test]
fn an_element_without_a_description_is_found() {
    let schema = parse_schema("type A { \"yes\" b(c: Int): Int } \"yes\" enum D { E }").unwrap();
    let bare: Vec<String> = schema
        .definitions
        .iter()
        .filter_map(|definition| match definition {
            TypeSystemDefinition::Type(definition) => Some(undescribed(&definition.node)),
            _ => None,
        })
        .flatten()
        .collect();
    assert_eq!(bare, ["A", "A.b.c", "D.E"]);
}

#[test]
fn every_root_field_says_what_it_asks() {
    for definition in types() {
        let TypeKind::Object(object) = &definition.kind else {
            continue;
        };
        if !["Query", "Mutation", "Subscription"].contains(&definition.name.node.as_str()) {
            continue;
        }
        for field in &object.fields {
            let description = field.node.description.as_ref().map_or("", |text| text.node.as_str());
            let name = format!("{}.{}", definition.name.node, field.node.name.node);
            assert!(description.contains("Requires: "), "{name}: {description}");
        }
    }
}

#[test]
fn the_error_codes_of_the_graph_are_the_table_s_and_each_has_a_section() {
    let of_graph: BTreeSet<String> = types()
        .into_iter()
        .find(|definition| definition.name.node == "ErrorCode")
        .map(|definition| match definition.kind {
            TypeKind::Enum(of) => of
                .values
                .iter()
                .map(|value| value.node.value.node.to_string())
                .collect(),
            _ => BTreeSet::new(),
        })
        .unwrap();
    let of_table: BTreeSet<String> = ErrorCode::VARIANTS
        .iter()
        .map(|code| code.as_str().to_owned())
        .collect();
    assert_eq!(of_graph, of_table);
    let page = committed("docs/errors.md");
    let sections: BTreeSet<String> = page
        .lines()
        .filter_map(|line| line.strip_prefix("## "))
        .map(str::to_owned)
        .collect();
    assert_eq!(sections, of_table);
}

#[test]
fn names_that_clients_rely_on_from_the_first_day_are_there() {
    for name in [
        "viewer",
        "signIn",
        "refreshSession",
        "signOut",
        "leads",
        "lead",
        "createLead",
        "submitLead",
        "triageLead",
        "shareLead",
        "deliveries",
        "answerDelivery",
        "addComment",
        "organizations",
        "brands",
        "inviteUser",
        "auditEntries",
        "leadActivity",
    ] {
        assert!(
            ROOT_FIELDS.iter().any(|(_, field, _)| *field == name),
            "{name} has no row"
        );
        let sdl = api::sdl();
        assert!(
            sdl.contains(&format!("\t{name}(")) || sdl.contains(&format!("\t{name}:")),
            "{name}"
        );
    }
}
