//! From templates to mails: minijinja fills in MJML and text, mrml turns the MJML into HTML that mail clients show.
//!
//! Whatever a template is given is escaped in MJML. Sentences come from the texts of the recipient's language, by
//! `t('key', n=3)`: `{n}` in the text is filled in, and `key.one` is taken where there is one of it.

use std::{collections::BTreeMap, sync::Arc};

use jiff::civil::Date;
use minijinja::{AutoEscape, Environment, ErrorKind, Value, syntax::SyntaxConfig, value::Kwargs};

use crate::{
    members::rules::Language,
    platform::error::{ApiError, Result},
};

/// A day as people write it: `Fri 27 Feb 2026`, `2026年2月27日（周五）`.
#[must_use]
pub fn day(date: Date, language: Language) -> String {
    match language {
        Language::En => date.strftime("%a %-d %b %Y").to_string(),
        Language::ZhHans => {
            let weekdays = ["一", "二", "三", "四", "五", "六", "日"];
            let weekday = weekdays[usize::from(date.weekday().to_monday_zero_offset().unsigned_abs())];
            let (year, month, day) = (date.year(), date.month(), date.day());
            format!("{year}年{month}月{day}日（周{weekday}）")
        }
    }
}

/// The sources of one kind of mail.
#[derive(Debug, Clone, Copy)]
pub struct Template {
    /// MJML that extends `layout.mjml`.
    pub mjml: &'static str,
    /// The same as text.
    pub text: &'static str,
    /// English sentences, a JSON object.
    pub en: &'static str,
    /// Chinese sentences with the same keys.
    pub zh_hans: &'static str,
}

/// A mail's text.
#[derive(Debug, Clone)]
pub struct Body {
    /// For clients that show HTML.
    pub html: String,
    /// For the others.
    pub text: String,
}

/// The sentences of one language.
#[derive(Debug, Clone)]
pub struct Texts(Arc<BTreeMap<String, String>>);

impl Texts {
    /// The sentence under a key with its places filled in.
    ///
    /// # Errors
    /// `INTERNAL` where there is no such sentence.
    pub fn say(&self, key: &str, values: &[(&str, String)]) -> Result<String> {
        let one = values.iter().any(|(name, value)| *name == "n" && value == "1");
        let found = one.then(|| self.0.get(&format!("{key}.one"))).flatten();
        let text = found
            .or_else(|| self.0.get(key))
            .ok_or_else(|| ApiError::internal(format!("there is no text {key:?}")))?;
        let fill = |text: String, (name, value): &(&str, String)| text.replace(&format!("{{{name}}}"), value);
        Ok(values.iter().fold(text.clone(), fill))
    }
}

const LAYOUT: &str = include_str!("templates/layout.mjml");

impl Template {
    /// The sentences of a language.
    ///
    /// # Errors
    /// `INTERNAL` where the source is broken.
    pub fn texts(&self, language: Language) -> Result<Texts> {
        let source = match language {
            Language::En => self.en,
            Language::ZhHans => self.zh_hans,
        };
        let texts = serde_json::from_str(source).map_err(ApiError::internal)?;
        Ok(Texts(Arc::new(texts)))
    }

    /// Renders a mail; `values` are an object.
    ///
    /// # Errors
    /// `INTERNAL` where a source is broken or a value is missing.
    pub fn render(&self, language: Language, values: &Value) -> Result<Body> {
        let environment = self.environment(language).map_err(ApiError::internal)?;
        let filled = |name: &str| {
            let template = environment.get_template(name).map_err(ApiError::internal)?;
            template.render(values).map_err(ApiError::internal)
        };
        let mjml = filled("mail.mjml")?;
        let parsed = mrml::parse(&mjml).map_err(ApiError::internal)?;
        let html = parsed
            .element
            .render(&mrml::prelude::render::RenderOptions::default())
            .map_err(ApiError::internal)?;
        Ok(Body {
            html,
            text: filled("mail.txt")?,
        })
    }

    fn environment(&self, language: Language) -> std::result::Result<Environment<'static>, minijinja::Error> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(minijinja::UndefinedBehavior::Strict);
        environment.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
        environment.set_auto_escape_callback(|name| {
            if name.ends_with(".mjml") {
                AutoEscape::Html
            } else {
                AutoEscape::None
            }
        });
        environment.add_template("layout.mjml", LAYOUT)?;
        environment.add_template("mail.mjml", self.mjml)?;
        environment.add_template("mail.txt", self.text)?;
        let broken = |error: ApiError| minijinja::Error::new(ErrorKind::InvalidOperation, error.message);
        let texts = self.texts(language).map_err(broken)?;
        environment.add_function("t", move |key: &str, values: Kwargs| {
            let names: Vec<&str> = values.args().collect();
            let values = names
                .into_iter()
                .map(|name| Ok((name, values.get::<Value>(name)?.to_string())))
                .collect::<std::result::Result<Vec<_>, minijinja::Error>>()?;
            texts.say(key, &values).map_err(broken)
        });
        Ok(environment)
    }
}

#[cfg(test)]
mod tests {
    use minijinja::context;
    use strum::VariantArray as _;

    use super::*;

    const TEMPLATE: Template = Template {
        mjml: "{% extends 'layout.mjml' %}{% block content %}<mj-section><mj-column><mj-text><a href=\"{{ link }}\">{{ title }}</a> {{ t('many', n=n) }}</mj-text></mj-column></mj-section>{% endblock %}",
        text: "{{ title }} {{ t('many', n=n) }}",
        en: r#"{"lang": "en", "many": "{n} things", "many.one": "one thing"}"#,
        zh_hans: r#"{"lang": "zh-Hans", "many": "{n} 件"}"#,
    };

    fn values(n: i32) -> Value {
        context! { subject => "S", preview => "P", n, title => "<script>alert(\"&\")</script> 假货", link => "https://a.example/?a=1&b=\"x" }
    }

    #[test]
    fn whatever_is_filled_in_stays_text() {
        for language in Language::VARIANTS {
            let body = TEMPLATE.render(*language, &values(2)).unwrap();
            assert!(!body.html.contains("<script>"), "{}", body.html);
            assert!(
                body.html.contains("&lt;script&gt;alert(&quot;&amp;&quot;)"),
                "{}",
                body.html
            );
            assert!(!body.html.contains("b=\"x"), "{}", body.html);
            assert!(body.text.contains("<script>alert(\"&\")</script> 假货"));
        }
    }

    #[test]
    fn sentences_follow_language_and_number() {
        let text = |language, n| TEMPLATE.render(language, &values(n)).unwrap().text;
        assert!(text(Language::En, 1).ends_with("one thing"));
        assert!(text(Language::En, 2).ends_with("2 things"));
        assert!(text(Language::ZhHans, 1).ends_with("1 件"));
    }

    #[test]
    fn days_are_written_as_people_write_them() {
        let day = jiff::civil::date(2026, 2, 27);
        assert_eq!(super::day(day, Language::En), "Fri 27 Feb 2026");
        assert_eq!(super::day(day, Language::ZhHans), "2026年2月27日（周五）");
    }

    #[test]
    fn nothing_is_loaded_from_elsewhere() {
        let html = TEMPLATE.render(Language::En, &values(1)).unwrap().html;
        assert!(!html.contains("fonts.googleapis"), "{html}");
        assert!(!html.contains("<img"), "{html}");
    }

    #[test]
    fn a_client_is_told_that_there_is_a_dark_look() {
        let html = TEMPLATE.render(Language::En, &values(1)).unwrap().html;
        assert!(html.contains("name=\"color-scheme\""), "{html}");
        assert!(html.contains("prefers-color-scheme: dark"), "{html}");
    }
}
