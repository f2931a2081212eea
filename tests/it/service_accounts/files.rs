//! Files that a service account has made: asked for and fetched by its own token, with nothing RED in them.

use serde_json::json;
use touchstone::exports::jobs;

use super::{Made, token_of};
use crate::{
    both_databases,
    support::{draft, with},
    transport::serving::Serving,
};

const CREATE: &str =
    "mutation($input: CreateExportInput!) { createExport(input: $input) { export { id } userErrors { code } } }";
const LIST: &str = "{ exports(first: 10) { nodes { state downloadUrl } } }";

both_databases! {
    async fn i29_a_file_comes_by_the_token_of_its_account_and_has_nothing_red(world: World) {
        let serving = Serving::of(&world).await;
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        admin.creates_from(with(draft(&acme), json!({ "title": "Amber bags" }))).await;
        admin.creates_from(with(draft(&acme), json!({ "title": "Red bags", "tlp": "RED" }))).await;
        let mut made = Made::by(&admin, json!({ "scopes": ["LEADS_READ", "EXPORTS_READ"] })).await;
        let secret = made.secret(&admin).await;
        let token = token_of(&serving, &made.id, &secret).await;
        let input = json!({ "idempotencyKey": world.id().to_string(), "format": "STIX", "includeRed": true });
        let asked = serving.ask_as(&token, CREATE, json!({ "input": input })).await;
        assert!(asked.data("/createExport/export/id").is_string(), "{asked:?}");
        jobs::write(&world.app).await.unwrap();
        let listed = serving.ask_as(&token, LIST, json!({})).await;
        let address = listed.data("/exports/nodes/0/downloadUrl");
        let address = format!("{}{}", serving.url, address.as_str().unwrap());
        let file = serving.send(serving.http.get(&address).bearer_auth(&token)).await;
        assert_eq!(file.status, 200, "{file:?}");
        assert_eq!(file.header("content-type"), "application/stix+json;version=2.1");
        assert!(file.body.contains("Amber bags") && !file.body.contains("Red bags"), "{file:?}");
        let theirs = serving.token_of(&admin).await;
        assert_eq!(serving.send(serving.http.get(&address).bearer_auth(&theirs)).await.status, 404);
        serving.stop().await;
    }
}
