//! `docs/integration.md` as it stands: its shell blocks run in one bash, in their order, against the program itself. Where others
//! have to do something in the portal, the page has a comment that says what.

use std::{path::Path, process::Stdio};

use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader, Lines},
    net::TcpListener,
    process::{Child, ChildStdin, ChildStdout, Command},
    time::timeout,
};

use crate::{
    both_databases,
    clients::{Market, PATIENCE},
    ingest::leads,
};

const PAGE: &str = include_str!("../../docs/integration.md");
/// What the shell says after each block.
const DONE: &str = "-- done --";
/// Seconds after which the shell and all that it started are ended, whatever becomes of the test.
const LONGEST: &str = "300";

/// What happens next on the page.
#[derive(Debug, PartialEq, Eq)]
enum Step {
    /// The partner runs this.
    Block(String),
    /// Somebody else does this.
    Moment(String),
}

fn steps(page: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut block: Option<String> = None;
    let mut is_other = false;
    for line in page.lines() {
        match &mut block {
            Some(text) if line == "```" => {
                steps.push(Step::Block(std::mem::take(text)));
                block = None;
            }
            Some(text) => {
                text.push_str(line);
                text.push('\n');
            }
            None if is_other => is_other = !line.starts_with("```"),
            None if line == "```sh" => block = Some(String::new()),
            None if line.starts_with("```") => is_other = true,
            None => {
                let moment = line.strip_prefix("<!-- ").and_then(|rest| rest.strip_suffix(" -->"));
                steps.extend(moment.map(|moment| Step::Moment(moment.to_owned())));
            }
        }
    }
    steps
}

/// The partner's shell.
struct Shell {
    stdin: ChildStdin,
    lines: Lines<BufReader<ChildStdout>>,
    _child: Child,
}

impl Shell {
    async fn start(market: &Market, folder: &Path) -> Self {
        // Free now; the page's receiver takes it a moment later.
        let free = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let webhook = format!("http://{}/", free.local_addr().unwrap());
        drop(free);
        let mut child = Command::new("timeout")
            .args([LONGEST, "bash", "-euo", "pipefail"])
            .current_dir(folder)
            .env("TOUCHSTONE_URL", market.url())
            .env("CLIENT_ID", market.partner.account.client_id())
            .env("CLIENT_SECRET", &market.secret)
            .env("BRAND", &market.brand.name)
            .env("WEBHOOK_URL", webhook)
            .env("no_proxy", "127.0.0.1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut shell = Self {
            stdin: child.stdin.take().unwrap(),
            lines: BufReader::new(child.stdout.take().unwrap()).lines(),
            _child: child,
        };
        // What the page asks for stands in the environment of the example in Python. Whatever the shell left running ends
        // with it.
        let python = Path::new(env!("CARGO_MANIFEST_DIR")).join("clients/python/.venv/bin");
        let prepares = format!(
            "exec 2>&1\nPATH='{}':$PATH\ntrap 'kill $(jobs -p) 2>/dev/null || true' EXIT\n",
            python.display()
        );
        shell.stdin.write_all(prepares.as_bytes()).await.unwrap();
        shell
    }

    /// Runs a block; what it said.
    async fn runs(&mut self, folder: &Path, text: &str) -> String {
        std::fs::write(folder.join("block.sh"), text).unwrap();
        let runs = format!(". ./block.sh </dev/null\nprintf '\\n%s\\n' '{DONE}'\n");
        self.stdin.write_all(runs.as_bytes()).await.unwrap();
        let mut said = String::new();
        let done = timeout(PATIENCE, async {
            while let Some(line) = self.lines.next_line().await.unwrap() {
                if line == DONE {
                    return true;
                }
                said.push_str(&line);
                said.push('\n');
            }
            false
        });
        let done = done.await;
        assert!(matches!(done, Ok(true)), "this failed:\n{text}\nIt said:\n{said}");
        said
    }
}

fn json_of(folder: &Path, name: &str) -> Value {
    serde_json::from_slice(&std::fs::read(folder.join(name)).unwrap()).unwrap()
}

/// The reference of the page's first lead.
fn reference(folder: &Path) -> String {
    let answer = json_of(folder, "answer.json");
    let found = answer.pointer("/ingestListings/results/0/reference");
    found.and_then(Value::as_str).unwrap().to_owned()
}

#[test]
fn blocks_and_moments_are_found_in_their_order() {
    let page = "text\n```sh\na\nb\n```\n<!-- the brand answers -->\n```json\n<!-- no -->\n```\n```sh\nc\n```\n";
    let block = |text: &str| Step::Block(text.to_owned());
    let expected = [
        block("a\nb\n"),
        Step::Moment("the brand answers".to_owned()),
        block("c\n"),
    ];
    assert_eq!(steps(page), expected);
}

both_databases! {
    async fn who_follows_the_guide_gets_a_lead_in_and_hears_the_verdict_by_webhook_and_by_feed(world: World) {
        let market = Market::open(&world).await;
        let place = tempfile::tempdir().unwrap();
        let folder = place.path();
        let mut shell = Shell::start(&market, folder).await;
        let (mut said, mut moments) = (String::new(), 0);
        for step in steps(PAGE) {
            match step {
                Step::Block(text) => said.push_str(&shell.runs(folder, &text).await),
                Step::Moment(what) => {
                    moments += 1;
                    match what.as_str() {
                        "the brand answers" => market.answers(&reference(folder)).await,
                        "the administrator adds key.jwk" => {
                            let jwk = std::fs::read_to_string(folder.join("key.jwk")).unwrap();
                            market.adds_key(&jwk).await;
                        }
                        other => panic!("nobody knows how: {other}"),
                    }
                }
            }
        }
        drop(shell);
        assert_eq!(moments, 2);

        let reference = reference(folder);
        let rows = leads(&market.world).await;
        assert!(rows.iter().any(|row| row.reference == reference));
        assert_eq!(rows.len(), 1 + 50 + 2, "by a call, by a stream, and beside an open subscription");
        assert!(rows.iter().all(|row| row.owner_id == market.partner.home.id && row.source == "PARTNER"));

        let copy = json_of(folder, "copy.json");
        let mut objects = copy["objects"].as_object().unwrap().values();
        let lead = objects.find(|object| object["reference"] == reference.as_str()).unwrap();
        assert_eq!(lead["verdictCounts"], serde_json::json!([{ "verdict": "CONFIRMED", "count": 1 }]), "{lead}");

        let heard = std::fs::read_to_string(folder.join("heard.ndjson")).unwrap();
        let heard = heard.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        let verdicts: Vec<Value> = heard.filter(|message| message["type"] == "delivery.verdict").collect();
        let again: Vec<bool> = verdicts.iter().map(|message| message["again"] == true).collect();
        assert_eq!(again, [false, true], "once, and once more when it was asked for");
        for message in verdicts {
            assert_eq!(message["data"]["reference"], reference.as_str());
            assert_eq!(message["data"]["verdict"], "CONFIRMED");
            assert!(message["data"]["deliveryId"].is_null(), "and not whose it is: {message}");
        }

        let there = format!("ALREADY_THERE {reference}");
        for told in ["WOULD_CREATE", "CREATED", "NO_LISTING", "UNKNOWN_BRAND", there.as_str(), "ANSWERED", "costPerMinute"] {
            assert!(said.contains(told), "{told} in {said}");
        }
        assert!(said.to_lowercase().contains("ratelimit: \"cost\";r="), "{said}");
        let bundle = json_of(folder, "leads.json");
        assert!(bundle["objects"].as_array().unwrap().len() > rows.len(), "{bundle}");
        market.close().await;
    }
}
