//! Our examples of partners' programs (`clients/`), against the program itself: each hands listings in, keeps a copy until there
//! is a verdict, and knows a genuine webhook.

use std::{
    path::{Path, PathBuf},
    process::Stdio,
    time::Duration,
};

use serde_json::{Value, json};
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader, Lines},
    process::{Child, ChildStdout, Command},
    time::timeout,
};
use touchstone::{
    permissions::{Role, viewer::OrganizationKind},
    platform::clock::{Clock as _, SystemClock},
};

use crate::{
    both_databases,
    ingest::{leads, listing},
    operations::process::Process,
    support::{Asks as _, Lead, Organization, Person, World, with},
    webhooks::{
        Partner,
        receiver::{Received, Receiver},
        service_account,
    },
};

/// How long a program may take for anything a test waits for.
pub const PATIENCE: Duration = Duration::from_secs(60);
/// Tests try things out on this machine.
const AT_HOME: (&str, &str) = ("webhook_private_networks", "true");
const SCOPES: &[&str] = &[
    "LEADS_READ",
    "LISTINGS_WRITE",
    "CHANGES_READ",
    "WEBHOOKS_MANAGE",
    "EXPORTS_READ",
];
const ADD_SECRET: &str = "mutation($input: AddServiceSecretInput!) { addServiceSecret(input: $input) { clientSecret \
    serviceAccount { version } userErrors { code field message } } }";
const ADD_KEY: &str = "mutation($input: AddServiceKeyInput!) { addServiceKey(input: $input) { serviceAccount { id } \
    userErrors { code field message } } }";

/// A marketplace with an account that may do everything, a brand that answers, and the program that serves them.
pub struct Market {
    pub world: World,
    pub brand: Organization,
    pub partner: Partner,
    pub secret: String,
    version: i64,
    desk: Person,
    investigator: Person,
    process: Process,
}

impl Market {
    pub async fn open(world: &World) -> Self {
        // The program has the keys of the folder, and so has who makes endpoints here.
        let world = world.set_up_with_keys_of_folder(&[AT_HOME]).await;
        // Signatures and assertions are good for minutes of the real clock, by which the programs go.
        world.clock.set(SystemClock.now());
        let (brand, desk) = (world.brand("Acme").await, world.secretariat().await.desk().await);
        let home = world.organization(OrganizationKind::Platform, "Market").await;
        let admin = home.person(&[Role::Ps]).await;
        let account = service_account(&home, &admin, SCOPES).await;
        let input = json!({ "id": account.client_id(), "expectedVersion": 1 });
        let made = admin.graphql(ADD_SECRET, json!({ "input": input })).await.ok();
        let settings = [AT_HOME, ("limit_cost_per_minute", "600000")];
        Self {
            investigator: brand.investigator().await,
            secret: made.text("/addServiceSecret/clientSecret"),
            version: made.number("/addServiceSecret/serviceAccount/version"),
            process: Process::start("serve", &world.url, &world.folder, &settings).await,
            partner: Partner { home, admin, account },
            world,
            brand,
            desk,
        }
    }

    /// Where the program serves.
    pub fn url(&self) -> &str {
        &self.process.url
    }

    /// The marketplace's administrator gives the account a public key.
    pub async fn adds_key(&self, jwk: &str) {
        let id = self.partner.account.client_id();
        let input = json!({ "id": id, "expectedVersion": self.version, "jwk": jwk });
        let added = self.partner.admin.graphql(ADD_KEY, json!({ "input": input })).await;
        added.ok();
    }

    /// The desk brings a lead to the brand, and the brand finds that it is a counterfeit.
    pub async fn answers(&self, reference: &str) {
        self.world.clock.set(SystemClock.now());
        let rows = leads(&self.world).await;
        let row = rows.iter().find(|row| row.reference == reference).unwrap();
        let lead = Lead::of(&self.world, row.id);
        self.desk.triages(&lead).await.ok();
        self.desk.shares(&lead, &[&self.brand]).await.ok();
        self.investigator.answers(&lead, &self.brand, "CONFIRMED").await.ok();
    }

    /// A file with two listings that become leads and one that does not.
    fn listings(&self) -> String {
        let lost = with(listing(&self.brand, 3), json!({ "url": null }));
        let listings = [listing(&self.brand, 1), listing(&self.brand, 2), lost];
        let lines: String = listings.iter().map(|listing| format!("{listing}\n")).collect();
        let file = self.world.folder.join("listings.ndjson");
        std::fs::write(&file, lines).unwrap();
        file.to_str().unwrap().to_owned()
    }

    fn copy(&self) -> PathBuf {
        self.world.folder.join("copy.json")
    }

    pub async fn close(self) {
        self.process.stop().await;
    }
}

/// In which language a partner's program is.
#[derive(Debug, Clone, Copy)]
enum Example {
    Shell,
    Python,
    TypeScript,
}

impl Example {
    fn command(self, market: &Market) -> Command {
        let clients = Path::new(env!("CARGO_MANIFEST_DIR")).join("clients");
        let (folder, program, arguments): (_, PathBuf, &[&str]) = match self {
            Self::Shell => ("curl", "bash".into(), &["touchstone.sh"]),
            Self::Python => ("python", clients.join("python/.venv/bin/python"), &["touchstone.py"]),
            Self::TypeScript => ("typescript", "node".into(), &["--import", "tsx", "touchstone.ts"]),
        };
        let mut command = Command::new(program);
        command
            .args(arguments)
            .current_dir(clients.join(folder))
            .env("TOUCHSTONE_URL", market.url())
            .env("TOUCHSTONE_CLIENT_ID", market.partner.account.client_id())
            .env("TOUCHSTONE_CLIENT_SECRET", &market.secret)
            .env("TOUCHSTONE_COPY", market.copy())
            .env("no_proxy", "127.0.0.1")
            .stdin(Stdio::null())
            .kill_on_drop(true);
        command
    }

    /// What it says when it is told to do something.
    async fn does(self, market: &Market, arguments: &[&str]) -> String {
        let mut command = self.command(market);
        let output = timeout(PATIENCE, command.args(arguments).output()).await.unwrap();
        // `make test` installs what it needs.
        let output = output.unwrap();
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{self:?} {arguments:?}: {error}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Has it take webhooks that are signed with a secret.
    async fn listens(self, market: &Market, secret: &str) -> Listening {
        let mut command = self.command(market);
        command.args(["receive", "0"]).env("TOUCHSTONE_WEBHOOK_SECRET", secret);
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut listening = Listening {
            lines,
            _child: child,
            url: String::new(),
        };
        listening.url = listening.line().await;
        listening
    }
}

/// A program that takes webhooks; killed with the test.
struct Listening {
    lines: Lines<BufReader<ChildStdout>>,
    _child: Child,
    url: String,
}

impl Listening {
    /// What it says next.
    async fn line(&mut self) -> String {
        timeout(PATIENCE, self.lines.next_line())
            .await
            .unwrap()
            .unwrap()
            .unwrap()
    }

    /// The status that it answers to a message which is not ours.
    async fn takes_forged(&self) -> u16 {
        let request = reqwest::Client::new()
            .post(&self.url)
            .body(r#"{"type":"delivery.verdict","data":{}}"#);
        let request = request
            .header("webhook-id", "msg_forged")
            .header("webhook-timestamp", SystemClock.now().as_second().to_string())
            .header("webhook-signature", "v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        request.send().await.unwrap().status().as_u16()
    }
}

/// Hands the listings in, twice; the reference of the first one.
async fn hands_in(market: &Market, example: Example) -> String {
    let file = market.listings();
    let sent = example.does(market, &["send", &file]).await;
    let lines: Vec<&str> = sent.lines().collect();
    assert_eq!(lines.len(), 3, "{sent}");
    assert!(
        lines[0].starts_with("CREATED Acme-1 LD-") && lines[1].starts_with("CREATED Acme-2 LD-"),
        "{sent}"
    );
    assert_eq!(lines[2], "REFUSED Acme-3 NO_LISTING");
    let again = example.does(market, &["send", &file]).await;
    assert_eq!(again, sent.replace("CREATED", "ALREADY_THERE"));
    assert_eq!(leads(&market.world).await.len(), 2);
    lines[0].rsplit(' ').next().unwrap().to_owned()
}

/// Follows the feed while the brand answers, and once more from where that ended.
async fn follows(market: &Market, example: Example, reference: &str) {
    let arguments = ["follow", reference];
    let (told, ()) = tokio::join!(example.does(market, &arguments), market.answers(reference));
    assert_eq!(told.trim_end(), format!("{reference} SHARED CONFIRMED"));
    let kept: Value = serde_json::from_slice(&std::fs::read(market.copy()).unwrap()).unwrap();
    assert!(kept["cursor"].is_string(), "{kept}");
    let objects = kept["objects"].as_object().unwrap();
    let of_leads = objects.keys().filter(|id| id.starts_with("lead_")).count();
    assert_eq!(of_leads, 2, "{kept}");
    assert_eq!(example.does(market, &arguments).await, told);
}

async fn hears(world: &World, example: Example) {
    let market = Market::open(world).await;
    let kinds = json!(["DELIVERY_VERDICT"]);
    // It is known where it listens once it does, and it needs the secret for that.
    let endpoint = market.partner.listens("http://127.0.0.1:9/", kinds.clone()).await;
    let mut listening = example.listens(&market, &endpoint.secret).await;
    let there = json!({ "url": listening.url, "kinds": kinds });
    let partner = &market.partner;
    partner
        .acts(&partner.admin, "updateWebhookEndpoint", &endpoint, there)
        .await
        .ok();
    let reference = hands_in(&market, example).await;
    assert_eq!(listening.takes_forged().await, 400);
    follows(&market, example, &reference).await;
    assert_eq!(
        listening.line().await,
        format!("delivery.verdict {reference} CONFIRMED")
    );
    market.close().await;
}

/// Whether the program in the shell takes a message with this text for genuine.
async fn verifies(market: &Market, secret: &str, message: &Received, text: &str) -> bool {
    let mut command = Example::Shell.command(market);
    command
        .args(["verify", &message.id, &message.timestamp, &message.signature])
        .env("TOUCHSTONE_WEBHOOK_SECRET", secret)
        .stdin(Stdio::piped())
        .stderr(Stdio::null());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(text.as_bytes()).await.unwrap();
    drop(stdin);
    timeout(PATIENCE, child.wait()).await.unwrap().unwrap().success()
}

/// The first message that comes.
async fn first(receiver: &Receiver) -> Received {
    let mut looks = tokio::time::interval(Duration::from_millis(10));
    let came = async {
        loop {
            if let Some(message) = receiver.received().into_iter().next() {
                return message;
            }
            looks.tick().await;
        }
    };
    timeout(PATIENCE, came).await.unwrap()
}

both_databases! {
    async fn a_partner_in_the_shell_hands_in_and_hears_the_verdict(world: World) {
        let market = Market::open(&world).await;
        let receiver = Receiver::start().await;
        let endpoint = market.partner.listens(&receiver.url, json!(["DELIVERY_VERDICT"])).await;
        let reference = hands_in(&market, Example::Shell).await;
        follows(&market, Example::Shell, &reference).await;
        let message = first(&receiver).await;
        assert_eq!(message.json()["data"]["reference"], reference.as_str());
        assert!(verifies(&market, &endpoint.secret, &message, &message.text).await);
        let altered = message.text.replace("CONFIRMED", "NOT_INFRINGING");
        assert!(!verifies(&market, &endpoint.secret, &message, &altered).await);
        let other = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
        assert!(!verifies(&market, other, &message, &message.text).await);
        market.close().await;
    }

    async fn a_partner_in_python_hands_in_and_hears_the_verdict(world: World) {
        hears(&world, Example::Python).await;
    }

    async fn a_partner_in_typescript_hands_in_and_hears_the_verdict(world: World) {
        hears(&world, Example::TypeScript).await;
    }
}
