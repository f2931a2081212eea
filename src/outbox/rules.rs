//! The text by which a client says how far it has come.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

use crate::platform::error::{ApiError, Result};

/// Which kind of cursor this is; another one would begin with another byte.
const VERSION: u8 = 1;
/// Bytes of a cursor: the version and a position.
const LENGTH: usize = 9;

/// The cursor of an event's position. It has no signature: whoever changes it hears from elsewhere on what it may hear.
#[must_use]
pub fn cursor(position: i64) -> String {
    let mut bytes = vec![VERSION];
    bytes.extend(position.to_be_bytes());
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The position of a cursor where the latest event stands at `head`.
///
/// # Errors
/// `BAD_USER_INPUT` at `after` for what is no cursor of ours, or one beyond all events.
pub fn position(cursor: &str, head: i64) -> Result<i64> {
    decode(cursor)
        .filter(|position| (0..=head).contains(position))
        .ok_or_else(|| ApiError::input("after", "This is no cursor of an activity."))
}

fn decode(text: &str) -> Option<i64> {
    let bytes: [u8; LENGTH] = URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok()?;
    let (version, position) = bytes.split_first()?;
    (*version == VERSION).then_some(i64::from_be_bytes(position.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::platform::error::ErrorCode;

    #[test]
    fn what_is_no_cursor_or_lies_beyond_the_events_is_refused() {
        let longer = format!("{}AA", cursor(1));
        let made_up = ["", "AQ", "not base64!"].map(str::to_owned);
        for text in made_up.into_iter().chain([cursor(-1), cursor(6), longer]) {
            assert_eq!(
                position(&text, 5).map_err(|error| error.code),
                Err(ErrorCode::BadUserInput),
                "{text}"
            );
        }
        assert_eq!(position(&cursor(5), 5).ok(), Some(5));
        assert_eq!(position(&cursor(0), 5).ok(), Some(0));
    }

    proptest! {
        #[test]
        fn a_cursor_comes_back_as_it_went(at in 0..i64::MAX) {
            prop_assert_eq!(position(&cursor(at), at).ok(), Some(at));
        }
    }
}
