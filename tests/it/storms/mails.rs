//! Mail servers as bad as they come: each mail ends in bounded time, is never known to be what it is not, and only where
//! its text may have been taken it is not sent again.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use sea_orm::{EntityTrait as _, QueryOrder as _};
use serde_json::json;
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    net::{TcpListener, TcpStream},
    time::{sleep, timeout},
};
use touchstone::{
    mail,
    platform::{
        config::Config,
        email::{Mailer, Waits},
    },
    worker,
};

use super::books::INVITED;
use crate::{
    both_databases,
    support::{Asks as _, Person, World},
};

/// What a server does instead of what it should.
#[derive(Debug, Clone, Copy)]
enum Fault {
    /// It says nothing, and keeps the connection.
    Silent,
    /// It says nothing, and closes the connection.
    Closes,
    /// It says this.
    Says(&'static str),
    /// It says this after a while that is still in time.
    Slowly(&'static str),
}

/// When it does so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Greeting,
    Hello,
    StartTls,
    Sender,
    Recipient,
    Data,
    /// The first half of the text is there.
    HalfText,
    /// All of the text is there.
    Text,
    Never,
}

use Fault::{Closes, Says, Silent, Slowly};
use Stage::{Data, Greeting, HalfText, Hello, Never, Recipient, Sender, StartTls, Text};

/// Patience for servers on the same machine.
const WAITS: Waits = Waits {
    command: Duration::from_millis(600),
    message: Duration::from_millis(900),
};
/// No mail may take longer than all its waits together.
const MOST: Duration = Duration::from_secs(8);

/// What becomes of a mail: its state and the class of what went wrong.
type Outcome = (&'static str, Option<&'static str>);

const fn sent() -> Outcome {
    ("SENT", None)
}

const fn again(class: &'static str) -> Outcome {
    ("QUEUED", Some(class))
}

const fn refused(class: &'static str) -> Outcome {
    ("FAILED", Some(class))
}

const fn unknown(class: &'static str) -> Outcome {
    ("UNKNOWN", Some(class))
}

const CASES: &[(Stage, Fault, Outcome)] = &[
    (Never, Silent, sent()),
    (Greeting, Silent, again("CONNECTION_TIMED_OUT")),
    (Greeting, Closes, again("CONNECTION_FAILED")),
    (Greeting, Says("421 too busy"), again("CONNECTION_FAILED")),
    (Greeting, Says("554 not you"), again("CONNECTION_FAILED")),
    (Greeting, Says("HTTP/1.1 400 Bad Request"), again("CONNECTION_FAILED")),
    (Greeting, Slowly("220 here at last"), sent()),
    (Hello, Silent, again("CONNECTION_TIMED_OUT")),
    (Hello, Closes, again("CONNECTION_FAILED")),
    (Hello, Says("502 no"), again("CONNECTION_FAILED")),
    (Sender, Silent, again("SENDER_REFUSED")),
    (Sender, Closes, again("SENDER_REFUSED")),
    (Sender, Says("451 later"), again("SENDER_REFUSED")),
    (Sender, Says("550 never"), again("SENDER_REFUSED")),
    (Sender, Slowly("250 well"), sent()),
    (Recipient, Silent, again("RECIPIENT_POSTPONED")),
    (Recipient, Closes, again("RECIPIENT_POSTPONED")),
    (Recipient, Says("450 greylisted"), again("RECIPIENT_POSTPONED")),
    (Recipient, Says("550 nobody"), refused("RECIPIENT_REFUSED")),
    (Data, Silent, again("DATA_REFUSED")),
    (Data, Closes, again("DATA_REFUSED")),
    (Data, Says("451 later"), again("DATA_REFUSED")),
    (Data, Says("554 never"), again("DATA_REFUSED")),
    (HalfText, Closes, unknown("CONNECTION_BROKE")),
    (Text, Silent, unknown("NO_ANSWER")),
    (Text, Closes, unknown("CONNECTION_BROKE")),
    (Text, Says("what was that"), unknown("CONNECTION_BROKE")),
    (Text, Says("451 later"), again("MESSAGE_POSTPONED")),
    (Text, Says("554 spam"), refused("MESSAGE_REFUSED")),
    (Text, Slowly("250 taken"), sent()),
];

/// A server with a fault. It counts the texts of which it has every line.
#[derive(Clone)]
struct Server {
    stage: Stage,
    fault: Fault,
    texts: Arc<Mutex<usize>>,
}

impl Server {
    /// Starts one; gives the URL of it, up to the protection that is wanted.
    async fn start(stage: Stage, fault: Fault) -> (Self, String) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("smtp://{}", listener.local_addr().unwrap());
        let server = Self {
            stage,
            fault,
            texts: Arc::default(),
        };
        let serving = server.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let server = serving.clone();
                tokio::spawn(async move { server.speaks(BufReader::new(stream)).await });
            }
        });
        (server, url)
    }

    /// Speaks with a client until one of them has enough.
    async fn speaks(self, mut stream: BufReader<TcpStream>) -> Option<()> {
        self.answers(&mut stream, Greeting, "220 mail.example").await?;
        loop {
            let line = line(&mut stream).await?;
            match line.split([' ', ':']).next()? {
                "EHLO" if self.stage == StartTls => {
                    self.answers(&mut stream, Hello, "250-mail.example\r\n250 STARTTLS")
                        .await?;
                }
                "EHLO" | "HELO" => self.answers(&mut stream, Hello, "250 mail.example").await?,
                "STARTTLS" => self.answers(&mut stream, StartTls, "220 go on").await?,
                "MAIL" => self.answers(&mut stream, Sender, "250 well").await?,
                "RCPT" => self.answers(&mut stream, Recipient, "250 well").await?,
                "DATA" => {
                    self.answers(&mut stream, Data, "354 go on").await?;
                    self.reads_text(&mut stream).await?;
                    self.answers(&mut stream, Text, "250 taken").await?;
                }
                "QUIT" => return says(&mut stream, "221 bye").await,
                _ => says(&mut stream, "250 well").await?,
            }
        }
    }

    async fn reads_text(&self, stream: &mut BufReader<TcpStream>) -> Option<()> {
        let mut lines = 0;
        while line(stream).await? != "." {
            lines += 1;
            if self.stage == HalfText && lines == 5 {
                return None;
            }
        }
        *self.texts.lock().unwrap() += 1;
        Some(())
    }

    async fn answers(&self, stream: &mut BufReader<TcpStream>, stage: Stage, usual: &str) -> Option<()> {
        if self.stage != stage {
            return says(stream, usual).await;
        }
        match self.fault {
            Silent => {
                // Whatever else the client says, it gets no answer.
                while line(stream).await.is_some() {}
                None
            }
            Closes => None,
            Says(words) => says(stream, words).await,
            Slowly(words) => {
                sleep(WAITS.command / 4).await;
                says(stream, words).await
            }
        }
    }
}

async fn line(stream: &mut BufReader<TcpStream>) -> Option<String> {
    let mut line = String::new();
    let read = stream.read_line(&mut line).await.ok()?;
    (read > 0).then(|| line.trim_end().to_owned())
}

async fn says(stream: &mut BufReader<TcpStream>, words: &str) -> Option<()> {
    stream.write_all(format!("{words}\r\n").as_bytes()).await.ok()
}

fn mailer(url: &str) -> Mailer {
    let flags = [("mail_url", url.to_owned())].into();
    Mailer::waiting(&Config::with(&flags).unwrap(), WAITS).unwrap()
}

async fn invites(admin: &Person, number: usize) {
    let name = format!("kim-{number}");
    let input =
        json!({ "idempotencyKey": name, "name": "Kim Lee", "email": format!("{name}{INVITED}"), "roles": ["MI"] });
    let document = "mutation($input: InviteUserInput!) { inviteUser(input: $input) { userErrors { code } } }";
    admin.graphql(document, json!({ "input": input })).await.ok();
}

/// The mail that was queued last.
async fn latest(world: &World) -> entity::mail::Model {
    let latest = entity::mail::Entity::find().order_by_desc(entity::mail::Column::Id);
    latest.one(world.app.db.read()).await.unwrap().unwrap()
}

/// Sends what is due, in bounded time.
async fn send(world: &World, mailer: &Mailer) -> usize {
    let sending = timeout(MOST, mail::send_due(&world.app, mailer, worker::render));
    let Ok(sent) = sending.await else {
        panic!("no server may hold up the mails");
    };
    sent.unwrap()
}

both_databases! {
    async fn a_bad_server_costs_bounded_time_and_never_a_second_mail(world: World) {
        let admin = world.brand("Acme").await.admin().await;
        let mut surprises = Vec::new();
        for (number, (stage, fault, expected)) in CASES.iter().enumerate() {
            let (server, url) = Server::start(*stage, *fault).await;
            let mailer = mailer(&format!("{url}?tls=none"));
            invites(&admin, number).await;
            assert_eq!(send(&world, &mailer).await, 1, "{stage:?} {fault:?}");
            let mail = latest(&world).await;
            if (mail.state.as_str(), mail.error.as_deref()) != *expected {
                surprises.push(format!("{stage:?} {fault:?}: {} {:?}", mail.state, mail.error));
            }
            assert_eq!(send(&world, &mailer).await, 0, "{stage:?} {fault:?}: not again at once");
            let may_be_taken = *server.texts.lock().unwrap() == 1 && !matches!(fault, Says("451 later" | "554 spam"));
            let is_over = matches!(mail.state.as_str(), "SENT" | "UNKNOWN");
            assert!(is_over || !may_be_taken, "{stage:?} {fault:?}: sent again although it may have been taken");
        }
        assert!(surprises.is_empty(), "{surprises:#?}");
    }

    /// Where TLS is wanted and does not come about, nothing is said in the clear.
    async fn a_server_that_cannot_speak_tls_gets_no_mail(world: World) {
        let admin = world.brand("Acme").await.admin().await;
        for (number, (stage, fault, class)) in [
            (Never, Silent, "STARTTLS_NOT_OFFERED"),
            (StartTls, Says("454 not now"), "TLS_FAILED"),
            (StartTls, Says("220 go on\r\nthis is no TLS"), "TLS_FAILED"),
            (StartTls, Closes, "TLS_FAILED"),
            (StartTls, Silent, "CONNECTION_TIMED_OUT"),
        ].into_iter().enumerate() {
            let (server, url) = Server::start(stage, fault).await;
            invites(&admin, number).await;
            assert_eq!(send(&world, &mailer(&url)).await, 1);
            let mail = latest(&world).await;
            assert_eq!((mail.state.as_str(), mail.error.as_deref()), again(class), "{stage:?} {fault:?}");
            assert_eq!(*server.texts.lock().unwrap(), 0);
        }
    }

    /// After each failure it waits longer, and in the end it gives up.
    async fn a_mail_is_tried_eight_times_and_ever_more_rarely(world: World) {
        let admin = world.brand("Acme").await.admin().await;
        let (server, url) = Server::start(Recipient, Says("450 greylisted")).await;
        let mailer = mailer(&format!("{url}?tls=none"));
        invites(&admin, 0).await;
        let mut minutes = Vec::new();
        while send(&world, &mailer).await == 1 && latest(&world).await.state == "QUEUED" {
            let wait = (latest(&world).await.not_before - touchstone::platform::clock::micros(world.now())) / 60_000_000;
            minutes.push(wait);
            world.clock.advance(jiff::SignedDuration::from_mins(wait));
        }
        assert_eq!(minutes, [1, 2, 4, 8, 16, 32, 64]);
        assert_eq!(latest(&world).await.state, "FAILED");
        assert_eq!(*server.texts.lock().unwrap(), 0);
    }
}
