import { useTranslation } from 'react-i18next';
import funds from '@/features/funds/funds.module.css';
import { graphql } from '@/gql';
import type { BankDraftFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';

graphql(`
  fragment BankDraft on BankStatementDraft {
    bankId
    account
    from
    to
    newLines
    linesThere
    opening {
      ...FundMoney
    }
    closing {
      ...FundMoney
    }
    lines {
      line
      bookedOn
      reference
      counterparty
      text
      isThere
      amount {
        ...FundMoney
      }
    }
  }
`);

/** Most lines that are drawn: who looks through more has the file. */
const SHOWN = 50;

/** A statement as it would be taken. */
export function DraftLines({ statement }: { statement: BankDraftFragment }) {
  const { t } = useTranslation('bank');
  const { date, labelled, money } = useFormats();
  const { from, to, opening, closing, newLines, linesThere, lines } = statement;
  return (
    <div>
      <p className={funds.text}>
        {t('import.draft', {
          from: date(from),
          to: date(to),
          opening: money(opening),
          closing: money(closing),
          lines: newLines,
          there: linesThere,
        })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what moves sideways has to be reached by the keys */}
      <section className={funds.scroll} aria-label={labelled(t('import.preview'), date(from))} tabIndex={0}>
        <table className={funds.table}>
          <thead>
            <tr>
              <th scope="col">{t('fields.line')}</th>
              <th scope="col">{t('columns.BOOKED_ON')}</th>
              <th scope="col">{t('columns.REFERENCE')}</th>
              <th scope="col">{t('columns.COUNTERPARTY')}</th>
              <th scope="col" data-align="end">
                {t('columns.AMOUNT')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, SHOWN).map((line) => (
              <tr key={line.line}>
                <th scope="row">{line.line}</th>
                <td>{date(line.bookedOn)}</td>
                <td>
                  {line.reference ?? '–'} {line.isThere ? t('import.there') : null}
                </td>
                <td title={line.text ?? undefined}>{line.counterparty ?? '–'}</td>
                <td data-align="end">{money(line.amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {lines.length > SHOWN ? (
        <p className={funds.dimmed}>{t('import.more', { count: lines.length - SHOWN })}</p>
      ) : null}
    </div>
  );
}
