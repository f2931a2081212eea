//! What a request shows of leads, until it is written down.

use std::{
    collections::BTreeMap,
    mem,
    sync::{Arc, Mutex, PoisonError},
};

use async_graphql::Context;
use uuid::Uuid;

use super::loaders::Look;
use crate::{
    app::App,
    leads::commands,
    permissions::audience::Tlp,
    platform::error::{ApiError, Result},
};

/// The leads that go into the answer of one request, or into the next event of a stream. Whoever answers has it
/// [written down](Self::write_down) before the answer leaves: what cannot be noted is not shown.
#[derive(Debug, Default)]
pub struct Shown(Mutex<Noted>);

#[derive(Debug, Default)]
struct Noted {
    look: Option<Arc<Look>>,
    leads: BTreeMap<Uuid, Option<Tlp>>,
}

impl Shown {
    /// The request's own.
    ///
    /// # Errors
    /// `INTERNAL` where the server forgot it.
    pub fn of<'a>(ctx: &Context<'a>) -> Result<&'a Arc<Self>> {
        ctx.data::<Arc<Self>>()
            .map_err(|error| ApiError::internal(error.message))
    }

    pub(super) fn note(&self, look: &Arc<Look>, lead: Uuid, tlp: Option<Tlp>) {
        let mut noted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = noted.leads.entry(lead).or_insert(tlp);
        *known = known.or(tlp);
        // Those of one request are one person's, at one moment.
        noted.look.get_or_insert_with(|| Arc::clone(look));
    }

    /// Writes down to whom it was shown.
    ///
    /// # Errors
    /// `INTERNAL` or `UNAVAILABLE`; then the answer must not leave.
    pub async fn write_down(&self, app: &App) -> Result<()> {
        let noted = mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        match noted.look {
            Some(look) => commands::note_shown(app, &look.viewer, &look.sight, &noted.leads).await,
            None => Ok(()),
        }
    }
}
