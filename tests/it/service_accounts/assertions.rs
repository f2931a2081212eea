//! Access tokens by a signed assertion: from a key that was told before, for us alone, once.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use ed25519_dalek::{SigningKey, pkcs8::EncodePrivateKey as _};
use entity::audit_entry;
use jiff::SignedDuration;
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};
use serde_json::{Value, json};
use touchstone::service_accounts::jobs;

use super::{GRANT, Made, asking, refused};
use crate::{
    both_databases,
    support::{Person, World},
    transport::serving::{Answer, Serving, VIEWER},
};

const BEARER: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// A key of a client.
struct Key {
    signs: EncodingKey,
    public: String,
}

impl Key {
    fn of(seed: u8) -> Self {
        let key = SigningKey::from_bytes(&[seed; 32]);
        let signs = EncodingKey::from_ed_der(key.to_pkcs8_der().unwrap().as_bytes());
        let public =
            json!({ "kty": "OKP", "crv": "Ed25519", "x": URL_SAFE_NO_PAD.encode(key.verifying_key().as_bytes()) });
        Self {
            signs,
            public: public.to_string(),
        }
    }

    fn sign(&self, claims: &Value) -> String {
        encode(&Header::new(Algorithm::EdDSA), claims, &self.signs).unwrap()
    }
}

fn claims(world: &World, client: &str) -> Value {
    let now = world.now().as_second();
    json!({
        "iss": client, "sub": client, "aud": "http://127.0.0.1:8080/oauth/token", "iat": now, "exp": now + 120,
        "jti": world.id().to_string(),
    })
}

async fn asked(serving: &Serving, assertion: &str) -> Answer {
    let form = [
        GRANT,
        ("client_assertion_type", BEARER),
        ("client_assertion", assertion),
    ];
    serving.send(asking(serving, None, &form)).await
}

async fn with_key(admin: &Person, key: &Key) -> Made {
    let mut made = Made::by(admin, json!({})).await;
    made.step(admin, "addServiceKey", json!({ "jwk": key.public }))
        .await
        .ok();
    made
}

both_databases! {
    async fn an_assertion_is_good_once(world: World) {
        let serving = Serving::of(&world).await;
        let admin = world.brand("Acme").await.admin().await;
        let key = Key::of(1);
        let made = with_key(&admin, &key).await;
        let assertion = key.sign(&claims(&world, &made.id));
        let answer = asked(&serving, &assertion).await;
        assert_eq!(answer.status, 200, "{answer:?}");
        let token = answer.json()["access_token"].as_str().unwrap().to_owned();
        assert!(serving.ask_as(&token, VIEWER, json!({})).await.data("/viewer/person/id").is_string());
        for _ in 0..2 {
            refused(&asked(&serving, &assertion).await, 401, "invalid_client");
        }
        let refusals = audit_entry::Entity::find().filter(audit_entry::Column::Action.eq("refuseServiceToken"));
        assert_eq!(refusals.count(world.app.db.read()).await.unwrap(), 1, "one a minute");
        assert_eq!(asked(&serving, &key.sign(&claims(&world, &made.id))).await.status, 200);
        assert_eq!(jobs::forget(&world.app).await.unwrap(), 0);
        world.clock.advance(SignedDuration::from_mins(10));
        assert_eq!(jobs::forget(&world.app).await.unwrap(), 2);
        refused(&asked(&serving, &assertion).await, 401, "invalid_client");
        serving.stop().await;
    }

    async fn an_assertion_is_for_us_in_time_and_by_the_key_that_we_know(world: World) {
        let serving = Serving::of(&world).await;
        let admin = world.brand("Acme").await.admin().await;
        let (key, stranger) = (Key::of(1), Key::of(2));
        let made = with_key(&admin, &key).await;
        let now = world.now().as_second();
        for (member, value) in [
            ("aud", json!("https://elsewhere.example/oauth/token")),
            ("iss", json!("svca_01h45ytscbebyvny4gc8cr8ma2")),
            ("exp", json!(now - 60)),
            ("exp", json!(now + 3_600)),
            ("jti", Value::Null),
        ] {
            let mut claims = claims(&world, &made.id);
            claims[member] = value.clone();
            let answer = asked(&serving, &key.sign(&claims)).await;
            assert_eq!(answer.status, 401, "{member}: {value}: {answer:?}");
        }
        let body = URL_SAFE_NO_PAD.encode(claims(&world, &made.id).to_string());
        let none = format!("{}.{body}.", URL_SAFE_NO_PAD.encode(r#"{"alg":"none"}"#));
        let shared = EncodingKey::from_secret(key.public.as_bytes());
        let confused = encode(&Header::new(Algorithm::HS256), &claims(&world, &made.id), &shared).unwrap();
        let unknown = claims(&world, "svca_01h45ytscbebyvny4gc8cr8ma2");
        for assertion in [
            none,
            confused,
            stranger.sign(&claims(&world, &made.id)),
            key.sign(&unknown),
            "a.b.c".to_owned(),
        ] {
            refused(&asked(&serving, &assertion).await, 401, "invalid_client");
        }
        serving.stop().await;
    }

    async fn only_public_keys_are_taken_each_once(world: World) {
        let admin = world.brand("Acme").await.admin().await;
        let key = Key::of(1);
        let mut made = with_key(&admin, &key).await;
        let private = key.public.replacen('{', "{\"d\":\"AAAA\",", 1);
        world.nothing_changes(async {
            for jwk in [key.public.as_str(), private.as_str(), "{}", "no key"] {
                let answer = made.step(&admin, "addServiceKey", json!({ "jwk": jwk })).await;
                answer.refused_with("BAD_USER_INPUT");
                assert_eq!(answer.error_field().as_deref(), Some("jwk"), "{jwk}");
            }
        })
        .await;
    }
}
