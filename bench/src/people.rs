//! The sixteen people who are measured, and the tokens they got by signing in.

use std::{net::SocketAddr, path::Path};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use touchstone::{
    audience::Sight,
    permissions::Action,
    platform::ids::{self, IdKind},
    sessions::viewers,
};
use uuid::Uuid;

use crate::{
    Done, client,
    dataset::{self, DISCUSSED, ORGANIZATIONS},
    load::Home,
};

/// How many people ask, each of another organisation.
pub const VIEWERS: u64 = 16;
/// Everybody's password.
pub const PASSWORD: &str = "correct horse battery staple";

/// Somebody who asks.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Person {
    pub id: Uuid,
    /// The id as tokens have it.
    pub sub: String,
    pub organization: Uuid,
    /// What leads are seen by.
    pub principals: Vec<String>,
    /// The access token; not for the file.
    #[serde(skip)]
    pub token: String,
    /// Leads with ten comments.
    #[serde(skip)]
    pub discussed: Vec<Uuid>,
    /// Leads that are commented on.
    #[serde(skip)]
    pub quiet: Vec<Uuid>,
}

/// What a server needs to check a token and to know who asks.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Directory {
    /// The public key of tokens, as its JWK has it.
    pub x: String,
    pub issuer: String,
    pub audience: String,
    pub people: Vec<Person>,
}

impl Directory {
    /// Signs everybody in at the product's server and writes what others need to know.
    ///
    /// # Errors
    /// Where somebody is not let in.
    pub async fn gather(home: &Home, product: SocketAddr, issuer: &str, file: &Path) -> Done<Self> {
        let app = home.app().await?;
        let mut people = Vec::new();
        for organization in 0..VIEWERS {
            let id = dataset::person(organization, 1);
            let viewer = viewers::load(&app, id).await.map_err(|error| error.message)?;
            let viewer = viewer.ok_or("nobody of that id")?;
            let lead = |place| dataset::lead_of(home.leads, organization, place);
            people.push(Person {
                id,
                sub: ids::encode(IdKind::Person, id),
                organization: dataset::organization(organization),
                principals: Sight::of(&viewer, Action::LeadRead, Timestamp::UNIX_EPOCH).principals,
                token: sign_in(product, &dataset::address(organization, 1)).await?,
                discussed: DISCUSSED.map(lead).collect(),
                quiet: (DISCUSSED.end..home.leads / ORGANIZATIONS)
                    .filter(|place| dataset::is_seen_by_all(home.leads, organization, *place))
                    .take(600)
                    .map(lead)
                    .collect(),
            });
        }
        app.db.clone().close().await;
        let keys: Value = serde_json::from_slice(&client::get(product, "/.well-known/jwks.json").await?)?;
        let directory = Self {
            x: keys["keys"][0]["x"].as_str().ok_or("no key")?.to_owned(),
            issuer: issuer.to_owned(),
            audience: format!("{issuer}graphql"),
            people,
        };
        std::fs::write(file, serde_json::to_vec(&directory)?)?;
        Ok(directory)
    }

    /// As it stands in a file.
    ///
    /// # Errors
    /// Where there is none.
    pub fn read(file: &Path) -> Done<Self> {
        Ok(serde_json::from_slice(&std::fs::read(file)?)?)
    }
}

async fn sign_in(product: SocketAddr, email: &str) -> Done<String> {
    let document = "mutation($input: SignInInput!) { signIn(input: $input) { accessToken userErrors { code } } }";
    let input = json!({"email": email, "password": PASSWORD, "returnRefreshToken": true});
    let body = json!({"query": document, "variables": {"input": input}});
    let answer = client::post(product, "/graphql", "", &body).await?;
    let answer: Value = serde_json::from_slice(&answer)?;
    let token = answer["data"]["signIn"]["accessToken"].as_str();
    Ok(token.ok_or_else(|| format!("{email}: {answer}"))?.to_owned())
}
