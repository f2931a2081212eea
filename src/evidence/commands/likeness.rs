//! Looking at pictures, so that those that look alike are found: one after the other, and each a bounded number of times.

use jiff::SignedDuration;
use uuid::Uuid;

use super::fetch::{MOST_PICTURED, quarantine};
use crate::{
    app::App,
    evidence::{
        rendering::{self, RenderError},
        rules::{
            PictureState,
            likeness::{Fingerprint, SIDE},
        },
        store::{self, PictureRow},
    },
    platform::{
        db::Recorded,
        error::{ApiError, ErrorCode, Result},
        files::{Chunks, FileError, Verified},
    },
};

/// Pictures that are looked at in a turn.
const BATCH: u64 = 60;
/// How often one is taken up without anybody coming back to say what it looks like.
const MOST_ATTEMPTS: i32 = 5;
/// The first pause; each is twice as long as the one before.
const PAUSE: SignedDuration = SignedDuration::from_mins(10);

/// What came of looking at a picture.
enum Look {
    /// What it looks like.
    Made(Fingerprint),
    /// It shows nothing by which it could be told from others.
    Plain,
    /// It cannot be read as a picture, or not within what that may take.
    Unreadable,
    /// Another time, perhaps: its bytes are gone, or not what they were.
    Later,
}

/// Finds out what pictures look like whose turn has come; returns of how many it was. Any number of workers may run it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`; then the rest waits for the next turn.
pub async fn look_at_pictures(app: &App) -> Result<usize> {
    let mut made = 0;
    for wish in store::pictures_due(app.db.read(), app.now(), BATCH).await? {
        made += usize::from(looked_at(app, &wish).await?);
    }
    Ok(made)
}

async fn looked_at(app: &App, wish: &PictureRow) -> Result<bool> {
    if wish.attempts >= MOST_ATTEMPTS {
        tracing::warn!(file = %wish.file_id, "a picture is not looked at any more: nobody came back from it");
        noted(app, wish.file_id, PictureState::Unreadable, None).await?;
        return Ok(false);
    }
    // Written down before it is looked at, so that what ends the process is not looked at for ever.
    if !put_off(app, wish, wish.attempts + 1).await? {
        return Ok(false);
    }
    let look = match seen(app, wish.file_id).await {
        Ok(look) => look,
        Err(error) => {
            // Not the picture's fault, so it is no attempt.
            let taken = PictureRow {
                attempts: wish.attempts + 1,
                ..wish.clone()
            };
            put_off(app, &taken, wish.attempts).await?;
            return Err(error);
        }
    };
    match look {
        Look::Made(fingerprint) => noted(app, wish.file_id, PictureState::Made, Some(fingerprint)).await?,
        Look::Plain => noted(app, wish.file_id, PictureState::Plain, None).await?,
        Look::Unreadable => noted(app, wish.file_id, PictureState::Unreadable, None).await?,
        Look::Later => {}
    }
    Ok(matches!(look, Look::Made(_)))
}

/// Puts the next turn off, further with each attempt; false where somebody else has taken it up.
async fn put_off(app: &App, wish: &PictureRow, attempts: i32) -> Result<bool> {
    let pause = PAUSE.checked_mul(1 << wish.attempts.clamp(0, 12)).unwrap_or(PAUSE);
    let next = app.now().checked_add(pause).map_err(ApiError::internal)?;
    let tx = app.begin().await?;
    let is_ours = store::picture_put_off(&tx, wish, attempts, next).await?;
    tx.commit(Recorded(())).await?;
    Ok(is_ours)
}

async fn noted(app: &App, file: Uuid, state: PictureState, fingerprint: Option<Fingerprint>) -> Result<()> {
    let tx = app.begin().await?;
    store::picture_note(&tx, file, state, fingerprint).await?;
    tx.commit(Recorded(())).await
}

/// Looks at a stored picture, at most 64 MiB of it, and at nothing that is not what was stored (I16).
async fn seen(app: &App, file: Uuid) -> Result<Look> {
    let Some(row) = store::file_find(app.db.read(), file).await? else {
        return Ok(Look::Later);
    };
    let of = Chunks::from(&row);
    if of.bytes > MOST_PICTURED {
        return Ok(Look::Unreadable);
    }
    let bytes = match read(app, of).await {
        Ok(bytes) => bytes,
        Err(FileError::Changed | FileError::Missing) => {
            for evidence in store::items_made_of(app.db.read(), file).await? {
                quarantine(app, evidence).await?;
            }
            return Ok(Look::Later);
        }
        Err(FileError::NoRoom | FileError::Unreachable) => return Err(ErrorCode::Unavailable.into()),
    };
    match rendering::grey(bytes, SIDE).await {
        Ok(grey) => Ok(Fingerprint::of(&grey).map_or(Look::Plain, Look::Made)),
        Err(RenderError::Busy) => Err(ErrorCode::Unavailable.into()),
        Err(error) => {
            tracing::warn!(%error, %file, "a picture of evidence could not be looked at");
            Ok(Look::Unreadable)
        }
    }
}

async fn read(app: &App, of: Chunks) -> Result<Vec<u8>, FileError> {
    app.files.verify(&of).await?;
    let whole = 0..of.bytes;
    Verified::new(&app.files, of, whole).read().await
}
