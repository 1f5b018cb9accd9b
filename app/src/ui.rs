//! Accessible building blocks that know nothing of licenses. Each works as plain HTML;
//! where JavaScript is on, the browser's own behavior is only made more comfortable.

pub mod address;
pub mod breadcrumbs;
pub mod button;
pub mod card;
pub mod checkbox_field;
pub mod checkbox_group;
pub mod copy_button;
pub mod data_table;
pub mod dialog;
pub mod disclosure;
pub mod empty_state;
pub mod field;
pub mod filter;
pub mod form_errors;
pub mod icon;
pub mod inert;
pub mod menu;
pub mod notice;
pub mod pagination;
pub mod password_field;
pub mod progress_meter;
pub mod query_form;
pub mod radio_group;
pub mod select_field;
pub mod sent_form;
pub mod skeleton;
pub mod status_badge;
pub mod text_field;
pub mod textarea_field;
pub mod time;
pub mod toast;
#[cfg(feature = "hydrate")]
pub mod undisturbed;
pub mod unsaved_input;
pub mod whole_words;
