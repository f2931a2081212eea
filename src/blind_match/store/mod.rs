//! The SQL of blind matches. What people read is read within the organisations they act for and the leads they see; what is
//! compared is read whoever may see it, and goes no further than the comparison.

mod changes;
mod comparing;
mod shown;

pub(super) use changes::{
    NewMatch, leads_behind, leads_put, match_group, match_insert, match_lock, match_open, match_retire, match_revive,
    matching_save, side_by_id, side_save, signals_since, wishes_of,
};
pub(super) use comparing::{
    KnownMatch, cursor, cursor_advance, due, due_of_leads, due_of_matches, due_put, due_take, forget, holdings,
    matches_of, people_on, take_turn, walls,
};
pub(super) use shown::{
    Held, MatchQuery, Matching, Within, figures, held, match_by_side, match_count, match_page, matching_of,
    sightings_note, sightings_of,
};
