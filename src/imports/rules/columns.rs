//! Which column of a table goes where, and what its header word suggests.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::platform::text::fold;

/// Most columns that a mapping names.
pub const MAX_MAPPED: usize = 100;

/// Where a column goes.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    IntoStaticStr,
    EnumString,
    VariantArray,
    Serialize,
    Deserialize,
)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Field {
    /// The title of the lead and of its item.
    Title,
    /// Into the summary, under its header.
    Summary,
    /// The listing's address.
    Url,
    /// The platform's name.
    Platform,
    /// The platform's id of the listing.
    ListingId,
    /// Who offers it.
    Seller,
    /// The platform's id of the seller.
    ShopId,
    /// For how much.
    Price,
    /// The price's currency, by ISO 4217.
    Currency,
    /// When it was seen.
    CapturedAt,
    /// The brand's name.
    Brand,
    /// The country, by ISO 3166-1.
    Country,
    /// What is wrong with the goods.
    InfringementType,
    /// How far it may travel.
    Tlp,
    /// Words it is filed under, with commas between them.
    Tags,
    /// A telephone number; kept for later.
    Phone,
    /// An e-mail address; kept for later.
    Email,
}

/// A column of a mapping: the name in the first row and where it goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its name.
    pub column: String,
    /// Where it goes.
    pub field: Field,
}

/// Which columns go where; the others are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// The columns, each at most once.
    pub columns: Vec<Column>,
}

impl Mapping {
    /// What the names of columns suggest; of several that suggest the same, the first one, but into the summary all.
    #[must_use]
    pub fn suggested(names: &[String]) -> Self {
        let columns = names.iter().zip(suggestions(names)).filter_map(|(column, field)| {
            Some(Column {
                column: column.clone(),
                field: field?,
            })
        });
        Self {
            columns: columns.collect(),
        }
    }
}

/// Words that stand in headers, folded, from the plainest to those that only begin so.
const WORDS: &[(Field, &[&str])] = &[
    (
        Field::Url,
        &[
            "url",
            "link",
            "listing url",
            "web address",
            "address",
            "链接",
            "商品链接",
            "网址",
            "地址",
            "endereco",
            "pagina",
        ],
    ),
    (
        Field::Title,
        &[
            "title",
            "name",
            "product",
            "item",
            "listing",
            "product name",
            "标题",
            "商品",
            "商品名称",
            "商品标题",
            "名称",
            "titulo",
            "produto",
            "nome",
            "anuncio",
        ],
    ),
    (
        Field::Summary,
        &[
            "summary",
            "description",
            "notes",
            "note",
            "remark",
            "remarks",
            "comment",
            "details",
            "描述",
            "说明",
            "备注",
            "详情",
            "descricao",
            "observacao",
            "observacoes",
            "resumo",
            "detalhes",
        ],
    ),
    (
        Field::Platform,
        &["platform", "marketplace", "site", "平台", "电商平台", "plataforma"],
    ),
    (
        Field::ListingId,
        &[
            "listing id",
            "item id",
            "product id",
            "goods id",
            "sku",
            "商品id",
            "商品编号",
            "宝贝id",
            "id do anuncio",
            "id do produto",
        ],
    ),
    (
        Field::Seller,
        &[
            "seller",
            "vendor",
            "shop",
            "store",
            "seller name",
            "shop name",
            "卖家",
            "店铺",
            "店铺名称",
            "商家",
            "vendedor",
            "loja",
        ],
    ),
    (
        Field::ShopId,
        &[
            "shop id",
            "seller id",
            "store id",
            "店铺id",
            "卖家id",
            "id do vendedor",
            "id da loja",
        ],
    ),
    (
        Field::Price,
        &[
            "price",
            "amount",
            "unit price",
            "价格",
            "单价",
            "售价",
            "preco",
            "valor",
        ],
    ),
    (Field::Currency, &["currency", "币种", "货币", "moeda"]),
    (
        Field::CapturedAt,
        &[
            "captured at",
            "collected at",
            "date",
            "seen at",
            "time",
            "timestamp",
            "采集时间",
            "日期",
            "时间",
            "发现时间",
            "data",
            "data da coleta",
        ],
    ),
    (Field::Brand, &["brand", "mark", "trademark", "品牌", "商标", "marca"]),
    (Field::Country, &["country", "国家", "pais"]),
    (
        Field::InfringementType,
        &[
            "infringement",
            "infringement type",
            "type of infringement",
            "violation",
            "侵权类型",
            "tipo de infracao",
            "infracao",
        ],
    ),
    (Field::Tlp, &["tlp", "marking", "交通灯协议"]),
    (
        Field::Tags,
        &[
            "tags",
            "tag",
            "labels",
            "keywords",
            "category",
            "标签",
            "分类",
            "类目",
            "categoria",
            "etiquetas",
        ],
    ),
    (
        Field::Phone,
        &[
            "phone",
            "telephone",
            "mobile",
            "phone number",
            "电话",
            "手机",
            "联系电话",
            "telefone",
            "celular",
        ],
    ),
    (
        Field::Email,
        &[
            "email",
            "e mail",
            "mail",
            "email address",
            "邮箱",
            "电子邮箱",
            "correio eletronico",
        ],
    ),
];

/// What the name of each column suggests.
#[must_use]
pub fn suggestions(names: &[String]) -> Vec<Option<Field>> {
    let mut taken = std::collections::HashSet::new();
    names
        .iter()
        .map(|name| {
            let field = suggestion(name)?;
            (field == Field::Summary || taken.insert(field)).then_some(field)
        })
        .collect()
}

fn suggestion(name: &str) -> Option<Field> {
    let name = plain(name);
    let is_whole = |(_, words): &&(Field, &[&str])| words.contains(&name.as_str());
    WORDS.iter().find(is_whole).map(|(field, _)| *field)
}

/// A header without case, accents and punctuation.
fn plain(name: &str) -> String {
    use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};
    let bare: String = fold(name).nfd().filter(|c| !is_combining_mark(*c)).collect();
    let words = bare
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_in_three_languages_suggest_their_fields() {
        for (name, field) in [
            ("URL", Some(Field::Url)),
            ("Listing_ID", Some(Field::ListingId)),
            ("店铺名称", Some(Field::Seller)),
            ("商品链接", Some(Field::Url)),
            ("Preço", Some(Field::Price)),
            ("Descrição", Some(Field::Summary)),
            ("E-Mail", Some(Field::Email)),
            ("canonical_url", None),
            ("x", None),
        ] {
            assert_eq!(suggestion(name), field, "{name}");
        }
    }

    #[test]
    fn no_field_is_suggested_twice_but_the_summary() {
        let names = ["title", "标题", "notes", "备注"].map(str::to_owned);
        assert_eq!(
            suggestions(&names),
            [Some(Field::Title), None, Some(Field::Summary), Some(Field::Summary)]
        );
    }
}
