use super::applications::running;
use super::display::domain;
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::Result;
use crate::instant::from_millis;
use crate::store::entities::{access, access_ip, application, entity, website, website_domain};
use crate::store::entity_name::of_entity;
use crate::store::{account, license};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use shared::application::{ApplicationKind, ApplicationStatus};
use shared::cancel_access::check_availability;
use shared::role::Action;
use shared::wire::license::{ArchivedWebsite, EntityView, LicensesPage, OrderLink, WebsiteRow};
use std::cmp::Reverse;

/// `My Licenses`: the caller's entity, its websites with access here, and the archive.
///
/// # Errors
/// Forbidden to other roles than holders.
pub async fn licenses(backend: &Backend, caller: &Caller) -> Result<LicensesPage> {
    let permit = caller.permit(Action::ViewOwnLicenses)?;
    let entity = license::find_own_entity(&backend.database, &permit).await?;
    let order = order_in_progress(backend, permit.account_id()).await?;
    // The archive also keeps what an entity had whose license is gone (S17).
    let facts = Facts::load(backend, permit.account_id()).await?;
    Ok(LicensesPage {
        websites: facts.active_rows(backend, order.as_ref())?,
        archive: facts.archive_rows(),
        running: running(backend, permit.account_id()).await?,
        entity: entity
            .map(|entity| entity_view(backend, entity))
            .transpose()?,
    })
}

/// S9: the order that has to end before the caller can submit another, where policy lets only
/// one run.
///
/// # Errors
/// Forbidden to other roles than holders.
pub async fn order_in_the_way(backend: &Backend, caller: &Caller) -> Result<Option<OrderLink>> {
    let permit = caller.permit(Action::ViewOwnLicenses)?;
    if backend.settings.policy.entity.one_order_at_a_time {
        order_in_progress(backend, permit.account_id()).await
    } else {
        Ok(None)
    }
}

/// S9: the order that makes the account's others wait.
async fn order_in_progress(backend: &Backend, account_id: i64) -> Result<Option<OrderLink>> {
    let account = account::find(&backend.database, account_id).await?;
    let Some(application_id) = account.open_application_id else {
        return Ok(None);
    };
    let row = crate::store::application::find(&backend.database, application_id).await?;
    Ok(Some(OrderLink {
        application_id,
        number: row.number,
    }))
}

pub(super) fn entity_view(backend: &Backend, entity: entity::Model) -> Result<EntityView> {
    Ok(EntityView {
        name: of_entity(&backend.cipher, &entity)?.name,
        license_number: entity.license_number.unwrap_or_default(),
    })
}

/// Everything about an account's websites, in five statements however many there are.
struct Facts {
    websites: Vec<website::Model>,
    domains: Vec<website_domain::Model>,
    accesses: Vec<access::Model>,
    /// Those of other providers.
    elsewhere: Vec<access::Model>,
    ips: Vec<access_ip::Model>,
    /// Newest first.
    cancellations: Vec<application::Model>,
}

impl Facts {
    async fn load(backend: &Backend, account_id: i64) -> Result<Self> {
        let database = &backend.database;
        let entities = entity::Entity::find()
            .select_only()
            .column(entity::Column::Id)
            .filter(entity::Column::AccountId.eq(account_id))
            .into_query();
        let websites = website::Entity::find()
            .filter(website::Column::EntityId.in_subquery(entities))
            .filter(website::Column::State.is_in(["active", "archived"]))
            .order_by_asc(website::Column::Id)
            .all(database)
            .await?;
        let ids: Vec<i64> = websites.iter().map(|website| website.id).collect();
        let domains = website_domain::Entity::find()
            .filter(website_domain::Column::WebsiteId.is_in(ids.iter().copied()))
            .order_by_asc(website_domain::Column::Id)
            .all(database)
            .await?;
        let accesses = access::Entity::find()
            .filter(access::Column::WebsiteId.is_in(ids.iter().copied()))
            .filter(access::Column::State.is_in(["live", "canceled"]))
            .order_by_desc(access::Column::Id)
            .all(database)
            .await?;
        let (accesses, elsewhere): (Vec<_>, Vec<_>) = accesses
            .into_iter()
            .partition(|access| access.provider_id.is_none());
        let access_ids: Vec<i64> = accesses.iter().map(|access| access.id).collect();
        let ips = access_ip::Entity::find()
            .filter(access_ip::Column::AccessId.is_in(access_ids))
            .order_by_asc(access_ip::Column::Id)
            .all(database)
            .await?;
        let cancellations = application::Entity::find()
            .filter(application::Column::WebsiteId.is_in(ids))
            .filter(application::Column::Kind.eq(ApplicationKind::CancelAccess.code()))
            .order_by_desc(application::Column::Id)
            .all(database)
            .await?;
        Ok(Self {
            websites,
            domains,
            accesses,
            elsewhere,
            ips,
            cancellations,
        })
    }

    fn active_rows(&self, backend: &Backend, order: Option<&OrderLink>) -> Result<Vec<WebsiteRow>> {
        let one_at_a_time = backend.settings.policy.entity.one_order_at_a_time;
        let order = order.map(|order| order.application_id);
        let active = self
            .websites
            .iter()
            .filter(|website| website.state == "active");
        active
            .map(|website| {
                let access = self.live_access_of(website.id);
                let state = access.map(license::access_state).transpose()?.flatten();
                let is_known = access.is_some_and(license::is_known_to_authority);
                Ok(WebsiteRow {
                    id: website.id,
                    name: website.name.clone(),
                    license_number: website.license_number.clone().unwrap_or_default(),
                    domains: self.domain_names(website.id),
                    ips: self.addresses(access),
                    has_other_access: self
                        .elsewhere
                        .iter()
                        .any(|other| other.website_id == website.id && other.state == "live"),
                    cancel_unavailable: check_availability(one_at_a_time, state, is_known, order)
                        .err(),
                    resolves_elsewhere_since: self
                        .domains_of(website.id)
                        .filter(|domain| domain.resolution == "no")
                        .filter_map(|domain| domain.resolution_since_at)
                        .min()
                        .map(from_millis),
                    open_cancellation: self
                        .cancellation_of(website.id, &ApplicationStatus::EDITABLE),
                    running_cancellation: self
                        .cancellation_of(website.id, &ApplicationStatus::IN_PROGRESS),
                })
            })
            .collect()
    }

    /// By access, so that an entry stays when its website gets access here again.
    fn archive_rows(&self) -> Vec<ArchivedWebsite> {
        let ended = self
            .accesses
            .iter()
            .filter_map(|access| access.canceled_at.map(|at| (at, access)));
        let mut ended: Vec<_> = ended.collect();
        ended.sort_by_key(|(at, access)| Reverse((*at, access.id)));
        ended
            .into_iter()
            .filter_map(|(at, access)| {
                let mut websites = self.websites.iter();
                let website = websites.find(|website| website.id == access.website_id)?;
                Some(ArchivedWebsite {
                    access_id: access.id,
                    id: website.id,
                    name: website.name.clone(),
                    license_number: website.license_number.clone().unwrap_or_default(),
                    domains: self.domain_names(website.id),
                    canceled_at: from_millis(at),
                    application_id: self
                        .cancellations
                        .iter()
                        .find(|row| row.access_id == Some(access.id) && row.status == "completed")
                        .map(|row| row.id),
                })
            })
            .collect()
    }

    fn domains_of(&self, website_id: i64) -> impl Iterator<Item = &website_domain::Model> {
        self.domains
            .iter()
            .filter(move |domain| domain.website_id == website_id)
    }

    fn domain_names(&self, website_id: i64) -> Vec<String> {
        self.domains_of(website_id)
            .map(|row| domain(&row.name))
            .collect()
    }

    fn live_access_of(&self, website_id: i64) -> Option<&access::Model> {
        self.accesses
            .iter()
            .find(|access| access.website_id == website_id && access.state == "live")
    }

    fn addresses(&self, access: Option<&access::Model>) -> Vec<String> {
        let access_id = access.map(|access| access.id);
        let ips = self.ips.iter().filter(|ip| Some(ip.access_id) == access_id);
        ips.map(|ip| ip.address.clone()).collect()
    }

    fn cancellation_of(&self, website_id: i64, statuses: &[&str]) -> Option<OrderLink> {
        let found = self.cancellations.iter().find(|row| {
            row.website_id == Some(website_id) && statuses.contains(&row.status.as_str())
        });
        found.map(|row| OrderLink {
            application_id: row.id,
            number: row.number.clone(),
        })
    }
}
