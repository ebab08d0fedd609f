#![allow(missing_docs)]
pub mod check;
pub mod export;
pub mod house;
pub mod language;
pub mod newsroom;
pub mod release;
pub mod story;
