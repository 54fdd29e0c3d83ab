//! The browser tests. Each is a function of a visitor in a fresh profile; the list says where it
//! runs. `cargo test -p browser-tests -- embed firefox` runs those whose names hold one of the words.

mod access;
mod attention;
mod diagram;
mod embed;
mod escape;
mod finding;
mod help;
mod interview;
mod keyboard;
mod lab;
mod labs;
mod mock_loop;
mod names;
mod offline;
mod own_model;
mod own_points;
mod own_study;
mod policy;
mod practice;
mod python;
mod recording;
mod responsive;
mod rooms;
mod storage;
mod studio;
mod study;
mod sub_path;
mod workers;

use std::process::ExitCode;

use browser_tests::{
    browser::Browser,
    harness::{Test, run_all},
    test,
};

const ALL: &[Browser] = Browser::ALL;
/// Where a test needs something that only Chromium's driver has, or shows what no other browser
/// would show differently.
const CHROMIUM: &[Browser] = &[Browser::Chromium];

const TESTS: &[Test] = &[
    test!(practice::a_wrong_answer_is_explained_mended_and_kept in ALL),
    test!(practice::a_syntax_error_marks_its_line in ALL),
    test!(practice::an_array_exercise_draws_the_learners_weights in ALL),
    test!(finding::search_and_filters_travel_in_the_fragment in ALL),
    test!(finding::a_track_counts_what_is_solved_and_the_next_is_another in ALL),
    test!(help::lines_are_put_in_order_by_keyboard in ALL),
    test!(help::an_own_case_is_judged_and_kept in ALL),
    test!(help::a_reload_finds_the_verdict_as_it_was in ALL),
    test!(interview::an_interview_goes_from_plan_to_summary in ALL),
    test!(python::an_endless_loop_stops_on_stop in ALL),
    test!(python::an_endless_loop_ends_at_the_budget in ALL),
    test!(python::much_memory_leaves_a_verdict_and_the_next_run in ALL),
    test!(escape::no_storage_and_no_worker_is_reached in ALL),
    test!(escape::a_wrong_answer_cannot_be_made_to_pass in ALL),
    test!(escape::stop_cannot_be_caught in ALL),
    test!(lab::the_default_settings_separate_the_moons in ALL),
    test!(lab::a_link_replays_to_the_same_weights in ALL),
    test!(lab::steps_can_be_taken_and_rewound in ALL),
    test!(lab::divergence_is_explained in ALL),
    test!(lab::points_are_drawn_and_travel_in_a_link in ALL),
    test!(own_points::a_link_leaves_the_visitor_s_points_alone in ALL),
    test!(own_points::the_focus_stays_with_who_uses_the_keyboard in ALL),
    test!(own_points::a_pasted_table_can_be_chosen_from_again in ALL),
    test!(lab::a_unit_is_looked_at_large in ALL),
    test!(lab::a_table_s_errors_name_line_and_column in ALL),
    test!(labs::every_lab_asks_runs_and_grades in ALL),
    test!(labs::every_link_replays_to_the_same_bits in ALL),
    test!(labs::lanes_are_compared_and_the_past_is_kept in ALL),
    test!(labs::an_own_table_is_read_and_kept in ALL),
    test!(labs::figures_and_measures_are_taken_away in ALL),
    test!(labs::a_picture_has_the_shape_of_its_drawing in ALL),
    test!(labs::on_a_narrow_screen_results_stand_before_settings in ALL),
    test!(attention::the_untrained_model_is_shown_with_its_mask in ALL),
    test!(attention::a_head_learns_to_read_backwards in ALL),
    test!(attention::a_link_replays_to_the_same_weights in ALL),
    test!(attention::the_room_opens_on_a_model_that_was_trained_alike in ALL),
    test!(attention::text_that_cannot_be_read_is_refused_in_words in ALL),
    test!(studio::a_stage_opens_and_its_cell_says_how_it_came_about in ALL),
    test!(studio::a_head_taken_out_changes_the_answer in ALL),
    test!(studio::a_text_is_continued_with_and_without_its_cache in ALL),
    test!(studio::earlier_weights_are_looked_back_at in ALL),
    test!(studio::an_own_text_is_learnt_and_stays_here in ALL),
    test!(own_model::a_checkpoint_is_opened_looked_into_and_left in ALL),
    test!(own_model::files_that_do_not_fit_are_refused_in_words in ALL),
    test!(own_model::nothing_of_it_is_sent_or_kept in ALL),
    test!(study::a_card_is_answered_and_rated_by_keyboard in ALL),
    test!(study::the_plan_follows_date_and_ratings in ALL),
    test!(study::a_case_keeps_its_words in ALL),
    test!(study::a_story_is_held_against_a_rubric in ALL),
    test!(study::a_typed_formula_is_judged in ALL),
    test!(study::an_older_database_is_carried_over in ALL),
    test!(mock_loop::an_onsite_goes_from_start_to_report_by_keyboard in ALL),
    test!(mock_loop::a_single_round_is_asked_rated_once_and_mended in ALL),
    test!(mock_loop::a_coding_round_opens_an_editor_that_helps_with_nothing in ALL),
    test!(own_study::stories_are_written_mapped_and_taken_along in ALL),
    test!(own_study::a_project_is_drilled_and_the_shaky_come_first in ALL),
    test!(own_study::what_was_rated_is_drawn in ALL),
    test!(diagram::it_is_drawn_by_keyboard_kept_and_taken_along in ALL),
    test!(diagram::it_is_drawn_by_pointer_on_a_narrow_screen in ALL),
    test!(recording::an_answer_is_recorded_played_exported_erased_and_imported in ALL),
    test!(recording::what_goes_wrong_is_said_and_loses_nothing in CHROMIUM),
    test!(recording::a_database_without_recordings_is_carried_over in ALL),
    test!(embed::three_widgets_work_on_a_foreign_page in ALL),
    test!(embed::theme_and_height_follow_the_page in ALL),
    test!(embed::every_view_of_attention_fits_in_a_frame in ALL),
    test!(rooms::one_page_goes_through_all_of_them in ALL),
    test!(rooms::a_frame_says_what_it_does_not_know in ALL),
    test!(offline::the_second_visit_works_without_a_server in ALL),
    test!(policy::nothing_reaches_another_origin in ALL),
    test!(policy::a_whole_session_asks_no_other_machine in ALL),
    test!(policy::every_page_carries_policy_and_text in CHROMIUM),
    test!(workers::a_lost_trainer_is_replaced in ALL),
    test!(workers::a_lost_attention_trainer_trains_back in ALL),
    test!(workers::a_lost_python_is_replaced in ALL),
    test!(access::no_page_has_a_violation_in_light in ALL),
    test!(access::no_page_has_a_violation_in_dark in ALL),
    test!(keyboard::an_exercise_is_solved_without_a_mouse in ALL),
    test!(keyboard::a_matrix_is_read_with_arrow_keys in ALL),
    test!(names::the_editor_completes_them_by_keyboard in ALL),
    test!(names::a_page_lists_them in CHROMIUM),
    test!(storage::progress_is_exported_erased_and_imported in ALL),
    test!(storage::two_tabs_see_the_same in ALL),
    test!(storage::a_corrupt_record_is_survived in ALL),
    test!(storage::what_a_page_could_not_read_it_does_not_replace in CHROMIUM),
    test!(storage::what_is_erased_comes_back_from_no_other_tab in CHROMIUM),
    test!(storage::a_full_device_loses_nothing in CHROMIUM),
    test!(storage::what_a_page_could_not_write_the_next_one_does in ALL),
    test!(storage::a_megabyte_can_be_pasted in ALL),
    test!(sub_path::every_room_works_below_a_path in ALL),
    test!(responsive::the_page_stays_responsive_while_three_lanes_train alone in CHROMIUM),
];

#[tokio::main]
async fn main() -> ExitCode {
    match run_all(TESTS).await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error:?}");
            ExitCode::FAILURE
        }
    }
}
