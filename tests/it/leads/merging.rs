//! Leads that go on with another one: nothing is lost, nobody gains a part; and what rests on something retracted.

use serde_json::{Value, json};
use touchstone::mail::MailKind;

use crate::{
    both_databases,
    support::{Asks as _, Lead, Organization, Person, Response, World, draft, with},
};

async fn merges(by: &Person, lead: &Lead, into: &Lead) -> Response {
    let input = json!({
        "id": lead.public_id(), "expectedVersion": lead.row().await.version,
        "intoId": into.public_id(), "intoExpectedVersion": into.row().await.version,
        "reason": "The same workshop",
    });
    by.act("mergeLead", input).await
}

async fn previews(by: &Person, lead: &Lead, into: &Lead) -> Response {
    let document =
        "query($input: PreviewMergeInput!) { previewMerge(input: $input) { tlp handlingCode peopleLosingSight } }";
    by.graphql(
        document,
        json!({ "input": { "id": lead.public_id(), "intoId": into.public_id() } }),
    )
    .await
}

/// What a viewer learns of a lead's ties to others.
async fn ties(by: &Person, lead: &Lead) -> Response {
    let document = "query($id: ID!) { lead(id: $id) { state tlp version contributors mergedInto { id } mergedLeads { id } \
        retractedBasis { id } items { totalCount } comments { totalCount } timeline { totalCount } } }";
    by.graphql(document, json!({ "id": lead.public_id() })).await
}

fn ids(answer: &Response, field: &str) -> Vec<String> {
    answer.texts(&format!("/lead/{field}"), "/id")
}

/// Two organisations with a lead each, the secretariat's officer, and the leads: of the first, of the second.
struct Two {
    acme: Organization,
    bolt: Organization,
    first: Person,
    second: Person,
    officer: Person,
    one: Lead,
    other: Lead,
}

async fn two(world: &World, tlp: [&str; 2]) -> Two {
    let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
    let (first, second) = (acme.admin().await, bolt.admin().await);
    let officer = world.secretariat().await.desk().await;
    let one = first.prepares_from(with(draft(&acme), json!({ "tlp": tlp[0] }))).await;
    let other = second.prepares_from(with(draft(&bolt), json!({ "tlp": tlp[1] }))).await;
    Two {
        acme,
        bolt,
        first,
        second,
        officer,
        one,
        other,
    }
}

both_databases! {
    async fn i25_merged_leads_stay_under_the_strictest_tlp_and_nobody_gains_a_part(world: World) {
        let Two { acme: _acme, bolt: _bolt, first, second, officer, one, other } = two(&world, ["AMBER_STRICT", "GREEN"]).await;
        first.comments(&one, "Ours", "EVERYONE_WHO_SEES_THE_LEAD").await.ok();
        second.shares_by(&other, json!({ "grants": [{ "community": true }] })).await.ok();
        let third = world.brand("Third").await.investigator().await;
        third.reads(&other).await.ok();
        let before = [ties(&first, &one).await.ok(), ties(&second, &other).await.ok()];
        let preview = previews(&officer, &one, &other).await.ok();
        assert_eq!(preview.text("/previewMerge/tlp"), "AMBER_STRICT");
        // The third, and the people who see what the community sees: the first's and the desk's keep sight otherwise or lose it.
        assert_eq!(preview.number("/previewMerge/peopleLosingSight"), 2, "the third and the first");
        merges(&officer, &one, &other).await.ok();
        let (mine, theirs) = (ties(&first, &one).await.ok(), ties(&second, &other).await.ok());
        assert_eq!(mine.text("/lead/state"), "MERGED");
        assert_eq!(mine.data("/lead/mergedInto"), &Value::Null, "the other is not for it to know");
        assert_eq!(theirs.text("/lead/tlp"), "AMBER_STRICT");
        assert!(ids(&theirs, "mergedLeads").is_empty(), "nor is this one for the other");
        assert_eq!(theirs.list("/lead/contributors").len(), 1);
        for (now, was) in [(&mine, &before[0]), (&theirs, &before[1])] {
            for part in ["items", "comments"] {
                let path = format!("/lead/{part}/totalCount");
                assert_eq!(now.number(&path), was.number(&path), "nobody gains or loses a part");
            }
        }
        third.reads(&other).await.not_found();
        first.reads(&other).await.not_found();
        second.reads(&one).await.not_found();
        let desk = ties(&officer, &other).await.ok();
        assert_eq!(ids(&desk, "mergedLeads"), [one.public_id()]);
        assert_eq!(desk.list("/lead/contributors").len(), 2, "all contributors are credited");
        assert_eq!(ties(&officer, &one).await.ok().text("/lead/mergedInto/id"), other.public_id());
    }

    async fn i25_what_is_raised_later_is_raised_for_all_that_goes_on_with_it(world: World) {
        let Two { acme, first, second, officer, one, other, .. } = two(&world, ["AMBER", "AMBER"]).await;
        let before = first.prepares(&acme).await;
        merges(&officer, &before, &one).await.ok();
        merges(&officer, &one, &other).await.ok();
        assert_eq!(before.row().await.merged_into, Some(other.id), "what had gone on with it goes on with the other");
        second.changes_tlp(&other, "AMBER_STRICT").await.ok();
        for lead in [&one, &before] {
            assert_eq!(lead.row().await.tlp, "AMBER_STRICT");
            let told = first.reads(lead).await.ok();
            let last = told.list("/lead/timeline/edges").last().unwrap().clone();
            assert_eq!(last.pointer("/node/kind").unwrap(), "TLP_CHANGED");
            assert_ne!(last.pointer("/node/actorName").unwrap(), &json!(second.name), "who did it is not for others to know");
        }
        let named = json!({ "id": one.public_id(), "expectedVersion": one.row().await.version, "tlp": "RED", "reason": "A leak" });
        first.act("changeLeadTlp", named).await.ok();
        assert_eq!(other.row().await.tlp, "RED");
        officer.reads(&other).await.not_found();
        second.reads(&other).await.ok();
    }

    async fn only_the_desk_merges_and_only_what_it_sees(world: World) {
        let Two { acme, first, officer, one, other, .. } = two(&world, ["AMBER", "AMBER"]).await;
        let (draft_lead, mut hidden) = (first.creates(&acme).await, draft(&acme));
        hidden["tlp"] = json!("RED");
        let hidden = first.prepares_from(hidden).await;
        let mine = first.prepares(&acme).await;
        world.nothing_changes(merges(&first, &one, &mine)).await.refused_with("FORBIDDEN");
        world.nothing_changes(merges(&officer, &one, &hidden)).await.not_found();
        world.nothing_changes(previews(&officer, &hidden, &one)).await.not_found();
        world.nothing_changes(merges(&officer, &one, &one)).await.refused_with("BAD_USER_INPUT");
        first.submits(&draft_lead).await.ok();
        world.nothing_changes(merges(&officer, &one, &draft_lead)).await.refused_with("TRANSITION_NOT_ALLOWED");
        first.shares_by(&mine, json!({ "grants": [{ "organizationId": world.brand("Third").await.public_id() }] })).await.ok();
        world.nothing_changes(merges(&officer, &mine, &one)).await.refused_with("TRANSITION_NOT_ALLOWED");
        let stale = json!({ "id": one.public_id(), "expectedVersion": one.row().await.version, "intoId": mine.public_id(),
            "intoExpectedVersion": 1, "reason": "The same" });
        world.nothing_changes(officer.act("mergeLead", stale)).await.refused_with("STALE_VERSION");
        merges(&officer, &one, &mine).await.ok();
        world.nothing_changes(merges(&officer, &other, &one)).await.refused_with("TRANSITION_NOT_ALLOWED");
        world.nothing_changes(merges(&officer, &one, &other)).await.refused_with("TRANSITION_NOT_ALLOWED");
    }

    async fn a_merge_leaves_each_owner_a_reader(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let officer = world.secretariat().await.desk().await;
        let admin = acme.admin().await;
        let agent = world.agent_firm("Firm").await.agent_for(&bolt).await;
        let theirs = agent.prepares_from(with(draft(&bolt), json!({ "onBehalfOf": bolt.public_id() }))).await;
        let narrow = admin.creates_from(with(draft(&acme), json!({ "handlingCode": "H2" }))).await;
        admin.submits(&narrow).await.ok();
        admin.triages(&narrow).await.ok();
        admin.shares_by(&narrow, json!({ "grants": [{ "personId": officer.public_id() }] })).await.ok();
        let refused = world.nothing_changes(merges(&officer, &theirs, &narrow)).await;
        refused.refused_with("BAD_USER_INPUT");
    }

    async fn i35_whoever_saw_a_lead_is_told_that_it_was_taken_back(world: World) {
        let (acme, bolt, third) = (world.brand("Acme").await, world.brand("Bolt").await, world.brand("Third").await);
        let (admin, reader, lost, never) =
            (acme.admin().await, bolt.investigator().await, third.investigator().await, third.investigator().await);
        let lead = admin.prepares(&acme).await;
        admin.shares(&lead, &[&bolt, &third]).await.ok();
        reader.reads(&lead).await.ok();
        lost.reads(&lead).await.ok();
        admin.changes_tlp(&lead, "RED").await.ok();
        lost.reads(&lead).await.not_found();
        admin.retracts(&lead).await.ok();
        let mut told: Vec<_> = world.letters_of(MailKind::LeadRetracted).await;
        told.sort_by_key(|(person, _)| *person);
        let mut wanted = vec![reader.id, lost.id];
        wanted.sort_unstable();
        assert_eq!(told.iter().map(|(person, _)| *person).collect::<Vec<_>>(), wanted, "not who did it, nor who never saw it");
        assert!(!wanted.contains(&never.id));
        let row = lead.row().await;
        for (_, letter) in &told {
            assert!(letter.subject.contains(&row.reference) && letter.html.contains(&row.reference));
            for part in [row.title.as_str(), "Acme"] {
                assert!(!letter.text.contains(part), "nothing of the lead but its reference: {}", letter.text);
            }
        }
    }

    async fn what_rests_on_a_retracted_lead_says_so_to_who_sees_both(world: World) {
        let Two { acme, first, second, officer, one, other, .. } = two(&world, ["AMBER", "AMBER"]).await;
        let copy = with(draft(&acme), json!({ "tlp": "GREEN", "sanitizedFromId": one.public_id() }));
        let copy = first.creates_from(copy).await;
        merges(&officer, &one, &other).await.ok();
        for (reader, lead) in [(&first, &copy), (&officer, &other)] {
            assert!(ids(&ties(reader, lead).await.ok(), "retractedBasis").is_empty());
        }
        first.retracts(&one).await.ok();
        for (reader, lead) in [(&first, &copy), (&officer, &other)] {
            assert_eq!(ids(&ties(reader, lead).await.ok(), "retractedBasis"), [one.public_id()]);
        }
        let theirs = ties(&second, &other).await.ok();
        assert!(ids(&theirs, "retractedBasis").is_empty(), "it never saw the other");
    }

    async fn two_merges_at_once_leave_one_family(world: World) {
        let Two { officer, one, other, .. } = two(&world, ["AMBER", "AMBER_STRICT"]).await;
        let (here, there) = tokio::join!(merges(&officer, &one, &other), merges(&officer, &other, &one));
        let done = [&here, &there].into_iter().filter(|answer| answer.error_code().is_none()).count();
        assert_eq!(done, 1, "{here} {there}");
        let into = [one.row().await.merged_into, other.row().await.merged_into];
        assert_eq!(into.iter().flatten().count(), 1);
        assert_eq!([one.row().await.tlp, other.row().await.tlp], ["AMBER_STRICT", "AMBER_STRICT"]);
    }
}
