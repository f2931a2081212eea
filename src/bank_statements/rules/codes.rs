//! The codes of bank statements.

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident { $($(#[doc = $value_doc:literal])+ $value:ident),+ $(,)? })+) => {
        $(
            $(#[doc = $doc])+
            #[derive(
                Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::IntoStaticStr, strum::EnumString,
                strum::VariantArray, serde::Serialize, serde::Deserialize,
            )]
            #[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
            #[serde(rename_all = "SCREAMING_SNAKE_CASE")]
            pub enum $name { $($(#[doc = $value_doc])+ $value),+ }

            impl $name {
                /// Its stable code.
                #[must_use]
                pub fn code(self) -> &'static str {
                    self.into()
                }
            }
        )+
    };
}

codes! {
    /// How a bank statement is written.
    BankStatementFormat {
        /// ISO 20022 camt.053, versions 02 to 08.
        Camt,
        /// A table.
        Csv,
    }
    /// What a column of a bank's table holds.
    BankColumn {
        /// The day on which the bank booked it.
        BookedOn,
        /// The day from which it counts.
        ValueOn,
        /// The amount, below zero where money left.
        Amount,
        /// What left the account.
        Debit,
        /// What came in.
        Credit,
        /// By what the bank names the line.
        Reference,
        /// The other side.
        Counterparty,
        /// What was written to it; several columns may.
        Text,
        /// The balance after the line.
        Balance,
        /// The currency's ISO 4217 code.
        Currency,
    }
    /// In which order a table writes dates.
    BankDateOrder {
        /// Year, month, day.
        Ymd,
        /// Day, month, year.
        Dmy,
        /// Month, day, year.
        Mdy,
    }
    /// What stands before the decimals in a table.
    BankDecimalMark {
        /// A point.
        Point,
        /// A comma.
        Comma,
    }
    /// Why a statement, or a line of it, cannot be taken.
    BankMistakeCode {
        /// The file is no statement of a format that is known.
        Unreadable,
        /// No column, or no balance, says what has to be said.
        Incomplete,
        /// A date cannot be read, or lies ahead.
        Date,
        /// An amount cannot be read.
        Amount,
        /// It is in another currency than the fund.
        Currency,
        /// The lines do not lead from the opening balance to the closing one.
        Unbalanced,
        /// It does not begin with what the statement before ended with.
        Gap,
        /// A line with this reference was taken before with another amount or day, or stands twice in the file.
        ReferenceTaken,
        /// It is of another account than the statements before.
        OtherAccount,
        /// More than is taken at once.
        TooLarge,
    }
    /// Where a bank line stands.
    BankLineState {
        /// Nothing in the ledger was matched with it.
        Open,
        /// It is matched with an entry in suspense that has not found its place.
        InSuspense,
        /// It is matched.
        Matched,
    }
    /// What can be done to a bank line.
    BankLineStep {
        /// Match it with entries.
        Match,
        /// Record it as suspense.
        Suspend,
        /// Take its match back.
        Unmatch,
    }
    /// How a match came about.
    BankMatchKind {
        /// By the service, because reference and amount are the same.
        Automatic,
        /// By a person.
        Confirmed,
        /// The line was recorded as suspense.
        Suspense,
    }
    /// What speaks for a match.
    BankMatchReason {
        /// They have the same reference.
        Reference,
        /// The line names the number of the order.
        OrderNumber,
        /// The line names the purchase.
        PurchaseReference,
        /// The line names the seller.
        Seller,
        /// The line names the organisation.
        Organization,
        /// They are of the same amount.
        Amount,
        /// Several together make the amount.
        Sum,
        /// They are of the same day.
        SameDay,
        /// They are of days that are near each other.
        NearDay,
        /// An entry and its reversal, of which the bank knows nothing.
        TakenBack,
    }
    /// How orders and the ledger differ.
    BankOrderDifferenceKind {
        /// Something was ordered, and the ledger has no capture of its hold.
        OrderWithoutLedger,
        /// The ledger has a capture, and no order is known.
        LedgerWithoutOrder,
    }
}
