//! Folders under `www/content` to items: parsing, Markdown and maths, validation.
