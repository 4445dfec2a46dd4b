//! What can be asked for.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::domain::complaint::Stage;
use crate::i18n::Locale;

/// Customer complaints, from the telephone call to the month's report. 客户投诉处理：从来电登记到月汇总报表。
#[derive(Debug, Parser)]
#[command(name = "redress", version, about, args_conflicts_with_subcommands = false)]
pub(super) struct Arguments {
    /// The office's folder; without it the one of this person on this machine. 账本文件夹
    #[arg(long, global = true, value_name = "DIR")]
    pub office: Option<PathBuf>,
    /// JSON instead of text for people. 输出 JSON
    #[arg(long, global = true)]
    pub json: bool,
    /// Language of window and output. 界面语言
    #[arg(long, global = true, value_enum)]
    pub lang: Option<Language>,
    /// Draw the window with the processor, for bad graphics drivers. 兼容渲染
    #[arg(long)]
    pub software_rendering: bool,
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Found an office. 建立账本
    New(New),
    /// A practice office with a believable year of complaints; opens the window on it. 演练账本
    ///
    /// What people say in it is Simplified Chinese in every language of the office.
    Demo(Demo),
    /// Carry out commands: JSON lines in, one JSON receipt or rejection a line out. See `redress schema`. 逐行执行命令
    Act,
    /// One complaint: where it stands, its clocks and why, its timeline. 查看投诉
    Show(Show),
    /// Complaints, the newest first. 投诉列表
    List(List),
    /// Reports. 报表
    Report {
        #[command(subcommand)]
        what: Report,
    },
    /// The JSON Schema of the lines that `act` reads. 命令的 JSON Schema
    Schema,
    /// Check every fact of both copies on the disk. 核验账本
    Verify,
    /// Files that no complaint and no draft names any more: how many, or away with them. 清理不再用到的文件
    Tidy(Tidy),
}

#[derive(Debug, Args)]
pub(super) struct Tidy {
    /// Only what was kept so many days ago or earlier. 多少天以前
    #[arg(long, default_value_t = 30, value_parser = clap::value_parser!(u64).range(7..=36_500))]
    pub days: u64,
    /// Take them away for good; without it they are only counted. 删除
    #[arg(long)]
    pub remove: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum Report {
    /// The summary of a month, as known now. 投诉信息月汇总报表
    Month(MonthReport),
}

#[derive(Debug, Args)]
pub(super) struct MonthReport {
    /// Which month: 2026-02. 月份
    #[arg(value_name = "YYYY-MM")]
    pub month: String,
    /// Where to: a path that ends in .xlsx, .csv or .json. 输出文件
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Language {
    #[value(name = "zh-CN", alias = "zh-cn")]
    ZhCn,
    #[value(name = "zh-TW", alias = "zh-tw")]
    ZhTw,
    #[value(name = "en")]
    En,
}

impl From<Language> for Locale {
    fn from(language: Language) -> Self {
        match language {
            Language::ZhCn => Self::ZhCn,
            Language::ZhTw => Self::ZhTw,
            Language::En => Self::En,
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct New {
    /// A practice office: invented people, and times may be stated. 演练账本
    #[arg(long)]
    pub practice: bool,
    /// The company's name. 公司名称
    #[arg(long)]
    pub name: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Demo {
    /// How many calls. 多少通来电
    #[arg(long, default_value_t = 500, value_parser = clap::value_parser!(u32).range(0..=200_000))]
    pub complaints: u32,
    /// Over how many months. 多少个月
    #[arg(long, default_value_t = 12, value_parser = clap::value_parser!(u32).range(1..=120))]
    pub months: u32,
    /// The same seed makes the same facts. 随机种子
    #[arg(long, default_value_t = 7)]
    pub seed: u64,
    /// No window: fill an office in this folder and leave workbook, CSV and JSON of the last month beside it. 无窗口
    #[arg(long, value_name = "DIR")]
    pub headless: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct Show {
    /// Its number, such as TS-20260312-009, or that of a customer file, such as K000123. 编号
    pub number: String,
    /// As it stood at an instant: RFC 3339, or 2026-03-12 10:42 in the office's time. 截至时间
    #[arg(long, value_name = "TIME")]
    pub at: Option<String>,
    #[command(flatten)]
    pub disclosure: Disclosure,
}

#[derive(Debug, Args)]
pub(super) struct Disclosure {
    /// Show customers whole; needs --purpose and --by, and is recorded. 显示完整个人信息
    #[arg(long, requires_all = ["purpose", "by"])]
    pub full: bool,
    /// What for. 用途
    #[arg(long, value_name = "TEXT")]
    pub purpose: Option<String>,
    /// Who asks: number or name. 何人
    #[arg(long, value_name = "PERSON")]
    pub by: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct List {
    /// Customers instead of complaints; --text finds them. 客户
    #[arg(long)]
    pub customers: bool,
    /// Where they stand. 阶段
    #[arg(long, value_parser = stage)]
    pub stage: Option<Stage>,
    /// Open ones only. 未结
    #[arg(long)]
    pub open: bool,
    /// Responsible department: number or name. 责任部门
    #[arg(long)]
    pub department: Option<String>,
    /// Category or subcategory: number or name. 投诉类别
    #[arg(long)]
    pub category: Option<String>,
    /// Handler: number or name. 处理人
    #[arg(long)]
    pub handler: Option<String>,
    /// With a clock that is overdue now. 已超时
    #[arg(long)]
    pub overdue: bool,
    /// Registered on this day or later. 登记日期自
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub from: Option<NaiveDate>,
    /// Registered on this day or earlier. 登记日期至
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub to: Option<NaiveDate>,
    /// Words, a number, the last four digits of a telephone number. 搜索
    #[arg(long)]
    pub text: Option<String>,
    /// At most so many. 最多
    #[arg(long, default_value_t = 50)]
    pub limit: usize,
    #[command(flatten)]
    pub disclosure: Disclosure,
}

/// Stages are named as in JSON: `to_call_back`.
fn stage(word: &str) -> Result<Stage, String> {
    let meant = |it: &&Stage| serde_json::to_value(it).is_ok_and(|it| it == word);
    Stage::ALL.iter().find(meant).copied().ok_or_else(|| {
        let names = Stage::ALL.iter().filter_map(|it| serde_json::to_value(it).ok());
        names.filter_map(|it| it.as_str().map(str::to_owned)).collect::<Vec<_>>().join(", ")
    })
}
