use crate::args::Cli;
use crate::failure::Failure;
use crate::output::Output;
use clap::{Arg, Command, CommandFactory};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};
use std::fs;
use std::io;
use std::path::Path;

/// Prints one page for the whole program, or writes one page per command into `dir`.
pub(crate) fn run(dir: Option<&Path>, output: Output) -> Result<(), Failure> {
    let Some(dir) = dir else {
        let page = page().map_err(|error| Failure::Internal(format!("the man page cannot be rendered: {error}")))?;
        return output.bytes(&page);
    };
    fs::create_dir_all(dir)
        .and_then(|()| clap_mangen::generate_to(with_aliases(Cli::command()), dir))
        .map_err(|error| Failure::io(dir.display(), error))
}

/// Returns the page of the whole program with the options of every command. It lists the shared options once.
fn page() -> io::Result<Vec<u8>> {
    let mut root = with_aliases(Cli::command()).disable_help_subcommand(true);
    root.build();
    let mut page = Vec::new();
    let man = Man::new(root.clone());
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    let mut shared = None;
    for command in leaves(&root) {
        section(command, &mut page)?;
        shared = shared.or_else(|| command.get_arguments().any(is_shared).then_some(command));
    }
    if let Some(command) = shared {
        let request = command.clone().mut_args(|arg| if is_shared(&arg) { arg } else { arg.hide(true) });
        Man::new(request).render_options_section(&mut page)?;
    }
    let mut notes = Vec::new();
    man.render_extra_section(&mut notes)?;
    page.extend(String::from_utf8_lossy(&notes).replace(".SH EXTRA\n", ".SH NOTES\n").as_bytes());
    Ok(page)
}

/// Adds the aliases of an option to its help text, because clap_mangen leaves them out.
fn with_aliases(command: Command) -> Command {
    let named = |arg: Arg| match (arg.get_visible_aliases(), arg.get_help()) {
        (Some(aliases), Some(help)) => {
            let help = format!("{help} [alias: --{}]", aliases.join(", --"));
            arg.help(help)
        }
        _ => arg,
    };
    command.mut_args(named).mut_subcommands(with_aliases)
}

fn leaves(command: &Command) -> Vec<&Command> {
    if command.has_subcommands() { command.get_subcommands().flat_map(leaves).collect() } else { vec![command] }
}

fn is_shared(arg: &Arg) -> bool {
    arg.get_help_heading().is_some()
}

fn section(command: &Command, page: &mut Vec<u8>) -> io::Result<()> {
    let own = command.clone().mut_args(|arg| if is_shared(&arg) { arg.hide(true) } else { arg });
    let name = own.get_bin_name().unwrap_or_else(|| own.get_name()).to_owned();
    let about = own.get_about().map(ToString::to_string).unwrap_or_default();
    let mut heading = Roff::new();
    heading.control("SH", [name.to_uppercase().as_str()]).text([bold(name), roman(": "), roman(about)]);
    heading.to_writer(page)?;
    let mut options = Vec::new();
    Man::new(own).render_options_section(&mut options)?;
    // The section already has a heading.
    let options = String::from_utf8_lossy(&options).replace(".SH OPTIONS\n", "");
    page.extend(options.as_bytes());
    Ok(())
}
