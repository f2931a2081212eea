//! Who moves money in the storm: each signs in once, and goes on with the same session over all the deaths.

use serde_json::{Value, json};
use touchstone::platform::ids::{IdKind, encode};
use uuid::Uuid;

use super::{
    bench::{self, APPRAISAL},
    notes::Wish,
    purchases::{self, Goods, PURCHASE, RECEIVED},
};
use crate::{
    storms::ledger::Fate,
    support::{PASSWORD, Person},
    transport::serving::SIGN_IN,
};

const REFRESH: &str = "mutation($input: RefreshSessionInput) { refreshSession(input: $input) { \
     accessToken refreshToken userErrors { code message } } }";
const ENTRY: &str = "query($id: ID!, $filter: LedgerEntryFilter) { fund(id: $id) { \
     entries(first: 1, filter: $filter) { nodes { id } } } }";
const ARRIVED: &str = "query($id: ID!, $filter: LedgerEntryFilter) { fund(id: $id) { \
     entries(first: 10, filter: $filter) { nodes { id debit { kind } } } } }";
const PREVIEW: &str =
    "query($input: BankStatementInput!) { bankStatementPreview(input: $input) { token mistakes { code } } }";
const LINES: &str =
    "query($filter: BankLineFilter) { bankLines(first: 10, filter: $filter) { nodes { id reference } } }";
const ORDER: &str = "order { id version state }";

/// Somebody with a session.
#[derive(Debug, Clone)]
pub(super) struct Member {
    pub(super) id: Uuid,
    token: String,
    refresh: String,
}

impl Member {
    pub(super) fn public_id(&self) -> String {
        encode(IdKind::Person, self.id)
    }
}

/// Everybody, and the fund whose money they move. Whoever comes first keeps funds, as many as [`MANAGERS`] says; the
/// first [`DECIDERS`] agree to what others propose.
#[derive(Debug, Clone)]
pub(super) struct Hall {
    http: reqwest::Client,
    pub(super) people: Vec<Member>,
    /// Public ids of the fund and of the member whose allocation it fills.
    pub(super) fund: String,
    pub(super) member: String,
    /// Public id of the fund into whose currency money is changed.
    pub(super) counter_fund: String,
    /// Public ids of holds out of which something was paid before the storm.
    pub(super) holds: Vec<String>,
    pub(super) goods: Goods,
}

/// How many of the people keep funds.
pub(super) const MANAGERS: usize = 3;
/// How many of them agree to what others propose.
pub(super) const DECIDERS: usize = MANAGERS + 1;

impl Hall {
    /// Nobody yet.
    pub(super) fn of((fund, counter_fund): (String, String), member: String, holds: Vec<String>, goods: Goods) -> Self {
        Self {
            http: reqwest::Client::new(),
            people: Vec::new(),
            fund,
            member,
            counter_fund,
            holds,
            goods,
        }
    }

    /// Signs everybody in, before they have a second factor: its codes are the test's clock's and not the server's.
    pub(super) async fn enter(&mut self, url: &str, people: &[Person]) {
        for person in people {
            let input = json!({ "email": person.email, "password": PASSWORD, "returnRefreshToken": true });
            let answer = self.asks(url, None, SIGN_IN, json!({ "input": input })).await.unwrap();
            let (token, refresh) = tokens(&answer, "signIn");
            self.people.push(Member {
                id: person.id,
                token,
                refresh,
            });
        }
        for person in people {
            person.enrol().await;
        }
    }

    /// Gives everybody new tokens: an access token is good for some minutes.
    pub(super) async fn go_on(&mut self, url: &str) {
        for at in 0..self.people.len() {
            let input = json!({ "input": { "refreshToken": self.people[at].refresh } });
            let answer = self.asks(url, None, REFRESH, input).await.unwrap();
            let member = &mut self.people[at];
            (member.token, member.refresh) = tokens(&answer, "refreshSession");
        }
    }

    /// An answer, or nothing where none came.
    async fn asks(&self, url: &str, by: Option<usize>, query: &str, variables: Value) -> Option<Value> {
        let mut request = self
            .http
            .post(format!("{url}/graphql"))
            .json(&json!({ "query": query, "variables": variables }));
        if let Some(by) = by {
            request = request.bearer_auth(&self.people[by].token);
        }
        request.send().await.ok()?.json().await.ok()
    }

    /// Asks for a change and says what became of it.
    pub(super) async fn changes(&self, url: &str, wish: &Wish) -> Fate {
        let (mutation, (kind, selection)) = (wish.mutation, asked(wish.mutation));
        let document = format!(
            "mutation($input: {kind}!) {{ {mutation}(input: $input) {{ {selection} userErrors {{ code message }} }} }}"
        );
        let variables = json!({ "input": wish.input });
        let Some(answer) = self.asks(url, Some(wish.by), &document, variables).await else {
            return Fate::Lost;
        };
        let payload = &answer["data"][mutation];
        let top = answer["errors"][0]["extensions"]["code"].as_str();
        match top.or(payload["userErrors"][0]["code"].as_str()) {
            Some(code) => Fate::Refused(code.to_owned()),
            None if payload.is_object() => Fate::Done(payload.clone()),
            None => panic!("{mutation}: neither done nor refused: {answer}"),
        }
    }

    /// The public id of the entry that the bank names so, or nothing where no answer came.
    pub(super) async fn entry(&self, url: &str, reference: &str) -> Option<String> {
        let variables = json!({ "id": self.fund, "filter": { "bankReference": reference } });
        let answer = self.asks(url, Some(0), ENTRY, variables).await?;
        let id = answer["data"]["fund"]["entries"]["nodes"][0]["id"].as_str();
        Some(id.unwrap_or_else(|| panic!("{reference}: {answer}")).to_owned())
    }

    /// The public id of the entry of the other fund by which what the bank names so arrived at the bank.
    pub(super) async fn arrived(&self, url: &str, reference: &str) -> Option<String> {
        let variables = json!({ "id": self.counter_fund, "filter": { "bankReference": reference } });
        let answer = self.asks(url, Some(0), ARRIVED, variables).await?;
        let nodes = answer["data"]["fund"]["entries"]["nodes"].as_array();
        let entry = nodes.and_then(|nodes| nodes.iter().find(|entry| entry["debit"]["kind"] == "BANK"));
        let id = entry.and_then(|entry| entry["id"].as_str());
        Some(id.unwrap_or_else(|| panic!("{reference}: {answer}")).to_owned())
    }

    /// The token by which a statement is imported as it is now.
    pub(super) async fn previews(&self, url: &str, by: usize, statement: &Value) -> Option<String> {
        let answer = self.asks(url, Some(by), PREVIEW, json!({ "input": statement })).await?;
        let token = answer["data"]["bankStatementPreview"]["token"].as_str();
        Some(token.unwrap_or_else(|| panic!("{statement}: {answer}")).to_owned())
    }

    /// The public id of the line of a statement that it names so.
    pub(super) async fn bank_line(&self, url: &str, statement: &str, reference: &str) -> Option<String> {
        let variables = json!({ "filter": { "statementId": statement } });
        let answer = self.asks(url, Some(0), LINES, variables).await?;
        let nodes = answer["data"]["bankLines"]["nodes"].as_array();
        let line = nodes.and_then(|nodes| nodes.iter().find(|line| line["reference"] == reference));
        let id = line.and_then(|line| line["id"].as_str());
        Some(id.unwrap_or_else(|| panic!("{reference}: {answer}")).to_owned())
    }
}

/// The access token and the refresh token of an answer.
fn tokens(answer: &Value, field: &str) -> (String, String) {
    let payload = &answer["data"][field];
    let token = |name: &str| payload[name].as_str().map(str::to_owned);
    let both = token("accessToken").zip(token("refreshToken"));
    both.unwrap_or_else(|| panic!("{answer}"))
}

/// The type of a mutation's input, and what to ask of its payload.
fn asked(mutation: &str) -> (String, &'static str) {
    let of_its_own = format!("{}{}Input", mutation[..1].to_uppercase(), &mutation[1..]);
    match mutation {
        "receivePurchase" => (of_its_own, RECEIVED),
        mutation if purchases::is_one(mutation) => (of_its_own, PURCHASE),
        mutation if bench::is_transition(mutation) => ("AppraisalTransitionInput".to_owned(), APPRAISAL),
        mutation if bench::is_one(mutation) => (of_its_own, APPRAISAL),
        "importBankStatement" => (of_its_own, "statements { id }"),
        "matchBankLines" => (of_its_own, "match { id }"),
        "approveFundOrder" | "withdrawFundOrder" => ("FundOrderTransitionInput".to_owned(), ORDER),
        "recordRefund" => (of_its_own, "hold { id }"),
        "recordSuspense" | "clearSuspense" | "explainSuspense" | "recordCardPayment" => (of_its_own, "fund { id }"),
        _ => (of_its_own, ORDER),
    }
}
