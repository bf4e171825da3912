// The picture. vis-network gives camera, gestures and dragging; every line, shape and name is
// painted here, in screen pixels, so that names stay legible and never cover each other.

const DASHES = new Map(
  Object.entries({
    planned: [8, 5],
    proposed: [8, 5],
    cancelled: [1.5, 5],
    postponed: [1.5, 5],
    ended: [12, 4, 2, 4],
  }),
);
const OFF = new Set(["cancelled", "postponed"]);
const dashOf = (status) => DASHES.get(status) || [];

// Relations keep their colour from page to page; those of an extension take what is left.
const SLOTS = new Map(
  Object.entries({
    participant: 0,
    forum: 2,
    host: 1,
    chair: 6,
    theme: 4,
    place: 5,
    Tie: 1,
    Office: 3,
    Membership: 2,
    Position: 4,
    Initiative: 6,
    Shift: 3,
    Agreement: 5,
    because: 7,
    replaces: 7,
  }),
);
const relationNames = [...new Set(view.relations.map((relation) => relation.name))].sort();
const relationSlot = new Map(relationNames.map((name, index) => [name, SLOTS.get(name) ?? 1 + (index % 7)]));

let ink = {}; // the theme's colours, read from the style sheet

function readInk() {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  ink = {
    text: colour("--text"),
    paper: colour("--paper"),
    accent: colour("--accent"),
    off: colour("--off"),
    rim: colour("--rim"),
    lines: Array.from({ length: 8 }, (_, slot) => colour(`--line-${slot}`)),
  };
}

function lineColour(edge, status) {
  return OFF.has(status) ? ink.off : ink.lines[relationSlot.get(relationName(edge))];
}

function outline(shape, r) {
  const around = (count, turn, radius = () => r) =>
    Array.from({ length: count }, (_, i) => {
      const angle = turn + (i * 2 * Math.PI) / count;
      return [radius(i) * Math.cos(angle), radius(i) * Math.sin(angle)];
    });
  if (shape === "square") return around(4, Math.PI / 4, () => r * 1.2);
  if (shape === "diamond") return around(4, 0, () => r * 1.15);
  if (shape === "triangle") return around(3, -Math.PI / 2, () => r * 1.25);
  if (shape === "triangleDown") return around(3, Math.PI / 2, () => r * 1.25);
  if (shape === "pentagon") return around(5, -Math.PI / 2, () => r * 1.1);
  if (shape === "hexagon") return around(6, 0, () => r * 1.1);
  if (shape === "star") return around(10, -Math.PI / 2, (i) => (i % 2 ? r * 0.58 : r * 1.3));
  return [];
}

function tracePath(ctx, shape, x, y, r) {
  ctx.beginPath();
  const points = outline(shape, r);
  if (points.length) {
    points.forEach(([dx, dy], index) => ctx[index ? "lineTo" : "moveTo"](x + dx, y + dy));
    ctx.closePath();
  } else if (shape === "ellipse") ctx.ellipse(x, y, r * 1.35, r * 0.85, 0, 0, 2 * Math.PI);
  else ctx.arc(x, y, r, 0, 2 * Math.PI);
}

const CROWDED = edges.length > 12 * nodes.length; // so many lines that arrowheads would hide them

// Several relations between the same two nodes are fanned out into arcs.
const bend = new Float32Array(edges.length);
(() => {
  const fans = new Map();
  edges.forEach((edge, index) => {
    const key = `${Math.min(edge.from, edge.to)} ${Math.max(edge.from, edge.to)}`;
    if (!fans.has(key)) fans.set(key, []);
    fans.get(key).push(index);
  });
  for (const fan of fans.values()) {
    const step = Math.min(0.16, 0.7 / fan.length);
    fan.forEach((index, place) => {
      const side = edges[index].from <= edges[index].to ? 1 : -1;
      bend[index] = side * (place - (fan.length - 1) / 2) * step;
    });
  }
})();

function cameraOf(ctx) {
  const matrix = ctx.getTransform();
  const ratio = ctx.canvas.width / Math.max(1, ctx.canvas.clientWidth);
  return {
    k: matrix.a / ratio,
    x: matrix.e / ratio,
    y: matrix.f / ratio,
    ratio,
    width: ctx.canvas.width / ratio,
    height: ctx.canvas.height / ratio,
  };
}

const radiusAt = (node, k) => node.size * Math.sqrt(Math.min(4, Math.max(0.12, k)));

function curve(edge, index, camera) {
  const a = nodes[edge.from];
  const b = nodes[edge.to];
  const x1 = a.x * camera.k + camera.x;
  const y1 = a.y * camera.k + camera.y;
  const x2 = b.x * camera.k + camera.x;
  const y2 = b.y * camera.k + camera.y;
  const by = bend[index];
  return { x1, y1, x2, y2, cx: (x1 + x2) / 2 + (y2 - y1) * by, cy: (y1 + y2) / 2 - (x2 - x1) * by };
}

function outside(line, camera) {
  return (
    Math.max(line.x1, line.x2, line.cx) < 0 ||
    Math.min(line.x1, line.x2, line.cx) > camera.width ||
    Math.max(line.y1, line.y2, line.cy) < 0 ||
    Math.min(line.y1, line.y2, line.cy) > camera.height
  );
}

function paintEdge(ctx, index, camera, bright) {
  const edge = edges[index];
  const line = curve(edge, index, camera);
  if (outside(line, camera)) return;
  const status = edgeStatus[index];
  const colour = lineColour(edge, status);
  ctx.strokeStyle = ctx.fillStyle = colour;
  ctx.lineWidth = bright ? 2.2 : edge.inferred ? 0.8 : 1;
  ctx.lineCap = OFF.has(status) ? "round" : "butt";
  ctx.setLineDash(dashOf(status));
  ctx.beginPath();
  if (edge.from === edge.to) {
    const r = radiusAt(nodes[edge.from], camera.k) * 1.4;
    ctx.arc(line.x1, line.y1 - r, r, 0, 2 * Math.PI);
  } else {
    ctx.moveTo(line.x1, line.y1);
    ctx.quadraticCurveTo(line.cx, line.cy, line.x2, line.y2);
  }
  ctx.stroke();
  ctx.setLineDash([]);
  if (!edge.undirected && edge.from !== edge.to && (bright || (edges.length < 3000 && !CROWDED)))
    paintArrow(ctx, line, nodes[edge.to], camera.k, bright);
  if (edgeDisputed(edge) && (bright || camera.k > 0.3)) paintDispute(ctx, line);
}

function paintArrow(ctx, line, target, k, bright) {
  const angle = Math.atan2(line.y2 - line.cy, line.x2 - line.cx);
  const length = bright ? 9 : 5.5;
  const back = radiusAt(target, k) * 1.15 + 1.5;
  const x = line.x2 - back * Math.cos(angle);
  const y = line.y2 - back * Math.sin(angle);
  ctx.beginPath();
  ctx.moveTo(x, y);
  for (const turn of [2.75, -2.75])
    ctx.lineTo(x + length * Math.cos(angle + turn), y + length * Math.sin(angle + turn));
  ctx.closePath();
  ctx.fill();
}

function paintDispute(ctx, line) {
  const x = (line.x1 + 2 * line.cx + line.x2) / 4;
  const y = (line.y1 + 2 * line.cy + line.y2) / 4;
  ctx.beginPath();
  ctx.arc(x, y, 6.5, 0, 2 * Math.PI);
  ctx.fillStyle = ink.paper;
  ctx.fill();
  ctx.strokeStyle = ink.off;
  ctx.lineWidth = 1.3;
  ctx.stroke();
  ctx.beginPath(); // the sign ≠, drawn: no font has it sharp at this size
  for (const [x1, y1, x2, y2] of [
    [-3, -1.5, 3, -1.5],
    [-3, 1.5, 3, 1.5],
    [-1.8, 3.5, 1.8, -3.5],
  ]) {
    ctx.moveTo(x + x1, y + y1);
    ctx.lineTo(x + x2, y + y2);
  }
  ctx.stroke();
}

// An event that is only planned is pale and dashed, one that did not happen is hollow.
function paintNode(ctx, node, camera) {
  const x = node.x * camera.k + camera.x;
  const y = node.y * camera.k + camera.y;
  const r = radiusAt(node, camera.k);
  if (x < -r || y < -r || x > camera.width + r || y > camera.height + r) return;
  const status = node.fact === undefined ? "" : (factState(facts[node.fact]) || {}).status;
  const off = OFF.has(status);
  const open = status === "planned" || status === "proposed";
  tracePath(ctx, node.shape, x, y, r);
  ctx.fillStyle = ink.paper;
  if (off || open) ctx.fill();
  const alpha = ctx.globalAlpha;
  if (open) ctx.globalAlpha = alpha * 0.45;
  ctx.fillStyle = node.color;
  if (!off) ctx.fill();
  ctx.globalAlpha = alpha;
  ctx.strokeStyle = off ? ink.off : ink.rim;
  ctx.lineWidth = off ? 1.8 : 1.1;
  ctx.setLineDash(open ? [4, 3] : []);
  if (off) paintCross(ctx, x, y, r * 0.35);
  ctx.stroke();
  ctx.setLineDash([]);
  if (state.selected && state.selected.kind === "node" && state.selected.index === node.id)
    paintRing(ctx, x, y, r + 5);
}

function paintCross(ctx, x, y, r) {
  for (const [dx, dy] of [
    [r, r],
    [r, -r],
  ]) {
    ctx.moveTo(x - dx, y - dy);
    ctx.lineTo(x + dx, y + dy);
  }
}

function paintRing(ctx, x, y, r) {
  ctx.beginPath();
  ctx.arc(x, y, r, 0, 2 * Math.PI);
  ctx.strokeStyle = ink.accent;
  ctx.lineWidth = 3;
  ctx.stroke();
}

function paintPicture(ctx, camera) {
  const bright = focus();
  ctx.save();
  ctx.setTransform(camera.ratio, 0, 0, camera.ratio, 0, 0);
  ctx.globalAlpha = bright ? 0.13 : edges.length > 3000 || CROWDED ? 0.3 : 0.6;
  for (let index = 0; index < edges.length; index++) {
    if (edgeShown[index] && !(bright && bright.edges.has(index))) paintEdge(ctx, index, camera, false);
  }
  ctx.globalAlpha = 1;
  if (bright) for (const index of bright.edges) if (edgeShown[index]) paintEdge(ctx, index, camera, true);
  for (const node of nodes) {
    if (!nodeShown[node.id]) continue;
    ctx.globalAlpha = bright && !bright.nodes.has(node.id) ? 0.18 : 1;
    paintNode(ctx, node, camera);
  }
  ctx.globalAlpha = 1;
  paintNames(ctx, camera, bright);
  ctx.restore();
}
