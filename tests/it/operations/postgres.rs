//! A PostgreSQL of a test's own, which it can stop and start.

use std::{
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use super::authority::Authority;

/// A PostgreSQL of its own, which can be stopped and started; gone with the test.
pub(super) struct OwnPostgres {
    bin: PathBuf,
    folder: tempfile::TempDir,
    port: u16,
}

impl OwnPostgres {
    /// A new cluster, running.
    pub(super) fn start() -> Self {
        Self::with("", &[])
    }

    /// A new cluster that speaks TLS only, running; and the certificate of the authority that vouches for it.
    pub(super) fn with_tls() -> (Self, String) {
        let authority = Authority::new();
        let (certificate, key) = authority.vouch_for("127.0.0.1");
        let files = [
            ("server.crt", certificate.as_str()),
            ("server.key", key.as_str()),
            ("pg_hba.conf", "hostssl all all 127.0.0.1/32 trust\n"),
        ];
        (Self::with("ssl = on\n", &files), authority.certificate())
    }

    /// A new cluster with more settings and files.
    fn with(more: &str, files: &[(&str, &str)]) -> Self {
        let found = Command::new(concat!(env!("CARGO_MANIFEST_DIR"), "/scripts/find-postgres"))
            .output()
            .unwrap();
        let bin = PathBuf::from(String::from_utf8(found.stdout).unwrap().trim());
        let port = std::net::TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let folder = tempfile::tempdir().unwrap();
        std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o755)).unwrap();
        let own = Self { bin, folder, port };
        own.give(own.folder.path());
        own.run(
            "initdb",
            &[
                "--username",
                "touchstone",
                "--auth",
                "trust",
                "--encoding",
                "UTF8",
                "--locale",
                "C",
                "--no-sync",
            ],
        );
        let settings = format!(
            "listen_addresses = '127.0.0.1'\nunix_socket_directories = ''\nfsync = off\nmax_connections = 60\n{more}"
        );
        std::fs::write(own.folder.path().join("data/conf.d.conf"), settings).unwrap();
        for (name, text) in files {
            own.put(name, text);
        }
        let main = own.folder.path().join("data/postgresql.conf");
        let text = std::fs::read_to_string(&main).unwrap() + "\ninclude 'conf.d.conf'\n";
        std::fs::write(main, text).unwrap();
        own.begin();
        own
    }

    /// Writes a file of its folder that only its account may read.
    fn put(&self, name: &str, text: &str) {
        let path = self.folder.path().join("data").join(name);
        std::fs::write(&path, text).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
        self.give(&path);
    }

    pub(super) fn url(&self) -> String {
        format!("postgres://touchstone@127.0.0.1:{}/postgres", self.port)
    }

    /// Starts it again where it was.
    pub(super) fn begin(&self) {
        let options = format!("-p {}", self.port);
        let log = self.folder.path().join("data/log");
        self.run(
            "pg_ctl",
            &[
                "start",
                "--silent",
                "--wait",
                "--log",
                log.to_str().unwrap(),
                "--options",
                &options,
            ],
        );
    }

    /// Ends it at once, as the loss of its machine would.
    pub(super) fn end(&self) {
        self.run("pg_ctl", &["stop", "--silent", "--mode", "immediate"]);
    }

    /// PostgreSQL refuses to run as root; then its own account runs it.
    fn account() -> Option<&'static str> {
        let id = |arguments: &[&str]| {
            let output = Command::new("id").args(arguments).output().unwrap();
            output
                .status
                .success()
                .then(|| String::from_utf8(output.stdout).unwrap().trim().to_owned())
        };
        (id(&["-u"]).as_deref() == Some("0")).then(|| {
            if id(&["postgres"]).is_some() {
                "postgres"
            } else {
                "nobody"
            }
        })
    }

    /// Makes its account the owner.
    fn give(&self, path: &Path) {
        if let Some(account) = Self::account() {
            let given = Command::new("chown").arg(account).arg(path).status().unwrap();
            assert!(given.success());
        }
    }

    fn run(&self, program: &str, arguments: &[&str]) {
        let program = self.bin.join(program);
        let mut command = match Self::account() {
            Some(account) => {
                let mut command = Command::new("setpriv");
                command
                    .args(["--reuid", account, "--regid", account, "--clear-groups"])
                    .arg(program);
                command
            }
            None => Command::new(program),
        };
        command
            .args(["--pgdata".as_ref(), self.folder.path().join("data").as_os_str()])
            .args(arguments);
        // Its server keeps what it inherits open, so nobody waits for the end of its output.
        command
            .current_dir(self.folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        assert!(command.status().unwrap().success(), "{command:?}");
    }
}

impl Drop for OwnPostgres {
    fn drop(&mut self) {
        let data = self.folder.path().join("data/postmaster.pid");
        if data.exists() {
            self.end();
        }
    }
}
