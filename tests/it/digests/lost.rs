//! Digests that may not have arrived: never sent again, said by the next one, and what they told is told there.

use sea_orm::{ActiveValue::Set, ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use touchstone::{digests, mail, permissions::audience::Tlp, worker};

use super::{
    files,
    leads::{Shared, reference},
    send, states, two_members, wants,
};
use crate::{both_databases, mail::smtp::Smtp, support::World};

/// Sends what waits to a server that breaks the connection after the text.
async fn send_into_the_dark(world: &World) {
    let mut server = Smtp::start("drop-after-data", &world.folder);
    let mailer = server.mailer(|url| url);
    assert_eq!(mail::send_due(&world.app, &mailer, worker::render).await.unwrap(), 1);
    server.received();
}

const SAYS: &str = "may not have arrived";

both_databases! {
    async fn the_next_digest_says_which_one_may_not_have_arrived_and_repeats_it(world: World) {
        let (acme, bolt) = two_members(&world).await;
        bolt.investigator().await;
        let lead = Shared { community: true, ..Shared::by(&acme, "For all", Tlp::Green) }.write(&world).await;
        digests::plan(&world.app).await.unwrap();
        send_into_the_dark(&world).await;
        assert_eq!(states(&world).await, ["UNKNOWN"]);
        world.after_hours(2);
        assert_eq!(digests::plan(&world.app).await.unwrap(), 0, "not again on that day");
        world.after_days(1);
        digests::plan(&world.app).await.unwrap();
        send(&world).await;
        let [next] = files(&world).try_into().unwrap();
        assert!(next.contains("The digest of Mon 9 Mar 2026 may not have arrived."), "{next}");
        assert!(next.contains(&reference(lead)), "{next}");
        world.after_days(1);
        digests::plan(&world.app).await.unwrap();
        send(&world).await;
        assert_eq!(states(&world).await, ["EMPTY", "SENT", "UNKNOWN"], "said once");
    }

    /// Whether or not there is anything else to say, and until a mail that says so has arrived.
    async fn it_is_said_until_it_arrives_in_whatever_mail_comes_next(world: World) {
        let (acme, bolt) = two_members(&world).await;
        let reader = bolt.investigator().await;
        let lead = Shared { community: true, ..Shared::by(&acme, "For all", Tlp::Green) }.write(&world).await;
        for _ in 0..2 {
            digests::plan(&world.app).await.unwrap();
            send_into_the_dark(&world).await;
            world.after_days(1);
        }
        let gone = entity::lead::Entity::update_many()
            .set(entity::lead::ActiveModel { state: Set("RETRACTED".to_owned()), ..Default::default() })
            .filter(entity::lead::Column::Id.eq(lead));
        gone.exec(world.app.db.write()).await.unwrap();
        wants(&reader, "WEEKLY").await;
        world.after_days(5);
        digests::plan(&world.app).await.unwrap();
        send(&world).await;
        let [next] = files(&world).try_into().unwrap();
        assert!(next.contains("2 digests may not have arrived: Mon 9 Mar 2026, Tue 10 Mar 2026."), "{next}");
        assert!(!next.contains(&reference(lead)), "{next}");
    }

    /// At once nothing is tried again for a day; the day's digest repeats it.
    async fn what_was_told_at_once_and_may_be_lost_is_in_the_day_s_digest(world: World) {
        let (acme, bolt) = two_members(&world).await;
        let reader = bolt.investigator().await;
        digests::plan(&world.app).await.unwrap();
        send(&world).await;
        wants(&reader, "IMMEDIATE").await;
        let lead = Shared { community: true, ..Shared::by(&acme, "For all", Tlp::Green) }.write(&world).await;
        let delivered = Shared::by(&acme, "Delivered", Tlp::Green).to(&bolt).write(&world).await;
        assert_eq!(digests::plan(&world.app).await.unwrap(), 1);
        send_into_the_dark(&world).await;
        for _ in 0..22 {
            world.after_hours(1);
            assert_eq!(digests::plan(&world.app).await.unwrap(), 0);
        }
        world.after_hours(2);
        assert_eq!(digests::plan(&world.app).await.unwrap(), 1);
        send(&world).await;
        let [next] = files(&world).try_into().unwrap();
        assert!(next.contains("The digest of Mon 9 Mar 2026 09:00 may not have arrived."), "{next}");
        assert!(next.contains(&reference(lead)) && next.contains(&reference(delivered)) && next.contains("new"), "{next}");
        assert!(next.contains(SAYS));
    }
}
