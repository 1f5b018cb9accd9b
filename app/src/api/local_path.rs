use crate::routes::Path;

/// Parameters by which a page shows why a form without JavaScript was refused: the function, its
/// error, and the proof that we wrote both. They belong to one answer, so that no address that
/// somebody goes on to has them.
pub const ERROR_PARAMETERS: [&str; 3] = ["__path", "__err", "__proof"];
/// Longer ones are no links of ours.
const LONGEST: usize = 2_000;

/// `address` without the error of a form, if it is a page of this system: nobody is sent
/// elsewhere, nor to an address that has no page, by a link to the log-in page. Only characters
/// that a header carries, so that it can be redirected to.
#[must_use]
pub fn local_path(address: &str) -> Option<String> {
    let is_plain = address
        .bytes()
        .all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    let (address, fragment) = split(address, '#');
    let (path, query) = split(address, '?');
    let is_ours = is_plain && address.len() <= LONGEST && is_page(path);
    is_ours.then(|| {
        let query = without_error(query);
        let mark = |mark, text: &str| match text {
            "" => String::new(),
            text => format!("{mark}{text}"),
        };
        format!("{path}{}{}", mark('?', &query), mark('#', fragment))
    })
}

/// A query without what a refused form has put there.
#[must_use]
pub fn without_error(query: &str) -> String {
    let kept: Vec<_> = query
        .split('&')
        .filter(|pair| {
            // Links that are made of a page's query have the underlines encoded.
            let name = split(pair, '=').0.replace("%5F", "_");
            !ERROR_PARAMETERS.contains(&name.as_str())
        })
        .collect();
    kept.join("&")
}

fn split(text: &str, mark: char) -> (&str, &str) {
    text.split_once(mark).unwrap_or((text, ""))
}

/// Whether a page answers at this path: forms' targets are none.
fn is_page(path: &str) -> bool {
    let targets = [Path::LogOut, Path::SetLanguage, Path::SetAppearance].map(Path::pattern);
    let mut pages = Path::PATTERNS
        .iter()
        .filter(|pattern| !targets.contains(pattern));
    pages.any(|pattern| match pattern.split_once(":id") {
        None => path == *pattern,
        Some((before, after)) => path
            .strip_prefix(before)
            .and_then(|rest| rest.strip_suffix(after))
            .is_some_and(|id| id.parse::<u32>().is_ok()),
    })
}

#[cfg(test)]
mod tests {
    use super::{is_page, local_path};
    use crate::routes::Path;

    #[test]
    fn pages_of_this_system_are_local() {
        for path in [
            "/",
            "/console/codes?status=unused&page=%E5%A4%87",
            "/console/websites/7/cancel-access",
            "/review/applications/7?dialog=reject",
            "/review#top",
        ] {
            assert_eq!(local_path(path).as_deref(), Some(path));
        }
    }

    #[test]
    fn every_page_is_known_by_its_pattern() {
        for pattern in Path::PATTERNS {
            let is_target = ["/logout", "/language", "/appearance"].contains(pattern);
            let path = pattern.replace(":id", "12");
            assert_eq!(is_page(&path), !is_target, "{pattern}");
        }
    }

    #[test]
    fn addresses_elsewhere_are_not() {
        for path in [
            "",
            "console",
            "//elsewhere.example",
            "/.//elsewhere.example/",
            "/\\elsewhere.example",
            "https://elsewhere.example",
            "/\t/elsewhere.example",
            "/a\r\nSet-Cookie: x=y",
            "/备案",
            "/logout",
            "/no-such-page",
            "/console/../login",
            "/console/websites/x",
            "/console/websites/7/8",
            "/console/",
        ] {
            assert_eq!(local_path(path), None, "{path:?}");
        }
        let long = format!("/console/codes?search={}", "x".repeat(2_000));
        assert_eq!(local_path(&long), None);
    }

    #[test]
    fn the_error_of_a_form_stays_behind() {
        assert_eq!(
            local_path("/login?way=code&__path=%2Fapi&__err=AQ&__proof=00").as_deref(),
            Some("/login?way=code")
        );
        for address in ["/login?__err=AQ", "/login?%5F%5Ferr=AQ"] {
            assert_eq!(local_path(address).as_deref(), Some("/login"));
        }
    }
}
