//! Sets releases as the program does, with photos of a few sizes that are made once.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};

use dateline::house::{House, Letterhead};
use dateline::pages::{Material, PageError, Pages, Print, Resolution, STACK, Sheet, Shown, photos_of, set};
use dateline::release::Release;
use dateline::story::{self, Story};

use super::photos::{file, jpeg, scene};

/// Runs a test on a stack as the program's own; a failure stays a failure.
pub fn on_the_program_s_stack<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work).unwrap();
        thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

/// Larger counts where somebody has the time.
pub fn times(usual: usize, long: usize) -> usize {
    if std::env::var_os("DATELINE_LONG").is_some() { long } else { usual }
}

/// Pictures of several shapes and formats, told apart by the digit in their file's name.
static PICTURES: LazyLock<[Vec<u8>; 5]> = LazyLock::new(|| {
    [
        jpeg(&scene(64, 40)),
        jpeg(&scene(900, 500)),
        jpeg(&scene(200, 600).to_luma8().into()),
        file(&scene(120, 120).to_rgba8().into(), image::ImageFormat::Png),
        file(&scene(400, 3), image::ImageFormat::WebP),
    ]
});

/// A picture's place in the list, and the room that it gets.
type PrintKey = (usize, Shown, [u32; 2]);

/// The photo of this name: the same picture for the same last digit.
pub fn print(name: &str, shown: Shown, letterhead: &Letterhead) -> Print {
    static PRINTS: LazyLock<Mutex<HashMap<PrintKey, Print>>> = LazyLock::new(Mutex::default);
    let digit = name.bytes().rfind(u8::is_ascii_digit).unwrap_or(b'0');
    let which = usize::from(digit - b'0') % PICTURES.len();
    let (width, height) = letterhead.text_mm();
    let mut prints = PRINTS.lock().unwrap();
    let made = || Print::new(&PICTURES[which], shown, letterhead, Resolution::Screen).unwrap();
    prints.entry((which, shown, [width.to_bits(), height.to_bits()])).or_insert_with(made).clone()
}

/// Photos for everything that a story shows.
pub fn material(story: &Story, letterhead: &Letterhead) -> Material {
    let photos = photos_of(story).into_iter().map(|(name, shown)| {
        let print = print(&name, shown, letterhead);
        (name, Ok(print))
    });
    Material { logo: None, photos: photos.collect() }
}

/// The first edition of a release, in the style of a house.
pub fn story(release: &Release, house: &House) -> Story {
    story::set(release, &release.editions[0], house)
}

pub fn press(story: &Story, letterhead: &Letterhead, material: &Material) -> Result<Pages, PageError> {
    set(&Sheet { story, letterhead, material, source: None }, &|| false)
}

/// The pages of a release in one language, its photos made up.
pub fn pages(release: &Release, house: &House) -> (Story, Pages) {
    let story = story(release, house);
    let pages = press(&story, &house.letterhead, &material(&story, &house.letterhead)).unwrap();
    (story, pages)
}
