//! Statistics of what came of actions, as clients see them: each figure says what it counts.

use async_graphql::{Context, InputObject, Object, SimpleObject};
use strum::VariantArray as _;

use super::{
    outcome::amount,
    outcome_enums::{GqlCustodyStage, GqlSiteResult},
};
use crate::{
    actions::{
        commands::{self, Asked, Statistics, Sum},
        rules::{CustodyStage, FigureCode, SiteResult, StatisticsScope, quantity_text, ratio_text},
    },
    app::App,
    graphql_enum,
    leads::graphql::Eyes,
    platform::{
        error::{ApiError, Result},
        graphql::{
            from_context,
            scalars::{Date, DateTime, Decimal},
        },
    },
    referrals::graphql::GqlValuationBasis,
};

graphql_enum! {
    /// Of whom statistics are.
    GqlStatisticsScope as "StatisticsScope" = StatisticsScope {
        /// Of actions that the viewer's organisation leads, or on whose team it is.
        Own,
        /// Of all actions; small figures are told only to those who may see all.
        Alliance,
    }
}

graphql_enum! {
    /// A figure with a definition of its own.
    GqlFigureCode as "FigureCode" = FigureCode {
        /// Leads that went to law enforcement.
        LeadsReferred,
        /// Referrals sent to law enforcement.
        ReferralsSent,
        /// Those that law enforcement accepted.
        ReferralsAccepted,
        /// Actions done.
        Actions,
        /// Sites dealt with.
        Sites,
        /// People met with and held.
        Suspects,
        /// Actions for each lead.
        ActionsPerLead,
        /// Sites for each action.
        SitesPerAction,
        /// People for each action.
        SuspectsPerAction,
    }
}

/// What is to be counted.
#[derive(Debug, Clone, InputObject)]
pub struct EnforcementStatisticsInput {
    /// The first day, at the sites.
    from: Date,
    /// The last day.
    to: Date,
    /// As it was known at this moment; as it is known now where nothing is said.
    as_of: Option<DateTime>,
    /// Of whom.
    scope: GqlStatisticsScope,
}

/// What came of the actions of a period. Only what was verified counts; the same period as of the same moment gives the same
/// figures at any time.
pub struct EnforcementStatistics(Statistics);

/// What came of the actions of a period. Only what was verified counts; the same period as of the same moment gives the same
/// figures at any time.
#[Object]
impl EnforcementStatistics {
    /// The first day.
    async fn from(&self) -> Date {
        Date(self.0.asked.from)
    }

    /// The last day.
    async fn to(&self) -> Date {
        Date(self.0.asked.to)
    }

    /// As it was known when.
    async fn as_of(&self) -> DateTime {
        DateTime(self.0.as_of)
    }

    /// Of whom.
    async fn scope(&self) -> GqlStatisticsScope {
        self.0.asked.scope.into()
    }

    /// Whether only verified outcomes count: always.
    async fn verified_only(&self) -> bool {
        true
    }

    /// The figures, each with its definition.
    async fn figures(&self) -> Vec<Figure> {
        FigureCode::VARIANTS.iter().map(|code| self.figure(*code)).collect()
    }

    /// People by the latest verified stage of each.
    async fn suspects_by_stage(&self) -> Vec<StageFigure> {
        let hidden = self.0.hides_any(self.0.stages.values().copied());
        let figure = |(stage, count): (&CustodyStage, &i64)| StageFigure {
            stage: GqlCustodyStage::from(*stage),
            count: told(*count, hidden),
            is_suppressed: hidden,
        };
        self.0.stages.iter().map(figure).collect()
    }

    /// Sites by what was found there.
    async fn sites_by_result(&self) -> Vec<SiteFigure> {
        let hidden = self.0.hides_any(self.0.results.values().copied());
        let figure = |(result, count): (&SiteResult, &i64)| SiteFigure {
            result: GqlSiteResult::from(*result),
            count: told(*count, hidden),
            is_suppressed: hidden,
        };
        self.0.results.iter().map(figure).collect()
    }

    /// What seized goods are worth: one sum for each basis and currency, never one over them.
    async fn values(&self) -> Result<Vec<ValueFigure>> {
        let mut figures = Vec::with_capacity(self.0.values.len());
        for ((basis, currency), sum) in &self.0.values {
            let hidden = self.0.hides(sum.actions);
            let minor = minor(sum)?;
            figures.push(ValueFigure {
                basis: (*basis).into(),
                amount: (!hidden).then(|| amount(minor, currency)),
                currency: currency.clone(),
                actions: told(sum.actions, hidden),
                is_suppressed: hidden,
            });
        }
        Ok(figures)
    }

    /// How much was seized: one sum for each unit.
    async fn quantities(&self) -> Result<Vec<QuantityFigure>> {
        let mut figures = Vec::with_capacity(self.0.quantities.len());
        for (unit, sum) in &self.0.quantities {
            let hidden = self.0.hides(sum.actions);
            let milli = minor(sum)?;
            figures.push(QuantityFigure {
                unit: (!hidden).then(|| unit.clone()),
                quantity: (!hidden).then(|| Decimal(quantity_text(milli))),
                actions: told(sum.actions, hidden),
                is_suppressed: hidden,
            });
        }
        Ok(figures)
    }

    /// The months of the period in which something was done, the first one first.
    async fn months(&self) -> Vec<MonthFigure> {
        let all = self.0.months.values().flatten().copied();
        let hidden = self.0.hides_any(all);
        let figure = |(month, [actions, sites, suspects]): (&String, &[i64; 3])| MonthFigure {
            month: month.clone(),
            actions: told(*actions, hidden),
            sites: told(*sites, hidden),
            suspects: told(*suspects, hidden),
            is_suppressed: hidden,
        };
        self.0.months.iter().map(figure).collect()
    }
}

impl EnforcementStatistics {
    fn figure(&self, code: FigureCode) -> Figure {
        let (numerator, denominator) = match code.ratio() {
            Some((over, under)) => (self.0.count(over), Some(self.0.count(under))),
            None => (self.0.count(code), None),
        };
        let hidden = self.0.hides_figure(code);
        let value = match denominator {
            Some(under) => ratio_text(numerator, under),
            None => Some(numerator.to_string()),
        };
        Figure {
            code: code.into(),
            value: value.filter(|_| !hidden).map(Decimal),
            numerator: told(numerator, hidden),
            denominator: denominator.and_then(|under| told(under, hidden)),
            definition: code.definition().to_owned(),
            is_suppressed: hidden,
        }
    }
}

/// A count, unless it is not to be told.
fn told(count: i64, hidden: bool) -> Option<i32> {
    (!hidden).then(|| i32::try_from(count).unwrap_or(i32::MAX))
}

fn minor(sum: &Sum) -> Result<i64> {
    i64::try_from(sum.sum).map_err(ApiError::internal)
}

/// A figure, with what it counts.
#[derive(SimpleObject)]
pub struct Figure {
    /// Which one.
    code: GqlFigureCode,
    /// What it is; null where it is not told because it is small, and where nothing is divided by nothing.
    value: Option<Decimal>,
    /// What was counted; of a ratio what is divided.
    numerator: Option<i32>,
    /// By what it is divided; null for a figure that is no ratio.
    denominator: Option<i32>,
    /// What it counts, in English; clients have their own words by its code.
    definition: String,
    /// Whether it is not told because it is one to four, or comes from so few actions.
    is_suppressed: bool,
}

/// How many people are in a stage.
#[derive(SimpleObject)]
pub struct StageFigure {
    /// Which one.
    stage: GqlCustodyStage,
    /// How many; null where that is not told.
    count: Option<i32>,
    /// Whether it is not told because one of the stages has one to four.
    is_suppressed: bool,
}

/// At how many sites something was found.
#[derive(SimpleObject)]
pub struct SiteFigure {
    /// What.
    result: GqlSiteResult,
    /// How many; null where that is not told.
    count: Option<i32>,
    /// Whether it is not told because one of the results has one to four.
    is_suppressed: bool,
}

/// What goods are worth by one basis in one currency.
#[derive(SimpleObject)]
pub struct ValueFigure {
    /// By what they are valued.
    basis: GqlValuationBasis,
    /// Decimal text; null where it is not told.
    amount: Option<Decimal>,
    /// ISO 4217 code.
    currency: String,
    /// From how many actions; null where that is not told.
    actions: Option<i32>,
    /// Whether it is not told because it comes from one to four actions.
    is_suppressed: bool,
}

/// How much of goods there is in one unit.
#[derive(SimpleObject)]
pub struct QuantityFigure {
    /// What is counted; null where it is not told, because it could name a case.
    unit: Option<String>,
    /// How many; null where that is not told.
    quantity: Option<Decimal>,
    /// From how many actions; null where that is not told.
    actions: Option<i32>,
    /// Whether it is not told because it comes from one to four actions.
    is_suppressed: bool,
}

/// What was done in a month.
#[derive(SimpleObject)]
pub struct MonthFigure {
    /// Which one, such as `2018-03`.
    month: String,
    /// Actions; null where that is not told.
    actions: Option<i32>,
    /// Sites; null where that is not told.
    sites: Option<i32>,
    /// People met with and held; null where that is not told.
    suspects: Option<i32>,
    /// Whether they are not told because one of the months has one to four.
    is_suppressed: bool,
}

/// The queries of statistics.
#[derive(Default)]
pub struct StatisticsQuery;

#[Object]
impl StatisticsQuery {
    /// What came of the actions of a period, verified outcomes alone. Across organisations figures of one to four, and what comes
    /// from so few actions, are told only to those who may see all actions' figures; the others ask by calendar year.
    async fn enforcement_statistics(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The period, as of when, and of whom.")] input: EnforcementStatisticsInput,
    ) -> Result<EnforcementStatistics> {
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let asked = Asked {
            from: input.from.0,
            to: input.to.0,
            as_of: input.as_of.map(|at| at.0),
            scope: input.scope.into(),
        };
        commands::statistics(app, eyes.viewer(), asked)
            .await
            .map(EnforcementStatistics)
    }
}
