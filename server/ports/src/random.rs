//! The only source of randomness that reaches a decision or a secret.

use std::fmt::Debug;

/// Fills buffers with unpredictable bytes.
pub trait Random: Debug + Send + Sync {
    /// Overwrites every byte of `buffer`.
    fn fill(&self, buffer: &mut [u8]);
}

/// The operating system's generator.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemRandom;

impl Random for SystemRandom {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that draws randomness"
    )]
    fn fill(&self, buffer: &mut [u8]) {
        rand::fill(buffer);
    }
}
