//! Whatever is typed, the PDF keeps the promise of its standards, as long as the fonts have its letters.

use dateline::pages::Archive;

use super::generated::{Dice, house, release};
use super::press::{on_the_program_s_stack, pages, times};

#[test]
fn every_release_becomes_a_pdf_for_everyone_and_for_good() {
    on_the_program_s_stack(|| {
        let mut faults = Vec::new();
        for seed in 0..times(500, 10_000) as u64 {
            let mut dice = Dice::new(seed);
            let house = house(&mut dice);
            let release = release(&mut dice, 40);
            let (_, pages) = pages(&release, &house);
            if !pages.missing_letters.is_empty() {
                faults.push(format!("{seed}: missing {:?}", pages.missing_letters));
            }
            if let Err(error) = pages.pdf(Archive::Full) {
                faults.push(format!("{seed}: {error}"));
            }
        }
        assert!(faults.is_empty(), "{} of them:\n{}", faults.len(), faults[..faults.len().min(20)].join("\n"));
    });
}
