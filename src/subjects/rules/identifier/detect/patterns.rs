//! What identifiers look like in text: a table, the most certain first. Add a row, not an `if`.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::HOME;
use crate::subjects::rules::identifier::IdentifierKind::{
    self, Alipay, CompanyCode, Domain, Email, Parcel, Phone, Plate, Qq, Telegram, Url, Wechat, Whatsapp,
};

/// In which texts a pattern is looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Used {
    Always,
    /// Where numbers without a country code are Chinese.
    AtHome,
    /// Where they are not.
    Abroad,
}

/// One way to write one kind.
pub(super) struct Pattern {
    pub(super) kind: IdentifierKind,
    used: Used,
    /// The identifier is the group `id`, the word that says what it is the group `label`.
    regex: Regex,
    /// How often the end of a candidate may be cut off at a separator.
    pub(super) cuts: usize,
}

impl Pattern {
    pub(super) fn is_used(&self, country: Option<&str>) -> bool {
        let is_home = country.is_some_and(|country| country.eq_ignore_ascii_case(HOME));
        match self.used {
            Used::Always => true,
            Used::AtHome => is_home,
            Used::Abroad => !is_home,
        }
    }

    /// Where the identifier stands in each match.
    pub(super) fn candidates<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        self.regex.captures_iter(text).filter_map(|captures| {
            let id = captures.name("id")?;
            let is_labelled = captures.name("label").is_none_or(|label| {
                let before = &text[label.start()..id.start()];
                stands_before(text, label.start()) && (before.contains([':', '=', '@']) || has_digit(id.as_str()))
            });
            let kept = id
                .as_str()
                .trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '}', '\'', '"']);
            (is_labelled && !kept.is_empty()).then(|| id.start()..id.start() + kept.len())
        })
    }
}

/// A label is not the end of another word: `vx` is one, the end of `envx` is none.
fn stands_before(text: &str, start: usize) -> bool {
    let is_latin = text[start..].starts_with(|c: char| c.is_ascii_alphanumeric());
    let continues = text[..start].ends_with(|c: char| c.is_ascii_alphanumeric());
    !(is_latin && continues)
}

/// A word after a label without a colon may be any word: `WeChat official`.
fn has_digit(id: &str) -> bool {
    id.bytes().any(|byte| byte.is_ascii_digit())
}

/// What people put between a label and what it labels.
const BETWEEN: &str = r"[\s:=@是为号#→➡👉~.-]{0,6}";

pub(super) static PATTERNS: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    use Used::{Abroad, Always, AtHome};
    #[rustfmt::skip]
    let rows: [(IdentifierKind, Used, usize, &str, &str); 22] = [
        (Whatsapp,    Always, 0, "", r"(?:https?://)?(?:wa\.me/|api\.whatsapp\.com/send/?\?phone=)\+?[0-9]{7,15}"),
        (Telegram,    Always, 0, "", r"(?:https?://)?(?:t|telegram)\.me/[a-z][a-z0-9_]{3,31}"),
        (Url,         Always, 0, "", r#"https?://[!-~&&[^<>"\\^`{|}]]+"#),
        (Alipay,      Always, 0, r"支付宝|支付寶|zfb|alipay", r"2088[0-9]{12}|\+?(?:86)?1[3-9][0-9]{9}|[a-z0-9._+-]{1,64}@[a-z0-9.-]{3,100}"),
        (Email,       Always, 0, "", r"[a-z0-9][a-z0-9._%+-]{0,63}@(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}"),
        (Wechat,      Always, 0, r"微信号?|微訊|[薇威徽卫维]信号?|卫星号?|绿泡泡|v信|vx|wx|we ?chat(?: id)?|weixin|[加➕+][微薇威v❤]❤?|[微薇威]❤|[v微薇威] ?[:=]", r"[a-z][a-z0-9_-]{5,19}|1[3-9][0-9] ?[0-9]{4} ?[0-9]{4}"),
        (Whatsapp,    Always, 3, r"whats ?app|whats|wtsapp|zap(?:zap)?", r"\+?[0-9(][0-9 ().-]{6,18}[0-9]"),
        (Telegram,    Always, 0, r"telegram|电报|飞机|tg", r"[a-z][a-z0-9_]{3,31}"),
        (Qq,          Always, 0, r"qq群?号?|扣扣|企鹅|[加➕+]q|q ?[:=]", r"[1-9][0-9]{4,10}"),
        (CompanyCode, Always, 0, "", r"[0-9a-hj-npqrtuwxy]{2}[0-9]{6}[0-9a-hj-npqrtuwxy]{10}"),
        (Plate,       Always, 0, "", r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][a-hj-np-z][·•・ -]?[a-hj-np-z0-9]{4,5}[a-hj-np-z0-9挂学警港澳领]"),
        (Phone,       Always, 3, "", r"(?:\(?\+|00)[1-9][0-9 ().-]{6,18}[0-9]"),
        (Phone,       AtHome, 0, "", r"(?:86[ -]?)?1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}"),
        (Phone,       AtHome, 0, "", r"(?:86[ -]?)?1[3-9][0-9]{2}[ -]?[0-9]{3}[ -]?[0-9]{4}"),
        (Phone,       AtHome, 0, "", r"\(?0[1-9][0-9]{1,2}\)?[ -]?[0-9]{3,4}[ -]?[0-9]{4}"),
        (Phone,       AtHome, 0, "", r"[48]00[ -]?[0-9]{3,4}[ -]?[0-9]{3,4}"),
        (Phone,       Abroad, 1, "", r"\(?0?[1-9][0-9]{1,3}\)?[ -]?[0-9]{3,5}[ .-]?[0-9]{3,5}"),
        (Parcel,      Always, 0, "", r"(?:sf|yt|jt|jd[a-z]{0,2}|sto|zto|dpk|tba)[0-9]{10,18}"),
        (Parcel,      Always, 0, "", r"[a-z]{2}[0-9]{9}[a-z]{2}"),
        (Parcel,      Always, 0, r"(?:快递|运单|物流|包裹)(?:单号|编号|号码|单)?|单号|tracking(?: no\.?| number| code)?|rastreio|rastreamento", r"[a-z]{0,4}[0-9]{10,20}"),
        (Url,         Always, 0, "", r#"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,5}[a-z]{2,24}(?::[0-9]{2,5})?/[!-~&&[^<>"\\^`{|}]]+"#),
        (Domain,      Always, 0, "", r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,5}[a-z]{2,24}"),
    ];
    rows.into_iter()
        .map(|(kind, used, cuts, label, id)| pattern(kind, used, cuts, label, id))
        .collect()
});

fn pattern(kind: IdentifierKind, used: Used, cuts: usize, label: &str, id: &str) -> Pattern {
    let text = if label.is_empty() {
        format!("(?i)(?P<id>{id})")
    } else {
        format!("(?i)(?P<label>{label}){BETWEEN}(?P<id>{id})")
    };
    Pattern {
        kind,
        used,
        cuts,
        regex: Regex::new(&text).unwrap_or_else(|error| unreachable!("a pattern is wrong: {error}")),
    }
}
