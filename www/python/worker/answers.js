// What a check's right answers are, kept where Python cannot reach.
//
// Visitor code shares Python with the harness: it can walk frames, search through objects, patch
// functions and so send whatever events it likes. So the harness announces all cases with their
// answers before any visitor code runs, and forgets them; what it says of a case afterwards is only
// what came back. The two are put together here. The learner's own cases are answered last, when
// there is nothing left to copy from: their texts go back to Python then.

/** Fields of the wire's `Observation` that are known before visitor code runs. */
const ANNOUNCED = ["name", "hidden", "origin", "input", "expected", "stated"];

/** What a job may say besides its ending; nothing else is sent on. */
const SAID = { check: ["remarks"], growth: ["growth"], shrink: ["shrunk"] };

const LOST =
  "The run ended before all cases had run: the code stopped or changed what runs it, not only what it computes.";

/** One job's events, from Python's texts to the wire's. */
export class Answers {
  /** @param {object} job the wire's `Job` */
  constructor(job) {
    this.texts = { cases: job.cases, reference: job.reference };
    this.said = SAID[job.purpose.kind] ?? [];
    /** By index, taken out as they are answered; null until they are announced. */
    this.cases = job.purpose.kind === "check" ? null : [];
    const { only } = job.purpose;
    const own = (job.own ?? []).map(({ name }) => name);
    this.own = new Set(own.filter((name) => !only || only.includes(name)));
    this.ownAllowed = false;
    this.ending = null;
  }

  /**
   * Takes one event of Python's in.
   *
   * @param {unknown} text
   * @returns {{ post?: object, answer?: string }} what to send on, and what to tell Python
   */
  take(text) {
    const event = read(text);
    if (!event || this.ending) return {};
    if (event.type === "expected") return this.announce(event.cases);
    if (event.type === "own") return this.giveTexts();
    if (event.type === "case") return { post: this.observed(event) };
    if (event.type === "refused") return this.refused(event);
    if (event.type === "finished" || event.type === "failed") this.ending = event;
    else if (this.said.includes(event.type)) return { post: event };
    return {};
  }

  /** How the job ended: `finished` only where every case was seen. */
  end() {
    const open = this.cases === null || this.cases.some(Boolean) || this.own.size > 0;
    if (this.ending?.type === "failed") return this.ending;
    return open || !this.ending ? lost() : this.ending;
  }

  announce(cases) {
    if (this.cases !== null) return {};
    this.cases = cases.map((it) => pick(it, ANNOUNCED));
    return {};
  }

  giveTexts() {
    if (this.cases === null || this.cases.some(Boolean)) return {};
    this.ownAllowed = true;
    return { answer: JSON.stringify(this.texts) };
  }

  observed({ index, seen, own }) {
    if (!isObject(seen)) return undefined;
    const saw = pick(seen, ["outcome", "mutated", "steps"]);
    if (own) {
      if (!this.ownAllowed || !this.own.delete(own.name)) return undefined;
      return { type: "case", case: { ...pick(own, ANNOUNCED), ...saw, origin: "own" } };
    }
    const known = this.cases?.[index];
    if (!known) return undefined;
    this.cases[index] = null;
    return { type: "case", case: { ...known, ...saw } };
  }

  refused(event) {
    return this.ownAllowed && this.own.delete(event.name) ? { post: event } : {};
  }
}

/** An event as the wire carries it. JSON.stringify would write the float -0.0 as 0. */
export function written(event, id) {
  let negative = false;
  const text = JSON.stringify({ ...event, id }, (_, value) => {
    if (!Object.is(value, -0)) return value;
    negative = true;
    return ZERO;
  });
  return negative ? text.replaceAll(`"${ZERO}"`, "-0.0") : text;
}

/** Stands for -0.0 while text is written; no visitor can guess it. */
const ZERO = `negative zero ${Math.random()}`;

function read(text) {
  try {
    const event = JSON.parse(text);
    return isObject(event) ? event : null;
  } catch {
    return null;
  }
}

function isObject(value) {
  return typeof value === "object" && value !== null;
}

function pick(object, names) {
  return Object.fromEntries(names.map((name) => [name, object[name]]));
}

function lost() {
  const error = { kind: "exception", name: "RuntimeError", message: LOST };
  return { type: "failed", error: { ...error, line: null, column: null, frames: [] } };
}
