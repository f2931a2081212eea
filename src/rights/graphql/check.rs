//! Whether somebody is authorised, as partners ask.

use async_graphql::{Context, ID, InputObject, Object, OneofObject, SimpleObject};

use crate::{
    app::App,
    graphql_enum,
    platform::{
        error::Result,
        graphql::{from_context, scalars::Date, uuid},
        ids::IdKind,
    },
    rights::{
        commands::{self, KnownBy},
        rules::{
            document::{Answer, AuthorizationAnswer},
            last_day,
        },
    },
    sessions,
};

graphql_enum! {
    /// What a partner is told of a shop or a certificate.
    GqlAuthorizationAnswer as "AuthorizationAnswer" = AuthorizationAnswer {
        /// The brand has authorised it now.
        Authorized,
        /// The brand has authorised it before, or from a later day on, and not now.
        NotAuthorized,
        /// The brand has said nothing of it.
        Unknown,
    }
}

/// The id of a shop on a platform.
#[derive(InputObject)]
pub(super) struct ShopInput {
    /// Code of the platform, as in canonical listing addresses, at most 40 characters.
    platform: String,
    /// Id of the shop there, exactly, at most 100 characters.
    shop_id: String,
}

/// By what somebody is known; exactly one.
#[derive(OneofObject)]
pub(super) enum KnownByInput {
    /// By a shop.
    Shop(ShopInput),
    /// By the number of a certificate, exactly as it stands there, at most 100 characters.
    CertificateNumber(String),
}

/// Whom to ask of.
#[derive(InputObject)]
pub(super) struct CheckAuthorizationInput {
    /// Which brand.
    brand_id: ID,
    /// By what somebody is known.
    by: KnownByInput,
}

/// Whether a brand has authorised somebody.
#[derive(SimpleObject)]
pub struct AuthorizationCheck {
    /// The answer.
    answer: GqlAuthorizationAnswer,
    /// The last day of what is authorised, in UTC; null where it has no end, and for every other answer.
    valid_to: Option<Date>,
}

impl From<Answer> for AuthorizationCheck {
    fn from(answer: Answer) -> Self {
        Self {
            answer: answer.answer.into(),
            valid_to: answer.valid_until.map(|until| Date(last_day(until))),
        }
    }
}

/// The queries of authorisations.
#[derive(Debug, Default)]
pub struct AuthorizationQuery;

#[Object]
impl AuthorizationQuery {
    /// Whether a brand has authorised somebody who is known by exactly this: one word and a day, and nobody else. Each question is
    /// logged; an organisation is answered 5,000 times in a day, and 200 times where nobody is known.
    async fn check_authorization(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom to ask of.")] input: CheckAuthorizationInput,
    ) -> Result<AuthorizationCheck> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let brand = uuid(IdKind::Brand, &input.brand_id)?;
        let by = match input.by {
            KnownByInput::Shop(shop) => KnownBy::Shop {
                platform: shop.platform,
                shop_id: shop.shop_id,
            },
            KnownByInput::CertificateNumber(number) => KnownBy::Certificate(number),
        };
        let answer = Box::pin(commands::check_authorization(app, viewer, brand, &by)).await?;
        Ok(answer.into())
    }
}
