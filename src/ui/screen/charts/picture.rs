//! A chart as a file: title, period, source line, in the light colours (UI.md 12).

use std::path::PathBuf;

use super::model::{Model, Which};
use crate::export::chart::{self, Caption, Chart};
use crate::export::paper::{self, Above};
use crate::export::{csv, xlsx};
use crate::i18n::Texts;
use crate::platform::dialog::{self, FileKind};
use crate::platform::files;
use crate::report::chart::{Matrix, Pareto, Said, Trend, Unit};

/// What is drawn, taken out of the model so that it can go to another thread.
#[derive(Debug, Clone)]
enum Content {
    Pareto(Pareto),
    Trend(Trend),
    Heat(Matrix<Unit>),
    Votes(Vec<Said>),
}

/// One chart and what stands round it.
#[derive(Debug, Clone)]
pub struct Sheet {
    content: Content,
    caption: Caption,
    above: Above,
    name: String,
    texts: Texts,
}

/// Why there is no file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// The system has no file dialogs.
    NoDialog,
    /// The picture could not be drawn.
    Undrawn(String),
    /// The file could not be written.
    Unwritten {
        /// Where.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
}

impl Sheet {
    /// One of the charts of a model; `period` is the period's name, `narrow` what the complaints were narrowed to.
    #[must_use]
    pub fn of(model: &Model, which: Which, (texts, company): (&Texts, &str), (period, narrow): (&str, &str)) -> Self {
        let content = match which {
            Which::Pareto => Content::Pareto(model.pareto.clone()),
            Which::Trend => Content::Trend(model.trend.clone()),
            Which::Heat => Content::Heat(model.heat.clone()),
            Which::Votes => Content::Votes(model.votes.clone()),
        };
        let days = match which {
            Which::Trend => model.trend_days,
            Which::Pareto | Which::Heat | Which::Votes => model.period,
        };
        let source = texts.joined([texts.chart_source(company, texts.paper_days(days)), narrow.to_owned()]);
        Self {
            content,
            caption: Caption { source },
            above: Above { company: company.to_owned(), period: days, narrow: narrow.to_owned() },
            name: texts.charts_export_file(which.name(texts), period),
            texts: texts.clone(),
        }
    }

    /// The bytes of the file.
    ///
    /// # Errors
    /// [`Trouble::Undrawn`].
    pub fn bytes(&self, kind: Format) -> Result<Vec<u8>, Trouble> {
        let chart = match &self.content {
            Content::Pareto(it) => Chart::Pareto(it),
            Content::Trend(it) => Chart::Trend(it),
            Content::Heat(it) => Chart::Heatmap(it),
            Content::Votes(it) => Chart::Satisfaction(it),
        };
        let drawn = match kind {
            Format::Png => chart::png(chart, &self.caption, &self.texts),
            Format::Svg => chart::svg(chart, &self.caption, &self.texts).map(String::into_bytes),
            Format::Workbook => xlsx::workbook(&[&self.series(chart)], &[], &self.texts),
            Format::Table => csv::csv(&self.series(chart)),
        };
        drawn.map_err(|it| Trouble::Undrawn(it.to_string()))
    }

    /// The numbers behind it.
    fn series(&self, chart: Chart<'_>) -> paper::Paper {
        paper::series(chart, &self.above, &self.texts)
    }

    /// Asks where to, draws and writes; `None` when the person gave up, else the name of the file.
    ///
    /// # Errors
    /// See [`Trouble`].
    pub async fn save(self, kind: Format) -> Result<Option<String>, Trouble> {
        let picked = dialog::save(self.texts.clone(), kind.file(), self.name.replace(['/', '\\', ':'], "-"));
        let Some(path) = picked.await.map_err(|_| Trouble::NoDialog)? else { return Ok(None) };
        let bytes = self.bytes(kind)?;
        let written = files::write_whole(&path, &bytes);
        written.map_err(|it| Trouble::Unwritten { path: path.clone(), reason: it.to_string() })?;
        Ok(path.file_name().map(|it| it.to_string_lossy().into_owned()))
    }
}

/// What kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Pixels.
    Png,
    /// Lines.
    Svg,
    /// The numbers, for Excel.
    Workbook,
    /// The numbers, for other programs.
    Table,
}

impl Format {
    /// Every one, pictures first.
    pub const ALL: [Self; 4] = [Self::Png, Self::Svg, Self::Workbook, Self::Table];

    /// The next one, or the one before; they stop at the ends.
    #[must_use]
    pub fn beside(self, by: isize) -> Self {
        let place = Self::ALL.iter().position(|it| *it == self).unwrap_or(0);
        Self::ALL[place.saturating_add_signed(by).min(Self::ALL.len() - 1)]
    }

    /// Its name.
    #[must_use]
    pub fn name(self, texts: &Texts) -> &str {
        match self {
            Self::Png => texts.charts_export_png(),
            Self::Svg => texts.charts_export_svg(),
            Self::Workbook => texts.charts_export_xlsx(),
            Self::Table => texts.charts_export_csv(),
        }
    }

    const fn file(self) -> FileKind {
        match self {
            Self::Png => FileKind::Picture,
            Self::Svg => FileKind::Drawing,
            Self::Workbook => FileKind::Workbook,
            Self::Table => FileKind::Csv,
        }
    }
}

impl Trouble {
    /// What to do next.
    #[must_use]
    pub fn words(&self, texts: &Texts) -> String {
        match self {
            Self::NoDialog => texts.dialog_unavailable().to_owned(),
            Self::Undrawn(reason) => texts.charts_export_undrawn(reason.as_str()),
            Self::Unwritten { path, reason } => texts.write_failed(path.display().to_string(), reason.as_str()),
        }
    }
}
