//! What is wrong with the settings of signatures and of what comes back.

use lettre::Address;

use super::dkim::Dkim;
use crate::platform::config::Config;

/// Longest name before the `@` of the address to which bounces go: the mail's own name is put after it, and there is room for 64 letters.
const LONGEST: usize = 20;

/// What is wrong with the settings of signatures and of what comes back.
pub(in crate::platform) fn mistakes(config: &Config) -> Vec<String> {
    let mut mistakes = Vec::new();
    let is_name = |text: &str| {
        text.split('.')
            .all(|part| !part.is_empty() && part.chars().all(is_letter))
    };
    let (domain, selector) = (config.dkim_domain.trim(), config.dkim_selector.trim());
    if domain.is_empty() && !config.dkim_key.as_os_str().is_empty() {
        mistakes.push("dkim_key: give it together with dkim_domain".to_owned());
    }
    if !domain.is_empty() {
        for (key, value) in [("dkim_domain", domain), ("dkim_selector", selector)] {
            if !is_name(value) {
                mistakes.push(format!("{key}: must be a name of the DNS"));
            }
        }
        mistakes.extend(Dkim::of(config).err().map(|mistake| mistake.to_string()));
    }
    let bounce = config.bounce_address.trim();
    let local = bounce.parse::<Address>().ok().map(|address| address.user().len());
    if !bounce.is_empty() && local.is_none_or(|local| local > LONGEST) {
        mistakes.push("bounce_address: must be an address with at most 20 letters before the @".to_owned());
    }
    if bounce.is_empty() && !config.bounce_dir.as_os_str().is_empty() {
        mistakes.push("bounce_dir: give it together with bounce_address".to_owned());
    }
    mistakes
}

fn is_letter(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_')
}
