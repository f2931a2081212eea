//! The dry run, as clients see it.

use std::{collections::HashMap, sync::Arc};

use async_graphql::{Context, InputObject, Object, SimpleObject, connection::Connection};
use uuid::Uuid;

use super::enums::{GqlFormat, GqlImportReason, GqlImportVerdict, GqlLeadImportOutcome, GqlSubjectKind};
use crate::{
    app::App,
    imports::{
        commands::Preview,
        rules::{Element, Outcome, ParseError, Reason, Verdict, effective_tlp},
    },
    leads::graphql::{GqlTlp, Lead, leads_seen},
    platform::{
        error::Result,
        graphql::{
            connection::{Page, PageArgs, Totals, connection},
            from_context,
        },
    },
    sessions,
};

/// Why a file cannot be read.
#[derive(Debug, Clone, SimpleObject)]
pub struct ImportMistake {
    /// What is wrong, for people.
    message: String,
    /// The line, from 1; null where it is no single one.
    line: Option<i32>,
    /// The column, from 1, or the byte where there is no line; null where it is no single place.
    column: Option<i32>,
}

impl From<ParseError> for ImportMistake {
    fn from(error: ParseError) -> Self {
        let number = |number: u64| i32::try_from(number).unwrap_or(i32::MAX);
        Self {
            message: error.text,
            line: error.line.map(number),
            column: error.column.map(number),
        }
    }
}

/// How many of a kind.
#[derive(Debug, Clone, SimpleObject)]
pub struct ImportReasonCount {
    /// Why.
    reason: GqlImportReason,
    /// How many elements.
    count: i32,
}

/// How many identifiers of a kind were found.
#[derive(Debug, Clone, SimpleObject)]
pub struct ImportSubjectCount {
    /// What they name.
    kind: GqlSubjectKind,
    /// How many.
    count: i32,
}

/// Which elements to list; what is left out does not narrow the list.
#[derive(InputObject, Default)]
pub struct ImportElementFilter {
    /// Only those that a lead is made of.
    leads_only: Option<bool>,
    /// Only these verdicts.
    verdict_in: Option<Vec<GqlImportVerdict>>,
    /// Only these reasons.
    reason_in: Option<Vec<GqlImportReason>>,
}

/// What would become of a file; nothing is written.
pub struct ImportPreview(pub(super) Arc<Preview>);

/// An item of a lead to be.
#[derive(Debug, Clone, SimpleObject)]
pub struct ImportItem {
    /// What is offered.
    title: String,
    /// Its address; null where it has none.
    url: Option<String>,
    /// Who offers it; null where nobody is named.
    seller: Option<String>,
    /// The brand's name, where the file gives one.
    brand_name: Option<String>,
}

/// A lead to be.
#[derive(Clone, SimpleObject)]
pub struct ImportLead {
    /// Its title.
    title: String,
    /// What else the file says; null where it says nothing more.
    summary: Option<String>,
    /// The TLP that it gets.
    tlp: GqlTlp,
    /// The TLP that the file asks for; null where it asks for none.
    source_tlp: Option<GqlTlp>,
    /// Words that the source filed it under.
    tags: Vec<String>,
    /// How many items it gets.
    item_count: i32,
    /// The first items, at most 10.
    items: Vec<ImportItem>,
    /// What would become of it.
    outcome: GqlLeadImportOutcome,
    /// The lead that an earlier import made of it; null where there is none, or none that the viewer sees.
    existing: Option<Lead>,
    /// Other leads that the viewer sees with one of its listings, at most 20.
    possible_duplicates: Vec<Lead>,
}

/// An element of a file and what becomes of it.
#[derive(Clone, SimpleObject)]
pub struct ImportElement {
    /// Its place among the elements, from 1.
    position: i32,
    /// Where it stands: `line 7`, or a JSON pointer.
    at: String,
    /// What it is, in the words of its format.
    kind: String,
    /// How people may recognise it.
    label: String,
    /// What becomes of it.
    verdict: GqlImportVerdict,
    /// Why, where not all of it goes in; null where all does.
    reason: Option<GqlImportReason>,
    /// The fields that do not go in, where some do.
    fields: Vec<String>,
    /// The lead that is made of it; null where it is a part of one, or none is made.
    lead: Option<ImportLead>,
}

fn count(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// What would become of a file; nothing is written.
#[Object]
impl ImportPreview {
    /// The format it was read as.
    async fn format(&self) -> GqlFormat {
        self.0.format.into()
    }

    /// To be passed back to `startImport` with the same input; null where the file cannot be read.
    async fn token(&self) -> Option<&str> {
        self.0.token.as_deref()
    }

    /// Why the file cannot be read; null where it can.
    async fn mistake(&self) -> Option<ImportMistake> {
        self.0.mistake.clone().map(Into::into)
    }

    /// How many leads would be created.
    async fn would_create(&self) -> i32 {
        count(self.0.count(Outcome::WouldCreate))
    }

    /// How many leads are there already, by the hash of their content within the organisation.
    async fn already_there(&self) -> i32 {
        count(self.0.count(Outcome::AlreadyThere))
    }

    /// How many leads would be refused.
    async fn refused(&self) -> i32 {
        count(self.0.count(Outcome::Refused))
    }

    /// How many elements are understood.
    async fn understood(&self) -> i32 {
        count(self.0.parsed.count(Verdict::Understood))
    }

    /// How many elements go in in part.
    async fn partly(&self) -> i32 {
        count(self.0.parsed.count(Verdict::Partly))
    }

    /// How many elements name a subject, which is told and not stored.
    async fn kept(&self) -> i32 {
        count(self.0.parsed.count(Verdict::Kept))
    }

    /// How many elements are left out.
    async fn skipped(&self) -> i32 {
        count(self.0.parsed.count(Verdict::Skipped))
    }

    /// Why elements do not go in, or leads would be refused, the most frequent first.
    async fn reasons(&self) -> Vec<ImportReasonCount> {
        let reasons = self
            .0
            .parsed
            .elements
            .iter()
            .filter_map(|element| self.0.reason(element));
        let counted = counted(reasons).into_iter();
        let entry = |(reason, count): (Reason, i32)| ImportReasonCount {
            reason: reason.into(),
            count,
        };
        counted.map(entry).collect()
    }

    /// Identifiers that are no listings, by what they name, the most frequent first.
    async fn subjects(&self) -> Vec<ImportSubjectCount> {
        let kinds = self.0.parsed.subjects.iter().map(|subject| subject.kind);
        let counted = counted(kinds).into_iter();
        let entry = |(kind, count): (crate::imports::rules::SubjectKind, i32)| ImportSubjectCount {
            kind: kind.into(),
            count,
        };
        counted.map(entry).collect()
    }

    /// The elements of the file, in its order.
    async fn elements(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Which ones.")] filter: Option<ImportElementFilter>,
    ) -> Result<Connection<String, ImportElement, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let filter = filter.unwrap_or_default();
        let verdicts: Vec<Verdict> = filter.verdict_in.into_iter().flatten().map(Into::into).collect();
        let reasons: Vec<Reason> = filter.reason_in.into_iter().flatten().map(Into::into).collect();
        let places = self.0.elements(filter.leads_only == Some(true), &verdicts, &reasons);
        let total = places.len() as u64;
        let rows = places
            .into_iter()
            .map(|place| (i64::try_from(place).unwrap_or(i64::MAX), Uuid::nil(), place));
        let page = Page::slice(rows.collect(), &args);
        let heads: Vec<usize> = page
            .rows
            .iter()
            .filter_map(|(_, _, place)| {
                let element = &self.0.parsed.elements[*place];
                element.lead.filter(|_| element.is_head)
            })
            .collect();
        let leads = self.leads(ctx, &heads).await?;
        let page = page.map(|place| self.element(place, &leads));
        Ok(connection(page, move || Box::pin(async move { Ok(total) })))
    }
}

impl ImportPreview {
    fn element(&self, place: usize, leads: &HashMap<usize, ImportLead>) -> ImportElement {
        let element: &Element = &self.0.parsed.elements[place];
        ImportElement {
            position: count(place + 1),
            at: element.at.clone(),
            kind: element.kind.clone(),
            label: element.label.clone(),
            verdict: element.verdict.into(),
            reason: self.0.reason(element).map(Into::into),
            fields: element.fields.clone(),
            lead: element
                .lead
                .filter(|_| element.is_head)
                .and_then(|lead| leads.get(&lead).cloned()),
        }
    }

    /// The leads to be of a page, with what is there already, by two statements for all of them.
    async fn leads(&self, ctx: &Context<'_>, heads: &[usize]) -> Result<HashMap<usize, ImportLead>> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let duplicates = self.0.duplicates(app, viewer, heads).await?;
        let existing = heads.iter().filter_map(|lead| self.0.judged[*lead].lead);
        let wanted: Vec<Uuid> = existing.chain(duplicates.values().flatten().copied()).collect();
        let seen = leads_seen(ctx, &wanted).await?;
        let lead = |lead: &usize| {
            let (parsed, judged) = (&self.0.parsed.leads[*lead], self.0.judged[*lead]);
            let others = duplicates.get(lead).into_iter().flatten();
            let items = parsed.items.iter().take(10).map(|item| ImportItem {
                title: item.title.clone(),
                url: item.url.clone(),
                seller: item.seller.clone(),
                brand_name: item.brand.clone(),
            });
            let made = ImportLead {
                title: parsed.title.clone(),
                summary: parsed.summary.clone(),
                tlp: effective_tlp(parsed.tlp, self.0.choices.tlp).into(),
                source_tlp: parsed.tlp.map(Into::into),
                tags: parsed.tags.clone(),
                item_count: count(parsed.items.len()),
                items: items.collect(),
                outcome: judged.outcome.into(),
                existing: judged.lead.and_then(|id| seen.get(&id).cloned()),
                possible_duplicates: others.filter_map(|id| seen.get(id).cloned()).collect(),
            };
            (*lead, made)
        };
        Ok(heads.iter().map(lead).collect())
    }
}

/// How often each comes, the most frequent first, in the order of the table where they are as frequent.
fn counted<T: Copy + Eq + strum::VariantArray>(all: impl Iterator<Item = T>) -> Vec<(T, i32)> {
    let all: Vec<T> = all.collect();
    let mut counts: Vec<(T, i32)> = T::VARIANTS
        .iter()
        .map(|one| (*one, count(all.iter().filter(|other| *other == one).count())))
        .filter(|(_, count)| *count > 0)
        .collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts
}
