// Which names are offered where: imports and dotted names as people write them.

import assert from "node:assert/strict";
import { test } from "node:test";

import { byPlace, importedModules, placeAt } from "./names.js";

const place = (line, code = "import numpy as np") => placeAt(line, code);

test("names after a dot stand in the module before it", () => {
  assert.deepEqual(place("x = np."), { place: "", word: "" });
  assert.deepEqual(place("return np.zer"), { place: "", word: "zer" });
  assert.deepEqual(place("f(a, np.linalg.no"), { place: "linalg", word: "no" });
  assert.deepEqual(place("np.lib.stride_tricks."), { place: "lib.stride_tricks", word: "" });
  assert.deepEqual(place("-np.e"), { place: "", word: "e" });
});

test("other names are none of NumPy's", () => {
  for (const line of ["np", "x.np.", "rng.", "self.np.ze", "math.", "3.", "f().np.", ""]) {
    assert.equal(place(line), null, line);
  }
});

test("NumPy and its modules go by the names that the program gives them", () => {
  const check = (code, name, expected) => assert.equal(importedModules(code).get(name), expected, code);
  check("import numpy", "numpy", "");
  check("import math, numpy as xp", "xp", "");
  check("  import numpy.linalg as la", "la", "linalg");
  check("import numpy.random", "numpy", "");
  check("from numpy import linalg, zeros", "linalg", "linalg");
  check("from numpy import random as npr  # seeds", "npr", "random");
  check("from numpy.lib import stride_tricks", "stride_tricks", "lib.stride_tricks");
  check("from numpy import zeros", "zeros", undefined);
  check("import numpylike as np2", "np2", undefined);
  check("", "np", "");
});

test("an import itself is completed", () => {
  assert.deepEqual(place("from numpy import ze"), { place: "", word: "ze" });
  assert.deepEqual(place("from numpy import zeros, "), { place: "", word: "" });
  assert.deepEqual(place("from numpy.linalg import (norm, s"), { place: "linalg", word: "s" });
  assert.equal(place("from numbers import ze"), null);
});

test("the listing is kept by place", () => {
  const names = [
    ["zeros", "(shape)", "Zeros."],
    ["linalg.norm", "(x)", "The length."],
    ["ndarray.T", null, "The transpose."],
  ];
  const places = byPlace([{ title: "All", names }]);
  assert.deepEqual(places.get("linalg"), [{ name: "norm", signature: "(x)", line: "The length." }]);
  assert.ok(places.get("").some((it) => it.name === "linalg"));
  assert.ok(places.get("lib").some((it) => it.name === "stride_tricks"));
  assert.deepEqual(places.get("ndarray").map((it) => it.name), ["T"]);
});
