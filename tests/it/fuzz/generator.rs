//! Documents that fit the schema, with values by chance.

use rand::{Rng as _, RngExt as _, SeedableRng as _, rngs::StdRng};
use serde_json::{Map, Value, json};

use super::{
    mangle::{self, Sent},
    model::{Field, Model, Ref},
};

/// Selections within selections.
const DEEPEST: usize = 4;

/// Texts that something stumbled over before.
const ODD: &[&str] = &[
    "",
    " ",
    "a",
    "線索",
    "\u{0}",
    "a\u{0}b",
    "\u{202e}abc",
    "\u{feff}",
    "e\u{301}\u{301}\u{301}\u{301}",
    "🦊👩‍👩‍👧‍👦",
    "İıſß",
    "%_\\",
    "' OR 1=1 --",
    "\"}{",
    "$1",
    "NaN",
    "-0",
    "1e400",
    "null",
    "2026-02-30",
    "2026-03-09T01:00:00Z",
    "9999-12-31T23:59:59.999999999Z",
    "-009999-01-01T00:00:00Z",
    "https://example.org/item/1?id=2#3",
    "https://[::1]:99999/",
    "https://xn--",
    "ada@example.org",
    "@",
    "CN",
    "Asia/Shanghai",
    "eyJhbGciOiJub25lIn0.e30.",
];

/// Makes one request, always the same for a seed.
pub struct Generator<'a> {
    model: &'a Model,
    ids: &'a [String],
    pub(super) dice: StdRng,
    variables: Map<String, Value>,
    declared: Vec<String>,
}

impl<'a> Generator<'a> {
    pub fn new(model: &'a Model, ids: &'a [String], seed: u64) -> Self {
        Self {
            model,
            ids,
            dice: StdRng::seed_from_u64(seed),
            variables: Map::new(),
            declared: Vec::new(),
        }
    }

    /// Anything.
    pub fn request(&mut self) -> Sent {
        let roots = self.model.root_fields();
        let (kind, first) = roots[self.below(roots.len())].clone();
        let mut fields = vec![first];
        while self.one_in(4) {
            let (other, name) = &roots[self.below(roots.len())];
            if *other == kind {
                fields.push(name.clone());
            }
        }
        let sent = self.operation(&kind, &fields);
        if self.one_in(3) {
            mangle::mangled(sent, &mut self.dice)
        } else {
            sent
        }
    }

    /// One root field with values of the right types.
    pub fn asking(&mut self, kind: &str, field: &str) -> Sent {
        self.operation(kind, &[field.to_owned()])
    }

    fn operation(&mut self, kind: &str, fields: &[String]) -> Sent {
        let root = if kind == "query" { "Query" } else { "Mutation" };
        let model = self.model;
        let mut body = String::new();
        for (place, name) in fields.iter().enumerate() {
            let field = model.get(root).fields.iter().find(|field| field.name == *name).unwrap();
            body += &format!("f{place}: {} ", self.field(field, 0));
        }
        let declared = if self.declared.is_empty() {
            String::new()
        } else {
            format!("({})", self.declared.join(", "))
        };
        Sent::new(
            &format!("{kind} Fuzz{declared} {{ {body}}}"),
            &Value::Object(self.variables.clone()),
        )
    }

    fn field(&mut self, field: &Field, depth: usize) -> String {
        let mut given = Vec::new();
        for arg in &field.args {
            if !matches!(arg.of, Ref::NonNull(_)) && self.one_in(2) {
                continue;
            }
            let name = format!("v{}", self.declared.len());
            let value = self.value(&arg.of, 0);
            self.declared.push(format!("${name}: {}", arg.of));
            self.variables.insert(name.clone(), value);
            given.push(format!("{}: ${name}", arg.name));
        }
        let given = if given.is_empty() {
            String::new()
        } else {
            format!("({})", given.join(", "))
        };
        format!("{}{given}{}", field.name, self.selection(field.of.name(), depth + 1))
    }

    fn selection(&mut self, name: &str, depth: usize) -> String {
        let model = self.model;
        let of = model.get(name);
        match of.kind.as_str() {
            "OBJECT" => {}
            "INTERFACE" | "UNION" => {
                let some = &of.possible[self.below(of.possible.len())];
                return format!(" {{ __typename ... on {some}{} }}", self.selection(some, depth + 1));
            }
            _ => return String::new(),
        }
        let mut chosen = vec!["__typename".to_owned()];
        for _ in 0..self.dice.random_range(1..5) {
            let field = &of.fields[self.below(of.fields.len())];
            let is_leaf = matches!(model.get(field.of.name()).kind.as_str(), "SCALAR" | "ENUM");
            if depth >= DEEPEST && !is_leaf {
                continue;
            }
            let alias = format!("a{}", chosen.len());
            chosen.push(format!("{alias}: {}", self.field(field, depth)));
        }
        format!(" {{ {} }}", chosen.join(" "))
    }

    /// A value that a type accepts, as far as its type goes.
    fn value(&mut self, of: &Ref, depth: usize) -> Value {
        match of {
            Ref::NonNull(inner) => self.present(inner, depth),
            _ if self.one_in(6) => Value::Null,
            _ => self.present(of, depth),
        }
    }

    fn present(&mut self, of: &Ref, depth: usize) -> Value {
        match of {
            Ref::NonNull(inner) => self.present(inner, depth),
            Ref::List(inner) => {
                let many = if depth > 3 { 0 } else { self.dice.random_range(0..4) };
                Value::Array((0..many).map(|_| self.value(inner, depth + 1)).collect())
            }
            Ref::Named(name) => self.named(name, depth),
        }
    }

    fn named(&mut self, name: &str, depth: usize) -> Value {
        let of = self.model.get(name);
        match of.kind.as_str() {
            "ENUM" => json!(of.values[self.below(of.values.len())]),
            "INPUT_OBJECT" => self.object(name, depth),
            _ => self.scalar(name),
        }
    }

    fn object(&mut self, name: &str, depth: usize) -> Value {
        let of = self.model.get(name);
        let mut fields = Map::new();
        // Of an input in which exactly one is meant, one; nobody tells which inputs these are.
        let only = self.one_in(3).then(|| self.below(of.inputs.len()));
        for (place, input) in of.inputs.iter().enumerate() {
            let needed = matches!(input.of, Ref::NonNull(_));
            let wanted = only.map_or_else(|| depth < 4 && !self.one_in(3), |only| only == place);
            if needed || wanted {
                let value = self.value(&input.of, depth + 1);
                fields.insert(input.name.clone(), value);
            }
        }
        Value::Object(fields)
    }

    fn scalar(&mut self, name: &str) -> Value {
        match name {
            "Int" => {
                let known = [0, 1, 2, 3, -1, 10, 100, 101, i32::MAX, i32::MIN];
                json!(known[self.below(known.len())])
            }
            "Float" => json!([0.0, -0.0, 1.5, f64::MAX, f64::MIN_POSITIVE][self.below(5)]),
            "Boolean" => json!(self.one_in(2)),
            "ID" if !self.one_in(5) => json!(self.ids[self.below(self.ids.len())]),
            "DateTime" if !self.one_in(3) => json!("2026-03-09T01:00:00Z"),
            "Date" if !self.one_in(3) => json!("2026-03-09"),
            "Decimal" if !self.one_in(3) => json!("12.50"),
            "JSON" => json!({ self.text(): [self.text(), 1, null, { "a": self.text() }] }),
            _ => json!(self.text()),
        }
    }

    fn text(&mut self) -> String {
        match self.below(12) {
            0 => "線".repeat(self.below(20_000)),
            1 => (0..self.below(40))
                .map(|_| char::from_u32(self.dice.next_u32() % 0x11_0000).unwrap_or('\u{fffd}'))
                .collect(),
            2 => self.dice.next_u64().to_string(),
            _ => ODD[self.below(ODD.len())].to_owned(),
        }
    }

    pub(super) fn below(&mut self, many: usize) -> usize {
        self.dice.random_range(0..many.max(1))
    }

    fn one_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }
}
