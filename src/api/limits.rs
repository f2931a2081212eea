//! How large a document may be: nesting, cost, root fields, directives. Measured on the parsed document before anything
//! else looks at it, because a few hundred bytes of fragments can stand for a billion fields.
//!
//! Cost: one a field, times the page size below a list. A fragment is measured once however often it is spread.

use std::collections::{HashMap, HashSet};

use async_graphql::{
    Name, Positioned, Value, Variables,
    parser::types::{ExecutableDocument, Field, FragmentDefinition, OperationType, Selection, SelectionSet},
    registry::{MetaType, MetaTypeName, Registry},
};

use crate::platform::{
    config::Config,
    error::{ApiError, ErrorCode, Result},
    graphql::connection::{DEFAULT_PAGE, MAX_PAGE},
};

/// What a list without pages is reckoned to hold.
const UNPAGED: usize = 10;
/// Lists within lists of the introspection's types: with more, a schema answers without end.
const INTROSPECTION_LISTS: usize = 3;
/// Brackets within brackets that the parser is trusted with.
const BRACKETS: usize = 128;
/// Entries of a list in an input, whatever the field is.
const ENTRIES: usize = 1_000;
/// A page that is no connection: of `first` changes, and of as many as there may be where nothing is said.
const CHANGE_PAGE: &str = "ChangePage";
/// Fragments and fields within each other, whatever the setting for fields is.
const LEVELS: usize = 64;

/// The limits of a document.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    depth: usize,
    complexity: usize,
    root_fields: usize,
    directives: usize,
}

impl From<&Config> for Limits {
    fn from(config: &Config) -> Self {
        Self {
            depth: config.limit_depth,
            complexity: config.limit_complexity,
            root_fields: config.limit_root_fields,
            directives: config.limit_directives,
        }
    }
}

fn exceeded(what: &str, limit: usize) -> ApiError {
    ApiError::because(ErrorCode::LimitExceeded, format!("{what}; the limit is {limit}."))
}

/// Refuses a text whose brackets are nested so deeply that the parser would run out of stack.
pub(super) fn check_brackets(query: &str) -> Result<()> {
    let mut open = 0_usize;
    for byte in query.bytes() {
        match byte {
            b'{' | b'[' | b'(' => open += 1,
            b'}' | b']' | b')' => open = open.saturating_sub(1),
            _ => {}
        }
        if open > BRACKETS {
            return Err(exceeded("Too many brackets within brackets", BRACKETS));
        }
    }
    Ok(())
}

/// Refuses a document that is larger than the limits; what the operation costs that would run, at least 1.
pub(super) fn check(
    limits: Limits,
    registry: &Registry,
    document: &ExecutableDocument,
    variables: &Variables,
    named: Option<&str>,
) -> Result<usize> {
    variables.values().try_for_each(check_lists)?;
    let directives = directives(document);
    if directives > limits.directives {
        return Err(exceeded("Too many directives", limits.directives));
    }
    let mut scale = Scale {
        registry,
        document,
        variables,
        with_default: with_default(document),
        fragments: HashMap::new(),
    };
    let mut cost = 1;
    for (name, operation) in document.operations.iter() {
        let root = match operation.node.ty {
            OperationType::Query => Some(&registry.query_type),
            OperationType::Mutation => registry.mutation_type.as_ref(),
            OperationType::Subscription => registry.subscription_type.as_ref(),
        };
        let root = root.and_then(|name| registry.types.get(name));
        let size = scale.set(root, &operation.node.selection_set.node, 0)?;
        if size.width > limits.root_fields {
            return Err(exceeded("Too many root fields", limits.root_fields));
        }
        if size.depth > limits.depth {
            return Err(exceeded("Nested too deeply", limits.depth));
        }
        if size.cost > limits.complexity {
            return Err(exceeded("Too costly", limits.complexity));
        }
        if size.lists >= INTROSPECTION_LISTS {
            return Err(exceeded("Introspection nested too deeply", INTROSPECTION_LISTS));
        }
        // Where none is named there is one, or none runs.
        if name.is_none() || named.is_none() || name.map(Name::as_str) == named {
            cost = cost.max(size.cost);
        }
    }
    Ok(cost)
}

/// Refuses an input with a longer list than any field takes: in the end each entry is a value of some statement.
fn check_lists(value: &Value) -> Result<()> {
    match value {
        Value::List(entries) if entries.len() > ENTRIES => Err(exceeded("Too many entries in a list", ENTRIES)),
        Value::List(entries) => entries.iter().try_for_each(check_lists),
        Value::Object(fields) => fields.values().try_for_each(check_lists),
        Value::Null | Value::Number(_) | Value::String(_) | Value::Boolean(_) | Value::Binary(_) | Value::Enum(_) => {
            Ok(())
        }
    }
}

/// Directives on operations, fragments and everything in them.
fn directives(document: &ExecutableDocument) -> usize {
    fn of(set: &SelectionSet) -> usize {
        let items = set.items.iter().map(|item| match &item.node {
            Selection::Field(field) => field.node.directives.len() + of(&field.node.selection_set.node),
            Selection::FragmentSpread(spread) => spread.node.directives.len(),
            Selection::InlineFragment(inline) => inline.node.directives.len() + of(&inline.node.selection_set.node),
        });
        items.sum()
    }
    let operations = document
        .operations
        .iter()
        .map(|(_, operation)| operation.node.directives.len() + of(&operation.node.selection_set.node));
    let fragments = document
        .fragments
        .values()
        .map(|fragment| fragment.node.directives.len() + of(&fragment.node.selection_set.node));
    operations.chain(fragments).sum()
}

/// The variables to which an operation gives a default.
fn with_default(document: &ExecutableDocument) -> HashSet<&Name> {
    let operations = document.operations.iter().map(|(_, operation)| &operation.node);
    let variables = operations.flat_map(|operation| &operation.variable_definitions);
    let with_default = variables.filter(|variable| variable.node.default_value.is_some());
    with_default.map(|variable| &variable.node.name.node).collect()
}

/// What a field costs by itself. These ask the database for each object anew, so a page of them is dear.
fn own_cost(parent: &str, field: &str) -> usize {
    match (parent, field) {
        ("Mutation", "ingestListings" | "screenListings" | "trainScreeningModel") | ("Query", "previewRulePack") => {
            5_000
        }
        ("Lead", "audience" | "possibleDuplicates" | "authorizedSellerWarnings" | "leadsAlike" | "referralSteps")
        | ("OfflineAction", "guests")
        | ("Purchase", "buyerWarnings")
        | ("Lead", "purchases")
        | ("EvidenceItem", "picturesAlike")
        | ("Fund", "accounts" | "balanceOverTime" | "openSuspense" | "periods")
        | ("Query", "bankStatementPreview" | "bankMatchSuggestions" | "bankReconciliation")
        | ("Query", "subjectNetwork" | "subjectPath" | "importPreview" | "actionSiteMap" | "screeningStatistics") => {
            300
        }
        _ => 1,
    }
}

/// How large a selection is.
#[derive(Debug, Clone, Copy, Default)]
struct Size {
    /// Fields, times the page size below lists.
    cost: usize,
    /// Fields within fields.
    depth: usize,
    /// Fields side by side, fragments opened.
    width: usize,
    /// Lists of types within lists of types.
    lists: usize,
}

impl Size {
    fn beside(self, other: Self) -> Self {
        Self {
            cost: self.cost.saturating_add(other.cost),
            depth: self.depth.max(other.depth),
            width: self.width.saturating_add(other.width),
            lists: self.lists.max(other.lists),
        }
    }
}

struct Scale<'a> {
    registry: &'a Registry,
    document: &'a ExecutableDocument,
    variables: &'a Variables,
    with_default: HashSet<&'a Name>,
    /// Fragments measured; `None` while one is being measured, so that a circle is seen.
    fragments: HashMap<&'a Name, Option<Size>>,
}

impl<'a> Scale<'a> {
    fn set(&mut self, parent: Option<&'a MetaType>, set: &'a SelectionSet, level: usize) -> Result<Size> {
        if level > LEVELS {
            return Err(exceeded("Nested too deeply", LEVELS));
        }
        let mut size = Size::default();
        for item in &set.items {
            size = size.beside(match &item.node {
                Selection::Field(field) => self.field(parent, &field.node, level)?,
                Selection::InlineFragment(inline) => {
                    let on = inline.node.type_condition.as_ref().map(|on| &on.node.on.node);
                    let parent = on.map_or(parent, |on| self.registry.types.get(on.as_str()));
                    self.set(parent, &inline.node.selection_set.node, level + 1)?
                }
                Selection::FragmentSpread(spread) => self.spread(&spread.node.fragment_name.node, level)?,
            });
        }
        Ok(size)
    }

    fn spread(&mut self, name: &'a Name, level: usize) -> Result<Size> {
        match self.fragments.get(name) {
            Some(Some(size)) => return Ok(*size),
            Some(None) => {
                return Err(ApiError::because(
                    ErrorCode::InvalidDocument,
                    "A fragment contains itself.",
                ));
            }
            None => {}
        }
        // An unknown fragment is for the validation to complain about.
        let Some(fragment): Option<&'a Positioned<FragmentDefinition>> = self.document.fragments.get(name) else {
            return Ok(Size::default());
        };
        self.fragments.insert(name, None);
        let parent = self
            .registry
            .types
            .get(fragment.node.type_condition.node.on.node.as_str());
        let size = self.set(parent, &fragment.node.selection_set.node, level + 1)?;
        self.fragments.insert(name, Some(size));
        Ok(size)
    }

    fn field(&mut self, parent: Option<&'a MetaType>, field: &'a Field, level: usize) -> Result<Size> {
        for (_, literal) in &field.arguments {
            // Variables were looked at already.
            let known = literal.node.clone().into_const_with(|_| Ok::<_, ()>(Value::Null));
            known.as_ref().map_or(Ok(()), check_lists)?;
        }
        let name = field.name.node.as_str();
        let meta = parent.and_then(|parent| parent.field_by_name(name));
        let of_type = match name {
            "__schema" => Some("__Schema"),
            "__type" => Some("__Type"),
            _ => meta.map(|meta| MetaTypeName::concrete_typename(&meta.ty)),
        };
        let child = of_type.and_then(|name| self.registry.types.get(name));
        let below = self.set(child, &field.selection_set.node, level + 1)?;
        let introspects = parent.is_some_and(|parent| parent.name().starts_with("__"));
        let entries = match meta {
            Some(meta) if !introspects => self.entries(parent, &meta.ty, field),
            _ => 1,
        };
        let opens = introspects && matches!(name, "fields" | "inputFields" | "interfaces" | "possibleTypes");
        let own = parent.map_or(1, |parent| own_cost(parent.name(), name));
        Ok(Size {
            cost: below.cost.saturating_mul(entries).saturating_add(own),
            depth: below.depth + 1,
            width: 1,
            lists: below.lists + usize::from(opens),
        })
    }

    /// How many objects stand below a field.
    fn entries(&self, parent: Option<&MetaType>, of_type: &str, field: &Field) -> usize {
        let of_connection = |name: &str| name.ends_with("Connection") || name == CHANGE_PAGE;
        if of_connection(MetaTypeName::concrete_typename(of_type)) {
            // As the resolver reads them: whichever of them is not null.
            let mut asked = ["first", "last"].iter().filter_map(|name| self.argument(field, name));
            let asked = asked.find(|asked| *asked != Value::Null);
            let unsaid = match MetaTypeName::concrete_typename(of_type) {
                CHANGE_PAGE => MAX_PAGE,
                _ => DEFAULT_PAGE,
            };
            let page = asked.map_or(unsaid, |value| match value {
                Value::Number(number) => number.as_u64().unwrap_or(MAX_PAGE),
                _ => MAX_PAGE,
            });
            return usize::try_from(page.clamp(1, MAX_PAGE)).unwrap_or(usize::MAX);
        }
        if !MetaTypeName::create(of_type).is_list() || parent.is_some_and(|parent| of_connection(parent.name())) {
            return 1;
        }
        match self.argument(field, "ids") {
            Some(Value::List(ids)) => ids.len().max(1),
            _ => UNPAGED,
        }
    }

    /// An argument's value. A variable that was not sent is null, or its default, which counts as something unknown.
    fn argument(&self, field: &Field, name: &str) -> Option<Value> {
        let unsent = |name: &Name| match self.with_default.contains(name) {
            true => Value::Boolean(false),
            false => Value::Null,
        };
        let sent = |name: &Name| self.variables.get(name).cloned();
        let variable = |name: Name| Ok::<_, ()>(sent(&name).unwrap_or_else(|| unsent(&name)));
        field.get_argument(name)?.node.clone().into_const_with(variable).ok()
    }
}
