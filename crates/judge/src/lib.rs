//! Results of a submission to a verdict, growth fits, recognised mistakes.
