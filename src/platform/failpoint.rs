//! Places at which a test lets the process die as a machine does that loses its power: nothing of it runs after that.
//!
//! `TOUCHSTONE_TEST_DIES_AT=command.recorded:17` ends it when that place is reached for the 17th time. Only builds with
//! debug assertions or the feature `failpoints` know these places; in the others the function is empty and the variable
//! is not read.

/// Dies here where a test says so.
#[cfg(any(debug_assertions, feature = "failpoints"))]
pub fn reached(place: &str) {
    armed::reached(place);
}

/// Nothing at all.
#[cfg(not(any(debug_assertions, feature = "failpoints")))]
#[inline(always)]
pub fn reached(_place: &str) {}

#[cfg(any(debug_assertions, feature = "failpoints"))]
mod armed {
    use std::{
        process,
        sync::{
            LazyLock,
            atomic::{AtomicU32, Ordering},
        },
    };

    struct Armed {
        place: String,
        /// How often the place may still be passed.
        left: AtomicU32,
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "where a test's process dies is no setting of the product"
    )]
    static ARMED: LazyLock<Option<Armed>> = LazyLock::new(|| parsed(&std::env::var("TOUCHSTONE_TEST_DIES_AT").ok()?));

    fn parsed(text: &str) -> Option<Armed> {
        let (place, times) = text.split_once(':')?;
        Some(Armed {
            place: place.to_owned(),
            left: AtomicU32::new(times.parse::<u32>().ok()?.checked_sub(1)?),
        })
    }

    pub(super) fn reached(place: &str) {
        if ARMED.as_ref().is_some_and(|armed| armed.is_over(place)) {
            process::abort();
        }
    }

    impl Armed {
        fn is_over(&self, place: &str) -> bool {
            let passed = |left: u32| left.checked_sub(1);
            self.place == place
                && self
                    .left
                    .fetch_update(Ordering::SeqCst, Ordering::SeqCst, passed)
                    .is_err()
        }
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn the_place_is_passed_as_often_as_was_said_before() {
            let armed = parsed("relay.numbered:3").unwrap();
            assert!(!armed.is_over("sealer.linked"));
            let passes: Vec<bool> = (0..4).map(|_| armed.is_over("relay.numbered")).collect();
            assert_eq!(passes, [false, false, true, true]);
        }

        #[test]
        fn what_cannot_be_read_arms_nothing() {
            for text in ["", "relay", "relay:", "relay:0", "relay:-1"] {
                assert!(parsed(text).is_none(), "{text}");
            }
        }
    }
}
