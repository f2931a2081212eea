//! The forms in which a client takes an answer.

use super::{EVENTS, JSON, RESPONSE_JSON};

/// The form in which the client wants its answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::server) enum Media {
    /// The specification's own: the status says what became of the request.
    Response,
    /// The older one: a request that was understood is answered with 200, whatever became of it.
    Json,
    /// Server-Sent Events: as many answers as there are.
    Events,
}

impl Media {
    /// The media type; of a request that was refused before it ran, where the client wants events.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Response => RESPONSE_JSON,
            Self::Json | Self::Events => JSON,
        }
    }

    /// The best of what the client accepts; `None` where it accepts none of them. Without a word, the older one.
    pub(super) fn of(accept: &str) -> Option<Self> {
        let mut best = None;
        for (media, quality) in accepted(accept) {
            if quality > best.map_or(0.0, |(_, quality)| quality) {
                best = Some((media, quality));
            }
        }
        best.map(|(media, _)| media)
    }

    /// Whether the client takes events at all, be it that it likes others better: what is followed comes in no other form.
    pub(super) fn events_are_taken(accept: &str) -> bool {
        accepted(accept).any(|(media, quality)| media == Self::Events && quality > 0.0)
    }
}

/// What the client accepts of ours, and how much it likes it.
fn accepted(accept: &str) -> impl Iterator<Item = (Media, f32)> {
    accept.split(',').filter_map(|part| {
        let mut words = part.split(';').map(str::trim);
        let media = match words.next().unwrap_or_default().to_ascii_lowercase().as_str() {
            RESPONSE_JSON => Media::Response,
            JSON | "*/*" | "application/*" | "" => Media::Json,
            EVENTS => Media::Events,
            _ => return None,
        };
        let mut quality = 1.0;
        let mut understood = true;
        for word in words {
            match word.split_once('=') {
                Some(("q", value)) => quality = value.parse().unwrap_or(0.0),
                Some(("charset", value)) => understood = value.eq_ignore_ascii_case("utf-8"),
                _ => {}
            }
        }
        understood.then_some((media, quality))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_of_what_is_accepted_is_chosen() {
        for (accept, media) in [
            ("application/json", Some(Media::Json)),
            ("application/graphql-response+json", Some(Media::Response)),
            (
                "application/graphql-response+json; charset=utf-8, application/json; charset=utf-8",
                Some(Media::Response),
            ),
            (
                "application/json;q=0.9, application/graphql-response+json;q=0.4",
                Some(Media::Json),
            ),
            ("*/*", Some(Media::Json)),
            ("text/html", None),
            ("application/json; charset=iso-8859-1", None),
            ("application/graphql-response+json;q=0", None),
            ("text/event-stream", Some(Media::Events)),
            ("application/json, text/event-stream", Some(Media::Json)),
        ] {
            assert_eq!(Media::of(accept), media, "{accept}");
        }
    }

    #[test]
    fn events_are_taken_where_they_stand_among_others() {
        assert!(Media::events_are_taken(
            "application/graphql-response+json, application/json, text/event-stream, multipart/mixed"
        ));
        for other in ["application/json", "*/*", "text/event-stream;q=0", ""] {
            assert!(!Media::events_are_taken(other), "{other}");
        }
    }
}
