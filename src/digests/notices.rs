//! Mails of what has happened, to who wants to hear of some of it at once: what, and of which lead, and nothing else. They keep the rhythm
//! of what is told at once: one in a quarter of an hour at most, outside of quiet hours and days off.

use std::sync::Arc;

use minijinja::{Value, context};

use super::{
    planning::new,
    rules::{self, Rhythm},
    store::{self, Reader},
    unsubscribing,
};
use crate::{
    app::App,
    mail::{self, Claimed, MailKind, NewMail, Rendered, Template, Texts},
    notifications::{self, Happened, rules::Channel},
    platform::{
        clock::micros,
        db::{Recorded, Tx},
        email::Letter,
        error::{ApiError, Result},
    },
    sessions::viewers,
};

const TEMPLATE: Template = Template {
    mjml: include_str!("templates/notices.mjml"),
    text: include_str!("templates/notices.txt"),
    en: include_str!("texts/en.json"),
    zh_hans: include_str!("texts/zh-Hans.json"),
};

/// Queues the mails that are due; returns how many. Any number of planners may run.
pub(super) async fn plan(app: &App) -> Result<usize> {
    let since = notifications::told_since(app.now());
    let (mut queued, mut after) = (0, None);
    loop {
        let people = store::to_notify(app.db.read(), since, after).await?;
        let Some(last) = people.last().copied() else {
            return Ok(queued);
        };
        after = Some(last);
        let mut mails = Vec::new();
        for person in people {
            if let Some(reader) = store::reader(app.db.read(), person).await?
                && is_due(app, &reader).await?
            {
                let window = micros(rules::bucket(app.now()));
                mails.push(NewMail {
                    kind: MailKind::Notifications,
                    ..new(&reader, Rhythm::Immediate, window)
                });
            }
        }
        queued += enqueue(app, mails).await?;
    }
}

/// Whether a mail may go to somebody now, and there is something to say under the access of this moment.
async fn is_due(app: &App, reader: &Reader) -> Result<bool> {
    let last = store::last_notice(app.db.read(), reader.id).await?;
    if !rules::may_tell(&reader.wish, last, app.now()) {
        return Ok(false);
    }
    let viewer = viewers::load(app, reader.id).await?;
    match viewer.filter(|viewer| viewer.active) {
        Some(viewer) => notifications::has_happened(app, &viewer).await,
        None => Ok(false),
    }
}

async fn enqueue(app: &App, mails: Vec<NewMail>) -> Result<usize> {
    if mails.is_empty() {
        return Ok(0);
    }
    let mut queued = 0;
    let tx = Tx::begin(&app.db, app.now()).await?;
    for mail in mails {
        queued += usize::from(mail::enqueue(&tx, app.ids.as_ref(), mail).await?);
    }
    tx.commit(Recorded(())).await?;
    Ok(queued)
}

/// Renders a mail of what has happened under today's access: nothing where there is nothing to say; too late where quiet hours have begun
/// or the person may not be told anything. What comes too late is told by the next one.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn render_notifications(app: Arc<App>, mail: Claimed) -> Result<Rendered> {
    let viewer = viewers::load(&app, mail.person).await?;
    let Some(viewer) = viewer.filter(|viewer| viewer.active) else {
        return Ok(Rendered::TooLate);
    };
    let Some(reader) = store::reader(app.db.read(), mail.person).await? else {
        return Ok(Rendered::TooLate);
    };
    if rules::is_held(&reader.wish, app.now()) {
        return Ok(Rendered::TooLate);
    }
    let happened = notifications::happened(&app, &viewer, Channel::Mail, mail.id).await?;
    if happened.count() == 0 {
        return Ok(Rendered::Nothing);
    }
    Ok(Some(letter(&app, &reader, &mail, &happened)?).into())
}

fn letter(app: &App, reader: &Reader, mail: &Claimed, happened: &Happened) -> Result<Letter> {
    let texts = TEMPLATE.texts(reader.language)?;
    // Counts only: a subject is read on locked screens.
    let subject = texts.say("notices.subject", &[("n", happened.count().to_string())])?;
    let unsubscribe = unsubscribing::link(app, reader.id)?;
    let link = |path: &str| app.config.public_url.join(path).map_err(ApiError::internal);
    let body = TEMPLATE.render(
        reader.language,
        &context! {
            subject => subject.as_str(), preview => subject.as_str(), name => reader.name.as_str(),
            happened => shown(app, &texts, happened)?, portal => link("notifications")?.as_str(),
            settings => link("settings/notifications")?.as_str(), unsubscribe => unsubscribe.as_str(),
        },
    )?;
    Ok(Letter {
        name: reader.name.clone(),
        address: reader.address.clone(),
        subject,
        html: body.html,
        text: body.text,
        pictures: Vec::new(),
        unsubscribe: Some(unsubscribe),
        message_id: mail.message_id.clone(),
        at: app.now(),
    })
}

/// What has happened, in the words of a mail: a line each with its lead, how many more, and how many of which nothing may be said.
pub(super) fn shown(app: &App, texts: &Texts, happened: &Happened) -> Result<Value> {
    let mut lines = Vec::new();
    for line in &happened.lines {
        let path = line.reference.as_ref().map(|reference| format!("leads/{reference}"));
        let link = path.map(|path| app.config.public_url.join(&path)).transpose();
        let link = link.map_err(ApiError::internal)?.map(String::from);
        lines.push(context! {
            what => texts.say(&format!("happened.{}", line.kind.code()), &[])?,
            reference => line.reference.as_deref(), link,
        });
    }
    let counted = |key: &str, count: usize| match count {
        0 => Ok(None),
        count => texts.say(key, &[("n", count.to_string())]).map(Some),
    };
    Ok(context! {
        lines,
        more => counted("happened.more", happened.more)?,
        restricted => counted("happened.restricted", happened.restricted)?,
    })
}

#[cfg(test)]
mod tests {
    use strum::VariantArray as _;

    use super::*;
    use crate::{members::rules::Language, notifications::rules::NotificationKind};

    #[test]
    fn there_are_words_for_whatever_happens() {
        for language in Language::VARIANTS {
            let texts = TEMPLATE.texts(*language).unwrap();
            for kind in NotificationKind::VARIANTS {
                assert!(!texts.say(&format!("happened.{}", kind.code()), &[]).unwrap().is_empty());
            }
        }
    }
}
