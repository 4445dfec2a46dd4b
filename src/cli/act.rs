//! `redress act`: commands as JSON lines.

mod attach;

use std::io::{self, BufRead, Read};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::failure::Failure;
use super::output::Output;
use crate::app::attachments::{Attachments, NotAttached};
use crate::app::{Done, Opened, Refused, Request, Wish, press};
use crate::domain::complaint;
use crate::domain::customer;
use crate::domain::id::{ComplaintId, CustomerId, PersonId, PressId};
use crate::domain::moment::{self, Moment};
use crate::domain::office;
use crate::domain::record::Version;
use crate::store::wait;

/// The longest line, in bytes.
const LONGEST: u64 = 4 << 20;

/// One line: one press, written whole or not at all.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Line {
    /// Who asks: the number of a person of the office.
    by: PersonId,
    /// To what: `"new"` (the first command registers), `"last"` (the complaint that a line before this one
    /// registered), `"office"`, the number of a complaint, `"customer"` (the first command opens a file), or the number
    /// of a customer file (`K000123`).
    to: String,
    /// What is asked, in order. All of it happens, or nothing. A file is attached to a complaint by its path:
    /// `{"do":"attach","path":"photo.jpg"}`.
    #[schemars(with = "Vec<AnyCommand>")]
    commands: Vec<Value>,
    /// When, RFC 3339; practice offices only. Missing: now.
    #[serde(default, with = "moment::perhaps")]
    #[schemars(with = "Option<String>")]
    at: Option<Moment>,
    /// The version that the author saw: refused where there is a newer one.
    #[serde(default)]
    seen: Option<Version>,
    /// Names the press, a UUID: sent twice, it is written once.
    #[serde(default)]
    press: Option<PressId>,
}

/// Only for the schema: what `commands` holds.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
enum AnyCommand {
    /// To a complaint, new or not.
    Complaint(Box<complaint::Command>),
    /// To a complaint: a file of this machine.
    File(attach::ByPath),
    /// To a customer file, new or not.
    Customer(Box<customer::Command>),
    /// To the office.
    Office(Box<office::Command>),
}

/// Why a line was not carried out.
enum Trouble {
    Unreadable(String),
    Refused(Refused),
    /// A file that the command at a place names in a field.
    NotAttached {
        place: usize,
        field: &'static str,
        why: NotAttached,
    },
}

/// Reads standard input to its end; each line has its own fate.
pub(super) fn act(opened: &Opened, output: &Output) -> Result<(), Failure> {
    let mut input = io::stdin().lock();
    let (mut place, mut failed, mut of) = (0, 0, 0);
    let mut last = None;
    while let Some(bytes) = line(&mut input)? {
        place += 1;
        if bytes.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        of += 1;
        match carry_out(opened, &bytes, last) {
            Ok((press, done)) => {
                last = done.complaint().or(last);
                output.value(&receipt(place, press, &done))?;
            }
            Err(trouble) => {
                failed += 1;
                output.value(&told(place, &trouble, (opened, output)))?;
            }
        }
    }
    if 0 < failed { Err(Failure::Lines { failed, of }) } else { Ok(()) }
}

/// The next line without its end; one that is too long is cut, and then is no JSON.
fn line(input: &mut impl BufRead) -> Result<Option<Vec<u8>>, Failure> {
    let failed = |it: io::Error| Failure::Input(it.to_string());
    let mut bytes = Vec::new();
    let read = input.by_ref().take(LONGEST).read_until(b'\n', &mut bytes).map_err(failed)?;
    if read == 0 {
        return Ok(None);
    }
    if !bytes.ends_with(b"\n") && u64::try_from(read).is_ok_and(|it| it == LONGEST) {
        let mut rest = Vec::new();
        while input.by_ref().take(LONGEST).read_until(b'\n', &mut rest).map_err(failed)? != 0 {
            if rest.ends_with(b"\n") {
                break;
            }
            rest.clear();
        }
    }
    Ok(Some(bytes))
}

fn carry_out(opened: &Opened, bytes: &[u8], last: Option<ComplaintId>) -> Result<(PressId, Done), Trouble> {
    let line = read(bytes).map_err(Trouble::Unreadable)?;
    let press = line.press.unwrap_or_else(press);
    let wish = wish(&line, last, &opened.house.attachments())?;
    let request = Request { press, by: line.by, at: line.at, seen: line.seen, wish };
    wait(Box::pin(opened.desk.act(request))).map(|done| (press, done)).map_err(Trouble::Refused)
}

fn read(bytes: &[u8]) -> Result<Line, String> {
    if LONGEST <= bytes.len() as u64 {
        return Err(format!("longer than {LONGEST} bytes"));
    }
    let text = std::str::from_utf8(bytes).map_err(|it| format!("not UTF-8 at byte {}", it.valid_up_to() + 1))?;
    let text = text.trim_start_matches('\u{feff}').trim_start();
    // A list would be read as the fields in their order; nobody means that.
    if !text.starts_with('{') {
        return Err("not a JSON object".to_owned());
    }
    serde_json::from_str(text).map_err(|it| it.to_string())
}

fn wish(line: &Line, last: Option<ComplaintId>, files: &Attachments) -> Result<Wish, Trouble> {
    let unreadable = |it: &str| Trouble::Unreadable(it.to_owned());
    match line.to.as_str() {
        "office" => Ok(Wish::Office { commands: commands(&line.commands)? }),
        "new" => {
            let begins = |it: &Value| it.get("do").is_some_and(|it| it == "register");
            match line.commands.first() {
                Some(it) if begins(it) => {}
                Some(_) => return Err(unreadable("commands[0]: a new complaint begins with \"register\"")),
                None => return Err(unreadable("commands: the first one has to be \"register\"")),
            }
            let mut commands = attach::commands(&line.commands, files)?;
            let then = commands.split_off(1);
            match commands.pop() {
                Some(complaint::Command::Register { details }) => Ok(Wish::Register { details, then }),
                _ => Err(unreadable("commands[0]: a new complaint begins with \"register\"")),
            }
        }
        "last" => {
            let id = last.ok_or_else(|| unreadable("to: no line before this one was about a complaint"))?;
            Ok(Wish::Complaint { id, commands: attach::commands(&line.commands, files)? })
        }
        "customer" => match commands(&line.commands)? {
            commands if matches!(commands.first(), Some(customer::Command::Open { .. })) => Ok(Wish::Open { commands }),
            _ => Err(unreadable("commands[0]: a new customer file begins with \"open\"")),
        },
        number if number.starts_with(['K', 'k']) => {
            let id = CustomerId::read(number)
                .ok_or_else(|| Trouble::Unreadable(format!("to: not a customer file: {number:?}")))?;
            Ok(Wish::Customer { id, commands: commands(&line.commands)? })
        }
        number => {
            let id = number.parse().map_err(|it| Trouble::Unreadable(format!("to: {it}")))?;
            Ok(Wish::Complaint { id, commands: attach::commands(&line.commands, files)? })
        }
    }
}

fn commands<C: Serialize + for<'de> Deserialize<'de>>(values: &[Value]) -> Result<Vec<C>, Trouble> {
    let read =
        |(place, it): (usize, &Value)| command(it).map_err(|it| Trouble::Unreadable(format!("commands[{place}]{it}")));
    values.iter().enumerate().map(read).collect()
}

/// Reads a command and refuses what it has no place for: a misspelt field is not passed over in silence.
fn command<C: Serialize + for<'de> Deserialize<'de>>(value: &Value) -> Result<C, String> {
    let command = C::deserialize(value).map_err(|it| format!(": {it}"))?;
    let understood = serde_json::to_value(&command).map_err(|it| format!(": {it}"))?;
    match unknown(value, &understood) {
        Some(field) => Err(format!("{field}: unknown field")),
        None => Ok(command),
    }
}

/// The first field that is in what was given and not in what was understood. Nothing (null, an empty list) may be
/// left out.
fn unknown(given: &Value, understood: &Value) -> Option<String> {
    match (given, understood) {
        (Value::Object(given), Value::Object(understood)) => given.iter().find_map(|(name, value)| {
            let deeper = match understood.get(name) {
                Some(understood) => unknown(value, understood),
                None if is_nothing(value) => None,
                None => Some(String::new()),
            };
            deeper.map(|it| format!(".{name}{it}"))
        }),
        (Value::Array(given), Value::Array(understood)) => (0..)
            .zip(given.iter().zip(understood))
            .find_map(|(place, (given, understood))| unknown(given, understood).map(|it| format!("[{place}]{it}"))),
        // A list where fields have names.
        (Value::Array(_), Value::Object(_)) => Some(String::new()),
        _ => None,
    }
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(list) => list.is_empty(),
        Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_) => false,
    }
}

fn receipt(place: usize, press: PressId, done: &Done) -> Value {
    json!({
        "line": place,
        "done": {
            "press": press,
            "complaint": done.complaint(),
            "customer": done.customer().map(CustomerId::written),
            "at": done.at,
            "first": done.receipt.first,
            "last": done.receipt.last,
            "version": done.version(),
            "repeated": done.receipt.repeated,
        }
    })
}

fn told(place: usize, trouble: &Trouble, (opened, output): (&Opened, &Output)) -> Value {
    match trouble {
        Trouble::Unreadable(why) => json!({ "line": place, "error": why }),
        Trouble::NotAttached { place: at, field, why } => json!({
            "line": place,
            "error": format!("commands[{at}].{field}: {why}"),
            "text": output.texts.not_attached(why),
        }),
        Trouble::Refused(refused) => json!({
            "line": place,
            "refused": refused,
            "text": output.texts.refused(refused, &opened.desk.office()),
        }),
    }
}
