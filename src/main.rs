//! Composition only: arguments → window or command line.

use std::process::ExitCode;

use redress::{
    platform::{crash, dirs::Dirs, preferences::Rendering, trace},
    ui::{self, Start},
};

fn main() -> ExitCode {
    let dirs = Dirs::of_system();
    // A machine without a place for log files can still handle complaints.
    let _guard = trace::start(&dirs.logs()).ok();
    crash::report_to(dirs.crashes());
    let software = std::env::args_os().any(|it| it == "--software-rendering");
    let start = Start { office: dirs.book(), dirs, rendering: software.then_some(Rendering::Software) };
    match ui::run(&start) {
        Ok(code) => code,
        Err(error) => {
            tracing::error!(%error, "the window ended");
            ExitCode::FAILURE
        }
    }
}
