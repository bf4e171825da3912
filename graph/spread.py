"""A force layout for thousands of nodes: ForceAtlas2 whose repulsion is read from a grid.

Repulsion between all pairs is a convolution of the masses with one kernel, so a Fourier
transform of a fixed grid gives it in a time that grows with the nodes, not with their square.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

CELLS = 256
STEPS = 160


def spread(start: Points, pairs: NDArray[np.int64], mass: Points) -> Points:
    """Return positions in which tied nodes lie near each other and all others apart."""
    points = start * (len(start) ** 0.5 / max(1e-9, float(np.abs(start).max())))
    before = np.zeros_like(points)
    speed = 1.0
    for _ in range(STEPS):
        force = _repulsion(points, mass) + _attraction(points, pairs) - _gravity(points, mass)
        swing = float((mass * np.linalg.norm(force - before, axis=1)).sum())
        pull = float((mass * np.linalg.norm(force + before, axis=1)).sum()) / 2
        speed = min(speed * 1.5, pull / max(swing, 1e-9))
        each = np.linalg.norm(force - before, axis=1)
        points = points + force * (speed / (1 + speed * np.sqrt(mass * each)))[:, None]
        before = force
    return np.asarray(points)


def _attraction(points: Points, pairs: NDArray[np.int64]) -> Points:
    pull = points[pairs[:, 1]] - points[pairs[:, 0]]
    total = np.zeros_like(points)
    for axis in range(2):
        total[:, axis] += np.bincount(pairs[:, 0], pull[:, axis], len(points))
        total[:, axis] -= np.bincount(pairs[:, 1], pull[:, axis], len(points))
    return total


def _gravity(points: Points, mass: Points) -> Points:
    reach = np.maximum(np.linalg.norm(points, axis=1), 1e-9)
    drawn: Points = points / reach[:, None] * mass[:, None] * 2.0
    return drawn


def _repulsion(points: Points, mass: Points) -> Points:
    low = points.min(axis=0)
    cell = max(float((points.max(axis=0) - low).max()) / (CELLS - 1), 1e-9)
    place = (points - low) / cell
    grid = np.zeros((CELLS, CELLS))
    at = np.minimum(place.astype(np.int64), CELLS - 2)
    part = place - at
    corners = [
        (at[:, 0] + i, at[:, 1] + j, np.abs(1 - i - part[:, 0]) * np.abs(1 - j - part[:, 1]))
        for i in (0, 1)
        for j in (0, 1)
    ]
    for x, y, share in corners:
        np.add.at(grid, (x, y), share * mass)
    field = _field(grid) / cell
    total = np.zeros_like(points)
    for x, y, share in corners:
        total += field[:, x, y].T * share[:, None]
    repelled: Points = total * mass[:, None] * 4.0
    return repelled


def _field(grid: Points) -> Points:
    """Return what pushes a unit mass in each cell, padded so that nothing wraps around."""
    wide = (2 * CELLS, 2 * CELLS)
    masses = np.fft.rfft2(grid, wide)
    return np.stack([np.fft.irfft2(masses * kernel, wide)[:CELLS, :CELLS] for kernel in _kernels()])


@cache
def _kernels() -> tuple[NDArray[np.complex128], NDArray[np.complex128]]:
    """Return the transforms of x/d² and y/d², the push of one unit mass at distance d."""
    steps = np.fft.fftfreq(2 * CELLS, 1 / (2 * CELLS))
    x, y = np.meshgrid(steps, steps, indexing="ij")
    square = x**2 + y**2
    square[0, 0] = 1.0
    return np.fft.rfft2(x / square), np.fft.rfft2(y / square)
