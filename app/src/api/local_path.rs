/// `path` if it leads to a page of this system: nobody is sent elsewhere by a link to the
/// log-in page. Only characters that a header carries, so that it can be redirected to.
#[must_use]
pub fn local_path(path: &str) -> Option<&str> {
    let is_local = path.starts_with('/') && !path.starts_with("//");
    let is_plain = path
        .bytes()
        .all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    (is_local && is_plain).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::local_path;

    #[test]
    fn pages_of_this_system_are_local() {
        for path in [
            "/",
            "/console/codes?status=unused&page=%E5%A4%87",
            "/review#top",
        ] {
            assert_eq!(local_path(path), Some(path));
        }
    }

    #[test]
    fn addresses_elsewhere_are_not() {
        for path in [
            "",
            "console",
            "//elsewhere.example",
            "/\\elsewhere.example",
            "https://elsewhere.example",
            "/\t/elsewhere.example",
            "/a\r\nSet-Cookie: x=y",
            "/备案",
        ] {
            assert_eq!(local_path(path), None, "{path:?}");
        }
    }
}
