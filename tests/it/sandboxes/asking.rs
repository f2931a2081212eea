//! Every query of the contract, asked for as much as it tells by itself.

use std::collections::HashMap;

use async_graphql::{
    Positioned,
    parser::{
        parse_schema,
        types::{BaseType, InputValueDefinition, Type, TypeDefinition, TypeKind, TypeSystemDefinition},
    },
};
use touchstone::api::Schema;

/// How deep below a root field is looked: a page and its nodes alone, for a field below that is refused may take all with it; and
/// what these name.
const DEPTHS: &[usize] = &[1, 3];
/// What repeats a page's nodes, or says nothing of them.
const LEFT_OUT: &[&str] = &["edges", "pageInfo"];

/// A query, and whether it names one of the ids that were given.
pub(super) struct Asked {
    pub(super) field: String,
    pub(super) document: String,
    pub(super) by_id: bool,
}

/// The contract, and what is put where it asks for something.
pub(super) struct Asking<'a> {
    types: HashMap<String, TypeDefinition>,
    ids: &'a [String],
    word: &'a str,
}

impl<'a> Asking<'a> {
    pub(super) fn of(schema: &Schema, ids: &'a [String], word: &'a str) -> Self {
        let definitions = parse_schema(schema.sdl()).unwrap().definitions.into_iter();
        let types = definitions.filter_map(|definition| match definition {
            TypeSystemDefinition::Type(definition) => Some((definition.node.name.node.to_string(), definition.node)),
            TypeSystemDefinition::Schema(_) | TypeSystemDefinition::Directive(_) => None,
        });
        let types = types.collect();
        Self { types, ids, word }
    }

    /// Each root query; those that want an id, with each id.
    pub(super) fn queries(&self) -> Vec<Asked> {
        let TypeKind::Object(root) = &self.types["Query"].kind else {
            panic!("Query is an object");
        };
        let mut asked = Vec::new();
        for field in root.fields.iter().map(|field| &field.node) {
            let name = field.name.node.as_str();
            let by_id = self.wants_id(&field.arguments);
            let ids = if by_id { self.ids } else { &self.ids[..1] };
            for (depth, id) in DEPTHS.iter().flat_map(|depth| ids.iter().map(move |id| (depth, id))) {
                let selection = self.selection(base(&field.ty.node), *depth).unwrap_or_default();
                let arguments = match self.arguments(&field.arguments, id) {
                    none if none.is_empty() => none,
                    some => format!("({some})"),
                };
                asked.push(Asked {
                    field: name.to_owned(),
                    document: format!("{{ {name}{arguments} {selection} }}"),
                    by_id,
                });
            }
        }
        asked
    }

    /// Everything that a type tells without being asked for more; `None` where there is nothing to select.
    fn selection(&self, name: &str, depth: usize) -> Option<String> {
        if self.is_leaf(name) {
            return None;
        }
        let TypeKind::Object(object) = &self.types[name].kind else {
            return Some("{ __typename }".to_owned());
        };
        let fields = &object.fields;
        let mut chosen = vec!["__typename".to_owned()];
        for field in fields.iter().map(|field| &field.node) {
            let name = field.name.node.as_str();
            if LEFT_OUT.contains(&name) || field.arguments.iter().any(is_required) {
                continue;
            }
            let of = base(&field.ty.node);
            if self.is_leaf(of) {
                chosen.push(name.to_owned());
            } else if let Some(below) = depth.checked_sub(1).and_then(|depth| self.selection(of, depth)) {
                chosen.push(format!("{name} {below}"));
            }
        }
        Some(format!("{{ {} }}", chosen.join(" ")))
    }

    /// Whether there is nothing to select. The language's own scalars are not in the document.
    fn is_leaf(&self, name: &str) -> bool {
        let kind = self.types.get(name).map(|definition| &definition.kind);
        matches!(kind, None | Some(TypeKind::Scalar | TypeKind::Enum(_)))
    }

    fn wants_id(&self, arguments: &[Positioned<InputValueDefinition>]) -> bool {
        arguments.iter().filter(|argument| is_required(argument)).any(|argument| {
            let name = base(&argument.node.ty.node);
            name == "ID"
                || matches!(self.types.get(name).map(|of| &of.kind), Some(TypeKind::InputObject(input)) if self.wants_id(&input.fields))
        })
    }

    /// The arguments that have to be given.
    fn arguments(&self, arguments: &[Positioned<InputValueDefinition>], id: &str) -> String {
        let given = arguments.iter().filter(|argument| is_required(argument));
        let given = given.map(|argument| {
            let value = self.value(&argument.node.ty.node, id);
            format!("{}: {value}", argument.node.name.node)
        });
        given.collect::<Vec<_>>().join(", ")
    }

    fn value(&self, of_type: &Type, id: &str) -> String {
        let name = match &of_type.base {
            BaseType::List(inner) => return format!("[{}]", self.value(inner, id)),
            BaseType::Named(name) => name.as_str(),
        };
        match name {
            "ID" => format!("\"{id}\""),
            "String" => format!("\"{}\"", self.word),
            "Int" => "10".to_owned(),
            "Boolean" => "true".to_owned(),
            "JSON" => "{}".to_owned(),
            "Date" => "\"2026-03-09\"".to_owned(),
            "DateTime" => "\"2026-03-09T01:00:00Z\"".to_owned(),
            "Decimal" => "\"1.00\"".to_owned(),
            other => match self.types.get(other).map(|definition| &definition.kind) {
                Some(TypeKind::Enum(values)) => values.values[0].node.value.node.to_string(),
                Some(TypeKind::InputObject(input)) => {
                    let given = self.arguments(&input.fields, id);
                    if !given.is_empty() || input.fields.iter().any(is_required) {
                        return format!("{{{given}}}");
                    }
                    // Of several choices exactly one is given.
                    let first = &input.fields[0].node;
                    format!("{{{}: {}}}", first.name.node, self.value(&first.ty.node, id))
                }
                _ => format!("\"{}\"", self.word),
            },
        }
    }
}

fn is_required(argument: &Positioned<InputValueDefinition>) -> bool {
    !argument.node.ty.node.nullable && argument.node.default_value.is_none()
}

fn base(of_type: &Type) -> &str {
    match &of_type.base {
        BaseType::List(inner) => base(inner),
        BaseType::Named(name) => name,
    }
}
