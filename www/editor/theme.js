// The editor's look, in the page's own colours: light and dark are the page's business.

import { HighlightStyle } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

export const theme = EditorView.theme({
  "&": { height: "100%", color: "var(--ink)", backgroundColor: "var(--raised)", fontSize: "0.875rem" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--font-code)", lineHeight: "1.65", overflow: "auto" },
  ".cm-content": { padding: "12px 0", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0 16px 0 8px" },
  ".cm-gutters": { backgroundColor: "var(--raised)", color: "var(--muted)", border: "none" },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "3.2em", padding: "0 12px 0 8px" },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--sunken) 60%, transparent)" },
  ".cm-activeLineGutter": { backgroundColor: "transparent", color: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "2px" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--accent-soft)",
  },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--caution-soft)", outline: "1px solid var(--caution)" },
  "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "var(--bad-soft)", outline: "1px solid var(--bad)" },
  ".cm-selectionMatch": { backgroundColor: "var(--caution-soft)" },
  ".cm-searchMatch": { backgroundColor: "var(--caution-soft)", outline: "1px solid var(--caution)" },
  ".cm-marked-line, .cm-marked-line.cm-activeLine": { backgroundColor: "var(--bad-soft)" },
  ".cm-line-message": {
    padding: "2px 16px 4px 8px",
    color: "var(--bad)",
    backgroundColor: "var(--bad-soft)",
    fontFamily: "var(--font-text)",
    fontSize: "0.8125rem",
    whiteSpace: "pre-wrap",
  },
  ".cm-tooltip": {
    color: "var(--ink)",
    backgroundColor: "var(--raised)",
    border: "1px solid var(--line)",
    borderRadius: "6px",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": {
    borderRadius: "5px",
    fontFamily: "var(--font-code)",
    maxWidth: "min(32rem, 92vw)",
    maxHeight: "14em",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "3px 10px", lineHeight: "1.5" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": {
    color: "var(--ink)",
    backgroundColor: "var(--accent-soft)",
  },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "600" },
  ".cm-completionDetail": { marginLeft: "0", fontStyle: "normal", color: "var(--muted)" },
  ".cm-tooltip.cm-completionInfo": {
    padding: "8px 10px",
    maxWidth: "min(26rem, 80vw)",
    fontFamily: "var(--font-text)",
    fontSize: "0.8125rem",
    lineHeight: "1.5",
  },
  ".cm-completionInfo code": { display: "block", fontFamily: "var(--font-code)", overflowWrap: "anywhere" },
  ".cm-panels": { backgroundColor: "var(--sunken)", color: "var(--ink)", borderColor: "var(--line)" },
  ".cm-panels.cm-panels-top": { borderBottom: "1px solid var(--line)" },
  ".cm-panel.cm-search": { padding: "8px 12px", fontFamily: "var(--font-text)" },
  ".cm-textfield": { backgroundColor: "var(--raised)", color: "var(--ink)", border: "1px solid var(--line)", borderRadius: "4px" },
  ".cm-button": {
    backgroundImage: "none",
    backgroundColor: "var(--raised)",
    color: "var(--ink)",
    border: "1px solid var(--line)",
    borderRadius: "4px",
  },
  ".cm-panel.cm-search [name=close]": { color: "var(--ink)" },
});

export const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.self], color: "var(--lane-c)" },
  { tag: [tags.function(tags.variableName), tags.function(tags.definition(tags.variableName)), tags.className], color: "var(--lane-b)" },
  { tag: [tags.function(tags.propertyName), tags.standard(tags.variableName)], color: "var(--lane-b)" },
  { tag: [tags.string, tags.special(tags.string), tags.docString], color: "var(--good)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--accent)" },
  { tag: tags.comment, color: "var(--muted)", fontStyle: "italic" },
  { tag: tags.invalid, color: "var(--bad)" },
]);
