//! Objects that know most of their fields at once.
//!
//! The library gives every field of every object a future of its own, on the heap, also where there is nothing to wait for.
//! On a page of 50 leads that was most of the server's work. [`Plain`] answers such fields on the spot, and only the rest
//! as the library does.

use std::{borrow::Cow, ops::Deref};

use async_graphql::{
    ContextSelectionSet, Name, ObjectType, OutputType, Positioned, ServerResult, Value,
    indexmap::IndexMap,
    parser::types::{Field, Selection, SelectionSet},
    registry::Registry,
    resolver_utils::{ContainerType, resolve_container},
};
use futures_util::future::{BoxFuture, join_all};

/// An object that knows some of its fields without waiting.
pub trait Known {
    /// The value of a field, exactly as the resolver of that name would answer; `None` where that one has to be asked.
    fn known(&self, field: &str) -> Option<Value>;

    /// Told when it goes into an answer; what is only read, to be counted or compared, is not shown to anybody.
    fn shown(&self) {}
}

/// An object whose [`Known`] fields are answered at once.
#[derive(Debug, Clone)]
pub struct Plain<T>(pub T);

impl<T> Deref for Plain<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Known + ObjectType> OutputType for Plain<T> {
    fn type_name() -> Cow<'static, str> {
        T::type_name()
    }

    fn create_type_info(registry: &mut Registry) -> String {
        T::create_type_info(registry)
    }

    async fn resolve(&self, ctx: &ContextSelectionSet<'_>, _: &Positioned<Field>) -> ServerResult<Value> {
        self.0.shown();
        let mut fields = Vec::with_capacity(ctx.item.node.items.len());
        if !collect::<T>(ctx, &ctx.item.node, &mut fields) {
            return resolve_container(ctx, &self.0).await;
        }
        let mut object = IndexMap::with_capacity(fields.len());
        let mut rest = Vec::new();
        for field in fields {
            match self.0.known(&field.node.name.node) {
                Some(value) => {
                    object.insert(field.node.response_key().node.clone(), value);
                }
                None => rest.push(field),
            }
        }
        let rest = rest.into_iter().map(|field| self.ask(ctx, field));
        for answer in join_all(rest).await {
            match answer {
                Ok((key, value)) => {
                    object.insert(key, value);
                }
                Err(error) => ctx.add_error(error),
            }
        }
        Ok(match object.is_empty() {
            true => Value::Null,
            false => Value::Object(object),
        })
    }
}

impl<T: ObjectType> Plain<T> {
    /// A field by its resolver. Boxed, because objects hold others of their own type.
    fn ask<'a>(
        &'a self,
        ctx: &'a ContextSelectionSet<'a>,
        field: &'a Positioned<Field>,
    ) -> BoxFuture<'a, ServerResult<(Name, Value)>> {
        Box::pin(async move {
            let value = self.0.resolve_field(&ctx.with_field(field)).await?;
            Ok((field.node.response_key().node.clone(), value.unwrap_or_default()))
        })
    }
}

impl<T: Known + ObjectType> ContainerType for Plain<T> {
    async fn resolve_field(&self, ctx: &async_graphql::Context<'_>) -> ServerResult<Option<Value>> {
        self.0.resolve_field(ctx).await
    }
}

impl<T: Known + ObjectType> ObjectType for Plain<T> {}

/// Collects the fields that are selected, those of fragments on this very type included. `false` where the library has to
/// do it: for directives, other types' fragments, `__typename`, and what is selected twice and has to be merged.
fn collect<'a, T: OutputType>(
    ctx: &ContextSelectionSet<'a>,
    set: &'a SelectionSet,
    fields: &mut Vec<&'a Positioned<Field>>,
) -> bool {
    let is_own = |on: &Name| on.as_str() == T::type_name();
    set.items.iter().all(|selection| match &selection.node {
        Selection::Field(field) => {
            let key = &field.node.response_key().node;
            let is_simple = field.node.directives.is_empty()
                && field.node.name.node != "__typename"
                && fields.iter().all(|other| other.node.response_key().node != *key);
            fields.push(field);
            is_simple
        }
        Selection::InlineFragment(inline) => {
            let on = inline.node.type_condition.as_ref();
            inline.node.directives.is_empty()
                && on.is_none_or(|on| is_own(&on.node.on.node))
                && collect::<T>(ctx, &inline.node.selection_set.node, fields)
        }
        Selection::FragmentSpread(spread) => {
            let fragments = &ctx.query_env.fragments;
            spread.node.directives.is_empty()
                && fragments.get(&spread.node.fragment_name.node).is_some_and(|fragment| {
                    is_own(&fragment.node.type_condition.node.on.node)
                        && collect::<T>(ctx, &fragment.node.selection_set.node, fields)
                })
        }
    })
}

#[cfg(test)]
mod tests {
    use async_graphql::{EmptyMutation, EmptySubscription, InputType as _, Object, Schema};

    use super::*;

    /// Answers its known fields otherwise than its resolvers do, so that one sees who was asked.
    struct Thing;

    impl Known for Thing {
        fn known(&self, field: &str) -> Option<Value> {
            (field == "name").then(|| "known".to_owned().to_value())
        }
    }

    #[Object]
    impl Thing {
        async fn name(&self) -> &str {
            "resolved"
        }

        async fn more(&self) -> Plain<Thing> {
            Plain(Thing)
        }

        async fn broken(&self) -> async_graphql::Result<i32> {
            Err("broken".into())
        }

        async fn maybe(&self) -> Option<Plain<Thing>> {
            None
        }
    }

    struct Query;

    #[Object]
    impl Query {
        async fn thing(&self) -> Option<Plain<Thing>> {
            Some(Plain(Thing))
        }
    }

    async fn answer(document: &str) -> String {
        let schema = Schema::new(Query, EmptyMutation, EmptySubscription);
        serde_json::to_string(&schema.execute(document).await).unwrap()
    }

    #[tokio::test]
    async fn known_fields_are_answered_at_once_also_within_fragments() {
        for document in [
            "{ thing { name } }",
            "{ thing { ...F } } fragment F on Thing { name }",
            "{ thing { ... on Thing { ... { name } } } }",
        ] {
            assert_eq!(
                answer(document).await,
                r#"{"data":{"thing":{"name":"known"}}}"#,
                "{document}"
            );
        }
        let document = "{ thing { called: name more { name } maybe { name } } }";
        let expected = r#"{"data":{"thing":{"called":"known","more":{"name":"known"},"maybe":null}}}"#;
        assert_eq!(answer(document).await, expected);
    }

    #[tokio::test]
    async fn what_is_not_simple_is_left_to_the_library() {
        for (document, expected) in [
            (
                "{ thing { __typename name } }",
                r#"{"__typename":"Thing","name":"resolved"}"#,
            ),
            (
                "{ thing { more { called: name } more { name } } }",
                r#"{"more":{"called":"known","name":"known"}}"#,
            ),
        ] {
            let expected = format!(r#"{{"data":{{"thing":{expected}}}}}"#);
            assert_eq!(answer(document).await, expected, "{document}");
        }
    }

    #[tokio::test]
    async fn an_error_is_told_as_the_library_tells_it() {
        let at_once = answer("{ thing { name broken } }").await;
        let by_library = answer("{ thing { name broken __typename } }").await;
        let by_library = by_library
            .replace("resolved", "known")
            .replace(r#","__typename":"Thing""#, "");
        assert_eq!(at_once, by_library);
        assert!(at_once.contains(r#""path":["thing","broken"]"#), "{at_once}");
    }
}
