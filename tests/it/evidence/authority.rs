//! A timestamp authority for tests: `openssl ts` answers, a thread carries its answers over HTTP.

use std::{
    fs,
    io::{Read as _, Write as _},
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::Command,
    sync::{
        Arc,
        atomic::{AtomicU8, Ordering},
    },
    thread,
};

/// How the authority behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Mood {
    /// It answers what it is asked.
    Good = 0,
    /// It says that it cannot.
    Down = 1,
    /// It answers a question of before; it has to hear one first.
    Stale = 2,
    /// It answers for another hash.
    Other = 3,
}

/// A running authority, in a folder of its own.
pub struct Authority {
    pub folder: PathBuf,
    pub url: String,
    mood: Arc<AtomicU8>,
}

fn openssl(folder: &Path, arguments: &[&str]) {
    let done = Command::new("openssl")
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap();
    assert!(
        done.status.success(),
        "{arguments:?}: {}",
        String::from_utf8_lossy(&done.stderr)
    );
}

const SETTINGS: &str = "[tsa]\ndefault_tsa = one\n[one]\nserial = ./serial\nsigner_cert = ./tsa.pem\ncerts = ./ca.pem\n\
    signer_key = ./tsa.key\nsigner_digest = sha256\ndefault_policy = 1.2.3.4.1\ndigests = sha256\naccuracy = secs:1\n\
    ordering = yes\ntsa_name = yes\ness_cert_id_chain = no\ness_cert_id_alg = sha256\n";

impl Authority {
    /// Starts one, whose certificate is for `usage`, such as `timeStamping`.
    pub fn start(folder: &Path, usage: &str) -> Self {
        let folder = folder.join(format!("authority-{usage}"));
        fs::create_dir_all(&folder).unwrap();
        let files = [
            ("ts.cnf", SETTINGS.to_owned()),
            ("serial", "01\n".to_owned()),
            (
                "ext.cnf",
                format!(
                    "basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=critical,{usage}\n"
                ),
            ),
        ];
        for (name, text) in files {
            fs::write(folder.join(name), text).unwrap();
        }
        let key = ["-newkey", "rsa:2048", "-nodes"];
        openssl(
            &folder,
            &[
                &["req", "-x509"],
                key.as_slice(),
                &[
                    "-keyout",
                    "ca.key",
                    "-out",
                    "ca.pem",
                    "-days",
                    "30",
                    "-subj",
                    "/CN=Clock Tower CA",
                ],
            ]
            .concat(),
        );
        openssl(
            &folder,
            &[
                &["req"],
                key.as_slice(),
                &["-keyout", "tsa.key", "-out", "tsa.csr", "-subj", "/CN=Clock Tower"],
            ]
            .concat(),
        );
        openssl(
            &folder,
            &[
                "x509",
                "-req",
                "-in",
                "tsa.csr",
                "-CA",
                "ca.pem",
                "-CAkey",
                "ca.key",
                "-CAcreateserial",
                "-days",
                "30",
                "-extfile",
                "ext.cnf",
                "-out",
                "tsa.pem",
            ],
        );
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/tsa", listener.local_addr().unwrap());
        let mood = Arc::new(AtomicU8::new(Mood::Good as u8));
        let (home, how) = (folder.clone(), Arc::clone(&mood));
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                answer(&home, client, how.load(Ordering::SeqCst));
            }
        });
        Self { folder, url, mood }
    }

    pub fn is(&self, mood: Mood) {
        self.mood.store(mood as u8, Ordering::SeqCst);
    }

    /// The file with the certificates to trust.
    pub fn ca(&self) -> String {
        self.folder.join("ca.pem").display().to_string()
    }
}

/// Reads one request and answers it.
fn answer(folder: &Path, mut client: TcpStream, mood: u8) {
    let mut request = Vec::new();
    let body = loop {
        let mut piece = [0; 4096];
        let Ok(read) = client.read(&mut piece) else { return };
        request.extend_from_slice(&piece[..read]);
        let Some(head) = request.windows(4).position(|end| end == b"\r\n\r\n") else {
            if read == 0 {
                return;
            }
            continue;
        };
        let text = String::from_utf8_lossy(&request[..head]).to_lowercase();
        let length = text
            .lines()
            .find_map(|line| line.strip_prefix("content-length:")?.trim().parse().ok());
        if request.len() >= head + 4 + length.unwrap_or(0) {
            assert!(text.contains("application/timestamp-query"));
            break request[head + 4..].to_vec();
        }
    };
    let is_first = mood == Mood::Stale as u8 && !folder.join("stale.tsq").exists();
    if is_first {
        fs::write(folder.join("stale.tsq"), &body).unwrap();
    }
    if is_first || mood == Mood::Down as u8 {
        let _ = client.write_all(b"HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
        return;
    }
    let query = folder.join("query.tsq");
    if mood == Mood::Other as u8 {
        let other = "ab".repeat(32);
        openssl(
            folder,
            &[
                "ts",
                "-query",
                "-digest",
                &other,
                "-sha256",
                "-cert",
                "-out",
                "query.tsq",
            ],
        );
    } else if mood == Mood::Stale as u8 {
        fs::copy(folder.join("stale.tsq"), query).unwrap();
    } else {
        fs::write(query, &body).unwrap();
    }
    openssl(
        folder,
        &[
            "ts",
            "-reply",
            "-config",
            "ts.cnf",
            "-queryfile",
            "query.tsq",
            "-out",
            "reply.tsr",
        ],
    );
    let reply = fs::read(folder.join("reply.tsr")).unwrap();
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/timestamp-reply\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
        reply.len()
    );
    let _ = client.write_all(&[head.as_bytes(), &reply].concat());
}
