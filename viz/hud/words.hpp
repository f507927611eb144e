#pragma once

// Every text of the window in one table, so that another language is one more file like
// english.cpp.

namespace cordon::viz {

struct Words {
  // The clock and the time line.
  const char *day, *paused, *as_fast_as_it_goes, *end_of_run, *warm_up;
  // The map and its legend.
  const char *waiting, *size_is_queue, *colour_is_wait, *waits[5], *colour_is_finds,
      *find_counts[5], *finds, *colour_is_displacement, *changes[5], *colour_is_wait_change,
      *wait_changes[5], *needs_second, *colour_is_risk, *risk_shares[5], *high_risk, *no_lane_open,
      *under_operation, *base, *on_plan;
  // Crossings.
  const char *post, *entry, *exit, *inside, *on_duty, *customs, *border_guards, *others, *wait,
      *all_posts, *machines_down, *machines_lent, *failed, *lent, *borrowed, *in_yard, *units,
      *green_border, *open_reports, *shared_stages, *crews, *click_hint;
  // Search, history, charts.
  const char *search_hint, *nothing_found, *looking, *chart_queue, *chart_wait, *chart_crossed,
      *chart_finds, *chart_officers, *chart_passed;
  // What a place knew, and how word of a find went round.
  const char *known_title, *known_choose, *it_knew, *on_find_at, *to, *known_by,
      *knows_nothing_else, *announced, *vehicles_there, *lanes_title, *lanes[5], *control_ordered,
      *record_hit, *risk, *lane, *vehicle, *learnt_title, *learnt[12], *map_is_known, *not_told,
      *told_of_finds, *find_told_of, *word_round, *word_title, *back_to_history, *word_kinds[7],
      *arrived_after, *arrived, *message_lost, *under_way, *hop, *hops, *nothing_yet;
  // While a run is opened.
  const char *reading_scenario, *reading_trace, *simulating;
  // Who is looking.
  const char *instructor, *no_truth, *trainee;
  // Where playing stops by itself.
  const char *stop_at, *stop_kinds[10], *stop_at_injects, *note_hint;
  // Injects: kinds and fields as in inject_draft.hpp. A text may name {place}, {line}, {lanes},
  // {equipment}, {machines}, {share}, {field}, {commodity}, {flow}, {times}, {operation}, {to},
  // {officers}, {channel}. `everything`: of crossings, lines, traffic.
  const char *new_inject, *edited_inject, *of_branch, *inject_at, *inject_kind, *inject_kinds[13],
      *inject_texts[13], *inject_fields[18], *everything[3], *authorities[5], *room_is_told,
      *expected, *objective, *expected_event, *no_event, *within_hours, *if_it_does_not_come,
      *nothing_happens, *inject_page, *play_on, *cancel, *checking, *has_problems, *nothing_wrong;
  // Branches and sessions.
  const char *branches, *the_scenario, *second_run, *now_shown, *beside_it, *show_it, *put_beside,
      *rename, *edit, *remove, *remove_again, *for_instructors, *came, *did_not_come, *is_awaited,
      *if_not, *not_needed, *since_not, *no_branches, *not_simulated, *inject, *dismiss,
      *playing_branch, *escape_gives_up, *save_as, *save_hint, *saved, *overwrites, *unsaved,
      *cannot_play;
  // Two runs side by side.
  const char *needs_other, *looking_for_divergence, *never_part, *same_until, *at_the_end,
      *hidden_row, *here, *there;
  // What keys do.
  const char *keys, *key_play, *key_event, *key_minute, *key_hour, *key_day, *key_faster,
      *key_start, *key_next_find, *key_next_operation, *key_next_shift, *key_bookmark,
      *key_next_bookmark, *key_zoom, *key_pan, *key_fit, *key_next_post, *key_follow, *key_search,
      *key_escape, *key_charts, *key_heat, *key_legend, *key_view, *key_theme, *key_presenter,
      *key_text, *key_knowledge, *key_picture, *key_inject, *key_branches, *key_next_branch,
      *key_save, *key_side_by_side, *key_divergence, *key_help, *key_quit;
};

extern const Words english;

}  // namespace cordon::viz
