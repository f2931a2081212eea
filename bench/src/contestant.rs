//! The servers that are compared, each a process of its own.

use std::{
    fs::File,
    net::{SocketAddr, TcpListener},
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use crate::{Done, client, load::Home, machine};

/// Who answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Kind {
    /// The product, as it is released.
    Touchstone,
    /// One hand-written statement behind actix, without GraphQL: the floor.
    Raw,
    /// PostGraphile 5.
    PostGraphile,
    /// Apollo Server 5 with dataloaders.
    Apollo,
}

impl Kind {
    pub fn name(self) -> &'static str {
        match self {
            Self::Touchstone => "Touchstone",
            Self::Raw => "raw actix + SQL",
            Self::PostGraphile => "PostGraphile 5",
            Self::Apollo => "Apollo Server 5",
        }
    }
}

/// A server that runs; it ends with this value.
#[derive(Debug)]
pub struct Contestant {
    pub kind: Kind,
    pub address: SocketAddr,
    /// From its start until it said that it is ready.
    pub started_in: Duration,
    child: Child,
}

impl Contestant {
    /// Starts the product.
    ///
    /// # Errors
    /// Where it does not come up.
    pub async fn product(program: &Path, home: &Home, logs: &Path) -> Done<(Self, String)> {
        let address = free()?;
        let issuer = format!("http://{address}/");
        let mut command = Command::new(program);
        command
            .args(["--listen", &address.to_string(), "--data-dir"])
            .arg(&home.folder)
            .arg("serve")
            .env("TOUCHSTONE_DATABASE_URL", &home.url)
            .env("TOUCHSTONE_PUBLIC_URL", &issuer)
            .env("TOUCHSTONE_ACCESS_TOKEN_MINUTES", "15")
            .env("TOUCHSTONE_LIMIT_REQUESTS_PER_MINUTE", "0")
            .env("TOUCHSTONE_LIMIT_COST_PER_MINUTE", "0")
            .env("TOUCHSTONE_LIMIT_AT_ONCE_PER_ORGANIZATION", "1000");
        Ok((
            Self::start(Kind::Touchstone, command, address, "/readyz", logs).await?,
            issuer,
        ))
    }

    /// Starts the floor, which is another command of this program.
    ///
    /// # Errors
    /// Where it does not come up.
    pub async fn raw(home: &Home, directory: &Path, logs: &Path) -> Done<Self> {
        let address = free()?;
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("raw").arg("--listen").arg(address.to_string());
        command
            .arg("--directory")
            .arg(directory)
            .env("BENCH_DATABASE_URL", &home.url);
        Self::start(Kind::Raw, command, address, "/healthz", logs).await
    }

    /// Starts one of the peers from npm.
    ///
    /// # Errors
    /// Where it does not come up.
    pub async fn peer(kind: Kind, home: &Home, directory: &Path, logs: &Path) -> Done<Self> {
        let address = free()?;
        let script = match kind {
            Kind::PostGraphile => "bench/peers/postgraphile.mjs",
            Kind::Apollo | Kind::Raw | Kind::Touchstone => "bench/peers/apollo.mjs",
        };
        let mut command = Command::new("bench/peers/node_modules/.bin/node");
        command.arg(script).env("PORT", address.port().to_string());
        command
            .env("NODE_ENV", "production")
            .env("DIRECTORY", directory)
            .env("DATABASE_URL", &home.url);
        Self::start(kind, command, address, "/healthz", logs).await
    }

    async fn start(kind: Kind, mut command: Command, address: SocketAddr, ready: &str, logs: &Path) -> Done<Self> {
        let log = logs.join(format!("{}.log", kind.name().replace(' ', "-").to_lowercase()));
        let log = File::create(log)?;
        let begin = Instant::now();
        let child = command
            .stdout(Stdio::from(log.try_clone()?))
            .stderr(Stdio::from(log))
            .spawn()
            .map_err(|error| format!("{command:?}: {error}"))?;
        let mut contestant = Self {
            kind,
            address,
            started_in: Duration::ZERO,
            child,
        };
        while client::get(address, ready).await.is_err() {
            if contestant.child.try_wait()?.is_some() || begin.elapsed() > Duration::from_secs(60) {
                let (name, said) = (kind.name(), logs.display());
                return Err(format!("{name} does not start; what it said is in {said}").into());
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        contestant.started_in = begin.elapsed();
        Ok(contestant)
    }

    /// Microseconds of processor used so far.
    ///
    /// # Errors
    /// Where it has ended.
    pub fn processor(&self) -> Done<u64> {
        machine::family_processor(self.child.id())
    }

    /// Megabytes held now.
    pub fn memory(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "kilobytes of memory are far below 2^52")]
        let kilobytes = machine::family_memory(self.child.id()) as f64;
        kilobytes / 1_000.0
    }
}

impl Drop for Contestant {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A port that is free now.
fn free() -> Done<SocketAddr> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?)
}
