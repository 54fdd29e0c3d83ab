// How far the start has come, in messages that are few enough to read.

const EVERY_MS = 50;

/**
 * @param {(body: object) => void} post
 * @param {number} totalBytes of a plain start, as the page knows it
 */
export function reporter(post, totalBytes) {
  let loaded = 0;
  let saidAt = -Infinity;
  const say = (stage, loadedBytes, total) =>
    post({ type: "progress", stage, loaded_bytes: loadedBytes, total_bytes: total });
  return {
    /** So many more bytes have arrived. */
    add(bytes) {
      // The total is what the host's files measured when the site was built; never promise less.
      loaded = Math.min(loaded + bytes, totalBytes);
      if (performance.now() - saidAt < EVERY_MS) return;
      saidAt = performance.now();
      say("download", loaded, totalBytes);
    },
    /** All files are here, and Python is starting. */
    starting() {
      say("start", totalBytes, totalBytes);
    },
    /** A snapshot is being restored, which takes too short a time to be counted. */
    restoring() {
      say("restore", 0, 0);
    },
  };
}
