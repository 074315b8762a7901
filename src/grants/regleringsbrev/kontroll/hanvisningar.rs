//! References in free texts.
