#![allow(missing_docs)]
pub mod app;
pub mod check;
pub mod cli;
pub mod desk;
pub mod export;
pub mod house;
pub mod language;
pub mod newsroom;
pub mod release;
pub mod story;
pub mod ui;
