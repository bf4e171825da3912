// Start: camera, pointer, keys, address, and the order in which the parts are redrawn.

const DRAGGABLE = 600; // nodes handed to vis-network for dragging; larger graphs are only looked at
const HEAVY = 4000; // nodes and relations from which a moving picture is a copy of the last one
let camera = { k: 1, x: 0, y: 0, ratio: 1, width: 1, height: 1 };

byId("app").hidden = false;
byId("stuck").hidden = true;
readInk();
refilter();

const held = new vis.DataSet(
  nodes.length > DRAGGABLE ? [] : nodes.map(({ id, x, y, size }) => ({ id, x, y, size: size + 2 })),
);
const network = new vis.Network(byId("graph"), { nodes: held, edges: new vis.DataSet([]) }, view.options);

// ---- painting

const still = { canvas: document.createElement("canvas"), camera: null, timer: 0 };

function paint(ctx) {
  camera = cameraOf(ctx);
  const heavy = nodes.length + edges.length > HEAVY;
  const moved = still.camera && ["k", "x", "y"].some((key) => Math.abs(still.camera[key] - camera[key]) > 1e-6);
  if (!heavy || !moved || still.due) return paintAfresh(ctx, heavy);
  clearTimeout(still.timer);
  still.timer = setTimeout(() => {
    still.due = true;
    network.redraw();
  }, 140);
  const scale = camera.k / still.camera.k;
  ctx.save();
  ctx.setTransform(
    scale,
    0,
    0,
    scale,
    (camera.x - still.camera.x * scale) * camera.ratio,
    (camera.y - still.camera.y * scale) * camera.ratio,
  );
  ctx.drawImage(still.canvas, 0, 0);
  return ctx.restore();
}

function paintAfresh(ctx, heavy) {
  still.due = false;
  paintPicture(ctx, camera);
  if (!heavy) return;
  still.camera = camera;
  Object.assign(still.canvas, { width: ctx.canvas.width, height: ctx.canvas.height });
  still.canvas.getContext("2d").drawImage(ctx.canvas, 0, 0);
}

function redraw() {
  still.due = true;
  network.redraw();
}

function changed() {
  refilter();
  writeAsOf();
  writeYears();
  writeCounts();
  buildList();
  if (state.table) buildTables();
  redraw();
}

function writeCounts() {
  const count = (shown) => shown.reduce((sum, one) => sum + one, 0);
  const text = word("counts")
    .replace("{nodes}", count(nodeShown))
    .replace("{allNodes}", nodes.length)
    .replace("{edges}", count(edgeShown))
    .replace("{allEdges}", edges.length);
  byId("counts").textContent = text;
  byId("empty").hidden = count(nodeShown) > 0;
}

function fit(animate) {
  const shown = nodes.filter((node) => nodeShown[node.id]);
  const box = byId("graph").getBoundingClientRect();
  if (!shown.length || !box.width) return;
  const [left, right, top, bottom] = shown.reduce(
    ([l, r, t, b], { x, y }) => [Math.min(l, x), Math.max(r, x), Math.min(t, y), Math.max(b, y)],
    [Infinity, -Infinity, Infinity, -Infinity],
  );
  const room = box.width < 500 ? 80 : 150; // for names at the rim
  const scale = Math.min(
    (box.width - room) / Math.max(1, right - left),
    (box.height - 90) / Math.max(1, bottom - top),
    1.6,
  );
  network.moveTo({
    position: { x: (left + right) / 2, y: (top + bottom) / 2 + 8 / scale },
    scale: Math.max(scale, 0.01),
    animation: animate ? { duration: 250 } : false,
  });
}

// ---- choosing

function choose(chosen, show) {
  state.selected = chosen;
  state.hover = null;
  byId("tip").hidden = true;
  showPanel();
  writeAddress();
  if (chosen && chosen.kind === "node") {
    byId("spoken").textContent = say(nodes[chosen.index].label);
    if (show) bringIntoView(nodes[chosen.index]);
  }
  const stage = byId("stage");
  if (chosen && !state.table && innerWidth <= 780) scrollTo({ top: stage.offsetTop, behavior: "instant" });
  redraw();
}

function bringIntoView(node) {
  const at = { x: node.x * camera.k + camera.x, y: node.y * camera.k + camera.y };
  const inside = at.x > 60 && at.y > 60 && at.x < camera.width - 60 && at.y < camera.height - 60;
  if (!inside) network.moveTo({ position: { x: node.x, y: node.y } });
}

function under(x, y) {
  const name = lastNames.find(({ box }) => x > box[0] && x < box[2] && y > box[1] && y < box[3]);
  let best = null;
  let nearest = Infinity;
  for (const node of nodes) {
    if (!nodeShown[node.id]) continue;
    const distance =
      Math.hypot(node.x * camera.k + camera.x - x, node.y * camera.k + camera.y - y) - radiusAt(node, camera.k);
    if (distance < nearest && distance < 6) [nearest, best] = [distance, { kind: "node", index: node.id }];
  }
  if (best) return best;
  return name ? { kind: "node", index: name.node.id } : edgeUnder(x, y);
}

function edgeUnder(x, y) {
  let best = null;
  let nearest = 6;
  edges.forEach((edge, index) => {
    if (!edgeShown[index]) return;
    const line = curve(edge, index, camera);
    if (outside(line, camera)) return;
    const distance = distanceToCurve(line, x, y);
    if (distance < nearest) [nearest, best] = [distance, { kind: "edge", index }];
  });
  return best;
}

function distanceToCurve({ x1, y1, x2, y2, cx, cy }, x, y) {
  let nearest = Infinity;
  let [px, py] = [x1, y1];
  for (let step = 1; step <= 12; step++) {
    const t = step / 12;
    const qx = (1 - t) ** 2 * x1 + 2 * t * (1 - t) * cx + t * t * x2;
    const qy = (1 - t) ** 2 * y1 + 2 * t * (1 - t) * cy + t * t * y2;
    const length = (qx - px) ** 2 + (qy - py) ** 2 || 1e-9;
    const along = Math.max(0, Math.min(1, ((x - px) * (qx - px) + (y - py) * (qy - py)) / length));
    nearest = Math.min(nearest, Math.hypot(px + along * (qx - px) - x, py + along * (qy - py) - y));
    [px, py] = [qx, qy];
  }
  return nearest;
}

const same = (a, b) => (a && b ? a.kind === b.kind && a.index === b.index : a === b);

function pointAt(event) {
  const box = byId("graph").getBoundingClientRect();
  const found = event.buttons ? null : under(event.clientX - box.left, event.clientY - box.top);
  byId("graph").classList.toggle("pointing", Boolean(found));
  showTip(found, event.clientX - box.left, event.clientY - box.top, box);
  if (same(found, state.hover)) return;
  state.hover = found;
  redraw();
}

function showTip(found, x, y, box) {
  const tip = byId("tip");
  tip.hidden = !found;
  if (!found) return;
  const edge = found.kind === "edge" ? edges[found.index] : null;
  const node = edge ? null : nodes[found.index];
  const lines = edge
    ? [
        edgeTitle(edge),
        `${upperFirst(relationWord(edge))} · ${statusWord(edgeStatus[found.index])}`,
        edgeDisputed(edge) ? `≠ ${word("disputed")}` : "",
      ]
    : [say(node.label), kindWord(node)];
  tip.replaceChildren(
    ...lines.filter(Boolean).map((line) => el("div", { dir: "auto", textContent: line.slice(0, 160) })),
  );
  tip.style.left = `${Math.min(x + 14, Math.max(8, box.width - tip.offsetWidth - 8))}px`;
  tip.style.top = `${Math.min(y + 16, Math.max(8, box.height - tip.offsetHeight - 8))}px`;
}

// ---- keys on the picture: arrows walk to the next node that way, Enter opens it

const DIRECTIONS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

function pictureKey(event) {
  if (event.key in DIRECTIONS) walk(DIRECTIONS[event.key]);
  else if (event.key === "+" || event.key === "=") zoom(1.3);
  else if (event.key === "-") zoom(1 / 1.3);
  else if (event.key === "0") fit(true);
  else if (event.key === "Enter" && state.selected) byId("panel").focus();
  else return;
  event.preventDefault();
}

function walk([dx, dy]) {
  const at = state.selected && state.selected.kind === "node" ? nodes[state.selected.index] : null;
  if (!at) return choose({ kind: "node", index: bySize.find((id) => nodeShown[id]) ?? 0 }, true);
  let [best, cost] = [null, Infinity];
  for (const node of nodes) {
    const along = (node.x - at.x) * dx + (node.y - at.y) * dy;
    const across = Math.abs((node.x - at.x) * dy) + Math.abs((node.y - at.y) * dx);
    if (!nodeShown[node.id] || along <= 0 || along + 2 * across >= cost) continue;
    [best, cost] = [node, along + 2 * across];
  }
  return best && choose({ kind: "node", index: best.id }, true);
}

function zoom(by) {
  network.moveTo({ scale: Math.min(8, Math.max(0.01, network.getScale() * by)) });
}

// ---- the address: #node=IRI or #fact=IRI, #lang=ja, #asof=2025-12-09

function writeAddress() {
  const parts = [];
  const chosen = state.selected;
  if (chosen && chosen.kind !== "edge")
    parts.push(`${chosen.kind}=${encodeURIComponent((chosen.kind === "node" ? nodes : facts)[chosen.index].iri)}`);
  if (state.lang !== view.lang) parts.push(`lang=${state.lang}`);
  if (state.asOf) parts.push(`asof=${state.asOf}`);
  try {
    history.replaceState(null, "", `#${parts.join("&")}`);
  } catch {
    // a page without an address of its own, such as a mail preview
  }
}

function readAddress() {
  const wanted = new URLSearchParams(location.hash.slice(1).replaceAll("+", "%2B"));
  if (LANGS.includes(wanted.get("lang")) && wanted.get("lang") !== state.lang) setLang(wanted.get("lang"));
  const step = PUBLISHED.findLastIndex((day) => day <= (wanted.get("asof") || ""));
  if (step >= 0) setAsOf(step);
  const node = nodeByIri.get(wanted.get("node"));
  if (node) return choose({ kind: "node", index: node.id }, true);
  if (factByIri.has(wanted.get("fact"))) return choose({ kind: "fact", index: factByIri.get(wanted.get("fact")) });
  return undefined;
}

// ---- language, theme, print

function setLang(lang) {
  state.lang = lang;
  byId("lang").value = lang;
  translatePage();
  buildFilters();
  changed();
  showPanel();
  writeAddress();
}

function setTheme(theme) {
  state.theme = theme;
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  readInk();
  translatePage();
  buildFilters();
  showPanel();
  redraw();
}

let themeBefore = "auto";

function printing(on) {
  if (on) themeBefore = state.theme;
  setTheme(on ? "light" : themeBefore);
}

function toggleFilters() {
  const open = byId("filters").classList.toggle("open");
  byId("filters-toggle").setAttribute("aria-expanded", String(open));
}

function pageKey(event) {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
  if (event.key === "/" && !typing) {
    event.preventDefault();
    byId("search").focus();
  } else if (event.key === "Escape" && !typing && state.selected) choose(null);
}

function listen() {
  const on = (id, type, handler) => byId(id).addEventListener(type, handler);
  network.on("beforeDrawing", paint);
  network.on("click", ({ pointer }) => choose(under(pointer.DOM.x, pointer.DOM.y)));
  network.on("dragging", ({ nodes: moved }) => {
    if (moved.length) Object.entries(network.getPositions(moved)).forEach(([id, at]) => Object.assign(nodes[id], at));
  });
  on("graph", "mousemove", pointAt);
  on("graph", "mouseleave", () => {
    state.hover = null;
    byId("tip").hidden = true;
    redraw();
  });
  on("graph", "keydown", pictureKey);
  on("search", "input", showHits);
  on("search", "keydown", searchKey);
  on("search", "blur", () => openHits(false));
  on("list", "keydown", listKey);
  on("lang", "change", () => setLang(byId("lang").value));
  on("theme", "click", () => setTheme({ auto: "light", light: "dark", dark: "auto" }[state.theme]));
  on("print", "click", () => window.print());
  on("reset", "click", reset);
  on("fit", "click", () => fit(true));
  on("zoom-in", "click", () => zoom(1.3));
  on("zoom-out", "click", () => zoom(1 / 1.3));
  on("show-graph", "click", () => showTables(false));
  on("show-tables", "click", () => showTables(true));
  on("filters-toggle", "click", toggleFilters);
  on("skip", "click", (event) => {
    event.preventDefault();
    byId("filters").classList.add("open");
    byId("list").querySelector("button")?.focus();
  });
  document.addEventListener("keydown", pageKey);
  window.addEventListener("hashchange", readAddress);
  window.addEventListener("beforeprint", () => printing(true));
  window.addEventListener("afterprint", () => printing(false));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => setTheme(state.theme));
}

translatePage();
buildFilters();
buildAsOf();
buildYears();
listen();
changed();
showPanel();
fit();
readAddress();
