//! Where a domain points today.

use std::fmt::Debug;
use std::net::IpAddr;

/// A look-up that gave no answer; the domain may still exist.
#[derive(Debug, thiserror::Error)]
#[error("the name servers gave no answer")]
pub struct ResolveError(#[source] pub Box<dyn std::error::Error + Send + Sync>);

/// Resolves domain names. Called by jobs only.
#[async_trait::async_trait]
pub trait Resolver: Debug + Send + Sync {
    /// Addresses the domain has now; empty when it has none.
    async fn resolve(&self, domain: &str) -> Result<Vec<IpAddr>, ResolveError>;
}
