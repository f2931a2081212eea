//! What a person changes of its own settings.

use async_graphql::{ID, InputObject, MaybeUndefined};

use super::{GqlDigestFrequency, GqlDigestRole, GqlLanguage, GqlWeekday, values};
use crate::{
    leads::graphql::{GqlInfringementType, GqlPriority},
    members::{commands, rules},
    platform::{
        error::{ApiError, Result},
        graphql::uuids,
        ids::IdKind,
    },
};

/// What shall be different of the viewer's own settings; what is left out stays.
#[derive(InputObject)]
pub struct UpdateSettingsInput {
    /// The version that was seen.
    expected_version: i32,
    /// Language of portal and mails.
    language: Option<GqlLanguage>,
    /// A zone of the tz database, such as Asia/Shanghai.
    time_zone: Option<String>,
    /// How often the digest goes out.
    digest: Option<GqlDigestFrequency>,
    /// Hour of the day at which the digest goes out in that time zone, 0–23.
    digest_hour: Option<i32>,
    /// Whether the digest keeps to working days.
    working_days_only: Option<bool>,
    /// The day of a weekly digest.
    digest_weekday: Option<GqlWeekday>,
    /// When nothing goes out at once; null for no such hours.
    quiet_hours: MaybeUndefined<QuietHoursInput>,
    /// Whether a mail tells which of the organisation's rights end soon.
    expiry_reminders: Option<bool>,
    /// Of which deliveries and leads the digest tells, all of it.
    digest_filter: Option<DigestFilterInput>,
}

/// Of which deliveries and leads a digest tells: those that meet all of it.
#[derive(InputObject)]
pub struct DigestFilterInput {
    /// Only those of leads that the person is on.
    only_assigned: Option<bool>,
    /// As what the person's organisation meets them; null for both.
    role: Option<GqlDigestRole>,
    /// Only those of which the person sees an item of one of these brands, at most 100; of every brand where the list is empty.
    brand_ids: Option<Vec<ID>>,
    /// Only those of one of these infringements; of every one where the list is empty.
    infringement_types: Option<Vec<GqlInfringementType>>,
    /// Only those that are at least as urgent; null for all.
    min_priority: Option<GqlPriority>,
}

impl TryFrom<DigestFilterInput> for rules::DigestFilter {
    type Error = ApiError;

    fn try_from(input: DigestFilterInput) -> Result<Self> {
        Ok(Self {
            only_assigned: input.only_assigned.unwrap_or_default(),
            role: input.role.map(Into::into),
            brands: uuids(IdKind::Brand, &input.brand_ids.unwrap_or_default())?,
            infringement_types: values(input.infringement_types),
            min_priority: input.min_priority.map(Into::into),
        })
    }
}

/// Hours in which no mail goes out at once, in the person's time zone.
#[derive(InputObject)]
pub struct QuietHoursInput {
    /// The first hour, 0–23.
    from: i32,
    /// The hour with which they end, 0–23, another one; on the next day where it is the earlier one.
    to: i32,
}

impl From<QuietHoursInput> for rules::QuietHours {
    fn from(input: QuietHoursInput) -> Self {
        Self {
            from: input.from,
            to: input.to,
        }
    }
}

impl TryFrom<UpdateSettingsInput> for commands::UpdateSettings {
    type Error = ApiError;

    fn try_from(input: UpdateSettingsInput) -> Result<Self> {
        Ok(Self {
            expected_version: input.expected_version,
            language: input.language.map(Into::into),
            time_zone: input.time_zone,
            digest: input.digest.map(Into::into),
            digest_hour: input.digest_hour,
            working_days_only: input.working_days_only,
            digest_weekday: input.digest_weekday.map(Into::into),
            quiet_hours: Option::<Option<QuietHoursInput>>::from(input.quiet_hours).map(|hours| hours.map(Into::into)),
            expiry_reminders: input.expiry_reminders,
            digest_filter: input.digest_filter.map(TryInto::try_into).transpose()?,
        })
    }
}
