use super::application_facts::{filing_form, rejection};
use super::licenses::entity_view;
use super::product::find_product;
use crate::backend::Backend;
use crate::caller::{Caller, Permit};
use crate::commands::applications::obstacles::violations;
use crate::error::{Error, Result};
use crate::store::application::{find_own, kind, status};
use crate::store::entities::application::Model;
use crate::store::{base_code, cloud_server, license};
use shared::application::{ApplicationKind, first_open_step};
use shared::calendar_date::shanghai_date;
use shared::cloud_server::check_eligibility;
use shared::role::Action;
use shared::wire::application::{FilingPage, ProductView, ServerChoice};

/// The wizard of a filing, in clear for its holder, with everything that stands between the
/// form and its submission.
///
/// # Errors
/// Not found also for somebody else's application and for a cancellation.
pub async fn filing(backend: &Backend, caller: &Caller, id: i64) -> Result<FilingPage> {
    let permit = caller.permit(Action::FileApplication)?;
    let row = find_own(&backend.database, &permit, id).await?;
    let kind = kind(&row)?;
    if !kind.is_filing() {
        return Err(Error::NotFound);
    }
    let form = filing_form(backend, &row)?;
    let entity = license::find_own_entity(&backend.database, &permit).await?;
    let product = product(backend, &permit, &row).await?;
    let violations = if status(&row)?.is_editable() {
        violations(backend, &row, &form).await?
    } else {
        Vec::new()
    };
    let policy = &backend.settings.policy;
    let entity = entity.filter(|_| kind == ApplicationKind::NewAccess);
    Ok(FilingPage {
        id: row.id,
        number: row.number.clone(),
        kind,
        status: row.status.clone(),
        version: row.version,
        product,
        servers: server_choices(backend, &permit).await?,
        entity: entity
            .map(|entity| entity_view(backend, entity))
            .transpose()?,
        form,
        has_license_password: row.license_password_encrypted.is_some(),
        provinces: backend.settings.provider.provinces.clone(),
        mobile_as_office_phone: policy.entity.mobile_as_office_phone.clone(),
        tables: base_code::tables(&backend.database).await?,
        rejection: rejection(backend, &row)?,
        first_open_step: first_open_step(&violations),
        violations,
    })
}

/// The server behind somebody else's code stays unnamed.
async fn product(backend: &Backend, permit: &Permit, row: &Model) -> Result<Option<ProductView>> {
    let Some((mut view, server)) = find_product(backend, row, ToString::to_string).await? else {
        return Ok(None);
    };
    if server.account_id != permit.account_id() {
        view.server_name.clear();
    }
    Ok(Some(view))
}

async fn server_choices(backend: &Backend, permit: &Permit) -> Result<Vec<ServerChoice>> {
    let today = shanghai_date(backend.now());
    let policy = &backend.settings.policy.server;
    cloud_server::list_own(&backend.database, permit)
        .await?
        .into_iter()
        .map(|row| {
            Ok(ServerChoice {
                failed: check_eligibility(policy, &cloud_server::facts(&row)?, today),
                id: row.id,
                name: row.name,
                public_ip: row.public_ip,
            })
        })
        .collect()
}
