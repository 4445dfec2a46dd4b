//! `redress schema`

use super::act::Line;
use super::failure::Failure;
use super::output::Output;

pub(super) fn schema(output: &Output) -> Result<(), Failure> {
    let schema = schemars::schema_for!(Line);
    if output.json {
        return output.value(&schema);
    }
    output.line(serde_json::to_string_pretty(&schema).unwrap_or_default())
}
