//! The payment annexes of the regleringsbrev.
pub mod data;
