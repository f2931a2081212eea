//! Search across leads, subjects, items, evidence and comments, as clients see it.

use std::{collections::HashMap, sync::Arc};

use async_graphql::{Context, Object, SimpleObject, Union, Value, connection::Connection};
use tokio::sync::OnceCell;
use uuid::Uuid;

use super::{
    enums::GqlLeadState,
    filters::LeadFilter,
    item::LeadItem,
    lead::Lead,
    loaders::Eyes,
    signatures::{Scene, Signatures},
    timeline::{Comment, act_of},
};
use crate::{
    app::App,
    evidence::graphql::EvidenceItem,
    graphql_enum,
    leads::{
        rules::{LeadState, SearchField, SearchKind},
        store::{self, CommentRow, Found, ItemRow, LeadRow, SearchQuery, Sights, Texts},
    },
    permissions::Viewer,
    platform::{
        error::{ApiError, Result},
        graphql::{
            Known, Plain,
            connection::{Page, PageArgs, Total, connection_with},
            from_context,
        },
        text::{Excerpt, excerpt},
    },
    subjects::graphql::{FoundSubject, Subject},
};

/// The longest query, in characters.
const LONGEST_QUERY: usize = 200;
/// Characters of a piece of text.
const LONGEST_EXCERPT: usize = 160;

graphql_enum! {
    /// A kind of object that is found by its own words.
    GqlSearchKind as "SearchKind" = SearchKind {
        /// A lead: its reference, title and summary.
        Lead,
        /// A subject of a lead, unless it is a person: its name, what else is said of it, what it is known by.
        Subject,
        /// An item of a lead: its title, seller and listing.
        Item,
        /// A piece of evidence of a lead: its title and its file's name.
        Evidence,
        /// A comment on a lead.
        Comment,
    }
}

graphql_enum! {
    /// A text that an object is found by.
    GqlSearchField as "SearchField" = SearchField {
        /// What people call a lead.
        Reference,
        /// A title.
        Title,
        /// A lead's summary.
        Summary,
        /// A seller's name.
        Seller,
        /// A platform.
        Platform,
        /// A platform's id of a listing.
        ListingId,
        /// A platform's id of a shop.
        ShopId,
        /// A listing's address.
        Url,
        /// A subject's name.
        Name,
        /// What else is said of a subject.
        Detail,
        /// What a subject is known by.
        Identifier,
        /// The name of a file.
        FileName,
        /// What somebody said.
        Body,
    }
}

/// What was found.
#[derive(Clone, Union)]
#[graphql(name = "SearchObject")]
pub enum SearchObject {
    /// A lead.
    Lead(Box<Lead>),
    /// A subject of a lead.
    Subject(Box<Subject>),
    /// An item of a lead.
    LeadItem(LeadItem),
    /// A piece of evidence of a lead.
    EvidenceItem(EvidenceItem),
    /// A comment on a lead.
    Comment(Comment),
}

/// Characters of a piece of text that are a word of the query.
#[derive(Debug, Clone, Copy, SimpleObject)]
pub struct SearchMark {
    /// Position of the first one, in Unicode scalar values (in JavaScript: of `Array.from(text)`).
    start: i32,
    /// How many.
    length: i32,
}

/// A piece of a text that the viewer sees, around a word of the query.
#[derive(Debug, Clone, SimpleObject)]
pub struct SearchExcerpt {
    /// Which text it is of.
    field: GqlSearchField,
    /// The piece, in one line; at most 160 characters.
    text: String,
    /// The words of the query in it, in order.
    marks: Vec<SearchMark>,
    /// Whether the text begins before the piece.
    cut_before: bool,
    /// Whether the text goes on after the piece.
    cut_after: bool,
}

impl SearchExcerpt {
    fn of(field: SearchField, found: Excerpt) -> Self {
        let count = |number: usize| i32::try_from(number).unwrap_or(i32::MAX);
        let marks = found.marks.iter().map(|mark| SearchMark {
            start: count(mark.start),
            length: count(mark.len()),
        });
        Self {
            field: field.into(),
            marks: marks.collect(),
            text: found.text,
            cut_before: found.cut_before,
            cut_after: found.cut_after,
        }
    }

    /// The pieces of some texts that have words of the query.
    fn all(texts: &Texts<'_>, tokens: &[String]) -> Vec<Self> {
        let found =
            |(field, text): &(SearchField, &str)| Some(Self::of(*field, excerpt(text, tokens, LONGEST_EXCERPT)?));
        texts.iter().filter_map(found).collect()
    }
}

/// What was found; a subject counts as shown as soon as it is made.
#[derive(Clone)]
enum Hit {
    Object(SearchObject),
    Subject(Arc<FoundSubject>, Eyes),
}

/// Something that was found, and where it has the words.
#[derive(Clone)]
pub struct HitFields {
    kind: SearchKind,
    lead: Lead,
    object: Hit,
    excerpts: Vec<SearchExcerpt>,
}

/// Something that was found, in the graph.
pub type SearchHit = Plain<HitFields>;

impl Known for HitFields {
    fn known(&self, _: &str) -> Option<Value> {
        None
    }

    // Whatever of it goes into an answer is of the lead.
    fn shown(&self) {
        self.lead.shown();
    }
}

/// Something that was found, and where it has the words.
#[Object(name = "SearchHit")]
impl HitFields {
    /// What kind of object it is.
    async fn kind(&self) -> GqlSearchKind {
        self.kind.into()
    }

    /// The object.
    async fn object(&self) -> SearchObject {
        match &self.object {
            Hit::Object(object) => object.clone(),
            Hit::Subject(found, eyes) => SearchObject::Subject(Box::new(found.shown(eyes))),
        }
    }

    /// The lead that it is, or belongs to.
    async fn lead(&self) -> &Lead {
        &self.lead
    }

    /// Pieces of its texts around the words of the query; at most one of each text.
    async fn excerpts(&self) -> &[SearchExcerpt] {
        &self.excerpts
    }
}

/// How many objects of a kind there are to find.
#[derive(Debug, Clone, Copy, SimpleObject)]
pub struct SearchKindCount {
    /// The kind.
    kind: GqlSearchKind,
    /// How many.
    count: i32,
}

/// How many objects of leads in a state there are to find.
#[derive(Debug, Clone, Copy, SimpleObject)]
pub struct SearchStateCount {
    /// The state.
    state: GqlLeadState,
    /// How many.
    count: i32,
}

/// What there is to choose from, over what the viewer sees.
#[derive(Debug, Clone, SimpleObject)]
pub struct SearchFacets {
    /// By kind, were none chosen; kinds without any are left out.
    kinds: Vec<SearchKindCount>,
    /// By the lead's state, were none chosen; states without any are left out.
    states: Vec<SearchStateCount>,
    /// Whether the counts are exact; false means there are more than 10,000 objects in all, and these are counts of some.
    are_exact: bool,
}

type Counts = Vec<(SearchKind, LeadState, u64)>;

impl SearchFacets {
    fn of(counts: &Counts, query: &SearchQuery) -> Self {
        use strum::VariantArray as _;
        let sum = |of: &dyn Fn(&(SearchKind, LeadState, u64)) -> bool| {
            Total::of(counts.iter().filter(|count| of(count)).map(|count| count.2).sum())
        };
        let kinds = SearchKind::VARIANTS.iter().map(|kind| SearchKindCount {
            kind: (*kind).into(),
            count: sum(&|(found, state, _)| found == kind && query.wants_of(*state)).count,
        });
        let states = LeadState::VARIANTS.iter().map(|state| SearchStateCount {
            state: (*state).into(),
            count: sum(&|(kind, found, _)| found == state && query.wants(*kind)).count,
        });
        Self {
            kinds: kinds.filter(|kind| kind.count > 0).collect(),
            states: states.filter(|state| state.count > 0).collect(),
            are_exact: sum(&|_| true).exact,
        }
    }
}

/// How much there is to find; counted when it is asked for.
pub struct SearchTotals {
    app: Arc<App>,
    sights: Sights,
    query: SearchQuery,
    counted: OnceCell<Total>,
}

impl SearchTotals {
    async fn total(&self) -> Result<Total> {
        let count = || async {
            let found = store::search_count(self.app.db.read(), &self.sights, &self.query).await?;
            Ok(Total::of(found))
        };
        self.counted.get_or_try_init(count).await.copied()
    }
}

#[Object]
impl SearchTotals {
    /// How many objects the viewer can find, counted up to 10,000.
    async fn total_count(&self) -> Result<i32> {
        Ok(self.total().await?.count)
    }

    /// Whether `totalCount` is exact; false means there are more.
    async fn total_count_is_exact(&self) -> Result<bool> {
        Ok(self.total().await?.exact)
    }

    /// What there is to choose from by kind and by state.
    async fn facets(&self) -> Result<SearchFacets> {
        let counts = store::search_facets(self.app.db.read(), &self.sights, &self.query).await?;
        Ok(SearchFacets::of(&counts, &self.query))
    }
}

/// Searching.
#[derive(Debug, Default)]
pub struct SearchQueries;

#[Object]
impl SearchQueries {
    /// What has all the words of a query in its own texts, among what the viewer sees: leads first, then subjects, items,
    /// evidence and comments, the latest first. People are not found by their names. Letters are compared without case and
    /// accents; Chinese, Japanese and Korean are found by any two neighbouring characters. At most 32 words count.
    #[expect(
        clippy::too_many_arguments,
        reason = "a connection's arguments, a query and what narrows it"
    )]
    async fn search(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The words, at most 200 characters.")] query: String,
        #[graphql(desc = "How many from the beginning, at most 100.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, at most 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Which kinds; all where nothing is said.")] kinds: Option<Vec<GqlSearchKind>>,
        #[graphql(desc = "Of which leads; of all where nothing is said.")] filter: Option<LeadFilter>,
    ) -> Result<Connection<String, SearchHit, SearchTotals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let app = Arc::clone(from_context::<App>(ctx)?);
        let eyes = Eyes::from(ctx)?;
        let query = read(
            &query,
            kinds.unwrap_or_default(),
            filter.unwrap_or_default(),
            eyes.viewer(),
        )?;
        let sights = Sights::of(eyes.viewer(), app.now());
        let page = store::search_page(app.db.read(), &sights, &query, &args).await?;
        let page = Box::pin(hits(&app, &eyes, &sights, query.tokens(), page)).await?;
        let totals = SearchTotals {
            app,
            sights,
            query,
            counted: OnceCell::new(),
        };
        Ok(connection_with(page, totals))
    }
}

fn read(words: &str, kinds: Vec<GqlSearchKind>, filter: LeadFilter, viewer: &Viewer) -> Result<SearchQuery> {
    if words.chars().count() > LONGEST_QUERY {
        return Err(ApiError::input("query", "Search for at most 200 characters."));
    }
    let kinds = kinds.into_iter().map(Into::into).collect();
    Ok(SearchQuery::new(words, kinds, filter.read(viewer)?))
}

/// What was found, read by as many statements whatever the page's size. What is not seen any more by now is left out.
async fn hits(
    app: &Arc<App>,
    eyes: &Eyes,
    sights: &Sights,
    tokens: &[String],
    page: Page<Found>,
) -> Result<Page<SearchHit>> {
    let (connection, sight) = (app.db.read(), sights.leads());
    let of = |kind| -> Vec<Uuid> {
        let found = page.rows.iter().map(|(.., found)| found);
        found
            .filter(|found| found.kind == kind)
            .map(|found| found.object)
            .collect()
    };
    let leads: Vec<Uuid> = page.rows.iter().map(|(.., found)| found.lead).collect();
    let leads = store::leads_seen(connection, sight, &leads).await?;
    let items = store::items_by_ids(connection, sight, &of(SearchKind::Item)).await?;
    let comments = store::comments_seen(connection, sight, &of(SearchKind::Comment)).await?;
    let subjects = FoundSubject::load(app, sight, &of(SearchKind::Subject)).await?;
    let evidence = EvidenceItem::found(app, sights.evidence(), &of(SearchKind::Evidence), eyes).await?;
    let signatures = Signatures::of(app, comments.iter().map(act_of)).await?;
    let rows = Rows {
        leads: leads.into_iter().map(|row| (row.id, row)).collect(),
        items: items.into_iter().map(|row| (row.id, Arc::new(row))).collect(),
        comments: comments.into_iter().map(|row| (row.id, row)).collect(),
        subjects: subjects.into_iter().map(|(id, found)| (id, Arc::new(found))).collect(),
        evidence,
        signatures,
    };
    let page = page.filter_map(|found| rows.hit(found, eyes, tokens).transpose());
    page.try_map(|hit| hit)
}

/// The rows of a page of what was found.
struct Rows {
    leads: HashMap<Uuid, LeadRow>,
    items: HashMap<Uuid, Arc<ItemRow>>,
    comments: HashMap<Uuid, CommentRow>,
    subjects: HashMap<Uuid, Arc<FoundSubject>>,
    evidence: HashMap<Uuid, EvidenceItem>,
    signatures: Signatures,
}

impl Rows {
    fn hit(&self, found: Found, eyes: &Eyes, tokens: &[String]) -> Result<Option<SearchHit>> {
        let Some(row) = self.leads.get(&found.lead) else {
            return Ok(None);
        };
        let lead = Lead::of(row.clone(), eyes.clone())?;
        let seen = match found.kind {
            SearchKind::Lead => {
                let object = SearchObject::Lead(Box::new(lead.clone()));
                Some((Hit::Object(object), store::lead_texts(row)))
            }
            SearchKind::Subject => self.subjects.get(&found.object).map(|subject| {
                let object = Hit::Subject(Arc::clone(subject), eyes.clone());
                (object, subject.texts())
            }),
            SearchKind::Evidence => self.evidence.get(&found.object).map(|evidence| {
                let object = SearchObject::EvidenceItem(evidence.clone());
                (Hit::Object(object), evidence.texts())
            }),
            SearchKind::Item => self.items.get(&found.object).map(|item| {
                let object = LeadItem::of(Arc::clone(item), eyes);
                (Hit::Object(SearchObject::LeadItem(object)), store::item_texts(item))
            }),
            SearchKind::Comment => self.comments.get(&found.object).map(|comment| {
                let object = Comment::of(comment.clone(), eyes, Scene::from(row), &self.signatures);
                let object = Hit::Object(SearchObject::Comment(object));
                (object, store::comment_texts(comment))
            }),
        };
        Ok(seen.map(|(object, texts)| {
            Plain(HitFields {
                kind: found.kind,
                lead,
                object,
                excerpts: SearchExcerpt::all(&texts, tokens),
            })
        }))
    }
}
