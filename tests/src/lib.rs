//! Browser tests: what only a browser can show, in Chromium, Firefox and WebKit.
