//! What a lead tells of the referrals that include it: to who sees these, and to nobody else.

use sea_orm::{ColumnTrait as _, QueryFilter as _};
use serde_json::json;

use super::*;
use crate::both_databases;

/// The steps that somebody sees of a lead, each with its referral.
async fn steps(by: &Person, lead: &Lead) -> Vec<(String, String)> {
    let document = "query($id: ID!) { lead(id: $id) { referralSteps { kind at byAgency referral { id } } } }";
    let found = by.graphql(document, json!({ "id": lead.public_id() })).await.ok();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let pair = |step: &Value| (text(&step["kind"]), text(&step["referral"]["id"]));
    found.list("/lead/referralSteps").iter().map(pair).collect()
}

both_databases! {
    async fn a_lead_tells_of_the_referrals_that_include_it(world: World) {
        let cast = Cast::of(&world).await;
        let (lead, other) = (cast.lead(json!({})).await, cast.lead(json!({})).await);
        assert!(steps(&cast.author, &lead).await.is_empty());
        let id = cast.sent(&lead).await;
        moves(&cast.officer, "acknowledgeReferral", &id, json!({})).await.ok();
        let told = steps(&cast.author, &lead).await;
        assert_eq!(told.first().unwrap(), &("CREATED".to_owned(), id.clone()));
        let kinds: Vec<&str> = told.iter().map(|(kind, _)| kind.as_str()).collect();
        for kind in ["SUBMITTED", "APPROVED", "SENT", "RECEIVED"] {
            assert!(kinds.contains(&kind), "{kind}: {kinds:?}");
        }
        assert!(steps(&cast.author, &other).await.is_empty(), "it is about another one");
    }

    /// Who sees the lead does not by that see its referrals.
    async fn who_does_not_see_a_referral_learns_nothing_of_it_from_a_lead(world: World) {
        let cast = Cast::of(&world).await;
        let (lead, hidden) = (cast.lead(json!({})).await, cast.lead(json!({})).await);
        let bolt = world.brand("Bolt").await;
        cast.admin.shares(&lead, &[&bolt]).await.ok();
        let own = cast.sent(&lead).await;
        assert!(steps(&bolt.admin().await, &lead).await.is_empty(), "it is of another organisation");
        let colleague = cast.acme.investigator().await;
        assert!(!steps(&colleague, &lead).await.is_empty());

        // Of a referral that rests on something, too, that the colleague does not see.
        let both = cast.begins(&cast.admin, &[&lead, &hidden]).await.ok().text("/createReferral/referral/id");
        let of_both = |told: Vec<(String, String)>| told.into_iter().filter(|(_, id)| *id == both).count();
        assert!(of_both(steps(&colleague, &lead).await) > 0);
        entity::audience::Entity::delete_many()
            .filter(entity::audience::Column::ObjectId.eq(hidden.id))
            .exec(world.app.db.write())
            .await
            .unwrap();
        assert_eq!(of_both(steps(&colleague, &lead).await), 0);
        assert!(steps(&colleague, &lead).await.iter().all(|(_, id)| *id == own));
    }
}
