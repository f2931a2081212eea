//! The stable error codes and the only error a client can receive.
//!
//! [`ApiError`] is deliberately not `Display`, so that `?` cannot turn a driver's error into an answer: it is made from
//! the code table alone, and internal causes go to the log, once, where they are caught.

use std::borrow::Cow;

use jiff::SignedDuration;

/// Every code a client can meet; `docs/errors.md` has a section for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::VariantArray, strum::EnumString)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum ErrorCode {
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

impl ErrorCode {
    /// The code as it stands in answers.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// Whether a mutation reports it in `userErrors`; the others are top-level errors.
    #[must_use]
    pub fn is_refusal(self) -> bool {
        match self {
            Self::BadUserInput
            | Self::StaleVersion
            | Self::TransitionNotAllowed
            | Self::TlpCeiling
            | Self::FourEyes
            | Self::DeadlinePassed
            | Self::IdempotencyMismatch
            | Self::PreviewRequired
            | Self::AuthorizedSeller
            | Self::RightNotInForce
            | Self::InsufficientFunds
            | Self::AppraisalConflict
            | Self::PackageIncomplete
            | Self::SignInFailed
            | Self::TokenInvalid
            | Self::SignInAgain
            | Self::RefreshedElsewhere
            | Self::SecondFactorFailed
            | Self::SingleSignOnFailed
            | Self::ProviderUnavailable
            | Self::AlreadyExists => true,
            Self::Unauthenticated
            | Self::Forbidden
            | Self::SecondFactorRequired
            | Self::NotFound
            | Self::InvalidId
            | Self::RateLimited
            | Self::LimitExceeded
            | Self::TimeLimitExceeded
            | Self::InvalidDocument
            | Self::PersistedDocumentNotFound
            | Self::PersistedDocumentIdRequired
            | Self::CursorExpired
            | Self::Unavailable
            | Self::Internal => false,
        }
    }

    /// What happened, for people.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Unauthenticated => "Sign in to do this.",
            Self::Forbidden => "Your roles do not allow this.",
            Self::NotFound => "There is nothing here that you can see.",
            Self::BadUserInput => "A value is missing or not acceptable.",
            Self::InvalidId => "This is not an id of the expected type.",
            Self::StaleVersion => "It was changed in the meantime. Load it again.",
            Self::TransitionNotAllowed => "Its present state does not allow this step.",
            Self::TlpCeiling => "Your role may not open the audience that far.",
            Self::FourEyes => "A second person has to do this.",
            Self::DeadlinePassed => "It is too late for this.",
            Self::IdempotencyMismatch => "This idempotency key was used with another input.",
            Self::PreviewRequired => "The audience has changed. Look at the preview again.",
            Self::AuthorizedSeller => "The brand has authorised this seller. Give a reason to go on.",
            Self::RightNotInForce => "A right that is cited is not in force where and when it is cited.",
            Self::AppraisalConflict => "Appraisals contradict each other, or one is contested.",
            Self::PackageIncomplete => "The package lacks something that the rules ask for.",
            Self::InsufficientFunds => "There is not that much money there.",
            Self::SignInFailed => "The address or the password is not right.",
            Self::TokenInvalid => "This link or token is no longer good.",
            Self::SignInAgain => "This needs a sign-in of the last ten minutes. Sign out, sign in again and repeat it.",
            Self::RefreshedElsewhere => "Another request has just refreshed this session. Try again.",
            Self::SecondFactorRequired => "Your role asks for a second factor. Set one up first.",
            Self::SecondFactorFailed => "The code or the passkey is not right.",
            Self::SingleSignOnFailed => "Your organisation's provider did not confirm who you are. Try again.",
            Self::ProviderUnavailable => "The organisation's provider cannot be reached or is not set up right.",
            Self::AlreadyExists => "There is one already.",
            Self::RateLimited => "Too many attempts. Try again later.",
            Self::LimitExceeded => "The request is larger than the limits allow.",
            Self::TimeLimitExceeded => "The request took too long.",
            Self::InvalidDocument => "The document does not fit the schema.",
            Self::PersistedDocumentNotFound => "There is no document of this id. Load the page again.",
            Self::PersistedDocumentIdRequired => "Name a document that the server knows by its id.",
            Self::CursorExpired => "This cursor is too old. Begin anew without one.",
            Self::Unavailable => "A part of the service is out of reach. Try again.",
            Self::Internal => "Something went wrong on our side.",
        }
    }
}

/// The only error that leaves the server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiError {
    /// The stable code.
    pub code: ErrorCode,
    /// What happened, for people; never content, never a cause inside the server.
    pub message: Cow<'static, str>,
    /// Path of the input field at fault.
    pub field: Option<Vec<String>>,
    /// Seconds after which to try again, where that helps.
    pub retry_after: Option<i64>,
}

/// Seconds after which what was out of reach may be back.
pub const SOON: i64 = 2;

/// What commands and stores return.
pub type Result<T, E = ApiError> = std::result::Result<T, E>;

impl ApiError {
    /// An error with the code's own message.
    #[must_use]
    pub fn new(code: ErrorCode) -> Self {
        Self {
            code,
            message: Cow::Borrowed(code.title()),
            field: None,
            retry_after: (code == ErrorCode::Unavailable).then_some(SOON),
        }
    }

    /// An error with a message of its own.
    #[must_use]
    pub fn because(code: ErrorCode, message: impl Into<Cow<'static, str>>) -> Self {
        Self {
            code,
            message: message.into(),
            field: None,
            retry_after: None,
        }
    }

    /// A value that is not acceptable, with the name of its input field.
    #[must_use]
    pub fn input(field: &str, message: impl Into<Cow<'static, str>>) -> Self {
        Self::because(ErrorCode::BadUserInput, message).at(field)
    }

    /// Not there, or not for this viewer.
    #[must_use]
    pub fn not_found() -> Self {
        Self::new(ErrorCode::NotFound)
    }

    /// Too many attempts; the next one is welcome after `wait`.
    #[must_use]
    pub fn rate_limited(wait: SignedDuration) -> Self {
        Self {
            retry_after: Some(wait.as_secs().max(0) + 1),
            ..Self::new(ErrorCode::RateLimited)
        }
    }

    /// Logs the cause, once, and answers that it was our fault.
    #[must_use]
    pub fn internal(cause: impl std::fmt::Display) -> Self {
        tracing::error!(%cause, "internal error");
        Self::new(ErrorCode::Internal)
    }

    /// Names the input field at fault; parts are separated by dots.
    #[must_use]
    pub fn at(mut self, field: &str) -> Self {
        self.field = Some(field.split('.').map(str::to_owned).collect());
        self
    }
}

impl From<ErrorCode> for ApiError {
    fn from(code: ErrorCode) -> Self {
        Self::new(code)
    }
}
