// Marked lines: where an error was raised, or what a remark is about. A mark follows its line while
// the text changes, and goes when its own line is edited.

import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, WidgetType } from "@codemirror/view";

/** Replaces all marks: `[{ line, message }]`, lines from 1. */
export const setLineMarks = StateEffect.define();

class Message extends WidgetType {
  constructor(text) {
    super();
    this.text = text;
  }

  eq(other) {
    return other.text === this.text;
  }

  toDOM() {
    const element = document.createElement("div");
    element.className = "cm-line-message";
    element.textContent = this.text;
    return element;
  }

  ignoreEvent() {
    return true;
  }
}

const markedLine = Decoration.line({ class: "cm-marked-line" });

export const lineMarks = StateField.define({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    if (transaction.docChanged) next = withoutEdited(next, transaction);
    for (const effect of transaction.effects) {
      if (effect.is(setLineMarks)) next = build(effect.value, transaction.state.doc);
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function withoutEdited(marks, transaction) {
  const edited = [];
  transaction.changes.iterChangedRanges((_fromBefore, _toBefore, from, to) => edited.push([from, to]));
  const { doc } = transaction.state;
  return marks.update({
    filter: (from) => {
      const line = doc.lineAt(from);
      return !edited.some(([start, end]) => start <= line.to && end >= line.from);
    },
  });
}

function build(marks, doc) {
  const ranges = [];
  for (const { line, message } of marks) {
    if (line < 1 || line > doc.lines) continue;
    const place = doc.line(line);
    ranges.push(markedLine.range(place.from));
    if (message) {
      const widget = Decoration.widget({ widget: new Message(message), block: true, side: 1 });
      ranges.push(widget.range(place.to));
    }
  }
  return Decoration.set(ranges, true);
}
