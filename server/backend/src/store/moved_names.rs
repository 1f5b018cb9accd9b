//! What versions wrote that knew neither personal names nor what staff may see: names in clear, and
//! applications without what was submitted. Moved when the server starts, like
//! [`super::moved_text`].

use super::entities::application::{self, ActiveModel, Column};
use super::entities::entity;
use super::entity_name::{self, EntityName, set_of_application, set_of_entity};
use super::moved_text::is_clear;
use super::submitted_application::keep_submitted;
use crate::backend::Backend;
use crate::error::Result;
use crate::forms::Reviewed;
use crate::store::application::kind;
use crate::transaction::Tx;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use shared::application::{ApplicationKind, ApplicationStatus, FilingForm};
use shared::entity::is_organization;

/// Most rows of one transaction: others want to write meanwhile.
const BATCH: u64 = 200;

/// Moves them all; entities first, because applications take their names' nature from them.
///
/// # Errors
/// When the database refuses or the key is another one.
pub async fn move_names(backend: &Backend) -> Result<()> {
    while move_entities(backend).await? {}
    while move_applications(backend).await? {}
    Ok(())
}

/// Entities whose nature nobody noted, but for companies', which stay as they are. `false` when
/// there are none.
async fn move_entities(backend: &Backend) -> Result<bool> {
    use entity::Column;
    let rows = entity::Entity::find()
        .filter(Column::Nature.is_null())
        .filter(is_clear(Column::Name))
        .filter(Column::Name.not_like("%公司"))
        .limit(BATCH)
        .all(&backend.database)
        .await?;
    if rows.is_empty() {
        return Ok(false);
    }
    let tx = backend.begin().await?;
    for row in rows {
        let name = EntityName {
            nature: filed_nature(&tx, backend, row.id).await?,
            name: row.name.trim_end().to_owned(),
        };
        let mut change = entity::ActiveModel::default();
        set_of_entity(&backend.cipher, &mut change, &name)?;
        entity::Entity::update_many()
            .set(change)
            .filter(Column::Id.eq(row.id))
            .filter(Column::Name.eq(row.name))
            .exec(&tx)
            .await?;
    }
    tx.commit().await?;
    Ok(true)
}

/// What the filing that brought the entity says.
async fn filed_nature(
    connection: &impl ConnectionTrait,
    backend: &Backend,
    entity_id: i64,
) -> Result<Option<String>> {
    let filing = application::Entity::find()
        .filter(Column::EntityId.eq(entity_id))
        .filter(Column::Kind.eq(ApplicationKind::FirstLicense.code()))
        .one(connection)
        .await?;
    let form: Option<FilingForm> = filing
        .map(|row| backend.cipher.open("application.form", &row.form_encrypted))
        .transpose()?;
    Ok(form.and_then(typed_nature))
}

/// Applications without what was submitted, and drafts with a name. `false` when there are none.
async fn move_applications(backend: &Backend) -> Result<bool> {
    let is_as_submitted = Condition::all()
        .add(Column::WasSubmitted.eq(true))
        .add(Column::Status.is_not_in(ApplicationStatus::EDITABLE))
        .add(Column::Status.ne("abandoned"));
    let rows = application::Entity::find()
        .filter(Column::SubmittedFormEncrypted.is_null())
        .filter(
            Condition::any()
                .add(is_clear(Column::EntityName))
                .add(is_as_submitted),
        )
        .limit(BATCH)
        .all(&backend.database)
        .await?;
    if rows.is_empty() {
        return Ok(false);
    }
    let tx = backend.begin().await?;
    for row in rows {
        let change = moved(&tx, backend, &row).await?;
        // The version stays, so that the page that its holder has open stays valid.
        application::Entity::update_many()
            .set(change)
            .filter(Column::Id.eq(row.id))
            .filter(Column::Version.eq(row.version))
            .exec(&tx)
            .await?;
    }
    tx.commit().await?;
    Ok(true)
}

/// What came back or was withdrawn may have been changed since: staff see of it what was decided
/// on, if anything was, until it is submitted again.
async fn moved(tx: &Tx, backend: &Backend, row: &application::Model) -> Result<ActiveModel> {
    let mut change = ActiveModel {
        entity_name: Set(String::new()),
        ..ActiveModel::default()
    };
    let is_the_holders =
        ApplicationStatus::EDITABLE.contains(&row.status.as_str()) || row.status == "abandoned";
    if !is_the_holders {
        keep_submitted(row, &mut change);
    } else if let Some(reviewed) = &row.reviewed_encrypted {
        keep_reviewed(backend, row, reviewed, &mut change)?;
    } else {
        return Ok(change);
    }
    let name = EntityName {
        nature: nature(tx, backend, row).await?,
        name: row.entity_name.clone(),
    };
    set_of_application(tx, backend, row.id, &mut change, &name).await?;
    Ok(change)
}

fn keep_reviewed(
    backend: &Backend,
    row: &application::Model,
    reviewed: &[u8],
    change: &mut ActiveModel,
) -> Result<()> {
    let cipher = &backend.cipher;
    keep_submitted(row, change);
    change.submitted_form_encrypted = Set(Some(
        match cipher.open("application.reviewed", reviewed)? {
            Reviewed::Filing { form, public_ip } => {
                change.submitted_domain = Set(form.website.domain.clone());
                change.submitted_public_ip = Set(public_ip);
                change.submitted_server_id = Set(None);
                change.submitted_code_id = Set(None);
                cipher.seal("application.form", &form)?
            }
            Reviewed::Cancellation(form) => cipher.seal("application.form", &form)?,
        },
    ));
    Ok(())
}

async fn nature(tx: &Tx, backend: &Backend, row: &application::Model) -> Result<Option<String>> {
    if kind(row)? == ApplicationKind::FirstLicense {
        let form: FilingForm = backend
            .cipher
            .open("application.form", &row.form_encrypted)?;
        return Ok(typed_nature(form));
    }
    let Some(entity_id) = row.entity_id else {
        return Ok(None);
    };
    let entity = entity::Entity::find_by_id(entity_id).one(tx).await?;
    match entity {
        Some(entity) => Ok(entity_name::of_entity(&backend.cipher, &entity)?.nature),
        None => Ok(None),
    }
}

/// What the form says, where it says something.
fn typed_nature(form: FilingForm) -> Option<String> {
    Some(form.entity.nature).filter(|code| is_organization(code).is_some())
}
