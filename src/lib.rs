#![allow(missing_docs)]
pub mod release;
