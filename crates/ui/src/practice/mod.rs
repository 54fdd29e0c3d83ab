//! The practice room: an exercise, an editor, and a verdict.
