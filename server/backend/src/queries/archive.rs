use super::cursor::{Sorting, page};
use super::display::{domain, prefix_pattern};
use super::people::People;
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::{Error, Result};
use crate::instant::from_millis;
use crate::store::entities::access::{Column, Entity, Model};
use crate::store::entities::{application, entity, website, website_domain};
use crate::store::entity_name::of_entity_for_staff;
use sea_orm::sea_query::{Expr, ExprTrait, Func, LikeExpr, Query};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, Select};
use shared::application::ApplicationKind;
use shared::domain_name::DomainName;
use shared::license_number::license_number_searched;
use shared::role::Action;
use shared::wire::Page;
use shared::wire::license::{ArchiveFilter, ArchiveRow, OrderLink};
use std::collections::HashMap;

/// `/review/archive`: accesses of all holders that have ended, the latest first (S17). A
/// website that has access here again stays in it: what ended has ended.
///
/// # Errors
/// Forbidden to other roles than reviewers, supervisors and auditors.
pub async fn archive(
    backend: &Backend,
    caller: &Caller,
    filter: ArchiveFilter,
) -> Result<Page<ArchiveRow>> {
    caller.permit(Action::ViewArchive)?;
    let sorting = Sorting {
        columns: [Column::CanceledAt, Column::Id],
        descending: true,
    };
    let rows = page(
        &backend.database,
        narrowed(&filter),
        sorting,
        filter.cursor.as_deref(),
        |row| [row.canceled_at.unwrap_or_default(), row.id],
    )
    .await?;
    let facts = Facts::load(backend, &rows.items).await?;
    Ok(Page {
        items: rows
            .items
            .iter()
            .map(|row| facts.row(backend, row))
            .collect::<Result<_>>()?,
        previous: rows.previous,
        next: rows.next,
    })
}

/// Our ended accesses whose website's number or one of its domains begins with the search.
fn narrowed(filter: &ArchiveFilter) -> Select<Entity> {
    let select = Entity::find()
        .filter(Column::State.eq("canceled"))
        .filter(Column::CanceledAt.is_not_null())
        .filter(Column::ProviderId.is_null());
    let search = filter.search.as_deref().map(str::trim).unwrap_or_default();
    if search.is_empty() {
        return select;
    }
    let ascii =
        DomainName::parse(search).map_or_else(|_| search.to_owned(), |name| name.to_string());
    let pattern = |text: &str| LikeExpr::new(prefix_pattern(text)).escape('\\');
    let by_number = Query::select()
        .column(website::Column::Id)
        .from(website::Entity)
        .and_where(
            Func::lower(Expr::col(website::Column::LicenseNumber))
                .like(pattern(&license_number_searched(search))),
        )
        .to_owned();
    let by_domain = Query::select()
        .column(website_domain::Column::WebsiteId)
        .from(website_domain::Entity)
        .and_where(Expr::col(website_domain::Column::Name).like(pattern(&ascii)))
        .to_owned();
    select.filter(
        Condition::any()
            .add(Column::WebsiteId.in_subquery(by_number))
            .add(Column::WebsiteId.in_subquery(by_domain)),
    )
}

/// Whose they were, in five statements however many there are.
struct Facts {
    websites: HashMap<i64, website::Model>,
    entities: HashMap<i64, entity::Model>,
    domains: Vec<website_domain::Model>,
    /// By access.
    cancellations: HashMap<i64, application::Model>,
    people: People,
}

impl Facts {
    async fn load(backend: &Backend, accesses: &[Model]) -> Result<Self> {
        let database = &backend.database;
        let website_ids = accesses.iter().map(|row| row.website_id);
        let websites = website::Entity::find()
            .filter(website::Column::Id.is_in(website_ids.clone()))
            .all(database)
            .await?;
        let entities = entity::Entity::find()
            .filter(entity::Column::Id.is_in(websites.iter().map(|row| row.entity_id)))
            .all(database)
            .await?;
        let domains = website_domain::Entity::find()
            .filter(website_domain::Column::WebsiteId.is_in(website_ids))
            .order_by_asc(website_domain::Column::Id)
            .all(database)
            .await?;
        let cancellations = application::Entity::find()
            .filter(application::Column::AccessId.is_in(accesses.iter().map(|row| row.id)))
            .filter(application::Column::Kind.eq(ApplicationKind::CancelAccess.code()))
            .filter(application::Column::Status.eq("completed"))
            .all(database)
            .await?;
        Ok(Self {
            people: People::load(backend, entities.iter().map(|row| row.account_id)).await?,
            websites: websites.into_iter().map(|row| (row.id, row)).collect(),
            entities: entities.into_iter().map(|row| (row.id, row)).collect(),
            cancellations: cancellations
                .into_iter()
                .filter_map(|row| Some((row.access_id?, row)))
                .collect(),
            domains,
        })
    }

    fn row(&self, backend: &Backend, access: &Model) -> Result<ArchiveRow> {
        let gone = |what| Error::inconsistent("access", access.id, what);
        let website = self
            .websites
            .get(&access.website_id)
            .ok_or_else(|| gone("its website is gone"))?;
        let entity = self
            .entities
            .get(&website.entity_id)
            .ok_or_else(|| gone("its entity is gone"))?;
        let domains = self.domains.iter();
        Ok(ArchiveRow {
            id: access.id,
            website_name: website.name.clone(),
            license_number: website.license_number.clone().unwrap_or_default(),
            domains: domains
                .filter(|row| row.website_id == website.id)
                .map(|row| domain(&row.name))
                .collect(),
            entity_name: of_entity_for_staff(&backend.cipher, entity)?,
            holder: self.people.for_staff(backend, entity.account_id)?,
            canceled_at: from_millis(access.canceled_at.unwrap_or_default()),
            cancellation: self.cancellations.get(&access.id).map(|row| OrderLink {
                application_id: row.id,
                number: row.number.clone(),
            }),
        })
    }
}
