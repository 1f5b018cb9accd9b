//! What the register holds. The authority sends the license password of a new entity to its
//! principal; here it can be read.

use super::super::super::world::WorldEntity;
use super::super::text::Words;
use super::facts::addresses;
use maud::{Markup, html};

pub(super) fn register(entities: &[WorldEntity], words: Words) -> Markup {
    html! {
        section {
            h2 { (words.register()) }
            @for entity in entities { (registered(entity, words)) }
        }
    }
}

fn registered(entity: &WorldEntity, words: Words) -> Markup {
    html! {
        article.card {
            h3 { (entity.name) }
            dl {
                dt { (words.license_number()) } dd { (entity.license_number) }
                dt { (words.license_password()) } dd { code { (entity.license_password) } }
                dt { (words.websites()) }
                @for website in &entity.websites {
                    dd {
                        @for domain in &website.domains { (domain.name) " " }
                        (website.license_number)
                        @if website.accesses.is_empty() { " · " (words.no_access()) }
                        @for access in &website.accesses {
                            " · " (words.provider()) " " (access.row.provider_id)
                            " " (addresses(access))
                        }
                    }
                }
            }
        }
    }
}
