//! What a viewer finds of IP rights.

use std::collections::HashMap;

use jiff::civil::Date;
use strum::VariantArray as _;
use uuid::Uuid;

use crate::{
    app::App,
    members::{
        self, OrganizationState,
        rules::{Reach, facts},
    },
    permissions::{Action, Viewer},
    platform::{
        error::{ApiError, Result},
        graphql::connection::{Page, PageArgs},
    },
    rights::{
        rules::ip_right::{IpRightKind, IpRightRow, IpRightState, check_country, judges, territories_of, today},
        store::{self, IpRightFilter, IpRightOrder, IpRightReach},
    },
};

/// Which rights to find; what is empty does not narrow the list.
#[derive(Debug, Clone, Default)]
pub struct WantedIpRights {
    /// A part of a title or number.
    pub search: Option<String>,
    /// Their holder.
    pub holder: Option<Uuid>,
    /// A brand they protect.
    pub brand: Option<Uuid>,
    /// Kinds.
    pub kinds: Vec<IpRightKind>,
    /// States.
    pub states: Vec<IpRightState>,
    /// A Nice class they are registered for.
    pub nice_class: Option<i32>,
    /// A country that they reach today.
    pub country: Option<String>,
    /// Whether only those with a renewal that waits.
    pub renewal_waits: bool,
    /// The order.
    pub order: IpRightOrder,
}

/// A list of rights as one viewer sees it.
#[derive(Debug, Clone)]
pub struct IpRights {
    reach: IpRightReach,
    filter: IpRightFilter,
    order: IpRightOrder,
    day: Date,
}

impl IpRights {
    /// The rights `viewer` finds today.
    ///
    /// # Errors
    /// `BAD_USER_INPUT` for a search text, class or country that is not acceptable.
    pub fn of(app: &App, viewer: &Viewer, wanted: WantedIpRights) -> Result<Self> {
        let now = app.now();
        let day = today(now);
        let country = wanted
            .country
            .map(|code| check_country("filter.country", code))
            .transpose()?;
        if wanted.nice_class.is_some_and(|class| !(1..=45).contains(&class)) {
            return Err(ApiError::input(
                "filter.niceClass",
                "Nice classes are numbers from 1 to 45.",
            ));
        }
        Ok(Self {
            reach: IpRightReach {
                directory: Reach::directory(viewer),
                judges: judges(viewer),
                principals: viewer.represented(Action::IpRightEdit, now),
            },
            filter: IpRightFilter {
                search: facts::search(wanted.search.as_deref())?,
                holder: wanted.holder,
                brand: wanted.brand,
                kinds: each_once(IpRightKind::VARIANTS, &wanted.kinds),
                states: each_once(IpRightState::VARIANTS, &wanted.states),
                nice_class: wanted.nice_class,
                territories: country
                    .as_deref()
                    .map(|code| territories_of(code, day))
                    .unwrap_or_default(),
                country,
                renewal_waits: wanted.renewal_waits,
            },
            order: wanted.order,
            day,
        })
    }
}

/// What is wanted of these, each once: a condition is as long as there are codes, not as what was sent.
fn each_once<T: Copy + PartialEq>(all: &[T], wanted: &[T]) -> Vec<T> {
    all.iter().copied().filter(|one| wanted.contains(one)).collect()
}

/// A page of rights.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn list_ip_rights(app: &App, list: &IpRights, args: &PageArgs) -> Result<Page<IpRightRow>> {
    store::ip_right_page(app.db.read(), &list.reach, &list.filter, list.order, list.day, args).await
}

/// How many rights the list has.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn count_ip_rights(app: &App, list: &IpRights) -> Result<u64> {
    store::ip_right_count(app.db.read(), &list.reach, &list.filter, list.day).await
}

/// A right, if the viewer may know of it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn visible_ip_right(app: &App, viewer: &Viewer, id: Uuid) -> Result<Option<IpRightRow>> {
    let Some(row) = store::ip_rights(app.db.read(), &[id]).await?.pop() else {
        return Ok(None);
    };
    let holder = members::organizations_by_ids(app.db.read(), &[row.organization_id]).await?;
    let is_active = holder.iter().any(|holder| holder.state == OrganizationState::Active);
    Ok(row.is_seen_by(viewer, is_active, app.now()).then_some(row))
}

/// The other organisations that have submitted a right of the same number, by right; whoever asks verifies rights.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn other_holders(app: &App, rights: &[Uuid]) -> Result<HashMap<Uuid, Vec<Uuid>>> {
    let mut holders: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    for (right, holder) in store::other_holders(app.db.read(), rights).await? {
        holders.entry(right).or_default().push(holder);
    }
    Ok(holders)
}
