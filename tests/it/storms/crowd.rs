//! The people of a storm and what each does all the time: writes leads, shares them, has them answered, talks, invites.

use rand::{RngExt as _, rngs::StdRng};
use serde_json::{Value, json};
use touchstone::permissions::Role;

use super::{
    books::INVITED,
    ledger::{Entry, Fate, Ledger},
};
use crate::{
    support::{Organization, PASSWORD, World},
    transport::serving::{SIGN_IN, with_password},
};

/// Who asks, and with what.
#[derive(Debug, Clone)]
struct Member {
    email: String,
    token: String,
}

/// The people of a storm: each case has an owner and a recipient.
#[derive(Clone)]
pub(super) struct Crowd {
    http: reqwest::Client,
    members: Vec<Member>,
    pub(super) owner: Organization,
    /// Public ids of the recipients' organisation and of its brand.
    pub(super) recipient: String,
    brand: String,
}

impl Crowd {
    /// Two members of the alliance, with `pairs` of people on both sides.
    pub(super) async fn in_world(world: &World, pairs: usize) -> Self {
        let (owner, recipient) = (world.brand("Acme").await, world.brand("Other").await);
        let mut members = Vec::new();
        for _ in 0..pairs {
            for person in [
                owner.person(&[Role::Ma, Role::Mi]).await,
                recipient.investigator().await,
            ] {
                with_password(&person).await;
                members.push(Member {
                    email: person.email,
                    token: String::new(),
                });
            }
        }
        Self {
            http: reqwest::Client::new(),
            members,
            owner,
            recipient: recipient.public_id(),
            brand: recipient.brand_id(),
        }
    }

    pub(super) fn pairs(&self) -> usize {
        self.members.len() / 2
    }

    /// Those on the owner's side.
    pub(super) fn owners(&self) -> Vec<usize> {
        (0..self.members.len()).step_by(2).collect()
    }

    /// Those on the recipient's side.
    pub(super) fn recipients(&self) -> Vec<usize> {
        (1..self.members.len()).step_by(2).collect()
    }

    /// The input of a draft of this name about the recipient's brand.
    pub(super) fn draft(&self, name: &str) -> Value {
        json!({
            "idempotencyKey": name, "title": name, "tlp": "AMBER", "channel": "ONLINE",
            "infringementTypes": ["COUNTERFEIT"], "items": [{ "brandId": self.brand, "title": "Bag, 1:1 quality" }],
        })
    }

    /// The token of a preview.
    pub(super) async fn preview(&self, url: &str, by: usize, lead: &str, grants: &Value) -> Option<Value> {
        let document = "query($input: PreviewAudienceInput!) { previewAudience(input: $input) { token } }";
        let asked = json!({ "input": { "id": lead, "grants": grants } });
        let answer = self.asks(url, Some(by), document, asked).await?;
        Some(answer["data"]["previewAudience"]["token"].clone())
    }

    /// The delivery of a lead, as its recipient finds it.
    pub(super) async fn delivery(&self, url: &str, by: usize, lead: &str) -> Option<Value> {
        let document = "query($id: ID!) { lead(id: $id) { deliveries { id version } } }";
        let answer = self.asks(url, Some(by), document, json!({ "id": lead })).await?;
        Some(answer["data"]["lead"]["deliveries"][0].clone())
    }

    /// Signs everybody in.
    pub(super) async fn signs_in(&mut self, url: &str) {
        for at in 0..self.members.len() {
            let input = json!({ "email": self.members[at].email, "password": PASSWORD });
            let answer = self.asks(url, None, SIGN_IN, json!({ "input": input })).await.unwrap();
            let token = answer["data"]["signIn"]["accessToken"].as_str();
            token
                .unwrap_or_else(|| panic!("{answer}"))
                .clone_into(&mut self.members[at].token);
        }
    }

    /// An answer, or nothing where none came.
    async fn asks(&self, url: &str, by: Option<usize>, query: &str, variables: Value) -> Option<Value> {
        let mut request = self
            .http
            .post(format!("{url}/graphql"))
            .json(&json!({ "query": query, "variables": variables }));
        if let Some(by) = by {
            request = request.bearer_auth(&self.members[by].token);
        }
        request.send().await.ok()?.json().await.ok()
    }

    /// Asks for a change and says what became of it.
    pub(super) async fn changes(&self, url: &str, by: usize, mutation: &str, input: &Value) -> Fate {
        let (kind, selection) = match mutation {
            "submitLead" => ("LeadTransitionInput".to_owned(), "lead { id version }"),
            "answerDelivery" => ("AnswerDeliveryInput".to_owned(), "delivery { id version }"),
            "addComment" => ("AddCommentInput".to_owned(), "comment { id }"),
            "inviteUser" => ("InviteUserInput".to_owned(), "person { id }"),
            "suspendUser" | "reinstateUser" => ("PersonTransitionInput".to_owned(), "person { id }"),
            "retractLead" => ("ReasonedLeadInput".to_owned(), "lead { id version }"),
            other => (
                format!("{}{}Input", other[..1].to_uppercase(), &other[1..]),
                "lead { id version }",
            ),
        };
        let document = format!(
            "mutation($input: {kind}!) {{ {mutation}(input: $input) {{ {selection} userErrors {{ code message }} }} }}"
        );
        let Some(answer) = self.asks(url, Some(by), &document, json!({ "input": input })).await else {
            return Fate::Lost;
        };
        let payload = &answer["data"][mutation];
        let top = answer["errors"][0]["extensions"]["code"].as_str();
        match top.or(payload["userErrors"][0]["code"].as_str()) {
            Some(code) => Fate::Refused(code.to_owned()),
            None => Fate::Done(payload.clone()),
        }
    }
}

/// One of the crowd's pairs at work.
pub(super) struct Client {
    pub(super) crowd: Crowd,
    pub(super) url: String,
    pub(super) pair: usize,
    pub(super) dice: StdRng,
    pub(super) ledger: Ledger,
    /// What no other client and no other round calls its things.
    pub(super) name: String,
}

impl Client {
    /// Works until no answer comes any more.
    pub(super) async fn works(mut self) {
        let mut number = 0;
        while self.case(number).await.is_some() {
            number += 1;
        }
    }

    fn owner(&self) -> usize {
        2 * self.pair
    }

    fn recipient(&self) -> usize {
        2 * self.pair + 1
    }

    /// One lead from its first draft to its last comment.
    async fn case(&mut self, number: usize) -> Option<()> {
        let name = format!("{} {number}", self.name);
        let lead = self.writes(&name).await?;
        let id = lead["id"].as_str()?.to_owned();
        self.steps("submitLead", &id, 1, json!({})).await?;
        if self.dice.random_bool(0.5) {
            self.says(self.owner(), &id, &format!("{name}: first")).await?;
        }
        self.steps("triageLead", &id, 2, json!({ "grade": "B2", "priority": "HIGH" }))
            .await?;
        let grants = json!([{ "organizationId": self.crowd.recipient }]);
        let token = self.crowd.preview(&self.url, self.owner(), &id, &grants).await?;
        self.steps("shareLead", &id, 3, json!({ "grants": grants, "previewToken": token }))
            .await?;
        if self.dice.random_bool(0.5) {
            self.invites(&name).await?;
        }
        self.answers(&id, &name).await?;
        self.says(self.recipient(), &id, &format!("{name}: last")).await
    }

    /// Sometimes it asks twice at once, as a client does that lost its patience.
    async fn writes(&mut self, name: &str) -> Option<Value> {
        let input = self.crowd.draft(name);
        let impatient = self.dice.random_bool(0.3);
        let asks = || self.crowd.changes(&self.url, self.owner(), "createLead", &input);
        let fate = if impatient {
            match tokio::join!(asks(), asks()) {
                (Fate::Lost, other) | (other, Fate::Lost) => other,
                (one, other) => {
                    assert_eq!(one, other, "one key, one lead");
                    one
                }
            }
        } else {
            asks().await
        };
        let payload = self.notes("createLead", input, self.owner(), name.to_owned(), fate)?;
        Some(payload["lead"].clone())
    }

    async fn steps(&self, mutation: &'static str, id: &str, version: i32, more: Value) -> Option<Value> {
        let input = crate::support::with(json!({ "id": id, "expectedVersion": version }), more);
        let (_, lead) = touchstone::platform::ids::decode(id).unwrap();
        self.asks(mutation, input, self.owner(), lead.to_string()).await
    }

    async fn answers(&self, lead: &str, name: &str) -> Option<Value> {
        let delivery = self.crowd.delivery(&self.url, self.recipient(), lead).await?;
        let input = json!({
            "id": delivery["id"], "expectedVersion": delivery["version"], "verdict": "CONFIRMED", "reason": name,
        });
        self.asks("answerDelivery", input, self.recipient(), name.to_owned())
            .await
    }

    async fn says(&self, by: usize, lead: &str, body: &str) -> Option<()> {
        let input =
            json!({ "idempotencyKey": body, "leadId": lead, "body": body, "audience": "EVERYONE_WHO_SEES_THE_LEAD" });
        self.asks("addComment", input, by, body.to_owned()).await.map(drop)
    }

    async fn invites(&self, name: &str) -> Option<()> {
        let email = format!("{}{INVITED}", name.replace(' ', "-"));
        let input = json!({ "idempotencyKey": name, "name": "Kim Lee", "email": email, "roles": ["MI"] });
        self.asks("inviteUser", input, self.owner(), email).await.map(drop)
    }

    async fn asks(&self, mutation: &'static str, input: Value, by: usize, mark: String) -> Option<Value> {
        let fate = self.crowd.changes(&self.url, by, mutation, &input).await;
        self.notes(mutation, input, by, mark, fate)
    }

    /// Writes down what became of a request; the payload where it was done.
    fn notes(&self, mutation: &'static str, input: Value, by: usize, mark: String, fate: Fate) -> Option<Value> {
        let entry = Entry {
            mutation,
            input,
            by,
            mark,
            fate: fate.clone(),
        };
        self.ledger.write(entry);
        match fate {
            Fate::Done(payload) => Some(payload),
            Fate::Refused(code) => panic!("{mutation} was refused: {code}"),
            Fate::Lost => None,
        }
    }
}
