//! Loaders by nothing but an id: what belongs to something that was seen is seen with it.

use std::collections::HashMap;

use uuid::Uuid;

/// What a loader knows by an id: `known! { FundLoader; /// A hold. HoldKey => HoldRow, |app, ids| … }` makes of each line a
/// key and reads with the expression, which gives pairs of an id and its value. The loader is a tuple of an `Arc<App>`.
#[macro_export]
macro_rules! known {
    ($loader:ident; $($(#[doc = $doc:literal])+ $key:ident => $value:ty, |$app:ident, $ids:ident| $rows:expr;)+) => {$(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub(super) struct $key(pub(super) uuid::Uuid);

        impl async_graphql::dataloader::Loader<$key> for $loader {
            type Value = $value;
            type Error = $crate::platform::error::ApiError;

            async fn load(
                &self,
                keys: &[$key],
            ) -> $crate::platform::error::Result<std::collections::HashMap<$key, $value>> {
                let $app = &self.0;
                let $ids: Vec<uuid::Uuid> = keys.iter().map(|key| key.0).collect();
                let rows: Vec<(uuid::Uuid, $value)> = $rows;
                Ok(rows.into_iter().map(|(id, row)| ($key(id), row)).collect())
            }
        }
    )+};
}

/// Gathers rows under the id of what they belong to, each list in the order of the rows.
#[must_use]
pub fn gathered<T>(rows: impl IntoIterator<Item = (Uuid, T)>) -> Vec<(Uuid, Vec<T>)> {
    let mut lists: HashMap<Uuid, Vec<T>> = HashMap::new();
    for (id, row) in rows {
        lists.entry(id).or_default().push(row);
    }
    lists.into_iter().collect()
}
