//! How databases plan what they are asked (docs/adr/0024-plans-made-once.md).

mod ledger;

use touchstone::platform::db::{self, Sql};

use crate::both_databases;

both_databases! {
    async fn a_statement_is_planned_once_unless_its_way_depends_on_its_values(place: Place) {
        let database = db::Db::open(&place.url, 1).await.unwrap();
        let mode = if database.is_sqlite() { "'none'" } else { "current_setting('plan_cache_mode')" };
        let asked = Sql::new(&format!("SELECT {mode} AS mode"));
        let mut for_values = asked.clone();
        for_values.by_values();
        let mut modes = Vec::new();
        for sql in [asked.clone(), for_values, asked] {
            let rows = db::rows(database.read(), sql).await.unwrap();
            modes.push(rows[0].try_get::<String>("", "mode").unwrap());
        }
        let (any, these) = ("force_generic_plan", "force_custom_plan");
        assert_eq!(modes, if database.is_sqlite() { ["none"; 3] } else { [any, these, any] });
        database.close().await;
    }
}
