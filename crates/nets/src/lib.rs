//! Data sets, models and training loops: burn in, plain numbers out.
