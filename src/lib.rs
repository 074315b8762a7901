//! `statsbidrag`: from Excel workbooks to the official documents that hand state money to the regions.

pub mod allocation;
pub mod calendar;
pub mod cli;
pub mod documents;
pub mod figure;
pub mod grants;
pub mod output;
pub mod pipeline;
pub mod problem;
pub mod quantity;
pub mod region;
pub mod render;
pub mod report;
pub mod workbook;
