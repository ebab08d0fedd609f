//! Dateline.
fn main() {
    if let Err(error) = dateline::app::run(std::env::args_os().nth(1).map(Into::into)) {
        #[allow(clippy::print_stderr)]
        {
            eprintln!("{error}");
        }
    }
}
