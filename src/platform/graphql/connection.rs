//! Relay connections by keyset: one helper for every list.

use async_graphql::{
    Object, ObjectType, OutputType,
    connection::{Connection, Edge},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use futures_util::future::BoxFuture;
use tokio::sync::OnceCell;
use uuid::Uuid;

use crate::platform::error::{ApiError, ErrorCode, Result};

/// Page size where the client names none.
pub const DEFAULT_PAGE: u64 = 20;
/// The largest page.
pub const MAX_PAGE: u64 = 100;
/// Totals are exact up to this many.
pub const MAX_COUNT: u64 = 10_000;

/// Which page a client asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PageArgs {
    /// How many.
    pub size: u64,
    /// Only what comes after this place.
    pub after: Option<(i64, Uuid)>,
    /// Only what comes before this place.
    pub before: Option<(i64, Uuid)>,
    /// From the end (`last`) instead of the beginning (`first`).
    pub backward: bool,
}

impl PageArgs {
    /// Reads `first`, `after`, `last`, `before`.
    ///
    /// # Errors
    /// `BAD_USER_INPUT` for both directions at once, a size outside 0–100 or a cursor that is not ours.
    pub fn read(first: Option<i32>, after: Option<&str>, last: Option<i32>, before: Option<&str>) -> Result<Self> {
        if first.is_some() && last.is_some() {
            return Err(ApiError::input("last", "Give either `first` or `last`."));
        }
        let field = if last.is_some() { "last" } else { "first" };
        let size = first
            .or(last)
            .map_or(Ok(DEFAULT_PAGE), u64::try_from)
            .unwrap_or(u64::MAX);
        if size > MAX_PAGE {
            return Err(ApiError::input(field, format!("A page has 0 to {MAX_PAGE} entries.")));
        }
        Ok(Self {
            size,
            after: cursor(after, "after")?,
            before: cursor(before, "before")?,
            backward: last.is_some(),
        })
    }
}

/// A page as a query runs it: read backwards, the order is turned round and the cursors change places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// Whether the query's order runs downwards.
    pub descending: bool,
    /// Only what comes after this place in the query's order.
    pub after: Option<(i64, Uuid)>,
    /// Only what comes before this place in the query's order.
    pub before: Option<(i64, Uuid)>,
    /// One more than the page, to know whether more follows.
    pub limit: u64,
}

impl PageArgs {
    /// How to read this page of a list whose own order runs downwards or upwards.
    #[must_use]
    pub fn run(&self, descending: bool) -> Run {
        let limit = self.size + 1;
        if self.backward {
            return Run {
                descending: !descending,
                after: self.before,
                before: self.after,
                limit,
            };
        }
        Run {
            descending,
            after: self.after,
            before: self.before,
            limit,
        }
    }
}

fn cursor(text: Option<&str>, field: &str) -> Result<Option<(i64, Uuid)>> {
    let Some(text) = text else { return Ok(None) };
    let place = URL_SAFE_NO_PAD.decode(text).ok().and_then(|bytes| {
        let bytes: [u8; 24] = bytes.try_into().ok()?;
        let (key, id) = bytes.split_at(8);
        Some((i64::from_be_bytes(key.try_into().ok()?), Uuid::from_slice(id).ok()?))
    });
    place
        .map(Some)
        .ok_or_else(|| ApiError::because(ErrorCode::BadUserInput, "This cursor is not ours.").at(field))
}

/// The cursor of a place in an order.
#[must_use]
pub fn encode_cursor(key: i64, id: Uuid) -> String {
    URL_SAFE_NO_PAD.encode([key.to_be_bytes().as_slice(), id.as_bytes()].concat())
}

/// A page as a store returns it: rows with their places, in the order of the list.
#[derive(Debug, Clone)]
pub struct Page<T> {
    /// The rows.
    pub rows: Vec<(i64, Uuid, T)>,
    /// Whether more follows.
    pub has_next: bool,
    /// Whether something comes before.
    pub has_previous: bool,
}

impl<T> Page<T> {
    /// Cuts what was read with a limit of one more than the page; rows read backwards are turned round.
    #[must_use]
    pub fn cut(mut rows: Vec<(i64, Uuid, T)>, args: &PageArgs) -> Self {
        let size = usize::try_from(args.size).unwrap_or(usize::MAX);
        let more = rows.len() > size;
        rows.truncate(size);
        if args.backward {
            rows.reverse();
            return Self {
                rows,
                has_next: args.before.is_some(),
                has_previous: more,
            };
        }
        Self {
            rows,
            has_next: more,
            has_previous: args.after.is_some(),
        }
    }

    /// The page of a short list that is in memory already, in its own upward order.
    #[must_use]
    pub fn slice(rows: Vec<(i64, Uuid, T)>, args: &PageArgs) -> Self {
        let run = args.run(false);
        let later = |place: (i64, Uuid), bound: (i64, Uuid)| if run.descending { place < bound } else { place > bound };
        let mut rows: Vec<_> = rows
            .into_iter()
            .filter(|(key, id, _)| run.after.is_none_or(|bound| later((*key, *id), bound)))
            .filter(|(key, id, _)| run.before.is_none_or(|bound| later(bound, (*key, *id))))
            .collect();
        rows.sort_by_key(|(key, id, _)| (*key, *id));
        if run.descending {
            rows.reverse();
        }
        Self::cut(rows, args)
    }

    /// The same page of something else.
    pub fn map<U>(self, mut change: impl FnMut(T) -> U) -> Page<U> {
        self.filter_map(|row| Some(change(row)))
    }

    /// The same page of something else.
    ///
    /// # Errors
    /// The first error of `change`.
    pub fn try_map<U>(self, mut change: impl FnMut(T) -> Result<U>) -> Result<Page<U>> {
        let rows: Result<_> = self
            .rows
            .into_iter()
            .map(|(key, id, row)| Ok((key, id, change(row)?)))
            .collect();
        Ok(Page {
            rows: rows?,
            has_next: self.has_next,
            has_previous: self.has_previous,
        })
    }

    /// The same page of something else; what has nothing to show is left out.
    pub fn filter_map<U>(self, mut change: impl FnMut(T) -> Option<U>) -> Page<U> {
        let rows = self
            .rows
            .into_iter()
            .filter_map(|(key, id, row)| Some((key, id, change(row)?)))
            .collect();
        Page {
            rows,
            has_next: self.has_next,
            has_previous: self.has_previous,
        }
    }
}

/// A total and whether it is exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Total {
    /// How many, at most [`MAX_COUNT`].
    pub count: i32,
    /// Whether there are not more than that.
    pub exact: bool,
}

impl Total {
    /// From a count that stopped at one above [`MAX_COUNT`].
    #[must_use]
    pub fn of(found: u64) -> Self {
        Self {
            count: i32::try_from(found.min(MAX_COUNT)).unwrap_or(i32::MAX),
            exact: found <= MAX_COUNT,
        }
    }
}

type Counting = BoxFuture<'static, Result<u64>>;

/// How many entries a list has in all; counted when it is asked for.
pub struct Totals {
    count: Box<dyn Fn() -> Counting + Send + Sync>,
    counted: OnceCell<Total>,
}

impl Totals {
    async fn total(&self) -> Result<Total> {
        self.counted
            .get_or_try_init(|| async { (self.count)().await.map(Total::of) })
            .await
            .copied()
    }
}

#[Object]
impl Totals {
    /// How many entries there are that the viewer can see, counted up to 10,000.
    async fn total_count(&self) -> Result<i32> {
        Ok(self.total().await?.count)
    }

    /// Whether `totalCount` is exact; false means there are more.
    async fn total_count_is_exact(&self) -> Result<bool> {
        Ok(self.total().await?.exact)
    }
}

/// The connection of a page; `count` counts up to one more than [`MAX_COUNT`] and runs only when a total is selected.
pub fn connection<T, N>(
    page: Page<T>,
    count: impl Fn() -> Counting + Send + Sync + 'static,
) -> Connection<String, N, Totals>
where
    N: OutputType + ObjectType + From<T>,
{
    let totals = Totals {
        count: Box::new(count),
        counted: OnceCell::new(),
    };
    connection_with(page, totals)
}

/// The connection of a page with fields of its own in the place of a total.
pub fn connection_with<T, N, F>(page: Page<T>, fields: F) -> Connection<String, N, F>
where
    N: OutputType + ObjectType + From<T>,
    F: ObjectType,
{
    let mut connection = Connection::with_additional_fields(page.has_previous, page.has_next, fields);
    connection.edges.extend(
        page.rows
            .into_iter()
            .map(|(key, id, row)| Edge::new(encode_cursor(key, id), N::from(row))),
    );
    connection
}
