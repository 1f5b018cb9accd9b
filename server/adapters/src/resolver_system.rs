//! Domain names asked from the name servers that the machine is set up with.
//!
//! hickory-resolver rather than the C library: only it tells "the domain has no address"
//! from "no server answered", and blocking a website must not rest on the second.

#[cfg(test)]
mod tests;

use hickory_resolver::config::LookupIpStrategy;
use hickory_resolver::net::NetError;
use hickory_resolver::net::runtime::TokioRuntimeProvider;
use hickory_resolver::{ResolverBuilder, TokioResolver};
use ports::resolver::{ResolveError, Resolver};
use std::net::IpAddr;

/// The machine's name servers.
#[derive(Debug)]
pub struct SystemResolver {
    resolver: TokioResolver,
}

impl SystemResolver {
    /// Reads the machine's configuration; makes no query.
    ///
    /// # Errors
    /// When the configuration cannot be read.
    pub fn new() -> Result<Self, ResolveError> {
        TokioResolver::builder_tokio()
            .and_then(Self::build)
            .map_err(|error| ResolveError(Box::new(error)))
    }

    fn build(mut builder: ResolverBuilder<TokioRuntimeProvider>) -> Result<Self, NetError> {
        builder.options_mut().ip_strategy = LookupIpStrategy::Ipv4AndIpv6;
        let resolver = builder.build()?;
        Ok(Self { resolver })
    }
}

#[async_trait::async_trait]
impl Resolver for SystemResolver {
    async fn resolve(&self, domain: &str) -> Result<Vec<IpAddr>, ResolveError> {
        // The final dot keeps the machine's search domains out.
        let name = format!("{}.", domain.trim_end_matches('.'));
        match self.resolver.lookup_ip(name).await {
            Ok(addresses) => Ok(addresses.iter().collect()),
            Err(error) if error.is_no_records_found() => Ok(Vec::new()),
            Err(error) => Err(ResolveError(Box::new(error))),
        }
    }
}
