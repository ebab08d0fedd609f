#![allow(missing_docs)]
pub mod house;
pub mod language;
pub mod release;
pub mod story;
