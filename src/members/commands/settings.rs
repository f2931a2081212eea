//! What a person sets up for itself.

use jiff::Timestamp;

use super::{check_version, finish};
use crate::{
    app::App,
    audit::{Act, Category},
    members::{
        rules::{DigestFilter, DigestFrequency, Language, PersonRow, QuietHours, Settings, Weekday, facts},
        store,
    },
    permissions::{Action, Viewer},
    platform::{
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
    },
};

/// What shall be different; what is `None` stays.
#[derive(Debug, Clone)]
pub struct UpdateSettings {
    /// The version that the caller has seen.
    pub expected_version: i32,
    /// Language of portal and mails.
    pub language: Option<Language>,
    /// IANA time zone.
    pub time_zone: Option<String>,
    /// How often the digest goes out.
    pub digest: Option<DigestFrequency>,
    /// Local hour of the digest, 0–23.
    pub digest_hour: Option<i32>,
    /// Whether the digest keeps to working days.
    pub working_days_only: Option<bool>,
    /// The day of a weekly digest.
    pub digest_weekday: Option<Weekday>,
    /// When nothing goes out at once; `Some(None)` for no such hours.
    pub quiet_hours: Option<Option<QuietHours>>,
    /// Whether a mail tells which of the organisation's rights end soon.
    pub expiry_reminders: Option<bool>,
    /// Of which deliveries and leads the digest tells.
    pub digest_filter: Option<DigestFilter>,
}

impl UpdateSettings {
    fn apply(self, now: &Settings, at: Timestamp) -> Result<Settings> {
        let digest = self.digest.unwrap_or(now.digest);
        let digest_weekday = self.digest_weekday.unwrap_or(now.digest_weekday);
        let same = digest == now.digest && digest_weekday == now.digest_weekday;
        Ok(Settings {
            language: self.language.unwrap_or(now.language),
            time_zone: match &self.time_zone {
                Some(zone) => facts::time_zone(zone)?,
                None => now.time_zone.clone(),
            },
            digest,
            digest_hour: facts::digest_hour(self.digest_hour.unwrap_or(now.digest_hour))?,
            working_days_only: self.working_days_only.unwrap_or(now.working_days_only),
            digest_weekday,
            quiet_hours: match self.quiet_hours {
                Some(hours) => hours.map(facts::quiet_hours).transpose()?,
                None => now.quiet_hours,
            },
            expiry_reminders: self.expiry_reminders.unwrap_or(now.expiry_reminders),
            digest_filter: match self.digest_filter {
                Some(filter) => filter.checked()?,
                None => now.digest_filter.clone(),
            },
            digest_since: if same { now.digest_since } else { at },
        })
    }
}

/// Changes the viewer's own settings.
///
/// # Errors
/// `FORBIDDEN`, `STALE_VERSION`, `BAD_USER_INPUT`.
pub async fn update_settings(app: &App, viewer: &Viewer, change: UpdateSettings) -> Result<PersonRow> {
    let tx = app.begin().await?;
    if !viewer.has(Action::SettingsEdit) {
        return Err(ErrorCode::Forbidden.into());
    }
    let row = store::person(tx.connection(), viewer.person)
        .await?
        .ok_or_else(ApiError::not_found)?;
    check_version(row.version, change.expected_version)?;
    let settings = change.apply(&row.settings, tx.now())?;
    let row = store::person_save(&tx, PersonRow { settings, ..row }).await?;
    let act = Act::on(Category::Admin, "updateSettings", IdKind::Person, row.id);
    finish(app, tx, viewer, act).await?;
    Ok(row)
}
