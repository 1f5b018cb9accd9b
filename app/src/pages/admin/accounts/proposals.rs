use super::Actions;
use crate::language::use_language;
use crate::text::{date, role, staff};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::card::Card;
use leptos::prelude::*;
use shared::wire::account::AdministratorProposal;

/// Who waits to become an administrator; nothing while nobody does.
#[component]
pub(super) fn Proposals(
    proposals: Vec<AdministratorProposal>,
    may_manage: bool,
    actions: Actions,
) -> impl IntoView {
    let language = use_language();
    if proposals.is_empty() {
        return ().into_any();
    }
    let rows = proposals
        .into_iter()
        .map(|proposal| view! { <Proposal proposal may_manage actions /> })
        .collect_view();
    view! {
        <Card title=staff::proposals(language)>
            <ul class="divide-y divide-base-300">{rows}</ul>
        </Card>
    }
    .into_any()
}

#[component]
fn Proposal(proposal: AdministratorProposal, may_manage: bool, actions: Actions) -> impl IntoView {
    let language = use_language();
    let until = date::minute(language, proposal.expires_at);
    let by = staff::proposed_by(language, &proposal.proposed_by, &until);
    let id = proposal.account_id;
    let confirm = (may_manage && !proposal.is_own).then(|| {
        view! {
            <ActionForm action=actions.confirm>
                <input type="hidden" name="account_id" value=id />
                <Button
                    label=staff::confirm_administrator(language)
                    size=ButtonSize::Small
                    pending=actions.confirm.pending()
                />
            </ActionForm>
        }
    });
    let decline = may_manage.then(|| {
        let label = if proposal.is_own {
            staff::withdraw_administrator(language)
        } else {
            staff::refuse_administrator(language)
        };
        view! {
            <ActionForm action=actions.decline>
                <input type="hidden" name="account_id" value=id />
                <Button
                    label
                    kind=ButtonKind::Outline
                    size=ButtonSize::Small
                    pending=actions.decline.pending()
                />
            </ActionForm>
        }
    });
    let own = (may_manage && proposal.is_own)
        .then(|| view! { <div class="text-sm muted">{staff::own_proposal(language)}</div> });
    view! {
        <li class="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2">
            <div class="min-w-0">
                <div class="wrap-break-word">
                    <span class="font-medium">{proposal.email}</span>
                    " · "
                    {role::name(language, proposal.role)}
                </div>
                <div class="text-sm muted">{by}</div>
                {own}
            </div>
            <div class="flex gap-2">{confirm} {decline}</div>
        </li>
    }
    .into_any()
}
