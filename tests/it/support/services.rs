//! Service accounts as tests speak of them: `acme.service_account(&[ServiceScope::LeadsRead]).await` asks as a person does.

use sea_orm::{ActiveValue::Set, EntityTrait as _};
use touchstone::{
    permissions::{Role, ServiceScope},
    platform::{
        clock::micros,
        ids::{IdKind, encode},
    },
};

use super::{Organization, Person};

impl Organization {
    /// An active service account of this organisation with these scopes, which may come from anywhere. It is written straight
    /// into the tables and has no credential.
    pub async fn service_account(&self, scopes: &[ServiceScope]) -> Person {
        let person = self.person(&[Role::Ps]).await;
        let (write, now) = (self.world.app.db.write(), micros(self.world.now()));
        let row = entity::person::ActiveModel {
            id: Set(person.id),
            is_service: Set(true),
            digest: Set("OFF".to_owned()),
            ..Default::default()
        };
        entity::person::Entity::update(row).exec(write).await.unwrap();
        let row = entity::service_account::ActiveModel {
            id: Set(person.id),
            organization_id: Set(self.id),
            name: Set(person.name.clone()),
            description: Set(None),
            scopes: Set(serde_json::to_string(scopes).unwrap()),
            networks: Set("[]".to_owned()),
            sandbox: Set(false),
            state: Set("ACTIVE".to_owned()),
            suspended_by: Set(None),
            created_by: Set(person.id),
            last_used_at: Set(None),
            last_network: Set(None),
            last_refused_at: Set(None),
            version: Set(1),
            created_at: Set(now),
            updated_at: Set(now),
        };
        let row = entity::service_account::Entity::insert(row);
        row.exec_without_returning(write).await.unwrap();
        self.world.epoch_raised().await;
        person
    }
}

impl Person {
    /// Who it is in OAuth, where it is a service account.
    pub fn client_id(&self) -> String {
        encode(IdKind::ServiceAccount, self.id)
    }
}
