//! The schema's history: one file per migration, each running on SQLite and on PostgreSQL.
//!
//! A migration never imports `entity`: it must still mean the same when the entities have moved on. Times are integers,
//! microseconds since 1970 in UTC, and "never" is the largest integer. Codes of enumerations are text.

mod m0001_members;
mod m0002_sessions;
mod m0003_audience;
mod m0004_leads;
mod m0005_search;
mod m0006_audit;
mod m0007_mail;
mod m0008_import;
mod m0009_operations;
mod m0010_accounts;
mod m0011_digests;
mod m0012_single_sign_on;
mod m0013_ip_rights;
mod m0014_sightings;
mod m0015_sharing;
mod m0016_merging;
mod m0017_subjects;
mod m0018_imports;
mod m0019_evidence;
mod m0020_follow_up;
mod m0021_views;
mod m0022_blind_match;
mod m0023_certificates;
mod m0024_pictures;
mod m0025_agencies;
mod m0026_referrals;
mod m0027_guests;
mod m0028_actions;
mod m0029_outcomes;
mod m0030_action_guests;
mod m0031_actions_rest;
mod m0032_funds;
mod m0033_programs;
mod m0034_purchases;
mod m0035_purchase_clashes;
mod m0036_samples;
mod m0037_appraisals;
mod m0038_bank_statements;
mod m0039_suspense_again;
mod m0040_service_accounts;
mod m0041_ingest;
mod m0042_changes;
mod m0043_webhooks;
mod m0044_notification_channels;
mod m0045_quotas;
mod m0047_sandboxes;
mod m0048_purchase_terms;
mod m0049_digest_filter;
mod m0050_products;
mod m0051_rights_documents;
mod m0060_screening;
mod table;

pub use sea_orm_migration::prelude::MigratorTrait;
use sea_orm_migration::prelude::*;

/// Applies the migrations in order.
#[derive(Debug)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_members::Migration),
            Box::new(m0002_sessions::Migration),
            Box::new(m0003_audience::Migration),
            Box::new(m0004_leads::Migration),
            Box::new(m0005_search::Migration),
            Box::new(m0006_audit::Migration),
            Box::new(m0007_mail::Migration),
            Box::new(m0008_import::Migration),
            Box::new(m0009_operations::Migration),
            Box::new(m0010_accounts::Migration),
            Box::new(m0011_digests::Migration),
            Box::new(m0012_single_sign_on::Migration),
            Box::new(m0013_ip_rights::Migration),
            Box::new(m0014_sightings::Migration),
            Box::new(m0015_sharing::Migration),
            Box::new(m0016_merging::Migration),
            Box::new(m0017_subjects::Migration),
            Box::new(m0018_imports::Migration),
            Box::new(m0019_evidence::Migration),
            Box::new(m0020_follow_up::Migration),
            Box::new(m0021_views::Migration),
            Box::new(m0022_blind_match::Migration),
            Box::new(m0023_certificates::Migration),
            Box::new(m0024_pictures::Migration),
            Box::new(m0025_agencies::Migration),
            Box::new(m0026_referrals::Migration),
            Box::new(m0027_guests::Migration),
            Box::new(m0028_actions::Migration),
            Box::new(m0029_outcomes::Migration),
            Box::new(m0030_action_guests::Migration),
            Box::new(m0031_actions_rest::Migration),
            Box::new(m0032_funds::Migration),
            Box::new(m0033_programs::Migration),
            Box::new(m0034_purchases::Migration),
            Box::new(m0035_purchase_clashes::Migration),
            Box::new(m0038_bank_statements::Migration),
            Box::new(m0036_samples::Migration),
            Box::new(m0037_appraisals::Migration),
            Box::new(m0039_suspense_again::Migration),
            Box::new(m0040_service_accounts::Migration),
            Box::new(m0041_ingest::Migration),
            Box::new(m0042_changes::Migration),
            Box::new(m0043_webhooks::Migration),
            Box::new(m0044_notification_channels::Migration),
            Box::new(m0045_quotas::Migration),
            Box::new(m0047_sandboxes::Migration),
            Box::new(m0048_purchase_terms::Migration),
            Box::new(m0049_digest_filter::Migration),
            Box::new(m0050_products::Migration),
            Box::new(m0051_rights_documents::Migration),
            Box::new(m0060_screening::Migration),
        ]
    }
}
