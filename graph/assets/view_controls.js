// Legend, filters, search and the list of nodes: everything on the left and in the header.

function checkRow(off, value, icon, label, count) {
  const box = el("input", { type: "checkbox", checked: !off.has(value) });
  box.addEventListener("change", () => {
    off[box.checked ? "delete" : "add"](value);
    changed();
  });
  return el(
    "li",
    null,
    el(
      "label",
      null,
      box,
      icon,
      el("span.label", { dir: "auto", textContent: label }),
      el("span.count", { textContent: count }),
    ),
  );
}

function tally(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
  return counts;
}

function buildFilters() {
  const types = tally(nodes.map((node) => node.type || ""));
  byId("types").replaceChildren(
    ...[...legendByType.values()]
      .filter((row) => types.has(row.type))
      .map((row) =>
        checkRow(state.typesOff, row.type, shapeIcon(row.shape, row.color), say(row.label), types.get(row.type)),
      ),
  );
  const statuses = tally(edges.map(statusOfEdge).filter((status) => status !== null));
  const extra = [...statuses.keys()].filter((status) => !STATUS_ORDER.includes(status));
  byId("statuses").replaceChildren(
    ...STATUS_ORDER.filter((status) => statuses.has(status))
      .concat(extra)
      .map((status) =>
        checkRow(
          state.statusesOff,
          status,
          lineIcon(OFF.has(status) ? ink.off : ink.lines[0], dashOf(status)),
          statusWord(status),
          statuses.get(status),
        ),
      ),
  );
  const relations = tally(edges.map(relationName));
  const label = new Map(view.relations.map((relation) => [relation.name, upperFirst(say(relation.label))]));
  byId("relations").replaceChildren(
    ...[...relations]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([name, count]) =>
        checkRow(state.relationsOff, name, lineIcon(ink.lines[relationSlot.get(name)], []), label.get(name), count),
      ),
  );
}

const STATUS_ORDER = ["held", "ongoing", "planned", "proposed", "postponed", "cancelled", "ended"];

// ---- what was known on a day, and the years that events lie in

function buildAsOf() {
  if (PUBLISHED.length < 2) return;
  byId("asof").hidden = false;
  const range = byId("asof-range");
  range.max = PUBLISHED.length - 1;
  range.value = range.max;
  const move = (by) => {
    range.value = Number(range.value) + by;
    setAsOf(Number(range.value));
  };
  range.addEventListener("input", () => setAsOf(Number(range.value)));
  byId("asof-back").addEventListener("click", () => move(-1));
  byId("asof-next").addEventListener("click", () => move(1));
}

function setAsOf(step) {
  state.asOf = step >= PUBLISHED.length - 1 ? null : PUBLISHED[step];
  byId("asof-range").value = step;
  buildFilters();
  changed();
  showPanel();
  writeAddress();
}

function writeAsOf() {
  if (PUBLISHED.length < 2) return;
  const range = byId("asof-range");
  if (state.asOf === null) range.value = range.max;
  const day = dateText(state.asOf || PUBLISHED[PUBLISHED.length - 1]);
  byId("asof-day").textContent = state.asOf
    ? word("knownBy").replace("{day}", day)
    : word("allKnown").replace("{day}", day);
  range.setAttribute("aria-valuetext", day);
}

const YEARS = edges
  .flatMap((edge) => [yearOf(edge.earliest), yearOf(edge.latest)])
  .filter((year) => year !== null && year > 1000 && year < 3000);

function buildYears() {
  const first = YEARS.reduce((a, b) => Math.min(a, b), 3000);
  const last = YEARS.reduce((a, b) => Math.max(a, b), 0);
  if (last <= first) return;
  byId("years").hidden = false;
  for (const [id, value] of [
    ["year-from", first],
    ["year-to", last],
  ]) {
    Object.assign(byId(id), { min: first, max: last, value });
    byId(id).addEventListener("input", () => narrowYears(id, first, last));
  }
  const counts = tally(edges.map((edge) => yearOf(edge.earliest) ?? yearOf(edge.latest)));
  const most = Math.max(...[...counts].filter(([year]) => year !== null).map(([, count]) => count));
  const bars = byId("bars");
  bars.setAttribute("viewBox", `0 0 ${(last - first + 1) * 4} 40`);
  for (const [year, count] of counts) {
    if (year === null) continue;
    const height = Math.max(2, (40 * count) / most);
    bars.append(svg("rect", { x: (year - first) * 4 + 0.4, y: 40 - height, width: 3.2, height, "data-year": year }));
  }
}

function narrowYears(moved, first, last) {
  const from = Number(byId("year-from").value);
  const to = Number(byId("year-to").value);
  if (from > to) byId(moved === "year-from" ? "year-to" : "year-from").value = moved === "year-from" ? from : to;
  const years = [Number(byId("year-from").value), Number(byId("year-to").value)];
  state.years = years[0] === first && years[1] === last ? null : years;
  changed();
}

function writeYears() {
  const years = [byId("year-from").value, byId("year-to").value];
  byId("year-from-text").textContent = years[0];
  byId("year-to-text").textContent = years[1];
  for (const bar of byId("bars").children) {
    bar.classList.toggle("out", Number(bar.dataset.year) < years[0] || Number(bar.dataset.year) > years[1]);
  }
}

function reset() {
  for (const off of [state.typesOff, state.relationsOff, state.statusesOff]) off.clear();
  state.asOf = state.years = null;
  byId("year-from").value = byId("year-from").min;
  byId("year-to").value = byId("year-to").max;
  buildFilters();
  changed();
  showPanel();
  writeAddress();
}

// ---- search

const searchText = nodes.map((node) =>
  fold([...Object.values(node.label), ...(node.alt || [])].map((name) => String(name).slice(0, 300)).join("\n")),
);
const hits = { list: [], at: -1 };

function findNodes(query) {
  const wanted = fold(query);
  if (!wanted) return [];
  const found = [];
  searchText.forEach((text, index) => {
    const at = text.indexOf(wanted);
    if (at < 0) return;
    const whole = at === 0 || text[at - 1] === "\n" ? 0 : /[\s(«„"-]/.test(text[at - 1]) ? 1 : 2;
    found.push([whole, rank.get(index), index]);
  });
  return found.sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, , index]) => index);
}

function showHits() {
  const query = byId("search").value;
  const found = findNodes(query);
  state.matches = query.trim() ? new Set(found) : null;
  hits.list = found.filter((index) => nodeShown[index]).slice(0, 12);
  hits.at = hits.list.length ? 0 : -1;
  const rows = hits.list.map((index) =>
    el(
      "li",
      {
        id: `hit-${index}`,
        role: "option",
        onmousedown: (event) => {
          event.preventDefault();
          takeHit(index);
        },
      },
      nodeIcon(nodes[index]),
      named(say(nodes[index].label)),
      el("small", { textContent: kindWord(nodes[index]) }),
    ),
  );
  if (query.trim() && !rows.length)
    rows.push(el("li.none", { role: "option", "aria-disabled": "true", textContent: word("nothingFound") }));
  byId("hits").replaceChildren(...rows);
  openHits(Boolean(query.trim()));
  redraw();
}

function openHits(open) {
  byId("hits").hidden = !open;
  byId("search").setAttribute("aria-expanded", String(open));
  markHit();
}

function markHit() {
  [...byId("hits").children].forEach((row, place) => row.setAttribute("aria-selected", String(place === hits.at)));
  const active = byId("hits").hidden || hits.at < 0 ? "" : `hit-${hits.list[hits.at]}`;
  byId("search").setAttribute("aria-activedescendant", active);
  if (active) byId(active).scrollIntoView({ block: "nearest" });
}

function takeHit(index) {
  clearSearch();
  choose({ kind: "node", index }, true);
}

function clearSearch() {
  byId("search").value = "";
  state.matches = null;
  openHits(false);
  redraw();
}

function searchKey(event) {
  if (event.key === "Escape") clearSearch();
  else if (event.key === "Enter" && hits.at >= 0) takeHit(hits.list[hits.at]);
  else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const step = event.key === "ArrowDown" ? 1 : -1;
    hits.at = (hits.at + step + hits.list.length) % Math.max(1, hits.list.length);
    markHit();
  } else return;
  event.preventDefault();
}

// ---- the list of nodes: one tab stop, arrow keys inside

function buildList() {
  const shown = nodes.filter((node) => nodeShown[node.id]).map((node) => [say(node.label), node]);
  const collator = new Intl.Collator(LOCALES[state.lang]);
  shown.sort((a, b) => collator.compare(a[0], b[0]) || a[1].id - b[1].id);
  const rows = shown
    .slice(0, 1000)
    .map(([name, node], place) =>
      el(
        "li",
        null,
        el(
          "button",
          { type: "button", tabIndex: place ? -1 : 0, onclick: () => choose({ kind: "node", index: node.id }, true) },
          nodeIcon(node),
          named(name),
        ),
      ),
    );
  if (shown.length > 1000) rows.push(el("li.none", { textContent: word("plainRest") }));
  byId("list").replaceChildren(...rows);
}

function listKey(event) {
  const buttons = [...byId("list").querySelectorAll("button")];
  const at = buttons.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (to === undefined || !buttons[to]) return;
  event.preventDefault();
  if (at >= 0) buttons[at].tabIndex = -1;
  buttons[to].tabIndex = 0;
  buttons[to].focus();
}
