use crate::api::PageError;
use crate::api::typed::FormPage;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use serde::{Deserialize, Serialize};
use shared::wire::code::{CodeFilter, CodesPage};

/// All codes, and what the reader may do with them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StaffCodes {
    pub page: CodesPage,
    pub may_disable: bool,
    pub may_restore: bool,
}

/// A page of everybody's codes, masked.
#[server(endpoint = "review/load_all_codes", output = Postcard)]
pub async fn load_all_codes(
    #[server(default)] filter: CodeFilter,
) -> Result<FormPage<StaffCodes>, PageError> {
    use super::DISABLE_FORM;
    use crate::api::context::signed_in;
    use crate::api::typed::form_page;
    use ::backend::queries::all_codes::all_codes;
    use shared::role::{Action, allows};

    let (backend, caller) = signed_in()?;
    let page = all_codes(&backend, &caller, filter)
        .await
        .map(|page| StaffCodes {
            page,
            may_disable: allows(caller.role, Action::DisableAnyCode),
            may_restore: allows(caller.role, Action::RestoreCode),
        });
    form_page(page, DISABLE_FORM).await
}
