//! The SQL of the audit log.

use sea_orm::{ActiveValue::Set, EntityTrait as _};
use uuid::Uuid;

use super::{Act, Actor};
use crate::platform::{clock::micros, db::Tx, error::Result};
use entity::audit_entry;

pub(super) async fn entry_insert(tx: &Tx, id: Uuid, actor: Actor<'_>, act: &Act<'_>) -> Result<()> {
    let category: &str = act.category.into();
    let kind: Option<&str> = act.object.map(|(kind, _)| kind.into());
    let session = match actor {
        Actor::Person(viewer) => viewer.session,
        Actor::System => None,
    };
    let entry = audit_entry::ActiveModel {
        id: Set(id),
        at: Set(micros(tx.now())),
        actor_id: Set(actor.person()),
        organization_id: Set(actor.organization()),
        session_id: Set(session),
        category: Set(category.to_owned()),
        action: Set(act.action.to_owned()),
        object_kind: Set(kind.map(str::to_owned)),
        object_id: Set(act.object.map(|(_, id)| id)),
        root_id: Set(act.root),
        detail: Set(act.detail.to_string()),
    };
    audit_entry::Entity::insert(entry)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}
