//! Addresses from a table in the settings, before any name server is asked.
//!
//! For domains whose public answer is not the one to go by (split DNS, a content network in
//! front of the provider) and for the demo, whose domains nobody has registered.

use ports::resolver::{ResolveError, Resolver};
use std::collections::BTreeMap;
use std::iter::successors;
use std::net::IpAddr;
use std::sync::Arc;

/// The table, and who is asked about every other domain.
#[derive(Debug)]
pub struct HostsResolver {
    hosts: BTreeMap<String, Vec<IpAddr>>,
    others: Arc<dyn Resolver>,
}

impl HostsResolver {
    /// An entry without addresses says that the domain has none. An entry holds for the names
    /// below its domain too (`www.`), unless they have one of their own.
    #[must_use]
    pub fn new(hosts: BTreeMap<String, Vec<IpAddr>>, others: Arc<dyn Resolver>) -> Self {
        let hosts = hosts
            .into_iter()
            .map(|(domain, addresses)| (key(&domain), addresses))
            .collect();
        Self { hosts, others }
    }
}

/// Names are compared without regard to case and a final dot.
fn key(domain: &str) -> String {
    domain.trim_end_matches('.').to_ascii_lowercase()
}

#[async_trait::async_trait]
impl Resolver for HostsResolver {
    async fn resolve(&self, domain: &str) -> Result<Vec<IpAddr>, ResolveError> {
        let name = key(domain);
        let and_above = successors(Some(name.as_str()), |name| Some(name.split_once('.')?.1));
        match and_above.filter_map(|name| self.hosts.get(name)).next() {
            Some(addresses) => Ok(addresses.clone()),
            None => self.others.resolve(domain).await,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io;

    #[derive(Debug)]
    struct Silent;

    #[async_trait::async_trait]
    impl Resolver for Silent {
        async fn resolve(&self, _domain: &str) -> Result<Vec<IpAddr>, ResolveError> {
            Err(ResolveError(Box::new(io::Error::from(
                io::ErrorKind::TimedOut,
            ))))
        }
    }

    #[tokio::test]
    async fn the_table_comes_first_and_others_are_asked_about_the_rest() {
        let address: IpAddr = "203.0.113.10".parse().unwrap();
        let hosts = [
            ("Example-Shop.cn".to_owned(), vec![address]),
            ("gone.cn".to_owned(), vec![]),
            ("old.example-shop.cn".to_owned(), vec![]),
        ];
        let resolver = HostsResolver::new(hosts.into(), Arc::new(Silent));
        assert_eq!(
            resolver.resolve("example-shop.CN.").await.unwrap(),
            [address]
        );
        assert_eq!(
            resolver.resolve("www.example-shop.cn").await.unwrap(),
            [address]
        );
        assert!(
            resolver
                .resolve("www.old.example-shop.cn")
                .await
                .unwrap()
                .is_empty()
        );
        assert!(resolver.resolve("myexample-shop.cn").await.is_err());
        assert_eq!(
            resolver.resolve("gone.cn").await.unwrap(),
            Vec::<IpAddr>::new()
        );
        assert!(resolver.resolve("elsewhere.cn").await.is_err());
    }
}
