//! A page whose program fails goes on as it does without JavaScript.

use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};

use super::split::LINK;

/// Stands between the page and the program.
const PROGRAM: &str = include_str!("program.js");

/// Has every call of the program, and every module that does not come, go through `program.js`.
///
/// # Errors
/// When a file cannot be read or written, or the scripts are not as this step knows them.
pub fn run(name: &str, folder: &Path) -> Result<()> {
    let script = folder.join(format!("{name}.js"));
    fs::write(&script, guarded(&fs::read_to_string(&script)?)?)?;
    let link = folder.join(LINK);
    fs::write(&link, reported(name, &fs::read_to_string(&link)?)?)?;
    Ok(())
}

/// The program's script, with `return call(f, …)` where it calls a closure of the program.
fn guarded(script: &str) -> Result<String> {
    const BEFORE: &str = "return f(";
    // One place for closures that may be called while they run, one for those that may not.
    ensure!(
        script.matches(BEFORE).count() == 2,
        "the program's script does not call closures as before"
    );
    Ok(format!(
        "{PROGRAM}{}",
        script.replace(BEFORE, "return call(f, ")
    ))
}

/// The script that loads modules, where one that does not come is a failure of the program.
fn reported(name: &str, link: &str) -> Result<String> {
    const BEFORE: &str = "console.error(e);";
    ensure!(
        link.matches(BEFORE).count() == 1,
        "the loader of modules does not report failures as before"
    );
    let script = link.replace(BEFORE, "fail(e);");
    Ok(format!("import {{ fail }} from \"./{name}.js\";\n{script}"))
}

#[cfg(test)]
mod tests {
    use super::{guarded, reported};

    #[test]
    fn closures_are_called_through_the_guard() {
        let script = guarded("return f(a, state.b, ...args);\nreturn f(state.a);").unwrap();
        assert!(
            script.ends_with("return call(f, a, state.b, ...args);\nreturn call(f, state.a);"),
            "{script}"
        );
        assert!(script.contains("export function call("), "{script}");
    }

    #[test]
    fn a_module_that_does_not_come_is_a_failure() {
        let script = reported("license", "catch (e) { console.error(e); }").unwrap();
        assert_eq!(
            script,
            "import { fail } from \"./license.js\";\ncatch (e) { fail(e); }"
        );
    }

    #[test]
    fn other_scripts_than_those_known_are_an_error() {
        assert!(guarded("return f();").is_err());
        assert!(reported("license", "").is_err());
    }
}
