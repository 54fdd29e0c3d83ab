// Takes away from the worker's global scope what visitor code does not need.
//
// Python's `js` module is empty already and the page's policy forbids other origins and `eval`.
// This is the third wall: should visitor code find its way to the scope, then there is no network,
// no storage, no further worker, no channel and no way to post messages in it.

/** What stays: the language, memory, text, time. Everything else goes, and so do future additions. */
export const KEPT = new Set(
  `Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date
  isNaN isFinite Temporal
  Promise RegExp Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError
  URIError SuppressedError DisposableStack
  AsyncDisposableStack InternalError globalThis JSON Math Intl ArrayBuffer SharedArrayBuffer
  Atomics Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array Float16Array
  Float32Array Float64Array Uint8ClampedArray BigUint64Array BigInt64Array DataView Map BigInt Set
  Iterator WeakMap WeakSet WeakRef FinalizationRegistry Proxy Reflect decodeURI decodeURIComponent
  encodeURI encodeURIComponent escape unescape constructor WebAssembly TextEncoder TextDecoder URL
  URLSearchParams AbortController AbortSignal DOMException Event ErrorEvent MessageEvent EventTarget
  PromiseRejectionEvent MessageChannel MessagePort setTimeout clearTimeout setInterval clearInterval
  queueMicrotask structuredClone atob btoa performance crypto Crypto console self location navigator
  WorkerGlobalScope DedicatedWorkerGlobalScope WorkerNavigator WorkerLocation onmessage onerror
  onmessageerror onunhandledrejection onrejectionhandled reportError isSecureContext origin`.split(
    /\s+/,
  ),
);

const KEPT_OF_NAVIGATOR = new Set(
  "constructor userAgent platform language languages hardwareConcurrency onLine".split(" "),
);

/** Strips `scope`; what is needed later must have been taken from it before. */
export function confine(scope) {
  const { navigator, EventTarget } = scope;
  strip(scope, KEPT, EventTarget?.prototype);
  if (navigator) strip(navigator, KEPT_OF_NAVIGATOR);
}

/** Walks the prototypes as well: `fetch` and `indexedDB` live there in some browsers. */
function strip(object, kept, end) {
  for (let link = object; link && link !== end && link !== Object.prototype; ) {
    for (const name of Object.getOwnPropertyNames(link)) {
      if (!kept.has(name)) remove(link, name);
    }
    link = Object.getPrototypeOf(link);
  }
}

function remove(object, name) {
  const { configurable, writable } = Object.getOwnPropertyDescriptor(object, name);
  if (configurable) delete object[name];
  else if (writable) object[name] = undefined;
}
