//! The floor: the same answers by one hand-written statement each, without GraphQL, permissions or limits. The token is
//! checked, but whether its session still stands is not asked.

use std::{net::SocketAddr, path::PathBuf, sync::Arc};

use actix_web::{
    App, HttpRequest, HttpResponse, HttpServer, error,
    http::header::AUTHORIZATION,
    web::{self, Data, Json, Path},
};
use jiff::Timestamp;
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode};
use sea_orm::sqlx::{
    PgPool, Row as _,
    postgres::{PgPoolOptions, PgRow},
    query,
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use touchstone::{
    leads::rules::Priority,
    platform::{
        clock::{micros, timestamp},
        graphql::connection::encode_cursor,
        ids::{self, IdKind, Ids as _, SystemIds},
    },
};
use uuid::Uuid;

use crate::{
    Done,
    people::{Directory, Person},
};

/// The page of leads.
pub const INBOX: &str = include_str!("../sql/inbox.sql");
/// A lead with its comments.
pub const LEAD: &str = include_str!("../sql/lead.sql");
/// A new comment.
pub const COMMENT: &str = include_str!("../sql/comment.sql");

/// Serves until it is ended.
#[derive(Debug, clap::Args)]
pub struct Raw {
    #[arg(long)]
    listen: SocketAddr,
    /// Who may ask.
    #[arg(long)]
    directory: PathBuf,
    #[arg(long, env = "BENCH_DATABASE_URL", hide_env_values = true)]
    database_url: String,
}

struct State {
    pool: PgPool,
    key: DecodingKey,
    validation: Validation,
    directory: Directory,
}

type Answer<T> = Result<T, error::Error>;

/// Serves the floor.
///
/// # Errors
/// Where it does not come up.
pub fn serve(raw: &Raw) -> Done<()> {
    let directory = Directory::read(&raw.directory)?;
    let mut validation = Validation::new(Algorithm::EdDSA);
    validation.set_issuer(&[&directory.issuer]);
    validation.set_audience(&[&directory.audience]);
    let key = DecodingKey::from_ed_components(&directory.x)?;
    actix_web::rt::System::new().block_on(async {
        let pool = PgPoolOptions::new()
            .max_connections(8)
            .connect(&raw.database_url)
            .await?;
        let state = Data::from(Arc::new(State {
            pool,
            key,
            validation,
            directory,
        }));
        let server = HttpServer::new(move || {
            App::new()
                .app_data(state.clone())
                .route("/healthz", web::get().to(HttpResponse::Ok))
                .route("/inbox", web::get().to(inbox))
                .route("/lead/{id}", web::get().to(lead))
                .route("/comment", web::post().to(comment))
        });
        server.bind(raw.listen)?.run().await?;
        Ok(())
    })
}

impl State {
    fn person(&self, request: &HttpRequest) -> Answer<&Person> {
        #[derive(Deserialize)]
        struct Claims {
            sub: String,
        }
        let token = request
            .headers()
            .get(AUTHORIZATION)
            .and_then(|value| value.to_str().ok());
        let token = token.and_then(|value| value.strip_prefix("Bearer "));
        let claims = token.and_then(|token| decode::<Claims>(token, &self.key, &self.validation).ok());
        let found = claims.and_then(|known| {
            self.directory
                .people
                .iter()
                .find(|person| person.sub == known.claims.sub)
        });
        found.ok_or_else(|| error::ErrorUnauthorized("who?"))
    }
}

#[derive(Serialize)]
struct Named {
    id: String,
    name: String,
}

impl Named {
    fn of(kind: IdKind, id: Uuid, name: String) -> Self {
        Self {
            id: ids::encode(kind, id),
            name,
        }
    }
}

/// What both reading answers say of a lead.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Lead {
    id: String,
    reference: String,
    title: String,
    state: String,
    tlp: String,
    priority: &'static str,
    created_at: String,
    owner: Named,
}

impl Lead {
    fn of(row: &PgRow) -> Self {
        Self {
            id: ids::encode(IdKind::Lead, row.get("id")),
            reference: row.get("reference"),
            title: row.get("title"),
            state: row.get("state"),
            tlp: row.get("tlp"),
            priority: Priority::from_rank(row.get("priority")).code(),
            created_at: timestamp(row.get("created_at")).to_string(),
            owner: Named::of(IdKind::Org, row.get("owner_id"), row.get("owner")),
        }
    }
}

#[derive(Serialize)]
struct Edge<T> {
    node: T,
}

#[derive(Serialize)]
struct Edges<T> {
    edges: Vec<Edge<T>>,
}

#[derive(Serialize)]
struct Item {
    title: String,
    brand: Named,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Total {
    total_count: i64,
}

#[derive(Serialize)]
struct Listed {
    #[serde(flatten)]
    lead: Lead,
    items: Edges<Item>,
    comments: Total,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PageInfo {
    has_next_page: bool,
    end_cursor: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Leads {
    edges: Vec<Edge<Listed>>,
    page_info: PageInfo,
}

async fn inbox(state: Data<State>, request: HttpRequest) -> Answer<HttpResponse> {
    let person = state.person(&request)?;
    let found = query(INBOX)
        .bind(&person.principals)
        .bind(person.organization)
        .bind(micros(now()))
        .fetch_all(&state.pool)
        .await;
    let rows = found.map_err(error::ErrorInternalServerError)?;
    let end_cursor = rows
        .get(49)
        .map(|row| encode_cursor(row.get("created_at"), row.get("id")));
    let edges = rows.iter().take(50).map(|row| {
        let titles: Option<Vec<String>> = row.get("titles");
        let brand_ids: Option<Vec<Uuid>> = row.get("brand_ids");
        let brands: Option<Vec<String>> = row.get("brands");
        let brands = brand_ids.into_iter().flatten().zip(brands.into_iter().flatten());
        let items = titles
            .into_iter()
            .flatten()
            .zip(brands)
            .map(|(title, (id, name))| Edge {
                node: Item {
                    title,
                    brand: Named::of(IdKind::Brand, id, name),
                },
            });
        Edge {
            node: Listed {
                lead: Lead::of(row),
                items: Edges { edges: items.collect() },
                comments: Total {
                    total_count: row.get("comments"),
                },
            },
        }
    });
    #[derive(Serialize)]
    struct Body {
        leads: Leads,
    }
    let page_info = PageInfo {
        has_next_page: rows.len() > 50,
        end_cursor,
    };
    let leads = Leads {
        edges: edges.collect(),
        page_info,
    };
    Ok(data(Body { leads }))
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Comment {
    id: String,
    body: String,
    author_name: String,
    created_at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<Named>,
}

async fn lead(state: Data<State>, request: HttpRequest, id: Path<String>) -> Answer<HttpResponse> {
    #[derive(Serialize)]
    struct Shown {
        #[serde(flatten)]
        lead: Lead,
        comments: Edges<Comment>,
    }
    #[derive(Serialize)]
    struct Body {
        lead: Option<Shown>,
    }
    let person = state.person(&request)?;
    let id = ids::decode_as(IdKind::Lead, &id).map_err(|_| error::ErrorBadRequest("which?"))?;
    let found = query(LEAD)
        .bind(&person.principals)
        .bind(person.organization)
        .bind(micros(now()))
        .bind(id)
        .fetch_all(&state.pool)
        .await;
    let rows = found.map_err(error::ErrorInternalServerError)?;
    let comments = rows.iter().map(|row| {
        let author: String = row.get("author");
        let home: &str = row.get("home");
        Edge {
            node: Comment {
                id: ids::encode(IdKind::Comment, row.get("comment_id")),
                body: row.get("body"),
                author_name: format!("{author}, {home}"),
                created_at: timestamp(row.get("said_at")).to_string(),
                author: Some(Named::of(IdKind::Person, row.get("author_id"), author)),
            },
        }
    });
    let comments = Edges {
        edges: comments.collect(),
    };
    let lead = rows.first().map(|row| Shown {
        lead: Lead::of(row),
        comments,
    });
    Ok(data(Body { lead }))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct NewComment {
    idempotency_key: String,
    lead_id: String,
    body: String,
}

async fn comment(state: Data<State>, request: HttpRequest, new: Json<NewComment>) -> Answer<HttpResponse> {
    let person = state.person(&request)?;
    let lead = ids::decode_as(IdKind::Lead, &new.lead_id).map_err(|_| error::ErrorBadRequest("which?"))?;
    let now = now();
    let fresh: [Uuid; 4] = std::array::from_fn(|_| SystemIds.id(now));
    let found = query(COMMENT)
        .bind(&person.principals)
        .bind(person.organization)
        .bind(micros(now))
        .bind(lead)
        .bind(person.id)
        .bind(&new.body)
        .bind(&new.idempotency_key)
        .bind(fresh)
        .fetch_one(&state.pool)
        .await;
    let row = found.map_err(error::ErrorInternalServerError)?;
    let (author, home): (&str, &str) = (row.get("author"), row.get("home"));
    let comment = Comment {
        id: ids::encode(IdKind::Comment, fresh[0]),
        body: new.into_inner().body,
        author_name: format!("{author}, {home}"),
        created_at: now.to_string(),
        author: None,
    };
    Ok(data(json!({"addComment": {"comment": comment, "userErrors": []}})))
}

fn data(data: impl Serialize) -> HttpResponse {
    #[derive(Serialize)]
    struct Body<T> {
        data: T,
    }
    HttpResponse::Ok().json(Body { data })
}

#[expect(
    clippy::disallowed_methods,
    reason = "a program of its own, without the product's clock"
)]
fn now() -> Timestamp {
    Timestamp::now()
}
