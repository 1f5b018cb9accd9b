use crate::api::admin::{CreateToken, RevokeToken, TokensPage, load_tokens};
use crate::api::page_data::{PageData, page_data, successes};
use crate::api::typed::{FormPage, Typed};
use crate::language::use_language;
use crate::pages::Screen;
use crate::parts::done_notice::DoneNotice;
use crate::parts::loaded::Loaded;
use crate::parts::page_header::PageHeader;
use crate::parts::refusal::Refusal;
use crate::parts::refused_notice::RefusedNotice;
use crate::parts::shown_once::ShownOnce;
use crate::text::{channel, common, field, staff};
use crate::ui::button::{Button, ButtonKind, ButtonLink, ButtonSize};
use crate::ui::card::Card;
use crate::ui::checkbox_group::CheckboxGroup;
use crate::ui::data_table::{ActionsCell, Cell, Column, DataTable, Row, Stack};
use crate::ui::dialog::{Dialog, DialogActions, use_dialog};
use crate::ui::empty_state::EmptyState;
use crate::ui::form_errors::FormErrors;
use crate::ui::select_field::Choice;
use crate::ui::sent_form::empty_after;
use crate::ui::status_badge::{StatusBadge, Tone};
use crate::ui::text_field::TextField;
use crate::ui::time::{Precision, Time};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shared::field::Field;
use shared::wire::service_token::ServiceTokenRow;

/// `/admin/tokens`: with what other systems call the machine interface.
pub struct TokenList {
    tokens: PageData<FormPage<TokensPage>>,
    create: ServerAction<CreateToken>,
    revoke: ServerAction<RevokeToken>,
}

impl Screen for TokenList {
    fn data() -> Self {
        let query = use_query_map();
        let create = ServerAction::<CreateToken>::new();
        let revoke = ServerAction::<RevokeToken>::new();
        let (created, revoked) = (successes(create), successes(revoke));
        let seen = move || (query.read().get("done"), created.get(), revoked.get());
        Self {
            tokens: page_data(seen, |_| load_tokens()),
            create,
            revoke,
        }
    }

    fn view(self) -> AnyView {
        let language = use_language();
        let made = move || self.create.value().get().and_then(Result::ok);
        let view = move |form: FormPage<TokensPage>| {
            let FormPage { page, typed } = form;
            view! {
                <PageHeader title=common::service_tokens(language) lead=staff::tokens_lead(language) />
                <DoneNotice />
                <RefusedNotice error=Refusal::of(self.revoke).error() />
                <ShownOnce
                    title=staff::token_is_shown_once(language)
                    subject=staff::create_token(language)
                    made=Signal::derive(made)
                    kept=page.new_token
                />
                <div class="grid gap-5">
                    <TokenTable tokens=page.tokens may_manage=page.may_manage revoke=self.revoke />
                    {page
                        .may_manage
                        .then(|| {
                            view! { <NewToken scopes=page.scopes typed action=self.create /> }
                        })}
                </div>
            }
            .into_any()
        };
        view! { <Loaded resource=self.tokens view /> }.into_any()
    }
}

#[component]
fn TokenTable(
    tokens: Vec<ServiceTokenRow>,
    may_manage: bool,
    revoke: ServerAction<RevokeToken>,
) -> impl IntoView {
    let language = use_language();
    if tokens.is_empty() {
        let (title, hint) = (staff::no_tokens(language), staff::no_tokens_hint(language));
        return view! { <EmptyState title hint /> }.into_any();
    }
    let can_revoke = move |row: &ServiceTokenRow| may_manage && row.revoked_at.is_none();
    let columns = vec![
        Column::new(field::label(language, Field::TokenName)),
        Column::new(staff::scopes(language)),
        Column::new(staff::created(language)),
        Column::new(staff::last_used(language)),
        Column::new(common::status(language)),
        Column::at_end(common::actions(language)),
    ];
    let rows = tokens
        .iter()
        .cloned()
        .map(|row| {
            let can_revoke = can_revoke(&row);
            view! { <Token row can_revoke /> }
        })
        .collect_view();
    let dialogs = tokens
        .into_iter()
        .filter(can_revoke)
        .map(|row| view! { <RevokeDialog row revoke /> })
        .collect_view();
    view! {
        <DataTable caption=common::service_tokens(language) columns stack=Stack::Wide>
            {rows}
        </DataTable>
        {dialogs}
    }
    .into_any()
}

fn dialog_name(id: i64) -> String {
    format!("revoke-{id}")
}

#[component]
fn Token(row: ServiceTokenRow, can_revoke: bool) -> impl IntoView {
    let language = use_language();
    let scopes = row
        .scopes
        .iter()
        .map(|code| view! { <li>{staff::scope(language, code)}</li> })
        .collect_view();
    let last_used = match row.last_used_at {
        Some(at) => view! { <Time at precision=Precision::Minute /> }.into_any(),
        None => channel::never(language).into_any(),
    };
    let (tone, label) = match row.revoked_at {
        Some(_) => (Tone::Neutral, staff::revoked_at(language)),
        None => (Tone::Success, staff::in_force(language)),
    };
    let address = use_dialog(dialog_name(row.id));
    let revoke = can_revoke.then(|| {
        view! {
            <ButtonLink
                label=staff::revoke(language)
                subject=row.name.clone()
                href=address.open_href
                kind=ButtonKind::Ghost
                size=ButtonSize::Small
                same_page=true
            />
        }
    });
    view! {
        <Row>
            <Cell>
                <span class="font-medium">{row.name}</span>
            </Cell>
            <Cell label=staff::scopes(language)>
                <ul>{scopes}</ul>
            </Cell>
            <Cell label=staff::created(language)>
                <Time at=row.created_at />
            </Cell>
            <Cell label=staff::last_used(language)>{last_used}</Cell>
            <Cell label=common::status(language)>
                <StatusBadge tone label />
            </Cell>
            <ActionsCell>{revoke}</ActionsCell>
        </Row>
    }
    .into_any()
}

#[component]
fn RevokeDialog(row: ServiceTokenRow, revoke: ServerAction<RevokeToken>) -> impl IntoView {
    let language = use_language();
    let address = use_dialog(dialog_name(row.id));
    let title = staff::revoke_title(language, &row.name);
    view! {
        <Dialog id=dialog_name(row.id) title address>
            <p class="mt-2">{staff::revoke_note(language)}</p>
            <ActionForm action=revoke>
                <input type="hidden" name="token_id" value=row.id />
                <DialogActions leave=common::give_up(language) close_href=address.close_href>
                    <Button label=staff::revoke(language) kind=ButtonKind::Danger pending=revoke.pending() />
                </DialogActions>
            </ActionForm>
        </Dialog>
    }
    .into_any()
}

#[component]
fn NewToken(scopes: Vec<String>, typed: Typed, action: ServerAction<CreateToken>) -> impl IntoView {
    let language = use_language();
    let refusal = Refusal::of(action);
    let choices = scopes
        .into_iter()
        .map(|code| {
            let label = format!("{} · {code}", staff::scope(language, &code));
            Choice::new(code, label)
        })
        .collect();
    let ticked = typed.text("scope");
    let ticked = ticked.split_whitespace().map(str::to_owned).collect();
    let form = empty_after(successes(action));
    view! {
        <Card title=staff::create_token(language)>
            <ActionForm action node_ref=form attr:novalidate=true attr:class="grid gap-4 max-w-xl">
                <FormErrors errors=refusal.errors() />
                <TextField
                    name="token_name"
                    label=field::label(language, Field::TokenName)
                    hint=field::hint(language, Field::TokenName).unwrap_or_default()
                    value=typed.text("token_name")
                    error=refusal.on(Field::TokenName)
                    autocomplete="off"
                />
                <CheckboxGroup
                    name="scope"
                    label=field::label(language, Field::TokenScope)
                    choices
                    values=ticked
                    hint=field::hint(language, Field::TokenScope).unwrap_or_default()
                    error=refusal.on(Field::TokenScope)
                />
                <div>
                    <Button label=staff::create_token(language) pending=action.pending() />
                </div>
            </ActionForm>
        </Card>
    }
    .into_any()
}
