//! What moves in a feed, and what a cursor says. Pure.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use jiff::SignedDuration;
use uuid::Uuid;

use crate::{
    outbox::Event,
    platform::{
        error::{ApiError, ErrorCode, Result},
        ids::{self, IdKind},
    },
};

/// Most changes of one page.
pub const MOST: u64 = 100;
/// How long it is remembered that an object is gone.
pub const REMEMBERED: SignedDuration = SignedDuration::from_hours(30 * 24);
/// How long a feed goes without being compared with what the account sees, whatever happens.
pub const COMPARED_EVERY: SignedDuration = SignedDuration::from_hours(24);
/// The first byte of every cursor.
const VERSION: u8 = 1;
/// Bytes of a cursor: its version, the account, two places.
const LENGTH: usize = 1 + 16 + 8 + 8;

/// The kinds of object of which feeds tell, those that others belong to first.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    strum::IntoStaticStr,
    strum::EnumString,
    strum::VariantArray,
)]
#[strum(serialize_all = "lowercase")]
pub enum ChangeKind {
    /// A lead.
    Lead,
    /// An item of a lead.
    Item,
    /// A delivery of a lead.
    Delivery,
    /// A comment on a lead.
    Comment,
}

impl ChangeKind {
    /// The kind's code in the database, which is that of its audience.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The kind of its public id.
    #[must_use]
    pub fn id_kind(self) -> IdKind {
        match self {
            Self::Lead => IdKind::Lead,
            Self::Item => IdKind::Item,
            Self::Delivery => IdKind::Delivery,
            Self::Comment => IdKind::Comment,
        }
    }
}

/// An object of which a feed tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Object {
    /// Its kind.
    pub kind: ChangeKind,
    /// Its id.
    pub id: Uuid,
}

impl Object {
    /// An object of a kind.
    #[must_use]
    pub fn of(kind: ChangeKind, id: Uuid) -> Self {
        Self { kind, id }
    }
}

/// An object that gets the feed's next place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    /// The object.
    pub object: Object,
    /// The lead it belongs to; itself for a lead.
    pub root: Uuid,
    /// Whether it is gone.
    pub gone: bool,
}

/// What the events of a batch changed, as far as the account may learn of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Touched {
    objects: BTreeSet<Object>,
    /// Leads to which something happened as a whole: that may have closed any of their deliveries.
    leads: BTreeSet<Uuid>,
}

impl Touched {
    /// Adds what an event changed that the account may learn of.
    pub fn add(&mut self, event: &Event) {
        self.objects.insert(Object::of(ChangeKind::Lead, event.root));
        let delivery = named(event, "delivery", IdKind::Delivery).map(|id| Object::of(ChangeKind::Delivery, id));
        let comment = named(event, "comment", IdKind::Comment).map(|id| Object::of(ChangeKind::Comment, id));
        if delivery.is_none() && comment.is_none() {
            self.leads.insert(event.root);
        }
        self.objects.extend(delivery.into_iter().chain(comment));
    }

    fn has(&self, object: Object, root: Uuid) -> bool {
        self.objects.contains(&object) || (object.kind == ChangeKind::Delivery && self.leads.contains(&root))
    }
}

/// The id that an event carries under a name.
fn named(event: &Event, name: &str, kind: IdKind) -> Option<Uuid> {
    ids::decode_as(kind, event.payload.get(name)?.as_str()?).ok()
}

/// The leads of some events, each once, in the order of the last event of each.
#[must_use]
pub fn roots(events: &[(i64, Event)]) -> Vec<Uuid> {
    let mut known = BTreeSet::new();
    let mut roots: Vec<Uuid> = events.iter().rev().map(|(_, event)| event.root).collect();
    roots.retain(|root| known.insert(*root));
    roots.reverse();
    roots
}

/// What the account was told of an object: its lead, and whether it is gone.
pub type Told = (Uuid, bool);

/// What moves within some leads, in that order of theirs: what is seen and was not told, what is seen and changed, what
/// was told and is not seen any more. `seen` has the lead of each object.
#[must_use]
pub fn moves(
    roots: &[Uuid],
    touched: &Touched,
    seen: &BTreeMap<Object, Uuid>,
    told: &BTreeMap<Object, Told>,
) -> Vec<Move> {
    let mut moves = Vec::new();
    for (object, root) in seen {
        let is_known = told.get(object).is_some_and(|(_, gone)| !gone);
        if !is_known || touched.has(*object, *root) {
            moves.push(Move {
                object: *object,
                root: *root,
                gone: false,
            });
        }
    }
    for (object, (root, gone)) in told {
        if !gone && !seen.contains_key(object) {
            moves.push(Move {
                object: *object,
                root: *root,
                gone: true,
            });
        }
    }
    let order: HashMap<Uuid, usize> = roots.iter().enumerate().map(|(at, root)| (*root, at)).collect();
    moves.sort_by_key(|moved| (order.get(&moved.root).copied(), moved.object));
    moves
}

/// A place in the feed of an account, as clients carry it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// The account.
    pub account: Uuid,
    /// The last place that was read.
    pub place: i64,
    /// The feed's last place when the client began without a cursor. Of what was gone by then it need not be told.
    pub begun: i64,
}

impl Cursor {
    /// The cursor as text; nothing in it is a secret, and it is good for its own account only.
    #[must_use]
    pub fn encode(self) -> String {
        let mut bytes = Vec::with_capacity(LENGTH);
        bytes.push(VERSION);
        bytes.extend(self.account.as_bytes());
        bytes.extend(self.place.to_be_bytes());
        bytes.extend(self.begun.to_be_bytes());
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// The cursor behind a text; `None` where it is none of ours.
    #[must_use]
    pub fn decode(text: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        let bytes: [u8; LENGTH] = bytes.try_into().ok()?;
        let (version, rest) = bytes.split_first()?;
        let (account, places) = rest.split_at(16);
        let (place, begun) = places.split_at(8);
        let cursor = Self {
            account: Uuid::from_slice(account).ok()?,
            place: i64::from_be_bytes(place.try_into().ok()?),
            begun: i64::from_be_bytes(begun.try_into().ok()?),
        };
        (*version == VERSION && cursor.place >= 0 && cursor.begun >= 0).then_some(cursor)
    }
}

/// From where an account reads its feed, whose last place is `head` and of which tombstones up to `floor` may be
/// forgotten.
///
/// # Errors
/// `BAD_USER_INPUT` for a cursor that is not ours, of another account, or beyond the feed; `CURSOR_EXPIRED` where
/// something may be gone of which nobody knows any more.
pub fn begin(since: Option<&str>, account: Uuid, head: i64, floor: i64) -> Result<Cursor> {
    let Some(text) = since else {
        return Ok(Cursor {
            account,
            place: 0,
            begun: head,
        });
    };
    let ours = |cursor: &Cursor| cursor.account == account && cursor.place <= head && cursor.begun <= head;
    let cursor = Cursor::decode(text).filter(ours);
    let cursor = cursor.ok_or_else(|| ApiError::input("since", "This is no cursor of this account's feed."))?;
    if cursor.place.max(cursor.begun) < floor {
        return Err(ErrorCode::CursorExpired.into());
    }
    Ok(cursor)
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};
    use serde_json::json;

    use super::*;

    fn id(number: u8) -> Uuid {
        Uuid::from_u128(number.into())
    }

    fn event(root: u8, payload: serde_json::Value) -> Event {
        Event {
            id: id(200),
            kind: "UPDATED".to_owned(),
            root: id(root),
            object: id(201),
            principals: Vec::new(),
            payload,
            at: 0,
            position: 0,
        }
    }

    fn lead(number: u8) -> Object {
        Object::of(ChangeKind::Lead, id(number))
    }

    fn delivery(number: u8) -> Object {
        Object::of(ChangeKind::Delivery, id(number))
    }

    #[test]
    fn leads_stand_in_the_order_of_their_last_events() {
        let events: Vec<(i64, Event)> = [1, 2, 1, 3, 2]
            .into_iter()
            .zip(1..)
            .map(|(root, at)| (at, event(root, json!({}))))
            .collect();
        assert_eq!(roots(&events), [id(1), id(3), id(2)]);
    }

    #[test]
    fn what_is_new_changed_or_lost_moves_and_nothing_else() {
        let mut touched = Touched::default();
        touched.add(&event(1, json!({ "delivery": ids::encode(IdKind::Delivery, id(11)) })));
        let seen: BTreeMap<Object, Uuid> = [
            (lead(1), id(1)),
            (delivery(11), id(1)),
            (delivery(12), id(1)),
            (lead(2), id(2)),
            (lead(3), id(3)),
        ]
        .into();
        let told: BTreeMap<Object, Told> = [
            (lead(1), (id(1), false)),
            (delivery(11), (id(1), false)),
            (delivery(12), (id(1), false)),
            (lead(3), (id(3), true)),
            (delivery(31), (id(3), false)),
            (delivery(32), (id(3), true)),
        ]
        .into();
        let moved = moves(&[id(3), id(2), id(1)], &touched, &seen, &told);
        let found: Vec<(Object, bool)> = moved.iter().map(|moved| (moved.object, moved.gone)).collect();
        assert_eq!(
            found,
            [
                (lead(3), false),
                (delivery(31), true),
                (lead(2), false),
                (lead(1), false),
                (delivery(11), false)
            ]
        );
    }

    #[test]
    fn what_happens_to_a_lead_as_a_whole_may_change_its_deliveries() {
        let mut touched = Touched::default();
        touched.add(&event(1, json!({ "delivery": null, "comment": null })));
        let seen: BTreeMap<Object, Uuid> = [(lead(1), id(1)), (delivery(11), id(1)), (delivery(21), id(2))].into();
        let told = seen.iter().map(|(object, root)| (*object, (*root, false))).collect();
        let moved = moves(&[id(1), id(2)], &touched, &seen, &told);
        assert_eq!(
            moved.iter().map(|moved| moved.object).collect::<Vec<_>>(),
            [lead(1), delivery(11)]
        );
    }

    #[test]
    fn a_cursor_is_good_for_its_account_up_to_the_head_and_from_the_floor_on() {
        let at = |place, begun| {
            Cursor {
                account: id(1),
                place,
                begun,
            }
            .encode()
        };
        let code = |text: &str, head, floor| begin(Some(text), id(1), head, floor).map_err(|error| error.code);
        assert!(code(&at(5, 5), 5, 5).is_ok());
        assert_eq!(code(&at(6, 5), 5, 0), Err(ErrorCode::BadUserInput));
        assert_eq!(code(&at(4, 4), 9, 5), Err(ErrorCode::CursorExpired));
        // Whoever began later than the tombstones were made does not need them, however far it has come.
        assert!(code(&at(1, 7), 9, 5).is_ok());
        let foreign = begin(Some(&at(5, 5)), id(2), 9, 0).map_err(|error| error.code);
        assert_eq!(foreign, Err(ErrorCode::BadUserInput));
        let longer = format!("{}AA", at(1, 1));
        let made_up = ["", "AQ", "not base64!"].map(str::to_owned);
        for text in made_up.into_iter().chain([at(-1, 0), at(0, -1), longer]) {
            assert_eq!(code(&text, 9, 0), Err(ErrorCode::BadUserInput), "{text}");
        }
        let fresh = begin(None, id(1), 9, 5).ok();
        assert_eq!(fresh.map(|cursor| (cursor.place, cursor.begun)), Some((0, 9)));
    }

    proptest! {
        #[test]
        fn a_cursor_comes_back_as_it_went(account: u128, place in 0..i64::MAX, begun in 0..i64::MAX) {
            let cursor = Cursor { account: Uuid::from_u128(account), place, begun };
            prop_assert_eq!(Cursor::decode(&cursor.encode()), Some(cursor));
        }

        #[test]
        fn whatever_moved_is_told_as_it_is_seen(
            pairs in vec((0..6_u8, 0..20_u8, any::<bool>(), any::<bool>(), any::<bool>()), 0..30),
        ) {
            let mut seen: BTreeMap<Object, Uuid> = BTreeMap::new();
            let mut told: BTreeMap<Object, Told> = BTreeMap::new();
            for (root, number, is_seen, is_told, gone) in pairs {
                let object = delivery(number);
                let known = seen.get(&object).copied().or(told.get(&object).map(|(root, _)| *root));
                let root = known.unwrap_or(id(root));
                if is_seen {
                    seen.insert(object, root);
                }
                if is_told {
                    told.insert(object, (root, gone));
                }
            }
            let roots: Vec<Uuid> = (0..6).map(id).collect();
            for moved in moves(&roots, &Touched::default(), &seen, &told) {
                prop_assert!(!moved.gone || told.get(&moved.object).is_some_and(|(_, gone)| !gone));
                told.insert(moved.object, (moved.root, moved.gone));
            }
            told.retain(|_, (_, gone)| !*gone);
            let there: BTreeSet<Object> = told.into_keys().collect();
            prop_assert_eq!(there, seen.keys().copied().collect::<BTreeSet<_>>());
        }
    }
}
