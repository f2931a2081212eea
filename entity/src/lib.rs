//! One file per table: its columns, in the order of the migration. No methods, no GraphQL.
//!
//! Ids are UUIDs, times are microseconds since 1970 in UTC ("never" is the largest integer), codes are text, lists are
//! JSON text: the same on SQLite and PostgreSQL.
#![expect(missing_docs, reason = "a column's meaning is its name; the others carry a comment")]

pub mod audience;
pub mod audit_entry;
pub mod audit_link;
pub mod audit_pending;
pub mod authorized_party;
pub mod authz_epoch;
pub mod brand;
pub mod brand_scope;
pub mod break_glass;
pub mod challenge;
pub mod comment;
pub mod delivery;
pub mod delivery_answer;
pub mod digest_delivery;
pub mod digest_lead;
pub mod idempotency_key;
pub mod identifier_use;
pub mod import_line;
pub mod import_mapping;
pub mod import_result;
pub mod import_run;
pub mod import_upload;
pub mod invitation;
pub mod ip_right;
pub mod ip_right_brand;
pub mod ip_right_reminder;
pub mod job_run;
pub mod lead;
pub mod lead_grant;
pub mod lead_item;
pub mod mail;
pub mod organization;
pub mod outbox;
pub mod passkey;
pub mod password_reset;
pub mod person;
pub mod power_of_attorney;
pub mod recovery_code;
pub mod refresh_token;
pub mod replica;
pub mod role_assignment;
pub mod session;
pub mod sharing_group;
pub mod sharing_group_seat;
pub mod sighting;
pub mod sign_in_failure;
pub mod single_sign_on;
pub mod single_sign_on_domain;
pub mod single_sign_on_identity;
pub mod subject;
pub mod subject_identifier;
pub mod subject_link;
pub mod subject_note;
pub mod timeline_entry;
pub mod totp;
pub mod wall;
