//! What every slice's GraphQL needs: ids, connections, payloads, errors. Knows async-graphql and no slice.

mod batching;
mod by_id;
pub mod connection;
mod plain;
mod resume;
pub mod scalars;

use std::sync::Arc;

use async_graphql::{Context, ErrorExtensionValues, ID, SimpleObject};

pub use batching::Batching;
pub use by_id::gathered;
pub use plain::{Known, Plain};
pub use resume::Resume;

use super::{
    error::{ApiError, ErrorCode, Result},
    ids::{self, IdKind},
};

/// The stable error codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, async_graphql::Enum)]
#[graphql(remote = "ErrorCode", name = "ErrorCode")]
pub enum GqlErrorCode {
    /// Nobody is signed in, or the token is no longer good.
    Unauthenticated,
    /// The viewer's roles do not allow this.
    Forbidden,
    /// It does not exist, or the viewer may not see it: the answer is the same.
    NotFound,
    /// A value is missing, malformed or out of range.
    BadUserInput,
    /// An id is malformed or belongs to another type.
    InvalidId,
    /// Somebody else changed it in the meantime.
    StaleVersion,
    /// Its present state does not allow this step.
    TransitionNotAllowed,
    /// The viewer's role may not open the audience that far.
    TlpCeiling,
    /// The second person must be another one.
    FourEyes,
    /// It is too late for this.
    DeadlinePassed,
    /// The same idempotency key came with another body.
    IdempotencyMismatch,
    /// The audience changed since it was previewed.
    PreviewRequired,
    /// The seller is authorised by the brand; an override needs a reason.
    AuthorizedSeller,
    /// A right that is cited is not in force where and when it is cited.
    RightNotInForce,
    /// Appraisals contradict each other, or one is contested.
    AppraisalConflict,
    /// The package lacks something that the rules ask for.
    PackageIncomplete,
    /// There is not that much money there.
    InsufficientFunds,
    /// Address or password are wrong, or the account is closed.
    SignInFailed,
    /// The refresh or invitation token is not, or no longer, good.
    TokenInvalid,
    /// Somebody without a password has to have signed in just now for this.
    SignInAgain,
    /// Another request has just used this refresh token; the session goes on with the one it got.
    RefreshedElsewhere,
    /// A role asks for a second factor that the person has not got yet.
    SecondFactorRequired,
    /// The code or the passkey is not right.
    SecondFactorFailed,
    /// What the organisation's sign-in provider sent is not, or no longer, good.
    SingleSignOnFailed,
    /// The organisation's sign-in provider is out of reach, or not set up as it has to be.
    ProviderUnavailable,
    /// There is one already.
    AlreadyExists,
    /// Too many attempts; try again later.
    RateLimited,
    /// The request is larger, deeper or wider than the limits allow.
    LimitExceeded,
    /// The request took longer than a request may. What it had not finished was undone; whether a change was made says
    /// the same request again, with the same idempotency key.
    TimeLimitExceeded,
    /// The document does not parse or does not fit the schema.
    InvalidDocument,
    /// The server knows no document of this id.
    PersistedDocumentNotFound,
    /// The server answers only documents that it knows, named by their ids.
    PersistedDocumentIdRequired,
    /// The cursor is older than what is remembered.
    CursorExpired,
    /// A part the answer needs is out of reach; try again.
    Unavailable,
    /// Our fault; the log knows more under the request's id.
    Internal,
}

/// Why a mutation was refused; nothing changed.
#[derive(Debug, Clone, SimpleObject)]
pub struct UserError {
    /// The stable code.
    code: GqlErrorCode,
    /// Path of the input field at fault; null where it is no single field.
    field: Option<Vec<String>>,
    /// What happened, for people.
    message: String,
}

impl From<ApiError> for UserError {
    fn from(error: ApiError) -> Self {
        Self {
            code: error.code.into(),
            field: error.field,
            message: error.message.into_owned(),
        }
    }
}

impl From<ApiError> for async_graphql::Error {
    fn from(error: ApiError) -> Self {
        let mut extensions = ErrorExtensionValues::default();
        extensions.set("code", error.code.as_str());
        if let Some(field) = error.field {
            extensions.set("field", field);
        }
        if let Some(seconds) = error.retry_after {
            extensions.set("retryAfter", seconds);
        }
        let mut answer = Self::new(error.message.into_owned());
        answer.extensions = Some(extensions);
        answer
    }
}

/// Splits a command's outcome: a refusal goes into the payload, everything else stays a top-level error.
///
/// # Errors
/// Errors that are no refusals.
pub fn outcome<T>(result: Result<T>) -> Result<(Option<T>, Vec<UserError>)> {
    match result {
        Ok(value) => Ok((Some(value), Vec::new())),
        Err(error) if error.code.is_refusal() => Ok((None, vec![error.into()])),
        Err(error) => Err(error),
    }
}

/// The public id of an object.
#[must_use]
pub fn id(kind: IdKind, id: uuid::Uuid) -> ID {
    ID(ids::encode(kind, id))
}

/// The UUID behind an id the client sent.
///
/// # Errors
/// `INVALID_ID` where it is no id of that type.
pub fn uuid(kind: IdKind, id: &ID) -> Result<uuid::Uuid> {
    ids::decode_as(kind, id).map_err(|_| ErrorCode::InvalidId.into())
}

/// [`uuid()`] for a list.
///
/// # Errors
/// `INVALID_ID` where one of them is no id of that type.
pub fn uuids(kind: IdKind, list: &[ID]) -> Result<Vec<uuid::Uuid>> {
    list.iter().map(|id| uuid(kind, id)).collect()
}

/// Something the server put into the request's or the schema's context.
///
/// # Errors
/// `INTERNAL` where it was forgotten.
pub fn from_context<'a, T: Send + Sync + 'static>(ctx: &Context<'a>) -> Result<&'a Arc<T>> {
    ctx.data::<Arc<T>>().map_err(|error| ApiError::internal(error.message))
}

/// A mutation's payload: the object it changed and why it was refused, if it was.
#[macro_export]
macro_rules! payload {
    ($(#[$meta:meta])* $name:ident { $(#[doc = $doc:literal])+ $field:ident: $object:ty }) => {
        $(#[$meta])*
        #[derive(async_graphql::SimpleObject)]
        pub struct $name {
            $(#[doc = $doc])+
            $field: Option<$object>,
            /// Why it was refused; empty when it was done.
            user_errors: Vec<$crate::platform::graphql::UserError>,
        }

        impl $name {
            /// The payload of a command's outcome.
            pub fn of<T: Into<$object>>(result: $crate::platform::error::Result<T>) -> $crate::platform::error::Result<Self> {
                let (value, user_errors) = $crate::platform::graphql::outcome(result)?;
                Ok(Self { $field: value.map(Into::into), user_errors })
            }
        }
    };
}

/// A GraphQL enumeration with the values of one of ours: `graphql_enum!(GqlTlp as "Tlp" = Tlp { Clear, … })`, each value
/// described.
#[macro_export]
macro_rules! graphql_enum {
    ($(#[$meta:meta])* $name:ident as $public:literal = $inner:ident { $($(#[doc = $doc:literal])+ $value:ident),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, async_graphql::Enum)]
        #[graphql(name = $public)]
        pub enum $name { $($(#[doc = $doc])+ $value),+ }

        impl From<$inner> for $name {
            fn from(value: $inner) -> Self {
                match value { $($inner::$value => Self::$value),+ }
            }
        }

        impl From<$name> for $inner {
            fn from(value: $name) -> Self {
                match value { $($name::$value => Self::$value),+ }
            }
        }
    };
}
