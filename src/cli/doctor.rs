//! `doctor`.

use serde_json::json;

use super::{Failure, print};
use crate::{
    operations::doctor::{self, Check, State},
    platform::config::Config,
};

/// Looks at everything and prints what was found.
pub(super) async fn run(settings: &Result<Config, Failure>, as_json: bool) -> Result<(), Failure> {
    let checks = match settings {
        Ok(config) => doctor::examine(config).await,
        Err(failure) => vec![doctor::wrong_settings(&failure.to_string())],
    };
    let failed = checks.iter().filter(|check| check.state == State::Failed).count();
    if as_json {
        let report = json!({"ok": failed == 0, "version": env!("CARGO_PKG_VERSION"), "checks": checks});
        print(&format!("{report:#}\n"))?;
    } else {
        print(&checks.iter().map(line).collect::<String>())?;
    }
    match failed {
        0 => Ok(()),
        failed => Err(Failure::Failed(format!("{failed} of {} checks failed", checks.len()))),
    }
}

fn line(check: &Check) -> String {
    let state: &str = check.state.into();
    let state = if check.state == State::Failed {
        state.to_uppercase()
    } else {
        state.to_owned()
    };
    format!("{state:<8} {:<10} {}\n", check.name, check.found)
}
