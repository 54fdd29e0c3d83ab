// Which names of NumPy fit where the cursor is. Knows Python's imports and the listing of names, and
// nothing of the editor.

const NUMPY = "numpy";
const MODULES = {
  exceptions: "Errors that have names of their own.",
  lib: "Views with strides of one's own choosing, in lib.stride_tricks.",
  "lib.stride_tricks": "Views with shapes and strides of one's own choosing.",
  linalg: "Linear algebra.",
  random: "Random numbers.",
  testing: "Assertions about arrays.",
};

/**
 * The listing, by the module or class that names stand in: `""` for `np`, `"linalg"` for `np.linalg`.
 *
 * `groups` are as the build writes them: `[{ title, names: [[name, signature or null, line]] }]`.
 */
export function byPlace(groups) {
  const places = new Map();
  const add = (name, signature, line) => {
    const dot = name.lastIndexOf(".");
    const place = name.slice(0, Math.max(dot, 0));
    if (!places.has(place)) places.set(place, []);
    places.get(place).push({ name: name.slice(dot + 1), signature, line });
  };
  for (const { names } of groups) for (const entry of names) add(...entry);
  for (const [name, line] of Object.entries(MODULES)) add(name, null, line);
  return places;
}

/** What the program calls NumPy and its modules: `np` → `""`, `la` → `"linalg"`. */
export function importedModules(code) {
  const modules = new Map([["np", ""]]);
  for (const [, list] of code.matchAll(/^[ \t]*import[ \t]+(.+)/gm)) {
    for (const [name, as] of renamed(list)) {
      const inside = insideNumpy(name);
      if (inside !== null && (as || !inside)) modules.set(as ?? name, inside);
      else if (inside !== null) modules.set(NUMPY, "");
    }
  }
  for (const [, from, list] of code.matchAll(/^[ \t]*from[ \t]+(numpy[\w.]*)[ \t]+import[ \t]+(.+)/gm)) {
    for (const [name, as] of renamed(list)) {
      const inside = insideNumpy(`${from}.${name}`);
      if (inside !== null && inside in MODULES) modules.set(as ?? name, inside);
    }
  }
  return modules;
}

function renamed(list) {
  const plain = list.replace(/#.*/, "").replace(/[()]/g, "");
  return plain.split(",").map((part) => part.trim().split(/\s+as\s+/));
}

function insideNumpy(name) {
  if (name === NUMPY) return "";
  return name.startsWith(`${NUMPY}.`) ? name.slice(NUMPY.length + 1) : null;
}

/**
 * Where the names that may follow `line` stand, and the part of one that is written already:
 * `"x = np.linalg.no"` → `{ place: "linalg", word: "no" }`. `null` when they are none of NumPy's.
 */
export function placeAt(line, code) {
  const importing = /^\s*from\s+(numpy[\w.]*)\s+import\s+(?:[\w\s,()]*[\s,(])?(\w*)$/.exec(line);
  if (importing) return { place: insideNumpy(importing[1]), word: importing[2] };
  const dotted = /(?<![\w.)\]"'])([A-Za-z_]\w*)((?:\.\w+)*)\.(\w*)$/.exec(line);
  if (!dotted) return null;
  const [, first, between, word] = dotted;
  const module = importedModules(code).get(first);
  if (module === undefined) return null;
  const path = [module, ...between.split(".")].filter(Boolean).join(".");
  return { place: path, word };
}
