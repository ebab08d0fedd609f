//! Same in, same out: what a release looks like does not hang on what was set before, nor on who asks.

use dateline::pages::{Archive, Pages};

use super::generated::{Dice, house, release};
use super::press::{on_the_program_s_stack, pages};

fn made(seed: u64) -> Pages {
    let mut dice = Dice::new(seed);
    let house = house(&mut dice);
    pages(&release(&mut dice, 40), &house).1
}

/// Everything that leaves: the PDF, the pixels, the marks.
fn all_of(pages: &Pages) -> (Vec<u8>, Vec<dateline::pages::Pixels>, String) {
    let pixels = (0..pages.count()).map(|page| pages.pixels(page, 0.5).unwrap()).collect();
    let fingerprints: Vec<_> = (0..pages.count()).map(|page| pages.fingerprint(page)).collect();
    (pages.pdf(Archive::Full).unwrap(), pixels, format!("{:?} {fingerprints:?}", pages.marks))
}

#[test]
fn pages_made_twice_are_equal_to_the_byte() {
    on_the_program_s_stack(|| {
        let first: Vec<_> = (0..12).map(|seed| all_of(&made(seed))).collect();
        // More settings than Typst remembers, so that the same is set anew.
        (100..115).for_each(|seed| drop(made(seed)));
        for seed in (0..12).rev() {
            assert!(all_of(&made(seed)) == first[seed as usize], "{seed} in the same thread");
            let elsewhere = on_the_program_s_stack(|| all_of(&made(seed)));
            assert!(elsewhere == first[seed as usize], "{seed} in another thread");
        }
        assert!(first[0].0 != first[1].0);
    });
}

#[test]
fn several_threads_at_once_make_the_same() {
    let alone: Vec<_> = on_the_program_s_stack(|| (20..24).map(|seed| all_of(&made(seed))).collect());
    std::thread::scope(|scope| {
        for (seed, alone) in (20..24).zip(&alone) {
            scope.spawn(move || assert!(on_the_program_s_stack(|| all_of(&made(seed))) == *alone, "{seed}"));
        }
    });
}
