//! Pages by keyset over a plain table, oldest first, for lists that no audience narrows.

use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter as _, QueryOrder as _, QuerySelect as _, Select, sea_query::Order,
};

use crate::platform::graphql::connection::PageArgs;

/// Narrows `query` to the page that `args` ask for, with one row more to see whether something follows. Rows asked from
/// the end come backwards; [`Page::cut`](crate::platform::graphql::connection::Page::cut) turns them round.
pub fn keyset<E: EntityTrait>(query: Select<E>, key: E::Column, id: E::Column, args: &PageArgs) -> Select<E> {
    let order = if args.backward { Order::Desc } else { Order::Asc };
    let mut query = query
        .order_by(key, order.clone())
        .order_by(id, order)
        .limit(args.size + 1);
    if let Some((at, last)) = args.after {
        let beyond = Condition::all().add(key.eq(at)).add(id.gt(last));
        query = query.filter(Condition::any().add(key.gt(at)).add(beyond));
    }
    if let Some((at, first)) = args.before {
        let before = Condition::all().add(key.eq(at)).add(id.lt(first));
        query = query.filter(Condition::any().add(key.lt(at)).add(before));
    }
    query
}
