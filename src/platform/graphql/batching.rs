//! Loaders that read together what a request asks for one by one.

use std::{
    any::{Any, TypeId},
    collections::HashMap,
    hash::Hash,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering::Relaxed},
    },
    time::Duration,
};

use async_graphql::dataloader::{DataLoader, Loader};
use futures_util::future::BoxFuture;
use tokio::task::yield_now;

/// A loader of one request.
///
/// The library's own starts to read after a pause. Without one it reads too early: its resolvers let others have a turn
/// after every second object of a list, so a page of 50 is read by 25 statements. With one, each level of a document costs
/// that time. This one starts in the first turn in which nobody asked for more.
pub struct Batching<T> {
    loader: DataLoader<Remembering<T>>,
    /// How often it was asked for something.
    asked: Arc<AtomicUsize>,
}

impl<T: Send + Sync + 'static> Batching<T> {
    /// A loader for a request. One that only `reads` is told the same twice without reading again; one that changes
    /// something is not.
    #[must_use]
    pub fn new(loader: T, reads: bool) -> Self {
        let asked = Arc::<AtomicUsize>::default();
        let watched = Arc::clone(&asked);
        let spawn = move |load: BoxFuture<'static, ()>| {
            let asked = Arc::clone(&watched);
            tokio::spawn(async move {
                settled(&asked).await;
                load.await;
            })
        };
        let known = reads.then(Mutex::default);
        Self {
            loader: DataLoader::new(Remembering { loader, known }, spawn).delay(Duration::ZERO),
            asked,
        }
    }

    /// The value of a key, if there is one; shared with all who ask for it.
    ///
    /// # Errors
    /// Whatever the loader says.
    pub async fn load_one<K>(&self, key: K) -> Result<Option<Arc<T::Value>>, T::Error>
    where
        K: Send + Sync + Hash + Eq + Clone + 'static,
        T: Loader<K>,
    {
        self.asked.fetch_add(1, Relaxed);
        self.loader.load_one(key).await
    }

    /// The values of those of the keys that have one.
    ///
    /// # Errors
    /// Whatever the loader says.
    pub async fn load_many<K>(&self, keys: impl IntoIterator<Item = K>) -> Result<HashMap<K, Arc<T::Value>>, T::Error>
    where
        K: Send + Sync + Hash + Eq + Clone + 'static,
        T: Loader<K>,
    {
        self.asked.fetch_add(1, Relaxed);
        self.loader.load_many(keys).await
    }
}

/// What is known of keys of one type; whoever reads more of them holds it, so that none is read twice.
type Values<K, V> = Arc<tokio::sync::Mutex<HashMap<K, Option<Arc<V>>>>>;

/// A loader that reads each key once. The library's cache would read one again that is being read.
struct Remembering<T> {
    loader: T,
    /// The [`Values`] of each type of key; `None` where nothing is remembered.
    known: Option<Mutex<HashMap<TypeId, Box<dyn Any + Send>>>>,
}

impl<T> Remembering<T> {
    fn values<K: Send + 'static, V: Send + Sync + 'static>(&self) -> Option<Values<K, V>> {
        let mut known = self.known.as_ref()?.lock().unwrap_or_else(PoisonError::into_inner);
        let values = known
            .entry(TypeId::of::<K>())
            .or_insert_with(|| Box::new(Values::<K, V>::default()));
        values.downcast_ref::<Values<K, V>>().cloned()
    }
}

impl<K, T> Loader<K> for Remembering<T>
where
    K: Send + Sync + Hash + Eq + Clone + 'static,
    T: Loader<K>,
{
    type Value = Arc<T::Value>;
    type Error = T::Error;

    async fn load(&self, keys: &[K]) -> Result<HashMap<K, Arc<T::Value>>, T::Error> {
        let Some(values) = self.values::<K, T::Value>() else {
            let found = self.loader.load(keys).await?;
            return Ok(found.into_iter().map(|(key, value)| (key, Arc::new(value))).collect());
        };
        let mut values = values.lock().await;
        let unknown: Vec<K> = keys.iter().filter(|key| !values.contains_key(*key)).cloned().collect();
        if !unknown.is_empty() {
            let mut found = self.loader.load(&unknown).await?;
            values.extend(unknown.into_iter().map(|key| {
                let value = found.remove(&key).map(Arc::new);
                (key, value)
            }));
        }
        let known = keys
            .iter()
            .filter_map(|key| Some((key.clone(), values.get(key)?.clone()?)));
        Ok(known.collect())
    }
}

/// Waits for a turn in which nothing more was asked for.
async fn settled(asked: &AtomicUsize) {
    loop {
        let before = asked.load(Relaxed);
        yield_now().await;
        if asked.load(Relaxed) == before {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use async_graphql::{Context, EmptyMutation, EmptySubscription, Object, Request, Schema};

    use super::*;

    /// Doubles numbers, and keeps how many it was given at a time.
    struct Doubles(Arc<Mutex<Vec<usize>>>);

    impl Loader<i32> for Doubles {
        type Value = i32;
        type Error = async_graphql::Error;

        async fn load(&self, keys: &[i32]) -> Result<HashMap<i32, i32>, Self::Error> {
            self.0.lock().unwrap().push(keys.len());
            yield_now().await;
            Ok(keys.iter().map(|key| (*key, key * 2)).collect())
        }
    }

    struct Number(i32);

    #[Object]
    impl Number {
        async fn double(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<Arc<i32>>> {
            ctx.data::<Batching<Doubles>>()?.load_one(self.0).await
        }

        async fn next(&self) -> Number {
            Number(self.0 + 1_000)
        }
    }

    struct Query;

    #[Object]
    impl Query {
        async fn numbers(&self) -> Vec<Number> {
            (0..100).map(Number).collect()
        }
    }

    /// How many keys each reading of a document had.
    async fn readings(document: &str, reads: bool) -> Vec<usize> {
        let given = Arc::<Mutex<Vec<usize>>>::default();
        let loader = Batching::new(Doubles(Arc::clone(&given)), reads);
        let schema = Schema::new(Query, EmptyMutation, EmptySubscription);
        let answer = schema.execute(Request::new(document).data(loader)).await;
        assert!(answer.errors.is_empty(), "{:?}", answer.errors);
        std::mem::take(&mut *given.lock().unwrap())
    }

    #[tokio::test]
    async fn a_page_is_read_at_once_on_each_level() {
        assert_eq!(readings("{ numbers { double } }", true).await, [100]);
        assert_eq!(
            readings("{ numbers { double next { double next { double } } } }", true).await,
            [300]
        );
    }

    #[tokio::test]
    async fn what_is_being_read_is_not_read_again() {
        let given = Arc::<Mutex<Vec<usize>>>::default();
        let loader = Batching::new(Doubles(Arc::clone(&given)), true);
        let later = async {
            while given.lock().unwrap().is_empty() {
                yield_now().await;
            }
            loader.load_many([4, 5]).await.unwrap()
        };
        let (first, later) = tokio::join!(loader.load_one(4), later);
        assert_eq!(
            (first.unwrap(), later),
            (Some(Arc::new(8)), HashMap::from([(4, Arc::new(8)), (5, Arc::new(10))]))
        );
        assert_eq!(*given.lock().unwrap(), [1, 1], "5 alone is read the second time");
    }

    #[tokio::test]
    async fn what_was_read_is_remembered_only_where_nothing_changes() {
        let twice = async |reads| {
            let given = Arc::<Mutex<Vec<usize>>>::default();
            let loader = Batching::new(Doubles(Arc::clone(&given)), reads);
            for _ in 0..2 {
                assert_eq!(loader.load_one(4).await.unwrap().as_deref(), Some(&8));
                assert_eq!(*loader.load_many([4]).await.unwrap()[&4], 8);
            }
            given.lock().unwrap().len()
        };
        assert_eq!((twice(true).await, twice(false).await), (1, 4));
    }
}
