//! GraphQL of saved views.

use std::sync::Arc;

use async_graphql::{
    Context, ID, InputObject, InputType, Json, Object, OneofObject, SimpleObject, connection::Connection,
};
use serde_json::Value;
use uuid::Uuid;

use super::{
    commands::{self, Content, Shown, ViewFilter},
    rules::{ListKind, ViewRow},
};
use crate::{
    app::App,
    graphql_enum,
    leads::graphql::{DeliveryFilter, DeliveryOrder, LeadFilter, LeadOrder},
    members::graphql::{Person, person},
    payload,
    permissions::Viewer,
    platform::{
        error::{ApiError, Result},
        graphql::{
            UserError,
            connection::{PageArgs, Totals, connection},
            from_context, id, outcome,
            scalars::DateTime,
            uuid,
        },
        ids::IdKind,
    },
    sessions,
};

graphql_enum! {
    /// A list of which views are saved.
    GqlListKind as "SavedViewList" = ListKind {
        /// The list of leads.
        Leads,
        /// The inbox.
        Deliveries,
    }
}

/// What somebody looks for in a list again and again, under a name.
pub struct SavedView {
    row: ViewRow,
    is_default: bool,
}

impl From<Shown> for SavedView {
    fn from((row, is_default): Shown) -> Self {
        Self { row, is_default }
    }
}

/// What somebody looks for in a list again and again, under a name.
#[Object]
impl SavedView {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id(IdKind::View, self.row.id)
    }

    /// Its name.
    async fn name(&self) -> &str {
        &self.row.name
    }

    /// The list it is a view of.
    async fn list(&self) -> GqlListKind {
        self.row.list.into()
    }

    /// The list's filter, as `leads` takes a `LeadFilter`, or `deliveries` a `DeliveryFilter`.
    async fn filter(&self) -> Json<Value> {
        Json(self.row.filter.clone())
    }

    /// The list's order, as `leads` takes a `LeadOrder`, or `deliveries` a `DeliveryOrder`; null for the list's own.
    async fn order_by(&self) -> Option<Json<Value>> {
        (!self.row.order.is_null()).then(|| Json(self.row.order.clone()))
    }

    /// Whether the owner's colleagues have it too.
    async fn shared(&self) -> bool {
        self.row.shared
    }

    /// Whose it is.
    async fn owner(&self, ctx: &Context<'_>) -> Result<Person> {
        person(ctx, self.row.owner).await
    }

    /// Whether it is the viewer's own.
    async fn is_mine(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(self.row.owner == sessions::viewer(ctx)?.person)
    }

    /// Whether the viewer's list opens with it.
    async fn is_default(&self) -> bool {
        self.is_default
    }

    /// Whether the viewer may change and delete it.
    async fn is_changeable(&self, ctx: &Context<'_>) -> Result<bool> {
        let now = from_context::<App>(ctx)?.now();
        Ok(self.row.is_changed_by(sessions::viewer(ctx)?, now))
    }

    /// Counts its changes; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// When it was made.
    async fn created_at(&self) -> DateTime {
        DateTime(self.row.created_at)
    }
}

/// The queries of saved views.
#[derive(Default)]
pub struct ViewsQuery;

#[Object]
impl ViewsQuery {
    /// The views of a list that the viewer has: its own and those shared by colleagues, the first made first.
    async fn saved_views(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The list.")] list: GqlListKind,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<Connection<String, SavedView, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let (app, viewer) = (Arc::clone(from_context::<App>(ctx)?), sessions::viewer(ctx)?);
        let filter = ViewFilter::of(viewer, list.into());
        let page = commands::list(&app, viewer, list.into(), &args).await?;
        Ok(connection(page.map(SavedView::from), move || {
            let app = Arc::clone(&app);
            Box::pin(async move { commands::count(&app, filter).await })
        }))
    }
}

/// The view of an id, if the caller has it: for `node`.
///
/// # Errors
/// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
pub async fn visible_saved_view(ctx: &Context<'_>, key: Uuid) -> Result<Option<SavedView>> {
    let app = from_context::<App>(ctx)?;
    let found = commands::visible(app, sessions::viewer(ctx)?, key).await?;
    Ok(found.map(SavedView::from))
}

/// What is looked for among leads.
#[derive(InputObject)]
pub struct LeadViewInput {
    /// Which leads.
    filter: LeadFilter,
    /// The order; the list's own where nothing is said.
    order_by: Option<LeadOrder>,
}

/// What is looked for in the inbox.
#[derive(InputObject)]
pub struct DeliveryViewInput {
    /// Which deliveries; not those of one lead.
    filter: DeliveryFilter,
    /// The order; the list's own where nothing is said.
    order_by: Option<DeliveryOrder>,
}

/// What a view looks for: exactly one.
#[derive(OneofObject)]
pub enum SavedViewContentInput {
    /// Among leads.
    Leads(LeadViewInput),
    /// In the inbox.
    Deliveries(DeliveryViewInput),
}

impl SavedViewContentInput {
    /// Checks it as its list would, and gives list, filter and order.
    fn read(&self, viewer: &Viewer) -> Result<(ListKind, Value, Value)> {
        match self {
            Self::Leads(view) => {
                view.filter.check(viewer)?;
                Ok((ListKind::Leads, plain(&view.filter)?, plain(&view.order_by)?))
            }
            Self::Deliveries(view) => {
                view.filter.check_lasting(viewer)?;
                Ok((ListKind::Deliveries, plain(&view.filter)?, plain(&view.order_by)?))
            }
        }
    }
}

/// An input as a client would send it.
fn plain(input: &impl InputType) -> Result<Value> {
    input.to_value().into_json().map_err(ApiError::internal)
}

/// A view to be.
#[derive(InputObject)]
pub(super) struct CreateSavedViewInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    idempotency_key: String,
    /// Its name, at most 60 characters.
    name: String,
    /// Whether colleagues of the own organisation have it too; not, where nothing is said.
    shared: Option<bool>,
    /// What it looks for.
    view: SavedViewContentInput,
}

/// What a view is to be.
#[derive(InputObject)]
pub(super) struct UpdateSavedViewInput {
    /// Which one.
    id: ID,
    /// The version that was seen.
    expected_version: i32,
    /// Its name, at most 60 characters.
    name: String,
    /// Whether colleagues of the owner's organisation have it too.
    shared: bool,
    /// What it looks for; in the same list as before.
    view: SavedViewContentInput,
}

/// The end of a view.
#[derive(InputObject)]
pub(super) struct DeleteSavedViewInput {
    /// Which one.
    id: ID,
    /// The version that was seen.
    expected_version: i32,
}

/// With what a list opens.
#[derive(InputObject)]
pub(super) struct SetDefaultSavedViewInput {
    /// The list.
    list: GqlListKind,
    /// The view; the list opens as it is where none is named.
    view_id: Option<ID>,
}

payload! {
    /// A view, or why it was not saved.
    SavedViewPayload {
        /// The view; null where it was refused, and where none was named.
        view: SavedView
    }
}

/// That a view is gone, or why not.
#[derive(SimpleObject)]
pub struct DeleteSavedViewPayload {
    /// The id of what is gone; null where it was refused.
    deleted_id: Option<ID>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

/// The mutations of saved views.
#[derive(Default)]
pub struct ViewsMutation;

#[Object]
impl ViewsMutation {
    /// Saves a view.
    async fn create_saved_view(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The view to be.")] input: CreateSavedViewInput,
    ) -> Result<SavedViewPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let content = match content(viewer, input.name, input.shared.unwrap_or_default(), &input.view) {
            Ok(content) => content,
            Err(error) => return SavedViewPayload::of::<Shown>(Err(error)),
        };
        let made = Box::pin(commands::create(app, viewer, &input.idempotency_key, content)).await;
        answer(app, viewer, made).await
    }

    /// Changes a view.
    async fn update_saved_view(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, and what it is to be.")] input: UpdateSavedViewInput,
    ) -> Result<SavedViewPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::View, &input.id)?;
        if Box::pin(commands::visible(app, viewer, key)).await?.is_none() {
            return SavedViewPayload::of::<Shown>(Err(ApiError::not_found()));
        }
        let content = match content(viewer, input.name, input.shared, &input.view) {
            Ok(content) => content,
            Err(error) => return SavedViewPayload::of::<Shown>(Err(error)),
        };
        let changed = Box::pin(commands::update(app, viewer, key, input.expected_version, content)).await;
        answer(app, viewer, changed).await
    }

    /// Deletes a view.
    async fn delete_saved_view(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: DeleteSavedViewInput,
    ) -> Result<DeleteSavedViewPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::View, &input.id)?;
        let (gone, user_errors) = outcome(Box::pin(commands::delete(app, viewer, key, input.expected_version)).await)?;
        Ok(DeleteSavedViewPayload {
            deleted_id: gone.map(|view| id(IdKind::View, view.id)),
            user_errors,
        })
    }

    /// Has a list open with a view from now on, for the viewer alone.
    async fn set_default_saved_view(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The list and the view.")] input: SetDefaultSavedViewInput,
    ) -> Result<SavedViewPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let view = input.view_id.map(|id| uuid(IdKind::View, &id)).transpose()?;
        let (set, user_errors) = outcome(Box::pin(commands::set_default(app, viewer, input.list.into(), view)).await)?;
        let view = set.flatten().map(|row| SavedView { row, is_default: true });
        Ok(SavedViewPayload { view, user_errors })
    }
}

fn content(viewer: &Viewer, name: String, shared: bool, view: &SavedViewContentInput) -> Result<Content> {
    let (list, filter, order) = view.read(viewer)?;
    Ok(Content {
        name,
        list,
        filter,
        order,
        shared,
    })
}

async fn answer(app: &App, viewer: &Viewer, result: Result<ViewRow>) -> Result<SavedViewPayload> {
    let (row, user_errors) = outcome(result)?;
    let view = match row {
        Some(row) => Some(Box::pin(commands::shown(app, viewer, row)).await?.into()),
        None => None,
    };
    Ok(SavedViewPayload { view, user_errors })
}
