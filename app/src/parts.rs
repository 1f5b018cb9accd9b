//! Building blocks that know the domain: they take its types and call nothing.

pub mod cancel_access_dialog;
pub mod chosen_code;
pub mod consequence_list;
pub mod console_layout;
pub mod console_menu;
pub mod cursor_pages;
pub mod definition_list;
pub mod done_notice;
pub mod due_tag;
pub mod failure;
pub mod filing_answers;
pub mod help_article;
pub mod language_switch;
pub mod live_refresh;
pub mod loaded;
pub mod masked_value;
pub mod page_header;
pub mod page_title;
pub mod provider_brand;
pub mod public_layout;
pub mod refusal;
pub mod refused_notice;
pub mod rejection_notice;
pub mod shown_once;
pub mod status_tag;
pub mod timeline;
