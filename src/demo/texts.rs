//! What people write in the demo. `{brand}`, `{goods}`, `{seller}`, `{where}` and `{n}` are filled in.

use super::places::Tongue::{self, En, Pt, Zh};
use crate::leads::rules::InfringementType::{
    self, Counterfeit, CrossBorder, GreyMarket, KeywordStuffing, LogoObscured, LookalikeShanzhai, RepeatInfringement,
    StolenImage,
};

/// Titles of leads: the language, what is wrong, the text.
pub(super) static TITLES: &[(Tongue, InfringementType, &str)] = &[
    (Zh, Counterfeit, "{where}疑似假冒{brand}{goods}，售价远低于正品"),
    (Zh, Counterfeit, "“{seller}”大量销售疑似假冒{brand}{goods}"),
    (Zh, LogoObscured, "“{seller}”涂抹标识销售{brand}{goods}"),
    (Zh, StolenImage, "盗用{brand}官方图片的{goods}链接"),
    (Zh, KeywordStuffing, "{where}商品标题堆砌“{brand}”关键词"),
    (Zh, LookalikeShanzhai, "仿{brand}外观的{goods}，吊牌近似"),
    (Zh, RepeatInfringement, "处理过的店铺“{seller}”再次上架{brand}{goods}"),
    (Zh, CrossBorder, "{where}卖家向境外批发{brand}{goods}"),
    (En, Counterfeit, "Suspected counterfeit {brand} {goods} on {where}"),
    (En, Counterfeit, "{seller}: {brand} {goods} at a tenth of the price"),
    (
        En,
        LogoObscured,
        "{brand} {goods} with the mark blurred in every picture",
    ),
    (
        En,
        StolenImage,
        "Campaign pictures of {brand} used for {goods} on {where}",
    ),
    (
        En,
        KeywordStuffing,
        "\"{brand}\" in the keywords of unrelated goods on {where}",
    ),
    (
        En,
        LookalikeShanzhai,
        "Look-alike of the {brand} {goods} without the mark",
    ),
    (En, RepeatInfringement, "{seller} is back with {brand} {goods}"),
    (En, GreyMarket, "{brand} {goods} for another market offered on {where}"),
    (
        En,
        CrossBorder,
        "Parcels of {brand} {goods} offered worldwide by {seller}",
    ),
    (Pt, Counterfeit, "Suspeita de falsificação: {goods} {brand} no {where}"),
    (Pt, Counterfeit, "{seller} vende {goods} {brand} muito abaixo do preço"),
    (Pt, StolenImage, "Fotos oficiais da {brand} em anúncio de {goods}"),
    (Pt, RepeatInfringement, "{seller} voltou a anunciar {goods} {brand}"),
    (Pt, CrossBorder, "{goods} {brand} enviados do exterior por {seller}"),
];

/// Titles of leads about goods of several brands: none names a brand, for each reader sees only its own.
pub(super) static TITLES_OF_SEVERAL: &[(Tongue, InfringementType, &str)] = &[
    (Zh, Counterfeit, "“{seller}”同店销售多个品牌的疑似假冒商品"),
    (Zh, RepeatInfringement, "{where}店铺“{seller}”换名后再售多品牌商品"),
    (
        En,
        Counterfeit,
        "{seller} on {where} offers goods of several brands far below their price",
    ),
    (
        En,
        StolenImage,
        "One shop on {where}, pictures of several brands: {seller}",
    ),
    (
        Pt,
        Counterfeit,
        "{seller}: produtos de várias marcas com preço suspeito no {where}",
    ),
];

/// Titles of leads about places.
pub(super) static OFFLINE_TITLES: &[(Tongue, &str)] = &[
    (Zh, "{where}一处作坊加工疑似假冒{brand}{goods}"),
    (Zh, "{where}仓库存放约{n}件{brand}{goods}"),
    (Zh, "{where}档口批发{brand}{goods}及空包装"),
    (En, "Boxes of {brand} {goods} stored at {where}"),
    (En, "{brand} {goods} sold from a stall, {where}"),
    (Pt, "Depósito com cerca de {n} unidades de {goods} {brand}, {where}"),
    (Pt, "Banca vende {goods} {brand} sem nota, {where}"),
];

/// Titles of listings.
pub(super) static LISTINGS: &[(Tongue, &str)] = &[
    (Zh, "{brand}{goods} 专柜品质 工厂直发 包邮"),
    (Zh, "【现货秒发】{brand}同款{goods} 高品质"),
    (Zh, "外贸原单 {brand} {goods} 尾货清仓"),
    (Zh, "{goods} {brand}风 网红爆款 可批发"),
    (En, "{brand} {goods} top quality, free shipping"),
    (En, "NEW {goods} {brand} style, factory outlet, {n} sold"),
    (En, "Original box {brand} {goods} wholesale price"),
    (Pt, "{goods} {brand} original lacrado pronta entrega"),
    (Pt, "Kit 2 {goods} {brand} promoção"),
    (Pt, "{goods} importado {brand} atacado e varejo"),
];

/// What is known, one or two of these after the other.
pub(super) static SUMMARIES: &[(Tongue, &str)] = &[
    (Zh, "标价约为正品的一成，评价区有{n}条买家反映做工与专柜不符。"),
    (Zh, "主图使用官网图片，细节图中吊牌字体与正品不一致。"),
    (Zh, "客服在站内聊天中表示“复刻品质，支持验货”，未提供授权文件。"),
    (Zh, "该店三个月内上架同类商品{n}件，发货地集中在同一地址。"),
    (Zh, "商品页无授权证明，包装缺少防伪编码。"),
    (Zh, "请权利人确认商标使用情况，如需取证建议测试购买两件以上。"),
    (
        En,
        "The price is about a tenth of the genuine one; {n} reviews speak of poor stitching or a chemical smell.",
    ),
    (
        En,
        "Pictures are taken from the official shop; the label in the close-ups has the wrong typeface.",
    ),
    (
        En,
        "The seller writes \"mirror quality\" in the chat and shows no authorisation.",
    ),
    (
        En,
        "{n} similar offers by the same shop within three months, all sent from one address.",
    ),
    (
        En,
        "The packaging lacks the security code that genuine goods have carried since last year.",
    ),
    (
        En,
        "Please confirm whether this is yours; a test purchase of two units would settle the rest.",
    ),
    (
        Pt,
        "Preço cerca de dez vezes menor que o original; {n} avaliações falam de acabamento ruim.",
    ),
    (
        Pt,
        "As fotos são do site oficial e a etiqueta nas imagens de detalhe tem a fonte errada.",
    ),
    (Pt, "O vendedor não apresenta nota fiscal nem autorização da marca."),
    (
        Pt,
        "Mesmo endereço de envio de {n} outros anúncios semelhantes nos últimos meses.",
    ),
];

/// What stands in the summary of a lead about a place.
pub(super) static OFFLINE_SUMMARIES: &[(Tongue, &str)] = &[
    (Zh, "线人反映夜间有车辆装卸，成品与空包装分开存放，现场约{n}箱。"),
    (Zh, "现场照片显示有贴标设备一台，吊牌与合格证为散装。"),
    (Zh, "周边商户称该处经营约半年，主要供应线上店铺。"),
    (
        En,
        "A visitor saw about {n} cartons, labels and empty boxes kept apart from the goods.",
    ),
    (
        En,
        "The stall has no invoice and names no supplier; the goods came in unmarked bags.",
    ),
    (
        Pt,
        "Cerca de {n} caixas no local, etiquetas guardadas separadamente das peças.",
    ),
    (
        Pt,
        "O movimento é maior às terças e quintas, com entregas por motocicleta.",
    ),
];

/// What people say to each other under a lead.
pub(super) static COMMENTS: &[(Tongue, &str)] = &[
    (Zh, "已核对店铺主体信息，与上月处理过的账号收货地址相同。"),
    (Zh, "卖家今天改了标题，旧标题的截图在我们这里有存档。"),
    (Zh, "同一批货在另一个平台也有，价格一致。"),
    (Zh, "建议先不要投诉，等测试购买结果出来再一起处理。"),
    (
        En,
        "The shop changed its name this morning; we kept a copy of the old page.",
    ),
    (
        En,
        "Same pictures and the same return address as in a lead of last month.",
    ),
    (
        En,
        "We would rather wait for the test purchase before anybody writes to the seller.",
    ),
    (En, "The stock counter fell by forty since yesterday."),
    (En, "Thank you, we will look at the label tomorrow morning."),
    (Pt, "O anúncio foi pausado hoje e voltou com outro preço."),
    (Pt, "O endereço do remetente é o mesmo de outra loja que já conhecemos."),
];

/// Why a recipient finds an infringement.
pub(super) static CONFIRMED: &[&str] = &[
    "吊牌编码规则与正品不符，该系列未在此渠道销售，确认侵权。",
    "The serial number format was never used by us and the model was not made in this colour.",
    "商标使用未经许可，包装印刷颜色偏差明显。",
    "We do not sell through this shop; the hologram is printed, not embossed.",
    "O lote indicado não existe e a embalagem é de uma versão que nunca saiu.",
];
/// Why a recipient finds none.
pub(super) static NOT_INFRINGING: &[&str] = &[
    "Genuine second-hand goods; the receipt in the pictures is from our own shop.",
    "经核实为正品二手，购买凭证真实。",
    "The word is used to say what the part fits; that is fair.",
];
/// Why a recipient cannot tell without buying.
pub(super) static NEEDS_TEST_PURCHASE: &[&str] = &[
    "The pictures are too small to judge the stitching; please buy two pieces in different colours.",
    "图片为官网图，无法判断，建议购买三件并保留快递面单。",
    "Só o frasco e o lote permitem dizer; por favor comprem uma unidade.",
];
/// Why it is not the recipient's.
pub(super) static NOT_MY_BRAND: &[&str] = &[
    "The mark on the sole is not ours, although the title names us.",
    "标题提到我们，但实物标识不是本公司商标。",
];
/// What recipients ask, and what they are answered.
pub(super) static QUESTIONS: &[(&str, &str)] = &[
    (
        "Is there a picture of the inside label, and from where is it sent?",
        "Two pictures of the label were added to the file; parcels leave from the address in the summary.",
    ),
    (
        "能否提供吊牌特写和发货地址？",
        "已补充吊牌特写两张，发货地为商品页所示城市。",
    ),
    (
        "Which variant is meant? The listing shows four colours.",
        "The black one; the other three link to it and share its stock.",
    ),
    (
        "请问该店铺的月销量大概多少？",
        "页面显示近三十天成交约四十单，评价二十余条。",
    ),
];
/// Why a TLP is changed.
pub(super) static TLP_REASONS: &[&str] = &[
    "A visit by the bureau is being prepared; fewer people should know.",
    "线下核查在即，暂时收窄知悉范围。",
    "The seller is known to read what is shared with agents.",
];
/// Why a lead is shared.
pub(super) static SHARE_REASONS: &[&str] = &[
    "请在期限内确认。",
    "Please confirm within the deadline.",
    "For your verdict; the shop is still selling.",
];
/// Why a lead is taken back.
pub(super) static RETRACTIONS: &[&str] = &[
    "The shop turned out to be a new branch of an authorised seller.",
    "经核实卖家已取得授权，线索撤回，请勿据此采取措施。",
    "The pictures belong to another listing; a corrected lead will follow.",
];
/// Why a resolved lead is opened again.
pub(super) static REOPENINGS: &[&str] = &[
    "同一店铺更换主体后重新上架。",
    "The same goods are back under a new listing of the shop.",
];
/// Why an authorised seller does not end a lead.
pub(super) static OVERRIDES: &[&str] = &[
    "The authorisation covers other goods than these.",
    "卖家授权品类不含本商品，继续处理。",
];

/// A pick of a table whose rows begin with their language; English where that language has none.
pub(super) fn in_tongue<T: Copy>(table: &[(Tongue, T)], tongue: Tongue) -> Vec<T> {
    let of = |wanted: Tongue| -> Vec<T> {
        let rows = table.iter().filter(|(own, _)| *own == wanted);
        rows.map(|(_, text)| *text).collect()
    };
    let own = of(tongue);
    if own.is_empty() { of(En) } else { own }
}
