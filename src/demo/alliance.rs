//! The alliance before its first lead: organisations, people, brands, whom they authorised and who acts for them.

use std::collections::HashMap;

use jiff::SignedDuration;
use serde_json::json;
use uuid::Uuid;

use super::{
    PASSWORD,
    brands::{BRANDS, PARTIES, POWERS},
    organizations::{ORGANIZATIONS, organization},
    store::{self, PowerParties},
};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    members,
    permissions::{Action, Viewer},
    platform::{
        db::Tx,
        error::{ApiError, Result},
        ids::IdKind,
    },
    sessions,
};

/// What the tables' keys became.
pub(super) struct Alliance {
    organizations: HashMap<&'static str, Uuid>,
    brands: HashMap<&'static str, Uuid>,
    people: HashMap<String, Uuid>,
    viewers: HashMap<String, Viewer>,
}

impl Alliance {
    /// Founds the alliance at the app's present moment.
    pub(super) async fn found(app: &App) -> Result<Self> {
        // One hash for all: the password is printed on the screen, and hashing is slow on purpose.
        let password_hash = sessions::hash_password(app, PASSWORD).await?;
        let mut alliance = Self {
            organizations: HashMap::new(),
            brands: HashMap::new(),
            people: HashMap::new(),
            viewers: HashMap::new(),
        };
        let tx = app.begin().await?;
        alliance.organizations(app, &tx, &password_hash).await?;
        alliance.brands(app, &tx).await?;
        alliance.powers(app, &tx).await?;
        members::raise_authz_epoch(&tx).await?;
        let secretariat = alliance.organization("secretariat")?;
        let detail = json!({ "organizations": ORGANIZATIONS.len(), "people": alliance.people.len() });
        let act = Act::on(Category::Admin, "foundDemo", IdKind::Org, secretariat).with(&detail);
        let proof = audit::record(&tx, app.ids.as_ref(), Actor::System, act).await?;
        tx.commit(proof).await?;
        alliance.meet(app).await?;
        Ok(alliance)
    }

    pub(super) fn organization(&self, key: &str) -> Result<Uuid> {
        known(self.organizations.get(key).copied())
    }

    pub(super) fn brand(&self, key: &str) -> Result<Uuid> {
        known(self.brands.get(key).copied())
    }

    pub(super) fn person(&self, email: &str) -> Result<Uuid> {
        known(self.people.get(email).copied())
    }

    pub(super) fn viewer(&self, email: &str) -> Result<&Viewer> {
        known(self.viewers.get(email))
    }

    /// The first person to whom an action is given.
    pub(super) fn somebody_who(&self, action: Action) -> Option<&Viewer> {
        let people = ORGANIZATIONS
            .iter()
            .flat_map(|of| of.people.iter().map(move |who| of.email(who)));
        people
            .filter_map(|email| self.viewers.get(&email))
            .find(|viewer| viewer.has(action))
    }

    async fn organizations(&mut self, app: &App, tx: &Tx, password_hash: &str) -> Result<()> {
        let mut admin = None;
        for of in ORGANIZATIONS {
            let id = app.ids.id(tx.now());
            store::organization_insert(tx, id, of, admin).await?;
            self.organizations.insert(of.key, id);
            for who in of.people {
                let person = app.ids.id(tx.now());
                store::person_insert(tx, person, (id, of), who, password_hash).await?;
                self.people.insert(of.email(who), person);
                // The first person of the secretariat invited everybody else.
                admin = admin.or(Some(person));
            }
        }
        Ok(())
    }

    async fn brands(&mut self, app: &App, tx: &Tx) -> Result<()> {
        for brand in BRANDS {
            let id = app.ids.id(tx.now());
            store::brand_insert(tx, id, self.organization(brand.owner)?, brand).await?;
            self.brands.insert(brand.key, id);
        }
        for party in PARTIES {
            store::party_insert(tx, app.ids.id(tx.now()), self.brand(party.0)?, party).await?;
        }
        for of in ORGANIZATIONS {
            for who in of.people {
                for brand in who.brands {
                    store::brand_scope_insert(tx, self.person(&of.email(who))?, self.brand(brand)?).await?;
                }
            }
        }
        Ok(())
    }

    async fn powers(&self, app: &App, tx: &Tx) -> Result<()> {
        let year = SignedDuration::from_hours(24 * 700);
        let valid_until = tx.now().checked_add(year).map_err(ApiError::internal)?;
        for power in POWERS {
            let first_of = |key: &str| {
                let of = organization(key)?;
                of.people.first().map(|who| of.email(who))
            };
            let parties = PowerParties {
                principal: self.organization(power.principal)?,
                agent: self.organization(power.agent)?,
                brands: power
                    .brands
                    .iter()
                    .map(|brand| self.brand(brand))
                    .collect::<Result<_>>()?,
                submitted_by: self.person(&known(first_of(power.principal))?)?,
                verified_by: self.person(&known(first_of("secretariat"))?)?,
                valid_until,
            };
            store::power_insert(tx, app.ids.id(tx.now()), power, parties).await?;
        }
        Ok(())
    }

    /// Everybody as commands know them.
    /// Learns anew who everybody is and what they see.
    pub(super) async fn meet(&mut self, app: &App) -> Result<()> {
        for (email, person) in &self.people {
            if let Some(viewer) = members::viewer(app.db.read(), *person).await? {
                self.viewers.insert(email.clone(), viewer);
            }
        }
        Ok(())
    }
}

pub(super) fn known<T>(found: Option<T>) -> Result<T> {
    found.ok_or_else(|| ApiError::internal("the tables of the demo do not agree"))
}
