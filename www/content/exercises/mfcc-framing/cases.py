import math

import numpy as np
from warmstart import case


def tone(samples, rate, hertz, level=1.0):
    """A sine with a little of its third overtone."""
    step = 2 * math.pi * hertz / rate
    return np.array(
        [level * (math.sin(step * k) + 0.3 * math.sin(3 * step * k)) for k in range(samples)]
    )


STEPS = np.arange(1.0, 7.0)

CASES = [
    case("six samples by hand", STEPS, 1000, 4, 2, 0.0),
    case("with pre-emphasis", STEPS, 1000, 4, 2),
    case("shorter than a frame", np.array([7.0, 7.0, 7.0]), 1000, 4, 2),
    case("a tone with an offset", 5.0 + tone(60, 1000, 110), 1000, 25, 10),
    case("silence has an energy", np.zeros(12), 1000, 5, 3),
    case("silence far from zero", np.full(12, 0.25), 1000, 5, 3, hidden=True),
    case("one frame exactly", tone(25, 1000, 90), 1000, hidden=True),
    case("a rest that fills no frame", tone(44, 1000, 90), 1000, hidden=True),
    case("frames side by side", tone(20, 1000, 90), 1000, 5, 5, hidden=True),
    case("gaps between frames", tone(20, 1000, 90), 1000, 4, 7, hidden=True),
    case(
        "whole numbers, as a microphone gives",
        np.array([0, 900, -300, 1200, 32000, -32000, 5, 7]),
        1000,
        4,
        2,
        hidden=True,
    ),
    case("eight thousand a second", tone(400, 8000, 440, 0.2), 8000, hidden=True),
    case("a rate that does not divide", tone(60, 441, 50), 441, 25, 10, hidden=True),
    case("no sample at all", np.zeros(0), 1000, 4, 2, hidden=True),
    case("a frame of two samples", STEPS, 1000, 2, 1, hidden=True),
]

GENERATED = 8


def generate(rng):
    length = rng.randint(0, 40)
    signal = np.array([rng.gauss(0.5, 2) for _ in range(length)])
    return (signal, 1000, rng.randint(2, 9), rng.randint(1, 9), rng.choice([0.97, 0.95, 0.0]))


def oracle(signal, rate, frame_ms=25, hop_ms=10, emphasis=0.97):
    """Sample by sample in plain numbers."""
    samples = [float(value) for value in signal.tolist()]
    n, hop = frame_ms * rate // 1000, hop_ms * rate // 1000
    frames, energies = [], []
    start = 0
    while start + n <= len(samples):
        frame = samples[start : start + n]
        mean = math.fsum(frame) / n
        frame = [value - mean for value in frame]
        energies.append(math.log(max(1e-10, math.fsum(value * value for value in frame))))
        sharp = [frame[k] - emphasis * frame[max(0, k - 1)] for k in range(n)]
        hamming = [0.54 - 0.46 * math.cos(2 * math.pi * k / (n - 1)) for k in range(n)]
        frames.append([value * weight for value, weight in zip(sharp, hamming)])
        start += hop
    return np.array(frames, dtype=np.float64).reshape(len(frames), n), np.array(
        energies, dtype=np.float64
    )
