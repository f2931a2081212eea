//! The schema as introspection tells it.

use std::collections::BTreeMap;

use serde_json::Value;

pub const INTROSPECTION: &str = "{ __schema { queryType { name } mutationType { name } types { kind name \
     enumValues { name } possibleTypes { name } \
     fields { name args { name type { ...T } } type { ...T } } inputFields { name type { ...T } } } } } \
     fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }";

/// A type reference: `[ID!]!` and the like.
#[derive(Debug, Clone)]
pub enum Ref {
    Named(String),
    List(Box<Ref>),
    NonNull(Box<Ref>),
}

impl Ref {
    fn of(json: &Value) -> Self {
        match json["kind"].as_str() {
            Some("NON_NULL") => Self::NonNull(Box::new(Self::of(&json["ofType"]))),
            Some("LIST") => Self::List(Box::new(Self::of(&json["ofType"]))),
            _ => Self::Named(json["name"].as_str().unwrap().to_owned()),
        }
    }

    /// The type at its heart.
    pub fn name(&self) -> &str {
        match self {
            Self::Named(name) => name,
            Self::List(inner) | Self::NonNull(inner) => inner.name(),
        }
    }
}

impl std::fmt::Display for Ref {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Named(name) => f.write_str(name),
            Self::List(inner) => write!(f, "[{inner}]"),
            Self::NonNull(inner) => write!(f, "{inner}!"),
        }
    }
}

/// An argument or a field of an input.
#[derive(Debug, Clone)]
pub struct Input {
    pub name: String,
    pub of: Ref,
}

#[derive(Debug, Clone)]
pub struct Field {
    pub name: String,
    pub args: Vec<Input>,
    pub of: Ref,
}

#[derive(Debug, Default)]
pub struct Type {
    pub kind: String,
    pub fields: Vec<Field>,
    pub inputs: Vec<Input>,
    pub values: Vec<String>,
    pub possible: Vec<String>,
}

/// The schema.
pub struct Model(BTreeMap<String, Type>);

impl Model {
    pub fn of(schema: &Value) -> Self {
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let inputs = |value: &Value| -> Vec<Input> {
            let input = |value: &Value| Input {
                name: text(&value["name"]),
                of: Ref::of(&value["type"]),
            };
            list(value).iter().map(input).collect()
        };
        let names = |value: &Value| list(value).iter().map(|value| text(&value["name"])).collect();
        let types = list(&schema["types"]);
        let types = types.iter().map(|of| {
            let fields = list(&of["fields"]);
            let fields = fields.iter().map(|field| Field {
                name: text(&field["name"]),
                args: inputs(&field["args"]),
                of: Ref::of(&field["type"]),
            });
            let known = Type {
                kind: text(&of["kind"]),
                fields: fields.collect(),
                inputs: inputs(&of["inputFields"]),
                values: names(&of["enumValues"]),
                possible: names(&of["possibleTypes"]),
            };
            (text(&of["name"]), known)
        });
        let model = Self(types.collect());
        assert!(model.get("Query").fields.len() > 10 && model.get("Mutation").fields.len() > 10);
        model
    }

    pub fn get(&self, name: &str) -> &Type {
        self.0.get(name).unwrap_or_else(|| panic!("no type {name}"))
    }

    /// Every root field with the word its operation begins with.
    pub fn root_fields(&self) -> Vec<(String, String)> {
        let roots = [("query", "Query"), ("mutation", "Mutation")];
        let fields = roots.iter().flat_map(|(kind, root)| {
            let names = self.get(root).fields.iter().map(|field| field.name.clone());
            names.map(|name| ((*kind).to_owned(), name))
        });
        fields.collect()
    }
}
