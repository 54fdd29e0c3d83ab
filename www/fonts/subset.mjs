// The typefaces, cut to the characters that the site's own words and formulas use, without hinting:
// 17 KB for two weights of text in place of 47, 29 KB for formulas in place of 400. What a visitor
// types in other scripts is drawn by the system's font.
//
//   node subset.mjs        writes www/node_modules/.fonts/plex-<weight>.woff2 and stix-math.woff2

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

import subsetFont from "subset-font";

const WEIGHTS = [400, 600];

const range = (first, last) =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));

/** Printable ASCII, and what prose and formulas on the pages add to it. */
const ASCII = range(32, 126);
const BEYOND = "\u00a0°±²³·×ÄÖÜßäéöü–—‘’“”…→−√≈≠≤≥";

/** Signs of formulas; browsers draw a single letter as its italic form, which has a place of its own. */
const SIGNS =
  "\u00a0±×·˙ΔΛΣΦαβγδεηθκλμξπρστφωϕϵ‖…′‾\u2061ℎℒℓℝ←→↦⇒⇔∂∅∇∈∏∑−∖∗√∝∞∣∥∩∪∫∼≈≠≡≤≥≪≫≻⊃⊕⊙⊤⋃⋅⋯⌀⌈⌉⌊⌋⏟⟶⟺𝐈𝐰𝒩𝒯𝔼𝟏";
const ITALIC = range(0x1d434, 0x1d467) + range(0x1d6e2, 0x1d71b);

const modules = new URL("../node_modules/", import.meta.url);
const folder = new URL(".fonts/", modules);

async function cut(source, name, characters, features) {
  const font = await subsetFont(readFileSync(new URL(source, modules)), characters, {
    targetFormat: "woff2",
    keepFeatures: features,
    noHinting: true,
  });
  writeFileSync(new URL(`${name}.woff2`, folder), font);
}

mkdirSync(folder, { recursive: true });
for (const weight of WEIGHTS) {
  const source = `@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-${weight}-normal.woff2`;
  await cut(source, `plex-${weight}`, ASCII + BEYOND, ["kern"]);
}
const formulas = "@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2";
await cut(formulas, "stix-math", ASCII + SIGNS + ITALIC, []);
