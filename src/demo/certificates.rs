//! Certificates of the demo's Chinese rights: a page of text in a PDF that is written here. What stands in it is invented.

use super::evidence::sent;
use crate::{
    app::App,
    permissions::Viewer,
    platform::error::Result,
    rights::{self, AddCertificate, IpRightRow, rules::ip_right::IpRightFacts},
};

/// The office of whose rights the demo has certificates.
const OFFICE: &str = "CN";

/// Adds its certificate to a right of that office that has a number; gives the right as it stands then.
pub(super) async fn add(app: &App, holder: &Viewer, right: IpRightRow, facts: &IpRightFacts) -> Result<IpRightRow> {
    let number = facts.registration_number.as_deref().filter(|_| facts.office == OFFICE);
    let Some(number) = number else {
        return Ok(right);
    };
    let name = format!("certificate-{number}.pdf");
    let new = AddCertificate {
        right: right.id,
        expected_version: right.version,
        upload: sent(app, holder, &name, pdf(&lines(number, facts))).await?,
        title: Some("Certificate of registration".to_owned()),
    };
    rights::add_certificate(app, holder, &new).await
}

fn lines(number: &str, facts: &IpRightFacts) -> Vec<String> {
    let mut lines = vec![
        "CERTIFICATE OF REGISTRATION".to_owned(),
        "A specimen: its office, owner and number are invented.".to_owned(),
        format!("Number {number}"),
    ];
    let classes: Vec<String> = facts.nice_classes.iter().map(ToString::to_string).collect();
    if !classes.is_empty() {
        lines.push(format!("Classes {}", classes.join(", ")));
    }
    lines.extend(facts.in_force_from.map(|day| format!("In force from {day}")));
    lines.extend(facts.expires_on.map(|day| format!("until {day}")));
    lines
}

/// A PDF of one page with some lines of plain letters, as ISO 32000 wants the least of it.
pub(super) fn pdf(lines: &[String]) -> Vec<u8> {
    let shown: Vec<String> = lines.iter().map(|line| format!("({line}) Tj T*\n")).collect();
    let content = format!("BT /F1 14 Tf 24 TL 72 740 Td\n{}ET\n", shown.concat());
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{content}endstream", content.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut pdf = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(format!("{:010} 00000 n \n", pdf.len()));
        pdf.push_str(&format!("{} 0 obj\n{object}\nendobj\n", at + 1));
    }
    let (table, count) = (pdf.len(), places.len() + 1);
    let end = format!("trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
    let table = format!("xref\n0 {count}\n0000000000 65535 f \n{}", places.concat());
    [pdf, table, end].concat().into_bytes()
}
