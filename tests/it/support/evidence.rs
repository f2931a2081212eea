//! Evidence as tests speak of it: `let photo = author.attaches(&lead, &picture(), json!({})).await;`

use bytes::Bytes;
use futures_util::stream;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use serde_json::{Value, json};
use touchstone::{
    evidence::{self, NotReceived, Uploaded},
    platform::ids::{IdKind, decode_as, encode},
};
use uuid::Uuid;

use super::{Asks as _, Lead, Person, Response, World, with};
use crate::transport::serving::Serving;

const SELECTION: &str = "evidence { id version state title tlp sha256 onHold seal transfer { id } holds { id } }";

/// A small picture; `shade` makes it another one.
pub fn picture(shade: u8) -> Vec<u8> {
    let picture = image::RgbImage::from_pixel(64, 48, image::Rgb([shade, 120, 150]));
    let mut bytes = Vec::new();
    let mut cursor = std::io::Cursor::new(&mut bytes);
    picture.write_to(&mut cursor, image::ImageFormat::Png).unwrap();
    bytes
}

/// Text of so many bytes; `seed` makes it another one.
pub fn text(bytes: usize, seed: u8) -> Vec<u8> {
    let letter = |at: usize| b'a' + u8::try_from((at / 7 + usize::from(seed)) % 26).unwrap();
    (0..bytes).map(letter).collect()
}

/// A piece of evidence of the world.
#[derive(Clone)]
pub struct Evidence {
    world: World,
    pub id: Uuid,
}

impl Evidence {
    /// The piece of a public id.
    pub fn named(world: &World, id: &str) -> Self {
        Self {
            world: world.clone(),
            id: decode_as(IdKind::Evidence, id).unwrap(),
        }
    }

    pub fn public_id(&self) -> String {
        encode(IdKind::Evidence, self.id)
    }

    /// As it stands in the database.
    pub async fn row(&self) -> entity::evidence_item::Model {
        let found = entity::evidence_item::Entity::find_by_id(self.id);
        found.one(self.world.app.db.read()).await.unwrap().unwrap()
    }

    /// The codes of its custody, the first event first.
    pub async fn custody(&self) -> Vec<String> {
        use entity::custody_event::{Column, Entity};
        let found = Entity::find()
            .filter(Column::EvidenceId.eq(self.id))
            .order_by_asc(Column::Seq);
        let rows = found.all(self.world.app.db.read()).await.unwrap();
        rows.into_iter().map(|row| row.kind).collect()
    }

    /// Where its bytes are.
    pub async fn path(&self) -> std::path::PathBuf {
        let row = self.row().await;
        let (sha256, file) = (row.sha256.unwrap(), row.file_id.unwrap());
        let name = format!("{sha256}.{}", file.simple());
        let kept = self.world.folder.join("files/sha256");
        kept.join(&sha256[..2]).join(&sha256[2..4]).join(name)
    }
}

impl World {
    /// Reads all evidence again; what is wrong with it.
    pub async fn evidence_faults(&self) -> Vec<String> {
        let report = evidence::verify(&self.app).await.unwrap();
        report.faults.into_iter().map(|fault| fault.what).collect()
    }
}

impl Person {
    /// Sends a file in pieces, as the server hands them on.
    pub async fn sends_file(&self, bytes: &[u8], name: &str) -> Result<Uploaded, NotReceived> {
        let viewer = self.caller().await.viewer.unwrap();
        let pieces: Vec<Result<Bytes, ()>> = bytes
            .chunks(60_000)
            .map(|piece| Ok(Bytes::copy_from_slice(piece)))
            .collect();
        let body = stream::iter(pieces);
        evidence::receive(&self.world.app, &viewer, Some(name), None, body).await
    }

    /// Sends a file; the id to attach it by.
    pub async fn uploads(&self, bytes: &[u8], name: &str) -> String {
        let uploaded = self
            .sends_file(bytes, name)
            .await
            .unwrap_or_else(|why| panic!("{why:?}"));
        encode(IdKind::Upload, uploaded.id)
    }

    /// What attaches an upload as a photo.
    pub fn photo(&self, lead: &Lead, upload: &str) -> Value {
        json!({
            "idempotencyKey": self.world.id().to_string(), "leadId": lead.public_id(), "uploadId": upload,
            "kind": "PHOTO", "title": "The shop's window", "collectedAt": self.world.now().to_string(),
            "collectedOffset": 480,
        })
    }

    /// Asks to attach.
    pub async fn asks_to_attach(&self, input: Value) -> Response {
        self.act_selecting("attachEvidence", input, SELECTION).await
    }

    /// Sends a file and attaches it, as a photo unless `more` says otherwise.
    pub async fn attaches(&self, lead: &Lead, bytes: &[u8], more: Value) -> Evidence {
        let upload = self.uploads(bytes, "window.png").await;
        let answer = self.asks_to_attach(with(self.photo(lead, &upload), more)).await.ok();
        Evidence::named(&self.world, &answer.text("/attachEvidence/evidence/id"))
    }

    /// The same over HTTP, at a server with settings of its own; what is no picture is a chat.
    pub async fn attaches_by(&self, serving: &Serving, lead: &Lead, bytes: &[u8]) -> Evidence {
        let token = serving.token_of(self).await;
        let sent = serving.sends(&token, bytes.to_vec(), "window.png").await.json();
        let kind = if sent["mediaType"] == "text/plain" {
            "CHAT"
        } else {
            "PHOTO"
        };
        let input = with(self.photo(lead, sent["id"].as_str().unwrap()), json!({ "kind": kind }));
        let document = "mutation($input: AttachEvidenceInput!) { attachEvidence(input: $input) { evidence { id } userErrors { code field } } }";
        let made = serving.ask_as(&token, document, json!({ "input": input })).await;
        Evidence::named(
            &self.world,
            made.data("/attachEvidence/evidence/id")
                .as_str()
                .unwrap_or_else(|| panic!("{made:?}")),
        )
    }

    /// Does a mutation to a piece in the version it has now.
    pub async fn on_evidence(&self, mutation: &str, of: &Evidence, more: Value) -> Response {
        let base = json!({ "id": of.public_id(), "expectedVersion": of.row().await.version });
        self.evidence_act(mutation, with(base, more)).await
    }

    /// Does a mutation of evidence.
    pub async fn evidence_act(&self, mutation: &str, input: Value) -> Response {
        let kind = match mutation {
            "approveEvidenceDestruction" => "EvidenceTransitionInput".to_owned(),
            "askEvidenceDestruction" | "refuseEvidenceDestruction" => "ReasonedEvidenceInput".to_owned(),
            "refuseEvidenceTransfer" | "withdrawEvidenceTransfer" => "EvidenceTransferReasonInput".to_owned(),
            other => format!("{}{}Input", other[..1].to_uppercase(), &other[1..]),
        };
        let selection = if mutation == "openEvidence" {
            "url expiresAt"
        } else {
            SELECTION
        };
        let document = format!(
            "mutation($input: {kind}!) {{ {mutation}(input: $input) {{ {selection} userErrors {{ code field }} }} }}"
        );
        self.graphql(&document, json!({ "input": input })).await
    }

    /// Hands a piece to somebody; the hand-over's id.
    pub async fn hands_over(&self, of: &Evidence, to: &Person) -> String {
        let more =
            json!({ "idempotencyKey": self.world.id().to_string(), "toPersonId": to.public_id(), "seal": "S-17" });
        let sent = self.on_evidence("sendEvidence", of, more).await.ok();
        sent.text("/sendEvidence/evidence/transfer/id")
    }

    /// Places a piece under hold; the hold's id.
    pub async fn holds(&self, of: &Evidence) -> String {
        let input =
            json!({ "idempotencyKey": self.world.id().to_string(), "id": of.public_id(), "reason": "court order" });
        let held = self.evidence_act("placeLegalHold", input).await.ok();
        held.list("/placeLegalHold/evidence/holds").last().unwrap()["id"]
            .as_str()
            .unwrap()
            .to_owned()
    }

    /// The piece as this person gets it.
    pub async fn looks_at(&self, of: &Evidence) -> Response {
        let document = "query($id: ID!) { evidenceItem(id: $id) { id kind title state tlp sha256 bytes mediaType fileName \
            collectorName collectedOffset source seal holderName onHold thumbnailUrl allowedActions lead { id } \
            leadItem { id } parent { id } collector { id } holds { id reason mayLift organization { name } } \
            transfer { id overdue fromName toName sender { id } recipient { id } } destruction { reason askedByName } \
            timestamp { state at authority token } \
            custody(first: 100) { totalCount edges { node { seq kind actorName note seal mark prev hash } } } } }";
        self.graphql(document, json!({ "id": of.public_id() })).await
    }

    /// The ids of a lead's evidence in this person's eyes.
    pub async fn evidence_of(&self, lead: &Lead) -> Vec<String> {
        let document =
            "query($id: ID!) { lead(id: $id) { evidence(first: 100) { totalCount edges { node { id } } } } }";
        let answer = self.graphql(document, json!({ "id": lead.public_id() })).await.ok();
        let ids = answer.texts("/lead/evidence/edges", "/node/id");
        assert_eq!(
            answer.number("/lead/evidence/totalCount"),
            i64::try_from(ids.len()).unwrap()
        );
        ids
    }
}
