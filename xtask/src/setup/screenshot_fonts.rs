//! The typeface of the README's pictures: Debian's own for Latin letters is dated.

use std::fs;

use anyhow::Result;

use super::debian;

/// Installs Inter, which the style sheets name, unless it is there.
///
/// # Errors
/// When apt is missing or fails.
pub fn install() -> Result<()> {
    if fs::exists("/usr/share/fonts/opentype/inter/Inter-Regular.otf")? {
        return Ok(());
    }
    debian::install(&["fonts-inter"])
}
