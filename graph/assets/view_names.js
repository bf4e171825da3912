// Names on the picture: wrapped, the important ones first, each where it covers nothing.

const FONT = 'system-ui, "Noto Sans", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic UI", sans-serif';
const NAME_PX = 12;
const LINE_PX = 15;
const NAME_WIDTH = 132;
const NO_LINE_START = /^[、。，．・：；？！）」』】〕ーぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;?!)\]]/;

const wrapped = new Map(); // "language node" → {lines, width}
const bySize = nodes.map((node) => node.id).sort((a, b) => nodes[b].size - nodes[a].size || a - b);
const rank = new Map(bySize.map((id, place) => [id, place]));
const isHub = (node) => rank.get(node.id) < Math.max(6, nodes.length * 0.05) && rank.get(node.id) < 40;
const fontOf = (node) => (isHub(node) ? `bold 13px ${FONT}` : `${NAME_PX}px ${FONT}`);

// Where a line may break: after a word; in Japanese between letters, but not inside a short bracket or
// a run of katakana, which is one foreign name.
const WIDE = "\\u2e80-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\uff00-\\uffef";
const PIECE = new RegExp(`（[^）]{1,9}）|[\\u30a1-\\u30fa\\u30fc]{1,10}|[${WIDE}]|[^\\s${WIDE}]+\\s*|\\s+`, "g");
const pieces = (text) => text.slice(0, 160).match(PIECE) || [];

function wrapName(ctx, node) {
  const key = `${state.lang} ${node.id}`;
  if (wrapped.has(key)) return wrapped.get(key);
  ctx.font = fontOf(node);
  const text = say(node.label);
  const fits = (line) => ctx.measureText(line).width <= NAME_WIDTH;
  const lines = [""];
  for (const piece of pieces(text)) {
    const last = lines.length - 1;
    if (fits((lines[last] + piece).trimEnd()) || !lines[last] || NO_LINE_START.test(piece)) lines[last] += piece;
    else lines.push(piece);
  }
  const short = lines.length > 3 || text.length > 160;
  const shown = lines.slice(0, 3).map((line) => cut(ctx, line.trim()));
  if (short) shown[shown.length - 1] = cut(ctx, `${shown[shown.length - 1].replace(/…$/, "")}…`);
  const width = Math.max(...shown.map((line) => ctx.measureText(line).width));
  wrapped.set(key, { lines: shown, width });
  return wrapped.get(key);
}

function cut(ctx, line) {
  if (ctx.measureText(line).width <= NAME_WIDTH + 20) return line;
  let short = line.slice(0, 60);
  while (short.length > 1 && ctx.measureText(`${short}…`).width > NAME_WIDTH) short = short.slice(0, -1);
  return `${short}…`;
}

// Which names to try, in order: the chosen ones, hubs, then whatever there is room for.
function candidates(camera, bright) {
  const visible = bySize.filter((id) => {
    if (!nodeShown[id] || (bright && !bright.nodes.has(id))) return false;
    const x = nodes[id].x * camera.k + camera.x;
    const y = nodes[id].y * camera.k + camera.y;
    return x > -40 && y > -20 && x < camera.width + 40 && y < camera.height + 20;
  });
  const chosen = state.selected && state.selected.kind === "node" ? [state.selected.index] : [];
  const pointed = state.hover && state.hover.kind === "node" ? [state.hover.index] : [];
  const first = [...pointed, ...chosen].filter((id) => visible.includes(id));
  const hubsOnly = nodes.length >= MANY && visible.length > 150;
  const contested = visible.filter((id) => nodes[id].fact !== undefined && isDisputed(facts[nodes[id].fact]));
  const hubs = visible.filter((id) => isHub(nodes[id]));
  return [...new Set([...first, ...hubs, ...contested, ...visible.slice(0, hubsOnly ? 40 : 400)])];
}

// Boxes already taken, found by the cells of a coarse grid that they lie in.
class Taken {
  constructor() {
    this.cells = new Map();
  }
  *keys([x1, y1, x2, y2]) {
    for (let i = Math.floor(x1 / 64); i <= Math.floor(x2 / 64); i++)
      for (let j = Math.floor(y1 / 64); j <= Math.floor(y2 / 64); j++) yield i * 65536 + j;
  }
  add(box) {
    for (const key of this.keys(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(box);
    }
  }
  meets(box, except) {
    for (const key of this.keys(box))
      for (const other of this.cells.get(key) || [])
        if (other !== except && box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])
          return true;
    return false;
  }
}

function takenBySymbols(camera, bright) {
  const taken = new Taken();
  const own = new Map();
  for (const node of nodes) {
    if (!nodeShown[node.id] || (bright && !bright.nodes.has(node.id))) continue;
    const x = node.x * camera.k + camera.x;
    const y = node.y * camera.k + camera.y;
    if (x < -40 || y < -40 || x > camera.width + 40 || y > camera.height + 40) continue;
    const r = radiusAt(node, camera.k) * 0.9;
    const box = [x - r, y - r, x + r, y + r];
    own.set(node.id, box);
    taken.add(box);
  }
  return { taken, own };
}

function paintNames(ctx, camera, bright) {
  const { taken, own } = takenBySymbols(camera, bright);
  const names = new Taken(); // in a crowd, the name of a hub may cover symbols, but never another name
  const drawn = [];
  for (const id of candidates(camera, bright)) {
    const node = nodes[id];
    const name = wrapName(ctx, node);
    const tried = spots(node, name, camera);
    const must = state.selected && state.selected.kind === "node" && state.selected.index === id;
    const box =
      tried.find((spot) => !taken.meets(spot, own.get(id)) && inView(spot, camera)) ||
      (isHub(node) && tried.find((spot) => !names.meets(spot))) ||
      (must && tried[0]);
    if (!box) continue;
    taken.add(box);
    names.add(box);
    drawn.push({ node, name, box });
  }
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  for (const item of drawn) paintName(ctx, item);
  lastNames = drawn;
  byId("graph").dataset.names = drawn.length;
}

const inView = ([x1, , x2, y2], { width, height }) => x1 > 2 && x2 < width - 2 && y2 < height - 2;

let lastNames = []; // the names on screen: clicking one chooses its node

function spots(node, name, camera) {
  const x = node.x * camera.k + camera.x;
  const y = node.y * camera.k + camera.y;
  const r = radiusAt(node, camera.k) + 3;
  const w = name.width + 4;
  const h = name.lines.length * LINE_PX;
  const box = (left, top) => [left, top, left + w, top + h];
  return [
    box(x - w / 2, y + r),
    box(x + r + 1, y - h / 2),
    box(x - r - w - 1, y - h / 2),
    box(x - w / 2, y - r - h),
    box(x + r * 0.6, y + r * 0.5),
    box(x - r * 0.6 - w, y + r * 0.5),
  ];
}

function paintName(ctx, { node, name, box }) {
  ctx.font = fontOf(node);
  ctx.lineWidth = 3.5;
  ctx.strokeStyle = ink.paper;
  ctx.fillStyle = ink.text;
  name.lines.forEach((line, index) => {
    const x = (box[0] + box[2]) / 2;
    const y = box[1] + (index + 0.5) * LINE_PX;
    ctx.strokeText(line, x, y);
    ctx.fillText(line, x, y);
  });
}
