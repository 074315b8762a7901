pub mod calendar;
pub mod figure;
pub mod problem;
pub mod quantity;
pub mod region;
pub mod workbook;
pub mod report;
pub mod documents;
