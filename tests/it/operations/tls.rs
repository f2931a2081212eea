//! The way to PostgreSQL, encrypted.

use sea_orm::{ConnectionTrait as _, Statement};
use touchstone::platform::db::Db;

use super::{authority::Authority, postgres::OwnPostgres};

/// Whether the server says that the connection is encrypted.
async fn is_encrypted(db: &Db) -> bool {
    let sql = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
    let row = db
        .read()
        .query_one_raw(Statement::from_string(db.backend(), sql))
        .await
        .unwrap();
    row.unwrap().try_get("", "ssl").unwrap()
}

#[tokio::test]
async fn the_connection_is_encrypted_and_the_server_has_to_be_the_one_it_should_be() {
    let (own, authority) = OwnPostgres::with_tls();
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.display().to_string()
    };
    let right = file("right.pem", &authority);
    let wrong = file("wrong.pem", &Authority::new().certificate());
    let url = own.url();

    let db = Db::open(&format!("{url}?sslmode=verify-full&sslrootcert={right}"), 1)
        .await
        .unwrap();
    assert!(is_encrypted(&db).await);
    db.close().await;
    let elsewhere = url.replace("127.0.0.1", "localhost");
    for refused in [
        format!("{url}?sslmode=verify-full&sslrootcert={wrong}"),
        // The certificate is for another name.
        format!("{elsewhere}?sslmode=verify-full&sslrootcert={right}"),
        // Authorities that everybody knows do not vouch for it.
        format!("{url}?sslmode=verify-full"),
        format!("{url}?sslmode=disable"),
    ] {
        assert!(Db::open(&refused, 1).await.is_err(), "{refused}");
    }
}
