//! What came of purchases, what appraisers say of it, and what the bank says, held against what was asked for.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use sea_orm::{ConnectionTrait, EntityTrait as _};
use serde_json::{Value, json};
use touchstone::platform::ids::{IdKind, encode};
use uuid::Uuid;

use super::{Books, Counts, counted, sorted};

/// The rows of it.
pub(super) struct Goods {
    samples: Vec<entity::sample::Model>,
    custody: Vec<entity::custody_event::Model>,
    proofs: Vec<entity::purchase_evidence::Model>,
    appraisals: HashMap<Uuid, entity::appraisal::Model>,
    reports: Vec<entity::appraisal_report::Model>,
    photos: Vec<entity::appraisal_photo::Model>,
    statements: Vec<entity::bank_statement::Model>,
    lines: HashMap<Uuid, entity::bank_line::Model>,
    matches: Vec<entity::bank_match::Model>,
    parts: Vec<entity::bank_match_part::Model>,
    /// In which match a line or an entry stands.
    stands: BTreeSet<(Uuid, Uuid)>,
    /// How often keys stand as places of samples, each purchase once, as questions of appraisals, in reports, as names
    /// of files and in words of matches.
    words: HashMap<&'static str, Counts<String>>,
}

impl Goods {
    /// Reads all of it.
    pub(super) async fn of(read: &impl ConnectionTrait) -> Self {
        let samples = entity::sample::Entity::find().all(read).await.unwrap();
        let appraisals = entity::appraisal::Entity::find().all(read).await.unwrap();
        let reports = entity::appraisal_report::Entity::find().all(read).await.unwrap();
        let files = entity::bank_file::Entity::find().all(read).await.unwrap();
        let lines = entity::bank_line::Entity::find().all(read).await.unwrap();
        let matches = entity::bank_match::Entity::find().all(read).await.unwrap();
        let of_lines = entity::bank_matched_line::Entity::find().all(read).await.unwrap();
        let of_entries = entity::bank_matched_entry::Entity::find().all(read).await.unwrap();
        let of_lines = of_lines.into_iter().map(|row| (row.match_id, row.line_id));
        let of_entries = of_entries.into_iter().map(|row| (row.match_id, row.entry_id));
        let places = samples
            .iter()
            .filter_map(|row| Some((row.purchase_id, row.place.clone()?)));
        let places: BTreeSet<(Uuid, String)> = places.collect();
        Self {
            words: HashMap::from([
                ("receivePurchase", counted(places.into_iter().map(|(_, place)| place))),
                (
                    "orderAppraisal",
                    counted(appraisals.iter().map(|row| row.questions.clone())),
                ),
                (
                    "reportAppraisal",
                    counted(reports.iter().map(|row| row.reasons.clone())),
                ),
                ("importBankStatement", counted(files.into_iter().map(|row| row.name))),
                (
                    "matchBankLines",
                    counted(matches.iter().filter_map(|row| row.note.clone())),
                ),
            ]),
            custody: entity::custody_event::Entity::find().all(read).await.unwrap(),
            proofs: entity::purchase_evidence::Entity::find().all(read).await.unwrap(),
            photos: entity::appraisal_photo::Entity::find().all(read).await.unwrap(),
            statements: entity::bank_statement::Entity::find().all(read).await.unwrap(),
            parts: entity::bank_match_part::Entity::find().all(read).await.unwrap(),
            appraisals: appraisals.into_iter().map(|row| (row.id, row)).collect(),
            lines: lines.into_iter().map(|row| (row.id, row)).collect(),
            stands: of_lines.chain(of_entries).collect(),
            samples,
            reports,
            matches,
        }
    }

    /// Where the keys of a mutation stand.
    pub(super) fn words(&self, mutation: &str) -> Option<&Counts<String>> {
        self.words.get(mutation)
    }

    /// The samples of a purchase, as a payload names them.
    pub(super) fn samples_of(&self, purchase: Uuid) -> Vec<Value> {
        let of = self.samples.iter().filter(|row| row.purchase_id == purchase);
        of.map(|row| json!({ "id": encode(IdKind::Sample, row.id) })).collect()
    }

    /// An appraisal.
    pub(super) fn appraisal(&self, id: Uuid) -> &entity::appraisal::Model {
        &self.appraisals[&id]
    }
}

impl Books {
    /// Money that was changed went from one fund and came to the other, as the order says, or neither.
    pub(super) fn exchanges_have_both_sides(&self) {
        let mut sides: HashMap<(Uuid, Uuid), Vec<i64>> = HashMap::new();
        for entry in self.entries.iter().filter(|entry| entry.kind == "EXCHANGE") {
            let order = entry
                .order_id
                .unwrap_or_else(|| panic!("changed without an order: {entry:?}"));
            let side = sides.entry((order, entry.fund_id)).or_default();
            side.push(entry.amount_minor);
        }
        for order in self.orders.values().filter(|order| order.kind == "EXCHANGE") {
            let side = |fund: Option<Uuid>| sides.get(&(order.id, fund.unwrap())).cloned().unwrap_or_default();
            // On its way it passes through the clearing account.
            let is_posted = order.state == "POSTED";
            let twice = |minor: Option<i64>| {
                minor
                    .filter(|_| is_posted)
                    .map_or_else(Vec::new, |minor| vec![minor; 2])
            };
            assert_eq!(side(Some(order.fund_id)), twice(order.amount_minor), "{order:?}");
            assert_eq!(side(order.counter_fund_id), twice(order.counter_minor), "{order:?}");
        }
    }

    /// What was received is there, as many pieces as were bought, with the film, and custody of each has begun; what
    /// was not is not.
    pub(super) fn what_came_is_under_custody(&self) {
        let goods = &self.goods;
        let films = counted(
            goods
                .proofs
                .iter()
                .filter(|row| row.role == "VIDEO")
                .map(|row| row.purchase_id),
        );
        let events = counted(self.goods.custody.iter().map(|event| (event.evidence_id, event.seq)));
        let came = counted(goods.samples.iter().map(|row| row.purchase_id));
        for row in self.bought.values() {
            let is_there = row.received_at.is_some();
            let samples = came.get(&row.id).copied().unwrap_or(0);
            let all = usize::try_from(row.approved_quantity.unwrap_or(row.quantity)).unwrap();
            assert_eq!(samples, if is_there { all } else { 0 }, "{row:?}");
            assert_eq!(
                films.get(&row.id).copied().unwrap_or(0),
                usize::from(is_there),
                "{row:?}"
            );
            let is_sent = row.shipped_at.is_some();
            assert_eq!(is_sent, row.parcel_number.is_some(), "half of it is there: {row:?}");
        }
        for sample in &goods.samples {
            // It was collected, and then sealed.
            for seq in 1..=2 {
                let begun = events.get(&(sample.evidence_id, seq)).copied().unwrap_or(0);
                assert_eq!(begun, 1, "{seq} of its custody: {sample:?}");
            }
        }
        let bought = |is: fn(&entity::purchase::Model) -> bool| {
            let found = self.bought.values().filter(|row| is(row));
            sorted(found.map(|row| row.id))
        };
        for (mutation, ids) in [
            ("receivePurchase", bought(|row| row.received_at.is_some())),
            ("shipPurchase", bought(|row| row.shipped_at.is_some())),
            ("rejectPurchase", bought(|row| row.state == "REJECTED")),
        ] {
            assert_eq!(self.acted(|action| action == mutation), ids, "{mutation}");
        }
    }

    /// An appraisal that was reported has one report, signed and with its photo, which says what the appraisal says.
    pub(super) fn reports_have_all_their_parts(&self) {
        let goods = &self.goods;
        let reports: BTreeMap<Uuid, _> = goods.reports.iter().map(|row| (row.appraisal_id, row)).collect();
        assert_eq!(reports.len(), goods.reports.len(), "an appraisal was reported twice");
        let photos = counted(goods.photos.iter().map(|row| row.report_id));
        for row in goods.appraisals.values() {
            let report = reports.get(&row.id);
            assert_eq!(
                row.reported_at.is_some(),
                report.is_some(),
                "half of it is there: {row:?}"
            );
            assert_eq!(
                row.conclusion.as_ref(),
                report.map(|report| &report.conclusion),
                "{row:?}"
            );
            let is_over = ["REPORTED", "AGREED", "FINAL"].contains(&row.state.as_str());
            assert_eq!(is_over, report.is_some(), "{row:?}");
            assert_eq!(row.state == "FINAL", row.final_at.is_some(), "{row:?}");
            let Some(report) = report else { continue };
            assert!(!report.signed_name.is_empty(), "{report:?}");
            assert_eq!(photos.get(&report.id), Some(&1), "{report:?}");
            let purchase = self.bought[&row.purchase_id].state.as_str();
            assert!(["IN_APPRAISAL", "APPRAISED"].contains(&purchase), "{purchase}: {row:?}");
        }
        assert_eq!(goods.photos.len(), goods.reports.len(), "a photo of no report");
        let those = |is: fn(&entity::appraisal::Model) -> bool| {
            let found = goods.appraisals.values().filter(|row| is(row));
            sorted(found.map(|row| row.id))
        };
        for (mutation, ids) in [
            ("orderAppraisal", those(|_| true)),
            ("takeUpAppraisal", those(|row| row.interest.is_some())),
            ("reportAppraisal", those(|row| row.reported_at.is_some())),
            ("agreeToAppraisal", those(|row| row.agreed_at.is_some())),
            ("finalizeAppraisal", those(|row| row.final_at.is_some())),
        ] {
            assert_eq!(self.acted(|action| action == mutation), ids, "{mutation}");
        }
    }

    /// Statements have all their lines, and a line or an entry stands in one match, of which both sides come to the
    /// same.
    pub(super) fn lines_are_matched_once(&self) {
        let goods = &self.goods;
        let told = counted(goods.lines.values().map(|line| line.statement_id));
        for row in &goods.statements {
            let lines = told.get(&row.id).copied().unwrap_or(0);
            assert_eq!(usize::try_from(row.lines).unwrap(), lines, "{row:?}");
        }
        let kept = |of: &str| self.keys.keys().filter(|(_, mutation, _)| mutation == of).count();
        let files: usize = goods.words["importBankStatement"].values().sum();
        for (mutation, found) in [
            ("importBankStatement", files),
            ("importBankStatement", goods.statements.len()),
            (
                "matchBankLines",
                goods.matches.iter().filter(|row| row.kind == "CONFIRMED").count(),
            ),
        ] {
            assert_eq!(found, kept(mutation), "{mutation}");
            assert_eq!(self.acted(|action| action == mutation).len(), found, "{mutation}");
        }
        let parts = goods.parts.iter().map(|row| {
            let one = row.line_id.xor(row.entry_id);
            (
                row.match_id,
                one.unwrap_or_else(|| panic!("a line or an entry: {row:?}")),
            )
        });
        let parts: Vec<(Uuid, Uuid)> = parts.collect();
        let stands: BTreeSet<(Uuid, Uuid)> = parts.iter().copied().collect();
        assert_eq!(stands, goods.stands, "each part of a match stands there");
        let linked: BTreeSet<Uuid> = parts.iter().map(|(_, one)| *one).collect();
        assert_eq!(linked.len(), parts.len(), "something is matched twice");
        self.both_sides_come_to_the_same(&parts);
    }

    fn both_sides_come_to_the_same(&self, parts: &[(Uuid, Uuid)]) {
        let entries: HashMap<Uuid, i64> = self.entries.iter().map(|row| (row.id, row.amount_minor)).collect();
        for row in &self.goods.matches {
            let (mut lines, mut arrived) = (Vec::new(), Vec::new());
            for (_, one) in parts.iter().filter(|(of, _)| *of == row.id) {
                match self.goods.lines.get(one) {
                    Some(line) => lines.push(line.amount_minor),
                    None => arrived.push(entries[one]),
                }
            }
            // In this storm one line says what one entry does.
            assert_eq!(
                (lines, arrived),
                (vec![row.amount_minor], vec![row.amount_minor]),
                "{row:?}"
            );
        }
    }
}
