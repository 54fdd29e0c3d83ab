// The benchmark's models, written with TensorFlow.js as its users would.

const VOCABULARY = 64;
const HEADS = 4;
const LAYERS = 2;
const MAP_SIDE = 100;

/** Fresh variables on the present backend, and steps over them. */
export function openModels(tf) {
  const matrix = (rows, columns) => tf.variable(tf.randomNormal([rows, columns], 0, 1 / Math.sqrt(rows)));
  const vector = (length, value = 0) => tf.variable(tf.fill([length], value));
  const linear = (inputs, outputs) => {
    const [weight, bias] = [matrix(inputs, outputs), vector(outputs)];
    return (x) => tf.add(tf.matMul(x, weight), bias);
  };
  const norm = (width) => {
    const [gain, shift] = [vector(width, 1), vector(width)];
    return (x) => {
      const { mean, variance } = tf.moments(x, -1, true);
      return tf.add(tf.mul(tf.div(tf.sub(x, mean), tf.sqrt(tf.add(variance, 1e-5))), gain), shift);
    };
  };
  const gelu = (x) =>
    tf.mul(x, tf.sigmoid(tf.mul(x, tf.add(tf.mul(tf.square(x), 0.071354815), 1.5957691))));
  const integers = (count, bound) => Int32Array.from({ length: count }, () => Math.floor(Math.random() * bound));
  const crossEntropy = (targets, logits) => tf.losses.softmaxCrossEntropy(targets, logits);

  function boundary(hidden) {
    const sizes = [2, ...hidden, 1];
    const layers = sizes.slice(1).map((units, index) => linear(sizes[index], units));
    const answer = (x) => layers.reduce((x, layer) => tf.tanh(layer(x)), x);
    const [points, labels] = [tf.randomNormal([10, 2]), tf.sign(tf.randomNormal([10, 1]))];
    const plane = tf.randomUniform([MAP_SIDE * MAP_SIDE, 2], -1, 1);
    const optimiser = tf.train.sgd(0.03);
    const loss = () => tf.mul(tf.mean(tf.square(tf.sub(answer(points), labels))), 0.5);
    return {
      updates: 1,
      update: () => optimiser.minimize(loss, true).dispose(),
      map: () => tf.tidy(() => answer(plane).dataSync()[0]),
    };
  }

  function classifier(sizes, batch) {
    const layers = sizes.slice(1).map((units, index) => linear(sizes[index], units));
    const inputs = tf.randomNormal([batch, sizes[0]]);
    const classes = sizes[sizes.length - 1];
    const targets = tf.cast(tf.oneHot(tf.tensor1d(integers(batch, classes), "int32"), classes), "float32");
    const logits = () =>
      layers.reduce((x, layer, index) => (index ? layer(tf.relu(x)) : layer(x)), inputs);
    return stepper(tf.train.adam(1e-3), () => crossEntropy(targets, logits()));
  }

  function block(width, batch, time, mask) {
    const depth = width / HEADS;
    const [first, second] = [norm(width), norm(width)];
    const parts = [linear(width, width), linear(width, width), linear(width, width)];
    const [project, expand, contract] = [linear(width, width), linear(width, 4 * width), linear(4 * width, width)];
    const heads = (x) => tf.transpose(tf.reshape(x, [batch, time, HEADS, depth]), [0, 2, 1, 3]);
    return (x) => {
      const [q, k, v] = parts.map((part) => heads(part(first(x))));
      const scores = tf.add(tf.mul(tf.matMul(q, k, false, true), 1 / Math.sqrt(depth)), mask);
      const mixed = tf.transpose(tf.matMul(tf.softmax(scores), v), [0, 2, 1, 3]);
      x = tf.add(x, project(tf.reshape(mixed, [batch * time, width])));
      return tf.add(x, contract(gelu(expand(second(x)))));
    };
  }

  function transformer(width, time, batch) {
    const [tokens, positions] = [matrix(VOCABULARY, width), matrix(time, width)];
    const future = Float32Array.from({ length: time * time }, (_, at) => (at % time > Math.floor(at / time) ? -1e9 : 0));
    const mask = tf.tensor(future, [1, 1, time, time]);
    const blocks = Array.from({ length: LAYERS }, () => block(width, batch, time, mask));
    const [last, output] = [norm(width), matrix(width, VOCABULARY)];
    const indices = tf.tensor1d(integers(batch * time, VOCABULARY), "int32");
    const targets = tf.cast(tf.oneHot(tf.tensor1d(integers(batch * time, VOCABULARY), "int32"), VOCABULARY), "float32");
    const logits = () => {
      const embedded = tf.reshape(tf.gather(tokens, indices), [batch, time, width]);
      const x = tf.reshape(tf.add(embedded, positions), [batch * time, width]);
      return tf.matMul(last(blocks.reduce((x, block) => block(x), x)), output);
    };
    return stepper(tf.train.adam(1e-3), () => crossEntropy(targets, logits()));
  }

  function stepper(optimiser, loss) {
    return () => {
      const value = optimiser.minimize(loss, true);
      value.dataSync();
      value.dispose();
    };
  }

  return { boundary, classifier, transformer };
}
