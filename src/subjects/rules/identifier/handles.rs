//! Accounts by which people are reached and paid: WeChat, QQ, WhatsApp, Alipay, Telegram.

use super::{Hints, Outcome, Parsed, Refusal, Strength, online, phone, writing};

/// A WeChat id, in small letters because WeChat does not tell case, or the mobile number that the account is found by.
/// Numbers without a country are Chinese: nobody else gives one as his WeChat.
pub(super) fn wechat(text: &str) -> Outcome {
    if let Some(parsed) = mobile(text, "wechat-1") {
        return parsed;
    }
    let id = text.to_ascii_lowercase();
    let is_id = (6..=20).contains(&id.len()) && starts_with_letter(&id) && id.bytes().all(is_word_or_dash);
    accept(is_id, id, "wechat-1")
}

/// A QQ number: five to eleven digits.
pub(super) fn qq(text: &str) -> Outcome {
    let number = writing::compact(text, "");
    let is_number = (5..=11).contains(&number.len())
        && !number.starts_with('0')
        && number.bytes().all(|byte| byte.is_ascii_digit());
    accept(is_number, number, "qq-1")
}

/// A telephone number, or the link that opens a chat with it.
pub(super) fn whatsapp(text: &str, hints: &Hints<'_>) -> Outcome {
    let text = without_scheme(text);
    let linked = [
        "wa.me/",
        "api.whatsapp.com/send?phone=",
        "api.whatsapp.com/send/?phone=",
    ]
    .iter()
    .find_map(|link| text.strip_prefix(link));
    let parsed = match linked {
        Some(rest) => {
            let end = rest.find(['?', '&', '/']).unwrap_or(rest.len());
            phone::parse(&format!("+{}", rest[..end].trim_start_matches('+')), hints)?
        }
        None => phone::parse(text, hints)?,
    };
    Ok(Parsed {
        rule: "whatsapp-1",
        ..parsed
    })
}

/// The number of an account, which begins with 2088, or the Chinese mobile number or e-mail address it is paid by.
pub(super) fn alipay(text: &str) -> Outcome {
    let rule = "alipay-1";
    if text.contains('@') {
        return online::email(text).map(|parsed| Parsed { rule, ..parsed });
    }
    if let Some(parsed) = mobile(text, rule) {
        return parsed;
    }
    let number = writing::compact(text, "");
    let is_number =
        number.len() == 16 && number.starts_with("2088") && number.bytes().all(|byte| byte.is_ascii_digit());
    accept(is_number, number, rule)
}

/// A user name, in small letters because Telegram does not tell case, or the link that opens it.
pub(super) fn telegram(text: &str) -> Outcome {
    let text = without_scheme(text);
    let text = ["t.me/", "telegram.me/", "@"]
        .iter()
        .find_map(|before| text.strip_prefix(before))
        .unwrap_or(text);
    let name = text.trim_end_matches('/').to_ascii_lowercase();
    let is_name = (4..=32).contains(&name.len())
        && starts_with_letter(&name)
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    accept(is_name, name, "telegram-1")
}

/// The account of a mobile number, where the text looks like one.
fn mobile(text: &str, rule: &'static str) -> Option<Outcome> {
    let has_letters = text.chars().any(char::is_alphabetic);
    let number = phone::number(text, Some("CN")).ok()?;
    (!has_letters && phone::is_mobile(&number)).then(|| {
        Ok(Parsed {
            norm: phone::e164(&number),
            display: phone::e164(&number),
            masked: phone::masked(&number),
            rule,
            strength: Strength::Strong,
        })
    })
}

fn accept(is_one: bool, norm: String, rule: &'static str) -> Outcome {
    if !is_one {
        return Err(Refusal::NotThisKind);
    }
    Ok(Parsed {
        display: norm.clone(),
        masked: writing::masked(&norm),
        norm,
        rule,
        strength: Strength::Strong,
    })
}

fn without_scheme(text: &str) -> &str {
    let text = text
        .strip_prefix("https://")
        .or(text.strip_prefix("http://"))
        .unwrap_or(text);
    text.strip_prefix("www.").unwrap_or(text)
}

fn starts_with_letter(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
}

fn is_word_or_dash(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn norm(outcome: Outcome) -> Option<String> {
        outcome.ok().map(|parsed| parsed.norm)
    }

    #[test]
    fn wechat_ids_and_the_numbers_they_are_found_by() {
        let cases = [
            ("Shoes_Wang88", Some("shoes_wang88")),
            ("wxid_a1b2c3d4e5f622", Some("wxid_a1b2c3d4e5f622")),
            ("138 0013 8000", Some("+8613800138000")),
            ("+86 13800138000", Some("+8613800138000")),
            ("short", None),
            ("1shoes88", None),
            ("鞋王shoes88", None),
            ("0571-88888888", None),
            ("123456789", None),
        ];
        for (text, expected) in cases {
            assert_eq!(norm(wechat(text)).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn qq_numbers() {
        let cases = [
            ("1234 5678", Some("12345678")),
            ("01234567", None),
            ("1234", None),
            ("123456789012", None),
            ("12a456", None),
        ];
        for (text, expected) in cases {
            assert_eq!(norm(qq(text)).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn whatsapp_numbers_and_links() {
        let hints = Hints::default();
        for text in [
            "+86 138 0013 8000",
            "https://wa.me/8613800138000?text=hi",
            "api.whatsapp.com/send?phone=8613800138000",
        ] {
            assert_eq!(
                norm(whatsapp(text, &hints)).as_deref(),
                Some("+8613800138000"),
                "{text}"
            );
        }
        assert!(matches!(whatsapp("13800138000", &hints), Err(Refusal::CountryNeeded)));
    }

    #[test]
    fn alipay_accounts() {
        let cases = [
            ("2088 1234 5678 9012", Some("2088123456789012")),
            ("13800138000", Some("+8613800138000")),
            ("Pay@Shop.Example", Some("pay@shop.example")),
            ("1088123456789012", None),
        ];
        for (text, expected) in cases {
            assert_eq!(norm(alipay(text)).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn telegram_names_and_links() {
        for text in [
            "@Best_Reps",
            "best_reps",
            "https://t.me/best_reps",
            "telegram.me/Best_Reps/",
        ] {
            assert_eq!(norm(telegram(text)).as_deref(), Some("best_reps"), "{text}");
        }
        for text in ["abc", "_best", "best-reps", "t.me/+AbCdEf", "t.me/best/12"] {
            assert_eq!(norm(telegram(text)), None, "{text}");
        }
    }
}
