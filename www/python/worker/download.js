// The files that a start needs, fetched at once and, the first time, counted byte by byte.

const SCRIPT = "pyodide.asm.mjs";
const WASM = "pyodide.asm.wasm";
const LIBRARY = "python_stdlib.zip";
const WASM_TYPE = "application/wasm";

/**
 * Fetches everything that a start needs, and begins to compile.
 *
 * @param {{ pyodide: string, packages: string, kernels: string | null }} assets absolute addresses
 * @param {object} [more]
 * @param {WebAssembly.Module} [more.compiled] Pyodide's, where an earlier worker has compiled it
 * @param {(bytes: number) => void} [more.onBytes] told the length of each piece that arrives; without
 *   it nothing is counted, as on a restart, where the files come from the browser's cache
 * @returns {{ serving: Function, script: Promise, complete: Promise, module: Promise, packages:
 *   Promise<Uint8Array>, kernels: Promise<Uint8Array | null> }} `serving(act)` runs `act` with
 *   Pyodide's own requests answered from what is on its way; `script` is done when Pyodide's main
 *   script lies in the browser's cache, where `import` finds it
 */
export function download(assets, { compiled, onBytes } = {}) {
  const fetchOriginal = globalThis.fetch.bind(globalThis);
  const all = [];
  const request = async (url) => {
    const response = await fetchOriginal(url);
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    if (onBytes) all.push(drain(response.clone(), onBytes));
    return response;
  };
  const bytes = (url) => request(url).then(toBytes);
  const module = compiled
    ? Promise.resolve(compiled)
    : WebAssembly.compileStreaming(request(assets.pyodide + WASM).then(asWasm));
  const pending = new Map([
    // Asked for, and never read: the module is compiled from another response.
    [assets.pyodide + WASM, Promise.resolve(new Response())],
    [assets.pyodide + LIBRARY, request(assets.pyodide + LIBRARY)],
  ]);
  const script = onBytes ? bytes(assets.pyodide + SCRIPT) : Promise.resolve();
  const packages = bytes(assets.packages).then(unpacked);
  const kernels = assets.kernels ? bytes(assets.kernels) : Promise.resolve(null);
  const started = Promise.all([...pending.values(), script, module, packages, kernels]);
  // Whoever waits for one of these hears of its failure; nobody need wait for all.
  started.catch(() => {});
  return {
    serving: (act) =>
      serving(module, (...request) => serve(pending, fetchOriginal, ...request), act),
    script,
    complete: started.then(() => Promise.all(all)),
    module,
    packages,
    kernels,
  };
}

async function serving(module, fetch, act) {
  const { fetch: fetchOriginal } = globalThis;
  const { instantiateStreaming } = WebAssembly;
  globalThis.fetch = fetch;
  WebAssembly.instantiateStreaming = async (_, imports) => ({
    module: await module,
    instance: await WebAssembly.instantiate(await module, imports),
  });
  try {
    return await act();
  } finally {
    globalThis.fetch = fetchOriginal;
    WebAssembly.instantiateStreaming = instantiateStreaming;
  }
}

function serve(pending, fetchOriginal, resource, options) {
  const url = String(resource?.url ?? resource);
  const waiting = pending.get(url);
  // A response can be read once; after a failed restore the file is asked for again.
  pending.delete(url);
  return waiting ?? fetchOriginal(resource, options);
}

async function toBytes(response) {
  return new Uint8Array(await response.arrayBuffer());
}

/** The archive is compressed as a whole; what a host has taken out of it already stays as it is. */
async function unpacked(bytes) {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isPacked) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** As it came, so that it is compiled while it arrives, unless the host does not know wasm's type. */
async function asWasm(response) {
  if (response.headers.get("content-type") === WASM_TYPE) return response;
  return new Response(await response.arrayBuffer(), { headers: { "content-type": WASM_TYPE } });
}

async function drain(response, onBytes) {
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    onBytes(value.length);
  }
}
