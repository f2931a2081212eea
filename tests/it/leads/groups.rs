//! Sharing groups: who is in one sees what is shared with it, nobody else does, and a confidential one is not spoken of.

use serde_json::{Value, json};

use crate::{
    both_databases,
    support::{Asks as _, Lead, Organization, Person, Response, World, draft, with},
};

const MAKE: &str = "mutation($input: CreateSharingGroupInput!) { createSharingGroup(input: $input) { \
    group { id version members { organization { name } person { id } } } userErrors { code field } } }";

/// A group as tests speak of it.
struct Group {
    id: String,
}

async fn make(by: &Person, confidential: bool, members: &[&Organization], people: &[&Person]) -> Group {
    let input = json!({
        "idempotencyKey": by.world.id().to_string(),
        "name": "Workshops of Putian",
        "purpose": "Makers of soles",
        "confidential": confidential,
        "organizationIds": members.iter().map(|member| member.public_id()).collect::<Vec<_>>(),
        "personIds": people.iter().map(|person| person.public_id()).collect::<Vec<_>>(),
    });
    let made = by.graphql(MAKE, json!({ "input": input })).await.ok();
    Group {
        id: made.text("/createSharingGroup/group/id"),
    }
}

impl Group {
    fn grant(&self) -> Value {
        json!({ "groupId": self.id })
    }

    async fn read(&self, by: &Person) -> Response {
        let document = "query($id: ID!) { sharingGroup(id: $id) { name state version isMember allowedActions \
            members { organization { name } person { id } } } }";
        by.graphql(document, json!({ "id": self.id })).await
    }

    async fn act(&self, by: &Person, mutation: &str, more: Value) -> Response {
        let version = self.row(&by.world).await.version;
        let kind = format!("{}{}Input", mutation[..1].to_uppercase(), &mutation[1..]);
        let document = format!(
            "mutation($input: {kind}!) {{ {mutation}(input: $input) {{ group {{ id }} userErrors {{ code field }} }} }}"
        );
        let input = with(json!({ "id": self.id, "expectedVersion": version }), more);
        by.graphql(&document, json!({ "input": input })).await
    }

    async fn row(&self, world: &World) -> entity::sharing_group::Model {
        use sea_orm::EntityTrait as _;
        let id = touchstone::platform::ids::decode_as(touchstone::platform::ids::IdKind::Group, &self.id).unwrap();
        let found = entity::sharing_group::Entity::find_by_id(id);
        found.one(world.app.db.read()).await.unwrap().unwrap()
    }
}

/// Prepares a lead about `about` and shares it with a group.
async fn shared(by: &Person, about: &Organization, group: &Group) -> Lead {
    let lead = by.prepares(about).await;
    by.shares_by(&lead, json!({ "grants": [group.grant()] })).await.ok();
    lead
}

both_databases! {
    async fn i21_what_is_shared_with_a_group_is_seen_by_those_in_it_and_nobody_else(world: World) {
        let (acme, bolt, third) = (world.brand("Acme").await, world.brand("Bolt").await, world.brand("Third").await);
        let (admin, member, named) = (acme.admin().await, bolt.investigator().await, third.investigator().await);
        let colleague = third.investigator().await;
        let group = make(&admin, true, &[&bolt], &[&named]).await;
        let lead = shared(&admin, &acme, &group).await;
        for reader in [&member, &named] {
            let read = reader.reads(&lead).await.ok();
            assert_eq!(read.number("/lead/items/totalCount"), 0, "items are of others' brands");
            assert_eq!(reader.lists(json!({})).await.len(), 1);
        }
        colleague.reads(&lead).await.not_found();
        assert!(colleague.lists(json!({})).await.is_empty());
    }

    async fn a_member_whose_brand_it_concerns_gets_a_delivery_and_answers_it(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, member) = (acme.admin().await, bolt.investigator().await);
        let group = make(&admin, true, &[&bolt], &[]).await;
        let lead = shared(&admin, &bolt, &group).await;
        let read = member.reads(&lead).await.ok();
        assert_eq!(read.number("/lead/items/totalCount"), 1);
        assert_eq!(read.list("/lead/deliveries").len(), 1);
        let answered = member.answers(&lead, &bolt, "CONFIRMED").await.ok();
        assert_eq!(answered.text("/answerDelivery/delivery/verdict"), "CONFIRMED");
        member.comments(&lead, "Seen before", "OWNER_AND_MY_ORGANIZATION").await.ok();
        assert_eq!(member.reads(&lead).await.ok().number("/lead/comments/totalCount"), 1, "its own words");
    }

    async fn who_leaves_a_group_sees_nothing_of_it_at_the_next_request(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, head, member) = (acme.admin().await, bolt.admin().await, bolt.investigator().await);
        let group = make(&admin, true, &[&bolt], &[]).await;
        let lead = shared(&admin, &bolt, &group).await;
        member.comments(&lead, "Seen before", "OWNER_AND_MY_ORGANIZATION").await.ok();
        let read = member.reads(&lead).await.ok();
        let parts = [
            read.text("/lead/items/edges/0/node/id"),
            read.text("/lead/deliveries/0/id"),
            read.text("/lead/comments/edges/0/node/id"),
        ];
        let left = group.act(&head, "removeSharingGroupMember", json!({ "organizationId": bolt.public_id() })).await.ok();
        assert_eq!(left.data("/removeSharingGroupMember/group"), &Value::Null, "it knows no more of it");
        member.reads(&lead).await.not_found();
        for part in parts {
            let node = member.graphql("query($id: ID!) { node(id: $id) { id } }", json!({ "id": part })).await.ok();
            assert_eq!(node.data("/node"), &Value::Null, "{part}");
        }
        group.read(&member).await.not_found();
    }

    async fn a_group_ends_with_its_moment_or_when_it_is_closed(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, member) = (acme.admin().await, bolt.investigator().await);
        let (lasting, ending) = (make(&admin, false, &[&bolt], &[]).await, make(&admin, false, &[&bolt], &[]).await);
        let until = (world.now() + jiff::SignedDuration::from_hours(2)).to_string();
        let facts = json!({ "name": "Short", "purpose": "One day", "confidential": false, "expiresAt": until });
        ending.act(&admin, "updateSharingGroup", facts).await.ok();
        let (one, two) = (shared(&admin, &acme, &lasting).await, shared(&admin, &acme, &ending).await);
        member.reads(&two).await.ok();
        world.after_hours(2);
        member.reads(&two).await.not_found();
        assert_eq!(ending.read(&member).await.ok().text("/sharingGroup/state"), "EXPIRED");
        member.reads(&one).await.ok();
        lasting.act(&admin, "closeSharingGroup", json!({ "reason": "done" })).await.ok();
        member.reads(&one).await.not_found();
        let again = lasting.act(&admin, "addSharingGroupMembers", json!({ "organizationIds": [acme.public_id()] }));
        world.nothing_changes(again).await.refused_with("TRANSITION_NOT_ALLOWED");
    }

    async fn groups_are_open_up_to_amber(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, member) = (acme.admin().await, bolt.investigator().await);
        let group = make(&admin, true, &[&bolt], &[]).await;
        for marking in [json!({ "tlp": "AMBER_STRICT" }), json!({ "tlp": "RED" }), json!({ "tlp": "AMBER", "handlingCode": "H2" })] {
            let lead = admin.prepares_from(with(draft(&acme), marking)).await;
            let refused = admin.shares_by(&lead, json!({ "grants": [group.grant()] }));
            world.nothing_changes(refused).await.refused_with("TLP_CEILING");
        }
        let lead = shared(&admin, &acme, &group).await;
        member.reads(&lead).await.ok();
        admin.changes_tlp(&lead, "AMBER_STRICT").await.ok();
        member.reads(&lead).await.not_found();
    }

    async fn several_groups_may_share_a_lead_and_a_wall_beats_them_all(world: World) {
        let (acme, bolt, third) = (world.brand("Acme").await, world.brand("Bolt").await, world.brand("Third").await);
        let admin = acme.admin().await;
        let (one, two) = (make(&admin, true, &[&bolt], &[]).await, make(&admin, true, &[&bolt, &third], &[]).await);
        let lead = admin.prepares(&acme).await;
        let request = json!({ "grants": [one.grant(), two.grant()], "excludeOrganizationIds": [bolt.public_id()] });
        admin.shares_by(&lead, request).await.ok();
        third.investigator().await.reads(&lead).await.ok();
        bolt.investigator().await.reads(&lead).await.not_found();
    }

    async fn who_sees_a_lead_by_no_group_any_more_owes_no_answer(world: World) {
        let (acme, bolt, third) = (world.brand("Acme").await, world.brand("Bolt").await, world.brand("Third").await);
        let (admin, head) = (acme.admin().await, bolt.admin().await);
        let (one, two) = (make(&admin, true, &[&bolt], &[]).await, make(&admin, true, &[&third], &[]).await);
        let lead = admin.prepares(&bolt).await;
        admin.shares_by(&lead, json!({ "grants": [one.grant(), two.grant()] })).await.ok();
        assert_eq!(lead.delivery_to(&bolt).await.state, "PUSHED");
        let document = "query($id: ID!) { lead(id: $id) { grants { nodes { id group { id } } } } }";
        let grants = admin.graphql(document, json!({ "id": lead.public_id() })).await.ok();
        let of_one = grants.list("/lead/grants/nodes").iter().find(|grant| grant["group"]["id"] == one.id.as_str()).unwrap().clone();
        let version = lead.row().await.version;
        let revoke = |opening: Value| json!({ "id": lead.public_id(), "expectedVersion": version, "opening": opening, "reason": "over" });
        world.nothing_changes(admin.act("revokeLeadGrant", revoke(json!({ "community": false })))).await.refused_with("BAD_USER_INPUT");
        admin.act("revokeLeadGrant", revoke(json!({ "grantId": of_one["id"] }))).await.ok();
        assert_eq!(lead.delivery_to(&bolt).await.state, "CLOSED", "the other group does not reach it");

        let again = shared(&admin, &bolt, &one).await;
        one.act(&head, "removeSharingGroupMember", json!({ "organizationId": bolt.public_id() })).await.ok();
        world.after_days(9);
        touchstone::leads::jobs::sweep(&world.app).await.unwrap();
        assert_eq!(again.delivery_to(&bolt).await.state, "CLOSED", "it fell due after its recipient had left");
    }

    async fn i21_a_group_that_is_not_one_s_own_is_no_group_to_share_with(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, stranger) = (acme.admin().await, bolt.admin().await);
        let lead = stranger.prepares(&bolt).await;
        for confidential in [true, false] {
            let group = make(&admin, confidential, &[], &[]).await;
            let refused = world.nothing_changes(stranger.previews(&lead, json!({ "grants": [group.grant()] }))).await;
            let unknown = json!({ "groupId": world.unknown(touchstone::platform::ids::IdKind::Group) });
            let missing = stranger.previews(&lead, json!({ "grants": [unknown] })).await;
            assert_eq!(refused.0, missing.0);
        }
    }

    async fn a_confidential_group_is_one_line_to_those_who_are_not_in_it(world: World) {
        let (acme, bolt, third) = (world.brand("Acme").await, world.brand("Bolt").await, world.brand("Third").await);
        let secretariat = world.secretariat().await;
        let (desk, member) = (secretariat.desk().await, bolt.investigator().await);
        let group = make(&third.admin().await, true, &[&bolt], &[]).await;
        // The desk shares what it got: the owner keeps the lead and is not in the group.
        let lead = desk.prepares(&third).await;
        desk.shares_by(&lead, json!({ "grants": [{ "organizationId": acme.public_id() }, group.grant()] })).await.ok();
        member.reads(&lead).await.ok();
        let document = "query($id: ID!) { lead(id: $id) { audience { personCount organizations { organization { name } } \
            groups { group { name } personCount } } seenBy { nodes { organization { name } person { id } } } } }";
        let id = json!({ "id": lead.public_id() });
        let known = desk.graphql(document, id.clone()).await.ok();
        assert_eq!(known.texts("/lead/audience/groups", "/group/name"), ["Workshops of Putian"]);
        assert!(known.texts("/lead/audience/organizations", "/organization/name").contains(&"Bolt".to_owned()));

        // The secretariat's officers know every group, so its owner is put to the proof with a group of its own.
        let own = acme.admin().await;
        let other = own.prepares(&third).await;
        let circle = make(&own, true, &[], &[]).await;
        own.shares_by(&other, json!({ "grants": [circle.grant()] })).await.ok();
        let scoped = own.graphql(document, json!({ "id": other.public_id() })).await.ok();
        assert_eq!(scoped.texts("/lead/audience/groups", "/group/name"), ["Workshops of Putian"]);
        circle.act(&desk, "addSharingGroupMembers", json!({ "organizationIds": [bolt.public_id()] })).await.ok();
        member.reads(&other).await.ok();
        hand_over(&world, &circle, &third, &acme).await;
        let veiled = own.graphql(document, json!({ "id": other.public_id() })).await.ok();
        assert_eq!(veiled.data("/lead/audience/groups"), &json!([{ "group": null, "personCount": null }]));
        assert!(!veiled.0.to_string().contains("Bolt"), "{veiled}");
        let seen = veiled.list("/lead/seenBy/nodes");
        assert!(seen.contains(&json!({ "organization": null, "person": null })), "it is told that somebody saw it: {veiled}");
    }

    async fn i22_lists_and_counts_know_only_the_groups_that_one_knows(world: World) {
        let (acme, bolt, third) = (world.brand("Acme").await, world.brand("Bolt").await, world.brand("Third").await);
        let (admin, named, stranger) = (acme.admin().await, bolt.investigator().await, third.admin().await);
        let secret = make(&admin, true, &[], &[&named]).await;
        let open = make(&admin, false, &[], &[]).await;
        let list = async |person: &Person, mine: bool| {
            let document = "query($mine: Boolean) { sharingGroups(filter: { mine: $mine }) { totalCount nodes { id } } }";
            let answer = person.graphql(document, json!({ "mine": mine })).await.ok();
            let ids = answer.texts("/sharingGroups/nodes", "/id");
            assert_eq!(answer.number("/sharingGroups/totalCount"), i64::try_from(ids.len()).unwrap());
            ids
        };
        assert_eq!(list(&admin, false).await, [secret.id.clone(), open.id.clone()]);
        assert_eq!(list(&named, false).await, [secret.id.clone(), open.id.clone()]);
        assert_eq!(list(&named, true).await, std::slice::from_ref(&secret.id));
        assert_eq!(list(&stranger, false).await, std::slice::from_ref(&open.id));
        assert!(list(&stranger, true).await.is_empty());
        secret.read(&stranger).await.not_found();
        let node = stranger.graphql("query($id: ID!) { node(id: $id) { id } }", json!({ "id": secret.id })).await.ok();
        assert_eq!(node.data("/node"), &Value::Null);
        for mutation in ["addSharingGroupMembers", "removeSharingGroupMember"] {
            world.nothing_changes(secret.act(&stranger, mutation, json!({}))).await.refused_with("NOT_FOUND");
        }
    }

    async fn only_its_keeper_changes_a_group_and_nobody_opens_a_confidential_one(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, head) = (acme.admin().await, bolt.admin().await);
        let group = make(&admin, true, &[&bolt], &[]).await;
        let facts = |confidential: bool| json!({ "name": "Other", "purpose": "Other", "confidential": confidential });
        world.nothing_changes(group.act(&head, "updateSharingGroup", facts(true))).await.refused_with("FORBIDDEN");
        world.nothing_changes(group.act(&head, "closeSharingGroup", json!({ "reason": "no" }))).await.refused_with("FORBIDDEN");
        let out = json!({ "organizationId": acme.public_id() });
        world.nothing_changes(group.act(&head, "removeSharingGroupMember", out.clone())).await.refused_with("FORBIDDEN");
        world.nothing_changes(group.act(&admin, "removeSharingGroupMember", out)).await.refused_with("BAD_USER_INPUT");
        world.nothing_changes(group.act(&admin, "updateSharingGroup", facts(false))).await.refused_with("BAD_USER_INPUT");
        group.act(&admin, "updateSharingGroup", facts(true)).await.ok();
        let stale = json!({ "input": with(json!({ "id": group.id, "expectedVersion": 1 }), facts(true)) });
        let document = "mutation($input: UpdateSharingGroupInput!) { updateSharingGroup(input: $input) { userErrors { code } } }";
        world.nothing_changes(admin.graphql(document, stale)).await.refused_with("STALE_VERSION");
    }

    async fn auditors_and_partners_accounts_are_in_no_group(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let group = make(&admin, false, &[], &[]).await;
        let platform = world.organization(touchstone::permissions::viewer::OrganizationKind::Platform, "Market").await;
        for outsider in [world.auditor("Auditor").await, platform] {
            let add = json!({ "organizationIds": [outsider.public_id()] });
            world.nothing_changes(group.act(&admin, "addSharingGroupMembers", add)).await.refused_with("BAD_USER_INPUT");
        }
    }
}

/// Gives a group into the hands of another organisation, as no command does, and takes its former keeper out.
async fn hand_over(world: &World, group: &Group, to: &Organization, from: &Organization) {
    use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, sea_query::Expr};
    let id = group.row(world).await.id;
    entity::sharing_group::Entity::update_many()
        .col_expr(entity::sharing_group::Column::OwnerId, Expr::value(to.id))
        .filter(entity::sharing_group::Column::Id.eq(id))
        .exec(world.app.db.write())
        .await
        .unwrap();
    use entity::sharing_group_seat::{Column, Entity};
    Entity::update_many()
        .col_expr(Column::RemovedAt, Expr::value(Some(1_i64)))
        .filter(Column::GroupId.eq(id))
        .filter(Column::OrganizationId.eq(from.id))
        .exec(world.app.db.write())
        .await
        .unwrap();
    world.authorization_changed().await;
}
