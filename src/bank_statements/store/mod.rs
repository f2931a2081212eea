//! The SQL of bank statements.

mod lines;
mod matches;
mod statements;

pub(super) use lines::{
    LineQuery, LineRow, Standing, line_count, line_insert, line_page, lines_by_ids, lines_known, lines_of_fund,
    lines_open, open_count, standing_of,
};
pub(super) use matches::{
    MatchRow, PartRow, UndoneRow, match_insert, match_loose, matched_entries, matches_by_ids, matches_of_lines,
    part_insert, parts_of, undone_insert, undone_of,
};
pub(super) use statements::{
    FileRow, StatementRow, automatic_count, file_insert, files_by_ids, first_statement, last_account, last_statement,
    open_of, statement_count, statement_insert, statement_page, statements_by_ids, statements_within,
};
