//! Numbers to shapes, scales, colours and alternative text.
