// TensorFlow.js on its two backends that need no GPU, from the pinned npm packages of www/.

import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import { openModels } from "./tfjs_models.mjs";

const require = createRequire(new URL("../../www/package.json", import.meta.url));

/** A backend's name, how to switch to it, and its models. */
export async function openPeers() {
  const tf = require("@tensorflow/tfjs-core");
  // Optimisers, gradients and chained operations register themselves.
  require("@tensorflow/tfjs-layers");
  require("@tensorflow/tfjs-backend-cpu");
  const wasm = require("@tensorflow/tfjs-backend-wasm");
  const folder = dirname(require.resolve("@tensorflow/tfjs-backend-wasm/package.json"));
  wasm.setWasmPaths(join(folder, "dist") + "/");
  wasm.setThreadsCount(1);
  tf.env().set("PROD", true);
  const models = openModels(tf);
  return ["wasm", "cpu"].map((backend) => ({
    name: `tfjs ${backend}`,
    async use() {
      await tf.setBackend(backend);
      await tf.ready();
    },
    ...models,
  }));
}
