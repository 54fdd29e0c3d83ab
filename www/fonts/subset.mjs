// The typeface, cut to the characters that the site's own words use, without hinting: 17 KB for two
// weights in place of 47. What a visitor types in other scripts is drawn by the system's font.
//
//   node subset.mjs        writes www/node_modules/.fonts/plex-<weight>.woff2

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

import subsetFont from "subset-font";

const WEIGHTS = [400, 600];

/** Printable ASCII, and what prose and formulas on the pages add to it. */
const ASCII = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index));
const BEYOND = "\u00a0°±²³·×ÄÖÜßäéöü–—‘’“”…→−√≈≠≤≥";

const modules = new URL("../node_modules/", import.meta.url);
const folder = new URL(".fonts/", modules);

mkdirSync(folder, { recursive: true });
for (const weight of WEIGHTS) {
  const name = `@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-${weight}-normal.woff2`;
  const cut = await subsetFont(readFileSync(new URL(name, modules)), ASCII + BEYOND, {
    targetFormat: "woff2",
    keepFeatures: ["kern"],
    noHinting: true,
  });
  writeFileSync(new URL(`plex-${weight}.woff2`, folder), cut);
}
