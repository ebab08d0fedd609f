//! What may be asked on the command line, and the help that explains it.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser, ValueParser};
use clap::error::ErrorKind;
use clap::{ArgGroup, Args, CommandFactory, Parser, Subcommand, ValueEnum, value_parser};

use crate::export::{Format, Lines};
use crate::photo_file::Rendition;
use crate::release::Lang;

/// Compose press releases: fill in a form, see the finished release, send what newsrooms can use.
///
/// Without a command, Dateline opens its window. A PATH is a release's folder or the release.ron in it.
#[derive(Debug, Parser)]
#[command(
    name = "dateline",
    version,
    args_conflicts_with_subcommands = true,
    override_usage = "dateline [--renderer RENDERER] [PATH]\n       dateline <COMMAND> …",
    after_help = "Examples:
  dateline                                    open the window
  dateline 2026/2026-11-23-bridge-opens       open this release in the window
  dateline --renderer glow                    open the window with OpenGL, for older drivers
  dateline new --sample --out sample          make a sample release to look around in
  dateline export sample --to md,txt,html     write it for newsrooms
  dateline check sample                       what an editor would ask before sending

Exit codes: 0 done, 1 could not be done or has errors, 2 wrong usage."
)]
pub(super) struct Arguments {
    /// The release to open in the window.
    pub(super) path: Option<PathBuf>,
    /// What draws the window: wgpu, glow, or wgpu and glow where it fails
    #[arg(long, value_enum, value_name = "RENDERER", default_value_t)]
    pub(super) renderer: RendererName,
    /// A job without the window.
    #[command(subcommand)]
    pub(super) job: Option<Job>,
}

/// What draws the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum RendererName {
    /// wgpu, and glow where it does not work
    #[default]
    Auto,
    /// The system's own graphics (DirectX, Metal, Vulkan), also over Remote Desktop
    Wgpu,
    /// OpenGL, for older drivers
    Glow,
}

/// A job without the window.
#[derive(Debug, Subcommand)]
pub enum Job {
    /// Make a release from filled-in fields, or a sample to look around in
    New(New),
    /// Write releases as files for newsrooms: Markdown, plain text, web page, PDF, picture, photos
    Export(Export),
    /// Ask what an editor would ask before sending
    Check(Check),
}

/// A new release.
#[derive(Debug, Args)]
#[command(
    group(ArgGroup::new("source").required(true).args(["from", "sample"])),
    after_help = "Examples:
  dateline new --from fields.json --out 2026/2026-11-23-bridge-opens
  dateline new --sample --out sample

Photos named in the fields are looked for beside the JSON file and copied byte for byte into
FOLDER/photos. The README documents every field. If anything is wrong with the fields, the message
says where (such as body[2].speaker) and nothing is written."
)]
pub struct New {
    /// Fill the release in from this JSON file
    #[arg(long, value_name = "FIELDS.JSON")]
    pub(super) from: Option<PathBuf>,
    /// Take the sample release, with photos
    #[arg(long)]
    pub(super) sample: bool,
    /// The folder of the new release; made where it is missing
    #[arg(long, value_name = "FOLDER")]
    pub(super) out: PathBuf,
    /// Replace a release that is already in the folder
    #[arg(long)]
    pub(super) force: bool,
}

/// Releases as files for newsrooms.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  dateline export 2026/2026-11-23-bridge-opens --to md,txt,html
  dateline export 2026/* --to txt --wrap 72 --lang ru --out wire
  dateline export . --to txt --paged --columns 64 --lines 50
  dateline export 2026/* --to pdf --out sent
  dateline export . --to pdf --source
  dateline export . --to png --width 800
  dateline export . --to photos
  dateline export . --to html --single-file

Each file is called <folder>.<language>.<format>, such as 2026-11-23-bridge-opens.ru.md. Photos lie
in <folder>-photos: for print, for the web, and small. Web pages and Markdown show those of the web.
The path of each written file is printed, one a line, then that of the folder of photos. If one of
the files is already there, nothing is written without --force.")]
pub struct Export {
    /// The releases: their folders, or the release.ron in them
    #[arg(required = true, value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// What to write: md, txt, html, pdf, png, photos; several with commas, or repeat it
    #[arg(long, required = true, value_delimiter = ',', value_name = "FORMAT", hide_possible_values = true, value_parser = format_parser())]
    pub(super) to: Vec<Wanted>,
    /// Only the editions in these languages [default: all that the release has]
    #[arg(long, value_delimiter = ',', value_name = "LANGUAGE")]
    pub(super) lang: Vec<Lang>,
    /// Plain text: no line wider than this many columns [default: one paragraph a line]
    #[arg(long, value_name = "COLUMNS", value_parser = value_parser!(u16).range(1..), conflicts_with = "paged")]
    pub(super) wrap: Option<u16>,
    /// Plain text: pages with form feeds between them, for A4 in a typewriter face
    #[arg(long)]
    pub(super) paged: bool,
    /// Columns of a line on such a page [default: 72]
    #[arg(long, value_name = "COLUMNS", value_parser = value_parser!(u16).range(1..), requires = "paged", conflicts_with = "wrap")]
    pub(super) columns: Option<u16>,
    /// Lines of such a page [default: 58]
    #[arg(long, value_name = "LINES", value_parser = value_parser!(u16).range(1..), requires = "paged", conflicts_with = "wrap")]
    pub(super) lines: Option<u16>,
    /// PDF: put the release itself inside; Dateline can open such a PDF again
    #[arg(long)]
    pub(super) source: bool,
    /// Web page and Markdown: the photos inside the file instead of a folder beside it
    #[arg(long)]
    pub(super) single_file: bool,
    /// Photos: pixels of the longer side of those for a web site [default: 1600]
    #[arg(long, value_name = "PIXELS", value_parser = value_parser!(u16).range(400..=10000))]
    pub(super) web_size: Option<u16>,
    /// Picture of the first page: pixels in a row [default: 1200]
    #[arg(long, value_name = "PIXELS", value_parser = value_parser!(u16).range(100..=10000))]
    pub(super) width: Option<u16>,
    /// The folder for the files [default: the folder of each release]
    #[arg(long, value_name = "FOLDER")]
    pub(super) out: Option<PathBuf>,
    /// Replace files that are already there
    #[arg(long)]
    pub(super) force: bool,
}

/// What an export can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A file of each edition.
    File(Format),
    /// A folder of photos.
    Photos,
}

impl Wanted {
    /// On the command line.
    const PHOTOS: &str = "photos";
}

impl Export {
    /// The formats of files, each once.
    pub(super) fn formats(&self) -> Vec<Format> {
        let mut once = Vec::new();
        for wanted in &self.to {
            match wanted {
                Wanted::File(format) if !once.contains(format) => once.push(*format),
                Wanted::File(_) | Wanted::Photos => {}
            }
        }
        once
    }

    /// Photos as files of their own?
    pub(super) fn wants_photos(&self) -> bool {
        self.to.contains(&Wanted::Photos)
    }

    /// How large photos for a web site are.
    pub(super) fn web_px(&self) -> u32 {
        self.web_size.map_or(Rendition::WEB_PX, u32::from)
    }

    /// How the lines of plain text end.
    pub(super) fn line_ends(&self) -> Lines {
        let Lines::Paged { columns, lines } = Lines::A4 else { return Lines::A4 };
        match (self.wrap, self.paged) {
            (Some(columns), _) => Lines::Wrapped { columns: columns.into() },
            (None, true) => Lines::Paged {
                columns: self.columns.map_or(columns, usize::from),
                lines: self.lines.map_or(lines, usize::from),
            },
            (None, false) => Lines::Paragraphs,
        }
    }
}

/// What an editor would ask.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  dateline check 2026/2026-11-23-bridge-opens
  dateline check . --json

Errors come first, then warnings, one a line. The exit code is 1 if there is an error and 0 if there
are only warnings or nothing at all.")]
pub struct Check {
    /// The release: its folder, or the release.ron in it
    #[arg(value_name = "PATH")]
    pub(super) path: PathBuf,
    /// For scripts: a JSON array of objects with severity, rule, place and message
    #[arg(long)]
    pub(super) json: bool,
}

impl Job {
    /// What clap's own rules cannot say.
    ///
    /// # Errors
    /// Wrong usage, to be told like clap's own errors.
    pub(super) fn check(&self) -> Result<(), clap::Error> {
        match self {
            Job::Export(export) => {
                let formats = export.formats();
                if export.single_file && !formats.iter().any(|format| format.carries_photos()) {
                    let why = "'--single-file' is for web page and Markdown, and '--to' names neither html nor md";
                    return Err(wrong_usage("export", why.to_owned()));
                }
                let carries_photos = export.wants_photos() || formats.iter().any(|format| format.carries_photos());
                if export.web_size.is_some() && !carries_photos {
                    let why = "'--web-size' is for photos, and '--to' names none of photos, html and md";
                    return Err(wrong_usage("export", why.to_owned()));
                }
                let given = [
                    (export.wrap.is_some(), "--wrap", "plain text", Format::Text),
                    (export.paged, "--paged", "plain text", Format::Text),
                    (export.source, "--source", "PDF", Format::Pdf),
                    (export.width.is_some(), "--width", "the picture", Format::Png),
                ];
                match given.into_iter().find(|(is_given, _, _, format)| *is_given && !formats.contains(format)) {
                    Some((_, option, what, format)) => {
                        let ending = format.extension();
                        Err(wrong_usage(
                            "export",
                            format!("'{option}' is for {what}, and '--to' does not name {ending}"),
                        ))
                    }
                    None => Ok(()),
                }
            }
            Job::New(_) | Job::Check(_) => Ok(()),
        }
    }
}

fn wrong_usage(job: &str, why: String) -> clap::Error {
    let mut command = Arguments::command();
    command.build();
    match command.find_subcommand_mut(job) {
        Some(job) => job.error(ErrorKind::ArgumentConflict, why),
        None => command.error(ErrorKind::ArgumentConflict, why),
    }
}

/// Formats by the ending of their files, and photos; an unknown one is answered with those that there are.
fn format_parser() -> ValueParser {
    let endings = Format::ALL.map(Format::extension);
    let known = PossibleValuesParser::new(endings.into_iter().chain([Wanted::PHOTOS]));
    let wanted = |name: String| match Format::from_extension(&name) {
        Some(format) => Ok(Wanted::File(format)),
        None if name == Wanted::PHOTOS => Ok(Wanted::Photos),
        None => Err("there is no such format"),
    };
    known.try_map(wanted).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_are_well_formed() {
        Arguments::command().debug_assert();
    }
}
