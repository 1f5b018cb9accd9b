use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use shared::wire::Page;
use shared::wire::audit::{AuditFilter, AuditRow};

/// A page of the audit trail, the newest event first.
#[server(endpoint = "review/load_audit", output = Postcard)]
pub async fn load_audit(
    #[server(default)] filter: AuditFilter,
) -> Result<Page<AuditRow>, PageError> {
    use crate::api::context::{answer, signed_in};
    use ::backend::queries::audit::audit;

    let (backend, caller) = signed_in()?;
    answer(audit(&backend, &caller, filter).await)
}
