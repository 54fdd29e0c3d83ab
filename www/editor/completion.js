// Completion of NumPy's names: after `np.` those that this playground has, each with its signature
// and one line about it. Nothing else is completed, so that nothing pops up over what people think.
//
// The names are fetched when they are first needed.

import {
  acceptCompletion,
  autocompletion,
  closeCompletion,
  completionKeymap,
  ifNotIn,
  selectedCompletion,
} from "@codemirror/autocomplete";
import { Prec } from "@codemirror/state";
import { keymap } from "@codemirror/view";

import { byPlace, placeAt } from "./names.js";

const LEAST_WIDTH_PX = 220;
const MOST_WIDTH_PX = 420;
const NO_CODE = ["String", "FormatString", "Comment"];

/** The extension; `address` is that of the listing of names. */
export function numpyCompletion(address) {
  const keys = completionKeymap.filter(({ key }) => key !== "Enter");
  return [
    autocompletion({
      override: [ifNotIn(NO_CODE, source(address))],
      defaultKeymap: false,
      icons: false,
      positionInfo: placeInfo,
      // Enter is safe at any time: it takes nothing that is written out already.
      interactionDelay: 0,
    }),
    Prec.highest(
      keymap.of([...keys, { key: "Enter", run: acceptUnlessWritten }, { key: "Tab", run: acceptCompletion }]),
    ),
  ];
}

/** A name that is written out already needs no accepting: Enter then begins a new line. */
function acceptUnlessWritten(view) {
  const chosen = selectedCompletion(view.state);
  if (!chosen) return false;
  const { head } = view.state.selection.main;
  const before = view.state.doc.lineAt(head);
  const isWritten = new RegExp(`(?<!\\w)${chosen.label}$`).test(before.text.slice(0, head - before.from));
  if (!isWritten) return acceptCompletion(view);
  closeCompletion(view);
  return false;
}

function source(address) {
  let fetched = null;
  const places = () => {
    fetched ??= fetch(address)
      .then((response) => response.json())
      .then(byPlace)
      // Offline and not kept: typing goes on without; the next dot tries again.
      .catch(() => (fetched = null));
    return fetched;
  };
  return async (context) => {
    const line = context.state.doc.lineAt(context.pos);
    const found = placeAt(line.text.slice(0, context.pos - line.from), context.state.doc.toString());
    if (!found) return null;
    const names = (await places())?.get(found.place);
    if (!names) return null;
    return { from: context.pos - found.word.length, options: names.map(option), validFor: /^\w*$/ };
  };
}

/** Beside the list where there is room, else below or above it; never over it, as on phones. */
function placeInfo(_view, list, chosen, info, space) {
  const room = space.right - list.right;
  if (room >= LEAST_WIDTH_PX) {
    const top = Math.min(chosen.top, space.bottom - info.bottom + info.top) - list.top;
    return { style: `left: 100%; top: ${top}px; max-width: ${Math.min(room, MOST_WIDTH_PX)}px` };
  }
  const fits = list.bottom + info.bottom - info.top <= space.bottom;
  return { style: `left: 0; ${fits ? "top" : "bottom"}: 100%; max-width: ${list.right - list.left}px` };
}

function option({ name, signature, line }) {
  return {
    label: name,
    detail: signature ?? "",
    info: () => {
      const element = document.createElement("div");
      const head = document.createElement("code");
      head.textContent = name + (signature ?? "");
      element.append(head, line.replaceAll("``", ""));
      return element;
    },
  };
}
