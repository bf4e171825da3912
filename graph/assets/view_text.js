// Words, names and elements. Text reaches the document through textContent only.

const LANGS = ["en", "ja", "ru"];
const LOCALES = { en: "en-GB", ja: "ja-JP", ru: "ru-RU" };

const byId = (id) => document.getElementById(id);
const word = (key) => (Object.hasOwn(view.words[state.lang], key) ? view.words[state.lang][key] : key);
const statusWord = (status) => (status ? word(status) : word("noStatus"));
const upperFirst = (text) => text.slice(0, 1).toLocaleUpperCase() + text.slice(1);

// Controls that would turn neighbouring text around, or that no font can show.
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;
const clean = (text) => String(text).replace(UNSEEN, " ").trim();

const say = (label) => {
  if (!label) return "";
  if (typeof label === "string") return clean(label);
  return clean(label[state.lang] || label.en || Object.values(label)[0] || "");
};

// "Tōkyō" is found by "tokyo", "Токаёв" by "токаев", "トカエフ" by "とかえふ".
const fold = (text) =>
  clean(text)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .normalize("NFC")
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/[’‘ʻʼ`']/g, "");

// A date is shown as precisely as its source gave it: a year stays a year.
function dateText(value) {
  if (!value) return "";
  const spell = /^([\d-]*)–([\d-]*)$/.exec(value); // "since–until", either of which may be open
  if (spell) return `${dateText(spell[1])} – ${dateText(spell[2])}`.trim();
  const parts = DATE.exec(value);
  if (!parts) return clean(value);
  const [first, last] = [parts.slice(1, 4), parts.slice(4, 7)];
  const from = dayOf(first);
  if (!last[0]) return dateFormat(first).format(from);
  if (last.filter(Boolean).length === first.filter(Boolean).length)
    return dateFormat(first).formatRange(from, dayOf(last));
  return `${dateFormat(first).format(from)} – ${dateFormat(last).format(dayOf(last))}`;
}

const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:\/(\d{4})(?:-(\d\d)(?:-(\d\d))?)?)?$/;
const dayOf = ([year, month, day]) => new Date(Date.UTC(Number(year), Number(month || 1) - 1, Number(day || 1)));

function dateFormat([, month, day]) {
  const options = { timeZone: "UTC", year: "numeric" };
  if (month) options.month = state.lang === "ja" ? "long" : "short";
  if (day) options.day = "numeric";
  return new Intl.DateTimeFormat(LOCALES[state.lang], options);
}

// el("li.fact", {title: "x"}, child, "text"): an element with classes, properties and children.
function el(spec, properties, ...children) {
  const [tag, ...classes] = spec.split(".");
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(" ");
  for (const [key, value] of Object.entries(properties || {})) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key in element) element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

const named = (text, tag = "bdi") => el(tag, { textContent: text });

function svg(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

// The same outline that the canvas paints, as an icon for legend and lists.
function shapeIcon(shape, colour) {
  const points = outline(shape, 7).map(([x, y]) => `${(x + 9).toFixed(1)},${(y + 9).toFixed(1)}`);
  const form = points.length
    ? svg("polygon", { points: points.join(" "), fill: colour })
    : svg("circle", { cx: 9, cy: 9, r: 6.5, fill: colour });
  return svg("svg", { class: "shape", viewBox: "0 0 18 18", "aria-hidden": "true" }, form);
}

function lineIcon(colour, dash) {
  const line = svg("line", {
    x1: 1,
    y1: 6,
    x2: 27,
    y2: 6,
    stroke: colour,
    "stroke-width": 2.4,
    "stroke-dasharray": dash.join(" "),
  });
  return svg("svg", { class: "line", viewBox: "0 0 28 12", "aria-hidden": "true" }, line);
}

const legendOf = (type) => legendByType.get(type) || { type, label: type, color: "#6b7280", shape: "dot" };
// "OfficialsMeeting" reads as "Officials meeting" where the legend has no name for it.
const typeWord = (type) =>
  legendByType.has(type)
    ? say(legendByType.get(type).label)
    : upperFirst(
        clean(type)
          .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
          .toLowerCase(),
      );
const kindWord = (node) => (node.kind ? say(node.kind) : typeWord(node.type || ""));
const nodeIcon = (node) => shapeIcon(node.shape, node.color);
const relationWord = (edge) => say(view.relations[edge.relation].label);

function edgeTitle(edge) {
  const arrow = edge.undirected ? "–" : "→";
  return `${say(nodes[edge.from].label)} ${arrow} ${say(nodes[edge.to].label)}`;
}

function translatePage() {
  document.documentElement.lang = state.lang;
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", word(element.dataset.label));
    if (element.tagName === "BUTTON") element.title = word(element.dataset.label);
  }
  for (const element of document.querySelectorAll("[data-hint]")) element.placeholder = word(element.dataset.hint);
  byId("theme").replaceChildren("◐ ", el("span", { textContent: word(`colours-${state.theme}`) }));
}
