//! Figures: verified alone, as of a moment, each by its definition, and nothing small across organisations.

use jiff::Timestamp;
use sea_orm::{ActiveModelTrait, ActiveValue::Set};
use serde_json::{Value, json};
use touchstone::{permissions::Role, platform::clock::micros};
use uuid::Uuid;

use super::{Cast, moves, outcome};
use crate::{
    both_databases,
    support::{Asks as _, Person, Response, with},
};

const FIGURES: &str = "query($input: EnforcementStatisticsInput!) { enforcementStatistics(input: $input) { asOf verifiedOnly \
    figures { code value numerator denominator definition isSuppressed } suspectsByStage { stage count isSuppressed } \
    sitesByResult { result count isSuppressed } values { basis amount currency actions isSuppressed } \
    quantities { unit quantity actions isSuppressed } months { month actions sites suspects isSuppressed } } }";

async fn figures(by: &Person, more: Value) -> Response {
    let base = json!({ "from": "2018-01-01", "to": "2018-12-31", "scope": "ALLIANCE" });
    by.graphql(FIGURES, json!({ "input": with(base, more) })).await
}

/// The value of a figure; null where it is not told.
fn value(of: &Response, code: &str) -> Value {
    let figures = of.list("/enforcementStatistics/figures");
    figures.iter().find(|figure| figure["code"] == code).unwrap()["value"].clone()
}

fn counts(of: &Response) -> [Value; 4] {
    ["LEADS_REFERRED", "ACTIONS", "SITES", "SUSPECTS"].map(|code| value(of, code))
}

/// What is put straight into the tables, as an import of old years would.
struct Past<'a> {
    cast: &'a Cast,
}

/// An action of the past.
#[derive(Clone, Copy)]
struct Old {
    executed_at: &'static str,
    verified_at: Option<&'static str>,
    sites: usize,
    /// Met with and held, and verified.
    held: usize,
    /// Only known.
    known: usize,
}

impl Past<'_> {
    fn id(&self) -> Uuid {
        self.cast.world.id()
    }

    async fn insert<A>(&self, rows: Vec<A>)
    where
        A: ActiveModelTrait + Send,
    {
        for rows in rows.chunks(50) {
            let insert = <A::Entity as sea_orm::EntityTrait>::insert_many(rows.to_vec());
            insert
                .exec_without_returning(self.cast.world.app.db.write())
                .await
                .unwrap();
        }
    }

    async fn actions(&self, old: &[Old]) {
        let (mut actions, mut revisions, mut places, mut results) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let (mut suspects, mut stages) = (Vec::new(), Vec::new());
        let by = self.cast.leader.id;
        for old in old {
            let (id, at) = (self.id(), at(old.executed_at));
            let verified_at = old.verified_at.map(self::at);
            actions.push(self.action(id, at, old.verified_at.is_none()));
            revisions.push(entity::outcome_revision::ActiveModel {
                action_id: Set(id),
                revision: Set(1),
                reason: Set(None),
                submitted_by: Set(Some(by)),
                submitted_at: Set(Some(at)),
                verified_by: Set(verified_at.map(|_| self.cast.second.id)),
                verified_at: Set(verified_at),
            });
            // One more site, of which nobody said what was found.
            for number in 0..=old.sites {
                let site = self.id();
                places.push(self.site(id, site, i32::try_from(number).unwrap()));
                if number < old.sites {
                    results.push(entity::site_result::ActiveModel {
                        id: Set(self.id()),
                        action_id: Set(id),
                        site_id: Set(site),
                        result: Set("DEALT_WITH".to_owned()),
                        note: Set(None),
                        revision: Set(1),
                        struck_in: Set(None),
                        recorded_by: Set(by),
                        recorded_at: Set(at),
                    });
                }
            }
            for number in 0..old.held + old.known {
                let (suspect, stage) = (self.id(), if number < old.held { "CAPTURED" } else { "IDENTIFIED" });
                suspects.push(self.suspect(id, suspect, at));
                stages.push(self.stage(suspect, stage, (at, verified_at)));
            }
        }
        self.insert(actions).await;
        self.insert(revisions).await;
        self.insert(places).await;
        self.insert(results).await;
        self.insert(suspects).await;
        self.insert(stages).await;
    }

    fn action(&self, id: Uuid, at: i64, embargo: bool) -> entity::offline_action::ActiveModel {
        entity::offline_action::ActiveModel {
            id: Set(id),
            reference: Set(format!("OA-18-{}", &id.simple().to_string()[20..])),
            operation_id: Set(None),
            title: Set("Of the year 2018".to_owned()),
            kind: Set("RAID".to_owned()),
            state: Set(if embargo {
                "OUTCOME_RECORDED"
            } else {
                "OUTCOME_VERIFIED"
            }
            .to_owned()),
            own_case: Set(true),
            lead_agency_id: Set(self.cast.police.id),
            proposed_by: Set(self.cast.desk.id),
            organization_id: Set(self.cast.desk.organization),
            risk_notes: Set(None),
            embargo: Set(embargo),
            starts_at: Set(Some(at)),
            ends_at: Set(Some(at)),
            time_zone: Set(Some("Asia/Shanghai".to_owned())),
            reason: Set(None),
            executed_at: Set(Some(at)),
            closed_at: Set(None),
            revision: Set(1),
            version: Set(1),
            created_at: Set(at),
            updated_at: Set(at),
        }
    }

    fn site(&self, action: Uuid, id: Uuid, position: i32) -> entity::action_site::ActiveModel {
        entity::action_site::ActiveModel {
            id: Set(id),
            action_id: Set(action),
            position: Set(position),
            kind: Set("SALES".to_owned()),
            country: Set("CN".to_owned()),
            division_code: Set(Some("330102".to_owned())),
            address: Set(format!("Market Road {position}")),
            place_hash: Set(id.simple().to_string()),
            latitude_e6: Set(None),
            longitude_e6: Set(None),
            removed_at: Set(None),
        }
    }

    fn suspect(&self, action: Uuid, id: Uuid, at: i64) -> entity::suspect_record::ActiveModel {
        entity::suspect_record::ActiveModel {
            id: Set(id),
            action_id: Set(action),
            site_id: Set(None),
            masked: Set(None),
            sealed: Set(None),
            role: Set(None),
            hashes: Set("[]".to_owned()),
            revision: Set(1),
            struck_in: Set(None),
            struck_by: Set(None),
            retain_until: Set(i64::MAX),
            no_follow_up: Set(None),
            reminded_at: Set(None),
            recorded_by: Set(self.cast.leader.id),
            recorded_at: Set(at),
            version: Set(1),
            struck_reason: Set(None),
        }
    }

    fn stage(
        &self,
        suspect: Uuid,
        stage: &str,
        (at, verified_at): (i64, Option<i64>),
    ) -> entity::suspect_stage::ActiveModel {
        entity::suspect_stage::ActiveModel {
            id: Set(self.id()),
            suspect_id: Set(suspect),
            stage: Set(stage.to_owned()),
            on_day: Set("2018-06-01".to_owned()),
            note: Set(None),
            recorded_by: Set(self.cast.leader.id),
            recorded_at: Set(at),
            verified_by: Set(verified_at.map(|_| self.cast.second.id)),
            verified_at: Set(verified_at),
        }
    }

    /// A referral that was sent, with so many leads that no other has; gives these.
    async fn referral(&self, sent: Option<&str>, withdrawn: Option<&str>, leads: &[Uuid]) {
        let (id, now) = (self.id(), micros(self.cast.world.now()));
        let row = entity::referral::ActiveModel {
            id: Set(id),
            reference: Set(format!("RF-18-{}", &id.simple().to_string()[20..])),
            organization_id: Set(self.cast.acme.id),
            author_id: Set(self.cast.admin.id),
            contact_id: Set(self.cast.admin.id),
            agency_id: Set(self.cast.police.id),
            state: Set(if withdrawn.is_some() { "WITHDRAWN" } else { "SENT" }.to_owned()),
            title: Set("Of the year 2018".to_owned()),
            country: Set("CN".to_owned()),
            tlp: Set("AMBER".to_owned()),
            handling_code: Set("H0".to_owned()),
            language: Set("EN".to_owned()),
            sent_at: Set(sent.map(at)),
            receipt_provisional: Set(false),
            decision_extensions: Set(0),
            withdrawn_at: Set(withdrawn.map(at)),
            version: Set(1),
            created_at: Set(now),
            updated_at: Set(now),
            ..Default::default()
        };
        self.insert(vec![row]).await;
        let part = |(position, lead): (usize, &Uuid)| entity::referral_part::ActiveModel {
            referral_id: Set(id),
            kind: Set("LEAD".to_owned()),
            object_id: Set(*lead),
            position: Set(i32::try_from(position).unwrap()),
        };
        self.insert(leads.iter().enumerate().map(part).collect()).await;
    }

    fn leads(&self, count: usize) -> Vec<Uuid> {
        (0..count).map(|_| self.id()).collect()
    }
}

fn at(text: &str) -> i64 {
    micros(text.parse::<Timestamp>().unwrap())
}

const OLD: Old = Old {
    executed_at: "2018-06-01T02:00:00Z",
    verified_at: Some("2018-07-01T02:00:00Z"),
    sites: 2,
    held: 2,
    known: 1,
};

/// Moments of the year 2018 as it is in Shanghai, the first and the last one with them.
const DAYS: [&str; 4] = [
    "2017-12-31T16:00:00Z",
    "2018-03-01T02:00:00Z",
    "2018-06-01T02:00:00Z",
    "2018-12-31T15:59:59Z",
];

/// The year of the report, and beside it what must not count.
async fn the_year_2018(cast: &Cast) {
    let past = Past { cast };
    // 112 actions with 2 × 112 + 23 sites and 2 × 112 + 84 people, over the months of the year.
    let counted = |number: usize| Old {
        executed_at: DAYS[number % DAYS.len()],
        sites: 2 + usize::from(number < 23),
        held: 2 + usize::from(number < 84),
        ..OLD
    };
    past.actions(&(0..112).map(counted).collect::<Vec<_>>()).await;
    let not_counted = [
        Old {
            verified_at: None,
            ..OLD
        },
        Old {
            verified_at: None,
            sites: 9,
            held: 9,
            ..OLD
        },
        Old {
            executed_at: "2017-12-31T15:59:59Z",
            ..OLD
        },
        Old {
            executed_at: "2018-12-31T16:00:00Z",
            ..OLD
        },
        Old {
            executed_at: "2019-05-01T02:00:00Z",
            ..OLD
        },
    ];
    past.actions(&not_counted).await;
    let leads = past.leads(195);
    past.referral(Some("2018-02-01T02:00:00Z"), None, &leads[..100]).await;
    past.referral(Some("2018-11-01T02:00:00Z"), None, &leads[90..]).await;
    past.referral(None, None, &past.leads(7)).await;
    past.referral(
        Some("2018-11-01T02:00:00Z"),
        Some("2018-11-02T02:00:00Z"),
        &past.leads(7),
    )
    .await;
    past.referral(Some("2019-01-01T00:00:00Z"), None, &past.leads(7)).await;
    past.referral(Some("2017-12-31T23:59:59Z"), None, &past.leads(7)).await;
}

both_databases! {
    async fn i33_the_figures_of_the_2018_report_come_out_exactly(world: World) {
        let cast = Cast::of(&world).await;
        the_year_2018(&cast).await;
        let secretariat = crate::support::Organization { id: cast.desk.organization, ..cast.acme.clone() };
        let auditor = world.auditor("Auditor").await.person(&[Role::Au]).await;
        for by in [&cast.desk, &secretariat.secretariat_admin().await, &auditor, &cast.investigator, &cast.officer] {
            let found = figures(by, json!({})).await.ok();
            assert_eq!(counts(&found), ["195", "112", "247", "308"].map(|figure| json!(figure)), "{}: {found}", by.name);
            assert_eq!(value(&found, "SITES_PER_ACTION"), "2.21");
            assert_eq!(value(&found, "SUSPECTS_PER_ACTION"), "2.75");
            assert_eq!(value(&found, "ACTIONS_PER_LEAD"), "0.57");
            let listed = found.list("/enforcementStatistics/figures");
            assert!(listed.iter().all(|figure| figure["definition"].as_str().is_some_and(|words| words.len() > 20)));
            let stages = found.data("/enforcementStatistics/suspectsByStage");
            assert_eq!(stages, &json!([{ "stage": "IDENTIFIED", "count": 112, "isSuppressed": false }, { "stage": "CAPTURED", "count": 308, "isSuppressed": false }]));
            let months = found.texts("/enforcementStatistics/months", "/month");
            assert_eq!(months, ["2018-01", "2018-03", "2018-06", "2018-12"], "by the day at the sites");
        }
        world.brand("Zeta").await.person(&[Role::Ap]).await.graphql(FIGURES, json!({ "input": { "from": "2018-01-01", "to": "2018-12-31", "scope": "ALLIANCE" } })).await.refused_with("FORBIDDEN");
    }

    async fn i33_referrals_stand_between_leads_and_actions_in_the_funnel(world: World) {
        use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, sea_query::Expr};
        use entity::referral::{Column, Entity};
        let cast = Cast::of(&world).await;
        the_year_2018(&cast).await;
        let of = |found: &Response| ["LEADS_REFERRED", "REFERRALS_SENT", "REFERRALS_ACCEPTED", "ACTIONS"].map(|code| value(found, code));
        let before = figures(&cast.desk, json!({})).await.ok();
        assert_eq!(of(&before), ["195", "2", "0", "112"].map(|figure| json!(figure)), "neither drafts, nor withdrawn ones, nor those of other years");
        let accepts = Entity::update_many().col_expr(Column::DecidedAt, Expr::value(Some(at("2019-02-01T00:00:00Z"))));
        accepts.filter(Column::SentAt.eq(at("2018-02-01T02:00:00Z"))).exec(world.app.db.write()).await.unwrap();
        let declines = Entity::update_many()
            .col_expr(Column::DecidedAt, Expr::value(Some(at("2019-02-01T00:00:00Z"))))
            .col_expr(Column::DeclineReason, Expr::value(Some("OUT_OF_JURISDICTION".to_owned())));
        declines.filter(Column::SentAt.eq(at("2018-11-01T02:00:00Z"))).exec(world.app.db.write()).await.unwrap();
        assert_eq!(of(&figures(&cast.desk, json!({})).await.ok()), ["195", "2", "1", "112"].map(|figure| json!(figure)));
        let then = figures(&cast.desk, json!({ "asOf": "2019-01-01T00:00:00Z" })).await.ok();
        assert_eq!(value(&then, "REFERRALS_ACCEPTED"), "0", "as it was known then");
        let others = figures(&cast.investigator, json!({})).await.ok();
        assert!(value(&others, "REFERRALS_SENT").is_null() && value(&others, "REFERRALS_ACCEPTED").is_null(), "{others}");
        assert_eq!(value(&others, "LEADS_REFERRED"), "195");
    }

    async fn i33_the_same_moment_gives_the_same_figures_for_ever(world: World) {
        let cast = Cast::of(&world).await;
        the_year_2018(&cast).await;
        let before = figures(&cast.desk, json!({ "asOf": "2018-06-30T00:00:00Z" })).await.ok();
        assert_eq!(counts(&before), ["100", "0", "0", "0"].map(|figure| json!(figure)), "nothing was verified by then");
        let then = figures(&cast.desk, json!({ "asOf": "2019-06-01T00:00:00Z" })).await.ok();
        Past { cast: &cast }.actions(&[Old { verified_at: Some("2026-03-01T00:00:00Z"), ..OLD }]).await;
        let again = figures(&cast.desk, json!({ "asOf": "2019-06-01T00:00:00Z" })).await.ok();
        assert_eq!(then, again);
        assert_eq!(value(&figures(&cast.desk, json!({})).await.ok(), "ACTIONS"), "113");
    }

    async fn i22_small_figures_of_others_are_not_told(world: World) {
        let cast = Cast::of(&world).await;
        Past { cast: &cast }.actions(&[OLD; 4]).await;
        let found = figures(&cast.desk, json!({})).await.ok();
        assert_eq!((value(&found, "ACTIONS"), value(&found, "SITES")), (json!("4"), json!("8")));
        for by in [&cast.investigator, &world.agency("Customs").await.officer().await] {
            let found = figures(by, json!({})).await.ok();
            for figure in found.list("/enforcementStatistics/figures") {
                let comes_from_actions = !["LEADS_REFERRED", "REFERRALS_SENT", "REFERRALS_ACCEPTED"].contains(&figure["code"].as_str().unwrap());
                let hidden = comes_from_actions;
                assert_eq!(figure["isSuppressed"], hidden, "{figure}");
                assert!(!hidden || figure["value"].is_null() && figure["numerator"].is_null(), "{figure}");
            }
            for (list, field) in [("suspectsByStage", "count"), ("sitesByResult", "count"), ("months", "actions")] {
                let cells = found.list(&format!("/enforcementStatistics/{list}"));
                assert!(!cells.is_empty() && cells.iter().all(|cell| cell[field].is_null()), "{list}: {cells:?}");
            }
            let half = figures(by, json!({ "to": "2018-06-30" })).await;
            half.refused_with("BAD_USER_INPUT");
        }
        let own = figures(&cast.officer, json!({ "scope": "OWN", "to": "2018-06-30" })).await.ok();
        assert_eq!(value(&own, "ACTIONS"), "4", "what the own agency did it may know");
        let theirs = figures(&cast.investigator, json!({ "scope": "OWN" })).await.ok();
        assert_eq!(value(&theirs, "ACTIONS"), "0");
    }

    async fn i33_a_correction_counts_once_it_is_verified(world: World) {
        let cast = Cast::of(&world).await;
        let id = outcome::verified(&cast).await;
        let year = json!({ "from": "2026-01-01", "to": "2026-12-31" });
        let found = figures(&cast.desk, year.clone()).await.ok();
        assert_eq!(found.data("/enforcementStatistics/values/0/amount"), "596000.00");
        assert_eq!(found.data("/enforcementStatistics/suspectsByStage/0/stage"), "CRIMINALLY_DETAINED", "and not arrested");
        moves(&cast.second, "correctOutcome", &id, json!({ "reason": "Counted twice" })).await.ok();
        let line = outcome::outcome(&cast.leader, &id).await.text("/offlineAction/outcome/seizures/0/id");
        outcome::writes(&cast.leader, "strikeOutcomeEntry", json!({ "actionId": id, "entryId": line, "reason": "Counted twice" })).await.ok();
        let now = figures(&cast.desk, year.clone()).await.ok();
        assert_eq!(now.data("/enforcementStatistics/values/0/amount"), "596000.00", "until somebody has looked");
        moves(&cast.leader, "submitOutcome", &id, json!({})).await.ok();
        world.after_hours(1);
        moves(&cast.second, "verifyOutcome", &id, json!({})).await.ok();
        assert!(figures(&cast.desk, year).await.ok().list("/enforcementStatistics/values").is_empty());
    }
}
