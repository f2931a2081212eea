/** A line of a bank statement, as a bank writes it. */
export interface BankLine {
  /** Signed: below zero where the bank paid. In units of the currency, with two places. */
  amount: string;
  /** The day it was booked: `2026-03-02`. */
  on: string;
  /** By what the bank names it. */
  reference: string;
  /** Who paid, or was paid. */
  party: string;
  /** What it is for. */
  text?: string;
}

interface Statement {
  id: string;
  account: string;
  currency: string;
  from: string;
  to: string;
  opening: string;
  lines: readonly BankLine[];
}

/** Hundredths of a unit, exactly. */
const minor = (amount: string) => BigInt(amount.replace('.', ''));

function decimal(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const side = (value: bigint) => (value < 0n ? 'DBIT' : 'CRDT');

function balance(code: 'OPBD' | 'CLBD', value: bigint, currency: string, on: string): string {
  return `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">${decimal(value)}</Amt>
      <CdtDbtInd>${side(value)}</CdtDbtInd><Dt><Dt>${on}</Dt></Dt></Bal>`;
}

function entry({ amount, on, reference, party, text = '' }: BankLine, currency: string): string {
  const value = minor(amount);
  const role = value < 0n ? 'Cdtr' : 'Dbtr';
  return `<Ntry>
      <Amt Ccy="${currency}">${decimal(value)}</Amt><CdtDbtInd>${side(value)}</CdtDbtInd><Sts>BOOK</Sts>
      <BookgDt><Dt>${on}</Dt></BookgDt><ValDt><Dt>${on}</Dt></ValDt>
      <AcctSvcrRef>${escaped(reference)}</AcctSvcrRef>
      <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>
      <NtryDtls><TxDtls><Refs><EndToEndId>${escaped(reference)}</EndToEndId></Refs>
        <RltdPties><${role}><Nm>${escaped(party)}</Nm></${role}></RltdPties>
        <RmtInf><Ustrd>${escaped(text)}</Ustrd></RmtInf></TxDtls></NtryDtls>
    </Ntry>`;
}

/** A statement of one account as an ISO 20022 camt.053 message; its closing balance is what its lines come to. */
export function camt053({ id, account, currency, from, to, opening, lines }: Statement): string {
  const closing = lines.reduce((sum, line) => sum + minor(line.amount), minor(opening));
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>
  <GrpHdr><MsgId>${id}</MsgId><CreDtTm>${to}T18:00:00Z</CreDtTm></GrpHdr>
  <Stmt><Id>${id}</Id><ElctrncSeqNb>1</ElctrncSeqNb><CreDtTm>${to}T18:00:00Z</CreDtTm>
    <FrToDt><FrDtTm>${from}T00:00:00Z</FrDtTm><ToDtTm>${to}T23:59:59Z</ToDtTm></FrToDt>
    <Acct><Id><Othr><Id>${account}</Id></Othr></Id><Ccy>${currency}</Ccy></Acct>
    ${balance('OPBD', minor(opening), currency, from)}
    ${balance('CLBD', closing, currency, to)}
    ${lines.map((line) => entry(line, currency)).join('\n    ')}
  </Stmt>
</BkToCstmrStmt></Document>
`;
}
