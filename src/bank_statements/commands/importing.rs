//! Files of banks: looked at first, then taken as they were looked at.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use jiff::{civil::Date, tz::TimeZone};
use serde::Serialize;
use serde_json::json;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::{compare, matching, must_manage};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    bank_statements::{
        rules::{
            BankMatchKind, BankStatementFormat, Before, Draft, KnownLine, MAX_FILE, Mistake, ParsedFile, TableOptions,
            day_of, first_moment, judge, keys_of, parse_camt, parse_table, recognise,
        },
        store::{self, FileRow, LineRow, StatementRow},
    },
    funds::{self, FundFacts},
    imports::rules::Grid,
    permissions::Viewer,
    platform::{
        clock::micros,
        db::{
            Connection, Tx,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, ErrorCode, Result},
        ids::{self, IdKind},
        text::clean_line,
    },
};

/// A file and how to read it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Sent {
    pub(crate) fund: Uuid,
    pub(crate) name: String,
    /// Base 64.
    pub(crate) content: String,
    pub(crate) options: TableOptions,
}

/// What would become of a file.
#[derive(Debug, Clone)]
pub(crate) struct Preview {
    pub(crate) format: BankStatementFormat,
    pub(crate) sha256: String,
    /// None where it cannot be imported.
    pub(crate) token: Option<String>,
    pub(crate) grid: Option<Grid>,
    pub(crate) drafts: Vec<Draft>,
    pub(crate) mistakes: Vec<Mistake>,
    pub(crate) currency: String,
}

/// A file that was read.
struct Read {
    name: String,
    bytes: Vec<u8>,
    sha256: String,
    format: BankStatementFormat,
    grid: Option<Grid>,
    file: ParsedFile,
}

/// # Errors
/// `BAD_USER_INPUT`.
async fn read(sent: &Sent, currency: &str) -> Result<Read> {
    let name = clean_line(&sent.name, 1..=200)
        .map_err(|error| ApiError::input("name", format!("Please correct this: {error}.")))?;
    if sent.options.skip_rows > 50 {
        return Err(ApiError::input("skipRows", "0 to 50 rows."));
    }
    if sent.options.columns.as_ref().is_some_and(|columns| columns.len() > 100) {
        return Err(ApiError::input("columns", "Name at most 100 columns."));
    }
    let bytes = STANDARD
        .decode(sent.content.trim())
        .map_err(|_| ApiError::input("content", "This is no base64."))?;
    if bytes.is_empty() || bytes.len() > MAX_FILE {
        return Err(ApiError::input("content", "A file has 1 byte to 700 KiB."));
    }
    let (options, currency) = (sent.options.clone(), currency.to_owned());
    let work = move || {
        let (format, sha256) = (recognise(&bytes), format!("{:x}", Sha256::digest(&bytes)));
        let (grid, file) = match format {
            BankStatementFormat::Camt => (None, parse_camt(&bytes, &currency)),
            BankStatementFormat::Csv => parse_table(&bytes, &options, &currency),
        };
        Read {
            name,
            bytes,
            sha256,
            format,
            grid,
            file,
        }
    };
    tokio::task::spawn_blocking(work).await.map_err(ApiError::internal)
}

fn key_in(fund: Uuid, key: &str) -> String {
    format!("{fund}/{key}")
}

/// What was taken before of a fund, as far as a file is about it.
async fn before(connection: &impl Connection, fund: Uuid, file: &ParsedFile) -> Result<Before> {
    let keys: Vec<String> = keys_of(&file.statements)
        .concat()
        .iter()
        .map(|key| key_in(fund, key))
        .collect();
    let last = store::last_statement(connection, fund).await?;
    let mut before = Before {
        last: last.map(|row| (day_of(row.to_on), row.closing_minor)),
        account: store::last_account(connection, fund).await?,
        ..Before::default()
    };
    let prefix = key_in(fund, "");
    for some in keys.chunks(1_000) {
        for row in store::lines_known(connection, some).await? {
            let known = KnownLine {
                minor: row.amount_minor,
                booked_on: day_of(row.booked_on),
            };
            let key = row.line_key.strip_prefix(&prefix).unwrap_or(&row.line_key);
            before.lines.insert(key.to_owned(), known);
        }
    }
    Ok(before)
}

async fn looked_at(connection: &impl Connection, fund: &FundFacts, read: &Read, today: Date) -> Result<Preview> {
    let known = before(connection, fund.id, &read.file).await?;
    let (drafts, found) = judge(read.file.statements.clone(), &known, today);
    let mut mistakes = read.file.mistakes.clone();
    mistakes.extend(found);
    mistakes.truncate(100);
    let there: Vec<&Vec<bool>> = drafts.iter().map(|draft| &draft.there).collect();
    let facts = json!([
        fund.id,
        read.sha256,
        known.last.map(|(day, minor)| (day.to_string(), minor)),
        there
    ]);
    let lines = format!("{drafts:?}");
    let token = format!("{:x}", Sha256::digest(format!("{facts}|{lines}")));
    Ok(Preview {
        format: read.format,
        sha256: read.sha256.clone(),
        token: (mistakes.is_empty() && !drafts.is_empty()).then_some(token),
        grid: read.grid.clone(),
        drafts,
        mistakes,
        currency: fund.currency.clone(),
    })
}

async fn fund_of(app: &App, fund: Uuid) -> Result<FundFacts> {
    let found = funds::fund_facts(app.db.read(), fund).await?;
    found.ok_or_else(ApiError::not_found)
}

fn today(at: jiff::Timestamp) -> Date {
    at.to_zoned(TimeZone::UTC).date()
}

/// Tells what would become of a file, and changes nothing.
///
/// # Errors
/// `FORBIDDEN`, `NOT_FOUND`, `BAD_USER_INPUT`.
pub(crate) async fn preview(app: &App, viewer: &Viewer, sent: &Sent) -> Result<Preview> {
    must_manage(viewer)?;
    let fund = fund_of(app, sent.fund).await?;
    let read = read(sent, &fund.currency).await?;
    looked_at(app.db.read(), &fund, &read, today(app.now())).await
}

/// Takes a file as it was looked at, and matches what is sure; gives the statements.
///
/// # Errors
/// `FORBIDDEN`, `NOT_FOUND`, `PREVIEW_REQUIRED`, `BAD_USER_INPUT`, `ALREADY_EXISTS` where nothing is new,
/// `IDEMPOTENCY_MISMATCH`.
pub(crate) async fn import(app: &App, viewer: &Viewer, key: &str, sent: &Sent, token: &str) -> Result<Vec<Uuid>> {
    must_manage(viewer)?;
    let fund = fund_of(app, sent.fund).await?;
    let read = read(sent, &fund.currency).await?;
    let tx = app.begin().await?;
    let fund = funds::lock_fund(&tx, fund.id).await?;
    let claim = match claim(&tx, viewer.person, "importBankStatement", key, &(sent, token)).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => return Ok(ids),
    };
    let seen = looked_at(tx.connection(), &fund, &read, today(tx.now())).await?;
    if let Some(mistake) = seen.mistakes.first() {
        return Err(ApiError::input("statement", mistake.text.clone()));
    }
    if seen.drafts.iter().all(|draft| !draft.is_new) {
        let error = ApiError::because(ErrorCode::AlreadyExists, "Nothing in it is new.");
        return Err(error.at("statement.content"));
    }
    if seen.token.as_deref() != Some(token) {
        return Err(ApiError::because(
            ErrorCode::PreviewRequired,
            "The file, the choices or what is there are not those of the preview. Look at it again.",
        ));
    }
    let file = kept(app, &tx, viewer, &fund, read).await?;
    let drafts: Vec<Draft> = seen.drafts.into_iter().filter(|draft| draft.is_new).collect();
    // Which of a day is the last one is told by their ids, and those of one moment come in no order.
    let mut ids: Vec<Uuid> = drafts.iter().map(|_| app.ids.id(tx.now())).collect();
    ids.sort_unstable();
    for (id, draft) in ids.iter().zip(drafts) {
        taken(app, &tx, viewer, (&fund, file, *id), draft).await?;
    }
    let sure = compare::sure(tx.connection(), &fund).await?;
    let matched = sure.len();
    for found in sure {
        matching::keep(app, &tx, fund.id, (None, BankMatchKind::Automatic, None), found).await?;
    }
    claim.keep(&tx, &ids).await?;
    let detail = json!({ "fund": ids::encode(IdKind::Fund, fund.id), "statements": ids.len(), "matched": matched });
    let first = ids.first().copied().unwrap_or(file);
    let act = Act::on(Category::Money, "importBankStatement", IdKind::BankStatement, first).with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    Ok(ids)
}

async fn kept(app: &App, tx: &Tx, viewer: &Viewer, fund: &FundFacts, read: Read) -> Result<Uuid> {
    let row = FileRow {
        id: app.ids.id(tx.now()),
        fund_id: fund.id,
        name: read.name,
        format: read.format.code().to_owned(),
        sha256: read.sha256,
        size: i64::try_from(read.bytes.len()).unwrap_or(i64::MAX),
        content: read.bytes,
        imported_by: viewer.person,
        imported_at: micros(tx.now()),
    };
    let id = row.id;
    store::file_insert(tx, row).await?;
    Ok(id)
}

async fn taken(
    app: &App,
    tx: &Tx,
    viewer: &Viewer,
    (fund, file, statement): (&FundFacts, Uuid, Uuid),
    draft: Draft,
) -> Result<()> {
    let year = tx.now().to_zoned(TimeZone::UTC).year() % 100;
    let new = draft.there.iter().filter(|there| !**there).count();
    let row = StatementRow {
        id: statement,
        reference: ids::reference("BS", year, app.ids.secret()),
        fund_id: fund.id,
        file_id: file,
        bank_id: draft.statement.bank_id,
        account: draft.statement.account,
        from_on: first_moment(draft.statement.from),
        to_on: first_moment(draft.statement.to),
        opening_minor: draft.opening,
        closing_minor: draft.statement.closing,
        lines: i32::try_from(new).unwrap_or(i32::MAX),
        imported_by: viewer.person,
        imported_at: micros(tx.now()),
    };
    store::statement_insert(tx, row).await?;
    let lines = draft.statement.lines.into_iter().zip(draft.keys).zip(draft.there);
    let new = lines.filter(|(_, there)| !there).map(|(line, _)| line);
    for (number, (line, key)) in (1..).zip(new) {
        let row = LineRow {
            id: app.ids.id(tx.now()),
            statement_id: statement,
            fund_id: fund.id,
            number,
            place: line.place,
            booked_on: first_moment(line.booked_on),
            value_on: line.value_on.map(first_moment),
            amount_minor: line.minor,
            reference: line.reference,
            references_json: serde_json::to_string(&line.references).map_err(ApiError::internal)?,
            line_key: key_in(fund.id, &key),
            counterparty: line.counterparty,
            text: line.text,
        };
        store::line_insert(tx, row).await?;
    }
    Ok(())
}
