//! A photo that leaves the house: its pixels and nothing else, whatever came in.

use dateline::photo_file::{PictureFormat, for_page, logo, size_px};

mod photos;

use photos::*;

#[test]
fn a_jpeg_that_is_right_keeps_its_pixels_to_the_bit() {
    for (name, photo) in [("colour", jpeg(&scene(97, 61))), ("grey", jpeg(&scene(97, 61).to_luma8().into()))] {
        let picture = for_page(&photo, (200, 200)).unwrap();
        assert_eq!((picture.format, picture.width_px, picture.height_px), (PictureFormat::Jpeg, 97, 61), "{name}");
        assert_eq!(decoded(&picture.bytes), decoded(&photo), "{name}");
    }
}
