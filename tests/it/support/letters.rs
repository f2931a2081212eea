//! Mails as they would go out now, without a mail server.

use entity::mail;
use sea_orm::{EntityTrait as _, QueryOrder as _};
use touchstone::{
    mail::{Claimed, MailKind, Rendered},
    platform::{clock::micros, email::Letter},
    worker,
};
use uuid::Uuid;

use super::World;

impl World {
    /// Every mail that was ever queued and that there is something to say in, the first one first.
    pub async fn letters(&self) -> Vec<Letter> {
        self.mails().await.into_iter().map(|(.., letter)| letter).collect()
    }

    /// The mails of a kind, by the person to whom they go.
    pub async fn letters_of(&self, kind: MailKind) -> Vec<(Uuid, Letter)> {
        let mails = self.mails().await.into_iter();
        mails
            .filter(|(of, ..)| *of == kind)
            .map(|(_, person, letter)| (person, letter))
            .collect()
    }

    async fn mails(&self) -> Vec<(MailKind, Uuid, Letter)> {
        let rows = mail::Entity::find()
            .order_by_asc(mail::Column::CreatedAt)
            .order_by_asc(mail::Column::Id);
        let mut mails = Vec::new();
        for row in rows.all(self.app.db.read()).await.unwrap() {
            let kind = row.kind.parse().unwrap();
            let claimed = Claimed {
                id: row.id,
                person: row.person_id,
                kind,
                window_start: row.window_start,
                subject: row.subject_id,
                attempts: 1,
                message_id: row.id.to_string(),
                claimed_at: micros(self.now()),
            };
            if let Rendered::Letter(letter) = worker::render(self.app.clone(), claimed).await.unwrap() {
                mails.push((kind, row.person_id, *letter));
            }
        }
        mails
    }
}
