use proptest::prelude::*;

use super::*;

fn found<'a>(text: &'a str, hints: &Hints<'_>) -> Vec<(&'static str, &'a str)> {
    detect(text, hints)
        .into_iter()
        .map(|hit| (hit.kind.into(), hit.raw))
        .collect()
}

fn in_chinese(text: &str) -> Vec<(&'static str, &str)> {
    found(text, &Hints::default())
}

#[test]
fn what_sellers_write_in_china() {
    #[rustfmt::skip]
    let cases: &[(&str, &[(&str, &str)])] = &[
        ("顶级复刻一比一，加微信：shoes_wang88 看图", &[("WECHAT", "shoes_wang88")]),
        ("莆田纯原工厂直供，➕V xie88888 一件代发", &[("WECHAT", "xie88888")]),
        ("高仿手表V信13800138000可放店", &[("WECHAT", "13800138000")]),
        ("需要的加薇❤ wxid_abc123def456", &[("WECHAT", "wxid_abc123def456")]),
        ("ＶＸ：ａｂｃ＿12345，Ｑ Ｑ不用", &[("WECHAT", "ａｂｃ＿12345")]),
        ("V：shoeswang，卫星 xie_88888", &[("WECHAT", "shoeswang"), ("WECHAT", "xie_88888")]),
        ("wx:toplv_2024 / qq 123456789", &[("WECHAT", "toplv_2024"), ("QQ", "123456789")]),
        ("QQ群：987654321 扣扣12345678", &[("QQ", "987654321"), ("QQ", "12345678")]),
        ("手机１３８　００１３　８０００（微信同号）", &[("PHONE", "１３８　００１３　８０００")]),
        ("电话①③⑧00138000招代理", &[("PHONE", "①③⑧00138000")]),
        ("138\u{200b}0013\u{200b}8000 15900000000", &[("PHONE", "138\u{200b}0013\u{200b}8000"), ("PHONE", "15900000000")]),
        ("固话0571-88888888，客服400-810-8888", &[("PHONE", "0571-88888888"), ("PHONE", "400-810-8888")]),
        ("whatsapp +86 138 0013 8000 or https://wa.me/8613800138000", &[
            ("WHATSAPP", "+86 138 0013 8000"), ("WHATSAPP", "https://wa.me/8613800138000"),
        ]),
        ("Telegram: @best_reps t.me/best_reps2", &[("TELEGRAM", "best_reps"), ("TELEGRAM", "t.me/best_reps2")]),
        ("支付宝 13800138000 或 zfb：pay@shop.com", &[("ALIPAY", "13800138000"), ("ALIPAY", "pay@shop.com")]),
        ("邮箱boss@fake-shoes.com，官网www.fake-shoes.com。", &[("EMAIL", "boss@fake-shoes.com"), ("DOMAIN", "www.fake-shoes.com")]),
        ("看图x.yupoo.com/albums/123?uid=1，或https://shop.example.com/a).", &[
            ("URL", "x.yupoo.com/albums/123?uid=1"), ("URL", "https://shop.example.com/a"),
        ]),
        ("统一社会信用代码91350100M000100Y43", &[("COMPANY_CODE", "91350100M000100Y43")]),
        ("发货车牌粤B·D12345，昨天是浙A12345", &[("PLATE", "粤B·D12345"), ("PLATE", "浙A12345")]),
        ("顺丰SF1234567890123，快递单号：773123456789012，EMS RR473124829CN", &[
            ("PARCEL", "SF1234567890123"), ("PARCEL", "773123456789012"), ("PARCEL", "RR473124829CN"),
        ]),
    ];
    for (text, expected) in cases {
        assert_eq!(in_chinese(text), *expected, "{text}");
    }
}

#[test]
fn what_only_looks_like_one_is_left() {
    for text in [
        "",
        "身份证11010519491231002X",
        "订单号 2024113012345678901234",
        "价格138.00元，货号 AB-1380013",
        "WeChat official account",
        "photo.jpg main.unknownsuffix 1.2.3",
        "envx abcdef1",
        "RR473124828CN",
        "91350100M000100Y44",
        "型号A13800138000B",
    ] {
        assert_eq!(in_chinese(text), [], "{text}");
    }
}

#[test]
fn numbers_are_dialled_from_the_country_of_the_text() {
    let hints = Hints {
        country: Some("BR"),
        ..Hints::default()
    };
    let text = "Zap (11) 91234-5678, fone 11 3071-0000, ou +86 13800138000";
    let expected = [
        ("WHATSAPP", "(11) 91234-5678"),
        ("PHONE", "11 3071-0000"),
        ("PHONE", "+86 13800138000"),
    ];
    assert_eq!(found(text, &hints), expected);
}

#[test]
fn long_texts_are_bounded() {
    let many = "13800138000 ".repeat(1_000);
    assert_eq!(detect(&many, &Hints::default()).len(), MOST_FOUND);
    let late = format!("{}13800138000", "鞋".repeat(MAX_TEXT));
    assert_eq!(detect(&late, &Hints::default()), []);
    for hostile in ["1", "a.", "a@", "http://a", "微信:a", "+1 ", "-", "sf1"] {
        let text = hostile.repeat(MAX_TEXT / hostile.len());
        assert!(detect(&text, &Hints::default()).len() <= MOST_FOUND, "{hostile}");
    }
}

fn is_sound(text: &str) -> Result<(), TestCaseError> {
    let hints = Hints {
        country: Some(HOME),
        ..Hints::default()
    };
    let found = detect(text, &hints);
    prop_assert!(found.len() <= MOST_FOUND);
    for hit in &found {
        prop_assert_eq!(text.get(hit.range.clone()), Some(hit.raw));
        prop_assert!(is_accepted(hit.kind, hit.raw, &hints));
    }
    prop_assert!(found.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start));
    Ok(())
}

proptest! {
    #[test]
    fn any_text_is_searched(text in any::<String>()) {
        is_sound(&text)?;
    }

    #[test]
    fn texts_full_of_pieces_are_searched(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "微信", "：", "加V", "qq", "138", "0013", "8000", "１３８", "\u{200b}", "①", " ", "-", "+86", "(", ")", "@", ".com", "shop",
            "https://", "/", "粤B", "12345", "SF", "单号", "é", "𝟙", "🅐", "91350100M000100Y43", "whatsapp", "\u{301}", "\n",
        ]), 0..30),
    ) {
        is_sound(&pieces.concat())?;
    }

    #[test]
    fn a_number_is_found_in_any_surroundings(before in "[鞋店，。：（]{0,10}", digits in "13[0-9]{9}", after in "[鞋店，。！）]{0,10}") {
        let text = format!("{before}{digits}{after}");
        prop_assert_eq!(in_chinese(&text), [("PHONE", digits.as_str())]);
    }
}
