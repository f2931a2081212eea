//! Replicas on one folder, under clocks that are moved: nothing here waits.

use std::collections::HashSet;

use proptest::{collection::vec, prelude::*};
use tempfile::TempDir;
use url::Url;
use uuid::Uuid;

use super::*;
use crate::{
    platform::ids::SystemIds,
    sessions::tokens::{self, Bearer},
};

const START: &str = "2026-03-09T01:00:00Z";
/// As long as a token may live.
const MINUTES: u32 = 15;
/// How long others may keep the published set.
const CACHED: i64 = 300;

fn start() -> Timestamp {
    START.parse().unwrap()
}

fn after(seconds: i64) -> Timestamp {
    start() + SignedDuration::from_secs(seconds)
}

fn issuer() -> Url {
    "https://portal.example/".parse().unwrap()
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn opened(folder: &TempDir) -> Keys {
    Keys::open(&folder.path().join("keys"), &SystemIds, start()).unwrap()
}

fn token(keys: &Keys, now: Timestamp) -> String {
    let bearer = Bearer {
        person: Uuid::from_u128(7),
        session: Uuid::from_u128(9),
        expires_at: tokens::expiry(now, MINUTES, Timestamp::MAX),
    };
    tokens::sign(keys, &issuer(), bearer, now, Uuid::from_u128(1)).unwrap()
}

fn is_good(keys: &Keys, token: &str, now: Timestamp) -> bool {
    tokens::verify(keys, &issuer(), token, now).is_some()
}

fn published(keys: &Keys, now: Timestamp) -> HashSet<String> {
    let jwks = keys.jwks(now);
    let kids = jwks["keys"].as_array().unwrap().iter();
    kids.map(|key| key["kid"].as_str().unwrap().to_owned()).collect()
}

fn files(folder: &TempDir) -> Vec<String> {
    let entries = std::fs::read_dir(folder.path().join("keys")).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = names.filter(|name| name.starts_with("token.")).collect();
    names.sort_unstable();
    names
}

#[test]
fn a_running_replica_learns_of_a_key_within_a_minute_and_signs_with_it_in_its_time() {
    let folder = folder();
    let (one, other) = (opened(&folder), opened(&folder));
    let first = other.signing(start()).id.clone();
    let next = one.add(after(600), &SystemIds, start()).unwrap();
    assert_eq!(published(&other, after(54)), HashSet::from([first.clone()]));
    assert_eq!(
        published(&other, after(55)),
        HashSet::from([first.clone(), next.clone()])
    );
    assert_eq!(other.signing(after(599)).id, first);
    assert_eq!(other.signing(after(600)).id, next);
    assert_eq!(published(&other, after(600 + 16 * 60)), HashSet::from([next]));
}

#[test]
fn the_file_of_a_key_goes_an_hour_after_its_end_and_the_last_one_stays() {
    let folder = folder();
    let keys = opened(&folder);
    keys.add(after(600), &SystemIds, start()).unwrap();
    let both = ["token.20260309T011000Z.key", "token.key"];
    assert_eq!(files(&folder), both);
    let ended = 600 + 16 * 60;
    keys.signing(after(ended + 3599));
    assert_eq!(files(&folder), both);
    keys.signing(after(ended + 3659));
    assert_eq!(files(&folder), both[..1]);
    keys.signing(after(365 * 86_400));
    assert_eq!(files(&folder), both[..1]);
    assert_eq!(opened(&folder).signing(start()).id, keys.signing(start()).id);
}

#[test]
fn names_that_nobody_knows_do_not_make_us_read_without_end() {
    let folder = folder();
    let (one, other) = (opened(&folder), opened(&folder));
    // The first one is looked for; a key that comes right after it is not found until some seconds have passed.
    assert!(other.named("unknown", after(10)).is_none());
    let next = one.add(after(600), &SystemIds, after(10)).unwrap();
    for second in 10..15 {
        for _ in 0..1000 {
            assert!(other.named("unknown", after(second)).is_none());
        }
        assert!(other.named(&next, after(second)).is_none(), "{second}");
    }
    assert!(other.named(&next, after(15)).is_some());
}

#[test]
fn what_cannot_be_read_changes_nothing() {
    let folder = folder();
    let keys = opened(&folder);
    let token = token(&keys, start());
    let broken = folder.path().join("keys/token.20260309T020000Z.key");
    std::fs::write(&broken, "half a k").unwrap();
    assert!(is_good(&keys, &token, after(120)));
    assert!(
        Keys::open(&folder.path().join("keys"), &SystemIds, start()).is_err(),
        "nothing starts with it"
    );
    std::fs::rename(folder.path().join("keys"), folder.path().join("gone")).unwrap();
    assert!(is_good(&keys, &token, after(240)));
}

#[test]
fn a_replaced_key_takes_its_tokens_with_it() {
    let folder = folder();
    let (one, other) = (opened(&folder), opened(&folder));
    let stolen = token(&one, start());
    let new = one.add(after(1), &SystemIds, after(1)).unwrap();
    one.remove_others(&new, after(1)).unwrap();
    assert!(!is_good(&one, &stolen, after(1)));
    let fresh = token(&one, after(10));
    assert!(
        is_good(&other, &fresh, after(10)),
        "found at once, since its name is new"
    );
    assert!(!is_good(&other, &stolen, after(10)));
}

#[cfg(unix)]
#[test]
fn the_folder_and_every_key_in_it_are_for_nobody_else() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder();
    let keys = folder.path().join("keys");
    std::fs::create_dir(&keys).unwrap();
    std::fs::set_permissions(&keys, std::fs::Permissions::from_mode(0o755)).unwrap();
    opened(&folder).add(after(600), &SystemIds, start()).unwrap();
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&keys), 0o700);
    for entry in std::fs::read_dir(&keys).unwrap() {
        assert_eq!(mode(&entry.unwrap().path()), 0o600);
    }
}

/// Something that happens to an installation of three replicas.
#[derive(Debug, Clone)]
enum Step {
    Passes(i64),
    Rotates(usize),
    Signs(usize),
    Publishes(usize),
    Verifies(usize),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (1..400_i64).prop_map(Step::Passes),
        1 => (400..7200_i64).prop_map(Step::Passes),
        1 => (0..3_usize).prop_map(Step::Rotates),
        4 => (0..3_usize).prop_map(Step::Signs),
        2 => (0..3_usize).prop_map(Step::Publishes),
        2 => (0..3_usize).prop_map(Step::Verifies),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whoever signs, whoever verifies, however long they were idle, with clocks two seconds apart: no token is refused
    /// before its end, and whoever keeps the published set for five minutes knows its key.
    #[test]
    fn no_token_is_refused_before_its_end_all_through_rotations(steps in vec(step(), 1..80)) {
        let folder = folder();
        let replicas = [opened(&folder), opened(&folder), opened(&folder)];
        let mut seconds = 0;
        let clock = |replica: usize, seconds: i64| after(seconds + 2 * (i64::try_from(replica).unwrap() - 1));
        let mut open: Vec<(String, i64)> = Vec::new();
        let mut sets: Vec<(HashSet<String>, i64)> = Vec::new();
        for step in steps.into_iter().chain((0..3).map(Step::Verifies)) {
            match step {
                Step::Passes(by) => seconds += by,
                Step::Rotates(replica) => {
                    let now = clock(replica, seconds);
                    let waits = replicas[replica].list(now).iter().any(|key| key.state == KeyState::Next);
                    // Whoever rotates reads the folder first, as the command line does.
                    let fresh = Keys::open(&folder.path().join("keys"), &SystemIds, now).unwrap();
                    if !waits && !fresh.list(now).iter().any(|key| key.state == KeyState::Next) {
                        fresh.add(after(seconds + 600), &SystemIds, now).unwrap();
                    }
                }
                Step::Signs(replica) => {
                    let now = clock(replica, seconds);
                    let id = replicas[replica].signing(now).id.clone();
                    sets.retain(|(_, at)| seconds - at <= CACHED);
                    prop_assert!(sets.iter().all(|(set, _)| set.contains(&id)), "{id} was not published in time");
                    open.push((token(&replicas[replica], now), seconds + 60 * i64::from(MINUTES) - 2));
                }
                Step::Publishes(replica) => sets.push((published(&replicas[replica], clock(replica, seconds)), seconds)),
                Step::Verifies(replica) => {
                    // Clocks differ, so the last seconds of a token are anybody's.
                    open.retain(|(_, end)| seconds + 4 < *end);
                    for (token, end) in &open {
                        prop_assert!(is_good(&replicas[replica], token, clock(replica, seconds)), "refused {} s early", end - seconds);
                    }
                }
            }
        }
    }
}
