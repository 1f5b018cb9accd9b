//! People, servers and licenses that tests start from.

use super::Harness;
use backend::caller::Caller;
use backend::instant::to_millis;
use backend::store::entities::{
    access, access_ip, account, cloud_server, entity, website, website_domain,
};
use chrono::Months;
use ports::authority::demo::{self, DemoWebsite};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter};
use shared::calendar_date::shanghai_date;
use shared::role::Role;

impl Harness {
    pub async fn holder(&self) -> Caller {
        self.caller("holder@example.com", Role::Holder).await
    }

    /// Another holder, without server and entity.
    pub async fn partner(&self) -> Caller {
        self.caller("partner@example.com", Role::Holder).await
    }

    pub async fn reviewer(&self) -> Caller {
        self.caller("reviewer@example.com", Role::Reviewer).await
    }

    pub async fn second_reviewer(&self) -> Caller {
        self.caller("reviewer2@example.com", Role::Reviewer).await
    }

    pub async fn supervisor(&self) -> Caller {
        self.caller("supervisor@example.com", Role::Supervisor)
            .await
    }

    pub async fn auditor(&self) -> Caller {
        self.caller("auditor@example.com", Role::Auditor).await
    }

    pub async fn administrator(&self) -> Caller {
        self.caller("admin@example.com", Role::Administrator).await
    }

    /// The account with this address, made when it is first asked for, without a password.
    pub async fn caller(&self, email: &str, role: Role) -> Caller {
        let cipher = &self.backend.cipher;
        let email_hash = cipher.keyed_hash("email", email);
        let name = email.split('@').next().unwrap_or_default();
        let existing = account::Entity::find()
            .filter(account::Column::EmailHash.eq(&email_hash))
            .one(&self.backend.database)
            .await
            .unwrap();
        let account = match existing {
            Some(account) => account,
            None => account::ActiveModel {
                email_hash: Set(email_hash),
                email_encrypted: Set(cipher.encrypt("account.email", email).unwrap()),
                display_name: Set(String::new()),
                display_name_encrypted: Set(Some(
                    cipher.encrypt("account.display_name", name).unwrap(),
                )),
                role: Set(role.code().to_owned()),
                language: Set("en".to_owned()),
                // Tests about these mails switch them on.
                mails_about_codes: Set(false),
                created_at: Set(to_millis(self.backend.now())),
                version: Set(1),
                ..Default::default()
            }
            .insert(&self.backend.database)
            .await
            .unwrap(),
        };
        Caller {
            account_id: account.id,
            role,
            session_id: format!("session of {email}"),
            email: email.to_owned(),
            display_name: name.to_owned(),
        }
    }

    /// A new server that may carry filings: prepaid for 12 months from today, with a public
    /// IP of its own (`203.0.113.10` for the first).
    pub async fn eligible_server(&self, holder: &Caller) -> cloud_server::Model {
        let servers = cloud_server::Entity::find()
            .all(&self.backend.database)
            .await
            .unwrap();
        let number = servers.len();
        let today = shanghai_date(self.backend.now());
        let end = today.checked_add_months(Months::new(12)).unwrap();
        cloud_server::ActiveModel {
            account_id: Set(holder.account_id),
            external_id: Set(format!("i-{number}")),
            name: Set(format!("vm-{number}")),
            region: Set("cn-north-1".to_owned()),
            mainland: Set(true),
            billing: Set("monthly_package".to_owned()),
            state: Set("running".to_owned()),
            term_starts_on: Set(Some(today.to_string())),
            term_ends_on: Set(Some(end.to_string())),
            public_ip: Set(Some(format!("203.0.113.{}", 10 + number))),
            codes_issued: Set(0),
            updated_at: Set(to_millis(self.backend.now())),
            version: Set(1),
            ..Default::default()
        }
        .insert(&self.backend.database)
        .await
        .unwrap()
    }

    /// A website of the holder's entity (made when it is missing) with live access here.
    ///
    /// `example-shop.cn` and `example-blog.cn` carry the ids under which the fake authority
    /// has them, and the shop's access is the only one; other domains get ids made up.
    pub async fn licensed_website(&self, holder: &Caller, domain: &str) -> website::Model {
        let entity = self.licensed_entity(holder).await;
        let websites = website::Entity::find()
            .all(&self.backend.database)
            .await
            .unwrap();
        let number = i64::try_from(websites.len()).unwrap() + 1;
        let known = [&demo::SHOP, &demo::BLOG]
            .into_iter()
            .find(|website| website.domain == domain);
        let made_up = DemoWebsite {
            name: "Another Website",
            domain: "",
            license_number: "",
            website_authority_id: 880_000 + number,
            domain_authority_id: 990_000 + number,
            access_authority_id: 120_000 + number,
            ip_authority_id: 660_000 + number,
            address: [203, 0, 113, 200].into(),
        };
        let facts = known.unwrap_or(&made_up);
        let license_number = known.map_or_else(
            || format!("{}-{number}", demo::HOLDER.license_number),
            |website| website.license_number.to_owned(),
        );
        let now = to_millis(self.backend.now());
        let website = website::ActiveModel {
            entity_id: Set(entity.id),
            state: Set("active".to_owned()),
            service_type: Set("website".to_owned()),
            name: Set(facts.name.to_owned()),
            license_number: Set(Some(license_number)),
            authority_id: Set(Some(facts.website_authority_id)),
            created_at: Set(now),
            version: Set(1),
            ..Default::default()
        }
        .insert(&self.backend.database)
        .await
        .unwrap();
        self.live_access(&website, domain, facts).await;
        website
    }

    /// The holder's licensed entity, made when it is first asked for.
    pub async fn licensed_entity(&self, holder: &Caller) -> entity::Model {
        let existing = entity::Entity::find()
            .filter(entity::Column::AccountId.eq(holder.account_id))
            .one(&self.backend.database)
            .await
            .unwrap();
        if let Some(entity) = existing {
            return entity;
        }
        entity::ActiveModel {
            account_id: Set(holder.account_id),
            state: Set("licensed".to_owned()),
            name: Set(demo::HOLDER.name.to_owned()),
            nature: Set(Some("enterprise".to_owned())),
            license_number: Set(Some(demo::HOLDER.license_number.to_owned())),
            authority_id: Set(Some(demo::HOLDER.entity_authority_id)),
            created_at: Set(to_millis(self.backend.now())),
            version: Set(1),
            ..Default::default()
        }
        .insert(&self.backend.database)
        .await
        .unwrap()
    }

    async fn live_access(&self, website: &website::Model, domain: &str, facts: &DemoWebsite) {
        let now = to_millis(self.backend.now());
        website_domain::ActiveModel {
            website_id: Set(website.id),
            name: Set(domain.to_owned()),
            authority_id: Set(Some(facts.domain_authority_id)),
            resolution: Set("yes".to_owned()),
            resolved_ip: Set(Some(facts.address.to_string())),
            resolution_since_at: Set(Some(now)),
            resolution_seen_at: Set(Some(now)),
            ..Default::default()
        }
        .insert(&self.backend.database)
        .await
        .unwrap();
        let access = access::ActiveModel {
            website_id: Set(website.id),
            state: Set("live".to_owned()),
            authority_id: Set(Some(facts.access_authority_id)),
            created_at: Set(now),
            version: Set(1),
            ..Default::default()
        }
        .insert(&self.backend.database)
        .await
        .unwrap();
        access_ip::ActiveModel {
            access_id: Set(access.id),
            address: Set(facts.address.to_string()),
            authority_id: Set(Some(facts.ip_authority_id)),
            ..Default::default()
        }
        .insert(&self.backend.database)
        .await
        .unwrap();
    }
}
