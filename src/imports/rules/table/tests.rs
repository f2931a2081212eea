use super::*;
use crate::{leads::rules::InfringementType, permissions::audience::Tlp};

fn read(text: &str) -> Parsed {
    parse(text.as_bytes(), None).unwrap()
}

#[test]
fn a_row_becomes_a_lead_by_what_its_columns_are_called() {
    let parsed = read(
        "标题;链接;店铺名称;价格;币种;日期;TLP;tags;侵权类型;email;备注\n\
         \"单肩包; 工厂\";item.taobao.com/item.htm?id=99900000001;潮品仓库;1.299,00;CNY;2026-03-08;tlp:white;a,b;假冒;a@b.example;同款\n",
    );
    assert_eq!(parsed.elements[0].verdict, Verdict::Understood, "{:?}", parsed.elements);
    let lead = &parsed.leads[0];
    assert_eq!((lead.title.as_str(), lead.tlp), ("单肩包; 工厂", Some(Tlp::Clear)));
    assert_eq!(lead.types, [InfringementType::Counterfeit]);
    assert_eq!((lead.tags.len(), parsed.subjects.len()), (2, 1));
    let item = &lead.items[0];
    assert_eq!(item.price.as_ref().map(|price| price.minor), Some(129_900));
    assert_eq!(
        (item.seller.as_deref(), item.captured_at),
        (Some("潮品仓库"), Some(1_772_928_000_000_000))
    );
    assert!(lead.summary.as_deref().unwrap().contains("同款"));
}

#[test]
fn what_a_row_lacks_is_told() {
    let parsed = read(
        "title,url,price,currency,country,tlp\n\
         ,,,,,\n\
         x,ftp://a.example,,,,\n\
         ,,5,CNY,,\n\
         x,,viele,CNY,China,secret\n\
         ,https://a.example,,,,,more\n\
         x,https://b.example,,,\n",
    );
    let told: Vec<_> = parsed
        .elements
        .iter()
        .map(|element| (element.at.as_str(), element.verdict, element.reason))
        .collect();
    assert_eq!(
        told,
        [
            ("line 2", Verdict::Skipped, Some(Reason::Empty)),
            ("line 3", Verdict::Skipped, Some(Reason::NotWebAddress)),
            ("line 4", Verdict::Skipped, Some(Reason::NoTitle)),
            ("line 5", Verdict::Partly, Some(Reason::UnreadableValue)),
            ("line 6", Verdict::Partly, Some(Reason::Malformed)),
            ("line 7", Verdict::Understood, None),
        ]
    );
    assert_eq!(parsed.elements[3].fields, ["COUNTRY", "TLP", "PRICE"]);
    assert_eq!(parsed.leads[0].tlp, Some(Tlp::Amber));
    assert_eq!(parsed.leads[1].title, "https://a.example");
}

#[test]
fn encodings_and_delimiters_are_told_by_the_bytes() {
    let chinese = "标题\t链接\n鞋\thttps://a.example\n";
    let utf_16: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(chinese.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let (gb, _, _) = GB18030.encode(chinese);
    let with_mark = [b"\xef\xbb\xbf".as_slice(), chinese.as_bytes()].concat();
    for (bytes, encoding) in [
        (chinese.as_bytes().to_vec(), "UTF-8"),
        (with_mark, "UTF-8"),
        (utf_16, "UTF-16LE"),
        (gb.into_owned(), "gb18030"),
    ] {
        let sheet = sheet(&bytes).unwrap();
        assert_eq!((sheet.encoding, sheet.delimiter), (encoding, '\t'));
        assert_eq!(sheet.columns, ["标题", "链接"]);
        assert_eq!(sheet.samples, [["鞋", "https://a.example"]]);
        assert_eq!(parse(&bytes, None).unwrap().leads[0].title, "鞋");
    }
    let error = sheet(b"a,b\n\xff\xff").unwrap_err();
    assert_eq!((error.line, error.column), (None, Some(5)), "{error}");
    for (text, delimiter) in [("a,b;c;d", ';'), ("a", ','), ("\"a;b;c\",d", ','), ("a\tb,c\td", '\t')] {
        assert_eq!(sheet(text.as_bytes()).unwrap().delimiter, delimiter, "{text}");
    }
}

#[test]
fn columns_have_names_of_their_own() {
    let sheet = sheet(b"a,,a,\xe2\x80\x8b,a").unwrap();
    assert_eq!(sheet.columns, ["a", "#2", "a (2)", "#4", "a (3)"]);
    for text in ["", "\n\n", ",,\n1,2,3"] {
        assert!(super::sheet(text.as_bytes()).is_err(), "{text:?}");
    }
    assert!(super::sheet(",".repeat(100).replace(',', "x,").as_bytes()).is_err());
}

#[test]
fn a_mapping_says_otherwise() {
    use super::super::columns::Column;
    let column = |column: &str, field| Column {
        column: column.to_owned(),
        field,
    };
    let mapping = Mapping {
        columns: vec![
            column("b", Field::Title),
            column("title", Field::Summary),
            column("a", Field::Summary),
        ],
    };
    let parsed = parse(b"title,a,b\none,two,three\n", Some(&mapping)).unwrap();
    assert_eq!(parsed.leads[0].title, "three");
    assert_eq!(parsed.leads[0].summary.as_deref(), Some("title: one\na: two"));
}

#[test]
fn amounts_are_read_as_people_write_them() {
    for (text, expected) in [
        ("R$ 1.234,56", Some("1234.56")),
        ("1,234.5", Some("1234.5")),
        ("65,73", Some("65.73")),
        ("1.234", Some("1234")),
        ("1.234.567", Some("1234567")),
        ("12", Some("12")),
        ("1.23.4", None),
        ("12,34.567.8", None),
    ] {
        assert_eq!(amount(text).as_deref(), expected, "{text}");
    }
}
