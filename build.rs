//! Reads `i18n/LANGUAGE/*.ftl` and writes one typed function a text.
//!
//! The build stops, naming file and id, when a language lacks a text, has a leftover one, or uses other variables
//! than zh-CN, the original.

use std::{
    collections::BTreeMap,
    env,
    error::Error,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use fluent_syntax::{ast, parser};

/// The original first.
const LANGUAGES: [&str; 3] = ["zh-CN", "zh-TW", "en"];

type Failure = Box<dyn Error>;

/// One text of one language.
struct Text {
    file: String,
    variables: Vec<String>,
    words: String,
    comment: String,
}

/// The texts of one language, by id, and its files.
struct Language {
    texts: BTreeMap<String, Text>,
    files: Vec<PathBuf>,
}

fn main() -> Result<(), Failure> {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=i18n");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("i18n");
    let languages = LANGUAGES.into_iter().map(|name| read(&root.join(name))).collect::<Result<Vec<_>, _>>()?;
    let complaints = compare(&languages);
    if !complaints.is_empty() {
        for complaint in &complaints {
            println!("cargo::error={complaint}");
        }
        return Err("the languages of i18n/ differ".into());
    }
    let out = PathBuf::from(env::var("OUT_DIR")?).join("texts.rs");
    fs::write(out, functions(&languages)?)?;
    Ok(())
}

fn read(folder: &Path) -> Result<Language, Failure> {
    let mut files = fs::read_dir(folder)?.map(|it| it.map(|it| it.path())).collect::<Result<Vec<_>, _>>()?;
    files.retain(|it| it.extension().is_some_and(|it| it == "ftl"));
    files.sort();
    let mut texts = BTreeMap::new();
    for path in &files {
        println!("cargo:rerun-if-changed={}", path.display());
        let source = fs::read_to_string(path)?;
        let resource = parser::parse(source.as_str())
            .map_err(|(_, errors)| format!("{}: {}", path.display(), blame(&source, &errors)))?;
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        for entry in resource.body {
            let ast::Entry::Message(message) = entry else { continue };
            let id = message.id.name.to_owned();
            let at = format!("{}: {id}", path.display());
            let Some(pattern) = &message.value else { return Err(format!("{at}: has no text").into()) };
            if !message.attributes.is_empty() {
                return Err(format!("{at}: attributes are not used here, write a text of its own").into());
            }
            let mut text = Text {
                file: file.clone(),
                variables: Vec::new(),
                words: String::new(),
                comment: message.comment.map(|it| it.content.join(" ")).unwrap_or_default(),
            };
            describe(pattern, &mut text).map_err(|it| format!("{at}: {it}"))?;
            // By the alphabet: rewording a text never changes the order of its arguments.
            text.variables.sort();
            if texts.insert(id, text).is_some() {
                return Err(format!("{at}: stands twice").into());
            }
        }
    }
    Ok(Language { texts, files })
}

fn blame(source: &str, errors: &[parser::ParserError]) -> String {
    errors
        .iter()
        .map(|it| {
            let line = source.bytes().take(it.pos.start).filter(|byte| *byte == b'\n').count() + 1;
            format!("line {line}: {}", it.kind)
        })
        .collect::<Vec<_>>()
        .join("; ")
}

/// Collects the variables of a pattern and its words for the documentation.
fn describe(pattern: &ast::Pattern<&str>, text: &mut Text) -> Result<(), Failure> {
    for element in &pattern.elements {
        match element {
            ast::PatternElement::TextElement { value } => text.words.push_str(value),
            ast::PatternElement::Placeable { expression } => match expression {
                ast::Expression::Inline(inline) => placeable(inline, text)?,
                ast::Expression::Select { selector, variants } => {
                    note(selector, text)?;
                    let chosen = variants.iter().find(|it| it.default).map(|it| &it.value);
                    for variant in variants {
                        let words = text.words.len();
                        describe(&variant.value, text)?;
                        if chosen.is_none_or(|it| !std::ptr::eq(it, &raw const variant.value)) {
                            text.words.truncate(words);
                        }
                    }
                }
            },
        }
    }
    Ok(())
}

fn placeable(inline: &ast::InlineExpression<&str>, text: &mut Text) -> Result<(), Failure> {
    note(inline, text)?;
    match inline {
        ast::InlineExpression::VariableReference { id } => write!(text.words, "{{{}}}", id.name)?,
        ast::InlineExpression::StringLiteral { value } | ast::InlineExpression::NumberLiteral { value } => {
            text.words.push_str(value);
        }
        ast::InlineExpression::TermReference { id, .. } => write!(text.words, "{{-{}}}", id.name)?,
        ast::InlineExpression::FunctionReference { .. }
        | ast::InlineExpression::MessageReference { .. }
        | ast::InlineExpression::Placeable { .. } => text.words.push('…'),
    }
    Ok(())
}

fn note(inline: &ast::InlineExpression<&str>, text: &mut Text) -> Result<(), Failure> {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            if !text.variables.iter().any(|it| it == id.name) {
                text.variables.push(id.name.to_owned());
            }
            Ok(())
        }
        ast::InlineExpression::StringLiteral { .. }
        | ast::InlineExpression::NumberLiteral { .. }
        | ast::InlineExpression::TermReference { .. } => Ok(()),
        ast::InlineExpression::FunctionReference { .. } => Err("functions are not used here, format in Rust".into()),
        ast::InlineExpression::MessageReference { .. } => Err("refers to another text, use a -term".into()),
        ast::InlineExpression::Placeable { expression } => match expression.as_ref() {
            ast::Expression::Inline(inline) => note(inline, text),
            ast::Expression::Select { selector, .. } => note(selector, text),
        },
    }
}

fn compare(languages: &[Language]) -> Vec<String> {
    let mut complaints = Vec::new();
    let original = &languages[0];
    for (language, name) in languages.iter().zip(LANGUAGES).skip(1) {
        for (id, text) in &original.texts {
            match language.texts.get(id) {
                None => complaints.push(format!("i18n/{name}/{}: lacks {id}", text.file)),
                Some(other) => {
                    let (ours, theirs) = (&text.variables, &other.variables);
                    if ours != theirs {
                        complaints
                            .push(format!("i18n/{name}/{}: {id} uses {theirs:?}, zh-CN uses {ours:?}", other.file));
                    }
                    if other.file != text.file {
                        complaints.push(format!("i18n/{name}/{}: {id} belongs to {}", other.file, text.file));
                    }
                }
            }
        }
        for (id, text) in &language.texts {
            if !original.texts.contains_key(id) {
                complaints.push(format!("i18n/{name}/{}: {id} is not in zh-CN any more", text.file));
            }
        }
    }
    complaints
}

fn functions(languages: &[Language]) -> Result<String, Failure> {
    let mut out = String::from("// Written by build.rs from i18n/*.ftl.\n\n");
    for (language, name) in languages.iter().zip(LANGUAGES) {
        let constant = name.to_uppercase().replace('-', "_");
        writeln!(out, "/// Sources of {name}.\npub(super) const {constant}: &[&str] = &[")?;
        for file in &language.files {
            writeln!(out, "    include_str!({:?}),", file.display().to_string())?;
        }
        out.push_str("];\n\n");
    }
    let texts = &languages[0].texts;
    out.push_str("/// Ids of the texts without arguments, in the order of their indices.\n");
    out.push_str("pub(super) const PLAIN: &[&str] = &[\n");
    for (id, _) in texts.iter().filter(|(_, it)| it.variables.is_empty()) {
        writeln!(out, "    {id:?},")?;
    }
    out.push_str("];\n\n/// Every id with the variables it takes.\n#[cfg(test)]\n");
    out.push_str("pub(super) const ALL: &[(&str, &[&str])] = &[\n");
    for (id, text) in texts {
        writeln!(out, "    ({id:?}, &{:?}),", text.variables)?;
    }
    out.push_str("];\n\nimpl Texts {\n");
    let mut index = 0;
    for (id, text) in texts {
        let name = id.replace('-', "_").to_lowercase();
        let words = languages.iter().map(|it| it.texts.get(id).map_or("", |it| it.words.as_str()));
        let words = words.map(|it| it.replace('\n', " ").replace('`', "'")).collect::<Vec<_>>();
        writeln!(out, "    /// `{}` · `{}` · `{}`\n    ///", words[0], words[1], words[2])?;
        if !text.comment.is_empty() {
            writeln!(out, "    /// `{}`\n    ///", text.comment.replace('`', "'"))?;
        }
        writeln!(out, "    /// {}: `{id}`", text.file.trim_end_matches(".ftl"))?;
        out.push_str("    #[must_use]\n");
        if text.variables.is_empty() {
            writeln!(out, "    pub fn {name}(&self) -> &str {{\n        self.plain({index})\n    }}\n")?;
            index += 1;
        } else {
            let names = text.variables.iter().map(|it| it.replace('-', "_").to_lowercase()).collect::<Vec<_>>();
            let parameters =
                names.iter().map(|it| format!("{it}: impl Into<FluentValue<'a>>")).collect::<Vec<_>>().join(", ");
            let arguments = names
                .iter()
                .zip(&text.variables)
                .map(|(name, key)| format!("({key:?}, {name}.into())"))
                .collect::<Vec<_>>()
                .join(", ");
            writeln!(
                out,
                "    pub fn {name}<'a>(&self, {parameters}) -> String {{\n        self.filled({id:?}, [{arguments}])\n    }}\n"
            )?;
        }
    }
    out.push_str("}\n");
    Ok(out)
}
