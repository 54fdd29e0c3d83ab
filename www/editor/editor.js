// The code editor: CodeMirror 6 for Python, in a shadow root of its own.
//
// The page's policy refuses style elements. In a shadow root CodeMirror's styles are adopted style
// sheets, which the policy allows; colours come from the page through custom properties.
//
// The page loads this module when an exercise opens, and falls back to a plain text area when it
// cannot be loaded.

import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Annotation, EditorState, Prec } from "@codemirror/state";
import {
  EditorView,
  drawSelection,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";

import { numpyCompletion } from "./completion.js";
import { lineMarks, setLineMarks } from "./marks.js";
import { colours, theme } from "./theme.js";

const fromPage = Annotation.define();
const UNTIL_TYPING_MS = 24 * 3600 * 1000;

/**
 * Puts an editor into `host`.
 *
 * `options`: `text`; `label`, its name for screen readers; `readOnly`; `names`, the address of the
 * names to complete, for none of them when it is missing; and the callbacks
 * `onChange(text)` after each change of the visitor's, `onRun()` for Ctrl/Cmd+Enter, `onLeave()`
 * for Escape.
 */
export function createEditor(host, options) {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open", delegatesFocus: true });
  // The editor fills its host and scrolls inside, however long the text is. Set from code, because
  // the policy refuses style attributes.
  const frame = document.createElement("div");
  frame.style.cssText = "position: absolute; inset: 0";
  root.replaceChildren(frame);
  const state = EditorState.create({ doc: options.text, extensions: extensions(options) });
  const view = new EditorView({ state, parent: frame, root });
  return {
    /** Replaces the text in one step that Undo takes back; the visitor's callbacks stay silent. */
    setText(text) {
      if (text === view.state.doc.toString()) return;
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        annotations: fromPage.of(true),
      });
    },
    /** Marks lines, from 1: `[{ line, message }]`. */
    mark(marks) {
      view.dispatch({ effects: setLineMarks.of(marks) });
    },
    /** Scrolls to a line, from 1, and puts the cursor there. */
    goTo(line) {
      const place = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
      view.dispatch({ selection: { anchor: place.from }, effects: EditorView.scrollIntoView(place.from, { y: "center" }) });
      view.focus();
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

/** Leaves the editor. Until something is typed again, Tab passes through it instead of indenting. */
function leave(view, onLeave) {
  view.setTabFocusMode(UNTIL_TYPING_MS);
  onLeave?.();
  return Boolean(onLeave);
}

function extensions({ label, readOnly, names, onChange, onRun, onLeave }) {
  const keys = [
    { key: "Mod-Enter", run: () => (onRun?.(), true) },
    ...closeBracketsKeymap,
    ...searchKeymap,
    ...historyKeymap,
    indentWithTab,
    ...defaultKeymap,
  ];
  return [
    lineNumbers(),
    highlightSpecialChars(),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    search({ top: true }),
    highlightSelectionMatches(),
    python(),
    indentUnit.of("    "),
    EditorState.tabSize.of(4),
    EditorState.readOnly.of(Boolean(readOnly)),
    readOnly ? [] : [highlightActiveLine(), highlightActiveLineGutter()],
    lineMarks,
    names && !readOnly ? numpyCompletion(names) : [],
    keymap.of(keys),
    // Last of all: Escape first closes a search, and only then leaves.
    Prec.lowest(keymap.of([{ key: "Escape", run: (view) => leave(view, onLeave) }])),
    EditorView.contentAttributes.of({
      "aria-label": label,
      tabindex: "0",
      autocapitalize: "off",
      autocorrect: "off",
      spellcheck: "false",
    }),
    EditorView.updateListener.of((update) => {
      const isVisitors = update.transactions.some((it) => it.docChanged && !it.annotation(fromPage));
      if (isVisitors) onChange?.(update.state.doc.toString());
    }),
    theme,
    syntaxHighlighting(colours),
  ];
}
